/* The examples that content brings along, as its own tests. */
#include "scoring/scoring_private.h"

static const char *fixed(rung_arena *arena, double value)
{
    char number[RUNG_NUMBER_SIZE * 12];
    return rung_copy(arena, (rung_text){number, rung_number_fixed(value, 2, number)});
}

/* "12.50", or "12.50 to 30.00". */
static const char *shown(rung_arena *arena, rung_range range)
{
    const char *low = fixed(arena, range.low), *high = fixed(arena, range.high);
    return range.high - range.low < RUNG_EPSILON ? low : rung_format(arena, "%s to %s", low, high);
}

/* --- The verdict ----------------------------------------------------------------------------- */

/* The essential requirement that lacks most. */
static const char *worst_essential(const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    const char *worst = "";
    double most = 0;
    for (size_t i = 0; i < rules->requirement_count; i++) {
        const rung_requirement_score *score = &card->aim->requirements[i];
        if (!score->applies || score->need != RUNG_ESSENTIAL || score->gap.high <= most)
            continue;
        most = score->gap.high;
        worst = rules->requirements[i].id;
    }
    return worst;
}

/* What parts the two verdicts: the figure, and what the better one asks for. */
static const char *difference(const rung_scorecard *card, size_t one, size_t other,
                              rung_arena *arena)
{
    const rung_verdict *better = &card->role->rules->verdicts[one < other ? one : other];
    const rung_rung_score *aim = card->aim;
    const char *score = shown(arena, aim->score);
    if (aim->blocked)
        return "it does not answer what `target` hangs on";
    if (better->has_at_least && aim->score.low < better->at_least - RUNG_EPSILON)
        return rung_format(arena, "it scores %s, and `%s` begins at %s", score, better->id,
                           fixed(arena, better->at_least));
    if (better->has_essential_gap &&
        aim->largest_essential_gap.high > better->essential_gap + RUNG_EPSILON)
        return rung_format(arena, "the essential `%s` lacks %s, and `%s` allows %s",
                           worst_essential(card), shown(arena, aim->largest_essential_gap),
                           better->id, fixed(arena, better->essential_gap));
    return rung_format(arena, "it scores %s, and nothing keeps it from `%s`", score, better->id);
}

static void check_verdict(const rung_scorecard *card, const rung_example *example,
                          rung_diagnostics *diagnostics)
{
    const rung_verdict *verdicts = card->role->rules->verdicts;
    size_t low = card->aim->verdict_low, high = card->aim->verdict_high;
    const char *expected = verdicts[example->verdict].id;
    const char *why =
        difference(card, low, low == high ? example->verdict : high, diagnostics->arena);

    if (low != high)
        rung_report(diagnostics, &rung_scoring_messages[SCORING_EXAMPLE_VERDICT_RANGE],
                    example->verdict_span, verdicts[low].id, verdicts[high].id, expected, why);
    else if (low != example->verdict)
        rung_report(diagnostics, &rung_scoring_messages[SCORING_EXAMPLE_VERDICT],
                    example->verdict_span, verdicts[low].id, expected, why);
}

/* --- Score and gaps -------------------------------------------------------------------------- */

static void check_score(const rung_scorecard *card, const rung_example *example,
                        rung_diagnostics *diagnostics)
{
    rung_range score = card->aim->score;
    rung_range expected = {example->score[0], example->score[1]};
    rung_arena *arena = diagnostics->arena;
    double below = expected.low - score.low, above = score.high - expected.high;
    if (below <= RUNG_EPSILON && above <= RUNG_EPSILON)
        return;
    bool low = below >= above;
    rung_report(diagnostics, &rung_scoring_messages[SCORING_EXAMPLE_SCORE], example->score_span,
                shown(arena, score), shown(arena, expected), fixed(arena, low ? below : above),
                low ? "low" : "high");
}

/* "its gaps are `a`, `b`", the heaviest first. */
static const char *gaps_found(const rung_scorecard *card, rung_arena *arena)
{
    enum { SHOWN = 8 };
    const rung_requirement *requirements = card->role->rules->requirements;
    const char *list = "";
    for (size_t i = 0; i < card->gap_count && i < SHOWN; i++)
        list = rung_format(arena, "%s%s`%s`", list, i == 0 ? "" : ", ",
                           requirements[card->gaps[i]].id);
    if (card->gap_count == 0)
        return "it has none";
    return rung_format(arena, "its %s %s%s", card->gap_count == 1 ? "only gap is" : "gaps are",
                       list, card->gap_count > SHOWN ? ", …" : "");
}

static void check_gaps(const rung_scorecard *card, const rung_example *example,
                       rung_diagnostics *diagnostics)
{
    const rung_requirement *requirements = card->role->rules->requirements;
    for (size_t i = 0; i < example->gap_count; i++) {
        const rung_requirement_score *score = &card->aim->requirements[example->gaps[i]];
        if (!score->applies || score->gap.high <= 0)
            rung_report(diagnostics, &rung_scoring_messages[SCORING_EXAMPLE_GAP],
                        example->gaps_span, requirements[example->gaps[i]].id,
                        gaps_found(card, diagnostics->arena));
    }
}

/* --- The whole ------------------------------------------------------------------------------- */

/* Scorecards are large and examples may be many: each has an arena of its own. */
struct trial {
    rung_arena arena;
    const rung_role *role;
    const rung_example *example;
    rung_diagnostics *diagnostics;
};

static void try_example(void *ctx)
{
    struct trial *trial = ctx;
    const rung_example *example = trial->example;
    rung_arena *arena = &trial->arena;
    rung_diagnostics *diagnostics = trial->diagnostics;
    rung_arena_share_guard(diagnostics->arena, arena);

    /* In the arena: a failed allocation leaves this body and must not leak them. */
    rung_answers *answers;
    rung_memory memory = rung_arena_memory(arena);
    if (rung_answers_new(&answers, &memory, trial->role->questionnaire) != RUNG_OK)
        rung_out_of_memory(arena);
    if (rung_answers_from_datum(answers, example->answers, diagnostics) != RUNG_OK)
        return;
    const rung_sheet *sheet = rung_sheet_new(arena, answers);
    const rung_scorecard *card = rung_scorecard_new(arena, trial->role, sheet);
    if (example->has_verdict)
        check_verdict(card, example, diagnostics);
    if (example->has_score)
        check_score(card, example, diagnostics);
    check_gaps(card, example, diagnostics);
}

bool rung_example_check(const rung_role *role, const rung_example *example,
                        rung_diagnostics *diagnostics)
{
    size_t before = diagnostics->errors;
    struct trial trial = {{0}, role, example, diagnostics};
    rung_arena_init(&trial.arena, diagnostics->arena->memory);

    void *guard = diagnostics->arena->guard;
    rung_status status = rung_guard(&trial.arena, try_example, &trial);
    diagnostics->arena->guard = guard;
    rung_arena_release(&trial.arena);
    if (status != RUNG_OK)
        rung_out_of_memory(diagnostics->arena);
    return diagnostics->errors == before;
}

const rung_diagnostic_kind rung_scoring_messages[] = {
#define KIND RUNG_KIND
#include "scoring/message_list.h"
#undef KIND
};
const size_t rung_scoring_message_count = RUNG_COUNT(rung_scoring_messages);
