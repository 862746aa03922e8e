/* What the files of plan/ share.
 *
 * A plan is a set of candidates: actions that can be taken and may help, numbered in file order, so
 * that a set is a word of bits and the smallest list is the one with the lowest differing bit.
 * More actions never lift less, take less time or cost less. So no set is looked at beyond the one
 * that reaches the goal, and whatever is too long or too dear stays so. */
#ifndef RUNG_PLAN_PRIVATE_H
#define RUNG_PLAN_PRIVATE_H

#include "plan/plan.h"

#include <math.h>

typedef uint64_t plan_set;

#define PLAN_ONE(candidate) (UINT64_C(1) << (candidate))

/* The candidates of a set, lowest first: `for (plan_set rest = set; rest; rest &= rest - 1)` with
 * plan_lowest(rest). */
size_t plan_lowest(plan_set set); /* of a set that is not empty */
size_t plan_size(plan_set set);

/* --- What there is to choose from (offered.c) --------------------------------------------------
 */

typedef struct plan_problem {
    rung_arena *arena;
    const rung_scorecard *card;
    const rung_rules *rules;
    rung_plan_request request;
    size_t rung;
    const rung_rung_score *at;
    rung_gauge *gauge;
    double *points;   /* one a requirement: what it is worth where all of it is there */
    double *attained; /* one a requirement: before the first step */
    double *levels;   /* the same, for trying */
    bool *open, *done;
    size_t *candidate_of; /* one an action; SIZE_MAX if it is none */

    size_t count; /* of candidates */
    bool cut;     /* there were more than can be looked at */
    size_t actions[RUNG_PLAN_MAX_ACTIONS];
    int months[RUNG_PLAN_MAX_ACTIONS], least_months[RUNG_PLAN_MAX_ACTIONS];
    double cost[RUNG_PLAN_MAX_ACTIONS];
    plan_set needs[RUNG_PLAN_MAX_ACTIONS];  /* all that must come before, near and far */
    plan_set serves[RUNG_PLAN_MAX_ACTIONS]; /* all that must come after */
    plan_set direct[RUNG_PLAN_MAX_ACTIONS]; /* of `needs`, those that `after` names */
    int ends[RUNG_PLAN_MAX_ACTIONS];        /* the earliest month in which it can end */
    double grain; /* two different costs differ by it at least; 0: not known */

    struct plan_schedules *schedules;
    size_t work; /* what is left of the limit */
} plan_problem;

/* False if the rung is blocked; then there are no candidates. */
bool plan_find_problem(plan_problem *problem, rung_arena *arena, const rung_scorecard *card,
                       const rung_plan_request *request);
/* What is attained after a set of steps, into problem->levels, and where one then stands. */
rung_standing plan_stand(plan_problem *problem, plan_set set);
double plan_cost(const plan_problem *problem, plan_set set); /* the sum in file order */
double plan_least_cost(const plan_problem *problem, plan_set set);
plan_set plan_all(const plan_problem *problem);

/* Indices of the actions of a set, in file order. */
rung_plan_list plan_list(const plan_problem *problem, plan_set set);

/* --- Schedules (schedule.c) --------------------------------------------------------------------
 */

void plan_open_schedules(plan_problem *problem);
/* Whether all can be done by a month. If that takes too long to find out, false, and `exact`
 * becomes false; else that is left alone. */
bool plan_is_done_by(plan_problem *problem, plan_set set, int end, bool *exact);
/* The least makespan. If that takes too long to find out, one that can be kept to, and `exact`
 * becomes false. */
int plan_makespan(plan_problem *problem, plan_set set, bool *exact);
/* The same with any months, one a candidate, and with work of its own, whatever is left. */
int plan_told_makespan(plan_problem *problem, plan_set set, const int *months);
/* Starts, one a candidate, of a schedule with the makespan that is told for the most months. */
void plan_schedule(plan_problem *problem, plan_set set, int *starts);

/* --- The goal as rows (goal.c) -----------------------------------------------------------------
 */

/* One step up of one requirement: candidates of which any takes it, and the points it brings. The
 * rows of a requirement stand together, lowest first; each mask holds the next. */
typedef struct plan_row {
    plan_set mask;
    double points;
    bool hard; /* the goal cannot do without */
    bool last; /* the highest of its requirement */
} plan_row;

typedef struct plan_goal {
    bool essentials; /* of the named goal: no score is asked for */
    bool by_score;   /* not the named goal, but a score of `at_least` */
    double at_least; /* -INFINITY: no score is asked for */
    double most_gap; /* essential gap allowed; INFINITY: any */
    plan_row *rows;
    size_t row_count;
    double base, all; /* score before the first step, and with every row taken */
    plan_set useful;  /* candidates in rows, and what they need */
    bool missed;      /* a requirement stays short whatever is done */
} plan_goal;

/* The goal of the request. */
void plan_find_goal(plan_problem *problem, plan_goal *goal);
/* As high a score as can be. */
void plan_find_score_goal(plan_problem *problem, plan_goal *goal);
/* `at_least`: of a goal by score, what is asked for just now. */
bool plan_is_reached(plan_problem *problem, const plan_goal *goal, double at_least, plan_set set);

/* --- The search (search.c, tighten.c, bounds.c) ------------------------------------------------
 */

/* What plans may use. */
#define PLAN_NO_MONTHS INT32_MAX /* no cap */
typedef struct plan_caps {
    int months;
    double cost;
    size_t steps;
} plan_caps;

typedef enum plan_figure { PLAN_MONTHS, PLAN_COST, PLAN_STEPS, PLAN_FIGURE_COUNT } plan_figure;

/* A node: what is in, and what is still free to be put in. */
typedef struct plan_node {
    plan_set in, free;
    double slack; /* points that can still be lost */
} plan_node;

/* Lagrange multipliers of one figure, kept from node to node. */
typedef struct plan_prices {
    double *row;   /* one a row */
    double *edge;  /* one a pair of candidate and direct predecessor */
    double points; /* of a point of score */
    bool warm;
} plan_prices;

typedef struct plan_search {
    plan_problem *problem;
    const plan_goal *goal;
    plan_caps caps; /* tightened as plans are found, if `figure` is to be least */
    plan_figure figure;
    bool least;      /* else the first plan found ends the search */
    bool by_score;   /* the score is to be highest instead; at_least is raised */
    double at_least; /* the goal's, or raised */

    bool found, finished;
    bool stopped; /* the work ran out: what was not found may still be there */
    plan_set best;

    bool *wanted;                        /* one a row: open at this node, and not to be lost */
    bool *open;                          /* one a row: open at this node */
    double worth[RUNG_PLAN_MAX_ACTIONS]; /* of taking a candidate; the higher, the sooner */
    plan_prices prices[PLAN_FIGURE_COUNT];
    double *gradient; /* one a row */
    double *edge_gradient;
    unsigned char (*edges)[2];
    size_t edge_count;
} plan_search;

void plan_search_init(plan_search *search, plan_problem *problem, const plan_goal *goal);
/* Among the sets that have `in`, and nothing outside of `in` and `free`, and keep to the caps. */
void plan_search_run(plan_search *search, plan_set in, plan_set free);

/* Draws conclusions; false: no plan from here. */
bool plan_tighten(plan_search *search, plan_node *node);
/* With all that it needs; false: that was left. */
bool plan_take(const plan_problem *problem, plan_node *node, plan_set set);
/* With all that needs it. */
void plan_leave(const plan_problem *problem, plan_node *node, size_t candidate);
/* The same by bounds, `rounds` improvements at most. */
bool plan_bound(plan_search *search, plan_node *node, int rounds);
/* The least that a figure can be from the root on, as far as bounds tell. */
double plan_root_bound(plan_search *search, plan_set in, plan_set free);

/* --- In order of the objective (stages.c) ------------------------------------------------------
 */

extern const plan_figure plan_orders[RUNG_PLAN_OBJECTIVE_COUNT][PLAN_FIGURE_COUNT];

typedef struct plan_best {
    bool found, optimal;
    bool impossible; /* proven: there is none */
    plan_set set;
    double bound;       /* of the first figure */
    double score_bound; /* of plan_find_highest */
} plan_best;

/* `banned` candidates are left out; caps as in the request or tighter. */
plan_best plan_find_best(plan_problem *problem, const plan_goal *goal, rung_plan_objective by,
                         plan_caps caps, plan_set banned);
/* What there is where the goal cannot be reached: the highest score, then by the objective. */
plan_best plan_find_highest(plan_problem *problem, rung_plan_objective by);
plan_caps plan_request_caps(const rung_plan_request *request);

/* --- Telling (explain.c) -----------------------------------------------------------------------
 */

rung_plan_figures plan_figures(plan_problem *problem, plan_set set);
/* All that a plan says of its steps. */
void plan_explain(plan_problem *problem, const plan_goal *goal, plan_set set, rung_plan *plan);

#endif
