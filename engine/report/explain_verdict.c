/* What holds a verdict back, and the shortest way to a better one. */
#include "report/explain.h"
#include "report/text_render.h"

typedef struct back_view {
    report_build *build;
    const rung_rung_score *score;
    const rung_verdict_lift *lift;
    const rung_verdict *next; /* the one above, or NULL */
} back_view;

static const char *points_text(const back_view *view, double points)
{
    return report_loss(view->build->arena, (rung_range){points, points});
}

static const char *verdict_title(const back_view *view, size_t verdict)
{
    return view->build->rules->verdicts[verdict].title;
}

static const char *story(const back_view *view)
{
    rung_arena *arena = view->build->arena;
    const char *rung = explain_rung_title(view->build);
    const char *points = report_score(arena, view->score->score);
    const char *now = verdict_title(view, view->lift->now);
    bool open = view->score->score.high - view->score->score.low > RUNG_EPSILON;
    if (!view->next)
        return report_fill(arena, WORD_BACK_BEST, now, rung, points);
    const char *out = report_fill(arena, WORD_BACK_STORY, rung, now, points);
    if (open)
        out = explain_join(view->build, out, report_words(WORD_BACK_UNKNOWN));
    if (open && view->build->card->unanswered_count)
        out = explain_join(
            view->build, out,
            report_fill_count(arena, WORD_BACK_ANSWER, view->build->card->unanswered_count));
    return explain_join(view->build, out, report_fill(arena, WORD_BACK_NEXT, view->next->title));
}

/* --- What is in the way ---------------------------------------------------------------------- */
static void add_points(const back_view *view, report_pairs *pairs)
{
    rung_arena *arena = view->build->arena;
    double needed = view->next->at_least, has = view->score->score.low;
    if (!view->next->has_at_least)
        return;
    const char *number = report_decimal(arena, needed);
    const char *words =
        has >= needed - RUNG_EPSILON
            ? report_fill(arena, WORD_BACK_POINTS_ENOUGH, number)
            : report_fill(arena, WORD_BACK_POINTS_SHORT, number, points_text(view, needed - has));
    report_add_pair(view->build->document, pairs, report_words(WORD_BACK_POINTS), words);
}

report_ids explain_held_by(report_build *build, const rung_verdict *verdict)
{
    report_ids ids = {0};
    size_t count;
    const size_t *gaps =
        rung_gaps_at(build->arena, build->aim, build->rules->requirement_count, &count);
    for (size_t i = 0; verdict->has_essential_gap && i < count; i++) {
        const rung_requirement_score *score = &build->aim->requirements[gaps[i]];
        if (score->need == RUNG_ESSENTIAL && score->gap.high > verdict->essential_gap)
            rung_push(build->arena, &ids, gaps[i]);
    }
    return ids;
}

static const char *gate_words(const back_view *view, size_t count)
{
    rung_arena *arena = view->build->arena;
    double most = view->next->essential_gap;
    const char *number = report_level_number(arena, most);
    const char *rule = most > 0 ? report_fill(arena, WORD_BACK_GATE_MOST,
                                              report_fill_count_with(arena, WORD_BACK_LEVELS,
                                                                     most == 1 ? 1 : 2, number))
                                : report_words(WORD_BACK_GATE_NONE);
    return count ? report_fill_count_with(arena, WORD_BACK_GATE_UNMET, count, rule)
                 : report_fill(arena, WORD_BACK_GATE_MET, rule);
}

static void add_way(const back_view *view)
{
    report_build *build = view->build;
    report_ids ids = explain_held_by(build, view->next);
    report_add(build->document, REPORT_HEADING,
               report_fill(build->arena, WORD_BACK_WAY, view->next->title));
    report_pairs *pairs = &report_add(build->document, REPORT_PAIRS, NULL)->pairs;
    add_points(view, pairs);
    if (view->next->has_essential_gap)
        report_add_pair(build->document, pairs, report_words(WORD_BACK_GATE),
                        gate_words(view, ids.count));
    if (ids.count == 0)
        return;
    report_block *block = report_add(build->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < ids.count; i++) {
        const rung_requirement *one = &build->rules->requirements[ids.at[i]];
        const char *title = report_fill(build->arena, WORD_EXPLAIN_NAMED, one->title, one->id);
        report_add_item(build->document, block, title)->aside =
            report_fill(build->arena, WORD_BACK_ESSENTIAL,
                        report_attained(build, &view->score->requirements[ids.at[i]]));
    }
}

/* --- The way up ------------------------------------------------------------------------------ */
static void add_lift(const back_view *view, report_table *table, const rung_lift *lift,
                     const double *points)
{
    report_build *build = view->build;
    const rung_requirement *one = &build->rules->requirements[lift->requirement];
    const rung_requirement_score *score = &view->score->requirements[lift->requirement];
    double gain = points[lift->requirement] * (lift->to - lift->from) / score->target;
    report_row row = {.cells = {report_fill(build->arena, WORD_EXPLAIN_NAMED, one->title, one->id),
                                report_level_number(build->arena, lift->from),
                                report_level_number(build->arena, lift->to),
                                points_text(view, gain)}};
    rung_push(build->arena, &table->rows, row);
}

static void add_lifts(const back_view *view)
{
    report_build *build = view->build;
    const rung_verdict_lift *lift = view->lift;
    const double *points = explain_points(build);
    if (lift->then == lift->now)
        return;
    report_add(build->document, REPORT_HEADING, report_words(WORD_BACK_LIFT));
    report_add(build->document, REPORT_TEXT,
               report_fill_count_with(
                   build->arena, WORD_BACK_LIFT_INTRO, lift->count, verdict_title(view, lift->then),
                   report_score(build->arena, (rung_range){lift->score, lift->score})));
    report_table *table = &report_add(build->document, REPORT_TABLE, NULL)->table;
    *table = (report_table){
        .columns = 4,
        .headers = {report_words(WORD_BACK_REQUIREMENT), report_words(WORD_BACK_FROM),
                    report_words(WORD_BACK_TO), report_words(WORD_BACK_GAINS)},
        .number = {false, true, true, true},
    };
    for (size_t i = 0; i < lift->count; i++)
        add_lift(view, table, &lift->lifts[i], points);
    report_add(build->document, REPORT_TEXT,
               report_words(lift->cheapest ? WORD_BACK_CHEAPEST : WORD_BACK_PERHAPS));
}

void rung_report_verdict_text(rung_arena *arena, const rung_scorecard *scorecard, size_t rung,
                              const rung_verdict_lift *lift, const rung_report_subject *subject,
                              const rung_text_style *style, rung_sink *sink)
{
    report_build *build = explain_begin(arena, scorecard, rung, subject);
    report_build_headline(build, WORD_BACK_TITLE);
    if (build->aim->blocked) {
        explain_blocked(build);
    } else {
        back_view view = {build, build->aim, lift,
                          lift->now > 0 ? &build->rules->verdicts[lift->now - 1] : NULL};
        report_add(build->document, REPORT_STORY, story(&view));
        if (view.next) {
            add_way(&view);
            add_lifts(&view);
        }
    }
    report_render_text(arena, build->document, style, sink);
}
