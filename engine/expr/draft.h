/* A program being written: registers in any order, folded as they come. */
#ifndef EXPR_DRAFT_H
#define EXPR_DRAFT_H

#include "expr/program.h"

typedef enum expr_origin { EXPR_CONSTANT, EXPR_VARIABLE, EXPR_RESULT } expr_origin;

typedef struct expr_draft_register {
    expr_origin origin;
    uint32_t variable;            /* VARIABLE */
    expr_instruction instruction; /* RESULT: of the draft's registers */
    size_t size;                  /* at most: bytes of a text, items of a list */
} expr_draft_register;

typedef struct expr_draft {
    rung_arena *arena;
    const rung_scope *scope;
    /* These four run in parallel. Cells and errors count for constants. */
    RUNG_VEC(expr_draft_register) registers;
    RUNG_VEC(expr_cell) cells;
    RUNG_VEC(uint8_t) errors;
    RUNG_VEC(rung_type) types;
    RUNG_VEC(uint16_t) reads; /* registers of variables, ascending by variable */
    RUNG_VEC(uint16_t) arguments;
    expr_machine folding; /* its stores hold what folding makes */
    size_t folded_items;
} expr_draft;

void expr_draft_init(expr_draft *draft, rung_arena *arena, const rung_scope *scope);

/* Each returns a register. An instruction may turn out to be a constant, or one of its operands. */
uint16_t expr_emit_constant(expr_draft *draft, expr_cell cell, rung_type type);
uint16_t expr_emit_variable(expr_draft *draft, uint32_t variable, rung_type type);
uint16_t expr_emit(expr_draft *draft, expr_instruction instruction, rung_type type);
uint16_t expr_emit_list(expr_draft *draft, const uint16_t *items, size_t count, rung_type type);

/* Whether it is a constant that is no error. */
bool expr_is_known(const expr_draft *draft, uint16_t reg);

/* Texts, lists, bytes and items that executing an instruction of the draft makes, at most, are
 * added to `needs`. */
void expr_add_needs(const expr_draft *draft, const expr_instruction *instruction,
                    expr_needs *needs);

/* The program that gives `result`: only what it needs, numbered in order, in an arena of its own
 * (of the draft nothing remains in it). */
rung_program *expr_finish(expr_draft *draft, rung_arena *arena, uint16_t result);

#endif
