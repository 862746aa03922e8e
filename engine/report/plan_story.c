/* The plan in a sentence, and what is proven of it. */
#include "report/explain.h"
#include "report/plan_view.h"

/* --- Amounts --------------------------------------------------------------------------------- */
const char *report_plan_months(rung_arena *arena, int months)
{
    return report_months(arena, (const int[]){months, months});
}

const char *report_plan_cost(const plan_view *view, double cost)
{
    return report_cost(view->build->arena, (const double[]){cost, cost},
                       view->build->rules->currency);
}

const char *report_plan_points(const plan_view *view, double score)
{
    return rung_report_range(view->build->arena, (rung_range){score, score}, false);
}

const char *report_plan_titles(const plan_view *view, const rung_plan_list *actions, size_t most)
{
    const char **titles = rung_new_array(view->build->arena, const char *, actions->count);
    for (size_t i = 0; i < actions->count; i++)
        titles[i] = view->build->rules->actions[actions->at[i]].title;
    return report_list(view->build->arena, titles, actions->count, most);
}

/* --- What the story is made of --------------------------------------------------------------- */
const char *report_plan_goal_words(const plan_view *view)
{
    const rung_rules *rules = view->build->rules;
    const char *rung = rules->rungs[view->plan->rung].title;
    if (view->plan->request.goal == RUNG_PLAN_ESSENTIALS)
        return report_fill(view->build->arena, WORD_PLAN_TO_ESSENTIALS, rung);
    return report_fill(view->build->arena, WORD_PLAN_TO_VERDICT, rules->verdicts[0].title, rung);
}

static const char *cost_phrase(const plan_view *view, double low, double high)
{
    if (high <= 0)
        return report_words(WORD_PLAN_FOR_NOTHING);
    return report_fill(view->build->arena,
                       high - low > RUNG_EPSILON ? WORD_PLAN_FOR_UP_TO : WORD_PLAN_FOR,
                       report_plan_cost(view, high));
}

/* How many steps run at the same time, at the most. */
static size_t most_at_once(const rung_plan *plan)
{
    size_t most = 0;
    for (size_t i = 0; i < plan->step_count; i++) {
        int at = plan->steps[i].start;
        size_t count = 0;
        for (size_t k = 0; k < plan->step_count; k++)
            count +=
                plan->steps[k].start <= at && at < plan->steps[k].start + plan->steps[k].months[1];
        most = count > most ? count : most;
    }
    return most;
}

/* "six steps, at most two at a time" */
static const char *steps_phrase(const plan_view *view)
{
    rung_arena *arena = view->build->arena;
    size_t count = view->plan->step_count, most = most_at_once(view->plan);
    const char *steps = report_fill_count(arena, WORD_PLAN_STEPS, count);
    if (count < 2 || most == 0)
        return steps;
    return most == 1 ? report_fill(arena, WORD_PLAN_IN_TURN, steps)
                     : report_fill_count_with(arena, WORD_PLAN_AT_ONCE, most, steps);
}

static const char *whole_cost(const plan_view *view)
{
    const rung_plan_figures *figures = &view->plan->figures;
    return cost_phrase(view, figures->cost_low, figures->cost_high);
}

static bool is_limited(const rung_plan *plan)
{
    return plan->request.has_months || plan->request.has_budget;
}

/* "within 6 months and for $500 at most" */
static const char *limits_phrase(const plan_view *view)
{
    rung_arena *arena = view->build->arena;
    const rung_plan_request *asked = &view->plan->request;
    const char *months = asked->months > 0 ? report_fill(arena, WORD_PLAN_WITHIN_MONTHS,
                                                         report_plan_months(arena, asked->months))
                                           : report_words(WORD_PLAN_WITHIN_NOW);
    const char *budget = asked->budget > 0 ? report_fill(arena, WORD_PLAN_WITHIN_BUDGET,
                                                         report_plan_cost(view, asked->budget))
                                           : report_words(WORD_PLAN_WITHIN_NO_BUDGET);
    if (!asked->has_budget)
        return months;
    return asked->has_months ? report_fill(arena, WORD_PLAN_WITHIN_BOTH, months, budget) : budget;
}

/* --- The story ------------------------------------------------------------------------------- */
/* The answers alone say so, without the steps that were recorded. */
static bool answers_reach_goal(const plan_view *view)
{
    const rung_rung_score *at = view->build->aim;
    if (view->plan->request.goal == RUNG_PLAN_VERDICT)
        return at->verdict_low == 0;
    for (size_t r = 0; r < view->build->rules->requirement_count; r++)
        if (at->requirements[r].applies && at->requirements[r].need == RUNG_ESSENTIAL &&
            at->requirements[r].gap.high > 0)
            return false;
    return true;
}

static const char *there_story(const plan_view *view)
{
    const rung_rules *rules = view->build->rules;
    const char *rung = rules->rungs[view->plan->rung].title;
    if (!answers_reach_goal(view))
        return report_fill(view->build->arena, WORD_PLAN_THERE_BY_STEPS,
                           report_plan_goal_words(view));
    if (view->plan->request.goal == RUNG_PLAN_ESSENTIALS)
        return report_fill(view->build->arena, WORD_PLAN_THERE_ESSENTIALS, rung);
    return report_fill(view->build->arena, WORD_PLAN_THERE_VERDICT, rules->verdicts[0].title, rung);
}

static const char *reached_story(const plan_view *view)
{
    const rung_plan *plan = view->plan;
    rung_arena *arena = view->build->arena;
    if (plan->step_count == 0)
        return there_story(view);
    return report_fill(arena,
                       plan->figures.months_high > 0 ? WORD_PLAN_STORY : WORD_PLAN_STORY_SOON,
                       report_plan_months(arena, plan->figures.months_high), whole_cost(view),
                       report_plan_goal_words(view), steps_phrase(view));
}

static bool all_done(const plan_view *view)
{
    for (size_t i = 0; i < view->build->rules->action_count; i++)
        if (!view->plan->done[i] && !(view->plan->request.done && view->plan->request.done[i]))
            return false;
    return true;
}

/* Why there is no step, where the goal is not reached. */
static const char *nothing_story(const plan_view *view)
{
    if (view->build->rules->action_count == 0)
        return report_words(WORD_PLAN_NO_ACTIONS);
    if (all_done(view))
        return report_words(WORD_PLAN_ALL_DONE);
    return report_fill(view->build->arena,
                       is_limited(view->plan) ? WORD_PLAN_NO_STEP_WITHIN : WORD_PLAN_NO_STEP,
                       report_plan_points(view, view->plan->now.score));
}

static const char *short_story(const plan_view *view)
{
    const rung_plan *plan = view->plan;
    rung_arena *arena = view->build->arena;
    const char *goal = report_plan_goal_words(view), *first;
    if (is_limited(plan))
        first = report_fill(arena,
                            plan->impossible ? WORD_PLAN_CANNOT_WITHIN : WORD_PLAN_NOT_FOUND_WITHIN,
                            goal, limits_phrase(view));
    else
        first = report_fill(arena, plan->impossible ? WORD_PLAN_CANNOT : WORD_PLAN_NOT_FOUND, goal);
    if (plan->step_count == 0)
        return explain_join(view->build, first, nothing_story(view));
    const char *best = report_fill(arena, WORD_PLAN_BEST, report_plan_points(view, plan->now.score),
                                   report_plan_points(view, plan->after.score),
                                   report_plan_months(arena, plan->figures.months_high),
                                   whole_cost(view), steps_phrase(view));
    return explain_join(view->build, first, best);
}

static const char *blocked_story(const plan_view *view)
{
    if (view->plan->questions.count == 0)
        return report_words(WORD_PLAN_BLOCKED_UNSAID);
    return report_fill_count(view->build->arena, WORD_PLAN_BLOCKED, view->plan->questions.count);
}

const char *report_plan_story(const plan_view *view)
{
    if (view->plan->blocked)
        return blocked_story(view);
    return view->plan->reached ? reached_story(view) : short_story(view);
}

const char *report_plan_least(const plan_view *view)
{
    const rung_plan_figures *figures = &view->plan->figures;
    if (figures->months_low == figures->months_high &&
        figures->cost_high - figures->cost_low <= RUNG_EPSILON)
        return "";
    return report_fill(view->build->arena, WORD_PLAN_LEAST,
                       report_plan_months(view->build->arena, figures->months_low),
                       report_plan_cost(view, figures->cost_low));
}

const char *report_plan_open(const plan_view *view)
{
    size_t open = view->build->card->unanswered_count;
    rung_range score = view->build->aim->score;
    if (open == 0 || view->plan->step_count == 0 || score.high - score.low <= RUNG_EPSILON)
        return "";
    return report_fill_count_with(view->build->arena, WORD_PLAN_OPEN, open,
                                  rung_format(view->build->arena, "%zu", open));
}

/* --- The proof ------------------------------------------------------------------------------- */
static const char *time_proof(const plan_view *view)
{
    int months = view->plan->figures.months_high;
    if (months <= 0)
        return report_words(WORD_PROOF_NOW);
    return report_fill(view->build->arena, WORD_PROOF_TIME,
                       report_plan_months(view->build->arena, months));
}

static const char *cost_proof(const plan_view *view)
{
    double cost = view->plan->figures.cost_high;
    if (cost <= 0)
        return report_words(WORD_PROOF_COST_NOTHING);
    return report_fill(view->build->arena, WORD_PROOF_COST, report_plan_cost(view, cost));
}

static const char *steps_proof(const plan_view *view)
{
    return report_fill_count(view->build->arena, WORD_PROOF_STEPS, view->plan->step_count);
}

/* What is least, as it is said: "9 months", "$2,300", "six steps". */
static const char *measure(const plan_view *view, double amount)
{
    rung_arena *arena = view->build->arena;
    switch (view->plan->request.by) {
    case RUNG_PLAN_COST:
        return report_plan_cost(view, amount);
    case RUNG_PLAN_STEPS:
        return report_fill_count(arena, WORD_PLAN_STEPS, (size_t)amount);
    default:
        return report_plan_months(arena, (int)amount);
    }
}

static double first_figure(const rung_plan *plan)
{
    switch (plan->request.by) {
    case RUNG_PLAN_COST:
        return plan->figures.cost_high;
    case RUNG_PLAN_STEPS:
        return (double)plan->figures.steps;
    default:
        return plan->figures.months_high;
    }
}

static const char *found_proof(const plan_view *view)
{
    double least = first_figure(view->plan), apart = least - view->plan->bound;
    report_word words = apart > RUNG_EPSILON ? WORD_PROOF_FOUND : WORD_PROOF_TIED;
    return report_fill(view->build->arena, words,
                       measure(view, apart > RUNG_EPSILON ? apart : least));
}

static const char *reached_proof(const plan_view *view)
{
    static const char *(*const proofs[RUNG_PLAN_OBJECTIVE_COUNT])(const plan_view *) = {
        [RUNG_PLAN_TIME] = time_proof,
        [RUNG_PLAN_COST] = cost_proof,
        [RUNG_PLAN_STEPS] = steps_proof,
    };
    if (view->plan->step_count == 0)
        return report_words(WORD_PROOF_THERE);
    return view->plan->optimal ? proofs[view->plan->request.by](view) : found_proof(view);
}

static const char *short_proof(const plan_view *view)
{
    const rung_plan *plan = view->plan;
    const char *none = plan->impossible ? report_words(WORD_PROOF_NONE) : "";
    const char *highest = report_fill(
        view->build->arena, plan->optimal ? WORD_PROOF_HIGHEST : WORD_PROOF_HIGHEST_FOUND,
        report_plan_points(view, plan->optimal ? plan->after.score : plan->score_bound));
    return explain_join(view->build, none, highest);
}

const char *report_plan_proof(const plan_view *view)
{
    return view->plan->reached ? reached_proof(view) : short_proof(view);
}
