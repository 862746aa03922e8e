/* Programs and the machine that runs them: what the compiler writes and the evaluators read.
 *
 * Registers are numbered: first the constants, then the variables that are read, then one for
 * each instruction. A register holds a value or an error. */
#ifndef EXPR_PROGRAM_H
#define EXPR_PROGRAM_H

#include "expr/expr.h"
#include "expr/functions.h"

/* Items of the lists that one evaluation makes, together: bounds the scratch. */
enum { EXPR_MAX_ITEMS = 8 * RUNG_EXPR_MAX_LIST };

/* Which member is meant follows from the register's type and, for variables, their kind: a choice
 * is an index in `i`, choices are a `set`. Texts and lists live in the program, in the scope, or
 * in the scratch. */
typedef union expr_cell {
    int64_t i; /* bools too */
    double d;
    uint64_t set;
    const rung_text *text;
    const rung_value *list;
} expr_cell;

typedef struct expr_instruction {
    uint16_t op;
    uint16_t a, b, c;
} expr_instruction;

/* Upper bounds of what one evaluation makes. */
typedef struct expr_needs {
    size_t texts, lists; /* how many */
    size_t bytes, items; /* of them, together */
    bool may_overflow;   /* they could be more than the limits allow */
} expr_needs;

/* Offsets in the scratch of what a machine keeps there; the registers come first. Each piece is a
 * multiple of 8 bytes, which aligns the next. */
typedef struct expr_layout {
    size_t texts, lists, items, errors, bytes, end;
} expr_layout;

struct rung_program {
    rung_type type;
    rung_text text;
    rung_span span;
    rung_expr_text place; /* of `text` in its source */
    rung_scope scope;
    const rung_variable *variables; /* the scope's */
    uint16_t constant_count, read_count, instruction_count, result;
    const expr_cell *constants;
    const uint8_t *constant_errors;
    const uint32_t *reads; /* variables, ascending */
    const expr_instruction *instructions;
    const uint16_t *arguments; /* of LIST: registers */
    const rung_type *types;    /* of all registers */
    expr_needs needs;
    expr_layout layout;
    const rung_use *uses; /* one a variable read */
    const rung_text *strings;
    size_t string_count;
};

static inline size_t expr_register_count(const rung_program *program)
{
    return (size_t)program->constant_count + program->read_count + program->instruction_count;
}

/* The kind of the variable in a register; VALUE for constants and results. */
rung_variable_kind expr_register_kind(const rung_program *program, uint16_t reg);

/* --- The machine ----------------------------------------------------------------------------- */
typedef struct expr_machine {
    const rung_variable *variables;
    const uint16_t *arguments;
    const rung_type *types;
    expr_cell *registers;
    uint8_t *errors; /* rung_eval_error of each register; its cell counts only if it is OK */
    /* Where new texts and lists go, and where that ends. */
    rung_text *texts;
    rung_value *lists;
    rung_value *items, *items_end;
    char *bytes, *bytes_end;
} expr_machine;

/* Runs instructions whose results are registers `first` and on. */
void expr_execute(expr_machine *machine, const expr_instruction *instructions, size_t count,
                  size_t first);

/* Fills in `layout`. */
void expr_lay_out(rung_program *program);
/* A machine in a scratch, its constants in their registers; returns what lies behind it. */
void *expr_machine_place(expr_machine *machine, const rung_program *program, void *scratch);

/* A register's cell as a value of its type. */
rung_value expr_value(expr_cell cell, rung_type type);
/* A value as a cell; texts and lists stay where `value` is. */
expr_cell expr_cell_of(const rung_value *value);

/* --- Values ---------------------------------------------------------------------------------- */
/* CEL's ==: numbers across both kinds, exactly; lists item by item. */
bool expr_equal(const rung_value *a, const rung_value *b);
/* Below 0, 0, above 0; `d` must not be NaN. */
int expr_compare_mixed(int64_t i, double d);
size_t expr_set_size(uint64_t set);
/* Sum of the points of a set, in the options' order. */
double expr_points(const rung_variable *variable, uint64_t set);
/* Points of an option; 0 for -1. */
double expr_option_points(const rung_variable *variable, int64_t option);
bool expr_list_holds(const rung_value *list, const rung_value *item);

/* --- After compiling ------------------------------------------------------------------------- */
/* Fills in `uses`, `strings`. */
void expr_find_uses(rung_arena *arena, rung_program *program);
void expr_find_strings(rung_arena *arena, rung_program *program);

#endif
