/* text_parts: the blocks that are more than words, as lines of text: tables and bars. */
#ifndef RUNG_REPORT_TEXT_PARTS_H
#define RUNG_REPORT_TEXT_PARTS_H

#include "report/document.h"
#include "report/wrap.h"

enum { REPORT_INDENT = 2 };

void report_render_table(report_writer *writer, const report_block *block);
void report_render_bars(report_writer *writer, const report_block *block);

#endif
