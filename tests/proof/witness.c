/* Whether the answers of a finding show what it says. */
#include "answers/answers.h"
#include "proof/cases.h"
#include "scoring/scoring.h"

#include <stdio.h>
#include <string.h>

struct showing {
    proof_run *run;
    const rung_diagnostic *diagnostic;
    const char *problem; /* NULL: it shows it */
};

/* --- What each code claims ------------------------------------------------------------------- */

static bool is_never_met(const rung_requirement_score *one)
{
    return one->applies && one->target > 0 && one->gap.low > 0;
}

static bool is_an_essential_gap(const rung_requirement_score *one)
{
    return one->applies && one->need == RUNG_ESSENTIAL && one->gap.high > 0;
}

static bool is_open(const rung_requirement_score *one)
{
    return one->applies && one->attained.low < one->attained.high;
}

static const struct {
    const char *code;
    bool (*shows)(const rung_requirement_score *one);
} claims[] = {{"RG0707", is_never_met}, {"RG0715", is_an_essential_gap}, {"RG0717", is_open}};

/* At the rung aimed at, or at one that the message names. */
static bool is_shown(const rung_scorecard *card, const rung_diagnostic *diagnostic,
                     bool (*shows)(const rung_requirement_score *one))
{
    const rung_rules *rules = card->role->rules;
    for (size_t rung = 0; rung < rules->rung_count; rung++) {
        char name[PATH_LENGTH];
        snprintf(name, sizeof name, "`%s`", rules->rungs[rung].id);
        if (!(card->target_known && rung == card->target) && !strstr(diagnostic->message, name))
            continue;
        for (size_t r = 0; r < rules->requirement_count; r++)
            if (strcmp(rules->requirements[r].id, diagnostic->subject) == 0 &&
                shows(&card->ladder[rung].requirements[r]))
                return true;
    }
    return false;
}

/* --- An expression that fails ---------------------------------------------------------------- */

enum { PROGRAMS = 512 };

static size_t all_programs(const rung_role *role, const rung_program **out)
{
    const rung_questionnaire *questionnaire = role->questionnaire;
    const rung_rules *rules = role->rules;
    size_t count = 0;
    for (size_t i = 0; i < questionnaire->section_count; i++)
        out[count++] = questionnaire->sections[i].when;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        out[count++] = questionnaire->questions[i].when;
    for (size_t i = 0; i < rules->requirement_count; i++) {
        const rung_requirement *one = &rules->requirements[i];
        const rung_program *own[] = {one->when, one->target, one->need, one->attained};
        memcpy(out + count, own, sizeof own);
        count += RUNG_COUNT(own);
    }
    for (size_t i = 0; i < rules->action_count; i++) {
        out[count++] = rules->actions[i].when;
        out[count++] = rules->actions[i].done_when;
    }
    for (size_t i = 0; i < rules->note_count; i++)
        out[count++] = rules->notes[i].when;
    out[count++] = rules->target;
    assert_true(count <= PROGRAMS);
    return count;
}

/* The expression at the place that the diagnostic shows. */
static const rung_program *program_at(const rung_role *role, const rung_span *span)
{
    const rung_program *programs[PROGRAMS];
    size_t count = all_programs(role, programs);
    for (size_t i = 0; i < count; i++) {
        rung_span at = programs[i] ? rung_program_span(programs[i]) : (rung_span){0};
        if (at.source == span->source && at.start == span->start && at.end == span->end)
            return programs[i];
    }
    return NULL;
}

static bool text_fails(rung_arena *arena, const rung_sheet *sheet, const rung_role *role,
                       const rung_program *program, size_t rung)
{
    rung_bounds bounds;
    size_t count = role->questionnaire->question_count;
    rung_bounds_cell *cells = rung_new_array(arena, rung_bounds_cell, count + 1);
    memcpy(cells, sheet->cells, count * sizeof *cells);
    cells[count] = (rung_bounds_cell){.known = true, .cell = {.i = (int64_t)rung}};
    rung_eval_bounds(program, cells, rung_alloc(arena, role->scratch), &bounds);
    return bounds.can_fail;
}

/* At some rung. */
static bool fails(rung_arena *arena, const rung_sheet *sheet, const rung_role *role,
                  const rung_program *program)
{
    bool text = rung_program_type(program).base == RUNG_TYPE_STRING, found = false;
    for (size_t rung = 0; rung < role->rules->rung_count && !found; rung++)
        found = text ? text_fails(arena, sheet, role, program, rung)
                     : rung_over_completions(arena, sheet, program, rung, 0, 0).can_fail;
    return found;
}

/* --- Looking at them ------------------------------------------------------------------------- */

static const char *problem_of(rung_arena *arena, const rung_role *role, const rung_sheet *sheet,
                              const rung_diagnostic *diagnostic)
{
    const char *code = diagnostic->kind->code;
    if (strcmp(code, "RG0716") == 0) {
        const rung_program *program = program_at(role, &diagnostic->span);
        return program && fails(arena, sheet, role, program) ? NULL : "it does not fail";
    }
    const rung_scorecard *card = rung_scorecard_new(arena, role, sheet);
    for (size_t i = 0; i < RUNG_COUNT(claims); i++)
        if (strcmp(code, claims[i].code) == 0)
            return is_shown(card, diagnostic, claims[i].shows) ? NULL : "they do not show it";
    return "this code has no witnesses";
}

static void show_body(void *ctx)
{
    struct showing *showing = ctx;
    rung_arena *arena = &showing->run->arena;
    const rung_role *role = showing->run->load.role;
    rung_source source = {"witness", rung_text_of(showing->diagnostic->witness)};
    rung_memory memory = rung_arena_memory(arena);
    rung_diagnostics wrong;
    rung_answers *answers;
    rung_diagnostics_init(&wrong, arena);
    const rung_datum *map = rung_yaml_read(arena, &source, &wrong);
    if (rung_answers_new(&answers, &memory, role->questionnaire) != RUNG_OK)
        rung_out_of_memory(arena);
    if (!map || rung_answers_from_datum(answers, map, &wrong) != RUNG_OK) {
        showing->problem = "they do not load";
        return;
    }
    const rung_sheet *sheet = rung_sheet_new(arena, answers);
    for (size_t q = 0; q < role->questionnaire->question_count; q++)
        if (rung_answers_get(answers, q)->given && sheet->states[q] != RUNG_ANSWERED)
            showing->problem = "they answer what is not asked for sure";
    if (!showing->problem)
        showing->problem = problem_of(arena, role, sheet, showing->diagnostic);
}

void proof_check_witness(proof_run *run, const rung_diagnostic *diagnostic)
{
    struct showing showing = {run, diagnostic, NULL};
    assert_int_equal(rung_guard(&run->arena, show_body, &showing), RUNG_OK);
    if (showing.problem)
        proof_complain("%s of %s: answers %s: %s", diagnostic->kind->code, diagnostic->subject,
                       diagnostic->witness, showing.problem);
}
