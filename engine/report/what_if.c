/* What other answers would change: two scorecards of one role, side by side. */
#include "report/sides.h"
#include "report/text_render.h"

enum { QUESTIONS_SHOWN = 6 };

typedef struct what_if {
    const rung_report_what_if *facts;
    report_sides sides;
    report_build *before, *after; /* of the sides */
    report_ids come, go;          /* questions that would be asked, and would not */
} what_if;

/* --- Facts ----------------------------------------------------------------------------------- */
static bool is_asked(rung_question_state state)
{
    return state == RUNG_ANSWERED || state == RUNG_UNANSWERED;
}

static void find_questions(what_if *view)
{
    const rung_sheet *before = view->before->card->sheet, *after = view->after->card->sheet;
    for (size_t q = 0; q < before->questionnaire->question_count; q++) {
        rung_question_state was = before->states[q], is = after->states[q];
        if (is_asked(is) && !is_asked(was))
            rung_push(view->after->arena, &view->come, q);
        else if (is == RUNG_NOT_ASKED && was != RUNG_NOT_ASKED)
            rung_push(view->after->arena, &view->go, q);
    }
}

static what_if look_at(rung_arena *arena, const rung_report_what_if *facts,
                       const rung_report_subject *subject)
{
    what_if view = {.facts = facts};
    view.sides = report_sides_of(arena, (report_side){facts->before, subject},
                                 (report_side){facts->after, subject},
                                 report_same_requirements(arena, facts->after->role->rules));
    view.before = view.sides.before;
    view.after = view.sides.after;
    find_questions(&view);
    return view;
}

static bool nothing_changes(const what_if *view)
{
    for (size_t i = 0; i < view->sides.requirements.count; i++)
        if (report_gap_change(&view->sides, &view->sides.requirements.at[i]) != RUNG_GAP_STAYS)
            return false;
    return view->before->aim->rung == view->after->aim->rung && view->come.count == 0 &&
           view->go.count == 0;
}

/* --- For people ------------------------------------------------------------------------------ */
static const char *what_changes(what_if *view)
{
    rung_arena *arena = view->after->arena;
    const rung_rung_score *before = view->before->aim, *after = view->after->aim;
    const char *was = report_points_of(view->before), *is = report_points_of(view->after);
    const char *verdict_was = report_verdict_words(view->before, before);
    const char *verdict_is = report_verdict_words(view->after, after);
    bool score_stays = report_same_range(before->score, after->score);
    bool verdict_stays = report_same_verdict(&view->sides);
    if (score_stays && verdict_stays && nothing_changes(view))
        return report_fill(arena, WORD_WHAT_IF_SAME, is, verdict_is);
    const char *score = score_stays ? report_fill(arena, WORD_WHAT_IF_SCORE_STAYS, is)
                                    : report_fill(arena, WORD_WHAT_IF_SCORE, was, is);
    if (verdict_stays)
        return report_fill(arena, WORD_WHAT_IF_VERDICT_STAYS, score, verdict_is);
    return report_fill(arena, score_stays ? WORD_WHAT_IF_VERDICT_ALONE : WORD_WHAT_IF_VERDICT,
                       score, verdict_was, verdict_is);
}

static const char *what_if_story(what_if *view)
{
    if (view->after->aim->blocked)
        return report_words(WORD_WHAT_IF_BLOCKED);
    if (view->before->aim->blocked)
        return report_fill(view->after->arena, WORD_WHAT_IF_UNBLOCKED,
                           report_points_of(view->after),
                           report_verdict_words(view->after, view->after->aim));
    return what_changes(view);
}

static const char *said_or_none(const char *words)
{
    return words && *words ? words : report_words(WORD_WHAT_IF_NO_ANSWER);
}

static void add_answers(what_if *view)
{
    report_build *build = view->after;
    report_add(build->document, REPORT_HEADING, report_words(WORD_WHAT_IF_ANSWERS));
    report_block *block = report_add(build->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < view->facts->answer_count; i++) {
        const rung_report_supposed *answer = &view->facts->answers[i];
        const rung_question *question =
            &build->card->role->questionnaire->questions[answer->question];
        const char *then = said_or_none(answer->supposed);
        if (!is_asked(build->card->sheet->states[answer->question]))
            then = report_fill(build->arena, WORD_WHAT_IF_NOT_ASKED, then);
        report_item *item = report_add_item(build->document, block, question->ask);
        item->aside = question->id;
        report_add_pair(build->document, &item->pairs, report_words(WORD_WHAT_IF_NOW),
                        said_or_none(answer->said));
        report_add_pair(build->document, &item->pairs, report_words(WORD_WHAT_IF_THEN), then);
    }
}

static void add_questions(what_if *view, report_word heading, const report_ids *questions)
{
    report_build *build = view->after;
    if (questions->count == 0)
        return;
    size_t shown = report_shown_of(questions->count, QUESTIONS_SHOWN);
    report_add(build->document, REPORT_HEADING, report_words(heading));
    report_block *block = report_add(build->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < shown; i++) {
        const rung_question *question =
            &build->card->role->questionnaire->questions[questions->at[i]];
        report_add_item(build->document, block, question->ask)->aside = question->id;
    }
    report_add_rest(build, questions->count - shown);
}

static report_side_words side_words(void)
{
    return (report_side_words){
        .heading = WORD_WHAT_IF_SIDE_BY_SIDE,
        .was = report_words(WORD_WHAT_IF_NOW),
        .is = report_words(WORD_WHAT_IF_THEN),
        .cost_was = WORD_WHAT_IF_COSTS_NOW,
        .cost_is = WORD_WHAT_IF_COSTS_THEN,
        .gaps = {[RUNG_GAP_CLOSES] = WORD_WHAT_IF_CLOSES,
                 [RUNG_GAP_SHRINKS] = WORD_WHAT_IF_SHRINKS,
                 [RUNG_GAP_DROPS] = WORD_WHAT_IF_DROPS,
                 [RUNG_GAP_OPENS] = WORD_WHAT_IF_OPENS,
                 [RUNG_GAP_UNSETTLES] = WORD_WHAT_IF_UNSETTLES,
                 [RUNG_GAP_GROWS] = WORD_WHAT_IF_GROWS,
                 [RUNG_GAP_SHIFTS] = WORD_WHAT_IF_SHIFTS},
    };
}

void rung_report_what_if_text(rung_arena *arena, const rung_report_what_if *facts,
                              const rung_report_subject *subject, const rung_text_style *style,
                              rung_sink *sink)
{
    what_if view = look_at(arena, facts, subject);
    report_side_words words = side_words();
    report_build *build = view.after;
    report_build_headline(build, WORD_WHAT_IF_TITLE);
    report_add(build->document, REPORT_STORY, what_if_story(&view));
    add_answers(&view);
    report_add_side_by_side(&view.sides, &words, NULL, 0);
    report_add_gap_changes(&view.sides, &words);
    add_questions(&view, WORD_WHAT_IF_COME, &view.come);
    add_questions(&view, WORD_WHAT_IF_GO, &view.go);
    report_add(build->document, REPORT_TEXT, report_words(WORD_WHAT_IF_NOT_SAVED));
    report_render_text(arena, build->document, style, sink);
}

/* --- For programs ---------------------------------------------------------------------------- */
static void write_answers(rung_json *json, const what_if *view)
{
    const rung_sheet *sheet = view->facts->after->sheet;
    report_begin_array(json, "answers");
    for (size_t i = 0; i < view->facts->answer_count; i++) {
        const rung_report_supposed *answer = &view->facts->answers[i];
        rung_json_object(json);
        report_field(json, "question", sheet->questionnaire->questions[answer->question].id);
        report_written_field(json, "before", answer->said_written);
        report_written_field(json, "after", answer->supposed_written);
        report_bool_field(json, "asked", is_asked(sheet->states[answer->question]));
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

void rung_report_what_if_json(rung_arena *arena, const rung_report_what_if *facts,
                              const rung_report_subject *subject, int indent, rung_sink *sink)
{
    what_if view = look_at(arena, facts, subject);
    rung_json json;
    rung_json_init(&json, sink, indent);
    rung_json_object(&json);
    report_field(&json, "format", "rung-what-if/1");
    report_write_role(&json, facts->after->role->rules);
    report_write_session(&json, subject, facts->before->complete);
    write_answers(&json, &view);
    report_write_side(&json, "before", facts->before);
    report_write_side(&json, "after", facts->after);
    report_write_gap_changes(&json, &view.sides);
    report_write_questions(&json, "asked", facts->after, view.come.at, view.come.count);
    report_write_questions(&json, "not-asked", facts->after, view.go.at, view.go.count);
    rung_json_end_object(&json);
}
