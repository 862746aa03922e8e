/* Ids, and finding what they name. */
#include "content/loader.h"

struct content_id {
    size_t index;
    rung_span span;
};

const char *content_noun(content_kind kind)
{
#define KIND_NOUN(name, noun) noun,
    static const char *const nouns[] = {CONTENT_KINDS(KIND_NOUN)};
#undef KIND_NOUN
    return nouns[kind];
}

char content_joint(content_kind kind)
{
    return kind == CONTENT_KIND_QUESTION ? '_' : '-';
}

/* --- The form of an id ----------------------------------------------------------------------- */

static bool is_small(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool content_is_id(rung_text text, char joint)
{
    if (text.size == 0 || (joint == '_' && text.at[0] <= '9'))
        return false;
    for (size_t i = 0; i < text.size; i++) {
        bool edge = i == 0 || i + 1 == text.size;
        if (is_small(text.at[i]))
            continue;
        if (text.at[i] != joint || edge || text.at[i - 1] == joint)
            return false;
    }
    return true;
}

const char *content_as_id(rung_arena *arena, rung_text text, char joint)
{
    char *id = rung_copy(arena, text);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.at[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (is_small(c))
            id[size++] = c;
        else if (size && id[size - 1] != joint)
            id[size++] = joint;
    }
    while (size && id[size - 1] == joint)
        size--;
    id[size] = '\0';
    return content_is_id((rung_text){id, size}, joint) ? id : "";
}

bool content_check_id(content_loader *loader, const rung_datum *datum, char joint)
{
    if (content_is_id(datum->text, joint)) {
        if (datum->text.size <= RUNG_CONTENT_MAX_ID)
            return true;
        content_report(loader->diagnostics, LONG_ID, datum->span, RUNG_CONTENT_MAX_ID,
                       datum->text.size);
        return false;
    }
    content_report(loader->diagnostics, BAD_ID, datum->span, joint);
    rung_text words = datum->text;
    if (words.size > RUNG_CONTENT_MAX_ID)
        words.size = RUNG_CONTENT_MAX_ID;
    const char *mended = content_as_id(loader->arena, words, joint);
    if (mended[0])
        rung_mend(loader->diagnostics, "write `%s`", mended);
    return false;
}

/* --- The ids of a kind ----------------------------------------------------------------------- */

void content_forget_ids(content_loader *loader, content_kind kind)
{
    loader->ids[kind] = (content_ids){0};
}

void content_add_nameless(content_loader *loader, content_kind kind)
{
    rung_push(loader->arena, &loader->ids[kind].list, (rung_text){0});
    loader->ids[kind].incomplete = true;
}

void content_add_id(content_loader *loader, content_kind kind, rung_text id, rung_span span)
{
    content_ids *ids = &loader->ids[kind];
    const struct content_id *first = content_names_get(&ids->names, id);
    if (first) {
        uint32_t line = content_line(loader->diagnostics, first->span.source, first->span.start);
        content_report(loader->diagnostics, DUPLICATE_ID, span, content_noun(kind),
                       content_shown(loader->arena, id), (unsigned)line);
        content_add_nameless(loader, kind);
        return;
    }
    struct content_id *added = rung_new(loader->arena, struct content_id);
    *added = (struct content_id){ids->list.count, span};
    content_names_set(loader->arena, &ids->names, id, added);
    rung_push(loader->arena, &ids->list, id);
}

void content_did_you_mean(content_loader *loader, rung_text word, const rung_text *words,
                          size_t count)
{
    if (!loader->diagnostics->last_kept)
        return;
    size_t nearest = rung_nearest(word, words, count);
    if (nearest != SIZE_MAX)
        rung_mend(loader->diagnostics, "did you mean `%.*s`?", (int)words[nearest].size,
                  words[nearest].at);
}

bool content_reference(content_loader *loader, content_kind kind, rung_text id, rung_span span,
                       size_t *out)
{
    const content_ids *ids = &loader->ids[kind];
    const struct content_id *found = content_names_get(&ids->names, id);
    if (found) {
        *out = found->index;
        return true;
    }
    /* What it names may be one that is wrong, which has been said. Scales alone may be missing
     * altogether without that being a mistake. */
    if (ids->incomplete || (ids->list.count == 0 && kind != CONTENT_KIND_SCALE))
        return false;
    content_report(loader->diagnostics, UNKNOWN_REFERENCE, span, content_noun(kind),
                   content_shown(loader->arena, id));
    content_did_you_mean(loader, id, ids->list.at, ids->list.count);
    return false;
}

struct order {
    uint32_t *at;
    size_t count;
};

static void add_to_order(void *ctx, const void *thing)
{
    struct order *order = ctx;
    order->at[order->count++] = (uint32_t)((const struct content_id *)thing)->index;
}

const uint32_t *content_order_by_id(content_loader *loader, content_kind kind)
{
    const content_ids *ids = &loader->ids[kind];
    struct order order = {rung_new_array(loader->arena, uint32_t, ids->list.count), 0};
    content_names_each(&ids->names, add_to_order, &order);
    return order.at;
}
