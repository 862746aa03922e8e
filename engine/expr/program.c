/* Programs as others see them: what they say of themselves, and evaluation of known values. */
#include "expr/program.h"

#include "expr/syntax.h"

#include <assert.h>
#include <string.h>

rung_span expr_span(const expr_context *context, uint32_t start, uint32_t end)
{
    const rung_expr_text *place = context->place;
    if (!place->source)
        return (rung_span){0};
    if (place->offsets)
        return (rung_span){place->source, place->offsets[start], place->offsets[end]};
    return (rung_span){place->source, place->start + start, place->start + end};
}

rung_text expr_slice(const expr_context *context, uint32_t start, uint32_t end)
{
    return (rung_text){context->text.at + start, end - start};
}

/* --- Programs -------------------------------------------------------------------------------- */

rung_type rung_program_type(const rung_program *program)
{
    return program->type;
}

const rung_use *rung_program_uses(const rung_program *program, size_t *count)
{
    *count = program->read_count;
    return program->uses;
}

bool rung_program_reads(const rung_program *program, uint32_t variable)
{
    size_t low = 0, high = program->read_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (program->reads[middle] < variable)
            low = middle + 1;
        else
            high = middle;
    }
    return low < program->read_count && program->reads[low] == variable;
}

const rung_text *rung_program_strings(const rung_program *program, size_t *count)
{
    *count = program->string_count;
    return program->strings;
}

bool rung_program_is_constant(const rung_program *program)
{
    return program->result < program->constant_count;
}

rung_text rung_program_text(const rung_program *program)
{
    return program->text;
}

rung_span rung_program_span(const rung_program *program)
{
    return program->span;
}

rung_variable_kind expr_register_kind(const rung_program *program, uint16_t reg)
{
    size_t read = (size_t)reg - program->constant_count;
    if (reg < program->constant_count || read >= program->read_count)
        return RUNG_VARIABLE_VALUE;
    return program->variables[program->reads[read]].kind;
}

/* --- The machine's memory -------------------------------------------------------------------- */

static size_t after(size_t at, size_t count, size_t size)
{
    return at + (count * size + 7) / 8 * 8;
}

void expr_lay_out(rung_program *program)
{
    const expr_needs *needs = &program->needs;
    expr_layout *layout = &program->layout;
    size_t registers = expr_register_count(program);
    layout->texts = after(0, registers, sizeof(expr_cell));
    layout->lists = after(layout->texts, needs->texts, sizeof(rung_text));
    layout->items = after(layout->lists, needs->lists, sizeof(rung_value));
    layout->errors = after(layout->items, needs->items, sizeof(rung_value));
    layout->bytes = after(layout->errors, registers, sizeof(uint8_t));
    layout->end = after(layout->bytes, needs->bytes, sizeof(char));
}

void *expr_machine_place(expr_machine *machine, const rung_program *program, void *scratch)
{
    const expr_layout *layout = &program->layout;
    char *at = scratch;
    machine->variables = program->variables;
    machine->arguments = program->arguments;
    machine->types = program->types;
    machine->registers = scratch;
    machine->texts = (void *)(at + layout->texts);
    machine->lists = (void *)(at + layout->lists);
    machine->items = (void *)(at + layout->items);
    machine->items_end = machine->items + program->needs.items;
    machine->errors = (void *)(at + layout->errors);
    machine->bytes = at + layout->bytes;
    machine->bytes_end = machine->bytes + program->needs.bytes;

    size_t constants = program->constant_count;
    if (constants) {
        memcpy(machine->registers, program->constants, constants * sizeof(expr_cell));
        memcpy(machine->errors, program->constant_errors, constants);
    }
    return at + layout->end;
}

/* --- Evaluation ------------------------------------------------------------------------------ */

const char *rung_eval_error_text(rung_eval_error error)
{
    static const char *const texts[] = {
        [RUNG_EVAL_OK] = NULL,
        [RUNG_EVAL_DIVISION_BY_ZERO] = "division by zero",
        [RUNG_EVAL_OVERFLOW] = "an int does not fit into 64 bits",
        [RUNG_EVAL_CONVERSION] = "this cannot be converted to a number",
        [RUNG_EVAL_TOO_LONG] = "a string or a list becomes too long",
        [RUNG_EVAL_POSSIBLE] = "it can fail",
        [RUNG_EVAL_EMPTY_LIST] = "an empty list has no least and no greatest item",
    };
    return texts[error];
}

static rung_eval_error run(const rung_program *program, const rung_cell *cells, void *scratch,
                           expr_cell *out)
{
    expr_machine machine;
    expr_machine_place(&machine, program, scratch);
    size_t first = program->constant_count;
    for (size_t i = 0; i < program->read_count; i++) {
        machine.registers[first + i].set = cells[program->reads[i]].set;
        machine.errors[first + i] = RUNG_EVAL_OK;
    }
    expr_execute(&machine, program->instructions, program->instruction_count,
                 first + program->read_count);
    *out = machine.registers[program->result];
    return (rung_eval_error)machine.errors[program->result];
}

rung_eval_error rung_eval(const rung_program *program, const rung_cell *cells, void *scratch,
                          rung_value *out)
{
    expr_cell cell;
    rung_eval_error error = run(program, cells, scratch, &cell);
    if (error)
        return error;
    *out = expr_value(cell, program->type);
    out->type = program->type; /* an empty list knows less of it */
    return RUNG_EVAL_OK;
}

rung_eval_error rung_eval_bool(const rung_program *program, const rung_cell *cells, void *scratch,
                               bool *out)
{
    expr_cell cell;
    rung_eval_error error = run(program, cells, scratch, &cell);
    assert(program->type.base == RUNG_TYPE_BOOL && !program->type.lists);
    if (!error)
        *out = cell.i != 0;
    return error;
}

rung_eval_error rung_eval_number(const rung_program *program, const rung_cell *cells, void *scratch,
                                 double *out)
{
    expr_cell cell;
    rung_eval_error error = run(program, cells, scratch, &cell);
    bool whole = program->type.base == RUNG_TYPE_INT;
    assert((whole || program->type.base == RUNG_TYPE_DOUBLE) && !program->type.lists);
    if (!error)
        *out = whole ? (double)cell.i : cell.d;
    return error;
}
