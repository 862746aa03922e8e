/* prefill: answers that a person may have given elsewhere already, as proposals. Nothing here is an
 * answer: each becomes one only when the person accepts it. */
#ifndef RUNG_PREFILL_H
#define RUNG_PREFILL_H

#include "answers/answers.h"
#include "base/base.h"
#include "content/content.h"

typedef struct rung_proposal {
    bool any;           /* else there is nothing to propose */
    rung_answer answer; /* in the question's domain */
    const char *origin; /* where it comes from, the beginning of a line: "Last time" */
    const char *caveat; /* a sentence: what to know before accepting it; or NULL */
} rung_proposal;

/* From the answers to another questionnaire, or to another version of this one: to questions of the
 * same id and type, where the answer fits. One a question of `to`. What changed is the caveat; a
 * number in another unit is not proposed. Lives in `arena`; inside its guard. */
const rung_proposal *rung_prefill_from_answers(rung_arena *arena, const rung_questionnaire *to,
                                               const rung_answers *earlier);
/* How many there are. */
size_t rung_prefill_count(const rung_questionnaire *to, const rung_proposal *proposals);

#endif
