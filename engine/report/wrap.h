/* wrap: lines for a terminal, never wider than asked for.
 *
 * All text passes through report_clean on its way out: it is the one place where text is escaped
 * for the terminal. Columns count from 0. Blanks are written only before what follows them, so that
 * no line ends in one. */
#ifndef RUNG_REPORT_WRAP_H
#define RUNG_REPORT_WRAP_H

#include "base/base.h"
#include "report/report.h"

typedef enum report_tone {
    REPORT_PLAIN,
    REPORT_STRONG,
    REPORT_QUIET,
    REPORT_GOOD,
    REPORT_TONE_COUNT,
} report_tone;

typedef struct report_writer {
    rung_arena *arena;
    rung_sink *sink;
    const rung_text_style *style;
    int column;  /* of what is written next; blanks up to there may still be owed */
    int written; /* columns of this line that are in the sink */
    int hang;    /* where the following lines of a flow begin */
    bool joined; /* the next word follows something on this line: a blank goes between */
} report_writer;

void report_writer_init(report_writer *writer, rung_arena *arena, const rung_text_style *style,
                        rung_sink *sink);

/* As it will be written: one line, nothing unsafe, and ASCII only where the style says so. */
rung_text report_clean(const report_writer *writer, const char *text);
int report_width(const report_writer *writer, const char *text);

/* What is written next begins at `column`, or here if that is behind. */
void report_move(report_writer *writer, int column);
/* One piece, not broken: for what is known to fit. */
void report_put(report_writer *writer, const char *text, report_tone tone);
/* Words, with following lines at the hang; a word wider than a line is broken. */
void report_flow(report_writer *writer, const char *text, report_tone tone);
/* The same, from `column`, with the hang there, and the line ended. */
void report_flow_block(report_writer *writer, int column, const char *text, report_tone tone);
void report_end_line(report_writer *writer);

/* The lines of a text in `width` columns. */
typedef RUNG_VEC(const char *) report_lines;
report_lines report_break(const report_writer *writer, const char *text, int width);

#endif
