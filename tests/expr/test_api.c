/* The library's own promises: memory that runs out, places, tables, what is
 * left untouched. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "expr/functions.h"
#include "expr/support.h"
#include "support/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- A compilation with everything that belongs to it ---------------------------------------- */

struct compilation {
    rung_arena arena;
    test_scope scope;
    const char *text;
    rung_want want;
    rung_source source;
    const rung_program *program;
    rung_diagnostics diagnostics;
};

static void compile_body(void *ctx)
{
    static const char *const lines[] = {
        "int level",
        "double years",
        "choice role nurse=3 clerk",
        "choices skills phone typing",
        "value names [\"a\", \"b\"]",
    };
    struct compilation *compilation = ctx;
    test_scope_init(&compilation->scope, &compilation->arena);
    for (size_t i = 0; i < RUNG_COUNT(lines); i++)
        test_scope_declare(&compilation->scope, rung_text_of(lines[i]));
    compilation->source = (rung_source){"text", rung_text_of(compilation->text)};
    compilation->program = test_compile(&compilation->scope, &compilation->source,
                                        compilation->want, &compilation->diagnostics);
}

static void compile(struct compilation *compilation, const char *text)
{
    *compilation = (struct compilation){.text = text};
    assert_int_equal(rung_guard(&compilation->arena, compile_body, compilation), RUNG_OK);
}

/* --- Memory ---------------------------------------------------------------------------------- */

static rung_status compile_failing(const char *text, size_t fail_at, size_t *alive)
{
    test_memory memory;
    test_memory_init(&memory, fail_at);
    struct compilation compilation = {.text = text};
    rung_arena_init(&compilation.arena, &memory.hook);
    rung_status status = rung_guard(&compilation.arena, compile_body, &compilation);
    rung_arena_release(&compilation.arena);
    *alive = memory.alive;
    return status;
}

/* The N-th allocation fails, for every N. */
static void memory_runs_out(void **state)
{
    static char chain[12000] = "level";
    const char *const texts[] = {
        "level > 2 && (role == \"nurse\" || \"phone\" in skills) ? points(role) "
        ": years + 1.5",
        "names + [role, \"x\" + \"y\"] == skills",
        "levl = 2 and rolle == \"nurze\" or \"fone\" in skills && size(1) == "
        "len(2)",
        chain,
    };
    (void)state;
    for (size_t i = 5; i + 12 < sizeof chain; i += 12)
        memcpy(chain + i, " + level * 2", 13);
    for (size_t i = 0; i < RUNG_COUNT(texts); i++) {
        size_t fail_at = 1, alive;
        while (compile_failing(texts[i], fail_at, &alive) == RUNG_NO_MEMORY) {
            assert_int_equal(alive, 0);
            fail_at++;
        }
        assert_int_equal(alive, 0);
        assert_true(fail_at > 1);
    }
}

/* Diagnostics in another arena, with a guard of its own. */
struct apart {
    rung_arena diagnostics_arena, arena;
    rung_status inner;
};

static void compile_inner(void *ctx)
{
    struct apart *apart = ctx;
    rung_scope none = {0};
    rung_diagnostics diagnostics;
    rung_expr_text text = {.text = RUNG_TEXT("1 + nosuch + \"a\" + len(2)")};
    rung_diagnostics_init(&diagnostics, &apart->diagnostics_arena);
    rung_compile(&apart->arena, &text, &none, RUNG_WANT_ANY, &diagnostics);
}

static void compile_outer(void *ctx)
{
    struct apart *apart = ctx;
    void *guard = apart->diagnostics_arena.guard;
    apart->inner = rung_guard(&apart->arena, compile_inner, apart);
    assert_ptr_equal(apart->diagnostics_arena.guard, guard);
}

static void memory_runs_out_in_either_arena(void **state)
{
    struct apart apart;
    test_memory memory;
    size_t fail_at = 1;
    (void)state;
    do {
        test_memory_init(&memory, fail_at++);
        apart = (struct apart){0};
        rung_arena_init(&apart.diagnostics_arena, &memory.hook);
        rung_arena_init(&apart.arena, &memory.hook);
        assert_int_equal(rung_guard(&apart.diagnostics_arena, compile_outer, &apart), RUNG_OK);
        rung_arena_release(&apart.diagnostics_arena);
        rung_arena_release(&apart.arena);
        assert_int_equal(memory.alive, 0);
    } while (apart.inner == RUNG_NO_MEMORY);
    assert_true(fail_at > 3);
}

/* --- Places ---------------------------------------------------------------------------------- */

struct placed {
    rung_arena arena;
    rung_expr_text text;
    rung_diagnostics diagnostics;
};

static void compile_placed(void *ctx)
{
    struct placed *placed = ctx;
    rung_scope none = {0};
    rung_diagnostics_init(&placed->diagnostics, &placed->arena);
    assert_null(
        rung_compile(&placed->arena, &placed->text, &none, RUNG_WANT_ANY, &placed->diagnostics));
}

/* `when: "\x61 +\n  bcd"` in a file: each byte of the text knows where it
 * stands. */
static void places_through_offsets(void **state)
{
    static const uint32_t offsets[] = {7, 11, 12, 13, 16, 17, 18, 19};
    rung_source source = {"file", RUNG_TEXT("when: \"\\x61 +\n  bcd\"")};
    struct placed placed = {.text = {RUNG_TEXT("a + bcd"), &source, 0, offsets}};
    (void)state;
    assert_int_equal(rung_guard(&placed.arena, compile_placed, &placed), RUNG_OK);
    assert_int_equal(placed.diagnostics.list.count, 2);
    assert_int_equal(placed.diagnostics.list.at[0].span.start, 7);
    assert_int_equal(placed.diagnostics.list.at[0].span.end, 11);
    rung_span second = placed.diagnostics.list.at[1].span;
    assert_int_equal(rung_locate(&source, second.start).line, 2);
    assert_int_equal(rung_locate(&source, second.start).column, 3);
    rung_arena_release(&placed.arena);
}

static void places_from_start(void **state)
{
    rung_source source = {"file", RUNG_TEXT("when: nosuch")};
    struct placed placed = {.text = {RUNG_TEXT("nosuch"), &source, 6, NULL}};
    (void)state;
    assert_int_equal(rung_guard(&placed.arena, compile_placed, &placed), RUNG_OK);
    assert_int_equal(placed.diagnostics.list.at[0].span.start, 6);
    assert_int_equal(placed.diagnostics.list.at[0].span.end, 12);
    rung_arena_release(&placed.arena);
}

static void no_source_no_place(void **state)
{
    struct placed placed = {.text = {.text = RUNG_TEXT("nosuch")}};
    (void)state;
    assert_int_equal(rung_guard(&placed.arena, compile_placed, &placed), RUNG_OK);
    assert_null(placed.diagnostics.list.at[0].span.source);
    rung_arena_release(&placed.arena);
}

static void source_too_long(void **state)
{
    static char text[RUNG_EXPR_MAX_BYTES + 2];
    rung_source source = {"file", {text, RUNG_EXPR_MAX_BYTES + 1}};
    struct placed placed = {.text = {source.text, &source, 0, NULL}};
    (void)state;
    memset(text, ' ', sizeof text);
    assert_int_equal(rung_guard(&placed.arena, compile_placed, &placed), RUNG_OK);
    assert_int_equal(placed.diagnostics.list.count, 1);
    assert_string_equal(placed.diagnostics.list.at[0].message,
                        "the expression is longer than 16384 bytes");
    rung_arena_release(&placed.arena);
}

/* --- Programs -------------------------------------------------------------------------------- */

static void describes_itself(void **state)
{
    struct compilation one;
    (void)state;
    compile(&one, "level > 2 && role == \"nurse\"");
    assert_true(rung_program_reads(one.program, 0));
    assert_false(rung_program_reads(one.program, 1));
    assert_true(rung_program_reads(one.program, 2));
    assert_false(rung_program_reads(one.program, 99));
    assert_true(rung_text_is(rung_program_text(one.program), one.text));
    assert_ptr_equal(rung_program_span(one.program).source, &one.source);
    assert_int_equal(rung_program_span(one.program).end, strlen(one.text));
    rung_arena_release(&one.arena);
}

/* role: nurse has 3 points, clerk none; skills: phone, typing. */
static void knows_what_it_cannot_tell_apart(void **state)
{
    enum { ROLE = 2, SKILLS = 3 };
    static const struct {
        const char *text;
        uint32_t variable;
        uint64_t a, b; /* options of role, sets of skills */
        bool ignores;
    } rows[] = {
        {"level > 2", ROLE, 0, 1, true},
        {"role == 'nurse'", ROLE, 0, 1, false},
        {"role in ['nurse', 'clerk']", ROLE, 0, 1, true},
        {"points(role) > 1.0", ROLE, 0, 1, false},
        {"role + 's' == 'clerks'", ROLE, 0, 1, false},
        {"'phone' in skills", SKILLS, 0, 2, true},
        {"'phone' in skills", SKILLS, 2, 3, false},
        {"size(skills) > 1", SKILLS, 0, 2, false},
        {"points(skills) > 1.0", SKILLS, 0, 2, true},
    };
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(rows); i++) {
        struct compilation one;
        compile(&one, rows[i].text);
        rung_cell a = {.set = rows[i].a}, b = {.set = rows[i].b};
        assert_int_equal(rung_program_ignores(one.program, rows[i].variable, a, b),
                         rows[i].ignores);
        rung_arena_release(&one.arena);
    }
}

static void evaluates_bools_and_numbers(void **state)
{
    struct compilation one;
    bool yes = false;
    double number = 0;
    (void)state;
    compile(&one, "level == 0");
    char *scratch = malloc(rung_program_scratch(one.program));
    assert_int_equal(rung_eval_bool(one.program, one.scope.cells, scratch, &yes), RUNG_EVAL_OK);
    assert_true(yes);
    free(scratch);
    rung_arena_release(&one.arena);

    compile(&one, "level + 7");
    scratch = malloc(rung_program_scratch(one.program));
    assert_int_equal(rung_eval_number(one.program, one.scope.cells, scratch, &number),
                     RUNG_EVAL_OK);
    assert_true(number == 7);
    free(scratch);
    rung_arena_release(&one.arena);
}

static void failing_leaves_the_result(void **state)
{
    struct compilation one;
    rung_value value = {.type = {RUNG_TYPE_STRING, 3}};
    double number = 42;
    (void)state;
    compile(&one, "1 / level");
    void *scratch = malloc(rung_program_scratch(one.program));
    assert_int_equal(rung_eval(one.program, one.scope.cells, scratch, &value),
                     RUNG_EVAL_DIVISION_BY_ZERO);
    assert_int_equal(rung_eval_number(one.program, one.scope.cells, scratch, &number),
                     RUNG_EVAL_DIVISION_BY_ZERO);
    assert_int_equal(value.type.lists, 3);
    assert_true(number == 42);
    free(scratch);
    rung_arena_release(&one.arena);
}

/* The largest scratch serves all programs, one after the other. */
static void one_scratch_for_all(void **state)
{
    static const char *const texts[] = {"role + \"!\"", "skills + names", "level * 2",
                                        "size(string(years) + role) > 2"};
    struct compilation all[RUNG_COUNT(texts)];
    rung_value value;
    size_t size = 0;
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(texts); i++) {
        compile(&all[i], texts[i]);
        size_t wanted = rung_program_scratch(all[i].program);
        size = wanted > size ? wanted : size;
    }
    void *scratch = malloc(size);
    memset(scratch, 0xA5, size);
    for (size_t i = 0; i < 3 * RUNG_COUNT(texts); i++) {
        struct compilation *one = &all[i % RUNG_COUNT(texts)];
        assert_int_equal(rung_eval(one->program, one->scope.cells, scratch, &value), RUNG_EVAL_OK);
    }
    free(scratch);
    for (size_t i = 0; i < RUNG_COUNT(texts); i++)
        rung_arena_release(&all[i].arena);
}

/* Content is compared a million times: the common questions make no texts and
 * no lists. */
static void common_questions_take_little_scratch(void **state)
{
    struct compilation one;
    (void)state;
    compile(&one, "role in [\"nurse\", \"clerk\"] && \"phone\" in skills && level >= 2");
    assert_true(rung_program_scratch(one.program) < 1024);
    rung_arena_release(&one.arena);
}

/* --- Parts ----------------------------------------------------------------------------------- */

struct written_parts {
    struct compilation one;
    const rung_program *const *(*find)(rung_arena *arena, const rung_program *program,
                                       size_t *count);
    char text[300];
};

static void write_parts(void *ctx)
{
    struct written_parts *written = ctx;
    compile_body(&written->one);
    size_t count;
    const rung_program *const *parts =
        written->find(&written->one.arena, written->one.program, &count);
    for (size_t i = 0; i < count; i++) {
        rung_text text = rung_program_text(parts[i]);
        rung_span span = rung_program_span(parts[i]);
        assert_memory_equal(written->one.text + span.start, text.at, text.size);
        size_t used = strlen(written->text);
        snprintf(written->text + used, sizeof written->text - used, "%s%.*s", i ? " | " : "",
                 (int)text.size, text.at);
    }
}

static void check_parts(const char *text, const char *expected,
                        const rung_program *const *(*find)(rung_arena *, const rung_program *,
                                                           size_t *))
{
    struct written_parts written = {.one = {.text = text}, .find = find};
    assert_int_equal(rung_guard(&written.one.arena, write_parts, &written), RUNG_OK);
    assert_string_equal(written.text, expected);
    rung_arena_release(&written.one.arena);
}

static void steps_are_all_that_is_calculated(void **state)
{
    static const char *const rows[][2] = {
        {"level", ""},
        {"level > 1", ""},
        {"1 + level * 2", "level * 2"},
        {"level > 1 && (years < 2.0)", "level > 1 | (years < 2.0)"},
        {"math.least(double(level), points(role) + 1.0)",
         "double(level) | points(role) | points(role) + 1.0"},
        {"size(skills) > 1 ? size([level + 1, 2]) : -level",
         "size(skills) | size(skills) > 1 | level + 1 | size([level + 1, 2]) | -level"},
    };
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(rows); i++)
        check_parts(rows[i][0], rows[i][1], rung_program_steps);
}

static void count_steps(void *ctx)
{
    struct compilation *one = ctx;
    size_t count;
    compile_body(one);
    rung_program_steps(&one->arena, one->program, &count);
    assert_int_equal(count, RUNG_EXPR_MAX_PARTS);
}

static void steps_are_no_more_than_one_reads(void **state)
{
    char sum[2 * RUNG_EXPR_MAX_PARTS + 20] = "level", *end = sum + strlen(sum);
    (void)state;
    for (size_t i = 0; i < RUNG_EXPR_MAX_PARTS + 5; i++, end += 2)
        strcpy(end, "+1");
    struct compilation one = {.text = sum};
    assert_int_equal(rung_guard(&one.arena, count_steps, &one), RUNG_OK);
    rung_arena_release(&one.arena);
}

static const rung_program *const *all_parts(rung_arena *arena, const rung_program *program,
                                            size_t *count)
{
    bool cut = true;
    const rung_program *const *parts = rung_program_parts(arena, program, count, &cut);
    assert_false(cut);
    return parts;
}

static void find_many_parts(void *ctx)
{
    struct compilation *one = ctx;
    size_t count;
    bool cut = false;
    compile_body(one);
    rung_program_parts(&one->arena, one->program, &count, &cut);
    assert_true(cut);
    assert_true(count > 0 && count <= RUNG_EXPR_MAX_PARTS);
}

static void parts_that_are_cut_are_told(void **state)
{
    struct compilation one = {0};
    char text[200 * 16] = "level > 0";
    (void)state;
    for (size_t i = 0; i < 150; i++)
        strcat(text, " && level > 0");
    one.text = text;
    assert_int_equal(rung_guard(&one.arena, find_many_parts, &one), RUNG_OK);
    rung_arena_release(&one.arena);
}

static void parts_are_bools_inside(void **state)
{
    static const char *const rows[][2] = {
        {"level > 1", ""},
        {"level > 1 && years < 2.0", "level > 1 | years < 2.0"},
        {"(level > 1 || years < 2.0) && !(role == 'nurse')",
         "(level > 1 || years < 2.0) | level > 1 | years < 2.0 | !(role == 'nurse') | (role == "
         "'nurse')"},
        {"level > 1 ? 2 : 3", "level > 1"},
        {"1 + (level > 1 && true ? 2 : 3)", "level > 1 && true | level > 1"},
        {"size(skills) > 1 ? \"phone\" in skills : level > 2",
         "size(skills) > 1 | \"phone\" in skills | level > 2"},
    };
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(rows); i++)
        check_parts(rows[i][0], rows[i][1], all_parts);
}

/* --- Tables ---------------------------------------------------------------------------------- */

static void messages_are_in_order(void **state)
{
    (void)state;
    for (size_t i = 0; i < rung_expr_message_count; i++) {
        const rung_diagnostic_kind *kind = &rung_expr_messages[i];
        assert_int_equal(strlen(kind->code), 6);
        assert_memory_equal(kind->code, "RG01", 4);
        assert_true(kind->format[0] != '\0');
        if (i > 0)
            assert_true(strcmp(kind[-1].code, kind->code) < 0);
    }
}

static void errors_have_texts(void **state)
{
    (void)state;
    assert_null(rung_eval_error_text(RUNG_EVAL_OK));
    for (int error = RUNG_EVAL_OK + 1; error <= RUNG_EVAL_EMPTY_LIST; error++)
        assert_non_null(rung_eval_error_text((rung_eval_error)error));
}

static const rung_type all_types[] = {
    {RUNG_TYPE_BOOL, 0},   {RUNG_TYPE_INT, 0}, {RUNG_TYPE_DOUBLE, 0},
    {RUNG_TYPE_STRING, 0}, {RUNG_TYPE_INT, 1}, {RUNG_TYPE_STRING, 2},
};

static bool has_overload(const expr_function *function)
{
    for (size_t i = 0; i < RUNG_COUNT(all_types); i++) {
        for (size_t j = 0; j < RUNG_COUNT(all_types); j++) {
            const expr_overload *row = expr_find_overload(
                function->id, all_types[i], function->least > 1 ? &all_types[j] : NULL);
            if (row && (row->op == EXPR_OP_SAME || row->op < EXPR_OP_COUNT))
                return true;
        }
    }
    return false;
}

static void functions_are_complete(void **state)
{
    (void)state;
    for (size_t i = 0; i < EXPR_FN_COUNT; i++) {
        const expr_function *function = &expr_functions[i];
        assert_int_equal(function->id, i);
        assert_true(function->least > 0);
        assert_true(function->most == 0 || function->most >= function->least);
        assert_int_equal(function->binds > 0, function->forms == EXPR_INFIX);
        assert_ptr_equal(expr_find_function(rung_text_of(function->name), function->forms),
                         function);
        assert_int_equal(function->rule == EXPR_RULE_OVERLOADS, has_overload(function));
    }
}

static void instructions_read_what_they_say(void **state)
{
    (void)state;
    for (int op = 0; op < EXPR_OP_COUNT; op++)
        assert_true(expr_op_reads((expr_op)op) <= 3);
    assert_int_equal(expr_op_reads(EXPR_OP_SELECT), 3);
    assert_int_equal(expr_op_reads(EXPR_OP_LIST), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(memory_runs_out_in_either_arena),
        cmocka_unit_test(places_through_offsets),
        cmocka_unit_test(places_from_start),
        cmocka_unit_test(no_source_no_place),
        cmocka_unit_test(source_too_long),
        cmocka_unit_test(describes_itself),
        cmocka_unit_test(knows_what_it_cannot_tell_apart),
        cmocka_unit_test(evaluates_bools_and_numbers),
        cmocka_unit_test(failing_leaves_the_result),
        cmocka_unit_test(one_scratch_for_all),
        cmocka_unit_test(common_questions_take_little_scratch),
        cmocka_unit_test(parts_are_bools_inside),
        cmocka_unit_test(parts_that_are_cut_are_told),
        cmocka_unit_test(steps_are_all_that_is_calculated),
        cmocka_unit_test(steps_are_no_more_than_one_reads),
        cmocka_unit_test(messages_are_in_order),
        cmocka_unit_test(errors_have_texts),
        cmocka_unit_test(functions_are_complete),
        cmocka_unit_test(instructions_read_what_they_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
