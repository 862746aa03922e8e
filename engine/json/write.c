#include "json/json.h"

#include <assert.h>
#include <math.h>

void rung_json_init(rung_json *json, rung_sink *sink, int indent)
{
    *json = (rung_json){.sink = sink, .indent = indent};
}

static void new_line(rung_json *json)
{
    if (json->indent == 0)
        return;
    rung_write(json->sink, RUNG_TEXT("\n"));
    for (int i = json->depth * json->indent; i > 0; i--)
        rung_write(json->sink, RUNG_TEXT(" "));
}

/* What stands before a key, or before a value in an array. */
static void next_item(rung_json *json)
{
    bool *first = &json->first[json->depth - 1];
    if (!*first)
        rung_write(json->sink, RUNG_TEXT(","));
    *first = false;
    new_line(json);
}

static void before_value(rung_json *json)
{
    assert(json->after_key == (json->depth && json->in_object[json->depth - 1]) &&
           "a value in an object has a key");
    if (json->depth && !json->after_key)
        next_item(json);
    json->after_key = false;
}

static void open(rung_json *json, bool object)
{
    before_value(json);
    assert(json->depth < RUNG_JSON_MAX_NESTING);
    rung_write(json->sink, rung_text_of(object ? "{" : "["));
    json->first[json->depth] = true;
    json->in_object[json->depth] = object;
    json->depth++;
}

static void close(rung_json *json, bool object)
{
    assert(json->depth && json->in_object[json->depth - 1] == object && !json->after_key);
    json->depth--;
    if (!json->first[json->depth])
        new_line(json);
    rung_write(json->sink, rung_text_of(object ? "}" : "]"));
}

void rung_json_object(rung_json *json)
{
    open(json, true);
}

void rung_json_end_object(rung_json *json)
{
    close(json, true);
}

void rung_json_array(rung_json *json)
{
    open(json, false);
}

void rung_json_end_array(rung_json *json)
{
    close(json, false);
}

/* --- Strings --------------------------------------------------------------------------------- */

static void write_unit(rung_sink *sink, unsigned unit)
{
    rung_print(sink, "\\u%04x", unit);
}

static void write_escaped(rung_sink *sink, int32_t code)
{
    static const char *const short_forms[] = {
        ['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n",  ['\f'] = "\\f",
        ['\r'] = "\\r", ['"'] = "\\\"", ['\\'] = "\\\\",
    };
    if (code < 0) {
        rung_write(sink, RUNG_TEXT("\xEF\xBF\xBD"));
    } else if ((size_t)code < RUNG_COUNT(short_forms) && short_forms[code]) {
        rung_write(sink, rung_text_of(short_forms[code]));
    } else if (code < 0x10000) {
        write_unit(sink, (unsigned)code);
    } else {
        write_unit(sink, 0xD800 + ((unsigned)(code - 0x10000) >> 10));
        write_unit(sink, 0xDC00 + ((unsigned)(code - 0x10000) & 0x3FF));
    }
}

static bool plain_byte(char c)
{
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

static void write_string(rung_sink *sink, rung_text text)
{
    const char *at = text.at, *end = text.size ? text.at + text.size : text.at, *run = at;

    rung_write(sink, RUNG_TEXT("\""));
    while (at < end) {
        if (plain_byte(*at)) {
            at++;
            continue;
        }
        const char *start = at;
        int32_t code = rung_utf8_next(&at, end);
        if (code > '~' && !rung_char_unsafe(code))
            continue;
        rung_write(sink, (rung_text){run, (size_t)(start - run)});
        write_escaped(sink, code);
        run = at;
    }
    rung_write(sink, (rung_text){run, (size_t)(end - run)});
    rung_write(sink, RUNG_TEXT("\""));
}

void rung_json_key(rung_json *json, const char *key)
{
    assert(json->depth && json->in_object[json->depth - 1] && !json->after_key);
    next_item(json);
    write_string(json->sink, rung_text_of(key));
    rung_write(json->sink, rung_text_of(json->indent ? ": " : ":"));
    json->after_key = true;
}

void rung_json_text(rung_json *json, rung_text text)
{
    before_value(json);
    write_string(json->sink, text);
}

void rung_json_string(rung_json *json, const char *z)
{
    if (z)
        rung_json_text(json, rung_text_of(z));
    else
        rung_json_null(json);
}

/* --- Other values ---------------------------------------------------------------------------- */

static void write_word(rung_json *json, rung_text word)
{
    before_value(json);
    rung_write(json->sink, word);
}

void rung_json_double(rung_json *json, double value)
{
    char number[RUNG_NUMBER_SIZE];
    rung_text text = {number, rung_number_format(value, number)};
    if (rung_text_is(text, "-0"))
        text = RUNG_TEXT("-0.0"); /* readers take "-0" for an integer and lose the sign */
    if (isfinite(value))
        write_word(json, text);
    else
        rung_json_text(json, text);
}

void rung_json_int(rung_json *json, int64_t value)
{
    before_value(json);
    rung_print(json->sink, "%lld", (long long)value);
}

void rung_json_bool(rung_json *json, bool value)
{
    write_word(json, rung_text_of(value ? "true" : "false"));
}

void rung_json_null(rung_json *json)
{
    write_word(json, RUNG_TEXT("null"));
}

static void write_map(rung_json *json, const rung_datum *datum)
{
    rung_json_object(json);
    for (size_t i = 0; i < datum->map.count; i++) {
        rung_json_key(json, datum->map.entries[i].key.at);
        rung_json_datum(json, datum->map.entries[i].value);
    }
    rung_json_end_object(json);
}

static void write_list(rung_json *json, const rung_datum *datum)
{
    rung_json_array(json);
    for (size_t i = 0; i < datum->list.count; i++)
        rung_json_datum(json, datum->list.items[i]);
    rung_json_end_array(json);
}

void rung_json_datum(rung_json *json, const rung_datum *datum)
{
    switch (datum->kind) {
    case RUNG_DATUM_NULL:
        rung_json_null(json);
        break;
    case RUNG_DATUM_BOOL:
        rung_json_bool(json, datum->boolean);
        break;
    case RUNG_DATUM_INT:
        rung_json_int(json, datum->integer);
        break;
    case RUNG_DATUM_DOUBLE:
        rung_json_double(json, datum->real);
        break;
    case RUNG_DATUM_STRING:
        rung_json_text(json, datum->text);
        break;
    case RUNG_DATUM_LIST:
        write_list(json, datum);
        break;
    case RUNG_DATUM_MAP:
        write_map(json, datum);
        break;
    }
}
