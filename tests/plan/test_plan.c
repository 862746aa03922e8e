/* Plans for a few people, as cases.yaml has them; names; and memory that runs out anywhere. */
#include "content/support.h"
#include "plan/plan.h"

#include <stdio.h>
#include <string.h>

#define HERE RUNG_TEST_DATA "/plan/"

struct bakery {
    test_load load, cases;
};

static void open_files(struct bakery *bakery)
{
    bakery->load = (test_load){
        .questionnaire = {"bakery.questionnaire.yaml", test_read(HERE "bakery.questionnaire.yaml")},
        .rules = {"bakery.rules.yaml", test_read(HERE "bakery.rules.yaml")}};
    bakery->cases = (test_load){.rules = {"cases.yaml", test_read(HERE "cases.yaml")}};
    test_load_role(&bakery->load);
    test_load_yaml(&bakery->cases);
    assert_int_equal(bakery->load.status, RUNG_OK);
    assert_int_equal(bakery->cases.status, RUNG_OK);
}

static void close_files(struct bakery *bakery)
{
    test_release(&bakery->load);
    test_release(&bakery->cases);
    test_drop(bakery->load.questionnaire.text);
    test_drop(bakery->load.rules.text);
    test_drop(bakery->cases.rules.text);
}

/* --- Asking ---------------------------------------------------------------------------------- */

struct asking {
    rung_arena arena;
    const rung_role *role;
    const rung_datum *one; /* of the cases */
    const char *says;
};

static const rung_datum *asked(const struct asking *asking, const char *key)
{
    return rung_datum_get(rung_datum_get(asking->one, "ask"), key);
}

static rung_plan_request read_request(struct asking *asking)
{
    const rung_rules *rules = asking->role->rules;
    rung_plan_request request = rung_plan_usual;
    const rung_datum *rung = asked(asking, "rung"), *goal = asked(asking, "goal");
    const rung_datum *by = asked(asking, "by"), *tracks = asked(asking, "tracks");
    const rung_datum *months = asked(asking, "months"), *budget = asked(asking, "budget");
    const rung_datum *done = asked(asking, "done"), *work = asked(asking, "work");
    if (rung)
        request.rung = rung_find_rung(rules, rung->text);
    assert_true(!goal || rung_plan_find_goal(goal->text, &request.goal));
    assert_true(!by || rung_plan_find_objective(by->text, &request.by));
    request.tracks = tracks ? (size_t)tracks->integer : 0;
    request.work = work ? (size_t)work->integer : 0;
    request.has_months = months != NULL;
    request.months = months ? (int)months->integer : 0;
    request.has_budget = budget != NULL;
    request.budget = budget ? (double)budget->integer : 0;
    bool *recorded = rung_new_array(&asking->arena, bool, rules->action_count);
    for (size_t i = 0; done && i < done->list.count; i++)
        for (size_t a = 0; a < rules->action_count; a++)
            recorded[a] |= rung_text_is(done->list.items[i]->text, rules->actions[a].id);
    request.done = recorded;
    return request;
}

static const rung_scorecard *read_card(struct asking *asking)
{
    rung_answers *answers;
    rung_diagnostics diagnostics;
    rung_memory memory = rung_arena_memory(&asking->arena);
    rung_diagnostics_init(&diagnostics, &asking->arena);
    if (rung_answers_new(&answers, &memory, asking->role->questionnaire) != RUNG_OK)
        rung_out_of_memory(&asking->arena);
    rung_status status =
        rung_answers_from_datum(answers, rung_datum_get(asking->one, "answers"), &diagnostics);
    if (status == RUNG_NO_MEMORY)
        rung_out_of_memory(&asking->arena);
    assert_int_equal(status, RUNG_OK);
    const rung_sheet *sheet = rung_sheet_new(&asking->arena, answers);
    return rung_scorecard_new(&asking->arena, asking->role, sheet);
}

/* --- Telling --------------------------------------------------------------------------------- */

static const char *number(rung_arena *arena, double value)
{
    char text[RUNG_NUMBER_SIZE];
    rung_number_format((double)(long)(value * 100 + 0.5) / 100, text);
    return rung_format(arena, "%s", text);
}

static const char *tell_steps(struct asking *asking, const rung_plan *plan)
{
    rung_arena *arena = &asking->arena;
    const char *out = plan->step_count ? "" : "no steps";
    for (size_t i = 0; i < plan->step_count; i++) {
        const rung_plan_step *step = &plan->steps[i];
        out = rung_format(arena, "%s%s%s %d-%d", out, i ? ", " : "",
                          asking->role->rules->actions[step->action].id, step->start,
                          step->start + step->months[1]);
    }
    return out;
}

static const char *tell_outcome(struct asking *asking, const rung_plan *plan)
{
    rung_arena *arena = &asking->arena;
    if (plan->reached)
        return rung_format(arena, "none has less than %s", number(arena, plan->bound));
    const char *out = rung_format(arena, "score %s of %s; left: ", number(arena, plan->after.score),
                                  number(arena, plan->score_bound));
    for (size_t i = 0; i < plan->left.count; i++)
        out = rung_format(arena, "%s%s%s", out, i ? ", " : "",
                          asking->role->rules->requirements[plan->left.at[i]].id);
    return out;
}

static const char *tell(struct asking *asking, const rung_plan *plan)
{
    rung_arena *arena = &asking->arena;
    const rung_plan_figures *figures = &plan->figures;
    if (plan->blocked)
        return rung_format(arena, "blocked: %s",
                           asking->role->questionnaire->questions[plan->questions.at[0]].id);
    return rung_format(arena, "%s%s%s; %s; %d to %d months, %s to %s; %s",
                       plan->reached ? "reached" : "not reached",
                       plan->optimal ? ", optimal" : ", best found",
                       plan->impossible ? ", impossible" : "", tell_steps(asking, plan),
                       figures->months_low, figures->months_high, number(arena, figures->cost_low),
                       number(arena, figures->cost_high), tell_outcome(asking, plan));
}

/* --- The cases ------------------------------------------------------------------------------- */

static void ask(void *ctx)
{
    struct asking *asking = ctx;
    rung_plan_request request = read_request(asking);
    asking->says = tell(asking, rung_plan_new(&asking->arena, read_card(asking), &request));
}

static bool as_said(const rung_role *role, const rung_datum *one)
{
    struct asking asking = {.role = role, .one = one};
    assert_int_equal(rung_guard(&asking.arena, ask, &asking), RUNG_OK);
    bool equal = rung_text_is(rung_datum_get(one, "says")->text, asking.says);
    if (!equal)
        print_error("%s:\n    %s\n", rung_datum_get(one, "name")->text.at, asking.says);
    rung_arena_release(&asking.arena);
    return equal;
}

static void test_cases(void **state)
{
    struct bakery bakery;
    size_t wrong = 0;
    (void)state;
    open_files(&bakery);
    const rung_datum *cases = bakery.cases.datum;
    for (size_t i = 0; i < cases->list.count; i++)
        wrong += !as_said(bakery.load.role, cases->list.items[i]);
    assert_true(cases->list.count >= 19);
    close_files(&bakery);
    assert_int_equal(wrong, 0);
}

/* --- Memory ---------------------------------------------------------------------------------- */

/* All that there is to ask. */
static void ask_all(void *ctx)
{
    struct asking *asking = ctx;
    rung_plan_request request = read_request(asking);
    const rung_scorecard *card = read_card(asking);
    rung_plan_comparison all = rung_plan_compare(&asking->arena, card, &request);
    rung_plan_find_frontier(&asking->arena, card, &request);
    rung_plan_find_alternatives(&asking->arena, card, all.by[RUNG_PLAN_TIME]);
}

static void test_memory_runs_out(void **state)
{
    struct bakery bakery;
    (void)state;
    open_files(&bakery);
    rung_status status = RUNG_NO_MEMORY;
    for (size_t n = 1; status != RUNG_OK; n++) {
        test_memory memory;
        struct asking asking = {.role = bakery.load.role, .one = bakery.cases.datum->list.items[4]};
        test_memory_init(&memory, n);
        rung_arena_init(&asking.arena, &memory.hook);
        status = rung_guard(&asking.arena, ask_all, &asking);
        assert_true(status == RUNG_OK || status == RUNG_NO_MEMORY);
        assert_int_equal(status == RUNG_OK, memory.calls < n);
        rung_arena_release(&asking.arena);
        assert_int_equal(memory.alive, 0);
    }
    close_files(&bakery);
}

/* --- Names ----------------------------------------------------------------------------------- */

static void test_names(void **state)
{
    rung_plan_goal goal = RUNG_PLAN_GOAL_COUNT;
    rung_plan_objective by = RUNG_PLAN_OBJECTIVE_COUNT;
    (void)state;
    for (int i = 0; i < RUNG_PLAN_GOAL_COUNT; i++) {
        rung_text name = rung_text_of(rung_plan_goal_name((rung_plan_goal)i));
        assert_true(rung_plan_find_goal(name, &goal));
        assert_int_equal(goal, i);
    }
    for (int i = 0; i < RUNG_PLAN_OBJECTIVE_COUNT; i++) {
        rung_text name = rung_text_of(rung_plan_objective_name((rung_plan_objective)i));
        assert_true(rung_plan_find_objective(name, &by));
        assert_int_equal(by, i);
    }
    assert_false(rung_plan_find_goal(RUNG_TEXT("time"), &goal));
    assert_false(rung_plan_find_objective(RUNG_TEXT(""), &by));
    assert_int_equal(goal, RUNG_PLAN_GOAL_COUNT - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_memory_runs_out),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
