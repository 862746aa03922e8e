/* Verdicts that no answers come to. */
#include "proof/proof_private.h"

#include <math.h>
#include <string.h>

/* --- Climbing -------------------------------------------------------------------------------- */

/* How far somebody is from a verdict; 0 is having it. Sums over essentials, so that closing one of
 * several gaps shows. */
static double distance_to(const rung_rules *rules, size_t verdict, double score, double gap,
                          double gaps_beyond)
{
    enum { GAP_WEIGHT = 10 };
    const double margin = 0.01;
    const rung_verdict *wanted = &rules->verdicts[verdict];
    double distance = wanted->has_essential_gap ? GAP_WEIGHT * gaps_beyond : 0;
    if (wanted->has_at_least)
        distance += fmax(0, wanted->at_least - score);
    for (size_t v = 0; v < verdict; v++) {
        const rung_verdict *better = &rules->verdicts[v];
        double by_score = better->has_at_least ? score - better->at_least : INFINITY;
        double by_gap = better->has_essential_gap ? better->essential_gap - gap : INFINITY;
        if (by_score >= 0 && by_gap >= 0)
            distance += fmin(by_score, GAP_WEIGHT * by_gap) + margin;
    }
    return distance;
}

static double nearness(void *ctx, const proof_climb *climb)
{
    const struct proof *proof = climb->proof;
    size_t verdict = *(const size_t *)ctx;
    double limit = proof->rules->verdicts[verdict].essential_gap, beyond = 0, largest = 0;
    for (size_t i = 0; i < climb->essentials.count; i++) {
        size_t r = climb->essentials.at[i];
        double gap = proof_gap_of(climb->attained[r].low, climb->asked[r].target);
        beyond += fmax(0, gap - limit);
        largest = fmax(largest, gap);
    }
    return -distance_to(proof->rules, verdict, climb->score.low, largest, beyond);
}

static void copy_answers(struct proof *proof, size_t requirement, size_t rung, rung_cell *wish)
{
    const proof_level *level = proof_level_at(proof, requirement, rung);
    if (level->best == PROOF_NOBODY)
        return;
    const proof_person *best = &proof->people.at[level->best];
    proof_list closure = proof_closure(proof, &proof->rules->requirements[requirement].attained, 1);
    for (size_t i = 0; i < closure.count; i++) {
        uint32_t q = closure.at[i];
        bool open = best->asked[q] || proof->questionnaire->questions[q].unasked_unknown;
        if (open && !proof->fixed[q])
            wish[q] = best->cells[q];
    }
}

/* Answers for each requirement as those do who are best at it; what is essential has the last word.
 * One change at a time does not lead there where two answers must be good. */
static void patch_together(proof_climb *climb)
{
    struct proof *proof = climb->proof;
    for (rung_need need = RUNG_PREFERRED; need <= RUNG_ESSENTIAL; need++)
        for (size_t r = 0; r < proof->rules->requirement_count; r++)
            if (climb->asked[r].applies && climb->asked[r].need == need)
                copy_answers(proof, r, climb->rung, climb->wish);
    proof_climb_again(climb);
}

/* The same for one requirement that is not met, if that leads nearer. */
static void patch_one(proof_climb *climb, size_t requirement, size_t verdict, rung_cell *spare)
{
    struct proof *proof = climb->proof;
    size_t size = proof->question_count * sizeof *spare;
    double before = nearness(&verdict, climb);
    if (!climb->asked[requirement].applies ||
        proof_is_met(climb->attained[requirement].low, climb->asked[requirement].target))
        return;
    memcpy(spare, climb->wish, size);
    copy_answers(proof, requirement, climb->rung, climb->wish);
    proof_climb_again(climb);
    if (nearness(&verdict, climb) > before)
        return;
    memcpy(climb->wish, spare, size);
    proof_climb_again(climb);
}

static double climb_to(proof_climb *climb, size_t verdict)
{
    enum { ROUNDS = 3 };
    struct proof *proof = climb->proof;
    rung_cell *spare = rung_new_array(proof->arena, rung_cell, proof->question_count);
    double near = proof_improve(climb, nearness, &verdict, 0);
    for (size_t round = 0; round < ROUNDS && near < 0 && proof->steps > 0; round++) {
        for (size_t r = 0; r < proof->rules->requirement_count && proof->steps > 0; r++)
            patch_one(climb, r, verdict, spare);
        near = proof_improve(climb, nearness, &verdict, 0);
    }
    return near;
}

static void search_from(struct proof *proof, size_t person, size_t rung, size_t verdict)
{
    proof_climb climb;
    proof_climb_from(proof, &climb, person, rung, SIZE_MAX);
    patch_together(&climb);
    if (climb_to(&climb, verdict) < 0) {
        proof_climb_from(proof, &climb, person, rung, SIZE_MAX);
        climb_to(&climb, verdict);
    }
    proof_watch_person(proof, proof_keep(proof, &climb.person));
}

/* From a few people, until somebody has the verdict. */
static void search(struct proof *proof, size_t rung, size_t verdict)
{
    enum { STARTS = 8 };
    size_t starts = 0, people = proof->people.count;
    for (size_t p = 0; p < people && starts < STARTS && !*proof_verdict_at(proof, rung, verdict);
         p++) {
        if (proof->steps == 0 || !proof_counts(proof, proof->people.at[p].aim, rung))
            continue;
        search_from(proof, p, rung, verdict);
        starts++;
    }
}

/* --- Ruling out ------------------------------------------------------------------------------ */

/* True if a better verdict asks for no more. */
static bool is_overshadowed(const rung_rules *rules, size_t verdict)
{
    const rung_verdict *wanted = &rules->verdicts[verdict];
    for (size_t v = 0; v < verdict; v++) {
        const rung_verdict *better = &rules->verdicts[v];
        bool score =
            !better->has_at_least || (wanted->has_at_least && wanted->at_least >= better->at_least);
        bool gap = !better->has_essential_gap ||
                   (wanted->has_essential_gap && wanted->essential_gap <= better->essential_gap);
        if (score && gap)
            return true;
    }
    return false;
}

/* Goes over completions: of what is asked for, with what people attain in bounds, or of all that
 * requirements read. */
struct ruling {
    struct proof *proof;
    const rung_program **programs;
    size_t program_count;
    rung_cell *cells;
    proof_list closure;
    rung_asked *asked;
    rung_range *attained;
    bool exact;
    bool *possible; /* one a rung and verdict */
};

static void add_program(struct ruling *ruling, const rung_program *program)
{
    ruling->programs[ruling->program_count++] = program;
}

static struct ruling new_ruling(struct proof *proof, bool exact)
{
    const rung_rules *rules = proof->rules;
    size_t count = rules->requirement_count;
    struct ruling ruling = {
        .proof = proof,
        .programs = rung_new_array(proof->arena, const rung_program *, 1 + 4 * count),
        .cells = rung_new_array(proof->arena, rung_cell, proof->question_count + 1),
        .asked = rung_new_array(proof->arena, rung_asked, count),
        .attained = rung_new_array(proof->arena, rung_range, count),
        .exact = exact,
        .possible = rung_new_array(proof->arena, bool, proof->rung_count * rules->verdict_count),
    };
    add_program(&ruling, rules->target);
    for (size_t r = 0; r < count; r++) {
        add_program(&ruling, rules->requirements[r].when);
        add_program(&ruling, rules->requirements[r].target);
        add_program(&ruling, rules->requirements[r].need);
        if (exact)
            add_program(&ruling, rules->requirements[r].attained);
        proof_prepare_bounds(proof, r);
    }
    ruling.closure = proof_closure(proof, ruling.programs, ruling.program_count);
    return ruling;
}

static bool may_have(const rung_verdict *verdict, rung_range score, rung_range gap)
{
    return (!verdict->has_at_least || score.high >= verdict->at_least - RUNG_EPSILON) &&
           (!verdict->has_essential_gap || gap.low <= verdict->essential_gap);
}

static void rule_at(struct ruling *ruling, size_t rung)
{
    struct proof *proof = ruling->proof;
    const rung_rules *rules = proof->rules;
    ruling->cells[proof->question_count].i = (int64_t)rung;
    for (size_t r = 0; r < rules->requirement_count; r++) {
        ruling->asked[r] =
            rung_requirement_asked(&rules->requirements[r], rung, ruling->cells, proof->scratch);
        ruling->attained[r] = ruling->exact ? proof_attained(proof, r, ruling->cells)
                                            : proof_bounds_of(proof, r, rung);
    }
    rung_range score = proof_score_of(proof, ruling->asked, ruling->attained);
    rung_range gap = proof_essential_gap(proof, ruling->asked, ruling->attained);
    size_t worst = rung_verdict_for(rules, score.low, gap.high, false);
    for (size_t v = rung_verdict_for(rules, score.high, gap.low, false); v <= worst; v++)
        ruling->possible[rung * rules->verdict_count + v] |=
            ruling->exact || may_have(&rules->verdicts[v], score, gap);
}

static bool rule(void *ctx, const rung_cell *cells)
{
    struct ruling *ruling = ctx;
    struct proof *proof = ruling->proof;
    size_t aim = proof_aim(proof, cells);
    proof_copy_cells(&ruling->closure, cells, ruling->cells);
    for (size_t rung = 0; rung < proof->rung_count; rung++)
        if (proof_counts(proof, aim, rung))
            rule_at(ruling, rung);
    return true;
}

static bool rule_all(struct ruling *ruling)
{
    return proof_visit(ruling->proof, ruling->programs, ruling->program_count, RUNG_NO_RUNG, rule,
                       ruling) == RUNG_VISIT_ALL;
}

static void search_all(struct proof *proof, const bool *possible)
{
    for (size_t rung = 0; rung < proof->rung_count; rung++)
        for (size_t v = 0; v < proof->rules->verdict_count; v++)
            if (possible[rung * proof->rules->verdict_count + v] &&
                !*proof_verdict_at(proof, rung, v))
                search(proof, rung, v);
}

/* By all completions if they are few enough; else what bounds do not rule out is searched for. */
void proof_decide_verdicts(struct proof *proof)
{
    size_t count = proof->rung_count * proof->rules->verdict_count, missing = 0;
    for (size_t i = 0; i < count; i++)
        missing += !proof->verdicts[i];
    for (size_t i = 0; i < count && proof->aims_unsure; i++)
        proof->verdicts_unsure[i] = !proof->aimed[i / proof->rules->verdict_count] &&
                                    !is_overshadowed(proof->rules, i % proof->rules->verdict_count);
    if (proof->whole || missing == 0)
        return;
    struct ruling exact = new_ruling(proof, true), bounds = new_ruling(proof, false);
    if (rule_all(&exact)) {
        for (size_t i = 0; i < count; i++)
            proof->verdicts[i] |= exact.possible[i];
        return;
    }
    bool bounded = rule_all(&bounds);
    for (size_t i = 0; i < count; i++)
        bounds.possible[i] = (bounds.possible[i] || !bounded) &&
                             !is_overshadowed(proof->rules, i % proof->rules->verdict_count);
    search_all(proof, bounds.possible);
    for (size_t i = 0; i < count; i++)
        proof->verdicts_unsure[i] |= !proof->verdicts[i] && bounds.possible[i];
}

/* --- Telling --------------------------------------------------------------------------------- */

/* An essential requirement that nobody meets at a rung where nobody has the verdict, or NULL. */
static const char *unmet_essential(struct proof *proof, size_t verdict)
{
    const rung_rules *rules = proof->rules;
    for (size_t r = 0; r < rules->requirement_count; r++)
        for (size_t rung = 0; rung < proof->rung_count; rung++) {
            const proof_level *level = proof_level_at(proof, r, rung);
            const rung_requirement *one = &rules->requirements[r];
            if (level->wanted && !level->met && !level->unsure && one->need_by_rung &&
                one->need_by_rung[rung] == RUNG_ESSENTIAL &&
                !*proof_verdict_at(proof, rung, verdict))
                return one->id;
        }
    return NULL;
}

static void tell_cause(struct proof *proof, size_t verdict)
{
    const rung_rules *rules = proof->rules;
    const char *id =
        rules->verdicts[verdict].has_essential_gap ? unmet_essential(proof, verdict) : NULL;
    if (id)
        rung_mend(proof->diagnostics, "mend `%s` first: it is essential, and nobody meets it", id);
    else if (verdict + 1 == rules->verdict_count)
        rung_mend(proof->diagnostics, "nobody falls so low: the verdicts above take everybody");
}

void proof_tell_verdicts(struct proof *proof)
{
    const rung_rules *rules = proof->rules;
    for (size_t v = 0; v < rules->verdict_count; v++) {
        const rung_verdict *verdict = &rules->verdicts[v];
        const char *list = "", *unsure = "";
        size_t missing = 0;
        for (size_t rung = 0; rung < proof->rung_count; rung++) {
            bool open = proof->verdicts_unsure[rung * rules->verdict_count + v];
            if (*proof_verdict_at(proof, rung, v))
                continue;
            const char **to = open ? &unsure : &list;
            *to =
                rung_format(proof->arena, "%s%s`%s`", *to, **to ? ", " : "", rules->rungs[rung].id);
            missing += !open;
        }
        if (missing == proof->rung_count)
            proof_report(proof, VERDICT_NEVER, verdict->span, verdict->id);
        else if (missing > 0)
            proof_report(proof, VERDICT_UNREACHABLE, verdict->span, verdict->id, list);
        if (missing > 0) {
            rung_subject(proof->diagnostics, verdict->id);
            tell_cause(proof, v);
        }
        if (*unsure)
            proof_not_proven(
                proof, verdict->span, verdict->id,
                rung_format(proof->arena, "some answers come to `%s` at %s", verdict->id, unsure));
    }
}
