/* The gaps that are sure, one card each: where one is, what is needed, why, and what would close
 * it. The first are told in full; the others in fewer lines, with the same facts. */
#include "report/build.h"

#include <math.h>

enum {
    GAPS_IN_FULL = 5,
    ACTIONS_IN_FULL = 2,
    ACTIONS_IN_SHORT = 1,
    GAPS_IN_SUMMARY = 3,
};

/* --- One gap --------------------------------------------------------------------------------- */
const char *report_attained(report_build *build, const rung_requirement_score *score)
{
    bool above = score->attained.low > score->target + RUNG_EPSILON;
    return report_fill(build->arena, above ? WORD_LEVEL_ABOVE : WORD_LEVEL_OF,
                       report_level_numbers(build->arena, score->attained),
                       report_level_number(build->arena, score->target));
}

static const char *gap_aside(report_build *build, const rung_requirement_score *score, bool full)
{
    bool essential = score->need == RUNG_ESSENTIAL;
    const char *loss = report_loss(build->arena, score->loss);
    if (full)
        return report_fill(build->arena, essential ? WORD_ESSENTIAL_COST : WORD_PREFERRED_COST,
                           loss);
    return report_fill(build->arena, essential ? WORD_ESSENTIAL_LEVEL : WORD_PREFERRED_LEVEL,
                       report_attained(build, score), loss);
}

const char *report_where_one_is(report_build *build, size_t requirement)
{
    const rung_requirement_score *score = &build->aim->requirements[requirement];
    const char *level = report_attained(build, score);
    const char *text =
        report_level_text(&build->rules->requirements[requirement], score->attained.low);
    if (!text && score->attained.high <= 0)
        text = report_words(WORD_NOTHING_YET);
    return text ? report_fill(build->arena, WORD_LEVEL_WITH_TEXT, level, text) : level;
}

/* What is needed, with the text of the first whole level that does. */
const char *report_what_is_needed(report_build *build, size_t requirement)
{
    double target = build->aim->requirements[requirement].target;
    const char *number = report_level_number(build->arena, target);
    const char *text =
        report_level_text(&build->rules->requirements[requirement], ceil(target - RUNG_EPSILON));
    return text ? report_fill(build->arena, WORD_LEVEL_WITH_TEXT, number, text) : number;
}

/* An action, how far it takes one if not all the way, and what has to be done before it. */
static const char *closing_line(report_build *build, size_t action, size_t requirement)
{
    const rung_action *step = &build->rules->actions[action];
    const char *line = report_action_line(build, step);
    double level = report_action_level(step, requirement);
    size_t before = report_action_waits_for(build, step);
    if (level < build->aim->requirements[requirement].target - RUNG_EPSILON)
        line = report_fill(build->arena, WORD_TO_LEVEL, line,
                           report_level_number(build->arena, level));
    if (before == SIZE_MAX)
        return line;
    return report_fill(build->arena, WORD_AFTER, line, build->rules->actions[before].title);
}

void report_add_actions(report_build *build, report_pairs *pairs, size_t requirement, size_t most)
{
    report_ids actions = report_actions_for(build, requirement);
    report_pair *pair = report_add_pair(build->document, pairs, report_words(WORD_TO_CLOSE),
                                        actions.count ? NULL : report_words(WORD_NO_STEP));
    for (size_t i = 0; i < actions.count && i < most; i++)
        report_add_value(build->document, pair, closing_line(build, actions.at[i], requirement));
}

/* "your own rating and what you have done" */
static const char *evidence_words(report_build *build, unsigned evidence)
{
    const char *kinds[RUNG_EVIDENCE_COUNT];
    size_t count = 0;
    if (evidence == 1u << RUNG_EVIDENCE_SELF_RATING)
        return report_words(WORD_OWN_RATING_ALONE);
    for (unsigned kind = RUNG_EVIDENCE_NONE + 1; kind < RUNG_EVIDENCE_COUNT; kind++)
        if (evidence & 1u << kind)
            kinds[count++] = report_evidence_word(kind);
    if (count == 0)
        kinds[count++] = report_evidence_word(RUNG_EVIDENCE_NONE);
    return report_list(build->arena, kinds, count, RUNG_EVIDENCE_COUNT);
}

const char *report_what_it_rests_on(report_build *build, const rung_requirement *requirement)
{
    const char *evidence = evidence_words(build, requirement->evidence);
    return requirement->documented ? evidence : report_fill(build->arena, WORD_JUDGED, evidence);
}

static void add_gap(report_build *build, report_block *block, size_t place)
{
    size_t id = build->missing.at[place];
    bool full = place < GAPS_IN_FULL;
    const rung_requirement *requirement = &build->rules->requirements[id];
    report_item *item = report_add_item(build->document, block, requirement->title);
    report_pairs *pairs = &item->pairs;
    item->number = place + 1;
    item->aside = gap_aside(build, &build->aim->requirements[id], full);
    item->brief = !full;
    if (full)
        report_add_pair(build->document, pairs, report_words(WORD_YOU_ARE_AT),
                        report_where_one_is(build, id));
    report_add_pair(build->document, pairs, report_words(WORD_NEEDED),
                    report_what_is_needed(build, id));
    if (requirement->why)
        report_add_pair(build->document, pairs, report_words(WORD_WHY), requirement->why)->minor =
            !full;
    report_add_actions(build, pairs, id, full ? ACTIONS_IN_FULL : ACTIONS_IN_SHORT);
    report_add_pair(build->document, pairs, report_words(WORD_RESTS_ON),
                    report_what_it_rests_on(build, requirement))
        ->minor = !full;
}

/* --- All gaps -------------------------------------------------------------------------------- */
/* The losses add up to 100 - score: said where all is known, and in two parts where it is not. */
static const char *sum_of_losses(report_build *build)
{
    rung_range score = build->aim->score;
    rung_arena *arena = build->arena;
    if (score.high - score.low <= RUNG_EPSILON)
        return report_fill_count_with(
            arena, WORD_GAPS_SUM, build->missing.count,
            report_loss(arena, (rung_range){100 - score.low, 100 - score.low}));
    return report_fill(arena, WORD_GAPS_SUM_OPEN, report_decimal(arena, 100 - score.high),
                       report_decimal(arena, score.high - score.low));
}

void report_build_gaps(report_build *build)
{
    if (build->missing.count == 0)
        return;
    report_add(build->document, REPORT_HEADING, report_words(WORD_GAPS));
    report_add(build->document, REPORT_TEXT, report_words(WORD_GAPS_LEVELS));
    report_build_gap_bars(build);
    report_block *block = report_add(build->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < build->missing.count; i++)
        add_gap(build, block, i);
    report_add(build->document, REPORT_TEXT, sum_of_losses(build));
}

void report_build_gap_levels(report_build *build, size_t most)
{
    report_block *block = report_add(build->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < build->missing.count && i < most; i++) {
        size_t id = build->missing.at[i];
        report_item *item =
            report_add_item(build->document, block, build->rules->requirements[id].title);
        item->number = i + 1;
        item->aside = gap_aside(build, &build->aim->requirements[id], true);
        report_add_pair(build->document, &item->pairs, report_words(WORD_YOU_ARE_AT),
                        report_where_one_is(build, id));
        report_add_pair(build->document, &item->pairs, report_words(WORD_NEEDED),
                        report_what_is_needed(build, id));
    }
}

void report_build_first_gaps(report_build *build)
{
    if (build->missing.count == 0)
        return;
    report_block *block = report_add(build->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < build->missing.count && i < GAPS_IN_SUMMARY; i++) {
        size_t id = build->missing.at[i];
        report_item *item =
            report_add_item(build->document, block, build->rules->requirements[id].title);
        item->number = i + 1;
        item->aside = gap_aside(build, &build->aim->requirements[id], true);
        report_ids actions = report_actions_for(build, id);
        if (actions.count)
            item->text = report_action_line(build, &build->rules->actions[actions.at[0]]);
    }
}
