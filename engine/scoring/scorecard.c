/* From a sheet to the scorecard: which rung is aimed at, the ladder, fits, notes, problems. */
#include "scoring/scoring_private.h"

#include <math.h>
#include <string.h>

/* --- The rung aimed at ----------------------------------------------------------------------- */

static void find_target(struct scoring *scoring, rung_scorecard *card)
{
    const rung_rules *rules = scoring->role->rules;
    rung_value value;

    if (scoring_blocks(scoring, rules->target))
        return;
    rung_eval_error error = rung_eval(rules->target, scoring->cells, scoring->scratch, &value);
    if (!error) {
        card->target = rung_find_rung(rules, value.string);
        card->target_known = card->target != SIZE_MAX;
    }
    if (!card->target_known) {
        card->target = 0;
        scoring_add_problem(scoring, "target", NULL, rules->target, error);
    }
}

/* The required questions that are missing to say what is asked for, each once. */
static void find_blocking(struct scoring *scoring, rung_scorecard *card)
{
    const rung_rules *rules = scoring->role->rules;
    const rung_questionnaire *questionnaire = scoring->sheet->questionnaire;
    RUNG_VEC(size_t) list = {0};

    for (uint32_t q = 0; q < questionnaire->question_count; q++) {
        bool reads = scoring->sheet->unknown[q] && rung_program_reads(rules->target, q);
        for (size_t r = 0; scoring->sheet->unknown[q] && !reads && r < rules->requirement_count;
             r++)
            reads = rung_requirement_hangs_on(&rules->requirements[r], q);
        if (reads)
            rung_push(scoring->arena, &list, (size_t)q);
    }
    card->blocking = list.at;
    card->blocking_count = list.count;
}

/* --- Gaps ------------------------------------------------------------------------------------ */

static bool gap_before(const rung_rung_score *aim, size_t a, size_t b)
{
    const rung_requirement_score *x = &aim->requirements[a], *y = &aim->requirements[b];
    if (x->need != y->need)
        return x->need == RUNG_ESSENTIAL;
    return x->loss.high > y->loss.high + RUNG_EPSILON;
}

const size_t *rung_gaps_at(rung_arena *arena, const rung_rung_score *score,
                           size_t requirement_count, size_t *count)
{
    size_t *gaps = rung_new_array(arena, size_t, requirement_count);

    *count = 0;
    for (size_t r = 0; r < requirement_count; r++) {
        if (!score->requirements[r].applies || score->requirements[r].gap.high <= 0)
            continue;
        size_t i = (*count)++;
        for (; i > 0 && gap_before(score, r, gaps[i - 1]); i--)
            gaps[i] = gaps[i - 1];
        gaps[i] = r;
    }
    return gaps;
}

/* --- What is never part of the score --------------------------------------------------------- */

/* 100 · mean of min(1, attained / level), with attained as at the rung aimed at. */
static rung_range fit_of(struct scoring *scoring, const rung_specialisation *specialisation,
                         size_t target)
{
    rung_range sum = {0, 0};
    for (size_t i = 0; i < specialisation->level_count; i++) {
        const rung_level *level = &specialisation->levels[i];
        rung_outcome attained = scoring_attained(scoring, level->requirement, target);
        sum.low += fmin(1, attained.low / level->level);
        sum.high += fmin(1, attained.high / level->level);
    }
    double count = (double)specialisation->level_count;
    return count > 0 ? (rung_range){100 * sum.low / count, 100 * sum.high / count}
                     : (rung_range){100, 100};
}

static void find_fits(struct scoring *scoring, rung_scorecard *card)
{
    const rung_rules *rules = scoring->role->rules;
    rung_range *fits = rung_new_array(scoring->arena, rung_range, rules->specialisation_count);
    for (size_t i = 0; i < rules->specialisation_count; i++)
        fits[i] = card->target_known ? fit_of(scoring, &rules->specialisations[i], card->target)
                                     : (rung_range){0, 100};
    card->fits = fits;
}

/* True in every completion and, where the rung aimed at is not known, at every rung. */
static bool is_known_true(struct scoring *scoring, const rung_scorecard *card,
                          const rung_program *when)
{
    size_t first = card->target_known ? card->target : 0;
    size_t last = card->target_known ? card->target : scoring->role->rules->rung_count - 1;
    for (size_t rung = first; when && rung <= last; rung++) {
        rung_outcome outcome =
            rung_over_completions(scoring->arena, scoring->sheet, when, rung, 0, 0);
        if (outcome.can_be_false || outcome.can_fail)
            return false;
    }
    return true;
}

static void find_notes(struct scoring *scoring, rung_scorecard *card)
{
    const rung_rules *rules = scoring->role->rules;
    size_t *notes = rung_new_array(scoring->arena, size_t, rules->note_count);
    for (size_t i = 0; i < rules->note_count; i++)
        if (is_known_true(scoring, card, rules->notes[i].when))
            notes[card->note_count++] = i;
    card->notes = notes;
}

static void add_condition_problem(struct scoring *scoring, size_t question)
{
    const rung_questionnaire *questionnaire = scoring->sheet->questionnaire;
    const rung_condition_failure *failure = &scoring->sheet->failures[question];
    const rung_section *section =
        &questionnaire->sections[questionnaire->questions[question].section];
    bool own = failure->when != section->when;
    scoring_add_problem(scoring, own ? "question" : "section",
                        own ? questionnaire->questions[question].id : section->id, failure->when,
                        failure->error);
}

static void find_unanswered(struct scoring *scoring, rung_scorecard *card)
{
    const rung_sheet *sheet = scoring->sheet;
    size_t count = sheet->questionnaire->question_count;
    size_t *list = rung_new_array(scoring->arena, size_t, count);
    for (size_t q = 0; q < count; q++) {
        if (sheet->states[q] == RUNG_UNANSWERED)
            list[card->unanswered_count++] = q;
        if (sheet->failures[q].when)
            add_condition_problem(scoring, q);
    }
    card->unanswered = list;
    card->complete = card->unanswered_count == 0;
}

/* Verdicts are the better the higher the score and the smaller the gaps, so that every completion's
 * lies between the two ends. */
bool rung_is_decided(const rung_scorecard *card)
{
    return !card->aim->blocked && card->aim->verdict_low == card->aim->verdict_high;
}

/* --- Problems -------------------------------------------------------------------------------- */

void scoring_add_problem(struct scoring *scoring, const char *what, const char *id,
                         const rung_program *program, rung_eval_error error)
{
    for (size_t i = 0; i < scoring->problems.count; i++)
        if (scoring->problems.at[i].program == program && scoring->problems.at[i].error == error)
            return;
    const char *where = id ? rung_format(scoring->arena, "%s `%s`", what, id) : what;
    rung_problem problem = {where, program, error};
    rung_push(scoring->arena, &scoring->problems, problem);
}

/* --- All together ---------------------------------------------------------------------------- */

static const rung_rung_score *score_ladder(struct scoring *scoring)
{
    size_t count = scoring->role->rules->rung_count;
    rung_rung_score *ladder = rung_new_array(scoring->arena, rung_rung_score, count);
    for (size_t rung = 0; rung < count; rung++)
        scoring_score_rung(scoring, rung, &ladder[rung]);
    return ladder;
}

static const rung_rung_score *aim_of(struct scoring *scoring, const rung_scorecard *card)
{
    if (card->target_known)
        return &card->ladder[card->target];
    rung_rung_score *open = rung_new(scoring->arena, rung_rung_score);
    scoring_block_rung(scoring, open);
    return open;
}

const rung_scorecard *rung_scorecard_new(rung_arena *arena, const rung_role *role,
                                         const rung_sheet *sheet)
{
    size_t questions = sheet->questionnaire->question_count;
    struct scoring scoring = {.arena = arena, .role = role, .sheet = sheet};
    rung_scorecard *card = rung_new(arena, rung_scorecard);
    scoring.scratch = rung_alloc(arena, role->scratch);
    scoring.cells = rung_new_array(arena, rung_cell, questions + 1);
    for (size_t q = 0; q < questions; q++)
        scoring.cells[q] = sheet->cells[q].cell;
    scoring.attained = rung_new_array(arena, rung_outcome, role->rules->requirement_count);
    scoring.attained_known = rung_new_array(arena, bool, role->rules->requirement_count);

    card->role = role;
    card->sheet = sheet;
    scoring.blocked = scoring_is_blocked(&scoring);
    find_target(&scoring, card);
    find_blocking(&scoring, card);
    card->ladder = score_ladder(&scoring);
    card->aim = aim_of(&scoring, card);
    card->gaps = rung_gaps_at(arena, card->aim, role->rules->requirement_count, &card->gap_count);
    find_fits(&scoring, card);
    find_notes(&scoring, card);
    find_unanswered(&scoring, card);
    card->problems = scoring.problems.at;
    card->problem_count = scoring.problems.count;
    return card;
}
