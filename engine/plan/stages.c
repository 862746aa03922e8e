/* In order of the objective: the least of one figure, then of the next with that held, and at last
 * the smallest list. */
#include "plan/plan_private.h"

const plan_figure plan_orders[RUNG_PLAN_OBJECTIVE_COUNT][PLAN_FIGURE_COUNT] = {
    [RUNG_PLAN_TIME] = {PLAN_MONTHS, PLAN_COST, PLAN_STEPS},
    [RUNG_PLAN_COST] = {PLAN_COST, PLAN_MONTHS, PLAN_STEPS},
    [RUNG_PLAN_STEPS] = {PLAN_STEPS, PLAN_MONTHS, PLAN_COST},
};

/* One plan in the making. */
struct staging {
    plan_problem *problem;
    plan_search search;
    plan_caps caps; /* of the request, and what was found to be least */
    plan_set free;
    plan_best best;
};

plan_caps plan_request_caps(const rung_plan_request *request)
{
    return (plan_caps){.months = request->has_months ? request->months : PLAN_NO_MONTHS,
                       .cost = request->has_budget ? request->budget + RUNG_EPSILON : INFINITY,
                       .steps = RUNG_PLAN_MAX_ACTIONS};
}

static void look(struct staging *staging, plan_figure figure, bool least, plan_set in,
                 plan_set free)
{
    plan_search *search = &staging->search;
    search->caps = staging->caps;
    search->figure = figure;
    search->least = least;
    plan_search_run(search, in, free);
}

/* --- Figures --------------------------------------------------------------------------------- */

static double figure_of(plan_problem *problem, plan_figure figure, plan_set set)
{
    bool exact = true;
    if (figure == PLAN_COST)
        return plan_cost(problem, set);
    return figure == PLAN_STEPS ? (double)plan_size(set) : plan_makespan(problem, set, &exact);
}

/* From now on no more of a figure than the best has. */
static void hold(struct staging *staging, plan_figure figure)
{
    double value = figure_of(staging->problem, figure, staging->best.set);
    switch (figure) {
    case PLAN_MONTHS:
        staging->caps.months = (int)value;
        break;
    case PLAN_COST:
        staging->caps.cost = value + RUNG_EPSILON;
        break;
    default:
        staging->caps.steps = (size_t)value;
    }
}

/* False if there is no plan, as far as was looked. */
static bool find_first(struct staging *staging, plan_figure figure)
{
    plan_best *best = &staging->best;
    look(staging, figure, true, 0, staging->free);
    best->found = staging->search.found;
    best->impossible = !best->found && !staging->search.stopped;
    best->optimal = !staging->search.stopped;
    if (!best->found)
        return false;
    best->set = staging->search.best;
    best->bound = figure_of(staging->problem, figure, best->set);
    if (!best->optimal) {
        staging->search.caps = staging->caps;
        best->bound = fmin(best->bound, plan_root_bound(&staging->search, 0, staging->free));
    }
    hold(staging, figure);
    return true;
}

static void find_next(struct staging *staging, plan_figure figure)
{
    look(staging, figure, true, 0, staging->free);
    if (staging->search.found)
        staging->best.set = staging->search.best;
    staging->best.optimal &= !staging->search.stopped;
    hold(staging, figure);
}

/* --- The smallest list ----------------------------------------------------------------------- */

/* Candidate by candidate: whether there is a plan as good with it and with what was decided. */
static void find_smallest(struct staging *staging)
{
    plan_best *best = &staging->best;
    plan_set in = 0, free = staging->free;
    for (plan_set rest = staging->free; rest && in != best->set; rest &= rest - 1) {
        size_t c = plan_lowest(rest);
        plan_set without = free & ~PLAN_ONE(c);
        if (!(best->set & PLAN_ONE(c))) {
            look(staging, PLAN_STEPS, false, in | PLAN_ONE(c), without);
            best->optimal &= !staging->search.stopped;
            if (staging->search.found)
                best->set = staging->search.best;
        }
        if (best->set & PLAN_ONE(c))
            in |= PLAN_ONE(c);
        free = without;
    }
}

/* --- The whole ------------------------------------------------------------------------------- */

plan_best plan_find_best(plan_problem *problem, const plan_goal *goal, rung_plan_objective by,
                         plan_caps caps, plan_set banned)
{
    struct staging staging = {.problem = problem, .caps = caps, .free = goal->useful & ~banned};
    plan_search_init(&staging.search, problem, goal);
    if (goal->missed) {
        staging.best.impossible = true;
        return staging.best;
    }
    if (!find_first(&staging, plan_orders[by][0]))
        return staging.best;
    for (size_t i = 1; i < PLAN_FIGURE_COUNT && staging.best.optimal; i++)
        find_next(&staging, plan_orders[by][i]);
    if (staging.best.optimal)
        find_smallest(&staging);
    staging.best.optimal &= !problem->cut;
    return staging.best;
}

/* --- As high as can be -------------------------------------------------------------------------
 */

static bool is_capped(const rung_plan_request *request)
{
    return request->has_months || request->has_budget;
}

/* The highest score within the caps; false if that is not proven. */
static bool find_highest(plan_problem *problem, plan_goal *goal, double *score)
{
    plan_search search;
    *score = goal->base;
    if (!is_capped(&problem->request)) {
        *score = goal->all;
        return true;
    }
    goal->at_least = goal->base + RUNG_EPSILON / 10;
    plan_search_init(&search, problem, goal);
    search.caps = plan_request_caps(&problem->request);
    search.figure = PLAN_STEPS;
    search.by_score = true;
    plan_search_run(&search, 0, goal->useful);
    if (search.found)
        *score = plan_stand(problem, search.best).score;
    return !search.stopped;
}

plan_best plan_find_highest(plan_problem *problem, rung_plan_objective by)
{
    plan_goal goal;
    double score;
    plan_find_score_goal(problem, &goal);
    bool proven = find_highest(problem, &goal, &score);
    goal.at_least = score - RUNG_EPSILON;
    plan_best best = plan_find_best(problem, &goal, by, plan_request_caps(&problem->request), 0);
    best.optimal &= proven;
    best.score_bound = problem->cut ? 100 : proven ? score : goal.all;
    return best;
}
