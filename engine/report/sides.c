/* Two scorecards side by side: what documents that compare have in common. */
#include "report/sides.h"

#include <string.h>

enum { GAPS_SHOWN = 8 };

/* --- Facts ----------------------------------------------------------------------------------- */
rung_pairings report_same_requirements(rung_arena *arena, const rung_rules *rules)
{
    rung_pairing *pairs = rung_new_array(arena, rung_pairing, rules->requirement_count);
    for (size_t i = 0; i < rules->requirement_count; i++)
        pairs[i] = (rung_pairing){.id = rules->requirements[i].id, .before = i, .after = i};
    return (rung_pairings){.at = pairs, .count = rules->requirement_count};
}

report_sides report_sides_of(rung_arena *arena, report_side before, report_side after,
                             rung_pairings requirements)
{
    report_sides sides = {.arena = arena,
                          .before = report_build_new(arena, before.card, before.subject),
                          .after = report_build_new(arena, after.card, after.subject),
                          .requirements = requirements};
    sides.before->document = sides.after->document;
    sides.comparable = !sides.before->aim->blocked && !sides.after->aim->blocked;
    return sides;
}

/* What a content does not have, it does not ask for. */
static const rung_requirement_score *score_at(const report_build *build, size_t requirement)
{
    static const rung_requirement_score absent = {.applies = false};
    return requirement == RUNG_NOWHERE ? &absent : &build->aim->requirements[requirement];
}

rung_gap_change report_gap_change(const report_sides *sides, const rung_pairing *pair)
{
    return rung_gap_change_of(score_at(sides->before, pair->before),
                              score_at(sides->after, pair->after));
}

typedef RUNG_VEC(const rung_pairing *) pairs;

static void push_changing(const report_sides *sides, rung_gap_change change, size_t gap, bool was,
                          pairs *out)
{
    for (size_t i = 0; i < sides->requirements.count; i++) {
        const rung_pairing *pair = &sides->requirements.at[i];
        if ((was ? pair->before : pair->after) == gap && report_gap_change(sides, pair) == change)
            rung_push(sides->arena, out, pair);
    }
}

/* Those that change so, in the order of the gaps where they still are, or were. */
static pairs changing(const report_sides *sides, rung_gap_change change)
{
    bool was = change == RUNG_GAP_CLOSES || change == RUNG_GAP_DROPS;
    const rung_scorecard *card = was ? sides->before->card : sides->after->card;
    pairs out = {0};
    for (size_t i = 0; sides->comparable && i < card->gap_count; i++)
        push_changing(sides, change, card->gaps[i], was, &out);
    return out;
}

static size_t essentials_missing(const report_build *build)
{
    size_t count = 0;
    for (size_t i = 0; i < build->missing.count; i++)
        count += build->aim->requirements[build->missing.at[i]].need == RUNG_ESSENTIAL;
    return count;
}

bool report_same_range(rung_range a, rung_range b)
{
    double low = a.low - b.low, high = a.high - b.high;
    return low <= RUNG_EPSILON && low >= -RUNG_EPSILON && high <= RUNG_EPSILON &&
           high >= -RUNG_EPSILON;
}

static bool same_title(const report_build *a, size_t i, const report_build *b, size_t j)
{
    return strcmp(a->rules->verdicts[i].id, b->rules->verdicts[j].id) == 0;
}

bool report_same_verdict(const report_sides *sides)
{
    const report_build *a = sides->before, *b = sides->after;
    return same_title(a, a->aim->verdict_low, b, b->aim->verdict_low) &&
           same_title(a, a->aim->verdict_high, b, b->aim->verdict_high);
}

const char *report_points_of(report_build *build)
{
    return build->aim->blocked ? report_words(WORD_NOT_KNOWN)
                               : report_score(build->arena, build->aim->score);
}

const char *report_aim_title(report_build *build)
{
    return report_target(build) ? report_target(build)->title : report_words(WORD_NOT_KNOWN);
}

/* --- For people ------------------------------------------------------------------------------ */
size_t report_shown_of(size_t count, size_t most)
{
    return count > most + 1 ? most : count;
}

void report_add_rest(report_build *build, size_t count)
{
    if (count)
        report_add(build->document, REPORT_TEXT,
                   report_fill_count(build->arena, WORD_SIDES_MORE, count));
}

static void add_row(report_sides *sides, report_table *table, report_word name, const char *was,
                    const char *is)
{
    report_row row = {.cells = {report_words(name), was, is}};
    rung_push(sides->arena, &table->rows, row);
}

static void add_count(report_sides *sides, report_table *table, report_word name, size_t was,
                      size_t is)
{
    rung_arena *arena = sides->arena;
    if (was || is)
        add_row(sides, table, name, rung_format(arena, "%zu", was), rung_format(arena, "%zu", is));
}

void report_add_side_by_side(report_sides *sides, const report_side_words *words,
                             const report_row *extra, size_t extra_count)
{
    report_build *before = sides->before, *after = sides->after;
    report_add(after->document, REPORT_HEADING, report_words(words->heading));
    report_table *table = &report_add(after->document, REPORT_TABLE, NULL)->table;
    *table = (report_table){
        .columns = 3,
        .headers = {"", words->was, words->is},
        .number = {false, true, true},
    };
    for (size_t i = 0; i < extra_count; i++)
        rung_push(sides->arena, &table->rows, extra[i]);
    if (strcmp(report_aim_title(before), report_aim_title(after)) != 0)
        add_row(sides, table, WORD_SIDES_AIM, report_aim_title(before), report_aim_title(after));
    add_row(sides, table, WORD_LADDER_POINTS, report_points_of(before), report_points_of(after));
    add_row(sides, table, WORD_LADDER_VERDICT, report_verdict_words(before, before->aim),
            report_verdict_words(after, after->aim));
    if (sides->comparable) {
        add_count(sides, table, WORD_SIDES_ESSENTIALS, essentials_missing(before),
                  essentials_missing(after));
        add_count(sides, table, WORD_SIDES_GAPS, before->missing.count, after->missing.count);
        add_count(sides, table, WORD_SIDES_GAPS_OPEN, before->open.count, after->open.count);
    }
    add_count(sides, table, WORD_SIDES_OPEN, before->card->unanswered_count,
              after->card->unanswered_count);
}

static const char *cost_of(report_build *build, const rung_requirement_score *score)
{
    if (!score->applies || score->loss.high <= 0)
        return report_words(WORD_SIDES_COSTS_NOTHING);
    return report_loss(build->arena, score->loss);
}

static const char *level_of(report_build *build, const rung_requirement_score *score)
{
    return score->applies && score->target > 0 ? report_attained(build, score)
                                               : report_words(WORD_SIDES_ABSENT);
}

/* The title, with whether it is essential, or no longer is. */
static const char *with_need(report_sides *sides, const char *title,
                             const rung_requirement_score *before,
                             const rung_requirement_score *after)
{
    bool was = before->applies && before->need == RUNG_ESSENTIAL;
    bool is = after->applies && after->need == RUNG_ESSENTIAL;
    if (before->applies && after->applies && was != is)
        return report_fill(sides->arena,
                           is ? WORD_SIDES_NOW_ESSENTIAL : WORD_SIDES_NO_LONGER_ESSENTIAL, title);
    return was || is ? report_fill(sides->arena, WORD_SIDES_ESSENTIAL, title) : title;
}

static report_row gap_row(report_sides *sides, const rung_pairing *pair)
{
    const rung_requirement_score *before = score_at(sides->before, pair->before);
    const rung_requirement_score *after = score_at(sides->after, pair->after);
    const char *title = pair->after == RUNG_NOWHERE
                            ? sides->before->rules->requirements[pair->before].title
                            : sides->after->rules->requirements[pair->after].title;
    return (report_row){
        .cells = {with_need(sides, title, before, after), level_of(sides->before, before),
                  level_of(sides->after, after), cost_of(sides->before, before),
                  cost_of(sides->after, after)},
    };
}

static void add_changing(report_sides *sides, const report_side_words *words,
                         rung_gap_change change)
{
    pairs found = changing(sides, change);
    if (found.count == 0)
        return;
    report_document *document = sides->after->document;
    report_add(document, REPORT_HEADING, report_words(words->gaps[change]));
    report_table *table = &report_add(document, REPORT_TABLE, NULL)->table;
    *table = (report_table){
        .columns = 5,
        .headers = {report_words(WORD_SIDES_REQUIREMENT), words->was, words->is,
                    report_words(words->cost_was), report_words(words->cost_is)},
        .number = {false, true, true, true, true},
    };
    size_t shown = report_shown_of(found.count, GAPS_SHOWN);
    for (size_t i = 0; i < shown; i++)
        rung_push(sides->arena, &table->rows, gap_row(sides, found.at[i]));
    report_add_rest(sides->after, found.count - shown);
}

void report_add_gap_changes(report_sides *sides, const report_side_words *words)
{
    static const rung_gap_change good_news_first[] = {
        RUNG_GAP_CLOSES,    RUNG_GAP_SHRINKS, RUNG_GAP_DROPS,  RUNG_GAP_OPENS,
        RUNG_GAP_UNSETTLES, RUNG_GAP_GROWS,   RUNG_GAP_SHIFTS,
    };
    for (size_t i = 0; i < RUNG_COUNT(good_news_first); i++)
        add_changing(sides, words, good_news_first[i]);
}

/* --- For programs ---------------------------------------------------------------------------- */
void report_write_side_members(rung_json *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    report_field(json, "target", card->target_known ? rules->rungs[card->target].id : "");
    report_range_field(json, "score", card->aim->score);
    report_verdict_field(json, "verdict", rules, card->aim->verdict_low, card->aim->verdict_high);
    report_begin_array(json, "gaps");
    for (size_t i = 0; i < card->gap_count; i++)
        rung_json_string(json, rules->requirements[card->gaps[i]].id);
    rung_json_end_array(json);
    report_write_questions(json, "unanswered", card, card->unanswered, card->unanswered_count);
    report_write_questions(json, "blocked-by", card, card->blocking, card->blocking_count);
}

void report_write_side(rung_json *json, const char *key, const rung_scorecard *card)
{
    rung_json_key(json, key);
    rung_json_object(json);
    report_write_side_members(json, card);
    rung_json_end_object(json);
}

/* null where it is not asked for. */
static void write_score(rung_json *json, const char *key, const report_build *build,
                        size_t requirement)
{
    const rung_requirement_score *score = score_at(build, requirement);
    rung_json_key(json, key);
    if (score->applies)
        report_write_requirement(json, build->rules, &build->rules->requirements[requirement],
                                 score);
    else
        rung_json_null(json);
}

void report_write_gap_changes(rung_json *json, const report_sides *sides)
{
    report_begin_array(json, "changes");
    for (size_t i = 0; sides->comparable && i < sides->requirements.count; i++) {
        const rung_pairing *pair = &sides->requirements.at[i];
        rung_gap_change change = report_gap_change(sides, pair);
        if (change == RUNG_GAP_STAYS)
            continue;
        rung_json_object(json);
        report_field(json, "requirement", pair->id);
        report_field(json, "gap", rung_gap_change_name(change));
        write_score(json, "before", sides->before, pair->before);
        write_score(json, "after", sides->after, pair->after);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}
