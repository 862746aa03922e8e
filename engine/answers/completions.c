/* Walking over all completions of what some programs depend on. */
#include "answers/answers_private.h"

#include <math.h>
#include <stdlib.h>

/* Work is counted in steps: one gives one question one value. A walk that takes more of them than
 * this, or finds more completions than RUNG_MAX_COMPLETIONS, starts again with bounds. */
enum { MAX_STEPS = 64 * RUNG_MAX_COMPLETIONS };

/* One walk: the unknown questions that matter, in file order, are given values one after the
 * other; at the end `visit` looks at the completion in sheet->walk. */
struct walker {
    rung_arena *arena;
    const rung_sheet *sheet;
    const rung_program *programs[2]; /* what is asked for; either may be NULL */
    uint32_t *unknown;               /* questions, ascending */
    size_t count;
    answers_usage *usages;   /* one for each of them */
    answers_domain *domains; /* one for each of them */
    bool bounded;            /* some domain is: programs are evaluated over bounds */
    bool done;               /* nothing left can change the result */
    bool exhausted;          /* too much work: the result is not to be used */
    bool limited;            /* domains have been bounded: what is left is few */
    size_t steps, completions;
    void (*begin)(struct walker *walker); /* sets the result to nothing found yet */
    void (*visit)(struct walker *walker);
    void *result;
};

/* --- Which questions matter ------------------------------------------------------------------ */

static void mark_question(struct walker *walker, uint32_t question);

static void mark_program(struct walker *walker, const rung_program *program)
{
    size_t count;
    const rung_use *uses = program ? rung_program_uses(program, &count) : NULL;
    for (size_t i = 0; uses && i < count; i++)
        if (uses[i].variable < walker->sheet->questionnaire->question_count)
            mark_question(walker, uses[i].variable);
}

/* An undecided question takes one value when it is not asked, so its conditions matter too. */
static bool conditions_matter(const rung_sheet *sheet, uint32_t question)
{
    return sheet->states[question] == RUNG_UNDECIDED &&
           !sheet->questionnaire->questions[question].unasked_unknown;
}

static const rung_program *section_when(const rung_sheet *sheet, uint32_t question)
{
    const rung_questionnaire *questionnaire = sheet->questionnaire;
    return questionnaire->sections[questionnaire->questions[question].section].when;
}

static void mark_question(struct walker *walker, uint32_t question)
{
    const rung_sheet *sheet = walker->sheet;
    if (sheet->walk->marked[question] || !sheet->unknown[question])
        return;
    sheet->walk->marked[question] = true;
    walker->count++;
    if (conditions_matter(sheet, question)) {
        mark_program(walker, section_when(sheet, question));
        mark_program(walker, sheet->questionnaire->questions[question].when);
    }
}

/* The marked questions in file order, and the way back from a question to its rank. */
static void list_unknown(struct walker *walker)
{
    struct rung_walk *memory = walker->sheet->walk;
    walker->unknown = rung_new_array(walker->arena, uint32_t, walker->count);
    for (uint32_t q = 0, rank = 0; rank < walker->count; q++) {
        if (!memory->marked[q])
            continue;
        memory->rank[q] = rank;
        walker->unknown[rank++] = q;
    }
}

/* --- Which of their values matter ------------------------------------------------------------ */

static void add_uses(struct walker *walker, const rung_program *program)
{
    const struct rung_walk *memory = walker->sheet->walk;
    size_t count;
    const rung_use *uses = program ? rung_program_uses(program, &count) : NULL;
    for (size_t i = 0; uses && i < count; i++) {
        uint32_t question = uses[i].variable;
        if (question >= walker->sheet->questionnaire->question_count || !memory->marked[question])
            continue;
        answers_usage *usage = &walker->usages[memory->rank[question]];
        usage->only_cuts &= uses[i].only_cuts;
        usage->only_members &= uses[i].only_members;
        usage->members |= uses[i].members;
        for (size_t c = 0; c < uses[i].cut_count; c++)
            rung_push(walker->arena, &usage->cuts, uses[i].cuts[c]);
    }
}

static void find_usages(struct walker *walker)
{
    walker->usages = rung_new_array(walker->arena, answers_usage, walker->count);
    for (size_t i = 0; i < walker->count; i++)
        walker->usages[i].only_cuts = walker->usages[i].only_members = true;
    for (size_t i = 0; i < RUNG_COUNT(walker->programs); i++)
        add_uses(walker, walker->programs[i]);
    for (size_t i = 0; i < walker->count; i++) {
        if (!conditions_matter(walker->sheet, walker->unknown[i]))
            continue;
        add_uses(walker, section_when(walker->sheet, walker->unknown[i]));
        add_uses(walker, walker->sheet->questionnaire->questions[walker->unknown[i]].when);
    }
}

static void find_domains(struct walker *walker)
{
    const rung_question *questions = walker->sheet->questionnaire->questions;
    walker->domains = rung_new_array(walker->arena, answers_domain, walker->count);
    for (size_t i = 0; i < walker->count; i++) {
        walker->domains[i] = answers_domain_of(walker->arena, &questions[walker->unknown[i]],
                                               &walker->usages[i], RUNG_MAX_COMPLETIONS);
        walker->bounded |= walker->domains[i].bounded;
    }
}

struct sized {
    size_t size, index;
};

static int by_size(const void *a, const void *b)
{
    const struct sized *x = a, *y = b;
    if (x->size != y->size)
        return x->size < y->size ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

/* Bounds the largest domains, so that at most `most` combinations of the others are left. */
static void limit_domains(struct walker *walker, double most)
{
    struct sized *order = rung_new_array(walker->arena, struct sized, walker->count);
    double combinations = 1;
    for (size_t i = 0; i < walker->count; i++) /* and one for not being asked */
        order[i] = (struct sized){walker->domains[i].count + 1, i};
    if (walker->count)
        qsort(order, walker->count, sizeof *order, by_size);
    for (size_t i = 0; i < walker->count; i++) {
        answers_domain *domain = &walker->domains[order[i].index];
        if (!domain->bounded)
            combinations *= (double)order[i].size;
        domain->bounded |= combinations > most;
        walker->bounded |= domain->bounded;
    }
}

/* --- Conditions in the completion being tried ------------------------------------------------ */

/* What a condition is in this completion; both can be, where only bounds are known. */
struct condition {
    bool can_hold, can_be_false, can_fail;
    rung_condition_failure failure;
};

static struct condition condition_now(struct walker *walker, const rung_program *when)
{
    struct rung_walk *memory = walker->sheet->walk;
    rung_bounds bounds;
    bool value = false;

    if (!when)
        return (struct condition){.can_hold = true};
    if (walker->bounded) {
        rung_eval_bounds(when, memory->bounds, memory->scratch, &bounds);
        return (struct condition){
            bounds.can_be_true, bounds.can_be_false, bounds.can_fail, {when, RUNG_EVAL_POSSIBLE}};
    }
    rung_eval_error error = rung_eval_bool(when, memory->values, memory->scratch, &value);
    return (struct condition){
        !error && value, !error && !value, error != RUNG_EVAL_OK, {when, error}};
}

/* Asked if the section's and its own condition are true. An error is not true; it shows unless the
 * other condition is false, as with `&&`. */
static answers_asked asked_now(struct walker *walker, uint32_t question)
{
    struct condition section = condition_now(walker, section_when(walker->sheet, question));
    struct condition own =
        condition_now(walker, walker->sheet->questionnaire->questions[question].when);
    answers_asked asked = {
        .can_be_asked = section.can_hold && own.can_hold,
        .can_be_unasked =
            section.can_be_false || section.can_fail || own.can_be_false || own.can_fail,
    };
    if (section.can_fail && (own.can_hold || own.can_fail))
        asked.failure = section.failure;
    else if (own.can_fail && section.can_hold)
        asked.failure = own.failure;
    return asked;
}

/* --- The walk -------------------------------------------------------------------------------- */

static void set_cell(struct walker *walker, uint32_t question, rung_cell value)
{
    walker->sheet->walk->values[question] = value;
    walker->sheet->walk->bounds[question] = (rung_bounds_cell){.known = true, .cell = value};
}

static void step(struct walker *walker, size_t index);

static void try_value(struct walker *walker, size_t index, rung_cell value)
{
    set_cell(walker, walker->unknown[index], value);
    step(walker, index + 1);
}

/* One step for the whole domain, also for not being asked: steps must not multiply here. */
static void try_bounds(struct walker *walker, size_t index, answers_asked asked)
{
    uint32_t question = walker->unknown[index];
    const rung_question *content = &walker->sheet->questionnaire->questions[question];
    rung_bounds_cell bounds = answers_domain_bounds(content);
    if (!asked.can_be_asked) {
        try_value(walker, index, content->unasked);
        return;
    }
    if (asked.can_be_unasked)
        answers_bounds_add(content, &bounds, content->unasked);
    walker->sheet->walk->bounds[question] = bounds;
    step(walker, index + 1);
}

static void try_values(struct walker *walker, size_t index, answers_asked asked)
{
    const answers_domain *domain = &walker->domains[index];
    uint32_t question = walker->unknown[index];
    if (asked.can_be_unasked)
        try_value(walker, index, walker->sheet->questionnaire->questions[question].unasked);
    for (size_t i = 0; asked.can_be_asked && i < domain->count && !walker->done; i++)
        try_value(walker, index, domain->values[i]);
}

/* True if the budget of the walk, or of the sheet, is used up. */
static bool take_step(struct walker *walker)
{
    struct rung_walk *memory = walker->sheet->walk;
    if (walker->limited)
        return true;
    memory->budget -= memory->budget > 0;
    if (++walker->steps > MAX_STEPS || memory->budget == 0)
        walker->done = walker->exhausted = true;
    return !walker->exhausted;
}

static void visit(struct walker *walker)
{
    if (!walker->limited && ++walker->completions > RUNG_MAX_COMPLETIONS)
        walker->done = walker->exhausted = true;
    else
        walker->visit(walker);
}

static void step(struct walker *walker, size_t index)
{
    answers_asked asked = {.can_be_asked = true};
    if (walker->done || !take_step(walker))
        return;
    if (index == walker->count) {
        visit(walker);
        return;
    }
    if (conditions_matter(walker->sheet, walker->unknown[index]))
        asked = asked_now(walker, walker->unknown[index]);
    if (walker->domains[index].bounded)
        try_bounds(walker, index, asked);
    else
        try_values(walker, index, asked);
}

static void prepare(struct walker *walker)
{
    struct rung_walk *memory = walker->sheet->walk;
    for (size_t i = 0; i < RUNG_COUNT(walker->programs); i++) {
        const rung_program *program = walker->programs[i];
        mark_program(walker, program);
        if (program && rung_program_scratch(program) > memory->scratch_size) {
            memory->scratch_size = rung_program_scratch(program);
            memory->scratch = rung_alloc(walker->arena, memory->scratch_size);
        }
    }
    list_unknown(walker);
    find_usages(walker);
    find_domains(walker);
}

/* All completions if they are few enough, else bounds for the largest domains. */
static void walk(struct walker *walker)
{
    struct rung_walk *memory = walker->sheet->walk;
    prepare(walker);
    walker->begin(walker);
    step(walker, 0);
    if (walker->exhausted) {
        walker->done = walker->exhausted = false;
        walker->limited = true;
        limit_domains(walker,
                      memory->budget > 0 ? (double)MAX_STEPS / (double)walker->count / 16 : 1);
        walker->begin(walker);
        step(walker, 0);
    }
    for (size_t i = 0; i < walker->count; i++) {
        uint32_t question = walker->unknown[i];
        memory->marked[question] = false;
        memory->bounds[question] = walker->sheet->cells[question];
    }
}

/* --- Is a question asked? -------------------------------------------------------------------- */

struct asked_result {
    uint32_t question;
    answers_asked asked;
};

static void begin_asked(struct walker *walker)
{
    ((struct asked_result *)walker->result)->asked = (answers_asked){0};
}

static void visit_asked(struct walker *walker)
{
    struct asked_result *result = walker->result;
    answers_asked now = asked_now(walker, result->question);
    result->asked.can_be_asked |= now.can_be_asked;
    result->asked.can_be_unasked |= now.can_be_unasked;
    if (!result->asked.failure.when)
        result->asked.failure = now.failure;
}

answers_asked answers_is_asked(rung_arena *arena, const rung_sheet *sheet, size_t question)
{
    struct asked_result result = {.question = (uint32_t)question};
    struct walker walker = {
        .arena = arena,
        .sheet = sheet,
        .programs = {section_when(sheet, result.question),
                     sheet->questionnaire->questions[question].when},
        .begin = begin_asked,
        .visit = visit_asked,
        .result = &result,
    };
    walk(&walker);
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

static void begin_over(struct walker *walker)
{
    struct over_result *result = walker->result;
    result->outcome = (rung_outcome){.low = INFINITY, .high = -INFINITY};
}

static void visit_over(struct walker *walker)
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
    struct walker walker = {
        .arena = arena,
        .sheet = sheet,
        .programs = {program, NULL},
        .begin = begin_over,
        .visit = visit_over,
        .result = &result,
    };
    rung_bounds bounds;

    /* Without a rung its variable is "", which is no rung's id. */
    set_cell(&walker, variable, (rung_cell){.i = rung == RUNG_NO_RUNG ? -1 : (int64_t)rung});
    if (rung_program_scratch(program) > sheet->walk->scratch_size) {
        sheet->walk->scratch_size = rung_program_scratch(program);
        sheet->walk->scratch = rung_alloc(arena, sheet->walk->scratch_size);
    }
    rung_eval_bounds(program, sheet->walk->bounds, sheet->walk->scratch, &bounds);
    result.cannot_fail = !bounds.can_fail;
    walk(&walker);
    result.outcome.exact = !walker.bounded;
    return result.outcome;
}
