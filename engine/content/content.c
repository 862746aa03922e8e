/* Loading: files in, a role out. */
#include "content/content.h"

#include "content/role.h"
#include "content/survey.h"

#include <string.h>

/* --- The format of a file -------------------------------------------------------------------- */

/* "rung-rules/2" beside "rung-rules/1". */
static bool is_newer(rung_text format, const char *ours)
{
    size_t family = (size_t)(strchr(ours, '/') - ours) + 1;
    int64_t version;
    if (!rung_text_starts(format, (rung_text){ours, family}))
        return false;
    rung_text number = {format.at + family, format.size - family};
    return rung_parse_int(number, &version) && version > 1;
}

/* At the key that may be meant to be `format`, if there is one. */
static void report_no_format(content_loader *loader, const rung_datum *root, const char *format)
{
    static const rung_text name = {"format", 6};
    for (size_t i = 0; i < root->map.count; i++) {
        const rung_entry *entry = &root->map.entries[i];
        if (content_is_refused_key(entry) || rung_nearest(entry->key, &name, 1) != 0)
            continue;
        content_report(loader->diagnostics, FORMAT, entry->key_span, format);
        rung_mend(loader->diagnostics, "did you mean `format`?");
        return;
    }
    content_report(loader->diagnostics, FORMAT, content_place(root), format);
}

bool content_check_format(content_loader *loader, const rung_datum *root, const char *format)
{
    if (root->kind != RUNG_DATUM_MAP) {
        content_report(loader->diagnostics, NOT_A_MAP, content_place(root), "the file",
                       rung_datum_kind_name(root->kind));
        return false;
    }
    const rung_datum *datum = rung_datum_get(root, "format");
    if (!datum) {
        report_no_format(loader, root, format);
        return false;
    }
    if (!content_text(loader, "format", datum))
        return false;
    if (rung_text_is(datum->text, format))
        return true;
    const char *shown = content_shown(loader->arena, datum->text);
    if (is_newer(datum->text, format))
        content_report(loader->diagnostics, NEWER_FORMAT, datum->span, shown, format);
    else
        content_report(loader->diagnostics, OTHER_FORMAT, datum->span, shown, format);
    rung_text ours = rung_text_of(format);
    if (!is_newer(datum->text, format) && rung_nearest(datum->text, &ours, 1) == 0)
        rung_mend(loader->diagnostics, "did you mean `%s`?", format);
    return false;
}

/* --- A questionnaire alone ------------------------------------------------------------------- */

static content_survey *load_questionnaire(content_loader *loader, const rung_source *source)
{
    const rung_datum *root = content_yaml_read(loader->arena, source, loader->diagnostics);
    content_survey *survey = content_read_questionnaire(loader, root);
    if (survey)
        survey->head.digest = rung_digest_of(source->text);
    return survey;
}

const rung_questionnaire *rung_questionnaire_load(rung_arena *arena, const rung_source *source,
                                                  rung_diagnostics *diagnostics)
{
    content_loader *loader = rung_new(arena, content_loader);
    size_t errors = diagnostics->errors;
    *loader = (content_loader){
        .arena = arena, .diagnostics = diagnostics, .errors_before = diagnostics->errors};
    const content_survey *survey = load_questionnaire(loader, source);
    rung_diagnostics_sort(diagnostics);
    return diagnostics->errors == errors ? &survey->head : NULL;
}

/* --- A role ---------------------------------------------------------------------------------- */

/* Loading a role: with sources of its own, since it outlives those of the caller. */
struct loading {
    rung_role *role;
    const rung_source *given[2]; /* the caller's: questionnaire, rules */
    rung_diagnostics *diagnostics;
    rung_source *own[2];
};

/* Of a file that is too large no more is needed than what shows it. */
static rung_source *copy_source(rung_arena *arena, const rung_source *source)
{
    rung_source *copy = rung_new(arena, rung_source);
    rung_text text = source->text;
    if (text.size > RUNG_CONTENT_MAX_FILE)
        text.size = RUNG_CONTENT_MAX_FILE + 1;
    copy->name = rung_copy(arena, rung_text_of(source->name));
    copy->text = (rung_text){rung_copy(arena, text), text.size};
    return copy;
}

static void load_body(void *ctx)
{
    struct loading *loading = ctx;
    rung_role *role = loading->role;
    rung_arena *arena = &role->arena;
    rung_arena_share_guard(loading->diagnostics->arena, arena);
    for (int i = 0; i < 2; i++)
        if (loading->given[i])
            loading->own[i] = copy_source(arena, loading->given[i]);

    content_loader *loader = rung_new(arena, content_loader);
    *loader = (content_loader){.arena = arena,
                               .diagnostics = loading->diagnostics,
                               .errors_before = loading->diagnostics->errors};
    if (!loading->own[0] || !load_questionnaire(loader, loading->own[0]))
        content_blind_survey(loader);
    const rung_datum *root = content_yaml_read(arena, loading->own[1], loading->diagnostics);
    rung_rules *rules = content_read_rules(loader, root);
    if (rules)
        rules->digest = rung_digest_of(loading->own[1]->text);

    role->questionnaire = &loader->survey->head;
    role->rules = rules;
    role->questionnaire_bytes = loading->own[0] ? loading->own[0]->text : (rung_text){0};
    role->rules_bytes = loading->own[1]->text;
    role->scratch = loader->scratch;
}

/* Diagnostics outlive a role that was refused: they point into the caller's sources. */
static void point_at_given(struct loading *loading, size_t first)
{
    rung_diagnostics *diagnostics = loading->diagnostics;
    for (size_t i = first; i < diagnostics->list.count; i++)
        for (int k = 0; k < 2; k++)
            if (loading->own[k] && diagnostics->list.at[i].span.source == loading->own[k])
                diagnostics->list.at[i].span.source = loading->given[k];
}

rung_status rung_role_load(rung_role **out, const rung_memory *memory,
                           const rung_source *questionnaire, const rung_source *rules,
                           rung_diagnostics *diagnostics)
{
    rung_role *role = rung_resize(memory, NULL, sizeof *role);
    if (!role)
        return RUNG_NO_MEMORY;
    *role = (rung_role){0};
    rung_arena_init(&role->arena, memory);

    struct loading loading = {role, {questionnaire, rules}, diagnostics, {NULL, NULL}};
    size_t first = diagnostics->list.count, errors = diagnostics->errors;
    void *guard = diagnostics->arena->guard;
    rung_status status = rung_guard(&role->arena, load_body, &loading);
    diagnostics->arena->guard = guard;
    point_at_given(&loading, first);
    if (!status && (diagnostics->errors > errors || !questionnaire))
        status = RUNG_INVALID;
    if (status) {
        rung_role_free(role);
    } else {
        *out = role;
    }
    if (status != RUNG_NO_MEMORY)
        rung_diagnostics_sort(diagnostics);
    return status;
}

rung_role *rung_role_share(const rung_role *role)
{
    rung_role *own = (rung_role *)role; /* but for the count it stays as it is */
    own->shared++;
    return own;
}

void rung_role_free(rung_role *role)
{
    if (!role)
        return;
    if (role->shared > 0) {
        role->shared--;
        return;
    }
    const rung_memory *memory = role->arena.memory;
    rung_arena_release(&role->arena);
    rung_resize(memory, role, 0);
}
