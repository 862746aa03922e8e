#include "report/document.h"

document_block *document_add(document_tree *document, document_kind kind, const char *text)
{
    document_block *block = rung_new(document->arena, document_block);
    block->kind = kind;
    block->text = text;
    rung_push(document->arena, &document->blocks, block);
    return block;
}

document_pair *document_add_pair(document_tree *document, document_pairs *pairs, const char *key,
                                 const char *value)
{
    rung_push(document->arena, pairs, (document_pair){.key = key});
    document_pair *pair = &pairs->at[pairs->count - 1];
    if (value && *value)
        document_add_value(document, pair, value);
    return pair;
}

void document_add_value(document_tree *document, document_pair *pair, const char *value)
{
    rung_push(document->arena, &pair->values, value);
}

document_item *document_add_item(document_tree *document, document_block *block, const char *title)
{
    rung_push(document->arena, &block->items, (document_item){.title = title});
    return &block->items.at[block->items.count - 1];
}
