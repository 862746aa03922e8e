/* Cases by others, where they are at hand: ../shared/cel beside the repository.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "expr/support.h"
#include "json/json.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CASES RUNG_SOURCE_DIR "/../shared/cel/"

struct run {
    rung_arena arena;
    const char *file;
    rung_text line;
    size_t run, failed;
};

/* --- Bindings -------------------------------------------------------------------------------- */

static rung_type type_named(rung_text name)
{
    rung_type type = {0};
    while (rung_text_starts(name, RUNG_TEXT("list("))) {
        type.lists++;
        name = (rung_text){name.at + 5, name.size - 6};
    }
    type.base = rung_text_is(name, "bool")     ? RUNG_TYPE_BOOL
                : rung_text_is(name, "int")    ? RUNG_TYPE_INT
                : rung_text_is(name, "double") ? RUNG_TYPE_DOUBLE
                : rung_text_is(name, "string") ? RUNG_TYPE_STRING
                                               : RUNG_TYPE_NONE;
    return type;
}

static rung_value value_of(rung_arena *arena, const rung_datum *datum, rung_type type)
{
    rung_value value = {.type = type};
    if (type.lists) {
        rung_value *items = rung_new_array(arena, rung_value, datum->list.count);
        for (size_t i = 0; i < datum->list.count; i++)
            items[i] =
                value_of(arena, datum->list.items[i], (rung_type){type.base, type.lists - 1});
        value.list.items = items;
        value.list.count = datum->list.count;
    } else if (type.base == RUNG_TYPE_BOOL) {
        value.boolean = datum->boolean;
    } else if (type.base == RUNG_TYPE_DOUBLE) {
        value.real = datum->kind == RUNG_DATUM_INT ? (double)datum->integer : datum->real;
    } else if (type.base == RUNG_TYPE_STRING) {
        value.string = datum->text;
    } else {
        value.integer = datum->integer;
    }
    return value;
}

static void bind(rung_arena *arena, const rung_datum *bindings, rung_scope *scope)
{
    rung_variable *variables = rung_new_array(arena, rung_variable, bindings->map.count);
    for (size_t i = 0; i < bindings->map.count; i++) {
        const rung_entry *entry = &bindings->map.entries[i];
        rung_type type = type_named(rung_datum_get(entry->value, "type")->text);
        if (type.base == RUNG_TYPE_NONE)
            continue; /* a type that the language has not */
        rung_value *value = rung_new(arena, rung_value);
        *value = value_of(arena, rung_datum_get(entry->value, "value"), type);
        variables[scope->count++] =
            (rung_variable){.name = entry->key, .kind = RUNG_VARIABLE_VALUE, .value = value};
    }
    scope->variables = variables;
    scope->visible = scope->count;
}

/* --- Judging --------------------------------------------------------------------------------- */

static bool same_number(const rung_datum *expected, const rung_value *value)
{
    if (value->type.base == RUNG_TYPE_INT)
        return expected->kind == RUNG_DATUM_INT && value->integer == expected->integer;
    if (expected->kind == RUNG_DATUM_STRING) {
        char number[RUNG_NUMBER_SIZE];
        rung_number_format(value->real, number);
        return rung_text_is(expected->text, number);
    }
    return value->real ==
           (expected->kind == RUNG_DATUM_INT ? (double)expected->integer : expected->real);
}

static bool same(const rung_datum *expected, const rung_value *value)
{
    if (value->type.lists) {
        if (expected->kind != RUNG_DATUM_LIST || expected->list.count != value->list.count)
            return false;
        for (size_t i = 0; i < value->list.count; i++)
            if (!same(expected->list.items[i], &value->list.items[i]))
                return false;
        return true;
    }
    if (value->type.base == RUNG_TYPE_BOOL)
        return expected->kind == RUNG_DATUM_BOOL && value->boolean == expected->boolean;
    if (value->type.base == RUNG_TYPE_STRING)
        return expected->kind == RUNG_DATUM_STRING &&
               rung_text_equal(value->string, expected->text);
    return same_number(expected, value);
}

/* Type and, of doubles, the exact text. */
static bool same_kind(rung_arena *arena, const rung_datum *one, const rung_value *value)
{
    const rung_datum *type = rung_datum_get(one, "expect_type");
    const rung_datum *text = rung_datum_get(one, "expect_text");
    if (type && !rung_text_is(type->text, "list()") &&
        !rung_text_is(type->text, rung_type_name(arena, value->type)))
        return false;
    if (!text || value->type.lists || value->type.base != RUNG_TYPE_DOUBLE)
        return true;
    double expected;
    if (!rung_parse_double(text->text, &expected))
        return true;
    return signbit(expected) == signbit(value->real);
}

static bool has(rung_text text, const char *part)
{
    return rung_text_contains(text, rung_text_of(part));
}

/* NULL if the case is met, else what is wrong. */
static const char *fault(struct run *run, const rung_datum *one)
{
    const rung_datum *expect = rung_datum_get(one, "expect");
    const rung_datum *bindings = rung_datum_get(one, "bindings");
    rung_source source = {"case", rung_datum_get(one, "expr")->text};
    rung_expr_text text = {.text = source.text, .source = &source};
    rung_diagnostics diagnostics;
    rung_scope scope = {0};
    rung_value value;

    if (bindings)
        bind(&run->arena, bindings, &scope);
    rung_diagnostics_init(&diagnostics, &run->arena);
    const rung_program *program =
        rung_compile(&run->arena, &text, &scope, RUNG_WANT_ANY, &diagnostics);
    bool refused = !program, error = refused;
    if (refused && diagnostics.list.count == 0)
        return "refused without a message";
    if (program) {
        void *scratch = rung_alloc(&run->arena, rung_program_scratch(program));
        error = rung_eval(program, NULL, scratch, &value) != RUNG_EVAL_OK;
    }

    if (has(source.text, ".matches("))
        return refused ? NULL : "matches is not in the language";
    if (has(rung_text_of(run->file), "refuse")) {
        bool ours = has(source.text, "math.least(") || has(source.text, "math.greatest(");
        if (refused)
            return ours && !has(source.text, "u") && !has(source.text, "dyn") ? "refused" : NULL;
        return ours && !error && same(expect, &value) ? NULL : "not refused";
    }
    if (has(rung_text_of(run->file), "dynamic") && refused)
        return NULL;
    if (expect->kind == RUNG_DATUM_MAP)
        return error ? NULL : "has a value";
    if (error)
        return refused ? "refused" : "fails";
    return same(expect, &value) ? same_kind(&run->arena, one, &value) ? NULL : "another type"
                                : "another value";
}

/* --- Files ----------------------------------------------------------------------------------- */

static void run_line(void *ctx)
{
    struct run *run = ctx;
    rung_source source = {run->file, run->line};
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &run->arena);
    const rung_datum *one = rung_json_read(&run->arena, &source, &diagnostics);
    run->run++;
    if (!one) /* NUL in a string: our reader of JSON refuses it */
        return;
    const char *what = fault(run, one);
    if (!what)
        return;
    run->failed++;
    print_message("%s: %s: %.*s\n", run->file, what, (int)run->line.size, run->line.at);
}

static void run_file(const char *file)
{
    struct run run = {.file = file};
    static char line[1 << 20];
    FILE *stream = fopen(file, "r");
    if (!stream)
        skip();
    while (fgets(line, sizeof line, stream)) {
        run.line = rung_text_trim(rung_text_of(line));
        assert_int_equal(rung_guard(&run.arena, run_line, &run), RUNG_OK);
        rung_arena_release(&run.arena);
    }
    fclose(stream);
    assert_true(run.run > 0);
    assert_int_equal(run.failed, 0);
}

static void core(void **state)
{
    (void)state;
    run_file(CASES "core.jsonl");
}

static void oracle(void **state)
{
    (void)state;
    run_file(CASES "oracle.jsonl");
}

static void dynamic(void **state)
{
    (void)state;
    run_file(CASES "dynamic.jsonl");
}

static void refuse(void **state)
{
    (void)state;
    run_file(CASES "refuse.jsonl");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(core),
        cmocka_unit_test(oracle),
        cmocka_unit_test(dynamic),
        cmocka_unit_test(refuse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
