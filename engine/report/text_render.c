#include "report/text_render.h"

#include "report/text_parts.h"

enum { PAIR_GAP = 2 };

typedef void render_block(wrap_writer *wrap, const document_block *block);

static void render_title(wrap_writer *wrap, const document_block *block)
{
    int width = wrap_width(wrap, block->text);
    int aside = block->aside ? wrap_width(wrap, block->aside) : 0;
    wrap->hang = 0;
    wrap_flow(wrap, block->text, WRAP_STRONG);
    if (!block->aside) {
        wrap_end_line(wrap);
    } else if (width + 2 * PAIR_GAP + aside <= wrap->style->width) {
        wrap_to(wrap, wrap->style->width - aside);
        wrap_put(wrap, block->aside, WRAP_QUIET);
        wrap_end_line(wrap);
    } else {
        wrap_end_line(wrap);
        wrap_block(wrap, 0, block->aside, WRAP_QUIET);
    }
}

static void rule(wrap_writer *wrap, int columns)
{
    for (int i = 0; i < columns && wrap->column < wrap->style->width; i++)
        wrap_put(wrap, "─", WRAP_QUIET);
}

/* A rule sets the heading off, except in ASCII, which is also what screen readers get. */
static void render_heading(wrap_writer *wrap, const document_block *block)
{
    wrap->hang = 0;
    if (wrap->style->ascii) {
        wrap_flow(wrap, "==", WRAP_PLAIN);
        wrap_flow(wrap, block->text, WRAP_STRONG);
        wrap_flow(wrap, "==", WRAP_PLAIN);
    } else {
        rule(wrap, 2);
        wrap_flow(wrap, block->text, WRAP_STRONG);
        wrap_to(wrap, wrap->column + 1);
        rule(wrap, wrap->style->width - wrap->column);
    }
    wrap_end_line(wrap);
}

static void render_story(wrap_writer *wrap, const document_block *block)
{
    wrap_block(wrap, 0, block->text, WRAP_STRONG);
}

static void render_text(wrap_writer *wrap, const document_block *block)
{
    wrap_block(wrap, 0, block->text, WRAP_PLAIN);
}

/* --- Pairs ------------------------------------------------------------------------------------ */
/* The column of the values, or 0 if they have to stand below their keys. */
static int value_column(const wrap_writer *wrap, const document_pairs *pairs, int column)
{
    int widest = 0;
    for (size_t i = 0; i < pairs->count; i++) {
        int width = wrap_width(wrap, pairs->at[i].key);
        widest = width > widest ? width : widest;
    }
    int values = column + widest + PAIR_GAP;
    return values * 5 <= wrap->style->width * 2 ? values : 0;
}

/* Ordered values are numbered where there are several. */
static void put_value(wrap_writer *wrap, const document_pair *pair, size_t index, int column)
{
    if (pair->ordered && pair->values.count > 1) {
        const char *number = rung_format(wrap->arena, "%zu. ", index + 1);
        wrap_to(wrap, column);
        wrap_put(wrap, number, WRAP_PLAIN);
        column += wrap_width(wrap, number);
    }
    wrap_block(wrap, column, pair->values.at[index], WRAP_PLAIN);
}

static void put_pair(wrap_writer *wrap, const document_pair *pair, int column, int values)
{
    wrap_to(wrap, column);
    wrap->hang = column;
    if (values) {
        wrap_put(wrap, pair->key, WRAP_QUIET);
    } else {
        wrap_flow(wrap, pair->key, WRAP_QUIET);
        wrap_end_line(wrap);
        values = column + TEXT_INDENT;
    }
    for (size_t i = 0; i < pair->values.count; i++)
        put_value(wrap, pair, i, values);
    if (pair->values.count == 0 && wrap->written)
        wrap_end_line(wrap);
}

static void put_pairs(wrap_writer *wrap, const document_pairs *pairs, int column)
{
    int values = value_column(wrap, pairs, column);
    for (size_t i = 0; i < pairs->count; i++)
        put_pair(wrap, &pairs->at[i], column, values);
}

static void render_pairs(wrap_writer *wrap, const document_block *block)
{
    put_pairs(wrap, &block->pairs, TEXT_INDENT);
}

/* --- Items ------------------------------------------------------------------------------------ */
static const struct {
    const char *utf8, *ascii;
} marks[] = {
    [DOCUMENT_MARK_BULLET] = {"•", "*"},
    [DOCUMENT_MARK_DONE] = {"✓", "+"},
    [DOCUMENT_MARK_OPEN] = {"○", "o"},
};

static const char *item_mark(const wrap_writer *wrap, const document_item *item)
{
    if (item->number)
        return rung_format(wrap->arena, "%zu.", item->number);
    return wrap->style->ascii ? marks[item->mark].ascii : marks[item->mark].utf8;
}

static int mark_width(const wrap_writer *wrap, const document_block *block)
{
    int widest = 0;
    for (size_t i = 0; i < block->items.count; i++) {
        int width = wrap_width(wrap, item_mark(wrap, &block->items.at[i]));
        widest = width > widest ? width : widest;
    }
    return widest;
}

static void put_item(wrap_writer *wrap, const document_item *item, int column)
{
    const char *mark = item_mark(wrap, item);
    wrap_to(wrap, column - 1 - wrap_width(wrap, mark));
    wrap_put(wrap, mark, WRAP_PLAIN);
    wrap_to(wrap, column);
    wrap->hang = column;
    wrap_flow(wrap, item->title, WRAP_STRONG);
    if (item->aside)
        wrap_flow(wrap, rung_format(wrap->arena, "(%s)", item->aside), WRAP_QUIET);
    wrap_end_line(wrap);
    if (item->text)
        wrap_block(wrap, column, item->text, WRAP_PLAIN);
    put_pairs(wrap, &item->pairs, column);
}

static void render_items(wrap_writer *wrap, const document_block *block)
{
    int column = mark_width(wrap, block) + 1;
    for (size_t i = 0; i < block->items.count; i++) {
        const document_item *item = &block->items.at[i];
        bool card = item->pairs.count > 0;
        if (i && (card || block->items.at[i - 1].pairs.count))
            wrap_end_line(wrap);
        put_item(wrap, item, column);
    }
}

/* --- The document ----------------------------------------------------------------------------- */
static render_block *const renderers[DOCUMENT_KIND_COUNT] = {
    [DOCUMENT_TITLE] = render_title, [DOCUMENT_HEADING] = render_heading,
    [DOCUMENT_STORY] = render_story, [DOCUMENT_TEXT] = render_text,
    [DOCUMENT_PAIRS] = render_pairs, [DOCUMENT_TABLE] = text_table,
    [DOCUMENT_BARS] = text_bars,     [DOCUMENT_ITEMS] = render_items,
};

void text_render(rung_arena *arena, const document_tree *document, const rung_text_style *style,
                 rung_sink *sink)
{
    wrap_writer wrap;
    wrap_init(&wrap, arena, style, sink);
    for (size_t i = 0; i < document->blocks.count; i++) {
        const document_block *block = document->blocks.at[i];
        /* A blank line between blocks, but none under a heading. */
        if (i && document->blocks.at[i - 1]->kind != DOCUMENT_HEADING)
            wrap_end_line(&wrap);
        renderers[block->kind](&wrap, block);
    }
}
