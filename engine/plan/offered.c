/* What there is to choose from: actions that can be taken up, and that may lift something. */
#include "plan/plan_private.h"

/* --- Sets ------------------------------------------------------------------------------------ */

size_t plan_lowest(plan_set set)
{
    size_t at = 0;
    for (size_t step = 32; step; step /= 2)
        if (!(set & ((UINT64_C(1) << step) - 1))) {
            set >>= step;
            at += step;
        }
    return at;
}

size_t plan_size(plan_set set)
{
    size_t size = 0;
    for (; set; set &= set - 1)
        size++;
    return size;
}

plan_set plan_all(const plan_problem *problem)
{
    return problem->count == 64 ? UINT64_MAX : PLAN_ONE(problem->count) - 1;
}

rung_plan_list plan_list(const plan_problem *problem, plan_set set)
{
    size_t count = 0, *list = rung_new_array(problem->arena, size_t, plan_size(set));
    for (plan_set rest = set; rest; rest &= rest - 1)
        list[count++] = problem->actions[plan_lowest(rest)];
    return (rung_plan_list){list, count};
}

/* --- What can be taken up -------------------------------------------------------------------- */

/* True if the condition is known to be `wanted`; an error leaves it unknown. */
static bool known_to_be(const plan_problem *problem, const rung_program *program, bool wanted)
{
    rung_outcome outcome =
        rung_over_completions(problem->arena, problem->card->sheet, program, problem->rung, 0, 1);
    if (outcome.can_fail)
        return false;
    return wanted ? !outcome.can_be_false : !outcome.can_be_true;
}

static bool can_begin(const plan_problem *problem, size_t a)
{
    const rung_action *action = &problem->rules->actions[a];
    for (size_t i = 0; i < action->after_count; i++)
        if (!problem->done[action->after[i]] && !problem->open[action->after[i]])
            return false;
    return true;
}

static void find_open(plan_problem *problem)
{
    const rung_rules *rules = problem->rules;
    for (size_t a = 0; a < rules->action_count; a++) {
        const rung_action *action = &rules->actions[a];
        problem->done[a] = (problem->request.done && problem->request.done[a]) ||
                           (action->done_when && known_to_be(problem, action->done_when, true));
        problem->open[a] =
            !problem->done[a] && !(action->when && known_to_be(problem, action->when, false));
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t a = 0; a < rules->action_count; a++) {
            if (!problem->open[a] || can_begin(problem, a))
                continue;
            problem->open[a] = false;
            changed = true;
        }
    }
}

/* --- What is there before the first step -------------------------------------------------------
 */

static void lift(const rung_action *action, double *levels)
{
    for (size_t i = 0; i < action->raises_count; i++) {
        double *level = &levels[action->raises[i].requirement];
        *level = fmax(*level, action->raises[i].level);
    }
}

static void find_attained(plan_problem *problem)
{
    const rung_rules *rules = problem->rules;
    for (size_t r = 0; r < rules->requirement_count; r++)
        problem->attained[r] = problem->at->requirements[r].attained.low;
    for (size_t a = 0; problem->request.done && a < rules->action_count; a++)
        if (problem->request.done[a])
            lift(&rules->actions[a], problem->attained);
}

/* --- What may help --------------------------------------------------------------------------- */

/* Points that it would bring as the only step. */
static double gain_of(const plan_problem *problem, const rung_action *action)
{
    double gain = 0;
    for (size_t i = 0; i < action->raises_count; i++) {
        const rung_level *level = &action->raises[i];
        const rung_requirement_score *score = &problem->at->requirements[level->requirement];
        double now = problem->attained[level->requirement];
        double then = fmin(level->level, score->target);
        if (score->applies && then > now)
            gain += problem->points[level->requirement] * (then - now) / score->target;
    }
    return gain;
}

/* Actions to choose from: those that are wanted, and all that must come before. */
struct choosing {
    const plan_problem *problem;
    bool *chosen;
    size_t count;
    size_t *stack;
};

/* Puts what has to be done before an action, and it, on the stack, each once. */
static size_t follow(struct choosing *choosing, size_t action)
{
    const plan_problem *problem = choosing->problem;
    size_t count = 0;
    choosing->chosen[action] = true;
    choosing->stack[count++] = action;
    for (size_t i = 0; i < count; i++) {
        const rung_action *at = &problem->rules->actions[choosing->stack[i]];
        for (size_t k = 0; k < at->after_count; k++) {
            size_t before = at->after[k];
            if (problem->done[before] || choosing->chosen[before])
                continue;
            choosing->chosen[before] = true;
            choosing->stack[count++] = before;
        }
    }
    return count;
}

static bool choose(struct choosing *choosing, size_t action)
{
    size_t more = follow(choosing, action);
    bool fits = choosing->count + more <= RUNG_PLAN_MAX_ACTIONS;
    if (fits)
        choosing->count += more;
    for (size_t i = 0; i < more && !fits; i++)
        choosing->chosen[choosing->stack[i]] = false;
    return fits;
}

/* The action with the highest gain that was not looked at; SIZE_MAX if there is none. */
static size_t most_promising(const bool *chosen, const double *gains, size_t count)
{
    size_t best = SIZE_MAX;
    for (size_t a = 0; a < count; a++)
        if (!chosen[a] && gains[a] > 0 && (best == SIZE_MAX || gains[a] > gains[best]))
            best = a;
    return best;
}

static void choose_candidates(plan_problem *problem, bool *chosen)
{
    size_t count = problem->rules->action_count;
    double *gains = rung_new_array(problem->arena, double, count);
    struct choosing choosing = {problem, chosen, 0, rung_new_array(problem->arena, size_t, count)};
    for (size_t a = 0; a < count; a++)
        gains[a] = problem->open[a] ? gain_of(problem, &problem->rules->actions[a]) : 0;
    for (size_t best; (best = most_promising(chosen, gains, count)) != SIZE_MAX;) {
        problem->cut |= !choose(&choosing, best);
        gains[best] = 0;
    }
}

/* --- The candidates -------------------------------------------------------------------------- */

static void number_candidates(plan_problem *problem, const bool *chosen)
{
    for (size_t a = 0; a < problem->rules->action_count; a++) {
        const rung_action *action = &problem->rules->actions[a];
        problem->candidate_of[a] = SIZE_MAX;
        if (!chosen[a])
            continue;
        size_t c = problem->count++;
        problem->candidate_of[a] = c;
        problem->actions[c] = a;
        problem->months[c] = action->months[1];
        problem->least_months[c] = action->months[0];
        problem->cost[c] = action->cost[1];
    }
}

/* `after` has no cycles, so this ends. */
static void find_needs(plan_problem *problem)
{
    for (size_t c = 0; c < problem->count; c++) {
        const rung_action *action = &problem->rules->actions[problem->actions[c]];
        for (size_t i = 0; i < action->after_count; i++)
            if (!problem->done[action->after[i]])
                problem->direct[c] |= PLAN_ONE(problem->candidate_of[action->after[i]]);
        problem->needs[c] = problem->direct[c];
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t c = 0; c < problem->count; c++) {
            plan_set needs = problem->needs[c];
            for (plan_set rest = needs; rest; rest &= rest - 1)
                needs |= problem->needs[plan_lowest(rest)];
            changed |= needs != problem->needs[c];
            problem->needs[c] = needs;
        }
    }
    for (size_t c = 0; c < problem->count; c++)
        for (plan_set rest = problem->needs[c]; rest; rest &= rest - 1)
            problem->serves[plan_lowest(rest)] |= PLAN_ONE(c);
}

static void find_ends(plan_problem *problem)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t c = 0; c < problem->count; c++) {
            int end = problem->months[c];
            for (plan_set rest = problem->needs[c]; rest; rest &= rest - 1) {
                int before = problem->ends[plan_lowest(rest)] + problem->months[c];
                end = before > end ? before : end;
            }
            changed |= end != problem->ends[c];
            problem->ends[c] = end;
        }
    }
}

/* Costs are most often whole sums, or whole hundredths: their greatest common divisor. */
static void find_grain(plan_problem *problem)
{
    uint64_t divisor = 0;
    for (size_t c = 0; c < problem->count; c++) {
        double hundredths = round(problem->cost[c] * 100);
        if (hundredths / 100 != problem->cost[c] || hundredths > 1e15)
            return;
        for (uint64_t a = (uint64_t)hundredths; a;) {
            uint64_t rest = divisor % a;
            divisor = a;
            a = rest;
        }
    }
    problem->grain = divisor ? (double)divisor / 100 : 1;
}

/* --- All together ---------------------------------------------------------------------------- */

static void find_points(plan_problem *problem)
{
    size_t count = problem->rules->requirement_count;
    bool *applies = rung_new_array(problem->arena, bool, count);
    for (size_t r = 0; r < count; r++)
        applies[r] = problem->at->requirements[r].applies;
    rung_requirement_points(problem->arena, problem->rules, applies, problem->points);
}

static void ask(plan_problem *problem, const rung_plan_request *request)
{
    rung_plan_request *asked = &problem->request;
    *asked = *request;
    if (asked->tracks == 0)
        asked->tracks = RUNG_PLAN_USUAL_TRACKS;
    if (asked->tracks > RUNG_PLAN_MAX_TRACKS)
        asked->tracks = RUNG_PLAN_MAX_TRACKS;
    if (asked->work == 0)
        asked->work = RUNG_PLAN_USUAL_WORK;
    const rung_scorecard *card = problem->card;
    problem->rung = asked->rung == RUNG_PLAN_AIM ? card->target : asked->rung;
    problem->at = asked->rung == RUNG_PLAN_AIM ? card->aim : &card->ladder[asked->rung];
    asked->rung = problem->rung;
    problem->work = asked->work;
}

bool plan_find_problem(plan_problem *problem, rung_arena *arena, const rung_scorecard *card,
                       const rung_plan_request *request)
{
    const rung_rules *rules = card->role->rules;
    *problem = (plan_problem){.arena = arena, .card = card, .rules = rules};
    ask(problem, request);
    problem->open = rung_new_array(arena, bool, rules->action_count);
    problem->done = rung_new_array(arena, bool, rules->action_count);
    if (problem->at->blocked)
        return false;
    problem->gauge = rung_gauge_new(arena, rules, problem->at);
    problem->points = rung_new_array(arena, double, rules->requirement_count);
    problem->attained = rung_new_array(arena, double, rules->requirement_count);
    problem->levels = rung_new_array(arena, double, rules->requirement_count);
    problem->candidate_of = rung_new_array(arena, size_t, rules->action_count);
    find_points(problem);
    find_open(problem);
    find_attained(problem);

    bool *chosen = rung_new_array(arena, bool, rules->action_count);
    choose_candidates(problem, chosen);
    number_candidates(problem, chosen);
    find_needs(problem);
    find_ends(problem);
    find_grain(problem);
    plan_open_schedules(problem);
    return true;
}

/* --- Figures of a set ------------------------------------------------------------------------ */

rung_standing plan_stand(plan_problem *problem, plan_set set)
{
    for (size_t r = 0; r < problem->rules->requirement_count; r++)
        problem->levels[r] = problem->attained[r];
    for (plan_set rest = set; rest; rest &= rest - 1)
        lift(&problem->rules->actions[problem->actions[plan_lowest(rest)]], problem->levels);
    return rung_stand(problem->gauge, problem->levels);
}

double plan_cost(const plan_problem *problem, plan_set set)
{
    double cost = 0;
    for (plan_set rest = set; rest; rest &= rest - 1)
        cost += problem->cost[plan_lowest(rest)];
    return cost;
}

double plan_least_cost(const plan_problem *problem, plan_set set)
{
    double cost = 0;
    for (plan_set rest = set; rest; rest &= rest - 1)
        cost += problem->rules->actions[problem->actions[plan_lowest(rest)]].cost[0];
    return cost;
}
