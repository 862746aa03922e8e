/* What people attain, exactly and in bounds. */
#include "proof/proof_private.h"

#include <math.h>

proof_level *proof_level_at(struct proof *proof, size_t requirement, size_t rung)
{
    return &proof->levels[requirement * proof->rung_count + rung];
}

bool proof_is_met(double attained, double target)
{
    return attained >= target - RUNG_EPSILON;
}

rung_range proof_attained(struct proof *proof, size_t requirement, const rung_cell *cells)
{
    double number = 0;
    const rung_program *attained = proof->rules->requirements[requirement].attained;
    rung_eval_error error = rung_eval_number(attained, cells, proof->scratch, &number);
    if (error || isnan(number))
        return (rung_range){0, RUNG_HIGHEST_LEVEL};
    number = fmin(fmax(number, 0), RUNG_HIGHEST_LEVEL);
    return (rung_range){number, number};
}

rung_range proof_bounds_of(struct proof *proof, size_t requirement, size_t rung)
{
    size_t at = requirement * proof->rung_count + rung;
    if (!proof->bounds_known[at]) {
        rung_outcome outcome = rung_over_completions(
            proof->arena, proof->sheet, proof->rules->requirements[requirement].attained, rung, 0,
            RUNG_HIGHEST_LEVEL);
        proof->bounds[at] = (rung_range){outcome.low, outcome.high};
        proof->bounds_known[at] = true;
    }
    return proof->bounds[at];
}

rung_range proof_target_bounds(struct proof *proof, size_t requirement, size_t rung)
{
    const rung_requirement *one = &proof->rules->requirements[requirement];
    proof_level *level = proof_level_at(proof, requirement, rung);
    if (!one->target)
        return (rung_range){one->target_by_rung[rung], one->target_by_rung[rung]};
    if (!level->target_known) {
        rung_outcome outcome = rung_over_completions(proof->arena, proof->sheet, one->target, rung,
                                                     0, RUNG_HIGHEST_LEVEL);
        level->target = (rung_range){outcome.can_fail ? 0 : outcome.low, outcome.high};
        level->target_known = true;
    }
    return level->target;
}

void proof_prepare_bounds(struct proof *proof, size_t requirement)
{
    for (size_t rung = 0; rung < proof->rung_count; rung++) {
        proof_bounds_of(proof, requirement, rung);
        proof_target_bounds(proof, requirement, rung);
    }
}
