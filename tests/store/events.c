/* The log: what goes in comes out, in order, once, and never changes. */
#include "store/fixture.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reads_what_was_appended(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1];
    rung_event *events;
    size_t count;
    make_store(f->path, id);
    rung_store *store = open_store(f->path, RUNG_STORE_READ);
    assert_status(fixture_events(f, store, id, 0, &events, &count), RUNG_OK);
    const rung_event expected[] = {
        {1, 2000, RUNG_EVENT_ANSWER, "ehr_practice", RUNG_TEXT("alone")},
        {2, 3000, RUNG_EVENT_SKIP, "degree", RUNG_TEXT("")},
        {3, 4000, RUNG_EVENT_ANSWER, "years", RUNG_TEXT("4.5")},
    };
    assert_int_equal(count, RUNG_COUNT(expected));
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(events[i].sequence, expected[i].sequence);
        assert_int_equal(events[i].at, expected[i].at);
        assert_int_equal(events[i].kind, expected[i].kind);
        assert_string_equal(events[i].question, expected[i].question);
        assert_true(rung_text_equal(events[i].value, expected[i].value));
    }
    rung_store_close(store);
}

static void reads_what_is_behind(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1];
    rung_event *events;
    size_t count;
    make_store(f->path, id);
    rung_store *store = open_store(f->path, RUNG_STORE_READ);
    for (int64_t after = 0; after < 5; after++) {
        assert_status(fixture_events(f, store, id, after, &events, &count), RUNG_OK);
        assert_int_equal(count, after < 3 ? 3 - after : 0);
        if (count)
            assert_int_equal(events[0].sequence, after + 1);
    }
    rung_store_close(store);
}

static void a_session_knows_its_own_events_only(void **state)
{
    fixture *f = *state;
    fake_role fake;
    char id[RUNG_SESSION_ID + 1], other[RUNG_SESSION_ID + 1];
    make_store(f->path, id);
    rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
    fake_role_init(&fake, "r", "q", "r");
    assert_status(rung_store_start(store, &fake.role, "", 1, other), RUNG_OK);
    assert_status(append_answer(store, other, "q", "1"), RUNG_OK);
    rung_store_close(store);
    assert_int_equal(count_events(f->path, id), 3);
    assert_int_equal(count_events(f->path, other), 1);
}

static void unknown_sessions_have_no_events(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1];
    rung_event *events = NULL;
    size_t count = 77;
    make_store(f->path, id);
    rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
    assert_status(fixture_events(f, store, "zzzzzz", 0, &events, &count), RUNG_NOT_FOUND);
    assert_int_equal(count, 77);
    assert_status(append_answer(store, "zzzzzz", "q", "1"), RUNG_NOT_FOUND);
    assert_status(append_answer(store, "", "q", "1"), RUNG_NOT_FOUND);
    assert_status(rung_store_append(store, "zzzzzz", 0, NULL, 0), RUNG_NOT_FOUND);
    rung_store_close(store);
}

/* --- Expectations ---------------------------------------------------------------------------- */

static const struct {
    int64_t expected;
    size_t count;
    rung_status status;
} expectations[] = {
    {3, 1, RUNG_OK},       {3, 1, RUNG_CONFLICT}, {4, 2, RUNG_OK},        {5, 1, RUNG_CONFLICT},
    {-1, 1, RUNG_OK},      {0, 1, RUNG_CONFLICT}, {99, 1, RUNG_CONFLICT}, {7, 0, RUNG_OK},
    {6, 0, RUNG_CONFLICT}, {-1, 0, RUNG_OK},      {7, 3, RUNG_OK},
};

static void appends_only_to_what_is_expected(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1];
    size_t total = 3;
    const rung_event events[] = {answer_event("a", "1", 1), answer_event("b", "2", 2),
                                 answer_event("c", "3", 3)};
    make_store(f->path, id);
    for (size_t i = 0; i < RUNG_COUNT(expectations); i++) {
        rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
        assert_status(
            rung_store_append(store, id, expectations[i].expected, events, expectations[i].count),
            expectations[i].status);
        rung_store_close(store);
        if (expectations[i].status == RUNG_OK)
            total += expectations[i].count;
        assert_int_equal(count_events(f->path, id), total);
    }
}

/* --- Moves ----------------------------------------------------------------------------------- */

static int64_t version_of(const char *path)
{
    sqlite3 *sqlite;
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_open(path, &sqlite), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(sqlite, "PRAGMA user_version", -1, &statement, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int64_t version = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(sqlite);
    return version;
}

/* A store is of the first version until it has a move. */
static void a_move_changes_the_content(void **state)
{
    fixture *f = *state;
    fake_role newer;
    char id[RUNG_SESSION_ID + 1];
    rung_session_record before, after;
    rung_event *events;
    rung_digest questionnaire, rules;
    rung_text bytes;
    size_t count;
    make_store(f->path, id);
    assert_int_equal(version_of(f->path), 1);
    fake_role_init(&newer, "r", "new questions", "new rules");
    const rung_event kept = answer_event("years", "4.5", 5000);
    rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
    assert_status(fixture_find(f, store, id, &before), RUNG_OK);
    assert_status(rung_store_move(store, id, 2, RUNG_EVENT_MOVE, &newer.role, 5000, &kept, 1),
                  RUNG_CONFLICT);
    assert_status(fixture_content(f, store, &newer.role.rules->digest, &bytes), RUNG_NOT_FOUND);
    assert_status(rung_store_move(store, id, 3, RUNG_EVENT_MOVE, &newer.role, 5000, &kept, 1),
                  RUNG_OK);
    rung_store_close(store);
    assert_int_equal(version_of(f->path), 2);

    store = open_store(f->path, RUNG_STORE_READ);
    assert_status(fixture_find(f, store, id, &after), RUNG_OK);
    assert_int_equal(after.events, 5);
    assert_string_equal(before.rules.hex, before.first_rules.hex);
    assert_string_equal(after.first_questionnaire.hex, before.questionnaire.hex);
    assert_string_equal(after.first_rules.hex, before.rules.hex);
    assert_string_equal(after.questionnaire.hex, newer.role.questionnaire->digest.hex);
    assert_string_equal(after.rules.hex, newer.role.rules->digest.hex);
    assert_status(fixture_events(f, store, id, 3, &events, &count), RUNG_OK);
    assert_int_equal(count, 2);
    assert_true(rung_event_is_move(&events[0]));
    assert_false(rung_event_is_move(&events[1]));
    rung_event_content(&events[0], &questionnaire, &rules);
    assert_string_equal(questionnaire.hex, after.questionnaire.hex);
    assert_string_equal(rules.hex, after.rules.hex);
    assert_status(fixture_content(f, store, &before.rules, &bytes), RUNG_OK);
    assert_status(fixture_content(f, store, &after.rules, &bytes), RUNG_OK);
    rung_store_close(store);
}

static void content_of_a_move_goes_with_its_session(void **state)
{
    fixture *f = *state;
    fake_role newer;
    char id[RUNG_SESSION_ID + 1], other[RUNG_SESSION_ID + 1];
    rung_text bytes;
    make_store(f->path, id);
    fake_role_init(&newer, "r", "new questions", "new rules");
    rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
    assert_status(rung_store_move(store, id, 3, RUNG_EVENT_MOVE, &newer.role, 5000, NULL, 0),
                  RUNG_OK);
    fake_role_init(&newer, "r", "other questions", "new rules");
    assert_status(rung_store_start(store, &newer.role, "", 1, other), RUNG_OK);
    assert_status(rung_store_delete(store, other), RUNG_OK);
    assert_status(fixture_content(f, store, &newer.role.rules->digest, &bytes), RUNG_OK);
    assert_status(rung_store_delete(store, id), RUNG_OK);
    assert_status(fixture_content(f, store, &newer.role.rules->digest, &bytes), RUNG_NOT_FOUND);
    rung_store_close(store);
    assert_false(file_has(f->path, "new questions"));
}

/* Only rung_store_move knows that their content is kept. */
static void moves_are_not_appended(void **state)
{
    fixture *f = *state;
    fake_role newer;
    char id[RUNG_SESSION_ID + 1], digests[130];
    make_store(f->path, id);
    memset(digests, 'a', sizeof digests);
    digests[64] = ' ';
    const rung_event move = {
        .at = 1, .kind = RUNG_EVENT_MOVE, .question = "", .value = {digests, 129}};
    rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
    fake_role_init(&newer, "r", "new questions", "new rules");
    assert_status(rung_store_append(store, id, -1, &move, 1), RUNG_INVALID);
    assert_status(rung_store_move(store, id, -1, RUNG_EVENT_MOVE, &newer.role, 1, &move, 1),
                  RUNG_INVALID);
    assert_status(rung_store_move(store, id, -1, RUNG_EVENT_SKIP, &newer.role, 1, NULL, 0),
                  RUNG_INVALID);
    assert_status(rung_store_move(store, id, -1, RUNG_EVENT_MOVE, &newer.role, INT64_MAX, NULL, 0),
                  RUNG_INVALID);
    assert_status(rung_store_move(store, "zzzzzz", -1, RUNG_EVENT_MOVE, &newer.role, 1, NULL, 0),
                  RUNG_NOT_FOUND);
    rung_store_close(store);
    assert_int_equal(version_of(f->path), 1);
    assert_int_equal(count_events(f->path, id), 3);
}

/* --- What can be an event -------------------------------------------------------------------- */

/* The longest text has as many characters, of up to four bytes. */
enum { MAX_VALUE = 4 * RUNG_CONTENT_MAX_TEXT };
static char longest_key[RUNG_CONTENT_MAX_ID + 2];
static char longest_value[MAX_VALUE + 2];

#define ANSWER RUNG_EVENT_ANSWER
static struct event_case {
    const char *what;
    rung_event event;
    rung_status status;
} cases[] = {
    {"an answer", {0, 1, ANSWER, "q", {"x", 1}}, RUNG_OK},
    {"an empty answer", {0, 1, ANSWER, "q", {NULL, 0}}, RUNG_OK},
    {"many lines", {0, 1, ANSWER, "q", {"a\nb\tc", 5}}, RUNG_OK},
    {"SQL", {0, 1, ANSWER, "q", {"'); DROP TABLE event;--", 23}}, RUNG_OK},
    {"a taken back answer", {0, 1, RUNG_EVENT_CLEAR, "q", {NULL, 0}}, RUNG_OK},
    {"a key at the limit", {0, 1, ANSWER, longest_key + 1, {"x", 1}}, RUNG_OK},
    {"a value at the limit", {0, 1, ANSWER, "q", {longest_value, MAX_VALUE}}, RUNG_OK},
    {"a key past it", {0, 1, ANSWER, longest_key, {"x", 1}}, RUNG_INVALID},
    {"a value past it", {0, 1, ANSWER, "q", {longest_value, MAX_VALUE + 1}}, RUNG_INVALID},
    {"no question", {0, 1, ANSWER, "", {"x", 1}}, RUNG_INVALID},
    {"NULL for a question", {0, 1, ANSWER, NULL, {"x", 1}}, RUNG_INVALID},
    {"a question that is no UTF-8", {0, 1, ANSWER, "\xff", {"x", 1}}, RUNG_INVALID},
    {"a value that is no UTF-8", {0, 1, ANSWER, "q", {"\xc0\x80", 2}}, RUNG_INVALID},
    {"a value with NUL", {0, 1, ANSWER, "q", {"a\0b", 3}}, RUNG_INVALID},
    {"a skip with a value", {0, 1, RUNG_EVENT_SKIP, "q", {"x", 1}}, RUNG_INVALID},
    {"kind 0", {0, 1, 0, "q", {NULL, 0}}, RUNG_INVALID},
    {"a note", {0, 1, RUNG_EVENT_NOTE, "q", {"x", 1}}, RUNG_OK},
    {"a note that is no more", {0, 1, RUNG_EVENT_NOTE, "q", {NULL, 0}}, RUNG_OK},
    {"a note at the limit", {0, 1, RUNG_EVENT_NOTE, "q", {longest_value, MAX_VALUE}}, RUNG_OK},
    {"a note past it", {0, 1, RUNG_EVENT_NOTE, "q", {longest_value, MAX_VALUE + 1}}, RUNG_INVALID},
    {"a step done", {0, 1, RUNG_EVENT_DONE, "an-action", {NULL, 0}}, RUNG_OK},
    {"a step not done", {0, 1, RUNG_EVENT_UNDONE, "an-action", {NULL, 0}}, RUNG_OK},
    {"a step with a value", {0, 1, RUNG_EVENT_DONE, "an-action", {"x", 1}}, RUNG_INVALID},
    {"a step without a name", {0, 1, RUNG_EVENT_UNDONE, "", {NULL, 0}}, RUNG_INVALID},
    {"kind 9", {0, 1, 9, "q", {NULL, 0}}, RUNG_INVALID},
    {"kind 4", {0, 1, 4, "q", {NULL, 0}}, RUNG_INVALID},
    {"a time out of all years", {0, INT64_MAX, ANSWER, "q", {"x", 1}}, RUNG_INVALID},
};

/* A store without notes and steps can still be used by programs that know none. */
static void the_first_of_a_later_kind_makes_another_version(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1];
    fake_role newer;
    const rung_event answer = answer_event("years", "5", 5000);
    const rung_event note = {
        .at = 5000, .kind = RUNG_EVENT_NOTE, .question = "years", .value = {"x", 1}};
    const rung_event step = {.at = 5000, .kind = RUNG_EVENT_DONE, .question = "a-course"};
    make_store(f->path, id);
    rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
    assert_status(rung_store_append(store, id, 9, &note, 1), RUNG_CONFLICT);
    assert_status(rung_store_append(store, id, 3, &answer, 1), RUNG_OK);
    assert_int_equal(version_of(f->path), 1);
    assert_status(rung_store_append(store, id, 4, &note, 1), RUNG_OK);
    assert_int_equal(version_of(f->path), 3);
    assert_status(rung_store_append(store, id, 5, &step, 1), RUNG_OK);
    assert_int_equal(version_of(f->path), 4);
    fake_role_init(&newer, "r", "new questions", "new rules");
    assert_status(rung_store_move(store, id, 6, RUNG_EVENT_MOVE, &newer.role, 6000, NULL, 0),
                  RUNG_OK);
    assert_status(rung_store_append(store, id, 7, &note, 1), RUNG_OK);
    assert_int_equal(version_of(f->path), 4); /* never back */
    rung_store_close(store);
}

static void checks_events(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1];
    rung_event *events;
    size_t count, total = 3;
    memset(longest_key, 'k', sizeof longest_key - 1);
    memset(longest_value, 'v', sizeof longest_value - 1);
    make_store(f->path, id);
    rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
    for (size_t i = 0; i < RUNG_COUNT(cases); i++) {
        /* With a good one before it: all or none. */
        const rung_event pair[] = {answer_event("before", "1", 1), cases[i].event};
        rung_status status = rung_store_append(store, id, (int64_t)total, pair, 2);
        if (status != cases[i].status)
            print_error("%s:\n", cases[i].what);
        assert_status(status, cases[i].status);
        total += status == RUNG_OK ? 2 : 0;
        assert_status(fixture_events(f, store, id, 0, &events, &count), RUNG_OK);
        assert_int_equal(count, total);
        if (status != RUNG_OK)
            continue;
        assert_string_equal(events[count - 1].question, cases[i].event.question);
        assert_true(rung_text_equal(events[count - 1].value, cases[i].event.value));
    }
    rung_store_close(store);
}

/* --- Never changed --------------------------------------------------------------------------- */

static const char *const forbidden[] = {
    "UPDATE event SET value = 'better'",
    "UPDATE event SET sequence = sequence + 10",
    "DELETE FROM event",
    "DELETE FROM event WHERE sequence = 3",
    "UPDATE content SET bytes = x'00'",
};

static void the_file_itself_refuses_changes(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1];
    sqlite3 *sqlite;
    make_store(f->path, id);
    assert_int_equal(sqlite3_open(f->path, &sqlite), SQLITE_OK);
    for (size_t i = 0; i < RUNG_COUNT(forbidden); i++) {
        sqlite3_exec(sqlite, forbidden[i], NULL, NULL, NULL);
        assert_int_equal(sqlite3_extended_errcode(sqlite), SQLITE_CONSTRAINT_TRIGGER);
    }
    sqlite3_close(sqlite);
    assert_int_equal(count_events(f->path, id), 3);
}

int run_event_tests(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(reads_what_was_appended),
        STORE_TEST(reads_what_is_behind),
        STORE_TEST(a_session_knows_its_own_events_only),
        STORE_TEST(unknown_sessions_have_no_events),
        STORE_TEST(appends_only_to_what_is_expected),
        STORE_TEST(a_move_changes_the_content),
        STORE_TEST(content_of_a_move_goes_with_its_session),
        STORE_TEST(moves_are_not_appended),
        STORE_TEST(the_first_of_a_later_kind_makes_another_version),
        STORE_TEST(checks_events),
        STORE_TEST(the_file_itself_refuses_changes),
    };
    return cmocka_run_group_tests_name("store: events", tests, NULL, NULL);
}
