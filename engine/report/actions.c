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
    return report_fill(build->arena, WORD_STEP_COST, action->title,
                       report_months(build->arena, action->months),
                       report_cost(build->arena, action->cost, build->rules->currency));
}

/* --- For one requirement --------------------------------------------------------------------- */
size_t report_action_waits_for(const report_build *build, const rung_action *action,
                               const bool *chosen)
{
    for (size_t i = 0; i < action->after_count; i++) {
        size_t before = action->after[i];
        if (!build->done[before] && !(chosen && chosen[before]))
            return before;
    }
    return SIZE_MAX;
}

static bool ready_now(const report_build *build, const rung_action *action, const bool *chosen)
{
    return report_action_waits_for(build, action, chosen) == SIZE_MAX;
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
                                .later = !ready_now(build, action, NULL),
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

/* --- The next steps -------------------------------------------------------------------------- */
/* A greedy walk: what is attained once the steps chosen so far have been taken. */
struct walk {
    report_build *build;
    double *attained; /* one a requirement, from attained.high: only sure gaps count */
    bool *chosen;     /* one an action */
    size_t *chain;    /* room for all actions: the chain being followed */
    size_t *round;    /* one an action: the last round whose chain it was in */
    size_t rounds;
};

/* An action with all that has to be done before it. */
struct chain {
    double months; /* one after the other */
    size_t first;  /* of them, one that can be taken now */
};

/* Points a month. */
struct gain {
    double essential, all;
};

static void add_to_chain(struct walk *walk, size_t action, size_t *count)
{
    if (walk->build->done[action] || walk->chosen[action] || walk->round[action] == walk->rounds)
        return;
    walk->round[action] = walk->rounds;
    walk->chain[(*count)++] = action;
}

/* False if something that has to be done before cannot be done, or only after itself. */
static bool follow_chain(struct walk *walk, size_t action, struct chain *chain)
{
    const report_build *build = walk->build;
    size_t count = 0;
    *chain = (struct chain){0, SIZE_MAX};
    walk->rounds++;
    add_to_chain(walk, action, &count);
    for (size_t i = 0; i < count; i++) {
        const rung_action *at = &build->rules->actions[walk->chain[i]];
        if (!build->offered[walk->chain[i]])
            return false;
        chain->months += at->months[1];
        if (ready_now(build, at, walk->chosen))
            chain->first = walk->chain[i];
        for (size_t k = 0; k < at->after_count; k++)
            add_to_chain(walk, at->after[k], &count);
    }
    return chain->first != SIZE_MAX;
}

static double fulfilment(double attained, double target)
{
    return attained >= target ? 1 : attained / target;
}

/* Points that lifting one requirement to `level` brings. */
static double points_of(const struct walk *walk, rung_level level)
{
    const rung_requirement_score *score = &walk->build->aim->requirements[level.requirement];
    double now = walk->attained[level.requirement];
    if (!score->applies || score->fulfilment.low >= 1 || level.level <= now)
        return 0;
    double whole = score->loss.high / (1 - score->fulfilment.low);
    return whole * (fulfilment(level.level, score->target) - fulfilment(now, score->target));
}

/* True if the action closes the gap in an essential: anything less leaves the verdict held back,
 * since no two actions add up. */
static bool closes_essential(const struct walk *walk, rung_level level)
{
    const rung_requirement_score *score = &walk->build->aim->requirements[level.requirement];
    return score->need == RUNG_ESSENTIAL && level.level >= score->target - RUNG_EPSILON;
}

/* At least one month is counted. */
static struct gain gain_of(const struct walk *walk, const rung_action *action, double months)
{
    struct gain gain = {0, 0};
    months = months > 1 ? months : 1;
    for (size_t i = 0; i < action->raises_count; i++) {
        double points = points_of(walk, action->raises[i]) / months;
        gain.all += points;
        if (closes_essential(walk, action->raises[i]))
            gain.essential += points;
    }
    return gain;
}

static bool brings_more(struct gain a, struct gain b)
{
    if (a.essential > b.essential + RUNG_EPSILON || b.essential > a.essential + RUNG_EPSILON)
        return a.essential > b.essential;
    return a.all > b.all + RUNG_EPSILON;
}

/* The first step towards the action that brings most; SIZE_MAX if none brings anything. A chain is
 * followed only for an action that would be better without one. */
static size_t best_step(struct walk *walk)
{
    const rung_rules *rules = walk->build->rules;
    size_t best = SIZE_MAX;
    struct gain most = {0, 0};
    for (size_t i = 0; i < rules->action_count; i++) {
        const rung_action *action = &rules->actions[i];
        struct chain chain;
        if (walk->chosen[i] || !brings_more(gain_of(walk, action, action->months[1]), most) ||
            !follow_chain(walk, i, &chain))
            continue;
        struct gain gain = gain_of(walk, action, chain.months);
        if (brings_more(gain, most)) {
            most = gain;
            best = chain.first;
        }
    }
    return best;
}

static void take(struct walk *walk, size_t step)
{
    const rung_action *action = &walk->build->rules->actions[step];
    walk->chosen[step] = true;
    for (size_t i = 0; i < action->raises_count; i++) {
        double *attained = &walk->attained[action->raises[i].requirement];
        if (*attained < action->raises[i].level)
            *attained = action->raises[i].level;
    }
}

report_ids report_next_steps(report_build *build, size_t most)
{
    const rung_rules *rules = build->rules;
    struct walk walk = {
        .build = build,
        .attained = rung_new_array(build->arena, double, rules->requirement_count),
        .chosen = rung_new_array(build->arena, bool, rules->action_count),
        .chain = rung_new_array(build->arena, size_t, rules->action_count),
        .round = rung_new_array(build->arena, size_t, rules->action_count),
    };
    for (size_t i = 0; i < rules->requirement_count; i++)
        walk.attained[i] = build->aim->requirements[i].attained.high;

    report_ids steps = {0};
    while (steps.count < most) {
        size_t step = best_step(&walk);
        if (step == SIZE_MAX)
            break;
        take(&walk, step);
        rung_push(build->arena, &steps, step);
    }
    return steps;
}
