/* wrap: lines for a terminal, never wider than asked for.
 *
 * All text passes through wrap_clean on its way out: it is the one place where text is escaped for
 * the terminal. Columns count from 0. Blanks are written only before what follows them, so that no
 * line ends in one. */
#ifndef RUNG_REPORT_WRAP_H
#define RUNG_REPORT_WRAP_H

#include "base/base.h"
#include "report/report.h"

typedef enum wrap_tone {
    WRAP_PLAIN,
    WRAP_STRONG,
    WRAP_QUIET,
    WRAP_GOOD,
    WRAP_TONE_COUNT,
} wrap_tone;

typedef struct wrap_writer {
    rung_arena *arena;
    rung_sink *sink;
    const rung_text_style *style;
    int column;  /* of what is written next; blanks up to there may still be owed */
    int written; /* columns of this line that are in the sink */
    int hang;    /* where the following lines of a flow begin */
    bool joined; /* the next word follows something on this line: a blank goes between */
} wrap_writer;

void wrap_init(wrap_writer *wrap, rung_arena *arena, const rung_text_style *style, rung_sink *sink);

/* As it will be written: one line, nothing unsafe, and ASCII only where the style says so. */
rung_text wrap_clean(const wrap_writer *wrap, const char *text);
int wrap_width(const wrap_writer *wrap, const char *text);

/* What is written next begins at `column`, or here if that is behind. */
void wrap_to(wrap_writer *wrap, int column);
/* One piece, not broken: for what is known to fit. */
void wrap_put(wrap_writer *wrap, const char *text, wrap_tone tone);
/* Words, with following lines at the hang; a word wider than a line is broken. */
void wrap_flow(wrap_writer *wrap, const char *text, wrap_tone tone);
/* The same, from `column`, with the hang there, and the line ended. */
void wrap_block(wrap_writer *wrap, int column, const char *text, wrap_tone tone);
void wrap_end_line(wrap_writer *wrap);

/* The lines of a text in `width` columns. */
typedef RUNG_VEC(const char *) wrap_lines;
wrap_lines wrap_break(const wrap_writer *wrap, const char *text, int width);

#endif
