#ifndef RUNG_REPORT_PDF_RENDER_H
#define RUNG_REPORT_PDF_RENDER_H

#include "report/document.h"
#include "report/report.h"

/* A document as PDF. Inside the arena's guard. Statuses are those of rung_report_write. */
rung_status report_render_pdf(rung_arena *arena, const report_document *document, rung_paper paper,
                              int64_t created, rung_sink *sink);

#endif
