/* Which actions close a gap, and which of them first. */
#include "report/build.h"

#include <stdlib.h>

/* True if the condition is known to be `wanted`; an error leaves it unknown. */
static bool known_to_be(report_build *build, const rung_program *program, bool wanted)
{
    rung_outcome outcome =
        rung_over_completions(build->arena, build->card->sheet, program, build->aim->rung, 0, 1);
    if (outcome.can_fail)
        return false;
    return wanted ? !outcome.can_be_false : !outcome.can_be_true;
}

void report_find_actions(report_build *build)
{
    const rung_rules *rules = build->rules;
    bool *offered = rung_new_array(build->arena, bool, rules->action_count);
    bool *done = rung_new_array(build->arena, bool, rules->action_count);
    for (size_t i = 0; i < rules->action_count; i++) {
        const rung_action *action = &rules->actions[i];
        done[i] = action->done_when && known_to_be(build, action->done_when, true);
        offered[i] = !done[i] && !(action->when && known_to_be(build, action->when, false));
    }
    build->offered = offered;
    build->done = done;
}

double report_action_level(const rung_action *action, size_t requirement)
{
    for (size_t i = 0; i < action->raises_count; i++)
        if (action->raises[i].requirement == requirement)
            return action->raises[i].level;
    return 0;
}

const char *report_action_line(report_build *build, const rung_action *action)
{
    return report_fill(build->arena, WORD_STEP_COST, action->title,
                       report_months(build->arena, action->months),
                       report_cost(build->arena, action->cost, build->rules->currency));
}

/* --- For one requirement --------------------------------------------------------------------- */
size_t report_action_waits_for(const report_build *build, const rung_action *action)
{
    for (size_t i = 0; i < action->after_count; i++) {
        size_t before = action->after[i];
        if (!build->done[before])
            return before;
    }
    return SIZE_MAX;
}

/* Sorting key: what an action does for one requirement. */
struct option {
    size_t action;
    double level; /* that it reaches, no more than the target */
    bool later;   /* something has to be done before */
    int months;
    double cost;
};

static int better_first(const void *left, const void *right)
{
    const struct option *a = left, *b = right;
    if (a->level != b->level)
        return a->level > b->level ? -1 : 1;
    if (a->later != b->later)
        return a->later ? 1 : -1;
    if (a->months != b->months)
        return a->months - b->months;
    if (a->cost != b->cost)
        return a->cost < b->cost ? -1 : 1;
    return a->action < b->action ? -1 : 1;
}

report_ids report_actions_for(report_build *build, size_t requirement)
{
    const rung_requirement_score *score = &build->aim->requirements[requirement];
    RUNG_VEC(struct option) options = {0};
    for (size_t i = 0; i < build->rules->action_count; i++) {
        const rung_action *action = &build->rules->actions[i];
        double level = report_action_level(action, requirement);
        if (!build->offered[i] || level <= score->attained.high + RUNG_EPSILON)
            continue;
        struct option option = {.action = i,
                                .level = level < score->target ? level : score->target,
                                .later = report_action_waits_for(build, action) != SIZE_MAX,
                                .months = action->months[1],
                                .cost = action->cost[1]};
        rung_push(build->arena, &options, option);
    }
    if (options.count)
        qsort(options.at, options.count, sizeof *options.at, better_first);
    report_ids actions = {0};
    for (size_t i = 0; i < options.count; i++)
        rung_push(build->arena, &actions, options.at[i].action);
    return actions;
}
