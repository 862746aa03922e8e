/* Beside the plan: what can be had for more time or more money, and other ways. */
#include "plan/plan_private.h"

enum { WORK_BESIDE = 4 }; /* times that of one plan, for all of them */

static rung_plan_choice choice_of(plan_problem *problem, const plan_best *best)
{
    return (rung_plan_choice){plan_list(problem, best->set), plan_figures(problem, best->set),
                              best->optimal};
}

/* --- The frontier ---------------------------------------------------------------------------- */

static void walk(plan_problem *problem, rung_plan_frontier *frontier, rung_plan_choice *choices)
{
    plan_goal goal;
    plan_caps caps = plan_request_caps(&problem->request);
    plan_find_goal(problem, &goal);
    while (frontier->count < RUNG_PLAN_MAX_FRONTIER) {
        plan_best best = plan_find_best(problem, &goal, RUNG_PLAN_TIME, caps, 0);
        frontier->complete = best.impossible && !problem->cut;
        if (!best.found)
            return;
        choices[frontier->count++] = choice_of(problem, &best);
        if (!best.optimal)
            return;
        frontier->complete = best.set == 0;
        if (frontier->complete)
            return;
        caps.cost =
            plan_cost(problem, best.set) - (problem->grain > 0 ? problem->grain / 2 : RUNG_EPSILON);
    }
}

rung_plan_frontier rung_plan_find_frontier(rung_arena *arena, const rung_scorecard *card,
                                           const rung_plan_request *request)
{
    plan_problem problem;
    rung_plan_frontier frontier = {.complete = true};
    if (!plan_find_problem(&problem, arena, card, request))
        return frontier;
    problem.work *= WORK_BESIDE;
    rung_plan_choice *choices = rung_new_array(arena, rung_plan_choice, RUNG_PLAN_MAX_FRONTIER);
    frontier.choices = choices;
    walk(&problem, &frontier, choices);
    return frontier;
}

/* --- Other ways ------------------------------------------------------------------------------ */

struct asking {
    plan_problem *problem;
    const rung_plan *plan;
    rung_plan_alternative *list;
    plan_set *sets; /* of the list */
    size_t count;
    plan_set own, musts;
};

static int compare(double a, double b)
{
    return a < b - RUNG_EPSILON ? -1 : a > b + RUNG_EPSILON;
}

static bool is_better(const struct asking *asking, const rung_plan_figures *a,
                      const rung_plan_figures *b)
{
    const int differences[PLAN_FIGURE_COUNT] = {
        [PLAN_MONTHS] = compare(a->months_high, b->months_high),
        [PLAN_COST] = compare(a->cost_high, b->cost_high),
        [PLAN_STEPS] = compare((double)a->steps, (double)b->steps),
    };
    const plan_figure *order = plan_orders[asking->plan->request.by];
    for (size_t i = 0; i < PLAN_FIGURE_COUNT; i++)
        if (differences[order[i]])
            return differences[order[i]] < 0;
    return false;
}

static void add(struct asking *asking, size_t without, const plan_best *best)
{
    plan_problem *problem = asking->problem;
    for (size_t i = 0; i < asking->count; i++)
        if (asking->sets[i] == best->set)
            return;
    rung_plan_alternative one = {.without = problem->actions[without],
                                 .choice = choice_of(problem, best),
                                 .other = plan_list(problem, best->set & ~asking->own)};
    size_t at = asking->count++;
    for (; at > 0 && is_better(asking, &one.choice.figures, &asking->list[at - 1].choice.figures);
         at--) {
        asking->list[at] = asking->list[at - 1];
        asking->sets[at] = asking->sets[at - 1];
    }
    asking->list[at] = one;
    asking->sets[at] = best->set;
}

static void ask_without(struct asking *asking, const plan_goal *goal, size_t candidate)
{
    plan_problem *problem = asking->problem;
    plan_best best =
        plan_find_best(problem, goal, problem->request.by, plan_request_caps(&problem->request),
                       PLAN_ONE(candidate) | problem->serves[candidate]);
    if (best.found)
        add(asking, candidate, &best);
    else if (best.impossible && !problem->cut)
        asking->musts |= PLAN_ONE(candidate);
}

rung_plan_alternatives rung_plan_find_alternatives(rung_arena *arena, const rung_scorecard *card,
                                                   const rung_plan *plan)
{
    plan_problem problem;
    plan_goal goal;
    rung_plan_alternatives out = {0};
    if (!plan->reached || !plan_find_problem(&problem, arena, card, &plan->request))
        return out;
    problem.work *= WORK_BESIDE;
    plan_find_goal(&problem, &goal);
    struct asking asking = {.problem = &problem, .plan = plan};
    asking.list = rung_new_array(arena, rung_plan_alternative, plan->step_count);
    asking.sets = rung_new_array(arena, plan_set, plan->step_count);
    for (size_t i = 0; i < plan->step_count; i++)
        asking.own |= PLAN_ONE(problem.candidate_of[plan->steps[i].action]);
    for (plan_set rest = asking.own; rest; rest &= rest - 1)
        ask_without(&asking, &goal, plan_lowest(rest));
    out = (rung_plan_alternatives){asking.list, asking.count, plan_list(&problem, asking.musts)};
    return out;
}
