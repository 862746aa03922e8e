/* `rung-explain/1`: the same facts for programs. */
#include "report/explain.h"
#include "report/machine.h"

static const char *const states[] = {
    [RUNG_ANSWERED] = "answered",
    [RUNG_UNANSWERED] = "unanswered",
    [RUNG_NOT_ASKED] = "not-asked",
    [RUNG_UNDECIDED] = "undecided",
};

/* --- All three ------------------------------------------------------------------------------- */
static const char *rung_id(const rung_rules *rules, size_t rung)
{
    return rung == RUNG_NO_RUNG ? "" : rules->rungs[rung].id;
}

static void begin(rung_json *json, const report_build *build, size_t rung, const char *about)
{
    const rung_scorecard *card = build->card;
    rung_json_object(json);
    report_field(json, "format", "rung-explain/1");
    report_field(json, "about", about);
    report_write_role(json, build->rules);
    report_write_session(json, build->subject, card->complete);
    report_field(json, "target", card->target_known ? build->rules->rungs[card->target].id : "");
    report_field(json, "rung", rung_id(build->rules, rung));
    report_range_field(json, "score", build->aim->score);
    report_verdict_field(json, "verdict", build->rules, build->aim->verdict_low,
                         build->aim->verdict_high);
    report_verdict_field(json, "verdict-by-score", build->rules, build->aim->verdict_by_score_low,
                         build->aim->verdict_by_score_high);
    report_write_questions(json, "blocked-by", card, card->blocking, card->blocking_count);
}

/* --- The sum --------------------------------------------------------------------------------- */
static void write_dimension(rung_json *json, report_build *build, size_t dimension,
                            const double *points)
{
    const rung_dimension *one = &build->rules->dimensions[dimension];
    rung_json_object(json);
    report_field(json, "id", one->id);
    report_field(json, "title", one->title);
    report_number_field(json, "weight", one->weight);
    report_range_field(json, "score", build->aim->dimensions[dimension].score);
    report_begin_array(json, "losses");
    for (size_t r = 0; r < build->rules->requirement_count; r++) {
        const rung_requirement_score *score = &build->aim->requirements[r];
        if (!score->applies || build->rules->requirements[r].dimension != dimension)
            continue;
        rung_json_object(json);
        report_field(json, "requirement", build->rules->requirements[r].id);
        report_number_field(json, "points", points[r]);
        report_range_field(json, "fulfilment", score->fulfilment);
        report_range_field(json, "loss", score->loss);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
    rung_json_end_object(json);
}

void rung_report_score_json(rung_arena *arena, const rung_scorecard *scorecard, size_t rung,
                            const rung_report_subject *subject, int indent, rung_sink *sink)
{
    report_build *build = explain_begin(arena, scorecard, rung, subject);
    const double *points = explain_points(build);
    rung_json json;
    rung_json_init(&json, sink, indent);
    begin(&json, build, rung, "score");
    report_begin_array(&json, "dimensions");
    for (size_t d = 0; d < build->rules->dimension_count; d++)
        if (build->aim->dimensions[d].counts)
            write_dimension(&json, build, d, points);
    rung_json_end_array(&json);
    rung_json_end_object(&json);
}

/* --- One requirement ------------------------------------------------------------------------- */
static void write_traced(rung_arena *arena, rung_json *json, const rung_traced *one)
{
    rung_json_key(json, "expr");
    rung_json_text(json, one->text);
    report_field(json, "type", rung_type_name(arena, rung_program_type(one->program)));
    rung_report_worth_members(json, &one->worth);
}

/* null where a table by rung decides. */
static void write_expression(rung_arena *arena, rung_json *json, const char *key,
                             const rung_expression_trace *trace)
{
    rung_json_key(json, key);
    if (!trace) {
        rung_json_null(json);
        return;
    }
    rung_json_object(json);
    write_traced(arena, json, &trace->whole);
    report_field(json, "filled", explain_filled(arena, trace));
    report_begin_array(json, "steps");
    for (size_t i = 0; i < trace->step_count; i++) {
        rung_json_object(json);
        write_traced(arena, json, &trace->steps[i]);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
    report_bool_field(json, "more", trace->more);
    rung_json_end_object(json);
}

static void write_question(rung_json *json, const rung_report_why *why, size_t index)
{
    const rung_trace_question *one = &why->trace->questions[index];
    const rung_sheet *sheet = why->card->sheet;
    rung_json_object(json);
    report_field(json, "question", sheet->questionnaire->questions[one->question].id);
    report_field(json, "ask", sheet->questionnaire->questions[one->question].ask);
    report_bool_field(json, "direct", one->direct);
    report_field(json, "state", states[sheet->states[one->question]]);
    report_written_field(json, "answer", why->answers[index].said_written);
    report_written_field(json, "answer-text", why->answers[index].said);
    rung_report_worth_members(json, &one->worth);
    rung_json_end_object(json);
}

static const char *const change_ends[] = {
    [RUNG_CHANGE_FOUND] = "found",
    [RUNG_CHANGE_NONE] = "none",
    [RUNG_CHANGE_NOT_FOUND] = "not-found",
};

/* null where there is no gap. */
static void write_change(rung_json *json, const rung_report_why *why)
{
    const rung_questionnaire *content = why->card->sheet->questionnaire;
    rung_json_key(json, "change");
    if (!why->change) {
        rung_json_null(json);
        return;
    }
    rung_json_object(json);
    report_field(json, "end", change_ends[why->change->end]);
    report_bool_field(json, "smallest", why->change->smallest);
    rung_json_key(json, "at-least");
    rung_json_int(json, (int64_t)why->change->at_least);
    report_number_field(json, "steps", why->change->steps);
    report_begin_array(json, "answers");
    for (size_t i = 0; i < why->change->count; i++) {
        rung_json_object(json);
        report_field(json, "question", content->questions[why->changes[i].question].id);
        report_written_field(json, "before", why->changes[i].said_written);
        report_written_field(json, "after", why->changes[i].supposed_written);
        report_number_field(json, "steps", why->change->answers[i].steps);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
    rung_json_end_object(json);
}

static void write_place(rung_json *json, rung_span span)
{
    rung_place place = rung_locate(span.source, span.start);
    rung_json_key(json, "place");
    rung_json_object(json);
    report_field(json, "file", span.source->name);
    rung_json_key(json, "line");
    rung_json_int(json, place.line);
    rung_json_key(json, "column");
    rung_json_int(json, place.column);
    rung_json_end_object(json);
}

static void write_trace(rung_arena *arena, rung_json *json, const rung_report_why *why)
{
    const rung_trace *trace = why->trace;
    report_number_field(json, "dimension-share", trace->dimension_share);
    report_number_field(json, "importance-share", trace->importance_share);
    report_number_field(json, "points", trace->points);
    report_range_field(json, "fulfilment", trace->score->fulfilment);
    report_begin_array(json, "questions");
    for (size_t i = 0; i < trace->question_count; i++)
        write_question(json, why, i);
    rung_json_end_array(json);
    write_expression(arena, json, "attained", &trace->attained);
    write_expression(arena, json, "when", trace->when);
    write_expression(arena, json, "target", trace->target);
    write_expression(arena, json, "need", trace->need);
}

void rung_report_why_json(rung_arena *arena, const rung_report_why *why,
                          const rung_report_subject *subject, int indent, rung_sink *sink)
{
    report_build *build = explain_begin(arena, why->card, why->rung, subject);
    const rung_requirement *requirement = &build->rules->requirements[why->requirement];
    rung_json json;
    rung_json_init(&json, sink, indent);
    begin(&json, build, why->rung, "requirement");
    report_field(&json, "id", requirement->id);
    report_bool_field(&json, "applies", why->trace && why->trace->score->applies);
    rung_json_key(&json, "requirement");
    if (why->trace && why->trace->score->applies)
        report_write_requirement(&json, build->rules, requirement, why->trace->score);
    else
        rung_json_null(&json);
    rung_json_key(&json, "trace");
    if (why->trace) {
        rung_json_object(&json);
        write_trace(arena, &json, why);
        rung_json_end_object(&json);
    } else {
        rung_json_null(&json);
    }
    write_change(&json, why);
    write_place(&json, requirement->span);
    rung_json_end_object(&json);
}

/* --- The verdict ----------------------------------------------------------------------------- */
static void write_lift(rung_json *json, const rung_rules *rules, const rung_verdict_lift *lift)
{
    rung_json_object(json);
    report_field(json, "verdict", rules->verdicts[lift->then].id);
    report_number_field(json, "score", lift->score);
    report_number_field(json, "levels", lift->levels);
    report_bool_field(json, "cheapest", lift->cheapest);
    report_begin_array(json, "lifts");
    for (size_t i = 0; i < lift->count; i++) {
        rung_json_object(json);
        report_field(json, "requirement", rules->requirements[lift->lifts[i].requirement].id);
        report_number_field(json, "from", lift->lifts[i].from);
        report_number_field(json, "to", lift->lifts[i].to);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
    rung_json_end_object(json);
}

static void write_next(rung_json *json, report_build *build, const rung_verdict *next)
{
    rung_json_object(json);
    report_field(json, "verdict", next->id);
    if (next->has_at_least)
        report_number_field(json, "at-least", next->at_least);
    if (next->has_essential_gap)
        report_number_field(json, "essential-gap", next->essential_gap);
    report_ids ids = explain_held_by(build, next);
    report_begin_array(json, "held-by");
    for (size_t i = 0; i < ids.count; i++)
        rung_json_string(json, build->rules->requirements[ids.at[i]].id);
    rung_json_end_array(json);
    rung_json_end_object(json);
}

void rung_report_verdict_json(rung_arena *arena, const rung_scorecard *scorecard, size_t rung,
                              const rung_verdict_lift *lift, const rung_report_subject *subject,
                              int indent, rung_sink *sink)
{
    report_build *build = explain_begin(arena, scorecard, rung, subject);
    rung_json json;
    rung_json_init(&json, sink, indent);
    begin(&json, build, rung, "verdict");
    bool better = lift && lift->now > 0;
    rung_json_key(&json, "next");
    if (better)
        write_next(&json, build, &build->rules->verdicts[lift->now - 1]);
    else
        rung_json_null(&json);
    rung_json_key(&json, "lift");
    if (better)
        write_lift(&json, build->rules, lift);
    else
        rung_json_null(&json);
    rung_json_end_object(&json);
}
