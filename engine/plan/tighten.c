/* What follows at a node without guessing: what the goal cannot lose is taken, what does not fit
 * into the caps is left. */
#include "plan/plan_private.h"

#define LOOSE 1e-7 /* points: more than sums of them are off by, far less than they differ by */

/* One look at all rows. */
struct reading {
    plan_set force;
    double alone[RUNG_PLAN_MAX_ACTIONS]; /* points that only this candidate still brings */
};

/* False if a step up is lost that the goal cannot do without, or too many points. */
static bool find_slack(const plan_search *search, plan_node *node)
{
    const plan_goal *goal = search->goal;
    plan_set alive = node->in | node->free;
    node->slack = goal->base - search->at_least + LOOSE + RUNG_EPSILON;
    for (size_t i = 0; i < goal->row_count; i++) {
        if (goal->rows[i].mask & alive)
            node->slack += goal->rows[i].points;
        else if (goal->rows[i].hard)
            return false;
    }
    return node->slack >= 0;
}

/* What all that could take this step up have in common. */
static plan_set common_of(const plan_problem *problem, plan_set options)
{
    plan_set common = UINT64_MAX;
    for (plan_set rest = options; rest && common; rest &= rest - 1) {
        size_t c = plan_lowest(rest);
        common &= problem->needs[c] | PLAN_ONE(c);
    }
    return common;
}

static void read_row(plan_search *search, const plan_node *node, size_t i, double tail,
                     struct reading *reading)
{
    const plan_row *row = &search->goal->rows[i];
    plan_set options = row->mask & node->free;
    search->open[i] = true;
    search->wanted[i] = row->hard || tail > node->slack;
    if (search->wanted[i])
        reading->force |= common_of(search->problem, options) & ~node->in;
    else if (!(options & (options - 1)))
        reading->alone[plan_lowest(options)] += row->points;
}

/* Who loses a step up loses those above it. */
static void read_rows(plan_search *search, const plan_node *node, struct reading *reading)
{
    const plan_goal *goal = search->goal;
    double tail = 0;
    *reading = (struct reading){0};
    for (size_t i = goal->row_count; i-- > 0;) {
        const plan_row *row = &goal->rows[i];
        if (row->last)
            tail = 0;
        search->open[i] = search->wanted[i] = false;
        if (row->mask & node->in || !(row->mask & node->free))
            continue;
        tail += row->points;
        read_row(search, node, i, tail, reading);
    }
    for (plan_set rest = node->free; rest; rest &= rest - 1)
        if (reading->alone[plan_lowest(rest)] > node->slack)
            reading->force |= PLAN_ONE(plan_lowest(rest));
}

bool plan_take(const plan_problem *problem, plan_node *node, plan_set set)
{
    for (plan_set rest = set; rest; rest &= rest - 1)
        set |= problem->needs[plan_lowest(rest)];
    if (set & ~(node->in | node->free))
        return false;
    node->in |= set;
    node->free &= ~set;
    return true;
}

void plan_leave(const plan_problem *problem, plan_node *node, size_t candidate)
{
    node->free &= ~(PLAN_ONE(candidate) | problem->serves[candidate]);
}

/* --- Caps ------------------------------------------------------------------------------------ */

/* Months of work that the tracks have. */
static int64_t room_of(const plan_search *search)
{
    return (int64_t)search->caps.months * (int64_t)search->problem->request.tracks;
}

static int64_t work_of(const plan_problem *problem, plan_set set)
{
    int64_t work = 0;
    for (plan_set rest = set; rest; rest &= rest - 1)
        work += problem->months[plan_lowest(rest)];
    return work;
}

static bool fits(const plan_search *search, plan_set set)
{
    const plan_problem *problem = search->problem;
    return plan_size(set) <= search->caps.steps && work_of(problem, set) <= room_of(search) &&
           plan_cost(problem, set) <= search->caps.cost;
}

/* Leaves what cannot be taken; true if there was something. */
static bool leave_unfit(const plan_search *search, plan_node *node)
{
    const plan_problem *problem = search->problem;
    plan_set before = node->free;
    for (plan_set rest = node->free; rest; rest &= rest - 1) {
        size_t c = plan_lowest(rest);
        plan_set with = problem->needs[c] | PLAN_ONE(c);
        if (!(node->free & PLAN_ONE(c)))
            continue;
        if (with & ~(node->in | node->free) || problem->ends[c] > search->caps.months ||
            !fits(search, node->in | with))
            plan_leave(problem, node, c);
    }
    return node->free != before;
}

static bool is_in_time(const plan_search *search, plan_set set)
{
    for (plan_set rest = set; rest; rest &= rest - 1)
        if (search->problem->ends[plan_lowest(rest)] > search->caps.months)
            return false;
    return true;
}

bool plan_tighten(plan_search *search, plan_node *node)
{
    for (bool changed = true; changed;) {
        struct reading reading;
        if (!fits(search, node->in) || !is_in_time(search, node->in))
            return false;
        changed = leave_unfit(search, node);
        if (!find_slack(search, node))
            return false;
        read_rows(search, node, &reading);
        if (!reading.force)
            continue;
        if (!plan_take(search->problem, node, reading.force))
            return false;
        changed = true;
    }
    return true;
}
