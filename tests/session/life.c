/* Starting, opening and what goes wrong. */
#include "session/world.h"
#include "store/shim.h"

#include <stdio.h>
#include <string.h>

static void starts_with_a_share_of_its_own(void **state)
{
    world *w = *state;
    const rung_session_record *info = rung_session_info(w->session);
    assert_string_equal(info->name, "ann");
    assert_string_equal(info->role, "tester");
    assert_int_equal(info->started, 1000);
    assert_int_equal(info->updated, 1000);
    assert_int_equal(info->events, 0);
    assert_int_equal(strlen(info->id), RUNG_SESSION_ID);
    assert_ptr_equal(rung_session_role(w->session), w->role);
    assert_int_equal(rung_answers_count(rung_session_answers(w->session)), 0);
    rung_role_free(w->role);
    w->role = NULL;
    const rung_role *own = rung_session_role(w->session);
    assert_string_equal(own->rules->title, "Tester");
    rung_span span = own->questionnaire->questions[0].span;
    assert_true(rung_text_contains(rung_line_at(span.source, span.start), RUNG_TEXT("aim")));
}

static void opens_as_it_was_left(void **state)
{
    world *w = *state;
    size_t years = question_of(w->session, RUNG_TEXT("years"));
    rung_answer answer = answer_of(w, years, RUNG_TEXT("7"));
    assert_status(rung_session_answer(w->session, years, answer, 2500), RUNG_OK);
    rung_session_record before = *rung_session_info(w->session);
    assert_int_equal(before.updated, 2500);
    assert_int_equal(before.events, 1);
    world_reopen(w);
    const rung_session_record *after = rung_session_info(w->session);
    assert_string_equal(after->id, before.id);
    assert_string_equal(after->name, "ann");
    assert_string_equal(after->rules.hex, before.rules.hex);
    assert_string_equal(after->questionnaire.hex, before.questionnaire.hex);
    assert_int_equal(after->started, before.started);
    assert_int_equal(after->updated, before.updated);
    assert_int_equal(after->events, before.events);
}

/* The files have changed since; the session has not. */
static void keeps_the_content_it_began_with(void **state)
{
    world *w = *state;
    rung_session *later;
    rung_role *changed = load_role(NULL, "notes:\n  - {id: n, title: New, text: New.}\n");
    assert_status(rung_session_start(&later, NULL, w->store, changed, "bob", 2000), RUNG_OK);
    rung_role_free(changed);
    assert_int_equal(rung_session_role(later)->rules->note_count, 1);
    rung_session_close(later);
    world_reopen(w);
    assert_int_equal(rung_session_role(w->session)->rules->note_count, 0);
}

/* Content that is known is not read again, and other content is not mistaken for it. */
static void opens_with_content_that_is_known(void **state)
{
    world *w = *state;
    rung_session *found = NULL;
    w->known = w->role;
    assert_status(world_open(w, NULL, w->store, "ann", &found), RUNG_OK);
    assert_ptr_equal(rung_session_role(found), w->role);
    rung_session_close(found);
    rung_role *other = load_role(NULL, "notes:\n  - {id: n, title: New, text: New.}\n");
    w->known = other;
    assert_status(world_open(w, NULL, w->store, "ann", &found), RUNG_OK);
    assert_ptr_not_equal(rung_session_role(found), other);
    assert_int_equal(rung_session_role(found)->rules->note_count, 0);
    rung_session_close(found);
    rung_role_free(other);
}

static void opens_by_name_and_the_last_used(void **state)
{
    world *w = *state;
    rung_session *bob, *found = NULL;
    assert_status(rung_session_start(&bob, NULL, w->store, w->role, "bob", 2000), RUNG_OK);
    rung_session_close(bob);
    assert_status(world_open(w, NULL, w->store, "ann", &found), RUNG_OK);
    assert_string_equal(rung_session_info(found)->name, "ann");
    rung_session_close(found);
    assert_status(world_open(w, NULL, w->store, NULL, &found), RUNG_OK);
    assert_string_equal(rung_session_info(found)->name, "bob");
    rung_session_close(found);
    found = NULL;
    assert_status(world_open(w, NULL, w->store, "nobody", &found), RUNG_NOT_FOUND);
    assert_status(rung_session_start(&bob, NULL, w->store, w->role, "bob", 3000), RUNG_OK);
    rung_session_close(bob);
    assert_status(world_open(w, NULL, w->store, "bob", &found), RUNG_CONFLICT);
    assert_null(found);
}

static void a_start_that_is_refused_leaves_nothing(void **state)
{
    world *w = *state;
    rung_session *session = NULL;
    rung_session_record *list;
    size_t count;
    char name[RUNG_SESSION_MAX_NAME + 2];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    assert_status(rung_session_start(&session, NULL, w->store, w->role, name, 1), RUNG_INVALID);
    assert_null(session);
    assert_status(fixture_list(&w->f, w->store, &list, &count), RUNG_OK);
    assert_int_equal(count, 1);
}

static void a_deleted_session_is_gone(void **state)
{
    world *w = *state;
    size_t years = question_of(w->session, RUNG_TEXT("years"));
    assert_status(rung_store_delete(w->store, rung_session_info(w->session)->id), RUNG_OK);
    assert_status(rung_session_skip(w->session, years, 1), RUNG_NOT_FOUND);
    assert_false(rung_session_skipped(w->session)[years]);
}

/* The caller may hand back the very text that the session holds. */
static void a_text_may_be_its_own(void **state)
{
    world *w = *state;
    size_t story = question_of(w->session, RUNG_TEXT("story"));
    rung_answer answer = answer_of(w, story, RUNG_TEXT("Once."));
    assert_status(rung_session_answer(w->session, story, answer, 1), RUNG_OK);
    answer = *rung_answers_get(rung_session_answers(w->session), story);
    assert_status(rung_session_answer(w->session, story, answer, 2), RUNG_OK);
    world_reopen(w);
    assert_string_equal(rung_answers_get(rung_session_answers(w->session), story)->text, "Once.");
}

/* --- Damage ---------------------------------------------------------------------------------- */

/* Content whose digest is right and whose meaning is not: what a version with another grammar, or
 * a forger, would leave. */
static const struct {
    const char *what, *role, *questionnaire, *rules;

} bad_content[] = {
    {"no YAML", "tester", "a: [", "b: ]"},
    {"no content", "tester", "", ""},
    {"a newer format", "tester", "format: rung-questionnaire/2\n", "format: rung-rules/2\n"},
};

static void content_that_is_not_understood_is_damage(void **state)
{
    world *w = *state;
    for (size_t i = 0; i < RUNG_COUNT(bad_content); i++) {
        fake_role fake;
        char id[RUNG_SESSION_ID + 1];
        rung_session *session = NULL;
        size_t errors = w->diagnostics.errors;
        fake_role_init(&fake, bad_content[i].role, bad_content[i].questionnaire,
                       bad_content[i].rules);
        assert_status(rung_store_start(w->store, &fake.role, "", 1, id), RUNG_OK);
        assert_status(world_open(w, NULL, w->store, id, &session), RUNG_DAMAGED);
        assert_null(session);
        assert_true(w->diagnostics.errors > errors);
    }
    /* Their places outlive the session. */
    const rung_diagnostic *first = &w->diagnostics.list.at[0];
    assert_non_null(strstr(first->span.source->name, "tester.yaml (stored "));
}

static void another_role_than_the_record_says_is_damage(void **state)
{
    world *w = *state;
    rung_session *session = NULL;
    run_sql(w->f.path, "UPDATE session SET role = 'other'");
    assert_status(world_open(w, NULL, w->store, NULL, &session), RUNG_DAMAGED);
    assert_null(session);
}

static void missing_content_is_damage(void **state)
{
    world *w = *state;
    rung_session *session = NULL;
    run_sql(w->f.path, "DELETE FROM content");
    assert_status(world_open(w, NULL, w->store, NULL, &session), RUNG_DAMAGED);
    assert_null(session);
}

/* --- Faults ---------------------------------------------------------------------------------- */

/* What is tried with a session that has an answer, a text and a skip. */
static rung_status try_text(rung_session *session)
{
    return rung_session_answer(session, question_of(session, RUNG_TEXT("story")),
                               (rung_answer){.given = true, .text = "Another story."}, 9000);
}

static rung_status try_number(rung_session *session)
{
    return rung_session_answer(session, question_of(session, RUNG_TEXT("years")),
                               (rung_answer){.given = true, .value = {.d = 9}}, 9000);
}

static rung_status try_clear(rung_session *session)
{
    return rung_session_clear(session, question_of(session, RUNG_TEXT("story")), 9000);
}

static rung_status try_skip(rung_session *session)
{
    return rung_session_skip(session, question_of(session, RUNG_TEXT("years")), 9000);
}

static rung_status try_all(rung_session *session)
{
    rung_answers *answers;
    const rung_questionnaire *questionnaire = rung_session_role(session)->questionnaire;
    bool change[16];
    memset(change, true, sizeof change);
    rung_status status = rung_answers_new(&answers, &shim_memory, questionnaire);
    if (status != RUNG_OK)
        return status;
    size_t story = question_of(session, RUNG_TEXT("story"));
    status = rung_answers_set(answers, story, (rung_answer){.given = true, .text = "A third."});
    if (status == RUNG_OK)
        status = rung_session_answer_all(session, answers, change, 9000);
    rung_answers_free(answers);
    return status;
}

static rung_status try_note(rung_session *session)
{
    return rung_session_note(session, question_of(session, RUNG_TEXT("story")),
                             RUNG_TEXT("Another remark."), 9000);
}

static rung_status try_no_note(rung_session *session)
{
    return rung_session_note(session, question_of(session, RUNG_TEXT("story")), (rung_text){0},
                             9000);
}

static rung_status (*const tries[])(rung_session *session) = {
    try_text, try_number, try_clear, try_skip, try_all, try_note, try_no_note};

enum { PREPARED = 4 }; /* events */

static void prepare(world *w)
{
    size_t story = question_of(w->session, RUNG_TEXT("story"));
    size_t years = question_of(w->session, RUNG_TEXT("years"));
    size_t licence = question_of(w->session, RUNG_TEXT("licence"));
    assert_status(rung_session_answer(w->session, story, answer_of(w, story, RUNG_TEXT("One.")), 1),
                  RUNG_OK);
    assert_status(rung_session_answer(w->session, years, answer_of(w, years, RUNG_TEXT("3")), 1),
                  RUNG_OK);
    assert_status(rung_session_skip(w->session, licence, 1), RUNG_OK);
    assert_status(rung_session_note(w->session, story, RUNG_TEXT("A remark."), 1), RUNG_OK);
}

/* What the session says must be what a reader of the disk would say. */
static void assert_same(const rung_session *a, const rung_session *b)
{
    const rung_questionnaire *questionnaire = rung_session_role(a)->questionnaire;
    assert_int_equal(rung_session_info(a)->events, rung_session_info(b)->events);
    assert_int_equal(rung_session_info(a)->updated, rung_session_info(b)->updated);
    for (size_t q = 0; q < questionnaire->question_count; q++) {
        assert_true(same_answer(&questionnaire->questions[q],
                                *rung_answers_get(rung_session_answers(a), q),
                                *rung_answers_get(rung_session_answers(b), q)));
        assert_int_equal(rung_session_skipped(a)[q], rung_session_skipped(b)[q]);
        assert_true(rung_text_equal(rung_text_of(rung_session_notes(a)[q]),
                                    rung_text_of(rung_session_notes(b)[q])));
    }
}

static bool try_fault(rung_status (*try)(rung_session *session), shim_fault fault)
{
    void *state;
    rung_session *session, *reader;
    assert_int_equal(world_setup(&state), 0);
    world *w = state;
    prepare(w);
    const char *id = rung_session_info(w->session)->id;
    assert_status(world_open(w, &shim_memory, w->store, id, &session), RUNG_OK);
    shim_arm(fault);
    rung_status status = try(session);
    bool struck = shim_disarm();
    assert_true(status == RUNG_OK || struck);
    assert_status(world_open(w, NULL, w->store, id, &reader), RUNG_OK);
    assert_same(session, reader);
    assert_int_equal(status == RUNG_OK, rung_session_info(reader)->events > PREPARED);
    rung_session_close(reader);
    rung_session_close(session);
    assert_int_equal(shim_live_blocks(), 0);
    world_teardown(&state);
    return struck;
}

static void a_change_that_fails_has_no_effect(void **state)
{
    static const shim_fault faults[] = {
        {.calls = SHIM_HOOK},  {.calls = SHIM_HOOK, .stays = true},
        {.calls = SHIM_WRITE}, {.calls = SHIM_WRITE, .stays = true, .full = true},
        {.calls = SHIM_SYNC},
    };
    (void)state;
    for (size_t t = 0; t < RUNG_COUNT(tries); t++) {
        for (size_t i = 0; i < RUNG_COUNT(faults); i++) {
            shim_fault fault = faults[i];
            while (try_fault(tries[t], fault))
                assert_true(++fault.after < 500);
        }
    }
}

static void opening_and_starting_without_memory(void **state)
{
    world *w = *state;
    bool struck = true;
    prepare(w);
    rung_arena_release(&w->arena);
    rung_arena_init(&w->arena, &shim_memory);
    rung_diagnostics_init(&w->diagnostics, &w->arena);
    for (long n = 0; struck; n++) {
        rung_session *opened = NULL, *started = NULL;
        shim_arm((shim_fault){.calls = SHIM_HOOK, .after = n});
        rung_status status = world_open(w, &shim_memory, w->store, "ann", &opened);
        struck = shim_disarm();
        assert_status(status, struck ? RUNG_NO_MEMORY : RUNG_OK);
        rung_session_close(opened);
        rung_arena_release(&w->arena);
        rung_diagnostics_init(&w->diagnostics, &w->arena);
        assert_int_equal(shim_live_blocks(), 0);

        shim_arm((shim_fault){.calls = SHIM_HOOK, .after = n});
        status = rung_session_start(&started, &shim_memory, w->store, w->role, "new", 1);
        bool start_struck = shim_disarm();
        assert_status(status, start_struck ? RUNG_NO_MEMORY : RUNG_OK);
        rung_session_close(started);
        assert_int_equal(shim_live_blocks(), 0);
        struck = struck || start_struck;
    }
}

static void what_cannot_be_a_note_is_refused(void **state)
{
    world *w = *state;
    static char longest[RUNG_SESSION_MAX_NOTE + 2];
    memset(longest, 'n', sizeof longest - 1);
    const rung_text refused[] = {{longest, RUNG_SESSION_MAX_NOTE + 1}, {"\xff", 1}, {"a\0b", 3}};
    for (size_t i = 0; i < RUNG_COUNT(refused); i++)
        assert_status(rung_session_note(w->session, 0, refused[i], 1), RUNG_INVALID);
    assert_null(rung_session_notes(w->session)[0]);
    assert_status(rung_session_note(w->session, 0, (rung_text){longest, RUNG_SESSION_MAX_NOTE}, 1),
                  RUNG_OK);
    world_reopen(w);
    assert_int_equal(strlen(rung_session_notes(w->session)[0]), RUNG_SESSION_MAX_NOTE);
}

static void null_is_safe(void **state)
{
    (void)state;
    rung_session_close(NULL);
}

int run_life_tests(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(starts_with_a_share_of_its_own),
        WORLD_TEST(opens_as_it_was_left),
        WORLD_TEST(keeps_the_content_it_began_with),
        WORLD_TEST(opens_with_content_that_is_known),
        WORLD_TEST(opens_by_name_and_the_last_used),
        WORLD_TEST(a_start_that_is_refused_leaves_nothing),
        WORLD_TEST(a_deleted_session_is_gone),
        WORLD_TEST(a_text_may_be_its_own),
        WORLD_TEST(content_that_is_not_understood_is_damage),
        WORLD_TEST(another_role_than_the_record_says_is_damage),
        WORLD_TEST(missing_content_is_damage),
        cmocka_unit_test(a_change_that_fails_has_no_effect),
        WORLD_TEST(opening_and_starting_without_memory),
        WORLD_TEST(what_cannot_be_a_note_is_refused),
        cmocka_unit_test(null_is_safe),
    };
    return cmocka_run_group_tests_name("session: life", tests, NULL, NULL);
}
