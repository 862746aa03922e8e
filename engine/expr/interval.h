/* What is known of a register's value, and arithmetic on it. */
#ifndef EXPR_INTERVAL_H
#define EXPR_INTERVAL_H

#include "expr/program.h"

/* Ints and bools (0, 1): `low.i` to `high.i`. Doubles: `low.d` to `high.d`, infinite both if NaN
 * can be. A choice: the options in `high.set`, "" if `may_none`. Choices: sets from `low.set` to
 * `high.set`. Of texts and lists nothing is known, unless all is.
 * Bounds say nothing of the sign of a zero. */
typedef struct expr_bound {
    bool known; /* the machine's register holds it, a value or an error */
    bool can_fail, can_succeed;
    union {
        bool may_nan, may_none;
    };
    expr_cell low, high; /* of the values it can have if it succeeds */
} expr_bound;

/* The results of an operation on all values within the operands' bounds; only the values, NaN and
 * whether some operation on them fails or all do. */
expr_bound expr_int_interval(expr_op op, const expr_bound *a, const expr_bound *b);
expr_bound expr_double_interval(expr_op op, const expr_bound *a, const expr_bound *b);

/* Any double, NaN too. */
expr_bound expr_any_double(void);

#endif
