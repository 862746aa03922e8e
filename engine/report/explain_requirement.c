/* Why one requirement is what it is: first what a person asks, then what an engineer does. */
#include "report/explain.h"
#include "report/text_render.h"

#include <string.h>

typedef struct why_view {
    report_build *build;
    const rung_report_why *why;
    const rung_requirement *requirement;
    const rung_requirement_score *score;
} why_view;

/* --- What it is and what it costs ------------------------------------------------------------ */
static bool is_open(rung_range range)
{
    return range.high - range.low > RUNG_EPSILON;
}

/* Why the costs are a range, or "". */
static const char *open_sentence(const why_view *view)
{
    const rung_worth *level = &view->why->trace->attained.whole.worth;
    if (level->kind == RUNG_WORTH_NONE)
        return report_words(WORD_WHY_FAILS);
    if (!is_open(view->score->gap))
        return "";
    return report_words(view->score->gap.low > 0 ? WORD_WHY_DECIDED_HOW_MUCH : WORD_WHY_DECIDED);
}

static const char *costs_sentence(const why_view *view)
{
    rung_arena *arena = view->build->arena;
    const rung_requirement_score *score = view->score;
    const char *costs = report_fill(arena, score->gap.low > 0 ? WORD_WHY_COSTS : WORD_WHY_MAY_COST,
                                    view->requirement->title, report_loss(arena, score->loss),
                                    report_level_numbers(arena, score->attained),
                                    report_level_number(arena, score->target));
    costs = explain_join(view->build, costs, open_sentence(view));
    return explain_join(view->build, costs,
                        score->need == RUNG_ESSENTIAL ? report_words(WORD_WHY_ESSENTIAL) : "");
}

static const char *story(const why_view *view)
{
    rung_arena *arena = view->build->arena;
    const rung_requirement_score *score = view->score;
    const char *title = view->requirement->title, *rung = explain_rung_title(view->build);
    if (!score->applies)
        return report_fill(arena, WORD_WHY_ABSENT, title, rung);
    if (score->target <= 0)
        return report_fill(arena, WORD_WHY_NO_LEVEL, title, rung);
    if (score->gap.high <= 0)
        return report_fill(arena, WORD_WHY_IN_PLACE, title,
                           report_level_numbers(arena, score->attained),
                           report_level_number(arena, score->target));
    return costs_sentence(view);
}

static void add_pair(const why_view *view, report_pairs *pairs, report_word key, const char *value)
{
    if (value && *value)
        report_add_pair(view->build->document, pairs, report_words(key), value);
}

static report_pairs *begin_pairs(const why_view *view, report_word heading)
{
    report_add(view->build->document, REPORT_HEADING, report_words(heading));
    return &report_add(view->build->document, REPORT_PAIRS, NULL)->pairs;
}

static const char *points_text(const why_view *view, double points)
{
    return report_loss(view->build->arena, (rung_range){points, points});
}

/* --- Why it is essential here ---------------------------------------------------------------- */
static bool essential_everywhere(const why_view *view)
{
    for (size_t r = 0; r < view->build->rules->rung_count; r++)
        if (view->requirement->need_by_rung[r] != RUNG_ESSENTIAL)
            return false;
    return true;
}

/* An answer that decides, in the words of its question. */
static const char *said_words(const why_view *view, const rung_traced *name)
{
    rung_arena *arena = view->build->arena;
    const rung_question *question =
        &view->build->card->role->questionnaire->questions[name->variable];
    const char *said = rung_report_worth_text(arena, &name->worth);
    for (size_t i = 0; i < question->option_count; i++)
        if (question->type == RUNG_QUESTION_CHOICE && name->worth.kind == RUNG_WORTH_VALUE &&
            rung_text_equal(name->worth.low.string, rung_text_of(question->options[i].id)))
            said = question->options[i].label;
    return report_fill(arena, WORD_WHY_BECAUSE_ANSWER, said, question->ask);
}

static void add_why_essential(const why_view *view, report_pairs *pairs)
{
    report_build *build = view->build;
    const rung_expression_trace *need = view->why->trace->need;
    size_t questions = build->card->role->questionnaire->question_count;
    if (view->score->need != RUNG_ESSENTIAL)
        return;
    const char *aim = report_fill(build->arena, WORD_WHY_BECAUSE_RUNG, explain_rung_title(build));
    if (!need && essential_everywhere(view))
        aim = report_words(WORD_WHY_BECAUSE_ALWAYS);
    report_pair *pair =
        report_add_pair(build->document, pairs, report_words(WORD_WHY_BECAUSE), need ? NULL : aim);
    for (size_t i = 0; need && i < need->name_count; i++)
        report_add_value(build->document, pair,
                         need->names[i].variable < questions ? said_words(view, &need->names[i])
                                                             : aim);
}

static void add_where(const why_view *view)
{
    report_build *build = view->build;
    report_pairs *pairs = begin_pairs(view, WORD_WHY_WHERE);
    if (view->score->applies && view->score->target > 0) {
        add_pair(view, pairs, WORD_YOU_ARE_AT, report_where_one_is(build, view->why->requirement));
        add_pair(view, pairs, WORD_NEEDED, report_what_is_needed(build, view->why->requirement));
        add_why_essential(view, pairs);
        add_pair(view, pairs, WORD_WHY_WORTH,
                 report_fill(build->arena, WORD_WHY_WORTH_POINTS,
                             points_text(view, view->why->trace->points)));
        add_pair(view, pairs, WORD_EXPLAIN_COSTS,
                 view->score->loss.high > 0 ? report_loss(build->arena, view->score->loss)
                                            : report_words(WORD_SIDES_COSTS_NOTHING));
    }
    add_pair(view, pairs, WORD_WHY, view->requirement->why);
}

/* --- From which answers ---------------------------------------------------------------------- */
static const char *state_words(const why_view *view, const rung_report_supposed *answer)
{
    const rung_sheet *sheet = view->build->card->sheet;
    report_word words = WORD_WHY_NOT_DECIDED;
    switch (sheet->states[answer->question]) {
    case RUNG_ANSWERED:
        return answer->said;
    case RUNG_UNANSWERED:
        return report_words(WORD_WHY_NOT_ANSWERED);
    case RUNG_NOT_ASKED:
        words = WORD_WHY_NOT_ASKED;
        break;
    case RUNG_UNDECIDED:
        break;
    }
    if (!answer->said || !*answer->said)
        return report_words(words);
    return report_fill(view->build->arena, WORD_WHY_KEPT, report_words(words), answer->said);
}

/* A question that only decides whether others are asked is worth telling where one of them is not
 * asked, or may not be. */
static bool matters(const why_view *view, const rung_trace_question *one)
{
    const rung_sheet *sheet = view->build->card->sheet;
    if (one->direct)
        return true;
    for (size_t i = 0; i < view->why->trace->question_count; i++) {
        size_t other = view->why->trace->questions[i].question;
        const rung_question *question = &sheet->questionnaire->questions[other];
        bool asked =
            sheet->states[other] == RUNG_ANSWERED || sheet->states[other] == RUNG_UNANSWERED;
        for (size_t k = 0; !asked && k < question->asked_by_count; k++)
            if (question->asked_by[k] == one->question)
                return true;
    }
    return false;
}

static void add_answer(const why_view *view, report_block *block, size_t index)
{
    report_build *build = view->build;
    const rung_trace_question *one = &view->why->trace->questions[index];
    const rung_question *question = &build->card->role->questionnaire->questions[one->question];
    report_item *item = report_add_item(build->document, block, question->ask);
    item->aside = question->id;
    add_pair(view, &item->pairs, WORD_WHY_YOUR_ANSWER,
             state_words(view, &view->why->answers[index]));
    if (!one->direct)
        add_pair(view, &item->pairs, WORD_WHY_DECIDES, report_words(WORD_WHY_DECIDES_ASKED));
    else if (one->worth.kind == RUNG_WORTH_VALUE)
        add_pair(view, &item->pairs, WORD_WHY_COUNTS,
                 rung_report_worth_text(build->arena, &one->worth));
}

static void add_answers(const why_view *view)
{
    report_document *document = view->build->document;
    report_add(document, REPORT_HEADING, report_words(WORD_WHY_ANSWERS));
    if (view->why->trace->question_count == 0) {
        report_add(document, REPORT_TEXT, report_words(WORD_WHY_NO_ANSWERS));
        return;
    }
    report_block *block = report_add(document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < view->why->trace->question_count; i++)
        if (matters(view, &view->why->trace->questions[i]))
            add_answer(view, block, i);
}

/* --- How it is calculated -------------------------------------------------------------------- */
static const char *value_text(rung_arena *arena, const rung_value *value)
{
    rung_worth one = {.kind = RUNG_WORTH_VALUE, .low = *value};
    return rung_report_worth_text(arena, &one);
}

/* A text in one line. */
static const char *one_line(rung_arena *arena, const char *text)
{
    char *out = rung_copy(arena, rung_text_trim(rung_text_of(text))), *to = out;
    for (const char *at = out; *at; at++) {
        bool blank = *at == ' ' || *at == '\n' || *at == '\t' || *at == '\r';
        bool again = to > out && to[-1] == ' ';
        if (!blank || !again)
            *to++ = blank ? ' ' : *at;
    }
    *to = '\0';
    return out;
}

static const char *step_words(report_build *build, const rung_traced *step)
{
    rung_arena *arena = build->arena;
    const rung_worth *worth = &step->worth;
    const char *text = one_line(arena, rung_copy(arena, step->text));
    switch (worth->kind) {
    case RUNG_WORTH_VALUE:
        return report_fill(arena, WORD_WHY_STEP, text, rung_report_worth_text(arena, worth));
    case RUNG_WORTH_RANGE:
        if (rung_program_type(step->program).base == RUNG_TYPE_BOOL)
            return report_fill(arena, WORD_WHY_STEP_OPEN, text);
        return report_fill(arena, WORD_WHY_STEP_RANGE, text, value_text(arena, &worth->low),
                           value_text(arena, &worth->high));
    case RUNG_WORTH_OPEN:
        return report_fill(arena, WORD_WHY_STEP_OPEN, text);
    default:
        return report_fill(arena, WORD_WHY_STEP_NONE, text, rung_eval_error_text(worth->error));
    }
}

/* A choice inside a choice only says again what its conditions say. */
static bool is_short(rung_text step)
{
    return !rung_text_contains(step, RUNG_TEXT("?"));
}

static void add_steps(const why_view *view, report_pairs *pairs)
{
    enum { STEPS_SHOWN = 8 };
    report_build *build = view->build;
    const rung_expression_trace *attained = &view->why->trace->attained;
    size_t count = 0, shown = 0;
    for (size_t i = 0; i < attained->step_count; i++)
        count += is_short(attained->steps[i].text);
    if (count == 0)
        return;
    report_pair *pair = report_add_pair(build->document, pairs, report_words(WORD_WHY_STEPS), NULL);
    size_t most = count > STEPS_SHOWN + 1 ? STEPS_SHOWN : count;
    for (size_t i = 0; i < attained->step_count && shown < most; i++) {
        if (!is_short(attained->steps[i].text))
            continue;
        report_add_value(build->document, pair, step_words(build, &attained->steps[i]));
        shown++;
    }
    if (attained->more)
        report_add_value(build->document, pair, report_words(WORD_WHY_MANY_STEPS));
    else if (count > shown)
        report_add_value(build->document, pair,
                         report_fill_count(build->arena, WORD_WHY_MORE_STEPS, count - shown));
}

static const char *points_to_check(const why_view *view, double points)
{
    return report_loss_to_check(view->build->arena, (rung_range){points, points});
}

/* The sum of which something is a share. */
static const char *whole_of(rung_arena *arena, double part, double share)
{
    return report_decimal(arena, part / share);
}

static const char *worth_sum(const why_view *view)
{
    const rung_trace *trace = view->why->trace;
    const rung_dimension *dimension = &view->build->rules->dimensions[view->requirement->dimension];
    rung_arena *arena = view->build->arena;
    double importance = view->requirement->importance;
    return report_fill(arena, WORD_WHY_WORTH_SUM, report_decimal(arena, dimension->weight),
                       whole_of(arena, dimension->weight, trace->dimension_share), dimension->title,
                       report_decimal(arena, importance),
                       whole_of(arena, importance, trace->importance_share),
                       points_to_check(view, trace->points));
}

/* Numbers inside a sum: a range in brackets. */
static const char *in_sum(const why_view *view, rung_range range, const char *numbers)
{
    return is_open(range) ? report_fill(view->build->arena, WORD_WHY_IN_BRACKETS, numbers)
                          : numbers;
}

static const char *gap_sum(const why_view *view, const char *target)
{
    rung_arena *arena = view->build->arena;
    if (view->score->gap.high <= 0)
        return report_words(WORD_WHY_NO_GAP);
    rung_range attained = view->score->attained;
    return report_fill(arena, WORD_WHY_GAP_SUM, target,
                       in_sum(view, attained, report_level_numbers(arena, attained)),
                       report_gap_numbers(arena, view->score->target, attained));
}

static void add_sums(const why_view *view, report_pairs *pairs)
{
    rung_arena *arena = view->build->arena;
    const rung_requirement_score *score = view->score;
    const char *level = report_level_numbers(arena, score->attained);
    const char *target = report_level_number(arena, score->target);
    const rung_traced *whole = &view->why->trace->attained.whole;
    const char *result = rung_report_worth_text(arena, &whole->worth);
    add_pair(view, pairs, WORD_WHY_LEVEL,
             whole->worth.kind == RUNG_WORTH_NONE || whole->worth.can_fail
                 ? report_fill(arena, WORD_WHY_LEVEL_CUT, result)
                 : level);
    add_pair(view, pairs, WORD_WHY_GAP, gap_sum(view, target));
    add_pair(view, pairs, WORD_WHY_WORTH, worth_sum(view));
    if (score->gap.high > 0)
        add_pair(view, pairs, WORD_EXPLAIN_COSTS,
                 report_fill(arena, WORD_WHY_COSTS_SUM,
                             points_to_check(view, view->why->trace->points),
                             in_sum(view, score->gap,
                                    report_gap_numbers(arena, score->target, score->attained)),
                             target, report_loss_to_check(arena, score->loss)));
}

/* "2, from rung == …", or "2, set for Junior". */
static void add_decided(const why_view *view, report_pairs *pairs, report_word key,
                        const char *value, const rung_expression_trace *trace)
{
    rung_arena *arena = view->build->arena;
    const char *text = trace ? one_line(arena, rung_copy(arena, trace->whole.text)) : NULL;
    add_pair(view, pairs, key,
             text ? report_fill(arena, WORD_WHY_BY_RULE, value, text)
                  : report_fill(arena, WORD_WHY_BY_RUNG, value, explain_rung_title(view->build)));
}

static void add_when(const why_view *view, report_pairs *pairs)
{
    const rung_expression_trace *when = view->why->trace->when;
    if (when)
        add_pair(view, pairs, WORD_WHY_WHEN,
                 one_line(view->build->arena, rung_copy(view->build->arena, when->whole.text)));
}

static void add_calculation(const why_view *view)
{
    rung_arena *arena = view->build->arena;
    const rung_trace *trace = view->why->trace;
    report_pairs *pairs = begin_pairs(view, WORD_WHY_CALCULATED);
    const char *text = one_line(arena, rung_copy(arena, trace->attained.whole.text));
    const char *filled = one_line(arena, explain_filled(arena, &trace->attained));
    add_pair(view, pairs, WORD_WHY_WRITTEN, text);
    if (strcmp(text, filled) != 0)
        add_pair(view, pairs, WORD_WHY_FILLED, filled);
    add_steps(view, pairs);
    add_sums(view, pairs);
    add_when(view, pairs);
    add_decided(view, pairs, WORD_WHY_TARGET, report_level_number(arena, view->score->target),
                trace->target);
    add_decided(view, pairs, WORD_WHY_NEED, rung_need_name(view->score->need), trace->need);
}

/* --- Where it comes from --------------------------------------------------------------------- */
static const char *basis_words(const why_view *view)
{
    rung_arena *arena = view->build->arena;
    const rung_requirement *requirement = view->requirement;
    const char *source = view->build->rules->source_title;
    report_word in = requirement->documented ? WORD_WHY_DOCUMENTED_IN : WORD_WHY_JUDGEMENT_BESIDE;
    report_word bare = requirement->documented ? WORD_WHY_DOCUMENTED : WORD_WHY_JUDGEMENT;
    const char *words =
        requirement->source ? report_fill(arena, in, requirement->source) : report_words(bare);
    return requirement->source && source ? report_fill(arena, WORD_WHY_OF_SOURCE, words, source)
                                         : words;
}

static void add_source(const why_view *view)
{
    report_pairs *pairs = begin_pairs(view, WORD_WHY_SOURCE);
    add_pair(view, pairs, WORD_RESTS_ON, report_what_it_rests_on(view->build, view->requirement));
    add_pair(view, pairs, WORD_WHY_BASIS, basis_words(view));
    add_pair(view, pairs, WORD_WHY_RULES, explain_place(view->build, view->requirement->span));
}

/* --- All together ---------------------------------------------------------------------------- */
static void add_parts(const why_view *view)
{
    report_add(view->build->document, REPORT_STORY, story(view));
    if (!view->score->applies) {
        report_pairs *pairs = begin_pairs(view, WORD_WHY_CALCULATED);
        add_when(view, pairs);
    } else {
        add_where(view);
        add_answers(view);
        add_calculation(view);
        explain_add_change(view->build, view->why);
    }
    add_source(view);
}

void rung_report_why_text(rung_arena *arena, const rung_report_why *why,
                          const rung_report_subject *subject, const rung_text_style *style,
                          rung_sink *sink)
{
    report_build *build = explain_begin(arena, why->card, why->rung, subject);
    report_build_headline(build, WORD_WHY_TITLE);
    if (!why->trace) {
        explain_blocked(build);
    } else {
        why_view view = {build, why, &build->rules->requirements[why->requirement],
                         why->trace->score};
        add_parts(&view);
    }
    report_render_text(arena, build->document, style, sink);
}
