/* quick: the shortest way to a verdict. Which question to ask next, so that as few as possible are
 * asked until nothing that is left can change the verdict at the rung aimed at (rung_is_decided).
 *
 * A question is worth what its answer narrows, on average over the values that the rules tell
 * apart, each taken for as likely as the others:
 *
 *     Σ over requirements that apply and are open:
 *         points · (range of fulfilment now − mean range once the question has that value)
 *       + 6 · the same for the gap, in levels, if the requirement is essential and its gap can
 *             still keep a verdict out of reach
 *
 * That looks one answer ahead, exactly: all completions of one requirement are walked once, for all
 * of its questions together. A question that opens others counts for what they decide. A hundredth
 * of each range is shared out among the questions that can lead to it, so that one that narrows
 * nothing alone comes before one that leads to nothing. Requirements with too many completions
 * share out the whole range.
 *
 * Nothing here is needed for the verdict to be sound: that rests on the ranges of the scorecard. */
#ifndef RUNG_QUICK_H
#define RUNG_QUICK_H

#include "base/base.h"
#include "interview/interview.h"
#include "scoring/scoring.h"

/* What each question is worth, in points; 0 if it is not open (see interview.h) or cannot lead to
 * anything that is asked for at the rung aimed at, and for all where that is not known. Inside the
 * arena's guard, in whose memory the result lives. The scorecard's sheet lends its working memory.
 */
const double *rung_quick_worth(rung_arena *arena, const rung_scorecard *card, const bool *skipped);

/* The open question to ask next: first those without which there is no score at all, then the one
 * that is worth most (of equals, the first of the file). RUNG_NO_QUESTION: no open question can
 * lead to anything that matters for the score; skipped ones may. Inside the arena's guard. */
size_t rung_quick_next(rung_arena *arena, const rung_scorecard *card, const bool *skipped);

#endif
