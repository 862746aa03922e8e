/* The smallest change of answers that closes a gap: sets of questions by their size, and for each
 * set the values that the rules can tell apart, nearest first. Every trial is a sheet of its own,
 * so that nothing is decided otherwise here than in a score. */
#include "counterfactual/counterfactual.h"

#include <math.h>

enum {
    MOST_VALUES = 4096, /* of one question */
    MOST_STEPS_OF_VISIT = 64 * 1024,
    STEPS_OF_BOUNDS = 1024 * 1024, /* what they may take, as the others are counted */
    STEPS_OF_QUESTION = 4,         /* to decide its state */
};

struct search {
    rung_arena *arena;
    const rung_scorecard *card;
    const rung_program *attained;
    size_t rung;
    double target;
    rung_answers *trial;         /* the person's answers with the change being tried */
    const rung_answers *answers; /* the person's */
    const size_t *questions;     /* that may be changed and matter, in file order */
    const rung_near_values *values;
    size_t count;
    bool all; /* no value is left out anywhere */
    size_t steps;
    bool exhausted;
    /* Sets of one size. */
    size_t size;
    size_t *chosen;   /* indices into `questions` */
    rung_cell *cells; /* the values being tried, one a chosen question */
    bool found;
    double best_steps;
    size_t *best; /* as chosen and cells */
    rung_cell *best_cells;
};

/* --- One trial -------------------------------------------------------------------------------
 * Completions are visited one by one, until one of them says enough. Where there are too many the
 * bounds of the score say it. */
struct trial {
    rung_arena arena;
    struct search *search;
    void *scratch;
    bool wanted; /* a completion is looked for that reaches the target; else one that does not */
    bool rough;  /* where there are too many it may be so: that is answer enough */
    bool seen;
};

static bool reaches(const struct search *search, double attained)
{
    return search->target - attained < RUNG_EPSILON;
}

/* What fails counts as 0 and as 4: it may reach the target, and it may not. */
static bool is_wanted(const struct trial *trial, const rung_cell *cells)
{
    double attained;
    rung_eval_error error =
        rung_eval_number(trial->search->attained, cells, trial->scratch, &attained);
    return error || isnan(attained) || reaches(trial->search, attained) == trial->wanted;
}

static bool visit(void *ctx, const rung_cell *cells)
{
    struct trial *trial = ctx;
    trial->seen = is_wanted(trial, cells);
    return !trial->seen;
}

static bool is_in_bounds(struct trial *trial, const rung_sheet *sheet)
{
    struct search *search = trial->search;
    rung_outcome outcome = rung_over_completions(&trial->arena, sheet, search->attained,
                                                 search->rung, 0, RUNG_HIGHEST_LEVEL);
    search->steps += STEPS_OF_BOUNDS;
    return trial->wanted ? reaches(search, outcome.high) : !reaches(search, outcome.low);
}

static void look(void *ctx)
{
    struct trial *trial = ctx;
    struct search *search = trial->search;
    const rung_sheet *sheet = rung_sheet_new(&trial->arena, search->trial);
    trial->scratch = rung_alloc(&trial->arena, rung_program_scratch(search->attained));
    rung_visit walk = {
        .programs = &search->attained,
        .program_count = 1,
        .rung = search->rung,
        .most_steps = MOST_STEPS_OF_VISIT,
        .visit = visit,
        .ctx = trial,
    };
    rung_visit_completions(&trial->arena, sheet, &walk);
    search->steps += walk.steps + STEPS_OF_QUESTION * sheet->questionnaire->question_count;
    if (walk.end == RUNG_VISIT_TOO_MANY)
        trial->seen = trial->rough || is_in_bounds(trial, sheet);
}

/* Whether, with the answers in search->trial, some completion reaches the target (or does not). */
static bool some_completion(struct search *search, bool reaching, bool rough)
{
    struct trial trial = {.search = search, .wanted = reaching, .rough = rough};
    rung_arena_init(&trial.arena, search->arena->memory);
    rung_status status = rung_guard(&trial.arena, look, &trial);
    rung_arena_release(&trial.arena);
    if (status != RUNG_OK)
        rung_out_of_memory(search->arena);
    search->exhausted |= search->steps >= RUNG_CHANGE_MOST_STEPS;
    return trial.seen;
}

static void set(struct search *search, size_t index, rung_answer answer)
{
    if (rung_answers_set(search->trial, search->questions[index], answer) != RUNG_OK)
        rung_out_of_memory(search->arena);
}

static void put_back(struct search *search, size_t index)
{
    set(search, index, *rung_answers_get(search->answers, search->questions[index]));
}

/* --- Which questions ------------------------------------------------------------------------- */
static void mark_with_openers(const rung_questionnaire *content, size_t question, bool itself,
                              bool *marks)
{
    const rung_question *one = &content->questions[question];
    if (itself)
        marks[question] = true;
    for (size_t i = 0; i < one->asked_by_count; i++)
        marks[one->asked_by[i]] = true;
}

/* Marks the questions that a program reads and those that decide whether they are asked. */
static void mark_read(const rung_questionnaire *content, const rung_program *program, bool itself,
                      bool *marks)
{
    size_t count;
    const rung_use *uses = program ? rung_program_uses(program, &count) : NULL;
    for (size_t i = 0; uses && i < count; i++)
        if (uses[i].variable < content->question_count)
            mark_with_openers(content, uses[i].variable, itself, marks);
}

/* What decides what is asked for. */
static void mark_fixed(const struct search *search, size_t requirement, bool *fixed)
{
    const rung_questionnaire *content = search->card->sheet->questionnaire;
    const rung_rules *rules = search->card->role->rules;
    mark_read(content, rules->target, true, fixed);
    for (size_t r = 0; r < rules->requirement_count; r++) {
        const rung_requirement *one = &rules->requirements[r];
        const rung_program *programs[] = {one->when, one->target, one->need};
        for (size_t i = 0; i < RUNG_COUNT(programs); i++)
            mark_read(content, programs[i], r == requirement, fixed);
    }
}

/* `attained` and the conditions of the questions that matter. */
static const rung_program *const *programs_of(struct search *search, const bool *matters,
                                              size_t *count)
{
    const rung_questionnaire *content = search->card->sheet->questionnaire;
    const rung_program **programs =
        rung_new_array(search->arena, const rung_program *, 2 * content->question_count + 1);
    *count = 0;
    programs[(*count)++] = search->attained;
    for (size_t q = 0; q < content->question_count; q++) {
        if (!matters[q])
            continue;
        programs[(*count)++] = content->questions[q].when;
        programs[(*count)++] = content->sections[content->questions[q].section].when;
    }
    return programs;
}

static void find_questions(struct search *search, size_t requirement)
{
    const rung_questionnaire *content = search->card->sheet->questionnaire;
    rung_arena *arena = search->arena;
    bool *fixed = rung_new_array(arena, bool, content->question_count);
    bool *matters = rung_new_array(arena, bool, content->question_count);
    size_t *questions = rung_new_array(arena, size_t, content->question_count), program_count;
    rung_near_values *values = rung_new_array(arena, rung_near_values, content->question_count);
    mark_fixed(search, requirement, fixed);
    mark_read(content, search->attained, true, matters);
    const rung_program *const *programs = programs_of(search, matters, &program_count);
    search->all = true;
    for (size_t q = 0; q < content->question_count; q++) {
        if (!matters[q] || fixed[q] || content->questions[q].type == RUNG_QUESTION_TEXT)
            continue;
        questions[search->count] = q;
        values[search->count] =
            rung_values_near(arena, &content->questions[q], q, programs, program_count, MOST_VALUES,
                             rung_answers_get(search->answers, q));
        search->all &= values[search->count++].all;
    }
    search->questions = questions;
    search->values = values;
}

/* --- Sets of one size ------------------------------------------------------------------------ */
static void keep_best(struct search *search, double steps)
{
    search->found = true;
    search->best_steps = steps;
    for (size_t i = 0; i < search->size; i++) {
        search->best[i] = search->chosen[i];
        search->best_cells[i] = search->cells[i];
    }
}

/* Values for the chosen questions from `at` on. The first change found of those with equal steps
 * is the one that comes first: only fewer steps replace it. */
static void try_values(struct search *search, size_t at, double steps)
{
    if (at == search->size) {
        if (!some_completion(search, false, false))
            keep_best(search, steps);
        return;
    }
    const rung_near_values *values = &search->values[search->chosen[at]];
    for (size_t i = 0; i < values->count && !search->exhausted; i++) {
        double sum = steps + values->at[i].steps;
        if (search->found && sum >= search->best_steps - RUNG_EPSILON)
            break;
        search->cells[at] = values->at[i].cell;
        set(search, search->chosen[at], (rung_answer){.given = true, .value = values->at[i].cell});
        try_values(search, at + 1, sum);
    }
    put_back(search, search->chosen[at]);
}

/* Whether some answers to the chosen questions may close the gap: as if they were not answered. */
static bool is_promising(struct search *search, bool rough)
{
    for (size_t i = 0; i < search->size; i++)
        set(search, search->chosen[i], (rung_answer){0});
    bool promising = some_completion(search, true, rough);
    for (size_t i = 0; i < search->size; i++)
        put_back(search, search->chosen[i]);
    return promising;
}

/* No change of the chosen questions is better than the best there is. */
static bool is_beaten(const struct search *search)
{
    double steps = 0;
    for (size_t i = 0; i < search->size; i++) {
        const rung_near_values *values = &search->values[search->chosen[i]];
        if (values->count == 0)
            return true;
        steps += values->at[0].steps;
    }
    return search->found && steps >= search->best_steps - RUNG_EPSILON;
}

/* All sets of the size, in the order of the file. False if some set is not wholly tried. */
static bool try_sets(struct search *search, size_t at, size_t first)
{
    bool whole = true;
    if (search->exhausted)
        return false;
    if (at == search->size) {
        if (is_beaten(search) || !is_promising(search, true))
            return true;
        try_values(search, 0, 0);
        return search->all && !search->exhausted;
    }
    for (size_t i = first; i + (search->size - at) <= search->count; i++) {
        search->chosen[at] = i;
        whole &= try_sets(search, at + 1, i + 1);
    }
    return whole;
}

/* --- All sizes ------------------------------------------------------------------------------- */
static rung_change found(const struct search *search, bool smallest)
{
    rung_changed_answer *answers =
        rung_new_array(search->arena, rung_changed_answer, search->size + 1);
    const rung_question *questions = search->card->sheet->questionnaire->questions;
    for (size_t i = 0; i < search->size; i++) {
        size_t question = search->questions[search->best[i]];
        answers[i] = (rung_changed_answer){
            .question = question,
            .answer = {.given = true, .value = search->best_cells[i]},
            .steps =
                rung_answer_steps(&questions[question], rung_answers_get(search->answers, question),
                                  search->best_cells[i]),
        };
    }
    return (rung_change){.end = RUNG_CHANGE_FOUND,
                         .answers = answers,
                         .count = search->size,
                         .steps = search->best_steps,
                         .smallest = smallest};
}

/* Whether any answers to all that may be changed might do. */
static bool may_close(struct search *search)
{
    search->size = search->count;
    for (size_t i = 0; i < search->count; i++)
        search->chosen[i] = i;
    return is_promising(search, false);
}

static rung_change smallest_change(struct search *search)
{
    size_t at_least = 0;
    bool whole = true; /* all smaller sets are wholly tried */
    rung_change change = {.end = RUNG_CHANGE_NONE};
    if (!may_close(search))
        return change;
    for (search->size = 0; search->size <= search->count && !search->exhausted; search->size++) {
        whole &= try_sets(search, 0, 0);
        if (search->found) {
            change = found(search, whole);
            break;
        }
        at_least += whole;
    }
    if (change.end != RUNG_CHANGE_FOUND && !whole)
        change.end = RUNG_CHANGE_NOT_FOUND;
    change.at_least = at_least;
    return change;
}

static void copy_answers(struct search *search)
{
    const rung_questionnaire *content = rung_answers_questionnaire(search->answers);
    rung_memory *memory = rung_new(search->arena, rung_memory);
    *memory = rung_arena_memory(search->arena);
    if (rung_answers_new(&search->trial, memory, content) != RUNG_OK)
        rung_out_of_memory(search->arena);
    for (size_t q = 0; q < content->question_count; q++)
        if (rung_answers_set(search->trial, q, *rung_answers_get(search->answers, q)) != RUNG_OK)
            rung_out_of_memory(search->arena);
}

rung_change rung_change_for(rung_arena *arena, const rung_scorecard *card,
                            const rung_answers *answers, size_t rung, size_t requirement)
{
    struct search search = {
        .arena = arena,
        .card = card,
        .attained = card->role->rules->requirements[requirement].attained,
        .rung = rung,
        .target = card->ladder[rung].requirements[requirement].target,
        .answers = answers,
    };
    copy_answers(&search);
    find_questions(&search, requirement);
    search.chosen = rung_new_array(arena, size_t, search.count + 1);
    search.cells = rung_new_array(arena, rung_cell, search.count + 1);
    search.best = rung_new_array(arena, size_t, search.count + 1);
    search.best_cells = rung_new_array(arena, rung_cell, search.count + 1);
    return smallest_change(&search);
}
