/* The plan beside what the guide says of the time until one is ready. */
#include "report/fixture.h"

#include "report/plan_view.h"

#include "report/explain.h"

/* The conditions of the shipped role. */
static const struct {
    const char *answers; /* what the condition of the source rests on */
    const char *id;      /* of the time that counts, or NULL */
} people[] = {
    {"target_rung=junior setting=hospital background=starting", "beginner"},
    {"target_rung=junior setting=hospital background=frontdesk", "healthcare-service"},
    {"target_rung=junior setting=hospital background=clinical", "healthcare-service"},
    {"target_rung=junior setting=hospital background=coverage", "healthcare-service"},
    {"target_rung=junior setting=hospital background=service years_patient=0", "other-service"},
    {"target_rung=junior setting=hospital background=office years_patient=0", "other-service"},
    {"target_rung=junior setting=hospital background=other years_patient=0 years_service=0", NULL},
    {"target_rung=senior setting=hospital background=starting", NULL},
    {"target_rung=junior setting=hospital", NULL},
};

static void load(struct fixture *fixture, rung_arena *arena)
{
    fixture_load(fixture, arena, "questionnaires/patient-liaison.yaml",
                 "rules/patient-liaison.yaml");
}

static plan_view view_of(struct fixture *fixture)
{
    return (plan_view){explain_begin(fixture->arena, fixture->card, fixture->plan->rung, &maria),
                       fixture->plan};
}

static void check_people(rung_arena *arena)
{
    struct fixture fixture;
    load(&fixture, arena);
    for (size_t i = 0; i < RUNG_COUNT(people); i++) {
        fixture_answer(&fixture, people[i].answers);
        plan_view view = view_of(&fixture);
        const rung_time_to_entry *entry = report_plan_entry(&view);
        if (!entry != !people[i].id || (entry && strcmp(entry->id, people[i].id) != 0))
            fail_msg("%s: %s", people[i].answers, entry ? entry->id : "none");
    }
    fixture_free(&fixture);
}

static void the_guide_has_a_time_for_each(void **state)
{
    (void)state;
    with_arena(check_people);
}

/* Ready within the guide's time, or told which step of the source makes it longer. */
static void check_told(struct fixture *fixture)
{
    plan_view view = view_of(fixture);
    const rung_time_to_entry *entry = report_plan_entry(&view);
    const char *said = report_plan_beside_entry(&view);
    bool named = false;
    if (!entry || !fixture->plan->reached || fixture->plan->figures.months_high <= entry->months[1])
        return;
    for (size_t i = 0; i < fixture->plan->step_count; i++) {
        const rung_action *action = &fixture->role->rules->actions[fixture->plan->steps[i].action];
        named = named || (strstr(said, action->title) && strstr(said, action->source));
    }
    assert_true(named);
    assert_non_null(strstr(said, "longer"));
}

static void check_all_told(rung_arena *arena)
{
    struct fixture fixture;
    load(&fixture, arena);
    for (unsigned seed = 0; seed < 40; seed++) {
        fixture_answer_randomly(&fixture, seed, 95);
        check_told(&fixture);
    }
    fixture_free(&fixture);
}

static void what_takes_longer_is_named(void **state)
{
    (void)state;
    with_arena(check_all_told);
}

int run_entry(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_guide_has_a_time_for_each),
        cmocka_unit_test(what_takes_longer_is_named),
    };
    return cmocka_run_group_tests_name("plans beside the source", tests, NULL, NULL);
}
