/* Dates of resumes, in months. */
#include "prefill/prefill_private.h"

#include <stdlib.h>

enum { MONTHS = 12, FIRST_YEAR = 1900, LAST_YEAR = 9999 };

/* `count` digits at `at`, within bounds. */
static bool digits(rung_text text, size_t at, size_t count, int least, int most, int *out)
{
    int value = 0;
    for (size_t i = at; i < at + count; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
        value = value * 10 + (text.at[i] - '0');
    }
    *out = value;
    return value >= least && value <= most;
}

bool prefill_date(rung_text text, bool is_end, int *month)
{
    int year, of_year = 1, day;
    text = rung_text_trim(text);
    if (text.size != 4 && text.size != 7 && text.size != 10)
        return false;
    if (!digits(text, 0, 4, FIRST_YEAR, LAST_YEAR, &year))
        return false;
    if (text.size >= 7 && (text.at[4] != '-' || !digits(text, 5, 2, 1, MONTHS, &of_year)))
        return false;
    if (text.size == 10 && (text.at[7] != '-' || !digits(text, 8, 2, 1, 31, &day)))
        return false;
    *month = year * MONTHS + of_year - 1 + (is_end && text.size >= 7);
    return true;
}

bool prefill_goes_on(const char *text)
{
    static const char *const words[] = {"present", "current", "now", "today", "ongoing", "to date"};
    return prefill_has_word(text, words, RUNG_COUNT(words));
}

int prefill_month_of(int64_t milliseconds)
{
    char text[RUNG_TIME_SIZE];
    int month = 0;
    rung_time_format(milliseconds, text);
    prefill_date((rung_text){text, 7}, false, &month);
    return month;
}

static int by_first(const void *a, const void *b)
{
    const prefill_span *x = a, *y = b;
    return (x->first > y->first) - (x->first < y->first);
}

int prefill_months(prefill_span *spans, size_t count)
{
    int months = 0, until = 0;
    if (count > 1)
        qsort(spans, count, sizeof *spans, by_first);
    for (size_t i = 0; i < count; i++) {
        int first = spans[i].first > until ? spans[i].first : until;
        if (spans[i].end <= first)
            continue;
        months += spans[i].end - first;
        until = spans[i].end;
    }
    return months;
}
