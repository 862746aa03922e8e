/* Finds the driver, and passes everything on to it. */
#include "pdf/driver.h"

#include <dlfcn.h>

/* NULL where there is none. A module stays once it is loaded: GLib cannot be taken away again. The
 * loader looks for it where the program says that its libraries are, then where all are. */
static const rung_pdf_driver *find_driver(void)
{
    void *module = dlopen(RUNG_PDF_MODULE, RTLD_NOW | RTLD_LOCAL);
    return module ? dlsym(module, RUNG_PDF_DRIVER_NAME) : NULL;
}

bool rung_pdf_built(void)
{
    return find_driver() != NULL;
}

rung_status rung_pdf_new(rung_pdf **out, rung_arena *arena, const rung_pdf_setup *setup,
                         rung_sink *sink)
{
    const rung_pdf_driver *driver = find_driver();
    return driver ? driver->open(out, arena, setup, sink) : RUNG_NOT_FOUND;
}

rung_status rung_pdf_finish(rung_pdf *pdf)
{
    return pdf->driver->finish(pdf);
}

void rung_pdf_free(rung_pdf *pdf)
{
    if (pdf)
        pdf->driver->free(pdf);
}

rung_pdf_text rung_pdf_shape(rung_pdf *pdf, const rung_pdf_run *runs, size_t count, double width,
                             int most)
{
    return pdf->driver->shape(pdf, runs, count, width, most);
}

void rung_pdf_write(rung_pdf *pdf, const rung_pdf_line *line, double x, double y)
{
    pdf->driver->write(pdf, line, x, y);
}

void rung_pdf_rectangle(rung_pdf *pdf, rung_pdf_point from, rung_pdf_point size,
                        const rung_pdf_paint *paint)
{
    pdf->driver->rectangle(pdf, from, size, paint);
}

void rung_pdf_polygon(rung_pdf *pdf, const rung_pdf_point *points, size_t count,
                      const rung_pdf_paint *paint)
{
    pdf->driver->polygon(pdf, points, count, paint);
}

void rung_pdf_begin(rung_pdf *pdf, rung_pdf_tag tag)
{
    pdf->driver->begin(pdf, tag);
}

void rung_pdf_end(rung_pdf *pdf, rung_pdf_tag tag)
{
    pdf->driver->end(pdf, tag);
}

void rung_pdf_bookmark(rung_pdf *pdf, size_t level, const char *title, double y)
{
    pdf->driver->bookmark(pdf, level, title, y);
}

void rung_pdf_turn(rung_pdf *pdf)
{
    pdf->driver->turn(pdf);
}
