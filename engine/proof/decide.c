/* Deciding a claim over all completions, within the budget. */
#include "proof/proof_private.h"

rung_visit_end proof_visit(struct proof *proof, const rung_program *const *programs, size_t count,
                           size_t rung, bool (*visit)(void *ctx, const rung_cell *cells), void *ctx)
{
    size_t most = proof->limits->claim;
    rung_visit all = {
        .programs = programs,
        .program_count = count,
        .rung = rung,
        .most_steps = most < proof->steps ? most : proof->steps,
        .visit = visit,
        .ctx = ctx,
    };
    if (all.most_steps == 0)
        return RUNG_VISIT_TOO_MANY;
    rung_visit_completions(proof->arena, proof->sheet, &all);
    proof_spend(proof, all.steps);
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
