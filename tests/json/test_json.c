#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "json/json.h"
#include "support/memory.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* --- Running something inside a guard -------------------------------------------------------- */

struct reading {
    rung_arena *arena;
    rung_source source;
    const rung_datum *datum;
    rung_diagnostics diagnostics;
};

static void read_body(void *ctx)
{
    struct reading *reading = ctx;
    rung_diagnostics_init(&reading->diagnostics, reading->arena);
    reading->datum = rung_json_read(reading->arena, &reading->source, &reading->diagnostics);
}

static rung_text written(const rung_datum *datum, int indent, rung_buffer *buffer)
{
    rung_json json;
    rung_json_init(&json, &buffer->sink, indent);
    rung_json_datum(&json, datum);
    return rung_buffer_text(buffer);
}

/* --- Cases ----------------------------------------------------------------------------------- */

/* <N*TEXT> stands for N times TEXT. */
static void expand(const char *line, rung_buffer *out)
{
    unsigned times;
    char part[16];
    for (; *line; line++) {
        if (sscanf(line, "<%u*%15[^>]>", &times, part) != 2) {
            rung_write(&out->sink, (rung_text){line, 1});
            continue;
        }
        while (times--)
            rung_write(&out->sink, rung_text_of(part));
        line = strchr(line, '>');
    }
}

static void check_message(const struct reading *reading, rung_text expected)
{
    char first[256] = "";
    assert_null(reading->datum);
    assert_int_equal(reading->diagnostics.errors, 1);
    const rung_diagnostic *diagnostic = &reading->diagnostics.list.at[0];
    rung_place place = rung_locate(&reading->source, diagnostic->span.start);
    snprintf(first, sizeof first, "%s %u:%u %s", diagnostic->kind->code, (unsigned)place.line,
             (unsigned)place.column, diagnostic->message);
    if (!rung_text_starts(rung_text_of(first), expected))
        fail_msg("got %s, expected %.*s", first, (int)expected.size, expected.at);
}

static void check_case(const char *input, const char *expectation)
{
    rung_arena arena;
    rung_buffer in, want, out;
    rung_arena_init(&arena, NULL);
    rung_buffer_init(&in, NULL);
    rung_buffer_init(&want, NULL);
    rung_buffer_init(&out, NULL);
    expand(input, &in);
    expand(expectation + 2, &want);

    struct reading reading = {&arena, {"in", rung_buffer_text(&in)}, NULL, {0}};
    assert_int_equal(rung_guard(&arena, read_body, &reading), RUNG_OK);
    if (expectation[0] == '!') {
        check_message(&reading, rung_buffer_text(&want));
    } else {
        if (!reading.datum)
            fail_msg("%s: %s", input, reading.diagnostics.list.at[0].message);
        rung_text text = written(reading.datum, 0, &out);
        if (!rung_text_equal(text, rung_buffer_text(&want)))
            fail_msg("%s gives %.*s", input, (int)text.size, text.at);
    }
    rung_buffer_release(&out);
    rung_buffer_release(&want);
    rung_buffer_release(&in);
    rung_arena_release(&arena);
}

static void test_cases(void **state)
{
    (void)state;
    char input[1024] = "", line[1024];
    size_t cases = 0;
    FILE *file = fopen(RUNG_TEST_DATA "/json/cases.txt", "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '=' || line[0] == '!') {
            check_case(input, line);
            cases++;
        } else if (line[0] != '#' && line[0]) {
            memcpy(input, line, sizeof input);
        }
    }
    fclose(file);
    assert_true(cases > 30);
}

/* --- Writing --------------------------------------------------------------------------------- */

static void test_indented(void **state)
{
    (void)state;
    rung_buffer buffer;
    rung_json json;
    rung_buffer_init(&buffer, NULL);
    rung_json_init(&json, &buffer.sink, 2);
    rung_json_object(&json);
    rung_json_key(&json, "empty");
    rung_json_array(&json);
    rung_json_end_array(&json);
    rung_json_key(&json, "list");
    rung_json_array(&json);
    rung_json_int(&json, INT64_MIN);
    rung_json_double(&json, NAN);
    rung_json_double(&json, -INFINITY);
    rung_json_double(&json, 0.1 + 0.2);
    rung_json_string(&json, NULL);
    rung_json_text(&json, RUNG_TEXT("\xff\xc0\x80x"));
    rung_json_text(&json, (rung_text){NULL, 0});
    rung_json_bool(&json, false);
    rung_json_end_array(&json);
    rung_json_end_object(&json);
    const char *expected = "{\n  \"empty\": [],\n  \"list\": [\n    -9223372036854775808,\n"
                           "    \"NaN\",\n    \"-Infinity\",\n    0.30000000000000004,\n"
                           "    null,\n    \"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDx\",\n"
                           "    \"\",\n    false\n  ]\n}";
    rung_text text = rung_buffer_text(&buffer);
    assert_int_equal(text.size, strlen(expected));
    assert_memory_equal(text.at, expected, text.size);
    rung_buffer_release(&buffer);
}

static void test_any_bytes_read_back(void **state)
{
    (void)state;
    rung_buffer first, second;
    rung_buffer_init(&first, NULL);
    rung_buffer_init(&second, NULL);
    rung_json json;
    rung_json_init(&json, &first.sink, 0);
    rung_json_array(&json);
    for (int32_t code = 1; code <= 0x10FFFF; code += code < 0x3000 ? 1 : 97) {
        char bytes[4];
        if (code < 0xD800 || code > 0xDFFF)
            rung_json_text(&json, (rung_text){bytes, rung_utf8_encode(code, bytes)});
    }
    rung_json_end_array(&json);

    rung_arena arena;
    rung_arena_init(&arena, NULL);
    struct reading reading = {&arena, {"in", rung_buffer_text(&first)}, NULL, {0}};
    assert_int_equal(rung_guard(&arena, read_body, &reading), RUNG_OK);
    assert_non_null(reading.datum);
    rung_text again = written(reading.datum, 0, &second);
    assert_true(rung_text_equal(again, rung_buffer_text(&first)));
    const char *at = again.at;
    while (at < again.at + again.size)
        assert_false(rung_char_unsafe(rung_utf8_next(&at, again.at + again.size)));
    rung_arena_release(&arena);
    rung_buffer_release(&second);
    rung_buffer_release(&first);
}

/* --- Memory ---------------------------------------------------------------------------------- */

static void test_memory_runs_out(void **state)
{
    (void)state;
    rung_buffer input;
    rung_buffer_init(&input, NULL);
    rung_print(&input.sink, "[");
    for (int i = 0; i < 400; i++)
        rung_print(&input.sink, "{\"key %d\": [%d, \"text\", null]}, ", i, i);
    rung_print(&input.sink, "0]");

    rung_status status = RUNG_NO_MEMORY;
    for (size_t n = 1; status == RUNG_NO_MEMORY; n++) {
        test_memory memory;
        rung_arena arena;
        test_memory_init(&memory, n);
        rung_arena_init(&arena, &memory.hook);
        struct reading reading = {&arena, {"in", rung_buffer_text(&input)}, NULL, {0}};
        status = rung_guard(&arena, read_body, &reading);
        rung_arena_release(&arena);
        assert_int_equal(memory.alive, 0);
        assert_int_equal(status == RUNG_OK, memory.calls < n);
    }
    rung_buffer_release(&input);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_indented),
        cmocka_unit_test(test_any_bytes_read_back),
        cmocka_unit_test(test_memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
