/* Points as bars: solid as far as they are sure, lighter as far as they are possible. */
#include "report/text_parts.h"

#include <math.h>
#include <string.h>

enum { BAR_GAP = 2, WIDEST_BAR = 40, NARROWEST_BAR = 10 };

static const struct bar_glyphs {
    const char *sure, *possible, *rest;
} glyphs[] = {{"█", "▒", "·"}, {"#", "-", "."}};

struct layout {
    int label, points, bar;
    bool stacked; /* the bar on a line of its own */
};

/* How much of the bar `points` fill: a full bar is never shown for less than all. */
static int filled(double points, int bar)
{
    return (int)floor(points * bar / 100 + RUNG_EPSILON);
}

static void put_cells(wrap_writer *wrap, const char *glyph, int count, wrap_tone tone)
{
    char *cells = rung_alloc(wrap->arena, strlen(glyph) * (size_t)count + 1), *to = cells;
    for (int i = 0; i < count; i++, to += strlen(glyph))
        memcpy(to, glyph, strlen(glyph));
    wrap_put(wrap, cells, tone);
}

static void put_bar(wrap_writer *wrap, rung_range range, int bar)
{
    const struct bar_glyphs *glyph = &glyphs[wrap->style->ascii];
    int sure = filled(range.low, bar), possible = filled(range.high, bar);
    put_cells(wrap, glyph->sure, sure, WRAP_GOOD);
    put_cells(wrap, glyph->possible, possible - sure, WRAP_PLAIN);
    put_cells(wrap, glyph->rest, bar - possible, WRAP_QUIET);
}

static struct layout plan(const wrap_writer *wrap, const document_block *block)
{
    struct layout layout = {0};
    for (size_t i = 0; i < block->bars.count; i++) {
        int label = wrap_width(wrap, block->bars.at[i].label);
        int points = wrap_width(wrap, block->bars.at[i].points);
        layout.label = label > layout.label ? label : layout.label;
        layout.points = points > layout.points ? points : layout.points;
    }
    int room = wrap->style->width - TEXT_INDENT;
    layout.bar = room - layout.label - layout.points - 2 * BAR_GAP;
    layout.stacked = layout.bar < NARROWEST_BAR;
    if (layout.stacked)
        layout.bar = room - layout.points - BAR_GAP;
    layout.bar = layout.bar > WIDEST_BAR ? WIDEST_BAR : layout.bar;
    return layout;
}

static void put_line(wrap_writer *wrap, const document_bar *bar, const struct layout *layout)
{
    int column = TEXT_INDENT;
    if (layout->stacked) {
        wrap_block(wrap, column, bar->label, WRAP_PLAIN);
    } else {
        wrap_to(wrap, column);
        wrap_put(wrap, bar->label, WRAP_PLAIN);
        column += layout->label + BAR_GAP;
    }
    wrap_to(wrap, column);
    put_bar(wrap, bar->range, layout->bar);
    column += layout->bar + BAR_GAP;
    wrap_to(wrap, column + layout->points - wrap_width(wrap, bar->points));
    wrap_put(wrap, bar->points, WRAP_PLAIN);
    wrap_end_line(wrap);
}

void text_bars(wrap_writer *wrap, const document_block *block)
{
    struct layout layout = plan(wrap, block);
    for (size_t i = 0; i < block->bars.count; i++)
        put_line(wrap, &block->bars.at[i], &layout);
}
