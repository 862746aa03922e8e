/* Warnings that an author means: the key `allow`. */
#include "content/allow.h"

#include <stddef.h>
#include <string.h>

static const content_key allow_keys[] = {
    {"code", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_allowance, code),
     .about = "Of the warning, such as `RG0706`; `rung help RG0706` explains it."},
    {"at", RUNG_SHAPE_TEXTS, .at = offsetof(rung_allowance, at),
     .count_at = offsetof(rung_allowance, at_count),
     .about = "The ids of what may have it; without it the whole file may."},
    {"reason", RUNG_SHAPE_TEXT, .at = offsetof(rung_allowance, reason),
     .about = "Why it is meant, for whoever reads the file after you; asked for by a warning."},
};

const content_table content_allow_table = {
    .noun = "an allowed warning",
    .keys = allow_keys,
    .count = RUNG_COUNT(allow_keys),
    .size = sizeof(rung_allowance),
};

/* --- Loading --------------------------------------------------------------------------------- */

static void check_item(content_loader *loader, const content_key *key, const rung_datum *item)
{
    rung_allowance entry = {0};
    if (item->kind == RUNG_DATUM_STRING)
        entry.code = content_text(loader, "code", item);
    else
        content_read_map(loader, key->table, item, &entry);
    if (!entry.code || (item->kind == RUNG_DATUM_MAP && rung_datum_get(item, "reason")))
        return;
    content_report(loader->diagnostics, NO_REASON, content_place(item),
                   content_shown(loader->arena, rung_text_of(entry.code)));
}

void content_check_allow(content_loader *loader, const content_key *key, const rung_datum *value,
                         void *at)
{
    (void)at;
    for (size_t i = 0; i < value->list.count; i++)
        check_item(loader, key, value->list.items[i]);
}

/* --- What is allowed ------------------------------------------------------------------------- */

/* False if the item says nothing that can be used. */
static bool read_item(rung_arena *arena, const rung_datum *item, rung_allowance *out)
{
    bool map = item->kind == RUNG_DATUM_MAP;
    const rung_datum *code = map ? rung_datum_get(item, "code") : item;
    const rung_datum *at = map ? rung_datum_get(item, "at") : NULL;
    if (!code || code->kind != RUNG_DATUM_STRING || (at && at->kind != RUNG_DATUM_LIST))
        return false;
    const char **ids = rung_new_array(arena, const char *, at ? at->list.count : 0);
    for (size_t i = 0; at && i < at->list.count; i++)
        ids[i] = at->list.items[i]->text.size ? at->list.items[i]->text.at : "";
    *out = (rung_allowance){code->text.at, ids, at ? at->list.count : 0, NULL, code->span};
    return true;
}

const rung_allowance *content_read_allow(rung_arena *arena, const rung_datum *root, size_t *count)
{
    const rung_datum *list = rung_datum_get(root, "allow");
    size_t most = list && list->kind == RUNG_DATUM_LIST ? list->list.count : 0;
    rung_allowance *out = rung_new_array(arena, rung_allowance, most);
    *count = 0;
    for (size_t i = 0; i < most; i++)
        *count += read_item(arena, list->list.items[i], &out[*count]);
    return out;
}

bool rung_is_allowed(const rung_allowance *entry, const rung_diagnostic *diagnostic)
{
    if (diagnostic->kind->severity != RUNG_WARNING ||
        strcmp(entry->code, diagnostic->kind->code) != 0)
        return false;
    for (size_t i = 0; diagnostic->subject && i < entry->at_count; i++)
        if (strcmp(entry->at[i], diagnostic->subject) == 0)
            return true;
    return entry->at_count == 0;
}

/* --- What is wrong with it ------------------------------------------------------------------- */

static void report_unknown(const rung_allowance *entry, const rung_diagnostic_kind *const *kinds,
                           size_t kind_count, rung_diagnostics *diagnostics)
{
    rung_text word = rung_text_of(entry->code);
    content_report(diagnostics, UNKNOWN_CODE, entry->span, content_shown(diagnostics->arena, word));
    if (!diagnostics->last_kept)
        return; /* there may be very many */
    rung_text *codes = rung_new_array(diagnostics->arena, rung_text, kind_count);
    for (size_t i = 0; i < kind_count; i++)
        codes[i] = rung_text_of(kinds[i]->code);
    size_t nearest = rung_nearest(word, codes, kind_count);
    if (nearest != SIZE_MAX)
        rung_mend(diagnostics, "did you mean `%s`?", codes[nearest].at);
}

void rung_check_allowance(const rung_allowance *entry, const rung_diagnostic_kind *const *kinds,
                          size_t kind_count, rung_diagnostics *diagnostics)
{
    for (size_t i = 0; i < kind_count; i++) {
        if (strcmp(kinds[i]->code, entry->code) != 0)
            continue;
        if (kinds[i]->severity != RUNG_WARNING)
            content_report(diagnostics, NOT_A_WARNING, entry->span, entry->code,
                           kinds[i]->severity == RUNG_ERROR ? "an error" : "a note");
        return;
    }
    report_unknown(entry, kinds, kind_count, diagnostics);
}

void rung_report_unused(const rung_allowance *entry, rung_diagnostics *diagnostics)
{
    content_report(diagnostics, ALLOWED_NOTHING, entry->span, entry->code);
}
