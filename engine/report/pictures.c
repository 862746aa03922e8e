/* What pictures show besides their shapes: titles, how to read them, and the figures as a table. */
#include "report/build.h"

#include <math.h>

enum { GAPS_DRAWN = 10 };

static bool is_range(rung_range range)
{
    return range.high - range.low > RUNG_EPSILON;
}

/* How to read it, with what the two shades mean where some range has both. */
static void describe(report_build *build, report_block *block, report_word title, const char *words,
                     bool ranges)
{
    report_picture *picture = &block->picture;
    picture->title = report_words(title);
    picture->description = words;
    if (!ranges)
        return;
    picture->sure = report_words(WORD_PICTURE_SURE);
    picture->possible = report_words(WORD_PICTURE_POSSIBLE);
    picture->description =
        report_fill(build->arena, WORD_SENTENCES, words, report_words(WORD_PICTURE_SHADES));
}

/* --- Points on the way to 100 ---------------------------------------------------------------- */
static void add_bounds(report_build *build, report_block *block)
{
    const rung_rules *rules = build->rules;
    const rung_rung_score *aim = build->aim;
    for (size_t i = rules->verdict_count; i-- > 0;) {
        const rung_verdict *verdict = &rules->verdicts[i];
        bool last = i + 1 == rules->verdict_count;
        if (!last && !verdict->has_at_least)
            continue;
        report_bound bound = {last ? 0 : verdict->at_least, verdict->title, i == aim->verdict_low};
        report_row *row = report_add_row(build->document, block);
        row->cells[0] = bound.title;
        row->cells[1] = report_decimal(build->arena, bound.from);
        row->current = bound.reached;
        rung_push(build->arena, &block->scale.bounds, bound);
    }
}

void report_build_scale(report_build *build)
{
    const rung_rung_score *aim = build->aim;
    if (aim->blocked || report_asked_for(build) == 0)
        return;
    report_block *block = report_add(build->document, REPORT_SCALE, NULL);
    block->scale.range = aim->score;
    block->scale.points = rung_report_range(build->arena, aim->score, false);
    block->picture.told = true;
    block->table = (report_table){
        .columns = 2,
        .headers = {report_words(WORD_LADDER_VERDICT), report_words(WORD_PICTURE_FROM)},
        .number = {false, true},
    };
    add_bounds(build, block);
    describe(build, block, WORD_PICTURE_SCORE,
             report_fill(build->arena, WORD_PICTURE_SCORE_WORDS, block->scale.points),
             is_range(aim->score));
}

/* --- Areas ----------------------------------------------------------------------------------- */
static void add_area(report_build *build, report_block *block, size_t dimension)
{
    rung_range score = build->aim->dimensions[dimension].score;
    report_bar bar = {.label = build->rules->dimensions[dimension].title,
                      .range = score,
                      .points = rung_report_range(build->arena, score, false)};
    report_row *row = report_add_row(build->document, block);
    row->cells[0] = bar.label;
    row->cells[1] = bar.points;
    rung_push(build->arena, &block->bars.list, bar);
}

void report_build_areas(report_build *build)
{
    if (build->aim->blocked || report_asked_for(build) == 0)
        return;
    report_add(build->document, REPORT_HEADING, report_words(WORD_AREAS));
    report_block *block = report_add(build->document, REPORT_BARS, NULL);
    bool ranges = false;
    block->bars.most = 100;
    block->table = (report_table){
        .columns = 2,
        .headers = {report_words(WORD_PICTURE_AREA), report_words(WORD_LADDER_POINTS)},
        .number = {false, true},
    };
    for (size_t i = 0; i < build->rules->dimension_count; i++) {
        if (!build->aim->dimensions[i].counts)
            continue;
        add_area(build, block, i);
        ranges = ranges || is_range(build->aim->dimensions[i].score);
    }
    describe(build, block, WORD_PICTURE_AREAS, report_words(WORD_PICTURE_AREAS_WORDS), ranges);
}

/* --- The ladder ------------------------------------------------------------------------------ */
void report_describe_ladder(report_build *build, report_block *block)
{
    const rung_verdict *best = &build->rules->verdicts[0];
    const char *words = report_words(WORD_PICTURE_LADDER_WORDS);
    bool ranges = false;
    for (size_t i = 0; i < block->rungs.list.count; i++)
        ranges =
            ranges || (block->rungs.list.at[i].known && is_range(block->rungs.list.at[i].range));
    if (best->has_at_least && build->rules->verdict_count > 1) {
        block->rungs.enough = best->at_least;
        block->rungs.enough_title = report_fill(build->arena, WORD_PICTURE_ENOUGH, best->title,
                                                report_decimal(build->arena, best->at_least));
        words = report_fill(build->arena, WORD_PICTURE_LADDER_LINE, words, best->title,
                            report_decimal(build->arena, best->at_least));
    }
    describe(build, block, WORD_PICTURE_LADDER, words, ranges);
}

/* --- Gaps by points -------------------------------------------------------------------------- */
static void add_gap_bar(report_build *build, report_block *block, size_t requirement)
{
    rung_range loss = build->aim->requirements[requirement].loss;
    report_bar bar = {.label = build->rules->requirements[requirement].title,
                      .range = loss,
                      .points = report_loss(build->arena, loss),
                      .number = block->bars.list.count + 1};
    report_row *row = report_add_row(build->document, block);
    row->cells[0] = bar.label;
    row->cells[1] = report_decimal(build->arena, loss.low);
    row->cells[2] = report_decimal(build->arena, loss.high);
    block->bars.most = fmax(block->bars.most, loss.high);
    rung_push(build->arena, &block->bars.list, bar);
}

/* Of the gaps that are sure, or of those that may be where none is: as long as the list below is
 * numbered, so are its bars. */
void report_build_gap_bars(report_build *build)
{
    report_ids gaps = build->missing.count ? build->missing : build->open;
    if (gaps.count < 2) /* nothing to compare */
        return;
    report_block *block = report_add(build->document, REPORT_BARS, NULL);
    bool ranges = false;
    block->picture.told = true;
    block->bars.missing = true;
    block->table = (report_table){
        .columns = 3,
        .headers = {report_words(WORD_PICTURE_GAP), report_words(WORD_PICTURE_LEAST),
                    report_words(WORD_PICTURE_MOST)},
        .number = {false, true, true},
    };
    for (size_t i = 0; i < gaps.count && i < GAPS_DRAWN; i++) {
        add_gap_bar(build, block, gaps.at[i]);
        ranges = ranges || is_range(build->aim->requirements[gaps.at[i]].loss);
    }
    describe(build, block, WORD_PICTURE_GAPS,
             gaps.count > GAPS_DRAWN
                 ? report_fill_count(build->arena, WORD_PICTURE_GAPS_FIRST, GAPS_DRAWN)
                 : report_words(WORD_PICTURE_GAPS_WORDS),
             ranges);
}

/* --- Steps over time ------------------------------------------------------------------------- */
report_block *report_add_timeline(report_build *build)
{
    report_block *block = report_add(build->document, REPORT_TIMELINE, NULL);
    block->table = (report_table){
        .columns = 4,
        .headers = {report_words(WORD_PICTURE_STEP), report_words(WORD_PICTURE_STARTS),
                    report_words(WORD_PICTURE_LASTS), report_words(WORD_PICTURE_REMARK)},
    };
    describe(build, block, WORD_PICTURE_STEPS, report_words(WORD_PICTURE_STEPS_WORDS), false);
    return block;
}

/* "now", "after 3 months" */
static const char *start_words(report_build *build, int start)
{
    if (start <= 0)
        return report_words(WORD_STEP_NOW);
    return report_fill(build->arena, WORD_STEP_AFTER,
                       report_months(build->arena, (const int[]){start, start}));
}

static void describe_lengths(report_build *build, report_block *block)
{
    block->picture.sure = report_words(WORD_STEP_SURE);
    block->picture.possible = report_words(WORD_STEP_POSSIBLE);
    block->picture.description =
        report_fill(build->arena, WORD_SENTENCES, report_words(WORD_PICTURE_STEPS_WORDS),
                    report_words(WORD_PICTURE_STEPS_SHADES));
}

void report_add_step(report_build *build, report_block *block, const report_step *step)
{
    report_row *row = report_add_row(build->document, block);
    report_step said = *step;
    const char *lasts = report_months(build->arena, (const int[]){step->least, step->most});
    const char *starts = start_words(build, step->start);
    said.when = report_fill(build->arena, WORD_STEP_WHEN, starts, lasts);
    row->cells[0] = step->label;
    row->cells[1] = starts;
    row->cells[2] = lasts;
    row->cells[3] = step->note ? step->note : "";
    if (step->most > step->least)
        describe_lengths(build, block);
    if (block->steps.months < step->start + step->most)
        block->steps.months = step->start + step->most;
    rung_push(build->arena, &block->steps.list, said);
}
