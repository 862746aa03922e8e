/* What stands beside a plan: the score on the way, and other plans. */
#include "report/explain.h"
#include "report/plan_view.h"

#include <string.h>

enum { OTHERS_SHOWN = 3, NAMES_SHOWN = 6 };

/* --- The score on the way -------------------------------------------------------------------- */
/* "1 and 3": steps by their numbers. */
static const char *step_numbers(const plan_view *view, const rung_plan_list *actions)
{
    const rung_plan *plan = view->plan;
    rung_arena *arena = view->build->arena;
    const char **numbers = rung_new_array(arena, const char *, plan->step_count);
    size_t count = 0;
    for (size_t i = 0; i < plan->step_count; i++)
        for (size_t k = 0; k < actions->count; k++)
            if (plan->steps[i].action == actions->at[k])
                numbers[count++] = rung_format(arena, "%zu", i + 1);
    return report_list(arena, numbers, count, count);
}

static void add_moment(const plan_view *view, report_block *block, const char *when,
                       const char *steps, const rung_standing *standing)
{
    report_row *row = report_add_row(view->build->document, block);
    row->cells[0] = when;
    row->cells[1] = steps;
    row->cells[2] = report_plan_points(view, standing->score);
    row->cells[3] = view->build->rules->verdicts[standing->verdict].title;
}

void report_plan_add_moments(const plan_view *view)
{
    const rung_plan *plan = view->plan;
    report_build *build = view->build;
    if (plan->moment_count == 0)
        return;
    report_add(build->document, REPORT_HEADING, report_words(WORD_PLAN_MOMENTS));
    report_block *block = report_add(build->document, REPORT_TABLE, NULL);
    block->table = (report_table){
        .columns = 4,
        .headers = {report_words(WORD_PLAN_MOMENT_WHEN), report_words(WORD_PLAN_MOMENT_DONE),
                    report_words(WORD_LADDER_POINTS), report_words(WORD_LADDER_VERDICT)},
        .number = {false, false, true, false},
    };
    add_moment(view, block, report_words(WORD_PLAN_MOMENT_TODAY),
               report_words(WORD_PLAN_MOMENT_NONE), &plan->now);
    for (size_t i = 0; i < plan->moment_count; i++) {
        const rung_plan_moment *moment = &plan->moments[i];
        add_moment(view, block,
                   moment->month > 0 ? report_fill(build->arena, WORD_STEP_AFTER,
                                                   report_plan_months(build->arena, moment->month))
                                     : report_words(WORD_PLAN_WITHIN_NOW),
                   step_numbers(view, &moment->ended), &moment->standing);
    }
    report_add(build->document, REPORT_TEXT, report_words(WORD_PLAN_MOMENTS_SURE));
}

/* --- Alternatives ---------------------------------------------------------------------------- */
static const char *months_apart(const plan_view *view, int months)
{
    rung_arena *arena = view->build->arena;
    if (months == 0)
        return report_words(WORD_PLAN_MONTHS_SAME);
    return report_fill(arena, months > 0 ? WORD_PLAN_MONTHS_MORE : WORD_PLAN_MONTHS_LESS,
                       report_plan_months(arena, months > 0 ? months : -months));
}

static const char *cost_apart(const plan_view *view, double cost)
{
    bool more = cost > RUNG_EPSILON, less = cost < -RUNG_EPSILON;
    if (!more && !less)
        return report_words(WORD_PLAN_COST_SAME);
    return report_fill(view->build->arena, more ? WORD_PLAN_COST_MORE : WORD_PLAN_COST_LESS,
                       report_plan_cost(view, more ? cost : -cost));
}

static void add_alternative(const plan_view *view, report_block *block,
                            const rung_plan_alternative *other)
{
    report_build *build = view->build;
    const rung_plan_figures *now = &view->plan->figures, *then = &other->choice.figures;
    report_item *item = report_add_item(
        build->document, block,
        report_fill(build->arena, WORD_PLAN_OTHER, build->rules->actions[other->without].title));
    item->aside = report_fill(build->arena, WORD_STEP_FACTS,
                              months_apart(view, then->months_high - now->months_high),
                              cost_apart(view, then->cost_high - now->cost_high));
    item->text = other->other.count
                     ? report_fill(build->arena, WORD_PLAN_OTHER_INSTEAD,
                                   report_plan_titles(view, &other->other, NAMES_SHOWN))
                     : report_words(WORD_PLAN_OTHER_FEWER);
}

void report_plan_add_alternatives(const plan_view *view, const rung_plan_alternatives *alternatives)
{
    report_build *build = view->build;
    if (alternatives->count + alternatives->musts.count == 0)
        return;
    report_add(build->document, REPORT_HEADING, report_words(WORD_PLAN_OTHERS));
    if (alternatives->count) {
        report_block *block = report_add(build->document, REPORT_ITEMS, NULL);
        for (size_t i = 0; i < alternatives->count && i < OTHERS_SHOWN; i++)
            add_alternative(view, block, &alternatives->at[i]);
    }
    if (alternatives->musts.count)
        report_add(build->document, REPORT_TEXT,
                   report_fill_count_with(
                       build->arena, WORD_PLAN_MUST, alternatives->musts.count,
                       report_plan_titles(view, &alternatives->musts, alternatives->musts.count)));
}

/* --- The three objectives -------------------------------------------------------------------- */
static const report_word objective_words[RUNG_PLAN_OBJECTIVE_COUNT] = {
    [RUNG_PLAN_TIME] = WORD_PLAN_QUICKEST,
    [RUNG_PLAN_COST] = WORD_PLAN_CHEAPEST,
    [RUNG_PLAN_STEPS] = WORD_PLAN_SHORTEST,
};

static void add_objective_row(const plan_view *view, report_block *block,
                              const rung_plan_comparison *comparison, report_word name,
                              const char *cell(const plan_view *view, const rung_plan *plan))
{
    report_row *row = report_add_row(view->build->document, block);
    row->cells[0] = report_words(name);
    for (size_t by = 0; by < RUNG_PLAN_OBJECTIVE_COUNT; by++)
        row->cells[by + 1] = cell(view, comparison->by[by]);
}

static const char *months_cell(const plan_view *view, const rung_plan *plan)
{
    return report_plan_months(view->build->arena, plan->figures.months_high);
}

static const char *cost_cell(const plan_view *view, const rung_plan *plan)
{
    return report_plan_cost(view, plan->figures.cost_high);
}

static const char *count_cell(const plan_view *view, const rung_plan *plan)
{
    return rung_format(view->build->arena, "%zu", plan->step_count);
}

static const char *proven_cell(const plan_view *view, const rung_plan *plan)
{
    (void)view;
    return report_words(plan->optimal ? WORD_PLAN_YES : WORD_PLAN_NO);
}

static bool has_step(const rung_plan *plan, size_t action)
{
    for (size_t i = 0; i < plan->step_count; i++)
        if (plan->steps[i].action == action)
            return true;
    return false;
}

static bool in_all(const rung_plan_comparison *comparison, size_t action)
{
    for (size_t by = 0; by < RUNG_PLAN_OBJECTIVE_COUNT; by++)
        if (!has_step(comparison->by[by], action))
            return false;
    return true;
}

/* The steps of a plan that all three have, or that not all have; nothing where there are none. */
static void add_steps_of(const plan_view *view, report_pairs *pairs,
                         const rung_plan_comparison *comparison, const rung_plan *plan, bool common,
                         report_word name)
{
    report_document *document = view->build->document;
    report_pair *pair = NULL;
    for (size_t i = 0; i < plan->step_count; i++) {
        if (in_all(comparison, plan->steps[i].action) != common)
            continue;
        if (!pair)
            pair = report_add_pair(document, pairs, report_words(name), NULL);
        report_add_value(document, pair, view->build->rules->actions[plan->steps[i].action].title);
    }
}

static void add_objective_steps(const plan_view *view, const rung_plan_comparison *comparison)
{
    report_pairs *pairs = &report_add(view->build->document, REPORT_PAIRS, NULL)->pairs;
    add_steps_of(view, pairs, comparison, comparison->by[0], true, WORD_PLAN_COMPARE_ALL);
    for (size_t by = 0; by < RUNG_PLAN_OBJECTIVE_COUNT; by++)
        add_steps_of(view, pairs, comparison, comparison->by[by], false, objective_words[by]);
}

void report_plan_add_comparison(const plan_view *view, const rung_plan_comparison *comparison)
{
    report_build *build = view->build;
    report_add(build->document, REPORT_HEADING, report_words(WORD_PLAN_COMPARE));
    if (!comparison->by[0]->reached) {
        report_add(build->document, REPORT_TEXT, report_words(WORD_PLAN_COMPARE_NONE));
        return;
    }
    report_block *block = report_add(build->document, REPORT_TABLE, NULL);
    block->table = (report_table){.columns = RUNG_PLAN_OBJECTIVE_COUNT + 1, .headers = {""}};
    for (size_t by = 0; by < RUNG_PLAN_OBJECTIVE_COUNT; by++) {
        block->table.headers[by + 1] = report_words(objective_words[by]);
        block->table.number[by + 1] = true;
    }
    add_objective_row(view, block, comparison, WORD_PLAN_MONTHS, months_cell);
    add_objective_row(view, block, comparison, WORD_PLAN_COST, cost_cell);
    add_objective_row(view, block, comparison, WORD_PLAN_COUNT, count_cell);
    add_objective_row(view, block, comparison, WORD_PLAN_PROVEN, proven_cell);
    add_objective_steps(view, comparison);
}

/* --- Months against money -------------------------------------------------------------------- */
static bool chooses(const rung_plan_choice *choice, size_t action)
{
    for (size_t i = 0; i < choice->actions.count; i++)
        if (choice->actions.at[i] == action)
            return true;
    return false;
}

/* What a choice takes that the one before it does not. */
static const char *new_in(const plan_view *view, const rung_plan_choice *choice,
                          const rung_plan_choice *before)
{
    size_t *list = rung_new_array(view->build->arena, size_t, choice->actions.count);
    rung_plan_list fresh = {list, 0};
    for (size_t i = 0; i < choice->actions.count; i++)
        if (!chooses(before, choice->actions.at[i]))
            list[fresh.count++] = choice->actions.at[i];
    return report_plan_titles(view, &fresh, 2);
}

static void add_choices(const plan_view *view, const rung_plan_frontier *frontier)
{
    report_build *build = view->build;
    report_block *block = report_add(build->document, REPORT_TABLE, NULL);
    block->table = (report_table){
        .columns = 4,
        .headers = {report_words(WORD_PLAN_MONTHS), report_words(WORD_PLAN_COST),
                    report_words(WORD_PLAN_COUNT), report_words(WORD_PLAN_FRONTIER_NEW)},
        .number = {true, true, true, false},
    };
    for (size_t i = 0; i < frontier->count; i++) {
        const rung_plan_choice *choice = &frontier->choices[i];
        report_row *row = report_add_row(build->document, block);
        row->cells[0] = report_plan_months(build->arena, choice->figures.months_high);
        row->cells[1] = report_plan_cost(view, choice->figures.cost_high);
        row->cells[2] = rung_format(build->arena, "%zu", choice->figures.steps);
        row->cells[3] = i ? new_in(view, choice, &frontier->choices[i - 1]) : "";
    }
}

void report_plan_add_frontier(const plan_view *view, const rung_plan_frontier *frontier)
{
    report_build *build = view->build;
    if (frontier->count == 0)
        return;
    report_add(build->document, REPORT_HEADING, report_words(WORD_PLAN_FRONTIER));
    if (frontier->count > 1)
        report_add(build->document, REPORT_TEXT, report_words(WORD_PLAN_FRONTIER_WORDS));
    add_choices(view, frontier);
    if (!frontier->complete)
        report_add(build->document, REPORT_TEXT, report_words(WORD_PLAN_FRONTIER_PART));
    else if (frontier->count == 1)
        report_add(build->document, REPORT_TEXT, report_words(WORD_PLAN_FRONTIER_ONE));
}
