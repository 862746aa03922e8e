/* proof: what content can come to, over all answers that people can give.
 *
 * Content that loads can still be wrong: a question that nobody is asked, a target that no answer
 * meets, a verdict that cannot be had. rung_prove finds such faults. Each finding was proven for
 * all answers, or carries answers that show it; what could not be decided is said as a note.
 *
 * A completion gives each question, in file order, an answer where it is asked, and its `unasked`
 * value (or, if that is `unknown`, any) where it is not. A completion aims at the rung that the
 * file's `target` gives. "At a rung" is over the completions that aim at it, with `rung` set to it;
 * over all of them where nobody can aim at it.
 *
 * How: if the content has few completions, all are looked at. Else many people are made up and
 * interviewed; what none of them shows is searched for from the nearest of them, one answer at a
 * time; what is still not found is proven impossible, by trying all completions of what it depends
 * on or, where these are too many, by bounds. */
#ifndef RUNG_PROOF_H
#define RUNG_PROOF_H

#include "base/base.h"
#include "content/content.h"

/* How much work may be done. A step gives one question one value, or looks at one person. */
typedef struct rung_proof_limits {
    size_t whole;  /* completions of the whole content up to which all are looked at */
    size_t people; /* made up beyond that */
    size_t claim;  /* steps to decide one claim */
    size_t total;  /* steps to decide all claims */
} rung_proof_limits;

extern const rung_proof_limits rung_proof_usual;

/* Sets `used[q]` for each question that something of the role reads. */
void rung_role_uses(const rung_role *role, bool *used);

/* Reports what is wrong with a role that loaded. `used_elsewhere[q]`: other rules of the same
 * questionnaire read it; or NULL. `arena` is for working memory; its guard must be running, and
 * that of the diagnostics' arena. */
void rung_prove(rung_arena *arena, const rung_role *role, const bool *used_elsewhere,
                const rung_proof_limits *limits, rung_diagnostics *diagnostics);

extern const rung_diagnostic_kind rung_proof_messages[];
extern const size_t rung_proof_message_count;

#endif
