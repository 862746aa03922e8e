/* The words for goals and objectives. */
#include "plan/plan.h"

#define NAME(id, name) name,
static const char *const goals[] = {RUNG_PLAN_GOALS(NAME)};
static const char *const objectives[] = {RUNG_PLAN_OBJECTIVES(NAME)};
#undef NAME

const rung_plan_request rung_plan_usual = {.rung = RUNG_PLAN_AIM};

const char *rung_plan_goal_name(rung_plan_goal goal)
{
    return goals[goal];
}

const char *rung_plan_objective_name(rung_plan_objective by)
{
    return objectives[by];
}

static size_t find(rung_text name, const char *const *names, size_t count)
{
    size_t at = 0;
    while (at < count && !rung_text_is(name, names[at]))
        at++;
    return at;
}

bool rung_plan_find_goal(rung_text name, rung_plan_goal *out)
{
    size_t at = find(name, goals, RUNG_COUNT(goals));
    if (at == RUNG_COUNT(goals))
        return false;
    *out = (rung_plan_goal)at;
    return true;
}

bool rung_plan_find_objective(rung_text name, rung_plan_objective *out)
{
    size_t at = find(name, objectives, RUNG_COUNT(objectives));
    if (at == RUNG_COUNT(objectives))
        return false;
    *out = (rung_plan_objective)at;
    return true;
}
