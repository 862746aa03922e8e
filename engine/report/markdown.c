/* A document as CommonMark that renders the same everywhere: no table, no HTML, and each paragraph
 * on one line, since some forges keep the breaks of lines. */
#include "report/markdown.h"

#include "report/escape.h"
#include "report/words.h"

#include <string.h>

typedef struct writer {
    rung_arena *arena;
    rung_sink *sink;
    size_t block; /* which one is written: neighbours have other bullets, else they were one list */
} writer;

typedef void render_block(writer *to, const report_block *block);

/* Markup of our own, in which each {} is a text that is escaped on its way. */
static void put_list(writer *to, const char *markup, const char *const *texts)
{
    for (const char *at = markup; *at;) {
        const char *gap = strstr(at, "{}");
        rung_write(to->sink, (rung_text){at, gap ? (size_t)(gap - at) : strlen(at)});
        if (!gap)
            return;
        rung_write(to->sink, rung_text_of(report_escape_markdown(to->arena, *texts++)));
        at = gap + 2;
    }
}

#define PUT(to, ...)               PUT_TEXTS(to, __VA_ARGS__, NULL)
#define PUT_TEXTS(to, markup, ...) put_list((to), (markup), (const char *const[]){__VA_ARGS__})

static bool is_blank(writer *to, const char *text)
{
    return *report_escape_markdown(to->arena, text) == '\0';
}

/* Emphasis around nothing would be asterisks. */
static void put_strong(writer *to, const char *text)
{
    if (!is_blank(to, text))
        PUT(to, "**{}**", text);
}

static void put_bullet(writer *to, const char *indent)
{
    rung_write(to->sink, rung_text_of(indent));
    rung_write(to->sink, to->block % 2 ? RUNG_TEXT("* ") : RUNG_TEXT("- "));
}

/* --- Blocks ---------------------------------------------------------------------------------- */
static void render_title(writer *to, const report_block *block)
{
    PUT(to, "# {}\n", block->text);
    if (block->aside && !is_blank(to, block->aside))
        PUT(to, "\n*{}*\n", block->aside);
}

static void render_heading(writer *to, const report_block *block)
{
    PUT(to, "## {}\n", block->text);
}

static void render_story(writer *to, const report_block *block)
{
    put_strong(to, block->text);
    PUT(to, "\n");
}

static void render_text(writer *to, const report_block *block)
{
    PUT(to, "{}\n", block->text);
}

static void put_pair(writer *to, const report_pair *pair, const char *indent)
{
    put_bullet(to, indent);
    put_strong(to, report_fill(to->arena, WORD_COLON, pair->key));
    if (pair->values.count == 1)
        PUT(to, " {}", pair->values.at[0]);
    PUT(to, "\n");
    for (size_t i = 0; pair->values.count > 1 && i < pair->values.count; i++) {
        const char *mark = pair->ordered ? rung_format(to->arena, "%zu.", i + 1) : "-";
        rung_write(to->sink, rung_text_of(rung_format(to->arena, "%s  %s ", indent, mark)));
        PUT(to, "{}\n", pair->values.at[i]);
    }
}

static void render_pairs(writer *to, const report_block *block)
{
    for (size_t i = 0; i < block->pairs.count; i++)
        put_pair(to, &block->pairs.at[i], "");
}

/* --- Items ----------------------------------------------------------------------------------- */
/* What belongs to an item stands as far in as its title. */
static const char *put_mark(writer *to, const report_item *item)
{
    if (item->number == 0) {
        put_bullet(to, "");
        return "  ";
    }
    const char *mark = rung_format(to->arena, "%zu%c ", item->number, to->block % 2 ? ')' : '.');
    rung_write(to->sink, rung_text_of(mark));
    return rung_format(to->arena, "%*s", (int)strlen(mark), "");
}

static void put_item(writer *to, const report_item *item)
{
    const char *indent = put_mark(to, item);
    put_strong(to, item->title);
    if (item->aside)
        PUT(to, " ({})", item->aside);
    PUT(to, "\n");
    if (item->text && !is_blank(to, item->text)) {
        PUT(to, "\n");
        rung_write(to->sink, rung_text_of(indent));
        PUT(to, "{}\n", item->text);
    }
    if (item->pairs.count)
        PUT(to, "\n");
    for (size_t i = 0; i < item->pairs.count; i++)
        put_pair(to, &item->pairs.at[i], indent);
}

static void render_items(writer *to, const report_block *block)
{
    for (size_t i = 0; i < block->items.count; i++) {
        if (i)
            PUT(to, "\n");
        put_item(to, &block->items.at[i]);
    }
}

/* --- Tables and pictures --------------------------------------------------------------------- */
static const char *with_header(writer *to, const report_table *table, const report_row *row,
                               size_t column)
{
    return *table->headers[column] ? report_fill(to->arena, WORD_LEVEL_WITH_TEXT,
                                                 table->headers[column], row->cells[column])
                                   : row->cells[column];
}

/* Each row as a line: the first cell, and what stands beside it with its header. */
static void render_table(writer *to, const report_block *block)
{
    const report_table *table = &block->table;
    for (size_t r = 0; r < table->rows.count; r++) {
        const report_row *row = &table->rows.at[r];
        const char *facts = "";
        put_bullet(to, "");
        put_strong(to, row->cells[0]);
        for (size_t c = 1; c < table->columns; c++) {
            if (!*row->cells[c])
                continue;
            const char *fact = with_header(to, table, row, c);
            facts = *facts ? report_fill(to->arena, WORD_ASIDE, facts, fact) : fact;
        }
        PUT(to, *facts ? " – {}\n" : "{}\n", facts);
    }
}

static void render_bars(writer *to, const report_block *block)
{
    for (size_t i = 0; i < block->bars.list.count; i++) {
        put_bullet(to, "");
        put_strong(to, report_fill(to->arena, WORD_COLON, block->bars.list.at[i].label));
        PUT(to, " {}\n", block->bars.list.at[i].points);
    }
}

static void render_timeline(writer *to, const report_block *block)
{
    for (size_t i = 0; i < block->steps.list.count; i++) {
        const report_step *step = &block->steps.list.at[i];
        put_bullet(to, "");
        put_strong(to, report_fill(to->arena, WORD_COLON, step->label));
        PUT(to, " {}", report_fill(to->arena, WORD_FULL_STOP, step->when));
        PUT(to, step->note ? " {}\n" : "\n", step->note);
    }
}

/* --- The document ---------------------------------------------------------------------------- */
static render_block *const renderers[REPORT_KIND_COUNT] = {
    [REPORT_TITLE] = render_title,       [REPORT_HEADING] = render_heading,
    [REPORT_STORY] = render_story,       [REPORT_TEXT] = render_text,
    [REPORT_PAIRS] = render_pairs,       [REPORT_TABLE] = render_table,
    [REPORT_ITEMS] = render_items,       [REPORT_SCALE] = render_table,
    [REPORT_BARS] = render_bars,         [REPORT_LADDER] = render_table,
    [REPORT_TIMELINE] = render_timeline,
};

void report_render_markdown(rung_arena *arena, const report_document *document, rung_sink *sink)
{
    writer to = {arena, sink, 0};
    for (size_t i = 0; i < document->blocks.count; i++) {
        const report_block *block = document->blocks.at[i];
        if (block->picture.told)
            continue;
        if (to.block++)
            PUT(&to, "\n");
        renderers[block->kind](&to, block);
    }
}
