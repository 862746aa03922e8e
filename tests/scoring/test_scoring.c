/* Scorecards worked out on paper (cases.txt), the content's own examples, memory that runs out. */
#include "scoring/scoring.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { FILE_MAX = 64 * 1024 };

static char questionnaire_bytes[FILE_MAX], rules_bytes[FILE_MAX], cases[FILE_MAX];

static rung_text read_file(const char *path, char *bytes)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("cannot open %s", path);
    size_t size = fread(bytes, 1, FILE_MAX - 1, file);
    fclose(file);
    bytes[size] = '\0';
    return (rung_text){bytes, size};
}

struct fixture {
    rung_arena *arena;
    rung_role *role;
    rung_diagnostics diagnostics;
    rung_source questionnaire, rules;
};

static void load(struct fixture *fixture, rung_arena *arena)
{
    fixture->arena = arena;
    fixture->questionnaire = (rung_source){
        "small.questionnaire.yaml",
        read_file(RUNG_TEST_DATA "/answers/small.questionnaire.yaml", questionnaire_bytes)};
    fixture->rules = (rung_source){
        "small.rules.yaml", read_file(RUNG_TEST_DATA "/scoring/small.rules.yaml", rules_bytes)};
    rung_diagnostics_init(&fixture->diagnostics, arena);
    rung_status status = rung_role_load(&fixture->role, NULL, &fixture->questionnaire,
                                        &fixture->rules, &fixture->diagnostics);
    for (size_t i = 0; i < fixture->diagnostics.list.count; i++)
        print_error("%s\n", fixture->diagnostics.list.at[i].message);
    assert_int_equal(status, RUNG_OK);
}

/* --- cases.txt ------------------------------------------------------------------------------- */

static const rung_scorecard *give(struct fixture *fixture, char *words)
{
    rung_memory memory = rung_arena_memory(fixture->arena);
    rung_answers *answers;
    assert_int_equal(rung_answers_new(&answers, &memory, fixture->role->questionnaire), RUNG_OK);
    for (char *word = strtok(words, " "); word; word = strtok(NULL, " ")) {
        char *equals = strchr(word, '=');
        rung_text id = {word, (size_t)(equals - word)};
        size_t q = rung_find_question(fixture->role->questionnaire, id);
        rung_answer answer;
        const char *problem;
        assert_int_not_equal(q, SIZE_MAX);
        assert_int_equal(rung_answer_parse(fixture->arena,
                                           &fixture->role->questionnaire->questions[q],
                                           rung_text_of(equals + 1), &answer, &problem),
                         RUNG_OK);
        assert_int_equal(rung_answers_set(answers, q, answer), RUNG_OK);
    }
    return rung_scorecard_new(fixture->arena, fixture->role,
                              rung_sheet_new(fixture->arena, answers));
}

static void near(const char *line, rung_range range, double low, double high)
{
    if (fabs(range.low - low) > 1e-6 || fabs(range.high - high) > 1e-6)
        fail_msg("%s: %.9g .. %.9g", line, range.low, range.high);
}

static void check_rung(const rung_scorecard *card, const char *line)
{
    char rung[64], verdicts[4][64];
    double low, high;
    assert_int_equal(sscanf(line, "rung %63s %lf %lf %63s %63s %63s %63s", rung, &low, &high,
                            verdicts[0], verdicts[1], verdicts[2], verdicts[3]),
                     7);
    const rung_rules *rules = card->role->rules;
    const rung_rung_score *score = &card->ladder[rung_find_rung(rules, rung_text_of(rung))];
    size_t found[] = {score->verdict_low, score->verdict_high, score->verdict_by_score_low,
                      score->verdict_by_score_high};
    near(line, score->score, low, high);
    for (size_t i = 0; i < 4; i++)
        if (strcmp(rules->verdicts[found[i]].id, verdicts[i]) != 0)
            fail_msg("%s: verdict %zu is %s", line, i + 1, rules->verdicts[found[i]].id);
}

static void check_loss(const rung_scorecard *card, const char *line)
{
    char id[64];
    double low, high;
    assert_int_equal(sscanf(line, "loss %63s %lf %lf", id, &low, &high), 3);
    size_t r = rung_find_requirement(card->role->rules, rung_text_of(id));
    near(line, card->aim->requirements[r].loss, low, high);
}

static void check_fit(const rung_scorecard *card, const char *line)
{
    double low, high;
    assert_int_equal(sscanf(line, "fit %lf %lf", &low, &high), 2);
    near(line, card->fits[0], low, high);
}

/* "gaps a b": the list in its order. */
static void check_list(const char *line, const char *const *found, size_t count)
{
    char words[512] = "";
    for (size_t i = 0; i < count; i++)
        snprintf(words + strlen(words), sizeof words - strlen(words), " %s", found[i]);
    const char *expected = strchr(line, ' ');
    if (strcmp(expected ? expected : "", words) != 0)
        fail_msg("%s:%s", line, words);
}

static void check_gaps(const rung_scorecard *card, const char *line)
{
    const char *found[8];
    for (size_t i = 0; i < card->gap_count; i++)
        found[i] = card->role->rules->requirements[card->gaps[i]].id;
    check_list(line, found, card->gap_count);
}

static void check_notes(const rung_scorecard *card, const char *line)
{
    const char *found[8];
    for (size_t i = 0; i < card->note_count; i++)
        found[i] = card->role->rules->notes[card->notes[i]].id;
    check_list(line, found, card->note_count);
}

static void check_blocked(const rung_scorecard *card, const char *line)
{
    const char *found[8];
    for (size_t i = 0; i < card->blocking_count; i++)
        found[i] = card->role->questionnaire->questions[card->blocking[i]].id;
    check_list(line, found, card->blocking_count);
    assert_true(card->aim->blocked);
}

static void check_problems(const rung_scorecard *card, const char *line)
{
    assert_int_equal(card->problem_count, strtoul(line + strlen("problems "), NULL, 10));
}

/* What a requirement is worth, times what is missing of it, is what it costs. */
static void points_are_losses(struct fixture *fixture, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    bool *applies = rung_new_array(fixture->arena, bool, rules->requirement_count);
    double *points = rung_new_array(fixture->arena, double, rules->requirement_count), sum = 0;
    bool any = false;
    for (size_t r = 0; r < rules->requirement_count; r++)
        any |= applies[r] = card->aim->requirements[r].applies;
    rung_requirement_points(fixture->arena, rules, applies, points);
    for (size_t r = 0; r < rules->requirement_count; r++) {
        const rung_requirement_score *score = &card->aim->requirements[r];
        sum += points[r];
        if (applies[r])
            near("points", score->loss, points[r] * (1 - score->fulfilment.high),
                 points[r] * (1 - score->fulfilment.low));
    }
    near("points", (rung_range){sum, sum}, any ? 100 : 0, any ? 100 : 0);
}

static void losses_add_up(const rung_scorecard *card)
{
    for (size_t rung = 0; rung < card->role->rules->rung_count; rung++) {
        const rung_rung_score *score = &card->ladder[rung];
        double low = 0, high = 0;
        for (size_t r = 0; r < card->role->rules->requirement_count; r++) {
            low += score->requirements[r].loss.low;
            high += score->requirements[r].loss.high;
        }
        if (!score->blocked)
            near("losses", (rung_range){100 - high, 100 - low}, score->score.low,
                 score->score.high);
    }
}

/* Every way in which a gap can go, and what that is called. */
static void changes_have_names(void **state)
{
    (void)state;
    enum { NOT_ASKED = -1 };
    static const struct {
        double was[2], is[2]; /* from, to; {-1}: not asked for */
        const char *name;
    } changes[] = {
        {{NOT_ASKED}, {NOT_ASKED}, "stays"}, {{NOT_ASKED}, {0, 0}, "stays"},
        {{0, 0}, {NOT_ASKED}, "stays"},      {{0, 0}, {0, 0}, "stays"},
        {{1, 2}, {1, 2}, "stays"},           {{0, 2}, {0, 2}, "stays"},
        {{1, 1}, {0, 0}, "closes"},          {{0, 1}, {0, 0}, "closes"},
        {{1, 1}, {NOT_ASKED}, "drops"},      {{0, 1}, {NOT_ASKED}, "drops"},
        {{2, 2}, {1, 1}, "shrinks"},         {{1, 3}, {1, 2}, "shrinks"},
        {{0, 3}, {0, 2}, "shrinks"},         {{0, 0}, {1, 1}, "opens"},
        {{0, 4}, {1, 1}, "opens"},           {{NOT_ASKED}, {1, 3}, "opens"},
        {{1, 1}, {0, 4}, "unsettles"},       {{0, 0}, {0, 1}, "unsettles"},
        {{NOT_ASKED}, {0, 1}, "unsettles"},  {{1, 1}, {1, 2}, "grows"},
        {{0, 1}, {0, 2}, "grows"},           {{1, 3}, {2, 2}, "shifts"},
        {{2, 2}, {1, 3}, "shifts"},
    };
    for (size_t i = 0; i < RUNG_COUNT(changes); i++) {
        const double *was = changes[i].was, *is = changes[i].is;
        rung_requirement_score before = {.applies = was[0] >= 0, .gap = {was[0], was[1]}};
        rung_requirement_score after = {.applies = is[0] >= 0, .gap = {is[0], is[1]}};
        const char *name = rung_gap_change_name(rung_gap_change_of(&before, &after));
        if (strcmp(name, changes[i].name) != 0)
            fail_msg("%g..%g to %g..%g: %s, not %s", was[0], was[1], is[0], is[1], name,
                     changes[i].name);
    }
}

static const struct {
    const char *word;
    void (*check)(const rung_scorecard *card, const char *line);
} checks[] = {
    {"rung ", check_rung},         {"loss ", check_loss},  {"fit ", check_fit},
    {"gaps", check_gaps},          {"notes", check_notes}, {"blocked", check_blocked},
    {"problems ", check_problems},
};

static void read_cases(void *ctx)
{
    struct fixture fixture;
    const rung_scorecard *card = NULL;
    size_t checked = 0;
    load(&fixture, ctx);
    read_file(RUNG_TEST_DATA "/scoring/cases.txt", cases);
    for (char *line = cases, *end; line && *line; line = end) {
        end = strchr(line, '\n');
        if (end)
            *end++ = '\0';
        if (strncmp(line, "given ", 6) == 0) {
            card = give(&fixture, line + 6);
            losses_add_up(card);
            points_are_losses(&fixture, card);
        }
        for (size_t i = 0; i < RUNG_COUNT(checks); i++)
            if (strncmp(line, checks[i].word, strlen(checks[i].word)) == 0) {
                checks[i].check(card, line);
                checked++;
            }
    }
    assert_true(checked > 25);
    rung_role_free(fixture.role);
}

/* --- Examples -------------------------------------------------------------------------------- */

static void check_examples(void *ctx)
{
    static const struct {
        bool holds;
        const char *messages[3];
    } expected[] = {
        {true, {0}},
        {false,
         {"this example comes out as `ready`, not `nearly`: it scores 83.33, and nothing keeps it "
          "from `ready`",
          "this example scores 83.33; 90.00 to 91.00 is expected, so it is 6.67 too low",
          "this example has no gap in `level`; its only gap is `papers`"}},
        {false,
         {"this example comes out between `start` and `ready`; `ready` is expected: it scores "
          "16.67 "
          "to 83.33, and `ready` begins at 80.00"}},
        {false, {"`aim` has no option `lo`"}},
    };
    struct fixture fixture;
    load(&fixture, ctx);
    for (size_t i = 0; i < RUNG_COUNT(expected); i++) {
        rung_diagnostics diagnostics;
        rung_diagnostics_init(&diagnostics, ctx);
        assert_int_equal(
            rung_example_check(fixture.role, &fixture.role->rules->examples[i], &diagnostics),
            expected[i].holds);
        for (size_t m = 0; m < RUNG_COUNT(expected[i].messages) && expected[i].messages[m]; m++)
            assert_string_equal(diagnostics.list.at[m].message, expected[i].messages[m]);
    }
    rung_role_free(fixture.role);
}

/* --- Memory ---------------------------------------------------------------------------------- */

struct limited {
    int allowed, live;
};

static void *limited_resize(void *ctx, void *at, size_t size)
{
    struct limited *limited = ctx;
    if (size == 0) {
        limited->live -= at != NULL;
        free(at);
        return NULL;
    }
    if (limited->allowed == 0)
        return NULL;
    limited->allowed--;
    limited->live += at == NULL;
    return realloc(at, size);
}

struct scored {
    rung_arena *arena;
    struct fixture *fixture;
};

static void score_once(void *ctx)
{
    struct scored *scored = ctx;
    struct fixture fixture = *scored->fixture;
    char words[] = "aim=high papers=two jobs=4";
    fixture.arena = scored->arena;
    give(&fixture, words);
}

static void sweep(void *ctx)
{
    struct fixture fixture;
    rung_status status = RUNG_NO_MEMORY;
    load(&fixture, ctx);
    for (int allowed = 0; status != RUNG_OK; allowed++) {
        struct limited limited = {allowed, 0};
        rung_memory memory = {limited_resize, &limited};
        rung_arena arena;
        rung_arena_init(&arena, &memory);
        struct scored scored = {&arena, &fixture};
        status = rung_guard(&arena, score_once, &scored);
        rung_arena_release(&arena);
        assert_int_equal(limited.live, 0);
        assert_true(allowed < 1000);
    }
    rung_role_free(fixture.role);
}

static void with_arena(void (*body)(void *ctx))
{
    rung_arena arena = {0};
    assert_int_equal(rung_guard(&arena, body, &arena), RUNG_OK);
    rung_arena_release(&arena);
}

static void scorecards_are_as_on_paper(void **state)
{
    (void)state;
    with_arena(read_cases);
}

static void examples_say_what_differs(void **state)
{
    (void)state;
    with_arena(check_examples);
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    with_arena(sweep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_have_names),
        cmocka_unit_test(scorecards_are_as_on_paper),
        cmocka_unit_test(examples_say_what_differs),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("scoring", tests, NULL, NULL);
}
