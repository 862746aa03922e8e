/* Which answers hold for another version of a question: by the table in cases.txt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "carry/carry.h"
#include "support/memory.h"

static const char head[] = "format: rung-questionnaire/1\n"
                           "id: q\n"
                           "title: T\n"
                           "language: en\n"
                           "scales:\n"
                           "  levels: &levels\n"
                           "    - {value: 0, label: None}\n"
                           "    - {value: 1, label: Some}\n"
                           "    - {value: 2, label: Much}\n"
                           "  again: *levels\n"
                           "  worded:\n"
                           "    - {value: 0, label: None}\n"
                           "    - {value: 1, label: A bit}\n"
                           "    - {value: 2, label: Much}\n"
                           "  longer:\n"
                           "    - {value: 0, label: None}\n"
                           "    - {value: 1, label: Some}\n"
                           "    - {value: 2, label: Much}\n"
                           "    - {value: 3, label: All}\n"
                           "sections:\n"
                           "  - id: s\n"
                           "    title: S\n"
                           "    questions:\n"
                           "      - id: it\n";

typedef struct side {
    char yaml[4096];
    size_t size;
} side;

static void side_begin(side *s)
{
    s->size = sizeof head - 1;
    memcpy(s->yaml, head, sizeof head);
}

static void side_add(side *s, const char *line)
{
    int written = snprintf(s->yaml + s->size, sizeof s->yaml - s->size, "        %s\n", line);
    s->size += (size_t)written;
    assert_true(s->size < sizeof s->yaml);
}

/* One answer, compared in an arena of its own. */
typedef struct comparison {
    rung_arena arena;
    const side *before, *after;
    const char *answer;
    char *result;
} comparison;

static const rung_question *load(comparison *c, const side *s, const char *name)
{
    rung_source *source = rung_new(&c->arena, rung_source);
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &c->arena);
    *source = (rung_source){name, {s->yaml, s->size}};
    const rung_questionnaire *questionnaire =
        rung_questionnaire_load(&c->arena, source, &diagnostics);
    for (size_t i = 0; i < diagnostics.list.count && !questionnaire; i++)
        print_error("%s: %s\n", name, diagnostics.list.at[i].message);
    assert_non_null(questionnaire);
    return &questionnaire->questions[0];
}

static void compare(void *ctx)
{
    comparison *c = ctx;
    const rung_question *from = load(c, c->before, "before"), *to = load(c, c->after, "after");
    const char *problem;
    rung_answer answer;
    assert_int_equal(rung_answer_parse(&c->arena, from, rung_text_of(c->answer), &answer, &problem),
                     RUNG_OK);
    rung_carried carried = rung_carry(&c->arena, from, to, answer);
    const char *fits = carried.fits ? rung_answer_write(&c->arena, to, carried.answer) : "";
    if (carried.reason == RUNG_CARRY_SAME)
        c->result = rung_format(&c->arena, *fits ? "same %s" : "same", fits);
    else
        c->result = rung_format(&c->arena, carried.fits ? "%s (fits %s)" : "%s",
                                rung_carry_words(&c->arena, &carried), fits);
}

typedef struct tables {
    side before, after;
    bool changed; /* there are lines of the question after */
    char title[256];
    size_t answers, line;
} tables;

static void check(tables *t, char *line)
{
    char *arrow = strstr(line, " -> ");
    assert_non_null(arrow);
    *arrow = '\0';
    comparison c = {
        .before = &t->before, .after = t->changed ? &t->after : &t->before, .answer = line};
    rung_arena_init(&c.arena, NULL);
    assert_int_equal(rung_guard(&c.arena, compare, &c), RUNG_OK);
    if (strcmp(c.result, arrow + 4) != 0)
        fail_msg("cases.txt:%zu: %s: %s came out", t->line, t->title, c.result);
    rung_arena_release(&c.arena);
    t->answers++;
}

static void read_line(tables *t, char *line)
{
    line[strcspn(line, "\n")] = '\0';
    t->line++;
    if (strncmp(line, "== ", 3) == 0) {
        snprintf(t->title, sizeof t->title, "%s", line + 3);
        side_begin(&t->before);
        side_begin(&t->after);
        t->changed = false;
    } else if (line[0] == '-') {
        side_add(&t->before, line + 2);
    } else if (line[0] == '+') {
        t->changed = true;
        side_add(&t->after, line + 2);
    } else if (line[0] == '=') {
        check(t, line + 2);
    } else {
        assert_true(line[0] == '\0' || line[0] == '#');
    }
}

static void answers_hold_by_the_table(void **state)
{
    (void)state;
    static tables t;
    char line[256];
    FILE *file = fopen(RUNG_TEST_DATA "/carry/cases.txt", "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file))
        read_line(&t, line);
    fclose(file);
    assert_true(t.answers > 25);
}

/* The N-th allocation fails, for every N. */
static void memory_may_run_out(void **state)
{
    (void)state;
    static side before, after;
    side_begin(&before);
    side_begin(&after);
    side_add(&before, "type: text");
    side_add(&before, "ask: Tell.");
    side_add(&after, "type: text");
    side_add(&after, "ask: Tell.");
    rung_status status = RUNG_NO_MEMORY;
    size_t failures = 0;
    for (size_t n = 1; status == RUNG_NO_MEMORY && n < 1000; n++) {
        test_memory memory;
        test_memory_init(&memory, n);
        comparison c = {.before = &before, .after = &after, .answer = "Words."};
        rung_arena_init(&c.arena, &memory.hook);
        status = rung_guard(&c.arena, compare, &c);
        rung_arena_release(&c.arena);
        assert_int_equal(memory.alive, 0);
        failures += status == RUNG_NO_MEMORY;
    }
    assert_int_equal(status, RUNG_OK);
    assert_true(failures > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_hold_by_the_table),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
