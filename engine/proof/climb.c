/* Climbing: one answer after the other is changed for the better. */
#include "proof/proof_private.h"

#include <string.h>

/* --- Who reads what -------------------------------------------------------------------------- */

static void fix(struct proof *proof, const rung_program *program)
{
    proof_list closure = proof_closure(proof, &program, 1);
    for (size_t i = 0; i < closure.count; i++)
        proof->fixed[closure.at[i]] = true;
}

static void find_fixed(struct proof *proof)
{
    proof->fixed = rung_new_array(proof->arena, bool, proof->question_count);
    fix(proof, proof->rules->target);
    for (size_t r = 0; r < proof->rules->requirement_count; r++) {
        fix(proof, proof->rules->requirements[r].when);
        fix(proof, proof->rules->requirements[r].target);
        fix(proof, proof->rules->requirements[r].need);
    }
}

static void find_dependents(struct proof *proof)
{
    proof->dependents = rung_new_array(proof->arena, proof_list, proof->question_count);
    for (uint32_t q = 0; q < proof->question_count; q++) {
        const rung_question *question = &proof->questionnaire->questions[q];
        for (size_t i = 0; i < question->asked_by_count; i++)
            rung_push(proof->arena, &proof->dependents[question->asked_by[i]], q);
    }
}

static void find_readers(struct proof *proof)
{
    proof->readers = rung_new_array(proof->arena, proof_list, proof->question_count);
    for (uint32_t r = 0; r < proof->rules->requirement_count; r++) {
        proof_list closure = proof_closure(proof, &proof->rules->requirements[r].attained, 1);
        for (size_t i = 0; i < closure.count; i++)
            rung_push(proof->arena, &proof->readers[closure.at[i]], r);
    }
}

/* --- The start ------------------------------------------------------------------------------- */

static bool is_looked_at(const proof_climb *climb, size_t requirement)
{
    return (climb->only == SIZE_MAX || climb->only == requirement) &&
           climb->asked[requirement].applies;
}

/* The score less what the requirement costs, or with it again. */
static void account(proof_climb *climb, size_t requirement, double sign)
{
    rung_range loss = proof_loss(climb->points[requirement], &climb->asked[requirement],
                                 climb->attained[requirement]);
    climb->score.low -= sign * loss.high;
    climb->score.high -= sign * loss.low;
}

static void add_up(proof_climb *climb)
{
    struct proof *proof = climb->proof;
    size_t count = proof->rules->requirement_count;
    memcpy(climb->points, proof_points(proof, climb->asked), count * sizeof *climb->points);
    climb->score = (rung_range){100, 100};
    climb->essentials.count = 0;
    for (uint32_t r = 0; r < count; r++) {
        if (!climb->asked[r].applies)
            continue;
        account(climb, r, 1);
        if (climb->asked[r].need == RUNG_ESSENTIAL)
            rung_push(proof->arena, &climb->essentials, r);
    }
}

static void look_at_all(proof_climb *climb)
{
    struct proof *proof = climb->proof;
    size_t count = proof->rules->requirement_count;
    proof_spend(proof, climb->only == SIZE_MAX ? proof->question_count + count : 1);
    for (size_t r = 0; r < count; r++) {
        if (climb->only != SIZE_MAX && climb->only != r)
            continue;
        climb->asked[r] = rung_requirement_asked(&proof->rules->requirements[r], climb->rung,
                                                 climb->person.cells, proof->scratch);
        if (climb->asked[r].applies)
            climb->attained[r] = proof_attained(proof, r, climb->person.cells);
    }
    if (climb->only == SIZE_MAX)
        add_up(climb);
}

void proof_climb_again(proof_climb *climb)
{
    proof_interview(climb->proof, climb->wish, NULL, &climb->person);
    look_at_all(climb);
}

void proof_climb_from(struct proof *proof, proof_climb *climb, size_t person, size_t rung,
                      size_t only)
{
    if (!proof->readers) {
        find_fixed(proof);
        find_dependents(proof);
        find_readers(proof);
    }
    size_t count = proof->rules->requirement_count;
    *climb = (proof_climb){
        .proof = proof,
        .rung = rung,
        .only = only,
        .person = proof_new_person(proof),
        .wish = rung_new_array(proof->arena, rung_cell, proof->question_count),
        .asked = rung_new_array(proof->arena, rung_asked, count),
        .attained = rung_new_array(proof->arena, rung_range, count),
        .points = rung_new_array(proof->arena, double, count),
    };
    const proof_person *start = &proof->people.at[person];
    memcpy(climb->person.cells, start->cells, proof->question_count * sizeof *start->cells);
    memcpy(climb->person.asked, start->asked, proof->question_count * sizeof *start->asked);
    climb->person.aim = start->aim;
    climb->person.cells[proof->question_count].i = (int64_t)rung;
    proof_wishes(proof, &climb->person, climb->wish);
    look_at_all(climb);
}

/* --- One change ------------------------------------------------------------------------------ */

/* The question and who depends on it are asked anew, and what they feed is looked at again. */
static void change(proof_climb *climb, uint32_t question, rung_cell value)
{
    struct proof *proof = climb->proof;
    const proof_list *readers = &proof->readers[question];
    proof_list alone = {.at = &question, .count = 1};
    climb->wish[question] = value;
    proof_interview(proof, climb->wish, &alone, &climb->person);
    proof_interview(proof, climb->wish, &proof->dependents[question], &climb->person);
    for (size_t i = 0; i < readers->count; i++) {
        if (!is_looked_at(climb, readers->at[i]))
            continue;
        if (climb->only == SIZE_MAX)
            account(climb, readers->at[i], -1);
        climb->attained[readers->at[i]] =
            proof_attained(proof, readers->at[i], climb->person.cells);
        if (climb->only == SIZE_MAX)
            account(climb, readers->at[i], 1);
    }
}

/* Tries all values of a question and keeps the best. Of equals it keeps the last, or the first:
 * where the least of several answers counts, no single change shows, and all must be raised. */
static double improve_one(proof_climb *climb, uint32_t question, proof_aspect *aspect, void *ctx,
                          double best, bool last)
{
    struct proof *proof = climb->proof;
    const rung_values *values = &proof->values[question];
    rung_cell kept = climb->wish[question];
    for (size_t i = 0; i < values->count && proof->steps > 0; i++) {
        rung_cell value = values->cells[last ? i : values->count - 1 - i];
        change(climb, question, value);
        proof_spend(proof, 1 + climb->essentials.count / 8);
        double now = aspect(ctx, climb);
        if (now < best)
            continue;
        best = now;
        kept = value;
    }
    change(climb, question, kept);
    return best;
}

static bool is_open(const proof_climb *climb, size_t question)
{
    const rung_question *content = &climb->proof->questionnaire->questions[question];
    return !climb->proof->fixed[question] && content->type != RUNG_QUESTION_TEXT &&
           (climb->person.asked[question] || content->unasked_unknown);
}

double proof_improve(proof_climb *climb, proof_aspect *aspect, void *ctx, double enough)
{
    enum { ROUNDS = 6 };
    struct proof *proof = climb->proof;
    double best = aspect(ctx, climb), before = best;
    for (size_t round = 0; round < ROUNDS && best < enough; round++) {
        if (round % 2 == 0 && round > 0 && best <= before)
            break; /* neither way led on */
        before = round % 2 == 0 ? best : before;
        for (uint32_t q = 0; q < proof->question_count && best < enough; q++) {
            const proof_list *readers = &proof->readers[q];
            bool matters = false;
            for (size_t i = 0; i < readers->count && !matters; i++)
                matters = is_looked_at(climb, readers->at[i]);
            if (matters && is_open(climb, q))
                best = improve_one(climb, q, aspect, ctx, best, round % 2 == 0);
        }
    }
    return best;
}
