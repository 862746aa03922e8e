/* Actions that nobody can do, or that help nobody. */
#include "proof/proof_private.h"

#include <math.h>

/* --- What can be done ------------------------------------------------------------------------ */

static bool can_be_offered(struct proof *proof, size_t action)
{
    return proof_can_hold(proof, PROOF_AT_ACTION_WHEN, action, true);
}

static bool can_be_done_already(struct proof *proof, size_t action)
{
    return proof_can_hold(proof, PROOF_AT_ACTION_DONE, action, false);
}

/* An action before which another comes that can be neither done nor done already cannot be done;
 * there are no cycles, so this ends with what can be. */
void proof_find_doable(struct proof *proof)
{
    const rung_rules *rules = proof->rules;
    bool changed = true;
    for (size_t a = 0; a < rules->action_count; a++)
        proof->doable[a] = can_be_offered(proof, a);
    while (changed) {
        changed = false;
        for (size_t a = 0; a < rules->action_count; a++)
            for (size_t i = 0; proof->doable[a] && i < rules->actions[a].after_count; i++) {
                size_t before = rules->actions[a].after[i];
                if (proof->doable[before] || can_be_done_already(proof, before))
                    continue;
                proof->doable[a] = false;
                changed = true;
            }
    }
    for (size_t a = 0; a < rules->action_count; a++)
        for (size_t i = 0; proof->doable[a] && i < rules->actions[a].raises_count; i++) {
            const rung_level *level = &rules->actions[a].raises[i];
            proof->reach[level->requirement] = fmax(proof->reach[level->requirement], level->level);
        }
}

/* --- Deciding what nobody showed ------------------------------------------------------------- */

struct use {
    struct proof *proof;
    const rung_action *action;
    const rung_level *level;
    proof_list closure;
};

static bool look_for_use(void *ctx, const rung_cell *cells)
{
    struct use *use = ctx;
    struct proof *proof = use->proof;
    size_t a = (size_t)(use->action - proof->rules->actions), aim = proof_aim(proof, cells);
    const rung_requirement *one = &proof->rules->requirements[use->level->requirement];
    rung_cell *own = proof->own;
    proof_copy_cells(&use->closure, cells, own);
    for (size_t rung = 0; rung < proof->rung_count && !proof->useful[a]; rung++) {
        if (!proof_counts(proof, aim, rung))
            continue;
        own[proof->question_count].i = (int64_t)rung;
        rung_asked asked = rung_requirement_asked(one, rung, own, proof->scratch);
        double attained = proof_attained(proof, use->level->requirement, own).low;
        proof->useful[a] = proof_gain(&asked, attained, use->level->level) > RUNG_EPSILON &&
                           proof_is_offered(proof, use->action, own);
    }
    return !proof->useful[a];
}

static double gain_of(void *ctx, const proof_climb *climb)
{
    const struct use *use = ctx;
    if (!proof_is_offered(climb->proof, use->action, climb->person.cells))
        return -2 * RUNG_HIGHEST_LEVEL;
    return proof_gain(&climb->asked[climb->only], climb->attained[climb->only].low,
                      use->level->level);
}

static void climb(struct use *use)
{
    struct proof *proof = use->proof;
    size_t a = (size_t)(use->action - proof->rules->actions), r = use->level->requirement;
    for (size_t rung = 0; rung < proof->rung_count && !proof->useful[a]; rung++) {
        proof_climb climb;
        const proof_level *level = proof_level_at(proof, r, rung);
        if (!level->wanted || level->best == PROOF_NOBODY)
            continue;
        proof_climb_from(proof, &climb, level->best, rung, r);
        proof->useful[a] = proof_improve(&climb, gain_of, use, 2 * RUNG_EPSILON) > RUNG_EPSILON;
    }
}

/* True if bounds rule out that the level adds anything at any rung. */
static bool is_ruled_out(struct proof *proof, const rung_level *level)
{
    for (size_t rung = 0; rung < proof->rung_count; rung++) {
        double target = proof_target_bounds(proof, level->requirement, rung).high;
        double attained = proof_bounds_of(proof, level->requirement, rung).low;
        if (fmin(target, level->level) - attained > RUNG_EPSILON)
            return false;
    }
    return true;
}

static void decide_action(struct proof *proof, size_t a)
{
    const rung_action *action = &proof->rules->actions[a];
    for (size_t i = 0; i < action->raises_count && !proof->useful[a]; i++) {
        struct use use = {.proof = proof, .action = action, .level = &action->raises[i]};
        const rung_requirement *one = &proof->rules->requirements[use.level->requirement];
        const rung_program *programs[] = {proof->rules->target, action->when,
                                          action->done_when,    one->when,
                                          one->target,          one->attained};
        use.closure = proof_closure(proof, programs, RUNG_COUNT(programs));
        climb(&use);
        if (!proof->useful[a] && proof_visit(proof, programs, RUNG_COUNT(programs), RUNG_NO_RUNG,
                                             look_for_use, &use) == RUNG_VISIT_TOO_MANY)
            proof->useful_unsure[a] |= !is_ruled_out(proof, use.level);
        proof->useful_unsure[a] |= proof->aims_unsure;
    }
}

void proof_decide_actions(struct proof *proof)
{
    for (size_t a = 0; a < proof->rules->action_count && !proof->whole; a++)
        if (!proof->useful[a] && can_be_offered(proof, a))
            decide_action(proof, a);
}

/* --- Telling --------------------------------------------------------------------------------- */

/* What comes before something useful is useful. */
static void pass_back(const rung_rules *rules, bool *useful)
{
    bool changed = true;
    while (changed) {
        changed = false;
        for (size_t a = 0; a < rules->action_count; a++)
            for (size_t i = 0; useful[a] && i < rules->actions[a].after_count; i++) {
                changed |= !useful[rules->actions[a].after[i]];
                useful[rules->actions[a].after[i]] = true;
            }
    }
}

static void tell_after(struct proof *proof, size_t a)
{
    const rung_action *action = &proof->rules->actions[a];
    for (size_t i = 0; i < action->after_count; i++) {
        size_t before = action->after[i];
        if (can_be_offered(proof, before) || can_be_done_already(proof, before))
            continue;
        proof_report(proof, AFTER_NEVER_DONE, action->span, action->id,
                     proof->rules->actions[before].id);
        rung_subject(proof->diagnostics, action->id);
    }
}

static bool is_always_done(struct proof *proof, size_t action)
{
    const proof_site *site = proof_site_of(proof, PROOF_AT_ACTION_DONE, action);
    return site && proof_is_always(&site->truth);
}

void proof_tell_actions(struct proof *proof)
{
    const rung_rules *rules = proof->rules;
    pass_back(rules, proof->useful);
    pass_back(rules, proof->useful_unsure);
    for (size_t a = 0; a < rules->action_count; a++) {
        const rung_action *action = &rules->actions[a];
        tell_after(proof, a);
        if (proof->useful[a] || !can_be_offered(proof, a) || is_always_done(proof, a))
            continue;
        if (proof->useful_unsure[a]) {
            proof_not_proven(proof, action->span, action->id, "somebody needs what it raises");
            continue;
        }
        proof_report(proof, RAISES_NOTHING, action->span, action->id);
        rung_subject(proof->diagnostics, action->id);
    }
}
