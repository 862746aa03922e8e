/* All expressions of a role in one list, and what they depend on. */
#include "proof/proof_private.h"

/* --- The list -------------------------------------------------------------------------------- */

static const char *const keys[] = {
    [PROOF_AT_SECTION_WHEN] = "when",
    [PROOF_AT_QUESTION_WHEN] = "when",
    [PROOF_AT_FILE_TARGET] = "target",
    [PROOF_AT_REQUIREMENT_WHEN] = "when",
    [PROOF_AT_REQUIREMENT_TARGET] = "target",
    [PROOF_AT_REQUIREMENT_NEED] = "need",
    [PROOF_AT_REQUIREMENT_ATTAINED] = "attained",
    [PROOF_AT_ACTION_WHEN] = "when",
    [PROOF_AT_ACTION_DONE] = "done-when",
    [PROOF_AT_NOTE_WHEN] = "when",
    [PROOF_AT_TIME_WHEN] = "when",
};

static size_t count_at(const struct proof *proof, proof_place place)
{
    switch (place) {
    case PROOF_AT_SECTION_WHEN:
        return proof->questionnaire->section_count;
    case PROOF_AT_QUESTION_WHEN:
        return proof->question_count;
    case PROOF_AT_FILE_TARGET:
        return 1;
    case PROOF_AT_ACTION_WHEN:
    case PROOF_AT_ACTION_DONE:
        return proof->rules->action_count;
    case PROOF_AT_NOTE_WHEN:
        return proof->rules->note_count;
    case PROOF_AT_TIME_WHEN:
        return proof->rules->time_to_entry_count;
    default:
        return proof->rules->requirement_count;
    }
}

/* The expression at a place, or NULL, and the id of what it belongs to. */
static const rung_program *program_at(const struct proof *proof, proof_place place, size_t index,
                                      const char **subject)
{
    const rung_rules *rules = proof->rules;
    const rung_requirement *requirement = &rules->requirements[index];
    switch (place) {
    case PROOF_AT_SECTION_WHEN:
        *subject = proof->questionnaire->sections[index].id;
        return proof->questionnaire->sections[index].when;
    case PROOF_AT_QUESTION_WHEN:
        *subject = proof->questionnaire->questions[index].id;
        return proof->questionnaire->questions[index].when;
    case PROOF_AT_FILE_TARGET:
        *subject = rules->id;
        return rules->target;
    case PROOF_AT_ACTION_WHEN:
        *subject = rules->actions[index].id;
        return rules->actions[index].when;
    case PROOF_AT_ACTION_DONE:
        *subject = rules->actions[index].id;
        return rules->actions[index].done_when;
    case PROOF_AT_NOTE_WHEN:
        *subject = rules->notes[index].id;
        return rules->notes[index].when;
    case PROOF_AT_TIME_WHEN:
        *subject = rules->times_to_entry[index].id;
        return rules->times_to_entry[index].when;
    default:
        *subject = requirement->id;
        return place == PROOF_AT_REQUIREMENT_WHEN     ? requirement->when
               : place == PROOF_AT_REQUIREMENT_TARGET ? requirement->target
               : place == PROOF_AT_REQUIREMENT_NEED   ? requirement->need
                                                      : requirement->attained;
    }
}

static void find_parts(struct proof *proof, proof_site *site)
{
    const rung_program *const *parts =
        rung_program_parts(proof->arena, site->program, &site->part_count, &site->more_parts);
    site->parts = rung_new_array(proof->arena, proof_part, site->part_count);
    for (size_t i = 0; i < site->part_count; i++)
        site->parts[i].program = parts[i];
}

static void find_site(struct proof *proof, proof_place place, size_t index)
{
    const char *subject;
    const rung_program *program = program_at(proof, place, index, &subject);
    proof->site_numbers[place][index] = program ? proof->site_count : SIZE_MAX;
    if (!program)
        return;
    rung_type type = rung_program_type(program);
    proof_site *site = &proof->sites[proof->site_count++];
    *site = (proof_site){
        .place = place,
        .index = index,
        .subject = subject,
        .key = keys[place],
        .program = program,
        .is_bool = type.base == RUNG_TYPE_BOOL && type.lists == 0,
        .reads_rung = rung_program_reads(program, (uint32_t)proof->question_count),
        .failing = PROOF_NOBODY,
    };
    find_parts(proof, site);
}

static void find_readers(struct proof *proof)
{
    proof->read_by = rung_new_array(proof->arena, proof_list, proof->question_count);
    for (size_t i = 0; i < proof->site_count; i++) {
        size_t count;
        const rung_use *uses = rung_program_uses(proof->sites[i].program, &count);
        for (size_t u = 0; u < count; u++)
            if (uses[u].variable < proof->question_count)
                rung_push(proof->arena, &proof->read_by[uses[u].variable], (uint32_t)i);
    }
}

void proof_find_sites(struct proof *proof)
{
    size_t most = 0;
    for (proof_place place = 0; place < PROOF_PLACE_COUNT; place++)
        most += count_at(proof, place);
    proof->sites = rung_new_array(proof->arena, proof_site, most);
    for (proof_place place = 0; place < PROOF_PLACE_COUNT; place++) {
        size_t count = count_at(proof, place);
        proof->site_numbers[place] = rung_new_array(proof->arena, size_t, count);
        for (size_t i = 0; i < count; i++)
            find_site(proof, place, i);
    }
    find_readers(proof);
}

proof_site *proof_site_of(struct proof *proof, proof_place place, size_t index)
{
    size_t number = proof->site_numbers[place][index];
    return number == SIZE_MAX ? NULL : &proof->sites[number];
}

/* --- What they depend on --------------------------------------------------------------------- */

proof_list proof_closure(struct proof *proof, const rung_program *const *programs, size_t count)
{
    proof_list list = {0};
    bool *marked = rung_new_array(proof->arena, bool, proof->question_count + 1);
    for (size_t i = 0; i < count; i++) {
        size_t reads;
        const rung_use *uses = programs[i] ? rung_program_uses(programs[i], &reads) : NULL;
        for (size_t u = 0; uses && u < reads; u++)
            marked[uses[u].variable] = true;
    }
    for (size_t q = 0; q < proof->question_count; q++) {
        const rung_question *question = &proof->questionnaire->questions[q];
        for (size_t i = 0; marked[q] && i < question->asked_by_count; i++)
            marked[question->asked_by[i]] = true;
    }
    for (uint32_t q = 0; q < proof->question_count; q++)
        if (marked[q])
            rung_push(proof->arena, &list, q);
    return list;
}

bool proof_holds(struct proof *proof, const rung_program *condition, const rung_cell *cells,
                 bool without)
{
    bool truth = false;
    if (!condition)
        return without;
    return rung_eval_bool(condition, cells, proof->scratch, &truth) == RUNG_EVAL_OK && truth;
}

void proof_copy_cells(const proof_list *questions, const rung_cell *from, rung_cell *to)
{
    for (size_t i = 0; i < questions->count; i++)
        to[questions->at[i]] = from[questions->at[i]];
}

void rung_role_uses(const rung_role *role, bool *used)
{
    const struct proof proof = {.questionnaire = role->questionnaire,
                                .rules = role->rules,
                                .question_count = role->questionnaire->question_count};
    for (proof_place place = 0; place < PROOF_PLACE_COUNT; place++) {
        for (size_t i = 0; i < count_at(&proof, place); i++) {
            const char *subject;
            size_t count;
            const rung_program *program = program_at(&proof, place, i, &subject);
            const rung_use *uses = program ? rung_program_uses(program, &count) : NULL;
            for (size_t u = 0; uses && u < count; u++)
                if (uses[u].variable < proof.question_count)
                    used[uses[u].variable] = true;
        }
    }
}
