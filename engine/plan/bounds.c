/* How little of a figure can do, by Lagrangian relaxation.
 *
 * Least Σ figure·x over candidates x, where every wanted row is taken by one of its candidates,
 * every other open row is taken or lost, at most `slack` points are lost, and nobody is taken
 * before what he needs. Each of these conditions gets a price instead; for any prices the least of
 *
 *     figure(in) + Σ row prices − slack·point price
 *         + Σ_rows least(0, points·point price − row price)      (it is lost)
 *         + Σ_candidates least(0, figure − prices of its rows ± prices of its edges)   (taken)
 *
 * is a bound, and following the conditions that are broken improves the prices. Who would push the
 * bound over the cap by being taken is left, and the other way round. */
#include "plan/plan_private.h"

struct bounding {
    plan_search *search;
    plan_node *node;
    plan_prices *prices;
    const double *cost;          /* one a candidate: of the figure */
    double base, cap, tolerance; /* of what is in; the most that is allowed */
    double bound, best;          /* with the prices as they are; the highest so far */
    double reduced[RUNG_PLAN_MAX_ACTIONS];
    double best_reduced[RUNG_PLAN_MAX_ACTIONS];
    plan_set taken; /* in the relaxed solution */
    double lost;    /* points, over the slack */
    double norm;
};

/* --- The relaxed problem --------------------------------------------------------------------- */

static void price_rows(struct bounding *b)
{
    const plan_search *search = b->search;
    for (size_t i = 0; i < search->goal->row_count; i++) {
        const plan_row *row = &search->goal->rows[i];
        double price = b->prices->row[i];
        if (!search->open[i] || price <= 0)
            continue;
        b->bound += price;
        for (plan_set rest = row->mask & b->node->free; rest; rest &= rest - 1)
            b->reduced[plan_lowest(rest)] -= price;
    }
}

static bool is_live(const struct bounding *b, size_t edge)
{
    const unsigned char *ends = b->search->edges[edge];
    return b->node->free & PLAN_ONE(ends[0]) && b->node->free & PLAN_ONE(ends[1]);
}

static void price_edges(struct bounding *b)
{
    for (size_t e = 0; e < b->search->edge_count; e++) {
        const unsigned char *ends = b->search->edges[e];
        if (!is_live(b, e))
            continue;
        b->reduced[ends[0]] += b->prices->edge[e];
        b->reduced[ends[1]] -= b->prices->edge[e];
    }
}

static void take_what_pays(struct bounding *b)
{
    b->taken = 0;
    for (plan_set rest = b->node->free; rest; rest &= rest - 1) {
        size_t c = plan_lowest(rest);
        if (b->reduced[c] >= 0)
            continue;
        b->bound += b->reduced[c];
        b->taken |= PLAN_ONE(c);
    }
}

/* How far each row's condition is broken; loses rows whose price is above their points'. */
static void look_at_rows(struct bounding *b)
{
    plan_search *search = b->search;
    for (size_t i = 0; i < search->goal->row_count; i++) {
        const plan_row *row = &search->goal->rows[i];
        if (!search->open[i])
            continue;
        double broken = 1 - (double)plan_size(row->mask & b->taken);
        double worth = row->points * b->prices->points;
        if (!search->wanted[i] && b->prices->row[i] > worth) {
            b->bound += worth - b->prices->row[i];
            b->lost += row->points;
            broken -= 1;
        }
        if (b->prices->row[i] <= 0 && broken < 0)
            broken = 0;
        search->gradient[i] = broken;
        b->norm += broken * broken;
    }
}

static void look_at_edges(struct bounding *b)
{
    plan_search *search = b->search;
    for (size_t e = 0; e < search->edge_count; e++) {
        const unsigned char *ends = search->edges[e];
        double broken = 0;
        if (is_live(b, e))
            broken = (double)(b->taken >> ends[0] & 1) - (double)(b->taken >> ends[1] & 1);
        if (b->prices->edge[e] <= 0 && broken < 0)
            broken = 0;
        search->edge_gradient[e] = broken;
        b->norm += broken * broken;
    }
}

/* Points are measured by all that are asked for, so that their condition weighs like a row. */
static double unit_of(const plan_search *search)
{
    double asked = search->at_least - search->goal->base;
    return asked > 1 ? asked : 1;
}

static void look_at_points(struct bounding *b)
{
    b->lost -= b->node->slack;
    if (b->node->slack == INFINITY || (b->prices->points <= 0 && b->lost < 0))
        b->lost = 0;
    double broken = b->lost / unit_of(b->search);
    b->norm += broken * broken;
}

static void relax(struct bounding *b)
{
    b->bound = b->base;
    if (b->node->slack < INFINITY)
        b->bound -= b->node->slack * b->prices->points;
    b->lost = b->norm = 0;
    for (plan_set rest = b->node->free; rest; rest &= rest - 1)
        b->reduced[plan_lowest(rest)] = b->cost[plan_lowest(rest)];
    price_rows(b);
    price_edges(b);
    take_what_pays(b);
    look_at_rows(b);
    look_at_edges(b);
    look_at_points(b);
}

/* --- Better prices --------------------------------------------------------------------------- */

static double raised(double price, double by)
{
    return price + by > 0 ? price + by : 0;
}

static void move_prices(struct bounding *b, double step)
{
    const plan_search *search = b->search;
    double unit = unit_of(search);
    for (size_t i = 0; i < search->goal->row_count; i++)
        if (search->open[i])
            b->prices->row[i] = raised(b->prices->row[i], step * search->gradient[i]);
    for (size_t e = 0; e < search->edge_count; e++)
        b->prices->edge[e] = raised(b->prices->edge[e], step * search->edge_gradient[e]);
    b->prices->points = raised(b->prices->points, step * b->lost / (unit * unit));
}

static void keep_best(struct bounding *b)
{
    b->best = b->bound;
    for (plan_set rest = b->node->free; rest; rest &= rest - 1)
        b->best_reduced[plan_lowest(rest)] = b->reduced[plan_lowest(rest)];
}

/* What the bound is hoped to come to. */
static double aim_of(const struct bounding *b, double scale)
{
    if (b->cap < INFINITY)
        return b->cap + b->tolerance + 0.05 * scale;
    return b->best + 0.1 * fabs(b->best) + scale;
}

static double mean_cost(const struct bounding *b)
{
    double sum = 0;
    for (plan_set rest = b->node->free; rest; rest &= rest - 1)
        sum += b->cost[plan_lowest(rest)];
    return b->node->free ? sum / (double)plan_size(b->node->free) : 0;
}

/* False if the bound is over the cap. */
static bool improve(struct bounding *b, int rounds)
{
    double pace = 1, scale = mean_cost(b);
    int idle = 0;
    b->best = -INFINITY;
    for (int round = 0; round < rounds; round++) {
        relax(b);
        idle = b->bound > b->best + 1e-3 * scale ? 0 : idle + 1;
        if (b->bound > b->best)
            keep_best(b);
        if (b->best > b->cap + b->tolerance)
            return false;
        if (b->norm < RUNG_EPSILON)
            break;
        if (idle > 4) {
            pace /= 2;
            idle = 0;
        }
        double way = aim_of(b, scale) - b->bound;
        if (way <= 0)
            break;
        move_prices(b, pace * way / b->norm);
    }
    return true;
}

/* --- What follows ---------------------------------------------------------------------------- */

/* Takes or leaves what could not be otherwise under the cap. */
static bool settle(struct bounding *b)
{
    plan_node *node = b->node;
    for (plan_set rest = node->free; rest; rest &= rest - 1) {
        size_t c = plan_lowest(rest);
        double price = fabs(b->best_reduced[c]);
        if (!(node->free & PLAN_ONE(c)) || b->best + price <= b->cap + b->tolerance)
            continue;
        if (b->best_reduced[c] > 0)
            plan_leave(b->search->problem, node, c);
        else if (!plan_take(b->search->problem, node, PLAN_ONE(c)))
            return false;
    }
    return true;
}

static void read_figure(const plan_search *search, plan_figure figure, double *cost, double *cap)
{
    const plan_problem *problem = search->problem;
    const plan_caps *caps = &search->caps;
    double tracks = (double)problem->request.tracks;
    for (size_t c = 0; c < problem->count; c++)
        cost[c] = figure == PLAN_MONTHS ? problem->months[c]
                  : figure == PLAN_COST ? problem->cost[c]
                                        : 1;
    *cap = figure == PLAN_MONTHS
               ? (caps->months == PLAN_NO_MONTHS ? INFINITY : caps->months * tracks)
           : figure == PLAN_COST                  ? caps->cost
           : caps->steps >= RUNG_PLAN_MAX_ACTIONS ? INFINITY
                                                  : (double)caps->steps;
}

static double sum_of(const double *cost, plan_set set)
{
    double sum = 0;
    for (plan_set rest = set; rest; rest &= rest - 1)
        sum += cost[plan_lowest(rest)];
    return sum;
}

static bool bound_figure(plan_search *search, plan_node *node, plan_figure figure, int rounds,
                         double *best)
{
    double cost[RUNG_PLAN_MAX_ACTIONS];
    struct bounding b = {
        .search = search, .node = node, .prices = &search->prices[figure], .cost = cost};
    read_figure(search, figure, cost, &b.cap);
    b.base = sum_of(cost, node->in);
    if (figure != search->figure && sum_of(cost, node->in | node->free) <= b.cap)
        return true; /* whatever is taken: it fits */
    b.tolerance = 1e-6 + 1e-9 * (b.cap < INFINITY ? b.cap : 0);
    if (!b.prices->warm)
        rounds *= 8;
    b.prices->warm = true;
    bool fits = improve(&b, rounds);
    *best = b.best;
    if (figure == search->figure)
        for (plan_set rest = node->free; rest; rest &= rest - 1) {
            size_t c = plan_lowest(rest);
            search->worth[c] = -b.best_reduced[c];
        }
    return fits && (b.cap == INFINITY || settle(&b));
}

static bool is_changed(const plan_node *before, const plan_node *node)
{
    return before->in != node->in || before->free != node->free;
}

/* What one figure settles, changes the rows for the next. */
bool plan_bound(plan_search *search, plan_node *node, int rounds)
{
    double best = 0;
    for (int figure = 0; figure < PLAN_FIGURE_COUNT && node->free; figure++) {
        plan_node before = *node;
        if (!bound_figure(search, node, (plan_figure)figure, rounds, &best))
            return false;
        if (is_changed(&before, node) && !plan_tighten(search, node))
            return false;
    }
    return true;
}

/* --- From the root on ------------------------------------------------------------------------ */

static bool can_be(plan_search *search, plan_set in, plan_set free)
{
    plan_node node = {.in = in, .free = free};
    return plan_tighten(search, &node) && plan_bound(search, &node, 200);
}

/* The least months are found by halving: whether a number is ruled out can be asked quickly. */
static int least_months(plan_search *search, plan_set in, plan_set free)
{
    int low = 0, high = 0;
    plan_caps caps = search->caps;
    for (plan_set rest = in | free; rest; rest &= rest - 1)
        high += search->problem->months[plan_lowest(rest)];
    while (low < high) {
        search->caps.months = low + (high - low) / 2;
        if (can_be(search, in, free))
            high = search->caps.months;
        else
            low = search->caps.months + 1;
    }
    search->caps = caps;
    return low;
}

double plan_root_bound(plan_search *search, plan_set in, plan_set free)
{
    plan_node node = {.in = in, .free = free};
    double best = 0;
    if (search->figure == PLAN_MONTHS)
        return least_months(search, in, free);
    if (!plan_tighten(search, &node))
        return 0;
    if (!node.free)
        best = search->figure == PLAN_COST ? plan_cost(search->problem, node.in)
                                           : (double)plan_size(node.in);
    else
        bound_figure(search, &node, search->figure, 300, &best);
    if (search->figure == PLAN_STEPS)
        best = ceil(best - 1e-6);
    return best > 0 ? best : 0;
}
