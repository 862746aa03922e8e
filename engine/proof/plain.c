/* What can be seen without looking at answers. */
#include "proof/proof_private.h"

static bool is_used(const struct proof *proof, size_t q)
{
    return proof->read_by[q].count > 0 || (proof->used_elsewhere && proof->used_elsewhere[q]) ||
           proof->questionnaire->questions[q].type == RUNG_QUESTION_TEXT;
}

static bool is_scale_used(const rung_questionnaire *questionnaire, const rung_scale *scale)
{
    for (size_t q = 0; q < questionnaire->question_count; q++)
        if (questionnaire->questions[q].scale == scale)
            return true;
    return false;
}

static void tell_questions(struct proof *proof)
{
    for (size_t q = 0; q < proof->question_count; q++) {
        const rung_question *question = &proof->questionnaire->questions[q];
        uint64_t all =
            question->option_count < 64 ? ((uint64_t)1 << question->option_count) - 1 : UINT64_MAX;
        if (!is_used(proof, q)) {
            proof_report(proof, UNUSED_QUESTION, question->span, question->id);
            rung_subject(proof->diagnostics, question->id);
        }
        if (question->type == RUNG_QUESTION_CHOICES && question->option_count > 1 &&
            question->exclusive == all) {
            proof_report(proof, ALL_EXCLUSIVE, question->span, question->id);
            rung_subject(proof->diagnostics, question->id);
        }
    }
}

static void tell_scales(struct proof *proof)
{
    const rung_questionnaire *questionnaire = proof->questionnaire;
    for (size_t i = 0; i < questionnaire->scale_count; i++) {
        const rung_scale *scale = &questionnaire->scales[i];
        if (is_scale_used(questionnaire, scale))
            continue;
        proof_report(proof, UNUSED_SCALE, scale->span, scale->id);
        rung_subject(proof->diagnostics, scale->id);
    }
}

static void tell_aims(struct proof *proof)
{
    for (size_t rung = 0; rung < proof->rung_count; rung++) {
        const rung_rung *one = &proof->rules->rungs[rung];
        if (proof->aimed[rung])
            continue;
        if (proof->aims_unsure) {
            proof_not_proven(proof, one->span, one->id, "somebody can aim at this rung");
            continue;
        }
        proof_report(proof, NOT_AIMED_AT, one->span, one->id);
        rung_subject(proof->diagnostics, one->id);
    }
}

/* --- Examples -------------------------------------------------------------------------------- */

static const rung_sheet *sheet_of(struct proof *proof, const rung_example *example)
{
    rung_memory memory;
    rung_diagnostics ignored;
    rung_diagnostics_init(&ignored, proof->arena);
    rung_answers *answers = proof_new_answers(proof, &memory);
    bool good = rung_answers_from_datum(answers, example->answers, &ignored) == RUNG_OK;
    return good ? rung_sheet_new(proof->arena, answers) : NULL;
}

static void tell_example(struct proof *proof, const rung_example *example)
{
    const rung_sheet *sheet = sheet_of(proof, example);
    for (size_t i = 0; sheet && i < example->answers->map.count; i++) {
        const rung_entry *entry = &example->answers->map.entries[i];
        size_t q = rung_find_question(proof->questionnaire, entry->key);
        if (q == SIZE_MAX || sheet->states[q] != RUNG_NOT_ASKED ||
            entry->value->kind == RUNG_DATUM_NULL)
            continue;
        proof_report(proof, ANSWERS_UNASKED, entry->key_span,
                     proof->questionnaire->questions[q].id);
        rung_subject(proof->diagnostics, proof->questionnaire->questions[q].id);
    }
}

void proof_tell_plain(struct proof *proof)
{
    const rung_rules *rules = proof->rules;
    tell_questions(proof);
    tell_scales(proof);
    tell_aims(proof);
    if (rules->example_count == 0) {
        proof_report(proof, NO_EXAMPLES, rules->span, rules->id);
        rung_subject(proof->diagnostics, rules->id);
    }
    for (size_t i = 0; i < rules->example_count; i++)
        tell_example(proof, &rules->examples[i]);
}
