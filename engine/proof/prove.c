/* The order of proofs. */
#include "proof/proof_private.h"

const rung_proof_limits rung_proof_usual = {
    .whole = 32 * 1024,
    .people = 96,
    .claim = 256 * 1024,
    .total = 8 * 1024 * 1024,
};

static const rung_sheet *sheet_without_answers(struct proof *proof)
{
    rung_memory memory;
    return rung_sheet_new(proof->arena, proof_new_answers(proof, &memory));
}

/* For each expression, and for each part of one. */
static void *largest_scratch(struct proof *proof)
{
    size_t size = proof->role->scratch;
    for (size_t i = 0; i < proof->site_count; i++)
        for (size_t part = 0; part < proof->sites[i].part_count; part++) {
            size_t needs = rung_program_scratch(proof->sites[i].parts[part].program);
            size = needs > size ? needs : size;
        }
    return rung_alloc(proof->arena, size);
}

static void set_up_levels(struct proof *proof)
{
    size_t requirements = proof->rules->requirement_count;
    size_t cells = requirements * proof->rung_count;
    proof->levels = rung_new_array(proof->arena, proof_level, cells);
    for (size_t i = 0; i < cells; i++)
        proof->levels[i].best = proof->levels[i].stuck = PROOF_NOBODY;
    proof->reach = rung_new_array(proof->arena, double, requirements);
    proof->bounds = rung_new_array(proof->arena, rung_range, cells);
    proof->bounds_known = rung_new_array(proof->arena, bool, cells);
    proof->applied = rung_new_array(proof->arena, bool, requirements);
    proof->points = rung_new_array(proof->arena, double, requirements);
    proof->last_asked = rung_new_array(proof->arena, rung_asked, requirements);
    proof->last_attained = rung_new_array(proof->arena, rung_range, requirements);
}

static void set_up(struct proof *proof)
{
    size_t actions = proof->rules->action_count;
    size_t verdicts = proof->rung_count * proof->rules->verdict_count;
    proof->sheet = sheet_without_answers(proof);
    proof->open = rung_new_array(proof->arena, rung_bounds_cell, proof->question_count + 1);
    for (size_t q = 0; q < proof->question_count; q++)
        proof->open[q] = proof->sheet->cells[q];
    proof->own = rung_new_array(proof->arena, rung_cell, proof->question_count + 1);
    proof->aimed = rung_new_array(proof->arena, bool, proof->rung_count);
    proof->verdicts = rung_new_array(proof->arena, bool, verdicts);
    proof->verdicts_unsure = rung_new_array(proof->arena, bool, verdicts);
    proof->useful = rung_new_array(proof->arena, bool, actions);
    proof->useful_unsure = rung_new_array(proof->arena, bool, actions);
    proof->doable = rung_new_array(proof->arena, bool, actions);
    set_up_levels(proof);
}

void rung_prove(rung_arena *arena, const rung_role *role, const bool *used_elsewhere,
                const rung_proof_limits *limits, rung_diagnostics *diagnostics)
{
    struct proof proof = {
        .arena = arena,
        .role = role,
        .questionnaire = role->questionnaire,
        .rules = role->rules,
        .used_elsewhere = used_elsewhere,
        .limits = limits,
        .diagnostics = diagnostics,
        .question_count = role->questionnaire->question_count,
        .rung_count = role->rules->rung_count,
        .steps = limits->total,
        .dice = UINT64_C(0x9E3779B97F4A7C15),
    };
    set_up(&proof);
    proof_find_sites(&proof);
    proof.scratch = largest_scratch(&proof);
    proof_gather(&proof);
    proof_watch_conditions(&proof);
    proof_find_doable(&proof);
    for (size_t p = 0; p < proof.people.count; p++)
        proof_watch_person(&proof, p);
    proof_decide_levels(&proof);
    proof_decide_verdicts(&proof);
    proof_decide_actions(&proof);

    proof_tell_plain(&proof);
    proof_tell_options(&proof);
    proof_tell_conditions(&proof);
    proof_tell_levels(&proof);
    proof_tell_open(&proof);
    proof_tell_verdicts(&proof);
    proof_tell_actions(&proof);
}

const rung_diagnostic_kind rung_proof_messages[] = {
#define KIND RUNG_KIND
#include "proof/message_list.h"
#undef KIND
};
const size_t rung_proof_message_count = RUNG_COUNT(rung_proof_messages);
