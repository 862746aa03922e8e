/* Reports as files: as they were read and found good (golden.c has those for a terminal, machine.c
 * JSON), and the same bytes everywhere. */
#include "report/fixture.h"

#include <locale.h>
#include <time.h>

/* Of cases.txt: all answered and held back, half answered, not yet possible, nothing missing. */
static const char *const files[] = {"held-back", "partial", "blocked", "ready"};

static bool is_file(const report_case *which)
{
    for (size_t i = 0; i < RUNG_COUNT(files); i++)
        if (strcmp(which->name, files[i]) == 0)
            return true;
    return false;
}

static void check_files(rung_arena *arena)
{
    struct fixture fixture;
    report_case which;
    size_t checked = 0;
    fixture_load_bakery(&fixture, arena);
    for (const char *at = read_cases(arena).at; next_case(&at, &which);) {
        if (!is_file(&which))
            continue;
        fixture_answer(&fixture, which.answers);
        checked++;
        for (rung_report_format format = 0; format < RUNG_REPORT_FORMAT_COUNT; format++)
            if (format != RUNG_REPORT_TEXT && format != RUNG_REPORT_JSON &&
                !rung_report_is_binary(format))
                check_golden(arena,
                             rung_format(arena, "%s%s", which.name,
                                         rung_report_format_suffix(arena, format)),
                             render_format(&fixture, format, &maria));
    }
    assert_int_equal(checked, RUNG_COUNT(files));
    fixture_free(&fixture);
}

enum { LARGEST = 200000 }; /* bytes, so that a report can be mailed */

/* --- The same bytes -------------------------------------------------------------------------- */
static void same_everywhere(struct fixture *fixture)
{
    fixture_answer_randomly(fixture, 7, 60);
    for (rung_report_format format = 0; format < RUNG_REPORT_FORMAT_COUNT; format++) {
        if (!rung_report_is_built(format))
            continue;
        rung_text here = render_format(fixture, format, &maria);
        assert_true(here.size > 0 && here.at[here.size - 1] == '\n');
        assert_true(here.size < LARGEST);
        setenv("TZ", "Pacific/Kiritimati", 1);
        tzset();
        if (!setlocale(LC_ALL, "de_DE.UTF-8"))
            setlocale(LC_ALL, "C.UTF-8");
        rung_text there = render_format(fixture, format, &maria);
        setlocale(LC_ALL, "C");
        unsetenv("TZ");
        assert_true(rung_text_equal(here, there));
    }
}

static void check_same(rung_arena *arena)
{
    fixture_each_shipped(arena, same_everywhere);
}

/* --- Names ----------------------------------------------------------------------------------- */
static void check_names(rung_arena *arena)
{
    static const struct {
        const char *path;
        rung_report_format format;
    } cases[] = {
        {"report.html", RUNG_REPORT_HTML},     {"a.b/REPORT.HTM", RUNG_REPORT_HTML},
        {"report.txt", RUNG_REPORT_TEXT},      {"report.txt.json", RUNG_REPORT_JSON},
        {"report", RUNG_REPORT_FORMAT_COUNT},  {"html", RUNG_REPORT_FORMAT_COUNT},
        {".html", RUNG_REPORT_FORMAT_COUNT},   {"a.html/b", RUNG_REPORT_FORMAT_COUNT},
        {"a/.html", RUNG_REPORT_FORMAT_COUNT}, {"report.html~", RUNG_REPORT_FORMAT_COUNT},
        {"", RUNG_REPORT_FORMAT_COUNT},
    };
    (void)arena;
    for (size_t i = 0; i < RUNG_COUNT(cases); i++)
        if (rung_report_format_of_path(cases[i].path) != cases[i].format)
            fail_msg("\"%s\" is taken for another format", cases[i].path);
    assert_int_equal(rung_report_format_named("html"), RUNG_REPORT_HTML);
    assert_int_equal(rung_report_format_named(""), RUNG_REPORT_FORMAT_COUNT);
    assert_int_equal(strncmp(RUNG_REPORT_FORMAT_NAMES, "text|", 5), 0);
}

#define TEST(name, body)                                                                           \
    static void name(void **state)                                                                 \
    {                                                                                              \
        (void)state;                                                                               \
        with_arena(body);                                                                          \
    }
TEST(files_are_as_they_were_read, check_files)
TEST(and_the_same_everywhere, check_same)
TEST(names_tell_the_format, check_names)
#undef TEST

int run_files(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_as_they_were_read),
        cmocka_unit_test(and_the_same_everywhere),
        cmocka_unit_test(names_tell_the_format),
    };
    return cmocka_run_group_tests_name("reports as files", tests, NULL, NULL);
}
