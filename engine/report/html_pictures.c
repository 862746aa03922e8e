/* Pictures as SVG in the page. Places across are in percent and down in pixels, so that a picture
 * takes any width and its letters stay as large as they are. */
#include "report/html.h"

#include "report/amount.h"
#include "report/words.h"
#include "report/wrap.h"

#include <math.h>

enum {
    NARROWEST = 320,     /* pixels of the narrowest picture */
    LETTER = 7,          /* pixels that a column of letters takes at most, on average */
    STRONG = 8,          /* the same in bold */
    LABEL_GAP = 3,       /* pixels between labels at least */
    LABEL_COLUMNS = 48,  /* letters beside each other in the narrowest picture */
    REMARK_COLUMNS = 44, /* the same in the smaller letters of remarks, set wide */
    LINE = 18,           /* pixels from line to line of labels */
    BAR = 12,
    ROW_GAP = 14,
};

/* One picture while it is written. */
typedef struct drawing {
    report_html *html;
    const char *id;
    int y; /* where the next row begins */
} drawing;

static const char *pixels(const drawing *on, int value)
{
    return rung_format(on->html->arena, "%d", value);
}

static const char *percent(const drawing *on, double part)
{
    return report_html_number(on->html, part * 100);
}

/* --- Shapes ---------------------------------------------------------------------------------- */
static void put_rect(const drawing *on, const char *shade, double from, double to)
{
    if (to <= from)
        return;
    report_html_put(on->html,
                    "<rect class=\"{}\" x=\"{}%\" y=\"{}\" width=\"{}%\" height=\"{}\"/>\n", shade,
                    percent(on, from), pixels(on, on->y), percent(on, to - from), pixels(on, BAR));
}

/* Stripes tell what is only possible from what is sure without any colour. */
static void put_striped(const drawing *on, double from, double to)
{
    if (to <= from)
        return;
    report_html_put(on->html,
                    "<rect class=\"possible\" x=\"{}%\" y=\"{}\" width=\"{}%\" height=\"{}\" "
                    "fill=\"url(#p{})\"/>\n",
                    percent(on, from), pixels(on, on->y), percent(on, to - from), pixels(on, BAR),
                    on->id);
}

/* From 0 to 1, at `y` and as high as a bar. */
static void put_bar(drawing *on, double start, double sure, double possible)
{
    put_rect(on, "track", 0, 1);
    put_striped(on, sure, possible);
    put_rect(on, "sure", start, sure);
    on->y += BAR;
}

static void put_words(const drawing *on, const char *kind, double x, const char *anchor,
                      const char *text)
{
    report_html_put(on->html,
                    "<text class=\"{}\" x=\"{}%\" y=\"{}\" text-anchor=\"{}\">{}</text>\n", kind,
                    percent(on, x), pixels(on, on->y), anchor, text);
}

/* --- Rows ------------------------------------------------------------------------------------ */
static report_lines break_lines(const drawing *on, const char *text, int columns)
{
    static const rung_text_style style = {.width = LABEL_COLUMNS};
    report_writer writer;
    report_writer_init(&writer, on->html->arena, &style, NULL);
    return report_break(&writer, text, columns);
}

/* Lines from the left edge; `y` is the foot of the first, and then that of the last. */
static void put_lines(drawing *on, const char *kind, const char *text, int columns)
{
    report_lines lines = break_lines(on, text, columns);
    for (size_t i = 0; i < lines.count; i++) {
        on->y += i ? LINE : 0;
        put_words(on, kind, 0, "start", lines.at[i]);
    }
}

/* A label on the left, words on the right of its first line. */
static void put_label(drawing *on, bool strong, const char *label, const char *right)
{
    int room = strong ? LABEL_COLUMNS * LETTER / STRONG : LABEL_COLUMNS;
    int columns = room - (int)rung_text_width(rung_text_of(right)) - 2;
    on->y += LINE - 4;
    if (*right)
        put_words(on, "figure", 1, "end", right);
    put_lines(on, strong ? "label strong" : "label", label,
              columns > room / 3 ? columns : room / 3);
    on->y += 6;
}

static void put_remark(drawing *on, const char *text)
{
    on->y += LINE - 2;
    put_lines(on, "quiet", text, REMARK_COLUMNS);
}

/* --- The scale ------------------------------------------------------------------------------- */
/* Where a label of the scale stands in the narrowest picture, in pixels. */
struct place {
    int left, right;
    const char *anchor;
    double x;
    int row;
};

static struct place place_label(const report_scale *scale, size_t bound)
{
    double from = scale->bounds.at[bound].from;
    double to = bound + 1 < scale->bounds.count ? scale->bounds.at[bound + 1].from : 100;
    int letter = scale->bounds.at[bound].reached ? STRONG : LETTER;
    int width = letter * (int)rung_text_width(rung_text_of(scale->bounds.at[bound].title));
    int middle = (int)((from + to) / 200 * NARROWEST);
    if (middle - width / 2 < 0)
        return (struct place){0, width, "start", 0, 0};
    if (middle + width / 2 > NARROWEST)
        return (struct place){NARROWEST - width, NARROWEST, "end", 1, 0};
    return (struct place){middle - width / 2, middle + width / 2, "middle", (from + to) / 200, 0};
}

/* Labels that would touch stand in rows, one below the other. */
static struct place *place_labels(const drawing *on, const report_scale *scale, int *rows)
{
    size_t count = scale->bounds.count;
    struct place *places = rung_new_array(on->html->arena, struct place, count);
    *rows = 1;
    for (size_t i = 0; i < count; i++) {
        places[i] = place_label(scale, i);
        for (size_t k = 0; k < i; k++)
            if (places[k].row == places[i].row && places[k].right + LABEL_GAP > places[i].left) {
                places[i].row++;
                k = SIZE_MAX; /* the row below may be taken, too */
            }
        *rows = places[i].row + 1 > *rows ? places[i].row + 1 : *rows;
    }
    return places;
}

static void put_tick(const drawing *on, double at)
{
    const char *x = percent(on, at);
    report_html_put(on->html, "<line class=\"tick\" x1=\"{}%\" x2=\"{}%\" y1=\"{}\" y2=\"{}\"/>\n",
                    x, x, pixels(on, on->y - BAR - 3), pixels(on, on->y + 4));
}

static void put_bounds(drawing *on, const report_scale *scale)
{
    enum { NEAR_END = 92 };
    int rows;
    const struct place *places = place_labels(on, scale, &rows);
    for (size_t i = 1; i < scale->bounds.count; i++)
        put_tick(on, scale->bounds.at[i].from / 100);
    on->y += LINE;
    put_words(on, "quiet", 0, "start", "0");
    for (size_t i = 1; i < scale->bounds.count; i++)
        put_words(on, "quiet", scale->bounds.at[i].from / 100, "middle",
                  report_decimal(on->html->arena, scale->bounds.at[i].from));
    if (scale->bounds.at[scale->bounds.count - 1].from < NEAR_END)
        put_words(on, "quiet", 1, "end", "100");
    int top = on->y + LINE;
    for (size_t i = 0; i < scale->bounds.count; i++) {
        on->y = top + places[i].row * LINE;
        put_words(on, scale->bounds.at[i].reached ? "band strong" : "band", places[i].x,
                  places[i].anchor, scale->bounds.at[i].title);
    }
    on->y = top + (rows - 1) * LINE + 6;
}

static void draw_scale(drawing *on, const report_block *block)
{
    const report_scale *scale = &block->scale;
    double middle = (scale->range.low + scale->range.high) / 200;
    on->y = 30;
    put_words(on, "points", middle,
              middle < 0.15   ? "start"
              : middle > 0.85 ? "end"
                              : "middle",
              scale->points);
    on->y += 10;
    put_bar(on, 0, scale->range.low / 100, scale->range.high / 100);
    put_bounds(on, scale);
}

/* --- Bars ------------------------------------------------------------------------------------ */
static void draw_bars(drawing *on, const report_block *block)
{
    double most = block->bars.most > 0 ? block->bars.most : 1;
    for (size_t i = 0; i < block->bars.list.count; i++) {
        const report_bar *bar = &block->bars.list.at[i];
        const char *label = bar->label;
        if (bar->number)
            label = rung_format(on->html->arena, "%zu. %s", bar->number, label);
        put_label(on, false, label, bar->points);
        put_bar(on, 0, bar->range.low / most, bar->range.high / most);
        on->y += ROW_GAP;
    }
}

/* --- The ladder ------------------------------------------------------------------------------ */
static void put_rung(drawing *on, const report_rung *rung, double enough)
{
    const char *remark = rung->remark;
    if (*rung->mark)
        remark = report_fill(on->html->arena, WORD_ASIDE, remark, rung->mark);
    put_label(on, rung->aim, rung->label, rung->points);
    put_bar(on, 0, rung->known ? rung->range.low / 100 : 0,
            rung->known ? rung->range.high / 100 : 0);
    if (enough > 0)
        put_tick(on, enough / 100);
    put_remark(on, remark);
    on->y += ROW_GAP;
}

/* What the ticks stand for, below them. */
static void put_enough(drawing *on, const report_rungs *rungs)
{
    const char *anchor = rungs->enough > 70 ? "end" : rungs->enough < 30 ? "start" : "middle";
    on->y += 6;
    put_words(on, "quiet", rungs->enough / 100, anchor, rungs->enough_title);
    on->y += 6;
}

static void draw_ladder(drawing *on, const report_block *block)
{
    for (size_t i = 0; i < block->rungs.list.count; i++)
        put_rung(on, &block->rungs.list.at[i], block->rungs.enough);
    if (block->rungs.enough > 0)
        put_enough(on, &block->rungs);
}

/* --- Steps over time ------------------------------------------------------------------------- */
static void draw_steps(drawing *on, const report_block *block)
{
    const report_steps *steps = &block->steps;
    double months = steps->months > 0 ? steps->months : 1;
    for (size_t i = 0; i < steps->list.count; i++) {
        const report_step *step = &steps->list.at[i];
        put_label(on, false, step->label, "");
        put_bar(on, step->start / months, (step->start + step->least) / months,
                (step->start + step->most) / months);
        put_remark(on, step->when);
        if (step->note)
            put_remark(on, step->note);
        on->y += ROW_GAP;
    }
    on->y += LINE / 2;
    put_words(on, "quiet", 0, "start", report_words(WORD_STEP_NOW));
    put_words(on, "quiet", 1, "end",
              report_months(on->html->arena, (const int[]){steps->months, steps->months}));
    on->y += 6;
}

/* --- The frame ------------------------------------------------------------------------------- */
typedef void draw(drawing *on, const report_block *block);

static draw *const drawers[REPORT_KIND_COUNT] = {
    [REPORT_SCALE] = draw_scale,
    [REPORT_BARS] = draw_bars,
    [REPORT_LADDER] = draw_ladder,
    [REPORT_TIMELINE] = draw_steps,
};

static void put_swatch(report_html *html, const char *id, const char *shade, const char *word)
{
    report_html_put(html,
                    "<span><svg aria-hidden=\"true\" width=\"22\" height=\"12\"><rect class=\"{}\" "
                    "width=\"22\" height=\"12\" fill=\"url(#p{})\"/></svg> {}</span>\n",
                    shade, id, word);
}

static void put_key(report_html *html, const char *id, const report_picture *picture)
{
    if (!picture->sure)
        return;
    report_html_put(html, "<p class=\"key\" aria-hidden=\"true\">");
    put_swatch(html, id, "sure", picture->sure);
    put_swatch(html, id, "possible", picture->possible);
    report_html_put(html, "</p>\n");
}

/* The drawing is written twice, since its height comes out only while it is made. */
static int height_of(report_html *html, const report_block *block, const char *id)
{
    rung_sink nowhere = {.failed = true};
    report_html quiet = *html;
    quiet.sink = &nowhere;
    drawing on = {&quiet, id, 0};
    drawers[block->kind](&on, block);
    return on.y;
}

static void put_svg(report_html *html, const report_block *block, const char *id)
{
    drawing on = {html, id, 0};
    report_html_put(html,
                    "<svg role=\"img\" aria-labelledby=\"t{} d{}\" width=\"100%\" height=\"{}\">\n"
                    "<title id=\"t{}\">{}</title>\n<desc id=\"d{}\">{}</desc>\n"
                    "<pattern id=\"p{}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
                    "patternTransform=\"rotate(45)\"><rect class=\"stripe\" width=\"2\" "
                    "height=\"5\"/></pattern>\n",
                    id, id, rung_format(html->arena, "%d", height_of(html, block, id)), id,
                    block->picture.title, id, block->picture.description, id);
    drawers[block->kind](&on, block);
    report_html_put(html, "</svg>\n");
}

void report_html_picture(report_html *html, const report_block *block)
{
    const char *id = rung_format(html->arena, "%zu", ++html->ids);
    report_html_put(html, block->bars.missing ? "<figure class=\"lack\">\n" : "<figure>\n");
    report_html_put(html, "<figcaption>{}</figcaption>\n", block->picture.title);
    put_svg(html, block, id);
    put_key(html, id, &block->picture);
    report_html_put(html, "<details>\n<summary>{}</summary>\n<p>{}</p>\n",
                    report_words(WORD_PICTURE_FIGURES), block->picture.description);
    report_html_table(html, block);
    report_html_put(html, "</details>\n</figure>\n");
}
