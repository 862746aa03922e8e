/* What each question is worth and which comes next, worked out on paper (cases.txt); the same order
 * every time; memory that runs out. */
#include "quick/people.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER RUNG_TEST_DATA "/quick/"

struct small {
    role_files files;
    const rung_questionnaire *questionnaire;
    rung_arena arena;
    rung_answers *answers;
    bool skipped[MOST_QUESTIONS];
};

static int open_small(void **state)
{
    static struct small small;
    open_role(&small.files, FOLDER "small.questionnaire.yaml", FOLDER "small.rules.yaml");
    small.questionnaire = small.files.role->questionnaire;
    *state = &small;
    return 0;
}

static int close_small(void **state)
{
    struct small *small = *state;
    rung_arena_release(&small->arena);
    close_role(&small->files);
    return 0;
}

static size_t question_named(const struct small *small, rung_text id)
{
    size_t question = rung_find_question(small->questionnaire, id);
    if (question == SIZE_MAX)
        fail_msg("no question %.*s", (int)id.size, id.at);
    return question;
}

/* --- cases.txt ------------------------------------------------------------------------------- */

/* "q=value" answers, "-q" skips. */
static void give(struct small *small, const char *word)
{
    rung_answer answer;
    const char *problem, *equals = strchr(word, '=');
    if (*word == '-') {
        small->skipped[question_named(small, rung_text_of(word + 1))] = true;
        return;
    }
    assert_non_null(equals);
    size_t q = question_named(small, (rung_text){word, (size_t)(equals - word)});
    assert_int_equal(rung_answer_parse(&small->arena, &small->questionnaire->questions[q],
                                       rung_text_of(equals + 1), &answer, &problem),
                     RUNG_OK);
    assert_int_equal(rung_answers_set(small->answers, q, answer), RUNG_OK);
}

static const rung_scorecard *card_of(struct small *small)
{
    return rung_scorecard_new(&small->arena, small->files.role,
                              rung_sheet_new(&small->arena, small->answers));
}

static const rung_scorecard *begin(struct small *small, char *words)
{
    rung_memory memory = rung_arena_memory(&small->arena);
    memset(small->skipped, 0, sizeof small->skipped);
    assert_int_equal(rung_answers_new(&small->answers, &memory, small->questionnaire), RUNG_OK);
    for (char *word = strtok(words, " "); word; word = strtok(NULL, " "))
        give(small, word);
    return card_of(small);
}

static void check_next(struct small *small, const rung_scorecard *card, const char *expected)
{
    size_t next = rung_quick_next(&small->arena, card, small->skipped);
    const char *found = next == RUNG_NO_QUESTION ? "-" : small->questionnaire->questions[next].id;
    assert_string_equal(found, expected);
}

static void check_decided(struct small *small, const rung_scorecard *card, const char *expected)
{
    (void)small;
    assert_string_equal(rung_is_decided(card) ? "yes" : "no", expected);
}

static void check_worth(struct small *small, const rung_scorecard *card, const char *expected)
{
    char id[64];
    double points;
    assert_int_equal(sscanf(expected, "%63s %lf", id, &points), 2);
    size_t q = question_named(small, rung_text_of(id));
    double found = rung_quick_worth(&small->arena, card, small->skipped)[q];
    if (fabs(found - points) > 1e-6)
        fail_msg("%s is worth %.9g", id, found);
}

static const struct {
    const char *word;
    void (*check)(struct small *small, const rung_scorecard *card, const char *expected);
} checks[] = {{"next ", check_next}, {"decided ", check_decided}, {"worth ", check_worth}};

static bool check_line(struct small *small, const rung_scorecard *card, const char *line)
{
    for (size_t i = 0; i < RUNG_COUNT(checks); i++) {
        size_t size = strlen(checks[i].word);
        if (strncmp(line, checks[i].word, size) != 0)
            continue;
        assert_non_null(card);
        checks[i].check(small, card, line + size);
        return true;
    }
    return false;
}

static void read_cases(void *ctx)
{
    struct small *small = ctx;
    const rung_scorecard *card = NULL;
    char line[512];
    FILE *file = fopen(FOLDER "cases.txt", "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        print_message("%s\n", line);
        if (strncmp(line, "given", 5) == 0)
            card = begin(small, line + 5);
        else if (*line && *line != '#' && !check_line(small, card, line))
            fail_msg("what is %s?", line);
    }
    fclose(file);
}

static void test_cases(void **state)
{
    struct small *small = *state;
    assert_int_equal(rung_guard(&small->arena, read_cases, small), RUNG_OK);
}

/* --- Determinism ----------------------------------------------------------------------------- */

static void test_same_again(void **state)
{
    struct small *small = *state;
    quick_dice dice = {3};
    quick_person person = random_person(small->files.role, &dice);
    quick_way one = go(&person, rung_quick_next), two = go(&person, rung_quick_next);
    assert_int_equal(one.count, two.count);
    assert_memory_equal(one.asked, two.asked, sizeof one.asked);
    forget_way(&one);
    forget_way(&two);
    forget_person(&person);
}

/* --- Memory that runs out -------------------------------------------------------------------- */

struct asking {
    rung_arena arena;
    const rung_role *role;
    const rung_answers *answers;
    size_t next;
};

static void ask(void *ctx)
{
    static const bool skipped[MOST_QUESTIONS];
    struct asking *asking = ctx;
    const rung_sheet *sheet = rung_sheet_new(&asking->arena, asking->answers);
    const rung_scorecard *card = rung_scorecard_new(&asking->arena, asking->role, sheet);
    asking->next = rung_quick_next(&asking->arena, card, skipped);
}

static size_t calls_with_failure_at(const rung_role *role, const rung_answers *answers, size_t at,
                                    size_t *next)
{
    test_memory memory;
    test_memory_init(&memory, at);
    struct asking asking = {.role = role, .answers = answers, .next = RUNG_NO_QUESTION};
    rung_arena_init(&asking.arena, &memory.hook);
    rung_status status = rung_guard(&asking.arena, ask, &asking);
    assert_int_equal(status, at ? RUNG_NO_MEMORY : RUNG_OK);
    rung_arena_release(&asking.arena);
    assert_int_equal(memory.alive, 0);
    *next = asking.next;
    return memory.calls;
}

static void test_no_memory(void **state)
{
    (void)state;
    role_files files;
    rung_answers *answers;
    size_t next;
    open_shipped(&files, "patient-liaison");
    assert_int_equal(rung_answers_new(&answers, NULL, files.role->questionnaire), RUNG_OK);
    for (size_t q = 0; q < 2; q++)
        assert_int_equal(rung_answers_set(answers, q, (rung_answer){.given = true}), RUNG_OK);
    size_t calls = calls_with_failure_at(files.role, answers, 0, &next);
    assert_int_not_equal(next, RUNG_NO_QUESTION);
    assert_true(calls > 2);
    for (size_t at = 1; at <= calls; at++)
        calls_with_failure_at(files.role, answers, at, &next);
    rung_answers_free(answers);
    close_role(&files);
}

int run_quick_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_cases, open_small, close_small),
        cmocka_unit_test_setup_teardown(test_same_again, open_small, close_small),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests_name("quick", tests, NULL, NULL);
}
