/* text_parts: the blocks that are more than words, as lines of text: tables and pictures. */
#ifndef RUNG_REPORT_TEXT_PARTS_H
#define RUNG_REPORT_TEXT_PARTS_H

#include "report/document.h"
#include "report/wrap.h"

enum { REPORT_INDENT = 2 };

void report_render_table(report_writer *writer, const report_block *block);
void report_render_bars(report_writer *writer, const report_block *block);
void report_render_timeline(report_writer *writer, const report_block *block);

/* A bar of cells: some before it, then what is sure, what is possible, and the rest. */
typedef struct report_spans {
    int before, sure, possible, rest;
} report_spans;

void report_put_spans(report_writer *writer, const report_spans *spans);

#endif
