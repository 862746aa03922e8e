/* The whole score as a sum: 100 and what each requirement takes off it, area by area. */
#include "report/explain.h"
#include "report/text_render.h"

#include <math.h>
#include <stdlib.h>

/* --- Numbers that add up --------------------------------------------------------------------- */
/* Tenths of a point, rounded so that they add up to a whole that is rounded itself. */
struct share {
    size_t index;
    double rest; /* of a tenth that rounding down took away */
};

static int largest_rest_first(const void *left, const void *right)
{
    const struct share *a = left, *b = right;
    if (a->rest != b->rest)
        return a->rest > b->rest ? -1 : 1;
    return a->index < b->index ? -1 : 1;
}

/* Rounds down, and hands out what is left to those that lost most; where the whole was rounded down
 * itself, takes it from those that lost least. Nothing is given to nothing. */
static const long *add_up(rung_arena *arena, const double *exact, size_t count, long whole)
{
    long *tenths = rung_new_array(arena, long, count + 1), left = whole;
    struct share *shares = rung_new_array(arena, struct share, count + 1);
    for (size_t i = 0; i < count; i++) {
        tenths[i] = (long)floor(exact[i] + RUNG_EPSILON);
        shares[i] = (struct share){i, exact[i] - (double)tenths[i]};
        left -= tenths[i];
    }
    if (count)
        qsort(shares, count, sizeof *shares, largest_rest_first);
    for (size_t i = 0; left > 0 && i < count; i++)
        if (exact[shares[i].index] > RUNG_EPSILON) {
            tenths[shares[i].index]++;
            left--;
        }
    for (size_t i = count; left < 0 && i > 0; i--)
        if (tenths[shares[i - 1].index] > 0) {
            tenths[shares[i - 1].index]--;
            left++;
        }
    return tenths;
}

static const char *tenths_text(report_build *build, long tenths)
{
    return report_decimal(build->arena, (double)tenths / 10);
}

/* --- What is shown --------------------------------------------------------------------------- */
/* Tenths of each requirement. What one has for sure, what is open and what is lost for sure are
 * rounded apart, and all else is added up from them: so no sum on the page contradicts another. */
struct sum {
    report_build *build;
    const double *points;                /* what it is worth, not rounded */
    const long *worth, *sure, *possible; /* what it is worth, costs at least, costs at most */
    bool open;                           /* they differ */
};

static const long *plus(rung_arena *arena, const long *a, const long *b, size_t count)
{
    long *out = rung_new_array(arena, long, count + 1);
    for (size_t i = 0; i < count; i++)
        out[i] = a[i] + b[i];
    return out;
}

static struct sum sum_up(report_build *build)
{
    rung_arena *arena = build->arena;
    size_t count = build->rules->requirement_count;
    const double *points = explain_points(build);
    double *has = rung_new_array(arena, double, count + 1), all = 0;
    double *open = rung_new_array(arena, double, count + 1), at_most = 0;
    double *lost = rung_new_array(arena, double, count + 1), at_least = 0;
    for (size_t r = 0; r < count; r++) {
        const rung_requirement_score *score = &build->aim->requirements[r];
        rung_range loss = score->applies ? score->loss : (rung_range){0, 0};
        has[r] = 10 * (points[r] - loss.high);
        open[r] = 10 * (loss.high - loss.low);
        lost[r] = 10 * loss.low;
        all += 10 * points[r];
        at_most += 10 * loss.high;
        at_least += lost[r];
    }
    long most = lround(at_most), least = lround(at_least);
    struct sum sum = {.build = build, .points = points};
    sum.sure = add_up(arena, lost, count, least);
    sum.possible = plus(arena, sum.sure, add_up(arena, open, count, most - least), count);
    sum.worth = plus(arena, sum.possible, add_up(arena, has, count, lround(all) - most), count);
    sum.open = build->aim->score.high - build->aim->score.low > RUNG_EPSILON;
    return sum;
}

/* Tenths of one area, or of all where `dimension` is SIZE_MAX. */
static long area_tenths(const struct sum *sum, size_t dimension, const long *tenths)
{
    long all = 0;
    for (size_t r = 0; r < sum->build->rules->requirement_count; r++)
        if (dimension == SIZE_MAX || sum->build->rules->requirements[r].dimension == dimension)
            all += tenths[r];
    return all;
}

static const char *story(const struct sum *sum)
{
    report_build *build = sum->build;
    rung_arena *arena = build->arena;
    const char *rung = explain_rung_title(build);
    long sure = area_tenths(sum, SIZE_MAX, sum->sure);
    long possible = area_tenths(sum, SIZE_MAX, sum->possible);
    if (report_asked_for(build) == 0)
        return report_fill(arena, WORD_STORY_NOTHING, rung);
    if (possible == 0)
        return report_fill(arena, WORD_EXPLAIN_ALL, rung);
    if (!sum->open)
        return report_fill(arena, WORD_EXPLAIN_STORY, tenths_text(build, 1000 - sure), rung,
                           report_loss(arena, (rung_range){(double)sure / 10, (double)sure / 10}));
    const char *out =
        report_fill(arena, WORD_EXPLAIN_STORY_RANGE, tenths_text(build, 1000 - possible),
                    tenths_text(build, 1000 - sure), rung);
    if (sure)
        out = explain_join(build, out,
                           report_fill(arena, WORD_EXPLAIN_SURE, tenths_text(build, sure)));
    return explain_join(build, out,
                        report_fill(arena, WORD_EXPLAIN_OPEN, tenths_text(build, possible - sure)));
}

static void add_sum_row(const struct sum *sum, report_table *table, const char *name,
                        const char *best, const char *worst)
{
    report_row row = {.cells = {name, best, sum->open ? worst : ""}};
    rung_push(sum->build->arena, &table->rows, row);
}

static const char *less(const struct sum *sum, long tenths)
{
    const char *number = tenths_text(sum->build, tenths);
    return tenths ? report_fill(sum->build->arena, WORD_EXPLAIN_LESS, number) : number;
}

static void add_sum(const struct sum *sum)
{
    report_build *build = sum->build;
    report_add(build->document, REPORT_HEADING, report_words(WORD_EXPLAIN_SUM));
    report_table *table = &report_add(build->document, REPORT_TABLE, NULL)->table;
    *table = (report_table){
        .columns = 3,
        .headers = {"", report_words(sum->open ? WORD_EXPLAIN_BEST : WORD_EXPLAIN_POINTS),
                    sum->open ? report_words(WORD_EXPLAIN_WORST) : ""},
        .number = {false, true, true},
    };
    add_sum_row(sum, table, report_words(WORD_EXPLAIN_WHOLE), "100", "100");
    for (size_t d = 0; d < build->rules->dimension_count; d++)
        if (build->aim->dimensions[d].counts)
            add_sum_row(sum, table, build->rules->dimensions[d].title,
                        less(sum, area_tenths(sum, d, sum->sure)),
                        less(sum, area_tenths(sum, d, sum->possible)));
    add_sum_row(sum, table, report_words(WORD_EXPLAIN_YOURS),
                tenths_text(build, 1000 - area_tenths(sum, SIZE_MAX, sum->sure)),
                tenths_text(build, 1000 - area_tenths(sum, SIZE_MAX, sum->possible)));
    table->rows.at[table->rows.count - 1].current = true;
}

/* --- One area -------------------------------------------------------------------------------- */
static const char *costs(const struct sum *sum, size_t requirement)
{
    long sure = sum->sure[requirement], possible = sum->possible[requirement];
    const char *low = tenths_text(sum->build, sure), *high = tenths_text(sum->build, possible);
    return sure == possible ? high : report_fill(sum->build->arena, WORD_AMOUNT_TO, low, high);
}

/* In whole, where all of it may be lost: the two stand side by side. */
static const char *worth(const struct sum *sum, size_t requirement)
{
    long tenths = sum->worth[requirement];
    return tenths == sum->possible[requirement]
               ? tenths_text(sum->build, tenths)
               : report_decimal(sum->build->arena, sum->points[requirement]);
}

static void add_requirement(const struct sum *sum, report_table *table, size_t id)
{
    report_build *build = sum->build;
    const rung_requirement *requirement = &build->rules->requirements[id];
    const rung_requirement_score *score = &build->aim->requirements[id];
    const char *title =
        report_fill(build->arena, WORD_EXPLAIN_NAMED, requirement->title, requirement->id);
    report_row row = {
        .cells = {title, report_attained(build, score), worth(sum, id), costs(sum, id)}};
    rung_push(build->arena, &table->rows, row);
}

static void add_gaps(const struct sum *sum, size_t dimension)
{
    report_build *build = sum->build;
    report_table table = {
        .columns = 4,
        .headers = {report_words(WORD_BACK_REQUIREMENT), report_words(WORD_YOU_ARE_AT),
                    report_words(WORD_EXPLAIN_WORTH), report_words(WORD_EXPLAIN_COSTS)},
        .number = {false, true, true, true},
    };
    size_t count;
    const size_t *gaps =
        rung_gaps_at(build->arena, build->aim, build->rules->requirement_count, &count);
    for (size_t i = 0; i < count; i++)
        if (build->rules->requirements[gaps[i]].dimension == dimension)
            add_requirement(sum, &table, gaps[i]);
    if (table.rows.count)
        report_add(build->document, REPORT_TABLE, NULL)->table = table;
}

static void add_in_place(const struct sum *sum, size_t dimension)
{
    report_build *build = sum->build;
    report_ids ids = {0};
    for (size_t i = 0; i < build->in_place.count; i++)
        if (build->rules->requirements[build->in_place.at[i]].dimension == dimension)
            rung_push(build->arena, &ids, build->in_place.at[i]);
    if (ids.count)
        report_add(build->document, REPORT_TEXT,
                   report_fill(build->arena, WORD_EXPLAIN_IN_PLACE,
                               report_titles(build, &ids, ids.count)));
}

static void add_area(const struct sum *sum, size_t dimension)
{
    report_build *build = sum->build;
    long whole = area_tenths(sum, dimension, sum->worth);
    long sure = area_tenths(sum, dimension, sum->sure);
    long possible = area_tenths(sum, dimension, sum->possible);
    const char *low = tenths_text(build, whole - possible);
    const char *high = tenths_text(build, whole - sure);
    const char *has =
        sure == possible ? high : report_fill(build->arena, WORD_AMOUNT_TO, low, high);
    report_add(build->document, REPORT_HEADING,
               report_fill(build->arena, WORD_EXPLAIN_AREA,
                           build->rules->dimensions[dimension].title, has,
                           tenths_text(build, whole)));
    add_gaps(sum, dimension);
    add_in_place(sum, dimension);
}

void rung_report_score_text(rung_arena *arena, const rung_scorecard *scorecard, size_t rung,
                            const rung_report_subject *subject, const rung_text_style *style,
                            rung_sink *sink)
{
    report_build *build = explain_begin(arena, scorecard, rung, subject);
    report_build_headline(build, WORD_EXPLAIN_TITLE);
    if (build->aim->blocked) {
        explain_blocked(build);
    } else {
        struct sum sum = sum_up(build);
        report_add(build->document, REPORT_STORY, story(&sum));
        add_sum(&sum);
        for (size_t d = 0; d < build->rules->dimension_count; d++)
            if (build->aim->dimensions[d].counts)
                add_area(&sum, d);
        report_add(build->document, REPORT_TEXT, report_words(WORD_EXPLAIN_LEVELS));
    }
    report_render_text(arena, build->document, style, sink);
}
