/* What the tests of expressions share: scopes written as text, values as text,
 * and compiling and evaluating with throw-away memory. */
#ifndef TESTS_EXPR_SUPPORT_H
#define TESTS_EXPR_SUPPORT_H

#include "expr/expr.h"

enum { TEST_MAX_VARIABLES = 64 };

/* A scope and the cells of its variables. Everything lives in the arena. */
typedef struct test_scope {
    rung_arena *arena;
    rung_variable variables[TEST_MAX_VARIABLES];
    rung_cell cells[TEST_MAX_VARIABLES];
    rung_bounds_cell bounds[TEST_MAX_VARIABLES];
    rung_scope scope;
} test_scope;

void test_scope_init(test_scope *scope, rung_arena *arena);

/* Adds the variable that a line declares; false if it is none:
 *   bool NAME | int NAME | double NAME | text NAME
 *   choice NAME OPTION[=POINTS]… | choices NAME OPTION[=POINTS]…
 *   value NAME EXPRESSION
 *   later              what follows is not visible */
bool test_scope_declare(test_scope *scope, rung_text line);

/* Sets cells: `NAME=VALUE…`; choices are separated by commas, `NAME=` is none.
 */
void test_scope_answer(test_scope *scope, rung_text line);

/* Sets what is known of variables; those not named are known by their cells:
 *   level=1..3 years=0..2.5 degree=? role=nurse,clerk,?
 * skills=must,must/may,may */
void test_scope_between(test_scope *scope, rung_text line);

/* A value as the language writes it: 5, 5.0, "a", [1, 2], true, NaN. */
const char *test_value_text(rung_arena *arena, const rung_value *value);

/* Compiles in the guard that runs; diagnostics go to `out`. */
const rung_program *test_compile(test_scope *scope, const rung_source *source, rung_want want,
                                 rung_diagnostics *out);

/* The next word of `*rest`; empty at its end. */
rung_text test_word(rung_text *rest);

#endif
