/* `delete` really deletes: the raw bytes of the file and of its journal are searched. */
#include "store/fixture.h"

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
 * looks for them: with secure_delete alone, this test finds some. */

enum { STEPS = 600, PEOPLE = 200 };

typedef struct person {
    char id[RUNG_SESSION_ID + 1], mark[32];
    bool there;
} person;

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static void write_much(rung_store *store, const person *p, unsigned *seed)
{
    static const size_t sizes[] = {0, 10, 100, 700, 3000};
    char value[3100];
    size_t size = sizes[next_random(seed) % RUNG_COUNT(sizes)];
    snprintf(value, sizeof value, "%s ", p->mark);
    size_t start = strlen(value);
    memset(value + start, 'x', size);
    value[start + size] = '\0';
    assert_status(append_answer(store, p->id, "q", value), RUNG_OK);
}

static void no_trace_after_much_coming_and_going(void **state)
{
    fixture *f = *state;
    fake_role fake;
    person people[PEOPLE] = {0};
    size_t count = 0;
    unsigned seed = 7;
    fake_role_init(&fake, "r", "q", "r");
    rung_store *store = open_store(f->path, RUNG_STORE_CREATE);
    for (int step = 0; step < STEPS; step++) {
        unsigned dice = next_random(&seed) % 100;
        person *p = count ? &people[next_random(&seed) % count] : NULL;
        if (!p || (dice < 8 && count < PEOPLE)) {
            p = &people[count];
            snprintf(p->mark, sizeof p->mark, "mark-%zu-mark", count++);
            assert_status(rung_store_start(store, &fake.role, p->mark, step, p->id), RUNG_OK);
            p->there = true;
        } else if (p->there && dice < 14) {
            assert_status(rung_store_delete(store, p->id), RUNG_OK);
            p->there = false;
            assert_false(file_has(f->path, p->mark));
            assert_false(file_has(f->path, p->id));
        } else if (p->there) {
            write_much(store, p, &seed);
        }
    }
    for (size_t i = 0; i < count; i++)
        assert_int_equal(file_has(f->path, people[i].mark), people[i].there);
    rung_store_close(store);
}

int run_privacy_tests(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(nothing_of_a_deleted_session_remains),
        STORE_TEST(content_stays_while_somebody_uses_it),
        STORE_TEST(no_trace_after_much_coming_and_going),
    };
    return cmocka_run_group_tests_name("store: privacy", tests, NULL, NULL);
}
