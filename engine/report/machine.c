/* rung-report/1: the scorecard for programs. Fields and their order are the format's; titles,
 * "blocked-by" and "exact" are additions that it allows. */
#include "report/report.h"

static void field(rung_json *json, const char *key, const char *value)
{
    rung_json_key(json, key);
    rung_json_string(json, value ? value : "");
}

static void number_field(rung_json *json, const char *key, double value)
{
    rung_json_key(json, key);
    rung_json_double(json, value);
}

static void bool_field(rung_json *json, const char *key, bool value)
{
    rung_json_key(json, key);
    rung_json_bool(json, value);
}

static void range_field(rung_json *json, const char *key, rung_range range)
{
    rung_json_key(json, key);
    rung_json_object(json);
    number_field(json, "low", range.low);
    number_field(json, "high", range.high);
    rung_json_end_object(json);
}

static void verdict_field(rung_json *json, const char *key, const rung_rules *rules, size_t low,
                          size_t high)
{
    rung_json_key(json, key);
    rung_json_object(json);
    field(json, "low", rules->verdicts[low].id);
    field(json, "high", rules->verdicts[high].id);
    rung_json_end_object(json);
}

/* RFC 3339, or "" where there is no time. */
static void time_field(rung_json *json, const char *key, int64_t milliseconds)
{
    char time[RUNG_TIME_SIZE] = "";
    if (milliseconds)
        rung_time_format(milliseconds, time);
    field(json, key, time);
}

static void begin_array(rung_json *json, const char *key)
{
    rung_json_key(json, key);
    rung_json_array(json);
}

/* --- Parts ----------------------------------------------------------------------------------- */
static void write_role(rung_json *json, const rung_rules *rules)
{
    rung_json_key(json, "role");
    rung_json_object(json);
    field(json, "id", rules->id);
    field(json, "title", rules->title);
    rung_json_end_object(json);
}

static void write_session(rung_json *json, const rung_report_subject *subject, bool complete)
{
    rung_json_key(json, "session");
    rung_json_object(json);
    field(json, "id", subject->id);
    field(json, "name", subject->name);
    time_field(json, "started", subject->started);
    time_field(json, "updated", subject->updated);
    bool_field(json, "complete", complete);
    rung_json_end_object(json);
}

static void write_result(rung_json *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    const rung_rung_score *aim = card->aim;
    rung_json_key(json, "target");
    rung_json_string(json, card->target_known ? rules->rungs[card->target].id : "");
    range_field(json, "score", aim->score);
    verdict_field(json, "verdict", rules, aim->verdict_low, aim->verdict_high);
    verdict_field(json, "verdict-by-score", rules, aim->verdict_by_score_low,
                  aim->verdict_by_score_high);
}

static void write_dimensions(rung_json *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    begin_array(json, "dimensions");
    for (size_t i = 0; i < rules->dimension_count; i++) {
        if (!card->aim->dimensions[i].counts)
            continue;
        rung_json_object(json);
        field(json, "id", rules->dimensions[i].id);
        field(json, "title", rules->dimensions[i].title);
        number_field(json, "weight", rules->dimensions[i].weight);
        range_field(json, "score", card->aim->dimensions[i].score);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

static void write_evidence(rung_json *json, unsigned evidence)
{
    begin_array(json, "evidence");
    for (unsigned kind = RUNG_EVIDENCE_NONE + 1; kind < RUNG_EVIDENCE_COUNT; kind++)
        if (evidence & 1u << kind)
            rung_json_string(json, rung_evidence_name(kind));
    rung_json_end_array(json);
}

static void write_requirement(rung_json *json, const rung_rules *rules,
                              const rung_requirement *requirement,
                              const rung_requirement_score *score)
{
    rung_json_object(json);
    field(json, "id", requirement->id);
    field(json, "title", requirement->title);
    field(json, "dimension", rules->dimensions[requirement->dimension].id);
    field(json, "need", rung_need_name(score->need));
    rung_json_key(json, "importance");
    rung_json_int(json, requirement->importance);
    number_field(json, "target", score->target);
    range_field(json, "attained", score->attained);
    range_field(json, "gap", score->gap);
    range_field(json, "loss", score->loss);
    write_evidence(json, requirement->evidence);
    field(json, "basis", requirement->documented ? "documented" : "judgement");
    field(json, "source", requirement->source);
    bool_field(json, "exact", score->exact);
    rung_json_end_object(json);
}

static void write_requirements(rung_json *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    begin_array(json, "requirements");
    for (size_t i = 0; i < rules->requirement_count; i++)
        if (card->aim->requirements[i].applies)
            write_requirement(json, rules, &rules->requirements[i], &card->aim->requirements[i]);
    rung_json_end_array(json);
    begin_array(json, "gaps");
    for (size_t i = 0; i < card->gap_count; i++)
        rung_json_string(json, rules->requirements[card->gaps[i]].id);
    rung_json_end_array(json);
}

static void write_ladder(rung_json *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    begin_array(json, "ladder");
    for (size_t i = 0; i < rules->rung_count; i++) {
        const rung_rung_score *score = &card->ladder[i];
        rung_json_object(json);
        field(json, "rung", rules->rungs[i].id);
        field(json, "title", rules->rungs[i].title);
        range_field(json, "score", score->score);
        verdict_field(json, "verdict", rules, score->verdict_low, score->verdict_high);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

static void write_context(rung_json *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    begin_array(json, "specialisations");
    for (size_t i = 0; i < rules->specialisation_count; i++) {
        rung_json_object(json);
        field(json, "id", rules->specialisations[i].id);
        field(json, "title", rules->specialisations[i].title);
        range_field(json, "fit", card->fits[i]);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
    begin_array(json, "notes");
    for (size_t i = 0; i < card->note_count; i++) {
        rung_json_object(json);
        field(json, "id", rules->notes[card->notes[i]].id);
        field(json, "title", rules->notes[card->notes[i]].title);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

static void write_questions(rung_json *json, const char *key, const rung_scorecard *card,
                            const size_t *questions, size_t count)
{
    begin_array(json, key);
    for (size_t i = 0; i < count; i++)
        rung_json_string(json, card->role->questionnaire->questions[questions[i]].id);
    rung_json_end_array(json);
}

static void write_problems(rung_arena *arena, rung_json *json, const rung_scorecard *card)
{
    begin_array(json, "problems");
    for (size_t i = 0; i < card->problem_count; i++)
        rung_json_string(json, rung_format(arena, "%s: %s", card->problems[i].where,
                                           rung_eval_error_text(card->problems[i].error)));
    rung_json_end_array(json);
}

static void write_content(rung_json *json, const rung_role *role)
{
    rung_json_key(json, "content");
    rung_json_object(json);
    field(json, "questionnaire", role->questionnaire->digest.hex);
    field(json, "rules", role->rules->digest.hex);
    rung_json_end_object(json);
}

void rung_report_json(rung_arena *arena, const rung_scorecard *scorecard,
                      const rung_report_subject *subject, int indent, rung_sink *sink)
{
    rung_json json;
    rung_json_init(&json, sink, indent);
    rung_json_object(&json);
    field(&json, "format", "rung-report/1");
    write_role(&json, scorecard->role->rules);
    write_session(&json, subject, scorecard->complete);
    write_result(&json, scorecard);
    write_dimensions(&json, scorecard);
    write_requirements(&json, scorecard);
    write_ladder(&json, scorecard);
    write_context(&json, scorecard);
    write_questions(&json, "unanswered", scorecard, scorecard->unanswered,
                    scorecard->unanswered_count);
    write_questions(&json, "blocked-by", scorecard, scorecard->blocking, scorecard->blocking_count);
    write_problems(arena, &json, scorecard);
    write_content(&json, scorecard->role);
    rung_json_end_object(&json);
}
