/* The least that would have to be otherwise, on content small enough for paper: cases.txt. */
#include "content/support.h"
#include "counterfactual/counterfactual.h"

#include <stdio.h>
#include <string.h>

struct table {
    rung_arena *arena;
    const rung_role *role;
    const char *line; /* being read */
    size_t checked;
    rung_answers *answers;
    const rung_scorecard *card;
};

/* --- Reading --------------------------------------------------------------------------------- */
/* The text up to the mark, which is passed over; all of it if there is none. */
static rung_text cut(rung_text *rest, char mark)
{
    const char *at = rest->size ? memchr(rest->at, mark, rest->size) : NULL;
    rung_text head = {rest->at, at ? (size_t)(at - rest->at) : rest->size};
    size_t used = head.size + (at != NULL);
    *rest = rung_text_trim((rung_text){rest->at + used, rest->size - used});
    return rung_text_trim(head);
}

static size_t question_of(struct table *table, rung_text id)
{
    size_t question = rung_find_question(table->role->questionnaire, id);
    if (question == SIZE_MAX)
        fail_msg("%s: no question %.*s", table->line, (int)id.size, id.at);
    return question;
}

static rung_answer answer_of(struct table *table, size_t question, rung_text words)
{
    rung_answer answer = {0};
    const char *problem;
    if (rung_text_is(words, "-"))
        return answer;
    if (rung_answer_parse(table->arena, &table->role->questionnaire->questions[question], words,
                          &answer, &problem))
        fail_msg("%s: it %s", table->line, problem);
    return answer;
}

static void give(struct table *table, rung_text words)
{
    rung_memory *memory = rung_new(table->arena, rung_memory);
    *memory = rung_arena_memory(table->arena);
    assert_int_equal(rung_answers_new(&table->answers, memory, table->role->questionnaire),
                     RUNG_OK);
    while (words.size) {
        rung_text value = cut(&words, ' '), id = cut(&value, '=');
        size_t question = question_of(table, id);
        rung_answer answer = answer_of(table, question, value);
        assert_int_equal(rung_answers_set(table->answers, question, answer), RUNG_OK);
    }
    table->card =
        rung_scorecard_new(table->arena, table->role, rung_sheet_new(table->arena, table->answers));
}

static void expect(struct table *table, const char *found, rung_text expected)
{
    if (!rung_text_is(expected, found))
        fail_msg("%s: \"%s\"", table->line, found);
    table->checked++;
}

/* "2.5", cut to three decimals: steps of numbers are sums of what is not exact. */
static const char *number(struct table *table, double value)
{
    char text[RUNG_NUMBER_SIZE * 12], short_text[RUNG_NUMBER_SIZE];
    double rounded;
    size_t size = rung_number_fixed(value, 3, text);
    assert_true(rung_parse_double((rung_text){text, size}, &rounded));
    rung_number_format(rounded, short_text);
    return rung_copy(table->arena, rung_text_of(short_text));
}

/* --- near ------------------------------------------------------------------------------------ */
static const rung_program *compile(struct table *table, rung_text text)
{
    const rung_questionnaire *content = table->role->questionnaire;
    rung_source *source = rung_new(table->arena, rung_source);
    rung_diagnostics diagnostics;
    *source = (rung_source){"case", text};
    rung_diagnostics_init(&diagnostics, table->arena);
    rung_expr_text place = {.text = text, .source = source};
    rung_scope scope = {.variables = content->variables,
                        .count = content->question_count,
                        .visible = content->question_count};
    const rung_program *program =
        rung_compile(table->arena, &place, &scope, RUNG_WANT_ANY, &diagnostics);
    if (!program)
        fail_msg("%s: %s", table->line, diagnostics.list.at[0].message);
    return program;
}

static void check_near(struct table *table, rung_text line)
{
    size_t question = question_of(table, cut(&line, ' '));
    rung_answer from = answer_of(table, question, cut(&line, ' '));
    rung_text rest = line, text = {line.at, 0};
    while (rest.size && *rest.at != '|') { /* "||" is none of the expression's end */
        rest = (rung_text){rest.at + 1, rest.size - 1};
        if (rung_text_starts(rest, RUNG_TEXT("||")))
            rest = (rung_text){rest.at + 2, rest.size - 2};
    }
    text.size = (size_t)(rest.at - text.at);
    const rung_program *program = compile(table, rung_text_trim(text));
    const rung_question *content = &table->role->questionnaire->questions[question];
    rung_near_values values =
        rung_values_near(table->arena, content, question, &program, 1, 1000, &from);
    const char *found = values.all ? "" : "some";
    for (size_t i = 0; values.all && i < values.count; i++)
        found = rung_format(
            table->arena, "%s%s%s:%s", found, i ? " " : "",
            rung_answer_write(table->arena, content, (rung_answer){true, values.at[i].cell, NULL}),
            number(table, values.at[i].steps));
    for (size_t i = 0; i < values.count; i++)
        assert_true(rung_answer_in_domain(content, (rung_answer){true, values.at[i].cell, NULL}));
    expect(table, found, rung_text_trim((rung_text){rest.at + 1, rest.size - 1}));
}

/* --- change, lift ---------------------------------------------------------------------------- */
static void check_change(struct table *table, rung_text line)
{
    const rung_questionnaire *content = table->role->questionnaire;
    give(table, cut(&line, '|'));
    size_t requirement = rung_find_requirement(table->role->rules, cut(&line, '|'));
    assert_int_not_equal(requirement, SIZE_MAX);
    rung_change change = rung_change_for(table->arena, table->card, table->answers,
                                         table->card->target, requirement);
    const char *found = change.end == RUNG_CHANGE_NONE        ? "none"
                        : change.end == RUNG_CHANGE_NOT_FOUND ? "?"
                                                              : "";
    for (size_t i = 0; i < change.count; i++) {
        const rung_question *question = &content->questions[change.answers[i].question];
        found = rung_format(table->arena, "%s%s=%s ", found, question->id,
                            rung_answer_write(table->arena, question, change.answers[i].answer));
    }
    if (change.end == RUNG_CHANGE_FOUND)
        found = rung_format(table->arena, "%s%s%s", found, number(table, change.steps),
                            change.smallest ? "" : " perhaps");
    expect(table, found, line);
}

static void check_lift(struct table *table, rung_text line)
{
    const rung_rules *rules = table->role->rules;
    give(table, cut(&line, '|'));
    rung_text verdict = cut(&line, '|');
    rung_verdict_lift lift = rung_verdict_lift_for(table->arena, rules, table->card->aim);
    const char *found = rung_format(table->arena, "%s | ", rules->verdicts[lift.then].id);
    for (size_t i = 0; i < lift.count; i++)
        found = rung_format(table->arena, "%s%s=%s ", found,
                            rules->requirements[lift.lifts[i].requirement].id,
                            number(table, lift.lifts[i].to));
    found = rung_format(table->arena, "%s%s%s", found, number(table, lift.levels),
                        lift.cheapest ? "" : " perhaps");
    expect(table, found,
           rung_text_of(rung_format(table->arena, "%.*s | %.*s", (int)verdict.size, verdict.at,
                                    (int)line.size, line.at)));
}

/* --- All cases ------------------------------------------------------------------------------- */
static const struct {
    const char *name;
    void (*check)(struct table *table, rung_text line);
} kinds[] = {{"near", check_near}, {"change", check_change}, {"lift", check_lift}};

static void check_line(struct table *table, rung_text line)
{
    table->line = rung_copy(table->arena, line);
    rung_text name = cut(&line, ' ');
    for (size_t i = 0; i < RUNG_COUNT(kinds); i++)
        if (rung_text_is(name, kinds[i].name)) {
            kinds[i].check(table, line);
            return;
        }
    fail_msg("%s: what is that?", table->line);
}

static void read_cases(void *ctx)
{
    struct table *table = ctx;
    rung_text whole = test_read(RUNG_TEST_DATA "/counterfactual/cases.txt"), rest = whole;
    while (rest.size) {
        const char *end = memchr(rest.at, '\n', rest.size);
        rung_text line = {rest.at, (size_t)(end - rest.at)};
        rest = (rung_text){end + 1, rest.size - line.size - 1};
        if (line.size && *line.at != '#')
            check_line(table, line);
    }
    test_drop(whole);
}

static test_load load_role(const char *questionnaire, const char *rules)
{
    test_load load = {.questionnaire = {questionnaire, test_read(questionnaire)},
                      .rules = {rules, test_read(rules)}};
    test_load_role(&load);
    assert_int_equal(load.status, RUNG_OK);
    return load;
}

static void release(test_load *load)
{
    test_release(load);
    test_drop(load->questionnaire.text);
    test_drop(load->rules.text);
}

static const char small_questionnaire[] = RUNG_TEST_DATA "/counterfactual/small.questionnaire.yaml";
static const char small_rules[] = RUNG_TEST_DATA "/counterfactual/small.rules.yaml";

static void cases_are_as_on_paper(void **state)
{
    (void)state;
    test_load load = load_role(small_questionnaire, small_rules);
    rung_arena arena = {0};
    struct table table = {.arena = &arena, .role = load.role};
    assert_int_equal(rung_guard(&arena, read_cases, &table), RUNG_OK);
    assert_true(table.checked > 40);
    rung_arena_release(&arena);
    release(&load);
}

/* --- Memory ---------------------------------------------------------------------------------- */
static void everything_once(void *ctx)
{
    struct table *table = ctx;
    give(table, RUNG_TEXT("aim=low place=town skill=0 sure=no deep=1 jobs=2"));
    for (size_t i = 0; i < table->card->gap_count; i++) {
        rung_change_for(table->arena, table->card, table->answers, table->card->target,
                        table->card->gaps[i]);
        rung_trace_new(table->arena, table->card, table->card->target, table->card->gaps[i]);
    }
    rung_verdict_lift_for(table->arena, table->role->rules, table->card->aim);
}

static size_t calls_with_failure_at(const rung_role *role, size_t at)
{
    test_memory memory;
    test_memory_init(&memory, at);
    rung_arena arena;
    rung_arena_init(&arena, &memory.hook);
    struct table table = {.arena = &arena, .role = role};
    rung_status status = rung_guard(&arena, everything_once, &table);
    assert_int_equal(status, at ? RUNG_NO_MEMORY : RUNG_OK);
    rung_arena_release(&arena);
    assert_int_equal(memory.alive, 0);
    return memory.calls;
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    test_load load = load_role(small_questionnaire, small_rules);
    size_t calls = calls_with_failure_at(load.role, 0), step = calls / 300 + 1;
    assert_true(calls > 20);
    for (size_t at = 1; at <= calls; at += at < 100 ? 1 : step)
        calls_with_failure_at(load.role, at);
    release(&load);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases_are_as_on_paper),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("counterfactual", tests, NULL, NULL);
}
