#include "report/wrap.h"

#include <string.h>

static const char *const tones[WRAP_TONE_COUNT] = {
    [WRAP_PLAIN] = "",
    [WRAP_STRONG] = "\x1b[1m",
    [WRAP_QUIET] = "\x1b[2m",
    [WRAP_GOOD] = "\x1b[32m",
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
};

void wrap_init(wrap_writer *wrap, rung_arena *arena, const rung_text_style *style, rung_sink *sink)
{
    *wrap = (wrap_writer){.arena = arena, .sink = sink, .style = style};
}

/* --- What may be written ---------------------------------------------------------------------- */
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

rung_text wrap_clean(const wrap_writer *wrap, const char *text)
{
    char *copy = rung_copy(wrap->arena, rung_text_of(text));
    for (char *at = copy; *at; at++)
        if (*at == '\n' || *at == '\t')
            *at = ' ';
    rung_text clean = rung_printable(wrap->arena, rung_text_of(copy), false);
    return wrap->style->ascii ? to_ascii(wrap->arena, clean) : clean;
}

int wrap_width(const wrap_writer *wrap, const char *text)
{
    size_t width = rung_text_width(wrap_clean(wrap, text));
    return width > INT32_MAX / 4 ? INT32_MAX / 4 : (int)width;
}

/* --- Writing ---------------------------------------------------------------------------------- */
void wrap_to(wrap_writer *wrap, int column)
{
    if (column > wrap->column)
        wrap->column = column;
    wrap->joined = false;
}

/* Clean text of a known width, at the current column. */
static void emit(wrap_writer *wrap, rung_text text, int width, wrap_tone tone)
{
    if (text.size == 0)
        return;
    for (; wrap->written < wrap->column; wrap->written++)
        rung_write(wrap->sink, RUNG_TEXT(" "));
    bool colored = wrap->style->color && tone != WRAP_PLAIN;
    if (colored)
        rung_write(wrap->sink, rung_text_of(tones[tone]));
    rung_write(wrap->sink, text);
    if (colored)
        rung_write(wrap->sink, RUNG_TEXT("\x1b[0m"));
    wrap->written = wrap->column += width;
    wrap->joined = true;
}

void wrap_put(wrap_writer *wrap, const char *text, wrap_tone tone)
{
    rung_text clean = wrap_clean(wrap, text);
    emit(wrap, clean, (int)rung_text_width(clean), tone);
}

void wrap_end_line(wrap_writer *wrap)
{
    rung_write(wrap->sink, RUNG_TEXT("\n"));
    wrap->column = wrap->written = 0;
    wrap->joined = false;
}

static void next_line(wrap_writer *wrap)
{
    wrap_end_line(wrap);
    wrap_to(wrap, wrap->hang);
}

/* --- Words ------------------------------------------------------------------------------------ */
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

static void flow_word(wrap_writer *wrap, rung_text word, bool blank, wrap_tone tone)
{
    int width = (int)rung_text_width(word);
    int gap = wrap->joined && blank;
    bool line_begun = wrap->written > 0 && wrap->column > wrap->hang;
    if (wrap->column + gap + width > wrap->style->width && line_begun) {
        next_line(wrap);
        gap = 0;
    }
    wrap->column += gap;
    while (wrap->column + width > wrap->style->width) {
        int part;
        rung_text head = head_of(word, wrap->style->width - wrap->column, &part);
        emit(wrap, head, part, tone);
        word = (rung_text){word.at + head.size, word.size - head.size};
        if (word.size == 0)
            return;
        width = (int)rung_text_width(word);
        next_line(wrap);
    }
    emit(wrap, word, width, tone);
}

void wrap_flow(wrap_writer *wrap, const char *text, wrap_tone tone)
{
    rung_text clean = wrap_clean(wrap, text);
    const char *at = clean.at, *end = clean.at + clean.size;
    bool first = true, blank;
    while (at < end) {
        rung_text word = next_word(&at, end, &blank);
        if (word.size)
            flow_word(wrap, word, blank || first, tone);
        first = false;
    }
}

void wrap_block(wrap_writer *wrap, int column, const char *text, wrap_tone tone)
{
    wrap_to(wrap, column);
    wrap->hang = column;
    wrap_flow(wrap, text, tone);
    wrap_end_line(wrap);
}

/* --- Lines of a cell -------------------------------------------------------------------------- */
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

wrap_lines wrap_break(const wrap_writer *outer, const char *text, int width)
{
    struct line_sink kept = {.arena = outer->arena};
    rung_sink sink = {.write = keep_bytes, .ctx = &kept};
    rung_text_style style = {.width = width, .ascii = outer->style->ascii};
    wrap_writer inner;
    wrap_init(&inner, outer->arena, &style, &sink);
    wrap_block(&inner, 0, text, WRAP_PLAIN);

    wrap_lines lines = {0};
    size_t start = 0;
    for (size_t i = 0; i < kept.bytes.count; i++)
        if (kept.bytes.at[i] == '\n') {
            rung_text line = {kept.bytes.at + start, i - start};
            rung_push(outer->arena, &lines, rung_copy(outer->arena, line));
            start = i + 1;
        }
    return lines;
}
