/* Jobs on tracks: what is known of them before one is placed, and placing. */
#include "plan/shop.h"

/* --- Opening -------------------------------------------------------------------------------- */

/* The longest way of jobs of a set that leads to a candidate, or on from it. */
static int way_of(const plan_set *next, const int *months, plan_set set, size_t candidate,
                  int *ways)
{
    int longest = 0;
    for (plan_set rest = next[candidate] & set; rest; rest &= rest - 1) {
        size_t other = plan_lowest(rest);
        if (ways[other] < 0)
            ways[other] = way_of(next, months, set, other, ways);
        int way = ways[other] + months[other];
        longest = way > longest ? way : longest;
    }
    return longest;
}

struct ways {
    int heads[PLAN_JOBS], tails[PLAN_JOBS]; /* by candidate */
};

static void find_ways(struct ways *ways, const plan_set *before, const plan_set *after,
                      plan_set set, const int *months)
{
    for (plan_set rest = set; rest; rest &= rest - 1)
        ways->heads[plan_lowest(rest)] = ways->tails[plan_lowest(rest)] = -1;
    for (plan_set rest = set; rest; rest &= rest - 1) {
        size_t c = plan_lowest(rest);
        ways->heads[c] = way_of(before, months, set, c, ways->heads);
        ways->tails[c] = way_of(after, months, set, c, ways->tails);
    }
}

static void add_job(struct plan_shop *shop, size_t candidate, const int *months,
                    const struct ways *ways)
{
    size_t at = shop->count++;
    int way = months[candidate] + ways->tails[candidate];
    for (; at > 0; at--) {
        size_t before = shop->candidate[at - 1];
        if (months[before] + ways->tails[before] >= way)
            break;
        shop->candidate[at] = before;
    }
    shop->candidate[at] = candidate;
}

static plan_set to_jobs(const struct plan_shop *shop, plan_set candidates)
{
    plan_set jobs = 0;
    for (size_t job = 0; job < shop->count; job++)
        if (candidates & PLAN_ONE(shop->candidate[job]))
            jobs |= PLAN_ONE(job);
    return jobs;
}

static void find_twins(struct plan_shop *shop)
{
    for (size_t job = 0; job < shop->count; job++)
        for (size_t other = 0; other < job; other++)
            if (shop->months[other] == shop->months[job] &&
                shop->before[other] == shop->before[job] && shop->after[other] == shop->after[job])
                shop->twins[job] |= PLAN_ONE(other);
}

static void sort_by_tail(struct plan_shop *shop)
{
    for (size_t job = 0; job < shop->count; job++) {
        size_t at = job;
        for (; at > 0 && shop->tail[shop->by_tail[at - 1]] < shop->tail[job]; at--)
            shop->by_tail[at] = shop->by_tail[at - 1];
        shop->by_tail[at] = job;
    }
}

void plan_shop_open(struct plan_shop *shop, const plan_problem *problem, plan_set set,
                    const int *months, bool from_end)
{
    struct ways ways;
    const plan_set *before = from_end ? problem->serves : problem->needs;
    const plan_set *after = from_end ? problem->needs : problem->serves;
    *shop = (struct plan_shop){0};
    find_ways(&ways, before, after, set, months);
    for (plan_set rest = set; rest; rest &= rest - 1)
        if (months[plan_lowest(rest)] > 0)
            add_job(shop, plan_lowest(rest), months, &ways);
    for (size_t job = 0; job < shop->count; job++) {
        size_t c = shop->candidate[job];
        shop->months[job] = months[c];
        shop->head[job] = ways.heads[c];
        shop->tail[job] = ways.tails[c];
        shop->before[job] = to_jobs(shop, before[c]);
        shop->after[job] = to_jobs(shop, after[c]);
    }
    find_twins(shop);
    sort_by_tail(shop);
    size_t tracks = problem->request.tracks;
    shop->tracks = tracks < shop->count ? tracks : shop->count;
}

plan_set plan_shop_jobs(const struct plan_shop *shop)
{
    return shop->count == 64 ? UINT64_MAX : PLAN_ONE(shop->count) - 1;
}

/* --- Bounds ---------------------------------------------------------------------------------- */

static int longest_way(const struct plan_shop *shop)
{
    int longest = 0;
    for (size_t job = 0; job < shop->count; job++) {
        int way = shop->head[job] + shop->months[job] + shop->tail[job];
        longest = way > longest ? way : longest;
    }
    return longest;
}

/* What starts at `head` at the earliest, and is followed by `tail` at least. */
static int bound_between(const struct plan_shop *shop, int head, int tail)
{
    int work = 0, tracks = (int)shop->tracks;
    for (size_t job = 0; job < shop->count; job++)
        if (shop->head[job] >= head && shop->tail[job] >= tail)
            work += shop->months[job];
    return work ? head + (work + tracks - 1) / tracks + tail : 0;
}

int plan_shop_least(const struct plan_shop *shop, int high)
{
    int least = longest_way(shop);
    if (least >= high)
        return high;
    for (size_t one = 0; one < shop->count; one++)
        for (size_t other = 0; other < shop->count; other++) {
            int bound = bound_between(shop, shop->head[one], shop->tail[other]);
            least = bound > least ? bound : least;
        }
    return least;
}

/* --- Placing --------------------------------------------------------------------------------- */

void plan_shop_clear(const struct plan_shop *shop, struct plan_timetable *table)
{
    *table = (struct plan_timetable){.track_count = shop->tracks};
}

int plan_shop_earliest(const struct plan_shop *shop, const struct plan_timetable *table, size_t job)
{
    int start = table->tracks[0];
    for (plan_set rest = shop->before[job]; rest; rest &= rest - 1) {
        int end = table->ends[plan_lowest(rest)];
        start = end > start ? end : start;
    }
    return start;
}

/* On the track that is free first. */
void plan_shop_place(const struct plan_shop *shop, struct plan_timetable *table, size_t job,
                     int start)
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

bool plan_shop_is_ready(const struct plan_shop *shop, const struct plan_timetable *table,
                        size_t job)
{
    return !(table->placed & PLAN_ONE(job)) && !(shop->before[job] & ~table->placed);
}

int plan_shop_makespan(const struct plan_timetable *table)
{
    return table->track_count ? table->tracks[table->track_count - 1] : 0;
}

void plan_shop_list(const struct plan_shop *shop, struct plan_timetable *table)
{
    plan_shop_clear(shop, table);
    while (table->placed != plan_shop_jobs(shop)) {
        size_t best = SIZE_MAX;
        int soonest = INT32_MAX;
        for (plan_set rest = plan_shop_jobs(shop) & ~table->placed; rest; rest &= rest - 1) {
            size_t job = plan_lowest(rest);
            if (!plan_shop_is_ready(shop, table, job) ||
                plan_shop_earliest(shop, table, job) >= soonest)
                continue;
            best = job;
            soonest = plan_shop_earliest(shop, table, job);
        }
        plan_shop_place(shop, table, best, soonest);
    }
}
