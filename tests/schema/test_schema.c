/* The schemas hold every key where editors look for it, and the tables tell every key. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "json/json.h"
#include "schema/schema.h"

static const rung_file_kind kinds[] = {RUNG_FILE_QUESTIONNAIRE, RUNG_FILE_RULES};

/* --- Keys in the schema ---------------------------------------------------------------------- */

static size_t keys_found;
static const rung_datum *definitions;

static const rung_datum *follow(const rung_datum *schema)
{
    static const char head[] = "#/definitions/";
    const rung_datum *reference = rung_datum_get(schema, "$ref");
    assert_non_null(reference);
    assert_memory_equal(reference->text.at, head, sizeof head - 1);
    const rung_datum *found = rung_datum_get(definitions, reference->text.at + sizeof head - 1);
    assert_non_null(found);
    return found;
}

/* What completion offers: the key has a schema of its own that says what it is. */
static void check_offered(const rung_datum *properties, const rung_format_key *key)
{
    const rung_datum *value = rung_datum_get(properties, key->name);
    if (!value || value->kind != RUNG_DATUM_MAP)
        fail_msg("`%s` is not offered", key->name);
    assert_string_equal(rung_datum_get(value, "description")->text.at, key->about);
    keys_found++;
}

static void check_absent(const rung_datum *properties, const rung_format_key *key)
{
    if (rung_datum_get(properties, key->name))
        fail_msg("`%s` is offered where it does not belong", key->name);
}

/* A key of some question types: under the condition of each of them, and no other. */
static void check_typed(const rung_datum *map, const rung_format_key *key)
{
    const rung_datum *branches = rung_datum_get(map, "allOf");
    check_absent(rung_datum_get(map, "properties"), key);
    for (size_t type = 0; type < RUNG_QUESTION_TYPE_COUNT; type++) {
        const rung_datum *then = rung_datum_get(branches->list.items[type], "then");
        const rung_datum *properties = rung_datum_get(then, "properties");
        if ((key->types >> type) & 1)
            check_offered(properties, key);
        else
            check_absent(properties, key);
    }
}

static void check_map(const rung_datum *schema, const rung_format_map *map);

static void check_nested(const rung_datum *value, const rung_format_key *key)
{
    if (key->shape == RUNG_SHAPE_MAP)
        check_map(value, key->map);
    else if (key->shape == RUNG_SHAPE_LISTS)
        check_map(follow(rung_datum_get(rung_datum_get(value, "additionalProperties"), "items")),
                  key->map);
    else if (key->bare)
        check_map(follow(rung_datum_get(rung_datum_get(value, "items"), "anyOf")->list.items[0]),
                  key->map);
    else
        check_map(follow(rung_datum_get(value, "items")), key->map);
}

static void check_map(const rung_datum *schema, const rung_format_map *map)
{
    const rung_datum *properties = rung_datum_get(schema, "properties");
    for (size_t i = 0; i < rung_format_key_count(map); i++) {
        rung_format_key key = rung_format_key_at(map, i);
        if (key.types) {
            check_typed(schema, &key);
            continue;
        }
        if (key.shape != RUNG_SHAPE_ANSWER) /* told by each type */
            check_offered(properties, &key);
        if (key.map)
            check_nested(rung_datum_get(properties, key.name), &key);
    }
}

struct reading {
    rung_arena arena;
    rung_source source;
    const rung_datum *schema;
};

static void read_schema(void *ctx)
{
    struct reading *reading = ctx;
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &reading->arena);
    reading->schema = rung_json_read(&reading->arena, &reading->source, &diagnostics);
}

static void test_keys_are_offered(void **state)
{
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(kinds); i++) {
        struct reading reading = {0};
        rung_buffer buffer;
        rung_buffer_init(&buffer, NULL);
        rung_schema_write(&buffer.sink, kinds[i]);
        reading.source = (rung_source){"schema", rung_buffer_text(&buffer)};
        assert_int_equal(rung_guard(&reading.arena, read_schema, &reading), RUNG_OK);
        assert_non_null(reading.schema);
        definitions = rung_datum_get(reading.schema, "definitions");
        keys_found = 0;
        check_map(reading.schema, rung_format_of(kinds[i]));
        assert_true(keys_found > 30);
        rung_arena_release(&reading.arena);
        rung_buffer_release(&buffer);
    }
}

/* --- The tables ------------------------------------------------------------------------------ */

static void check_told(rung_text page, const rung_format_map *map)
{
    char wanted[200];
    snprintf(wanted, sizeof wanted, "### %s\n\n| key |", rung_format_noun(map));
    wanted[4] = (char)(wanted[4] - 'a' + 'A');
    if (!rung_text_contains(page, rung_text_of(wanted)))
        fail_msg("the tables do not say: %s", wanted);
    for (size_t i = 0; i < rung_format_key_count(map); i++) {
        rung_format_key key = rung_format_key_at(map, i);
        const char *mark = key.required ? "**" : "";
        snprintf(wanted, sizeof wanted, "| %s`%s`%s | ", mark, key.name, mark);
        if (!rung_text_contains(page, rung_text_of(wanted)))
            fail_msg("the tables do not say: %s", wanted);
        if (key.map)
            check_told(page, key.map);
    }
}

static void test_keys_are_told(void **state)
{
    (void)state;
    rung_buffer buffer;
    rung_buffer_init(&buffer, NULL);
    for (size_t i = 0; i < RUNG_COUNT(kinds); i++)
        rung_schema_tables(&buffer.sink, kinds[i]);
    for (size_t i = 0; i < RUNG_COUNT(kinds); i++)
        check_told(rung_buffer_text(&buffer), rung_format_of(kinds[i]));
    assert_false(rung_text_contains(rung_buffer_text(&buffer), RUNG_TEXT("(null)")));
    rung_buffer_release(&buffer);
}

/* --- Sinks that fail ------------------------------------------------------------------------- */

static bool write_some(void *ctx, const char *bytes, size_t size)
{
    size_t *left = ctx;
    (void)bytes;
    if (size > *left)
        return false;
    *left -= size;
    return true;
}

static void test_full_sink(void **state)
{
    (void)state;
    for (size_t room = 0; room < 20000; room += 97)
        for (size_t i = 0; i < RUNG_COUNT(kinds); i++) {
            size_t left = room, also_left = room / 4;
            rung_sink sink = {.write = write_some, .ctx = &left};
            rung_sink other = {.write = write_some, .ctx = &also_left};
            rung_schema_write(&sink, kinds[i]);
            rung_schema_tables(&other, kinds[i]);
            assert_true(sink.failed || room > 10000);
            assert_true(other.failed || room > 8000);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_are_offered),
        cmocka_unit_test(test_keys_are_told),
        cmocka_unit_test(test_full_sink),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
