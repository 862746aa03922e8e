/* A requirement: what is asked for at each rung, how much is needed, and what is attained. */
#include "content/expressions.h"
#include "content/role.h"
#include "content/survey.h"

#include <stddef.h>

static size_t rung_count(const content_loader *loader)
{
    return loader->ids[CONTENT_KIND_RUNG].list.count;
}

static rung_requirement *requirement_of(const content_key *key, void *at)
{
    return (rung_requirement *)((char *)at - key->at);
}

/* Compiles what may depend on `rung` and required questions only. */
static const rung_program *compile_gate(content_loader *loader, const char *name,
                                        const rung_datum *value, rung_want want)
{
    const rung_program *program = content_compile(loader, name, value, &loader->scope, want);
    return program && content_check_required(loader, name, value, program) ? program : NULL;
}

/* --- Targets --------------------------------------------------------------------------------- */

static const double *same_for_all(content_loader *loader, double target)
{
    double *by_rung = rung_new_array(loader->arena, double, rung_count(loader));
    for (size_t i = 0; i < rung_count(loader); i++)
        by_rung[i] = target;
    return by_rung;
}

/* The rungs that a map names, as entries by rung; NULL where it does not name one. */
static const rung_datum **entries_by_rung(content_loader *loader, const rung_datum *map)
{
    const rung_datum **by_rung =
        rung_new_array(loader->arena, const rung_datum *, rung_count(loader));
    for (size_t i = 0; i < map->map.count; i++) {
        const rung_entry *entry = &map->map.entries[i];
        size_t rung;
        if (!content_is_refused_key(entry) &&
            content_reference(loader, CONTENT_KIND_RUNG, entry->key, entry->key_span, &rung))
            by_rung[rung] = entry->value;
    }
    return by_rung;
}

/* A missing rung takes the value of the nearest lower one, 0 below the first. */
static const double *targets_by_rung(content_loader *loader, const content_key *key,
                                     const rung_datum *map)
{
    const rung_datum **entries = entries_by_rung(loader, map);
    double *by_rung = rung_new_array(loader->arena, double, rung_count(loader));
    double target = 0;
    for (size_t i = 0; i < rung_count(loader); i++) {
        if (entries[i])
            content_number_within(loader, key->name, entries[i], key->least, key->most, &target);
        by_rung[i] = target;
    }
    return by_rung;
}

/* A target that cannot change and is no level is a slip, not an expression. */
static void check_constant(content_loader *loader, const char *name, const rung_datum *value,
                           const rung_program *program)
{
    double level;
    char text[RUNG_NUMBER_SIZE];
    if (!program || !rung_program_is_constant(program))
        return;
    void *scratch = rung_alloc(loader->arena, rung_program_scratch(program));
    const rung_cell *cells = rung_new_array(loader->arena, rung_cell, loader->scope.count);
    if (rung_eval_number(program, cells, scratch, &level) != RUNG_EVAL_OK ||
        (level >= 0 && level <= CONTENT_HIGHEST_LEVEL))
        return;
    rung_number_format(level, text);
    content_report(loader->diagnostics, OUTSIDE_LEVELS, value->span, name, text);
}

static void read_target(content_loader *loader, const content_key *key, const rung_datum *value,
                        void *at)
{
    rung_requirement *requirement = requirement_of(key, at);
    double target = 0;
    if (value->kind == RUNG_DATUM_INT || value->kind == RUNG_DATUM_DOUBLE) {
        content_number_within(loader, key->name, value, key->least, key->most, &target);
        requirement->target_by_rung = same_for_all(loader, target);
    } else if (value->kind == RUNG_DATUM_MAP) {
        requirement->target_by_rung = targets_by_rung(loader, key, value);
    } else {
        requirement->target = compile_gate(loader, key->name, value, RUNG_WANT_NUMBER);
        check_constant(loader, key->name, value, requirement->target);
    }
}

/* --- Needs ----------------------------------------------------------------------------------- */

static const rung_need *needs_by_rung(content_loader *loader, const char *name,
                                      const rung_datum *map)
{
    const rung_datum **entries = entries_by_rung(loader, map);
    rung_need *by_rung = rung_new_array(loader->arena, rung_need, rung_count(loader));
    size_t need = RUNG_PREFERRED;
    for (size_t i = 0; i < rung_count(loader); i++) {
        if (entries[i])
            content_word(loader, name, entries[i], &content_needs, &need);
        by_rung[i] = (rung_need)need;
    }
    return by_rung;
}

static const rung_need *same_need(content_loader *loader, rung_need need)
{
    rung_need *by_rung = rung_new_array(loader->arena, rung_need, rung_count(loader));
    for (size_t i = 0; i < rung_count(loader); i++)
        by_rung[i] = need;
    return by_rung;
}

/* A single word is meant as one of the needs, unless it names a question. */
static bool is_word(const content_loader *loader, const rung_datum *value)
{
    rung_text name, text = rung_text_trim(value->text);
    size_t at = 0;
    if (!content_next_name(text, &at, &name) || name.size != text.size)
        return false;
    for (size_t i = 0; i < loader->scope.count; i++)
        if (rung_text_equal(loader->scope.variables[i].name, text))
            return false;
    return !loader->blind;
}

static void read_need(content_loader *loader, const content_key *key, const rung_datum *value,
                      void *at)
{
    rung_requirement *requirement = requirement_of(key, at);
    size_t need;
    if (value->kind == RUNG_DATUM_MAP) {
        requirement->need_by_rung = needs_by_rung(loader, key->name, value);
        return;
    }
    for (need = 0; need < content_needs.count; need++)
        if (rung_text_equal(value->text, content_needs.at[need])) {
            requirement->need_by_rung = same_need(loader, (rung_need)need);
            return;
        }
    if (value->kind == RUNG_DATUM_STRING && is_word(loader, value)) {
        content_word(loader, key->name, value, &content_needs, &need);
        return;
    }
    const rung_program *program = compile_gate(loader, key->name, value, RUNG_WANT_STRING);
    if (program)
        content_check_strings(
            loader, key->name, value, program,
            &(content_wanted){"`essential` or `preferred`", content_needs.at, content_needs.count});
    requirement->need = program;
}

/* --- The rest -------------------------------------------------------------------------------- */

static void read_dimension(content_loader *loader, const content_key *key, const rung_datum *value,
                           void *at)
{
    if (content_text(loader, key->name, value))
        content_reference(loader, CONTENT_KIND_DIMENSION, value->text, value->span, at);
}

static void read_gate(content_loader *loader, const content_key *key, const rung_datum *value,
                      void *at)
{
    *(const rung_program **)at = compile_gate(loader, key->name, value, RUNG_WANT_BOOL);
}

static void read_attained(content_loader *loader, const content_key *key, const rung_datum *value,
                          void *at)
{
    const rung_program *program =
        content_compile(loader, key->name, value, &loader->scope, RUNG_WANT_NUMBER);
    size_t count = 0;
    const rung_use *uses = program ? rung_program_uses(program, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (uses[i].variable < loader->survey->question_count)
            requirement_of(key, at)->evidence |=
                1U << loader->survey->questions[uses[i].variable].evidence;
    *(const rung_program **)at = program;
}

static void read_level_texts(content_loader *loader, const content_key *key,
                             const rung_datum *value, void *at)
{
    const char **levels = at;
    for (size_t i = 0; i < value->map.count; i++) {
        const rung_entry *entry = &value->map.entries[i];
        int64_t level;
        if (content_is_refused_key(entry))
            continue;
        if (rung_parse_int(entry->key, &level) && (double)level >= key->least &&
            (double)level <= key->most)
            levels[level] = content_text(loader, key->name, entry->value);
        else
            content_report(loader->diagnostics, LEVEL_KEY, entry->key_span,
                           content_shown(loader->arena, entry->key));
    }
}

static void read_basis(content_loader *loader, const content_key *key, const rung_datum *value,
                       void *at)
{
    size_t basis;
    if (content_word(loader, key->name, value, key->words, &basis))
        *(bool *)at = basis == 1;
}

static const content_key requirement_keys[] = {
    {"id", RUNG_SHAPE_ID, CONTENT_REQUIRED, .at = offsetof(rung_requirement, id),
     .about = "Actions, specialisations, examples and reports name it."},
    {"title", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_requirement, title),
     .about = "What the requirement is called."},
    {"dimension", RUNG_SHAPE_NAME, CONTENT_REQUIRED, .at = offsetof(rung_requirement, dimension),
     .read = read_dimension, .names = CONTENT_KIND_DIMENSION, .about = "Where it counts."},
    {"importance", RUNG_SHAPE_WHOLE, CONTENT_REQUIRED, .at = offsetof(rung_requirement, importance),
     .least = 1, .most = 5, .about = "How much it counts within its dimension."},
    {"when", RUNG_SHAPE_CONDITION, .at = offsetof(rung_requirement, when), .read = read_gate,
     .about = "It applies only if this is true; over `rung` and required questions."},
    {"target", RUNG_SHAPE_NUMBER, CONTENT_REQUIRED | CONTENT_BY_RUNG,
     .at = offsetof(rung_requirement, target), .read = read_target, .most = CONTENT_HIGHEST_LEVEL,
     .about = "The level asked for. A rung that a map leaves out takes that of the nearest lower "
              "one, below the first 0; an expression is over `rung` and required questions."},
    {"need", RUNG_SHAPE_WORD, CONTENT_BY_RUNG, .at = offsetof(rung_requirement, need),
     .read = read_need, .words = &content_needs,
     .about = "Whether the role can do without; as `target`. Without it `preferred`."},
    {"attained", RUNG_SHAPE_EXPRESSION, CONTENT_REQUIRED,
     .at = offsetof(rung_requirement, attained), .read = read_attained,
     .about = "The level attained, a number; it is cut to 0 to 4."},
    {"why", RUNG_SHAPE_TEXT, .at = offsetof(rung_requirement, why),
     .about = "Why the role asks for it."},
    {"levels", RUNG_SHAPE_LEVEL_TEXTS, .at = offsetof(rung_requirement, levels),
     .read = read_level_texts, .least = 1, .most = CONTENT_HIGHEST_LEVEL,
     .about = "What each level looks like, a sentence each."},
    {"source", RUNG_SHAPE_TEXT, .at = offsetof(rung_requirement, source),
     .about = "The section of the source document."},
    {"basis", RUNG_SHAPE_WORD, .at = offsetof(rung_requirement, documented), .read = read_basis,
     .words = &content_bases,
     .about = "Whether the source documents the level or it is a judgement; without it the "
              "latter."},
};

static void finish_requirement(content_loader *loader, const rung_datum *map, void *into)
{
    rung_requirement *requirement = into;
    if (!rung_datum_get(map, "need"))
        requirement->need_by_rung = same_need(loader, RUNG_PREFERRED);
}

const content_table content_requirement_table = {
    .noun = "a requirement",
    .keys = requirement_keys,
    .count = RUNG_COUNT(requirement_keys),
    .size = sizeof(rung_requirement),
    .kind = CONTENT_KIND_REQUIREMENT,
    .span_at = offsetof(rung_requirement, span),
    .finish = finish_requirement,
};
