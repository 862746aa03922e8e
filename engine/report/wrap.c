#include "report/wrap.h"

#include "report/escape.h"

#include <string.h>

static const char *const tones[REPORT_TONE_COUNT] = {
    [REPORT_PLAIN] = "",
    [REPORT_STRONG] = "\x1b[1m",
    [REPORT_QUIET] = "\x1b[2m",
    [REPORT_GOOD] = "\x1b[32m",
};

/* What stands for common signs where only ASCII can be shown; for all others '?' does. */
static const struct {
    int32_t code;
    const char *ascii;
} replacements[] = {
    {0x00A0, " "},    {0x00A3, "GBP "}, {0x00B7, "|"},  {0x00D7, "x"},  {0x2010, "-"},
    {0x2011, "-"},    {0x2012, "-"},    {0x2013, "-"},  {0x2014, "-"},  {0x2018, "'"},
    {0x2019, "'"},    {0x201C, "\""},   {0x201D, "\""}, {0x2022, "*"},  {0x2026, "..."},
    {0x20AC, "EUR "}, {0x2192, "->"},   {0x2248, "~"},  {0x2264, "<="}, {0x2265, ">="},
    {0x2212, "-"},
};

void report_writer_init(report_writer *writer, rung_arena *arena, const rung_text_style *style,
                        rung_sink *sink)
{
    *writer = (report_writer){.arena = arena, .sink = sink, .style = style};
}

/* --- What may be written --------------------------------------------------------------------- */
static const char *ascii_for(int32_t code)
{
    for (size_t i = 0; i < RUNG_COUNT(replacements); i++)
        if (replacements[i].code == code)
            return replacements[i].ascii;
    return rung_char_width(code) ? "?" : "";
}

static rung_text to_ascii(rung_arena *arena, rung_text text)
{
    enum { LONGEST = 4 }; /* of the replacements, for a character of at least two bytes */
    char *out = rung_alloc(arena, text.size * LONGEST + 1), *to = out;
    const char *end = text.at + text.size;
    for (const char *at = text.at; at < end;) {
        const char *start = at;
        int32_t code = rung_utf8_next(&at, end);
        const char *shown = code < 0x80 ? start : ascii_for(code);
        size_t size = code < 0x80 ? (size_t)(at - start) : strlen(shown);
        memcpy(to, shown, size);
        to += size;
    }
    return (rung_text){out, (size_t)(to - out)};
}

rung_text report_clean(const report_writer *writer, const char *text)
{
    rung_text clean = rung_text_of(report_escape_line(writer->arena, text));
    return writer->style->ascii ? to_ascii(writer->arena, clean) : clean;
}

int report_width(const report_writer *writer, const char *text)
{
    size_t width = rung_text_width(report_clean(writer, text));
    return width > INT32_MAX / 4 ? INT32_MAX / 4 : (int)width;
}

/* --- Writing --------------------------------------------------------------------------------- */
void report_move(report_writer *writer, int column)
{
    if (column > writer->column)
        writer->column = column;
    writer->joined = false;
}

/* Clean text of a known width, at the current column. */
static void emit(report_writer *writer, rung_text text, int width, report_tone tone)
{
    if (text.size == 0)
        return;
    for (; writer->written < writer->column; writer->written++)
        rung_write(writer->sink, RUNG_TEXT(" "));
    bool colored = writer->style->color && tone != REPORT_PLAIN;
    if (colored)
        rung_write(writer->sink, rung_text_of(tones[tone]));
    rung_write(writer->sink, text);
    if (colored)
        rung_write(writer->sink, RUNG_TEXT("\x1b[0m"));
    writer->written = writer->column += width;
    writer->joined = true;
}

void report_put(report_writer *writer, const char *text, report_tone tone)
{
    rung_text clean = report_clean(writer, text);
    emit(writer, clean, (int)rung_text_width(clean), tone);
}

void report_end_line(report_writer *writer)
{
    rung_write(writer->sink, RUNG_TEXT("\n"));
    writer->column = writer->written = 0;
    writer->joined = false;
}

static void next_line(report_writer *writer)
{
    report_end_line(writer);
    report_move(writer, writer->hang);
}

/* --- Words ----------------------------------------------------------------------------------- */
/* A piece that is not broken: up to the next blank, or one wide character (CJK text has no blanks;
 * marks of no width stay with their character). */
static rung_text next_word(const char **at, const char *end, bool *blank)
{
    *blank = *at < end && **at == ' ';
    while (*at < end && **at == ' ')
        ++*at;
    const char *start = *at;
    bool wide = false;
    while (*at < end && **at != ' ') {
        const char *next = *at;
        int width = rung_char_width(rung_utf8_next(&next, end));
        if (*at > start && width > 0 && (wide || width == 2))
            break;
        wide = wide || width == 2;
        *at = next;
    }
    return (rung_text){start, (size_t)(*at - start)};
}

/* As much of a word as fits into `room` columns, and at least one character. */
static rung_text head_of(rung_text word, int room, int *width)
{
    const char *at = word.at, *end = word.at + word.size;
    *width = 0;
    while (at < end) {
        const char *next = at;
        int more = rung_char_width(rung_utf8_next(&next, end));
        if (at > word.at && *width + more > room)
            break;
        *width += more;
        at = next;
    }
    return (rung_text){word.at, (size_t)(at - word.at)};
}

static void flow_word(report_writer *writer, rung_text word, bool blank, report_tone tone)
{
    int width = (int)rung_text_width(word);
    int gap = writer->joined && blank;
    bool line_begun = writer->written > 0 && writer->column > writer->hang;
    if (writer->column + gap + width > writer->style->width && line_begun) {
        next_line(writer);
        gap = 0;
    }
    writer->column += gap;
    while (writer->column + width > writer->style->width) {
        int part;
        rung_text head = head_of(word, writer->style->width - writer->column, &part);
        emit(writer, head, part, tone);
        word = (rung_text){word.at + head.size, word.size - head.size};
        if (word.size == 0)
            return;
        width = (int)rung_text_width(word);
        next_line(writer);
    }
    emit(writer, word, width, tone);
}

void report_flow(report_writer *writer, const char *text, report_tone tone)
{
    rung_text clean = report_clean(writer, text);
    const char *at = clean.at, *end = clean.at + clean.size;
    bool first = true, blank;
    while (at < end) {
        rung_text word = next_word(&at, end, &blank);
        if (word.size)
            flow_word(writer, word, blank || first, tone);
        first = false;
    }
}

void report_flow_block(report_writer *writer, int column, const char *text, report_tone tone)
{
    report_move(writer, column);
    writer->hang = column;
    report_flow(writer, text, tone);
    report_end_line(writer);
}

/* --- Lines of a cell ------------------------------------------------------------------------- */
struct line_sink {
    rung_arena *arena;
    RUNG_VEC(char) bytes;
};

static bool keep_bytes(void *ctx, const char *bytes, size_t size)
{
    struct line_sink *kept = ctx;
    for (size_t i = 0; i < size; i++)
        rung_push(kept->arena, &kept->bytes, bytes[i]);
    return true;
}

report_lines report_break(const report_writer *outer, const char *text, int width)
{
    struct line_sink kept = {.arena = outer->arena};
    rung_sink sink = {.write = keep_bytes, .ctx = &kept};
    rung_text_style style = {.width = width, .ascii = outer->style->ascii};
    report_writer inner;
    report_writer_init(&inner, outer->arena, &style, &sink);
    report_flow_block(&inner, 0, text, REPORT_PLAIN);

    report_lines lines = {0};
    size_t start = 0;
    for (size_t i = 0; i < kept.bytes.count; i++)
        if (kept.bytes.at[i] == '\n') {
            rung_text line = {kept.bytes.at + start, i - start};
            rung_push(outer->arena, &lines, rung_copy(outer->arena, line));
            start = i + 1;
        }
    return lines;
}
