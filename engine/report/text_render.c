#include "report/text_render.h"

#include "report/text_parts.h"
#include "report/words.h"

/* Nobody reads lines that go on for ever, however wide the window is. */
enum { PAIR_GAP = 2, WIDEST_LINE = 100 };

typedef void render_block(report_writer *writer, const report_block *block);

static void render_title(report_writer *writer, const report_block *block)
{
    int width = report_width(writer, block->text);
    int aside = block->aside ? report_width(writer, block->aside) : 0;
    writer->hang = 0;
    report_flow(writer, block->text, REPORT_STRONG);
    if (!block->aside) {
        report_end_line(writer);
    } else if (!writer->style->plain && width + 2 * PAIR_GAP + aside <= writer->style->width) {
        report_move(writer, writer->style->width - aside);
        report_put(writer, block->aside, REPORT_QUIET);
        report_end_line(writer);
    } else {
        report_end_line(writer);
        report_flow_block(writer, 0, block->aside, REPORT_QUIET);
    }
}

static void rule(report_writer *writer, int columns)
{
    for (int i = 0; i < columns && writer->column < writer->style->width; i++)
        report_put(writer, "─", REPORT_QUIET);
}

/* A rule sets the heading off, except in ASCII, which is also what screen readers get. */
static void render_heading(report_writer *writer, const report_block *block)
{
    writer->hang = 0;
    if (writer->style->ascii) {
        report_flow(writer, "==", REPORT_PLAIN);
        report_flow(writer, block->text, REPORT_STRONG);
    } else {
        rule(writer, 2);
        report_flow(writer, block->text, REPORT_STRONG);
        report_move(writer, writer->column + 1);
        rule(writer, writer->style->width - writer->column);
    }
    report_end_line(writer);
}

static void render_story(report_writer *writer, const report_block *block)
{
    report_flow_block(writer, 0, block->text, REPORT_STRONG);
}

static void render_text(report_writer *writer, const report_block *block)
{
    report_flow_block(writer, 0, block->text, REPORT_PLAIN);
}

static const struct {
    const char *utf8, *ascii;
} marks[] = {
    [REPORT_MARK_BULLET] = {"•", "*"},
    [REPORT_MARK_DONE] = {"✓", "+"},
    [REPORT_MARK_OPEN] = {"○", "o"},
};

static const char *mark_glyph(const report_writer *writer, report_mark mark)
{
    return writer->style->ascii ? marks[mark].ascii : marks[mark].utf8;
}

/* --- Pairs ----------------------------------------------------------------------------------- */
/* The column of the values, or 0 if they have to stand below their keys. */
static int value_column(const report_writer *writer, const report_pairs *pairs, int column)
{
    int widest = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        int width = report_width(writer, pairs->at[i].key);
        widest = width > widest ? width : widest;
    }
    int values = column + widest + PAIR_GAP;
    return values * 5 <= writer->style->width * 2 ? values : 0;
}

/* Where there are several values each has its number or a mark. */
static void put_value(report_writer *writer, const report_pair *pair, size_t index, int column)
{
    if (pair->values.count > 1) {
        const char *mark = pair->ordered ? rung_format(writer->arena, "%zu.", index + 1)
                                         : mark_glyph(writer, REPORT_MARK_BULLET);
        report_move(writer, column);
        report_put(writer, mark, REPORT_PLAIN);
        column += report_width(writer, mark) + 1;
    }
    report_flow_block(writer, column, pair->values.at[index], REPORT_PLAIN);
}

static void put_pair(report_writer *writer, const report_pair *pair, int column, int values)
{
    report_move(writer, column);
    writer->hang = column;
    if (values) {
        report_put(writer, pair->key, REPORT_QUIET);
    } else {
        report_flow(writer, pair->key, REPORT_QUIET);
        report_end_line(writer);
        values = column + REPORT_INDENT;
    }
    for (size_t i = 0; i < pair->values.count; i++)
        put_value(writer, pair, i, values);
    if (pair->values.count == 0 && writer->written)
        report_end_line(writer);
}

/* "Key: value", a line for each value. */
static void put_named(report_writer *writer, const report_pair *pair, int column)
{
    if (pair->values.count == 0)
        report_flow_block(writer, column, pair->key, REPORT_PLAIN);
    for (size_t i = 0; i < pair->values.count; i++) {
        const char *key = pair->key;
        if (pair->ordered && pair->values.count > 1)
            key = rung_format(writer->arena, "%s %zu", key, i + 1);
        report_flow_block(writer, column,
                          report_fill(writer->arena, WORD_LEVEL_WITH_TEXT, key, pair->values.at[i]),
                          REPORT_PLAIN);
    }
}

static void put_pairs(report_writer *writer, const report_pairs *pairs, int column)
{
    for (size_t i = 0; writer->style->plain && i < pairs->count; i++)
        put_named(writer, &pairs->at[i], column);
    if (writer->style->plain)
        return;
    int values = value_column(writer, pairs, column);
    for (size_t i = 0; i < pairs->count; i++)
        put_pair(writer, &pairs->at[i], column, values);
}

static void render_pairs(report_writer *writer, const report_block *block)
{
    put_pairs(writer, &block->pairs, REPORT_INDENT);
}

/* --- Items ----------------------------------------------------------------------------------- */
static const char *item_mark(const report_writer *writer, const report_item *item)
{
    if (item->number)
        return rung_format(writer->arena, "%zu.", item->number);
    return mark_glyph(writer, item->mark);
}

static int mark_width(const report_writer *writer, const report_block *block)
{
    int widest = 0;
    for (size_t i = 0; i < block->items.count; i++) {
        int width = report_width(writer, item_mark(writer, &block->items.at[i]));
        widest = width > widest ? width : widest;
    }
    return widest;
}

static void put_item(report_writer *writer, const report_item *item, int column)
{
    const char *mark = item_mark(writer, item);
    report_move(writer, column - 1 - report_width(writer, mark));
    report_put(writer, mark, REPORT_PLAIN);
    report_move(writer, column);
    writer->hang = column;
    report_flow(writer, item->title, REPORT_STRONG);
    if (item->aside)
        report_flow(writer, rung_format(writer->arena, "(%s)", item->aside), REPORT_QUIET);
    report_end_line(writer);
    if (item->text)
        report_flow_block(writer, column, item->text, REPORT_PLAIN);
    put_pairs(writer, &item->pairs, column);
}

static void render_items(report_writer *writer, const report_block *block)
{
    int column = mark_width(writer, block) + 1;
    for (size_t i = 0; i < block->items.count; i++) {
        const report_item *item = &block->items.at[i];
        bool card = item->pairs.count > 0;
        if (i && (card || block->items.at[i - 1].pairs.count))
            report_end_line(writer);
        put_item(writer, item, column);
    }
}

/* --- The document ---------------------------------------------------------------------------- */
/* A scale and a ladder are told by their lines: a terminal draws bars and steps. */
static render_block *const renderers[REPORT_KIND_COUNT] = {
    [REPORT_TITLE] = render_title,
    [REPORT_HEADING] = render_heading,
    [REPORT_STORY] = render_story,
    [REPORT_TEXT] = render_text,
    [REPORT_PAIRS] = render_pairs,
    [REPORT_TABLE] = report_render_table,
    [REPORT_ITEMS] = render_items,
    [REPORT_SCALE] = report_render_table,
    [REPORT_BARS] = report_render_bars,
    [REPORT_LADDER] = report_render_table,
    [REPORT_TIMELINE] = report_render_timeline,
};

void report_render_text(rung_arena *arena, const report_document *document,
                        const rung_text_style *style, rung_sink *sink)
{
    rung_text_style narrow = *style;
    report_writer writer;
    if (narrow.width > WIDEST_LINE)
        narrow.width = WIDEST_LINE;
    report_writer_init(&writer, arena, &narrow, sink);
    const report_block *previous = NULL;
    for (size_t i = 0; i < document->blocks.count; i++) {
        const report_block *block = document->blocks.at[i];
        if (block->picture.told)
            continue;
        /* A blank line between blocks, but none under a heading. */
        if (previous && previous->kind != REPORT_HEADING)
            report_end_line(&writer);
        renderers[block->kind](&writer, block);
        previous = block;
    }
}
