/* Deciding a claim over all completions, within the budget. */
#include "proof/proof_private.h"

/* How much longer a step takes than with expressions as people write them. */
static size_t weight_of(const rung_program *const *programs, size_t count)
{
    enum { USUAL_BYTES = 512 };
    size_t bytes = 0;
    for (size_t i = 0; i < count; i++)
        bytes += programs[i] ? rung_program_text(programs[i]).size : 0;
    return 1 + bytes / (USUAL_BYTES * (1 + count / 8));
}

rung_visit_end proof_visit(struct proof *proof, const rung_program *const *programs, size_t count,
                           size_t rung, bool (*visit)(void *ctx, const rung_cell *cells), void *ctx)
{
    size_t weight = weight_of(programs, count), left = proof->steps / weight;
    size_t most = proof->limits->claim / weight;
    rung_visit all = {
        .programs = programs,
        .program_count = count,
        .rung = rung,
        .most_steps = most < left ? most : left,
        .visit = visit,
        .ctx = ctx,
    };
    if (all.most_steps == 0)
        return RUNG_VISIT_TOO_MANY;
    rung_visit_completions(proof->arena, proof->sheet, &all);
    proof_spend(proof, all.steps * weight);
    return all.end;
}

void proof_spend(struct proof *proof, size_t steps)
{
    proof->steps -= steps < proof->steps ? steps : proof->steps;
}

void proof_not_proven(struct proof *proof, rung_span span, const char *subject, const char *whether)
{
    proof_report(proof, NOT_PROVEN, span, whether);
    rung_subject(proof->diagnostics, subject);
}
