/* The plan as a part of the report: in short, with how to go about what comes first. */
#include "report/plan_view.h"

/* Whether there is something to say of it that the score does not say already. */
static bool is_worth_telling(const plan_view *view)
{
    const rung_plan *plan = view->plan;
    if (!plan || plan->blocked || view->build->rules->action_count == 0)
        return false;
    return !plan->reached || plan->step_count || report_plan_recorded(view).count;
}

static void add_sentence(report_build *build, const char *sentence)
{
    if (*sentence)
        report_add(build->document, REPORT_TEXT, sentence);
}

void report_build_plan_story(report_build *build)
{
    plan_view view = {build, build->plan};
    if (is_worth_telling(&view))
        add_sentence(build, report_plan_story(&view));
}

void report_build_plan(report_build *build)
{
    plan_view view = {build, build->plan};
    if (!is_worth_telling(&view))
        return;
    report_add(build->document, REPORT_HEADING, report_words(WORD_PLAN_HEADING));
    add_sentence(build, report_plan_story(&view));
    add_sentence(build, report_plan_open(&view));
    add_sentence(build, report_plan_beside_entry(&view));
    report_plan_add_progress(&view);
    report_plan_add_timeline(&view);
    report_plan_add_steps(&view, false);
    if (view.plan->step_count)
        add_sentence(build, report_plan_proof(&view));
    report_plan_add_again(&view);
}
