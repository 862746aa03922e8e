#include "report/words.h"

#include "report/report.h"

#include <string.h>

static const struct {
    const char *one, *many;
} phrases[WORD_COUNT] = {
#define WORD_ROW(name, one, many) {one, many},
    WORDS(WORD_ROW)
#undef WORD_ROW
};

static const char *const numbers[] = {
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
};

static const char *const months[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
};

static const char *const evidence_words[RUNG_EVIDENCE_COUNT] = {
    [RUNG_EVIDENCE_NONE] = "what you told us",
    [RUNG_EVIDENCE_SELF_RATING] = "your own rating",
    [RUNG_EVIDENCE_BEHAVIOUR] = "what you have done",
    [RUNG_EVIDENCE_SCENARIO] = "how you would act",
    [RUNG_EVIDENCE_KNOWLEDGE] = "what you know",
    [RUNG_EVIDENCE_CREDENTIAL] = "certificates and degrees",
    [RUNG_EVIDENCE_FACT] = "facts you gave",
};

const char *report_words(report_word phrase)
{
    return phrases[phrase].one;
}

void report_words_forms(report_word phrase, const char **one, const char **many)
{
    *one = phrases[phrase].one;
    *many = phrases[phrase].many;
}

/* The argument that stands at `at` as "{n}", or NULL. */
static const char *argument_at(const char *at, const char *const *arguments, size_t count)
{
    if (at[0] != '{' || at[1] < '0' || at[1] > '9' || at[2] != '}')
        return NULL;
    size_t index = (size_t)(at[1] - '0');
    return index < count ? arguments[index] : NULL;
}

static size_t fill(const char *form, const char *const *arguments, size_t count, char *out)
{
    size_t size = 0;
    for (const char *at = form; *at;) {
        const char *argument = argument_at(at, arguments, count);
        const char *piece = argument ? argument : at;
        size_t length = argument ? strlen(argument) : 1;
        if (out)
            memcpy(out + size, piece, length);
        size += length;
        at += argument ? 3 : 1;
    }
    return size;
}

static const char *fill_form(rung_arena *arena, const char *form, const char *const *arguments)
{
    size_t count = 0;
    while (arguments[count])
        count++;
    char *out = rung_alloc(arena, fill(form, arguments, count, NULL) + 1);
    fill(form, arguments, count, out);
    return out;
}

const char *report_fill_list(rung_arena *arena, report_word phrase, const char *const *arguments)
{
    return fill_form(arena, phrases[phrase].one, arguments);
}

enum { MOST_ARGUMENTS = 10 }; /* {0} to {9} */

const char *report_fill_count_list(rung_arena *arena, report_word phrase, size_t count,
                                   const char *const *arguments)
{
    const char *all[MOST_ARGUMENTS + 1] = {report_number_word(arena, count)};
    for (size_t i = 0; arguments[i] && i + 1 < MOST_ARGUMENTS; i++)
        all[i + 1] = arguments[i];
    return fill_form(arena, count == 1 ? phrases[phrase].one : phrases[phrase].many, all);
}

const char *report_number_word(rung_arena *arena, size_t number)
{
    return number < RUNG_COUNT(numbers) ? numbers[number] : rung_format(arena, "%zu", number);
}

/* Names that have commas themselves are kept apart by semicolons. */
static bool any_comma(const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strchr(names[i], ','))
            return true;
    return false;
}

const char *report_list(rung_arena *arena, const char *const *names, size_t count, size_t most)
{
    if (count == 0)
        return "";
    size_t shown = count > most + 1 ? most : count;
    size_t leading = count > shown ? shown : shown - 1;
    bool heavy = any_comma(names, shown);
    const char *list = names[0];
    for (size_t i = 1; i < leading; i++)
        list = report_fill(arena, heavy ? WORD_LIST_SEMICOLON : WORD_LIST_COMMA, list, names[i]);
    if (count > shown)
        return report_fill_count_with(arena, heavy ? WORD_LIST_SEMICOLON_MORE : WORD_LIST_MORE,
                                      count - shown, list);
    if (shown == 1)
        return list;
    return report_fill(arena, heavy ? WORD_LIST_SEMICOLON_AND : WORD_LIST_AND, list,
                       names[shown - 1]);
}

const char *rung_report_names(rung_arena *arena, const char *const *names, size_t count,
                              size_t most)
{
    return report_list(arena, names, count, most);
}

const char *report_month_word(int month)
{
    return months[month - 1];
}

const char *report_evidence_word(rung_evidence evidence)
{
    return evidence_words[evidence];
}
