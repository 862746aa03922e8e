/* Answers as people read them. */
#include "report/build.h"

static const char *chosen(rung_arena *arena, const rung_question *question, uint64_t set)
{
    const char *words = NULL;
    for (size_t i = 0; i < question->option_count; i++)
        if (set >> i & 1)
            words = words
                        ? report_fill(arena, WORD_LIST_SEMICOLON, words, question->options[i].label)
                        : question->options[i].label;
    return words ? words : report_words(WORD_ANSWER_NOTHING);
}

static const char *level(const rung_scale *scale, int64_t value)
{
    for (size_t i = 0; i < scale->count; i++)
        if (scale->values[i].value == value)
            return scale->values[i].label;
    return "";
}

static const char *amount(rung_arena *arena, const rung_question *question, double value)
{
    char number[RUNG_NUMBER_SIZE];
    rung_number_format(value, number);
    return question->unit ? report_fill(arena, WORD_ANSWER_UNIT, number, question->unit)
                          : rung_format(arena, "%s", number);
}

const char *report_answer(rung_arena *arena, const rung_question *question, rung_answer answer)
{
    if (!answer.given)
        return report_words(WORD_ANSWER_NONE);
    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
        return question->options[answer.value.i].label;
    case RUNG_QUESTION_CHOICES:
        return chosen(arena, question, answer.value.set);
    case RUNG_QUESTION_SCALE:
        return level(question->scale, answer.value.i);
    case RUNG_QUESTION_NUMBER:
        return amount(arena, question, question->integer ? (double)answer.value.i : answer.value.d);
    case RUNG_QUESTION_YES_NO:
        return report_words(answer.value.i ? WORD_ANSWER_YES : WORD_ANSWER_NO);
    default:
        return answer.text;
    }
}
