/* Slices, UTF-8, what may be shown, the nearest word. */
#include "base/base.h"
#include "base/tests.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void utf8_is_told_from_other_bytes(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        bool valid;
        size_t length, width;
    } cases[] = {
        {"", true, 0, 0},
        {"abc", true, 3, 3},
        {"caf\xC3\xA9", true, 4, 4},
        {"cafe\xCC\x81", true, 5, 4},
        {"\xE6\xBC\xA2", true, 1, 2},
        {"\xF0\x9F\x98\x80", true, 1, 2},
        {"\xC0\xAF", false, 2, 2},
        {"\xED\xA0\x80", false, 3, 3},
        {"\xF4\x90\x80\x80", false, 4, 4},
        {"\xE2\x82", false, 2, 2},
        {"\xFF", false, 1, 1},
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++) {
        rung_text text = rung_text_of(cases[i].bytes);
        assert_int_equal(rung_utf8_valid(text), cases[i].valid);
        assert_int_equal(rung_utf8_length(text), cases[i].length);
        assert_int_equal(rung_text_width(text), cases[i].width);
    }
}

static void show(void *ctx)
{
    static const struct {
        const char *bytes, *shown, *with_newlines;
    } cases[] = {
        {"plain", "plain", "plain"},
        {"caf\xC3\xA9", "caf\xC3\xA9", "caf\xC3\xA9"},
        {"a\nb", "a\\x0ab", "a\nb"},
        {"\x1B[31mred", "\\x1b[31mred", "\\x1b[31mred"},
        {"\xE2\x80\xAE"
         "abc",
         "\\u{202e}abc", "\\u{202e}abc"},
        {"\xC2\x9B", "\\u{009b}", "\\u{009b}"},
        {"\xFF!", "\\u{ffffffff}!", NULL},
        {"", "", ""},
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++) {
        rung_text text = rung_text_of(cases[i].bytes);
        rung_text shown = rung_printable(ctx, text, false);
        if (rung_text_is(text, "\xFF!")) {
            assert_true(rung_text_is(shown, "\\xff!"));
            continue;
        }
        assert_true(rung_text_is(shown, cases[i].shown));
        assert_true(rung_text_is(rung_printable(ctx, text, true), cases[i].with_newlines));
    }
}

static void unsafe_characters_are_spelled_out(void **state)
{
    (void)state;
    rung_arena arena = {0};
    assert_int_equal(rung_guard(&arena, show, &arena), RUNG_OK);
    rung_arena_release(&arena);
}

static void nearest_word_is_near(void **state)
{
    (void)state;
    static const rung_text words[] = {
        {"medical-terminology", 19}, {"privacy", 7}, {"junior", 6}, {"yes", 3}, {"no", 2},
    };
    static const struct {
        const char *word;
        size_t index;
    } cases[] = {
        {"medical-terminlogy", 0},
        {"medcial-terminology", 0},
        {"privcay", 1},
        {"junoir", 2},
        {"privacy", 1},
        {"zebra", SIZE_MAX},
        {"", SIZE_MAX},
        {"yse", 3},
        {"x", SIZE_MAX},
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++)
        assert_int_equal(rung_nearest(rung_text_of(cases[i].word), words, RUNG_COUNT(words)),
                         cases[i].index);
}

static void slices_compare_by_bytes(void **state)
{
    (void)state;
    assert_true(rung_text_compare(RUNG_TEXT("a"), RUNG_TEXT("b")) < 0);
    assert_true(rung_text_compare(RUNG_TEXT("ab"), RUNG_TEXT("a")) > 0);
    assert_int_equal(rung_text_compare((rung_text){0}, RUNG_TEXT("")), 0);
    assert_true(rung_text_starts(RUNG_TEXT("abc"), RUNG_TEXT("ab")));
    assert_false(rung_text_starts(RUNG_TEXT("a"), RUNG_TEXT("ab")));
    assert_true(rung_text_ends(RUNG_TEXT("abc"), RUNG_TEXT("bc")));
    assert_true(rung_text_contains(RUNG_TEXT("abc"), RUNG_TEXT("b")));
    assert_true(rung_text_contains((rung_text){0}, RUNG_TEXT("")));
    assert_true(rung_text_is(rung_text_trim(RUNG_TEXT(" \t a b \r\n")), "a b"));
}

int run_text(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_told_from_other_bytes),
        cmocka_unit_test(unsafe_characters_are_spelled_out),
        cmocka_unit_test(nearest_word_is_near),
        cmocka_unit_test(slices_compare_by_bytes),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
