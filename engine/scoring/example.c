/* The examples that content brings along, as its own tests. */
#include "scoring/scoring_private.h"

static void check_verdict(const rung_scorecard *card, const rung_example *example,
                          rung_diagnostics *diagnostics)
{
    const rung_verdict *verdicts = card->role->rules->verdicts;
    size_t low = card->aim->verdict_low, high = card->aim->verdict_high;
    const char *expected = verdicts[example->verdict].id;

    if (low != high)
        rung_report(diagnostics, &rung_scoring_messages[SCORING_EXAMPLE_VERDICT_RANGE],
                    example->verdict_span, verdicts[low].id, verdicts[high].id, expected);
    else if (low != example->verdict)
        rung_report(diagnostics, &rung_scoring_messages[SCORING_EXAMPLE_VERDICT],
                    example->verdict_span, verdicts[low].id, expected);
}

static const char *fixed(rung_arena *arena, double value)
{
    char number[RUNG_NUMBER_SIZE * 12];
    return rung_copy(arena, (rung_text){number, rung_number_fixed(value, 2, number)});
}

static void check_score(const rung_scorecard *card, const rung_example *example,
                        rung_diagnostics *diagnostics)
{
    rung_range score = card->aim->score;
    rung_arena *arena = diagnostics->arena;
    if (score.low < example->score[0] - RUNG_EPSILON ||
        score.high > example->score[1] + RUNG_EPSILON)
        rung_report(diagnostics, &rung_scoring_messages[SCORING_EXAMPLE_SCORE], example->score_span,
                    fixed(arena, score.low), fixed(arena, score.high),
                    fixed(arena, example->score[0]), fixed(arena, example->score[1]));
}

static void check_gaps(const rung_scorecard *card, const rung_example *example,
                       rung_diagnostics *diagnostics)
{
    for (size_t i = 0; i < example->gap_count; i++) {
        const rung_requirement_score *score = &card->aim->requirements[example->gaps[i]];
        if (!score->applies || score->gap.high <= 0)
            rung_report(diagnostics, &rung_scoring_messages[SCORING_EXAMPLE_GAP],
                        example->gaps_span, card->role->rules->requirements[example->gaps[i]].id);
    }
}

bool rung_example_check(const rung_role *role, const rung_example *example,
                        rung_diagnostics *diagnostics)
{
    rung_answers *answers;
    size_t before = diagnostics->errors;
    rung_arena *arena = diagnostics->arena;

    /* In the arena: a failed allocation leaves this body and must not leak them. */
    rung_memory memory = rung_arena_memory(arena);
    if (rung_answers_new(&answers, &memory, role->questionnaire) != RUNG_OK)
        rung_out_of_memory(arena);
    if (rung_answers_from_datum(answers, example->answers, diagnostics) == RUNG_OK) {
        const rung_sheet *sheet = rung_sheet_new(arena, answers);
        const rung_scorecard *card = rung_scorecard_new(arena, role, sheet);
        if (example->has_verdict)
            check_verdict(card, example, diagnostics);
        if (example->has_score)
            check_score(card, example, diagnostics);
        check_gaps(card, example, diagnostics);
    }
    return diagnostics->errors == before;
}

#define SCORING_KIND(name, number, text)                                                           \
    [SCORING_##name] = {.code = number, .severity = RUNG_ERROR, .format = text},
const rung_diagnostic_kind rung_scoring_messages[] = {SCORING_MESSAGES(SCORING_KIND)};
const size_t rung_scoring_message_count = SCORING_MESSAGE_COUNT;
