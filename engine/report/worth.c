/* What expressions come to, as text and as JSON. */
#include "report/report.h"

void rung_report_value(rung_json *json, const rung_value *value)
{
    if (value->type.lists > 0) {
        rung_json_array(json);
        for (size_t i = 0; i < value->list.count; i++)
            rung_report_value(json, &value->list.items[i]);
        rung_json_end_array(json);
        return;
    }
    switch (value->type.base) {
    case RUNG_TYPE_BOOL:
        rung_json_bool(json, value->boolean);
        break;
    case RUNG_TYPE_INT:
        rung_json_int(json, value->integer);
        break;
    case RUNG_TYPE_DOUBLE:
        rung_json_double(json, value->real);
        break;
    case RUNG_TYPE_STRING:
        rung_json_text(json, value->string);
        break;
    case RUNG_TYPE_NONE:
        rung_json_null(json);
    }
}

/* As JSON has it, which expressions read as well. */
static void write_value(rung_sink *sink, const rung_value *value)
{
    rung_json json;
    rung_json_init(&json, sink, 0);
    rung_report_value(&json, value);
}

static void write_strings(rung_sink *sink, const rung_worth *worth)
{
    if (worth->string_count == 0)
        rung_write(sink, RUNG_TEXT("open"));
    for (size_t i = 0; i < worth->string_count; i++) {
        rung_value value = {.type = {RUNG_TYPE_STRING, 0}, .string = worth->strings[i]};
        bool last = i + 1 == worth->string_count;
        rung_write(sink, rung_text_of(i == 0 ? "" : last ? " or " : ", "));
        write_value(sink, &value);
    }
}

void rung_report_worth(rung_sink *sink, const rung_worth *worth)
{
    switch (worth->kind) {
    case RUNG_WORTH_VALUE:
        write_value(sink, &worth->low);
        break;
    case RUNG_WORTH_RANGE:
        write_value(sink, &worth->low);
        rung_write(sink, RUNG_TEXT(" .. "));
        write_value(sink, &worth->high);
        rung_write(sink, rung_text_of(worth->can_fail ? ", or no value" : ""));
        break;
    case RUNG_WORTH_OPEN:
        write_strings(sink, worth);
        break;
    case RUNG_WORTH_NONE:
        rung_print(sink, "no value: %s", rung_eval_error_text(worth->error));
    }
}

const char *rung_report_worth_text(rung_arena *arena, const rung_worth *worth)
{
    rung_memory memory = rung_arena_memory(arena);
    rung_buffer buffer;
    rung_buffer_init(&buffer, &memory);
    rung_report_worth(&buffer.sink, worth);
    return rung_copy(arena, rung_buffer_text(&buffer));
}

static void value_member(rung_json *json, const char *key, const rung_value *value)
{
    rung_json_key(json, key);
    rung_report_value(json, value);
}

static void range_members(rung_json *json, const rung_worth *worth)
{
    value_member(json, "low", &worth->low);
    value_member(json, "high", &worth->high);
    rung_json_key(json, "can_fail");
    rung_json_bool(json, worth->can_fail);
}

static void strings_member(rung_json *json, const rung_worth *worth)
{
    rung_json_key(json, "values");
    if (worth->string_count == 0) {
        rung_json_null(json);
        return;
    }
    rung_json_array(json);
    for (size_t i = 0; i < worth->string_count; i++)
        rung_json_text(json, worth->strings[i]);
    rung_json_end_array(json);
}

void rung_report_worth_members(rung_json *json, const rung_worth *worth)
{
    switch (worth->kind) {
    case RUNG_WORTH_VALUE:
        value_member(json, "value", &worth->low);
        break;
    case RUNG_WORTH_RANGE:
        range_members(json, worth);
        break;
    case RUNG_WORTH_OPEN:
        strings_member(json, worth);
        break;
    case RUNG_WORTH_NONE:
        rung_json_key(json, "error");
        rung_json_string(json, rung_eval_error_text(worth->error));
    }
}
