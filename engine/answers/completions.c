/* Walking over all completions of what some programs depend on. */
#include "answers/answers_private.h"

#include <assert.h>
#include <math.h>

/* One walk: the unknown questions that matter, in file order, are given values one after the
 * other; at the end `visit` looks at the completion in sheet->walk. */
struct walker {
    rung_arena *arena;
    const rung_sheet *sheet;
    const rung_program *programs[2]; /* what is asked for; either may be NULL */
    RUNG_VEC(uint32_t) unknown;      /* questions, ascending */
    answers_domain *domains;         /* one for each of them */
    bool bounded;                    /* some domain is: programs are evaluated over bounds */
    bool done;                       /* nothing left can change the result */
    rung_eval_error error;           /* of a condition on the way */
    void (*visit)(struct walker *walker);
    void *result;
};

/* --- Which questions matter --------------------------------------------------------------------*/

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
    rung_push(walker->arena, &walker->unknown, question);
    if (conditions_matter(sheet, question)) {
        mark_program(walker, section_when(sheet, question));
        mark_program(walker, sheet->questionnaire->questions[question].when);
    }
}

static void sort_unknown(struct walker *walker)
{
    uint32_t *at = walker->unknown.at;
    for (size_t i = 1; i < walker->unknown.count; i++) {
        uint32_t moved = at[i];
        size_t j = i;
        for (; j > 0 && at[j - 1] > moved; j--)
            at[j] = at[j - 1];
        at[j] = moved;
    }
}

/* --- Which of their values matter --------------------------------------------------------------*/

static void add_use(struct walker *walker, answers_usage *usage, const rung_program *program,
                    uint32_t question)
{
    size_t count;
    const rung_use *uses = program ? rung_program_uses(program, &count) : NULL;
    for (size_t i = 0; uses && i < count && uses[i].variable <= question; i++) {
        if (uses[i].variable != question)
            continue;
        usage->only_cuts &= uses[i].only_cuts;
        usage->only_members &= uses[i].only_members;
        usage->members |= uses[i].members;
        for (size_t c = 0; c < uses[i].cut_count; c++)
            rung_push(walker->arena, &usage->cuts, uses[i].cuts[c]);
    }
}

static answers_usage usage_of(struct walker *walker, uint32_t question)
{
    answers_usage usage = {.only_cuts = true, .only_members = true};
    for (size_t i = 0; i < RUNG_COUNT(walker->programs); i++)
        add_use(walker, &usage, walker->programs[i], question);
    for (size_t i = 0; i < walker->unknown.count; i++) {
        uint32_t other = walker->unknown.at[i];
        if (!conditions_matter(walker->sheet, other))
            continue;
        add_use(walker, &usage, section_when(walker->sheet, other), question);
        add_use(walker, &usage, walker->sheet->questionnaire->questions[other].when, question);
    }
    return usage;
}

/* Bounds the largest domains until what is left to try is few enough. */
static void limit_domains(struct walker *walker)
{
    for (;;) {
        double completions = 1;
        size_t largest = 0, size = 0;
        for (size_t i = 0; i < walker->unknown.count; i++) {
            const answers_domain *domain = &walker->domains[i];
            walker->bounded |= domain->bounded;
            if (domain->bounded)
                continue;
            completions *= (double)domain->count;
            if (domain->count > size) {
                size = domain->count;
                largest = i;
            }
        }
        if (completions <= RUNG_MAX_COMPLETIONS)
            return;
        walker->domains[largest].bounded = true;
    }
}

static void find_domains(struct walker *walker)
{
    walker->domains = rung_new_array(walker->arena, answers_domain, walker->unknown.count);
    for (size_t i = 0; i < walker->unknown.count; i++) {
        uint32_t question = walker->unknown.at[i];
        answers_usage usage = usage_of(walker, question);
        walker->domains[i] =
            answers_domain_of(walker->arena, &walker->sheet->questionnaire->questions[question],
                              &usage, RUNG_MAX_COMPLETIONS);
    }
    limit_domains(walker);
}

/* --- Conditions in the completion being tried
 * ----------------------------------------------------*/

static void note_error(rung_eval_error *error, rung_eval_error found)
{
    if (*error == RUNG_EVAL_OK)
        *error = found;
}

/* What a condition is in this completion; both can be, where only bounds are known. */
struct condition {
    bool can_hold, can_be_false, can_fail;
    rung_eval_error error; /* where it fails and it is known how */
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
        return (struct condition){bounds.can_be_true, bounds.can_be_false, bounds.can_fail,
                                  bounds.can_fail ? RUNG_EVAL_CONVERSION : RUNG_EVAL_OK};
    }
    rung_eval_error error = rung_eval_bool(when, memory->values, memory->scratch, &value);
    return (struct condition){!error && value, !error && !value, error != RUNG_EVAL_OK, error};
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
        asked.error = section.error;
    else if (own.can_fail && section.can_hold)
        asked.error = own.error;
    return asked;
}

/* --- The walk
 * -----------------------------------------------------------------------------------*/

static void set_cell(struct walker *walker, uint32_t question, rung_cell value)
{
    walker->sheet->walk->values[question] = value;
    walker->sheet->walk->bounds[question] = (rung_bounds_cell){.known = true, .cell = value};
}

static void step(struct walker *walker, size_t index);

static void try_domain(struct walker *walker, size_t index)
{
    const answers_domain *domain = &walker->domains[index];
    uint32_t question = walker->unknown.at[index];
    if (domain->bounded) {
        walker->sheet->walk->bounds[question] =
            answers_domain_bounds(&walker->sheet->questionnaire->questions[question]);
        step(walker, index + 1);
        return;
    }
    for (size_t i = 0; i < domain->count && !walker->done; i++) {
        set_cell(walker, question, domain->values[i]);
        step(walker, index + 1);
    }
}

static void step(struct walker *walker, size_t index)
{
    if (walker->done)
        return;
    if (index == walker->unknown.count) {
        walker->visit(walker);
        return;
    }
    uint32_t question = walker->unknown.at[index];
    answers_asked asked = {.can_be_asked = true};
    if (conditions_matter(walker->sheet, question))
        asked = asked_now(walker, question);
    if (asked.can_be_unasked) {
        set_cell(walker, question, walker->sheet->questionnaire->questions[question].unasked);
        step(walker, index + 1);
    }
    if (asked.can_be_asked)
        try_domain(walker, index);
}

static void walk(struct walker *walker)
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
    sort_unknown(walker);
    find_domains(walker);
    step(walker, 0);
    for (size_t i = 0; i < walker->unknown.count; i++) {
        uint32_t question = walker->unknown.at[i];
        memory->marked[question] = false;
        memory->bounds[question] = walker->sheet->cells[question];
    }
}

/* --- Is a question asked?
 * -----------------------------------------------------------------------*/

struct asked_result {
    uint32_t question;
    answers_asked asked;
};

static void visit_asked(struct walker *walker)
{
    struct asked_result *result = walker->result;
    answers_asked now = asked_now(walker, result->question);
    result->asked.can_be_asked |= now.can_be_asked;
    result->asked.can_be_unasked |= now.can_be_unasked;
    note_error(&result->asked.error, now.error);
}

answers_asked answers_is_asked(rung_arena *arena, const rung_sheet *sheet, size_t question)
{
    struct asked_result result = {.question = (uint32_t)question};
    struct walker walker = {
        .arena = arena,
        .sheet = sheet,
        .programs = {section_when(sheet, result.question),
                     sheet->questionnaire->questions[question].when},
        .visit = visit_asked,
        .result = &result,
    };
    walk(&walker);
    return result.asked;
}

/* --- What can an expression be?
 * -------------------------------------------------------------------*/

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
    note_error(&result->outcome.error, error);
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
        fail(result, RUNG_EVAL_OK);
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
        .outcome = {.low = INFINITY, .high = -INFINITY},
        .least = least,
        .most = most,
        .is_bool = type.base == RUNG_TYPE_BOOL && type.lists == 0,
    };
    struct walker walker = {
        .arena = arena,
        .sheet = sheet,
        .programs = {program, NULL},
        .visit = visit_over,
        .result = &result,
    };
    rung_bounds bounds;

    if (rung != RUNG_NO_RUNG)
        set_cell(&walker, variable, (rung_cell){.i = (int64_t)rung});
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
