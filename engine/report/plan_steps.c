/* The steps of a plan: over time, one by one, and what they leave. */
#include "report/plan_view.h"

enum { NAMES_SHOWN = 4, REMAINS_SHOWN = 3, STEPS_IN_FULL = 2 };

static const rung_action *action_of(const plan_view *view, const rung_plan_step *step)
{
    return &view->build->rules->actions[step->action];
}

void report_plan_add_timeline(const plan_view *view)
{
    const rung_plan *plan = view->plan;
    if (plan->step_count == 0 || plan->figures.months_high <= 0)
        return;
    report_block *block = report_add_timeline(view->build);
    for (size_t i = 0; i < plan->step_count; i++) {
        const rung_plan_step *step = &plan->steps[i];
        report_add_step(view->build, block,
                        &(report_step){.label = rung_format(view->build->arena, "%zu. %s", i + 1,
                                                            action_of(view, step)->title),
                                       .start = step->start,
                                       .least = step->months[0],
                                       .most = step->months[1]});
    }
}

/* --- One step -------------------------------------------------------------------------------- */
static void add_pair(const plan_view *view, report_item *item, report_word key, const char *value)
{
    if (value && *value)
        report_add_pair(view->build->document, &item->pairs, report_words(key), value);
}

static const char *requirement_titles(const plan_view *view, const rung_plan_list *list,
                                      size_t most)
{
    report_ids ids = {0};
    for (size_t i = 0; i < list->count; i++)
        rung_push(view->build->arena, &ids, list->at[i]);
    return report_titles(view->build, &ids, most);
}

static bool is_in(const rung_plan_list *list, size_t index)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i] == index)
            return true;
    return false;
}

/* Whether another step of the plan closes it before this one ends. */
static bool is_closed_before(const plan_view *view, const rung_plan_step *step, size_t requirement)
{
    int end = step->start + step->months[1];
    for (size_t i = 0; i < view->plan->step_count; i++) {
        const rung_plan_step *other = &view->plan->steps[i];
        int ends = other->start + other->months[1];
        if (other != step && (ends < end || (ends == end && other < step)) &&
            is_in(&other->closes, requirement))
            return true;
    }
    return false;
}

/* Each requirement is told with the step that closes it first. */
static rung_plan_list first_to_close(const plan_view *view, const rung_plan_step *step)
{
    size_t *list = rung_new_array(view->build->arena, size_t, step->closes.count);
    rung_plan_list first = {list, 0};
    for (size_t i = 0; i < step->closes.count; i++)
        if (!is_closed_before(view, step, step->closes.at[i]))
            list[first.count++] = step->closes.at[i];
    return first;
}

/* "A to 2; B to 3": lifted, but not to what is needed. */
static const char *lifted(const plan_view *view, const rung_plan_step *step, size_t most)
{
    report_build *build = view->build;
    const char **names = rung_new_array(build->arena, const char *, step->lifts.count);
    for (size_t i = 0; i < step->lifts.count; i++) {
        size_t requirement = step->lifts.at[i];
        double level = report_action_level(action_of(view, step), requirement);
        names[i] =
            report_fill(build->arena, WORD_STEP_LIFT, build->rules->requirements[requirement].title,
                        report_level_number(build->arena, level));
    }
    return report_list(build->arena, names, step->lifts.count, most);
}

static bool is_step(const rung_plan *plan, size_t action)
{
    for (size_t i = 0; i < plan->step_count; i++)
        if (plan->steps[i].action == action)
            return true;
    return false;
}

/* Steps of the plan that have to be done before. */
static const char *before(const plan_view *view, const rung_plan_step *step)
{
    const rung_action *action = action_of(view, step);
    size_t *list = rung_new_array(view->build->arena, size_t, action->after_count);
    rung_plan_list steps = {list, 0};
    for (size_t i = 0; i < action->after_count; i++)
        if (is_step(view->plan, action->after[i]))
            list[steps.count++] = action->after[i];
    return report_plan_titles(view, &steps, steps.count);
}

/* Where one would stop, and what would be left. */
static const char *without(const plan_view *view, const rung_plan_step *step)
{
    report_build *build = view->build;
    const char *where = report_fill(build->arena, WORD_PLAN_STEP_WITHOUT_AT,
                                    report_plan_points(view, step->without.score),
                                    build->rules->verdicts[step->without.verdict].title);
    if (step->remains.count == 0)
        return where;
    return report_fill(build->arena, WORD_PLAN_STEP_WITHOUT_GAPS, where,
                       requirement_titles(view, &step->remains, REMAINS_SHOWN));
}

static const char *facts(const plan_view *view, const rung_plan_step *step)
{
    rung_arena *arena = view->build->arena;
    const char *start = step->start > 0 ? report_fill(arena, WORD_STEP_AFTER,
                                                      report_plan_months(arena, step->start))
                                        : report_words(WORD_STEP_NOW);
    return report_fill(arena, WORD_PLAN_STEP_FACTS, start, report_months(arena, step->months),
                       report_cost(arena, step->cost, view->build->rules->currency));
}

static void add_reasons(const plan_view *view, report_item *item, const rung_plan_step *step)
{
    add_pair(view, item, WORD_PLAN_STEP_AFTER, before(view, step));
    add_pair(view, item, WORD_PLAN_STEP_OPENS,
             report_plan_titles(view, &step->needed_by, step->needed_by.count));
    add_pair(view, item, WORD_PLAN_STEP_WITHOUT, without(view, step));
    add_pair(view, item, WORD_PLAN_STEP_SOURCE, action_of(view, step)->source);
    add_pair(view, item, WORD_PLAN_STEP_ID, action_of(view, step)->id);
}

static void add_step(const plan_view *view, report_block *block, size_t place, bool full)
{
    const rung_plan_step *step = &view->plan->steps[place];
    rung_plan_list closes = first_to_close(view, step);
    report_item *item = report_add_item(view->build->document, block, action_of(view, step)->title);
    item->number = place + 1;
    item->aside = facts(view, step);
    item->brief = !full && place >= STEPS_IN_FULL;
    if (!item->brief)
        item->text = action_of(view, step)->text;
    add_pair(view, item, WORD_PLAN_STEP_CLOSES,
             requirement_titles(view, &closes, full ? SIZE_MAX - 1 : NAMES_SHOWN));
    if (full || closes.count == 0)
        add_pair(view, item, WORD_STEP_LIFTS,
                 lifted(view, step, full ? SIZE_MAX - 1 : NAMES_SHOWN));
    if (full)
        add_reasons(view, item, step);
    else if (closes.count + step->lifts.count == 0)
        add_pair(view, item, WORD_PLAN_STEP_OPENS,
                 report_plan_titles(view, &step->needed_by, NAMES_SHOWN));
}

void report_plan_add_steps(const plan_view *view, bool full)
{
    if (view->plan->step_count == 0)
        return;
    if (full)
        report_add(view->build->document, REPORT_HEADING, report_words(WORD_PLAN_STEP_BY_STEP));
    report_block *block = report_add(view->build->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < view->plan->step_count; i++)
        add_step(view, block, i, full);
}

/* --- What is left ---------------------------------------------------------------------------- */
static double lifted_to(const plan_view *view, size_t action, size_t requirement, double level)
{
    double raised = report_action_level(&view->build->rules->actions[action], requirement);
    return raised > level ? raised : level;
}

double report_plan_attained(const plan_view *view, size_t requirement)
{
    const rung_plan *plan = view->plan;
    double level = view->build->aim->requirements[requirement].attained.low;
    for (size_t i = 0; i < plan->step_count; i++)
        level = lifted_to(view, plan->steps[i].action, requirement, level);
    for (size_t a = 0; plan->request.done && a < view->build->rules->action_count; a++)
        if (plan->request.done[a])
            level = lifted_to(view, a, requirement, level);
    return level;
}

/* Whether an action that is open would lift it further: then a limit kept it out. */
static bool could_be_lifted(const plan_view *view, size_t requirement, double level)
{
    for (size_t a = 0; a < view->build->rules->action_count; a++)
        if (view->plan->open[a] && report_action_level(&view->build->rules->actions[a],
                                                       requirement) > level + RUNG_EPSILON)
            return true;
    return false;
}

static void add_missing(const plan_view *view, report_block *block, size_t requirement)
{
    report_build *build = view->build;
    const rung_requirement_score *score = &build->aim->requirements[requirement];
    double level = report_plan_attained(view, requirement);
    report_item *item =
        report_add_item(build->document, block, build->rules->requirements[requirement].title);
    const char *where =
        report_fill(build->arena, WORD_PLAN_LEFT_AT, report_level_number(build->arena, level),
                    report_level_number(build->arena, score->target));
    item->aside = score->need == RUNG_ESSENTIAL
                      ? report_fill(build->arena, WORD_OPEN_ESSENTIAL, where)
                      : where;
    item->brief = true;
    if (!could_be_lifted(view, requirement, level))
        item->text = report_words(WORD_NO_STEP);
}

void report_plan_add_left(const plan_view *view)
{
    if (view->plan->reached || view->plan->left.count == 0)
        return;
    report_add(view->build->document, REPORT_HEADING, report_words(WORD_PLAN_LEFT));
    report_block *block = report_add(view->build->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < view->plan->left.count; i++)
        add_missing(view, block, view->plan->left.at[i]);
}
