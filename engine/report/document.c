#include "report/document.h"

report_block *report_add(report_document *document, report_kind kind, const char *text)
{
    report_block *block = rung_new(document->arena, report_block);
    block->kind = kind;
    block->text = text;
    rung_push(document->arena, &document->blocks, block);
    return block;
}

report_row *report_add_row(report_document *document, report_block *block)
{
    report_row row = {0};
    for (size_t i = 0; i < REPORT_MAX_COLUMNS; i++)
        row.cells[i] = "";
    rung_push(document->arena, &block->table.rows, row);
    return &block->table.rows.at[block->table.rows.count - 1];
}

report_pair *report_add_pair(report_document *document, report_pairs *pairs, const char *key,
                             const char *value)
{
    rung_push(document->arena, pairs, (report_pair){.key = key});
    report_pair *pair = &pairs->at[pairs->count - 1];
    if (value && *value)
        report_add_value(document, pair, value);
    return pair;
}

void report_add_value(report_document *document, report_pair *pair, const char *value)
{
    rung_push(document->arena, &pair->values, value);
}

report_item *report_add_item(report_document *document, report_block *block, const char *title)
{
    rung_push(document->arena, &block->items, (report_item){.title = title});
    return &block->items.at[block->items.count - 1];
}
