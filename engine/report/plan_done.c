/* Steps that were recorded as done: how far one has come, and what the answers do not tell yet. */
#include "report/plan_view.h"

#include <string.h>

enum { NAMES_SHOWN = 4, QUESTIONS_SHOWN = 4 };

report_ids report_plan_recorded(const plan_view *view)
{
    const bool *done = view->plan->request.done;
    report_ids ids = {0};
    for (size_t i = 0; done && i < view->build->rules->action_count; i++)
        if (done[i])
            rung_push(view->build->arena, &ids, i);
    return ids;
}

static bool reads(const rung_program *program, size_t question)
{
    return program && rung_program_reads(program, (uint32_t)question);
}

/* The answers know of it where the action says by itself when it is done; else where all that it
 * lifts is there. */
static bool is_told(const plan_view *view, const rung_action *action, size_t index)
{
    const rung_rung_score *at = view->build->aim;
    if (action->done_when)
        return view->build->done[index];
    for (size_t i = 0; i < action->raises_count; i++)
        if (at->requirements[action->raises[i].requirement].attained.low <
            action->raises[i].level - RUNG_EPSILON)
            return false;
    return true;
}

static bool is_lifted_by(const plan_view *view, const rung_action *action, size_t question)
{
    const rung_rules *rules = view->build->rules;
    for (size_t i = 0; i < action->raises_count; i++) {
        const rung_level *level = &action->raises[i];
        if (view->build->aim->requirements[level->requirement].attained.low <
                level->level - RUNG_EPSILON &&
            reads(rules->requirements[level->requirement].attained, question))
            return true;
    }
    return false;
}

static bool is_asked(const plan_view *view, size_t question)
{
    rung_question_state state = view->build->card->sheet->states[question];
    return state == RUNG_ANSWERED || state == RUNG_UNANSWERED;
}

report_ids report_plan_to_answer_again(const plan_view *view, size_t action)
{
    const rung_action *step = &view->build->rules->actions[action];
    size_t count = view->build->card->role->questionnaire->question_count;
    report_ids ids = {0};
    if (is_told(view, step, action))
        return ids;
    for (size_t q = 0; q < count; q++)
        if (is_asked(view, q) && (reads(step->done_when, q) || is_lifted_by(view, step, q)))
            rung_push(view->build->arena, &ids, q);
    return ids;
}

void report_plan_add_progress(const plan_view *view)
{
    report_build *build = view->build;
    report_ids done = report_plan_recorded(view);
    if (done.count == 0)
        return;
    const char *titles =
        report_plan_titles(view, &(rung_plan_list){done.at, done.count}, NAMES_SHOWN);
    const char *words =
        view->plan->step_count
            ? report_fill(
                  build->arena, WORD_PLAN_DONE_OF, rung_format(build->arena, "%zu", done.count),
                  rung_format(build->arena, "%zu", done.count + view->plan->step_count), titles)
            : report_fill_count_with(build->arena, WORD_PLAN_DONE, done.count, titles);
    report_add(build->document, REPORT_TEXT, words);
}

static void add_questions(const plan_view *view, report_block *block, size_t action)
{
    report_build *build = view->build;
    const rung_questionnaire *content = build->card->role->questionnaire;
    report_ids questions = report_plan_to_answer_again(view, action);
    if (questions.count == 0)
        return;
    report_item *item =
        report_add_item(build->document, block, build->rules->actions[action].title);
    item->mark = REPORT_MARK_DONE;
    item->brief = true;
    report_pair *pair = report_add_pair(build->document, &item->pairs,
                                        report_words(WORD_PLAN_AGAIN_QUESTIONS), NULL);
    size_t shown = questions.count > QUESTIONS_SHOWN + 1 ? QUESTIONS_SHOWN : questions.count;
    for (size_t i = 0; i < shown; i++) {
        const rung_question *question = &content->questions[questions.at[i]];
        report_add_value(
            build->document, pair,
            report_fill(build->arena, WORD_OPEN_QUESTION, question->ask, question->id));
    }
    if (shown < questions.count)
        report_add_value(build->document, pair,
                         report_fill_count(build->arena, WORD_SIDES_MORE, questions.count - shown));
}

void report_plan_add_again(const plan_view *view)
{
    report_build *build = view->build;
    report_ids done = report_plan_recorded(view);
    size_t untold = 0;
    for (size_t i = 0; i < done.count; i++)
        untold += report_plan_to_answer_again(view, done.at[i]).count > 0;
    if (untold == 0)
        return;
    report_add(build->document, REPORT_HEADING, report_words(WORD_PLAN_AGAIN_HEADING));
    report_add(build->document, REPORT_TEXT, report_words(WORD_PLAN_AGAIN));
    report_block *block = report_add(build->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < done.count; i++)
        add_questions(view, block, done.at[i]);
}
