/* plan: the best set of steps towards a goal, when each begins, and the proof that none is better.
 * The semantics are docs/format.md, "The plan", to the letter.
 *
 * Everything starts from what is known to be there: `attained.low` of the scorecard, lifted by the
 * steps that were recorded as done since. Plans are compared by their most months and most cost,
 * which are what counts; the least are told beside them.
 *
 * The search is exact. It looks at sets of actions and throws away only those that bounds rule
 * out, so that what it says is best is best among all plans there can be, and it counts its work
 * instead of looking at a clock: the same question has the same answer on every machine.
 *
 * Costs within RUNG_EPSILON of each other are the same; so are scores. Where several plans are as
 * good by all three figures, the one with the lexicographically smallest ascending list of action
 * indices is taken.
 *
 * Everything lives in the arena that is passed in, whose guard must be running, and refers to the
 * role. The scorecard's sheet lends its working memory: one thread at a time. */
#ifndef RUNG_PLAN_H
#define RUNG_PLAN_H

#include "base/base.h"
#include "scoring/scoring.h"

enum {
    /* Actions that one plan is chosen from, after those that help nobody are left out. Past it the
     * most promising are kept, and no plan is called optimal. */
    RUNG_PLAN_MAX_ACTIONS = 64,
    RUNG_PLAN_MAX_TRACKS = 64, /* more would change nothing: no plan has more steps */
    RUNG_PLAN_USUAL_TRACKS = 2,
    RUNG_PLAN_USUAL_WORK = 200000, /* some seconds; for most content of 40 actions thousands do */
    RUNG_PLAN_MAX_FRONTIER = 32,   /* plans in one table: more than anybody reads */
};

/* The goal, by the name that the command and the reports use. */
#define RUNG_PLAN_GOALS(X)                                                                         \
    X(VERDICT, "verdict")       /* the first verdict of the rules */                               \
    X(ESSENTIALS, "essentials") /* no gap in an essential requirement */

/* What is to be least, and then what, and then what. */
#define RUNG_PLAN_OBJECTIVES(X)                                                                    \
    X(TIME, "time")   /* months, cost, number of steps */                                          \
    X(COST, "cost")   /* cost, months, number of steps */                                          \
    X(STEPS, "steps") /* number of steps, months, cost */

#define RUNG_PLAN_ENUM(id, ...) RUNG_PLAN_##id,
typedef enum rung_plan_goal { RUNG_PLAN_GOALS(RUNG_PLAN_ENUM) RUNG_PLAN_GOAL_COUNT } rung_plan_goal;
typedef enum rung_plan_objective {
    RUNG_PLAN_OBJECTIVES(RUNG_PLAN_ENUM) RUNG_PLAN_OBJECTIVE_COUNT
} rung_plan_objective;
#undef RUNG_PLAN_ENUM

const char *rung_plan_goal_name(rung_plan_goal goal);
const char *rung_plan_objective_name(rung_plan_objective by);
/* False, and `out` untouched, for any other word. */
bool rung_plan_find_goal(rung_text name, rung_plan_goal *out);
bool rung_plan_find_objective(rung_text name, rung_plan_objective *out);

/* --- The question ---------------------------------------------------------------------------- */

#define RUNG_PLAN_AIM SIZE_MAX /* the rung aimed at */

/* All zero, but for `rung`, is a valid question: see rung_plan_usual. */
typedef struct rung_plan_request {
    size_t rung; /* index, or RUNG_PLAN_AIM */
    rung_plan_goal goal;
    rung_plan_objective by;
    size_t tracks;               /* steps at once, 1 to RUNG_PLAN_MAX_TRACKS; 0: the usual */
    bool has_months, has_budget; /* only plans within these count */
    int months;                  /* 0 or more */
    double budget;               /* 0 or more */
    /* One an action, or NULL: steps recorded as done since the answers were given. Such a step is
     * never planned, other steps may come after it, and what it raises counts as attained (the
     * answers do not know of it yet). */
    const bool *done;
    /* Sets to look at for one plan, each counting once for every 64 requirements and levels there
     * are; 0: the usual. */
    size_t work;
} rung_plan_request;

extern const rung_plan_request
    rung_plan_usual; /* the first verdict at the rung aimed at, by time */

/* --- The answer ------------------------------------------------------------------------------ */

typedef struct rung_plan_list {
    const size_t *at;
    size_t count;
} rung_plan_list;

typedef struct rung_plan_step {
    size_t action;
    /* Months from now, 0 at once. Each step starts as early as those before it and the tracks
     * allow, the others staying where they are. It ends at `start + months[1]`. */
    int start;
    int months[2];  /* the action's */
    double cost[2]; /* the action's */
    /* Requirements that it lifts to their target from below, and those that it lifts, but not so
     * far; in file order. Other steps of the plan may lift the same. */
    rung_plan_list closes, lifts;
    /* Why it is needed: steps of the plan that come directly after it (actions, in file order);
     * and, if it were dropped with all that can then not be done, what would stand with a larger
     * gap than after the plan (requirements, in the order of gaps), and where one would stand. */
    rung_plan_list needed_by, remains;
    rung_standing without;
    bool reached_without; /* never, in an optimal plan that reaches the goal */
} rung_plan_step;

/* Where one stands when some month has passed and some step has ended with it. */
typedef struct rung_plan_moment {
    int month;
    rung_standing standing;
    rung_plan_list ended; /* actions, in file order */
} rung_plan_moment;

/* What there is to compare. Months are the makespan: the least time in which all steps fit into the
 * tracks. `low`: the same steps, each with its least months (scheduled anew) and least cost. */
typedef struct rung_plan_figures {
    int months_low, months_high;
    double cost_low, cost_high;
    size_t steps;
} rung_plan_figures;

typedef struct rung_plan {
    /* What was asked, with nothing left to default. */
    rung_plan_request request;
    size_t rung;
    /* No score, no plan: what is asked for hangs on questions that are not answered, named here (or
     * on an expression that fails, and then none is: see the scorecard's problems). All else is
     * then empty. */
    bool blocked;
    rung_plan_list questions;

    /* The steps, by start, then in file order, lead to the goal within the caps. If not, they are
     * those that count (within the caps) with the highest score. No steps and reached: the goal is
     * reached already. No steps and not: nothing that counts would lift the score. */
    bool reached;
    const rung_plan_step *steps;
    size_t step_count;
    rung_plan_figures figures;

    /* Proven to be the best by the order of the objective. If not, the work limit was met: */
    bool optimal;
    /* no plan that reaches the goal has less of the objective's first figure (months, cost, number
     * of steps). Equal to the plan's own: nothing is faster (cheaper, shorter), and only among
     * plans as good by it there might be one with less of the other two. Of a plan that does not
     * reach the goal: 0. */
    double bound;
    bool impossible;    /* proven: no plan that counts reaches the goal */
    double score_bound; /* no plan that counts has a higher score; of a plan that reaches it: 100 */

    rung_standing now, after;        /* before the first step, after the last */
    const rung_plan_moment *moments; /* by month; step ends with the same month are one */
    size_t moment_count;
    /* Not reached: what keeps it from the goal, in the order of gaps: requirements with a gap after
     * the plan; for the goal `essentials` only the essential ones. Reached: empty. */
    rung_plan_list left;
    /* One an action: it can be taken up by these answers (its condition is not known to be false,
     * it is not done, and neither is what it comes after out of reach); it is known to be done. */
    const bool *open, *done;
} rung_plan;

/* Never NULL. `card` and its role and sheet must outlive the plan. */
const rung_plan *rung_plan_new(rung_arena *arena, const rung_scorecard *card,
                               const rung_plan_request *request);

/* --- Beside it ------------------------------------------------------------------------------- */

/* The same question by each objective, in the order of RUNG_PLAN_OBJECTIVES. */
typedef struct rung_plan_comparison {
    const rung_plan *by[RUNG_PLAN_OBJECTIVE_COUNT];
} rung_plan_comparison;

rung_plan_comparison rung_plan_compare(rung_arena *arena, const rung_scorecard *card,
                                       const rung_plan_request *request);

/* A set of steps, without its story. */
typedef struct rung_plan_choice {
    rung_plan_list actions; /* in file order */
    rung_plan_figures figures;
    bool optimal;
} rung_plan_choice;

/* The plans that reach the goal within the caps, and of which none has both fewer months and less
 * cost (as few, and less): fastest first, each cheaper than the one before. Of those with the same
 * months and cost, the one with the fewest steps, then the smallest list. Empty if blocked, or if
 * the goal cannot be reached; one choice without steps if it is reached already. */
typedef struct rung_plan_frontier {
    const rung_plan_choice *choices;
    size_t count;
    bool complete; /* there are no more, and each is optimal */
} rung_plan_frontier;

rung_plan_frontier rung_plan_find_frontier(rung_arena *arena, const rung_scorecard *card,
                                           const rung_plan_request *request);

/* For each step of a plan that reaches the goal, the best plan (by the same objective, within the
 * same caps) that does without it. Each set once, the best first, with the first step that it does
 * without. The first is the best plan there is with other steps, and the steps that nothing can do
 * without are told apart. */
typedef struct rung_plan_alternative {
    size_t without; /* action */
    rung_plan_choice choice;
    rung_plan_list other; /* actions that the plan does not have, in file order */
} rung_plan_alternative;

typedef struct rung_plan_alternatives {
    const rung_plan_alternative *at;
    size_t count;
    rung_plan_list musts; /* steps without which no plan that counts reaches the goal (actions) */
} rung_plan_alternatives;

rung_plan_alternatives rung_plan_find_alternatives(rung_arena *arena, const rung_scorecard *card,
                                                   const rung_plan *plan);

#endif
