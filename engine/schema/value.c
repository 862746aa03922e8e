/* The schema of what stands behind a key, by its shape. */
#include "schema/schema_private.h"

#include <stdio.h>

typedef void shape_writer(rung_json *json, const rung_format_key *key);

/* By the key's shape. */
static shape_writer write_shape;

/* Up to NULL. */
static void write_types(rung_json *json, const char *const *types)
{
    rung_json_key(json, "type");
    rung_json_array(json);
    for (; *types; types++)
        rung_json_string(json, *types);
    rung_json_end_array(json);
}

/* A list or a map that may be left out may also be empty without brackets. */
static void write_container(rung_json *json, const rung_format_key *key, const char *type)
{
    if (key->required)
        schema_string(json, "type", type);
    else
        write_types(json, (const char *const[]){type, "null", NULL});
}

/* One of several ways, up to NULL. */
static void write_choice(rung_json *json, shape_writer *const *writers, const rung_format_key *key)
{
    rung_json_key(json, "anyOf");
    rung_json_array(json);
    for (size_t i = 0; writers[i]; i++) {
        rung_json_object(json);
        writers[i](json, key);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

/* --- Texts ----------------------------------------------------------------------------------- */

static void write_not_blank(rung_json *json)
{
    schema_string(json, "pattern", "\\S");
}

static void write_text(rung_json *json, const rung_format_key *key)
{
    (void)key;
    schema_string(json, "type", "string");
    write_not_blank(json);
}

static void write_scalar(rung_json *json, const rung_format_key *key)
{
    (void)key;
    write_types(json, (const char *const[]){"string", "number", NULL});
    write_not_blank(json);
}

static void write_enum(rung_json *json, const rung_format_key *key)
{
    rung_json_key(json, "enum");
    rung_json_array(json);
    for (size_t i = 0; i < key->word_count; i++)
        rung_json_text(json, key->words[i]);
    rung_json_end_array(json);
}

static void write_id_form(rung_json *json, char joint)
{
    schema_string(json, "pattern",
                  joint == '_' ? "^[a-z][a-z0-9]*(_[a-z0-9]+)*$" : "^[a-z0-9]+(-[a-z0-9]+)*$");
    schema_number(json, "maxLength", RUNG_CONTENT_MAX_ID);
}

static void write_name(rung_json *json, const rung_format_key *key)
{
    schema_string(json, "type", "string");
    write_id_form(json, key->joint);
}

static void write_id(rung_json *json, const rung_format_key *key)
{
    write_name(json, key);
    if (!key->words)
        return;
    rung_json_key(json, "not");
    rung_json_object(json);
    write_enum(json, key);
    rung_json_end_object(json);
}

static void write_condition(rung_json *json, const rung_format_key *key)
{
    (void)key;
    write_types(json, (const char *const[]){"string", "boolean", NULL});
    write_not_blank(json);
}

static void write_expression(rung_json *json, const rung_format_key *key)
{
    (void)key;
    write_types(json, (const char *const[]){"string", "number", "boolean", NULL});
    write_not_blank(json);
}

static void write_bool(rung_json *json, const rung_format_key *key)
{
    (void)key;
    schema_string(json, "type", "boolean");
}

/* --- Numbers --------------------------------------------------------------------------------- */

static void write_bounds(rung_json *json, const rung_format_key *key)
{
    schema_number(json, key->above ? "exclusiveMinimum" : "minimum", key->least);
    schema_number(json, "maximum", key->most);
}

static void write_number(rung_json *json, const rung_format_key *key)
{
    schema_string(json, "type", "number");
    write_bounds(json, key);
}

static void write_whole(rung_json *json, const rung_format_key *key)
{
    schema_string(json, "type", "integer");
    write_bounds(json, key);
}

/* --- Lists ----------------------------------------------------------------------------------- */

static void write_items_of(rung_json *json, const rung_format_key *key, shape_writer *item)
{
    rung_json_key(json, "items");
    rung_json_object(json);
    item(json, key);
    rung_json_end_object(json);
}

static void write_list(rung_json *json, const rung_format_key *key, shape_writer *item)
{
    write_container(json, key, "array");
    if (key->required)
        schema_number(json, "minItems", 1);
    if (key->most_items)
        schema_number(json, "maxItems", (double)key->most_items);
    write_items_of(json, key, item);
}

static void write_pair(rung_json *json, const rung_format_key *key)
{
    schema_string(json, "type", "array");
    schema_number(json, "minItems", 2);
    schema_number(json, "maxItems", 2);
    write_items_of(json, key, key->whole ? write_whole : write_number);
}

static void write_range(rung_json *json, const rung_format_key *key)
{
    write_container(json, key, "array");
    schema_number(json, "minItems", 1);
    schema_number(json, "maxItems", 2);
    write_items_of(json, key, write_number);
}

static void write_texts(rung_json *json, const rung_format_key *key)
{
    write_list(json, key, write_text);
}

static void write_names(rung_json *json, const rung_format_key *key)
{
    write_list(json, key, write_name);
}

static void write_reference(rung_json *json, const rung_format_key *key)
{
    char address[128] = "#/definitions/";
    schema_slug slug = schema_slug_of(key->map, false);
    size_t size = sizeof "#/definitions/" - 1;
    for (size_t i = 0; slug.text[i]; i++)
        address[size++] = slug.text[i];
    schema_string(json, "$ref", address);
}

static void write_bare_item(rung_json *json, const rung_format_key *key)
{
    write_choice(json, (shape_writer *const[]){write_reference, write_text, NULL}, key);
}

static void write_items(rung_json *json, const rung_format_key *key)
{
    write_list(json, key, key->bare ? write_bare_item : write_reference);
}

/* --- Maps ------------------------------------------------------------------------------------ */

/* From ids to values. */
static void write_map_of(rung_json *json, const rung_format_key *key, shape_writer *value)
{
    rung_json_key(json, "propertyNames");
    rung_json_object(json);
    write_id_form(json, key->joint);
    rung_json_end_object(json);
    rung_json_key(json, "additionalProperties");
    rung_json_object(json);
    value(json, key);
    rung_json_end_object(json);
}

static void write_full_list(rung_json *json, const rung_format_key *key)
{
    rung_format_key list = *key;
    list.required = true;
    write_items(json, &list);
}

static void write_lists(rung_json *json, const rung_format_key *key)
{
    write_container(json, key, "object");
    write_map_of(json, key, write_full_list);
}

static void write_levels(rung_json *json, const rung_format_key *key)
{
    write_container(json, key, "object");
    write_map_of(json, key, write_number);
}

/* Editors offer what stands under `properties`, but some of them see a number in a key such as
 * `1`, and find it only under `patternProperties`. */
static void write_level_texts(rung_json *json, const rung_format_key *key)
{
    static const char *const holders[] = {"properties", "patternProperties"};
    write_container(json, key, "object");
    for (size_t i = 0; i < RUNG_COUNT(holders); i++) {
        rung_json_key(json, holders[i]);
        rung_json_object(json);
        for (int level = (int)key->least; level <= key->most; level++) {
            char name[32];
            snprintf(name, sizeof name, i == 0 ? "%d" : "^%d$", level);
            rung_json_key(json, name);
            rung_json_object(json);
            write_text(json, key);
            rung_json_end_object(json);
        }
        rung_json_end_object(json);
    }
    schema_bool(json, "additionalProperties", false);
}

static void write_map(rung_json *json, const rung_format_key *key)
{
    write_container(json, key, "object");
    schema_map(json, key->map);
}

/* --- Values of questions --------------------------------------------------------------------- */

/* An option's id; one of digits alone may stand without quotes. */
static void write_option(rung_json *json, const rung_format_key *key)
{
    (void)key;
    write_types(json, (const char *const[]){"string", "integer", NULL});
    write_not_blank(json);
}

static void write_options(rung_json *json, const rung_format_key *key)
{
    schema_string(json, "type", "array");
    write_items_of(json, key, write_option);
}

static void write_any_integer(rung_json *json, const rung_format_key *key)
{
    (void)key;
    schema_string(json, "type", "integer");
}

static void write_any_number(rung_json *json, const rung_format_key *key)
{
    (void)key;
    schema_string(json, "type", "number");
}

static void write_empty(rung_json *json, const rung_format_key *key)
{
    (void)key;
    schema_string(json, "const", "");
}

static void write_unknown(rung_json *json, const rung_format_key *key)
{
    (void)key;
    schema_string(json, "const", "unknown");
}

/* Without one the question is unanswered. */
static void write_scalar_value(rung_json *json, const rung_format_key *key)
{
    (void)key;
    write_types(json, (const char *const[]){"string", "number", "boolean", "null", NULL});
}

/* Of a question that the schema does not know. */
static void write_any_value(rung_json *json, const rung_format_key *key)
{
    write_choice(json, (shape_writer *const[]){write_scalar_value, write_options, NULL}, key);
}

static void write_answers(rung_json *json, const rung_format_key *key)
{
    write_container(json, key, "object");
    write_map_of(json, key, write_any_value);
}

/* What a question that is not asked can count as, besides `unknown`. */
static void write_unasked(rung_json *json, const rung_format_key *key, rung_question_type type)
{
    static shape_writer *const writers[RUNG_QUESTION_TYPE_COUNT] = {
        [RUNG_QUESTION_CHOICE] = write_text,       [RUNG_QUESTION_CHOICES] = write_options,
        [RUNG_QUESTION_SCALE] = write_any_integer, [RUNG_QUESTION_NUMBER] = write_any_number,
        [RUNG_QUESTION_YES_NO] = write_bool,       [RUNG_QUESTION_TEXT] = write_empty,
    };
    write_choice(json, (shape_writer *const[]){write_unknown, writers[type], NULL}, key);
}

/* --- By shape -------------------------------------------------------------------------------- */

static shape_writer *const writers[RUNG_SHAPE_COUNT] = {
    [RUNG_SHAPE_TEXT] = write_text,
    [RUNG_SHAPE_SCALAR] = write_scalar,
    [RUNG_SHAPE_ID] = write_id,
    [RUNG_SHAPE_NAME] = write_name,
    [RUNG_SHAPE_WORD] = write_enum,
    [RUNG_SHAPE_BOOL] = write_bool,
    [RUNG_SHAPE_NUMBER] = write_number,
    [RUNG_SHAPE_WHOLE] = write_whole,
    [RUNG_SHAPE_CONDITION] = write_condition,
    [RUNG_SHAPE_EXPRESSION] = write_expression,
    [RUNG_SHAPE_ANSWER] = write_any_value,
    [RUNG_SHAPE_PAIR] = write_pair,
    [RUNG_SHAPE_RANGE] = write_range,
    [RUNG_SHAPE_TEXTS] = write_texts,
    [RUNG_SHAPE_NAMES] = write_names,
    [RUNG_SHAPE_ITEMS] = write_items,
    [RUNG_SHAPE_LISTS] = write_lists,
    [RUNG_SHAPE_LEVELS] = write_levels,
    [RUNG_SHAPE_LEVEL_TEXTS] = write_level_texts,
    [RUNG_SHAPE_ANSWERS] = write_answers,
    [RUNG_SHAPE_MAP] = write_map,
};

static void write_shape(rung_json *json, const rung_format_key *key)
{
    writers[key->shape](json, key);
}

static void write_by_rung_map(rung_json *json, const rung_format_key *key)
{
    schema_string(json, "type", "object");
    write_map_of(json, key, write_shape);
}

/* One value for all rungs, a map of values by rung, or an expression. */
static void write_by_rung(rung_json *json, const rung_format_key *key)
{
    shape_writer *const ways[] = {write_shape, write_by_rung_map, write_text, NULL};
    write_choice(json, ways, key);
}

void schema_value(rung_json *json, const rung_format_key *key, rung_question_type type)
{
    rung_json_object(json);
    schema_string(json, "description", key->about);
    if (key->by_rung)
        write_by_rung(json, key);
    else if (key->shape == RUNG_SHAPE_ANSWER && type != RUNG_QUESTION_TYPE_COUNT)
        write_unasked(json, key, type);
    else
        write_shape(json, key);
    rung_json_end_object(json);
}
