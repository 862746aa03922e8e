/* rung-report/1: the scorecard for programs. Fields and their order are the format's; titles,
 * "blocked-by", "exact" and "remarks" are additions that it allows. */
#include "report/machine.h"

#include "report/plan_machine.h"

static void write_result(rung_json *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    const rung_rung_score *aim = card->aim;
    rung_json_key(json, "target");
    rung_json_string(json, card->target_known ? rules->rungs[card->target].id : "");
    report_range_field(json, "score", aim->score);
    report_verdict_field(json, "verdict", rules, aim->verdict_low, aim->verdict_high);
    report_verdict_field(json, "verdict-by-score", rules, aim->verdict_by_score_low,
                         aim->verdict_by_score_high);
}

static void write_dimensions(rung_json *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    report_begin_array(json, "dimensions");
    for (size_t i = 0; i < rules->dimension_count; i++) {
        if (!card->aim->dimensions[i].counts)
            continue;
        rung_json_object(json);
        report_field(json, "id", rules->dimensions[i].id);
        report_field(json, "title", rules->dimensions[i].title);
        report_number_field(json, "weight", rules->dimensions[i].weight);
        report_range_field(json, "score", card->aim->dimensions[i].score);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

static void write_requirements(rung_json *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    report_begin_array(json, "requirements");
    for (size_t i = 0; i < rules->requirement_count; i++)
        if (card->aim->requirements[i].applies)
            report_write_requirement(json, rules, &rules->requirements[i],
                                     &card->aim->requirements[i]);
    rung_json_end_array(json);
    report_begin_array(json, "gaps");
    for (size_t i = 0; i < card->gap_count; i++)
        rung_json_string(json, rules->requirements[card->gaps[i]].id);
    rung_json_end_array(json);
}

static void write_ladder(rung_json *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    report_begin_array(json, "ladder");
    for (size_t i = 0; i < rules->rung_count; i++) {
        const rung_rung_score *score = &card->ladder[i];
        rung_json_object(json);
        report_field(json, "rung", rules->rungs[i].id);
        report_field(json, "title", rules->rungs[i].title);
        report_range_field(json, "score", score->score);
        report_verdict_field(json, "verdict", rules, score->verdict_low, score->verdict_high);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

static void write_context(rung_json *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    report_begin_array(json, "specialisations");
    for (size_t i = 0; i < rules->specialisation_count; i++) {
        rung_json_object(json);
        report_field(json, "id", rules->specialisations[i].id);
        report_field(json, "title", rules->specialisations[i].title);
        report_range_field(json, "fit", card->fits[i]);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
    report_begin_array(json, "notes");
    for (size_t i = 0; i < card->note_count; i++) {
        rung_json_object(json);
        report_field(json, "id", rules->notes[card->notes[i]].id);
        report_field(json, "title", rules->notes[card->notes[i]].title);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

static void write_problems(rung_arena *arena, rung_json *json, const rung_scorecard *card)
{
    report_begin_array(json, "problems");
    for (size_t i = 0; i < card->problem_count; i++)
        rung_json_string(json, rung_format(arena, "%s: %s", card->problems[i].where,
                                           rung_eval_error_text(card->problems[i].error)));
    rung_json_end_array(json);
}

void rung_report_json(rung_arena *arena, const rung_scorecard *scorecard,
                      const rung_report_subject *subject, int indent, rung_sink *sink)
{
    report_write_json(arena, scorecard, NULL, subject, indent, sink);
}

void report_write_json(rung_arena *arena, const rung_scorecard *scorecard, const rung_plan *plan,
                       const rung_report_subject *subject, int indent, rung_sink *sink)
{
    rung_json json;
    rung_json_init(&json, sink, indent);
    rung_json_object(&json);
    report_field(&json, "format", "rung-report/1");
    report_write_role(&json, scorecard->role->rules);
    report_write_session(&json, subject, scorecard->complete);
    write_result(&json, scorecard);
    write_dimensions(&json, scorecard);
    write_requirements(&json, scorecard);
    write_ladder(&json, scorecard);
    write_context(&json, scorecard);
    if (plan)
        report_write_plan(&json, scorecard->role->rules, plan);
    report_write_questions(&json, "unanswered", scorecard, scorecard->unanswered,
                           scorecard->unanswered_count);
    report_write_questions(&json, "blocked-by", scorecard, scorecard->blocking,
                           scorecard->blocking_count);
    report_write_remarks(&json, scorecard->role->questionnaire, subject);
    report_write_ratings(&json, arena, scorecard);
    write_problems(arena, &json, scorecard);
    report_write_content(&json, scorecard->role);
    rung_json_end_object(&json);
}
