/* Arithmetic on intervals. Rounding is monotone, so the ends of an interval of doubles are exact:
 * they are results of the operation on ends of the operands. */
#include "expr/interval.h"

#include "expr/arithmetic.h"

#include <math.h>

/* --- Ints ------------------------------------------------------------------------------------
 * A result that left 64 bits keeps the direction in which it did. */
struct wide {
    int over; /* -1, 0, 1 */
    int64_t value;
};

struct hull {
    bool any;
    struct wide low, high;
};

static bool is_below(struct wide a, struct wide b)
{
    return a.over != b.over ? a.over < b.over : a.value < b.value;
}

static struct wide apply(expr_op op, int64_t a, int64_t b)
{
    struct wide out = {0};
    int64_t unused;
    rung_eval_error error;
    int direction = 1;
    switch (op) {
    case EXPR_OP_ADD_INT:
        error = expr_add(a, b, &out.value);
        direction = a < 0 ? -1 : 1;
        break;
    case EXPR_OP_SUBTRACT_INT:
        error = expr_subtract(a, b, &out.value);
        direction = a < 0 ? -1 : 1;
        break;
    case EXPR_OP_MULTIPLY_INT:
        error = expr_multiply(a, b, &out.value);
        direction = (a < 0) != (b < 0) ? -1 : 1;
        break;
    default: /* DIVIDE_INT, by no zero */
        error = expr_divide(a, b, &out.value, &unused);
        break;
    }
    if (error)
        out = (struct wide){direction, direction < 0 ? INT64_MIN : INT64_MAX};
    return out;
}

static void widen(struct hull *hull, struct wide value)
{
    if (!hull->any || is_below(value, hull->low))
        hull->low = value;
    if (!hull->any || is_below(hull->high, value))
        hull->high = value;
    hull->any = true;
}

/* The operations are monotone in each operand: their extremes lie in corners. */
static void widen_corners(struct hull *hull, expr_op op, const expr_bound *a, int64_t b_low,
                          int64_t b_high)
{
    widen(hull, apply(op, a->low.i, b_low));
    widen(hull, apply(op, a->low.i, b_high));
    widen(hull, apply(op, a->high.i, b_low));
    widen(hull, apply(op, a->high.i, b_high));
}

static expr_bound from_hull(const struct hull *hull)
{
    expr_bound out = {.can_succeed = hull->any && hull->low.over <= 0 && hull->high.over >= 0};
    out.can_fail = hull->any && (hull->low.over < 0 || hull->high.over > 0);
    out.low.i = hull->low.value;
    out.high.i = hull->high.value;
    return out;
}

static bool holds(const expr_bound *bound, int64_t value)
{
    return bound->low.i <= value && value <= bound->high.i;
}

static expr_bound divide(const expr_bound *a, const expr_bound *b)
{
    struct hull hull = {0};
    if (b->high.i > 0)
        widen_corners(&hull, EXPR_OP_DIVIDE_INT, a, b->low.i > 0 ? b->low.i : 1, b->high.i);
    if (b->low.i < 0)
        widen_corners(&hull, EXPR_OP_DIVIDE_INT, a, b->low.i, b->high.i < 0 ? b->high.i : -1);
    expr_bound out = from_hull(&hull);
    out.can_fail = out.can_fail || holds(b, 0);
    return out;
}

/* The remainder has the dividend's sign and is nearer to zero than the divisor. */
static expr_bound remainder_of(const expr_bound *a, const expr_bound *b)
{
    expr_bound out = {.can_succeed = b->low.i != 0 || b->high.i != 0};
    uint64_t low = expr_magnitude(b->low.i), high = expr_magnitude(b->high.i);
    uint64_t divisor = low > high ? low : high;
    int64_t most = divisor ? (int64_t)(divisor - 1) : 0;
    out.can_fail = holds(b, 0) || (holds(b, -1) && holds(a, INT64_MIN));
    out.low.i = a->low.i >= 0 ? 0 : a->low.i > -most ? a->low.i : -most;
    out.high.i = a->high.i <= 0 ? 0 : a->high.i < most ? a->high.i : most;
    return out;
}

static int64_t least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t greatest(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

expr_bound expr_int_interval(expr_op op, const expr_bound *a, const expr_bound *b)
{
    static const expr_bound zero = {.can_succeed = true};
    struct hull hull = {0};
    expr_bound out = {.can_succeed = true};
    switch (op) {
    case EXPR_OP_NEGATE_INT:
        widen_corners(&hull, EXPR_OP_SUBTRACT_INT, &zero, a->low.i, a->high.i);
        return from_hull(&hull);
    case EXPR_OP_DIVIDE_INT:
        return divide(a, b);
    case EXPR_OP_REMAINDER_INT:
        return remainder_of(a, b);
    case EXPR_OP_LEAST_INT:
        out.low.i = least(a->low.i, b->low.i);
        out.high.i = least(a->high.i, b->high.i);
        return out;
    case EXPR_OP_GREATEST_INT:
        out.low.i = greatest(a->low.i, b->low.i);
        out.high.i = greatest(a->high.i, b->high.i);
        return out;
    default:
        widen_corners(&hull, op, a, b->low.i, b->high.i);
        return from_hull(&hull);
    }
}

/* --- Doubles --------------------------------------------------------------------------------- */

expr_bound expr_any_double(void)
{
    expr_bound out = {.can_succeed = true, .may_nan = true};
    out.low.d = -INFINITY;
    out.high.d = INFINITY;
    return out;
}

static expr_bound between(double low, double high)
{
    expr_bound out = {.can_succeed = true};
    out.low.d = low;
    out.high.d = high;
    return isnan(low) || isnan(high) ? expr_any_double() : out;
}

static bool holds_zero(const expr_bound *bound)
{
    return bound->low.d <= 0 && bound->high.d >= 0;
}

static bool holds_infinity(const expr_bound *bound)
{
    return isinf(bound->low.d) || isinf(bound->high.d);
}

static expr_bound corners(const double at[4])
{
    double low = at[0], high = at[0];
    for (int i = 1; i < 4; i++) {
        low = at[i] < low ? at[i] : low;
        high = at[i] > high ? at[i] : high;
    }
    return between(low, high);
}

static expr_bound multiply_doubles(const expr_bound *a, const expr_bound *b)
{
    if ((holds_zero(a) && holds_infinity(b)) || (holds_infinity(a) && holds_zero(b)))
        return expr_any_double();
    return corners((double[]){a->low.d * b->low.d, a->low.d * b->high.d, a->high.d * b->low.d,
                              a->high.d * b->high.d});
}

static expr_bound divide_doubles(const expr_bound *a, const expr_bound *b)
{
    if (holds_zero(b) || (holds_infinity(a) && holds_infinity(b)))
        return expr_any_double();
    return corners((double[]){a->low.d / b->low.d, a->low.d / b->high.d, a->high.d / b->low.d,
                              a->high.d / b->high.d});
}

/* inf - inf can be NaN although neither end of the result is. */
static expr_bound add_doubles(const expr_bound *a, double b_low, double b_high)
{
    bool opposite = (isinf(a->low.d) && isinf(b_high)) || (isinf(a->high.d) && isinf(b_low));
    return opposite ? expr_any_double() : between(a->low.d + b_low, a->high.d + b_high);
}

expr_bound expr_double_interval(expr_op op, const expr_bound *a, const expr_bound *b)
{
    if (a->may_nan || b->may_nan)
        return expr_any_double();
    switch (op) {
    case EXPR_OP_NEGATE_DOUBLE:
        return between(-a->high.d, -a->low.d);
    case EXPR_OP_ADD_DOUBLE:
        return add_doubles(a, b->low.d, b->high.d);
    case EXPR_OP_SUBTRACT_DOUBLE:
        return add_doubles(a, -b->high.d, -b->low.d);
    case EXPR_OP_MULTIPLY_DOUBLE:
        return multiply_doubles(a, b);
    case EXPR_OP_DIVIDE_DOUBLE:
        return divide_doubles(a, b);
    case EXPR_OP_LEAST_DOUBLE:
        return between(fmin(a->low.d, b->low.d), fmin(a->high.d, b->high.d));
    default: /* GREATEST_DOUBLE */
        return between(fmax(a->low.d, b->low.d), fmax(a->high.d, b->high.d));
    }
}
