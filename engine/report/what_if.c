/* What other answers would change: two scorecards of one role, side by side. */
#include "report/build.h"
#include "report/machine.h"
#include "report/text_render.h"

enum { GAPS_SHOWN = 8, QUESTIONS_SHOWN = 6 };

typedef struct what_if {
    const rung_report_what_if *facts;
    report_build *before, *after; /* of one document */
    report_ids come, go;          /* questions that would be asked, and would not */
    bool comparable;              /* what is asked for is known in both */
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
    what_if view = {.facts = facts,
                    .before = report_build_new(arena, facts->before, subject),
                    .after = report_build_new(arena, facts->after, subject)};
    view.before->document = view.after->document;
    view.comparable = !view.before->aim->blocked && !view.after->aim->blocked;
    find_questions(&view);
    return view;
}

static rung_gap_change change_of(const what_if *view, size_t requirement)
{
    return rung_gap_change_of(&view->before->aim->requirements[requirement],
                              &view->after->aim->requirements[requirement]);
}

/* Those that change so, in the order of the gaps where they still are, or were. */
static report_ids changing(const what_if *view, rung_gap_change change)
{
    bool was = change == RUNG_GAP_CLOSES || change == RUNG_GAP_DROPS;
    const rung_scorecard *card = was ? view->facts->before : view->facts->after;
    report_ids ids = {0};
    for (size_t i = 0; view->comparable && i < card->gap_count; i++)
        if (change_of(view, card->gaps[i]) == change)
            rung_push(view->after->arena, &ids, card->gaps[i]);
    return ids;
}

static size_t essentials_missing(const report_build *build)
{
    size_t count = 0;
    for (size_t i = 0; i < build->missing.count; i++)
        count += build->aim->requirements[build->missing.at[i]].need == RUNG_ESSENTIAL;
    return count;
}

static bool same_range(rung_range a, rung_range b)
{
    double low = a.low - b.low, high = a.high - b.high;
    return low <= RUNG_EPSILON && low >= -RUNG_EPSILON && high <= RUNG_EPSILON &&
           high >= -RUNG_EPSILON;
}

static bool same_verdict(const rung_rung_score *a, const rung_rung_score *b)
{
    return a->verdict_low == b->verdict_low && a->verdict_high == b->verdict_high;
}

static bool nothing_changes(const what_if *view)
{
    for (size_t r = 0; r < view->after->rules->requirement_count; r++)
        if (change_of(view, r) != RUNG_GAP_STAYS)
            return false;
    return view->before->aim->rung == view->after->aim->rung && view->come.count == 0 &&
           view->go.count == 0;
}

/* --- For people ------------------------------------------------------------------------------ */
static const char *points_of(report_build *build)
{
    return build->aim->blocked ? "" : rung_report_range(build->arena, build->aim->score, false);
}

static const char *what_changes(what_if *view)
{
    rung_arena *arena = view->after->arena;
    const rung_rung_score *before = view->before->aim, *after = view->after->aim;
    const char *was = points_of(view->before), *is = points_of(view->after);
    const char *verdict_was = report_verdict_words(view->before, before);
    const char *verdict_is = report_verdict_words(view->after, after);
    bool score_stays = same_range(before->score, after->score);
    bool verdict_stays = same_verdict(before, after);
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
        return report_fill(view->after->arena, WORD_WHAT_IF_UNBLOCKED, points_of(view->after),
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

static void add_row(what_if *view, report_table *table, report_word name, const char *now,
                    const char *then)
{
    report_row row = {.cells = {report_words(name), now, then}};
    rung_push(view->after->arena, &table->rows, row);
}

static void add_count(what_if *view, report_table *table, report_word name, size_t now, size_t then)
{
    rung_arena *arena = view->after->arena;
    if (now || then)
        add_row(view, table, name, rung_format(arena, "%zu", now), rung_format(arena, "%zu", then));
}

static const char *aim_title(report_build *build)
{
    return report_target(build) ? report_target(build)->title : report_words(WORD_NOT_KNOWN);
}

static void add_side_by_side(what_if *view)
{
    report_build *before = view->before, *after = view->after;
    report_add(after->document, REPORT_HEADING, report_words(WORD_WHAT_IF_SIDE_BY_SIDE));
    report_table *table = &report_add(after->document, REPORT_TABLE, NULL)->table;
    *table = (report_table){
        .columns = 3,
        .headers = {"", report_words(WORD_WHAT_IF_NOW), report_words(WORD_WHAT_IF_THEN)},
        .number = {false, true, true},
    };
    if (report_target(before) != report_target(after))
        add_row(view, table, WORD_WHAT_IF_AIM, aim_title(before), aim_title(after));
    add_row(view, table, WORD_LADDER_POINTS, points_of(before), points_of(after));
    add_row(view, table, WORD_LADDER_VERDICT, report_verdict_words(before, before->aim),
            report_verdict_words(after, after->aim));
    if (view->comparable) {
        add_count(view, table, WORD_WHAT_IF_ESSENTIALS, essentials_missing(before),
                  essentials_missing(after));
        add_count(view, table, WORD_WHAT_IF_GAPS, before->missing.count, after->missing.count);
        add_count(view, table, WORD_WHAT_IF_GAPS_OPEN, before->open.count, after->open.count);
    }
    add_count(view, table, WORD_WHAT_IF_OPEN, before->card->unanswered_count,
              after->card->unanswered_count);
}

/* One that would be left alone is shown, too. */
static size_t shown_of(size_t count, size_t most)
{
    return count > most + 1 ? most : count;
}

static void add_rest(what_if *view, size_t count)
{
    if (count)
        report_add(view->after->document, REPORT_TEXT,
                   report_fill_count(view->after->arena, WORD_WHAT_IF_MORE, count));
}

static const char *cost_of(report_build *build, const rung_requirement_score *score)
{
    if (!score->applies || score->loss.high <= 0)
        return report_words(WORD_WHAT_IF_COSTS_NOTHING);
    return report_loss(build->arena, score->loss);
}

static const char *level_of(report_build *build, const rung_requirement_score *score)
{
    return score->applies && score->target > 0 ? report_attained(build, score)
                                               : report_words(WORD_WHAT_IF_ABSENT);
}

static report_row gap_row(what_if *view, size_t requirement)
{
    const rung_requirement_score *before = &view->before->aim->requirements[requirement];
    const rung_requirement_score *after = &view->after->aim->requirements[requirement];
    const char *title = view->after->rules->requirements[requirement].title;
    if ((after->applies ? after : before)->need == RUNG_ESSENTIAL)
        title = report_fill(view->after->arena, WORD_WHAT_IF_ESSENTIAL, title);
    return (report_row){
        .cells = {title, level_of(view->before, before), level_of(view->after, after),
                  cost_of(view->before, before), cost_of(view->after, after)},
    };
}

static void add_changing(what_if *view, rung_gap_change change, report_word heading)
{
    report_ids ids = changing(view, change);
    if (ids.count == 0)
        return;
    report_add(view->after->document, REPORT_HEADING, report_words(heading));
    report_table *table = &report_add(view->after->document, REPORT_TABLE, NULL)->table;
    *table = (report_table){
        .columns = 5,
        .headers = {report_words(WORD_WHAT_IF_REQUIREMENT), report_words(WORD_WHAT_IF_NOW),
                    report_words(WORD_WHAT_IF_THEN), report_words(WORD_WHAT_IF_COSTS_NOW),
                    report_words(WORD_WHAT_IF_COSTS_THEN)},
        .number = {false, true, true, true, true},
    };
    size_t shown = shown_of(ids.count, GAPS_SHOWN);
    for (size_t i = 0; i < shown; i++)
        rung_push(view->after->arena, &table->rows, gap_row(view, ids.at[i]));
    add_rest(view, ids.count - shown);
}

static void add_questions(what_if *view, report_word heading, const report_ids *questions)
{
    report_build *build = view->after;
    if (questions->count == 0)
        return;
    size_t shown = shown_of(questions->count, QUESTIONS_SHOWN);
    report_add(build->document, REPORT_HEADING, report_words(heading));
    report_block *block = report_add(build->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < shown; i++) {
        const rung_question *question =
            &build->card->role->questionnaire->questions[questions->at[i]];
        report_add_item(build->document, block, question->ask)->aside = question->id;
    }
    add_rest(view, questions->count - shown);
}

/* Good news first. */
static const struct {
    rung_gap_change change;
    report_word heading;
} changes[] = {
    {RUNG_GAP_CLOSES, WORD_WHAT_IF_CLOSES},       {RUNG_GAP_SHRINKS, WORD_WHAT_IF_SHRINKS},
    {RUNG_GAP_DROPS, WORD_WHAT_IF_DROPS},         {RUNG_GAP_OPENS, WORD_WHAT_IF_OPENS},
    {RUNG_GAP_UNSETTLES, WORD_WHAT_IF_UNSETTLES}, {RUNG_GAP_GROWS, WORD_WHAT_IF_GROWS},
    {RUNG_GAP_SHIFTS, WORD_WHAT_IF_SHIFTS},
};

void rung_report_what_if_text(rung_arena *arena, const rung_report_what_if *facts,
                              const rung_report_subject *subject, const rung_text_style *style,
                              rung_sink *sink)
{
    what_if view = look_at(arena, facts, subject);
    report_build *build = view.after;
    report_build_headline(build, WORD_WHAT_IF_TITLE);
    report_add(build->document, REPORT_STORY, what_if_story(&view));
    add_answers(&view);
    add_side_by_side(&view);
    for (size_t i = 0; i < RUNG_COUNT(changes); i++)
        add_changing(&view, changes[i].change, changes[i].heading);
    add_questions(&view, WORD_WHAT_IF_COME, &view.come);
    add_questions(&view, WORD_WHAT_IF_GO, &view.go);
    report_add(build->document, REPORT_TEXT, report_words(WORD_WHAT_IF_NOT_SAVED));
    report_render_text(arena, build->document, style, sink);
}

/* --- For programs ---------------------------------------------------------------------------- */
static void written_field(rung_json *json, const char *key, const char *written)
{
    rung_json_key(json, key);
    if (written)
        rung_json_string(json, written);
    else
        rung_json_null(json);
}

static void write_answers(rung_json *json, const what_if *view)
{
    const rung_sheet *sheet = view->facts->after->sheet;
    report_begin_array(json, "answers");
    for (size_t i = 0; i < view->facts->answer_count; i++) {
        const rung_report_supposed *answer = &view->facts->answers[i];
        rung_json_object(json);
        report_field(json, "question", sheet->questionnaire->questions[answer->question].id);
        written_field(json, "before", answer->said_written);
        written_field(json, "after", answer->supposed_written);
        report_bool_field(json, "asked", is_asked(sheet->states[answer->question]));
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

static void write_side(rung_json *json, const char *key, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    rung_json_key(json, key);
    rung_json_object(json);
    report_field(json, "target", card->target_known ? rules->rungs[card->target].id : "");
    report_range_field(json, "score", card->aim->score);
    report_verdict_field(json, "verdict", rules, card->aim->verdict_low, card->aim->verdict_high);
    report_begin_array(json, "gaps");
    for (size_t i = 0; i < card->gap_count; i++)
        rung_json_string(json, rules->requirements[card->gaps[i]].id);
    rung_json_end_array(json);
    report_write_questions(json, "unanswered", card, card->unanswered, card->unanswered_count);
    report_write_questions(json, "blocked-by", card, card->blocking, card->blocking_count);
    rung_json_end_object(json);
}

/* null where it is not asked for. */
static void write_score(rung_json *json, const char *key, const rung_rules *rules,
                        const rung_requirement *requirement, const rung_requirement_score *score)
{
    rung_json_key(json, key);
    if (score->applies)
        report_write_requirement(json, rules, requirement, score);
    else
        rung_json_null(json);
}

static void write_changes(rung_json *json, const what_if *view)
{
    const rung_rules *rules = view->after->rules;
    report_begin_array(json, "changes");
    for (size_t r = 0; view->comparable && r < rules->requirement_count; r++) {
        rung_gap_change change = change_of(view, r);
        if (change == RUNG_GAP_STAYS)
            continue;
        rung_json_object(json);
        report_field(json, "requirement", rules->requirements[r].id);
        report_field(json, "gap", rung_gap_change_name(change));
        write_score(json, "before", rules, &rules->requirements[r],
                    &view->before->aim->requirements[r]);
        write_score(json, "after", rules, &rules->requirements[r],
                    &view->after->aim->requirements[r]);
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
    write_side(&json, "before", facts->before);
    write_side(&json, "after", facts->after);
    write_changes(&json, &view);
    report_write_questions(&json, "asked", facts->after, view.come.at, view.come.count);
    report_write_questions(&json, "not-asked", facts->after, view.go.at, view.go.count);
    rung_json_end_object(&json);
}
