/* Options that nothing tells apart. */
#include "proof/proof_private.h"

#include <math.h>
#include <string.h>

/* --- Comparing results ----------------------------------------------------------------------- */

struct result {
    rung_eval_error error;
    rung_value value;
};

static bool equal(const rung_value *a, const rung_value *b)
{
    if (a->type.lists > 0) {
        bool same = a->list.count == b->list.count;
        for (size_t i = 0; same && i < a->list.count; i++)
            same = equal(&a->list.items[i], &b->list.items[i]);
        return same;
    }
    switch (a->type.base) {
    case RUNG_TYPE_BOOL:
        return a->boolean == b->boolean;
    case RUNG_TYPE_INT:
        return a->integer == b->integer;
    case RUNG_TYPE_DOUBLE:
        return a->real == b->real || (isnan(a->real) && isnan(b->real));
    case RUNG_TYPE_STRING:
        return rung_text_equal(a->string, b->string);
    default:
        return true;
    }
}

/* --- One question ---------------------------------------------------------------------------- */

/* Options are in one class while nothing told them apart. Of choices an option counts for itself:
 * it has a class of its own once something told it from not being chosen, and so has one that
 * excludes all others: choosing it says that none of them was. */
struct telling {
    struct proof *proof;
    size_t question;
    size_t *classes; /* one an option */
    size_t class_count;
    bool unsure;
    size_t evals; /* left for the program */

    const rung_program *program;
    const uint32_t *others; /* variables that the program reads besides, with `rung` */
    size_t other_count;
    rung_cell *cells;
    void *scratch[2]; /* texts and lists of a result lie there */
};

static struct result eval(struct telling *telling, rung_cell value, void *scratch)
{
    struct result result = {0};
    telling->cells[telling->question] = value;
    result.error = rung_eval(telling->program, telling->cells, scratch, &result.value);
    return result;
}

static bool differ(struct telling *telling, rung_cell a, rung_cell b)
{
    telling->evals -= telling->evals > 0;
    struct result x = eval(telling, a, telling->scratch[0]);
    struct result y = eval(telling, b, telling->scratch[1]);
    return x.error != y.error || (!x.error && !equal(&x.value, &y.value));
}

/* Puts those of a class that differ from its first into a class of their own; what is left over is
 * split in the next turns. */
static void split_choice(struct telling *telling)
{
    size_t count = telling->proof->questionnaire->questions[telling->question].option_count;
    for (size_t c = 0; c < telling->class_count; c++) {
        size_t first = SIZE_MAX;
        bool split = false;
        for (size_t o = 0; o < count; o++) {
            if (telling->classes[o] != c)
                continue;
            if (first == SIZE_MAX) {
                first = o;
            } else if (differ(telling, (rung_cell){.i = (int64_t)first},
                              (rung_cell){.i = (int64_t)o})) {
                telling->classes[o] = telling->class_count;
                split = true;
            }
        }
        telling->class_count += split;
    }
}

/* Each option with and without, beside every other set that is tried. */
static void split_choices(struct telling *telling, uint64_t beside)
{
    const rung_question *question = &telling->proof->questionnaire->questions[telling->question];
    for (size_t o = 0; o < question->option_count; o++) {
        uint64_t one = (uint64_t)1 << o;
        if (telling->classes[o] == 0 &&
            differ(telling, (rung_cell){.set = beside & ~one}, (rung_cell){.set = beside | one}))
            telling->classes[o] = ++telling->class_count;
    }
}

enum { MOST_SUBSETS = 1024 };

/* All subsets if they are few; else none, all, and some between. False: not all. */
static bool split_here(struct telling *telling)
{
    const rung_question *question = &telling->proof->questionnaire->questions[telling->question];
    if (question->type == RUNG_QUESTION_CHOICE) {
        split_choice(telling);
        return true;
    }
    uint64_t count = question->option_count;
    uint64_t subsets = count < 10 ? (uint64_t)1 << count : MOST_SUBSETS;
    bool all = count <= 10;
    for (uint64_t set = 0; set < subsets; set++)
        split_choices(telling, all ? set : set * UINT64_C(0x9E3779B97F4A7C15) >> (64 - count));
    return all;
}

/* --- All values of the others ---------------------------------------------------------------- */

static rung_cell other_value(const struct proof *proof, uint32_t variable, size_t pick)
{
    if (variable == proof->question_count)
        return (rung_cell){.i = (int64_t)pick};
    const rung_values *values = &proof->values[variable];
    return pick < values->count ? values->cells[pick]
                                : proof->questionnaire->questions[variable].unasked;
}

static size_t other_count(const struct proof *proof, uint32_t variable)
{
    if (variable == proof->question_count)
        return proof->rung_count;
    return proof->values[variable].count +
           !proof->questionnaire->questions[variable].unasked_unknown;
}

static bool is_done(const struct telling *telling)
{
    const rung_question *question = &telling->proof->questionnaire->questions[telling->question];
    bool choice = question->type == RUNG_QUESTION_CHOICE;
    return telling->class_count == question->option_count + !choice;
}

static bool split_at(struct telling *telling, const size_t *picks)
{
    for (size_t i = 0; i < telling->other_count; i++)
        telling->cells[telling->others[i]] =
            other_value(telling->proof, telling->others[i], picks[i]);
    return split_here(telling);
}

/* A few ways to answer the others: most options are told apart by the first of them. */
static void compare_some(struct telling *telling, size_t *picks)
{
    enum { TRIES = 64 };
    struct proof *proof = telling->proof;
    for (size_t i = 0; i < TRIES && !is_done(telling) && telling->evals > 0; i++) {
        for (size_t o = 0; o < telling->other_count; o++)
            picks[o] = proof_roll(proof, other_count(proof, telling->others[o]));
        split_at(telling, picks);
    }
}

/* All ways, counted through like an odometer; false if the budget ends before. */
static bool compare_all(struct telling *telling, size_t *picks)
{
    struct proof *proof = telling->proof;
    bool all = true, more = true;
    double ways = 1;
    for (size_t i = 0; i < telling->other_count; i++) {
        picks[i] = 0;
        ways *= (double)other_count(proof, telling->others[i]);
        all &= telling->others[i] == proof->question_count || proof->values[telling->others[i]].all;
    }
    if (!all || ways > (double)telling->evals)
        return is_done(telling);
    while (more && telling->evals > 0 && !is_done(telling)) {
        all &= split_at(telling, picks);
        size_t wheel = 0;
        while (wheel < telling->other_count &&
               ++picks[wheel] == other_count(proof, telling->others[wheel]))
            picks[wheel++] = 0;
        more = wheel < telling->other_count;
    }
    return (all && !more) || is_done(telling);
}

/* True if the program plainly does not look at what is left to be told apart. */
static bool is_blind(const struct telling *telling)
{
    const rung_question *question = &telling->proof->questionnaire->questions[telling->question];
    bool choice = question->type == RUNG_QUESTION_CHOICE;
    for (size_t o = 0; o < question->option_count; o++) {
        size_t first = 0;
        while (telling->classes[first] != telling->classes[o])
            first++;
        if (choice ? first == o : telling->classes[o] != 0)
            continue;
        rung_cell a = choice ? (rung_cell){.i = (int64_t)o} : (rung_cell){.set = (uint64_t)1 << o};
        rung_cell b = choice ? (rung_cell){.i = (int64_t)first} : (rung_cell){.set = 0};
        if (!rung_program_ignores(telling->program, (uint32_t)telling->question, a, b))
            return false;
    }
    return true;
}

static void compare(struct telling *telling)
{
    if (is_blind(telling))
        return;
    size_t *picks = rung_new_array(telling->proof->arena, size_t, telling->other_count + 1);
    compare_some(telling, picks);
    if (!is_blind(telling) && !compare_all(telling, picks))
        telling->unsure = true;
}

static void compare_by(struct telling *telling, const rung_program *program)
{
    struct proof *proof = telling->proof;
    size_t count;
    const rung_use *uses = rung_program_uses(program, &count);
    uint32_t *others = rung_new_array(proof->arena, uint32_t, count);
    telling->program = program;
    telling->others = others;
    telling->other_count = 0;
    telling->evals = proof->limits->claim;
    for (size_t i = 0; i < count; i++)
        if (uses[i].variable != telling->question)
            others[telling->other_count++] = uses[i].variable;
    compare(telling);
}

/* --- Telling --------------------------------------------------------------------------------- */

static const char *add_name(rung_arena *arena, const char *list, const char *id)
{
    return rung_format(arena, "%s%s`%s`", list, *list ? ", " : "", id);
}

/* "`a`, `b`" for each class with several options; of choices, those that make no difference. */
static const char *untold(const struct telling *telling, const rung_question *question)
{
    rung_arena *arena = telling->proof->arena;
    bool choice = question->type == RUNG_QUESTION_CHOICE;
    const char *all = "";
    for (size_t c = 0; c < (choice ? telling->class_count : 1); c++) {
        const char *list = "";
        size_t count = 0;
        for (size_t o = 0; o < question->option_count; o++)
            if (telling->classes[o] == c) {
                list = add_name(arena, list, question->options[o].id);
                count++;
            }
        if (count > choice)
            all = rung_format(arena, "%s%s%s", all, *all ? "; " : "", list);
    }
    return all;
}

static void tell_question(struct proof *proof, size_t q)
{
    const rung_question *question = &proof->questionnaire->questions[q];
    bool choice = question->type == RUNG_QUESTION_CHOICE;
    struct telling telling = {
        .proof = proof,
        .question = q,
        .classes = rung_new_array(proof->arena, size_t, question->option_count),
        .class_count = 1,
        .cells = rung_new_array(proof->arena, rung_cell, proof->question_count + 1),
        .scratch = {rung_alloc(proof->arena, proof->role->scratch),
                    rung_alloc(proof->arena, proof->role->scratch)},
    };
    for (size_t o = 0; !choice && o < question->option_count; o++)
        if (question->exclusive & (uint64_t)1 << o)
            telling.classes[o] = telling.class_count++;
    for (size_t i = 0; i < proof->read_by[q].count && !is_done(&telling); i++)
        compare_by(&telling, proof->sites[proof->read_by[q].at[i]].program);
    const char *list = untold(&telling, question);
    if (is_done(&telling) || !*list)
        return;
    if (telling.unsure) {
        proof_not_proven(proof, question->span, question->id,
                         "something tells all its options apart");
        return;
    }
    if (choice)
        proof_report(proof, SAME_OPTIONS, question->span, list);
    else
        proof_report(proof, IDLE_OPTIONS, question->span,
                     strchr(list, ',') ? "these options make" : "this option makes", list);
    rung_subject(proof->diagnostics, question->id);
}

void proof_tell_options(struct proof *proof)
{
    for (size_t q = 0; q < proof->question_count; q++) {
        rung_question_type type = proof->questionnaire->questions[q].type;
        bool options = type == RUNG_QUESTION_CHOICE || type == RUNG_QUESTION_CHOICES;
        bool elsewhere = proof->used_elsewhere && proof->used_elsewhere[q];
        if (options && proof->read_by[q].count > 0 && !elsewhere)
            tell_question(proof, q);
    }
}
