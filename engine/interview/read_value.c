/* Numbers and texts, as people type them. */
#include "interview/words.h"

#include <string.h>

/* --- Numbers --------------------------------------------------------------------------------- */
/* "5 years", "5y": the number alone, where what follows begins the unit of the question. */
static rung_text without_unit(const rung_question *question, rung_text words)
{
    size_t size = 0;
    while (size < words.size && words.at[size] && strchr("0123456789.,+-", words.at[size]))
        size++;
    rung_text unit = rung_text_trim((rung_text){words.at + size, words.size - size});
    bool known = unit.size > 0 && question->unit && interview_starts(question->unit, unit);
    return size > 0 && known ? rung_text_trim((rung_text){words.at, size}) : words;
}

/* What is meant by a comma: "1,5" has a point elsewhere, "1,500" is a thousand and more. NULL: it
 * would be no answer without one either. */
static const char *comma_problem(rung_arena *arena, const rung_question *question, rung_text words)
{
    const char *comma = words.size ? memchr(words.at, ',', words.size) : NULL, *problem;
    if (!comma)
        return NULL;
    int whole = (int)(comma - words.at), rest = (int)words.size - whole - 1;
    bool thousands = rest == 3;
    const char *meant =
        rung_format(arena, "%.*s%s%.*s", whole, words.at, thousands ? "" : ".", rest, comma + 1);
    rung_answer answer;
    if (rung_answer_parse(arena, question, rung_text_of(meant), &answer, &problem) != RUNG_OK)
        return NULL;
    return rung_format(arena, "write %s, %s", meant,
                       thousands ? "without a comma" : "with a point");
}

static const char *example(rung_arena *arena, const rung_question *question)
{
    char low[RUNG_NUMBER_SIZE];
    rung_number_format(question->min, low);
    if (question->min > 2 || question->max < 2)
        return rung_format(arena, "%s", low);
    return question->integer || question->max < 2.5 ? "2" : "2 or 2.5";
}

static const char *number_problem(rung_arena *arena, const rung_question *question, rung_text words)
{
    const char *comma = comma_problem(arena, question, words);
    char low[RUNG_NUMBER_SIZE], high[RUNG_NUMBER_SIZE];
    const char *kind = question->integer ? "whole " : "";
    double number;
    if (comma)
        return comma;
    rung_number_format(question->min, low);
    rung_number_format(question->max, high);
    if (rung_parse_double(words, &number))
        return rung_format(arena, "type a %snumber from %s to %s", kind, low, high);
    return rung_format(arena, "type a %snumber such as %s, from %s to %s", kind,
                       example(arena, question), low, high);
}

rung_line interview_read_number(rung_arena *arena, const rung_question *question, rung_text words)
{
    rung_line line = {.kind = RUNG_LINE_ANSWER};
    const char *problem;
    words = without_unit(question, words);
    if (rung_answer_parse(arena, question, words, &line.answer, &problem) == RUNG_OK)
        return line;
    return interview_bad(number_problem(arena, question, words));
}

/* --- Texts ----------------------------------------------------------------------------------- */
rung_line rung_interview_read_text(rung_arena *arena, const rung_question *question,
                                   rung_text words)
{
    rung_line line = {.kind = RUNG_LINE_ANSWER};
    const char *problem;
    if (!rung_utf8_valid(words))
        return interview_bad("some of it is not UTF-8 text, so it cannot be read; type it again");
    size_t length = rung_utf8_length(words);
    if (length > question->max_length)
        return interview_bad(
            rung_format(arena, "%zu characters, at most %zu fit", length, question->max_length));
    if (rung_answer_parse(arena, question, words, &line.answer, &problem) == RUNG_OK)
        return line;
    return interview_bad("it holds characters that are no text; type it again without them");
}
