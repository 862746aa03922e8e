/* pdf_pages: boxes on pages, and pages drawn. */
#ifndef RUNG_REPORT_PDF_PAGES_H
#define RUNG_REPORT_PDF_PAGES_H

#include "report/pdf_flow.h"

typedef struct pdf_sheet {
    double width, height;
    double side, top, bottom; /* margins; the foot stands in the lowest */
} pdf_sheet;

enum { PDF_MAX_PAGES = 300 }; /* of a report; nobody prints more, and each takes milliseconds */

/* Puts the boxes on pages and draws them, with `foot` and the number of the page below each. */
void pdf_draw_pages(pdf_flow *flow, const pdf_sheet *sheet, const char *foot);

#endif
