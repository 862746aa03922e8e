/* The state of each question, decided in file order. */
#include "answers/answers_private.h"

/* The arrays of a sheet while it is being made. */
struct making {
    rung_question_state *states;
    rung_bounds_cell *cells;
    bool *unknown;
    rung_condition_failure *failures;
};

static size_t largest_scratch(const rung_questionnaire *questionnaire)
{
    size_t most = 0;
    for (size_t i = 0; i < questionnaire->section_count + questionnaire->question_count; i++) {
        const rung_program *when =
            i < questionnaire->section_count
                ? questionnaire->sections[i].when
                : questionnaire->questions[i - questionnaire->section_count].when;
        size_t scratch = when ? rung_program_scratch(when) : 0;
        most = scratch > most ? scratch : most;
    }
    return most;
}

static struct rung_walk *new_walk(rung_arena *arena, const rung_questionnaire *questionnaire)
{
    struct rung_walk *walk = rung_new(arena, struct rung_walk);
    size_t variables = questionnaire->question_count + 1; /* and `rung` */
    walk->values = rung_new_array(arena, rung_cell, variables);
    walk->bounds = rung_new_array(arena, rung_bounds_cell, variables);
    walk->marked = rung_new_array(arena, bool, variables);
    walk->rank = rung_new_array(arena, uint32_t, variables);
    walk->budget = RUNG_MAX_STEPS;
    walk->scratch_size = largest_scratch(questionnaire);
    walk->scratch = rung_alloc(arena, walk->scratch_size);
    return walk;
}

static rung_question_state decide(answers_asked asked, const rung_answer *answer)
{
    if (!asked.can_be_asked)
        return RUNG_NOT_ASKED;
    if (asked.can_be_unasked)
        return RUNG_UNDECIDED;
    return answer->given ? RUNG_ANSWERED : RUNG_UNANSWERED;
}

/* What is known of a question's value in its state. */
static rung_bounds_cell cell_of(const rung_question *question, rung_question_state state,
                                const rung_answer *answer)
{
    rung_bounds_cell cell;
    if (state == RUNG_ANSWERED)
        return (rung_bounds_cell){.known = true, .cell = answer->value};
    if (state == RUNG_NOT_ASKED && !question->unasked_unknown)
        return (rung_bounds_cell){.known = true, .cell = question->unasked};
    cell = answers_domain_bounds(question);
    if (state == RUNG_UNDECIDED && !question->unasked_unknown)
        answers_bounds_add(question, &cell, question->unasked);
    return cell;
}

static void resolve(rung_arena *arena, const rung_sheet *sheet, struct making *making, size_t q,
                    const rung_answer *answer)
{
    const rung_question *question = &sheet->questionnaire->questions[q];
    const rung_section *section = &sheet->questionnaire->sections[question->section];
    answers_asked asked = {.can_be_asked = true};

    if (question->when || section->when)
        asked = answers_is_asked(arena, sheet, q);
    making->failures[q] = asked.failure;
    making->states[q] = decide(asked, answer);
    making->cells[q] = cell_of(question, making->states[q], answer);
    making->unknown[q] = !making->cells[q].known;
    sheet->walk->bounds[q] = making->cells[q];
    sheet->walk->values[q] = making->cells[q].cell;
}

const rung_sheet *rung_sheet_new(rung_arena *arena, const rung_answers *answers)
{
    const rung_questionnaire *questionnaire = rung_answers_questionnaire(answers);
    size_t count = questionnaire->question_count;
    struct making making = {
        rung_new_array(arena, rung_question_state, count),
        rung_new_array(arena, rung_bounds_cell, count + 1),
        rung_new_array(arena, bool, count),
        rung_new_array(arena, rung_condition_failure, count),
    };
    rung_sheet *sheet = rung_new(arena, rung_sheet);

    *sheet = (rung_sheet){questionnaire,  making.states,   making.cells,
                          making.unknown, making.failures, new_walk(arena, questionnaire)};
    making.cells[count] = (rung_bounds_cell){.known = true};
    sheet->walk->bounds[count] = making.cells[count];
    for (size_t q = 0; q < count; q++)
        resolve(arena, sheet, &making, q, rung_answers_get(answers, q));
    return sheet;
}
