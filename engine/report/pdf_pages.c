#include "report/pdf_pages.h"

#include "report/words.h"

#define FEW      0.25 /* of a page */
#define FOOT_GAP 14   /* between the lowest box and the line above the foot */

/* A box and where it came to stand. */
struct placed {
    const pdf_box *box;
    size_t page;
    double y;
};

struct pages {
    pdf_flow *flow;
    const pdf_sheet *sheet;
    RUNG_VEC(struct placed) placed;
    size_t page; /* from 0 */
    double y, bottom;
    bool begun;    /* something stands on this page */
    double spaces; /* what is left of the space between boxes */
    RUNG_VEC(rung_pdf_tag) open;
    rung_pdf_text foot;
};

/* --- Which page ------------------------------------------------------------------------------ */
static void next_page(struct pages *pages)
{
    pages->page++;
    pages->y = pages->sheet->top;
    pages->begun = false;
}

static void place(struct pages *pages, const pdf_box *box)
{
    if (pages->begun)
        pages->y += box->space * pages->spaces;
    struct placed placed = {box, pages->page, pages->y};
    rung_push(pages->flow->arena, &pages->placed, placed);
    pages->y += box->height;
    pages->begun = true;
}

/* The first box behind those that are kept together from `first` on, and how tall they are. */
static size_t end_of_group(const struct pages *pages, size_t first, double *height)
{
    const pdf_flow *flow = pages->flow;
    size_t at = first;
    *height = flow->boxes.at[at]->height;
    while (flow->boxes.at[at]->keep && at + 1 < flow->boxes.count) {
        at++;
        *height += flow->boxes.at[at]->space * pages->spaces + flow->boxes.at[at]->height;
    }
    return at + 1;
}

static bool fits(const struct pages *pages, double space, double height)
{
    return pages->y + (pages->begun ? space * pages->spaces : 0) + height <= pages->bottom;
}

static void place_boxes(struct pages *pages, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const pdf_box *box = pages->flow->boxes.at[i];
        if (pages->begun && !fits(pages, box->space, box->height))
            next_page(pages);
        if (!pages->begun && box->again && box->again != box)
            place(pages, box->again);
        place(pages, box);
    }
}

static void place_with(struct pages *pages, double spaces)
{
    const pdf_flow *flow = pages->flow;
    pages->placed.count = pages->page = 0;
    pages->y = pages->sheet->top;
    pages->begun = false;
    pages->spaces = spaces;
    for (size_t i = 0; i < flow->boxes.count;) {
        double height;
        size_t end = end_of_group(pages, i, &height);
        if (pages->begun && !fits(pages, flow->boxes.at[i]->space, height) &&
            height <= flow->tallest)
            next_page(pages);
        place_boxes(pages, i, end);
        i = end;
    }
}

/* A few lines on a page of their own look forgotten: what stands before them moves closer together
 * if that brings them back. */
static void place_all(struct pages *pages)
{
    static const double spaces[] = {1, 0.85, 0.7};
    size_t most = SIZE_MAX;
    for (size_t i = 0; i < RUNG_COUNT(spaces); i++) {
        place_with(pages, spaces[i]);
        double filled = (pages->y - pages->sheet->top) / pages->flow->tallest;
        if (pages->page < most && (pages->page == 0 || i > 0 || filled > FEW))
            return;
        most = pages->page;
    }
    place_with(pages, 1);
}

/* --- Drawing --------------------------------------------------------------------------------- */
static void draw_mark(struct pages *pages, const pdf_mark *mark, double top)
{
    rung_pdf *pdf = pages->flow->pdf;
    rung_pdf_point at = {mark->at.x, top + mark->at.y}, points[PDF_MARK_POINTS];
    for (size_t i = 0; i < mark->count; i++)
        points[i] = (rung_pdf_point){mark->points[i].x, top + mark->points[i].y};
    switch (mark->kind) {
    case PDF_MARK_LINE:
        rung_pdf_write(pdf, &mark->line, at.x, at.y);
        break;
    case PDF_MARK_RECTANGLE:
        rung_pdf_rectangle(pdf, at, mark->size, &mark->paint);
        break;
    case PDF_MARK_POLYGON:
        rung_pdf_polygon(pdf, points, mark->count, &mark->paint);
        break;
    case PDF_MARK_BEGIN:
        rung_push(pages->flow->arena, &pages->open, mark->tag);
        rung_pdf_begin(pdf, mark->tag);
        break;
    case PDF_MARK_END:
        pages->open.count--;
        rung_pdf_end(pdf, mark->tag);
        break;
    case PDF_MARK_BOOKMARK:
        rung_pdf_bookmark(pdf, mark->level, mark->title, top);
        break;
    }
}

static rung_pdf_text shape_foot(struct pages *pages, const char *text, double width)
{
    const pdf_look_data *look = &pdf_looks[PDF_SMALL];
    rung_pdf_run run = {text, look->size, look->strong, look->color};
    return rung_pdf_shape(pages->flow->pdf, &run, 1, width, 1);
}

static rung_pdf_text page_number(struct pages *pages, size_t page)
{
    rung_arena *arena = pages->flow->arena;
    return shape_foot(pages,
                      report_fill(arena, WORD_PAGE, rung_format(arena, "%zu", page + 1),
                                  rung_format(arena, "%zu", pages->page + 1)),
                      0);
}

/* The foot is no content: it stands in no tag. */
static void draw_foot(struct pages *pages, size_t page)
{
    const pdf_sheet *sheet = pages->sheet;
    rung_pdf *pdf = pages->flow->pdf;
    rung_pdf_text number = page_number(pages, page);
    double top = sheet->height - sheet->bottom + FOOT_GAP, right = sheet->width - sheet->side;
    double base = top + pdf_looks[PDF_SMALL].leading + 1;
    const rung_pdf_paint rule = {RUNG_PDF_NONE, PDF_LINE, 0.6, false, true};
    rung_pdf_polygon(pdf, (rung_pdf_point[]){{sheet->side, top}, {right, top}}, 2, &rule);
    rung_pdf_write(pdf, &pages->foot.lines[0], sheet->side, base);
    rung_pdf_write(pdf, &number.lines[0], right - number.width, base);
}

/* Tags end with the page, and what is still to come begins them anew. */
static void end_page(struct pages *pages, size_t page)
{
    rung_pdf *pdf = pages->flow->pdf;
    for (size_t i = pages->open.count; i-- > 0;)
        rung_pdf_end(pdf, pages->open.at[i]);
    draw_foot(pages, page);
    if (page == pages->page)
        return;
    rung_pdf_turn(pdf);
    for (size_t i = 0; i < pages->open.count; i++)
        rung_pdf_begin(pdf, pages->open.at[i]);
}

void pdf_draw_pages(pdf_flow *flow, const pdf_sheet *sheet, const char *foot)
{
    struct pages pages = {
        .flow = flow, .sheet = sheet, .y = sheet->top, .bottom = sheet->height - sheet->bottom};
    place_all(&pages);
    double room = flow->width - page_number(&pages, pages.page).width - FOOT_GAP;
    pages.foot = shape_foot(&pages, foot, room);
    size_t page = 0;
    for (size_t i = 0; i < pages.placed.count; i++) {
        const struct placed *placed = &pages.placed.at[i];
        for (; page < placed->page; page++)
            end_page(&pages, page);
        for (size_t k = 0; k < placed->box->marks.count; k++)
            draw_mark(&pages, &placed->box->marks.at[k], placed->y);
    }
    end_page(&pages, page);
}
