/* pdf_parts: what draws a kind of block into the flow. */
#ifndef RUNG_REPORT_PDF_PARTS_H
#define RUNG_REPORT_PDF_PARTS_H

#include "report/document.h"
#include "report/pdf_flow.h"

/* A label, and text beside it; what comes next stands below the text. The first box, which has the
 * label. Label and text are tagged, the label if it is not "". */
typedef struct pdf_labelled {
    pdf_piece label;
    double label_x, label_width;
    const pdf_piece *pieces; /* of one look, as far as the height of a line goes */
    size_t count;
    double x, width;
} pdf_labelled;
pdf_box *pdf_add_labelled(pdf_flow *flow, const pdf_labelled *labelled);

/* Rows of cells, one of which may be drawn instead of written. */
typedef struct pdf_grid {
    const report_table *table;
    bool ruled;      /* with its headers, and lines between the rows */
    double low, gap; /* above and below the text of a row; between columns */
    /* Between the first column and the next, as wide as is left. `row` is SIZE_MAX for the
     * headers. NULL if nothing is drawn. */
    void (*draw)(pdf_flow *flow, pdf_box *box, const report_block *block, size_t row,
                 rung_pdf_point at, rung_pdf_point size);
    const report_block *block;
} pdf_grid;
void pdf_add_grid(pdf_flow *flow, const pdf_grid *grid);

void pdf_add_table(pdf_flow *flow, const report_block *block);
void pdf_add_scale(pdf_flow *flow, const report_block *block);
void pdf_add_bars(pdf_flow *flow, const report_block *block);
void pdf_add_ladder(pdf_flow *flow, const report_block *block);
void pdf_add_timeline(pdf_flow *flow, const report_block *block);

#endif
