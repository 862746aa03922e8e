/* Emitting instructions, and folding those whose operands are constants: with the machine that
 * runs them later, so that both agree. A folded error is a constant too. */
#include "expr/draft.h"

#include <assert.h>
#include <string.h>

void expr_draft_init(expr_draft *draft, rung_arena *arena, const rung_scope *scope)
{
    *draft = (expr_draft){.arena = arena, .scope = scope};
}

static uint16_t push(expr_draft *draft, expr_draft_register reg, rung_type type)
{
    /* A byte of source gives at most two registers, so their numbers cannot run out. */
    assert(draft->registers.count < UINT16_MAX);
    rung_push(draft->arena, &draft->registers, reg);
    rung_push(draft->arena, &draft->cells, (expr_cell){0});
    rung_push(draft->arena, &draft->errors, 0);
    rung_push(draft->arena, &draft->types, type);
    return (uint16_t)(draft->registers.count - 1);
}

static size_t size_of(expr_cell cell, rung_type type)
{
    if (type.lists)
        return cell.list->list.count;
    return type.base == RUNG_TYPE_STRING ? cell.text->size : 0;
}

uint16_t expr_emit_constant(expr_draft *draft, expr_cell cell, rung_type type)
{
    uint16_t to = push(draft, (expr_draft_register){.origin = EXPR_CONSTANT}, type);
    draft->cells.at[to] = cell;
    draft->registers.at[to].size = size_of(cell, type);
    return to;
}

/* Where the variable stands among those read, or would stand. */
static size_t read_index(const expr_draft *draft, uint32_t variable)
{
    size_t low = 0, high = draft->reads.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (draft->registers.at[draft->reads.at[middle]].variable < variable)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint16_t expr_emit_variable(expr_draft *draft, uint32_t variable, rung_type type)
{
    size_t at = read_index(draft, variable);
    if (at < draft->reads.count && draft->registers.at[draft->reads.at[at]].variable == variable)
        return draft->reads.at[at];
    uint16_t to =
        push(draft, (expr_draft_register){.origin = EXPR_VARIABLE, .variable = variable}, type);
    rung_push(draft->arena, &draft->reads, to);
    memmove(&draft->reads.at[at + 1], &draft->reads.at[at],
            (draft->reads.count - 1 - at) * sizeof *draft->reads.at);
    draft->reads.at[at] = to;
    return to;
}

/* --- What is known of operands --------------------------------------------------------------- */

static bool is_constant(const expr_draft *draft, uint16_t reg)
{
    return draft->registers.at[reg].origin == EXPR_CONSTANT;
}

bool expr_is_known(const expr_draft *draft, uint16_t reg)
{
    return is_constant(draft, reg) && !draft->errors.at[reg];
}

static bool is_bool(const expr_draft *draft, uint16_t reg, bool value)
{
    return expr_is_known(draft, reg) && draft->cells.at[reg].i == value;
}

static bool is_error(const expr_draft *draft, uint16_t reg)
{
    return is_constant(draft, reg) && draft->errors.at[reg];
}

static bool is_foldable(const expr_draft *draft, const expr_instruction *at)
{
    if (at->op == EXPR_OP_LIST) {
        for (size_t i = 0; i < at->b; i++)
            if (!is_constant(draft, draft->arguments.at[at->a + i]))
                return false;
        return true;
    }
    if (at->op == EXPR_OP_SELECT && !is_constant(draft, at->c))
        return false;
    return is_constant(draft, at->a) && is_constant(draft, at->b);
}

/* --- Folding --------------------------------------------------------------------------------- */

/* Items that executing the instruction takes at most. */
static size_t item_count(const expr_draft *draft, const expr_instruction *at)
{
    if (at->op == EXPR_OP_LIST)
        return at->b;
    if (at->op == EXPR_OP_CHOICES_LIST)
        return draft->scope->variables[at->c].option_count;
    if (at->op == EXPR_OP_JOIN_LIST)
        return draft->registers.at[at->a].size + draft->registers.at[at->b].size;
    return 0;
}

/* Bytes likewise. */
static size_t byte_count(const expr_draft *draft, const expr_instruction *at)
{
    if (at->op == EXPR_OP_JOIN_TEXT)
        return draft->registers.at[at->a].size + draft->registers.at[at->b].size;
    return at->op == EXPR_OP_INT_TO_TEXT || at->op == EXPR_OP_DOUBLE_TO_TEXT ? RUNG_NUMBER_SIZE : 0;
}

static bool makes_text(const expr_instruction *at)
{
    return at->op == EXPR_OP_JOIN_TEXT || at->op == EXPR_OP_INT_TO_TEXT ||
           at->op == EXPR_OP_DOUBLE_TO_TEXT;
}

static bool makes_list(const expr_instruction *at)
{
    return at->op == EXPR_OP_LIST || at->op == EXPR_OP_JOIN_LIST || at->op == EXPR_OP_CHOICES_LIST;
}

void expr_add_needs(const expr_draft *draft, const expr_instruction *instruction, expr_needs *needs)
{
    size_t items = item_count(draft, instruction);
    needs->texts += makes_text(instruction);
    needs->lists += makes_list(instruction);
    needs->bytes += byte_count(draft, instruction);
    needs->items += items;
    if (items > RUNG_EXPR_MAX_LIST)
        needs->may_overflow = true;
}

/* Room for one instruction. All folding of an expression shares the limits of one evaluation. */
static void make_room(expr_draft *draft, const expr_instruction *at)
{
    expr_machine *machine = &draft->folding;
    if (makes_text(at)) {
        machine->texts = rung_new(draft->arena, rung_text);
        if (!machine->bytes) {
            machine->bytes = rung_alloc(draft->arena, RUNG_EXPR_STRING_BYTES);
            machine->bytes_end = machine->bytes + RUNG_EXPR_STRING_BYTES;
        }
    }
    if (!makes_list(at))
        return;
    machine->lists = rung_new(draft->arena, rung_value);
    size_t count = item_count(draft, at), left = EXPR_MAX_ITEMS - draft->folded_items;
    if (count <= (size_t)(machine->items_end - machine->items) || count > left)
        return;
    size_t chunk = 2 * count < left ? 2 * count : left;
    machine->items = rung_new_array(draft->arena, rung_value, chunk);
    machine->items_end = machine->items + chunk;
    draft->folded_items += chunk;
}

static uint16_t fold(expr_draft *draft, expr_instruction instruction, rung_type type)
{
    expr_machine *machine = &draft->folding;
    uint16_t to = push(draft, (expr_draft_register){.origin = EXPR_CONSTANT}, type);
    make_room(draft, &instruction);
    machine->variables = draft->scope->variables;
    machine->arguments = draft->arguments.at;
    machine->types = draft->types.at;
    machine->registers = draft->cells.at;
    machine->errors = draft->errors.at;
    expr_execute(machine, &instruction, 1, to);
    if (!draft->errors.at[to])
        draft->registers.at[to].size = size_of(draft->cells.at[to], type);
    return to;
}

/* A known operand that settles the result: `*out` is then the register that has it. */
static bool shortcut(const expr_draft *draft, const expr_instruction *at, uint16_t *out)
{
    bool both = at->op == EXPR_OP_AND || at->op == EXPR_OP_OR, decisive = at->op == EXPR_OP_OR;
    *out = at->a;
    if (at->op == EXPR_OP_SELECT && is_constant(draft, at->a)) {
        if (!is_error(draft, at->a))
            *out = draft->cells.at[at->a].i ? at->b : at->c;
        return true;
    }
    if (both && (is_bool(draft, at->a, decisive) || is_bool(draft, at->b, !decisive)))
        return true;
    *out = at->b;
    if (both)
        return is_bool(draft, at->b, decisive) || is_bool(draft, at->a, !decisive);
    if (at->op >= EXPR_OP_AND)
        return false;
    /* An error of an operand is the result's. */
    if (is_error(draft, at->a))
        *out = at->a;
    return is_error(draft, *out);
}

/* --- Emitting -------------------------------------------------------------------------------- */

static size_t static_size(const expr_draft *draft, const expr_instruction *at)
{
    size_t size = 0;
    if (at->op == EXPR_OP_CHOICE_TEXT) {
        const rung_variable *variable = &draft->scope->variables[at->c];
        for (size_t i = 0; i < variable->option_count; i++)
            if (variable->options[i].size > size)
                size = variable->options[i].size;
    } else if (at->op == EXPR_OP_SELECT) {
        size_t yes = draft->registers.at[at->b].size, no = draft->registers.at[at->c].size;
        size = yes > no ? yes : no;
    } else if (at->op == EXPR_OP_BOOL_TO_TEXT) {
        size = sizeof "false" - 1;
    } else {
        size = item_count(draft, at) + byte_count(draft, at);
    }
    return size;
}

uint16_t expr_emit(expr_draft *draft, expr_instruction instruction, rung_type type)
{
    uint16_t settled;
    if (shortcut(draft, &instruction, &settled))
        return settled;
    if (is_foldable(draft, &instruction))
        return fold(draft, instruction, type);
    expr_draft_register reg = {.origin = EXPR_RESULT, .instruction = instruction};
    reg.size = static_size(draft, &instruction);
    return push(draft, reg, type);
}

uint16_t expr_emit_list(expr_draft *draft, const uint16_t *items, size_t count, rung_type type)
{
    expr_instruction instruction = {.op = EXPR_OP_LIST};
    instruction.a = (uint16_t)draft->arguments.count;
    instruction.b = (uint16_t)count;
    for (size_t i = 0; i < count; i++)
        rung_push(draft->arena, &draft->arguments, items[i]);
    return expr_emit(draft, instruction, type);
}
