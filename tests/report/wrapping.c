/* Lines: wrap_cases.txt. */
#include "report/fixture.h"

#include "report/wrap.h"

/* The text of a case, with its escapes read. */
static const char *unescape(rung_arena *arena, const char *text)
{
    static const struct {
        char letter;
        const char *bytes;
    } escapes[] = {{'n', "\n"}, {'e', "\x1b"}, {'b', "\xe2\x80\xae"}};
    char *out = rung_alloc(arena, strlen(text) * 3 + 1), *to = out;
    for (const char *at = text; *at; at++) {
        const char *bytes = NULL;
        for (size_t i = 0; *at == '\\' && i < RUNG_COUNT(escapes); i++)
            if (at[1] == escapes[i].letter)
                bytes = escapes[i].bytes;
        if (!bytes) {
            *to++ = *at;
            continue;
        }
        memcpy(to, bytes, strlen(bytes));
        to += strlen(bytes);
        at++;
    }
    return out;
}

static void check_case(rung_arena *arena, const char *head, const char *expected)
{
    int width, hang, read;
    char characters[16];
    if (sscanf(head, "%d %d %15s%n", &width, &hang, characters, &read) != 3)
        fail_msg("wrap_cases.txt: %s", head);
    const char *text = unescape(arena, head[read] ? head + read + 1 : "");
    rung_text_style style = {.width = width, .ascii = strcmp(characters, "ascii") == 0};
    rung_buffer buffer;
    report_writer writer;
    rung_buffer_init(&buffer, NULL);
    report_writer_init(&writer, arena, &style, &buffer.sink);
    report_flow_block(&writer, hang, text, REPORT_PLAIN);
    assert_string_equal(rung_copy(arena, rung_buffer_text(&buffer)), expected);
    rung_buffer_release(&buffer);
}

static void check(rung_arena *arena)
{
    rung_text cases = read_whole(arena, RUNG_TEST_DATA "/report/wrap_cases.txt");
    char *expected = rung_alloc(arena, cases.size + 1);
    const char *head = NULL;
    size_t checked = 0;
    for (char *line = (char *)cases.at, *end; (end = strchr(line, '\n')); line = end + 1) {
        *end = '\0';
        if (*line == '|') {
            strcat(strcat(expected, line + 1), "\n");
            continue;
        }
        if (head)
            check_case(arena, head, expected);
        checked += head != NULL;
        *expected = '\0';
        head = *line && *line != '#' ? line : NULL;
    }
    if (head)
        check_case(arena, head, expected);
    assert_true(checked > 9);
}

static void lines_are_as_wide_as_they_may_be(void **state)
{
    (void)state;
    with_arena(check);
}

int run_wrapping(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_as_wide_as_they_may_be),
    };
    return cmocka_run_group_tests_name("wrapping", tests, NULL, NULL);
}
