/* Scores of people, as engine/scoring has them. */
#include "proof/proof_private.h"

#include <math.h>

const double *proof_points(struct proof *proof, const rung_asked *asked)
{
    size_t count = proof->rules->requirement_count;
    bool same = proof->points_known;
    for (size_t r = 0; r < count; r++) {
        same &= proof->applied[r] == asked[r].applies;
        proof->applied[r] = asked[r].applies;
    }
    if (!same)
        rung_requirement_points(proof->arena, proof->rules, proof->applied, proof->points);
    proof->points_known = true;
    return proof->points;
}

static double missing_share(double attained, double target)
{
    return target > 0 ? 1 - fmin(1, attained / target) : 0;
}

rung_range proof_loss(double points, const rung_asked *asked, rung_range attained)
{
    return (rung_range){points * missing_share(attained.high, asked->target),
                        points * missing_share(attained.low, asked->target)};
}

rung_range proof_score_of(struct proof *proof, const rung_asked *asked, const rung_range *attained)
{
    const double *points = proof_points(proof, asked);
    rung_range score = {100, 100};
    for (size_t r = 0; r < proof->rules->requirement_count; r++) {
        if (!asked[r].applies)
            continue;
        rung_range loss = proof_loss(points[r], &asked[r], attained[r]);
        score.low -= loss.high;
        score.high -= loss.low;
    }
    return score;
}

double proof_gap_of(double attained, double target)
{
    return target - attained < RUNG_EPSILON ? 0 : target - attained;
}

rung_range proof_essential_gap(const struct proof *proof, const rung_asked *asked,
                               const rung_range *attained)
{
    rung_range largest = {0, 0};
    for (size_t r = 0; r < proof->rules->requirement_count; r++) {
        if (!asked[r].applies || asked[r].need != RUNG_ESSENTIAL)
            continue;
        largest.low = fmax(largest.low, proof_gap_of(attained[r].high, asked[r].target));
        largest.high = fmax(largest.high, proof_gap_of(attained[r].low, asked[r].target));
    }
    return largest;
}
