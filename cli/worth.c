#include "worth.h"

#include "bindings.h"

#include <math.h>

cli_scope cli_scope_of(rung_arena *arena, const rung_role *role, const rung_answers *answers)
{
    size_t count = role->questionnaire->question_count + 1;
    cli_scope scope = {.role = role};
    scope.names =
        (rung_scope){.variables = role->rules->variables, .count = count, .visible = count};
    scope.sheet = rung_sheet_new(arena, answers);
    const rung_scorecard *card = rung_scorecard_new(arena, role, scope.sheet);
    scope.rung = card->target_known ? card->target : RUNG_NO_RUNG;
    return scope;
}

static bool is_rung(const cli_scope *scope, uint32_t variable)
{
    return scope->role && variable == scope->role->questionnaire->question_count;
}

bool cli_scope_is_unknown(const cli_scope *scope, uint32_t variable)
{
    if (is_rung(scope, variable))
        return scope->rung == RUNG_NO_RUNG;
    return scope->role && scope->sheet->unknown[variable];
}

static bool is_open(const cli_scope *scope, const rung_program *program)
{
    size_t count;
    const rung_use *uses = rung_program_uses(program, &count);
    for (size_t i = 0; i < count; i++)
        if (cli_scope_is_unknown(scope, uses[i].variable))
            return true;
    return false;
}

static cli_worth known_worth(rung_arena *arena, const cli_scope *scope, const rung_program *program)
{
    rung_cell *cells = rung_new_array(arena, rung_cell, scope->names.count + 1);
    size_t questions = scope->role ? scope->role->questionnaire->question_count : 0;
    for (size_t i = 0; i < questions; i++)
        cells[i] = scope->sheet->cells[i].cell;
    cells[questions].i = (int64_t)scope->rung;
    void *scratch = rung_alloc(arena, rung_program_scratch(program));
    cli_worth worth = {.kind = CLI_WORTH_VALUE};
    worth.error = rung_eval(program, cells, scratch, &worth.low);
    worth.kind = worth.error == RUNG_EVAL_OK ? CLI_WORTH_VALUE : CLI_WORTH_NONE;
    return worth;
}

/* --- A range, where answers are missing ------------------------------------------------------ */
static void widen(rung_outcome *all, const rung_outcome *one)
{
    all->can_be_true |= one->can_be_true;
    all->can_be_false |= one->can_be_false;
    all->can_fail |= one->can_fail;
    all->low = fmin(all->low, one->low);
    all->high = fmax(all->high, one->high);
}

/* Over all that is not answered, and over every rung if none is aimed at yet. */
static rung_outcome outcome_of(rung_arena *arena, const cli_scope *scope,
                               const rung_program *program)
{
    bool any_rung = scope->rung == RUNG_NO_RUNG &&
                    rung_program_reads(program, (uint32_t)(scope->names.count - 1));
    size_t first = any_rung ? 0 : scope->rung;
    rung_outcome all =
        rung_over_completions(arena, scope->sheet, program, first, -INFINITY, INFINITY);
    for (size_t i = 1; any_rung && i < scope->role->rules->rung_count; i++) {
        rung_outcome one =
            rung_over_completions(arena, scope->sheet, program, i, -INFINITY, INFINITY);
        widen(&all, &one);
    }
    return all;
}

/* One end as a value of the type; an end that a failure leaves open is infinite, and no int. */
static rung_value end_of(rung_type type, double number)
{
    rung_value value = {.type = type};
    if (type.base == RUNG_TYPE_BOOL) {
        value.boolean = number > 0;
    } else if (type.base == RUNG_TYPE_INT && fabs(number) < 9e15) {
        value.integer = (int64_t)number;
    } else {
        value.type.base = RUNG_TYPE_DOUBLE;
        value.real = number;
    }
    return value;
}

static cli_worth range_worth(rung_arena *arena, const cli_scope *scope, const rung_program *program)
{
    rung_outcome outcome = outcome_of(arena, scope, program);
    rung_type type = rung_program_type(program);
    bool boolean = type.base == RUNG_TYPE_BOOL;
    double low = boolean ? !outcome.can_be_false : outcome.low;
    double high = boolean ? outcome.can_be_true : outcome.high;
    bool one = low >= high && !outcome.can_fail;
    return (cli_worth){.kind = one ? CLI_WORTH_VALUE : CLI_WORTH_RANGE,
                       .low = end_of(type, low),
                       .high = end_of(type, high),
                       .can_fail = outcome.can_fail};
}

/* --- Texts ----------------------------------------------------------------------------------- */
/* Texts and lists in this file are written as JSON has them, which expressions read as well. */
static void write_value(rung_sink *sink, const rung_value *value)
{
    rung_json json;
    rung_json_init(&json, sink, 0);
    cli_write_value(&json, value);
}

/* Whether some completion makes the program this string: asked with a comparison. */
static bool can_be(rung_arena *arena, const cli_scope *scope, const rung_program *program,
                   rung_text string)
{
    rung_memory memory = rung_arena_memory(arena);
    rung_buffer text;
    rung_buffer_init(&text, &memory);
    rung_write(&text.sink, RUNG_TEXT("("));
    rung_write(&text.sink, rung_program_text(program));
    rung_write(&text.sink, RUNG_TEXT(") == "));
    write_value(&text.sink, &(rung_value){.type = {RUNG_TYPE_STRING, 0}, .string = string});
    rung_source *source = rung_new(arena, rung_source);
    *source = (rung_source){"comparison", rung_buffer_text(&text)};
    rung_diagnostics ignored;
    rung_diagnostics_init(&ignored, arena);
    rung_expr_text place = {.text = source->text, .source = source};
    const rung_program *equal =
        rung_compile(arena, &place, &scope->names, RUNG_WANT_BOOL, &ignored);
    return !equal || outcome_of(arena, scope, equal).can_be_true;
}

static cli_worth string_worth(rung_arena *arena, const cli_scope *scope,
                              const rung_program *program)
{
    cli_worth worth = {.kind = CLI_WORTH_OPEN};
    size_t count;
    const rung_text *all = rung_program_strings(program, &count);
    RUNG_VEC(rung_text) can = {0};
    for (size_t i = 0; i < count; i++)
        if (can_be(arena, scope, program, all[i]))
            rung_push(arena, &can, all[i]);
    worth.strings = can.at;
    worth.string_count = can.count;
    return worth;
}

cli_worth cli_worth_of(rung_arena *arena, const cli_scope *scope, const rung_program *program)
{
    rung_type type = rung_program_type(program);
    if (!is_open(scope, program))
        return known_worth(arena, scope, program);
    if (type.lists == 0 && type.base != RUNG_TYPE_STRING)
        return range_worth(arena, scope, program);
    return string_worth(arena, scope, program);
}

/* --- Telling --------------------------------------------------------------------------------- */
static void write_strings(rung_sink *sink, const cli_worth *worth)
{
    if (worth->string_count == 0)
        rung_write(sink, RUNG_TEXT("open"));
    for (size_t i = 0; i < worth->string_count; i++) {
        rung_value value = {.type = {RUNG_TYPE_STRING, 0}, .string = worth->strings[i]};
        bool last = i + 1 == worth->string_count;
        rung_write(sink, rung_text_of(i == 0 ? "" : last ? " or " : ", "));
        write_value(sink, &value);
    }
}

void cli_write_worth(rung_sink *sink, const cli_worth *worth)
{
    switch (worth->kind) {
    case CLI_WORTH_VALUE:
        write_value(sink, &worth->low);
        break;
    case CLI_WORTH_RANGE:
        write_value(sink, &worth->low);
        rung_write(sink, RUNG_TEXT(" .. "));
        write_value(sink, &worth->high);
        rung_write(sink, rung_text_of(worth->can_fail ? ", or no value" : ""));
        break;
    case CLI_WORTH_OPEN:
        write_strings(sink, worth);
        break;
    case CLI_WORTH_NONE:
        rung_print(sink, "no value: %s", rung_eval_error_text(worth->error));
    }
}

static void value_member(rung_json *json, const char *key, const rung_value *value)
{
    rung_json_key(json, key);
    cli_write_value(json, value);
}

static void range_members(rung_json *json, const cli_worth *worth)
{
    value_member(json, "low", &worth->low);
    value_member(json, "high", &worth->high);
    rung_json_key(json, "can_fail");
    rung_json_bool(json, worth->can_fail);
}

static void strings_member(rung_json *json, const cli_worth *worth)
{
    rung_json_key(json, "values");
    if (worth->string_count == 0) {
        rung_json_null(json);
        return;
    }
    rung_json_array(json);
    for (size_t i = 0; i < worth->string_count; i++)
        rung_json_text(json, worth->strings[i]);
    rung_json_end_array(json);
}

void cli_worth_members(rung_json *json, const cli_worth *worth)
{
    switch (worth->kind) {
    case CLI_WORTH_VALUE:
        value_member(json, "value", &worth->low);
        break;
    case CLI_WORTH_RANGE:
        range_members(json, worth);
        break;
    case CLI_WORTH_OPEN:
        strings_member(json, worth);
        break;
    case CLI_WORTH_NONE:
        rung_json_key(json, "error");
        rung_json_string(json, rung_eval_error_text(worth->error));
    }
}
