/* Values, states and ranges, from the tables values.txt and cases.txt. */
#include "answers/answers.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* What one table is read with. */
struct table {
    rung_arena *arena;
    const rung_questionnaire *questionnaire;
    const char *name;
    rung_text rest;
    unsigned line;
    rung_answers *answers;
    const rung_sheet *sheet;
    unsigned checked;
};

static rung_text read_file(rung_arena *arena, const char *name)
{
    const char *path = rung_format(arena, "%s/answers/%s", RUNG_TEST_DATA, name);
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("cannot open %s", path);
    char *bytes = rung_alloc(arena, 64 * 1024);
    size_t size = fread(bytes, 1, 64 * 1024, file);
    fclose(file);
    return (rung_text){bytes, size};
}

static const rung_questionnaire *load(rung_arena *arena)
{
    rung_source *source = rung_new(arena, rung_source);
    *source = (rung_source){"small", read_file(arena, "small.questionnaire.yaml")};
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, arena);
    const rung_questionnaire *questionnaire = rung_questionnaire_load(arena, source, &diagnostics);
    for (size_t i = 0; i < diagnostics.list.count; i++)
        print_error("%s\n", diagnostics.list.at[i].message);
    assert_non_null(questionnaire);
    return questionnaire;
}

/* The next line that says something; false at the end. */
static bool next_line(struct table *table, rung_text *line)
{
    while (table->rest.size) {
        const char *end = memchr(table->rest.at, '\n', table->rest.size);
        size_t size = end ? (size_t)(end - table->rest.at) : table->rest.size;
        *line = (rung_text){table->rest.at, size};
        table->rest.at += size + (end != NULL);
        table->rest.size -= size + (end != NULL);
        table->line++;
        if (rung_text_trim(*line).size && line->at[0] != '#')
            return true;
    }
    return false;
}

/* Cuts at the first `mark`; what is before it, trimmed. */
static rung_text cut(rung_text *text, const char *mark)
{
    size_t size = strlen(mark);
    for (size_t i = 0; i + size <= text->size; i++) {
        if (memcmp(text->at + i, mark, size) != 0)
            continue;
        rung_text before = rung_text_trim((rung_text){text->at, i});
        *text = rung_text_trim((rung_text){text->at + i + size, text->size - i - size});
        return before;
    }
    rung_text all = rung_text_trim(*text);
    text->size = 0;
    return all;
}

static const rung_question *question_of(const struct table *table, rung_text id, size_t *index)
{
    *index = rung_find_question(table->questionnaire, id);
    if (*index == SIZE_MAX)
        fail_msg("%s:%u: no question %.*s", table->name, table->line, (int)id.size, id.at);
    return &table->questionnaire->questions[*index];
}

/* --- values.txt ------------------------------------------------------------------------------ */

static void check_value(struct table *table, rung_text line)
{
    size_t index;
    const char *problem = "";
    rung_text id = cut(&line, "|"), words = cut(&line, "|"), expected = line;
    const rung_question *question = question_of(table, id, &index);
    rung_answer answer;
    bool bad = rung_text_starts(expected, RUNG_TEXT("!"));
    rung_status status = rung_answer_parse(table->arena, question, words, &answer, &problem);

    if (bad) {
        expected = rung_text_trim((rung_text){expected.at + 1, expected.size - 1});
        if (status == RUNG_OK || !rung_text_contains(rung_text_of(problem), expected))
            fail_msg("%s:%u: \"%s\"", table->name, table->line, problem);
        return;
    }
    if (status != RUNG_OK)
        fail_msg("%s:%u: refused: %s", table->name, table->line, problem);
    const char *written = rung_answer_write(table->arena, question, answer);
    if (!rung_text_is(expected, written))
        fail_msg("%s:%u: \"%s\"", table->name, table->line, written);
    assert_true(rung_answer_in_domain(question, answer));
}

static void read_values(void *ctx)
{
    struct table table = {.arena = ctx, .questionnaire = load(ctx), .name = "values.txt"};
    rung_text line;
    table.rest = read_file(ctx, table.name);
    for (; next_line(&table, &line); table.checked++)
        check_value(&table, line);
    assert_true(table.checked > 30);
}

/* --- cases.txt ------------------------------------------------------------------------------- */

static void give(struct table *table, rung_text answers)
{
    rung_memory memory = rung_arena_memory(table->arena);
    assert_int_equal(rung_answers_new(&table->answers, &memory, table->questionnaire), RUNG_OK);
    while (answers.size) {
        rung_text value = cut(&answers, " "), id = cut(&value, "=");
        size_t index;
        const char *problem;
        rung_answer answer;
        const rung_question *question = question_of(table, id, &index);
        assert_int_equal(rung_answer_parse(table->arena, question, value, &answer, &problem),
                         RUNG_OK);
        assert_int_equal(rung_answers_set(table->answers, index, answer), RUNG_OK);
    }
    table->sheet = rung_sheet_new(table->arena, table->answers);
}

static void check_state(struct table *table, rung_text line)
{
    static const char *const names[] = {"answered", "unanswered", "not-asked", "undecided"};
    rung_text id = cut(&line, " "), state = cut(&line, " ");
    size_t index;
    question_of(table, id, &index);
    if (!rung_text_is(state, names[table->sheet->states[index]]))
        fail_msg("%s:%u: it is %s", table->name, table->line, names[table->sheet->states[index]]);
    assert_int_equal(table->sheet->failures[index].when != NULL, rung_text_is(line, "fails"));
}

static const rung_program *compile(struct table *table, rung_text expression, rung_want want)
{
    rung_source *source = rung_new(table->arena, rung_source);
    *source = (rung_source){"case", expression};
    rung_expr_text text = {expression, source, 0, NULL};
    size_t count = table->questionnaire->question_count;
    rung_scope scope = {
        .variables = table->questionnaire->variables, .count = count, .visible = count};
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, table->arena);
    const rung_program *program = rung_compile(table->arena, &text, &scope, want, &diagnostics);
    if (!program)
        fail_msg("%s:%u: %s", table->name, table->line, diagnostics.list.at[0].message);
    return program;
}

/* --- Each completion ------------------------------------------------------------------------- */

/* What visits find of a program: the same as the range over all completions. */
struct visits {
    const rung_program *program;
    bool is_bool;
    void *scratch;
    rung_outcome outcome;
    size_t stop_after;
};

static bool visit_one(void *ctx, const rung_cell *cells)
{
    struct visits *visits = ctx;
    rung_outcome *outcome = &visits->outcome;
    double number = 0;
    bool truth = false;
    rung_eval_error error =
        visits->is_bool ? rung_eval_bool(visits->program, cells, visits->scratch, &truth)
                        : rung_eval_number(visits->program, cells, visits->scratch, &number);
    outcome->can_fail |= error != RUNG_EVAL_OK;
    outcome->can_be_true |= !error && truth;
    outcome->can_be_false |= !error && !truth;
    number = fmin(fmax(number, 0), 100);
    outcome->low = fmin(outcome->low, error ? 0 : number);
    outcome->high = fmax(outcome->high, error ? 100 : number);
    return visits->stop_after == 0 || --visits->stop_after > 0;
}

static rung_visit visit(struct table *table, struct visits *visits, size_t most_steps)
{
    rung_visit visit = {
        .programs = &visits->program,
        .program_count = 1,
        .rung = RUNG_NO_RUNG,
        .most_steps = most_steps,
        .visit = visit_one,
        .ctx = visits,
    };
    visits->outcome = (rung_outcome){.low = INFINITY, .high = -INFINITY};
    visits->scratch = rung_alloc(table->arena, rung_program_scratch(visits->program));
    rung_visit_completions(table->arena, table->sheet, &visit);
    return visit;
}

/* Where ranges are exact, visits find the same. */
static void compare_visits(struct table *table, const rung_program *program, rung_outcome outcome)
{
    enum { MOST = 1 << 20 };
    struct visits visits = {.program = program,
                            .is_bool = rung_program_type(program).base == RUNG_TYPE_BOOL};
    rung_visit all = visit(table, &visits, MOST);
    if (!outcome.exact || all.end == RUNG_VISIT_TOO_MANY)
        return;
    assert_int_equal(all.end, RUNG_VISIT_ALL);
    if (visits.is_bool) {
        assert_int_equal(visits.outcome.can_be_true, outcome.can_be_true);
        assert_int_equal(visits.outcome.can_be_false, outcome.can_be_false);
    } else {
        assert_true(visits.outcome.low == outcome.low && visits.outcome.high == outcome.high);
    }
    if (all.completions < 2)
        return;
    visits.stop_after = 1;
    assert_int_equal(visit(table, &visits, MOST).end, RUNG_VISIT_STOPPED);
    visits.stop_after = 0;
    assert_int_equal(visit(table, &visits, 1).end, RUNG_VISIT_TOO_MANY);
}

static rung_outcome outcome_of(struct table *table, rung_text expression, rung_want want)
{
    const rung_program *program = compile(table, expression, want);
    rung_outcome outcome =
        rung_over_completions(table->arena, table->sheet, program, RUNG_NO_RUNG, 0, 100);
    compare_visits(table, program, outcome);
    return outcome;
}

/* "visits EXPRESSION = N": so many completions are told apart. */
static void check_visits(struct table *table, rung_text line)
{
    int64_t expected;
    rung_text count = line, expression = cut(&count, " = ");
    struct visits visits = {.program = compile(table, expression, RUNG_WANT_BOOL), .is_bool = true};
    assert_true(rung_parse_int(count, &expected));
    rung_visit all = visit(table, &visits, 1 << 20);
    if (all.completions != (size_t)expected)
        fail_msg("%s:%u: %zu visits", table->name, table->line, all.completions);
}

/* "values QUESTION EXPRESSION = A B": what stands for all values as far as it can tell. */
static void check_values(struct table *table, rung_text line)
{
    size_t index;
    rung_text rest = line, id = cut(&rest, " "), expected = rest;
    rung_text expression = cut(&expected, " = ");
    const rung_question *question = question_of(table, id, &index);
    const rung_program *program = compile(table, expression, RUNG_WANT_BOOL);
    rung_values found = rung_values_told_apart(table->arena, question, index, &program, 1, 1024);
    assert_true(found.all);
    for (size_t i = 0; i < found.count; i++) {
        rung_text word = cut(&expected, " ");
        rung_answer answer = {.given = true, .value = found.cells[i]};
        const char *written = rung_answer_write(table->arena, question, answer);
        if (!rung_text_is(word, *written ? written : "-"))
            fail_msg("%s:%u: value %zu is %s", table->name, table->line, i + 1, written);
    }
    assert_int_equal(expected.size, 0);
}

static void check_range(struct table *table, rung_text line)
{
    rung_text range = line, expression = cut(&range, " = ");
    /* The last " = " parts the expression from the range. */
    rung_text low = cut(&range, ".."), high = cut(&range, " ");
    rung_outcome outcome = outcome_of(table, expression, RUNG_WANT_NUMBER);
    double expected_low, expected_high;
    assert_true(rung_parse_double(low, &expected_low) && rung_parse_double(high, &expected_high));
    if (fabs(outcome.low - expected_low) > 1e-12 || fabs(outcome.high - expected_high) > 1e-12)
        fail_msg("%s:%u: %g .. %g", table->name, table->line, outcome.low, outcome.high);
    assert_int_equal(outcome.can_fail, rung_text_is(range, "fails"));
}

static void check_truth(struct table *table, rung_text line)
{
    rung_text truth = line, expression = cut(&truth, " = ");
    rung_outcome outcome = outcome_of(table, expression, RUNG_WANT_BOOL);
    const char *found = outcome.can_be_true && outcome.can_be_false ? "either"
                        : outcome.can_be_true                       ? "yes"
                                                                    : "no";
    if (!rung_text_is(truth, found))
        fail_msg("%s:%u: %s", table->name, table->line, found);
}

static void read_cases(void *ctx)
{
    struct table table = {.arena = ctx, .questionnaire = load(ctx), .name = "cases.txt"};
    rung_text line;
    table.rest = read_file(ctx, table.name);
    for (; next_line(&table, &line); table.checked++) {
        rung_text word = cut(&line, " ");
        if (rung_text_is(word, "given"))
            give(&table, line);
        else if (rung_text_is(word, "state"))
            check_state(&table, line);
        else if (rung_text_is(word, "range"))
            check_range(&table, line);
        else if (rung_text_is(word, "truth"))
            check_truth(&table, line);
        else if (rung_text_is(word, "visits"))
            check_visits(&table, line);
        else if (rung_text_is(word, "values"))
            check_values(&table, line);
        else
            fail_msg("%s:%u: unknown word", table.name, table.line);
    }
    assert_true(table.checked > 60);
}

/* --- Answers from data ----------------------------------------------------------------------- */

static void read_bad_map(void *ctx)
{
    const rung_questionnaire *questionnaire = load(ctx);
    rung_source source = {"answers.yaml",
                          RUNG_TEXT("aim: low\nyeers: 3\njobs: 2.5\npapers: [one, tow]\nsure: 1\n"
                                    "skill: 2\nremark: 12\nodd: null\n")};
    static const char *const expected[] = {
        "there is no question `yeers`",
        "`jobs` takes a whole number from 0 to 30",
        "`papers` has no option `tow`",
        "`sure` takes yes or no",
    };
    rung_memory memory = rung_arena_memory(ctx);
    rung_diagnostics diagnostics;
    rung_answers *answers;
    rung_diagnostics_init(&diagnostics, ctx);
    const rung_datum *map = rung_yaml_read(ctx, &source, &diagnostics);
    assert_non_null(map);
    assert_int_equal(rung_answers_new(&answers, &memory, questionnaire), RUNG_OK);
    assert_int_equal(rung_answers_from_datum(answers, map, &diagnostics), RUNG_INVALID);
    assert_int_equal(diagnostics.list.count, RUNG_COUNT(expected));
    for (size_t i = 0; i < RUNG_COUNT(expected); i++)
        assert_string_equal(diagnostics.list.at[i].message, expected[i]);
    assert_string_equal(diagnostics.list.at[0].mend, "did you mean `years`?");
    assert_int_equal(rung_locate(&source, diagnostics.list.at[1].span.start).line, 3);
    assert_string_equal(diagnostics.list.at[2].mend, "did you mean `two`?");
    assert_int_equal(rung_locate(&source, diagnostics.list.at[2].span.start).column, 15);
    assert_int_equal(rung_answers_count(answers), 0);
}

static void read_list(void *ctx)
{
    const rung_questionnaire *questionnaire = load(ctx);
    rung_source source = {"answers.yaml", RUNG_TEXT("- 3\n")};
    rung_memory memory = rung_arena_memory(ctx);
    rung_diagnostics diagnostics;
    rung_answers *answers;
    rung_diagnostics_init(&diagnostics, ctx);
    const rung_datum *list = rung_yaml_read(ctx, &source, &diagnostics);
    assert_non_null(list);
    assert_int_equal(rung_answers_new(&answers, &memory, questionnaire), RUNG_OK);
    assert_int_equal(rung_answers_from_datum(answers, list, &diagnostics), RUNG_INVALID);
    assert_int_equal(diagnostics.list.count, 1);
    assert_string_equal(diagnostics.list.at[0].kind->code, "RG0501");
    assert_string_equal(diagnostics.list.at[0].message,
                        "answers are a map `question: value`; this is a list");
}

static void with_arena(void (*body)(void *ctx))
{
    rung_arena arena = {0};
    assert_int_equal(rung_guard(&arena, body, &arena), RUNG_OK);
    rung_arena_release(&arena);
}

static void values(void **state)
{
    (void)state;
    with_arena(read_values);
}

static void states_and_ranges(void **state)
{
    (void)state;
    with_arena(read_cases);
}

static void mistakes_set_nothing(void **state)
{
    (void)state;
    with_arena(read_bad_map);
}

static void answers_are_a_map(void **state)
{
    (void)state;
    with_arena(read_list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values),
        cmocka_unit_test(states_and_ranges),
        cmocka_unit_test(mistakes_set_nothing),
        cmocka_unit_test(answers_are_a_map),
    };
    return cmocka_run_group_tests_name("answers", tests, NULL, NULL);
}
