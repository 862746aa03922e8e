/* When each step begins: the least makespan of a set on some tracks, exactly.
 *
 * A list by the longest way to the end is most often the best, and bounds prove it. If not, all
 * schedules are tried that are a month shorter, until there is none. Where the end is more crowded
 * than the beginning, that is quicker from the end. Steps of no months take no track. */
#include "plan/shop.h"

enum { KEPT = 1024, KEPT_BITS = 10 };

/* Sets seen lately, each in one place. */
struct plan_schedules {
    struct {
        plan_set set;
        int low, high;
    } kept[KEPT];
    struct plan_failures *failures; /* NULL: nothing had to be tried so far */
};

void plan_open_schedules(plan_problem *problem)
{
    problem->schedules = rung_new(problem->arena, struct plan_schedules);
}

static struct plan_failures *failures_of(const plan_problem *problem)
{
    struct plan_schedules *schedules = problem->schedules;
    if (!schedules->failures)
        schedules->failures = plan_failures_new(problem->arena);
    return schedules->failures;
}

/* --- What is known of a set ------------------------------------------------------------------ */

/* Its makespan is at least `low` and at most `high`, which the starts come to. */
struct known {
    plan_set set;
    const int *months; /* one a candidate */
    int low, high;
    int starts[PLAN_JOBS]; /* one a candidate */
};

static void keep_starts(struct known *known, const struct plan_shop *shop,
                        const struct plan_timetable *table)
{
    known->high = plan_shop_makespan(table);
    for (size_t job = 0; job < shop->count; job++)
        known->starts[shop->candidate[job]] = table->starts[job];
}

static void look(const plan_problem *problem, struct known *known, plan_set set, const int *months)
{
    struct plan_shop shop;
    struct plan_timetable table;
    known->set = set;
    known->months = months;
    plan_shop_open(&shop, problem, set, months, false);
    plan_shop_list(&shop, &table);
    keep_starts(known, &shop, &table);
    known->low = plan_shop_least(&shop, known->high);
}

/* --- What can be found out ------------------------------------------------------------------- */

static const size_t patience[] = {5000, 50000, 500000}; /* jobs placed; from each side in turn */
enum { PLACES_PER_WORK = 16 }; /* placing a job is quick beside looking at a set */

static void keep_mirrored(struct known *known, const struct plan_shop *shop,
                          const struct plan_timetable *table)
{
    known->high = plan_shop_makespan(table);
    for (size_t job = 0; job < shop->count; job++)
        known->starts[shop->candidate[job]] = known->high - table->ends[job];
}

/* From one side, for a while. True if something was found out. */
static bool learn_from(plan_problem *problem, struct known *known, int end, bool from_end,
                       size_t places)
{
    struct plan_shop shop;
    struct plan_timetable found;
    size_t most = problem->work * PLACES_PER_WORK;
    size_t left = places < most ? places : most, before = left;
    plan_shop_open(&shop, problem, known->set, known->months, from_end);
    plan_fit fit = plan_shop_fit(&shop, end, failures_of(problem), &left, &found);
    problem->work -= (before - left) / PLACES_PER_WORK;
    if (fit == PLAN_FITS)
        (from_end ? keep_mirrored : keep_starts)(known, &shop, &found);
    else if (fit == PLAN_FITS_NOT)
        known->low = end + 1;
    return fit != PLAN_FIT_UNKNOWN;
}

/* Whether it can be done by `end`, where that is not known; false, and nothing is learnt, if it
 * takes too long to find out. */
static bool learn(plan_problem *problem, struct known *known, int end)
{
    for (size_t i = 0; i < RUNG_COUNT(patience); i++)
        for (int side = 0; side < 2; side++)
            if (learn_from(problem, known, end, side == 1, patience[i]))
                return true;
    return false;
}

static bool learn_all(plan_problem *problem, struct known *known)
{
    while (known->low < known->high)
        if (!learn(problem, known, known->high - 1))
            return false;
    return true;
}

/* --- Makespans, kept ------------------------------------------------------------------------- */

bool plan_is_done_by(plan_problem *problem, plan_set set, int end, bool *exact)
{
    struct plan_schedules *schedules = problem->schedules;
    size_t slot = (size_t)((set * UINT64_C(0x9e3779b97f4a7c15)) >> (64 - KEPT_BITS));
    struct known known = {.set = set,
                          .months = problem->months,
                          .low = schedules->kept[slot].low,
                          .high = schedules->kept[slot].high};
    if (set == 0)
        return true;
    if (schedules->kept[slot].set != set)
        look(problem, &known, set, problem->months);
    if (known.low <= end && end < known.high)
        *exact &= learn(problem, &known, end);
    schedules->kept[slot].set = set;
    schedules->kept[slot].low = known.low;
    schedules->kept[slot].high = known.high;
    return known.high <= end;
}

int plan_makespan(plan_problem *problem, plan_set set, bool *exact)
{
    struct known known;
    look(problem, &known, set, problem->months);
    *exact &= learn_all(problem, &known);
    return known.high;
}

/* --- What is told, with work of its own ----------------------------------------------------------
 */

static void learn_told(plan_problem *problem, struct known *known, plan_set set, const int *months)
{
    size_t work = problem->work;
    problem->work = RUNG_PLAN_USUAL_WORK;
    look(problem, known, set, months);
    learn_all(problem, known);
    problem->work = work;
}

int plan_told_makespan(plan_problem *problem, plan_set set, const int *months)
{
    struct known known;
    learn_told(problem, &known, set, months);
    return known.high;
}

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

/* In the order of their starts none is pulled later than it was. Those of no months wait only for
 * what they need. */
void plan_schedule(plan_problem *problem, plan_set set, int *starts)
{
    struct known known;
    plan_set jobs = 0, placed = 0;
    learn_told(problem, &known, set, problem->months);
    for (plan_set rest = set; rest; rest &= rest - 1)
        if (problem->months[plan_lowest(rest)] > 0)
            jobs |= PLAN_ONE(plan_lowest(rest));
    for (plan_set rest = jobs; rest; rest &= rest - 1)
        starts[plan_lowest(rest)] = known.starts[plan_lowest(rest)];
    while (placed != jobs) {
        size_t job = first_to_start(jobs & ~placed, starts);
        pull(problem, placed, starts, job);
        placed |= PLAN_ONE(job);
    }
    for (plan_set rest = set & ~jobs; rest; rest &= rest - 1)
        pull(problem, placed, starts, plan_lowest(rest));
}
