#include "show.h"

#include <math.h>

static void string_member(rung_json *json, const char *key, const char *value)
{
    rung_json_key(json, key);
    rung_json_string(json, value);
}

/* What is not given is null. */
static void number_member(rung_json *json, const char *key, double value)
{
    rung_json_key(json, key);
    if (isnan(value) || isinf(value))
        rung_json_null(json);
    else
        rung_json_double(json, value);
}

static void rung_members(rung_json *json, const rung_rung *rung)
{
    string_member(json, "id", rung->id);
    string_member(json, "title", rung->title);
    if (rung->has_years) {
        rung_json_key(json, "years");
        rung_json_object(json);
        number_member(json, "least", rung->years[0]);
        number_member(json, "most", rung->years[1]);
        rung_json_end_object(json);
    }
    if (rung->has_pay) {
        rung_json_key(json, "pay");
        rung_json_object(json);
        number_member(json, "median", rung->pay_median);
        number_member(json, "average", rung->pay_average);
        string_member(json, "currency", rung->currency);
        rung_json_end_object(json);
    }
    rung_json_key(json, "focus");
    rung_json_array(json);
    for (size_t i = 0; i < rung->focus_count; i++)
        rung_json_string(json, rung->focus[i]);
    rung_json_end_array(json);
}

static void rungs(rung_json *json, const rung_rules *rules)
{
    rung_json_key(json, "rungs");
    rung_json_array(json);
    for (size_t i = 0; i < rules->rung_count; i++) {
        rung_json_object(json);
        rung_members(json, &rules->rungs[i]);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

static void facts(rung_json *json, const rung_rules *rules)
{
    rung_json_key(json, "facts");
    rung_json_array(json);
    for (size_t i = 0; i < rules->fact_count; i++) {
        rung_json_object(json);
        string_member(json, "label", rules->facts[i].label);
        string_member(json, "value", rules->facts[i].value);
        string_member(json, "source", rules->facts[i].source);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

static void dimensions(rung_json *json, const rung_rules *rules)
{
    rung_json_key(json, "dimensions");
    rung_json_array(json);
    for (size_t i = 0; i < rules->dimension_count; i++) {
        rung_json_object(json);
        string_member(json, "id", rules->dimensions[i].id);
        string_member(json, "title", rules->dimensions[i].title);
        number_member(json, "weight", rules->dimensions[i].weight);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

void cli_asked_json(rung_arena *arena, rung_json *json, const rung_role *role,
                    const rung_requirement *one)
{
    rung_json_key(json, "asked");
    rung_json_object(json);
    for (size_t i = 0; i < role->rules->rung_count; i++) {
        cli_asked asked = cli_asked_at(arena, role, one, i);
        rung_json_key(json, role->rules->rungs[i].id);
        rung_json_object(json);
        rung_json_key(json, "applies");
        if (asked.always || asked.never)
            rung_json_bool(json, asked.always);
        else
            rung_json_null(json);
        number_member(json, "target", asked.has_target ? asked.target : NAN);
        string_member(json, "need", asked.has_need ? rung_need_name(asked.need) : NULL);
        rung_json_end_object(json);
    }
    rung_json_end_object(json);
}

static void requirements(rung_arena *arena, rung_json *json, const rung_role *role)
{
    const rung_rules *rules = role->rules;
    rung_json_key(json, "requirements");
    rung_json_array(json);
    for (size_t i = 0; i < rules->requirement_count; i++) {
        const rung_requirement *one = &rules->requirements[i];
        rung_json_object(json);
        string_member(json, "id", one->id);
        string_member(json, "title", one->title);
        string_member(json, "dimension", rules->dimensions[one->dimension].id);
        number_member(json, "importance", one->importance);
        cli_asked_json(arena, json, role, one);
        string_member(json, "source", one->source);
        string_member(json, "basis", one->documented ? "documented" : "judgement");
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

static void related(rung_json *json, const rung_rules *rules)
{
    rung_json_key(json, "related");
    rung_json_array(json);
    for (size_t i = 0; i < rules->related_count; i++) {
        rung_json_object(json);
        string_member(json, "id", rules->related[i].id);
        string_member(json, "title", rules->related[i].title);
        string_member(json, "text", rules->related[i].text);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

void cli_show_json(cli *run, const rung_role *role)
{
    const rung_rules *rules = role->rules;
    rung_json json;
    rung_json_init(&json, &run->out, 2);
    rung_json_object(&json);
    string_member(&json, "id", rules->id);
    string_member(&json, "title", rules->title);
    string_member(&json, "summary", rules->summary);
    string_member(&json, "questionnaire", role->questionnaire->id);
    rungs(&json, rules);
    facts(&json, rules);
    dimensions(&json, rules);
    requirements(&run->arena, &json, role);
    related(&json, rules);
    cli_questions_json(&run->arena, &json, role->questionnaire);
    rung_json_end_object(&json);
    rung_write(&run->out, RUNG_TEXT("\n"));
}
