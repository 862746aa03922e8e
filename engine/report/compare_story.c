/* What moved, in one sentence, and by what. */
#include "report/compare_view.h"

#include <math.h>
#include <string.h>

enum { DAY = 24 * 60 * 60 * 1000 };

/* --- Points ---------------------------------------------------------------------------------- */
static double tenths(double points)
{
    return round(points * 10) / 10;
}

compare_points compare_shown(double moved, double by_answers)
{
    compare_points shown = {.moved = tenths(moved), .by_answers = tenths(by_answers)};
    shown.by_content = tenths(shown.moved - shown.by_answers);
    return shown;
}

static const char *points(compare_view *view, double value)
{
    double size = fabs(value);
    return report_loss(view->sides.arena, (rung_range){size, size});
}

static const char *number(compare_view *view, double value)
{
    return report_decimal(view->sides.arena, fabs(value));
}

/* --- Since when ------------------------------------------------------------------------------ */
/* "Since 3 May 2026", "From spring to autumn" */
static const char *when(compare_view *view)
{
    rung_arena *arena = view->sides.arena;
    switch (view->facts->span) {
    case RUNG_COMPARE_SINCE:
        return report_fill(arena, WORD_COMPARE_SINCE, report_date(arena, view->facts->since));
    case RUNG_COMPARE_SINCE_BEGUN:
        return report_fill(arena, WORD_COMPARE_SINCE_BEGUN,
                           report_date(arena, view->facts->before->started));
    default:
        return report_fill(arena, WORD_COMPARE_FROM_TO, view->was, view->is);
    }
}

/* "On 3 May 2026", before "there was" */
static const char *then(compare_view *view)
{
    rung_arena *arena = view->sides.arena;
    switch (view->facts->span) {
    case RUNG_COMPARE_SINCE:
        return report_fill(arena, WORD_COMPARE_ON, report_date(arena, view->facts->since));
    case RUNG_COMPARE_SINCE_BEGUN:
        return report_words(WORD_COMPARE_WHEN_BEGUN);
    default:
        return report_words(WORD_COMPARE_AT_FIRST);
    }
}

/* --- The movement and its parts -------------------------------------------------------------- */
static bool none(double points)
{
    return fabs(points) < 0.05;
}

/* ": 10 from your answers, 2 because the requirements changed." behind `lead`. */
static const char *with_parts(compare_view *view, const char *lead, compare_points p)
{
    rung_arena *arena = view->sides.arena;
    const char *answers = number(view, p.by_answers), *content = number(view, p.by_content);
    if (view->found->same_content || (none(p.by_answers) && none(p.by_content)))
        return report_fill(arena, WORD_FULL_STOP, lead);
    if (none(p.by_content))
        return report_fill(arena, WORD_COMPARE_ALL_ANSWERS, lead);
    if (none(p.by_answers))
        return report_fill(arena, WORD_COMPARE_ALL_CONTENT, lead);
    if ((p.by_answers > 0) == (p.by_content > 0))
        return report_fill(arena, WORD_COMPARE_BOTH, lead, answers, content);
    return report_fill(arena, p.by_answers > 0 ? WORD_COMPARE_ANSWERS_UP : WORD_COMPARE_CONTENT_UP,
                       lead, answers, content);
}

static bool is_one_number(rung_range range)
{
    return range.high - range.low <= RUNG_EPSILON;
}

static const char *moved_range(compare_view *view, compare_points low)
{
    rung_arena *arena = view->sides.arena;
    rung_range was = view->found->before->aim->score, is = view->found->after->aim->score;
    compare_points high = compare_shown(view->found->moved.high, view->found->by_answers.high);
    if (report_same_range(was, is))
        return with_parts(
            view,
            report_fill(arena, WORD_COMPARE_STAYS, when(view), report_points_of(view->sides.after)),
            low);
    const char *story =
        report_fill(arena, WORD_COMPARE_RANGE, when(view), report_points_of(view->sides.before),
                    report_points_of(view->sides.after));
    bool of_high = none(low.moved);
    compare_points p = of_high ? high : low;
    if (none(p.moved))
        return story;
    report_word lead = of_high ? (p.moved > 0 ? WORD_COMPARE_MOST_UP : WORD_COMPARE_MOST_DOWN)
                               : (p.moved > 0 ? WORD_COMPARE_LEAST_UP : WORD_COMPARE_LEAST_DOWN);
    return report_fill(arena, WORD_SENTENCES, story,
                       with_parts(view, report_fill(arena, lead, points(view, p.moved)), p));
}

static const char *movement(compare_view *view)
{
    rung_arena *arena = view->sides.arena;
    compare_points p = compare_shown(view->found->moved.low, view->found->by_answers.low);
    if (!is_one_number(view->found->before->aim->score) ||
        !is_one_number(view->found->after->aim->score))
        return moved_range(view, p);
    const char *lead =
        none(p.moved) ? report_fill(arena, WORD_COMPARE_STAYS, when(view),
                                    report_points_of(view->sides.after))
                      : report_fill(arena, p.moved > 0 ? WORD_COMPARE_GAINED : WORD_COMPARE_LOST,
                                    when(view), points(view, p.moved));
    return with_parts(view, lead, p);
}

/* --- What else the first lines say ----------------------------------------------------------- */
static const char *verdict(compare_view *view)
{
    report_build *before = view->sides.before, *after = view->sides.after;
    const char *is = report_verdict_words(after, after->aim);
    if (report_same_verdict(&view->sides))
        return report_fill(view->sides.arena, WORD_COMPARE_VERDICT_STAYS, is);
    return report_fill(view->sides.arena, WORD_COMPARE_VERDICT,
                       report_verdict_words(before, before->aim), is);
}

/* Where the aim changed: what it was at the new aim before, so that one can tell the two apart. */
static const char *aims(compare_view *view)
{
    report_build *before = view->sides.before, *after = view->sides.after;
    const rung_rung *was = report_target(before), *is = report_target(after);
    if (!was || !is || strcmp(was->id, is->id) == 0)
        return NULL;
    const char *words = report_fill(view->sides.arena, WORD_COMPARE_AIM, was->title, is->title);
    size_t same = rung_find_rung(before->rules, rung_text_of(is->id));
    if (same == SIZE_MAX || before->card->ladder[same].blocked)
        return words;
    return report_fill(
        view->sides.arena, WORD_SENTENCES, words,
        report_fill(view->sides.arena, WORD_COMPARE_AT_AIM, is->title,
                    report_score(view->sides.arena, before->card->ladder[same].score),
                    report_points_of(after)));
}

static const char *time_between(compare_view *view)
{
    int64_t between = view->facts->after->updated - view->facts->before->updated;
    if (view->facts->span != RUNG_COMPARE_SESSIONS)
        return NULL;
    if (between <= -DAY)
        return report_words(WORD_COMPARE_REVERSED);
    if (between < DAY)
        return NULL;
    size_t days = (size_t)(between / DAY);
    return report_fill_count_with(view->sides.arena, WORD_COMPARE_DAYS, days,
                                  rung_format(view->sides.arena, "%zu", days));
}

static const char *scored(compare_view *view)
{
    report_build *after = view->sides.after;
    if (after->aim->blocked)
        return report_words(view->sides.before->aim->blocked ? WORD_COMPARE_NEVER
                                                             : WORD_COMPARE_BLOCKED);
    if (!view->found->scored)
        return report_fill(view->sides.arena, WORD_COMPARE_UNBLOCKED, then(view),
                           report_points_of(after), report_verdict_words(after, after->aim));
    return report_fill(view->sides.arena, WORD_SENTENCES, movement(view), verdict(view));
}

const char *compare_story(compare_view *view)
{
    const char *more[] = {aims(view), time_between(view)};
    const char *story = scored(view);
    for (size_t i = 0; i < RUNG_COUNT(more); i++)
        if (more[i])
            story = report_fill(view->sides.arena, WORD_SENTENCES, story, more[i]);
    return story;
}
