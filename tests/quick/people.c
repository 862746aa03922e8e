#include "quick/people.h"

#include <stdio.h>
#include <stdlib.h>

/* --- Roles ----------------------------------------------------------------------------------- */

void open_role(role_files *files, const char *questionnaire, const char *rules)
{
    files->load = (test_load){.questionnaire = {questionnaire, test_read(questionnaire)},
                              .rules = {rules, test_read(rules)}};
    test_load_role(&files->load);
    assert_int_equal(files->load.status, RUNG_OK);
    files->role = files->load.role;
    assert_true(files->role->questionnaire->question_count <= MOST_QUESTIONS);
}

void open_shipped(role_files *files, const char *id)
{
    char questionnaire[PATH_LENGTH], rules[PATH_LENGTH];
    snprintf(questionnaire, sizeof questionnaire, RUNG_SOURCE_DIR "/questionnaires/%s.yaml", id);
    snprintf(rules, sizeof rules, RUNG_SOURCE_DIR "/rules/%s.yaml", id);
    open_role(files, questionnaire, rules);
}

void close_role(role_files *files)
{
    test_release(&files->load);
    test_drop(files->load.questionnaire.text);
    test_drop(files->load.rules.text);
}

/* --- Answers --------------------------------------------------------------------------------- */

/* SplitMix64. */
size_t roll(quick_dice *dice, size_t sides)
{
    uint64_t z = dice->state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return (size_t)((z ^ z >> 31) % sides);
}

/* One exclusive option in one of four times, else each other option in one of three. */
static uint64_t some_options(const rung_question *question, quick_dice *dice)
{
    uint64_t set = 0;
    bool alone = question->exclusive && roll(dice, 4) == 0;
    for (size_t i = 0; i < question->option_count; i++) {
        bool exclusive = question->exclusive >> i & 1;
        if (exclusive && alone)
            return UINT64_C(1) << i;
        if (!exclusive && roll(dice, 3) == 0)
            set |= UINT64_C(1) << i;
    }
    return set;
}

/* Most people have few years of anything: small numbers are likelier. */
static double some_number(const rung_question *question, quick_dice *dice)
{
    enum { STEPS = 1000 };
    double part = (double)roll(dice, STEPS + 1) / STEPS;
    return question->min + (question->max - question->min) * part * part;
}

static rung_answer some_answer(const rung_question *question, quick_dice *dice)
{
    rung_answer answer = {.given = true};
    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
        answer.value.i = (int64_t)roll(dice, question->option_count);
        break;
    case RUNG_QUESTION_CHOICES:
        answer.value.set = some_options(question, dice);
        break;
    case RUNG_QUESTION_SCALE:
        answer.value.i = question->scale->values[roll(dice, question->scale->count)].value;
        break;
    case RUNG_QUESTION_NUMBER:
        answer.value.d = some_number(question, dice);
        if (question->integer)
            answer.value.i = (int64_t)answer.value.d;
        break;
    case RUNG_QUESTION_YES_NO:
        answer.value.i = (int64_t)roll(dice, 2);
        break;
    default:
        answer.text = "words";
    }
    return answer;
}

static rung_answers *new_answers(const rung_role *role)
{
    rung_answers *answers;
    assert_int_equal(rung_answers_new(&answers, NULL, role->questionnaire), RUNG_OK);
    return answers;
}

static void answer_anew(const quick_person *person, size_t question, quick_dice *dice)
{
    rung_answer answer = some_answer(&person->role->questionnaire->questions[question], dice);
    assert_int_equal(rung_answers_set(person->answers, question, answer), RUNG_OK);
}

/* --- People ---------------------------------------------------------------------------------- */

quick_person random_person(const rung_role *role, quick_dice *dice)
{
    quick_person person = {role, new_answers(role)};
    for (size_t q = 0; q < role->questionnaire->question_count; q++)
        answer_anew(&person, q, dice);
    return person;
}

struct reading {
    rung_arena arena;
    rung_answers *answers;
    const rung_datum *from;
};

static void read_answers(void *ctx)
{
    struct reading *reading = ctx;
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &reading->arena);
    assert_int_equal(rung_answers_from_datum(reading->answers, reading->from, &diagnostics),
                     RUNG_OK);
}

quick_person plausible_person(const rung_role *role, quick_dice *dice)
{
    size_t questions = role->questionnaire->question_count;
    quick_person person = {role, new_answers(role)};
    const rung_example *example = &role->rules->examples[roll(dice, role->rules->example_count)];
    struct reading reading = {{0}, person.answers, example->answers};
    assert_int_equal(rung_guard(&reading.arena, read_answers, &reading), RUNG_OK);
    rung_arena_release(&reading.arena);

    for (size_t changes = 2 + roll(dice, 8); changes > 0; changes--)
        answer_anew(&person, roll(dice, questions), dice);
    for (size_t q = 0; q < questions; q++)
        if (!rung_answers_get(person.answers, q)->given)
            answer_anew(&person, q, dice);
    return person;
}

void forget_person(quick_person *person)
{
    rung_answers_free(person->answers);
}

void change_unasked(quick_person *person, const rung_answers *asked, quick_dice *dice)
{
    for (size_t q = 0; q < person->role->questionnaire->question_count; q++)
        if (!rung_answers_get(asked, q)->given)
            answer_anew(person, q, dice);
}

/* --- Ways to a verdict ----------------------------------------------------------------------- */

size_t file_order(rung_arena *arena, const rung_scorecard *card, const bool *skipped)
{
    (void)arena;
    return rung_interview_next(card->sheet, skipped);
}

struct looking {
    rung_arena arena;
    const rung_role *role;
    const rung_answers *answers;
    chooser *choose;
    quick_standing *out;
};

static void look(void *ctx)
{
    static const bool skipped[MOST_QUESTIONS];
    struct looking *looking = ctx;
    quick_standing *out = looking->out;
    const rung_sheet *sheet = rung_sheet_new(&looking->arena, looking->answers);
    const rung_scorecard *card = rung_scorecard_new(&looking->arena, looking->role, sheet);
    out->decided = rung_is_decided(card);
    out->verdict_low = card->aim->verdict_low;
    out->verdict_high = card->aim->verdict_high;
    out->score = card->aim->score;
    out->largest_essential_gap = card->aim->largest_essential_gap;
    for (size_t q = 0; q < sheet->questionnaire->question_count; q++) {
        out->states[q] = sheet->states[q];
        out->answered += sheet->states[q] == RUNG_ANSWERED;
    }
    if (looking->choose && !out->decided)
        out->next = looking->choose(&looking->arena, card, skipped);
}

quick_standing stand(const rung_role *role, const rung_answers *answers, chooser *choose)
{
    quick_standing out = {.next = RUNG_NO_QUESTION};
    struct looking looking = {{0}, role, answers, choose, &out};
    assert_int_equal(rung_guard(&looking.arena, look, &looking), RUNG_OK);
    rung_arena_release(&looking.arena);
    return out;
}

quick_way go(const quick_person *person, chooser *choose)
{
    quick_way way = {.told = new_answers(person->role)};
    quick_standing now, full = stand(person->role, person->answers, NULL);
    way.full = full.answered;
    for (;;) {
        now = stand(person->role, way.told, choose);
        if (now.decided || now.next == RUNG_NO_QUESTION)
            break;
        assert_int_equal(now.states[now.next], RUNG_UNANSWERED);
        way.asked[way.count++] = now.next;
        rung_answer answer = *rung_answers_get(person->answers, now.next);
        assert_int_equal(rung_answers_set(way.told, now.next, answer), RUNG_OK);
    }
    way.decided = now.decided;
    way.contradicted = now.decided && (full.verdict_low != now.verdict_low ||
                                       full.verdict_high != now.verdict_high);
    return way;
}

void forget_way(quick_way *way)
{
    rung_answers_free(way->told);
}
