/* text_parts: the blocks that are more than words, as lines of text: tables and bars. */
#ifndef RUNG_REPORT_TEXT_PARTS_H
#define RUNG_REPORT_TEXT_PARTS_H

#include "report/document.h"
#include "report/wrap.h"

enum { TEXT_INDENT = 2 };

void text_table(wrap_writer *wrap, const document_block *block);
void text_bars(wrap_writer *wrap, const document_block *block);

#endif
