/* What the tests of sessions share: a store of their own, a role from real files, and a session. */
#ifndef RUNG_TESTS_SESSION_WORLD_H
#define RUNG_TESTS_SESSION_WORLD_H

#include "session/session.h"
#include "store/fixture.h"

typedef struct world {
    fixture f;
    rung_role *role;
    const rung_role *known; /* what world_open knows, or NULL */
    rung_store *store;
    rung_session *session;
    rung_arena arena; /* of diagnostics and words; released with the world */
    rung_diagnostics diagnostics;
} world;

/* With a store, and a session "ann" begun in it at 1000 ms. */
int world_setup(void **state);
int world_teardown(void **state);
#define WORLD_TEST(test) cmocka_unit_test_setup_teardown(test, world_setup, world_teardown)

/* The role of tests/session/content; `tail` is put behind the rules, as a change of them. */
rung_role *load_role(const rung_memory *memory, const char *tail);
/* The same rules with the questionnaire of FILE in that folder. */
rung_role *load_version(const rung_memory *memory, const char *file);
/* rung_session_open inside the guard that it needs. */
rung_status world_open(world *w, const rung_memory *memory, rung_store *store, const char *wanted,
                       rung_session **out);
/* The same as it was at a time. */
rung_status world_open_at(world *w, const rung_memory *memory, const char *wanted, int64_t at,
                          rung_session **out);
/* Closes the session and opens it again; the asserts of the test hold for what comes out. */
void world_reopen(world *w);

size_t question_of(const rung_session *session, rung_text id);
/* The answer in its written form; `words` empty: not given. Fails the test if it is none. Texts
 * live until the world ends. */
rung_answer answer_of(world *w, size_t question, rung_text words);
bool same_answer(const rung_question *question, rung_answer a, rung_answer b);

int run_scenario_tests(void);
int run_life_tests(void);
int run_move_tests(void);

#endif
