/* What `rung explain` says, for the golden texts and what holds for every text. */
#include "report/fixture.h"

/* The answers as they are written stand for what people read. */
static const char *written(struct fixture *fixture, size_t question, const rung_answer *answer)
{
    const rung_question *asked = &fixture->role->questionnaire->questions[question];
    return answer->given ? rung_answer_write(fixture->arena, asked, *answer) : NULL;
}

static rung_report_supposed said(struct fixture *fixture, size_t question)
{
    const char *words = written(fixture, question, rung_answers_get(fixture->answers, question));
    return (rung_report_supposed){.question = question, .said = words, .said_written = words};
}

static void find_change(struct fixture *fixture, rung_report_why *why)
{
    rung_change *change = rung_new(fixture->arena, rung_change);
    *change =
        rung_change_for(fixture->arena, why->card, fixture->answers, why->rung, why->requirement);
    rung_report_supposed *changes =
        rung_new_array(fixture->arena, rung_report_supposed, change->count + 1);
    for (size_t i = 0; i < change->count; i++) {
        const rung_changed_answer *one = &change->answers[i];
        changes[i] = said(fixture, one->question);
        changes[i].supposed = changes[i].supposed_written =
            written(fixture, one->question, &one->answer);
    }
    why->change = change;
    why->changes = changes;
}

static rung_report_why why_of(struct fixture *fixture, size_t rung, size_t requirement)
{
    rung_report_why why = {.card = fixture->card, .requirement = requirement, .rung = rung};
    if (rung == RUNG_NO_RUNG || fixture->card->ladder[rung].blocked)
        return why;
    why.trace = rung_trace_new(fixture->arena, fixture->card, rung, requirement);
    rung_report_supposed *answers =
        rung_new_array(fixture->arena, rung_report_supposed, why.trace->question_count + 1);
    for (size_t i = 0; i < why.trace->question_count; i++)
        answers[i] = said(fixture, why.trace->questions[i].question);
    why.answers = answers;
    if (why.trace->score->applies && why.trace->score->gap.high > 0)
        find_change(fixture, &why);
    return why;
}

static size_t aim_of(const struct fixture *fixture)
{
    return fixture->card->target_known ? fixture->card->target : RUNG_NO_RUNG;
}

static void write_verdict(struct fixture *fixture, const rung_text_style *style, rung_sink *sink)
{
    size_t rung = aim_of(fixture);
    rung_verdict_lift found, *lift = NULL;
    if (rung != RUNG_NO_RUNG && !fixture->card->ladder[rung].blocked) {
        found = rung_verdict_lift_for(fixture->arena, fixture->role->rules,
                                      &fixture->card->ladder[rung]);
        lift = &found;
    }
    rung_report_verdict_text(fixture->arena, fixture->card, rung, lift, &maria, style, sink);
}

rung_text render_explained(struct fixture *fixture, const char *about, const rung_text_style *style)
{
    rung_buffer buffer;
    rung_buffer_init(&buffer, NULL);
    size_t requirement = rung_find_requirement(fixture->role->rules, rung_text_of(about));
    if (requirement != SIZE_MAX) {
        rung_report_why why = why_of(fixture, aim_of(fixture), requirement);
        rung_report_why_text(fixture->arena, &why, &maria, style, &buffer.sink);
    } else if (strcmp(about, "verdict") == 0) {
        write_verdict(fixture, style, &buffer.sink);
    } else {
        rung_report_score_text(fixture->arena, fixture->card, aim_of(fixture), &maria, style,
                               &buffer.sink);
    }
    rung_text text = rung_buffer_text(&buffer);
    text.at = rung_copy(fixture->arena, text);
    rung_buffer_release(&buffer);
    return text;
}
