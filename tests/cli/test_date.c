/* Days and times as somebody writes them, in a few time zones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <time.h>

#include "date.h"

enum { HOUR = 60 * 60 * 1000 };

static const struct {
    const char *zone, *text;
    const char *first, *shown; /* as UTC has them */
    int hours;                 /* how long the span is; 0: an instant */
} dates[] = {
    {"UTC0", "2026-05-03", "2026-05-03T00:00:00Z", "2026-05-03T12:00:00Z", 24},
    {"EST5EDT", "2026-05-03", "2026-05-03T04:00:00Z", "2026-05-03T12:00:00Z", 24},
    {"JST-9", "2026-05-03", "2026-05-02T15:00:00Z", "2026-05-03T12:00:00Z", 24},
    {"EST5EDT,M3.2.0,M11.1.0", "2026-03-08", "2026-03-08T05:00:00Z", "2026-03-08T12:00:00Z", 23},
    {"EST5EDT,M3.2.0,M11.1.0", "2026-11-01", "2026-11-01T04:00:00Z", "2026-11-01T12:00:00Z", 25},
    {"UTC0", "2028-02-29", "2028-02-29T00:00:00Z", "2028-02-29T12:00:00Z", 24},
    {"UTC0", "2026-12-31", "2026-12-31T00:00:00Z", "2026-12-31T12:00:00Z", 24},
    {"JST-9", "2026-05-03T14:30:00Z", "2026-05-03T14:30:00Z", "2026-05-03T14:30:00Z", 0},
    {"UTC0", "2026-05-03t14:30:00.999z", "2026-05-03T14:30:00Z", "2026-05-03T14:30:00Z", 0},
    {"UTC0", "2026-05-03 14:30+02:00", "2026-05-03T12:30:00Z", "2026-05-03T12:30:00Z", 0},
    {"UTC0", "2026-01-01T00:15:00+01:00", "2025-12-31T23:15:00Z", "2025-12-31T23:15:00Z", 0},
};

static const char *const no_dates[] = {
    "2026-02-29",
    "2100-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-5-3",
    "03.05.2026",
    "2026-05-03x",
    "2026-05-03T",
    "2026-05-03T24:00:00Z",
    "2026-05-03T14:30:00",
    "2026-05-03T14:30:00.Z",
    "2026-05-03T14:30:00+0200",
    "-026-05-03",
    "",
};

static void is_time(const char *text, int64_t at, const char *expected)
{
    char found[RUNG_TIME_SIZE];
    rung_time_format(at, found);
    if (!rung_text_is(rung_text_of(found), expected))
        fail_msg("%s: %s, not %s", text, found, expected);
}

static void dates_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(dates); i++) {
        cli_span span;
        setenv("TZ", dates[i].zone, 1);
        tzset();
        if (!cli_read_date(rung_text_of(dates[i].text), &span))
            fail_msg("%s is a date", dates[i].text);
        is_time(dates[i].text, span.first, dates[i].first);
        is_time(dates[i].text, span.shown, dates[i].shown);
        int64_t last =
            dates[i].hours ? span.first + (int64_t)dates[i].hours * HOUR - 1 : span.first;
        assert_true(span.last == last);
    }
}

static void others_are_refused(void **state)
{
    cli_span span;
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(no_dates); i++)
        if (cli_read_date(rung_text_of(no_dates[i]), &span))
            fail_msg("%s is no date", no_dates[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_read),
        cmocka_unit_test(others_are_refused),
    };
    return cmocka_run_group_tests_name("dates", tests, NULL, NULL);
}
