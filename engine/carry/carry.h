/* carry: whether the answer to one question is an answer to another, which has its place in a later
 * version of the questionnaire, or in the questionnaire of another role.
 *
 * What counts is what the person read and said: the words of the question, and those of the answer.
 * Help, reasons, notes, points and conditions may change; they do not change what was said. */
#ifndef RUNG_CARRY_H
#define RUNG_CARRY_H

#include "answers/answers.h"
#include "base/base.h"
#include "content/content.h"

/* name, and the rest of a sentence about the question; %s is `what`. */
#define RUNG_CARRY_ROWS(X)                                                                         \
    X(SAME, "nothing changed")                                                                     \
    X(TYPE, "it takes another kind of answer")                                                     \
    X(REWORDED, "it was reworded")                                                                 \
    X(OPTION_GONE, "the answer \"%s\" is gone")                                                    \
    X(OPTION_REWORDED, "the answer \"%s\" was reworded")                                           \
    X(OPTION_ADDED, "there is a new answer, \"%s\"")                                               \
    X(OPTIONS_APART, "these answers do not go together any more")                                  \
    X(SCALE, "its scale changed")                                                                  \
    X(UNIT, "its unit changed")                                                                    \
    X(RANGE, "the answer does not fit its range any more")                                         \
    X(LENGTH, "it takes a shorter text")

#define RUNG_CARRY_ENUM(name, words) RUNG_CARRY_##name,
typedef enum rung_carry_reason {
    RUNG_CARRY_ROWS(RUNG_CARRY_ENUM) RUNG_CARRY_COUNT
} rung_carry_reason;
#undef RUNG_CARRY_ENUM

typedef struct rung_carried {
    rung_carry_reason reason; /* SAME: the answer holds as it is; else why it has to be asked */
    const char *what;         /* the label that the reason is about, or NULL */
    bool fits;                /* it is in the other's domain, whatever it means there */
    rung_answer answer;       /* if it fits: in the terms of the other question */
} rung_carried;

/* The first reason of the table that holds. The answer must be given. Texts live in `arena` and
 * with the questions; inside the arena's guard. */
rung_carried rung_carry(rung_arena *arena, const rung_question *from, const rung_question *to,
                        rung_answer answer);
/* Whether both ask the same thing: type and words. */
bool rung_carry_asks_the_same(const rung_question *from, const rung_question *to);
/* Whether both take the same answers, in the same words. Both must be of one type. */
bool rung_carry_answers_the_same(const rung_question *from, const rung_question *to);
/* The reason in words, for a sentence about the question. */
const char *rung_carry_words(rung_arena *arena, const rung_carried *carried);

#endif
