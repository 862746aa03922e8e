/* `delete` really deletes: the raw bytes of the file and of its journal are searched. */
#include "store/fixture.h"
#include "store/shim.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void nothing_of_a_deleted_session_remains(void **state)
{
    static const char *const traces[] = {"Wilhelmina",      "the rules of W", "the questions of W",
                                         "my secret story", "rare_question",  "rare-role"};
    fixture *f = *state;
    fake_role fake;
    char id[RUNG_SESSION_ID + 1], other[RUNG_SESSION_ID + 1];
    make_store(f->path, other);
    rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
    fake_role_init(&fake, "rare-role", "the questions of W", "the rules of W");
    assert_status(rung_store_start(store, &fake.role, "Wilhelmina", 1, id), RUNG_OK);
    assert_status(append_answer(store, id, "rare_question", "my secret story"), RUNG_OK);
    for (size_t i = 0; i < RUNG_COUNT(traces); i++)
        assert_true(file_has(f->path, traces[i]));

    assert_status(rung_store_delete(store, id), RUNG_OK);
    for (size_t i = 0; i < RUNG_COUNT(traces); i++)
        assert_false(file_has(f->path, traces[i])); /* while the store is still open */
    assert_false(file_has(f->path, id));
    assert_status(rung_store_delete(store, id), RUNG_NOT_FOUND);
    rung_store_close(store);
    assert_int_equal(count_events(f->path, other), 3);
}

static void content_stays_while_somebody_uses_it(void **state)
{
    fixture *f = *state;
    fake_role a, b;
    char first[RUNG_SESSION_ID + 1], second[RUNG_SESSION_ID + 1];
    rung_text bytes;
    fake_role_init(&a, "a", "shared questions", "rules of a");
    fake_role_init(&b, "b", "shared questions", "rules of b");
    rung_store *store = open_store(f->path, RUNG_STORE_CREATE);
    assert_status(rung_store_start(store, &a.role, "", 1, first), RUNG_OK);
    assert_status(rung_store_start(store, &b.role, "", 1, second), RUNG_OK);
    assert_status(rung_store_delete(store, first), RUNG_OK);
    assert_status(fixture_content(f, store, &a.rules.digest, &bytes), RUNG_NOT_FOUND);
    assert_status(fixture_content(f, store, &b.rules.digest, &bytes), RUNG_OK);
    assert_status(fixture_content(f, store, &b.questionnaire.digest, &bytes), RUNG_OK);
    assert_status(rung_store_delete(store, second), RUNG_OK);
    assert_status(fixture_content(f, store, &b.questionnaire.digest, &bytes), RUNG_NOT_FOUND);
    rung_store_close(store);
}

/* Rows move between pages while a store grows and shrinks, and leave copies behind where nobody
 * looks for them, also with secure_delete. So the coming and going is done without
 * rung_store_delete first, which must leave such copies (else this test shows nothing), and then
 * with it. */

enum { STEPS = 3000, PEOPLE = 200 };

typedef struct person {
    char id[RUNG_SESSION_ID + 1], mark[32];
    int events;
    bool there;
} person;

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

/* One step of coming and going, as SQL. */
static void one_step(char *sql, size_t size, person *people, size_t *count, unsigned *seed)
{
    static const int sizes[] = {0, 10, 100, 700, 3000};
    unsigned dice = next_random(seed) % 100;
    person *p = *count ? &people[next_random(seed) % *count] : NULL;
    *sql = '\0';
    if (!p || (dice < 4 && *count < PEOPLE)) {
        p = &people[*count];
        p->there = true;
        snprintf(p->id, sizeof p->id, "aa%04zu", 2222 + *count);
        snprintf(p->mark, sizeof p->mark, "mark-%zu-mark", (*count)++);
        snprintf(sql, size, "INSERT INTO session SELECT '%s','%s','r',digest,digest,1 FROM content",
                 p->id, p->mark);
    } else if (p->there && dice < 6) {
        p->there = false;
        snprintf(sql, size, "DELETE FROM session WHERE id = '%s'", p->id);
    } else if (p->there) {
        snprintf(sql, size, "INSERT INTO event VALUES ('%s',%d,1,1,'q','%s' || hex(zeroblob(%d)))",
                 p->id, ++p->events, p->mark, sizes[next_random(seed) % RUNG_COUNT(sizes)] / 2);
    }
}

static size_t come_and_go(const char *path, person *people)
{
    sqlite3 *sqlite;
    size_t count = 0;
    unsigned seed = 7;
    assert_int_equal(sqlite3_open(path, &sqlite), SQLITE_OK);
    sqlite3_exec(sqlite,
                 "PRAGMA synchronous = OFF; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;"
                 "INSERT INTO content VALUES (hex(zeroblob(32)), x'00')",
                 NULL, NULL, NULL);
    for (int step = 0; step < STEPS; step++) {
        char sql[512];
        one_step(sql, sizeof sql, people, &count, &seed);
        assert_int_equal(sqlite3_exec(sqlite, sql, NULL, NULL, NULL), SQLITE_OK);
    }
    sqlite3_close(sqlite);
    return count;
}

static size_t traces_of_the_gone(const char *path, const person *people, size_t count)
{
    size_t traces = 0;
    for (size_t i = 0; i < count; i++)
        traces += !people[i].there && file_has(path, people[i].mark);
    return traces;
}

static void no_trace_after_much_coming_and_going(void **state)
{
    fixture *f = *state;
    static person people[PEOPLE];
    memset(people, 0, sizeof people);
    rung_store_close(open_store(f->path, RUNG_STORE_CREATE));
    size_t count = come_and_go(f->path, people);
    assert_true(traces_of_the_gone(f->path, people, count) > 0);

    person *last = &people[count - 1];
    while (!last->there)
        last--;
    rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
    assert_status(rung_store_delete(store, last->id), RUNG_OK);
    last->there = false;
    assert_int_equal(traces_of_the_gone(f->path, people, count), 0);
    rung_store_close(store);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(file_has(f->path, people[i].mark), people[i].there);
}

/* The copy that a file is rebuilt from would lie in a folder that all can read. */
static void nothing_goes_to_temporary_files(void **state)
{
    static char large[5 << 20];
    fixture *f = *state;
    fake_role fake;
    char id[RUNG_SESSION_ID + 1], other[RUNG_SESSION_ID + 1];
    memset(large, 'x', sizeof large - 1);
    fake_role_init(&fake, "r", large, "rules");
    rung_store *store = open_store(f->path, RUNG_STORE_CREATE);
    assert_status(rung_store_start(store, &fake.role, "", 1, id), RUNG_OK);
    assert_status(rung_store_start(store, &fake.role, "", 1, other), RUNG_OK);
    long before = shim_temporary_files();
    assert_status(rung_store_delete(store, id), RUNG_OK);
    assert_int_equal(shim_temporary_files(), before);
    rung_store_close(store);
}

int run_privacy_tests(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(nothing_of_a_deleted_session_remains),
        STORE_TEST(content_stays_while_somebody_uses_it),
        STORE_TEST(nothing_goes_to_temporary_files),
        STORE_TEST(no_trace_after_much_coming_and_going),
    };
    return cmocka_run_group_tests_name("store: privacy", tests, NULL, NULL);
}
