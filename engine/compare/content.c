/* What two contents of one role have in common, and what differs. */
#include "compare/compare_private.h"

#include <string.h>

#define EDIT(name) (1u << RUNG_EDIT_##name)

typedef struct pairing_up {
    rung_arena *arena;
    const rung_role *before, *after;
    RUNG_VEC(rung_pairing) list;
    size_t edited;
} pairing_up;

static bool same_number(double a, double b)
{
    return !(a < b) && !(a > b);
}

static bool same_program(const rung_program *a, const rung_program *b)
{
    return a && b ? rung_text_equal(rung_text_trim(rung_program_text(a)),
                                    rung_text_trim(rung_program_text(b)))
                  : a == b;
}

/* --- Questions ------------------------------------------------------------------------------- */

static bool same_condition(const rung_role *before, const rung_question *a, const rung_role *after,
                           const rung_question *b)
{
    return same_program(a->when, b->when) &&
           same_program(before->questionnaire->sections[a->section].when,
                        after->questionnaire->sections[b->section].when);
}

static bool same_points(const rung_question *a, const rung_question *b)
{
    for (size_t i = 0; i < a->option_count; i++) {
        size_t other = rung_find_option(b, rung_text_of(a->options[i].id));
        if (other != SIZE_MAX && !same_number(a->options[i].points, b->options[other].points))
            return false;
    }
    return true;
}

static unsigned question_edits(const pairing_up *p, size_t i, size_t j)
{
    const rung_question *a = &p->before->questionnaire->questions[i];
    const rung_question *b = &p->after->questionnaire->questions[j];
    bool typed = a->type == b->type;
    return (rung_carry_asks_the_same(a, b) ? 0 : EDIT(WORDS)) |
           (!typed || rung_carry_answers_the_same(a, b) ? 0 : EDIT(ANSWERS)) |
           (!typed || same_points(a, b) ? 0 : EDIT(POINTS)) |
           (same_condition(p->before, a, p->after, b) ? 0 : EDIT(WHEN));
}

/* --- Requirements ---------------------------------------------------------------------------- */

/* Rungs that only one of them has are not compared. */
static bool same_targets(const pairing_up *p, const rung_requirement *a, const rung_requirement *b)
{
    if (a->target || b->target)
        return same_program(a->target, b->target);
    for (size_t i = 0; i < p->before->rules->rung_count; i++) {
        size_t j = rung_find_rung(p->after->rules, rung_text_of(p->before->rules->rungs[i].id));
        if (j != SIZE_MAX && !same_number(a->target_by_rung[i], b->target_by_rung[j]))
            return false;
    }
    return true;
}

static bool same_needs(const pairing_up *p, const rung_requirement *a, const rung_requirement *b)
{
    if (a->need || b->need)
        return same_program(a->need, b->need);
    for (size_t i = 0; i < p->before->rules->rung_count; i++) {
        size_t j = rung_find_rung(p->after->rules, rung_text_of(p->before->rules->rungs[i].id));
        if (j != SIZE_MAX && a->need_by_rung[i] != b->need_by_rung[j])
            return false;
    }
    return true;
}

static unsigned requirement_edits(const pairing_up *p, size_t i, size_t j)
{
    const rung_requirement *a = &p->before->rules->requirements[i];
    const rung_requirement *b = &p->after->rules->requirements[j];
    bool same_place = strcmp(p->before->rules->dimensions[a->dimension].id,
                             p->after->rules->dimensions[b->dimension].id) == 0;
    return (same_program(a->when, b->when) ? 0 : EDIT(WHEN)) |
           (same_targets(p, a, b) ? 0 : EDIT(TARGET)) | (same_needs(p, a, b) ? 0 : EDIT(NEED)) |
           (a->importance == b->importance ? 0 : EDIT(IMPORTANCE)) |
           (same_place ? 0 : EDIT(DIMENSION)) |
           (same_program(a->attained, b->attained) ? 0 : EDIT(ATTAINED));
}

/* --- Dimensions and verdicts ----------------------------------------------------------------- */

static unsigned dimension_edits(const pairing_up *p, size_t i, size_t j)
{
    return same_number(p->before->rules->dimensions[i].weight,
                       p->after->rules->dimensions[j].weight)
               ? 0
               : EDIT(WEIGHT);
}

static bool same_bound(bool has_a, double a, bool has_b, double b)
{
    return has_a == has_b && (!has_a || same_number(a, b));
}

static unsigned verdict_edits(const pairing_up *p, size_t i, size_t j)
{
    const rung_verdict *a = &p->before->rules->verdicts[i], *b = &p->after->rules->verdicts[j];
    return same_bound(a->has_at_least, a->at_least, b->has_at_least, b->at_least) &&
                   same_bound(a->has_essential_gap, a->essential_gap, b->has_essential_gap,
                              b->essential_gap)
               ? 0
               : EDIT(BOUNDS);
}

/* --- Pairing up ------------------------------------------------------------------------------ */

/* A closed set of things with ids. */
typedef struct set {
    size_t (*count)(const rung_role *role);
    const char *(*id)(const rung_role *role, size_t index);
    unsigned (*edits)(const pairing_up *p, size_t before, size_t after);
} set;

#define SET_OF(things, part, field)                                                                \
    static size_t things##_count(const rung_role *role)                                            \
    {                                                                                              \
        return role->part->field##_count;                                                          \
    }                                                                                              \
    static const char *things##_id(const rung_role *role, size_t index)                            \
    {                                                                                              \
        return role->part->field##s[index].id;                                                     \
    }

SET_OF(question, questionnaire, question)
SET_OF(requirement, rules, requirement)
SET_OF(dimension, rules, dimension)
SET_OF(verdict, rules, verdict)

static size_t find(const set *s, const rung_role *role, const char *id)
{
    for (size_t i = 0; i < s->count(role); i++)
        if (strcmp(s->id(role, i), id) == 0)
            return i;
    return RUNG_NOWHERE;
}

static void add(pairing_up *p, rung_pairing pairing)
{
    p->edited += pairing.edits != 0;
    rung_push(p->arena, &p->list, pairing);
}

static rung_pairings pair_up(rung_arena *arena, const set *s, const rung_role *before,
                             const rung_role *after)
{
    pairing_up p = {.arena = arena, .before = before, .after = after};
    for (size_t j = 0; j < s->count(after); j++) {
        const char *id = s->id(after, j);
        size_t i = find(s, before, id);
        add(&p, (rung_pairing){id, i, j, i == RUNG_NOWHERE ? EDIT(ADDED) : s->edits(&p, i, j)});
    }
    for (size_t i = 0; i < s->count(before); i++)
        if (find(s, after, s->id(before, i)) == RUNG_NOWHERE)
            add(&p, (rung_pairing){s->id(before, i), i, RUNG_NOWHERE, EDIT(GONE)});
    return (rung_pairings){p.list.at, p.list.count, p.edited};
}

void compare_contents(rung_arena *arena, const rung_role *before, const rung_role *after,
                      rung_comparison *out)
{
    static const set questions = {question_count, question_id, question_edits};
    static const set requirements = {requirement_count, requirement_id, requirement_edits};
    static const set dimensions = {dimension_count, dimension_id, dimension_edits};
    static const set verdicts = {verdict_count, verdict_id, verdict_edits};
    out->questions = pair_up(arena, &questions, before, after);
    out->requirements = pair_up(arena, &requirements, before, after);
    out->dimensions = pair_up(arena, &dimensions, before, after);
    out->verdicts = pair_up(arena, &verdicts, before, after);
}

const char *rung_edit_name(rung_edit edit)
{
    static const char *const names[RUNG_EDIT_COUNT] = {
#define EDIT_NAME(id, name) name,
        RUNG_EDITS(EDIT_NAME)
#undef EDIT_NAME
    };
    return names[edit];
}
