/* Proposals from an earlier session. */
#include "carry/carry.h"
#include "prefill/prefill.h"

static rung_proposal propose(rung_arena *arena, const rung_question *from, const rung_question *to,
                             rung_answer answer)
{
    rung_carried carried = rung_carry(arena, from, to, answer);
    rung_proposal proposal = {.answer = carried.answer, .origin = "Last time"};
    proposal.any = carried.fits && carried.reason != RUNG_CARRY_UNIT;
    /* The labels in the words live with the earlier questionnaire. */
    if (carried.reason != RUNG_CARRY_SAME)
        proposal.caveat = rung_format(arena, "Since then %s.", rung_carry_words(arena, &carried));
    return proposal.any ? proposal : (rung_proposal){0};
}

const rung_proposal *rung_prefill_from_answers(rung_arena *arena, const rung_questionnaire *to,
                                               const rung_answers *earlier)
{
    const rung_questionnaire *from = rung_answers_questionnaire(earlier);
    rung_proposal *proposals = rung_new_array(arena, rung_proposal, to->question_count);
    for (size_t q = 0; q < to->question_count; q++) {
        size_t other = rung_find_question(from, rung_text_of(to->questions[q].id));
        if (other == SIZE_MAX)
            continue;
        const rung_answer *answer = rung_answers_get(earlier, other);
        if (answer->given)
            proposals[q] = propose(arena, &from->questions[other], &to->questions[q], *answer);
    }
    return proposals;
}

size_t rung_prefill_count(const rung_questionnaire *to, const rung_proposal *proposals)
{
    size_t count = 0;
    for (size_t q = 0; q < to->question_count; q++)
        count += proposals[q].any && proposals[q].answer.given;
    return count;
}
