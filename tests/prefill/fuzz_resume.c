/* Reads arbitrary bytes as JSON, and that as a resume: whatever it holds, what is proposed lies in
 * the domain of its question and says where it comes from. */
#include "json/json.h"
#include "prefill/prefill.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char asked[] =
    "format: rung-questionnaire/1\n"
    "id: resume\n"
    "title: Resume\n"
    "scales: {practice: [{value: 0, label: Never}, {value: 4, label: Often}]}\n"
    "sections:\n"
    "  - id: all\n"
    "    questions:\n"
    "      - {id: degree, type: choice, ask: Which?, resume: education, resume-pick: last,\n"
    "         options: [{id: a, label: A, resume: [diploma, BA]}, {id: b, label: B, resume: "
    "[a]}]}\n"
    "      - {id: papers, type: choices, ask: Which?, resume: certificates,\n"
    "         options: [{id: a, label: A, resume: [CPR, a]}, {id: b, label: B, resume: [b]}]}\n"
    "      - {id: years, type: number, min: 0, max: 9, integer: true, ask: Years?, resume: work,\n"
    "         resume-match: [a, nurse]}\n"
    "      - {id: share, type: number, min: 0.5, max: 60, ask: Years?, resume: work,\n"
    "         resume-match: [a, nurse]}\n"
    "      - {id: epic, type: scale, scale: practice, ask: How?, resume: skills,\n"
    "         resume-match: [epic, a]}\n"
    "      - {id: spanish, type: yes-no, ask: Spanish?, resume: languages,\n"
    "         resume-match: [\"espa\xC3\xB1ol\", a]}\n";
static const rung_source questions = {"questions", {asked, sizeof asked - 1}};

static void must(bool condition)
{
    if (!condition)
        abort();
}

static void check(const rung_questionnaire *to, const rung_resume *resume)
{
    for (size_t q = 0; q < to->question_count; q++) {
        const rung_proposal *one = &resume->proposals[q];
        must(!one->any || (one->origin && rung_utf8_valid(rung_text_of(one->origin))));
        must(one->any || !one->answer.given);
        must(!one->answer.given || rung_answer_in_domain(&to->questions[q], one->answer));
    }
    for (size_t i = 0; i < resume->remark_count; i++)
        must(rung_utf8_valid(rung_text_of(resume->remarks[i])));
}

struct input {
    rung_arena arena;
    rung_source source;
};

static void read_resume(void *ctx)
{
    enum { NOW = 1718409600 }; /* 15 June 2024 */
    struct input *input = ctx;
    rung_diagnostics diagnostics;
    rung_resume resume;
    rung_diagnostics_init(&diagnostics, &input->arena);
    const rung_questionnaire *to = rung_questionnaire_load(&input->arena, &questions, &diagnostics);
    must(to != NULL);
    const rung_datum *datum = rung_json_read(&input->arena, &input->source, &diagnostics);
    if (!datum)
        return;
    rung_status status =
        rung_prefill_from_resume(&input->arena, to, datum, INT64_C(1000) * NOW, &resume);
    must((status == RUNG_OK) == !resume.problem);
    if (status == RUNG_OK)
        check(to, &resume);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = {.source = {"fuzz", {(const char *)data, size}}};
    rung_guard(&input.arena, read_resume, &input);
    rung_arena_release(&input.arena);
    return 0;
}
