/* The search: depth first, what promises most first, nothing that bounds rule out. */
#include "plan/plan_private.h"

enum { ROUNDS = 12 }; /* improvements of the bounds at a node */

void plan_search_init(plan_search *search, plan_problem *problem, const plan_goal *goal)
{
    rung_arena *arena = problem->arena;
    *search = (plan_search){.problem = problem, .goal = goal, .at_least = goal->at_least};
    search->wanted = rung_new_array(arena, bool, goal->row_count);
    search->open = rung_new_array(arena, bool, goal->row_count);
    search->gradient = rung_new_array(arena, double, goal->row_count);
    size_t edges = 0;
    for (size_t c = 0; c < problem->count; c++)
        edges += plan_size(problem->direct[c]);
    search->edges = rung_alloc_array(arena, edges, sizeof *search->edges);
    search->edge_gradient = rung_new_array(arena, double, edges);
    for (size_t c = 0; c < problem->count; c++)
        for (plan_set rest = problem->direct[c]; rest; rest &= rest - 1) {
            search->edges[search->edge_count][0] = (unsigned char)c;
            search->edges[search->edge_count++][1] = (unsigned char)plan_lowest(rest);
        }
    for (size_t f = 0; f < PLAN_FIGURE_COUNT; f++) {
        search->prices[f].row = rung_new_array(arena, double, goal->row_count);
        search->prices[f].edge = rung_new_array(arena, double, edges);
    }
}

/* --- Plans ----------------------------------------------------------------------------------- */

/* True if the months suffice for the set. Not known counts as not, and stops the proof. */
static bool is_in_time(plan_search *search, plan_set set)
{
    bool exact = true;
    if (search->caps.months == PLAN_NO_MONTHS)
        return true;
    bool in_time = plan_is_done_by(search->problem, set, search->caps.months, &exact);
    search->stopped |= !exact;
    return in_time;
}

/* What a better plan has to keep to. */
static void ask_for_better(plan_search *search)
{
    const plan_problem *problem = search->problem;
    bool exact = true;
    switch (search->figure) {
    case PLAN_MONTHS:
        search->caps.months = plan_makespan(search->problem, search->best, &exact) - 1;
        search->stopped |= !exact;
        break;
    case PLAN_COST:
        search->caps.cost = plan_cost(problem, search->best) -
                            (problem->grain > 0 ? problem->grain / 2 : RUNG_EPSILON);
        break;
    default:
        search->caps.steps = plan_size(search->best) - 1;
    }
}

/* A set that reaches the goal. True if there is nothing left to look for at this node. */
static bool accept(plan_search *search, plan_set set)
{
    search->found = true;
    search->best = set;
    if (search->by_score) {
        search->at_least = plan_stand(search->problem, set).score + RUNG_EPSILON / 10;
        return false;
    }
    if (search->least && set != 0)
        ask_for_better(search);
    search->finished |= !search->least || set == 0;
    return true;
}

/* --- Nodes ----------------------------------------------------------------------------------- */

/* The set that is in reaches the goal as asked for just now. */
static bool is_reached(plan_search *search, plan_set in)
{
    return plan_is_reached(search->problem, search->goal, search->at_least, in);
}

/* Draws all conclusions, and takes the plan if there is one. False: the node is done with. */
static bool settle(plan_search *search, plan_node *node)
{
    for (plan_node before = {.in = ~node->in};
         before.in != node->in || before.free != node->free;) {
        before = *node;
        if (!plan_tighten(search, node) || !is_in_time(search, node->in))
            return false;
        if (is_reached(search, node->in)) {
            if (accept(search, node->in))
                return false;
            before.in = ~node->in;
            continue;
        }
        if (!plan_bound(search, node, ROUNDS))
            return false;
    }
    return node->free != 0;
}

/* Of the wanted step up with the fewest ways, the candidate worth most; else of all. */
static size_t choose(const plan_search *search, const plan_node *node)
{
    plan_set options = node->free;
    size_t fewest = SIZE_MAX, best = SIZE_MAX;
    for (size_t i = 0; i < search->goal->row_count; i++) {
        plan_set ways = search->goal->rows[i].mask & node->free;
        if (!search->wanted[i] || plan_size(ways) >= fewest)
            continue;
        fewest = plan_size(ways);
        options = ways;
    }
    for (plan_set rest = options; rest; rest &= rest - 1) {
        size_t c = plan_lowest(rest);
        if (best == SIZE_MAX || search->worth[c] > search->worth[best])
            best = c;
    }
    return best;
}

/* A set is looked at for the longer the more there is to look at. */
static bool spend(plan_search *search)
{
    enum { ROWS_PER_WORK = 64 };
    plan_problem *problem = search->problem;
    size_t rows = search->goal->row_count + problem->rules->requirement_count;
    size_t price = 1 + rows / ROWS_PER_WORK;
    if (problem->work == 0)
        search->stopped = search->finished = true;
    problem->work -= price < problem->work ? price : problem->work;
    return !search->finished;
}

static void explore(plan_search *search, plan_node node)
{
    if (!spend(search) || !settle(search, &node))
        return;
    size_t c = choose(search, &node);
    plan_node with = node;
    if (plan_take(search->problem, &with, PLAN_ONE(c)))
        explore(search, with);
    if (search->finished)
        return;
    plan_leave(search->problem, &node, c);
    explore(search, node);
}

void plan_search_run(plan_search *search, plan_set in, plan_set free)
{
    search->found = search->stopped = search->finished = false;
    plan_node root = {.free = free | in};
    if (plan_take(search->problem, &root, in))
        explore(search, root);
}
