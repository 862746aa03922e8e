/* page: writing for people, on standard output. Lines are wrapped to the terminal with hanging
 * indents; text of content and answers is made safe for a terminal on its way. */
#ifndef CLI_PAGE_H
#define CLI_PAGE_H

#include "cli.h"

typedef enum cli_face { CLI_NORMAL, CLI_BOLD, CLI_DIM } cli_face;

/* Text as it may be shown: control characters visible, and ASCII where nothing else can be shown
 * (typographic marks become their ASCII likeness, other letters '?'). Line ends are kept. */
rung_text cli_shown(const cli *cli, rung_arena *arena, rung_text text);
const char *cli_shown_z(const cli *cli, rung_arena *arena, const char *z);

/* The text with each run of blanks and line ends as one blank. */
const char *cli_one_line(rung_arena *arena, rung_text text);

/* The text as it may be shown, on one line and at most `width` columns wide; what is cut off leaves
 * dots. */
const char *cli_cut(const cli *cli, rung_arena *arena, const char *text, size_t width);

/* `text` wrapped behind `lead`; further lines are indented as wide as the lead is. A line end in
 * the text begins a new line. */
void cli_item(cli *cli, cli_face face, const char *lead, const char *text);
/* The same with the text formatted; its arguments are shown like content. */
void cli_say(cli *cli, const char *format, ...) RUNG_PRINTF(2, 3);
/* An empty line, a heading, and nothing behind it. */
void cli_heading(cli *cli, const char *text);
void cli_blank(cli *cli);

/* Columns, as wide as what is in them. Where the terminal is too narrow, or with --plain, each
 * row becomes a block of "title: cell" lines. Cells live until the table is written. */
typedef struct cli_table {
    const char *const *titles;
    size_t columns;
    RUNG_VEC(const char *) cells; /* row by row */
} cli_table;

void cli_table_add(cli *cli, cli_table *table, const char *cell);
void cli_table_write(cli *cli, const cli_table *table);

#endif
