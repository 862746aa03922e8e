/* Self-ratings that are worth a second look, by the cases of ratings.txt. */
#include "scoring/scoring.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/memory.h"

enum { FILE_MAX = 16 * 1024 };

static char bytes[2][FILE_MAX];
static rung_source sources[2];
static rung_role *role;

static rung_source read_file(const char *name, char *at)
{
    char path[512];
    snprintf(path, sizeof path, "%s/scoring/%s", RUNG_TEST_DATA, name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t size = fread(at, 1, FILE_MAX, file);
    fclose(file);
    assert_true(size < FILE_MAX);
    return (rung_source){name, {at, size}};
}

static void load_body(void *ctx)
{
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, ctx);
    rung_status status = rung_role_load(&role, NULL, &sources[0], &sources[1], &diagnostics);
    for (size_t i = 0; i < diagnostics.list.count; i++)
        print_error("%s\n", diagnostics.list.at[i].message);
    assert_int_equal(status, RUNG_OK);
}

static int load(void **state)
{
    rung_arena arena = {0};
    (void)state;
    sources[0] = read_file("ratings.questionnaire.yaml", bytes[0]);
    sources[1] = read_file("ratings.rules.yaml", bytes[1]);
    assert_int_equal(rung_guard(&arena, load_body, &arena), RUNG_OK);
    rung_arena_release(&arena);
    return 0;
}

static int unload(void **state)
{
    (void)state;
    rung_role_free(role);
    return 0;
}

/* --- The cases ------------------------------------------------------------------------------- */

typedef struct looking {
    rung_arena *arena;
    const char *given;
    const char *found; /* one line a look */
} looking;

static void set(rung_arena *arena, rung_answers *answers, rung_text pair)
{
    const char *equals = memchr(pair.at, '=', pair.size);
    size_t q =
        rung_find_question(role->questionnaire, (rung_text){pair.at, (size_t)(equals - pair.at)});
    rung_text value = {equals + 1, (size_t)(pair.at + pair.size - equals - 1)};
    rung_answer answer;
    const char *problem;
    assert_int_not_equal(q, SIZE_MAX);
    assert_int_equal(rung_answer_parse(arena, &role->questionnaire->questions[q],
                                       rung_text_of(rung_copy(arena, value)), &answer, &problem),
                     RUNG_OK);
    assert_int_equal(rung_answers_set(answers, q, answer), RUNG_OK);
}

static const rung_scorecard *score(rung_arena *arena, const char *given)
{
    rung_memory memory = rung_arena_memory(arena);
    rung_answers *answers;
    if (rung_answers_new(&answers, &memory, role->questionnaire) != RUNG_OK)
        rung_out_of_memory(arena);
    for (const char *at = given; *at;) {
        size_t size = strcspn(at, " ");
        set(arena, answers, (rung_text){at, size});
        at += size + strspn(at + size, " ");
    }
    return rung_scorecard_new(arena, role, rung_sheet_new(arena, answers));
}

static const char *add_ids(rung_arena *arena, const char *line, const size_t *ids, size_t count)
{
    for (size_t i = 0; i < count; i++)
        line = rung_format(arena, "%s %s", line, role->questionnaire->questions[ids[i]].id);
    return line;
}

static const char *spell(rung_arena *arena, const rung_look *look)
{
    const char *line = rung_look_name(look->kind);
    if (look->requirement != SIZE_MAX)
        line = rung_format(arena, "%s %s", line, role->rules->requirements[look->requirement].id);
    line = add_ids(arena, line, look->ratings, look->rating_count);
    if (look->other_count)
        line = add_ids(arena, rung_format(arena, "%s /", line), look->others, look->other_count);
    if (look->kind == RUNG_LOOK_TESTS_DISAGREE)
        line = rung_format(arena, "%s %g of %g", line, look->points, look->most);
    return rung_format(arena, "%s\n", line);
}

static void look_body(void *ctx)
{
    looking *l = ctx;
    size_t count;
    const rung_look *looks = rung_look_at_ratings(l->arena, score(l->arena, l->given), &count);
    l->found = "";
    for (size_t i = 0; i < count; i++)
        l->found = rung_format(l->arena, "%s%s", l->found, spell(l->arena, &looks[i]));
}

/* `expected` as looks are spelled. */
static void check(const char *given, const char *expected)
{
    rung_arena arena = {0};
    looking l = {.arena = &arena, .given = given};
    assert_int_equal(rung_guard(&arena, look_body, &l), RUNG_OK);
    if (strcmp(l.found, expected) != 0)
        fail_msg("given %s\nexpected\n%sfound\n%s", given, expected, l.found);
    rung_arena_release(&arena);
}

static void looks_are_those_of_the_cases(void **state)
{
    static char text[FILE_MAX];
    static char expected[FILE_MAX + 1];
    char given[512] = "";
    size_t checked = 0;
    (void)state;
    rung_source cases = read_file("ratings.txt", text);
    text[cases.text.size] = '\0';
    for (char *line = text, *next; line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        bool begins = strncmp(line, "given ", 6) == 0;
        if ((begins || !next) && *given) {
            check(given, expected);
            checked++;
        }
        if (begins) {
            snprintf(given, sizeof given, "%s", line + 6);
            *expected = '\0';
        } else if (*line && *line != '#') {
            strcat(strcat(expected, line), "\n");
        }
    }
    assert_true(checked > 30);
}

static void memory_may_run_out_anywhere(void **state)
{
    rung_status status = RUNG_NO_MEMORY;
    (void)state;
    for (size_t n = 1; status != RUNG_OK; n++) {
        test_memory memory;
        test_memory_init(&memory, n);
        rung_arena arena;
        rung_arena_init(&arena, &memory.hook);
        looking l = {.arena = &arena, .given = "aim=low a=4 b=4 c=4 d=4 e=4 f=4 scene=bad"};
        status = rung_guard(&arena, look_body, &l);
        rung_arena_release(&arena);
        assert_int_equal(memory.alive, 0);
        assert_true(n < 1000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(looks_are_those_of_the_cases),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("ratings", tests, load, unload);
}
