/* By what the score moved: answers that changed, and content that changed. */
#include "report/compare_view.h"

#include <math.h>

enum { ANSWERS_SHOWN = 8, REQUIREMENTS_SHOWN = 8, QUESTIONS_SHOWN = 4 };

const rung_question *compare_question(const compare_view *view, const rung_pairing *pair)
{
    return pair->after == RUNG_NOWHERE
               ? &view->found->before->role->questionnaire->questions[pair->before]
               : &view->found->after->role->questionnaire->questions[pair->after];
}

/* --- The two parts --------------------------------------------------------------------------- */
static const char *with_sign(rung_arena *arena, double points)
{
    const char *size = report_decimal(arena, fabs(points));
    return fabs(points) < 0.05 ? size : rung_format(arena, "%s%s", points > 0 ? "+" : "-", size);
}

static void add_part(compare_view *view, report_table *table, report_word name, double low,
                     double high)
{
    rung_arena *arena = view->sides.arena;
    report_row row = {.cells = {report_words(name), with_sign(arena, low), with_sign(arena, high)}};
    rung_push(arena, &table->rows, row);
}

void compare_add_parts(compare_view *view)
{
    const rung_comparison *found = view->found;
    report_document *document = view->sides.after->document;
    if (found->same_content || !found->scored)
        return;
    compare_points low = compare_shown(found->moved.low, found->by_answers.low);
    compare_points high = compare_shown(found->moved.high, found->by_answers.high);
    bool both =
        fabs(low.moved - high.moved) >= 0.05 || fabs(low.by_answers - high.by_answers) >= 0.05;
    report_add(document, REPORT_HEADING, report_words(WORD_COMPARE_PARTS));
    report_table *table = &report_add(document, REPORT_TABLE, NULL)->table;
    *table =
        (report_table){.columns = both ? 3 : 2,
                       .headers = {"", report_words(both ? WORD_COMPARE_LEAST : WORD_LADDER_POINTS),
                                   report_words(WORD_COMPARE_MOST)},
                       .number = {false, true, true}};
    add_part(view, table, WORD_COMPARE_BY_ANSWERS, low.by_answers, high.by_answers);
    add_part(view, table, WORD_COMPARE_BY_CONTENT, low.by_content, high.by_content);
    add_part(view, table, WORD_COMPARE_TOGETHER, low.moved, high.moved);
}

/* --- Answers --------------------------------------------------------------------------------- */
static const char *why_apart(compare_view *view, const rung_compared_answer *answer)
{
    if (!answer->after.given)
        return report_words(WORD_COMPARE_ASKED_AGAIN);
    return report_fill(view->sides.arena, WORD_COMPARE_APART,
                       rung_carry_words(view->sides.arena, &answer->carried));
}

static const char *remark(compare_view *view, const rung_compared_answer *answer)
{
    switch (answer->change) {
    case RUNG_ANSWER_APART:
        return why_apart(view, answer);
    case RUNG_ANSWER_COMES:
        return report_words(WORD_COMPARE_COMES);
    case RUNG_ANSWER_GOES:
        return report_words(WORD_COMPARE_GOES);
    default:
        return NULL;
    }
}

static void add_answer(compare_view *view, report_block *block, size_t i)
{
    rung_arena *arena = view->sides.arena;
    report_document *document = view->sides.after->document;
    const rung_pairing *pair = &view->found->questions.at[i];
    const rung_compared_answer *answer = &view->found->answers[i];
    const rung_question *question = compare_question(view, pair);
    report_item *item = report_add_item(document, block, question->ask);
    item->aside = question->id;
    item->text = remark(view, answer);
    if (pair->before != RUNG_NOWHERE)
        report_add_pair(
            document, &item->pairs, view->was,
            report_answer(arena, &view->found->before->role->questionnaire->questions[pair->before],
                          answer->before));
    if (pair->after != RUNG_NOWHERE)
        report_add_pair(document, &item->pairs, view->is,
                        report_answer(arena, question, answer->after));
}

static bool none_before(const compare_view *view)
{
    for (size_t i = 0; i < view->found->questions.count; i++)
        if (view->found->answers[i].before.given)
            return false;
    return true;
}

void compare_add_answers(compare_view *view)
{
    report_document *document = view->sides.after->document;
    report_ids changed = {0};
    for (size_t i = 0; i < view->found->questions.count; i++)
        if (view->found->answers[i].change != RUNG_ANSWER_STAYS)
            rung_push(view->sides.arena, &changed, i);
    if (changed.count > 0 && none_before(view)) {
        report_add(document, REPORT_TEXT,
                   report_fill_count_with(view->sides.arena, WORD_COMPARE_ALL_NEW, changed.count,
                                          rung_format(view->sides.arena, "%zu", changed.count)));
        return;
    }
    if (changed.count == 0) {
        report_add(document, REPORT_TEXT, report_words(WORD_COMPARE_NO_ANSWER));
        return;
    }
    size_t shown = report_shown_of(changed.count, ANSWERS_SHOWN);
    report_add(document, REPORT_HEADING, report_words(WORD_COMPARE_ANSWERS));
    report_block *block = report_add(document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < shown; i++)
        add_answer(view, block, changed.at[i]);
    report_add_rest(view->sides.after, changed.count - shown);
}

/* --- What the content asks of the person ----------------------------------------------------- */

static const char *need_word(rung_need need)
{
    return report_words(need == RUNG_ESSENTIAL ? WORD_COMPARE_ESSENTIAL : WORD_COMPARE_PREFERRED);
}

/* A requirement as both contents ask for it at the later aim, with the later answers. */
typedef struct edited {
    compare_view *view;
    unsigned edits;
    const rung_requirement *before, *after;
    const rung_requirement_score *was, *is; /* NULL where it is not asked for */
    const char *words;
} edited;

static void say(edited *e, const char *phrase)
{
    rung_arena *arena = e->view->sides.arena;
    e->words = e->words ? report_fill(arena, WORD_LIST_SEMICOLON, e->words, phrase) : phrase;
}

static bool has(const edited *e, rung_edit edit)
{
    return e->edits >> edit & 1;
}

static void say_target(edited *e)
{
    rung_arena *arena = e->view->sides.arena;
    bool here = e->was && e->is && fabs(e->was->target - e->is->target) > RUNG_EPSILON;
    if (!has(e, RUNG_EDIT_TARGET))
        return;
    say(e, here ? report_fill(arena, WORD_COMPARE_TARGET, report_level_number(arena, e->is->target),
                              report_level_number(arena, e->was->target))
                : report_words(WORD_COMPARE_TARGET_ELSEWHERE));
}

static void say_need(edited *e)
{
    bool here = e->was && e->is && e->was->need != e->is->need;
    if (has(e, RUNG_EDIT_NEED))
        say(e, here ? report_fill(e->view->sides.arena, WORD_COMPARE_NEED, need_word(e->is->need),
                                  need_word(e->was->need))
                    : report_words(WORD_COMPARE_NEED_ELSEWHERE));
}

static void say_importance(edited *e)
{
    rung_arena *arena = e->view->sides.arena;
    if (has(e, RUNG_EDIT_IMPORTANCE))
        say(e, report_fill(arena, WORD_COMPARE_IMPORTANCE,
                           rung_format(arena, "%d", e->after->importance),
                           rung_format(arena, "%d", e->before->importance)));
}

static const char *edit_phrases(edited *e)
{
    if (has(e, RUNG_EDIT_ADDED))
        say(e, report_words(WORD_COMPARE_ADDED));
    if (has(e, RUNG_EDIT_GONE))
        say(e, report_words(WORD_COMPARE_GONE));
    say_target(e);
    say_need(e);
    say_importance(e);
    if (has(e, RUNG_EDIT_DIMENSION))
        say(e, report_fill(e->view->sides.arena, WORD_COMPARE_DIMENSION,
                           e->view->sides.after->rules->dimensions[e->after->dimension].title));
    if (has(e, RUNG_EDIT_WHEN))
        say(e, report_words(WORD_COMPARE_WHEN));
    if (has(e, RUNG_EDIT_ATTAINED))
        say(e, report_words(WORD_COMPARE_ATTAINED));
    return e->words;
}

/* The earlier content at the later aim. */
static const rung_requirement_score *asked_before(const compare_view *view, size_t requirement)
{
    const rung_scorecard *card = view->found->between;
    const rung_rung *aim = report_target(view->sides.after);
    size_t rung = aim ? rung_find_rung(card->role->rules, rung_text_of(aim->id)) : SIZE_MAX;
    if (rung == SIZE_MAX || requirement == RUNG_NOWHERE)
        return NULL;
    const rung_requirement_score *score = &card->ladder[rung].requirements[requirement];
    return score->applies ? score : NULL;
}

static const rung_requirement_score *asked_after(const compare_view *view, size_t requirement)
{
    if (requirement == RUNG_NOWHERE)
        return NULL;
    const rung_requirement_score *score = &view->found->after->aim->requirements[requirement];
    return score->applies ? score : NULL;
}

static void add_requirement(compare_view *view, report_block *block, const rung_pairing *pair)
{
    edited e = {.view = view, .edits = pair->edits};
    if (pair->before != RUNG_NOWHERE)
        e.before = &view->found->before->role->rules->requirements[pair->before];
    if (pair->after != RUNG_NOWHERE)
        e.after = &view->found->after->role->rules->requirements[pair->after];
    e.was = asked_before(view, pair->before);
    e.is = asked_after(view, pair->after);
    report_item *item =
        report_add_item(view->sides.after->document, block, (e.after ? e.after : e.before)->title);
    item->text = edit_phrases(&e);
}

static void add_requirements(compare_view *view)
{
    const rung_pairings *all = &view->found->requirements;
    size_t shown = report_shown_of(all->edited, REQUIREMENTS_SHOWN), added = 0;
    if (all->edited == 0)
        return;
    report_block *block = report_add(view->sides.after->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < all->count && added < shown; i++)
        if (all->at[i].edits) {
            add_requirement(view, block, &all->at[i]);
            added++;
        }
    report_add_rest(view->sides.after, all->edited - shown);
}

/* --- Areas, verdicts, questions -------------------------------------------------------------- */
static const char *with_edit(unsigned edits, const char *otherwise)
{
    return edits >> RUNG_EDIT_ADDED & 1  ? report_words(WORD_COMPARE_ADDED)
           : edits >> RUNG_EDIT_GONE & 1 ? report_words(WORD_COMPARE_GONE)
                                         : otherwise;
}

static void add_dimension(compare_view *view, report_pairs *pairs, const rung_pairing *pair)
{
    rung_arena *arena = view->sides.arena;
    const rung_dimension *before = NULL, *after = NULL;
    const char *words = "";
    if (pair->before != RUNG_NOWHERE)
        before = &view->sides.before->rules->dimensions[pair->before];
    if (pair->after != RUNG_NOWHERE)
        after = &view->sides.after->rules->dimensions[pair->after];
    if (before && after)
        words = report_fill(arena, WORD_COMPARE_WEIGHT, report_decimal(arena, after->weight),
                            report_decimal(arena, before->weight));
    report_add_pair(view->sides.after->document, pairs, (after ? after : before)->title,
                    with_edit(pair->edits, words));
}

static const char *bounds(compare_view *view, const rung_verdict *verdict)
{
    rung_arena *arena = view->sides.arena;
    const char *points =
        verdict->has_at_least
            ? report_fill(arena, WORD_COMPARE_FROM_POINTS, report_decimal(arena, verdict->at_least))
            : report_words(WORD_COMPARE_ANY_POINTS);
    if (!verdict->has_essential_gap)
        return points;
    if (verdict->essential_gap <= 0)
        return report_fill(arena, WORD_COMPARE_NO_GAP, points);
    return report_fill(arena, WORD_COMPARE_SMALL_GAP, points,
                       report_decimal(arena, verdict->essential_gap));
}

/* All of it, unless it is the points alone. */
static const char *bounds_edit(compare_view *view, const rung_verdict *was, const rung_verdict *is)
{
    rung_arena *arena = view->sides.arena;
    bool same_gap = was->has_essential_gap == is->has_essential_gap &&
                    !(was->essential_gap < is->essential_gap) &&
                    !(was->essential_gap > is->essential_gap);
    if (same_gap && was->has_at_least && is->has_at_least)
        return report_fill(arena, WORD_COMPARE_POINTS_WAS, report_decimal(arena, is->at_least),
                           report_decimal(arena, was->at_least));
    return report_fill(arena, WORD_COMPARE_WAS, bounds(view, is), bounds(view, was));
}

static void add_verdict(compare_view *view, report_pairs *pairs, const rung_pairing *pair)
{
    rung_arena *arena = view->sides.arena;
    const rung_verdict *before = NULL, *after = NULL;
    const char *words = "";
    if (pair->before != RUNG_NOWHERE)
        before = &view->sides.before->rules->verdicts[pair->before];
    if (pair->after != RUNG_NOWHERE)
        after = &view->sides.after->rules->verdicts[pair->after];
    if (before && after)
        words = bounds_edit(view, before, after);
    report_add_pair(view->sides.after->document, pairs,
                    report_fill(arena, WORD_COMPARE_VERDICT_NAME, (after ? after : before)->title),
                    with_edit(pair->edits, words));
}

static void add_questions(compare_view *view, report_pairs *pairs, rung_edit edit, report_word key)
{
    rung_arena *arena = view->sides.arena;
    report_document *document = view->sides.after->document;
    report_ids ids = {0};
    for (size_t i = 0; i < view->found->questions.count; i++)
        if (view->found->questions.at[i].edits >> edit & 1)
            rung_push(arena, &ids, i);
    if (ids.count == 0)
        return;
    size_t shown = report_shown_of(ids.count, QUESTIONS_SHOWN);
    report_pair *pair = report_add_pair(document, pairs, report_words(key), NULL);
    for (size_t i = 0; i < shown; i++) {
        const rung_question *question =
            compare_question(view, &view->found->questions.at[ids.at[i]]);
        report_add_value(document, pair,
                         report_fill(arena, WORD_OPEN_QUESTION, question->ask, question->id));
    }
    if (ids.count > shown)
        report_add_value(document, pair,
                         report_fill_count(arena, WORD_SIDES_MORE, ids.count - shown));
}

static void add_pairs(compare_view *view)
{
    static const struct {
        rung_edit edit;
        report_word key;
    } questions[] = {
        {RUNG_EDIT_ADDED, WORD_COMPARE_Q_ADDED},   {RUNG_EDIT_GONE, WORD_COMPARE_Q_GONE},
        {RUNG_EDIT_WORDS, WORD_COMPARE_Q_WORDS},   {RUNG_EDIT_ANSWERS, WORD_COMPARE_Q_ANSWERS},
        {RUNG_EDIT_POINTS, WORD_COMPARE_Q_POINTS}, {RUNG_EDIT_WHEN, WORD_COMPARE_Q_WHEN},
    };
    const rung_comparison *found = view->found;
    report_pairs pairs = {0};
    for (size_t i = 0; i < found->dimensions.count; i++)
        if (found->dimensions.at[i].edits)
            add_dimension(view, &pairs, &found->dimensions.at[i]);
    for (size_t i = 0; i < found->verdicts.count; i++)
        if (found->verdicts.at[i].edits)
            add_verdict(view, &pairs, &found->verdicts.at[i]);
    for (size_t i = 0; i < RUNG_COUNT(questions); i++)
        add_questions(view, &pairs, questions[i].edit, questions[i].key);
    if (pairs.count)
        report_add(view->sides.after->document, REPORT_PAIRS, NULL)->pairs = pairs;
}

void compare_add_content(compare_view *view)
{
    const rung_comparison *found = view->found;
    report_document *document = view->sides.after->document;
    if (found->same_content)
        return;
    report_add(document, REPORT_HEADING, report_words(WORD_COMPARE_CONTENT));
    if (found->requirements.edited + found->dimensions.edited + found->verdicts.edited +
            found->questions.edited ==
        0)
        report_add(document, REPORT_TEXT, report_words(WORD_COMPARE_CONTENT_SAME));
    add_requirements(view);
    add_pairs(view);
}
