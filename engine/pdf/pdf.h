/* pdf: pages of shaped text, lines and shapes, tagged for screen readers, with bookmarks.
 *
 * The only place that knows Cairo and Pango, in cairo.c. That is a module which is loaded when the
 * first document is made; where rung is built or installed without it, rung_pdf_new says
 * RUNG_NOT_FOUND.
 *
 * Lengths are points, 1/72 inch; x grows to the right and y downwards from the top left corner.
 * Everything runs inside the guard of the document's arena. Text of any script is shaped, from
 * right to left where it is so written. It is plain, as content and people wrote it: line ends
 * and tabs are drawn as blanks, and what is unsafe (rung_printable) as its number, here.
 *
 * Exceptions to what base.h promises, none of which can be had otherwise:
 *  - Cairo, Pango and the fontconfig and GLib below them take memory from libc, not from the hook.
 *    Cairo says so when there is none left: RUNG_NO_MEMORY. GLib ends the process.
 *  - fontconfig reads its configuration from files and the environment, keeps what it read until
 *    the process ends, and complains on standard error if there is none. Which fonts there are
 *    decides how wide text is; language, time zone and clock decide nothing. */
#ifndef RUNG_PDF_H
#define RUNG_PDF_H

#include "base/base.h"

typedef struct rung_pdf rung_pdf;

typedef struct rung_pdf_setup {
    double width, height;        /* of every page */
    const char *title, *subject; /* for the properties; or NULL */
    const char *language;        /* BCP 47: how letters are shaped; or NULL */
    int64_t created;             /* ms since 1970 */
} rung_pdf_setup;

/* False if the module is not there. */
bool rung_pdf_built(void);

/* A document whose bytes go to `sink` while pages are finished. RUNG_NOT_FOUND: rung_pdf_built is
 * false, or there is no font. Whoever has `*out` frees it before its arena is released, also after
 * a failure. */
rung_status rung_pdf_new(rung_pdf **out, rung_arena *arena, const rung_pdf_setup *setup,
                         rung_sink *sink);
/* Ends the last page. RUNG_NO_MEMORY, or RUNG_IO if the sink has failed. Nothing is drawn after. */
rung_status rung_pdf_finish(rung_pdf *pdf);
void rung_pdf_free(rung_pdf *pdf); /* NULL-safe */

/* --- Text ------------------------------------------------------------------------------------ */
/* A piece of a paragraph in one look. */
typedef struct rung_pdf_run {
    const char *text;
    double
        size; /* as large as this size of a common face: faces with large letters are set smaller */
    bool strong;
    uint32_t color; /* 0xRRGGBB */
} rung_pdf_run;

typedef struct rung_pdf_line {
    const void *shape;
    double
        start; /* where it begins in the width that it was broken for: right to left at the end */
    double width;
    double ascent, descent; /* above and below its base line, with room for all its marks */
} rung_pdf_line;

/* A paragraph, broken into lines; at least one. Lives until the document is freed. */
typedef struct rung_pdf_text {
    const rung_pdf_line *lines;
    size_t count;
    double width; /* of the widest line */
} rung_pdf_text;

enum { RUNG_PDF_MAX_TEXT = 256 * 1024 }; /* bytes of a paragraph; what is behind them is left out */

/* Lines are no wider than `width`, also if a word has to be broken; 0 for one line of any width.
 * With `most` lines the rest is "…"; 0 for any number. */
rung_pdf_text rung_pdf_shape(rung_pdf *pdf, const rung_pdf_run *runs, size_t count, double width,
                             int most);
/* Where its width begins, and its base line. */
void rung_pdf_write(rung_pdf *pdf, const rung_pdf_line *line, double x, double y);

/* --- Shapes ---------------------------------------------------------------------------------- */
#define RUNG_PDF_NONE UINT32_MAX

typedef struct rung_pdf_paint {
    uint32_t fill, stroke; /* 0xRRGGBB or RUNG_PDF_NONE */
    double thick;          /* of the stroke */
    bool round;            /* a shape is an ellipse; ends and corners of a stroke are round */
    bool open;             /* the last point is not joined with the first */
} rung_pdf_paint;

typedef struct rung_pdf_point {
    double x, y;
} rung_pdf_point;

void rung_pdf_rectangle(rung_pdf *pdf, rung_pdf_point from, rung_pdf_point size,
                        const rung_pdf_paint *paint);
void rung_pdf_polygon(rung_pdf *pdf, const rung_pdf_point *points, size_t count,
                      const rung_pdf_paint *paint);

/* --- Structure ------------------------------------------------------------------------------- */
/* What stands between begin and end is part of it; what is in none is no content: the foot of a
 * page. They nest, and end on the page on which they begin. */
#define RUNG_PDF_TAGS(X)                                                                           \
    X(TITLE, "H1")                                                                                 \
    X(HEADING, "H2")                                                                               \
    X(PARAGRAPH, "P")                                                                              \
    X(LIST, "L")                                                                                   \
    X(ITEM, "LI")                                                                                  \
    X(LABEL, "Lbl")                                                                                \
    X(BODY, "LBody")                                                                               \
    X(TABLE, "Table")                                                                              \
    X(ROW, "TR")                                                                                   \
    X(HEAD, "TH")                                                                                  \
    X(CELL, "TD")                                                                                  \
    X(FIGURE, "Figure")                                                                            \
    X(CAPTION, "Caption")

typedef enum rung_pdf_tag {
#define RUNG_PDF_TAG_ID(name, written) RUNG_PDF_##name,
    RUNG_PDF_TAGS(RUNG_PDF_TAG_ID)
#undef RUNG_PDF_TAG_ID
} rung_pdf_tag;

void rung_pdf_begin(rung_pdf *pdf, rung_pdf_tag tag);
void rung_pdf_end(rung_pdf *pdf, rung_pdf_tag tag);

enum { RUNG_PDF_LEVELS = 2 };
/* An entry of the outline that leads to `y` of this page; 0 is the level of the title. */
void rung_pdf_bookmark(rung_pdf *pdf, size_t level, const char *title, double y);
/* The next page. */
void rung_pdf_turn(rung_pdf *pdf);

#endif
