/* text_render: a document as lines of text. It decides nothing about what is said. */
#ifndef RUNG_REPORT_TEXT_RENDER_H
#define RUNG_REPORT_TEXT_RENDER_H

#include "report/document.h"
#include "report/report.h"

void report_render_text(rung_arena *arena, const report_document *document,
                        const rung_text_style *style, rung_sink *sink);

#endif
