/* The plan beside the time that the source of the rules gives, and which steps make it longer. */
#include "report/explain.h"
#include "report/plan_view.h"

/* --- What the source says -------------------------------------------------------------------- */
static bool holds(const plan_view *view, const rung_program *when)
{
    if (!when)
        return true;
    rung_outcome outcome = rung_over_completions(view->build->arena, view->build->card->sheet, when,
                                                 view->plan->rung, 0, 1);
    return !outcome.can_fail && !outcome.can_be_false;
}

const rung_time_to_entry *report_plan_entry(const plan_view *view)
{
    const rung_rules *rules = view->build->rules;
    for (size_t i = 0; !view->plan->blocked && i < rules->time_to_entry_count; i++)
        if (holds(view, rules->times_to_entry[i].when))
            return &rules->times_to_entry[i];
    return NULL;
}

/* --- What makes it longer -------------------------------------------------------------------- */
static int end_of(const rung_plan_step *step)
{
    return step->start + step->months[1];
}

static bool comes_after(const plan_view *view, const rung_plan_step *step,
                        const rung_plan_step *before)
{
    const rung_action *action = &view->build->rules->actions[step->action];
    for (size_t i = 0; i < action->after_count; i++)
        if (action->after[i] == before->action)
            return true;
    return false;
}

/* Of two that end when it has to be, the one that `later` waits for, or else the longer. */
static bool weighs_more(const plan_view *view, const rung_plan_step *later,
                        const rung_plan_step *step, const rung_plan_step *than)
{
    bool waits = later && comes_after(view, later, step);
    bool waits_for_other = later && comes_after(view, later, than);
    return waits != waits_for_other ? waits : step->months[1] > than->months[1];
}

/* The step that ends in a month and lasts; NULL if there is none. */
static const rung_plan_step *ending_at(const plan_view *view, int month,
                                       const rung_plan_step *later)
{
    const rung_plan_step *best = NULL;
    for (size_t i = 0; i < view->plan->step_count; i++) {
        const rung_plan_step *step = &view->plan->steps[i];
        if (end_of(step) == month && step->months[1] > 0 &&
            (!best || weighs_more(view, later, step, best)))
            best = step;
    }
    return best;
}

static const char *step_words(const plan_view *view, const rung_plan_step *step)
{
    rung_arena *arena = view->build->arena;
    const rung_action *action = &view->build->rules->actions[step->action];
    const char *months = report_months(arena, step->months);
    if (!action->source)
        return report_fill(arena, WORD_ENTRY_STEP_TAKES, action->title, months);
    return report_fill(arena, WORD_ENTRY_STEP_TAKES_SOURCE, action->title, months, action->source);
}

/* Steps that follow each other without a pause up to the end, from the first on. */
static const char *chain_words(const plan_view *view)
{
    rung_arena *arena = view->build->arena;
    size_t count = view->plan->step_count, first = count;
    const char **names = rung_new_array(arena, const char *, count);
    const rung_plan_step *step = ending_at(view, view->plan->figures.months_high, NULL);
    for (; step && first > 0; step = ending_at(view, step->start, step))
        names[--first] = step_words(view, step);
    return report_fill_count_with(arena, WORD_ENTRY_STEP, count - first,
                                  report_list(arena, names + first, count - first, count));
}

/* --- In words -------------------------------------------------------------------------------- */
const char *report_plan_beside_entry(const plan_view *view)
{
    rung_arena *arena = view->build->arena;
    const rung_time_to_entry *entry = report_plan_entry(view);
    int months = view->plan->figures.months_high;
    if (!entry || !view->plan->reached || view->plan->step_count == 0)
        return "";
    const char *says =
        report_fill(arena, WORD_ENTRY_SAYS, entry->whose, report_months(arena, entry->months));
    report_word than = months > entry->months[1]   ? WORD_ENTRY_LONGER
                       : months < entry->months[0] ? WORD_ENTRY_QUICKER
                                                   : WORD_ENTRY_SAME;
    const char *out = explain_join(view->build, says,
                                   report_fill(arena, than, report_plan_months(arena, months)));
    return than == WORD_ENTRY_LONGER ? explain_join(view->build, out, chain_words(view)) : out;
}
