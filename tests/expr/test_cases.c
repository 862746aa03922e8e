/* Runs the case files beside it. A case is an expression, then what comes of
 * it; README.md says how the lines are written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "expr/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_EXPECTED = 32 };

struct reader {
    const char *path;
    rung_arena arena;
    test_scope *scope;
    rung_arena scope_arena;
    rung_want want;
    rung_buffer expression;
    rung_text expected[MAX_EXPECTED];
    size_t expected_count;
    unsigned line, first;
    size_t cases, failed;
};

/* --- Running one case ------------------------------------------------------------------------ */

static void describe_diagnostics(const rung_diagnostics *diagnostics, rung_buffer *out)
{
    for (size_t i = 0; i < diagnostics->list.count; i++) {
        const rung_diagnostic *one = &diagnostics->list.at[i];
        rung_place place = rung_locate(one->span.source, one->span.start);
        rung_print(&out->sink, "? ");
        if (place.line > 1)
            rung_print(&out->sink, "%u:", (unsigned)place.line);
        rung_print(&out->sink, "%u %s\n", (unsigned)place.column, one->message);
        if (one->mend)
            rung_print(&out->sink, "> %s\n", one->mend);
    }
}

static void describe_value(struct reader *reader, const rung_program *program, rung_buffer *out)
{
    rung_value value;
    void *scratch = malloc(rung_program_scratch(program)); /* so that overruns are found */
    rung_eval_error error = rung_eval(program, reader->scope->cells, scratch, &value);
    if (error)
        rung_print(&out->sink, "! %s\n", rung_eval_error_text(error));
    else
        rung_print(&out->sink, "= %s\n", test_value_text(&reader->arena, &value));
    free(scratch);
}

static void describe_bounds(struct reader *reader, const rung_program *program, rung_buffer *out)
{
    rung_bounds bounds;
    rung_type type = rung_program_type(program);
    char low[RUNG_NUMBER_SIZE], high[RUNG_NUMBER_SIZE];
    void *scratch = malloc(rung_program_scratch(program));
    rung_eval_bounds(program, reader->scope->bounds, scratch, &bounds);
    free(scratch);

    bool number = type.base == RUNG_TYPE_INT || type.base == RUNG_TYPE_DOUBLE;
    rung_number_format(bounds.low, low);
    rung_number_format(bounds.high, high);
    rung_print(&out->sink, "^ ");
    if (bounds.can_be_false || bounds.can_be_true)
        rung_print(&out->sink, "%s",
                   !bounds.can_be_true    ? "false"
                   : !bounds.can_be_false ? "true"
                                          : "false or true");
    else if (bounds.can_succeed)
        rung_print(&out->sink, number && !type.lists ? "%s to %s" : "something", low, high);
    rung_print(&out->sink, "%s%s\n", bounds.can_fail && bounds.can_succeed ? " or " : "",
               bounds.can_fail ? "fails" : "");
}

static void describe_use(struct reader *reader, const rung_use *use, rung_buffer *out)
{
    const rung_variable *variable = &reader->scope->variables[use->variable];
    rung_print(&out->sink, "~ %.*s", (int)variable->name.size, variable->name.at);
    if (use->only_cuts)
        rung_print(&out->sink, " cuts");
    for (size_t i = 0; use->only_cuts && i < use->cut_count; i++) {
        char number[RUNG_NUMBER_SIZE];
        rung_number_format(use->cuts[i], number);
        rung_print(&out->sink, " %s", number);
    }
    for (size_t i = 0; use->only_members && i < variable->option_count; i++)
        if (use->members >> i & 1)
            rung_print(&out->sink, " %.*s", (int)variable->options[i].size,
                       variable->options[i].at);
    rung_print(&out->sink, "%s\n", use->only_cuts || use->only_members ? "" : " whole");
}

static void describe_strings(const rung_program *program, rung_buffer *out)
{
    size_t count;
    const rung_text *strings = rung_program_strings(program, &count);
    rung_print(&out->sink, "$");
    for (size_t i = 0; i < count; i++)
        rung_print(&out->sink, " \"%.*s\"", (int)strings[i].size, strings[i].at);
    rung_print(&out->sink, "%s\n", count ? "" : " unknown");
}

static bool is_expected(const struct reader *reader, rung_text line)
{
    for (size_t i = 0; i < reader->expected_count; i++)
        if (rung_text_equal(reader->expected[i], line))
            return true;
    return false;
}

static bool expects(const struct reader *reader, char mark)
{
    for (size_t i = 0; i < reader->expected_count; i++)
        if (reader->expected[i].at[0] == mark)
            return true;
    return false;
}

/* Each line that came out of a kind that the case asks for was expected, and as
 * many as were. */
static void compare(struct reader *reader, rung_text outcome)
{
    size_t met = 0;
    const char *wrong = NULL;
    while (outcome.size) {
        const char *end = memchr(outcome.at, '\n', outcome.size);
        rung_text line = rung_text_trim((rung_text){outcome.at, (size_t)(end - outcome.at)});
        outcome.size -= (size_t)(end + 1 - outcome.at);
        outcome.at = end + 1;
        if (is_expected(reader, line))
            met++;
        else if ((strchr("=!?", line.at[0]) && !expects(reader, '^')) ||
                 expects(reader, line.at[0]))
            wrong = rung_copy(&reader->arena, line);
    }
    if (!wrong && met == reader->expected_count)
        return;
    reader->failed++;
    print_message("%s:%u: got \"%s\"\n", reader->path, reader->first,
                  wrong ? wrong : "less than expected");
}

static void run_case(void *ctx)
{
    struct reader *reader = ctx;
    rung_source source = {"case", rung_buffer_text(&reader->expression)};
    rung_diagnostics diagnostics;
    rung_buffer out;
    test_scope scope = *reader->scope;

    scope.arena = &reader->arena;
    scope.scope.variables = scope.variables;
    rung_buffer_init(&out, NULL);
    const rung_program *program = test_compile(&scope, &source, reader->want, &diagnostics);
    if (program) {
        describe_value(reader, program, &out);
        rung_print(&out.sink, ": %s\n", rung_type_name(&reader->arena, rung_program_type(program)));
        describe_strings(program, &out);
        if (expects(reader, '^'))
            describe_bounds(reader, program, &out);
        rung_print(&out.sink, "%% %s\n",
                   rung_program_is_constant(program) ? "constant" : "variable");
        size_t count;
        const rung_use *uses = rung_program_uses(program, &count);
        for (size_t i = 0; i < count; i++)
            describe_use(reader, &uses[i], &out);
    }
    describe_diagnostics(&diagnostics, &out);
    compare(reader, rung_buffer_text(&out));
    rung_buffer_release(&out);
    reader->cases++;
}

static void end_case(struct reader *reader)
{
    if (reader->expression.size)
        assert_int_equal(rung_guard(&reader->arena, run_case, reader), RUNG_OK);
    reader->expression.size = 0;
    reader->expected_count = 0;
    rung_arena_release(&reader->arena);
}

/* --- Reading --------------------------------------------------------------------------------- */

/* <N*TEXT> stands for N times TEXT. */
static void add_expression(struct reader *reader, const char *line)
{
    unsigned times;
    char part[16];
    if (reader->expression.size)
        rung_write(&reader->expression.sink, RUNG_TEXT("\n"));
    else
        reader->first = reader->line;
    for (; *line; line++) {
        if (sscanf(line, "<%u*%15[^>]>", &times, part) != 2) {
            rung_write(&reader->expression.sink, (rung_text){line, 1});
            continue;
        }
        while (times--)
            rung_write(&reader->expression.sink, rung_text_of(part));
        line = strchr(line, '>');
    }
}

struct setting {
    struct reader *reader;
    rung_text line;
};

/* Lines with `@` change what the cases after them see. */
static void apply_setting(void *ctx)
{
    static const char *const wants[] = {"any", "bool", "number", "string"};
    struct setting *setting = ctx;
    struct reader *reader = setting->reader;
    rung_text rest = setting->line, word = test_word(&rest);
    if (rung_text_is(word, "answers")) {
        test_scope_answer(reader->scope, rest);
    } else if (rung_text_is(word, "between")) {
        test_scope_between(reader->scope, rest);
    } else if (rung_text_is(word, "want")) {
        for (unsigned i = 0; i < RUNG_COUNT(wants); i++)
            if (rung_text_is(rung_text_trim(rest), wants[i]))
                reader->want = (rung_want)i;
    } else {
        assert_true(test_scope_declare(reader->scope, setting->line));
    }
}

static void read_setting(struct reader *reader, rung_text line)
{
    struct setting setting = {reader, line};
    if (rung_text_is(line, "scope")) {
        rung_arena_release(&reader->scope_arena);
        test_scope_init(reader->scope, &reader->scope_arena);
    } else {
        assert_int_equal(rung_guard(&reader->scope_arena, apply_setting, &setting), RUNG_OK);
    }
}

static void read_line(struct reader *reader, const char *line)
{
    rung_text text = rung_text_of(line);
    reader->line++;
    if (text.size == 0) {
        end_case(reader);
    } else if (text.size > 1 && strchr("=!?>:$%~^", line[0]) && line[1] == ' ') {
        assert_true(reader->expected_count < MAX_EXPECTED);
        reader->expected[reader->expected_count++] = rung_text_trim(text);
    } else if (line[0] == '@') {
        read_setting(reader, rung_text_trim((rung_text){line + 1, text.size - 1}));
    } else if (line[0] != '#') {
        add_expression(reader, line);
    }
}

static char *read_whole(const char *path)
{
    static char text[1 << 18];
    FILE *stream = fopen(path, "r");
    assert_non_null(stream);
    size_t size = fread(text, 1, sizeof text - 1, stream);
    assert_true(size < sizeof text - 1);
    fclose(stream);
    text[size] = '\0';
    return text;
}

static void run_file(const char *path)
{
    test_scope scope;
    struct reader reader = {.path = path, .scope = &scope};
    rung_buffer_init(&reader.expression, NULL);
    test_scope_init(&scope, &reader.scope_arena);
    for (char *line = read_whole(path), *end; *line; line = end) {
        end = strchr(line, '\n');
        *end++ = '\0';
        read_line(&reader, line);
    }
    end_case(&reader);
    rung_buffer_release(&reader.expression);
    rung_arena_release(&reader.scope_arena);
    assert_true(reader.cases > 0);
    assert_int_equal(reader.failed, 0);
}

static void file(void **state)
{
    char path[512];
    snprintf(path, sizeof path, RUNG_TEST_DATA "/expr/%s.test", (const char *)*state);
    run_file(path);
}

int main(void)
{
#define CASES(name)                                                                                \
    {                                                                                              \
        name, file, NULL, NULL, name                                                               \
    }
    const struct CMUnitTest tests[] = {
        CASES("literals"), CASES("operators"), CASES("functions"),
        CASES("lists"),    CASES("questions"), CASES("structure"),
        CASES("mistakes"), CASES("uses"),      CASES("bounds"),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
