/* The walk over all completions of what some programs depend on. */
#include "answers/walk.h"

#include <math.h>
#include <stdlib.h>

/* --- Which questions matter ------------------------------------------------------------------ */

static void mark_question(answers_walker *walker, uint32_t question);

static void mark_program(answers_walker *walker, const rung_program *program)
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

static void mark_question(answers_walker *walker, uint32_t question)
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
static void list_unknown(answers_walker *walker)
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

static void add_uses(answers_walker *walker, const rung_program *program)
{
    const struct rung_walk *memory = walker->sheet->walk;
    size_t count;
    const rung_use *uses = program ? rung_program_uses(program, &count) : NULL;
    for (size_t i = 0; uses && i < count; i++) {
        uint32_t question = uses[i].variable;
        if (question >= walker->sheet->questionnaire->question_count || !memory->marked[question])
            continue;
        answers_usage_add(walker->arena, &walker->usages[memory->rank[question]], &uses[i]);
    }
}

static void find_usages(answers_walker *walker)
{
    walker->usages = rung_new_array(walker->arena, answers_usage, walker->count);
    for (size_t i = 0; i < walker->count; i++)
        walker->usages[i] = answers_usage_none;
    for (size_t i = 0; i < walker->program_count; i++)
        add_uses(walker, walker->programs[i]);
    for (size_t i = 0; i < walker->count; i++) {
        if (!conditions_matter(walker->sheet, walker->unknown[i]))
            continue;
        add_uses(walker, section_when(walker->sheet, walker->unknown[i]));
        add_uses(walker, walker->sheet->questionnaire->questions[walker->unknown[i]].when);
    }
}

static void find_domains(answers_walker *walker)
{
    const rung_question *questions = walker->sheet->questionnaire->questions;
    walker->domains = rung_new_array(walker->arena, answers_domain, walker->count);
    for (size_t i = 0; i < walker->count; i++) {
        walker->domains[i] = answers_domain_of(walker->arena, &questions[walker->unknown[i]],
                                               &walker->usages[i], walker->most_completions);
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
static void limit_domains(answers_walker *walker, double most)
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

static struct condition condition_now(answers_walker *walker, const rung_program *when)
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
answers_asked answers_asked_now(answers_walker *walker, uint32_t question)
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

void answers_set_cell(answers_walker *walker, uint32_t question, rung_cell value)
{
    walker->sheet->walk->values[question] = value;
    walker->sheet->walk->bounds[question] = (rung_bounds_cell){.known = true, .cell = value};
}

static void step(answers_walker *walker, size_t index);

static void try_value(answers_walker *walker, size_t index, rung_cell value)
{
    answers_set_cell(walker, walker->unknown[index], value);
    step(walker, index + 1);
}

/* One step for the whole domain, also for not being asked: steps must not multiply here. */
static void try_bounds(answers_walker *walker, size_t index, answers_asked asked)
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

static void try_values(answers_walker *walker, size_t index, answers_asked asked)
{
    const answers_domain *domain = &walker->domains[index];
    uint32_t question = walker->unknown[index];
    if (asked.can_be_unasked)
        try_value(walker, index, walker->sheet->questionnaire->questions[question].unasked);
    for (size_t i = 0; asked.can_be_asked && i < domain->count && !walker->done; i++)
        try_value(walker, index, domain->values[i]);
}

/* False if the budget of the walk, or of the sheet, is used up. */
static bool take_step(answers_walker *walker)
{
    struct rung_walk *memory = walker->sheet->walk;
    if (walker->limited)
        return true;
    if (!walker->exact_only)
        memory->budget -= memory->budget > 0;
    if (++walker->steps > walker->most_steps || memory->budget == 0)
        walker->done = walker->exhausted = true;
    return !walker->exhausted;
}

static void visit(answers_walker *walker)
{
    if (!walker->limited && ++walker->completions > walker->most_completions)
        walker->done = walker->exhausted = true;
    else
        walker->visit(walker);
}

static void step(answers_walker *walker, size_t index)
{
    answers_asked asked = {.can_be_asked = true};
    if (walker->done || !take_step(walker))
        return;
    if (index == walker->count) {
        visit(walker);
        return;
    }
    if (conditions_matter(walker->sheet, walker->unknown[index]))
        asked = answers_asked_now(walker, walker->unknown[index]);
    if (walker->domains[index].bounded)
        try_bounds(walker, index, asked);
    else
        try_values(walker, index, asked);
}

static void prepare(answers_walker *walker)
{
    struct rung_walk *memory = walker->sheet->walk;
    for (size_t i = 0; i < walker->program_count; i++) {
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

static void start(answers_walker *walker)
{
    walker->begin(walker);
    step(walker, 0);
}

/* True if there are far more combinations than may be tried. Conditions leave some of them out, so
 * a few times as many are worth the attempt. */
static bool is_hopeless(const answers_walker *walker)
{
    const double times = 64;
    double combinations = 1;
    for (size_t i = 0; i < walker->count; i++)
        combinations *= (double)walker->domains[i].count;
    return combinations > times * (double)walker->most_steps;
}

static void start_with_bounds(answers_walker *walker)
{
    const struct rung_walk *memory = walker->sheet->walk;
    walker->done = walker->exhausted = false;
    walker->limited = true;
    limit_domains(walker,
                  memory->budget > 0 ? (double)walker->most_steps / (double)walker->count / 16 : 1);
    start(walker);
}

void answers_walk(answers_walker *walker)
{
    struct rung_walk *memory = walker->sheet->walk;
    prepare(walker);
    if (walker->exact_only && (walker->bounded || is_hopeless(walker)))
        walker->exhausted = true;
    else
        start(walker);
    if (walker->exhausted && !walker->exact_only)
        start_with_bounds(walker);
    for (size_t i = 0; i < walker->count; i++) {
        uint32_t question = walker->unknown[i];
        memory->marked[question] = false;
        memory->bounds[question] = walker->sheet->cells[question];
    }
}
