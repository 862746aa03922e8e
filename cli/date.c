#include "date.h"

#include <time.h>

enum { SECOND = 1000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, DAY = 24 * HOUR };

/* What is left to read. */
typedef struct reading {
    rung_text rest;
    bool failed;
} reading;

static int64_t digits(reading *r, size_t count, int64_t least, int64_t most)
{
    int64_t value = 0;
    for (size_t i = 0; i < count; i++) {
        if (i >= r->rest.size || r->rest.at[i] < '0' || r->rest.at[i] > '9') {
            r->failed = true;
            return least;
        }
        value = value * 10 + (r->rest.at[i] - '0');
    }
    r->rest = (rung_text){r->rest.at + count, r->rest.size - count};
    r->failed |= value < least || value > most;
    return value;
}

static bool take(reading *r, const char *any)
{
    for (; r->rest.size > 0 && *any; any++)
        if (r->rest.at[0] == *any) {
            r->rest = (rung_text){r->rest.at + 1, r->rest.size - 1};
            return true;
        }
    return false;
}

static void need(reading *r, const char *any)
{
    r->failed |= !take(r, any);
}

typedef struct day {
    int64_t year, month, day;
} day;

static int64_t days_in(day d)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (d.year % 4 == 0 && d.year % 100 != 0) || d.year % 400 == 0;
    return lengths[d.month - 1] + (leap && d.month == 2);
}

/* Midnight in UTC. Years are counted from March, so that a leap day is the last of its year. */
static int64_t midnight(day d)
{
    int64_t year = d.month > 2 ? d.year : d.year - 1, month = (d.month + 9) % 12;
    int64_t since_year_0 =
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + d.day - 1;
    return (since_year_0 - 719468) * DAY;
}

/* Midnight where the person is, `more` days later. */
static int64_t local_midnight(day d, int more)
{
    struct tm at = {.tm_year = (int)d.year - 1900,
                    .tm_mon = (int)d.month - 1,
                    .tm_mday = (int)d.day + more,
                    .tm_isdst = -1};
    return (int64_t)mktime(&at) * SECOND;
}

static day read_day(reading *r)
{
    day d = {.month = 1, .day = 1};
    d.year = digits(r, 4, 1, 9999);
    need(r, "-");
    d.month = digits(r, 2, 1, 12);
    need(r, "-");
    d.day = digits(r, 2, 1, 31);
    r->failed = r->failed || d.day > days_in(d);
    return d;
}

/* How far ahead of UTC. */
static int64_t read_zone(reading *r)
{
    if (take(r, "Zz"))
        return 0;
    bool behind = r->rest.size > 0 && r->rest.at[0] == '-';
    need(r, "+-");
    int64_t ahead = digits(r, 2, 0, 23) * HOUR;
    need(r, ":");
    ahead += digits(r, 2, 0, 59) * MINUTE;
    return behind ? -ahead : ahead;
}

/* Milliseconds since midnight, in UTC of that day. */
static int64_t read_time(reading *r)
{
    int64_t at = digits(r, 2, 0, 23) * HOUR;
    need(r, ":");
    at += digits(r, 2, 0, 59) * MINUTE;
    if (take(r, ":")) {
        at += digits(r, 2, 0, 60) * SECOND;
        int64_t part = SECOND / 10;
        bool fraction = take(r, ".");
        r->failed |= fraction && (r->rest.size == 0 || r->rest.at[0] < '0' || r->rest.at[0] > '9');
        for (; fraction && r->rest.size > 0 && r->rest.at[0] >= '0' && r->rest.at[0] <= '9';
             part /= 10)
            at += digits(r, 1, 0, 9) * part;
    }
    return at - read_zone(r);
}

int64_t cli_today(int64_t now)
{
    time_t seconds = (time_t)(now / SECOND);
    struct tm at;
    if (!localtime_r(&seconds, &at))
        return now;
    day d = {at.tm_year + 1900, at.tm_mon + 1, at.tm_mday};
    return midnight(d) + DAY / 2;
}

bool cli_read_date(rung_text text, cli_span *out)
{
    reading r = {.rest = text};
    cli_span span;
    day d = read_day(&r);
    if (r.failed)
        return false;
    if (take(&r, "Tt ")) {
        span.first = span.last = midnight(d) + read_time(&r);
        span.shown = span.first;
    } else {
        span.first = local_midnight(d, 0);
        span.last = local_midnight(d, 1) - 1;
        span.shown = midnight(d) + DAY / 2;
    }
    if (r.failed || r.rest.size > 0)
        return false;
    *out = span;
    return true;
}
