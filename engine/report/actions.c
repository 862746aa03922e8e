/* Which actions the report names, and which of them first. The optimal plan is another stage's
 * work: this only finds a good next step for what is surely missing. */
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
    return words_fill(build->arena, WORD_STEP_COST, action->title,
                      amount_months(build->arena, action->months),
                      amount_cost(build->arena, action->cost, build->rules->currency));
}

/* --- For one requirement -------------------------------------------------------------------- */
/* Sorting key: what an action does for one requirement. */
struct option {
    size_t action;
    double level; /* that it reaches, no more than the target */
    int months;
    double cost;
};

static int better_first(const void *left, const void *right)
{
    const struct option *a = left, *b = right;
    if (a->level != b->level)
        return a->level > b->level ? -1 : 1;
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
        struct option option = {i, level < score->target ? level : score->target, action->months[1],
                                action->cost[1]};
        rung_push(build->arena, &options, option);
    }
    if (options.count)
        qsort(options.at, options.count, sizeof *options.at, better_first);
    report_ids actions = {0};
    for (size_t i = 0; i < options.count; i++)
        rung_push(build->arena, &actions, options.at[i].action);
    return actions;
}

/* --- The next steps -------------------------------------------------------------------------- */
/* A greedy walk: what is attained once the steps chosen so far have been taken. */
struct walk {
    report_build *build;
    double *attained; /* one a requirement, from attained.high: only sure gaps count */
    bool *taken;      /* one an action: chosen, or not possible */
    bool *chosen;
};

static double fulfilment(double attained, double target)
{
    return attained >= target ? 1 : attained / target;
}

/* Points that lifting one requirement to `level` brings. Essentials count twice: they also hold
 * the verdict back. */
static double points_of_level(const struct walk *walk, rung_level level)
{
    const rung_requirement_score *score = &walk->build->aim->requirements[level.requirement];
    double now = walk->attained[level.requirement];
    if (!score->applies || score->fulfilment.low >= 1 || level.level <= now)
        return 0;
    double whole = score->loss.high / (1 - score->fulfilment.low);
    double gained = fulfilment(level.level, score->target) - fulfilment(now, score->target);
    return whole * gained * (score->need == RUNG_ESSENTIAL ? 2 : 1);
}

static double points_of_action(const struct walk *walk, const rung_action *action)
{
    double points = 0;
    for (size_t i = 0; i < action->raises_count; i++)
        points += points_of_level(walk, action->raises[i]);
    return points;
}

/* The action not taken yet that brings most; of equals the shorter, then the cheaper. SIZE_MAX if
 * none brings anything. */
static size_t best_action(const struct walk *walk)
{
    const rung_rules *rules = walk->build->rules;
    size_t best = SIZE_MAX;
    struct option found = {SIZE_MAX, RUNG_EPSILON, 0, 0};
    for (size_t i = 0; i < rules->action_count; i++) {
        const rung_action *action = &rules->actions[i];
        if (walk->taken[i] || !walk->build->offered[i])
            continue;
        struct option option = {i, points_of_action(walk, action), action->months[1],
                                action->cost[1]};
        if (better_first(&option, &found) < 0 && option.level > RUNG_EPSILON) {
            found = option;
            best = i;
        }
    }
    return best;
}

/* What has to be done first before `action`: itself, or one of those it comes after. Content is
 * free of circles; the bound only keeps this safe without that knowledge. */
static size_t first_before(const struct walk *walk, size_t action)
{
    const rung_rules *rules = walk->build->rules;
    for (size_t steps = 0; steps < rules->action_count; steps++) {
        const rung_action *at = &rules->actions[action];
        size_t i = 0;
        while (i < at->after_count &&
               (walk->build->done[at->after[i]] || walk->chosen[at->after[i]]))
            i++;
        if (i == at->after_count)
            break;
        action = at->after[i];
    }
    return action;
}

static void take(struct walk *walk, size_t action)
{
    const rung_action *taken = &walk->build->rules->actions[action];
    walk->taken[action] = walk->chosen[action] = true;
    for (size_t i = 0; i < taken->raises_count; i++) {
        double *attained = &walk->attained[taken->raises[i].requirement];
        if (*attained < taken->raises[i].level)
            *attained = taken->raises[i].level;
    }
}

report_ids report_next_steps(report_build *build, size_t most)
{
    const rung_rules *rules = build->rules;
    struct walk walk = {
        .build = build,
        .attained = rung_new_array(build->arena, double, rules->requirement_count),
        .taken = rung_new_array(build->arena, bool, rules->action_count),
        .chosen = rung_new_array(build->arena, bool, rules->action_count),
    };
    for (size_t i = 0; i < rules->requirement_count; i++)
        walk.attained[i] = build->aim->requirements[i].attained.high;

    report_ids steps = {0};
    while (steps.count < most) {
        size_t best = best_action(&walk);
        if (best == SIZE_MAX)
            break;
        size_t first = first_before(&walk, best);
        if (walk.taken[first] || !build->offered[first]) {
            walk.taken[best] = true; /* what it comes after cannot be had */
            continue;
        }
        take(&walk, first);
        rung_push(build->arena, &steps, first);
    }
    return steps;
}
