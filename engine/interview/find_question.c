/* A question that a person names. */
#include "interview/words.h"

static bool is_asked(const rung_sheet *sheet, size_t question)
{
    return sheet->states[question] == RUNG_ANSWERED || sheet->states[question] == RUNG_UNANSWERED;
}

static size_t numbered(const rung_sheet *sheet, int64_t number)
{
    for (size_t q = 0; number > 0 && q < sheet->questionnaire->question_count; q++)
        if (is_asked(sheet, q) && --number == 0)
            return q;
    return RUNG_NO_QUESTION;
}

static bool starts_id(const rung_question *question, rung_text where)
{
    return interview_starts(question->id, where);
}

static bool has_word(const rung_question *question, rung_text where)
{
    return interview_starts(question->ask, where) || interview_has_word(question->ask, where);
}

/* The start of an id goes before a word of the text. */
static size_t by_words(const rung_sheet *sheet, rung_text where, size_t *fits)
{
    static bool (*const ways[])(const rung_question *, rung_text) = {starts_id, has_word};
    size_t found = RUNG_NO_QUESTION;
    for (size_t way = 0; way < RUNG_COUNT(ways) && *fits == 0; way++)
        for (size_t q = 0; q < sheet->questionnaire->question_count; q++)
            if (is_asked(sheet, q) && ways[way](&sheet->questionnaire->questions[q], where)) {
                found = q;
                ++*fits;
            }
    return *fits == 1 ? found : RUNG_NO_QUESTION;
}

size_t rung_interview_find(const rung_sheet *sheet, rung_text where, size_t *fits)
{
    int64_t number;
    *fits = 0;
    if (where.size == 0)
        return RUNG_NO_QUESTION;
    bool is_number = rung_parse_int(where, &number);
    size_t found =
        is_number ? numbered(sheet, number) : rung_find_question(sheet->questionnaire, where);
    if (!is_number && found == RUNG_NO_QUESTION)
        return by_words(sheet, where, fits);
    *fits = found != RUNG_NO_QUESTION;
    return found;
}
