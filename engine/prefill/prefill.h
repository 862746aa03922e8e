/* prefill: answers that a person may have given elsewhere already, as proposals. Nothing here is an
 * answer: each becomes one only when the person accepts it. */
#ifndef RUNG_PREFILL_H
#define RUNG_PREFILL_H

#include "answers/answers.h"
#include "base/base.h"
#include "content/content.h"

enum {
    RUNG_RESUME_MAX_ITEMS = 200, /* of a part: more are no person's */
    RUNG_RESUME_MAX_TEXT = 2000, /* bytes of each text that are looked at */
};

typedef struct rung_proposal {
    bool any;           /* else there is nothing to propose */
    rung_answer answer; /* in the question's domain; not given: only `origin` is worth knowing */
    const char *origin; /* where it comes from, the beginning of a sentence: "Last time" */
    const char *caveat; /* a sentence: what to know before accepting it; or NULL */
} rung_proposal;

/* From the answers to another questionnaire, or to another version of this one: to questions of the
 * same id and type, where the answer fits. One a question of `to`. What changed is the caveat; a
 * number in another unit is not proposed. Lives in `arena`; inside its guard. */
const rung_proposal *rung_prefill_from_answers(rung_arena *arena, const rung_questionnaire *to,
                                               const rung_answers *earlier);
/* --- Resumes -------------------------------------------------------------------------------------
 * From a resume in the format of https://jsonresume.org/schema, to the questions that say what a
 * resume means for them (the keys `resume` of questions and options):
 *   choice    the first option (or the last) of those whose words some item holds
 *   choices   all of them
 *   yes-no    yes, if an item holds one of the words; never no
 *   number    the years that items with one of the words took, what overlaps counted once: in half
 *             years, or whole ones, rounded down; nothing if that is none
 *   scale     nothing to accept: how well somebody does a thing is free text in a resume
 * A word is found at the start of a word, one of up to three letters as a whole one; case, dots and
 * apostrophes do not matter. */
typedef struct rung_resume {
    const rung_proposal *proposals; /* one a question */
    const char *problem;            /* RUNG_INVALID: what is wrong with it, no sentence yet */
    const char *const *remarks;     /* sentences about what was left out */
    size_t remark_count;
} rung_resume;

/* `now` is where jobs that go on end. RUNG_INVALID: it is no resume, see `problem`; what can be
 * left out alone, such as a date that is none, is a remark. Lives in `arena`; inside its guard. */
rung_status rung_prefill_from_resume(rung_arena *arena, const rung_questionnaire *to,
                                     const rung_datum *resume, int64_t now, rung_resume *out);

/* How many there are to accept. */
size_t rung_prefill_count(const rung_questionnaire *to, const rung_proposal *proposals);

#endif
