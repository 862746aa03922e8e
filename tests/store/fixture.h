/* What the tests of the store share: a folder of its own for each, content that needs no YAML, and
 * looks at files behind the store's back. */
#ifndef RUNG_TESTS_STORE_FIXTURE_H
#define RUNG_TESTS_STORE_FIXTURE_H

#include "store/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <sys/types.h>

typedef struct fixture {
    char folder[64];
    char path[128]; /* FOLDER/rung.db: nothing is there yet */
    rung_arena arena;
} fixture;

int fixture_setup(void **state);
int fixture_teardown(void **state);
#define STORE_TEST(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

/* The calls that need a guard, in one. */
rung_status fixture_list(fixture *f, rung_store *store, rung_session_record **out, size_t *count);
rung_status fixture_find(fixture *f, rung_store *store, const char *wanted,
                         rung_session_record *out);
rung_status fixture_events(fixture *f, rung_store *store, const char *id, int64_t after,
                           rung_event **out, size_t *count);
rung_status fixture_content(fixture *f, rung_store *store, const rung_digest *digest,
                            rung_text *out);

/* A role whose files are these texts; the store looks at nothing else. */
typedef struct fake_role {
    rung_questionnaire questionnaire;
    rung_rules rules;
    rung_role role;
} fake_role;
void fake_role_init(fake_role *fake, const char *id, const char *questionnaire, const char *rules);

/* Opens, or fails the test. */
rung_store *open_store(const char *path, rung_store_mode mode);
/* A store with one session ("ann") of three events, closed; its id in `id`. */
void make_store(const char *path, char id[RUNG_SESSION_ID + 1]);
rung_event answer_event(const char *question, const char *value, int64_t at);
/* Appends one answer, whatever is there. */
rung_status append_answer(rung_store *store, const char *id, const char *question,
                          const char *value);
/* How many events a session has; fails the test if that cannot be told. */
size_t count_events(const char *path, const char *id);

#define assert_status(actual, expected)                                                            \
    check_status((actual), (expected), #actual, __FILE__, __LINE__)
void check_status(rung_status actual, rung_status expected, const char *what, const char *file,
                  int line);

/* Files. */
enum { PATH_SIZE = 256 };
void make_path(char out[PATH_SIZE], const char *format, ...) RUNG_PRINTF(2, 3);
typedef struct file_bytes {
    char *at;
    size_t size;
} file_bytes;
file_bytes read_file(const char *path); /* {NULL, 0} if there is none; free `at` */
void write_file(const char *path, const void *bytes, size_t size);
void copy_file(const char *from, const char *to);
bool file_exists(const char *path);
bool file_has(const char *path, const char *needle); /* also in -wal, -shm and -journal */
int file_mode(const char *path);                     /* permission bits */
void assert_no_journal(const char *path);
void remove_tree(const char *path);

/* SQL behind the store's back: without its triggers and foreign keys. */
void run_sql(const char *path, const char *sql);

/* To be called first in a child after fork. */
void fixture_child(void);
/* Runs `body` in a child without root's powers; its asserts count. */
void as_nobody(fixture *f, void (*body)(fixture *f));

/* The suites; each returns the number of failed tests. */
int run_open_tests(void);
int run_session_tests(void);
int run_event_tests(void);
int run_damage_tests(void);
int run_privacy_tests(void);
int run_process_tests(void);
int run_fault_tests(void);

#endif
