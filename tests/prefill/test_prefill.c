/* What is proposed from resumes, by the cases of cases.txt, and when memory runs out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json/json.h"
#include "prefill/prefill.h"
#include "support/memory.h"

static const int64_t june_2024 = INT64_C(1718409600000);

static char questionnaire_yaml[8192];

static void read_questionnaire(void)
{
    FILE *file = fopen(RUNG_TEST_DATA "/prefill/questionnaire.yaml", "r");
    assert_non_null(file);
    size_t size = fread(questionnaire_yaml, 1, sizeof questionnaire_yaml - 1, file);
    assert_true(size > 0 && size < sizeof questionnaire_yaml - 1);
    questionnaire_yaml[size] = '\0';
    fclose(file);
}

/* --- One resume ------------------------------------------------------------------------------ */

typedef struct proposing {
    rung_arena arena;
    const char *json;
    char *result; /* the lines of a case that are expected */
    bool valid;
} proposing;

static const rung_questionnaire *load(rung_arena *arena)
{
    rung_source *source = rung_new(arena, rung_source);
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, arena);
    *source = (rung_source){"questionnaire.yaml", rung_text_of(questionnaire_yaml)};
    const rung_questionnaire *content = rung_questionnaire_load(arena, source, &diagnostics);
    for (size_t i = 0; i < diagnostics.list.count && !content; i++)
        print_error("%s\n", diagnostics.list.at[i].message);
    assert_non_null(content);
    return content;
}

static void describe(proposing *p, const rung_questionnaire *content, const rung_resume *resume)
{
    for (size_t q = 0; q < content->question_count; q++) {
        const rung_proposal *proposal = &resume->proposals[q];
        const rung_question *question = &content->questions[q];
        if (!proposal->any)
            continue;
        assert_true(!proposal->answer.given || rung_answer_in_domain(question, proposal->answer));
        p->result = rung_format(
            &p->arena, "%s> %s=%s: %s\n", p->result, question->id,
            proposal->answer.given ? rung_answer_write(&p->arena, question, proposal->answer) : "?",
            proposal->origin);
    }
    for (size_t i = 0; i < resume->remark_count; i++)
        p->result = rung_format(&p->arena, "%s~ %s\n", p->result, resume->remarks[i]);
}

static void propose(void *ctx)
{
    proposing *p = ctx;
    rung_resume resume;
    rung_diagnostics diagnostics;
    const rung_questionnaire *content = load(&p->arena);
    rung_source source = {"resume.json", rung_text_of(p->json)};
    rung_diagnostics_init(&diagnostics, &p->arena);
    const rung_datum *datum = rung_json_read(&p->arena, &source, &diagnostics);
    assert_non_null(datum);
    p->result = rung_copy(&p->arena, RUNG_TEXT(""));
    p->valid = rung_prefill_from_resume(&p->arena, content, datum, june_2024, &resume) == RUNG_OK;
    if (p->valid)
        describe(p, content, &resume);
    else
        p->result = rung_format(&p->arena, "! %s\n", resume.problem);
}

/* --- Cases ----------------------------------------------------------------------------------- */

typedef struct cases {
    char title[512], json[8192], expected[4096];
    size_t count, line;
} cases;

static void add(char *to, size_t room, const char *line)
{
    size_t size = strlen(to);
    assert_true(size + strlen(line) + 2 < room);
    snprintf(to + size, room - size, "%s\n", line);
}

static void check(cases *c)
{
    if (!*c->title)
        return;
    proposing p = {.json = c->json};
    rung_arena_init(&p.arena, NULL);
    assert_int_equal(rung_guard(&p.arena, propose, &p), RUNG_OK);
    if (strcmp(p.result, c->expected) != 0)
        fail_msg("cases.txt:%zu: %s: came out\n%s", c->line, c->title, p.result);
    rung_arena_release(&p.arena);
    c->count++;
}

static void resumes_propose_by_the_cases(void **state)
{
    (void)state;
    static cases c;
    char line[512];
    FILE *file = fopen(RUNG_TEST_DATA "/prefill/cases.txt", "r");
    assert_non_null(file);
    read_questionnaire();
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        c.line++;
        if (strncmp(line, "==", 2) == 0) {
            check(&c);
            snprintf(c.title, sizeof c.title, "%s", line + 3);
            c.json[0] = c.expected[0] = '\0';
        } else if (line[0] && strchr(">~!", line[0])) {
            add(c.expected, sizeof c.expected, line);
        } else if (line[0] && line[0] != '#') {
            add(c.json, sizeof c.json, line);
        }
    }
    check(&c);
    fclose(file);
    assert_true(c.count > 18);
}

/* --- Limits ---------------------------------------------------------------------------------- */

static void resumes_have_limits(void **state)
{
    (void)state;
    enum { ROOM = 4 * 1024 * 1024 };
    char *json = malloc(ROOM);
    assert_non_null(json);
    read_questionnaire();
    for (size_t items = RUNG_RESUME_MAX_ITEMS; items <= RUNG_RESUME_MAX_ITEMS + 1; items++) {
        size_t size = (size_t)snprintf(json, ROOM, "{\"work\": [{}");
        for (size_t i = 1; i < items; i++)
            size += (size_t)snprintf(json + size, ROOM - size, ",{}");
        snprintf(json + size, ROOM - size, "]}");
        proposing p = {.json = json};
        rung_arena_init(&p.arena, NULL);
        assert_int_equal(rung_guard(&p.arena, propose, &p), RUNG_OK);
        assert_int_equal(p.valid, items == RUNG_RESUME_MAX_ITEMS);
        rung_arena_release(&p.arena);
    }
    /* A text of megabytes: what stands behind the limit is not looked at. */
    size_t size = (size_t)snprintf(json, ROOM, "{\"skills\": [{\"name\": \"Epic ");
    memset(json + size, '\'', ROOM - size);
    snprintf(json + ROOM - 20, 20, " records\"}]}");
    proposing p = {.json = json};
    rung_arena_init(&p.arena, NULL);
    assert_int_equal(rung_guard(&p.arena, propose, &p), RUNG_OK);
    assert_true(p.valid && strlen(p.result) < 200);
    rung_arena_release(&p.arena);
    free(json);
}

/* The N-th allocation fails, for every N. */
static void memory_may_run_out(void **state)
{
    (void)state;
    rung_status status = RUNG_NO_MEMORY;
    size_t failures = 0;
    read_questionnaire();
    for (size_t n = 1; status == RUNG_NO_MEMORY && n < 2000; n++) {
        test_memory memory;
        proposing p = {.json =
                           "{\"work\": [{\"position\": \"Ward\", \"startDate\": \"2019-13\"}]}"};
        test_memory_init(&memory, n);
        rung_arena_init(&p.arena, &memory.hook);
        status = rung_guard(&p.arena, propose, &p);
        rung_arena_release(&p.arena);
        assert_int_equal(memory.alive, 0);
        failures += status == RUNG_NO_MEMORY;
    }
    assert_int_equal(status, RUNG_OK);
    assert_true(failures > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(resumes_propose_by_the_cases),
        cmocka_unit_test(resumes_have_limits),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
