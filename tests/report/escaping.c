/* Texts made safe for the place where they go: escape_cases.txt. */
#include "report/fixture.h"

#include "report/escape.h"

static const struct {
    const char *name;
    const char *(*escape)(rung_arena *arena, const char *text);
} contexts[] = {
    {"html", report_escape_html},
    {"markdown", report_escape_markdown},
    {"csv", report_escape_csv},
};

static const char *decoded(rung_arena *arena, rung_text text)
{
    static const char letters[] = "ntre", characters[] = "\n\t\r\x1b";
    char *out = rung_copy(arena, text), *to = out;
    for (const char *at = out; *at; at++) {
        if (*at != '\\') {
            *to++ = *at;
            continue;
        }
        at++;
        const char *code = strchr(letters, *at);
        *to++ = code ? characters[code - letters] : *at;
    }
    *to = '\0';
    return out;
}

static void check_case(rung_arena *arena, const char *line)
{
    const char *first = strstr(line, " | "), *second = first ? strstr(first + 3, " | ") : NULL;
    if (!second)
        fail_msg("escape_cases.txt: %s", line);
    const char *text = decoded(arena, (rung_text){first + 3, (size_t)(second - first - 3)});
    const char *expected = decoded(arena, rung_text_of(second + 3));
    for (size_t i = 0; i < RUNG_COUNT(contexts); i++)
        if (rung_text_is((rung_text){line, (size_t)(first - line)}, contexts[i].name)) {
            assert_string_equal(contexts[i].escape(arena, text), expected);
            return;
        }
    fail_msg("there is no context: %s", line);
}

static void check_cases(rung_arena *arena)
{
    size_t checked = 0;
    rung_text cases = read_whole(arena, RUNG_TEST_DATA "/report/escape_cases.txt");
    assert_non_null(cases.at);
    for (char *at = (char *)cases.at; *at;) {
        char *line = at;
        at += strcspn(at, "\n");
        if (*at)
            *at++ = '\0';
        if (!*line || *line == '#')
            continue;
        check_case(arena, line);
        checked++;
    }
    assert_true(checked > 25);
}

/* Whatever is escaped twice is escaped twice: nothing guesses what was done before. */
static void check_twice(rung_arena *arena)
{
    assert_string_equal(report_escape_html(arena, report_escape_html(arena, "<")), "&amp;lt;");
    assert_string_equal(report_escape_markdown(arena, report_escape_markdown(arena, "*")),
                        "\\\\\\*");
    assert_string_equal(report_escape_line(arena, "\xff\n\xe2\x80\xae"), "\\xff \\u{202e}");
}

static void texts_are_made_safe(void **state)
{
    (void)state;
    with_arena(check_cases);
}

static void and_no_more_than_once(void **state)
{
    (void)state;
    with_arena(check_twice);
}

int run_escaping(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_made_safe),
        cmocka_unit_test(and_no_more_than_once),
    };
    return cmocka_run_group_tests_name("escaping", tests, NULL, NULL);
}
