#include "bindings.h"

#include "report/report.h"

#include <math.h>

/* --- Values ---------------------------------------------------------------------------------- */
void cli_write_result(rung_arena *arena, rung_json *json, const rung_value *value)
{
    rung_json_object(json);
    rung_json_key(json, "value");
    rung_report_value(json, value);
    rung_json_key(json, "type");
    rung_json_string(json, rung_type_name(arena, value->type));
    rung_json_end_object(json);
}

/* --- Bindings: {"x": {"type": "list(int)", "value": [1]}} ------------------------------------ */
static bool read_type(rung_text name, rung_type *out)
{
    static const struct {
        const char *name;
        rung_type_base base;
    } bases[] = {{"bool", RUNG_TYPE_BOOL},
                 {"int", RUNG_TYPE_INT},
                 {"double", RUNG_TYPE_DOUBLE},
                 {"string", RUNG_TYPE_STRING},
                 {"", RUNG_TYPE_NONE}};
    static const rung_text list = {"list(", 5};
    out->lists = 0;
    while (rung_text_starts(name, list) && name.at[name.size - 1] == ')' && out->lists < 8) {
        name = (rung_text){name.at + list.size, name.size - list.size - 1};
        out->lists++;
    }
    for (size_t i = 0; i < RUNG_COUNT(bases); i++)
        if (rung_text_is(name, bases[i].name)) {
            out->base = bases[i].base;
            return out->base != RUNG_TYPE_NONE || out->lists > 0;
        }
    return false;
}

/* Numbers that JSON cannot write come as strings. */
static bool read_double(const rung_datum *datum, double *out)
{
    static const struct {
        const char *name;
        double value;
    } names[] = {{"NaN", NAN}, {"Infinity", INFINITY}, {"-Infinity", -INFINITY}};
    if (datum->kind == RUNG_DATUM_INT)
        *out = (double)datum->integer;
    else if (datum->kind == RUNG_DATUM_DOUBLE)
        *out = datum->real;
    for (size_t i = 0; datum->kind == RUNG_DATUM_STRING && i < RUNG_COUNT(names); i++)
        if (rung_text_is(datum->text, names[i].name)) {
            *out = names[i].value;
            return true;
        }
    return datum->kind == RUNG_DATUM_INT || datum->kind == RUNG_DATUM_DOUBLE;
}

static bool read_value(rung_arena *arena, const rung_datum *datum, rung_type type, rung_value *out);

static bool read_list(rung_arena *arena, const rung_datum *datum, rung_type type, rung_value *out)
{
    if (datum->kind != RUNG_DATUM_LIST || datum->list.count > RUNG_EXPR_MAX_LIST)
        return false;
    rung_value *items = rung_new_array(arena, rung_value, datum->list.count);
    rung_type item = {type.base, type.lists - 1};
    for (size_t i = 0; i < datum->list.count; i++)
        if (!read_value(arena, datum->list.items[i], item, &items[i]))
            return false;
    out->list.items = items;
    out->list.count = datum->list.count;
    return true;
}

static bool read_value(rung_arena *arena, const rung_datum *datum, rung_type type, rung_value *out)
{
    out->type = type;
    if (type.lists > 0)
        return read_list(arena, datum, type, out);
    switch (type.base) {
    case RUNG_TYPE_BOOL:
        out->boolean = datum->kind == RUNG_DATUM_BOOL && datum->boolean;
        return datum->kind == RUNG_DATUM_BOOL;
    case RUNG_TYPE_INT:
        out->integer = datum->kind == RUNG_DATUM_INT ? datum->integer : 0;
        return datum->kind == RUNG_DATUM_INT;
    case RUNG_TYPE_DOUBLE:
        return read_double(datum, &out->real);
    case RUNG_TYPE_STRING:
        out->string = datum->text;
        return datum->kind == RUNG_DATUM_STRING;
    default:
        return false;
    }
}

/* NULL, or what is wrong. */
static const char *read_binding(rung_arena *arena, const rung_entry *entry, rung_variable *out)
{
    const rung_datum *type = NULL, *value = NULL;
    if (entry->value->kind == RUNG_DATUM_MAP) {
        type = rung_datum_get(entry->value, "type");
        value = rung_datum_get(entry->value, "value");
    }
    rung_value *constant = rung_new(arena, rung_value);
    int size = (int)entry->key.size;
    if (!type || !value)
        return rung_format(arena, "the binding of %.*s needs a \"type\" and a \"value\"", size,
                           entry->key.at);
    if (type->kind != RUNG_DATUM_STRING || !read_type(type->text, &constant->type))
        return rung_format(arena,
                           "the type of %.*s is not known: write bool, int, double, string "
                           "or list(...)",
                           size, entry->key.at);
    if (!read_value(arena, value, constant->type, constant))
        return rung_format(arena, "the value of %.*s is no %s", size, entry->key.at,
                           rung_type_name(arena, constant->type));
    *out = (rung_variable){.name = entry->key, .kind = RUNG_VARIABLE_VALUE, .value = constant};
    return NULL;
}

const char *cli_read_bindings(rung_arena *arena, const rung_datum *map, rung_scope *out)
{
    *out = (rung_scope){0};
    if (!map)
        return NULL;
    if (map->kind != RUNG_DATUM_MAP)
        return "\"bindings\" is not an object";
    rung_variable *variables = rung_new_array(arena, rung_variable, map->map.count);
    for (size_t i = 0; i < map->map.count; i++) {
        const char *problem = read_binding(arena, &map->map.entries[i], &variables[i]);
        if (problem)
            return problem;
    }
    *out = (rung_scope){.variables = variables, .count = map->map.count, .visible = map->map.count};
    return NULL;
}
