/* rung-plan/1, and the plan of rung-report/1. */
#include "report/explain.h"
#include "report/plan_machine.h"
#include "report/plan_view.h"

/* --- Small parts ----------------------------------------------------------------------------- */
static void int_field(rung_json *json, const char *key, int64_t value)
{
    rung_json_key(json, key);
    rung_json_int(json, value);
}

static void write_actions(rung_json *json, const char *key, const rung_rules *rules,
                          const rung_plan_list *actions)
{
    report_begin_array(json, key);
    for (size_t i = 0; i < actions->count; i++)
        rung_json_string(json, rules->actions[actions->at[i]].id);
    rung_json_end_array(json);
}

static void write_requirements(rung_json *json, const char *key, const rung_rules *rules,
                               const rung_plan_list *requirements)
{
    report_begin_array(json, key);
    for (size_t i = 0; i < requirements->count; i++)
        rung_json_string(json, rules->requirements[requirements->at[i]].id);
    rung_json_end_array(json);
}

static void write_standing(rung_json *json, const rung_rules *rules, const rung_standing *standing)
{
    report_number_field(json, "score", standing->score);
    report_field(json, "verdict", rules->verdicts[standing->verdict].id);
    report_number_field(json, "essential-gap", standing->essential_gap);
}

static void standing_field(rung_json *json, const char *key, const rung_rules *rules,
                           const rung_standing *standing)
{
    rung_json_key(json, key);
    rung_json_object(json);
    write_standing(json, rules, standing);
    rung_json_end_object(json);
}

static void months_field(rung_json *json, int low, int high)
{
    rung_json_key(json, "months");
    rung_json_object(json);
    int_field(json, "low", low);
    int_field(json, "high", high);
    rung_json_end_object(json);
}

static void write_figures(rung_json *json, const rung_plan_figures *figures)
{
    months_field(json, figures->months_low, figures->months_high);
    report_range_field(json, "cost", (rung_range){figures->cost_low, figures->cost_high});
}

/* --- The plan -------------------------------------------------------------------------------- */
static void write_pairs(rung_json *json, const rung_plan_step *step)
{
    rung_json_key(json, "months");
    rung_json_array(json);
    rung_json_int(json, step->months[0]);
    rung_json_int(json, step->months[1]);
    rung_json_end_array(json);
    rung_json_key(json, "cost");
    rung_json_array(json);
    rung_json_double(json, step->cost[0]);
    rung_json_double(json, step->cost[1]);
    rung_json_end_array(json);
}

static void write_after(rung_json *json, const rung_rules *rules, const rung_action *action)
{
    rung_plan_list after = {action->after, action->after_count};
    write_actions(json, "after", rules, &after);
}

static void write_step(rung_json *json, const rung_rules *rules, const rung_plan_step *step)
{
    const rung_action *action = &rules->actions[step->action];
    rung_json_object(json);
    report_field(json, "id", action->id);
    report_field(json, "title", action->title);
    report_field(json, "kind", rung_action_kind_name(action->kind));
    int_field(json, "start", step->start);
    write_pairs(json, step);
    write_after(json, rules, action);
    write_requirements(json, "closes", rules, &step->closes);
    write_requirements(json, "lifts", rules, &step->lifts);
    write_actions(json, "needed-by", rules, &step->needed_by);
    rung_json_key(json, "without");
    rung_json_object(json);
    write_standing(json, rules, &step->without);
    write_requirements(json, "left", rules, &step->remains);
    rung_json_end_object(json);
    report_field(json, "source", action->source);
    rung_json_end_object(json);
}

/* What the first figure is known not to be below. */
static void write_proof(rung_json *json, const rung_plan *plan)
{
    report_bool_field(json, "impossible", plan->impossible);
    report_number_field(json, "bound", plan->bound);
    report_number_field(json, "score-bound", plan->score_bound);
}

static void write_done(rung_json *json, const rung_rules *rules, const rung_plan *plan)
{
    report_begin_array(json, "done");
    for (size_t i = 0; plan->request.done && i < rules->action_count; i++)
        if (plan->request.done[i])
            rung_json_string(json, rules->actions[i].id);
    rung_json_end_array(json);
}

void report_write_plan(rung_json *json, const rung_rules *rules, const rung_plan *plan)
{
    rung_json_key(json, "plan");
    rung_json_object(json);
    report_field(json, "goal", rung_plan_goal_name(plan->request.goal));
    report_field(json, "by", rung_plan_objective_name(plan->request.by));
    int_field(json, "tracks", (int64_t)plan->request.tracks);
    report_bool_field(json, "blocked", plan->blocked);
    report_bool_field(json, "reached", plan->reached);
    report_bool_field(json, "optimal", plan->optimal);
    write_proof(json, plan);
    write_figures(json, &plan->figures);
    report_begin_array(json, "steps");
    for (size_t i = 0; i < plan->step_count; i++)
        write_step(json, rules, &plan->steps[i]);
    rung_json_end_array(json);
    write_requirements(json, "left", rules, &plan->left);
    write_done(json, rules, plan);
    rung_json_end_object(json);
}

/* --- What stands beside it ------------------------------------------------------------------- */
static void write_limits(rung_json *json, const rung_plan_request *asked)
{
    rung_json_key(json, "limits");
    rung_json_object(json);
    if (asked->has_months)
        int_field(json, "months", asked->months);
    if (asked->has_budget)
        report_number_field(json, "budget", asked->budget);
    rung_json_end_object(json);
}

static void write_moments(rung_json *json, const rung_rules *rules, const rung_plan *plan)
{
    standing_field(json, "now", rules, &plan->now);
    report_begin_array(json, "moments");
    for (size_t i = 0; i < plan->moment_count; i++) {
        rung_json_object(json);
        int_field(json, "month", plan->moments[i].month);
        write_actions(json, "ended", rules, &plan->moments[i].ended);
        write_standing(json, rules, &plan->moments[i].standing);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

static void write_choice(rung_json *json, const rung_rules *rules, const rung_plan_choice *choice)
{
    report_bool_field(json, "optimal", choice->optimal);
    write_figures(json, &choice->figures);
    write_actions(json, "steps", rules, &choice->actions);
}

static void write_alternatives(rung_json *json, const rung_rules *rules,
                               const rung_plan_alternatives *alternatives)
{
    report_begin_array(json, "alternatives");
    for (size_t i = 0; i < alternatives->count; i++) {
        const rung_plan_alternative *one = &alternatives->at[i];
        rung_json_object(json);
        report_field(json, "without", rules->actions[one->without].id);
        write_choice(json, rules, &one->choice);
        write_actions(json, "other", rules, &one->other);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
    write_actions(json, "musts", rules, &alternatives->musts);
}

static void write_comparison(rung_json *json, const rung_rules *rules,
                             const rung_plan_comparison *comparison)
{
    rung_json_key(json, "compare");
    rung_json_object(json);
    for (int by = 0; by < RUNG_PLAN_OBJECTIVE_COUNT; by++) {
        const rung_plan *plan = comparison->by[by];
        rung_json_key(json, rung_plan_objective_name((rung_plan_objective)by));
        rung_json_object(json);
        report_bool_field(json, "reached", plan->reached);
        report_bool_field(json, "optimal", plan->optimal);
        write_figures(json, &plan->figures);
        report_begin_array(json, "steps");
        for (size_t i = 0; i < plan->step_count; i++)
            rung_json_string(json, rules->actions[plan->steps[i].action].id);
        rung_json_end_array(json);
        rung_json_end_object(json);
    }
    rung_json_end_object(json);
}

static void write_frontier(rung_json *json, const rung_rules *rules,
                           const rung_plan_frontier *frontier)
{
    rung_json_key(json, "frontier");
    rung_json_object(json);
    report_bool_field(json, "complete", frontier->complete);
    report_begin_array(json, "plans");
    for (size_t i = 0; i < frontier->count; i++) {
        rung_json_object(json);
        write_choice(json, rules, &frontier->choices[i]);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
    rung_json_end_object(json);
}

/* Recorded steps that the answers do not tell of, with the questions to answer again. */
static void write_untold(rung_json *json, const plan_view *view)
{
    const rung_rules *rules = view->build->rules;
    report_ids done = report_plan_recorded(view);
    report_begin_array(json, "answer-again");
    for (size_t i = 0; i < done.count; i++) {
        report_ids questions = report_plan_to_answer_again(view, done.at[i]);
        if (questions.count == 0)
            continue;
        rung_json_object(json);
        report_field(json, "action", rules->actions[done.at[i]].id);
        report_write_questions(json, "questions", view->build->card, questions.at, questions.count);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

/* What the source says of the time. */
static void write_entry(rung_json *json, const plan_view *view)
{
    const rung_time_to_entry *entry = report_plan_entry(view);
    if (!entry)
        return;
    rung_json_key(json, "time-to-entry");
    rung_json_object(json);
    report_field(json, "id", entry->id);
    months_field(json, entry->months[0], entry->months[1]);
    report_field(json, "source", entry->source);
    rung_json_end_object(json);
}

/* --- The document ---------------------------------------------------------------------------- */
static void write_beside(rung_json *json, const plan_view *view, const rung_report_plan *facts)
{
    const rung_rules *rules = view->build->rules;
    write_moments(json, rules, facts->plan);
    if (facts->alternatives)
        write_alternatives(json, rules, facts->alternatives);
    if (facts->comparison)
        write_comparison(json, rules, facts->comparison);
    if (facts->frontier)
        write_frontier(json, rules, facts->frontier);
    write_untold(json, view);
    write_entry(json, view);
}

void report_write_plan_document(rung_arena *arena, const rung_report_plan *facts, rung_sink *sink)
{
    enum { INDENT = 2 };
    const rung_scorecard *card = facts->card;
    const rung_rules *rules = card->role->rules;
    const rung_plan *plan = facts->plan;
    plan_view view = {explain_begin(arena, card, plan->rung, facts->subject), plan};
    rung_json json;
    rung_json_init(&json, sink, INDENT);
    rung_json_object(&json);
    report_field(&json, "format", "rung-plan/1");
    report_write_role(&json, rules);
    report_write_session(&json, facts->subject, card->complete);
    report_field(&json, "rung", rules->rungs[plan->rung].id);
    write_limits(&json, &plan->request);
    report_write_questions(&json, "blocked-by", card, plan->questions.at, plan->questions.count);
    report_write_plan(&json, rules, plan);
    if (!plan->blocked)
        write_beside(&json, &view, facts);
    report_write_content(&json, card->role);
    rung_json_end_object(&json);
    rung_write(sink, RUNG_TEXT("\n"));
}
