#include "expr/functions.h"

unsigned expr_op_reads(expr_op op)
{
    static const unsigned char reads[] = {
#define READS(name, count) count,
        EXPR_OPS(READS)
#undef READS
    };
    return reads[op];
}

const expr_function expr_functions[] = {
#define ROW(id, name, forms, rule, least, most, binds)                                             \
    {EXPR_FN_##id, name, forms, EXPR_RULE_##rule, least, most, binds},
    EXPR_FUNCTIONS(ROW)
#undef ROW
};

const expr_function *expr_find_function(rung_text name, unsigned forms)
{
    for (size_t i = 0; i < EXPR_FN_COUNT && name.size; i++) {
        const expr_function *row = &expr_functions[i];
        if ((row->forms & forms) && row->name[0] == name.at[0] && rung_text_is(name, row->name))
            return row;
    }
    return NULL;
}

/* --- Overloads ------------------------------------------------------------------------------- */

#define ROW(fn, left, right, result, op, swap, negate)                                             \
    {                                                                                              \
        EXPR_FN_##fn, EXPR_TAKES_##left, EXPR_TAKES_##right, EXPR_GIVES_##result, EXPR_OP_##op,    \
            swap, negate                                                                           \
    }
#define BINARY(fn, left, right, result, op)  ROW(fn, left, right, result, op, false, false)
#define SWAPPED(fn, left, right, result, op) ROW(fn, left, right, result, op, true, false)
#define UNARY(fn, operand, result, op)       ROW(fn, operand, NOTHING, result, op, false, false)

/* `==` and `!=` differ in what becomes of the result only. */
#define EQUALITY(fn, negate)                                                                       \
    ROW(fn, BOOL, BOOL, BOOL, EQUAL_INT, false, negate),                                           \
        ROW(fn, INT, INT, BOOL, EQUAL_INT, false, negate),                                         \
        ROW(fn, DOUBLE, DOUBLE, BOOL, EQUAL_DOUBLE, false, negate),                                \
        ROW(fn, INT, DOUBLE, BOOL, EQUAL_INT_DOUBLE, false, negate),                               \
        ROW(fn, DOUBLE, INT, BOOL, EQUAL_INT_DOUBLE, true, negate),                                \
        ROW(fn, STRING, STRING, BOOL, EQUAL_TEXT, false, negate),                                  \
        ROW(fn, LIST, LIST, COMPARED, EQUAL_LIST, false, negate)

/* `a > b` is `b < a`: the mixed rows of a swapped order name the other instruction. */
#define ORDER(fn, FORM, op, int_double, double_int)                                                \
    FORM(fn, BOOL, BOOL, BOOL, op##_INT), FORM(fn, INT, INT, BOOL, op##_INT),                      \
        FORM(fn, DOUBLE, DOUBLE, BOOL, op##_DOUBLE), FORM(fn, INT, DOUBLE, BOOL, int_double),      \
        FORM(fn, DOUBLE, INT, BOOL, double_int), FORM(fn, STRING, STRING, BOOL, op##_TEXT)

static const expr_overload overloads[] = {
    EQUALITY(EQUAL, false),
    EQUALITY(UNEQUAL, true),
    ORDER(LESS, BINARY, LESS, LESS_INT_DOUBLE, LESS_DOUBLE_INT),
    ORDER(LESS_EQUAL, BINARY, LESS_EQUAL, LESS_EQUAL_INT_DOUBLE, LESS_EQUAL_DOUBLE_INT),
    ORDER(GREATER, SWAPPED, LESS, LESS_DOUBLE_INT, LESS_INT_DOUBLE),
    ORDER(GREATER_EQUAL, SWAPPED, LESS_EQUAL, LESS_EQUAL_DOUBLE_INT, LESS_EQUAL_INT_DOUBLE),
    BINARY(IN, ANY, LIST, MEMBERSHIP, IN_LIST),
    BINARY(ADD, INT, INT, INT, ADD_INT),
    BINARY(ADD, DOUBLE, DOUBLE, DOUBLE, ADD_DOUBLE),
    BINARY(ADD, STRING, STRING, STRING, JOIN_TEXT),
    BINARY(ADD, LIST, LIST, BOTH, JOIN_LIST),
    BINARY(SUBTRACT, INT, INT, INT, SUBTRACT_INT),
    BINARY(SUBTRACT, DOUBLE, DOUBLE, DOUBLE, SUBTRACT_DOUBLE),
    BINARY(MULTIPLY, INT, INT, INT, MULTIPLY_INT),
    BINARY(MULTIPLY, DOUBLE, DOUBLE, DOUBLE, MULTIPLY_DOUBLE),
    BINARY(DIVIDE, INT, INT, INT, DIVIDE_INT),
    BINARY(DIVIDE, DOUBLE, DOUBLE, DOUBLE, DIVIDE_DOUBLE),
    BINARY(REMAINDER, INT, INT, INT, REMAINDER_INT),
    UNARY(NEGATE, INT, INT, NEGATE_INT),
    UNARY(NEGATE, DOUBLE, DOUBLE, NEGATE_DOUBLE),
    UNARY(SIZE, STRING, INT, TEXT_SIZE),
    UNARY(SIZE, LIST, INT, LIST_SIZE),
    BINARY(STARTS_WITH, STRING, STRING, BOOL, TEXT_STARTS),
    BINARY(ENDS_WITH, STRING, STRING, BOOL, TEXT_ENDS),
    BINARY(CONTAINS, STRING, STRING, BOOL, TEXT_CONTAINS),
    UNARY(INT, INT, INT, SAME),
    UNARY(INT, DOUBLE, INT, DOUBLE_TO_INT),
    UNARY(INT, STRING, INT, TEXT_TO_INT),
    UNARY(DOUBLE, DOUBLE, DOUBLE, SAME),
    UNARY(DOUBLE, INT, DOUBLE, INT_TO_DOUBLE),
    UNARY(DOUBLE, STRING, DOUBLE, TEXT_TO_DOUBLE),
    UNARY(STRING, STRING, STRING, SAME),
    UNARY(STRING, BOOL, STRING, BOOL_TO_TEXT),
    UNARY(STRING, INT, STRING, INT_TO_TEXT),
    UNARY(STRING, DOUBLE, STRING, DOUBLE_TO_TEXT),
};

static bool takes(expr_parameter parameter, const rung_type *type)
{
    static const expr_parameter by_base[] = {
        [RUNG_TYPE_NONE] = EXPR_TAKES_NOTHING,  [RUNG_TYPE_BOOL] = EXPR_TAKES_BOOL,
        [RUNG_TYPE_INT] = EXPR_TAKES_INT,       [RUNG_TYPE_DOUBLE] = EXPR_TAKES_DOUBLE,
        [RUNG_TYPE_STRING] = EXPR_TAKES_STRING,
    };
    if (!type || parameter == EXPR_TAKES_ANY)
        return parameter == (type ? EXPR_TAKES_ANY : EXPR_TAKES_NOTHING);
    return parameter == (type->lists ? EXPR_TAKES_LIST : by_base[type->base]);
}

const expr_overload *expr_find_overload(expr_function_id function, rung_type left,
                                        const rung_type *right)
{
    for (size_t i = 0; i < RUNG_COUNT(overloads); i++) {
        const expr_overload *row = &overloads[i];
        if (row->function == function && takes(row->left, &left) && takes(row->right, right))
            return row;
    }
    return NULL;
}
