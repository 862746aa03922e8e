/* Whole reports, as they were read and found good: cases.txt and golden/. */
#include "report/fixture.h"

static void bless(const char *path, rung_text text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fwrite(text.at, 1, text.size, file);
    fclose(file);
}

static void show_difference(const char *name, rung_text expected, rung_text found)
{
    size_t at = 0, line = 1, start = 0;
    for (; at < expected.size && at < found.size && expected.at[at] == found.at[at]; at++)
        if (found.at[at] == '\n') {
            line++;
            start = at + 1;
        }
    fail_msg("golden/%s:%zu: expected\n%.*s\nfound\n%.*s\n(RUNG_BLESS=1 takes what was found)",
             name, line, (int)strcspn(expected.at + start, "\n"), expected.at + start,
             (int)strcspn(found.at + start, "\n"), found.at + start);
}

void check_golden(rung_arena *arena, const char *name, rung_text found)
{
    const char *path = rung_format(arena, "%s/report/golden/%s", RUNG_TEST_DATA, name);
    if (getenv("RUNG_BLESS"))
        bless(path, found);
    rung_text expected = read_whole(arena, path);
    if (!expected.at)
        fail_msg("there is no golden/%s", name);
    if (!rung_text_equal(expected, found))
        show_difference(name, expected, found);
}

static void check(rung_arena *arena)
{
    struct fixture fixture;
    report_case which;
    size_t checked = 0;
    fixture_load_bakery(&fixture, arena);
    for (const char *at = read_cases(arena).at; next_case(&at, &which); checked++) {
        rung_text_style style = {.width = which.width,
                                 .ascii = strcmp(which.characters, "utf8") != 0,
                                 .plain = strcmp(which.characters, "plain") == 0};
        rung_text found = render_case(&fixture, &which, &style);
        check_golden(arena, rung_format(arena, "%s.txt", which.name), found);
    }
    assert_true(checked > 10);
    fixture_free(&fixture);
}

static void reports_are_as_they_were_read(void **state)
{
    (void)state;
    with_arena(check);
}

int run_golden(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reports_are_as_they_were_read),
    };
    return cmocka_run_group_tests_name("golden reports", tests, NULL, NULL);
}
