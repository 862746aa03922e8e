/* How few questions would have done. Which set of answers is the smallest that decides the verdict
 * is as hard as packing a knapsack, and both sides of the score at once. Three searches throw
 * answers away until none can go, and the best counts, so that the figure is an upper bound, close
 * to the least:
 *
 *   - from all answers, always the one that takes least of the room there is between the score's
 *     ends and the bounds of the verdict;
 *   - from those that were asked, the last first, and the first first. */
#include "quick/people.h"

struct search {
    const rung_role *role;
    const quick_person *person;
    rung_answers *kept;
    size_t left[MOST_QUESTIONS], count; /* questions whose answers are kept */
};

static struct search start(const quick_person *person, const size_t *questions, size_t count)
{
    struct search search = {person->role, person, NULL, {0}, count};
    assert_int_equal(rung_answers_new(&search.kept, NULL, person->role->questionnaire), RUNG_OK);
    for (size_t i = 0; i < count; i++) {
        rung_answer answer = *rung_answers_get(person->answers, questions[i]);
        assert_int_equal(rung_answers_set(search.kept, questions[i], answer), RUNG_OK);
        search.left[i] = questions[i];
    }
    return search;
}

/* Where one stands without one answer, which is then kept again. */
static quick_standing without(struct search *search, size_t question)
{
    assert_int_equal(rung_answers_set(search->kept, question, (rung_answer){0}), RUNG_OK);
    quick_standing now = stand(search->role, search->kept, NULL);
    rung_answer answer = *rung_answers_get(search->person->answers, question);
    assert_int_equal(rung_answers_set(search->kept, question, answer), RUNG_OK);
    return now;
}

static void throw_away(struct search *search, size_t index)
{
    assert_int_equal(rung_answers_set(search->kept, search->left[index], (rung_answer){0}),
                     RUNG_OK);
    search->left[index] = search->left[--search->count];
}

/* --- The one that takes least ---------------------------------------------------------------- */

/* How much of the room to a bound a step takes. */
static double part(double step, double room)
{
    return step > 0 ? step / (room + RUNG_EPSILON) : 0;
}

static double price(const struct search *search, const quick_standing *before,
                    const quick_standing *after)
{
    const rung_verdict *verdicts = search->role->rules->verdicts, *own, *better;
    size_t v = before->verdict_low;
    own = &verdicts[v];
    better = v > 0 ? &verdicts[v - 1] : NULL;
    double price = 0;
    if (own->has_at_least)
        price += part(before->score.low - after->score.low, before->score.low - own->at_least);
    bool kept_out = !better || (better->has_essential_gap &&
                                after->largest_essential_gap.low > better->essential_gap);
    if (!kept_out && better->has_at_least)
        price +=
            part(after->score.high - before->score.high, better->at_least - before->score.high);
    return price;
}

/* The cheapest answer that can go; `count` if none can. */
static size_t cheapest(struct search *search)
{
    quick_standing before = stand(search->role, search->kept, NULL);
    double least = 0;
    size_t best = search->count;
    for (size_t i = 0; i < search->count; i++) {
        quick_standing after = without(search, search->left[i]);
        if (!after.decided)
            continue;
        double cost = price(search, &before, &after);
        if (best < search->count && cost >= least)
            continue;
        best = i;
        least = cost;
        if (cost <= 0)
            break;
    }
    return best;
}

static size_t cheapest_first(const quick_person *person)
{
    quick_standing full = stand(person->role, person->answers, NULL);
    size_t answered[MOST_QUESTIONS], count = 0;
    for (size_t q = 0; q < person->role->questionnaire->question_count; q++)
        if (full.states[q] == RUNG_ANSWERED)
            answered[count++] = q;
    struct search search = start(person, answered, count);
    for (size_t i; (i = cheapest(&search)) < search.count;)
        throw_away(&search, i);
    rung_answers_free(search.kept);
    return search.count;
}

/* --- In the order of the asking -------------------------------------------------------------- */

static size_t in_order(const quick_person *person, const quick_way *way, bool last_first)
{
    struct search search = start(person, way->asked, way->count);
    size_t kept = way->count;
    for (size_t i = 0; i < way->count; i++) {
        size_t question = way->asked[last_first ? way->count - 1 - i : i];
        if (!without(&search, question).decided)
            continue;
        assert_int_equal(rung_answers_set(search.kept, question, (rung_answer){0}), RUNG_OK);
        kept--;
    }
    rung_answers_free(search.kept);
    return kept;
}

size_t with_hindsight(const quick_person *person, const quick_way *way)
{
    if (!way->decided)
        return way->count;
    size_t found[] = {cheapest_first(person), in_order(person, way, true),
                      in_order(person, way, false)};
    size_t least = way->count;
    for (size_t i = 0; i < RUNG_COUNT(found); i++)
        least = found[i] < least ? found[i] : least;
    return least;
}
