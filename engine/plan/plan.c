/* The plan: what is asked, found and told. */
#include "plan/plan_private.h"

/* Questions that are not answered and decide what is asked for; of a rung that is named, not those
 * that only decide which rung is aimed at. */
static rung_plan_list deciding(const plan_problem *problem, bool aimed)
{
    const rung_scorecard *card = problem->card;
    const rung_rules *rules = problem->rules;
    size_t count = 0, *list = rung_new_array(problem->arena, size_t, card->blocking_count);
    for (size_t i = 0; i < card->blocking_count; i++) {
        uint32_t question = (uint32_t)card->blocking[i];
        bool decides = aimed;
        for (size_t r = 0; r < rules->requirement_count && !decides; r++)
            decides = rung_requirement_hangs_on(&rules->requirements[r], question);
        if (decides)
            list[count++] = question;
    }
    return (rung_plan_list){list, count};
}

/* --- What there is instead ------------------------------------------------------------------- */

static void find_highest(plan_problem *problem, rung_plan *plan, plan_set *set)
{
    problem->work = problem->request.work;
    plan_best highest = plan_find_highest(problem, problem->request.by);
    *set = highest.set;
    plan->score_bound = highest.score_bound;
    plan->optimal = highest.optimal && plan->impossible;
}

static void find(plan_problem *problem, rung_plan *plan)
{
    plan_goal goal;
    plan_find_goal(problem, &goal);
    plan_best best = plan_find_best(problem, &goal, problem->request.by,
                                    plan_request_caps(&problem->request), 0);
    plan_set set = best.set;
    plan->reached = best.found;
    plan->optimal = best.optimal;
    plan->bound = problem->cut ? 0 : best.bound;
    plan->impossible = best.impossible && !problem->cut;
    plan->score_bound = 100;
    if (!best.found)
        find_highest(problem, plan, &set);
    plan_explain(problem, &goal, set, plan);
}

const rung_plan *rung_plan_new(rung_arena *arena, const rung_scorecard *card,
                               const rung_plan_request *request)
{
    plan_problem problem;
    rung_plan *plan = rung_new(arena, rung_plan);
    bool known = plan_find_problem(&problem, arena, card, request);
    plan->request = problem.request;
    plan->rung = problem.rung;
    plan->open = problem.open;
    plan->done = problem.done;
    if (known) {
        find(&problem, plan);
        return plan;
    }
    plan->blocked = true;
    plan->questions = deciding(&problem, request->rung == RUNG_PLAN_AIM);
    return plan;
}

rung_plan_comparison rung_plan_compare(rung_arena *arena, const rung_scorecard *card,
                                       const rung_plan_request *request)
{
    rung_plan_comparison comparison;
    for (int by = 0; by < RUNG_PLAN_OBJECTIVE_COUNT; by++) {
        rung_plan_request one = *request;
        one.by = (rung_plan_objective)by;
        comparison.by[by] = rung_plan_new(arena, card, &one);
    }
    return comparison;
}
