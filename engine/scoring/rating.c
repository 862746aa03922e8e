/* Self-ratings that deserve a second look. They never change a score. */
#include "scoring/scoring.h"

typedef RUNG_VEC(size_t) questions;

typedef struct rating {
    rung_arena *arena;
    const rung_scorecard *card;
    const rung_questionnaire *questionnaire;
    RUNG_VEC(rung_look) looks;
} rating;

/* --- What an answer says --------------------------------------------------------------------- */

static bool is_answered(const rating *r, size_t q)
{
    return r->card->sheet->states[q] == RUNG_ANSWERED;
}

static rung_cell cell_of(const rating *r, size_t q)
{
    return r->card->sheet->cells[q].cell;
}

static double most_points(const rung_question *question)
{
    double most = 0, sum = 0;
    for (size_t i = 0; i < question->option_count; i++) {
        double points = question->options[i].points;
        most = points > most ? points : most;
        sum += points > 0 ? points : 0;
    }
    return question->type == RUNG_QUESTION_CHOICES ? sum : most;
}

static double points_of(const rung_question *question, rung_cell cell)
{
    double sum = 0;
    if (question->type == RUNG_QUESTION_CHOICE)
        return question->options[cell.i].points;
    for (size_t i = 0; i < question->option_count; i++)
        sum += cell.set >> i & 1 ? question->options[i].points : 0;
    return sum;
}

static bool has_options(const rung_question *question)
{
    return question->type == RUNG_QUESTION_CHOICE || question->type == RUNG_QUESTION_CHOICES;
}

/* How far up a rating is, from 0 to 1. */
static double height_of(const rung_question *question, rung_cell cell)
{
    if (question->type == RUNG_QUESTION_SCALE) {
        double least = (double)question->scale->values[0].value;
        double most = (double)question->scale->values[question->scale->count - 1].value;
        return most > least ? ((double)cell.i - least) / (most - least) : 0;
    }
    double most = has_options(question) ? most_points(question) : 0;
    return most > 0 ? points_of(question, cell) / most : 0;
}

/* Whether the answer speaks for what it is about. Where options have no points, any of them does
 * but those that exclude all others. */
static bool speaks(const rung_question *question, rung_cell cell)
{
    if (has_options(question) && most_points(question) > 0)
        return points_of(question, cell) > 0;
    switch (question->type) {
    case RUNG_QUESTION_CHOICES:
        return (cell.set & ~question->exclusive) != 0;
    case RUNG_QUESTION_SCALE:
        return cell.i > question->scale->values[0].value;
    case RUNG_QUESTION_NUMBER:
        return (question->integer ? (double)cell.i : cell.d) > question->min;
    case RUNG_QUESTION_YES_NO:
        return cell.i != 0;
    default:
        return true;
    }
}

/* --- The same level everywhere --------------------------------------------------------------- */

static bool is_rating(const rating *r, size_t q)
{
    const rung_question *question = &r->questionnaire->questions[q];
    return question->evidence == RUNG_EVIDENCE_SELF_RATING &&
           question->type == RUNG_QUESTION_SCALE && is_answered(r, q);
}

/* From the same lowest to the same highest value, whatever the words between. */
static bool same_ends(const rung_scale *a, const rung_scale *b)
{
    return a->values[0].value == b->values[0].value &&
           a->values[a->count - 1].value == b->values[b->count - 1].value;
}

/* The ratings with the ends of `first`; none if an earlier one has them, or if they differ. */
static questions alike(rating *r, size_t first)
{
    const rung_question *all = r->questionnaire->questions;
    questions found = {0};
    for (size_t q = 0; q < r->questionnaire->question_count; q++) {
        if (!is_rating(r, q) || !same_ends(all[q].scale, all[first].scale))
            continue;
        if (q < first || cell_of(r, q).i != cell_of(r, first).i)
            return (questions){0};
        rung_push(r->arena, &found, q);
    }
    return found;
}

static void look_for_same_level(rating *r)
{
    for (size_t q = 0; q < r->questionnaire->question_count; q++) {
        questions found = {0};
        if (is_rating(r, q))
            found = alike(r, q);
        if (found.count < RUNG_RATINGS_ALIKE)
            continue;
        rung_look look = {.kind = RUNG_LOOK_SAME_LEVEL,
                          .requirement = SIZE_MAX,
                          .ratings = found.at,
                          .rating_count = found.count};
        rung_push(r->arena, &r->looks, look);
    }
}

/* --- High ratings and what else was answered ------------------------------------------------- */

/* What the level of one requirement is read from. */
typedef struct claim {
    questions high;      /* ratings that are high */
    questions tests;     /* scenarios and knowledge, answered and worth points */
    questions others;    /* whatever could show it, answered or open */
    double points, most; /* of the tests */
    bool shown;          /* one of the others speaks for it */
} claim;

static bool can_show(rung_evidence evidence)
{
    return evidence == RUNG_EVIDENCE_BEHAVIOUR || evidence == RUNG_EVIDENCE_SCENARIO ||
           evidence == RUNG_EVIDENCE_KNOWLEDGE || evidence == RUNG_EVIDENCE_CREDENTIAL;
}

static bool is_test(const rung_question *question)
{
    return (question->evidence == RUNG_EVIDENCE_SCENARIO ||
            question->evidence == RUNG_EVIDENCE_KNOWLEDGE) &&
           has_options(question) && most_points(question) > 0;
}

static void read_question(rating *r, claim *c, size_t q)
{
    const rung_question *question = &r->questionnaire->questions[q];
    bool answered = is_answered(r, q);
    if (question->evidence == RUNG_EVIDENCE_SELF_RATING && answered &&
        height_of(question, cell_of(r, q)) >= RUNG_RATING_HIGH - RUNG_EPSILON)
        rung_push(r->arena, &c->high, q);
    if (!can_show(question->evidence) ||
        (!answered && r->card->sheet->states[q] != RUNG_UNANSWERED))
        return;
    rung_push(r->arena, &c->others, q);
    c->shown |= answered && speaks(question, cell_of(r, q));
    if (answered && is_test(question)) {
        rung_push(r->arena, &c->tests, q);
        c->points += points_of(question, cell_of(r, q));
        c->most += most_points(question);
    }
}

static void look_at_requirement(rating *r, size_t requirement)
{
    const rung_program *attained = r->card->role->rules->requirements[requirement].attained;
    claim c = {0};
    for (size_t q = 0; q < r->questionnaire->question_count; q++)
        if (rung_program_reads(attained, (uint32_t)q))
            read_question(r, &c, q);
    rung_look look = {.requirement = requirement,
                      .ratings = c.high.at,
                      .rating_count = c.high.count,
                      .others = c.others.at,
                      .other_count = c.others.count};
    if (c.high.count == 0)
        return;
    if (c.most > 0 && c.points < c.most / 2 - RUNG_EPSILON) {
        look.kind = RUNG_LOOK_TESTS_DISAGREE;
        look.others = c.tests.at;
        look.other_count = c.tests.count;
        look.points = c.points;
        look.most = c.most;
    } else if (c.shown) {
        return;
    } else {
        look.kind = c.others.count ? RUNG_LOOK_NOT_SHOWN : RUNG_LOOK_WORD_ALONE;
    }
    rung_push(r->arena, &r->looks, look);
}

/* By kind, in the order of the table; file order within one. */
static void sort(rung_look *looks, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        rung_look look = looks[i];
        size_t at = i;
        for (; at > 0 && looks[at - 1].kind > look.kind; at--)
            looks[at] = looks[at - 1];
        looks[at] = look;
    }
}

const rung_look *rung_look_at_ratings(rung_arena *arena, const rung_scorecard *card, size_t *count)
{
    const rung_rules *rules = card->role->rules;
    rating r = {.arena = arena, .card = card, .questionnaire = card->role->questionnaire};
    look_for_same_level(&r);
    for (size_t i = 0; i < rules->requirement_count; i++)
        if (card->aim->requirements[i].applies && card->aim->requirements[i].target > 0)
            look_at_requirement(&r, i);
    sort(r.looks.at, r.looks.count);
    *count = r.looks.count;
    return r.looks.at;
}

const char *rung_look_name(rung_look_kind kind)
{
    static const char *const names[RUNG_LOOK_COUNT] = {
#define LOOK_NAME(id, name) name,
        RUNG_LOOKS(LOOK_NAME)
#undef LOOK_NAME
    };
    return names[kind];
}
