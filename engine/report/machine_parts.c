/* What the documents for programs have in common: fields, and objects that stand in several. */
#include "report/machine.h"

void report_field(rung_json *json, const char *key, const char *value)
{
    rung_json_key(json, key);
    rung_json_string(json, value ? value : "");
}

void report_written_field(rung_json *json, const char *key, const char *written)
{
    rung_json_key(json, key);
    if (written)
        rung_json_string(json, written);
    else
        rung_json_null(json);
}

void report_number_field(rung_json *json, const char *key, double value)
{
    rung_json_key(json, key);
    rung_json_double(json, value);
}

void report_bool_field(rung_json *json, const char *key, bool value)
{
    rung_json_key(json, key);
    rung_json_bool(json, value);
}

void report_range_field(rung_json *json, const char *key, rung_range range)
{
    rung_json_key(json, key);
    rung_json_object(json);
    report_number_field(json, "low", range.low);
    report_number_field(json, "high", range.high);
    rung_json_end_object(json);
}

void report_verdict_field(rung_json *json, const char *key, const rung_rules *rules, size_t low,
                          size_t high)
{
    rung_json_key(json, key);
    rung_json_object(json);
    report_field(json, "low", rules->verdicts[low].id);
    report_field(json, "high", rules->verdicts[high].id);
    rung_json_end_object(json);
}

/* RFC 3339, or "" where there is no time. */
static void time_field(rung_json *json, const char *key, int64_t milliseconds)
{
    char time[RUNG_TIME_SIZE] = "";
    if (milliseconds)
        rung_time_format(milliseconds, time);
    report_field(json, key, time);
}

void report_begin_array(rung_json *json, const char *key)
{
    rung_json_key(json, key);
    rung_json_array(json);
}

void report_write_role(rung_json *json, const rung_rules *rules)
{
    rung_json_key(json, "role");
    rung_json_object(json);
    report_field(json, "id", rules->id);
    report_field(json, "title", rules->title);
    rung_json_end_object(json);
}

void report_write_session(rung_json *json, const rung_report_subject *subject, bool complete)
{
    rung_json_key(json, "session");
    rung_json_object(json);
    report_field(json, "id", subject->id);
    report_field(json, "name", subject->name);
    time_field(json, "started", subject->started);
    time_field(json, "updated", subject->updated);
    report_bool_field(json, "complete", complete);
    rung_json_end_object(json);
}

static void write_evidence(rung_json *json, unsigned evidence)
{
    report_begin_array(json, "evidence");
    for (unsigned kind = RUNG_EVIDENCE_NONE + 1; kind < RUNG_EVIDENCE_COUNT; kind++)
        if (evidence & 1u << kind)
            rung_json_string(json, rung_evidence_name(kind));
    rung_json_end_array(json);
}

void report_write_requirement(rung_json *json, const rung_rules *rules,
                              const rung_requirement *requirement,
                              const rung_requirement_score *score)
{
    rung_json_object(json);
    report_field(json, "id", requirement->id);
    report_field(json, "title", requirement->title);
    report_field(json, "dimension", rules->dimensions[requirement->dimension].id);
    report_field(json, "need", rung_need_name(score->need));
    rung_json_key(json, "importance");
    rung_json_int(json, requirement->importance);
    report_number_field(json, "target", score->target);
    report_range_field(json, "attained", score->attained);
    report_range_field(json, "gap", score->gap);
    report_range_field(json, "loss", score->loss);
    write_evidence(json, requirement->evidence);
    report_field(json, "basis", requirement->documented ? "documented" : "judgement");
    report_field(json, "source", requirement->source);
    report_bool_field(json, "exact", score->exact);
    rung_json_end_object(json);
}

void report_write_questions(rung_json *json, const char *key, const rung_scorecard *card,
                            const size_t *questions, size_t count)
{
    report_begin_array(json, key);
    for (size_t i = 0; i < count; i++)
        rung_json_string(json, card->role->questionnaire->questions[questions[i]].id);
    rung_json_end_array(json);
}

void report_write_content(rung_json *json, const rung_role *role)
{
    rung_json_key(json, "content");
    rung_json_object(json);
    report_field(json, "questionnaire", role->questionnaire->digest.hex);
    report_field(json, "rules", role->rules->digest.hex);
    rung_json_end_object(json);
}
