/* What became of a requirement from one scorecard to another. */
#include "scoring/scoring.h"

typedef enum standing { ABSENT, IN_PLACE, OPEN, MISSING } standing;

static standing standing_of(const rung_requirement_score *score)
{
    if (!score->applies)
        return ABSENT;
    if (score->gap.high <= 0)
        return IN_PLACE;
    return score->gap.low > 0 ? MISSING : OPEN;
}

/* Still a gap of the same kind: which way its ends went. */
static rung_gap_change resized(rung_range before, rung_range after)
{
    double low = after.low - before.low, high = after.high - before.high;
    bool larger = low > RUNG_EPSILON || high > RUNG_EPSILON;
    bool smaller = low < -RUNG_EPSILON || high < -RUNG_EPSILON;
    if (larger && smaller)
        return RUNG_GAP_SHIFTS;
    return larger ? RUNG_GAP_GROWS : smaller ? RUNG_GAP_SHRINKS : RUNG_GAP_STAYS;
}

static bool is_gap(standing what)
{
    return what == OPEN || what == MISSING;
}

rung_gap_change rung_gap_change_of(const rung_requirement_score *before,
                                   const rung_requirement_score *after)
{
    standing was = standing_of(before), is = standing_of(after);
    if (!is_gap(is) && !is_gap(was))
        return RUNG_GAP_STAYS;
    if (!is_gap(is))
        return is == ABSENT ? RUNG_GAP_DROPS : RUNG_GAP_CLOSES;
    if (was == is)
        return resized(before->gap, after->gap);
    return is == MISSING ? RUNG_GAP_OPENS : RUNG_GAP_UNSETTLES;
}

const char *rung_gap_change_name(rung_gap_change move)
{
    static const char *const names[RUNG_GAP_COUNT] = {
#define GAP_NAME(id, name) name,
        RUNG_GAP_CHANGES(GAP_NAME)
#undef GAP_NAME
    };
    return names[move];
}
