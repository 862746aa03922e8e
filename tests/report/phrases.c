/* Words, lists, numbers, money and time as people read them. */
#include "report/fixture.h"

#include "report/amount.h"
#include "report/words.h"

#include <math.h>

/* --- The table of words ---------------------------------------------------------------------- */
static unsigned arguments_of(const char *form)
{
    unsigned found = 0;
    for (const char *at = form; (at = strchr(at, '{')); at++)
        if (at[1] >= '0' && at[1] <= '9' && at[2] == '}')
            found |= 1u << (at[1] - '0');
        else
            fail_msg("not an argument: %s", form);
    return found;
}

static void check_words(rung_arena *arena)
{
    (void)arena;
    for (report_word phrase = 0; phrase < WORD_COUNT; phrase++) {
        const char *one, *many;
        report_words_forms(phrase, &one, &many);
        assert_true(one && *one && rung_utf8_valid(rung_text_of(one)));
        unsigned arguments = arguments_of(one);
        /* Without a plural the arguments are counted from 0, and none is left out; the singular
         * takes no argument that the plural does not have. */
        if (!many)
            assert_int_equal(arguments & (arguments + 1), 0);
        else if (arguments & ~(arguments_of(many) | 1))
            fail_msg("the forms differ in their arguments: %s | %s", one, many);
    }
}

static void check_fill(rung_arena *arena)
{
    assert_string_equal(report_fill(arena, WORD_SOME_OF, "9", "14", "{0} %s {2}"),
                        "9 of 14: {0} %s {2}");
    assert_string_equal(report_fill_count(arena, WORD_EVIDENCE_RATED, 1),
                        "one requirement rests on your own rating alone");
    assert_string_equal(report_fill_count(arena, WORD_EVIDENCE_RATED, 2),
                        "two requirements rest on your own rating alone");
    assert_string_equal(report_fill_count(arena, WORD_EVIDENCE_RATED, 10),
                        "10 requirements rest on your own rating alone");
    assert_string_equal(report_fill_count_with(arena, WORD_STORY_HELD, 1, "A", "B"),
                        ", enough for “B”, but one essential holds you back – A");
}

static void check_lists(rung_arena *arena)
{
    static const char *const names[] = {"A", "B", "C", "D", "E, e", "F"};
    static const struct {
        size_t count, most;
        const char *list;
    } cases[] = {
        {0, 3, ""},
        {1, 3, "A"},
        {2, 3, "A and B"},
        {3, 3, "A, B and C"},
        {4, 3, "A, B, C and D"}, /* one more is shown, not counted */
        {5, 3, "A, B, C and two more"},
        {5, 1, "A and four more"},
        {6, 9, "A; B; C; D; E, e; and F"},
        {6, 4, "A, B, C, D and two more"},
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++)
        assert_string_equal(report_list(arena, names, cases[i].count, cases[i].most),
                            cases[i].list);
}

/* --- Numbers --------------------------------------------------------------------------------- */
static void check_ranges(rung_arena *arena)
{
    static const struct {
        double low, high;
        const char *utf8, *ascii;
    } cases[] = {
        {72, 72, "72", "72"},
        {72.4, 72.4, "72", "72"},
        {72.6, 72.6, "72", "72"},
        {72.94, 72.94, "72", "72"},
        {61.2, 83.7, "61–83", "61-83"},
        {0, 100, "0–100", "0-100"},
        {72.1, 72.8, "72", "72"},
        /* Nothing passes for a bound that it does not meet. */
        {99.96, 99.96, "99.9", "99.9"},
        {84.99, 84.99, "84.9", "84.9"},
        {84.9999999, 84.9999999, "84.9", "84.9"},
        {69.5, 84.99, "69–84", "69-84"},
        /* What misses it by rounding only meets it. */
        {84.9999999999, 84.9999999999, "85", "85"},
        {-0.0, 0, "0", "0"},
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++) {
        rung_range range = {cases[i].low, cases[i].high};
        assert_string_equal(rung_report_range(arena, range, false), cases[i].utf8);
        assert_string_equal(rung_report_range(arena, range, true), cases[i].ascii);
    }
}

static void check_levels(rung_arena *arena)
{
    static const struct {
        double low, high;
        const char *words;
    } cases[] = {
        {2, 2, "2"},      {2.5, 2.5, "2.5"},      {2.997, 2.997, "2.99"}, {2.999999999999, 3, "3"},
        {0, 3, "0 to 3"}, {1.25, 2, "1.25 to 2"}, {0.004, 0.004, "0"},
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++)
        assert_string_equal(report_level_numbers(arena, (rung_range){cases[i].low, cases[i].high}),
                            cases[i].words);
}

/* Subtracted by hand, the numbers are right. */
static void check_gaps(rung_arena *arena)
{
    static const struct {
        double target, low, high;
        const char *words;
    } cases[] = {
        {2, 0.5, 0.5, "1.5"}, {1, 0.25, 0.25, "0.75"}, {1, 1.0 / 3, 1.0 / 3, "0.67"},
        {2, 2, 2, "0"},       {2, 0, 3, "0 to 2"},     {3, 0.5, 1.5, "1.5 to 2.5"},
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++)
        assert_string_equal(
            report_gap_numbers(arena, cases[i].target, (rung_range){cases[i].low, cases[i].high}),
            cases[i].words);
}

/* Rounded, but never up to a point that is not reached. */
static void check_scores(rung_arena *arena)
{
    static const struct {
        double low, high;
        const char *words;
    } cases[] = {
        {55.68, 55.68, "55.7"},
        {55.62, 55.62, "55.6"},
        {69.96, 69.96, "69.9"},
        {70, 70, "70"},
        {69.9999999999, 69.9999999999, "70"},
        {3.57, 100, "3.6–100"},
        {0, 0, "0"},
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++)
        assert_string_equal(report_score(arena, (rung_range){cases[i].low, cases[i].high}),
                            cases[i].words);
}

static void check_losses(rung_arena *arena)
{
    static const struct {
        double low, high;
        const char *words;
    } cases[] = {
        {6.34, 6.34, "6.3 points"},       {1, 1, "1 point"},       {0.5, 0.5, "0.5 points"},
        {0, 6.25, "up to 6.3 points"},    {0, 1, "up to 1 point"}, {2.1, 6, "2.1–6 points"},
        {0.01, 0.01, "under 0.1 points"},
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++)
        assert_string_equal(report_loss(arena, (rung_range){cases[i].low, cases[i].high}),
                            cases[i].words);
}

/* --- Money and time -------------------------------------------------------------------------- */
static void check_money(rung_arena *arena)
{
    static const struct {
        double value;
        const char *currency, *words;
    } cases[] = {
        {0, "USD", "$0"},          {950, "USD", "$950"},
        {55000, "USD", "$55,000"}, {1234567, "GBP", "£1,234,567"},
        {31000, "EUR", "€31,000"}, {45000, "CHF", "CHF 45,000"},
        {999.6, NULL, "1,000"},    {100000, "", "100,000"},
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++)
        assert_string_equal(report_money(arena, cases[i].value, cases[i].currency), cases[i].words);
}

static void check_costs(rung_arena *arena)
{
    static const struct {
        double cost[2];
        const char *words;
    } cases[] = {
        {{0, 0}, "no fee"},
        {{0, 200}, "up to $200"},
        {{500, 2000}, "$500–2,000"},
        {{100, 100}, "$100"},
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++)
        assert_string_equal(report_cost(arena, cases[i].cost, "USD"), cases[i].words);
}

static void check_times(rung_arena *arena)
{
    static const struct {
        int months[2];
        const char *words;
    } months[] = {
        {{0, 0}, "less than a month"}, {{0, 1}, "up to 1 month"}, {{1, 1}, "1 month"},
        {{0, 6}, "up to 6 months"},    {{3, 6}, "3–6 months"},    {{24, 24}, "24 months"},
    };
    static const struct {
        double years[2];
        const char *words;
    } years[] = {
        {{0, 2}, "0–2 years"},
        {{1, 1}, "1 year"},
        {{10, INFINITY}, "10 years or more"},
        {{0.5, 2}, "0.5–2 years"},
    };
    static const struct {
        int64_t time;
        const char *words;
    } dates[] = {
        {1777627800000, "1 May 2026"},
        {0, "1 January 1970"},
        {1767139200000, "31 December 2025"},
    };
    for (size_t i = 0; i < RUNG_COUNT(months); i++)
        assert_string_equal(report_months(arena, months[i].months), months[i].words);
    for (size_t i = 0; i < RUNG_COUNT(years); i++)
        assert_string_equal(report_years(arena, years[i].years), years[i].words);
    for (size_t i = 0; i < RUNG_COUNT(dates); i++)
        assert_string_equal(report_date(arena, dates[i].time), dates[i].words);
}

static void (*const bodies[])(rung_arena *arena) = {
    check_words,  check_fill,   check_lists, check_ranges, check_levels, check_gaps,
    check_scores, check_losses, check_money, check_costs,  check_times,
};

static void phrases_are_as_people_say_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(bodies); i++)
        with_arena(bodies[i]);
}

int run_phrases(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_are_as_people_say_them),
    };
    return cmocka_run_group_tests_name("phrases", tests, NULL, NULL);
}
