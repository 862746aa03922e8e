/* Whether jobs fit into some months, exactly: they are placed by their starts, each as early as can
 * be, in all orders that differ, unless bounds or an earlier failure rule them out. */
#include "plan/shop.h"

struct trying {
    const struct plan_shop *shop;
    int end;        /* by which everything has to be done */
    size_t *places; /* left to be tried */
    struct plan_failures *failures;
    struct plan_timetable *found;
};

/* --- Bounds ---------------------------------------------------------------------------------- */

static int later(int a, int b)
{
    return a > b ? a : b;
}

/* Months that tracks have until `end`, for what starts from `since` on. */
static int room_until(const struct plan_timetable *table, int since, int end)
{
    int room = 0;
    for (size_t i = 0; i < table->track_count; i++)
        room += later(end - later(table->tracks[i], since), 0);
    return room;
}

/* What has a long way behind it has to be done long before the end. */
static bool is_hopeless(const struct trying *trying, const struct plan_timetable *table, int since)
{
    const struct plan_shop *shop = trying->shop;
    int work = 0;
    for (size_t i = 0; i < shop->count; i++) {
        size_t job = shop->by_tail[i];
        if (table->placed & PLAN_ONE(job))
            continue;
        int end = trying->end - shop->tail[job];
        int start = later(plan_shop_earliest(shop, table, job), since);
        work += shop->months[job];
        if (start + shop->months[job] > end || work > room_until(table, since, end))
            return true;
    }
    return false;
}

/* No job may start so late that another could be done before it on the same track. */
static int latest_start(const struct plan_shop *shop, const struct plan_timetable *table, int since)
{
    int latest = INT32_MAX;
    for (plan_set rest = plan_shop_jobs(shop) & ~table->placed; rest; rest &= rest - 1) {
        size_t job = plan_lowest(rest);
        if (!plan_shop_is_ready(shop, table, job))
            continue;
        int end = later(plan_shop_earliest(shop, table, job), since) + shop->months[job];
        latest = end < latest ? end : latest;
    }
    return latest;
}

/* --- Failures, kept --------------------------------------------------------------------------
 * Where a timetable cannot be completed, none can that has the same jobs placed and is later in all
 * that counts for the rest. */

enum { FAILURES = 8192, FAILURE_BITS = 13, MOST_TRACKS = 8 }; /* on more tracks nothing is kept */

struct failure {
    plan_set placed;
    plan_set running; /* of `placed`, those that end after `since` */
    uint32_t round;   /* of which question; else it says nothing */
    int since;
    int tracks[MOST_TRACKS];
    int ends[MOST_TRACKS]; /* of those running, lowest first */
};

struct plan_failures {
    uint32_t round;
    struct failure kept[FAILURES];
};

struct plan_failures *plan_failures_new(rung_arena *arena)
{
    return rung_new(arena, struct plan_failures);
}

static struct failure *slot_of(const struct trying *trying, plan_set placed)
{
    size_t slot = (size_t)((placed * UINT64_C(0x9e3779b97f4a7c15)) >> (64 - FAILURE_BITS));
    return &trying->failures->kept[slot];
}

static bool is_later(const struct failure *failure, const struct plan_timetable *table, int since)
{
    const int *ends = failure->ends;
    for (size_t i = 0; i < table->track_count; i++)
        if (later(table->tracks[i], since) < failure->tracks[i])
            return false;
    for (plan_set rest = failure->running; rest; rest &= rest - 1)
        if (later(table->ends[plan_lowest(rest)], since) < *ends++)
            return false;
    return since >= failure->since;
}

static bool is_known_to_fail(const struct trying *trying, const struct plan_timetable *table,
                             int since)
{
    const struct failure *failure = slot_of(trying, table->placed);
    return table->track_count <= MOST_TRACKS && failure->round == trying->failures->round &&
           failure->placed == table->placed && is_later(failure, table, since);
}

static void keep_failure(const struct trying *trying, const struct plan_timetable *table, int since)
{
    size_t running = 0;
    struct failure *failure = slot_of(trying, table->placed);
    if (table->track_count > MOST_TRACKS || *trying->places == 0)
        return;
    *failure =
        (struct failure){.placed = table->placed, .round = trying->failures->round, .since = since};
    for (size_t i = 0; i < table->track_count; i++)
        failure->tracks[i] = later(table->tracks[i], since);
    for (plan_set rest = table->placed; rest; rest &= rest - 1) {
        size_t job = plan_lowest(rest);
        if (table->ends[job] <= since)
            continue;
        failure->running |= PLAN_ONE(job);
        failure->ends[running++] = table->ends[job];
    }
}

/* --- Trying ------------------------------------------------------------------------------------
 * Jobs are placed by start, and with the same start by number. So one that could start with `last`
 * and is numbered before it is passed over, since it was tried before it; then nothing is proven of
 * the timetable as it is, only of the whole, and no failure is kept. Twins are placed in order. */

static bool try_all(struct trying *trying, const struct plan_timetable *table, int since, int last)
{
    const struct plan_shop *shop = trying->shop;
    plan_set left = plan_shop_jobs(shop) & ~table->placed;
    if (!left) {
        *trying->found = *table;
        return true;
    }
    if (*trying->places == 0 || is_hopeless(trying, table, since) ||
        is_known_to_fail(trying, table, since))
        return false;
    --*trying->places;
    int latest = latest_start(shop, table, since);
    bool passed_over = false;
    for (plan_set rest = left; rest; rest &= rest - 1) {
        size_t job = plan_lowest(rest);
        if (!plan_shop_is_ready(shop, table, job) || shop->twins[job] & ~table->placed)
            continue;
        int start = later(plan_shop_earliest(shop, table, job), since);
        bool is_passed = start == since && (int)job < last;
        passed_over |= is_passed;
        if (start >= latest || is_passed)
            continue;
        struct plan_timetable next = *table;
        plan_shop_place(shop, &next, job, start);
        if (try_all(trying, &next, start, (int)job))
            return true;
    }
    if (!passed_over)
        keep_failure(trying, table, since);
    return false;
}

plan_fit plan_shop_fit(const struct plan_shop *shop, int end, struct plan_failures *failures,
                       size_t *places, struct plan_timetable *found)
{
    struct trying trying = {shop, end, places, failures, found};
    struct plan_timetable empty;
    failures->round++;
    plan_shop_clear(shop, &empty);
    if (try_all(&trying, &empty, 0, -1))
        return PLAN_FITS;
    return *places ? PLAN_FITS_NOT : PLAN_FIT_UNKNOWN;
}
