/* What a plan says of its steps: when, why, and what comes of them. */
#include "plan/plan_private.h"

struct telling {
    plan_problem *problem;
    const plan_goal *goal;
    plan_set set;
    rung_plan *plan;
    rung_plan_step *steps;
    int starts[RUNG_PLAN_MAX_ACTIONS];
    double *gaps; /* one a requirement: after the plan */
};

rung_plan_figures plan_figures(plan_problem *problem, plan_set set)
{
    return (rung_plan_figures){.months_low =
                                   plan_told_makespan(problem, set, problem->least_months),
                               .months_high = plan_told_makespan(problem, set, problem->months),
                               .cost_low = plan_least_cost(problem, set),
                               .cost_high = plan_cost(problem, set),
                               .steps = plan_size(set)};
}

/* --- Why ------------------------------------------------------------------------------------- */

static void add_sorted(rung_plan_list *list, size_t *at, size_t index)
{
    size_t place = list->count;
    while (place > 0 && at[place - 1] > index)
        place--;
    if (place > 0 && at[place - 1] == index)
        return;
    for (size_t i = list->count++; i > place; i--)
        at[i] = at[i - 1];
    at[place] = index;
}

static void find_lifted(const struct telling *telling, rung_plan_step *step)
{
    const plan_problem *problem = telling->problem;
    const rung_action *action = &problem->rules->actions[step->action];
    size_t *closes = rung_new_array(problem->arena, size_t, action->raises_count);
    size_t *lifts = rung_new_array(problem->arena, size_t, action->raises_count);
    step->closes.at = closes;
    step->lifts.at = lifts;
    for (size_t i = 0; i < action->raises_count; i++) {
        const rung_level *level = &action->raises[i];
        const rung_requirement_score *score = &problem->at->requirements[level->requirement];
        double now = problem->attained[level->requirement];
        if (!score->applies || score->target - now < RUNG_EPSILON || level->level <= now)
            continue;
        if (score->target - level->level < RUNG_EPSILON)
            add_sorted(&step->closes, closes, level->requirement);
        else
            add_sorted(&step->lifts, lifts, level->requirement);
    }
}

/* The gaps as the gauge stands, larger than those after the plan (NULL: all); in their order. */
static rung_plan_list gaps_of(const struct telling *telling, bool beyond, bool only_essential)
{
    const plan_problem *problem = telling->problem;
    const rung_rung_score *score = rung_gauge_score(problem->gauge);
    size_t count, kept = 0;
    const size_t *gaps =
        rung_gaps_at(problem->arena, score, problem->rules->requirement_count, &count);
    size_t *list = rung_new_array(problem->arena, size_t, count);
    for (size_t i = 0; i < count; i++) {
        const rung_requirement_score *one = &score->requirements[gaps[i]];
        if ((beyond && one->gap.high <= telling->gaps[gaps[i]] + RUNG_EPSILON) ||
            (only_essential && one->need != RUNG_ESSENTIAL))
            continue;
        list[kept++] = gaps[i];
    }
    return (rung_plan_list){list, kept};
}

static void find_needed_by(const struct telling *telling, size_t candidate, rung_plan_step *step)
{
    const plan_problem *problem = telling->problem;
    plan_set later = 0;
    for (plan_set rest = telling->set & problem->serves[candidate]; rest; rest &= rest - 1)
        if (problem->direct[plan_lowest(rest)] & PLAN_ONE(candidate))
            later |= PLAN_ONE(plan_lowest(rest));
    step->needed_by = plan_list(problem, later);
}

static void find_without(const struct telling *telling, size_t candidate, rung_plan_step *step)
{
    plan_problem *problem = telling->problem;
    const plan_goal *goal = telling->goal;
    plan_set rest = telling->set & ~(PLAN_ONE(candidate) | problem->serves[candidate]);
    step->without = plan_stand(problem, rest);
    step->remains = gaps_of(telling, true, false);
    step->reached_without = plan_is_reached(problem, goal, goal->at_least, rest);
}

/* --- Steps ----------------------------------------------------------------------------------- */

static void tell_step(const struct telling *telling, size_t candidate, rung_plan_step *step)
{
    const plan_problem *problem = telling->problem;
    const rung_action *action = &problem->rules->actions[problem->actions[candidate]];
    *step = (rung_plan_step){.action = problem->actions[candidate],
                             .start = telling->starts[candidate]};
    for (size_t i = 0; i < 2; i++) {
        step->months[i] = action->months[i];
        step->cost[i] = action->cost[i];
    }
    find_lifted(telling, step);
    find_needed_by(telling, candidate, step);
    find_without(telling, candidate, step);
}

/* By start, then in file order. */
static void tell_steps(struct telling *telling)
{
    rung_plan *plan = telling->plan;
    for (plan_set rest = telling->set; rest; rest &= rest - 1) {
        size_t c = plan_lowest(rest), at = plan->step_count++;
        for (; at > 0 && telling->steps[at - 1].start > telling->starts[c]; at--)
            telling->steps[at] = telling->steps[at - 1];
        tell_step(telling, c, &telling->steps[at]);
    }
    plan->steps = telling->steps;
}

/* --- Month by month -------------------------------------------------------------------------- */

static int next_end(const struct telling *telling, int after)
{
    int next = INT32_MAX;
    for (plan_set rest = telling->set; rest; rest &= rest - 1) {
        size_t c = plan_lowest(rest);
        int end = telling->starts[c] + telling->problem->months[c];
        if (end > after && end < next)
            next = end;
    }
    return next;
}

static plan_set ended_by(const struct telling *telling, int month)
{
    plan_set ended = 0;
    for (plan_set rest = telling->set; rest; rest &= rest - 1) {
        size_t c = plan_lowest(rest);
        if (telling->starts[c] + telling->problem->months[c] <= month)
            ended |= PLAN_ONE(c);
    }
    return ended;
}

static void tell_moments(struct telling *telling)
{
    plan_problem *problem = telling->problem;
    rung_plan *plan = telling->plan;
    rung_plan_moment *moments =
        rung_new_array(problem->arena, rung_plan_moment, plan_size(telling->set));
    plan_set before = 0;
    for (int month = next_end(telling, -1); before != telling->set;
         month = next_end(telling, month)) {
        plan_set ended = ended_by(telling, month);
        moments[plan->moment_count++] = (rung_plan_moment){month, plan_stand(problem, ended),
                                                           plan_list(problem, ended & ~before)};
        before = ended;
    }
    plan->moments = moments;
}

/* --- The whole ------------------------------------------------------------------------------- */

/* What is still missing, and keeps it from the goal. */
static void tell_after(struct telling *telling)
{
    plan_problem *problem = telling->problem;
    rung_plan *plan = telling->plan;
    plan->now = plan_stand(problem, 0);
    plan->after = plan_stand(problem, telling->set);
    const rung_rung_score *score = rung_gauge_score(problem->gauge);
    for (size_t r = 0; r < problem->rules->requirement_count; r++)
        telling->gaps[r] = score->requirements[r].gap.high;
    if (!plan->reached)
        plan->left = gaps_of(telling, false, plan->request.goal == RUNG_PLAN_ESSENTIALS);
}

void plan_explain(plan_problem *problem, const plan_goal *goal, plan_set set, rung_plan *plan)
{
    struct telling telling = {.problem = problem, .goal = goal, .set = set, .plan = plan};
    telling.steps = rung_new_array(problem->arena, rung_plan_step, plan_size(set));
    telling.gaps = rung_new_array(problem->arena, double, problem->rules->requirement_count);
    plan->figures = plan_figures(problem, set);
    plan_schedule(problem, set, telling.starts);
    tell_after(&telling);
    tell_steps(&telling);
    tell_moments(&telling);
}
