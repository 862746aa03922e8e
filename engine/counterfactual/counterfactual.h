/* counterfactual: the least that would have to be otherwise.
 *
 * For one requirement: the smallest change of answers that closes its gap. For a verdict: the
 * fewest requirements to lift for a better one. Both are proven, as far as it says so; a limit on
 * the work keeps hostile content from taking hours, and then it is said what is known. */
#ifndef RUNG_COUNTERFACTUAL_H
#define RUNG_COUNTERFACTUAL_H

#include "answers/answers.h"
#include "base/base.h"
#include "scoring/scoring.h"

/* --- Answers ----------------------------------------------------------------------------------
 * A change gives some questions other answers, or answers where there were none. It closes the gap
 * if the requirement then has none in any completion (gap.high = 0), with all that follows: changed
 * answers decide anew which questions are asked, and an answer that was kept counts again where its
 * question is asked again.
 *
 * What is asked for stays: no change touches a question that the file's `target` reads, or the
 * requirement's own `when`, `target` or `need`, nor one that decides whether such a question (of
 * any requirement) is asked.
 *
 * Of two changes the smaller one has fewer questions; then fewer steps in all (rung_answer_steps);
 * then the earlier questions of the file, compared one by one; then the smaller step at the first
 * question in which they differ. Numbers that need not be whole are looked at as rung_values_near
 * chooses them. */

typedef enum rung_change_end {
    RUNG_CHANGE_FOUND,
    RUNG_CHANGE_NONE,      /* no answers close the gap: proven */
    RUNG_CHANGE_NOT_FOUND, /* not within the limit, or among a selection of values */
} rung_change_end;

typedef struct rung_changed_answer {
    size_t question;
    rung_answer answer;
    double steps;
} rung_changed_answer;

typedef struct rung_change {
    rung_change_end end;
    const rung_changed_answer *answers; /* FOUND: in file order; none if there is no gap */
    size_t count;
    double steps;
    bool smallest;   /* FOUND: proven to be the smallest */
    size_t at_least; /* no change of fewer questions than this closes the gap: proven */
} rung_change;

/* Steps of the search for one requirement; one gives one question one value. About a second. */
enum { RUNG_CHANGE_MOST_STEPS = 8 * 1024 * 1024 };

/* For a requirement that applies at the rung, which is not blocked. `answers` are those of the
 * scorecard's sheet. Inside the arena's guard. */
rung_change rung_change_for(rung_arena *arena, const rung_scorecard *card,
                            const rung_answers *answers, size_t rung, size_t requirement);

/* --- Verdicts ---------------------------------------------------------------------------------
 * From the lowest score and the largest gaps: what is not known counts as missing. A lift takes
 * what is attained to a whole level, or to the target, and never above the target. Of two sets of
 * lifts that give a better verdict the cheaper one has fewer requirements; then fewer levels to
 * climb in all; then, lift by lift in the order of the file, the earlier requirement and the lower
 * level. */

typedef struct rung_lift {
    size_t requirement;
    double from, to; /* levels */
} rung_lift;

typedef struct rung_verdict_lift {
    size_t now, then;       /* verdicts: `then` is better, or the same if there is none better */
    const rung_lift *lifts; /* in file order */
    size_t count;
    double levels; /* all climbs together */
    double score;  /* with them */
    bool cheapest; /* proven */
} rung_verdict_lift;

/* Steps of the search, in which two lists of sums are put together. */
enum { RUNG_LIFT_MOST_STEPS = 8 * 1024 * 1024 };

/* For a rung that is not blocked. Inside the arena's guard. */
rung_verdict_lift rung_verdict_lift_for(rung_arena *arena, const rung_rules *rules,
                                        const rung_rung_score *score);

#endif
