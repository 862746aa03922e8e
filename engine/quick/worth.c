/* What asking each question is worth. */
#include "quick/quick.h"

#include <math.h>

enum {
    MOST_STEPS = 4096, /* for one requirement: a turn of the interview takes 5 ms at most */
    LEVEL_POINTS = 6,  /* what a level of an essential gap counts; from 3 on it is all the same */
};
static const double shared_part = 0.01;

/* What fulfilment can be once a question has one of its values. */
struct tally {
    rung_cell value;
    rung_range fulfilment;
};

/* An open question that leads to the requirement being looked at. */
struct lead {
    size_t question;
    RUNG_VEC(struct tally) tallies; /* one a value */
    size_t last;                    /* the tally of the completion before */
};

struct sounding {
    rung_arena *arena;
    const rung_scorecard *card;
    const bool *skipped;
    void *scratch;
    double *worth;
    double allowed_gap; /* an essential gap above it keeps a verdict out of reach */
    /* the requirement being looked at */
    const rung_program *attained;
    const rung_requirement_score *now;
    RUNG_VEC(struct lead) leads;
};

/* --- Which questions lead to a requirement ---------------------------------------------------- */

static void add_lead(struct sounding *s, size_t question)
{
    if (s->card->sheet->states[question] != RUNG_UNANSWERED || s->skipped[question])
        return;
    for (size_t i = 0; i < s->leads.count; i++)
        if (s->leads.at[i].question == question)
            return;
    struct lead lead = {.question = question};
    rung_push(s->arena, &s->leads, lead);
}

/* Those it reads, and those that open one it reads. */
static void find_leads(struct sounding *s)
{
    const rung_sheet *sheet = s->card->sheet;
    size_t count;
    const rung_use *uses = rung_program_uses(s->attained, &count);
    s->leads.count = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t question = uses[i].variable;
        if (question >= sheet->questionnaire->question_count)
            continue;
        add_lead(s, question);
        if (sheet->states[question] != RUNG_UNDECIDED)
            continue;
        const rung_question *content = &sheet->questionnaire->questions[question];
        for (size_t k = 0; k < content->asked_by_count; k++)
            add_lead(s, content->asked_by[k]);
    }
}

/* --- What fulfilment can be, by their values -------------------------------------------------- */

static rung_range fulfilment_of(const struct sounding *s, const rung_cell *cells)
{
    double attained;
    if (rung_eval_number(s->attained, cells, s->scratch, &attained) || isnan(attained))
        return (rung_range){0, 1};
    double share = fmin(1, fmax(0, attained) / s->now->target);
    return (rung_range){share, share};
}

/* Values come in the order of nested loops: mostly the same as before, or the next. */
static struct tally *tally_of(struct sounding *s, struct lead *lead, rung_cell value)
{
    for (size_t i = 0; i < lead->tallies.count; i++) {
        size_t index = (lead->last + i) % lead->tallies.count;
        if (lead->tallies.at[index].value.set != value.set)
            continue;
        lead->last = index;
        return &lead->tallies.at[index];
    }
    struct tally tally = {value, {1, 0}};
    rung_push(s->arena, &lead->tallies, tally);
    lead->last = lead->tallies.count - 1;
    return &lead->tallies.at[lead->last];
}

static bool visit(void *ctx, const rung_cell *cells)
{
    struct sounding *s = ctx;
    rung_range fulfilment = fulfilment_of(s, cells);
    for (size_t i = 0; i < s->leads.count; i++) {
        struct lead *lead = &s->leads.at[i];
        struct tally *tally = tally_of(s, lead, cells[lead->question]);
        tally->fulfilment.low = fmin(tally->fulfilment.low, fulfilment.low);
        tally->fulfilment.high = fmax(tally->fulfilment.high, fulfilment.high);
    }
    return true;
}

static double width(rung_range range)
{
    return range.high - range.low;
}

static double mean_width(const struct lead *lead)
{
    double sum = 0;
    for (size_t i = 0; i < lead->tallies.count; i++)
        sum += width(lead->tallies.at[i].fulfilment);
    return sum / (double)lead->tallies.count;
}

/* --- One requirement -------------------------------------------------------------------------- */

/* What narrowing its fulfilment by all of it would be worth. */
static double stake(const struct sounding *s, double points)
{
    bool holds = s->now->need == RUNG_ESSENTIAL && s->now->gap.high > s->allowed_gap;
    return points + (holds ? LEVEL_POINTS * s->now->target : 0);
}

static void look_at(struct sounding *s, double points)
{
    rung_visit walk = {
        .programs = &s->attained,
        .program_count = 1,
        .rung = s->card->aim->rung,
        .most_steps = MOST_STEPS,
        .visit = visit,
        .ctx = s,
    };
    find_leads(s);
    if (s->leads.count == 0)
        return;
    rung_visit_completions(s->arena, s->card->sheet, &walk);
    bool known = walk.end == RUNG_VISIT_ALL;
    double open = width(s->now->fulfilment), value = stake(s, points);
    for (size_t i = 0; i < s->leads.count; i++) {
        struct lead *lead = &s->leads.at[i];
        double share = value * open / (double)s->leads.count;
        s->worth[lead->question] +=
            known ? value * fmax(0, open - mean_width(lead)) + shared_part * share : share;
    }
}

/* --- All of them ------------------------------------------------------------------------------ */

/* What the strictest of the verdicts allows that are possible and not certain. */
static double allowed_gap(const rung_scorecard *card)
{
    double least = RUNG_HIGHEST_LEVEL;
    for (size_t v = card->aim->verdict_high; v < card->aim->verdict_low; v++)
        if (card->role->rules->verdicts[v].has_essential_gap)
            least = fmin(least, card->role->rules->verdicts[v].essential_gap);
    return least;
}

static const double *points_of(rung_arena *arena, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    double *points = rung_new_array(arena, double, rules->requirement_count);
    bool *applies = rung_new_array(arena, bool, rules->requirement_count);
    for (size_t r = 0; r < rules->requirement_count; r++)
        applies[r] = card->aim->requirements[r].applies;
    rung_requirement_points(arena, rules, applies, points);
    return points;
}

const double *rung_quick_worth(rung_arena *arena, const rung_scorecard *card, const bool *skipped)
{
    const rung_rules *rules = card->role->rules;
    struct sounding s = {.arena = arena, .card = card, .skipped = skipped};
    s.worth = rung_new_array(arena, double, card->sheet->questionnaire->question_count);
    if (card->aim->blocked)
        return s.worth;
    s.scratch = rung_alloc(arena, card->role->scratch);
    s.allowed_gap = allowed_gap(card);
    const double *points = points_of(arena, card);
    for (size_t r = 0; r < rules->requirement_count; r++) {
        s.attained = rules->requirements[r].attained;
        s.now = &card->aim->requirements[r];
        if (s.now->applies && width(s.now->fulfilment) > 0)
            look_at(&s, points[r]);
    }
    return s.worth;
}
