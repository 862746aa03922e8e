#include "carry/carry.h"

#include <string.h>

/* --- Words ----------------------------------------------------------------------------------- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

static const char *skip_blanks(const char *at)
{
    while (is_blank(*at))
        at++;
    return at;
}

/* Where lines end is a matter of the file, not of what it says. */
static bool same_words(const char *a, const char *b)
{
    a = skip_blanks(a);
    b = skip_blanks(b);
    while (*a && *b) {
        if (is_blank(*a) != is_blank(*b) || (!is_blank(*a) && *a != *b))
            return false;
        bool blank = is_blank(*a);
        a = blank ? skip_blanks(a) : a + 1;
        b = blank ? skip_blanks(b) : b + 1;
    }
    return !*skip_blanks(a) && !*skip_blanks(b);
}

bool rung_carry_asks_the_same(const rung_question *from, const rung_question *to)
{
    return from->type == to->type && same_words(from->ask, to->ask);
}

/* --- Options --------------------------------------------------------------------------------- */

static rung_carried because(rung_carry_reason reason, const char *what)
{
    return (rung_carried){.reason = reason, .what = what};
}

/* The option with the id of one of `from`, or NULL. */
static const rung_option *counterpart(const rung_question *to, const rung_option *option)
{
    size_t found = rung_find_option(to, rung_text_of(option->id));
    return found == SIZE_MAX ? NULL : &to->options[found];
}

static rung_carried compare_choice(const rung_question *from, const rung_question *to,
                                   rung_answer answer)
{
    const rung_option *chosen = &from->options[answer.value.i], *other = counterpart(to, chosen);
    if (!other)
        return because(RUNG_CARRY_OPTION_GONE, chosen->label);
    if (!same_words(chosen->label, other->label))
        return because(RUNG_CARRY_OPTION_REWORDED, other->label);
    return because(RUNG_CARRY_SAME, NULL);
}

/* An option that was not ticked was answered as well: with no. So those that are new or mean
 * something else have not been asked. */
static rung_carried compare_choices(const rung_question *from, const rung_question *to,
                                    rung_answer answer)
{
    for (size_t i = 0; i < from->option_count; i++)
        if (answer.value.set >> i & 1 && !counterpart(to, &from->options[i]))
            return because(RUNG_CARRY_OPTION_GONE, from->options[i].label);
    for (size_t i = 0; i < from->option_count; i++) {
        const rung_option *other = counterpart(to, &from->options[i]);
        if (other && !same_words(from->options[i].label, other->label))
            return because(RUNG_CARRY_OPTION_REWORDED, other->label);
    }
    for (size_t i = 0; i < to->option_count; i++)
        if (!counterpart(from, &to->options[i]))
            return because(RUNG_CARRY_OPTION_ADDED, to->options[i].label);
    return because(RUNG_CARRY_SAME, NULL);
}

/* --- Scales and numbers ---------------------------------------------------------------------- */

static const char *label_of(const rung_scale *scale, int64_t value)
{
    for (size_t i = 0; i < scale->count; i++)
        if (scale->values[i].value == value)
            return scale->values[i].label;
    return NULL;
}

/* A value says where one stands between the ends. */
static rung_carried compare_scale(const rung_question *from, const rung_question *to,
                                  rung_answer answer)
{
    const rung_scale *a = from->scale, *b = to->scale;
    const char *before = label_of(a, answer.value.i), *after = label_of(b, answer.value.i);
    bool same_ends = a->values[0].value == b->values[0].value &&
                     a->values[a->count - 1].value == b->values[b->count - 1].value;
    if (!before || !after || !same_words(before, after) || !same_ends)
        return because(RUNG_CARRY_SCALE, NULL);
    return because(RUNG_CARRY_SAME, NULL);
}

static rung_carried compare_number(const rung_question *from, const rung_question *to)
{
    bool same = from->unit && to->unit ? same_words(from->unit, to->unit) : from->unit == to->unit;
    return because(same ? RUNG_CARRY_SAME : RUNG_CARRY_UNIT, NULL);
}

static rung_carried compare(const rung_question *from, const rung_question *to, rung_answer answer)
{
    if (from->type != to->type)
        return because(RUNG_CARRY_TYPE, NULL);
    if (!same_words(from->ask, to->ask))
        return because(RUNG_CARRY_REWORDED, NULL);
    switch (from->type) {
    case RUNG_QUESTION_CHOICE:
        return compare_choice(from, to, answer);
    case RUNG_QUESTION_CHOICES:
        return compare_choices(from, to, answer);
    case RUNG_QUESTION_SCALE:
        return compare_scale(from, to, answer);
    case RUNG_QUESTION_NUMBER:
        return compare_number(from, to);
    default:
        return because(RUNG_CARRY_SAME, NULL);
    }
}

/* --- What a question takes ------------------------------------------------------------------- */

static bool same_options(const rung_question *from, const rung_question *to)
{
    for (size_t i = 0; i < from->option_count; i++) {
        const rung_option *other = counterpart(to, &from->options[i]);
        if (!other || !same_words(from->options[i].label, other->label))
            return false;
    }
    return from->option_count == to->option_count;
}

static bool same_values(const rung_scale *a, const rung_scale *b)
{
    for (size_t i = 0; i < a->count && a->count == b->count; i++)
        if (a->values[i].value != b->values[i].value ||
            !same_words(a->values[i].label, b->values[i].label))
            return false;
    return a->count == b->count;
}

bool rung_carry_answers_the_same(const rung_question *from, const rung_question *to)
{
    switch (from->type) {
    case RUNG_QUESTION_CHOICE:
    case RUNG_QUESTION_CHOICES:
        return same_options(from, to);
    case RUNG_QUESTION_SCALE:
        return same_values(from->scale, to->scale);
    case RUNG_QUESTION_NUMBER:
        return compare_number(from, to).reason == RUNG_CARRY_SAME && from->integer == to->integer &&
               !(from->min < to->min || from->min > to->min) &&
               !(from->max < to->max || from->max > to->max);
    case RUNG_QUESTION_TEXT:
        return from->max_length == to->max_length;
    default:
        return true;
    }
}

/* --- Both ------------------------------------------------------------------------------------ */

/* Why an answer that means the same is none there. */
static rung_carry_reason misfit(const rung_question *to)
{
    return to->type == RUNG_QUESTION_CHOICES ? RUNG_CARRY_OPTIONS_APART
           : to->type == RUNG_QUESTION_TEXT  ? RUNG_CARRY_LENGTH
                                             : RUNG_CARRY_RANGE;
}

/* The written form names options by their ids, so it is what two questionnaires have in common. */
rung_carried rung_carry(rung_arena *arena, const rung_question *from, const rung_question *to,
                        rung_answer answer)
{
    const char *problem;
    rung_carried carried = compare(from, to, answer);
    carried.fits =
        from->type == to->type &&
        rung_answer_parse(arena, to, rung_text_of(rung_answer_write(arena, from, answer)),
                          &carried.answer, &problem) == RUNG_OK;
    if (!carried.fits && carried.reason == RUNG_CARRY_SAME)
        carried.reason = misfit(to);
    return carried;
}

const char *rung_carry_words(rung_arena *arena, const rung_carried *carried)
{
    static const char *const words[RUNG_CARRY_COUNT] = {
#define WORDS(name, text) [RUNG_CARRY_##name] = text,
        RUNG_CARRY_ROWS(WORDS)
#undef WORDS
    };
    const char *text = words[carried->reason], *gap = strstr(text, "%s");
    if (!gap)
        return text;
    return rung_format(arena, "%.*s%s%s", (int)(gap - text), text,
                       carried->what ? carried->what : "", gap + 2);
}
