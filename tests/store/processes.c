/* Several processes on one store, and processes that are killed. */
#include "store/fixture.h"
#include "store/shim.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pid_t start_child(void (*body)(const fixture *f, const char *id, int out), const fixture *f,
                         const char *id, int out)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        fixture_child();
        body(f, id, out);
        _exit(0);
    }
    return child;
}

static void assert_child_well(pid_t child)
{
    int result;
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_true(WIFEXITED(result) && WEXITSTATUS(result) == 0);
}

/* --- At once --------------------------------------------------------------------------------- */

enum { CHILDREN = 4, EACH = 40, RACES = 10 };

/* Waits at the gate until the parent opens it, so that all begin at the same moment. */
static void create_and_append(const fixture *f, const char *id, int gate)
{
    fake_role fake;
    char own[RUNG_SESSION_ID + 1], byte;
    (void)id;
    fake_role_init(&fake, "r", "q", "r");
    assert_int_equal(read(gate, &byte, 1), 1);
    rung_store *store = open_store(f->path, RUNG_STORE_CREATE);
    assert_status(rung_store_start(store, &fake.role, "child", 1, own), RUNG_OK);
    assert_status(append_answer(store, own, "q", "1"), RUNG_OK);
    rung_store_close(store);
}

static void race_to_create(const fixture *f)
{
    pid_t children[CHILDREN];
    int gate[2];
    assert_int_equal(pipe(gate), 0);
    for (size_t i = 0; i < CHILDREN; i++)
        children[i] = start_child(create_and_append, f, NULL, gate[0]);
    assert_int_equal(write(gate[1], "gogogogo", CHILDREN), CHILDREN);
    for (size_t i = 0; i < CHILDREN; i++)
        assert_child_well(children[i]);
    close(gate[0]);
    close(gate[1]);
}

static void processes_create_one_store_together(void **state)
{
    fixture *f = *state;
    for (int round = 0; round < RACES; round++) {
        rung_session_record *list;
        size_t count;
        race_to_create(f);
        rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
        assert_status(fixture_list(f, store, &list, &count), RUNG_OK);
        assert_int_equal(count, CHILDREN);
        for (size_t i = 0; i < count; i++)
            assert_int_equal(list[i].events, 1);
        rung_store_close(store);
        assert_no_journal(f->path);
        remove(f->path);
    }
}

static void create_in_a_child(void *ctx)
{
    int gate[2];
    assert_int_equal(pipe(gate), 0);
    pid_t child = start_child(create_and_append, ctx, NULL, gate[0]);
    assert_int_equal(write(gate[1], "g", 1), 1);
    assert_child_well(child);
    close(gate[0]);
    close(gate[1]);
}

/* The same race, decided at each point in turn: another process makes the store, all of it, while
 * this one is between two looks at it. */
static void another_creates_it_in_between(void **state)
{
    fixture *f = *state;
    long n = 0;
    for (bool interrupted = true; interrupted; n++) {
        rung_session_record *list;
        size_t count;
        shim_interrupt(n, create_in_a_child, f);
        rung_store *store = open_store(f->path, RUNG_STORE_CREATE);
        interrupted = shim_interrupted();
        assert_status(fixture_list(f, store, &list, &count), RUNG_OK);
        assert_int_equal(count, interrupted);
        rung_store_close(store);
        remove(f->path);
    }
    assert_true(n > 3);
}

static void append_to_one_session(const fixture *f, const char *id, int out)
{
    rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
    (void)out;
    for (int i = 0; i < EACH; i++)
        assert_status(append_answer(store, id, "q", "1"), RUNG_OK);
    rung_store_close(store);
}

static void processes_write_one_session_together(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1];
    pid_t children[CHILDREN];
    make_store(f->path, id);
    for (size_t i = 0; i < CHILDREN; i++)
        children[i] = start_child(append_to_one_session, f, id, -1);
    for (int i = 0; i < 20; i++)
        assert_in_range(count_events(f->path, id), 3, 3 + CHILDREN * EACH);
    for (size_t i = 0; i < CHILDREN; i++)
        assert_child_well(children[i]);
    assert_int_equal(count_events(f->path, id), 3 + CHILDREN * EACH); /* reading checks the gaps */
}

/* Each event is written by one of them, against what it has read; nobody's is lost. */
static void append_as_expected(const fixture *f, const char *id, int out)
{
    fixture own = {0};
    rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
    (void)out;
    for (int done = 0; done < EACH;) {
        rung_event *events, event = answer_event("q", "1", 1);
        size_t count;
        assert_status(fixture_events(&own, store, id, 0, &events, &count), RUNG_OK);
        rung_status status = rung_store_append(store, id, (int64_t)count, &event, 1);
        assert_true(status == RUNG_OK || status == RUNG_CONFLICT);
        done += status == RUNG_OK;
        rung_arena_release(&own.arena);
    }
    rung_store_close(store);
}

static void conflicts_are_noticed(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1];
    make_store(f->path, id);
    pid_t one = start_child(append_as_expected, f, id, -1);
    pid_t two = start_child(append_as_expected, f, id, -1);
    assert_child_well(one);
    assert_child_well(two);
    assert_int_equal(count_events(f->path, id), 3 + 2 * EACH);
}

static void two_stores_in_one_process(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1];
    make_store(f->path, id);
    rung_store *one = open_store(f->path, RUNG_STORE_WRITE);
    rung_store *two = open_store(f->path, RUNG_STORE_WRITE);
    assert_status(append_answer(one, id, "q", "1"), RUNG_OK);
    assert_status(append_answer(two, id, "q", "2"), RUNG_OK);
    assert_int_equal(count_events(f->path, id), 5); /* a third one, opened and closed */
    assert_status(append_answer(one, id, "q", "3"), RUNG_OK);
    rung_store_close(one);
    assert_status(append_answer(two, id, "q", "4"), RUNG_OK);
    rung_store_close(two);
    assert_int_equal(count_events(f->path, id), 7);
}

/* --- Killed ---------------------------------------------------------------------------------- */

static void append_and_tell(const fixture *f, const char *id, int out)
{
    rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
    for (int i = 0;; i++) {
        assert_status(append_answer(store, id, "q", "1"), RUNG_OK);
        if (write(out, "+", 1) != 1)
            _exit(3);
    }
}

/* Lets a child append until it has told of `wanted` events, kills it, and returns how many it has
 * told of. */
static size_t told_before_killed(const fixture *f, const char *id, size_t wanted)
{
    int pipe_ends[2];
    char buffer[64];
    size_t told = 0;
    ssize_t got;
    assert_int_equal(pipe(pipe_ends), 0);
    pid_t child = start_child(append_and_tell, f, id, pipe_ends[1]);
    close(pipe_ends[1]);
    while (told < wanted && (got = read(pipe_ends[0], buffer, 1)) > 0)
        told += (size_t)got;
    kill(child, SIGKILL);
    while ((got = read(pipe_ends[0], buffer, sizeof buffer)) > 0)
        told += (size_t)got;
    close(pipe_ends[0]);
    int result;
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_true(WIFSIGNALED(result) && WTERMSIG(result) == SIGKILL);
    return told;
}

static void what_was_confirmed_survives_kill(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1];
    size_t before = 3;
    make_store(f->path, id);
    for (size_t round = 0; round < 60; round++) {
        size_t told = told_before_killed(f, id, 1 + round % 7);
        size_t now = count_events(f->path, id);
        /* One more may be on the disk: it was written, and the child killed before it told. */
        assert_in_range(now, before + told, before + told + 1);
        before = now;
    }
}

static void create_forever(const fixture *f, const char *id, int out)
{
    (void)id;
    if (write(out, "+", 1) != 1)
        _exit(3);
    for (;;) {
        rung_store_close(open_store(f->path, RUNG_STORE_CREATE));
        remove(f->path);
    }
}

static void killed_while_creating(void **state)
{
    fixture *f = *state;
    for (int round = 0; round < 40; round++) {
        int pipe_ends[2], result;
        char byte;
        assert_int_equal(pipe(pipe_ends), 0);
        pid_t child = start_child(create_forever, f, NULL, pipe_ends[1]);
        assert_int_equal(read(pipe_ends[0], &byte, 1), 1);
        nanosleep(&(struct timespec){.tv_nsec = round * 331000 % 9000000}, NULL);
        kill(child, SIGKILL);
        assert_int_equal(waitpid(child, &result, 0), child);
        close(pipe_ends[0]);
        close(pipe_ends[1]);
        char id[RUNG_SESSION_ID + 1];
        make_store(f->path, id); /* whatever was left, it goes on */
        assert_int_equal(count_events(f->path, id), 3);
        remove(f->path);
    }
}

int run_process_tests(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(processes_create_one_store_together),
        STORE_TEST(another_creates_it_in_between),
        STORE_TEST(processes_write_one_session_together),
        STORE_TEST(conflicts_are_noticed),
        STORE_TEST(two_stores_in_one_process),
        STORE_TEST(what_was_confirmed_survives_kill),
        STORE_TEST(killed_while_creating),
    };
    return cmocka_run_group_tests_name("store: processes", tests, NULL, NULL);
}
