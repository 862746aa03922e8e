#include "page.h"

#include <string.h>

/* --- What may be shown ----------------------------------------------------------------------- */
static const struct {
    int32_t code;
    const char *ascii;
} likenesses[] = {
    {0xA0, " "},    {0xD7, "x"},    {0x2010, "-"},   {0x2011, "-"},  {0x2012, "-"},
    {0x2013, "-"},  {0x2014, "-"},  {0x2018, "'"},   {0x2019, "'"},  {0x201C, "\""},
    {0x201D, "\""}, {0x2022, "*"},  {0x2026, "..."}, {0x202F, " "},  {0x2192, "->"},
    {0x2212, "-"},  {0x2260, "!="}, {0x2264, "<="},  {0x2265, ">="},
};

static const char *likeness(int32_t code)
{
    for (size_t i = 0; i < RUNG_COUNT(likenesses); i++)
        if (likenesses[i].code == code)
            return likenesses[i].ascii;
    return "?";
}

static rung_text to_ascii(rung_arena *arena, rung_text text)
{
    char *out = rung_alloc(arena, text.size * 3 + 1);
    size_t size = 0;
    for (const char *at = text.at, *end = text.at + text.size; at < end;) {
        int32_t code = rung_utf8_next(&at, end);
        char ascii[2] = {(char)code, '\0'};
        const char *put = code >= 0 && code < 0x80 ? ascii : likeness(code);
        if (rung_char_width(code) == 0 && code >= 0x80)
            put = "";
        memcpy(out + size, put, strlen(put));
        size += strlen(put);
    }
    return (rung_text){out, size};
}

/* Where a tab leads is for the terminal to say, and lines are measured before that. */
static rung_text without_tabs(rung_arena *arena, rung_text text)
{
    if (text.size == 0 || !memchr(text.at, '\t', text.size))
        return text;
    char *out = rung_copy(arena, text);
    for (size_t i = 0; i < text.size; i++)
        out[i] = out[i] == '\t' ? ' ' : out[i];
    return (rung_text){out, text.size};
}

rung_text cli_shown(const cli *run, rung_arena *arena, rung_text text)
{
    rung_text safe = rung_printable(arena, without_tabs(arena, text), true);
    return run->terminal.ascii ? to_ascii(arena, safe) : safe;
}

const char *cli_shown_z(const cli *run, rung_arena *arena, const char *z)
{
    return rung_copy(arena, cli_shown(run, arena, rung_text_of(z)));
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

const char *cli_one_line(rung_arena *arena, rung_text text)
{
    char *out = rung_copy(arena, rung_text_trim(text)), *end = out;
    for (const char *at = out; *at; at++)
        if (!is_blank(*at) || !is_blank(at[1]))
            *end++ = is_blank(*at) ? ' ' : *at;
    *end = '\0';
    return out;
}

const char *cli_cut(const cli *run, rung_arena *arena, const char *text, size_t width)
{
    const char *dots = run->terminal.ascii ? "..." : "\u2026";
    size_t room = width - rung_text_width(rung_text_of(dots)), used = 0;
    rung_text line = rung_text_of(cli_one_line(arena, rung_text_of(text)));
    line = cli_shown(run, arena, line);
    if (rung_text_width(line) <= width)
        return rung_copy(arena, line);
    const char *at = line.at, *end = line.at;
    while (used <= room) {
        end = at;
        used += (size_t)rung_char_width(rung_utf8_next(&at, line.at + line.size));
    }
    rung_text kept = rung_text_trim((rung_text){line.at, (size_t)(end - line.at)});
    return rung_format(arena, "%.*s%s", (int)kept.size, kept.at, dots);
}

/* --- Wrapping -------------------------------------------------------------------------------- */
static const char *const faces[] = {
    [CLI_NORMAL] = "", [CLI_BOLD] = "\033[1m", [CLI_DIM] = "\033[2m"};

static void write_line(cli *run, cli_face face, rung_text lead, size_t indent, rung_text line)
{
    bool colored = run->terminal.color && face != CLI_NORMAL && line.size > 0;
    if (lead.size > 0)
        rung_write(&run->out, lead);
    else if (line.size > 0)
        rung_print(&run->out, "%*s", (int)indent, "");
    if (colored)
        rung_write(&run->out, rung_text_of(faces[face]));
    rung_write(&run->out, line);
    rung_write(&run->out, rung_text_of(colored ? "\033[0m\n" : "\n"));
}

/* How much of `text` goes on a line `width` columns wide: up to the last blank that fits, or, if
 * one word is wider, as much of it as fits. */
static size_t fit(rung_text text, size_t width)
{
    const char *at = text.at, *end = text.at + text.size, *blank = NULL;
    size_t used = 0;
    while (at < end) {
        const char *before = at;
        int32_t code = rung_utf8_next(&at, end);
        if (code == ' ')
            blank = before;
        used += (size_t)rung_char_width(code);
        if (used > width && code != ' ')
            return (size_t)((blank ? blank : before > text.at ? before : at) - text.at);
    }
    return text.size;
}

static rung_text first_line(rung_text text)
{
    const char *end = text.size ? memchr(text.at, '\n', text.size) : NULL;
    return end ? (rung_text){text.at, (size_t)(end - text.at)} : text;
}

/* Moves over what was written of `rest`, the blanks behind it, and one line end. */
static rung_text behind(rung_text rest, size_t size)
{
    rest = (rung_text){rest.at + size, rest.size - size};
    while (rest.size > 0 && *rest.at == ' ')
        rest = (rung_text){rest.at + 1, rest.size - 1};
    if (rest.size > 0 && *rest.at == '\n')
        rest = (rung_text){rest.at + 1, rest.size - 1};
    return rest;
}

static void write_item(cli *run, cli_face face, const char *lead, const char *text)
{
    rung_text rest = cli_shown(run, &run->page, rung_text_trim(rung_text_of(text)));
    rung_text head = rung_text_of(lead);
    size_t indent = rung_text_width(head), width = (size_t)run->terminal.width;
    size_t room = width > indent + 10 ? width - indent : 10;
    do {
        rung_text line = first_line(rest);
        size_t size = fit(line, room);
        write_line(run, face, head, indent, rung_text_trim((rung_text){line.at, size}));
        head = (rung_text){0};
        rest = behind(rest, size);
    } while (rest.size > 0);
}

/* Working memory of one text: an endless interview takes no more of it than a short one. */
static rung_arena *start_text(cli *run)
{
    rung_arena_release(&run->page);
    rung_arena_share_guard(&run->page, &run->arena);
    return &run->page;
}

void cli_item(cli *run, cli_face face, const char *lead, const char *text)
{
    start_text(run);
    write_item(run, face, lead, text);
}

void cli_say(cli *run, const char *format, ...)
{
    rung_arena *page = start_text(run);
    va_list arguments;
    va_start(arguments, format);
    const char *text = rung_vformat(page, format, arguments);
    va_end(arguments);
    write_item(run, CLI_NORMAL, "", text);
}

void cli_heading(cli *run, const char *text)
{
    cli_blank(run);
    cli_item(run, CLI_BOLD, "", text);
}

void cli_blank(cli *run)
{
    rung_write(&run->out, RUNG_TEXT("\n"));
}

/* --- Tables ---------------------------------------------------------------------------------- */
enum { COLUMN_GAP = 2 };

void cli_table_add(cli *run, cli_table *table, const char *cell)
{
    rung_push(&run->arena, &table->cells, cli_shown_z(run, &run->arena, cell));
}

static size_t rows_of(const cli_table *table)
{
    return table->cells.count / table->columns;
}

static size_t column_width(const cli_table *table, size_t column)
{
    size_t width = rung_text_width(rung_text_of(table->titles[column]));
    for (size_t row = 0; row < rows_of(table); row++) {
        size_t cell = rung_text_width(rung_text_of(table->cells.at[row * table->columns + column]));
        width = cell > width ? cell : width;
    }
    return width;
}

static void write_row(cli *run, const cli_table *table, const char *const *cells,
                      const size_t *widths)
{
    for (size_t i = 0; i < table->columns; i++) {
        bool last = i + 1 == table->columns;
        size_t fill = last ? 0 : widths[i] + COLUMN_GAP - rung_text_width(rung_text_of(cells[i]));
        rung_write(&run->out, rung_text_of(cells[i]));
        rung_print(&run->out, "%*s", (int)fill, "");
    }
    cli_blank(run);
}

static void write_blocks(cli *run, const cli_table *table)
{
    for (size_t row = 0; row < rows_of(table); row++) {
        if (row > 0)
            cli_blank(run);
        for (size_t i = 0; i < table->columns; i++) {
            const char *cell = table->cells.at[row * table->columns + i];
            const char *lead = rung_format(&run->arena, "%s: ", table->titles[i]);
            if (*cell)
                cli_item(run, CLI_NORMAL, lead, cell);
        }
    }
}

void cli_table_write(cli *run, const cli_table *table)
{
    size_t *widths = rung_new_array(&run->arena, size_t, table->columns);
    size_t total = 0;
    for (size_t i = 0; i < table->columns; i++) {
        widths[i] = column_width(table, i);
        total += widths[i] + COLUMN_GAP;
    }
    if (run->terminal.plain || total - COLUMN_GAP > (size_t)run->terminal.width) {
        write_blocks(run, table);
        return;
    }
    write_row(run, table, table->titles, widths);
    for (size_t row = 0; row < rows_of(table); row++)
        write_row(run, table, &table->cells.at[row * table->columns], widths);
}
