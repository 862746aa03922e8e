/* The goal as rows: what has to be lifted, and which candidates lift it. */
#include "plan/plan_private.h"

#include <stdlib.h>

/* --- The steps up of one requirement --------------------------------------------------------- */

struct climb {
    plan_problem *problem;
    plan_goal *goal;
    const double *reaches;
    size_t requirement;
    double reach[RUNG_PLAN_MAX_ACTIONS]; /* of each candidate, cut to the target */
    double steps[RUNG_PLAN_MAX_ACTIONS]; /* different levels above what is there, ascending */
    size_t count;
};

static void add_step(struct climb *climb, double level)
{
    size_t at = climb->count;
    while (at > 0 && climb->steps[at - 1] > level)
        at--;
    if (at > 0 && climb->steps[at - 1] == level)
        return;
    for (size_t i = climb->count++; i > at; i--)
        climb->steps[i] = climb->steps[i - 1];
    climb->steps[at] = level;
}

/* How far each candidate lifts each requirement: by candidate, then by requirement. */
static const double *find_reaches(const plan_problem *problem)
{
    size_t requirements = problem->rules->requirement_count;
    double *reaches = rung_new_array(problem->arena, double, problem->count *requirements);
    for (size_t c = 0; c < problem->count; c++) {
        const rung_action *action = &problem->rules->actions[problem->actions[c]];
        for (size_t i = 0; i < action->raises_count; i++) {
            double *reach = &reaches[c * requirements + action->raises[i].requirement];
            *reach = fmax(*reach, action->raises[i].level);
        }
    }
    return reaches;
}

static void find_steps(struct climb *climb)
{
    const plan_problem *problem = climb->problem;
    double target = problem->at->requirements[climb->requirement].target;
    climb->count = 0;
    for (size_t c = 0; c < problem->count; c++) {
        size_t at = c * problem->rules->requirement_count + climb->requirement;
        climb->reach[c] = fmin(climb->reaches[at], target);
        if (climb->reach[c] > problem->attained[climb->requirement])
            add_step(climb, climb->reach[c]);
    }
}

/* --- Rows ------------------------------------------------------------------------------------ */

static bool is_small_enough(const plan_goal *goal, double target, double level)
{
    return target - level < RUNG_EPSILON || target - level <= goal->most_gap;
}

/* The first step that the goal cannot do without; `count` if there is none. */
static size_t hard_step(struct climb *climb, const rung_requirement_score *score)
{
    plan_goal *goal = climb->goal;
    size_t at = 0;
    if (score->need != RUNG_ESSENTIAL ||
        is_small_enough(goal, score->target, climb->problem->attained[climb->requirement]))
        return climb->count;
    while (at < climb->count && !is_small_enough(goal, score->target, climb->steps[at]))
        at++;
    goal->missed |= at == climb->count;
    return at;
}

static void add_row(struct climb *climb, double from, size_t step, bool hard)
{
    const plan_problem *problem = climb->problem;
    plan_goal *goal = climb->goal;
    double target = problem->at->requirements[climb->requirement].target;
    double worth = problem->points[climb->requirement] / target;
    plan_row *row = &goal->rows[goal->row_count++];
    *row = (plan_row){.points = worth * (climb->steps[step] - from), .hard = hard};
    for (size_t c = 0; c < problem->count; c++)
        if (climb->reach[c] >= climb->steps[step])
            row->mask |= PLAN_ONE(c);
    for (plan_set rest = row->mask; rest; rest &= rest - 1)
        goal->useful |= PLAN_ONE(plan_lowest(rest)) | problem->needs[plan_lowest(rest)];
}

/* Where no score is asked for, only the hard ones. */
static void add_rows(struct climb *climb)
{
    plan_goal *goal = climb->goal;
    const rung_requirement_score *score = &climb->problem->at->requirements[climb->requirement];
    if (!score->applies || score->target <= 0)
        return;
    find_steps(climb);
    size_t hard = hard_step(climb, score), before = goal->row_count;
    double from = climb->problem->attained[climb->requirement];
    for (size_t i = 0; i < climb->count; i++) {
        if (i == hard || goal->at_least > -INFINITY)
            add_row(climb, from, i, i == hard);
        from = climb->steps[i];
    }
    if (goal->row_count > before)
        goal->rows[goal->row_count - 1].last = true;
}

static size_t most_rows(const plan_problem *problem)
{
    size_t rows = 0;
    for (size_t c = 0; c < problem->count; c++)
        rows += problem->rules->actions[problem->actions[c]].raises_count;
    return rows;
}

static void find_rows(plan_problem *problem, plan_goal *goal)
{
    struct climb climb = {.problem = problem, .goal = goal, .reaches = find_reaches(problem)};
    goal->rows = rung_new_array(problem->arena, plan_row, most_rows(problem));
    for (size_t r = 0; r < problem->rules->requirement_count; r++) {
        climb.requirement = r;
        add_rows(&climb);
    }
    goal->all = plan_stand(problem, plan_all(problem)).score;
    goal->base = plan_stand(problem, 0).score;
    goal->missed |= goal->all < goal->at_least - RUNG_EPSILON;
}

/* --- Goals ----------------------------------------------------------------------------------- */

void plan_find_goal(plan_problem *problem, plan_goal *goal)
{
    const rung_verdict *first = &problem->rules->verdicts[0];
    *goal = (plan_goal){.at_least = -INFINITY, .most_gap = INFINITY};
    if (problem->request.goal == RUNG_PLAN_ESSENTIALS) {
        goal->essentials = true;
        goal->most_gap = 0;
    } else {
        goal->at_least = first->has_at_least ? first->at_least : -INFINITY;
        goal->most_gap = first->has_essential_gap ? first->essential_gap : INFINITY;
    }
    find_rows(problem, goal);
}

void plan_find_score_goal(plan_problem *problem, plan_goal *goal)
{
    *goal = (plan_goal){.by_score = true, .at_least = 0, .most_gap = INFINITY};
    find_rows(problem, goal);
    goal->missed = false;
}

bool plan_is_reached(plan_problem *problem, const plan_goal *goal, double at_least, plan_set set)
{
    rung_standing standing = plan_stand(problem, set);
    if (goal->by_score)
        return standing.score >= at_least;
    return goal->essentials ? standing.essential_gap <= 0 : standing.verdict == 0;
}
