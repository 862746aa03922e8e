#include "report/pdf_render.h"

#include "report/pdf_pages.h"
#include "report/pdf_parts.h"

#include <math.h>

#define GAP          6  /* between blocks */
#define HEADING_GAP  15 /* above a heading */
#define CARD_GAP     7  /* between cards */
#define BRIEF_GAP    4
#define LABEL_GAP    6  /* between a label and its text */
#define LABEL_INDENT 14 /* of a bullet's text */
#define KEY_GAP      12
#define KEY_SHARE    0.3 /* of the width: what keys take at most */

typedef void add_block(pdf_flow *flow, const report_block *block);

static void add_title(pdf_flow *flow, const report_block *block)
{
    rung_pdf_text title = pdf_shape_one(flow, block->text, PDF_TITLE, flow->width);
    pdf_bookmark(flow, 0, block->text);
    pdf_begin(flow, RUNG_PDF_TITLE);
    pdf_add_lines(flow, &title, PDF_TITLE, flow->left);
    pdf_end(flow, RUNG_PDF_TITLE);
    if (block->aside)
        pdf_paragraph(flow, block->aside, PDF_ASIDE, flow->left, flow->width);
    pdf_space(flow, GAP + 2);
}

static void add_heading(pdf_flow *flow, const report_block *block)
{
    rung_pdf_text heading = pdf_shape_one(flow, block->text, PDF_HEADING, flow->width);
    size_t first = flow->boxes.count;
    pdf_space(flow, HEADING_GAP);
    pdf_bookmark(flow, 1, block->text);
    pdf_begin(flow, RUNG_PDF_HEADING);
    pdf_add_lines(flow, &heading, PDF_HEADING, flow->left);
    pdf_end(flow, RUNG_PDF_HEADING);
    pdf_keep(flow, first);
    pdf_keep_with_next(flow);
    pdf_space(flow, 4);
}

static void add_story(pdf_flow *flow, const report_block *block)
{
    pdf_paragraph(flow, block->text, PDF_STORY, flow->left, flow->width);
    pdf_space(flow, GAP + 4);
}

static void add_text(pdf_flow *flow, const report_block *block)
{
    pdf_paragraph(flow, block->text, PDF_PLAIN, flow->left, flow->width);
    pdf_space(flow, GAP);
}

/* --- Labels ---------------------------------------------------------------------------------- */
static void add_rest(pdf_flow *flow, const rung_pdf_text *text, size_t first, pdf_look look,
                     double x)
{
    rung_pdf_text rest = {text->lines + first, text->count - first, text->width};
    if (rest.count == 1)
        pdf_keep_with_next(flow);
    pdf_add_lines(flow, &rest, look, x);
}

pdf_box *pdf_add_labelled(pdf_flow *flow, const pdf_labelled *what)
{
    pdf_look look = what->pieces[0].look;
    rung_pdf_text label =
        pdf_shape_one(flow, what->label.text, what->label.look, what->label_width);
    rung_pdf_text text = pdf_shape(flow, what->pieces, what->count, what->width);
    double height =
        fmax(pdf_text_height(&label, what->label.look), pdf_line_height(&text.lines[0], look));
    pdf_box *box = pdf_add_box(flow, height);
    if (*what->label.text) {
        pdf_put_tag(flow, box, RUNG_PDF_LABEL);
        pdf_put_text(flow, box, &label, what->label.look, what->label_x, 0);
        pdf_put_tag_end(flow, box, RUNG_PDF_LABEL);
    }
    pdf_put_tag(flow, box, RUNG_PDF_BODY);
    pdf_put_tag(flow, box, RUNG_PDF_PARAGRAPH);
    size_t line = 0;
    for (double y = 0; line < text.count; line++) {
        double more = pdf_line_height(&text.lines[line], look);
        if (y + more > height + 0.1)
            break;
        pdf_put_line(flow, box, &text.lines[line], look, what->x, y);
        y += more;
    }
    if (line < text.count)
        add_rest(flow, &text, line, look, what->x);
    pdf_end(flow, RUNG_PDF_PARAGRAPH);
    return box;
}

/* --- Pairs ----------------------------------------------------------------------------------- */
struct columns {
    double key_x, key_width, x, width;
};

static double widest_key(pdf_flow *flow, const report_pairs *pairs, double widest)
{
    for (size_t i = 0; i < pairs->count; i++)
        widest = fmax(widest, pdf_shape_one(flow, pairs->at[i].key, PDF_QUIET, 0).width);
    return widest;
}

static struct columns columns_for(const pdf_flow *flow, double x, double widest)
{
    double width = flow->left + flow->width - x;
    double key = ceil(fmin(widest, width * KEY_SHARE));
    return (struct columns){x, key, x + key + KEY_GAP, width - key - KEY_GAP};
}

/* One of several values, each with its number or a mark. */
static void add_value(pdf_flow *flow, const report_pair *pair, size_t index,
                      const struct columns *columns)
{
    const pdf_piece value = {pair->values.at[index], PDF_PLAIN};
    const char *label = pair->ordered ? rung_format(flow->arena, "%zu.", index + 1) : "•";
    pdf_begin(flow, RUNG_PDF_ITEM);
    pdf_add_labelled(flow, &(pdf_labelled){.label = {label, PDF_PLAIN},
                                           .label_x = columns->x,
                                           .label_width = LABEL_INDENT,
                                           .pieces = &value,
                                           .count = 1,
                                           .x = columns->x + LABEL_INDENT,
                                           .width = columns->width - LABEL_INDENT});
    pdf_end(flow, RUNG_PDF_BODY);
    pdf_end(flow, RUNG_PDF_ITEM);
}

/* The key stands beside the first of the values. */
static void add_values(pdf_flow *flow, const report_pair *pair, const struct columns *columns)
{
    rung_pdf_text key = pdf_shape_one(flow, pair->key, PDF_QUIET, columns->key_width);
    pdf_pend_label(flow, &key, PDF_QUIET, columns->key_x);
    pdf_begin(flow, RUNG_PDF_BODY);
    pdf_begin(flow, RUNG_PDF_LIST);
    for (size_t i = 0; i < pair->values.count; i++)
        add_value(flow, pair, i, columns);
    pdf_end(flow, RUNG_PDF_LIST);
    pdf_end(flow, RUNG_PDF_BODY);
}

static void add_pair(pdf_flow *flow, const report_pair *pair, const struct columns *columns)
{
    const pdf_piece value = {pair->values.count ? pair->values.at[0] : "", PDF_PLAIN};
    pdf_begin(flow, RUNG_PDF_ITEM);
    if (pair->values.count > 1) {
        add_values(flow, pair, columns);
    } else {
        pdf_add_labelled(flow, &(pdf_labelled){.label = {pair->key, PDF_QUIET},
                                               .label_x = columns->key_x,
                                               .label_width = columns->key_width,
                                               .pieces = &value,
                                               .count = 1,
                                               .x = columns->x,
                                               .width = columns->width});
        pdf_end(flow, RUNG_PDF_BODY);
    }
    pdf_end(flow, RUNG_PDF_ITEM);
}

/* Paper is scarce where many stand below each other: there what is minor is left out. */
static void add_pair_list(pdf_flow *flow, const report_pairs *pairs, const struct columns *columns,
                          double gap, bool brief)
{
    if (pairs->count == 0)
        return;
    pdf_begin(flow, RUNG_PDF_LIST);
    for (size_t i = 0; i < pairs->count; i++) {
        if (brief && pairs->at[i].minor)
            continue;
        size_t first = flow->boxes.count;
        add_pair(flow, &pairs->at[i], columns);
        pdf_keep(flow, first);
        pdf_space(flow, gap);
    }
    pdf_end(flow, RUNG_PDF_LIST);
}

static void add_pairs(pdf_flow *flow, const report_block *block)
{
    struct columns columns = columns_for(flow, flow->left, widest_key(flow, &block->pairs, 0));
    add_pair_list(flow, &block->pairs, &columns, 2, false);
    pdf_space(flow, GAP);
}

/* --- Items ----------------------------------------------------------------------------------- */
#define MARK_SIZE 5.5

/* A tick or a ring, in the middle of the first line. */
static void put_mark(pdf_flow *flow, pdf_box *box, report_mark mark)
{
    double x = flow->left + 1, y = (pdf_looks[PDF_PLAIN].leading - MARK_SIZE) / 2;
    const rung_pdf_paint paint = {RUNG_PDF_NONE, PDF_HAVE, 1.3, true, true};
    if (mark == REPORT_MARK_DONE)
        pdf_add_mark(flow, box,
                     (pdf_mark){.kind = PDF_MARK_POLYGON,
                                .points = {{x, y + MARK_SIZE * 0.6},
                                           {x + MARK_SIZE * 0.4, y + MARK_SIZE},
                                           {x + MARK_SIZE * 1.2, y}},
                                .count = 3,
                                .paint = paint});
    else if (mark == REPORT_MARK_OPEN)
        pdf_add_mark(flow, box,
                     (pdf_mark){.kind = PDF_MARK_RECTANGLE,
                                .at = {x, y},
                                .size = {MARK_SIZE, MARK_SIZE},
                                .paint = paint});
}

static const char *item_label(pdf_flow *flow, const report_item *item)
{
    if (item->number)
        return rung_format(flow->arena, "%zu.", item->number);
    return item->mark == REPORT_MARK_BULLET ? "•" : "";
}

static void add_item(pdf_flow *flow, const report_item *item, double indent, double widest)
{
    double x = flow->left + indent, width = flow->width - indent;
    bool card = item->pairs.count > 0;
    const char *aside =
        item->aside ? rung_format(flow->arena, card ? "  %s" : " (%s)", item->aside) : "";
    const char *text = item->text && !card ? rung_format(flow->arena, "  %s", item->text) : "";
    const pdf_piece pieces[] = {{item->title, PDF_STRONG}, {aside, PDF_QUIET}, {text, PDF_PLAIN}};
    pdf_box *box =
        pdf_add_labelled(flow, &(pdf_labelled){.label = {item_label(flow, item), PDF_STRONG},
                                               .label_x = flow->left,
                                               .label_width = indent,
                                               .pieces = pieces,
                                               .count = RUNG_COUNT(pieces),
                                               .x = x,
                                               .width = width});
    if (!item->number)
        put_mark(flow, box, item->mark);
    if (item->text && card)
        pdf_paragraph(flow, item->text, PDF_PLAIN, x, width);
    struct columns columns = columns_for(flow, x, widest);
    add_pair_list(flow, &item->pairs, &columns, 0, item->brief);
    pdf_end(flow, RUNG_PDF_BODY);
}

static double label_indent(pdf_flow *flow, const report_block *block)
{
    double indent = LABEL_INDENT;
    for (size_t i = 0; i < block->items.count; i++)
        indent = fmax(
            indent,
            LABEL_GAP +
                pdf_shape_one(flow, item_label(flow, &block->items.at[i]), PDF_STRONG, 0).width);
    return indent;
}

static void add_items(pdf_flow *flow, const report_block *block)
{
    double indent = label_indent(flow, block), widest = 0;
    for (size_t i = 0; i < block->items.count; i++)
        widest = widest_key(flow, &block->items.at[i].pairs, widest);
    pdf_begin(flow, RUNG_PDF_LIST);
    for (size_t i = 0; i < block->items.count; i++) {
        const report_item *item = &block->items.at[i];
        size_t first = flow->boxes.count;
        pdf_begin(flow, RUNG_PDF_ITEM);
        add_item(flow, item, indent, widest);
        pdf_end(flow, RUNG_PDF_ITEM);
        pdf_keep(flow, first);
        pdf_space(flow, item->brief         ? BRIEF_GAP
                        : item->pairs.count ? CARD_GAP
                        : item->text        ? 4
                                            : 2);
    }
    pdf_end(flow, RUNG_PDF_LIST);
    pdf_space(flow, GAP);
}

/* --- The document ---------------------------------------------------------------------------- */
static void add_plain_table(pdf_flow *flow, const report_block *block)
{
    pdf_add_table(flow, block);
    pdf_space(flow, GAP + 2);
}

static add_block *const adders[REPORT_KIND_COUNT] = {
    [REPORT_TITLE] = add_title,           [REPORT_HEADING] = add_heading,
    [REPORT_STORY] = add_story,           [REPORT_TEXT] = add_text,
    [REPORT_PAIRS] = add_pairs,           [REPORT_TABLE] = add_plain_table,
    [REPORT_ITEMS] = add_items,           [REPORT_SCALE] = pdf_add_scale,
    [REPORT_BARS] = pdf_add_bars,         [REPORT_LADDER] = pdf_add_ladder,
    [REPORT_TIMELINE] = pdf_add_timeline,
};

static const pdf_sheet sheets[] = {
    [RUNG_PAPER_A4] = {595.28, 841.89, 52, 46, 56},
    [RUNG_PAPER_LETTER] = {612, 792, 58, 44, 54},
};

struct rendering {
    rung_arena *arena;
    const report_document *document;
    const pdf_sheet *sheet;
    int64_t created;
    rung_sink *sink;
    rung_pdf *pdf;
    rung_status status;
};

static rung_pdf_setup setup_of(const struct rendering *rendering)
{
    rung_pdf_setup setup = {.width = rendering->sheet->width,
                            .height = rendering->sheet->height,
                            .language = rendering->document->language,
                            .created = rendering->created};
    for (size_t i = 0; i < rendering->document->blocks.count; i++) {
        const report_block *block = rendering->document->blocks.at[i];
        if (block->kind == REPORT_TITLE && !setup.title) {
            setup.title = block->text;
            setup.subject = block->aside;
        }
    }
    return setup;
}

static const char *foot_of(rung_arena *arena, const rung_pdf_setup *setup)
{
    if (setup->title && setup->subject)
        return rung_format(arena, "%s · %s", setup->title, setup->subject);
    return setup->title ? setup->title : "";
}

/* A paragraph between a heading and something else leads to it. */
static bool leads_on(const report_document *document, size_t index)
{
    report_block *const *at = &document->blocks.at[index];
    return index > 0 && index + 1 < document->blocks.count && at[0]->kind == REPORT_TEXT &&
           at[-1]->kind == REPORT_HEADING && at[1]->kind != REPORT_HEADING;
}

static bool lay_out(pdf_flow *flow, const report_document *document)
{
    for (size_t i = 0; i < document->blocks.count; i++) {
        const report_block *block = document->blocks.at[i];
        adders[block->kind](flow, block);
        if (leads_on(document, i))
            pdf_keep_with_next(flow);
        if (flow->height > flow->tallest * PDF_MAX_PAGES)
            return false;
    }
    return true;
}

static void render(void *ctx)
{
    struct rendering *rendering = ctx;
    const pdf_sheet *sheet = rendering->sheet;
    rung_pdf_setup setup = setup_of(rendering);
    rendering->status = rung_pdf_new(&rendering->pdf, rendering->arena, &setup, rendering->sink);
    if (rendering->status != RUNG_OK)
        return;
    pdf_flow flow = {.arena = rendering->arena,
                     .pdf = rendering->pdf,
                     .left = sheet->side,
                     .width = sheet->width - 2 * sheet->side,
                     .tallest = sheet->height - sheet->top - sheet->bottom};
    if (!lay_out(&flow, rendering->document)) {
        rendering->status = RUNG_INVALID;
        return;
    }
    pdf_draw_pages(&flow, sheet, foot_of(rendering->arena, &setup));
    rendering->status = rung_pdf_finish(rendering->pdf);
}

rung_status report_render_pdf(rung_arena *arena, const report_document *document, rung_paper paper,
                              int64_t created, rung_sink *sink)
{
    rung_buffer buffer;
    rung_buffer_init(&buffer, arena->memory);
    struct rendering rendering = {.arena = arena,
                                  .document = document,
                                  .sheet = &sheets[paper],
                                  .created = created,
                                  .sink = &buffer.sink};
    rung_status guarded = rung_guard(arena, render, &rendering);
    rung_pdf_free(rendering.pdf);
    rung_status status = guarded != RUNG_OK ? guarded : rendering.status;
    if (buffer.sink.failed)
        status = RUNG_NO_MEMORY;
    if (status == RUNG_OK)
        rung_write(sink, rung_buffer_text(&buffer));
    rung_buffer_release(&buffer);
    return status;
}
