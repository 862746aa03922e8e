/* The next steps in full: what to do, what it takes, what it lifts. */
#include "report/build.h"

enum { STEPS_SHOWN = 3, ACTIONS_OPENED = 3 };

/* What the step lifts of that which asks for more than the person surely has. */
static const char *lifted(report_build *build, const rung_action *action)
{
    const char **names = rung_new_array(build->arena, const char *, action->raises_count);
    size_t count = 0;
    for (size_t i = 0; i < action->raises_count; i++) {
        const rung_level *level = &action->raises[i];
        const rung_requirement_score *score = &build->aim->requirements[level->requirement];
        if (score->applies && score->gap.low > 0 && level->level > score->attained.high)
            names[count++] = report_fill(build->arena, WORD_STEP_LIFT,
                                         build->rules->requirements[level->requirement].title,
                                         report_level_number(build->arena, level->level));
    }
    return report_list(build->arena, names, count, count);
}

/* The actions that wait for this one. */
static const char *opened(report_build *build, size_t step)
{
    const rung_rules *rules = build->rules;
    const char **names = rung_new_array(build->arena, const char *, rules->action_count);
    size_t count = 0;
    for (size_t i = 0; i < rules->action_count; i++)
        for (size_t k = 0; k < rules->actions[i].after_count && build->offered[i]; k++)
            if (rules->actions[i].after[k] == step)
                names[count++] = rules->actions[i].title;
    return report_list(build->arena, names, count, ACTIONS_OPENED);
}

static void add_step(report_build *build, report_block *block, size_t step, size_t number)
{
    const rung_action *action = &build->rules->actions[step];
    report_item *item = report_add_item(build->document, block, action->title);
    const char *lifts = lifted(build, action);
    item->number = number;
    item->aside =
        report_fill(build->arena, WORD_STEP_FACTS, report_months(build->arena, action->months),
                    report_cost(build->arena, action->cost, build->rules->currency));
    item->text = action->text;
    if (*lifts)
        report_add_pair(build->document, &item->pairs, report_words(WORD_STEP_LIFTS), lifts);
    else
        report_add_pair(build->document, &item->pairs, report_words(WORD_STEP_OPENS),
                        opened(build, step));
}

void report_build_next_steps(report_build *build)
{
    report_ids steps = {0};
    if (!build->aim->blocked)
        steps = report_next_steps(build, STEPS_SHOWN);
    if (steps.count == 0)
        return;
    report_add(build->document, REPORT_HEADING, report_words(WORD_NEXT_STEPS));
    report_block *block = report_add(build->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < steps.count; i++)
        add_step(build, block, steps.at[i], i + 1);
}
