/* Targets that nobody meets, or everybody, or that no action leads to. */
#include "proof/proof_private.h"

/* --- Deciding what nobody showed ------------------------------------------------------------- */

/* Walks the completions of what one requirement depends on. */
struct tour {
    struct proof *proof;
    size_t requirement;
    proof_list closure;
    rung_cell *cells;
};

static struct tour new_tour(struct proof *proof, size_t requirement,
                            const rung_program *const *programs, size_t count)
{
    return (struct tour){proof, requirement, proof_closure(proof, programs, count),
                         rung_new_array(proof->arena, rung_cell, proof->question_count + 1)};
}

static rung_asked asked_at(struct tour *tour, size_t rung)
{
    struct proof *proof = tour->proof;
    tour->cells[proof->question_count].i = (int64_t)rung;
    return rung_requirement_asked(&proof->rules->requirements[tour->requirement], rung, tour->cells,
                                  proof->scratch);
}

static void watch_completion(struct tour *tour)
{
    proof_watch_person(tour->proof,
                       proof_keep_completion(tour->proof, &tour->closure, tour->cells));
}

/* Looks for somebody of whom it is wanted, at the rungs where nobody was seen. */
static bool look_for_wanted(void *ctx, const rung_cell *cells)
{
    struct tour *tour = ctx;
    struct proof *proof = tour->proof;
    size_t missing = 0, aim = proof_aim(proof, cells);
    proof_copy_cells(&tour->closure, cells, tour->cells);
    for (size_t rung = 0; rung < proof->rung_count; rung++) {
        const proof_level *level = proof_level_at(proof, tour->requirement, rung);
        if (level->wanted)
            continue;
        rung_asked asked = proof_counts(proof, aim, rung) ? asked_at(tour, rung) : (rung_asked){0};
        if (asked.applies && asked.target > 0)
            watch_completion(tour);
        missing += !level->wanted;
    }
    return missing > 0;
}

static void decide_wanted(struct proof *proof, size_t requirement)
{
    const rung_requirement *one = &proof->rules->requirements[requirement];
    const rung_program *programs[] = {proof->rules->target, one->when, one->target};
    size_t missing = 0;
    for (size_t rung = 0; rung < proof->rung_count; rung++)
        missing += !proof_level_at(proof, requirement, rung)->wanted &&
                   (one->target || one->target_by_rung[rung] > 0);
    if (missing == 0)
        return;
    struct tour tour = new_tour(proof, requirement, programs, RUNG_COUNT(programs));
    if (proof_visit(proof, programs, RUNG_COUNT(programs), RUNG_NO_RUNG, look_for_wanted, &tour) ==
        RUNG_VISIT_TOO_MANY)
        for (size_t rung = 0; rung < proof->rung_count; rung++)
            proof_level_at(proof, requirement, rung)->unsure |=
                !proof_level_at(proof, requirement, rung)->wanted;
}

static bool may_be_stuck(struct proof *proof, size_t requirement, size_t rung)
{
    const rung_requirement *one = &proof->rules->requirements[requirement];
    return proof->rules->action_count > 0 &&
           proof_level_at(proof, requirement, rung)->stuck == PROOF_NOBODY &&
           (one->need || one->need_by_rung[rung] == RUNG_ESSENTIAL) &&
           !proof_is_met(proof->reach[requirement],
                         proof_target_bounds(proof, requirement, rung).high);
}

static bool shows_something_new(struct tour *tour, size_t rung)
{
    struct proof *proof = tour->proof;
    const proof_level *level = proof_level_at(proof, tour->requirement, rung);
    rung_asked asked = asked_at(tour, rung);
    if (!asked.applies)
        return false;
    rung_range attained = proof_attained(proof, tour->requirement, tour->cells);
    bool met = proof_is_met(attained.high, asked.target);
    bool unmet = !proof_is_met(attained.low, asked.target);
    bool nearer = !level->met && attained.high - asked.target > level->best_margin;
    return (asked.target > 0 && ((met && !level->met) || nearer)) || (unmet && !level->unmet) ||
           (unmet && asked.need == RUNG_ESSENTIAL &&
            !proof_is_met(proof->reach[tour->requirement], asked.target) &&
            may_be_stuck(proof, tour->requirement, rung));
}

/* Whether nothing is left to look for at a rung. */
static bool is_settled(struct proof *proof, size_t requirement, size_t rung)
{
    const proof_level *level = proof_level_at(proof, requirement, rung);
    return (level->met || !level->wanted) && level->unmet &&
           !may_be_stuck(proof, requirement, rung);
}

static bool look_for_levels(void *ctx, const rung_cell *cells)
{
    struct tour *tour = ctx;
    struct proof *proof = tour->proof;
    size_t missing = 0, aim = proof_aim(proof, cells);
    proof_copy_cells(&tour->closure, cells, tour->cells);
    for (size_t rung = 0; rung < proof->rung_count; rung++) {
        if (is_settled(proof, tour->requirement, rung))
            continue;
        if (proof_counts(proof, aim, rung) && shows_something_new(tour, rung))
            watch_completion(tour);
        missing += !is_settled(proof, tour->requirement, rung);
    }
    return missing > 0;
}

/* --- Climbing -------------------------------------------------------------------------------- */

static double margin_of(void *ctx, const proof_climb *climb)
{
    (void)ctx;
    return climb->attained[climb->only].high - climb->asked[climb->only].target;
}

static double shortfall_of(void *ctx, const proof_climb *climb)
{
    (void)ctx;
    return climb->asked[climb->only].target - climb->attained[climb->only].low;
}

static void climb_at(struct proof *proof, size_t requirement, size_t rung, proof_aspect *aspect,
                     double enough)
{
    proof_climb climb;
    size_t start = proof_level_at(proof, requirement, rung)->best;
    if (start == PROOF_NOBODY)
        return;
    proof_climb_from(proof, &climb, start, rung, requirement);
    double before = aspect(NULL, &climb);
    if (proof_improve(&climb, aspect, NULL, enough) > before)
        proof_watch_person(proof, proof_keep(proof, &climb.person));
}

static bool is_unmet_somewhere(struct proof *proof, size_t requirement)
{
    for (size_t rung = 0; rung < proof->rung_count; rung++)
        if (proof_level_at(proof, requirement, rung)->unmet)
            return true;
    return false;
}

static void climb(struct proof *proof, size_t requirement)
{
    for (size_t rung = 0; rung < proof->rung_count; rung++) {
        const proof_level *level = proof_level_at(proof, requirement, rung);
        if (level->wanted && !level->met)
            climb_at(proof, requirement, rung, margin_of, -RUNG_EPSILON);
        if (level->wanted && !is_unmet_somewhere(proof, requirement))
            climb_at(proof, requirement, rung, shortfall_of, 2 * RUNG_EPSILON);
    }
}

/* --- Ruling out ------------------------------------------------------------------------------ */

/* By bounds, where there are too many completions. */
static void rule_out(struct proof *proof, size_t requirement)
{
    for (size_t rung = 0; rung < proof->rung_count; rung++) {
        proof_level *level = proof_level_at(proof, requirement, rung);
        rung_range attained = proof_bounds_of(proof, requirement, rung);
        rung_range target = proof_target_bounds(proof, requirement, rung);
        level->unsure |= level->wanted && !level->met && proof_is_met(attained.high, target.low);
        level->bounded = true;
        level->unmet_unsure |= !level->unmet && !proof_is_met(attained.low, target.high);
        level->stuck_unsure |=
            may_be_stuck(proof, requirement, rung) && !proof_is_met(attained.low, target.high);
    }
}

static bool is_open_question(struct proof *proof, size_t requirement)
{
    bool open = !is_unmet_somewhere(proof, requirement);
    for (size_t rung = 0; rung < proof->rung_count; rung++) {
        const proof_level *level = proof_level_at(proof, requirement, rung);
        open |= (level->wanted && !level->met) || may_be_stuck(proof, requirement, rung);
    }
    return open;
}

static void decide_level(struct proof *proof, size_t requirement)
{
    const rung_requirement *one = &proof->rules->requirements[requirement];
    const rung_program *programs[] = {proof->rules->target, one->when, one->target, one->need,
                                      one->attained};
    decide_wanted(proof, requirement);
    if (!is_open_question(proof, requirement))
        return;
    climb(proof, requirement);
    if (!is_open_question(proof, requirement))
        return;
    struct tour tour = new_tour(proof, requirement, programs, RUNG_COUNT(programs));
    proof_prepare_bounds(proof, requirement);
    if (proof_visit(proof, programs, RUNG_COUNT(programs), RUNG_NO_RUNG, look_for_levels, &tour) ==
        RUNG_VISIT_TOO_MANY)
        rule_out(proof, requirement);
}

void proof_decide_levels(struct proof *proof)
{
    for (size_t r = 0; r < proof->rules->requirement_count && !proof->whole; r++)
        decide_level(proof, r);
}

/* --- Telling --------------------------------------------------------------------------------- */

static const char *witness_of(struct proof *proof, size_t requirement, size_t person)
{
    const rung_requirement *one = &proof->rules->requirements[requirement];
    const rung_program *programs[] = {proof->rules->target, one->when, one->target, one->need,
                                      one->attained};
    return proof_witness(proof, &proof->people.at[person], programs, RUNG_COUNT(programs));
}

/* `junior`, `senior`: the rungs where nobody meets the target, and the first of them. */
static const char *missed_at(struct proof *proof, size_t requirement, size_t *first)
{
    const char *list = "";
    *first = SIZE_MAX;
    for (size_t rung = 0; rung < proof->rung_count; rung++) {
        const proof_level *level = proof_level_at(proof, requirement, rung);
        if (!level->wanted || level->met || level->unsure)
            continue;
        *first = *first == SIZE_MAX ? rung : *first;
        list = rung_format(proof->arena, "%s%s`%s`", list, *list ? ", " : "",
                           proof->rules->rungs[rung].id);
    }
    return list;
}

static const char *level_text(rung_arena *arena, double level)
{
    char number[RUNG_NUMBER_SIZE];
    rung_number_format(level, number);
    return rung_format(arena, "%s", number);
}

/* True if numbers in it were only tried at some places. */
static bool is_sampled(struct proof *proof, size_t requirement)
{
    const rung_program *attained = proof->rules->requirements[requirement].attained;
    proof_list closure = proof_closure(proof, &attained, 1);
    for (size_t i = 0; i < closure.count; i++)
        if (!proof->values[closure.at[i]].all)
            return true;
    return false;
}

static bool tell_missed(struct proof *proof, size_t requirement)
{
    const rung_requirement *one = &proof->rules->requirements[requirement];
    size_t rung;
    const char *list = missed_at(proof, requirement, &rung);
    if (rung == SIZE_MAX)
        return false;
    const proof_level *level = proof_level_at(proof, requirement, rung);
    const proof_person *best = &proof->people.at[level->best];
    best->cells[proof->question_count].i = (int64_t)rung;
    double attained = proof_attained(proof, requirement, best->cells).high;
    proof_report(proof, TARGET_UNREACHABLE, one->span, one->id, list,
                 level->bounded || is_sampled(proof, requirement) ? "the best that was found"
                                                                  : "the best there is",
                 level_text(proof->arena, attained),
                 level_text(proof->arena, attained - level->best_margin));
    rung_subject(proof->diagnostics, one->id);
    rung_witness(proof->diagnostics, witness_of(proof, requirement, level->best));
    return true;
}

static void tell_met_by_all(struct proof *proof, size_t requirement)
{
    const rung_requirement *one = &proof->rules->requirements[requirement];
    bool applies = false, unsure = false;
    for (size_t rung = 0; rung < proof->rung_count; rung++) {
        const proof_level *level = proof_level_at(proof, requirement, rung);
        applies |= level->applies;
        unsure |= level->unmet_unsure || (proof->aims_unsure && !proof->aimed[rung]);
    }
    if (!applies || is_unmet_somewhere(proof, requirement))
        return;
    if (unsure) {
        proof_not_proven(proof, one->span, one->id, "some answers leave this requirement unmet");
        return;
    }
    proof_report(proof, ALWAYS_MET, one->span, one->id);
    rung_subject(proof->diagnostics, one->id);
}

static void tell_stuck(struct proof *proof, size_t requirement)
{
    const rung_requirement *one = &proof->rules->requirements[requirement];
    for (size_t rung = 0; rung < proof->rung_count; rung++) {
        const proof_level *level = proof_level_at(proof, requirement, rung);
        if (level->stuck == PROOF_NOBODY)
            continue;
        double reach = proof->reach[requirement];
        const char *most = rung_format(proof->arena, "actions lift it to %s at most",
                                       level_text(proof->arena, reach));
        proof_report(proof, NOT_LIFTABLE, one->span, one->id, proof->rules->rungs[rung].id,
                     reach > 0 ? most : "no action raises it");
        rung_subject(proof->diagnostics, one->id);
        rung_witness(proof->diagnostics, witness_of(proof, requirement, level->stuck));
        return;
    }
}

static void tell_unsure(struct proof *proof, size_t requirement)
{
    const rung_requirement *one = &proof->rules->requirements[requirement];
    bool met = false, stuck = false;
    for (size_t rung = 0; rung < proof->rung_count; rung++) {
        const proof_level *level = proof_level_at(proof, requirement, rung);
        met |= level->unsure;
        stuck |= level->stuck_unsure && level->stuck == PROOF_NOBODY;
    }
    if (met)
        proof_not_proven(proof, one->span, one->id, "its target can be met at every rung");
    if (stuck)
        proof_not_proven(proof, one->span, one->id, "its actions lift it far enough");
}

void proof_tell_levels(struct proof *proof)
{
    for (size_t r = 0; r < proof->rules->requirement_count; r++) {
        if (!tell_missed(proof, r))
            tell_met_by_all(proof, r);
        tell_stuck(proof, r);
        tell_unsure(proof, r);
    }
}
