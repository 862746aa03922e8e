#include "json/json.h"

#include <jansson.h>

enum {
#define KIND(name, ...) name,
#include "json/message_list.h"
#undef KIND
};

const rung_diagnostic_kind rung_json_messages[] = {
#define KIND RUNG_KIND
#include "json/message_list.h"
#undef KIND
};
const size_t rung_json_message_count = RUNG_COUNT(rung_json_messages);

/* --- From jansson's tree to ours ------------------------------------------------------------- */

struct conversion {
    rung_arena *arena;
    rung_span whole;
    const json_t *root;
    const rung_datum *out;
    bool too_deep;
};

static const rung_datum *convert(struct conversion *run, const json_t *json, int depth);

static void convert_array(struct conversion *run, const json_t *json, int depth, rung_datum *out)
{
    size_t count = json_array_size(json);
    const rung_datum **items = rung_new_array(run->arena, const rung_datum *, count);
    for (size_t i = 0; i < count; i++)
        items[i] = convert(run, json_array_get(json, i), depth + 1);
    out->kind = RUNG_DATUM_LIST;
    out->list.items = items;
    out->list.count = count;
}

static void convert_object(struct conversion *run, const json_t *json, int depth, rung_datum *out)
{
    json_t *object = (json_t *)json; /* iterating wants it, and changes nothing */
    rung_entry *entries = rung_new_array(run->arena, rung_entry, json_object_size(json));
    size_t count = 0;
    for (void *at = json_object_iter(object); at; at = json_object_iter_next(object, at)) {
        rung_text key = rung_text_of(json_object_iter_key(at));
        key.at = rung_copy(run->arena, key);
        const rung_datum *value = convert(run, json_object_iter_value(at), depth + 1);
        entries[count++] = (rung_entry){key, run->whole, value};
    }
    out->kind = RUNG_DATUM_MAP;
    out->map.entries = entries;
    out->map.count = count;
}

static void convert_scalar(struct conversion *run, const json_t *json, rung_datum *out)
{
    char number[RUNG_NUMBER_SIZE];
    rung_text text;

    switch (json_typeof(json)) {
    case JSON_STRING:
        out->kind = RUNG_DATUM_STRING;
        text = (rung_text){json_string_value(json), json_string_length(json)};
        break;
    case JSON_INTEGER:
        out->kind = RUNG_DATUM_INT;
        out->integer = json_integer_value(json);
        text = rung_text_of(
            rung_format(run->arena, "%" JSON_INTEGER_FORMAT, json_integer_value(json)));
        break;
    case JSON_REAL:
        out->kind = RUNG_DATUM_DOUBLE;
        out->real = json_real_value(json);
        text = (rung_text){number, rung_number_format(out->real, number)};
        break;
    case JSON_TRUE:
    case JSON_FALSE:
        out->kind = RUNG_DATUM_BOOL;
        out->boolean = json_is_true(json);
        text = rung_text_of(out->boolean ? "true" : "false");
        break;
    default:
        out->kind = RUNG_DATUM_NULL;
        text = RUNG_TEXT("null");
        break;
    }
    out->text = (rung_text){rung_copy(run->arena, text), text.size};
}

static const rung_datum *convert(struct conversion *run, const json_t *json, int depth)
{
    rung_datum *out = rung_new(run->arena, rung_datum);
    out->span = run->whole;
    bool nests = json_is_array(json) || json_is_object(json);
    if (nests && depth >= RUNG_JSON_MAX_DEPTH)
        run->too_deep = true;
    else if (json_is_array(json))
        convert_array(run, json, depth, out);
    else if (json_is_object(json))
        convert_object(run, json, depth, out);
    else
        convert_scalar(run, json, out);
    return out;
}

static void convert_root(void *ctx)
{
    struct conversion *run = ctx;
    run->out = convert(run, run->root, 0);
}

/* --- Mistakes -------------------------------------------------------------------------------- */

static void report_error(rung_arena *arena, const rung_source *source, const json_error_t *error,
                         rung_diagnostics *diagnostics)
{
    uint32_t size = (uint32_t)source->text.size;
    uint32_t at = error->position > 0 ? (uint32_t)error->position : 0;
    rung_span span = {source, at < size ? at : size, at < size ? at : size};

    switch (json_error_code(error)) {
    case json_error_out_of_memory:
        rung_out_of_memory(arena);
    case json_error_duplicate_key:
        rung_report(diagnostics, &rung_json_messages[DUPLICATE_KEY], span);
        break;
    case json_error_numeric_overflow:
        rung_report(diagnostics, &rung_json_messages[NUMBER_TOO_LARGE], span);
        break;
    case json_error_null_character:
    case json_error_null_byte_in_key:
        rung_report(diagnostics, &rung_json_messages[HOLDS_NUL], span);
        break;
    case json_error_stack_overflow:
        rung_report(diagnostics, &rung_json_messages[TOO_DEEP], span, RUNG_JSON_MAX_DEPTH);
        break;
    default:
        rung_report(diagnostics, &rung_json_messages[NOT_JSON], span, error->text);
        break;
    }
}

const rung_datum *rung_json_read(rung_arena *arena, const rung_source *source,
                                 rung_diagnostics *diagnostics)
{
    json_error_t error;
    rung_text text = source->text;
    /* Some editors put a byte order mark in front; it says nothing about UTF-8. */
    size_t mark = rung_text_starts(text, RUNG_TEXT("\xEF\xBB\xBF")) ? 3 : 0;
    const char *bytes = text.at ? text.at + mark : "";
    json_t *root =
        json_loadb(bytes, text.size - mark, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    if (!root) {
        error.position += (int)mark;
        report_error(arena, source, &error, diagnostics);
        return NULL;
    }

    rung_span whole = {source, 0, (uint32_t)source->text.size};
    struct conversion run = {.arena = arena, .whole = whole, .root = root};
    rung_status status = rung_guard(arena, convert_root, &run);
    json_decref(root);
    if (status)
        rung_out_of_memory(arena);
    if (!run.too_deep)
        return run.out;
    rung_report(diagnostics, &rung_json_messages[TOO_DEEP], whole, RUNG_JSON_MAX_DEPTH);
    return NULL;
}
