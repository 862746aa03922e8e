/* driver: what stands behind a document. It is a module of its own, loaded when the first PDF is
 * made: whoever makes none does not wait for Cairo, Pango and the thirty libraries below them. */
#ifndef RUNG_PDF_DRIVER_H
#define RUNG_PDF_DRIVER_H

#include "pdf/pdf.h"

/* As the functions of pdf.h. */
typedef struct rung_pdf_driver {
    rung_status (*open)(rung_pdf **out, rung_arena *arena, const rung_pdf_setup *setup,
                        rung_sink *sink);
    rung_status (*finish)(rung_pdf *pdf);
    void (*free)(rung_pdf *pdf);
    rung_pdf_text (*shape)(rung_pdf *pdf, const rung_pdf_run *runs, size_t count, double width,
                           int most);
    void (*write)(rung_pdf *pdf, const rung_pdf_line *line, double x, double y);
    void (*rectangle)(rung_pdf *pdf, rung_pdf_point from, rung_pdf_point size,
                      const rung_pdf_paint *paint);
    void (*polygon)(rung_pdf *pdf, const rung_pdf_point *points, size_t count,
                    const rung_pdf_paint *paint);
    void (*begin)(rung_pdf *pdf, rung_pdf_tag tag);
    void (*end)(rung_pdf *pdf, rung_pdf_tag tag);
    void (*bookmark)(rung_pdf *pdf, size_t level, const char *title, double y);
    void (*turn)(rung_pdf *pdf);
} rung_pdf_driver;

/* The one symbol of the module. */
#define RUNG_PDF_DRIVER_NAME "rung_pdf_cairo"
extern const rung_pdf_driver rung_pdf_cairo;

/* How every document begins. */
struct rung_pdf {
    const rung_pdf_driver *driver;
};

#endif
