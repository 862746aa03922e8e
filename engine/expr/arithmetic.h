/* Integer arithmetic that knows when it leaves 64 bits. Each function returns an error or writes
 * its result. Here for both evaluators, inline for the loop of the first. */
#ifndef EXPR_ARITHMETIC_H
#define EXPR_ARITHMETIC_H

#include "expr/expr.h"

static inline rung_eval_error expr_add(int64_t a, int64_t b, int64_t *out)
{
    if (b > 0 ? a > INT64_MAX - b : a < INT64_MIN - b)
        return RUNG_EVAL_OVERFLOW;
    *out = a + b;
    return RUNG_EVAL_OK;
}

static inline rung_eval_error expr_subtract(int64_t a, int64_t b, int64_t *out)
{
    if (b < 0 ? a > INT64_MAX + b : a < INT64_MIN + b)
        return RUNG_EVAL_OVERFLOW;
    *out = a - b;
    return RUNG_EVAL_OK;
}

static inline uint64_t expr_magnitude(int64_t value)
{
    return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

static inline rung_eval_error expr_multiply(int64_t a, int64_t b, int64_t *out)
{
    bool negative = (a < 0) != (b < 0);
    uint64_t x = expr_magnitude(a), y = expr_magnitude(b);
    uint64_t most = (uint64_t)INT64_MAX + negative;
    if (x && y > most / x)
        return RUNG_EVAL_OVERFLOW;
    uint64_t product = x * y;
    *out = !negative || !product ? (int64_t)product : -(int64_t)(product - 1) - 1;
    return RUNG_EVAL_OK;
}

/* Towards zero. CEL has the least int by -1 overflow in the remainder too. */
static inline rung_eval_error expr_divide(int64_t a, int64_t b, int64_t *quotient,
                                          int64_t *remainder)
{
    if (b == 0)
        return RUNG_EVAL_DIVISION_BY_ZERO;
    if (a == INT64_MIN && b == -1)
        return RUNG_EVAL_OVERFLOW;
    *quotient = a / b;
    *remainder = a % b;
    return RUNG_EVAL_OK;
}

#endif
