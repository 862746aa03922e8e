/* Reads arbitrary bytes as YAML, as a questionnaire, alone and with rules about it, and as rules
 * about a small questionnaire. */
#include "content/content.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char small_text[] =
    "format: rung-questionnaire/1\n"
    "id: every-key\n"
    "title: Small\n"
    "scales: {practice: [{value: 0, label: Never}, {value: 4, label: Often}]}\n"
    "sections:\n"
    "  - id: all\n"
    "    questions:\n"
    "      - {id: goal, type: choice, ask: What?, required: true,\n"
    "         options: [{id: junior, label: J}, {id: lead-of-all, label: L}]}\n"
    "      - {id: tools, type: choices, ask: Which?,\n"
    "         options: [{id: phone, label: P, points: 1}, {id: chat, label: C}]}\n"
    "      - {id: calls, type: scale, scale: practice, ask: How often?}\n"
    "      - {id: years, type: number, min: 0, max: 9, integer: true, ask: Years?}\n"
    "      - {id: share, type: number, min: 0, max: 1, ask: Which part?}\n"
    "      - {id: alone, type: yes-no, ask: Alone?}\n";
static const rung_source small = {"small", {small_text, sizeof small_text - 1}};

static const char rules_text[] =
    "format: rung-rules/1\n"
    "id: small\n"
    "title: Small\n"
    "questionnaire: every-key\n"
    "target: goal\n"
    "rungs: [{id: junior, title: J}, {id: lead-of-all, title: L}]\n"
    "dimensions: [{id: all, title: All, weight: 1}]\n"
    "verdicts: [{id: done, title: Done}]\n"
    "requirements:\n"
    "  - {id: calls, title: C, dimension: all, importance: 3, target: {junior: 2},\n"
    "     attained: 'calls + points(tools) > 1.5 || alone ? 2 : years'}\n";
static const rung_source small_rules = {"small", {rules_text, sizeof rules_text - 1}};

struct input {
    rung_arena arena;
    rung_source source;
};

static void must(bool condition)
{
    if (!condition)
        abort();
}

static void show(const rung_diagnostics *diagnostics)
{
    rung_buffer shown;
    rung_buffer_init(&shown, NULL);
    for (size_t i = 0; i < diagnostics->list.count; i++)
        rung_write_diagnostic(&shown.sink, &diagnostics->list.at[i]);
    rung_buffer_release(&shown);
}

static void read_yaml(void *ctx)
{
    struct input *input = ctx;
    rung_diagnostics diagnostics;
    rung_file_head head;
    rung_diagnostics_init(&diagnostics, &input->arena);
    const rung_datum *datum = rung_yaml_read(&input->arena, &input->source, &diagnostics);
    must(!datum == (diagnostics.errors > 0));
    rung_file_head_read(&input->arena, &input->source, &diagnostics, &head);
    show(&diagnostics);
}

static void read_questionnaire(void *ctx)
{
    struct input *input = ctx;
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &input->arena);
    const rung_questionnaire *questionnaire =
        rung_questionnaire_load(&input->arena, &input->source, &diagnostics);
    must(!questionnaire == (diagnostics.errors > 0));
    show(&diagnostics);
}

static void read_role(struct input *input, const rung_source *questionnaire,
                      const rung_source *rules)
{
    rung_role *role = NULL;
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &input->arena);
    rung_status status = rung_role_load(&role, NULL, questionnaire, rules, &diagnostics);
    must((status == RUNG_OK) == (diagnostics.errors == 0) && !role == (status != RUNG_OK));
    show(&diagnostics);
    rung_role_free(role);
}

static void read_with_rules(void *ctx)
{
    struct input *input = ctx;
    read_role(input, &input->source, &small_rules);
}

static void read_rules(void *ctx)
{
    struct input *input = ctx;
    read_role(input, &small, &input->source);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static void (*const readers[])(void *) = {read_yaml, read_questionnaire, read_with_rules,
                                              read_rules};
    for (size_t i = 0; i < RUNG_COUNT(readers); i++) {
        struct input input = {.source = {"fuzz", {(const char *)data, size}}};
        rung_guard(&input.arena, readers[i], &input);
        rung_arena_release(&input.arena);
    }
    return 0;
}
