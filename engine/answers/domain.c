/* The domain of a question, cut down to values that programs can tell apart. */
#include "answers/answers_private.h"

#include <math.h>
#include <stdlib.h>

enum { SUBSETS_MAX_BITS = 14 }; /* 2^14 subsets is RUNG_MAX_COMPLETIONS */

static const answers_domain too_many = {.bounded = true};

/* --- Uses ------------------------------------------------------------------------------------ */

const answers_usage answers_usage_none = {.only_cuts = true, .only_members = true};

void answers_usage_add(rung_arena *arena, answers_usage *usage, const rung_use *use)
{
    usage->only_cuts &= use->only_cuts;
    usage->only_members &= use->only_members;
    usage->members |= use->members;
    for (size_t i = 0; i < use->cut_count; i++)
        rung_push(arena, &usage->cuts, use->cuts[i]);
}

answers_usage answers_usage_of(rung_arena *arena, size_t question,
                               const rung_program *const *programs, size_t program_count)
{
    answers_usage usage = answers_usage_none;
    for (size_t i = 0; i < program_count; i++) {
        size_t count;
        const rung_use *uses = programs[i] ? rung_program_uses(programs[i], &count) : NULL;
        for (size_t u = 0; uses && u < count; u++)
            if (uses[u].variable == question)
                answers_usage_add(arena, &usage, &uses[u]);
    }
    return usage;
}

/* --- Numbers --------------------------------------------------------------------------------- */

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void answers_sort_numbers(double *numbers, size_t count)
{
    if (count)
        qsort(numbers, count, sizeof *numbers, compare_doubles);
}

static void add_number(const rung_question *question, answers_domain *domain, double value)
{
    rung_cell cell = question->integer ? (rung_cell){.i = (int64_t)value} : (rung_cell){.d = value};
    domain->values[domain->count++] = cell;
}

/* A value strictly between two neighbouring cuts; false if there is none. */
static bool value_between(const rung_question *question, double low, double high, double *value)
{
    *value = question->integer ? floor(low) + 1 : low + (high - low) / 2;
    return *value > low && *value < high;
}

/* Programs only compare the number with the cuts: one value below, on, between and above them
 * stands for all. */
static answers_domain number_by_cuts(rung_arena *arena, const rung_question *question,
                                     answers_usage *usage)
{
    size_t cuts = usage->cuts.count;
    double *cut = usage->cuts.at, value;
    answers_domain domain = {rung_new_array(arena, rung_cell, 2 * cuts + 3), 0, false};

    answers_sort_numbers(cut, cuts);
    double low = question->min;
    add_number(question, &domain, low);
    for (size_t i = 0; i < cuts; i++) {
        if (cut[i] <= low || cut[i] > question->max)
            continue;
        if (value_between(question, low, cut[i], &value))
            add_number(question, &domain, value);
        if (!question->integer || cut[i] == floor(cut[i]))
            add_number(question, &domain, cut[i]);
        low = cut[i];
    }
    if (value_between(question, low, question->max, &value))
        add_number(question, &domain, value);
    if (question->max > low)
        add_number(question, &domain, question->max);
    return domain;
}

static answers_domain number_domain(rung_arena *arena, const rung_question *question,
                                    answers_usage *usage, size_t limit)
{
    if (usage->only_cuts && usage->cuts.count < limit)
        return number_by_cuts(arena, question, usage);
    if (!question->integer || question->max - question->min >= (double)limit)
        return question->min == question->max
                   ? number_by_cuts(arena, question, &(answers_usage){.only_cuts = true})
                   : too_many;

    answers_domain domain = {0};
    int64_t low = (int64_t)question->min, high = (int64_t)question->max;
    domain.values = rung_new_array(arena, rung_cell, (size_t)(high - low) + 1);
    for (int64_t value = low; value <= high; value++)
        domain.values[domain.count++].i = value;
    return domain;
}

/* --- Choices --------------------------------------------------------------------------------- */

static size_t count_bits(uint64_t set)
{
    size_t bits = 0;
    for (; set; set &= set - 1)
        bits++;
    return bits;
}

/* Every subset of the options that matter: those without exclusive options, and each exclusive one
 * alone. Where programs only ask for some members, an option that none asks for makes no
 * difference, so the subsets of the members stand for all. */
static answers_domain choices_domain(rung_arena *arena, const rung_question *question,
                                     const answers_usage *usage, size_t limit)
{
    uint64_t options = usage->only_members ? usage->members : answers_all_options(question);
    uint64_t exclusive = options & question->exclusive, free = options & ~exclusive;
    size_t bits = count_bits(free);
    if (bits > SUBSETS_MAX_BITS || ((size_t)1 << bits) + count_bits(exclusive) > limit)
        return too_many;

    answers_domain domain = {0};
    domain.values = rung_new_array(arena, rung_cell, ((size_t)1 << bits) + count_bits(exclusive));
    uint64_t set = 0;
    do {
        domain.values[domain.count++].set = set;
        set = (set - free) & free; /* the next subset */
    } while (set);
    for (; exclusive; exclusive &= exclusive - 1)
        domain.values[domain.count++].set = exclusive & ~(exclusive - 1);
    return domain;
}

/* --- All types ------------------------------------------------------------------------------- */

answers_domain answers_domain_of(rung_arena *arena, const rung_question *question,
                                 answers_usage *usage, size_t limit)
{
    answers_domain domain = {0};
    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
        domain.values = rung_new_array(arena, rung_cell, question->option_count);
        for (size_t i = 0; i < question->option_count; i++)
            domain.values[domain.count++].i = (int64_t)i;
        break;
    case RUNG_QUESTION_CHOICES:
        return choices_domain(arena, question, usage, limit);
    case RUNG_QUESTION_SCALE:
        domain.values = rung_new_array(arena, rung_cell, question->scale->count);
        for (size_t i = 0; i < question->scale->count; i++)
            domain.values[domain.count++].i = question->scale->values[i].value;
        break;
    case RUNG_QUESTION_NUMBER:
        return number_domain(arena, question, usage, limit);
    default: /* yes-no; text is never used in expressions */
        domain.values = rung_new_array(arena, rung_cell, 2);
        domain.values[1].i = 1;
        domain.count = 2;
    }
    return domain.count > limit ? too_many : domain;
}

/* --- A sample -------------------------------------------------------------------------------- */

/* The ends, the places where comparisons change, and some between. */
static answers_domain sample_numbers(rung_arena *arena, const rung_question *question,
                                     answers_usage *usage, size_t most)
{
    enum { BETWEEN = 6 };
    answers_usage some = {.only_cuts = true};
    size_t every = usage->cuts.count / (most / 3 + 1) + 1;
    for (size_t i = 0; i < usage->cuts.count; i += every)
        rung_push(arena, &some.cuts, usage->cuts.at[i]);
    for (int i = 1; i < BETWEEN; i++) {
        double cut = question->min + (question->max - question->min) * i / BETWEEN;
        rung_push(arena, &some.cuts, question->integer ? floor(cut) : cut);
    }
    return number_by_cuts(arena, question, &some);
}

/* None, all that go together, and each alone. */
static answers_domain sample_choices(rung_arena *arena, const rung_question *question)
{
    uint64_t options = answers_all_options(question), free = options & ~question->exclusive;
    answers_domain domain = {rung_new_array(arena, rung_cell, RUNG_EXPR_MAX_OPTIONS + 2), 0, false};
    domain.values[domain.count++].set = 0;
    for (; options; options &= options - 1)
        domain.values[domain.count++].set = options & ~(options - 1);
    domain.values[domain.count++].set = free;
    return domain;
}

rung_values rung_values_told_apart(rung_arena *arena, const rung_question *question, size_t index,
                                   const rung_program *const *programs, size_t program_count,
                                   size_t most)
{
    answers_usage usage = answers_usage_of(arena, index, programs, program_count);
    answers_domain domain = answers_domain_of(arena, question, &usage, most);
    bool all = !domain.bounded;
    if (!all)
        domain = question->type == RUNG_QUESTION_NUMBER
                     ? sample_numbers(arena, question, &usage, most)
                     : sample_choices(arena, question);
    return (rung_values){domain.values, domain.count, all};
}

/* --- Bounds ---------------------------------------------------------------------------------- */

rung_bounds_cell answers_domain_bounds(const rung_question *question)
{
    rung_bounds_cell bounds = {0};
    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
    case RUNG_QUESTION_CHOICES:
        bounds.may = answers_all_options(question);
        break;
    case RUNG_QUESTION_SCALE:
        bounds.low.i = question->scale->values[0].value;
        bounds.high.i = question->scale->values[question->scale->count - 1].value;
        break;
    case RUNG_QUESTION_NUMBER:
        if (question->integer) {
            bounds.low.i = (int64_t)question->min;
            bounds.high.i = (int64_t)question->max;
        } else {
            bounds.low.d = question->min;
            bounds.high.d = question->max;
        }
        break;
    default:
        bounds.high.i = 1;
    }
    return bounds;
}

void answers_bounds_add(const rung_question *question, rung_bounds_cell *bounds, rung_cell value)
{
    if (question->type == RUNG_QUESTION_CHOICE) {
        if (value.i < 0)
            bounds->may_none = true;
    } else if (question->type == RUNG_QUESTION_CHOICES) {
        bounds->must &= value.set;
        bounds->may |= value.set;
    } else if (question->type == RUNG_QUESTION_NUMBER && !question->integer) {
        bounds->low.d = fmin(bounds->low.d, value.d);
        bounds->high.d = fmax(bounds->high.d, value.d);
    } else {
        bounds->low.i = value.i < bounds->low.i ? value.i : bounds->low.i;
        bounds->high.i = value.i > bounds->high.i ? value.i : bounds->high.i;
    }
}
