/* The cheapest lifts that give a better verdict. How many requirements it takes follows from the
 * greatest gains; which of them, with the fewest levels, from lists of what can be gained for how
 * many levels, put together from the last requirement to the first. */
#include "counterfactual/counterfactual.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_LEVELS = RUNG_HIGHEST_LEVEL + 1 }; /* that one requirement can be lifted to */

/* A way to take one requirement: levels climbed, and points gained by it. */
struct way {
    double to, levels, gain;
};

/* A requirement below its target, with the ways that a verdict allows. */
struct item {
    size_t requirement;
    double from;
    bool forced; /* it holds the verdict back as it is */
    struct way ways[MOST_LEVELS];
    size_t way_count; /* lowest first; the last is the whole way */
};

/* What a number of lifts can gain for how many levels: by levels, and the gain rises with them. */
typedef RUNG_VEC(struct way) way_list;

struct search {
    rung_arena *arena;
    const rung_rules *rules;
    const rung_rung_score *score;
    const double *points;
    const rung_verdict *verdict; /* looked for */
    struct item *items;
    size_t count;
    double needed;   /* points to gain */
    size_t lifts;    /* how many it takes */
    way_list *lists; /* of the items from i on with n lifts: [i * (lifts + 1) + n] */
    size_t steps;
    bool exhausted;
};

/* --- What can be lifted ---------------------------------------------------------------------- */
static bool is_allowed(const struct search *search, const rung_requirement_score *score,
                       double level)
{
    double gap = score->target - level;
    return score->need != RUNG_ESSENTIAL || !search->verdict->has_essential_gap ||
           (gap < RUNG_EPSILON ? 0 : gap) <= search->verdict->essential_gap;
}

static void add_way(struct search *search, struct item *item, double to)
{
    const rung_requirement_score *score = &search->score->requirements[item->requirement];
    if (!is_allowed(search, score, to))
        return;
    item->ways[item->way_count++] = (struct way){
        .to = to,
        .levels = to - item->from,
        .gain = search->points[item->requirement] *
                (fmin(1, to / score->target) - score->fulfilment.low),
    };
}

static void find_items(struct search *search)
{
    search->count = 0;
    for (size_t r = 0; r < search->rules->requirement_count; r++) {
        const rung_requirement_score *score = &search->score->requirements[r];
        if (!score->applies || score->gap.high <= 0)
            continue;
        struct item *item = &search->items[search->count++];
        *item = (struct item){.requirement = r, .from = score->attained.low};
        item->forced = !is_allowed(search, score, item->from);
        for (double to = floor(item->from) + 1; to < score->target - RUNG_EPSILON; to++)
            add_way(search, item, to);
        add_way(search, item, score->target);
    }
}

/* --- How many -------------------------------------------------------------------------------- */
static double whole_way(const struct item *item)
{
    return item->ways[item->way_count - 1].gain;
}

static int by_gain(const void *left, const void *right)
{
    const struct item *const *a = left, *const *b = right;
    if ((*a)->forced != (*b)->forced)
        return (*a)->forced ? -1 : 1;
    double x = whole_way(*a), y = whole_way(*b);
    if (x != y)
        return x > y ? -1 : 1;
    return (*a)->requirement < (*b)->requirement ? -1 : 1;
}

/* The fewest lifts that are enough, those that are forced and then the greatest gains; false if
 * all together are not. `picked` are whole ways, for when nothing better is found. */
static bool count_lifts(struct search *search, const struct item **picked)
{
    double gain = 0;
    search->lifts = 0;
    for (size_t i = 0; i < search->count; i++)
        picked[i] = &search->items[i];
    if (search->count)
        qsort(picked, search->count, sizeof *picked, by_gain);
    while (search->lifts < search->count &&
           (picked[search->lifts]->forced || gain < search->needed - RUNG_EPSILON))
        gain += whole_way(picked[search->lifts++]);
    return gain >= search->needed - RUNG_EPSILON;
}

/* --- Which of them --------------------------------------------------------------------------- */
static int by_levels(const void *left, const void *right)
{
    const struct way *a = left, *b = right;
    if (a->levels != b->levels)
        return a->levels < b->levels ? -1 : 1;
    return a->gain > b->gain ? -1 : a->gain < b->gain;
}

/* Sorted, without those that gain no more than one with fewer or as many levels. */
static void prune(way_list *list)
{
    size_t kept = 0;
    if (list->count)
        qsort(list->at, list->count, sizeof *list->at, by_levels);
    for (size_t i = 0; i < list->count; i++)
        if (kept == 0 || list->at[i].gain > list->at[kept - 1].gain + RUNG_EPSILON / 16)
            list->at[kept++] = list->at[i];
    list->count = kept;
}

static way_list *list_at(const struct search *search, size_t item, size_t lifts)
{
    return &search->lists[item * (search->lifts + 1) + lifts];
}

/* `from` with one more way before each. */
static void add_before(struct search *search, const way_list *from, const struct way *way,
                       way_list *out)
{
    for (size_t i = 0; i < from->count && !search->exhausted; i++) {
        struct way sum = {0, from->at[i].levels + way->levels, from->at[i].gain + way->gain};
        rung_push(search->arena, out, sum);
        search->exhausted = ++search->steps >= RUNG_LIFT_MOST_STEPS;
    }
}

static void fill_lists(struct search *search)
{
    static const struct way nothing = {0};
    rung_push(search->arena, list_at(search, search->count, 0), nothing);
    for (size_t i = search->count; i-- > 0;) {
        const struct item *item = &search->items[i];
        for (size_t n = 0; n <= search->lifts; n++) {
            way_list *list = list_at(search, i, n);
            if (!item->forced)
                add_before(search, list_at(search, i + 1, n), &nothing, list);
            for (size_t w = 0; n > 0 && w < item->way_count; w++)
                add_before(search, list_at(search, i + 1, n - 1), &item->ways[w], list);
            prune(list);
        }
    }
}

/* Whether the items from i on with n lifts can gain this for so many levels. */
static bool can_gain(const struct search *search, size_t i, size_t n, double levels, double gain)
{
    const way_list *list = list_at(search, i, n);
    for (size_t k = list->count; k-- > 0;)
        if (list->at[k].levels <= levels + RUNG_EPSILON)
            return list->at[k].gain >= gain - RUNG_EPSILON;
    return false;
}

static double fewest_levels(const struct search *search)
{
    const way_list *list = list_at(search, 0, search->lifts);
    for (size_t k = 0; k < list->count; k++)
        if (list->at[k].gain >= search->needed - RUNG_EPSILON)
            return list->at[k].levels;
    return INFINITY; /* not reached: count_lifts has found a way */
}

static void push_lift(struct search *search, rung_verdict_lift *out, rung_lift *lifts,
                      const struct item *item, const struct way *way)
{
    lifts[out->count++] = (rung_lift){item->requirement, item->from, way->to};
    out->levels += way->levels;
    out->score += way->gain;
    search->needed -= way->gain;
}

/* From the first item on: lifted as little as possible, if what is left can do the rest. */
static void choose(struct search *search, rung_verdict_lift *out, rung_lift *lifts)
{
    double levels = fewest_levels(search);
    for (size_t i = 0, n = search->lifts; i < search->count && n > 0; i++) {
        const struct item *item = &search->items[i];
        for (size_t w = 0; w < item->way_count; w++) {
            const struct way *way = &item->ways[w];
            if (!can_gain(search, i + 1, n - 1, levels - way->levels, search->needed - way->gain))
                continue;
            push_lift(search, out, lifts, item, way);
            levels -= way->levels;
            n--;
            break;
        }
    }
}

/* --- One verdict ----------------------------------------------------------------------------- */
static int by_file(const void *left, const void *right)
{
    const rung_lift *a = left, *b = right;
    return a->requirement < b->requirement ? -1 : 1;
}

/* The lifts that reach one verdict; false if none can. */
static bool reach(struct search *search, size_t verdict, rung_verdict_lift *out)
{
    search->verdict = &search->rules->verdicts[verdict];
    search->needed =
        search->verdict->has_at_least ? search->verdict->at_least - search->score->score.low : 0;
    find_items(search);
    const struct item **picked = rung_new_array(search->arena, const struct item *, search->count);
    if (!count_lifts(search, picked))
        return false;
    rung_lift *lifts = rung_new_array(search->arena, rung_lift, search->lifts);
    *out = (rung_verdict_lift){.then = verdict, .lifts = lifts, .score = search->score->score.low};
    size_t lists = (search->count + 1) * (search->lifts + 1);
    search->exhausted |= lists > RUNG_LIFT_MOST_STEPS / 16;
    if (!search->exhausted) {
        search->lists = rung_alloc_array(search->arena, lists, sizeof *search->lists);
        fill_lists(search);
    }
    if (!search->exhausted)
        choose(search, out, lifts);
    for (size_t i = 0; search->exhausted && i < search->lifts; i++)
        push_lift(search, out, lifts, picked[i], &picked[i]->ways[picked[i]->way_count - 1]);
    if (out->count)
        qsort(lifts, out->count, sizeof *lifts, by_file);
    out->cheapest = !search->exhausted;
    return true;
}

/* Below 0, 0, above 0. */
static int compare(const rung_verdict_lift *a, const rung_verdict_lift *b)
{
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    if (fabs(a->levels - b->levels) > RUNG_EPSILON)
        return a->levels < b->levels ? -1 : 1;
    for (size_t i = 0; i < a->count; i++) {
        if (a->lifts[i].requirement != b->lifts[i].requirement)
            return a->lifts[i].requirement < b->lifts[i].requirement ? -1 : 1;
        if (a->lifts[i].to != b->lifts[i].to)
            return a->lifts[i].to < b->lifts[i].to ? -1 : 1;
    }
    return 0;
}

/* The verdict with these lifts: perhaps one that is better still. */
static size_t verdict_with(const struct search *search, const rung_verdict_lift *lift)
{
    double largest = 0;
    for (size_t r = 0; r < search->rules->requirement_count; r++) {
        const rung_requirement_score *score = &search->score->requirements[r];
        double attained = score->attained.low;
        for (size_t i = 0; i < lift->count; i++)
            attained = lift->lifts[i].requirement == r ? lift->lifts[i].to : attained;
        double gap = score->target - attained;
        if (score->applies && score->need == RUNG_ESSENTIAL && gap >= RUNG_EPSILON)
            largest = fmax(largest, gap);
    }
    return rung_verdict_for(search->rules, lift->score, largest, false);
}

/* Any better verdict will do: one that is better still may ask for less. */
rung_verdict_lift rung_verdict_lift_for(rung_arena *arena, const rung_rules *rules,
                                        const rung_rung_score *score)
{
    rung_verdict_lift best = {.now = score->verdict_low, .then = score->verdict_low}, one;
    double *points = rung_new_array(arena, double, rules->requirement_count);
    bool *applies = rung_new_array(arena, bool, rules->requirement_count);
    bool cheapest = true;
    for (size_t r = 0; r < rules->requirement_count; r++)
        applies[r] = score->requirements[r].applies;
    rung_requirement_points(arena, rules, applies, points);
    struct search search = {.arena = arena, .rules = rules, .score = score, .points = points};
    search.items = rung_new_array(arena, struct item, rules->requirement_count);
    for (size_t v = score->verdict_low; v-- > 0;) {
        if (!reach(&search, v, &one))
            continue;
        cheapest &= one.cheapest;
        if (best.then == best.now || compare(&one, &best) < 0) {
            best = one;
            best.now = score->verdict_low;
        }
    }
    if (best.count)
        best.then = verdict_with(&search, &best);
    best.cheapest = cheapest;
    return best;
}
