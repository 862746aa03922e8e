/* Places, carets, order, caps. */
#include "base/base.h"
#include "base/tests.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const rung_diagnostic_kind kind = {
    .code = "RG9999", .severity = RUNG_ERROR, .format = "bad %s"};

/* Runs `body` with an arena, and gives everything back. */
static void with_arena(void (*body)(void *ctx))
{
    rung_arena arena = {0};
    assert_int_equal(rung_guard(&arena, body, &arena), RUNG_OK);
    rung_arena_release(&arena);
}

static void assert_written(const rung_diagnostic *diagnostic, const char *expected)
{
    rung_buffer buffer;
    rung_buffer_init(&buffer, NULL);
    rung_write_diagnostic(&buffer.sink, diagnostic);
    rung_write(&buffer.sink, (rung_text){"", 1});
    assert_string_equal(rung_buffer_text(&buffer).at, expected);
    rung_buffer_release(&buffer);
}

static void carets_body(void *ctx)
{
    static const struct {
        const char *text;
        uint32_t start, end;
        const char *expected;
    } cases[] = {
        {"one\ntwo three\n", 8, 13,
         "f:2:5: error[RG9999]: bad thing\n    two three\n        ^~~~~\n"},
        {"\tx: y", 1, 2, "f:1:2: error[RG9999]: bad thing\n     x: y\n     ^\n"},
        {"\xE6\xBC\xA2: y", 5, 6,
         "f:1:4: error[RG9999]: bad thing\n    \xE6\xBC\xA2: y\n        ^\n"},
        {"a\x1B[0m b", 6, 7, "f:1:7: error[RG9999]: bad thing\n    a?[0m b\n          ^\n"},
        {"end", 3, 3, "f:1:4: error[RG9999]: bad thing\n    end\n       ^\n"},
        {"cr\r\nlf", 4, 6, "f:2:1: error[RG9999]: bad thing\n    lf\n    ^~\n"},
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++) {
        rung_source source = {"f", rung_text_of(cases[i].text)};
        rung_diagnostics list;
        rung_diagnostics_init(&list, ctx);
        rung_report(&list, &kind, (rung_span){&source, cases[i].start, cases[i].end}, "thing");
        assert_written(&list.list.at[0], cases[i].expected);
    }
}

static void carets_stand_under_the_place(void **state)
{
    (void)state;
    with_arena(carets_body);
}

static void order_body(void *ctx)
{
    rung_source a = {"a", RUNG_TEXT("0123456789")}, b = {"b", RUNG_TEXT("0123456789")};
    rung_diagnostics list;
    rung_diagnostics_init(&list, ctx);
    rung_report(&list, &kind, (rung_span){&a, 5, 6}, "a5");
    rung_report(&list, &kind, (rung_span){&b, 1, 2}, "b1");
    rung_report(&list, &kind, (rung_span){&a, 2, 3}, "a2");
    rung_report(&list, &kind, (rung_span){&a, 5, 6}, "a5 again");
    rung_diagnostics_sort(&list);
    static const char *const expected[] = {"bad a2", "bad a5", "bad a5 again", "bad b1"};
    assert_int_equal(list.list.count, RUNG_COUNT(expected));
    for (size_t i = 0; i < RUNG_COUNT(expected); i++)
        assert_string_equal(list.list.at[i].message, expected[i]);
}

static void order_is_that_of_the_files(void **state)
{
    (void)state;
    with_arena(order_body);
}

static void cap_body(void *ctx)
{
    rung_source a = {"a", RUNG_TEXT("x")}, b = {"b", RUNG_TEXT("x")};
    rung_diagnostics list;
    rung_diagnostics_init(&list, ctx);
    for (uint32_t i = 0; i < 150; i++) {
        rung_report(&list, &kind, (rung_span){&a, i, i}, "many");
        rung_mend(&list, "mend %u", (unsigned)i);
    }
    rung_report(&list, &kind, (rung_span){&b, 0, 1}, "other");
    rung_mend(&list, "try \x1B%s", "this");
    assert_int_equal(list.errors, 151);
    assert_int_equal(list.dropped, 50);
    assert_int_equal(list.list.count, 101);
    assert_string_equal(list.list.at[99].mend, "mend 99");
    assert_string_equal(list.list.at[100].mend, "try \\x1bthis");
}

static void a_hundred_a_file_are_kept(void **state)
{
    (void)state;
    with_arena(cap_body);
}

static void errors_first_body(void *ctx)
{
    static const rung_diagnostic_kind doubt = {
        .code = "RG9998", .severity = RUNG_WARNING, .format = "doubtful %u"};
    rung_source a = {"a", RUNG_TEXT("x")};
    rung_diagnostics list;
    rung_diagnostics_init(&list, ctx);
    for (uint32_t i = 0; i < 120; i++)
        rung_report(&list, &doubt, (rung_span){&a, i, i}, (unsigned)i);
    for (uint32_t i = 0; i < 130; i++) {
        rung_report(&list, &kind, (rung_span){&a, i, i}, "many");
        if (i == 4) {
            assert_int_equal(list.list.count, 100);
            assert_string_equal(list.list.at[94].message, "doubtful 94");
            assert_string_equal(list.list.at[99].message, "bad many");
        }
    }
    assert_int_equal(list.list.count, 100);
    assert_int_equal(list.dropped, 150);
    assert_int_equal(list.errors, 130);
    assert_int_equal(list.list.at[0].kind->severity, RUNG_ERROR);
}

static void errors_go_before_warnings(void **state)
{
    (void)state;
    with_arena(errors_first_body);
}

static void twice_body(void *ctx)
{
    rung_source a = {"a", RUNG_TEXT("xy")};
    rung_diagnostics list;
    rung_diagnostics_init(&list, ctx);
    rung_report(&list, &kind, (rung_span){&a, 0, 1}, "one");
    rung_report(&list, &kind, (rung_span){&a, 0, 1}, "two");
    rung_report(&list, &kind, (rung_span){&a, 1, 2}, "one");
    assert_int_equal(list.list.count, 3);
    rung_report(&list, &kind, (rung_span){&a, 0, 1}, "one");
    rung_mend(&list, "not for another one");
    assert_int_equal(list.list.count, 3);
    assert_int_equal(list.dropped, 0);
    assert_null(list.list.at[2].mend);
}

static void the_same_is_kept_once(void **state)
{
    (void)state;
    with_arena(twice_body);
}

int run_diagnostics(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(carets_stand_under_the_place),
        cmocka_unit_test(order_is_that_of_the_files),
        cmocka_unit_test(a_hundred_a_file_are_kept),
        cmocka_unit_test(errors_go_before_warnings),
        cmocka_unit_test(the_same_is_kept_once),
    };
    return cmocka_run_group_tests_name("diagnostics", tests, NULL, NULL);
}
