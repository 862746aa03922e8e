/* When each step begins: the least makespan of a set on some tracks, exactly.
 *
 * A list by the longest way to the end is most often the best, and bounds prove it. If not,
 * schedules are tried in which jobs are put down by their starts, each as early as can be, month by
 * month less, until none is left. Steps of no months take no track. */
#include "plan/plan_private.h"

enum { JOBS = RUNG_PLAN_MAX_ACTIONS };

struct shop {
    const plan_problem *problem;
    const int *months;
    plan_set jobs; /* those that take time */
    size_t tracks;
    plan_set before[JOBS]; /* jobs, near and far */
    int head[JOBS];        /* the earliest start, were there tracks without end */
    int tail[JOBS];        /* the longest way on from its end */
    int work;
};

/* Jobs that have their place. */
struct timetable {
    plan_set placed;
    int starts[JOBS], ends[JOBS];
    int tracks[JOBS]; /* when each is free, ascending */
    size_t track_count;
};

/* --- The shop -------------------------------------------------------------------------------- */

static int head_of(struct shop *shop, size_t job)
{
    int head = 0;
    for (plan_set rest = shop->before[job]; rest; rest &= rest - 1) {
        size_t before = plan_lowest(rest);
        if (shop->head[before] < 0)
            shop->head[before] = head_of(shop, before);
        int end = shop->head[before] + shop->months[before];
        head = end > head ? end : head;
    }
    return head;
}

static void find_tails(struct shop *shop)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (plan_set rest = shop->jobs; rest; rest &= rest - 1) {
            size_t job = plan_lowest(rest);
            int way = shop->months[job] + shop->tail[job];
            for (plan_set earlier = shop->before[job]; earlier; earlier &= earlier - 1) {
                size_t before = plan_lowest(earlier);
                changed |= way > shop->tail[before];
                shop->tail[before] = way > shop->tail[before] ? way : shop->tail[before];
            }
        }
    }
}

static void open_shop(struct shop *shop, const plan_problem *problem, plan_set set,
                      const int *months)
{
    *shop = (struct shop){.problem = problem, .months = months};
    for (plan_set rest = set; rest; rest &= rest - 1) {
        size_t job = plan_lowest(rest);
        if (months[job] > 0)
            shop->jobs |= PLAN_ONE(job);
        shop->work += months[job];
    }
    for (plan_set rest = shop->jobs; rest; rest &= rest - 1) {
        size_t job = plan_lowest(rest);
        shop->before[job] = problem->needs[job] & shop->jobs;
        shop->head[job] = -1;
    }
    for (plan_set rest = shop->jobs; rest; rest &= rest - 1)
        shop->head[plan_lowest(rest)] = head_of(shop, plan_lowest(rest));
    find_tails(shop);
    size_t jobs = plan_size(shop->jobs);
    shop->tracks = problem->request.tracks < jobs ? problem->request.tracks : jobs;
}

/* --- Bounds ---------------------------------------------------------------------------------- */

static int in_tracks(const struct shop *shop, int work)
{
    int tracks = (int)shop->tracks;
    return tracks ? (work + tracks - 1) / tracks : 0;
}

static int longest_way(const struct shop *shop)
{
    int longest = 0;
    for (plan_set rest = shop->jobs; rest; rest &= rest - 1) {
        size_t job = plan_lowest(rest);
        int way = shop->head[job] + shop->months[job] + shop->tail[job];
        longest = way > longest ? way : longest;
    }
    return longest;
}

/* What starts at `head` at the earliest, and is followed by `tail` at least. */
static int bound_between(const struct shop *shop, int head, int tail)
{
    int work = 0;
    for (plan_set rest = shop->jobs; rest; rest &= rest - 1) {
        size_t job = plan_lowest(rest);
        if (shop->head[job] >= head && shop->tail[job] >= tail)
            work += shop->months[job];
    }
    return work ? head + in_tracks(shop, work) + tail : 0;
}

static int least_makespan(const struct shop *shop)
{
    int least = longest_way(shop);
    for (plan_set heads = shop->jobs; heads; heads &= heads - 1)
        for (plan_set tails = shop->jobs; tails; tails &= tails - 1) {
            int bound =
                bound_between(shop, shop->head[plan_lowest(heads)], shop->tail[plan_lowest(tails)]);
            least = bound > least ? bound : least;
        }
    return least;
}

/* --- Placing --------------------------------------------------------------------------------- */

static void clear(struct timetable *table, const struct shop *shop)
{
    *table = (struct timetable){.track_count = shop->tracks};
}

static int earliest(const struct shop *shop, const struct timetable *table, size_t job)
{
    int start = table->tracks[0];
    for (plan_set rest = shop->before[job]; rest; rest &= rest - 1) {
        int end = table->ends[plan_lowest(rest)];
        start = end > start ? end : start;
    }
    return start;
}

/* On the track that is free first. */
static void place(const struct shop *shop, struct timetable *table, size_t job, int start)
{
    int end = start + shop->months[job];
    size_t at = 0;
    table->placed |= PLAN_ONE(job);
    table->starts[job] = start;
    table->ends[job] = end;
    for (; at + 1 < table->track_count && table->tracks[at + 1] < end; at++)
        table->tracks[at] = table->tracks[at + 1];
    table->tracks[at] = end;
}

static bool is_ready(const struct shop *shop, const struct timetable *table, size_t job)
{
    return !(table->placed & PLAN_ONE(job)) && !(shop->before[job] & ~table->placed);
}

static int makespan_of(const struct timetable *table)
{
    return table->track_count ? table->tracks[table->track_count - 1] : 0;
}

/* The ready job that can start first; of those, with the longest way to the end. */
static size_t next_in_list(const struct shop *shop, const struct timetable *table)
{
    size_t best = SIZE_MAX;
    int best_start = 0, best_way = 0;
    for (plan_set rest = shop->jobs & ~table->placed; rest; rest &= rest - 1) {
        size_t job = plan_lowest(rest);
        if (!is_ready(shop, table, job))
            continue;
        int start = earliest(shop, table, job), way = shop->months[job] + shop->tail[job];
        if (best != SIZE_MAX && (start > best_start || (start == best_start && way <= best_way)))
            continue;
        best = job;
        best_start = start;
        best_way = way;
    }
    return best;
}

static void list_jobs(const struct shop *shop, struct timetable *table)
{
    clear(table, shop);
    for (size_t job; (job = next_in_list(shop, table)) != SIZE_MAX;)
        place(shop, table, job, earliest(shop, table, job));
}

/* --- Trying ---------------------------------------------------------------------------------- */

struct trying {
    const struct shop *shop;
    int end; /* by which everything has to be done */
    size_t *work;
    bool stopped;
    struct timetable found;
};

enum { PLACES_PER_WORK = 16 }; /* placing a job is quick beside looking at a set */

static bool is_hopeless(const struct trying *trying, const struct timetable *table, int since)
{
    const struct shop *shop = trying->shop;
    int room = 0, work = 0;
    for (size_t i = 0; i < table->track_count; i++) {
        int free = table->tracks[i] > since ? table->tracks[i] : since;
        room += trying->end > free ? trying->end - free : 0;
    }
    for (plan_set rest = shop->jobs & ~table->placed; rest; rest &= rest - 1) {
        size_t job = plan_lowest(rest);
        int start = earliest(shop, table, job);
        start = start > since ? start : since;
        if (start + shop->months[job] + shop->tail[job] > trying->end)
            return true;
        work += shop->months[job];
    }
    return work > room;
}

static bool spend(struct trying *trying)
{
    if (*trying->work == 0) {
        trying->stopped = true;
        return false;
    }
    --*trying->work;
    return true;
}

/* No job may start so late that another could be done before it on the same track. */
static int latest_start(const struct shop *shop, const struct timetable *table, int since)
{
    int latest = INT32_MAX;
    for (plan_set rest = shop->jobs & ~table->placed; rest; rest &= rest - 1) {
        size_t job = plan_lowest(rest);
        if (!is_ready(shop, table, job))
            continue;
        int start = earliest(shop, table, job);
        int end = (start > since ? start : since) + shop->months[job];
        latest = end < latest ? end : latest;
    }
    return latest;
}

/* Jobs are placed by start, and with the same start by number; `last` is the one before. */
static bool try_all(struct trying *trying, const struct timetable *table, int since, size_t last)
{
    const struct shop *shop = trying->shop;
    if (table->placed == shop->jobs) {
        trying->found = *table;
        return true;
    }
    if (!spend(trying) || is_hopeless(trying, table, since))
        return false;
    int latest = latest_start(shop, table, since);
    for (plan_set rest = shop->jobs & ~table->placed; rest; rest &= rest - 1) {
        size_t job = plan_lowest(rest);
        if (!is_ready(shop, table, job))
            continue;
        int start = earliest(shop, table, job);
        start = start > since ? start : since;
        if (start >= latest || (start == since && job < last && last != SIZE_MAX))
            continue;
        struct timetable next = *table;
        place(shop, &next, job, start);
        if (try_all(trying, &next, start, job))
            return true;
        if (trying->stopped)
            return false;
    }
    return false;
}

/* The best timetable; `exact` becomes false if the work ran out. */
static int solve(const struct shop *shop, size_t *work, struct timetable *table, bool *exact)
{
    list_jobs(shop, table);
    int least = 0, makespan = makespan_of(table);
    if (makespan > longest_way(shop))
        least = least_makespan(shop);
    size_t places = *work * PLACES_PER_WORK;
    while (makespan > least && makespan > longest_way(shop)) {
        struct trying trying = {.shop = shop, .end = makespan - 1, .work = &places};
        struct timetable empty;
        clear(&empty, shop);
        if (!try_all(&trying, &empty, 0, SIZE_MAX)) {
            *exact &= !trying.stopped;
            break;
        }
        *table = trying.found;
        makespan = makespan_of(table);
    }
    *work = places / PLACES_PER_WORK;
    return makespan;
}

/* --- Makespans, kept ------------------------------------------------------------------------- */

enum { KEPT = 4096 };

struct plan_schedules {
    struct {
        plan_set set;
        int makespan;
    } kept[KEPT];
};

static size_t slot_of(plan_set set)
{
    return (size_t)((set * UINT64_C(0x9e3779b97f4a7c15)) >> 52) % KEPT;
}

int plan_makespan(plan_problem *problem, plan_set set, bool *exact)
{
    if (!problem->schedules)
        problem->schedules = rung_new(problem->arena, struct plan_schedules);
    size_t slot = slot_of(set);
    if (set == 0 || problem->schedules->kept[slot].set == set)
        return set ? problem->schedules->kept[slot].makespan : 0;
    struct shop shop;
    struct timetable table;
    bool proven = true;
    open_shop(&shop, problem, set, problem->months);
    int makespan = solve(&shop, &problem->work, &table, &proven);
    if (proven) {
        problem->schedules->kept[slot].set = set;
        problem->schedules->kept[slot].makespan = makespan;
    }
    *exact &= proven;
    return makespan;
}

/* What is found within the usual work is told, and is most often the least. */
int plan_least_makespan(plan_problem *problem, plan_set set)
{
    struct shop shop;
    struct timetable table;
    bool exact = true;
    size_t work = RUNG_PLAN_USUAL_WORK;
    open_shop(&shop, problem, set, problem->least_months);
    return solve(&shop, &work, &table, &exact);
}

/* --- The schedule that is told --------------------------------------------------------------- */

static size_t busy_in(const plan_problem *problem, plan_set placed, const int *starts, int month)
{
    size_t busy = 0;
    for (plan_set rest = placed; rest; rest &= rest - 1) {
        size_t job = plan_lowest(rest);
        busy += starts[job] <= month && month < starts[job] + problem->months[job];
    }
    return busy;
}

/* More are busy only from the month on in which one starts. */
static bool is_free(const plan_problem *problem, plan_set placed, const int *starts, int from,
                    int until)
{
    if (from < until && busy_in(problem, placed, starts, from) >= problem->request.tracks)
        return false;
    for (plan_set rest = placed; rest; rest &= rest - 1) {
        int start = starts[plan_lowest(rest)];
        if (from < start && start < until &&
            busy_in(problem, placed, starts, start) >= problem->request.tracks)
            return false;
    }
    return true;
}

/* The next month in which one ends. */
static int next_end(const plan_problem *problem, plan_set placed, const int *starts, int month)
{
    int next = INT32_MAX;
    for (plan_set rest = placed; rest; rest &= rest - 1) {
        size_t job = plan_lowest(rest);
        int end = starts[job] + problem->months[job];
        if (end > month && end < next)
            next = end;
    }
    return next;
}

/* Pulls a step to the earliest month in which there is room for it. */
static void pull(const plan_problem *problem, plan_set placed, int *starts, size_t step)
{
    int start = 0;
    for (plan_set rest = problem->needs[step] & placed; rest; rest &= rest - 1) {
        size_t before = plan_lowest(rest);
        int end = starts[before] + problem->months[before];
        start = end > start ? end : start;
    }
    while (!is_free(problem, placed, starts, start, start + problem->months[step]))
        start = next_end(problem, placed, starts, start);
    starts[step] = start;
}

static size_t first_to_start(plan_set set, const int *starts)
{
    size_t first = plan_lowest(set);
    for (plan_set rest = set; rest; rest &= rest - 1)
        if (starts[plan_lowest(rest)] < starts[first])
            first = plan_lowest(rest);
    return first;
}

/* In the order of their starts none is pulled later than it was. */
void plan_schedule(plan_problem *problem, plan_set set, int *starts)
{
    struct shop shop;
    struct timetable table;
    bool exact = true;
    size_t work = RUNG_PLAN_USUAL_WORK;
    open_shop(&shop, problem, set, problem->months);
    solve(&shop, &work, &table, &exact);
    plan_set placed = 0;
    for (plan_set rest = shop.jobs; rest;) {
        size_t job = first_to_start(rest, table.starts);
        pull(problem, placed, starts, job);
        placed |= PLAN_ONE(job);
        rest &= ~PLAN_ONE(job);
    }
    for (plan_set rest = set & ~shop.jobs; rest; rest &= rest - 1)
        pull(problem, placed, starts, plan_lowest(rest));
}
