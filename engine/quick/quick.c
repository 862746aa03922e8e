/* Which question next. */
#include "quick/quick.h"

static bool is_open(const rung_scorecard *card, const bool *skipped, size_t question)
{
    return card->sheet->states[question] == RUNG_UNANSWERED && !skipped[question];
}

/* The first open question that decides whether `question` is asked. */
static size_t opener(const rung_scorecard *card, const bool *skipped, size_t question)
{
    const rung_question *content = &card->sheet->questionnaire->questions[question];
    for (size_t i = 0; i < content->asked_by_count; i++)
        if (is_open(card, skipped, content->asked_by[i]))
            return content->asked_by[i];
    return RUNG_NO_QUESTION;
}

/* A question without which there is no score, or one that leads there. */
static size_t deciding(const rung_scorecard *card, const bool *skipped)
{
    for (size_t i = 0; i < card->blocking_count; i++) {
        size_t question = card->blocking[i];
        if (is_open(card, skipped, question))
            return question;
        if (card->sheet->states[question] == RUNG_UNDECIDED)
            question = opener(card, skipped, question);
        else
            question = RUNG_NO_QUESTION;
        if (question != RUNG_NO_QUESTION)
            return question;
    }
    return RUNG_NO_QUESTION;
}

size_t rung_quick_next(rung_arena *arena, const rung_scorecard *card, const bool *skipped)
{
    size_t best = deciding(card, skipped);
    if (best != RUNG_NO_QUESTION)
        return best;
    const double *worth = rung_quick_worth(arena, card, skipped);
    double most = 0;
    for (size_t q = 0; q < card->sheet->questionnaire->question_count; q++) {
        if (worth[q] <= most + RUNG_EPSILON)
            continue;
        most = worth[q];
        best = q;
    }
    return best;
}
