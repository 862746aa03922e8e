/* The closed sets of the language: instructions, functions (operators are functions with another
 * spelling), and which operand types they take. */
#ifndef EXPR_FUNCTIONS_H
#define EXPR_FUNCTIONS_H

#include "expr/expr.h"

/* --- Instructions ----------------------------------------------------------------------------
 * Each writes a register of its own. Name, and how many registers it reads: `a`, `b`, `c` in this
 * order; unary ones have `b` equal to `a`. LIST reads `b` registers named in the program's
 * arguments from `a` on. From AND on, an operand's error need not be the result's. */
#define EXPR_OPS(X)                                                                                \
    X(NOT, 1)                                                                                      \
    X(NEGATE_INT, 1)                                                                               \
    X(ADD_INT, 2)                                                                                  \
    X(SUBTRACT_INT, 2)                                                                             \
    X(MULTIPLY_INT, 2)                                                                             \
    X(DIVIDE_INT, 2)                                                                               \
    X(REMAINDER_INT, 2)                                                                            \
    X(LEAST_INT, 2)                                                                                \
    X(GREATEST_INT, 2)                                                                             \
    X(NEGATE_DOUBLE, 1)                                                                            \
    X(ADD_DOUBLE, 2)                                                                               \
    X(SUBTRACT_DOUBLE, 2)                                                                          \
    X(MULTIPLY_DOUBLE, 2)                                                                          \
    X(DIVIDE_DOUBLE, 2)                                                                            \
    X(LEAST_DOUBLE, 2)                                                                             \
    X(GREATEST_DOUBLE, 2)                                                                          \
    X(LEAST_LIST, 1)                                                                               \
    X(GREATEST_LIST, 1)                                                                            \
    X(EQUAL_INT, 2)                                                                                \
    X(LESS_INT, 2)                                                                                 \
    X(LESS_EQUAL_INT, 2)                                                                           \
    X(EQUAL_DOUBLE, 2)                                                                             \
    X(LESS_DOUBLE, 2)                                                                              \
    X(LESS_EQUAL_DOUBLE, 2)                                                                        \
    X(EQUAL_INT_DOUBLE, 2)                                                                         \
    X(LESS_INT_DOUBLE, 2)                                                                          \
    X(LESS_EQUAL_INT_DOUBLE, 2)                                                                    \
    X(LESS_DOUBLE_INT, 2)                                                                          \
    X(LESS_EQUAL_DOUBLE_INT, 2)                                                                    \
    X(EQUAL_TEXT, 2)                                                                               \
    X(LESS_TEXT, 2)                                                                                \
    X(LESS_EQUAL_TEXT, 2)                                                                          \
    X(EQUAL_LIST, 2)                                                                               \
    X(IN_LIST, 2)                                                                                  \
    X(IS_ONE_OF, 2)     /* a choice; the options, a set; `c`: also "" */                           \
    X(HAS_ANY, 2)       /* choices; options, a set */                                              \
    X(CHOICE_POINTS, 1) /* of variable `c` */                                                      \
    X(CHOICES_POINTS, 1)                                                                           \
    X(CHOICE_TEXT, 1)                                                                              \
    X(CHOICES_LIST, 1)                                                                             \
    X(CHOICES_SIZE, 1)                                                                             \
    X(INT_TO_DOUBLE, 1)                                                                            \
    X(DOUBLE_TO_INT, 1)                                                                            \
    X(TEXT_TO_INT, 1)                                                                              \
    X(TEXT_TO_DOUBLE, 1)                                                                           \
    X(BOOL_TO_TEXT, 1)                                                                             \
    X(INT_TO_TEXT, 1)                                                                              \
    X(DOUBLE_TO_TEXT, 1)                                                                           \
    X(TEXT_SIZE, 1)                                                                                \
    X(TEXT_STARTS, 2)                                                                              \
    X(TEXT_ENDS, 2)                                                                                \
    X(TEXT_CONTAINS, 2)                                                                            \
    X(JOIN_TEXT, 2)                                                                                \
    X(LIST_SIZE, 1)                                                                                \
    X(JOIN_LIST, 2)                                                                                \
    X(AND, 2)                                                                                      \
    X(OR, 2)                                                                                       \
    X(SELECT, 3)                                                                                   \
    X(LIST, 0)

typedef enum expr_op {
#define EXPR_OP_NAME(name, reads) EXPR_OP_##name,
    EXPR_OPS(EXPR_OP_NAME)
#undef EXPR_OP_NAME
        EXPR_OP_COUNT,
    EXPR_OP_SAME = EXPR_OP_COUNT, /* no instruction: the value is the operand's */
} expr_op;

unsigned expr_op_reads(expr_op op);

/* --- Functions ------------------------------------------------------------------------------- */
/* How the operands of a function are checked. */
typedef enum expr_rule {
    EXPR_RULE_LOGIC,     /* bools */
    EXPR_RULE_OVERLOADS, /* the rows of expr_overloads */
    EXPR_RULE_SELECT,
    EXPR_RULE_POINTS,
    EXPR_RULE_EXTREME, /* numbers, or one list of them */
} expr_rule;

/* How it is written. */
enum {
    EXPR_INFIX = 1,
    EXPR_PREFIX = 2,
    EXPR_FUNCTION = 4,
    EXPR_METHOD = 8, /* the receiver is the first operand */
    EXPR_MIXFIX = 16,
};

/* Id, name, how it is written, rule, least and most operands (0: no limit), and how tightly an
 * infix operator binds. */
#define EXPR_FUNCTIONS(X)                                                                          \
    X(OR, "||", EXPR_INFIX, LOGIC, 2, 2, 1)                                                        \
    X(AND, "&&", EXPR_INFIX, LOGIC, 2, 2, 2)                                                       \
    X(EQUAL, "==", EXPR_INFIX, OVERLOADS, 2, 2, 3)                                                 \
    X(UNEQUAL, "!=", EXPR_INFIX, OVERLOADS, 2, 2, 3)                                               \
    X(LESS, "<", EXPR_INFIX, OVERLOADS, 2, 2, 3)                                                   \
    X(LESS_EQUAL, "<=", EXPR_INFIX, OVERLOADS, 2, 2, 3)                                            \
    X(GREATER, ">", EXPR_INFIX, OVERLOADS, 2, 2, 3)                                                \
    X(GREATER_EQUAL, ">=", EXPR_INFIX, OVERLOADS, 2, 2, 3)                                         \
    X(IN, "in", EXPR_INFIX, OVERLOADS, 2, 2, 3)                                                    \
    X(ADD, "+", EXPR_INFIX, OVERLOADS, 2, 2, 4)                                                    \
    X(SUBTRACT, "-", EXPR_INFIX, OVERLOADS, 2, 2, 4)                                               \
    X(MULTIPLY, "*", EXPR_INFIX, OVERLOADS, 2, 2, 5)                                               \
    X(DIVIDE, "/", EXPR_INFIX, OVERLOADS, 2, 2, 5)                                                 \
    X(REMAINDER, "%", EXPR_INFIX, OVERLOADS, 2, 2, 5)                                              \
    X(NOT, "!", EXPR_PREFIX, LOGIC, 1, 1, 0)                                                       \
    X(NEGATE, "-", EXPR_PREFIX, OVERLOADS, 1, 1, 0)                                                \
    X(SELECT, "?:", EXPR_MIXFIX, SELECT, 3, 3, 0)                                                  \
    X(SIZE, "size", EXPR_FUNCTION | EXPR_METHOD, OVERLOADS, 1, 1, 0)                               \
    X(STARTS_WITH, "startsWith", EXPR_METHOD, OVERLOADS, 2, 2, 0)                                  \
    X(ENDS_WITH, "endsWith", EXPR_METHOD, OVERLOADS, 2, 2, 0)                                      \
    X(CONTAINS, "contains", EXPR_METHOD, OVERLOADS, 2, 2, 0)                                       \
    X(INT, "int", EXPR_FUNCTION, OVERLOADS, 1, 1, 0)                                               \
    X(DOUBLE, "double", EXPR_FUNCTION, OVERLOADS, 1, 1, 0)                                         \
    X(STRING, "string", EXPR_FUNCTION, OVERLOADS, 1, 1, 0)                                         \
    X(POINTS, "points", EXPR_FUNCTION, POINTS, 1, 1, 0)                                            \
    X(LEAST, "math.least", EXPR_FUNCTION, EXTREME, 1, 0, 0)                                        \
    X(GREATEST, "math.greatest", EXPR_FUNCTION, EXTREME, 1, 0, 0)

typedef enum expr_function_id {
#define EXPR_FUNCTION_ID(id, name, forms, rule, least, most, binds) EXPR_FN_##id,
    EXPR_FUNCTIONS(EXPR_FUNCTION_ID)
#undef EXPR_FUNCTION_ID
        EXPR_FN_COUNT,
} expr_function_id;

typedef struct expr_function {
    expr_function_id id;
    const char *name;
    unsigned forms;
    expr_rule rule;
    unsigned least, most, binds;
} expr_function;

extern const expr_function expr_functions[EXPR_FN_COUNT];

/* The function of this name that can be written in one of these forms; else NULL. */
const expr_function *expr_find_function(rung_text name, unsigned forms);

/* --- Overloads ------------------------------------------------------------------------------- */
typedef enum expr_parameter {
    EXPR_TAKES_NOTHING,
    EXPR_TAKES_BOOL,
    EXPR_TAKES_INT,
    EXPR_TAKES_DOUBLE,
    EXPR_TAKES_STRING,
    EXPR_TAKES_LIST,
    EXPR_TAKES_ANY,
} expr_parameter;

/* What besides the kinds has to fit, and what comes out. */
typedef enum expr_result {
    EXPR_GIVES_BOOL,
    EXPR_GIVES_INT,
    EXPR_GIVES_DOUBLE,
    EXPR_GIVES_STRING,
    EXPR_GIVES_BOTH,       /* the type that both operands have */
    EXPR_GIVES_COMPARED,   /* a bool; the operands can be equal */
    EXPR_GIVES_MEMBERSHIP, /* a bool; the left operand can equal an item of the right */
} expr_result;

typedef struct expr_overload {
    expr_function_id function;
    expr_parameter left, right;
    expr_result result;
    expr_op op;
    bool swap, negate; /* the operands first, the result after */
} expr_overload;

/* The row that takes operands of these types (`right` NULL for one operand), or NULL. */
const expr_overload *expr_find_overload(expr_function_id function, rung_type left,
                                        const rung_type *right);

#endif
