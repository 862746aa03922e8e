/* Runs scenarios.txt. */
#include "session/world.h"

#include <stdlib.h>
#include <string.h>

typedef struct runner {
    world *w;
    rung_session *session; /* the one that a command is for */
    int64_t now;
    bool reopening; /* after each line */
} runner;

/* --- Words ----------------------------------------------------------------------------------- */

/* Takes the text before the next `end` off `*rest`, or all of it. */
static rung_text take(rung_text *rest, char end)
{
    const char *at = rest->size ? memchr(rest->at, end, rest->size) : NULL;
    rung_text taken = {rest->at, at ? (size_t)(at - rest->at) : rest->size};
    size_t used = taken.size + (at != NULL);
    rest->at += used;
    rest->size -= used;
    return taken;
}

/* Takes "question=value"; of a text question the rest of the line is the value. */
static rung_text take_pair(const runner *r, rung_text *rest, size_t *question)
{
    *question = question_of(r->session, rung_text_trim(take(rest, '=')));
    const rung_questionnaire *questionnaire = rung_session_role(r->session)->questionnaire;
    bool is_text = questionnaire->questions[*question].type == RUNG_QUESTION_TEXT;
    return take(rest, is_text ? '\n' : ' ');
}

static size_t number_of(rung_text text)
{
    int64_t number = -1;
    assert_true(rung_parse_int(text, &number) && number >= 0);
    return (size_t)number;
}

/* --- Commands -------------------------------------------------------------------------------- */

static rung_status run_answer(runner *r, rung_text rest)
{
    size_t q = question_of(r->session, take(&rest, ' '));
    return rung_session_answer(r->session, q, answer_of(r->w, q, rest), r->now);
}

static rung_status run_clear(runner *r, rung_text rest)
{
    return rung_session_clear(r->session, question_of(r->session, rest), r->now);
}

static rung_status run_skip(runner *r, rung_text rest)
{
    return rung_session_skip(r->session, question_of(r->session, rest), r->now);
}

static rung_status run_all(runner *r, rung_text rest)
{
    rung_answers *answers;
    const rung_questionnaire *questionnaire = rung_session_role(r->session)->questionnaire;
    bool *change = calloc(questionnaire->question_count, sizeof *change);
    assert_non_null(change);
    assert_status(rung_answers_new(&answers, NULL, questionnaire), RUNG_OK);
    while (rest.size) {
        size_t q;
        rung_text value = take_pair(r, &rest, &q);
        change[q] = true;
        assert_status(rung_answers_set(answers, q, answer_of(r->w, q, value)), RUNG_OK);
    }
    rung_status status = rung_session_answer_all(r->session, answers, change, r->now);
    rung_answers_free(answers);
    free(change);
    return status;
}

static rung_status run_raw(runner *r, rung_text rest)
{
    char question[64] = "";
    rung_text id = take(&rest, ' ');
    assert_true(id.size < sizeof question);
    memcpy(question, id.at, id.size);
    rung_event event = {.at = r->now, .kind = RUNG_EVENT_ANSWER, .question = question};
    event.value = rest;
    return rung_store_append(r->w->store, rung_session_info(r->session)->id, -1, &event, 1);
}

static rung_status run_reopen(runner *r, rung_text rest)
{
    assert_int_equal(rest.size, 0);
    world_reopen(r->w);
    r->session = r->w->session;
    return RUNG_OK;
}

static rung_status run_know(runner *r, rung_text rest)
{
    while (rest.size) {
        size_t q;
        const char *tilde = memchr(rest.at, '~', rest.size);
        const char *equals = memchr(rest.at, '=', rest.size);
        bool skipped = tilde && (!equals || tilde < equals);
        rung_text value = {0};
        if (skipped) {
            q = question_of(r->session, take(&rest, '~'));
            take(&rest, ' ');
        } else {
            value = take_pair(r, &rest, &q);
        }
        const rung_question *question = &rung_session_role(r->session)->questionnaire->questions[q];
        const rung_answer *known = rung_answers_get(rung_session_answers(r->session), q);
        if (!same_answer(question, *known, answer_of(r->w, q, value)))
            fail_msg("%s is not %.*s", question->id, (int)value.size, value.at);
        if (rung_session_skipped(r->session)[q] != skipped)
            fail_msg("%s is %sskipped", question->id, skipped ? "not " : "");
    }
    return RUNG_OK;
}

/* "" takes it away, and is what there is where there is none. */
static rung_status run_note(runner *r, rung_text rest)
{
    size_t q = question_of(r->session, take(&rest, ' '));
    return rung_session_note(r->session, q, rest, r->now);
}

static rung_status run_noted(runner *r, rung_text rest)
{
    size_t q = question_of(r->session, take(&rest, ' '));
    const char *note = rung_session_notes(r->session)[q];
    if (!rung_text_equal(rung_text_of(note), rest))
        fail_msg("the note is %s", note ? note : "not there");
    return RUNG_OK;
}

static rung_status run_events(runner *r, rung_text rest)
{
    size_t wanted = number_of(rest);
    assert_int_equal(rung_session_info(r->session)->events, wanted);
    assert_int_equal(count_events(r->w->f.path, rung_session_info(r->session)->id), wanted);
    return RUNG_OK;
}

static rung_status run_foreign(runner *r, rung_text rest)
{
    assert_int_equal(rung_session_foreign_events(r->session), number_of(rest));
    return RUNG_OK;
}

static rung_status run_elsewhere(runner *r, rung_text rest);

static const struct command {
    const char *name;
    rung_status (*run)(runner *r, rung_text rest);
} commands[] = {
    {"answer", run_answer}, {"note", run_note},           {"noted", run_noted},
    {"clear", run_clear},   {"skip", run_skip},           {"all", run_all},
    {"raw", run_raw},       {"elsewhere", run_elsewhere}, {"know", run_know},
    {"events", run_events}, {"foreign", run_foreign},     {"reopen", run_reopen},
};

static rung_status run_command(runner *r, rung_text rest)
{
    rung_text name = take(&rest, ' ');
    for (size_t i = 0; i < RUNG_COUNT(commands); i++)
        if (rung_text_is(name, commands[i].name))
            return commands[i].run(r, rest);
    fail_msg("there is no command %.*s", (int)name.size, name.at);
    return RUNG_INVALID;
}

static rung_status run_elsewhere(runner *r, rung_text rest)
{
    runner other = *r;
    rung_store *store = open_store(r->w->f.path, RUNG_STORE_WRITE);
    assert_status(world_open(r->w, NULL, store, rung_session_info(r->session)->id, &other.session),
                  RUNG_OK);
    rung_status status = run_command(&other, rest);
    rung_session_close(other.session);
    rung_store_close(store);
    return status;
}

/* --- Scenarios ------------------------------------------------------------------------------- */

static void run_line(runner *r, rung_text line)
{
    static const rung_text conflict = {" -> conflict", 12};
    rung_status expected = RUNG_OK;
    if (rung_text_ends(line, conflict)) {
        expected = RUNG_CONFLICT;
        line.size -= conflict.size;
    }
    r->now += 1000;
    rung_status status = run_command(r, line);
    if (status != expected)
        print_error("%.*s\n", (int)line.size, line.at);
    assert_status(status, expected);
    if (r->reopening)
        run_reopen(r, (rung_text){0});
}

/* The lines of a scenario, behind its name. */
static void run_scenario(rung_text lines, bool reopening)
{
    void *state;
    assert_int_equal(world_setup(&state), 0);
    world *w = state;
    runner r = {.w = w, .session = w->session, .now = 1000, .reopening = reopening};
    while (lines.size) {
        rung_text line = rung_text_trim(take(&lines, '\n'));
        if (line.size && *line.at != '#')
            run_line(&r, line);
    }
    world_teardown(&state);
}

static void run_all_scenarios(void **state)
{
    file_bytes file = read_file(RUNG_TEST_DATA "/session/scenarios.txt");
    size_t count = 0;
    (void)state;
    assert_non_null(file.at);
    file.at[file.size] = '\0';
    for (char *at = strstr(file.at, "\nscenario "), *next; at; at = next, count++) {
        rung_text rest = {at + strlen("\nscenario "), 0};
        next = strstr(rest.at, "\nscenario ");
        rest.size = next ? (size_t)(next - rest.at) : strlen(rest.at);
        rung_text name = take(&rest, '\n');
        print_message("  %.*s\n", (int)name.size, name.at);
        run_scenario(rest, false);
        if (!rung_text_contains(rest, RUNG_TEXT("-> conflict")))
            run_scenario(rest, true);
    }
    assert_true(count > 10);
    free(file.at);
}

int run_scenario_tests(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(run_all_scenarios)};
    return cmocka_run_group_tests_name("session: scenarios", tests, NULL, NULL);
}
