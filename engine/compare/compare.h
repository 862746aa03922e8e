/* compare: two sets of answers to one role, the content of which may have changed between them:
 * what was answered otherwise, what the content asks otherwise, and what of the score's movement
 * comes from which.
 *
 * The movement has two parts, for the low end of the score and for the high end, and they add up to
 * it. `by_answers`: the score of the later answers with the earlier content, less the earlier
 * score. `by_content`: the rest. With the earlier content a later answer counts where it holds for
 * the question of that content (carry.h), and that there is none counts where the earlier answer
 * would still hold; in all other cases the earlier answer stays, so that what became of it belongs
 * to the content. Each side is scored at its own aim: another aim is another answer.
 *
 * Nothing of it is written anywhere. A comparison is immutable and lives in its arena. */
#ifndef RUNG_COMPARE_H
#define RUNG_COMPARE_H

#include "answers/answers.h"
#include "base/base.h"
#include "carry/carry.h"
#include "content/content.h"
#include "scoring/scoring.h"

#define RUNG_NOWHERE SIZE_MAX /* an index of what the other content does not have */

/* What became of an answer. */
#define RUNG_ANSWER_CHANGES(X)                                                                     \
    X(STAYS, "stays")     /* the same, or none in both */                                          \
    X(CHANGES, "changes") /* another, a first one, or none any more */                             \
    X(APART, "apart") /* the question changed: what was said and what is said do not compare */    \
    X(COMES, "comes") /* an answer to a question that is new */                                    \
    X(GOES, "goes")   /* its question is gone */

typedef enum rung_answer_change {
#define RUNG_ANSWER_ID(id, ...) RUNG_ANSWER_##id,
    RUNG_ANSWER_CHANGES(RUNG_ANSWER_ID)
#undef RUNG_ANSWER_ID
        RUNG_ANSWER_CHANGE_COUNT,
} rung_answer_change;
const char *rung_answer_change_name(rung_answer_change change);

/* What can change of content, as bits 1 << RUNG_EDIT_…. */
#define RUNG_EDITS(X)                                                                              \
    X(ADDED, "added")           /* the earlier content does not have it */                         \
    X(GONE, "gone")             /* the later one does not */                                       \
    X(WORDS, "words")           /* a question: what it asks, or the type of its answer */          \
    X(ANSWERS, "answers")       /* a question: what it takes */                                    \
    X(POINTS, "points")         /* a question: what its options are worth */                       \
    X(WHEN, "when")             /* the condition under which it is asked, or applies */            \
    X(TARGET, "target")         /* a requirement: the level that some rung needs */                \
    X(NEED, "need")             /* a requirement: essential or preferred */                        \
    X(IMPORTANCE, "importance") /* a requirement */                                                \
    X(DIMENSION, "dimension")   /* a requirement: where it counts */                               \
    X(WEIGHT, "weight")         /* a dimension */                                                  \
    X(ATTAINED, "attained")     /* a requirement: how the level is worked out */                   \
    X(BOUNDS, "bounds")         /* a verdict: points and gap */

typedef enum rung_edit {
#define RUNG_EDIT_ID(id, ...) RUNG_EDIT_##id,
    RUNG_EDITS(RUNG_EDIT_ID)
#undef RUNG_EDIT_ID
        RUNG_EDIT_COUNT,
} rung_edit;
const char *rung_edit_name(rung_edit edit);

/* The same id in both contents; `edits` is 0 where nothing changed. */
typedef struct rung_pairing {
    const char *id;
    size_t before, after; /* indices */
    unsigned edits;
} rung_pairing;

typedef struct rung_pairings {
    const rung_pairing *at; /* in the order of the later content, then what is gone */
    size_t count, edited;
} rung_pairings;

typedef struct rung_compared_answer {
    rung_answer_change change;
    rung_answer before, after; /* in the terms of their own questions */
    rung_carried carried;      /* APART with an answer after: why that does not hold before */
} rung_compared_answer;

typedef struct rung_movement {
    double low, high; /* of the ends of the score: less than 0 where they fell */
} rung_movement;

typedef struct rung_comparison {
    const rung_scorecard *before, *after;
    const rung_scorecard *between; /* the later answers with the earlier content */
    bool same_content;
    bool scored; /* there is a score before, between and after; else nothing moved by any part */
    rung_movement moved, by_answers, by_content;
    const rung_compared_answer *answers; /* one for each of `questions` */
    rung_pairings questions, requirements, dimensions, verdicts;
} rung_comparison;

typedef struct rung_compare_side {
    const rung_role *role; /* must outlive the comparison */
    const rung_answers *answers;
} rung_compare_side;

/* Both roles have one id. Inside the arena's guard. */
const rung_comparison *rung_compare(rung_arena *arena, rung_compare_side before,
                                    rung_compare_side after);

#endif
