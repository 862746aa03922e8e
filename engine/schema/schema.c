/* The schema of a file, and of each kind of map in it. */
#include "schema/schema_private.h"

#include <assert.h>
#include <string.h>

void schema_string(rung_json *json, const char *key, const char *value)
{
    rung_json_key(json, key);
    rung_json_string(json, value);
}

void schema_number(rung_json *json, const char *key, double value)
{
    rung_json_key(json, key);
    rung_json_double(json, value);
}

void schema_bool(rung_json *json, const char *key, bool value)
{
    rung_json_key(json, key);
    rung_json_bool(json, value);
}

schema_slug schema_slug_of(const rung_format_map *map, bool with_article)
{
    schema_slug slug = {0};
    const char *noun = rung_format_noun(map), *blank = strchr(noun, ' ');
    if (!with_article && blank && blank - noun <= 2)
        noun = blank + 1;
    assert(strlen(noun) < sizeof slug.text);
    for (size_t i = 0; noun[i]; i++)
        slug.text[i] = noun[i] == ' ' ? '-' : noun[i];
    return slug;
}

/* --- Maps ------------------------------------------------------------------------------------ */

static bool depends_on_type(const rung_format_key *key)
{
    return key->types || key->shape == RUNG_SHAPE_ANSWER;
}

static bool has_types(const rung_format_map *map)
{
    for (size_t i = 0; i < rung_format_key_count(map); i++)
        if (rung_format_key_at(map, i).types)
            return true;
    return false;
}

/* Of the keys that belong to some of these question types; 0: to every map. */
static void write_required(rung_json *json, const rung_format_map *map, unsigned types)
{
    rung_json_key(json, "required");
    rung_json_array(json);
    for (size_t i = 0; i < rung_format_key_count(map); i++) {
        rung_format_key key = rung_format_key_at(map, i);
        if (key.required && (types ? (key.types & types) != 0 : key.types == 0))
            rung_json_string(json, key.name);
    }
    rung_json_end_array(json);
}

/* What holds whatever the type is. */
static void write_common(rung_json *json, const rung_format_map *map)
{
    rung_json_key(json, "properties");
    rung_json_object(json);
    for (size_t i = 0; i < rung_format_key_count(map); i++) {
        rung_format_key key = rung_format_key_at(map, i);
        if (depends_on_type(&key))
            continue;
        rung_json_key(json, key.name);
        schema_value(json, &key, RUNG_QUESTION_TYPE_COUNT);
    }
    rung_json_end_object(json);
    write_required(json, map, 0);
}

/* The keys of questions of these types, and no others. What is told elsewhere is only let through:
 * editors offer what has a schema of its own. */
static void write_keys_of(rung_json *json, const rung_format_map *map, unsigned types,
                          rung_question_type type)
{
    rung_json_key(json, "properties");
    rung_json_object(json);
    for (size_t i = 0; i < rung_format_key_count(map); i++) {
        rung_format_key key = rung_format_key_at(map, i);
        if (key.types && !(key.types & types))
            continue;
        rung_json_key(json, key.name);
        if (depends_on_type(&key) && type != RUNG_QUESTION_TYPE_COUNT)
            schema_value(json, &key, type);
        else
            rung_json_bool(json, true);
    }
    rung_json_end_object(json);
    schema_bool(json, "additionalProperties", false);
}

/* If `type` is one of these. */
static void write_if(rung_json *json, unsigned types)
{
    rung_json_key(json, "if");
    rung_json_object(json);
    rung_json_key(json, "properties");
    rung_json_object(json);
    rung_json_key(json, "type");
    rung_json_object(json);
    rung_json_key(json, "enum");
    rung_json_array(json);
    for (int type = 0; type < RUNG_QUESTION_TYPE_COUNT; type++)
        if ((types >> type) & 1)
            rung_json_string(json, rung_question_type_name((rung_question_type)type));
    rung_json_end_array(json);
    rung_json_end_object(json);
    rung_json_end_object(json);
    rung_json_key(json, "required");
    rung_json_array(json);
    rung_json_string(json, "type");
    rung_json_end_array(json);
    rung_json_end_object(json);
}

static void write_type(rung_json *json, const rung_format_map *map, rung_question_type type)
{
    rung_json_object(json);
    write_if(json, 1U << type);
    rung_json_key(json, "then");
    rung_json_object(json);
    write_keys_of(json, map, 1U << type, type);
    write_required(json, map, 1U << type);
    rung_json_end_object(json);
    rung_json_end_object(json);
}

/* Without a type, or with one that is wrong, only keys that no type has are known to be wrong. */
static void write_no_type(rung_json *json, const rung_format_map *map)
{
    unsigned all = (1U << RUNG_QUESTION_TYPE_COUNT) - 1;
    rung_json_object(json);
    write_if(json, all);
    rung_json_key(json, "else");
    rung_json_object(json);
    write_keys_of(json, map, all, RUNG_QUESTION_TYPE_COUNT);
    rung_json_end_object(json);
    rung_json_end_object(json);
}

void schema_map(rung_json *json, const rung_format_map *map)
{
    write_common(json, map);
    if (!has_types(map)) {
        schema_bool(json, "additionalProperties", false);
        return;
    }
    rung_json_key(json, "allOf");
    rung_json_array(json);
    for (int type = 0; type < RUNG_QUESTION_TYPE_COUNT; type++)
        write_type(json, map, (rung_question_type)type);
    write_no_type(json, map);
    rung_json_end_array(json);
}

/* --- The file -------------------------------------------------------------------------------- */

/* Maps that stand in lists, by their nouns; the others stand where they are used. */
static void write_definitions(rung_json *json, const rung_format_map *map)
{
    for (size_t i = 0; i < rung_format_key_count(map); i++) {
        rung_format_key key = rung_format_key_at(map, i);
        if (!key.map)
            continue;
        if (key.shape != RUNG_SHAPE_MAP) {
            rung_json_key(json, schema_slug_of(key.map, false).text);
            rung_json_object(json);
            schema_string(json, "type", "object");
            schema_map(json, key.map);
            rung_json_end_object(json);
        }
        write_definitions(json, key.map);
    }
}

/* What the file says it is: the one word that its key `format` takes. */
static const char *format_name(const rung_format_map *map)
{
    for (size_t i = 0; i < rung_format_key_count(map); i++) {
        rung_format_key key = rung_format_key_at(map, i);
        if (strcmp(key.name, "format") == 0)
            return key.words[0].at;
    }
    return rung_format_noun(map);
}

void rung_schema_write(rung_sink *sink, rung_file_kind kind)
{
    const rung_format_map *map = rung_format_of(kind);
    rung_json json;
    assert(map);
    rung_json_init(&json, sink, 2);
    rung_json_object(&json);
    schema_string(&json, "$schema", "http://json-schema.org/draft-07/schema#");
    schema_string(&json, "title", format_name(map));
    schema_string(&json, "type", "object");
    schema_map(&json, map);
    rung_json_key(&json, "definitions");
    rung_json_object(&json);
    write_definitions(&json, map);
    rung_json_end_object(&json);
    rung_json_end_object(&json);
    rung_write(sink, RUNG_TEXT("\n"));
}
