/* The N-th call fails, for every N: nothing crashes or leaks, the status says so, and afterwards
 * the store is sound and holds what the status said. */
#include "store/fixture.h"
#include "store/shim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is tried. Each leaves the number of events and sessions in a state that can be told. */
typedef struct trial {
    fixture *f;
    char id[RUNG_SESSION_ID + 1];
    rung_store *store;
} trial;

static rung_status do_open(trial *t)
{
    return rung_store_open(&t->store, &shim_memory, t->f->path, RUNG_STORE_WRITE);
}

static rung_status do_append(trial *t)
{
    const rung_event events[] = {answer_event("a", "1", 1), answer_event("b", "2", 2)};
    return rung_store_append(t->store, t->id, 3, events, RUNG_COUNT(events));
}

static rung_status do_start(trial *t)
{
    fake_role fake;
    char id[RUNG_SESSION_ID + 1];
    fake_role_init(&fake, "r", "new questionnaire", "new rules");
    return rung_store_start(t->store, &fake.role, "new", 1, id);
}

static rung_status do_delete(trial *t)
{
    return rung_store_delete(t->store, t->id);
}

static rung_status do_list(trial *t)
{
    rung_session_record *list;
    size_t count;
    return fixture_list(t->f, t->store, &list, &count);
}

static rung_status do_find(trial *t)
{
    rung_session_record found;
    return fixture_find(t->f, t->store, "ann", &found);
}

static rung_status do_events(trial *t)
{
    rung_event *events;
    size_t count;
    return fixture_events(t->f, t->store, t->id, 0, &events, &count);
}

static rung_status do_content(trial *t)
{
    rung_digest digest = rung_digest_of(RUNG_TEXT("the rules"));
    rung_text bytes;
    return fixture_content(t->f, t->store, &digest, &bytes);
}

static const struct step {
    const char *name;
    rung_status (*run)(trial *t);
    int events, sessions; /* that it adds */
} steps[] = {
    {"open", do_open, 0, 0},     {"list", do_list, 0, 0},       {"find", do_find, 0, 0},
    {"events", do_events, 0, 0}, {"content", do_content, 0, 0}, {"append", do_append, 2, 0},
    {"start", do_start, 0, 1},   {"delete", do_delete, 0, -1},
};

static size_t count_sessions(fixture *f)
{
    rung_session_record *list;
    size_t count = 0;
    rung_store *store = open_store(f->path, RUNG_STORE_READ);
    assert_status(fixture_list(f, store, &list, &count), RUNG_OK);
    rung_store_close(store);
    return count;
}

/* Whether the store holds what it held before the step, or what it holds after it. */
static void check_held(trial *t, const struct step *step, rung_status status, bool either)
{
    size_t sessions = count_sessions(t->f), before = 1, after = (size_t)(1 + step->sessions);
    assert_true(sessions == (status == RUNG_OK ? after : before) || (either && sessions == after));
    if (step->sessions < 0 && sessions == after)
        return;
    size_t events = count_events(t->f->path, t->id), then = (size_t)(3 + step->events);
    assert_true(events == (status == RUNG_OK ? then : 3) || (either && events == then));
}

static bool may_be(rung_status status, shim_fault fault)
{
    if (status == RUNG_OK)
        return true; /* some calls may fail without harm: caches, hints, checkpoints */
    if (fault.calls & (SHIM_MEMORY | SHIM_HOOK))
        return status == RUNG_NO_MEMORY;
    return status == (fault.full ? RUNG_FULL : RUNG_IO);
}

/* One step with one fault; false if the step ended before the fault was due. */
static bool try_fault(fixture *f, const struct step *step, shim_fault fault)
{
    trial t = {.f = f};
    make_store(f->path, t.id);
    rung_arena_release(&f->arena);
    f->arena.memory = &shim_memory;
    if (step->run != do_open)
        assert_status(do_open(&t), RUNG_OK);

    shim_arm(fault);
    rung_status status = step->run(&t);
    /* A disk that stays broken is so when the store is closed, too. */
    if (fault.stays) {
        rung_store_close(t.store);
        t.store = NULL;
    }
    bool struck = shim_disarm();
    rung_store_close(t.store);
    rung_arena_release(&f->arena);
    if (!may_be(status, fault))
        print_error("%s, calls %u, after %ld: %s\n", step->name, fault.calls, fault.after,
                    rung_status_text(status));
    assert_true(may_be(status, fault));
    assert_int_equal(shim_live_blocks(), 0);

    /* A commit that reached the journal, but not surely the disk, may come to light after a
     * crash. A delete that is done but not yet scrubbed says so by failing. */
    bool either = (fault.stays && fault.calls == SHIM_SYNC) || step->run == do_delete;
    check_held(&t, step, status, either);
    remove(f->path);
    return struck;
}

/* SQLite allocates a thousand times to rebuild a file: of many points, every eleventh. */
static long next_point(long n)
{
    return n < 50 ? n + 1 : n + 11;
}

/* What adds or takes away is on the disk when it returns: it must have come to a sync. */
static void sweep(fixture *f, shim_fault fault)
{
    for (size_t s = 0; s < RUNG_COUNT(steps); s++) {
        bool struck = true, syncs = steps[s].events != 0 || steps[s].sessions != 0;
        for (long n = 0; struck; n = next_point(n)) {
            fault.after = n;
            struck = try_fault(f, &steps[s], fault);
            assert_true(struck || n > 0 || fault.calls != SHIM_SYNC || !syncs);
            assert_true(n < 5000);
        }
    }
}

static void survives_failing_reads(void **state)
{
    sweep(*state, (shim_fault){.calls = SHIM_READ});
    sweep(*state, (shim_fault){.calls = SHIM_READ, .stays = true});
}

static void survives_failing_writes(void **state)
{
    sweep(*state, (shim_fault){.calls = SHIM_WRITE});
    sweep(*state, (shim_fault){.calls = SHIM_WRITE, .stays = true});
}

static void survives_a_full_disk(void **state)
{
    sweep(*state, (shim_fault){.calls = SHIM_WRITE, .full = true});
    sweep(*state, (shim_fault){.calls = SHIM_WRITE, .full = true, .stays = true});
}

static void survives_failing_syncs(void **state)
{
    sweep(*state, (shim_fault){.calls = SHIM_SYNC});
    sweep(*state, (shim_fault){.calls = SHIM_SYNC, .stays = true});
}

static void survives_missing_memory(void **state)
{
    sweep(*state, (shim_fault){.calls = SHIM_HOOK});
    sweep(*state, (shim_fault){.calls = SHIM_HOOK, .stays = true});
    sweep(*state, (shim_fault){.calls = SHIM_MEMORY});
    sweep(*state, (shim_fault){.calls = SHIM_MEMORY, .stays = true});
}

/* --- Creating -------------------------------------------------------------------------------- */

static bool try_creating(fixture *f, shim_fault fault)
{
    rung_store *store = NULL;
    char path[PATH_SIZE], folder[PATH_SIZE], id[RUNG_SESSION_ID + 1];
    make_path(folder, "%s/new", f->folder);
    make_path(path, "%s/deep/rung.db", folder);
    shim_arm(fault);
    rung_status status = rung_store_open(&store, &shim_memory, path, RUNG_STORE_CREATE);
    if (status != RUNG_OK)
        assert_null(store);
    rung_store_close(store);
    bool struck = shim_disarm();
    assert_true(may_be(status, fault));
    assert_int_equal(shim_live_blocks(), 0);
    make_store(path, id); /* the next try succeeds, whatever this one left */
    assert_int_equal(count_events(path, id), 3);
    remove_tree(folder);
    return struck;
}

static void creating_can_be_tried_again(void **state)
{
    static const unsigned calls[] = {SHIM_READ, SHIM_WRITE, SHIM_SYNC, SHIM_MEMORY, SHIM_HOOK};
    for (size_t i = 0; i < RUNG_COUNT(calls); i++)
        for (int stays = 0; stays < 2; stays++)
            for (long n = 0; try_creating(
                     *state, (shim_fault){.calls = calls[i], .after = n, .stays = stays != 0});
                 n = next_point(n))
                assert_true(n < 5000);
}

int run_fault_tests(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(survives_failing_reads),  STORE_TEST(survives_failing_writes),
        STORE_TEST(survives_a_full_disk),    STORE_TEST(survives_failing_syncs),
        STORE_TEST(survives_missing_memory), STORE_TEST(creating_can_be_tried_again),
    };
    return cmocka_run_group_tests_name("store: faults", tests, NULL, NULL);
}
