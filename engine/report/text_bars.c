/* Points as bars: solid as far as they are sure, lighter as far as they are possible. */
#include "report/text_parts.h"

#include "report/words.h"

#include <math.h>
#include <string.h>

enum { BAR_GAP = 2, WIDEST_BAR = 40, NARROWEST_BAR = 10 };

static const struct bar_glyphs {
    const char *sure, *possible, *rest;
} glyphs[] = {{"█", "▒", "·"}, {"#", "-", "."}};

struct layout {
    int label, points, bar;
    double most;  /* what a full bar stands for */
    bool stacked; /* the bar on a line of its own */
};

/* How much of the bar `part` fills: a full bar is never shown for less than all. */
static int filled(double part, double most, int bar)
{
    return most > 0 ? (int)floor(part * bar / most + RUNG_EPSILON) : 0;
}

static void put_cells(report_writer *writer, const char *glyph, int count, report_tone tone)
{
    char *cells = rung_alloc(writer->arena, strlen(glyph) * (size_t)count + 1), *to = cells;
    for (int i = 0; i < count; i++, to += strlen(glyph))
        memcpy(to, glyph, strlen(glyph));
    report_put(writer, cells, tone);
}

void report_put_spans(report_writer *writer, const report_spans *spans)
{
    const struct bar_glyphs *glyph = &glyphs[writer->style->ascii];
    put_cells(writer, glyph->rest, spans->before, REPORT_QUIET);
    put_cells(writer, glyph->sure, spans->sure, REPORT_GOOD);
    put_cells(writer, glyph->possible, spans->possible, REPORT_PLAIN);
    put_cells(writer, glyph->rest, spans->rest, REPORT_QUIET);
}

static void put_bar(report_writer *writer, rung_range range, double most, int bar)
{
    int sure = filled(range.low, most, bar), possible = filled(range.high, most, bar);
    report_put_spans(writer, &(report_spans){0, sure, possible - sure, bar - possible});
}

static struct layout plan(const report_writer *writer, const report_block *block)
{
    struct layout layout = {.most = block->bars.most};
    for (size_t i = 0; i < block->bars.list.count; i++) {
        int label = report_width(writer, block->bars.list.at[i].label);
        int points = report_width(writer, block->bars.list.at[i].points);
        layout.label = label > layout.label ? label : layout.label;
        layout.points = points > layout.points ? points : layout.points;
    }
    int room = writer->style->width - REPORT_INDENT;
    layout.bar = room - layout.label - layout.points - 2 * BAR_GAP;
    layout.stacked = layout.bar < NARROWEST_BAR;
    if (layout.stacked)
        layout.bar = room - layout.points - BAR_GAP;
    layout.bar = layout.bar > WIDEST_BAR ? WIDEST_BAR : layout.bar;
    return layout;
}

static void put_line(report_writer *writer, const report_bar *bar, const struct layout *layout)
{
    int column = REPORT_INDENT;
    if (layout->stacked) {
        report_flow_block(writer, column, bar->label, REPORT_PLAIN);
    } else {
        report_move(writer, column);
        report_put(writer, bar->label, REPORT_PLAIN);
        column += layout->label + BAR_GAP;
    }
    report_move(writer, column);
    put_bar(writer, bar->range, layout->most, layout->bar);
    column += layout->bar + BAR_GAP;
    report_move(writer, column + layout->points - report_width(writer, bar->points));
    report_put(writer, bar->points, REPORT_PLAIN);
    report_end_line(writer);
}

static void put_words(report_writer *writer, const report_bar *bar)
{
    report_flow_block(writer, REPORT_INDENT,
                      report_fill(writer->arena, WORD_LEVEL_WITH_TEXT, bar->label, bar->points),
                      REPORT_PLAIN);
}

void report_render_bars(report_writer *writer, const report_block *block)
{
    for (size_t i = 0; writer->style->plain && i < block->bars.list.count; i++)
        put_words(writer, &block->bars.list.at[i]);
    if (writer->style->plain)
        return;
    struct layout layout = plan(writer, block);
    for (size_t i = 0; i < block->bars.list.count; i++)
        put_line(writer, &block->bars.list.at[i], &layout);
}
