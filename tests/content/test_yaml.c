/* YAML as data: cases of our own, the files of others, limits, places. */
#include "support.h"

#include "content/names.h"
#include "content/places.h"
#include "json/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* --- Cases --------------------------------------------------------------------------------------
 * Each yaml/NAME.yaml has a yaml/NAME.expected: the value as JSON, or the diagnostics. */

static void write_outcome(const test_load *load, rung_sink *sink)
{
    rung_json json;
    test_write_diagnostics(load, sink);
    if (!load->datum)
        return;
    rung_json_init(&json, sink, 2);
    rung_json_datum(&json, load->datum);
    rung_print(sink, "\n");
}

static void check_case(const char *path, const char *name)
{
    char expected[PATH_LENGTH];
    size_t length = strlen(path);
    if (!rung_text_ends(rung_text_of(path), RUNG_TEXT(".yaml")))
        return;
    test_load load = {.rules = {name, test_read(path)}};
    rung_buffer buffer;
    rung_buffer_init(&buffer, NULL);
    test_load_yaml(&load);
    write_outcome(&load, &buffer.sink);
    snprintf(expected, sizeof expected, "%.*s.expected", (int)length - 5, path);
    test_golden(expected, rung_buffer_text(&buffer));
    rung_buffer_release(&buffer);
    test_drop(load.rules.text);
    test_release(&load);
}

static void test_cases(void **state)
{
    (void)state;
    assert_true(test_each(CASES "/yaml", check_case) >= 40);
}

/* --- The files of others --------------------------------------------------------------------- */

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Reads the file, which must end soon, and in a value or in messages with places. */
static bool is_accepted(const char *path)
{
    test_load load = {.rules = {path, test_read(path)}};
    double start = seconds();
    test_load_yaml(&load);
    if (seconds() - start > 5)
        fail_msg("%s takes %f seconds", path, seconds() - start);
    bool accepted = load.status == RUNG_OK;
    assert_int_equal(accepted, load.diagnostics.errors == 0);
    for (size_t i = 0; i < load.diagnostics.list.count; i++) {
        assert_ptr_equal(load.diagnostics.list.at[i].span.source, &load.rules);
        assert_true(load.diagnostics.list.at[i].span.end <= load.rules.text.size);
    }
    test_drop(load.rules.text);
    test_release(&load);
    return accepted;
}

static void must_be_refused(const char *path, const char *name)
{
    (void)name;
    if (is_accepted(path))
        fail_msg("%s is no YAML and was accepted", path);
}

static void must_end(const char *path, const char *name)
{
    (void)name;
    is_accepted(path);
}

static void test_suite(void **state)
{
    (void)state;
    if (test_each(FOREIGN "/suite/invalid", must_be_refused) == 0)
        skip();
    test_each(FOREIGN "/suite/valid", must_end);
}

/* Where the format decides otherwise than the list of these files: tags are refused whatever they
 * say; and that a file must be a map is said by whoever knows its keys. */
static bool is_ours(const char *name)
{
    static const char *const names[] = {
        "tag_str_number.yaml",   "stream_root_null.yaml", "stream_root_empty_map.yaml",
        "key_empty_string.yaml", "ws_nbsp.yaml",          "syn_fullwidth_colon.yaml",
    };
    for (size_t i = 0; i < RUNG_COUNT(names); i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static void test_hostile(void **state)
{
    (void)state;
    char line[512], name[128], expect[16], path[PATH_LENGTH];
    FILE *list = fopen(FOREIGN "/hostile/MANIFEST.tsv", "r");
    if (!list)
        skip();
    while (fgets(line, sizeof line, list)) {
        if (sscanf(line, "%127[^\t]\t%15[^\t]", name, expect) != 2 || strcmp(name, "file") == 0)
            continue;
        snprintf(path, sizeof path, "%s/hostile/%s", FOREIGN, name);
        bool accepted = is_accepted(path);
        if (!is_ours(name) && strcmp(expect, "either") != 0 &&
            accepted != (strcmp(expect, "accept") == 0))
            fail_msg("%s: expected to %s", name, expect);
    }
    fclose(list);
}

/* --- Limits ---------------------------------------------------------------------------------- */

/* A text made of parts that repeat. */
struct limit {
    const char *before, *part, *after;
    size_t times;
    const char *code; /* of the only message; NULL: it is accepted */
};

static const struct limit limits[] = {
    {"", "[", "", 64, "RG0207"}, /* the brackets are not closed; the depth is allowed */
    {"", "[", "", 65, "RG0208"},
    {"", "- ", "x", 64, NULL},
    {"", "- ", "x", 65, "RG0208"},
    {"", "{a: ", "", 250000, "RG0208"},
    {"", "[", "", 1000000, "RG0208"},
    {"", "[{", "", 500000, "RG0208"},
    {"", "? ", "", 500000, "RG0208"},
    {"a: \"", "[{", "\"", 500000, NULL}, /* brackets in text are none */
    {"[", "a,", "]", 199999, NULL},
    {"[", "a,", "]", 200000, "RG0209"},
    {"[&a [x,x,x,x,x,x,x,x,x]", ",*a", "]", 19998, NULL},
    {"[&a [x,x,x,x,x,x,x,x,x]", ",*a", "]", 19999, "RG0209"},
    {"a: \"", "x", "\"", 8 * 1024 * 1024 - 5, NULL},
    {"a: \"", "x", "\"", 8 * 1024 * 1024 - 4, "RG0202"},
    {"", "# a comment\n", "a: 1", 500000, NULL},
    {"", "\n", "a: 1", 5000000, NULL},
    {"a: |\n", "  [[[[ {{{{\n", "", 500000, NULL},
    {"", "%TAG !a! x\n", "--- a", 500000, "RG0213"},
    {"a: 1\n...\n", "%TAG !a! x\n", "--- a", 500000, "RG0215"},
    {"", "k: 1\n", "", 90000, "RG0210"},
    {"", "- *a\n", "", 90000, "RG0217"},
    {"", "- !a b\n", "", 90000, "RG0212"},
    {"", "- \"\\a\"\n", "", 90000, "RG0206"},
    {"a: [\n", "b,\n", "]", 90000, "RG0220"},
    {"a: '", "\a", "'", 1000000, "RG0205"},
    {"a: '", "\xff", "'", 1000000, "RG0204"},
    {"a: '", "\xff.", "'", 1000000, "RG0204"},
    {"", "- |\n", "x", 90000, "RG0207"},
};

static void make_text(const struct limit *limit, rung_buffer *buffer)
{
    rung_write(&buffer->sink, rung_text_of(limit->before));
    for (size_t i = 0; i < limit->times; i++)
        rung_write(&buffer->sink, rung_text_of(limit->part));
    rung_write(&buffer->sink, rung_text_of(limit->after));
}

static void test_limits(void **state)
{
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(limits); i++) {
        rung_buffer buffer;
        rung_buffer_init(&buffer, NULL);
        make_text(&limits[i], &buffer);
        test_load load = {.rules = {"made", rung_buffer_text(&buffer)}};
        double start = seconds();
        test_load_yaml(&load);
        const char *code = load.diagnostics.errors ? load.diagnostics.list.at[0].kind->code : "";
        const char *expected = limits[i].code ? limits[i].code : "";
        if (strcmp(code, expected) != 0 || seconds() - start > 10)
            fail_msg("%zu times %s: %s after %f s, not %s", limits[i].times, limits[i].part, code,
                     seconds() - start, expected);
        test_release(&load);
        rung_buffer_release(&buffer);
    }
}

/* Names of anchors and keys are looked up; whatever they are, that is quick. */
static void test_many_names(void **state)
{
    (void)state;
    rung_buffer buffer;
    rung_buffer_init(&buffer, NULL);
    for (int i = 0; i < 49000; i++)
        rung_print(&buffer.sink, "k%d: &a%d %d\nl%d: *a%d\n", i, i, i, i, i);
    test_load load = {.rules = {"made", rung_buffer_text(&buffer)}};
    double start = seconds();
    test_load_yaml(&load);
    assert_true(seconds() - start < 10);
    assert_int_equal(load.status, RUNG_OK);
    assert_int_equal(load.datum->map.count, 98000);
    assert_int_equal(rung_datum_get(load.datum, "l48999")->integer, 48999);
    test_release(&load);
    rung_buffer_release(&buffer);
}

/* --- Places -------------------------------------------------------------------------------------
 * In every style of scalar, each word of the value is found in the source where the map says. */

struct places {
    test_load load;
    size_t words;
};

static void check_word(const rung_expr_text *text, size_t start, size_t end)
{
    rung_span span = content_expr_span(text, start, end);
    rung_text word = {text->text.at + start, end - start};
    rung_text found = {text->source->text.at + span.start, span.end - span.start};
    if (!rung_text_equal(word, found))
        fail_msg("%.*s is said to be at %.*s", (int)word.size, word.at, (int)found.size, found.at);
}

static bool is_letter(char c)
{
    return c != ' ' && c != '\n' && c != '\t';
}

static void check_scalar(struct places *places, const rung_datum *scalar)
{
    rung_expr_text text = content_expr_text(&places->load.arena, scalar);
    for (size_t i = 0; i < scalar->text.size; i++) {
        size_t start = i;
        while (i < scalar->text.size && is_letter(scalar->text.at[i]))
            i++;
        if (i == start)
            continue;
        check_word(&text, start, i);
        places->words++;
    }
}

static void places_body(void *ctx)
{
    struct places *places = ctx;
    const rung_datum *map = places->load.datum;
    for (size_t i = 0; i < map->map.count; i++)
        check_scalar(places, map->map.entries[i].value);
}

static void test_places(void **state)
{
    (void)state;
    static const char text[] = "plain: one two\n"
                               "plain lines: one\n"
                               "   two # comment\n"
                               "wide: é 漢字 two\n"
                               "single: 'one two'\n"
                               "single lines: 'one\n"
                               "\n"
                               "\n"
                               "   two '\n"
                               "double: \"one two\"\n"
                               "double lines: \"one \\\n"
                               "   two   three\n"
                               "\n"
                               "  four \\n \\t \\x20 five\\\n"
                               "  \\ six\"\n"
                               "literal: |\n"
                               "   one\n"
                               "     two\n"
                               "\n"
                               "   three  four\n"
                               "folded: >-  # comment\n"
                               "   one\n"
                               "   two\n"
                               "\n"
                               "     three\n"
                               "       four\n"
                               "indented: |2+\n"
                               "     one\n"
                               "  two\n"
                               "crlf: \"one\r\n"
                               "  two\"\r\n"
                               "anchor: &a one two\n"
                               "anchor lines: &b\n"
                               "  # comment\n"
                               "  one two\n";
    struct places places = {.load.rules = {"made", rung_text_of(text)}};
    test_load_yaml(&places.load);
    assert_int_equal(places.load.status, RUNG_OK);
    assert_int_equal(rung_guard(&places.load.arena, places_body, &places), RUNG_OK);
    assert_int_equal(places.words, 35);
    test_release(&places.load);
}

/* --- Names ----------------------------------------------------------------------------------- */

static rung_text last_seen;

static void check_order(void *ctx, const void *thing)
{
    rung_text name = rung_text_of(thing);
    assert_true(rung_text_compare(last_seen, name) < 0);
    last_seen = name;
    ++*(size_t *)ctx;
}

static void names_body(void *ctx)
{
    rung_arena *arena = ctx;
    content_names names = {0};
    size_t count = 0;
    for (unsigned i = 0; i < 2000; i++) {
        const char *name = rung_format(arena, "%u", i * 7919 % 2000);
        assert_null(content_names_get(&names, rung_text_of(name)));
        content_names_set(arena, &names, rung_text_of(name), name);
        assert_ptr_equal(content_names_get(&names, rung_text_of(name)), name);
    }
    content_names_set(arena, &names, RUNG_TEXT("17"), "17");
    last_seen = (rung_text){0};
    content_names_each(&names, check_order, &count);
    assert_int_equal(count, 2000);
}

static void test_names(void **state)
{
    (void)state;
    rung_arena arena;
    rung_arena_init(&arena, NULL);
    assert_int_equal(rung_guard(&arena, names_body, &arena), RUNG_OK);
    rung_arena_release(&arena);
}

/* --- Memory runs out ------------------------------------------------------------------------- */

static void test_memory_runs_out(void **state)
{
    (void)state;
    rung_buffer buffer;
    rung_buffer_init(&buffer, NULL);
    for (int i = 0; i < 2000; i++)
        rung_print(&buffer.sink, "key%d: &a%d [\"text\", *a%d, {b: !x c}]\n", i, i, i / 2);
    test_load load = {.rules = {"made", rung_buffer_text(&buffer)}};
    test_memory memory;
    size_t n = 1;
    do {
        test_memory_init(&memory, n++);
        rung_arena_init(&load.arena, &memory.hook);
        test_load_yaml(&load);
        assert_int_equal(load.status,
                         memory.calls < memory.fail_at ? RUNG_INVALID : RUNG_NO_MEMORY);
        test_release(&load);
        assert_int_equal(memory.alive, 0);
    } while (memory.calls >= memory.fail_at);
    assert_true(n > 8);
    rung_buffer_release(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),      cmocka_unit_test(test_suite),
        cmocka_unit_test(test_hostile),    cmocka_unit_test(test_limits),
        cmocka_unit_test(test_many_names), cmocka_unit_test(test_places),
        cmocka_unit_test(test_names),      cmocka_unit_test(test_memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
