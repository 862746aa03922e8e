/* Requirements that stay open although everything that is asked was answered: `unasked: unknown`
 * leaves something out that they need. */
#include "proof/proof_private.h"

/* What an open question is taken to be: one of the people who differ in nothing else. */
static rung_cell plainest(const rung_question *question)
{
    switch (question->type) {
    case RUNG_QUESTION_SCALE:
        return (rung_cell){.i = question->scale->values[0].value};
    case RUNG_QUESTION_NUMBER:
        return question->integer ? (rung_cell){.i = (int64_t)question->min}
                                 : (rung_cell){.d = question->min};
    default:
        return (rung_cell){.i = 0};
    }
}

static bool same(const rung_question *question, rung_cell a, rung_cell b)
{
    bool decimal = question->type == RUNG_QUESTION_NUMBER && !question->integer;
    return decimal ? a.d == b.d : a.i == b.i;
}

static bool is_open(const struct proof *proof, const proof_person *person, size_t q)
{
    return proof->questionnaire->questions[q].unasked_unknown && !person->asked[q];
}

/* True if something is open, and is as plain as it can be. */
static bool is_plainest(const struct proof *proof, const proof_person *person)
{
    bool open = false;
    for (size_t q = 0; q < proof->question_count; q++) {
        const rung_question *question = &proof->questionnaire->questions[q];
        if (!is_open(proof, person, q) || question->type == RUNG_QUESTION_TEXT)
            continue;
        open = true;
        if (proof->read_by[q].count > 0 && !same(question, person->cells[q], plainest(question)))
            return false;
    }
    return open;
}

/* What is known of somebody who answered everything that was asked. */
static const rung_sheet *sheet_of(struct proof *proof, const proof_person *person)
{
    rung_memory memory;
    rung_answers *answers = proof_new_answers(proof, &memory);
    for (size_t q = 0; q < proof->question_count; q++) {
        const rung_question *question = &proof->questionnaire->questions[q];
        rung_answer answer = {.given = person->asked[q], .value = person->cells[q], .text = ""};
        if (question->type == RUNG_QUESTION_TEXT || !person->asked[q])
            continue;
        if (rung_answers_set(answers, q, answer) != RUNG_OK)
            rung_out_of_memory(proof->arena);
    }
    return rung_sheet_new(proof->arena, answers);
}

/* --- One set of answers ---------------------------------------------------------------------- */

/* What a requirement comes to at a rung, over all that the answers leave open. */
struct seen {
    bool applies, does_not;
    rung_range attained; /* of the first completion in which it applies */
    bool varies;
};

struct look {
    struct proof *proof;
    const rung_requirement *requirement;
    size_t index;
    proof_list closure;
    rung_cell *cells;
    struct seen *seen; /* one a rung */
};

static bool look_at_completion(void *ctx, const rung_cell *cells)
{
    struct look *look = ctx;
    struct proof *proof = look->proof;
    size_t aim = proof_aim(proof, cells);
    if (aim == RUNG_NO_RUNG)
        return true;
    proof_copy_cells(&look->closure, cells, look->cells);
    look->cells[proof->question_count].i = (int64_t)aim;
    struct seen *seen = &look->seen[aim];
    if (!rung_requirement_asked(look->requirement, aim, look->cells, proof->scratch).applies) {
        seen->does_not = true;
        return true;
    }
    rung_range attained = proof_attained(proof, look->index, look->cells);
    seen->varies |= seen->applies &&
                    (attained.low != seen->attained.low || attained.high != seen->attained.high);
    seen->attained = attained;
    seen->applies = true;
    return true;
}

/* Where there are too many completions: some of them. */
static void look_at_some(struct look *look, const rung_sheet *sheet, const proof_person *person)
{
    enum { TRIES = 64 };
    struct proof *proof = look->proof;
    rung_cell *wish = rung_new_array(proof->arena, rung_cell, proof->question_count);
    proof_person other = proof_new_person(proof);
    for (size_t i = 0; i < TRIES; i++) {
        proof_wishes(proof, person, wish);
        for (size_t q = 0; q < proof->question_count; q++)
            if (sheet->unknown[q])
                wish[q] = proof->values[q].cells[proof_roll(proof, proof->values[q].count)];
        proof_interview(proof, wish, NULL, &other);
        look_at_completion(look, other.cells);
    }
}

/* Whether the answers leave it open at the rung that they aim at. */
static bool stays_open(struct proof *proof, const proof_person *person, const rung_sheet *sheet,
                       size_t requirement)
{
    const rung_requirement *one = &proof->rules->requirements[requirement];
    const rung_program *programs[] = {proof->rules->target, one->when, one->attained};
    struct look look = {
        .proof = proof,
        .requirement = one,
        .index = requirement,
        .closure = proof_closure(proof, programs, RUNG_COUNT(programs)),
        .cells = rung_new_array(proof->arena, rung_cell, proof->question_count + 1),
        .seen = rung_new_array(proof->arena, struct seen, proof->rung_count),
    };
    rung_visit visit = {
        .programs = programs,
        .program_count = RUNG_COUNT(programs),
        .rung = RUNG_NO_RUNG,
        .most_steps = proof->limits->claim,
        .visit = look_at_completion,
        .ctx = &look,
    };
    bool open = false;
    rung_visit_completions(proof->arena, sheet, &visit);
    if (visit.end == RUNG_VISIT_TOO_MANY)
        look_at_some(&look, sheet, person);
    for (size_t rung = 0; rung < proof->rung_count; rung++) {
        const struct seen *seen = &look.seen[rung];
        open |= seen->applies && (seen->varies || seen->does_not);
    }
    return open;
}

/* A question that the requirement needs and the person is not asked, or SIZE_MAX. */
static size_t open_question(struct proof *proof, const proof_person *person, size_t requirement)
{
    const rung_requirement *one = &proof->rules->requirements[requirement];
    const rung_program *programs[] = {one->when, one->attained};
    proof_list closure = proof_closure(proof, programs, RUNG_COUNT(programs));
    for (size_t i = 0; i < closure.count; i++)
        if (is_open(proof, person, closure.at[i]))
            return closure.at[i];
    return SIZE_MAX;
}

static void look_at(struct proof *proof, size_t index, size_t *found)
{
    const proof_person *person = &proof->people.at[index];
    const rung_sheet *sheet = NULL;
    for (size_t r = 0; r < proof->rules->requirement_count; r++) {
        if (found[r] != PROOF_NOBODY || open_question(proof, person, r) == SIZE_MAX)
            continue;
        if (!sheet)
            sheet = sheet_of(proof, person);
        if (stays_open(proof, person, sheet, r))
            found[r] = index;
    }
}

/* Everybody with what is open at its plainest. */
static void add_plainest(struct proof *proof)
{
    rung_cell *wish = rung_new_array(proof->arena, rung_cell, proof->question_count);
    for (size_t p = 0, people = proof->people.count; p < people; p++) {
        proof_person plain = proof_new_person(proof);
        proof_wishes(proof, &proof->people.at[p], wish);
        for (size_t q = 0; q < proof->question_count; q++)
            if (is_open(proof, &proof->people.at[p], q))
                wish[q] = plainest(&proof->questionnaire->questions[q]);
        proof_interview(proof, wish, NULL, &plain);
        proof_keep(proof, &plain);
    }
}

static bool leaves_open(const struct proof *proof)
{
    for (size_t q = 0; q < proof->question_count; q++)
        if (proof->questionnaire->questions[q].unasked_unknown && proof->read_by[q].count > 0)
            return true;
    return false;
}

void proof_tell_open(struct proof *proof)
{
    size_t count = proof->rules->requirement_count;
    size_t *found = rung_new_array(proof->arena, size_t, count);
    if (!leaves_open(proof))
        return;
    for (size_t r = 0; r < count; r++)
        found[r] = PROOF_NOBODY;
    if (!proof->whole)
        add_plainest(proof);
    for (size_t p = 0; p < proof->people.count; p++)
        if (is_plainest(proof, &proof->people.at[p]))
            look_at(proof, p, found);
    for (size_t r = 0; r < count; r++) {
        const rung_requirement *one = &proof->rules->requirements[r];
        const rung_program *programs[] = {proof->rules->target, one->when, one->attained};
        if (found[r] == PROOF_NOBODY)
            continue;
        size_t question = open_question(proof, &proof->people.at[found[r]], r);
        proof_report(proof, STAYS_OPEN, one->span, one->id,
                     proof->questionnaire->questions[question].id);
        rung_subject(proof->diagnostics, one->id);
        rung_witness(proof->diagnostics, proof_witness(proof, &proof->people.at[found[r]], programs,
                                                       RUNG_COUNT(programs)));
    }
}
