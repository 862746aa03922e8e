#include "report/pdf_flow.h"

#include <math.h>
#include <string.h>

const pdf_look_data pdf_looks[PDF_LOOK_COUNT] = {
    [PDF_TITLE] = {19, 24, true, PDF_HAVE},
    [PDF_ASIDE] = {9, 13, false, PDF_INK_QUIET},
    [PDF_STORY] = {11.5, 16, false, PDF_INK},
    [PDF_HEADING] = {12, 16, true, PDF_HAVE},
    [PDF_PLAIN] = {9.5, 12.3, false, PDF_INK},
    [PDF_STRONG] = {9.5, 12.3, true, PDF_INK},
    [PDF_QUIET] = {9.5, 12.3, false, PDF_INK_QUIET},
    [PDF_SMALL] = {8, 11, false, PDF_INK_QUIET},
    [PDF_SMALL_STRONG] = {8, 11, true, PDF_INK_QUIET},
};

/* --- Boxes ----------------------------------------------------------------------------------- */
void pdf_space(pdf_flow *flow, double space)
{
    flow->owed = fmax(flow->owed, space);
}

void pdf_add_mark(pdf_flow *flow, pdf_box *box, pdf_mark mark)
{
    rung_push(flow->arena, &box->marks, mark);
}

pdf_box *pdf_add_box(pdf_flow *flow, double height)
{
    pdf_box *box = rung_new(flow->arena, pdf_box);
    *box = (pdf_box){.space = flow->owed, .height = fmax(height, flow->least)};
    flow->owed = flow->least = 0;
    flow->height += box->space + box->height;
    for (size_t i = 0; i < flow->pending.count; i++)
        pdf_add_mark(flow, box, flow->pending.at[i]);
    flow->pending.count = 0;
    rung_push(flow->arena, &flow->boxes, box);
    return box;
}

void pdf_begin(pdf_flow *flow, rung_pdf_tag tag)
{
    pdf_mark mark = {.kind = PDF_MARK_BEGIN, .tag = tag};
    rung_push(flow->arena, &flow->pending, mark);
}

void pdf_end(pdf_flow *flow, rung_pdf_tag tag)
{
    if (flow->pending.count)
        flow->pending.count--;
    else
        pdf_put_tag_end(flow, flow->boxes.at[flow->boxes.count - 1], tag);
}

void pdf_bookmark(pdf_flow *flow, size_t level, const char *title)
{
    pdf_mark mark = {.kind = PDF_MARK_BOOKMARK, .title = title, .level = level};
    rung_push(flow->arena, &flow->pending, mark);
}

void pdf_keep_with_next(pdf_flow *flow)
{
    if (flow->boxes.count)
        flow->boxes.at[flow->boxes.count - 1]->keep = true;
}

void pdf_keep(pdf_flow *flow, size_t first)
{
    double height = 0;
    for (size_t i = first; i < flow->boxes.count; i++)
        height += flow->boxes.at[i]->height + (i > first ? flow->boxes.at[i]->space : 0);
    for (size_t i = first; i + 1 < flow->boxes.count && height <= flow->tallest; i++)
        flow->boxes.at[i]->keep = true;
}

/* --- Text in boxes --------------------------------------------------------------------------- */
rung_pdf_text pdf_shape(pdf_flow *flow, const pdf_piece *pieces, size_t count, double width)
{
    rung_pdf_run *runs = rung_new_array(flow->arena, rung_pdf_run, count);
    for (size_t i = 0; i < count; i++) {
        const pdf_look_data *look = &pdf_looks[pieces[i].look];
        if (strlen(pieces[i].text) > RUNG_PDF_MAX_TEXT)
            flow->height = INFINITY;
        runs[i] = (rung_pdf_run){pieces[i].text, look->size, look->strong, look->color};
    }
    return rung_pdf_shape(flow->pdf, runs, count, width, 0);
}

rung_pdf_text pdf_shape_one(pdf_flow *flow, const char *text, pdf_look look, double width)
{
    return pdf_shape(flow, &(pdf_piece){text, look}, 1, width);
}

double pdf_line_height(const rung_pdf_line *line, pdf_look look)
{
    return fmax(line->ascent + line->descent, pdf_looks[look].leading);
}

double pdf_text_height(const rung_pdf_text *text, pdf_look look)
{
    double height = 0;
    for (size_t i = 0; i < text->count; i++)
        height += pdf_line_height(&text->lines[i], look);
    return height;
}

static pdf_mark line_mark(const rung_pdf_line *line, pdf_look look, double x, double y)
{
    double room = pdf_line_height(line, look) - line->ascent - line->descent;
    return (pdf_mark){.kind = PDF_MARK_LINE, .at = {x, y + room / 2 + line->ascent}, .line = *line};
}

void pdf_put_line(pdf_flow *flow, pdf_box *box, const rung_pdf_line *line, pdf_look look, double x,
                  double y)
{
    pdf_add_mark(flow, box, line_mark(line, look, x, y));
}

void pdf_pend_label(pdf_flow *flow, const rung_pdf_text *text, pdf_look look, double x)
{
    double y = 0;
    pdf_begin(flow, RUNG_PDF_LABEL);
    for (size_t i = 0; i < text->count; i++) {
        pdf_mark mark = line_mark(&text->lines[i], look, x, y);
        rung_push(flow->arena, &flow->pending, mark);
        y += pdf_line_height(&text->lines[i], look);
    }
    pdf_mark end = {.kind = PDF_MARK_END, .tag = RUNG_PDF_LABEL};
    rung_push(flow->arena, &flow->pending, end);
    flow->least = fmax(flow->least, y);
}

void pdf_put_text(pdf_flow *flow, pdf_box *box, const rung_pdf_text *text, pdf_look look, double x,
                  double y)
{
    for (size_t i = 0; i < text->count; i++) {
        pdf_put_line(flow, box, &text->lines[i], look, x, y);
        y += pdf_line_height(&text->lines[i], look);
    }
}

void pdf_add_lines(pdf_flow *flow, const rung_pdf_text *text, pdf_look look, double x)
{
    for (size_t i = 0; i < text->count; i++) {
        pdf_box *box = pdf_add_box(flow, pdf_line_height(&text->lines[i], look));
        pdf_put_line(flow, box, &text->lines[i], look, x, 0);
        box->keep = i + 1 < text->count && (i == 0 || i + 2 == text->count);
    }
}

void pdf_paragraph(pdf_flow *flow, const char *text, pdf_look look, double x, double width)
{
    rung_pdf_text shaped = pdf_shape_one(flow, text, look, width);
    pdf_begin(flow, RUNG_PDF_PARAGRAPH);
    pdf_add_lines(flow, &shaped, look, x);
    pdf_end(flow, RUNG_PDF_PARAGRAPH);
}

/* --- Shapes in boxes ------------------------------------------------------------------------- */
void pdf_put_rectangle(pdf_flow *flow, pdf_box *box, rung_pdf_point at, rung_pdf_point size,
                       uint32_t fill)
{
    pdf_add_mark(flow, box,
                 (pdf_mark){.kind = PDF_MARK_RECTANGLE,
                            .at = at,
                            .size = size,
                            .paint = {.fill = fill, .stroke = RUNG_PDF_NONE}});
}

void pdf_put_rule(pdf_flow *flow, pdf_box *box, rung_pdf_point from, rung_pdf_point to,
                  uint32_t color)
{
    pdf_add_mark(
        flow, box,
        (pdf_mark){.kind = PDF_MARK_POLYGON,
                   .points = {from, to},
                   .count = 2,
                   .paint = {.fill = RUNG_PDF_NONE, .stroke = color, .thick = 0.6, .open = true}});
}

void pdf_put_tag(pdf_flow *flow, pdf_box *box, rung_pdf_tag tag)
{
    pdf_add_mark(flow, box, (pdf_mark){.kind = PDF_MARK_BEGIN, .tag = tag});
}

void pdf_put_tag_end(pdf_flow *flow, pdf_box *box, rung_pdf_tag tag)
{
    pdf_add_mark(flow, box, (pdf_mark){.kind = PDF_MARK_END, .tag = tag});
}
