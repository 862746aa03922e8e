/* People: completions of the whole questionnaire, all of them or made up. */
#include "proof/proof_private.h"

#include <string.h>

/* --- An interview ---------------------------------------------------------------------------- */

static void ask(struct proof *proof, const rung_cell *wish, size_t q, proof_person *person)
{
    const rung_question *question = &proof->questionnaire->questions[q];
    const rung_section *section = &proof->questionnaire->sections[question->section];
    rung_cell wished = wish[q];
    person->asked[q] = proof_holds(proof, section->when, person->cells, true) &&
                       proof_holds(proof, question->when, person->cells, true);
    person->cells[q] = person->asked[q] || question->unasked_unknown ? wished : question->unasked;
}

void proof_interview(struct proof *proof, const rung_cell *wish, const proof_list *questions,
                     proof_person *person)
{
    size_t count = questions ? questions->count : proof->question_count;
    for (size_t i = 0; i < count; i++)
        ask(proof, wish, questions ? questions->at[i] : i, person);
}

void proof_wishes(struct proof *proof, const proof_person *person, rung_cell *wish)
{
    for (size_t q = 0; q < proof->question_count; q++) {
        bool open = person->asked[q] || proof->questionnaire->questions[q].unasked_unknown;
        wish[q] = open ? person->cells[q] : proof->values[q].cells[0];
    }
}

rung_answers *proof_new_answers(struct proof *proof, rung_memory *memory)
{
    rung_answers *answers;
    *memory = rung_arena_memory(proof->arena);
    if (rung_answers_new(&answers, memory, proof->questionnaire) != RUNG_OK)
        rung_out_of_memory(proof->arena);
    return answers;
}

/* --- Keeping them ---------------------------------------------------------------------------- */

proof_person proof_new_person(struct proof *proof)
{
    return (proof_person){
        rung_new_array(proof->arena, rung_cell, proof->question_count + 1),
        rung_new_array(proof->arena, bool, proof->question_count),
        RUNG_NO_RUNG,
    };
}

size_t proof_keep(struct proof *proof, const proof_person *person)
{
    proof_person kept = proof_new_person(proof);
    memcpy(kept.cells, person->cells, proof->question_count * sizeof *kept.cells);
    memcpy(kept.asked, person->asked, proof->question_count * sizeof *kept.asked);
    kept.aim = proof_aim(proof, kept.cells);
    rung_push(proof->arena, &proof->people, kept);
    return proof->people.count - 1;
}

size_t proof_aim(struct proof *proof, const rung_cell *cells)
{
    rung_value value;
    if (rung_eval(proof->rules->target, cells, proof->scratch, &value) != RUNG_EVAL_OK)
        return RUNG_NO_RUNG;
    size_t rung = rung_find_rung(proof->rules, value.string);
    return rung == SIZE_MAX ? RUNG_NO_RUNG : rung;
}

bool proof_counts(const struct proof *proof, size_t aim, size_t rung)
{
    return proof->aimed[rung] ? aim == rung : !proof->aims_unsure;
}

size_t proof_keep_completion(struct proof *proof, const proof_list *questions,
                             const rung_cell *cells)
{
    proof_person person = proof_new_person(proof);
    rung_cell *wish = rung_new_array(proof->arena, rung_cell, proof->question_count);
    for (size_t q = 0; q < proof->question_count; q++)
        wish[q] = proof->values[q].cells[0];
    for (size_t i = 0; i < questions->count; i++)
        wish[questions->at[i]] = cells[questions->at[i]];
    proof_interview(proof, wish, NULL, &person);
    return proof_keep(proof, &person);
}

static void meet(struct proof *proof, const proof_person *person)
{
    size_t kept = proof_keep(proof, person), aim = proof->people.at[kept].aim;
    if (aim != RUNG_NO_RUNG)
        proof->aimed[aim] = true;
}

/* --- All completions ------------------------------------------------------------------------- */

struct census {
    struct proof *proof;
    rung_cell *wish;
    proof_person person;
    size_t count;
    bool *reached; /* questions that the walk gives values */
};

static bool count_completion(void *ctx, const rung_cell *cells)
{
    struct census *census = ctx;
    (void)cells;
    return ++census->count <= census->proof->limits->whole;
}

static bool meet_completion(void *ctx, const rung_cell *cells)
{
    struct census *census = ctx;
    struct proof *proof = census->proof;
    for (size_t q = 0; q < proof->question_count; q++)
        census->wish[q] = census->reached[q] ? cells[q] : proof->values[q].cells[0];
    proof_interview(proof, census->wish, NULL, &census->person);
    meet(proof, &census->person);
    return true;
}

static bool visit_whole(struct proof *proof, const rung_program *const *programs,
                        struct census *census, bool (*visit)(void *ctx, const rung_cell *cells))
{
    rung_visit all = {
        .programs = programs,
        .program_count = proof->site_count,
        .rung = RUNG_NO_RUNG,
        .most_steps = 4 * proof->limits->whole,
        .visit = visit,
        .ctx = census,
    };
    rung_visit_completions(proof->arena, proof->sheet, &all);
    return all.end == RUNG_VISIT_ALL;
}

/* Meets all completions, or nobody if they are too many. */
static bool meet_all(struct proof *proof)
{
    const rung_program **programs =
        rung_new_array(proof->arena, const rung_program *, proof->site_count);
    for (size_t i = 0; i < proof->site_count; i++)
        programs[i] = proof->sites[i].program;
    struct census census = {.proof = proof};
    if (!visit_whole(proof, programs, &census, count_completion))
        return false;
    proof_list closure = proof_closure(proof, programs, proof->site_count);
    census.wish = rung_new_array(proof->arena, rung_cell, proof->question_count);
    census.person = proof_new_person(proof);
    census.reached = rung_new_array(proof->arena, bool, proof->question_count);
    for (size_t i = 0; i < closure.count; i++)
        census.reached[closure.at[i]] = true;
    return visit_whole(proof, programs, &census, meet_completion);
}

/* --- Made-up people -------------------------------------------------------------------------- */

/* xorshift64: Marsaglia, "Xorshift RNGs", 2003. */
size_t proof_roll(struct proof *proof, size_t sides)
{
    proof->dice ^= proof->dice << 13;
    proof->dice ^= proof->dice >> 7;
    proof->dice ^= proof->dice << 17;
    return (size_t)(proof->dice >> 11) % sides;
}

/* Fewer where there are megabytes of expressions to try on each. */
static size_t how_many(const struct proof *proof)
{
    enum { USUAL_BYTES = 512 * 1024, LEAST = 4 };
    size_t bytes = 0, most = proof->limits->people;
    for (size_t i = 0; i < proof->site_count; i++)
        bytes += rung_program_text(proof->sites[i].program).size;
    size_t fewer = most * USUAL_BYTES / (bytes + 1);
    return bytes <= USUAL_BYTES || most <= LEAST ? most : fewer > LEAST ? fewer : LEAST;
}

/* Two who take the first and the last of everything, and many who take anything. */
static void make_up(struct proof *proof)
{
    size_t count = how_many(proof);
    rung_cell *wish = rung_new_array(proof->arena, rung_cell, proof->question_count);
    proof_person person = proof_new_person(proof);
    for (size_t i = 0; i < count; i++) {
        for (size_t q = 0; q < proof->question_count; q++) {
            const rung_values *values = &proof->values[q];
            size_t pick = i == 0   ? 0
                          : i == 1 ? values->count - 1
                                   : proof_roll(proof, values->count);
            wish[q] = values->cells[pick];
        }
        proof_interview(proof, wish, NULL, &person);
        meet(proof, &person);
    }
}

static void find_values(struct proof *proof)
{
    enum { MOST = 48 };
    rung_values *values = rung_new_array(proof->arena, rung_values, proof->question_count);
    for (size_t q = 0; q < proof->question_count; q++) {
        const proof_list *readers = &proof->read_by[q];
        const rung_program **programs =
            rung_new_array(proof->arena, const rung_program *, readers->count);
        for (size_t i = 0; i < readers->count; i++)
            programs[i] = proof->sites[readers->at[i]].program;
        values[q] = rung_values_told_apart(proof->arena, &proof->questionnaire->questions[q], q,
                                           programs, readers->count, MOST);
    }
    proof->values = values;
}

/* --- Aims ------------------------------------------------------------------------------------ */

struct aiming {
    struct proof *proof;
    proof_list closure;
};

static bool meet_aim(void *ctx, const rung_cell *cells)
{
    struct aiming *aiming = ctx;
    struct proof *proof = aiming->proof;
    size_t aim = proof_aim(proof, cells), missing = 0;
    if (aim != RUNG_NO_RUNG && !proof->aimed[aim]) {
        proof->aimed[aim] = true;
        proof_keep_completion(proof, &aiming->closure, cells);
    }
    for (size_t rung = 0; rung < proof->rung_count; rung++)
        missing += !proof->aimed[rung];
    return missing > 0;
}

/* Somebody for each rung that nobody happens to aim at. */
static void meet_aims(struct proof *proof)
{
    struct aiming aiming = {proof, proof_closure(proof, &proof->rules->target, 1)};
    if (proof_visit(proof, &proof->rules->target, 1, RUNG_NO_RUNG, meet_aim, &aiming) ==
        RUNG_VISIT_TOO_MANY)
        proof->aims_unsure = true;
}

void proof_gather(struct proof *proof)
{
    find_values(proof);
    proof->whole = meet_all(proof);
    if (!proof->whole) {
        make_up(proof);
        meet_aims(proof);
    }
}
