/* From the draft to the program: what the result needs, numbered in order. */
#include "expr/draft.h"

struct finish {
    const expr_draft *draft;
    rung_arena *arena; /* of the program */
    rung_program *program;
    bool *live;
    uint16_t *number;       /* of each live register of the draft, in the program */
    expr_instruction *next; /* where the next instruction goes */
    uint16_t *next_argument;
};

static bool is_live(const struct finish *finish, size_t reg, expr_origin origin)
{
    return finish->live[reg] && finish->draft->registers.at[reg].origin == origin;
}

static void mark_operands(struct finish *finish, const expr_instruction *at)
{
    unsigned reads = expr_op_reads(at->op);
    if (at->op == EXPR_OP_LIST)
        for (size_t i = 0; i < at->b; i++)
            finish->live[finish->draft->arguments.at[at->a + i]] = true;
    if (reads > 0)
        finish->live[at->a] = finish->live[at->b] = true;
    if (reads > 2)
        finish->live[at->c] = true;
}

/* Operands come before what uses them, so one pass from the end finds all. A variable that is named
 * counts as read even where folding showed that it makes no difference: what an expression depends
 * on is what its author wrote. */
static void find_live(struct finish *finish, uint16_t result)
{
    const expr_draft *draft = finish->draft;
    finish->live = rung_new_array(draft->arena, bool, draft->registers.count);
    finish->live[result] = true;
    for (size_t i = 0; i < draft->reads.count; i++)
        finish->live[draft->reads.at[i]] = true;
    for (size_t i = draft->registers.count; i-- > 0;)
        if (is_live(finish, i, EXPR_RESULT))
            mark_operands(finish, &draft->registers.at[i].instruction);
}

static void number_registers(struct finish *finish)
{
    const expr_draft *draft = finish->draft;
    rung_program *program = finish->program;
    uint16_t next = 0;
    finish->number = rung_new_array(draft->arena, uint16_t, draft->registers.count);
    for (size_t i = 0; i < draft->registers.count; i++)
        if (is_live(finish, i, EXPR_CONSTANT))
            finish->number[i] = next++;
    program->constant_count = next;
    for (size_t i = 0; i < draft->reads.count; i++)
        finish->number[draft->reads.at[i]] = next++;
    program->read_count = (uint16_t)(next - program->constant_count);
    for (size_t i = 0; i < draft->registers.count; i++)
        if (is_live(finish, i, EXPR_RESULT))
            finish->number[i] = next++;
    program->instruction_count = (uint16_t)(next - program->constant_count - program->read_count);
}

static rung_value keep_value(rung_arena *arena, const rung_value *value)
{
    rung_value kept = *value;
    if (value->type.lists) {
        rung_value *items = rung_new_array(arena, rung_value, value->list.count);
        for (size_t i = 0; i < value->list.count; i++)
            items[i] = keep_value(arena, &value->list.items[i]);
        kept.list.items = items;
    } else if (value->type.base == RUNG_TYPE_STRING) {
        kept.string.at = rung_copy(arena, value->string);
    }
    return kept;
}

/* The cell, with what it points to copied into the arena. */
static expr_cell keep(rung_arena *arena, expr_cell cell, rung_type type)
{
    if (!type.lists && type.base != RUNG_TYPE_STRING)
        return cell;
    rung_value value = expr_value(cell, type);
    rung_value *kept = rung_new(arena, rung_value);
    *kept = keep_value(arena, &value);
    return expr_cell_of(kept);
}

static void copy_constants(struct finish *finish)
{
    const expr_draft *draft = finish->draft;
    size_t count = finish->program->constant_count;
    expr_cell *cells = rung_new_array(finish->arena, expr_cell, count);
    uint8_t *errors = rung_new_array(finish->arena, uint8_t, count);
    for (size_t i = 0; i < draft->registers.count; i++) {
        if (!is_live(finish, i, EXPR_CONSTANT))
            continue;
        if (!draft->errors.at[i])
            cells[finish->number[i]] = keep(finish->arena, draft->cells.at[i], draft->types.at[i]);
        errors[finish->number[i]] = draft->errors.at[i];
    }
    finish->program->constants = cells;
    finish->program->constant_errors = errors;
}

static void copy_reads(struct finish *finish)
{
    const expr_draft *draft = finish->draft;
    uint32_t *reads = rung_new_array(finish->arena, uint32_t, finish->program->read_count);
    finish->program->reads = reads;
    for (size_t i = 0; i < draft->reads.count; i++)
        *reads++ = draft->registers.at[draft->reads.at[i]].variable;
}

static void copy_types(struct finish *finish)
{
    const expr_draft *draft = finish->draft;
    rung_type *types =
        rung_new_array(finish->arena, rung_type, expr_register_count(finish->program));
    for (size_t i = 0; i < draft->registers.count; i++)
        if (finish->live[i])
            types[finish->number[i]] = draft->types.at[i];
    finish->program->types = types;
}

static void copy_instruction(struct finish *finish, const expr_instruction *from)
{
    expr_instruction to = *from;
    unsigned reads = expr_op_reads(from->op);
    if (from->op == EXPR_OP_LIST) {
        to.a = (uint16_t)(finish->next_argument - finish->program->arguments);
        for (size_t i = 0; i < from->b; i++)
            *finish->next_argument++ = finish->number[finish->draft->arguments.at[from->a + i]];
    } else {
        to.a = finish->number[from->a];
        to.b = finish->number[from->b];
        if (reads > 2)
            to.c = finish->number[from->c];
    }
    *finish->next++ = to;
    expr_add_needs(finish->draft, from, &finish->program->needs);
}

static void copy_instructions(struct finish *finish)
{
    const expr_draft *draft = finish->draft;
    rung_program *program = finish->program;
    finish->next = rung_new_array(finish->arena, expr_instruction, program->instruction_count);
    finish->next_argument = rung_new_array(finish->arena, uint16_t, draft->arguments.count);
    program->instructions = finish->next;
    program->arguments = finish->next_argument;
    for (size_t i = 0; i < draft->registers.count; i++)
        if (is_live(finish, i, EXPR_RESULT))
            copy_instruction(finish, &draft->registers.at[i].instruction);

    expr_needs *needs = &program->needs;
    if (needs->bytes > RUNG_EXPR_STRING_BYTES) {
        needs->bytes = RUNG_EXPR_STRING_BYTES;
        needs->may_overflow = true;
    }
    if (needs->items > EXPR_MAX_ITEMS) {
        needs->items = EXPR_MAX_ITEMS;
        needs->may_overflow = true;
    }
}

rung_program *expr_finish(expr_draft *draft, rung_arena *arena, uint16_t result)
{
    struct finish finish = {.draft = draft, .arena = arena};
    finish.program = rung_new(arena, rung_program);
    find_live(&finish, result);
    number_registers(&finish);
    copy_constants(&finish);
    copy_reads(&finish);
    copy_types(&finish);
    copy_instructions(&finish);
    finish.program->variables = draft->scope->variables;
    finish.program->result = finish.number[result];
    expr_lay_out(finish.program);
    expr_find_uses(arena, finish.program);
    expr_find_strings(arena, finish.program);
    return finish.program;
}
