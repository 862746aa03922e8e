/* Other answers that the rules can tell from the one there is, nearest first. */
#include "answers/answers_private.h"

#include <math.h>
#include <stdlib.h>

/* --- Steps ----------------------------------------------------------------------------------- */

static size_t count_bits(uint64_t set)
{
    size_t bits = 0;
    for (; set; set &= set - 1)
        bits++;
    return bits;
}

static double scale_position(const rung_scale *scale, int64_t value)
{
    size_t position = 0;
    while (position + 1 < scale->count && scale->values[position].value < value)
        position++;
    return (double)position;
}

/* Where on a line a value lies, from where the question begins; yes and no both lie there. */
static double position_of(const rung_question *question, rung_cell value)
{
    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
        return (double)value.i;
    case RUNG_QUESTION_CHOICES:
        return (double)count_bits(value.set);
    case RUNG_QUESTION_SCALE:
        return scale_position(question->scale, value.i);
    case RUNG_QUESTION_NUMBER:
        return (question->integer ? (double)value.i : value.d) - question->min;
    default:
        return 0;
    }
}

double rung_answer_steps(const rung_question *question, const rung_answer *from, rung_cell to)
{
    if (!from->given)
        return 1 + position_of(question, to);
    if (question->type == RUNG_QUESTION_CHOICES)
        return (double)count_bits(from->value.set ^ to.set);
    if (question->type == RUNG_QUESTION_YES_NO)
        return from->value.i != to.i;
    return fabs(position_of(question, to) - position_of(question, from->value));
}

/* --- The list -------------------------------------------------------------------------------- */

struct near {
    rung_arena *arena;
    const rung_question *question;
    const rung_answer *from;
    RUNG_VEC(rung_near_value) list;
};

static void add(struct near *near, rung_cell cell)
{
    double steps = rung_answer_steps(near->question, near->from, cell);
    size_t at = near->list.count;
    if (steps <= 0)
        return;
    rung_push(near->arena, &near->list, ((rung_near_value){cell, steps}));
    for (; at > 0 && near->list.at[at - 1].steps > steps; at--)
        near->list.at[at] = near->list.at[at - 1];
    near->list.at[at] = (rung_near_value){cell, steps};
}

static void add_number(struct near *near, double value)
{
    add(near, near->question->integer ? (rung_cell){.i = (int64_t)value} : (rung_cell){.d = value});
}

/* --- Numbers --------------------------------------------------------------------------------- */

/* The numbers from low to high, without the ends that are open. */
struct stretch {
    double low, high;
    bool low_open, high_open;
};

static bool holds(const struct stretch *stretch, double value)
{
    return (stretch->low_open ? value > stretch->low : value >= stretch->low) &&
           (stretch->high_open ? value < stretch->high : value <= stretch->high);
}

/* The multiple of 1/scale in the stretch that is nearest to its lower or upper end. */
static bool multiple(const struct stretch *stretch, double scale, bool lowest, double *out)
{
    double end = lowest ? ceil(stretch->low * scale) : floor(stretch->high * scale);
    for (int i = -1; i <= 1; i++) {
        *out = (end + (lowest ? i : -i)) / scale;
        if (holds(stretch, *out))
            return true;
    }
    return false;
}

/* The value of the stretch nearest to `from`; false if it is empty. */
static bool nearest(const rung_question *question, const struct stretch *stretch, double from,
                    double *out)
{
    enum { MOST_DECIMALS = 15 };
    bool lowest = from <= stretch->low;
    *out = from;
    if (holds(stretch, from))
        return true;
    if (question->integer)
        return multiple(stretch, 1, lowest, out);
    double scale = 1;
    for (int decimals = 1; decimals <= MOST_DECIMALS; decimals++)
        if (multiple(stretch, scale *= 10, lowest, out))
            return true;
    *out = stretch->low + (stretch->high - stretch->low) / 2;
    return holds(stretch, *out);
}

static double begin_of(const struct near *near)
{
    if (!near->from->given)
        return near->question->min;
    return near->question->integer ? (double)near->from->value.i : near->from->value.d;
}

static void add_stretch(struct near *near, struct stretch stretch)
{
    double value;
    if (nearest(near->question, &stretch, begin_of(near), &value))
        add_number(near, value);
}

/* Programs only compare the number with the cuts: those below, on, between and above them. */
static void add_by_cuts(struct near *near, answers_usage *usage)
{
    const rung_question *question = near->question;
    struct stretch rest = {question->min, question->max, false, false};
    answers_sort_numbers(usage->cuts.at, usage->cuts.count);
    for (size_t i = 0; i < usage->cuts.count; i++) {
        double cut = usage->cuts.at[i];
        if (!holds(&rest, cut))
            continue;
        add_stretch(near, (struct stretch){rest.low, cut, rest.low_open, true});
        add_stretch(near, (struct stretch){cut, cut, false, false});
        rest = (struct stretch){cut, question->max, true, false};
    }
    add_stretch(near, rest);
}

/* Every tenth, or every whole number: a selection of those that are calculated with. */
static bool add_grid(struct near *near, size_t most)
{
    const rung_question *question = near->question;
    double width = question->max - question->min;
    double scale = width * 10 < (double)most ? 10 : 1;
    if (question->integer || width >= (double)most)
        return false;
    for (double i = 0; i <= width * scale; i++)
        add_number(near, (ceil(question->min * scale) + i) / scale > question->max
                             ? question->max
                             : (ceil(question->min * scale) + i) / scale);
    return true;
}

/* --- Several choices ------------------------------------------------------------------------- */

/* The nearest set that has these of the members that programs ask for. Options that none asks for
 * stay as they are, where they go together with them. */
static rung_cell nearest_set(const struct near *near, uint64_t members, uint64_t set)
{
    uint64_t exclusive = near->question->exclusive;
    uint64_t others = near->from->given ? near->from->value.set & ~members : 0;
    if (set & exclusive)
        return (rung_cell){.set = set};
    return (rung_cell){.set = set ? set | (others & ~exclusive) : others};
}

/* --- All types ------------------------------------------------------------------------------- */

rung_near_values rung_values_near(rung_arena *arena, const rung_question *question, size_t index,
                                  const rung_program *const *programs, size_t program_count,
                                  size_t most, const rung_answer *from)
{
    struct near near = {.arena = arena, .question = question, .from = from};
    answers_usage usage = answers_usage_of(arena, index, programs, program_count);
    bool number = question->type == RUNG_QUESTION_NUMBER;
    if (number && usage.only_cuts && usage.cuts.count < most) {
        add_by_cuts(&near, &usage);
        return (rung_near_values){near.list.at, near.list.count, true};
    }
    rung_values values =
        rung_values_told_apart(arena, question, index, programs, program_count, most);
    if (number && !values.all && add_grid(&near, most))
        return (rung_near_values){near.list.at, near.list.count, false};
    bool by_members = question->type == RUNG_QUESTION_CHOICES && values.all && usage.only_members;
    for (size_t i = 0; i < values.count; i++)
        add(&near,
            by_members ? nearest_set(&near, usage.members, values.cells[i].set) : values.cells[i]);
    return (rung_near_values){near.list.at, near.list.count, values.all};
}
