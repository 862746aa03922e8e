/* Compiles arbitrary bytes with a small scope, and evaluates what compiles:
 * exactly, and over bounds that leave everything open. */
#include "expr/expr.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const rung_text options[] = {{"nurse", 5}, {"clerk", 5}, {"driver", 6}};
static const double points[] = {3, -1.5, 0.1};
static const rung_value items[] = {{.type = {RUNG_TYPE_INT, 0}, {.integer = 1}},
                                   {.type = {RUNG_TYPE_INT, 0}, {.integer = 2}}};
static const rung_value list = {.type = {RUNG_TYPE_INT, 1}, {.list = {items, 2}}};

static const rung_variable variables[] = {
    {.name = {"i", 1}, .kind = RUNG_VARIABLE_INT},
    {.name = {"d", 1}, .kind = RUNG_VARIABLE_DOUBLE},
    {.name = {"t", 1}, .kind = RUNG_VARIABLE_BOOL},
    {{"q", 1}, RUNG_VARIABLE_CHOICE, options, points, 3, NULL},
    {{"m", 1}, RUNG_VARIABLE_CHOICES, options, NULL, 3, NULL},
    {.name = {"li", 2}, .kind = RUNG_VARIABLE_VALUE, .value = &list},
    {.name = {"x", 1}, .kind = RUNG_VARIABLE_TEXT},
    {.name = {"later", 5}, .kind = RUNG_VARIABLE_INT},
};
static const rung_scope scope = {
    .variables = variables, .count = RUNG_COUNT(variables), .visible = RUNG_COUNT(variables) - 1};

static const rung_cell cells[RUNG_COUNT(variables)] = {{7}, {.d = 2.5}, {1}, {0}, {.set = 5}};
static const rung_bounds_cell bounds[RUNG_COUNT(variables)] = {
    {.low = {INT64_MIN}, .high = {INT64_MAX}},
    {.low = {.d = -1e308}, .high = {.d = 1e308}},
    {.low = {0}, .high = {1}},
    {.may = 7, .may_none = true},
    {.may = 7},
};

struct input {
    rung_arena arena;
    rung_text text;
};

static void evaluate(const rung_program *program)
{
    rung_value value;
    rung_bounds result;
    void *scratch = malloc(rung_program_scratch(program));
    if (!scratch)
        return;
    rung_eval_error error = rung_eval(program, cells, scratch, &value);
    rung_eval_bounds(program, bounds, scratch, &result);
    if (error ? !result.can_fail : !result.can_succeed)
        abort();
    free(scratch);
}

static void compile(void *ctx)
{
    struct input *input = ctx;
    rung_source source = {"fuzz", input->text};
    rung_expr_text text = {.text = input->text, .source = &source};
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &input->arena);
    const rung_program *program =
        rung_compile(&input->arena, &text, &scope, RUNG_WANT_ANY, &diagnostics);
    if (!program != (diagnostics.errors > 0))
        abort();
    if (program)
        evaluate(program);

    rung_buffer shown;
    rung_buffer_init(&shown, NULL);
    for (size_t i = 0; i < diagnostics.list.count; i++)
        rung_write_diagnostic(&shown.sink, &diagnostics.list.at[i]);
    rung_buffer_release(&shown);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = {.text = {(const char *)data, size}};
    if (size > UINT32_MAX)
        return 0;
    rung_guard(&input.arena, compile, &input);
    rung_arena_release(&input.arena);
    return 0;
}
