/* markdown: a document as CommonMark, which has no tables and no pictures: both become lists. */
#ifndef RUNG_REPORT_MARKDOWN_H
#define RUNG_REPORT_MARKDOWN_H

#include "report/document.h"

void report_render_markdown(rung_arena *arena, const report_document *document, rung_sink *sink);

#endif
