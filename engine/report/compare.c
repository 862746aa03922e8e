/* What moved between two sessions of one role, or since a day of one session. */
#include "report/compare_view.h"
#include "report/text_render.h"

#include <string.h>

/* --- What the sides are called --------------------------------------------------------------- */
static const char *date_of(rung_arena *arena, const rung_report_subject *subject)
{
    return report_date(arena, subject->updated);
}

static const char *name_of(rung_arena *arena, const rung_report_subject *subject)
{
    (void)arena;
    return subject->name;
}

static const char *id_of(rung_arena *arena, const rung_report_subject *subject)
{
    (void)arena;
    return subject->id;
}

/* Two sessions go by the first that tells them apart. */
static void name_sessions(compare_view *view, rung_arena *arena)
{
    static const char *(*const names[])(rung_arena * arena, const rung_report_subject *subject) = {
        date_of, name_of, id_of};
    for (size_t i = 0; i < RUNG_COUNT(names); i++) {
        view->was = names[i](arena, view->facts->before);
        view->is = names[i](arena, view->facts->after);
        if (*view->was && *view->is && strcmp(view->was, view->is) != 0)
            return;
    }
}

compare_view compare_look_at(rung_arena *arena, const rung_report_compare *facts)
{
    const rung_comparison *found = facts->comparison;
    compare_view view = {.facts = facts,
                         .found = found,
                         .was = report_words(WORD_WHAT_IF_THEN),
                         .is = report_words(WORD_WHAT_IF_NOW)};
    view.sides = report_sides_of(arena, (report_side){found->before, facts->before},
                                 (report_side){found->after, facts->after}, found->requirements);
    if (facts->span == RUNG_COMPARE_SESSIONS)
        name_sessions(&view, arena);
    return view;
}

/* --- For people ------------------------------------------------------------------------------ */
static report_side_words side_words(const compare_view *view)
{
    return (report_side_words){
        .heading = WORD_COMPARE_SIDE_BY_SIDE,
        .was = view->was,
        .is = view->is,
        .cost_was = WORD_COMPARE_COST,
        .cost_is = WORD_COMPARE_COSTS,
        .gaps = {[RUNG_GAP_CLOSES] = WORD_COMPARE_CLOSES,
                 [RUNG_GAP_SHRINKS] = WORD_COMPARE_SHRINKS,
                 [RUNG_GAP_DROPS] = WORD_COMPARE_DROPS,
                 [RUNG_GAP_OPENS] = WORD_COMPARE_OPENS,
                 [RUNG_GAP_UNSETTLES] = WORD_COMPARE_UNSETTLES,
                 [RUNG_GAP_GROWS] = WORD_COMPARE_GROWS,
                 [RUNG_GAP_SHIFTS] = WORD_COMPARE_SHIFTS},
    };
}

/* "spring · abc123" */
static const char *session_words(rung_arena *arena, const rung_report_subject *subject)
{
    return subject->name && *subject->name
               ? report_fill(arena, WORD_ASIDE, subject->name, subject->id)
               : subject->id;
}

static void add_sides(compare_view *view)
{
    rung_arena *arena = view->sides.arena;
    report_side_words words = side_words(view);
    const report_row session = {.cells = {report_words(WORD_COMPARE_SESSION),
                                          session_words(arena, view->facts->before),
                                          session_words(arena, view->facts->after)}};
    report_add_side_by_side(&view->sides, &words, &session,
                            view->facts->span == RUNG_COMPARE_SESSIONS);
    compare_add_parts(view);
    report_add_gap_changes(&view->sides, &words);
}

void rung_report_compare_text(rung_arena *arena, const rung_report_compare *facts,
                              const rung_text_style *style, rung_sink *sink)
{
    compare_view view = compare_look_at(arena, facts);
    report_build *build = view.sides.after;
    report_build_headline(build, WORD_COMPARE_TITLE);
    report_add(build->document, REPORT_STORY, compare_story(&view));
    add_sides(&view);
    compare_add_answers(&view);
    compare_add_content(&view);
    report_render_text(arena, build->document, style, sink);
}

/* --- For programs ---------------------------------------------------------------------------- */
static void write_compared_side(rung_json *json, const char *key, const rung_scorecard *card,
                                const rung_report_subject *subject)
{
    rung_json_key(json, key);
    rung_json_object(json);
    report_write_session(json, subject, card->complete);
    report_write_content(json, card->role);
    report_write_side_members(json, card);
    rung_json_end_object(json);
}

static void movement_field(rung_json *json, const char *key, rung_movement movement)
{
    report_range_field(json, key, (rung_range){movement.low, movement.high});
}

/* null where there is no score on one of the sides. */
static void write_moved(rung_json *json, const rung_comparison *found)
{
    rung_json_key(json, "moved");
    if (!found->scored) {
        rung_json_null(json);
        return;
    }
    rung_json_object(json);
    movement_field(json, "score", found->moved);
    movement_field(json, "by-answers", found->by_answers);
    movement_field(json, "by-content", found->by_content);
    rung_json_end_object(json);
}

static void written_answer(rung_json *json, rung_arena *arena, const char *key,
                           const rung_scorecard *card, size_t question, rung_answer answer)
{
    rung_json_key(json, key);
    if (answer.given)
        rung_json_string(json, rung_answer_write(
                                   arena, &card->role->questionnaire->questions[question], answer));
    else
        rung_json_null(json);
}

static void write_answers(rung_json *json, const compare_view *view)
{
    const rung_comparison *found = view->found;
    rung_arena *arena = view->sides.arena;
    report_begin_array(json, "answers");
    for (size_t i = 0; i < found->questions.count; i++) {
        const rung_pairing *pair = &found->questions.at[i];
        const rung_compared_answer *answer = &found->answers[i];
        if (answer->change == RUNG_ANSWER_STAYS)
            continue;
        rung_json_object(json);
        report_field(json, "question", pair->id);
        report_field(json, "change", rung_answer_change_name(answer->change));
        written_answer(json, arena, "before", found->before, pair->before, answer->before);
        written_answer(json, arena, "after", found->after, pair->after, answer->after);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

static void write_edits(rung_json *json, const char *key, rung_pairings pairings)
{
    report_begin_array(json, key);
    for (size_t i = 0; i < pairings.count; i++) {
        if (!pairings.at[i].edits)
            continue;
        rung_json_object(json);
        report_field(json, "id", pairings.at[i].id);
        report_begin_array(json, "edits");
        for (unsigned edit = 0; edit < RUNG_EDIT_COUNT; edit++)
            if (pairings.at[i].edits >> edit & 1)
                rung_json_string(json, rung_edit_name(edit));
        rung_json_end_array(json);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

static void write_content_edits(rung_json *json, const rung_comparison *found)
{
    rung_json_key(json, "edits");
    rung_json_object(json);
    write_edits(json, "questions", found->questions);
    write_edits(json, "requirements", found->requirements);
    write_edits(json, "dimensions", found->dimensions);
    write_edits(json, "verdicts", found->verdicts);
    rung_json_end_object(json);
}

void rung_report_compare_json(rung_arena *arena, const rung_report_compare *facts, int indent,
                              rung_sink *sink)
{
    compare_view view = compare_look_at(arena, facts);
    const rung_comparison *found = view.found;
    rung_json json;
    rung_json_init(&json, sink, indent);
    rung_json_object(&json);
    report_field(&json, "format", "rung-compare/1");
    report_write_role(&json, found->after->role->rules);
    write_compared_side(&json, "before", found->before, facts->before);
    write_compared_side(&json, "after", found->after, facts->after);
    write_moved(&json, found);
    write_answers(&json, &view);
    report_write_gap_changes(&json, &view.sides);
    report_bool_field(&json, "same-content", found->same_content);
    write_content_edits(&json, found);
    rung_json_end_object(&json);
}
