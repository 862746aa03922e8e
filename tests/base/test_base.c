/* Memory, numbers, time, sinks. */
#include "base/base.h"
#include "base/tests.h"

#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* --- Memory ---------------------------------------------------------------------------------- */

struct counted {
    int allowed; /* allocations that still succeed; -1: all */
    int live;
};

static void *counted_resize(void *ctx, void *at, size_t size)
{
    struct counted *counted = ctx;
    if (size == 0) {
        counted->live -= at != NULL;
        free(at);
        return NULL;
    }
    if (counted->allowed == 0)
        return NULL;
    counted->allowed -= counted->allowed > 0;
    counted->live += at == NULL;
    return realloc(at, size);
}

struct filling {
    rung_arena *arena;
    size_t blocks, done;
};

static void fill(void *ctx)
{
    struct filling *filling = ctx;
    for (filling->done = 0; filling->done < filling->blocks; filling->done++) {
        unsigned char *block = rung_alloc(filling->arena, 1000);
        for (size_t i = 0; i < 1000; i++)
            assert_int_equal(block[i], 0);
        memset(block, 0xAA, 1000);
    }
}

static void arena_gives_everything_back(void **state)
{
    (void)state;
    for (int allowed = 0; allowed < 12; allowed++) {
        struct counted counted = {allowed, 0};
        rung_memory memory = {counted_resize, &counted};
        rung_arena arena;
        rung_arena_init(&arena, &memory);
        struct filling filling = {&arena, 200, 0};
        rung_status status = rung_guard(&arena, fill, &filling);
        assert_int_equal(status, filling.done == 200 ? RUNG_OK : RUNG_NO_MEMORY);
        rung_arena_release(&arena);
        assert_int_equal(counted.live, 0);
    }
}

static void fill_nested(void *ctx)
{
    struct filling *filling = ctx;
    struct filling inner = {filling->arena, 100000, 0};
    rung_status status = rung_guard(filling->arena, fill, &inner);
    assert_int_equal(status, RUNG_NO_MEMORY);
    filling->done = 1;
}

static void innermost_guard_is_left(void **state)
{
    (void)state;
    struct counted counted = {3, 0};
    rung_memory memory = {counted_resize, &counted};
    rung_arena arena;
    rung_arena_init(&arena, &memory);
    struct filling filling = {&arena, 0, 0};
    assert_int_equal(rung_guard(&arena, fill_nested, &filling), RUNG_OK);
    assert_int_equal(filling.done, 1);
    rung_arena_release(&arena);
}

static void ask_for_too_much(void *ctx)
{
    rung_alloc_array(ctx, SIZE_MAX / 2, 3);
}

static void sizes_that_overflow_are_no_memory(void **state)
{
    (void)state;
    rung_arena arena = {0};
    assert_int_equal(rung_guard(&arena, ask_for_too_much, &arena), RUNG_NO_MEMORY);
    rung_arena_release(&arena);
}

/* --- Numbers --------------------------------------------------------------------------------- */

static void numbers_are_shortest_and_read_back(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *text;
    } cases[] = {
        {0, "0"},
        {-0.0, "-0"},
        {3, "3"},
        {0.1, "0.1"},
        {1.0 / 3, NULL},
        {1e300, "1e+300"},
        {2.5, "2.5"},
        {72.41666666666667, NULL},
        {5e-324, NULL},
        {INFINITY, "Infinity"},
        {-INFINITY, "-Infinity"},
        {NAN, "NaN"},
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++) {
        char text[RUNG_NUMBER_SIZE];
        double back;
        size_t size = rung_number_format(cases[i].value, text);
        assert_int_equal(size, strlen(text));
        if (cases[i].text)
            assert_string_equal(text, cases[i].text);
        if (isfinite(cases[i].value)) {
            assert_true(rung_parse_double((rung_text){text, size}, &back));
            assert_true(back == cases[i].value);
        }
    }
}

static void fixed_numbers_round_away_from_zero(void **state)
{
    (void)state;
    static const struct {
        double value;
        int decimals;
        const char *text;
    } cases[] = {
        {0.15, 1, "0.2"},  {-0.15, 1, "-0.2"}, {12.345, 1, "12.3"},           {99.96, 1, "100.0"},
        {-0.01, 1, "0.0"}, {2.5, 0, "3"},      {1e15, 0, "1000000000000000"},
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++) {
        char text[RUNG_NUMBER_SIZE * 12];
        rung_number_fixed(cases[i].value, cases[i].decimals, text);
        assert_string_equal(text, cases[i].text);
    }
}

static void numbers_are_read_whole_or_not(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool is_int, is_double;
        double value;
    } cases[] = {
        {"0", true, true, 0},
        {"-12", true, true, -12},
        {"+7", true, true, 7},
        {"9223372036854775807", true, true, 9223372036854775807.0},
        {"-9223372036854775808", true, true, -9223372036854775808.0},
        {"9223372036854775808", false, true, 9223372036854775808.0},
        {"1.5", false, true, 1.5},
        {".5", false, true, 0.5},
        {"1.", false, true, 1},
        {"1e3", false, true, 1000},
        {"1e-400", false, true, 0},
        {"1e400", false, false, 0},
        {"", false, false, 0},
        {"-", false, false, 0},
        {".", false, false, 0},
        {"1e", false, false, 0},
        {"1,5", false, false, 0},
        {"0x10", false, false, 0},
        {" 1", false, false, 0},
        {"1 ", false, false, 0},
        {"nan", false, false, 0},
        {"inf", false, false, 0},
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++) {
        int64_t whole;
        double real;
        rung_text text = rung_text_of(cases[i].text);
        assert_int_equal(rung_parse_int(text, &whole), cases[i].is_int);
        assert_int_equal(rung_parse_double(text, &real), cases[i].is_double);
        if (cases[i].is_int)
            assert_true((double)whole == cases[i].value);
        if (cases[i].is_double)
            assert_true(real == cases[i].value);
    }
}

/* A locale with a comma, where the system has one, changes nothing. */
static void locale_changes_nothing(void **state)
{
    static const char *const names[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "de_DE", "C"};
    for (size_t i = 0; i < RUNG_COUNT(names) && !setlocale(LC_NUMERIC, names[i]); i++)
        continue;
    numbers_are_shortest_and_read_back(state);
    fixed_numbers_round_away_from_zero(state);
    numbers_are_read_whole_or_not(state);
    setlocale(LC_NUMERIC, "C");
}

/* --- Time, sinks ----------------------------------------------------------------------------- */

static void times_are_rfc3339(void **state)
{
    (void)state;
    static const struct {
        int64_t ms;
        const char *text;
    } cases[] = {
        {0, "1970-01-01T00:00:00Z"},
        {-1, "1969-12-31T23:59:59Z"},
        {951782399999, "2000-02-28T23:59:59Z"},
        {951782400000, "2000-02-29T00:00:00Z"},
        {1714555800000, "2024-05-01T09:30:00Z"},
        {INT64_MAX, "9999-12-31T23:59:59Z"},
        {INT64_MIN, "0001-01-01T00:00:00Z"},
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++) {
        char text[RUNG_TIME_SIZE];
        rung_time_format(cases[i].ms, text);
        assert_string_equal(text, cases[i].text);
    }
}

static void failed_sink_stays_failed(void **state)
{
    (void)state;
    struct counted counted = {1, 0};
    rung_memory memory = {counted_resize, &counted};
    rung_buffer buffer;
    rung_buffer_init(&buffer, &memory);
    char big[4000];
    memset(big, 'x', sizeof big);
    rung_write(&buffer.sink, RUNG_TEXT("first"));
    rung_write(&buffer.sink, (rung_text){big, sizeof big});
    assert_true(buffer.sink.failed);
    rung_print(&buffer.sink, "%s", "more");
    assert_true(rung_text_is(rung_buffer_text(&buffer), "first"));
    rung_buffer_release(&buffer);
    assert_int_equal(counted.live, 0);
}

int run_memory_and_numbers(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_gives_everything_back),
        cmocka_unit_test(innermost_guard_is_left),
        cmocka_unit_test(sizes_that_overflow_are_no_memory),
        cmocka_unit_test(numbers_are_shortest_and_read_back),
        cmocka_unit_test(fixed_numbers_round_away_from_zero),
        cmocka_unit_test(numbers_are_read_whole_or_not),
        cmocka_unit_test(locale_changes_nothing),
        cmocka_unit_test(times_are_rfc3339),
        cmocka_unit_test(failed_sink_stays_failed),
    };
    return cmocka_run_group_tests_name("memory and numbers", tests, NULL, NULL);
}
