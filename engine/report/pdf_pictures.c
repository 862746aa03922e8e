/* Pictures as shapes, each with its words below it. The figures stand as text in them. */
#include "report/pdf_parts.h"

#include "report/words.h"

#include <math.h>

#define BAR         7   /* tall */
#define EDGE        0.6 /* of what is possible, in the colour of what is sure */
#define TICK        3   /* beyond the bar, on both sides */
#define SWATCH      7
#define WORDS_GAP   3
#define WORDS_SHARE 0.8 /* of the width, beside what the shades mean */
#define AFTER       10

struct colors {
    uint32_t sure, possible;
};
static const struct colors have = {PDF_HAVE, PDF_HAVE_LIGHT}, lack = {PDF_LACK, PDF_LACK_LIGHT};

/* What is possible has an edge, too: it does not fade into the track on any printer. */
static void put_shaded(pdf_flow *flow, pdf_box *box, struct colors colors, rung_pdf_point at,
                       rung_pdf_point size)
{
    if (size.x < EDGE)
        return;
    pdf_add_mark(flow, box,
                 (pdf_mark){.kind = PDF_MARK_RECTANGLE,
                            .at = {at.x, at.y + EDGE / 2},
                            .size = {size.x - EDGE / 2, size.y - EDGE},
                            .paint = {colors.possible, colors.sure, EDGE, false, false}});
}

/* --- Words ----------------------------------------------------------------------------------- */
static double put_shade(pdf_flow *flow, pdf_box *box, const char *words, struct colors colors,
                        bool sure, double right)
{
    rung_pdf_text text = pdf_shape_one(flow, words, PDF_SMALL, 0);
    double height = pdf_line_height(&text.lines[0], PDF_SMALL);
    double x = right - text.width;
    pdf_put_line(flow, box, &text.lines[0], PDF_SMALL, x, 0);
    x -= SWATCH + 4;
    rung_pdf_point at = {x, (height - SWATCH) / 2}, size = {SWATCH, SWATCH};
    if (sure)
        pdf_put_rectangle(flow, box, at, size, colors.sure);
    else
        put_shaded(flow, box, colors, at, size);
    return x - 12;
}

/* Title and description, and on the right what the shades mean. */
static void add_words(pdf_flow *flow, const report_picture *picture, struct colors colors)
{
    const pdf_piece pieces[] = {
        {report_fill(flow->arena, WORD_FULL_STOP, picture->title), PDF_SMALL_STRONG},
        {rung_format(flow->arena, " %s", picture->description), PDF_SMALL},
    };
    double width = picture->sure ? flow->width * WORDS_SHARE : flow->width;
    rung_pdf_text text = pdf_shape(flow, pieces, RUNG_COUNT(pieces), width);
    size_t first = flow->boxes.count;
    pdf_space(flow, WORDS_GAP);
    pdf_begin(flow, RUNG_PDF_CAPTION);
    pdf_add_lines(flow, &text, PDF_SMALL, flow->left);
    pdf_end(flow, RUNG_PDF_CAPTION);
    if (!picture->sure)
        return;
    pdf_box *box = flow->boxes.at[first];
    double x = put_shade(flow, box, picture->possible, colors, false, flow->left + flow->width);
    put_shade(flow, box, picture->sure, colors, true, x);
}

static void end_picture(pdf_flow *flow, const report_picture *picture, struct colors colors,
                        size_t first)
{
    add_words(flow, picture, colors);
    pdf_end(flow, RUNG_PDF_FIGURE);
    pdf_keep(flow, first);
    pdf_space(flow, AFTER);
}

/* --- Bars ------------------------------------------------------------------------------------ */
struct span {
    double start, sure, possible; /* from 0 to 1 */
};

static double part(double value, double most)
{
    return most > 0 ? fmin(fmax(value / most, 0), 1) : 0;
}

static void put_bar(pdf_flow *flow, pdf_box *box, struct span span, struct colors colors,
                    rung_pdf_point at, double width)
{
    double start = at.x + span.start * width, sure = (span.sure - span.start) * width;
    pdf_put_rectangle(flow, box, at, (rung_pdf_point){width, BAR}, PDF_TRACK);
    pdf_put_rectangle(flow, box, (rung_pdf_point){start, at.y}, (rung_pdf_point){sure, BAR},
                      colors.sure);
    put_shaded(flow, box, colors, (rung_pdf_point){start + sure, at.y},
               (rung_pdf_point){(span.possible - span.sure) * width, BAR});
}

static rung_pdf_point bar_in(rung_pdf_point at, rung_pdf_point size)
{
    return (rung_pdf_point){at.x, at.y + (size.y - BAR) / 2};
}

static void draw_bar(pdf_flow *flow, pdf_box *box, const report_block *block, size_t row,
                     rung_pdf_point at, rung_pdf_point size)
{
    const report_bars *bars = &block->bars;
    rung_range range = bars->list.at[row].range;
    struct span span = {0, part(range.low, bars->most), part(range.high, bars->most)};
    put_bar(flow, box, span, bars->missing ? lack : have, bar_in(at, size), size.x);
}

static report_table *bar_table(pdf_flow *flow, const report_bars *bars)
{
    report_table *table = rung_new(flow->arena, report_table);
    table->columns = 2;
    table->number[1] = true;
    for (size_t i = 0; i < bars->list.count; i++) {
        const report_bar *bar = &bars->list.at[i];
        const char *label =
            bar->number ? rung_format(flow->arena, "%zu. %s", bar->number, bar->label) : bar->label;
        report_row row = {.cells = {label, bar->points}};
        rung_push(flow->arena, &table->rows, row);
    }
    return table;
}

void pdf_add_bars(pdf_flow *flow, const report_block *block)
{
    size_t first = flow->boxes.count;
    pdf_begin(flow, RUNG_PDF_FIGURE);
    pdf_add_grid(flow, &(pdf_grid){.table = bar_table(flow, &block->bars),
                                   .low = 0.5,
                                   .gap = 10,
                                   .draw = draw_bar,
                                   .block = block});
    end_picture(flow, &block->picture, block->bars.missing ? lack : have, first);
}

/* --- The ladder ------------------------------------------------------------------------------ */
/* Where the best verdict begins: a tick on each bar, and its words on top of them. */
static void draw_enough(pdf_flow *flow, pdf_box *box, const report_rungs *rungs, bool head,
                        rung_pdf_point at, rung_pdf_point size)
{
    double x = at.x + part(rungs->enough, 100) * size.x, y = bar_in(at, size).y;
    if (rungs->enough <= 0)
        return;
    if (head) {
        rung_pdf_text text = pdf_shape_one(flow, rungs->enough_title, PDF_SMALL, 0);
        double left = fmin(x - text.width / 2, at.x + size.x - text.width);
        pdf_put_line(flow, box, &text.lines[0], PDF_SMALL, fmax(left, at.x), 0);
    } else {
        pdf_put_rule(flow, box, (rung_pdf_point){x, y - TICK}, (rung_pdf_point){x, y + BAR + TICK},
                     PDF_INK);
    }
}

static void draw_rung(pdf_flow *flow, pdf_box *box, const report_block *block, size_t row,
                      rung_pdf_point at, rung_pdf_point size)
{
    const report_rungs *rungs = &block->rungs;
    bool head = row == SIZE_MAX;
    if (!head && !rungs->list.at[row].known)
        return;
    if (!head) {
        rung_range range = rungs->list.at[row].range;
        struct span span = {0, part(range.low, 100), part(range.high, 100)};
        put_bar(flow, box, span, have, bar_in(at, size), size.x);
    }
    draw_enough(flow, box, rungs, head, at, size);
}

void pdf_add_ladder(pdf_flow *flow, const report_block *block)
{
    size_t first = flow->boxes.count;
    pdf_begin(flow, RUNG_PDF_FIGURE);
    pdf_add_grid(flow, &(pdf_grid){.table = &block->table,
                                   .ruled = true,
                                   .low = 3,
                                   .gap = 10,
                                   .draw = draw_rung,
                                   .block = block});
    end_picture(flow, &block->picture, have, first);
}

/* --- Steps over time ------------------------------------------------------------------------- */
static void draw_step(pdf_flow *flow, pdf_box *box, const report_block *block, size_t row,
                      rung_pdf_point at, rung_pdf_point size)
{
    const report_steps *steps = &block->steps;
    const report_step *step = &steps->list.at[row];
    struct span span = {part(step->start, steps->months),
                        part(step->start + step->least, steps->months),
                        part(step->start + step->most, steps->months)};
    put_bar(flow, box, span, have, bar_in(at, size), size.x);
}

static report_table *step_table(pdf_flow *flow, const report_steps *steps)
{
    report_table *table = rung_new(flow->arena, report_table);
    table->columns = 2;
    for (size_t i = 0; i < steps->list.count; i++) {
        const report_step *step = &steps->list.at[i];
        const char *when =
            step->note
                ? report_fill(flow->arena, WORD_SENTENCES,
                              report_fill(flow->arena, WORD_FULL_STOP, step->when), step->note)
                : step->when;
        report_row row = {.cells = {step->label, when}};
        rung_push(flow->arena, &table->rows, row);
    }
    return table;
}

void pdf_add_timeline(pdf_flow *flow, const report_block *block)
{
    size_t first = flow->boxes.count;
    pdf_begin(flow, RUNG_PDF_FIGURE);
    pdf_add_grid(flow, &(pdf_grid){.table = step_table(flow, &block->steps),
                                   .low = 1.5,
                                   .gap = 10,
                                   .draw = draw_step,
                                   .block = block});
    end_picture(flow, &block->picture, have, first);
}

/* --- Points on the way to 100 ---------------------------------------------------------------- */
#define SCALE_BAR   11
#define BOUND_WIDTH 90 /* what the words of a bound have before they are broken */
#define BOUND_GAP   6

struct bound {
    double x;
    rung_pdf_text words;
};

static double bound_line(const pdf_flow *flow, const report_bound *bound)
{
    return flow->left + part(bound->from, 100) * flow->width;
}

/* Words of a bound begin at its line, or further left where they would not fit before `right`. */
static struct bound shape_bound(pdf_flow *flow, const report_bound *bound, double right)
{
    char number[RUNG_NUMBER_SIZE];
    rung_number_format(bound->from, number);
    const pdf_piece pieces[] = {
        {rung_format(flow->arena, "%s  ", number), PDF_SMALL},
        {bound->title, bound->reached ? PDF_SMALL_STRONG : PDF_SMALL},
    };
    double natural = ceil(pdf_shape(flow, pieces, RUNG_COUNT(pieces), 0).width);
    double x = fmin(bound_line(flow, bound), right - fmin(natural, BOUND_WIDTH));
    x = fmax(x, flow->left);
    return (struct bound){x, pdf_shape(flow, pieces, RUNG_COUNT(pieces), fmax(right - x, 1))};
}

static void put_bounds(pdf_flow *flow, pdf_box *box, const report_scale *scale, double y)
{
    struct bound *bounds = rung_new_array(flow->arena, struct bound, scale->bounds.count);
    double right = flow->left + flow->width;
    for (size_t i = scale->bounds.count; i-- > 0;) {
        bounds[i] = shape_bound(flow, &scale->bounds.at[i], right);
        right = bounds[i].x - BOUND_GAP;
    }
    for (size_t i = 0; i < scale->bounds.count; i++) {
        double line = bound_line(flow, &scale->bounds.at[i]);
        pdf_put_rule(flow, box, (rung_pdf_point){line, y - SCALE_BAR - 2},
                     (rung_pdf_point){line, y + 2}, PDF_INK_QUIET);
        pdf_put_tag(flow, box, RUNG_PDF_PARAGRAPH);
        pdf_put_text(flow, box, &bounds[i].words, PDF_SMALL, bounds[i].x, y + 2);
        pdf_put_tag_end(flow, box, RUNG_PDF_PARAGRAPH);
        box->height = fmax(box->height, y + 2 + pdf_text_height(&bounds[i].words, PDF_SMALL));
    }
}

/* "72" above the place where it stands. */
static void put_points(pdf_flow *flow, pdf_box *box, const report_scale *scale)
{
    rung_pdf_text text = pdf_shape_one(flow, scale->points, PDF_STRONG, 0);
    double middle = part((scale->range.low + scale->range.high) / 2, 100) * flow->width;
    double x = fmin(fmax(middle - text.width / 2, 0), flow->width - text.width);
    pdf_put_tag(flow, box, RUNG_PDF_PARAGRAPH);
    pdf_put_line(flow, box, &text.lines[0], PDF_STRONG, flow->left + x, 0);
    pdf_put_tag_end(flow, box, RUNG_PDF_PARAGRAPH);
}

void pdf_add_scale(pdf_flow *flow, const report_block *block)
{
    const report_scale *scale = &block->scale;
    struct span span = {0, part(scale->range.low, 100), part(scale->range.high, 100)};
    size_t first = flow->boxes.count;
    double top = pdf_looks[PDF_STRONG].leading + 1;
    pdf_begin(flow, RUNG_PDF_FIGURE);
    pdf_box *box = pdf_add_box(flow, top + SCALE_BAR);
    put_points(flow, box, scale);
    put_bar(flow, box, span, have, (rung_pdf_point){flow->left, top + 2}, flow->width);
    put_bounds(flow, box, scale, top + SCALE_BAR);
    flow->height += box->height - top - SCALE_BAR;
    end_picture(flow, &block->picture, have, first);
}
