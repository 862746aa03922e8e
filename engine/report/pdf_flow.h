/* pdf_flow: a column of boxes that becomes pages.
 *
 * A box has a height and is never cut; what it shows are marks in it. Boxes are laid out one below
 * the other first, then put on pages, then drawn: so "page 2 of 5" is known, and what belongs
 * together stays together. All of it lives in the arena of the document. */
#ifndef RUNG_REPORT_PDF_FLOW_H
#define RUNG_REPORT_PDF_FLOW_H

#include "pdf/pdf.h"

/* --- Looks ----------------------------------------------------------------------------------- */
typedef enum pdf_look {
    PDF_TITLE,
    PDF_ASIDE, /* below the title */
    PDF_STORY,
    PDF_HEADING,
    PDF_PLAIN,
    PDF_STRONG,
    PDF_QUIET,
    PDF_SMALL, /* words of pictures, the foot of a page */
    PDF_SMALL_STRONG,
    PDF_LOOK_COUNT,
} pdf_look;

typedef struct pdf_look_data {
    double size, leading; /* leading: from one base line to the next, at least */
    bool strong;
    uint32_t color;
} pdf_look_data;

extern const pdf_look_data pdf_looks[PDF_LOOK_COUNT];

/* Dark enough for text on white (6:1 and more), and apart from each other when printed in grey. */
enum {
    PDF_INK = 0x20262b,
    PDF_INK_QUIET = 0x566069,
    PDF_LINE = 0xc9ccce,
    PDF_TRACK = 0xeef0f0,
    PDF_HAVE = 0x17645c,
    PDF_HAVE_LIGHT = 0xb9d8d3,
    PDF_LACK = 0xa34a1c,
    PDF_LACK_LIGHT = 0xf0d2c2,
};

/* --- Boxes ----------------------------------------------------------------------------------- */
typedef enum pdf_mark_kind {
    PDF_MARK_LINE, /* of text; `at` is on its base line */
    PDF_MARK_RECTANGLE,
    PDF_MARK_POLYGON,
    PDF_MARK_BEGIN,
    PDF_MARK_END,
    PDF_MARK_BOOKMARK,
} pdf_mark_kind;

enum { PDF_MARK_POINTS = 4 };

/* Points count from the top of the box, and from the left of the page. */
typedef struct pdf_mark {
    pdf_mark_kind kind;
    rung_pdf_point at, size;
    rung_pdf_line line;
    rung_pdf_point points[PDF_MARK_POINTS];
    size_t count;
    rung_pdf_paint paint;
    rung_pdf_tag tag;
    const char *title;
    size_t level;
} pdf_mark;

typedef struct pdf_box pdf_box;
struct pdf_box {
    double space; /* above it, except at the top of a page */
    double height;
    bool keep;            /* on the page of the next one */
    const pdf_box *again; /* comes first where a page begins with this one; or NULL */
    RUNG_VEC(pdf_mark) marks;
};

typedef struct pdf_flow {
    rung_arena *arena;
    rung_pdf *pdf;
    double left, width; /* of the column */
    double tallest;     /* what a page has room for */
    RUNG_VEC(pdf_box *) boxes;
    RUNG_VEC(pdf_mark) pending; /* to begin with the next box */
    double least;               /* height of the next box, for what is pending */
    double owed;                /* space above the next box */
    double height;              /* of all boxes so far; infinite if there is a text without end */
} pdf_flow;

/* The space above what comes next: the largest that is asked for counts. */
void pdf_space(pdf_flow *flow, double space);
pdf_box *pdf_add_box(pdf_flow *flow, double height);
void pdf_add_mark(pdf_flow *flow, pdf_box *box, pdf_mark mark);

/* What stands between the two is part of it. A tag in which nothing is drawn is left out. */
void pdf_begin(pdf_flow *flow, rung_pdf_tag tag);
void pdf_end(pdf_flow *flow, rung_pdf_tag tag);
void pdf_bookmark(pdf_flow *flow, size_t level, const char *title);

/* Boxes from `first` to here stay on one page, if one can hold them. */
void pdf_keep(pdf_flow *flow, size_t first);
/* The newest box stays with what comes next. */
void pdf_keep_with_next(pdf_flow *flow);

/* --- Text in boxes --------------------------------------------------------------------------- */
typedef struct pdf_piece {
    const char *text;
    pdf_look look;
} pdf_piece;

rung_pdf_text pdf_shape(pdf_flow *flow, const pdf_piece *pieces, size_t count, double width);
rung_pdf_text pdf_shape_one(pdf_flow *flow, const char *text, pdf_look look, double width);
double pdf_line_height(const rung_pdf_line *line, pdf_look look);
double pdf_text_height(const rung_pdf_text *text, pdf_look look);
/* One line with the top of its room at `y`. */
void pdf_put_line(pdf_flow *flow, pdf_box *box, const rung_pdf_line *line, pdf_look look, double x,
                  double y);
/* All lines, from `y` downwards. */
void pdf_put_text(pdf_flow *flow, pdf_box *box, const rung_pdf_text *text, pdf_look look, double x,
                  double y);
/* A box for each line; no page begins or ends with a single one of several. */
void pdf_add_lines(pdf_flow *flow, const rung_pdf_text *text, pdf_look look, double x);
/* At the top of the next box, whatever else stands in it. */
void pdf_pend_label(pdf_flow *flow, const rung_pdf_text *text, pdf_look look, double x);
/* Shapes and adds, as a paragraph. */
void pdf_paragraph(pdf_flow *flow, const char *text, pdf_look look, double x, double width);

/* --- Shapes in boxes ------------------------------------------------------------------------- */
void pdf_put_rectangle(pdf_flow *flow, pdf_box *box, rung_pdf_point at, rung_pdf_point size,
                       uint32_t fill);
void pdf_put_rule(pdf_flow *flow, pdf_box *box, rung_pdf_point from, rung_pdf_point to,
                  uint32_t color);
void pdf_put_tag(pdf_flow *flow, pdf_box *box, rung_pdf_tag tag);
void pdf_put_tag_end(pdf_flow *flow, pdf_box *box, rung_pdf_tag tag);

#endif
