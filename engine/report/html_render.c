/* A document as one HTML file: no script, nothing outside it. */
#include "report/html.h"

#include "report/escape.h"
#include "report/words.h"

#include <string.h>

void report_html_list(report_html *html, const char *markup, const char *const *texts)
{
    for (const char *at = markup; *at;) {
        const char *gap = strstr(at, "{}");
        rung_write(html->sink, (rung_text){at, gap ? (size_t)(gap - at) : strlen(at)});
        if (!gap)
            return;
        rung_write(html->sink, rung_text_of(report_escape_html(html->arena, *texts++)));
        at = gap + 2;
    }
}

const char *report_html_number(report_html *html, double value)
{
    char number[RUNG_NUMBER_SIZE * 12];
    size_t size = rung_number_fixed(value, 2, number);
    while (number[size - 1] == '0')
        size--;
    size -= number[size - 1] == '.';
    return rung_copy(html->arena, (rung_text){number, size});
}

/* --- Blocks ---------------------------------------------------------------------------------- */
typedef void render_block(report_html *html, const report_block *block);

static void render_title(report_html *html, const report_block *block)
{
    report_html_put(html, "<header>\n<h1>{}</h1>\n", block->text);
    if (block->aside)
        report_html_put(html, "<p class=\"aside\">{}</p>\n", block->aside);
    report_html_put(html, "</header>\n");
}

static void render_heading(report_html *html, const report_block *block)
{
    report_html_put(html, "<h2 id=\"h{}\">{}</h2>\n", rung_format(html->arena, "%zu", html->ids),
                    block->text);
}

static void render_story(report_html *html, const report_block *block)
{
    report_html_put(html, "<p class=\"story\">{}</p>\n", block->text);
}

static void render_text(report_html *html, const report_block *block)
{
    report_html_put(html, "<p>{}</p>\n", block->text);
}

/* --- Pairs and items ------------------------------------------------------------------------- */
static void put_values(report_html *html, const report_pair *pair)
{
    const char *list = pair->ordered ? "ol" : "ul";
    report_html_put(html, "<dd><{} role=\"list\">", list);
    for (size_t i = 0; i < pair->values.count; i++)
        report_html_put(html, "<li>{}</li>", pair->values.at[i]);
    report_html_put(html, "</{}></dd>", list);
}

static void put_pairs(report_html *html, const report_pairs *pairs)
{
    report_html_put(html, "<dl>\n");
    for (size_t i = 0; i < pairs->count; i++) {
        const report_pair *pair = &pairs->at[i];
        report_html_put(html, pair->minor ? "<div class=\"minor\">" : "<div>");
        report_html_put(html, "<dt>{}</dt>", pair->key);
        if (pair->values.count > 1)
            put_values(html, pair);
        else
            report_html_put(html, "<dd>{}</dd>", pair->values.count ? pair->values.at[0] : "");
        report_html_put(html, "</div>\n");
    }
    report_html_put(html, "</dl>\n");
}

static void render_pairs(report_html *html, const report_block *block)
{
    put_pairs(html, &block->pairs);
}

static const char *const marks[] = {
    [REPORT_MARK_BULLET] = "•",
    [REPORT_MARK_DONE] = "✓",
    [REPORT_MARK_OPEN] = "○",
};

static void put_item(report_html *html, const report_item *item, const char *title)
{
    report_html_put(html, item->brief ? "<li class=\"brief\">" : "<li>");
    report_html_put(html, "<{} class=\"title\">", title);
    if (item->number)
        report_html_put(html, "<span class=\"number\">{}.</span> ",
                        rung_format(html->arena, "%zu", item->number));
    else
        report_html_put(html, "<span class=\"number\" aria-hidden=\"true\">{}</span> ",
                        marks[item->mark]);
    report_html_put(html, "{}", item->title);
    if (item->aside)
        report_html_put(html, " <span class=\"aside\">({})</span>", item->aside);
    report_html_put(html, "</{}>\n", title);
    if (item->text)
        report_html_put(html, "<p>{}</p>\n", item->text);
    if (item->pairs.count)
        put_pairs(html, &item->pairs);
    report_html_put(html, "</li>\n");
}

/* Cards have headings of their own: there is much to find in them. */
static void render_items(report_html *html, const report_block *block)
{
    bool cards = false, numbers = false;
    for (size_t i = 0; i < block->items.count; i++) {
        cards = cards || block->items.at[i].pairs.count;
        numbers = numbers || block->items.at[i].number;
    }
    const char *list = numbers ? "ol" : "ul";
    report_html_put(html, "<{} class=\"{}\" role=\"list\">\n", list, cards ? "cards" : "items");
    for (size_t i = 0; i < block->items.count; i++)
        put_item(html, &block->items.at[i], cards ? "h3" : "p");
    report_html_put(html, "</{}>\n", list);
}

/* --- Tables ---------------------------------------------------------------------------------- */
/* A column in which nothing stands is left out. */
static bool is_empty(const report_table *table, size_t column)
{
    for (size_t r = 0; r < table->rows.count; r++)
        if (*table->rows.at[r].cells[column])
            return false;
    return true;
}

static void put_cell(report_html *html, const report_table *table, size_t column, const char *text,
                     const char *scope)
{
    const char *cell = scope && *text ? "th" : "td";
    report_html_put(html, "<{}", cell);
    if (scope && *text)
        report_html_put(html, " scope=\"{}\"", scope);
    if (table->number[column])
        report_html_put(html, " class=\"figure\"");
    report_html_put(html, ">{}</{}>", text, cell);
}

static void put_row(report_html *html, const report_table *table, const char *const *cells,
                    bool head)
{
    for (size_t c = 0; c < table->columns; c++)
        if (!is_empty(table, c))
            put_cell(html, table, c, cells[c], head ? "col" : c == 0 ? "row" : NULL);
    report_html_put(html, "</tr>\n");
}

void report_html_table(report_html *html, const report_block *block)
{
    const report_table *table = &block->table;
    const char *title = block->picture.title;
    /* A table too wide for the page scrolls on its own, also by keyboard. */
    report_html_put(html, "<div class=\"table\"");
    if (title)
        report_html_put(html, " role=\"group\" tabindex=\"0\" aria-label=\"{}\"", title);
    report_html_put(html, "><table>\n");
    if (title)
        report_html_put(html, "<caption>{}</caption>\n", title);
    report_html_put(html, "<thead><tr>");
    put_row(html, table, table->headers, true);
    report_html_put(html, "</thead>\n<tbody>\n");
    for (size_t r = 0; r < table->rows.count; r++) {
        const report_row *row = &table->rows.at[r];
        report_html_put(html, row->current ? "<tr class=\"current\">" : "<tr>");
        put_row(html, table, row->cells, false);
    }
    report_html_put(html, "</tbody>\n</table></div>\n");
}

/* --- The document ---------------------------------------------------------------------------- */
static render_block *const renderers[REPORT_KIND_COUNT] = {
    [REPORT_TITLE] = render_title,           [REPORT_HEADING] = render_heading,
    [REPORT_STORY] = render_story,           [REPORT_TEXT] = render_text,
    [REPORT_PAIRS] = render_pairs,           [REPORT_TABLE] = report_html_table,
    [REPORT_ITEMS] = render_items,           [REPORT_SCALE] = report_html_picture,
    [REPORT_BARS] = report_html_picture,     [REPORT_LADDER] = report_html_picture,
    [REPORT_TIMELINE] = report_html_picture,
};

static const char *title_of(const report_document *document)
{
    for (size_t i = 0; i < document->blocks.count; i++)
        if (document->blocks.at[i]->kind == REPORT_TITLE)
            return document->blocks.at[i]->text;
    return "";
}

/* Nothing may be loaded, whatever stands in the text: the style is the only thing allowed. */
static void put_head(report_html *html, const report_document *document)
{
    report_html_put(html,
                    "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta http-equiv=\"Content-Security-Policy\" "
                    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<meta name=\"color-scheme\" content=\"light dark\">\n"
                    "<meta name=\"referrer\" content=\"no-referrer\">\n"
                    "<title>{}</title>\n<style>\n",
                    document->language ? document->language : "", title_of(document));
    for (size_t i = 0; report_html_style[i]; i++)
        rung_write(html->sink, rung_text_of(report_html_style[i]));
    report_html_put(html, "</style>\n</head>\n<body>\n");
}

/* A section that is a picture takes half a line where there is room for two. */
static bool is_half(const report_document *document, size_t heading)
{
    bool picture = false;
    for (size_t i = heading + 1; i < document->blocks.count; i++) {
        report_kind kind = document->blocks.at[i]->kind;
        if (kind == REPORT_HEADING)
            break;
        if (kind != REPORT_TEXT && kind < REPORT_SCALE)
            return false;
        picture = picture || kind >= REPORT_SCALE;
    }
    return picture;
}

static void begin_section(report_html *html, const report_document *document, size_t heading)
{
    report_html_put(html, "</section>\n<section aria-labelledby=\"h{}\"",
                    rung_format(html->arena, "%zu", ++html->ids));
    report_html_put(html, is_half(document, heading) ? " class=\"half\">\n" : ">\n");
}

void report_render_html(rung_arena *arena, const report_document *document, rung_sink *sink)
{
    report_html html = {.arena = arena, .sink = sink};
    size_t i = 0;
    put_head(&html, document);
    for (; i < document->blocks.count && document->blocks.at[i]->kind == REPORT_TITLE; i++)
        render_title(&html, document->blocks.at[i]);
    report_html_put(&html, "<main>\n<section class=\"first\">\n");
    for (; i < document->blocks.count; i++) {
        const report_block *block = document->blocks.at[i];
        if (block->kind == REPORT_HEADING)
            begin_section(&html, document, i);
        renderers[block->kind](&html, block);
    }
    report_html_put(&html, "</section>\n</main>\n</body>\n</html>\n");
}
