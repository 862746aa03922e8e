/* What is asked of walks over completions: is a question asked, what can an expression be. */
#include "answers/walk.h"

#include <math.h>

/* --- Is a question asked? -------------------------------------------------------------------- */

struct asked_result {
    uint32_t question;
    answers_asked asked;
};

static void begin_asked(answers_walker *walker)
{
    ((struct asked_result *)walker->result)->asked = (answers_asked){0};
}

static void visit_asked(answers_walker *walker)
{
    struct asked_result *result = walker->result;
    answers_asked now = answers_asked_now(walker, result->question);
    result->asked.can_be_asked |= now.can_be_asked;
    result->asked.can_be_unasked |= now.can_be_unasked;
    if (!result->asked.failure.when)
        result->asked.failure = now.failure;
}

answers_asked answers_is_asked(rung_arena *arena, const rung_sheet *sheet, size_t question)
{
    struct asked_result result = {.question = (uint32_t)question};
    const rung_question *content = &sheet->questionnaire->questions[question];
    const rung_program *programs[] = {sheet->questionnaire->sections[content->section].when,
                                      content->when};
    answers_walker walker = {
        .arena = arena,
        .sheet = sheet,
        .programs = programs,
        .program_count = RUNG_COUNT(programs),
        .most_steps = ANSWERS_MOST_STEPS,
        .most_completions = RUNG_MAX_COMPLETIONS,
        .begin = begin_asked,
        .visit = visit_asked,
        .result = &result,
    };
    answers_walk(&walker);
    return result.asked;
}

/* --- What can an expression be? -------------------------------------------------------------- */

struct over_result {
    rung_outcome outcome;
    double least, most;
    bool is_bool;
    bool cannot_fail; /* so both ends are all there is to find */
};

static void widen(struct over_result *result, double low, double high)
{
    low = fmin(fmax(low, result->least), result->most);
    high = fmin(fmax(high, result->least), result->most);
    result->outcome.low = fmin(result->outcome.low, low);
    result->outcome.high = fmax(result->outcome.high, high);
}

static void fail(struct over_result *result, rung_eval_error error)
{
    result->outcome.can_fail = true;
    if (!result->outcome.error)
        result->outcome.error = error;
    if (!result->is_bool)
        widen(result, result->least, result->most);
}

static void visit_bounds(const rung_program *program, struct rung_walk *walk,
                         struct over_result *result)
{
    rung_bounds bounds;
    rung_eval_bounds(program, walk->bounds, walk->scratch, &bounds);
    result->outcome.can_be_true |= bounds.can_be_true;
    result->outcome.can_be_false |= bounds.can_be_false;
    if (bounds.can_fail)
        fail(result, RUNG_EVAL_POSSIBLE);
    if (!result->is_bool && bounds.can_succeed)
        widen(result, bounds.low, bounds.high);
}

static void visit_values(const rung_program *program, struct rung_walk *walk,
                         struct over_result *result)
{
    double number = 0;
    bool truth = false;
    rung_eval_error error = result->is_bool
                                ? rung_eval_bool(program, walk->values, walk->scratch, &truth)
                                : rung_eval_number(program, walk->values, walk->scratch, &number);
    if (error || isnan(number)) {
        fail(result, error ? error : RUNG_EVAL_CONVERSION);
    } else if (result->is_bool) {
        result->outcome.can_be_true |= truth;
        result->outcome.can_be_false |= !truth;
    } else {
        widen(result, number, number);
    }
}

static void begin_over(answers_walker *walker)
{
    struct over_result *result = walker->result;
    result->outcome = (rung_outcome){.low = INFINITY, .high = -INFINITY};
}

static void visit_over(answers_walker *walker)
{
    struct over_result *result = walker->result;
    rung_outcome *outcome = &result->outcome;
    if (walker->bounded)
        visit_bounds(walker->programs[0], walker->sheet->walk, result);
    else
        visit_values(walker->programs[0], walker->sheet->walk, result);
    walker->done =
        result->cannot_fail &&
        (result->is_bool ? outcome->can_be_true && outcome->can_be_false
                         : outcome->low <= result->least && outcome->high >= result->most);
}

rung_outcome rung_over_completions(rung_arena *arena, const rung_sheet *sheet,
                                   const rung_program *program, size_t rung, double least,
                                   double most)
{
    uint32_t variable = (uint32_t)sheet->questionnaire->question_count;
    rung_type type = rung_program_type(program);
    struct over_result result = {
        .least = least,
        .most = most,
        .is_bool = type.base == RUNG_TYPE_BOOL && type.lists == 0,
    };
    answers_walker walker = {
        .arena = arena,
        .sheet = sheet,
        .programs = &program,
        .program_count = 1,
        .most_steps = ANSWERS_MOST_STEPS,
        .most_completions = RUNG_MAX_COMPLETIONS,
        .begin = begin_over,
        .visit = visit_over,
        .result = &result,
    };
    rung_bounds bounds;

    /* Without a rung its variable is "", which is no rung's id. */
    answers_set_cell(&walker, variable,
                     (rung_cell){.i = rung == RUNG_NO_RUNG ? -1 : (int64_t)rung});
    if (rung_program_scratch(program) > sheet->walk->scratch_size) {
        sheet->walk->scratch_size = rung_program_scratch(program);
        sheet->walk->scratch = rung_alloc(arena, sheet->walk->scratch_size);
    }
    rung_eval_bounds(program, sheet->walk->bounds, sheet->walk->scratch, &bounds);
    result.cannot_fail = !bounds.can_fail;
    answers_walk(&walker);
    result.outcome.exact = !walker.bounded;
    return result.outcome;
}

/* --- Each completion ------------------------------------------------------------------------- */

static void begin_each(answers_walker *walker)
{
    (void)walker;
}

static void visit_each(answers_walker *walker)
{
    rung_visit *visit = walker->result;
    visit->completions++;
    if (!visit->visit(visit->ctx, walker->sheet->walk->values)) {
        visit->end = RUNG_VISIT_STOPPED;
        walker->done = true;
    }
}

void rung_visit_completions(rung_arena *arena, const rung_sheet *sheet, rung_visit *visit)
{
    uint32_t variable = (uint32_t)sheet->questionnaire->question_count;
    answers_walker walker = {
        .arena = arena,
        .sheet = sheet,
        .programs = visit->programs,
        .program_count = visit->program_count,
        .most_steps = visit->most_steps,
        .most_completions = visit->most_steps,
        .exact_only = true,
        .begin = begin_each,
        .visit = visit_each,
        .result = visit,
    };
    visit->end = RUNG_VISIT_ALL;
    visit->completions = 0;
    answers_set_cell(&walker, variable,
                     (rung_cell){.i = visit->rung == RUNG_NO_RUNG ? -1 : (int64_t)visit->rung});
    answers_walk(&walker);
    visit->steps = walker.steps;
    if (walker.exhausted)
        visit->end = RUNG_VISIT_TOO_MANY;
}
