/* Typed words, and what they begin. */
#include "interview/words.h"

#include <string.h>

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool interview_starts(const char *text, rung_text start)
{
    if (strlen(text) < start.size)
        return false;
    for (size_t i = 0; i < start.size; i++)
        if (lower(text[i]) != lower(start.at[i]))
            return false;
    return true;
}

bool interview_has_word(const char *text, rung_text start)
{
    for (const char *at = strchr(text, ' '); at; at = strchr(at + 1, ' '))
        if (interview_starts(at + 1, start))
            return true;
    return false;
}

rung_line interview_bad(const char *problem)
{
    return (rung_line){.kind = RUNG_LINE_BAD, .problem = problem};
}
