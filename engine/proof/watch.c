/* What people show, at each rung where they count: levels, verdicts, actions that help. */
#include "proof/proof_private.h"

#include <math.h>

/* --- One requirement ------------------------------------------------------------------------- */

/* What one person shows of one requirement. */
static void note_level(struct proof *proof, size_t requirement, size_t rung,
                       const rung_asked *asked, rung_range attained, size_t person)
{
    proof_level *level = proof_level_at(proof, requirement, rung);
    double margin = attained.high - asked->target;
    level->applies = true;
    if (!proof_is_met(attained.low, asked->target)) {
        level->unmet = true;
        if (asked->need == RUNG_ESSENTIAL && proof->rules->action_count > 0 &&
            !proof_is_met(proof->reach[requirement], asked->target) && level->stuck == PROOF_NOBODY)
            level->stuck = person;
    }
    if (asked->target <= 0)
        return;
    level->wanted = true;
    level->met |= proof_is_met(attained.high, asked->target);
    if (level->best == PROOF_NOBODY || margin > level->best_margin) {
        level->best = person;
        level->best_margin = margin;
    }
}

/* --- Verdicts -------------------------------------------------------------------------------- */

bool *proof_verdict_at(struct proof *proof, size_t rung, size_t verdict)
{
    return &proof->verdicts[rung * proof->rules->verdict_count + verdict];
}

static void note_verdict(struct proof *proof, size_t rung, const rung_asked *asked,
                         const rung_range *attained)
{
    rung_range score = proof_score_of(proof, asked, attained);
    rung_range gap = proof_essential_gap(proof, asked, attained);
    size_t worst = rung_verdict_for(proof->rules, score.low, gap.high, false);
    size_t best = rung_verdict_for(proof->rules, score.high, gap.low, false);
    for (size_t v = best; v <= worst; v++)
        *proof_verdict_at(proof, rung, v) = true;
}

/* --- Actions --------------------------------------------------------------------------------- */

bool proof_is_offered(struct proof *proof, const rung_action *action, const rung_cell *cells)
{
    return proof_holds(proof, action->when, cells, true) &&
           !proof_holds(proof, action->done_when, cells, false);
}

/* How much of what is wanted the level adds. */
double proof_gain(const rung_asked *asked, double attained, double level)
{
    return asked->applies ? fmin(asked->target, level) - attained : -RUNG_HIGHEST_LEVEL;
}

static void note_actions(struct proof *proof, const proof_person *person, const rung_asked *asked,
                         const rung_range *attained)
{
    for (size_t a = 0; a < proof->rules->action_count; a++) {
        const rung_action *action = &proof->rules->actions[a];
        bool helps = false;
        if (proof->useful[a])
            continue;
        for (size_t i = 0; i < action->raises_count && !helps; i++) {
            size_t r = action->raises[i].requirement;
            helps = proof_gain(&asked[r], attained[r].low, action->raises[i].level) > RUNG_EPSILON;
        }
        proof->useful[a] = helps && proof_is_offered(proof, action, person->cells);
    }
}

/* --- One person ------------------------------------------------------------------------------ */

static void watch_at(struct proof *proof, size_t index, size_t rung)
{
    const proof_person *person = &proof->people.at[index];
    person->cells[proof->question_count].i = (int64_t)rung;
    for (size_t r = 0; r < proof->rules->requirement_count; r++) {
        rung_asked *asked = &proof->last_asked[r];
        *asked = rung_requirement_asked(&proof->rules->requirements[r], rung, person->cells,
                                        proof->scratch);
        if (!asked->applies)
            continue;
        proof->last_attained[r] = proof_attained(proof, r, person->cells);
        note_level(proof, r, rung, asked, proof->last_attained[r], index);
    }
    note_verdict(proof, rung, proof->last_asked, proof->last_attained);
    note_actions(proof, person, proof->last_asked, proof->last_attained);
}

void proof_watch_person(struct proof *proof, size_t person)
{
    for (size_t rung = 0; rung < proof->rung_count; rung++)
        if (proof_counts(proof, proof->people.at[person].aim, rung))
            watch_at(proof, person, rung);
}
