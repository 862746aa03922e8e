/* What was answered otherwise, and which part of the movement that is. */
#include "compare/compare_private.h"

#include <string.h>

typedef struct comparing {
    rung_arena *arena;
    rung_compare_side before, after;
    rung_comparison *out;
    rung_answers *between; /* to the earlier questions */
} comparing;

static void set(comparing *c, size_t question, rung_answer answer)
{
    if (rung_answers_set(c->between, question, answer) != RUNG_OK)
        rung_out_of_memory(c->arena);
}

static bool same_answer(rung_arena *arena, const rung_question *question, rung_answer a,
                        rung_answer b)
{
    return a.given == b.given && (!a.given || strcmp(rung_answer_write(arena, question, a),
                                                     rung_answer_write(arena, question, b)) == 0);
}

/* No answer after, to a question that both have. It was taken back if the one before would hold. */
static rung_answer_change compare_none(comparing *c, const rung_question *before,
                                       const rung_question *after, size_t question, rung_answer was)
{
    if (!was.given)
        return RUNG_ANSWER_STAYS;
    if (rung_carry(c->arena, before, after, was).reason != RUNG_CARRY_SAME)
        return RUNG_ANSWER_APART;
    set(c, question, (rung_answer){0});
    return RUNG_ANSWER_CHANGES;
}

static rung_compared_answer compare_answer(comparing *c, const rung_pairing *pair)
{
    rung_compared_answer out = {.change = RUNG_ANSWER_STAYS};
    const rung_question *before = NULL, *after = NULL;
    if (pair->before != RUNG_NOWHERE) {
        before = &c->before.role->questionnaire->questions[pair->before];
        out.before = *rung_answers_get(c->before.answers, pair->before);
    }
    if (pair->after != RUNG_NOWHERE) {
        after = &c->after.role->questionnaire->questions[pair->after];
        out.after = *rung_answers_get(c->after.answers, pair->after);
    }
    if (!before || !after) {
        if (out.before.given || out.after.given)
            out.change = before ? RUNG_ANSWER_GOES : RUNG_ANSWER_COMES;
        return out;
    }
    if (!out.after.given) {
        out.change = compare_none(c, before, after, pair->before, out.before);
        return out;
    }
    out.carried = rung_carry(c->arena, after, before, out.after);
    if (out.carried.reason != RUNG_CARRY_SAME) {
        out.change = RUNG_ANSWER_APART;
        return out;
    }
    set(c, pair->before, out.carried.answer);
    if (!same_answer(c->arena, before, out.before, out.carried.answer))
        out.change = RUNG_ANSWER_CHANGES;
    return out;
}

/* What the earlier content was answered, to be changed. */
static void begin_between(comparing *c)
{
    const rung_questionnaire *content = c->before.role->questionnaire;
    rung_memory *memory = rung_new(c->arena, rung_memory);
    *memory = rung_arena_memory(c->arena);
    if (rung_answers_new(&c->between, memory, content) != RUNG_OK)
        rung_out_of_memory(c->arena);
    for (size_t q = 0; q < content->question_count; q++)
        set(c, q, *rung_answers_get(c->before.answers, q));
}

static void compare_answers(comparing *c)
{
    const rung_pairings *questions = &c->out->questions;
    rung_compared_answer *answers =
        rung_new_array(c->arena, rung_compared_answer, questions->count);
    begin_between(c);
    for (size_t i = 0; i < questions->count; i++)
        answers[i] = compare_answer(c, &questions->at[i]);
    c->out->answers = answers;
}

static const rung_scorecard *score(comparing *c, const rung_role *role, const rung_answers *answers)
{
    return rung_scorecard_new(c->arena, role, rung_sheet_new(c->arena, answers));
}

/* The content's part is the rest, so that they add up. What is no movement is none. */
static void split(double before, double between, double after, double *moved, double *by_answers,
                  double *by_content)
{
    *moved = after - before;
    *by_answers = between - before;
    if (*moved - *by_answers < RUNG_EPSILON && *by_answers - *moved < RUNG_EPSILON)
        *by_answers = *moved;
    if (*by_answers<RUNG_EPSILON && * by_answers> - RUNG_EPSILON)
        *by_answers = 0;
    *by_content = *moved - *by_answers;
}

static void split_movement(rung_comparison *out)
{
    rung_range before = out->before->aim->score, between = out->between->aim->score;
    rung_range after = out->after->aim->score;
    out->scored =
        !out->before->aim->blocked && !out->between->aim->blocked && !out->after->aim->blocked;
    if (!out->scored)
        return;
    split(before.low, between.low, after.low, &out->moved.low, &out->by_answers.low,
          &out->by_content.low);
    split(before.high, between.high, after.high, &out->moved.high, &out->by_answers.high,
          &out->by_content.high);
}

static bool same_bytes(const rung_digest *a, const rung_digest *b)
{
    return strcmp(a->hex, b->hex) == 0;
}

const rung_comparison *rung_compare(rung_arena *arena, rung_compare_side before,
                                    rung_compare_side after)
{
    rung_comparison *out = rung_new(arena, rung_comparison);
    comparing c = {.arena = arena, .before = before, .after = after, .out = out};
    out->same_content =
        same_bytes(&before.role->questionnaire->digest, &after.role->questionnaire->digest) &&
        same_bytes(&before.role->rules->digest, &after.role->rules->digest);
    compare_contents(arena, before.role, after.role, out);
    compare_answers(&c);
    out->before = score(&c, before.role, before.answers);
    out->after = score(&c, after.role, after.answers);
    out->between = out->same_content ? out->after : score(&c, before.role, c.between);
    split_movement(out);
    return out;
}

const char *rung_answer_change_name(rung_answer_change change)
{
    static const char *const names[RUNG_ANSWER_CHANGE_COUNT] = {
#define CHANGE_NAME(id, name) name,
        RUNG_ANSWER_CHANGES(CHANGE_NAME)
#undef CHANGE_NAME
    };
    return names[change];
}
