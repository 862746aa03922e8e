/* Warnings that an author means: the key `allow`. */
#include "content/allow.h"

#include <stddef.h>
#include <string.h>

/* An item of the list, as it is written. */
typedef struct allow_item {
    const char *code, *reason;
    const char *const *at;
    size_t at_count;
} allow_item;

static const content_key allow_keys[] = {
    {"code", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(allow_item, code),
     .about = "Of the warning, such as `RG0706`; `rung help RG0706` explains it."},
    {"at", RUNG_SHAPE_TEXTS, .at = offsetof(allow_item, at),
     .count_at = offsetof(allow_item, at_count),
     .about = "The ids of what may have it; without it the whole file may."},
    {"reason", RUNG_SHAPE_TEXT, .at = offsetof(allow_item, reason),
     .about = "Why it is meant, for whoever reads the file after you; asked for by a warning."},
};

const content_table content_allow_table = {
    .noun = "an allowed warning",
    .keys = allow_keys,
    .count = RUNG_COUNT(allow_keys),
    .size = sizeof(allow_item),
};

/* --- Loading --------------------------------------------------------------------------------- */

static void check_item(content_loader *loader, const content_key *key, const rung_datum *item)
{
    allow_item written = {0};
    size_t errors = loader->diagnostics->errors;
    if (item->kind == RUNG_DATUM_STRING)
        written.code = content_text(loader, "code", item);
    else
        content_read_map(loader, key->table, item, &written);
    /* A key that is misspelt may be the reason. */
    if (!written.code || loader->diagnostics->errors > errors ||
        (item->kind == RUNG_DATUM_MAP && rung_datum_get(item, "reason")))
        return;
    content_report(loader->diagnostics, NO_REASON, content_place(item),
                   content_shown(loader->arena, rung_text_of(written.code)));
}

void content_check_allow(content_loader *loader, const content_key *key, const rung_datum *value,
                         void *at)
{
    (void)at;
    for (size_t i = 0; i < value->list.count; i++)
        check_item(loader, key, value->list.items[i]);
}

/* --- What is allowed ------------------------------------------------------------------------- */

/* The code of an item that says something that can be used, and its ids; or NULL. */
static const rung_datum *usable(const rung_datum *item, const rung_datum **at)
{
    bool map = item->kind == RUNG_DATUM_MAP;
    const rung_datum *code = map ? rung_datum_get(item, "code") : item;
    *at = map ? rung_datum_get(item, "at") : NULL;
    bool good = code && code->kind == RUNG_DATUM_STRING && (!*at || (*at)->kind == RUNG_DATUM_LIST);
    return good ? code : NULL;
}

const rung_allowance *content_read_allow(rung_arena *arena, const rung_datum *root, size_t *count)
{
    const rung_datum *list = rung_datum_get(root, "allow");
    size_t items = list && list->kind == RUNG_DATUM_LIST ? list->list.count : 0;
    RUNG_VEC(rung_allowance) out = {0};
    for (size_t i = 0; i < items; i++) {
        const rung_datum *at, *code = usable(list->list.items[i], &at);
        if (!code)
            continue;
        rung_allowance entry = {.code = code->text.at, .span = code->span, .place = code->span};
        if (!at || at->list.count == 0)
            rung_push(arena, &out, entry);
        for (size_t n = 0; at && n < at->list.count; n++) {
            const rung_datum *id = at->list.items[n];
            if (id->kind != RUNG_DATUM_STRING)
                continue;
            entry.at = id->text.at;
            entry.place = id->span;
            rung_push(arena, &out, entry);
            entry.again = true;
        }
    }
    *count = out.count;
    return out.at;
}

/* Allowing that would undo what is asked of an allowance. */
static bool is_about_allowing(const rung_diagnostic_kind *kind)
{
    return kind == &rung_content_messages[CONTENT_NO_REASON] ||
           kind == &rung_content_messages[CONTENT_ALLOWED_NOTHING];
}

bool rung_is_allowed(const rung_allowance *entry, const rung_diagnostic *diagnostic)
{
    return diagnostic->kind->severity == RUNG_WARNING && !is_about_allowing(diagnostic->kind) &&
           strcmp(entry->code, diagnostic->kind->code) == 0 &&
           (!entry->at || (diagnostic->subject && strcmp(entry->at, diagnostic->subject) == 0));
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

/* What it is that cannot be allowed; NULL if it can. */
static const char *why_not(const rung_diagnostic_kind *kind)
{
    if (kind->severity == RUNG_ERROR)
        return "an error";
    if (kind->severity == RUNG_NOTE)
        return "a note";
    return is_about_allowing(kind) ? "said of `allow` itself" : NULL;
}

void rung_check_allowance(const rung_allowance *entry, const rung_diagnostic_kind *const *kinds,
                          size_t kind_count, rung_diagnostics *diagnostics)
{
    if (entry->again)
        return;
    for (size_t i = 0; i < kind_count; i++) {
        if (strcmp(kinds[i]->code, entry->code) != 0)
            continue;
        const char *what = why_not(kinds[i]);
        if (what)
            content_report(diagnostics, NOT_A_WARNING, entry->span, entry->code, what);
        return;
    }
    report_unknown(entry, kinds, kind_count, diagnostics);
}

void rung_report_unused(const rung_allowance *entry, rung_diagnostics *diagnostics)
{
    content_report(diagnostics, ALLOWED_NOTHING, entry->place, entry->code);
}
