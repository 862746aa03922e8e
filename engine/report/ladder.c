/* Where a person stands: on the ladder, and area by area. */
#include "report/build.h"

#include <math.h>

size_t report_rung_reached(const report_build *build)
{
    for (size_t i = build->rules->rung_count; i-- > 0;)
        if (!build->card->ladder[i].blocked && build->card->ladder[i].verdict_low == 0)
            return i;
    return SIZE_MAX;
}

size_t report_nearest_rung(const report_build *build)
{
    size_t nearest = 0;
    for (size_t i = 1; i < build->rules->rung_count; i++)
        if (build->card->ladder[i].score.low >
            build->card->ladder[nearest].score.low + RUNG_EPSILON)
            nearest = i;
    return nearest;
}

const char *report_verdict_words(report_build *build, const rung_rung_score *score)
{
    const rung_verdict *verdicts = build->rules->verdicts;
    if (report_undecided(build, score))
        return report_words(WORD_NOT_KNOWN);
    const char *low = verdicts[score->verdict_low].title;
    return score->verdict_low == score->verdict_high
               ? low
               : report_fill(build->arena, WORD_AMOUNT_TO, low,
                             verdicts[score->verdict_high].title);
}

static const char *pay_words(report_build *build, const rung_rung *rung)
{
    double pay = isnan(rung->pay_median) ? rung->pay_average : rung->pay_median;
    return rung->has_pay && !isnan(pay) ? report_money(build->arena, pay, rung->currency) : "";
}

static const char *mark_words(bool aim, bool here)
{
    if (aim)
        return report_words(here ? WORD_LADDER_REACHED : WORD_LADDER_AIM);
    return here ? report_words(WORD_LADDER_HERE) : "";
}

/* "On the way · $42,000 a year" */
static const char *rung_remark(report_build *build, size_t rung)
{
    const char *verdict = report_verdict_words(build, &build->card->ladder[rung]);
    const char *pay = pay_words(build, &build->rules->rungs[rung]);
    if (!*pay)
        return verdict;
    return report_fill(build->arena, WORD_ASIDE, verdict,
                       report_fill(build->arena, WORD_LADDER_A_YEAR, pay));
}

static report_rung ladder_rung(report_build *build, size_t rung, size_t reached)
{
    const rung_rung_score *score = &build->card->ladder[rung];
    bool aim = build->card->target_known && build->card->target == rung;
    return (report_rung){
        .label = build->rules->rungs[rung].title,
        .known = !score->blocked,
        .range = score->score,
        .points = score->blocked ? "" : rung_report_range(build->arena, score->score, false),
        .verdict = report_verdict_words(build, score),
        .mark = mark_words(aim, rung == reached),
        .remark = rung_remark(build, rung),
        .aim = aim,
        .reached = rung == reached,
    };
}

static void add_ladder_row(report_build *build, report_block *block, const report_rung *rung,
                           const char *pay)
{
    *report_add_row(build->document, block) = (report_row){
        .cells = {rung->label, rung->verdict, rung->points, pay, rung->mark},
        .current = rung->aim,
    };
}

/* What the ladder says about the way on, or NULL. */
static const char *ladder_remark(report_build *build, size_t reached)
{
    const rung_rung *rungs = build->rules->rungs;
    size_t aim = build->aim->rung;
    if (build->aim->blocked)
        return NULL;
    if (reached == SIZE_MAX)
        return build->card->complete ? report_fill(build->arena, WORD_LADDER_NEAREST,
                                                   rungs[report_nearest_rung(build)].title)
                                     : NULL;
    if (reached > aim)
        return report_fill(build->arena, WORD_LADDER_ABOVE, rungs[reached].title);
    if (reached == aim && aim + 1 < build->rules->rung_count)
        return report_fill(build->arena, WORD_LADDER_NEXT, rungs[aim + 1].title);
    return NULL;
}

void report_add_ladder(report_build *build)
{
    size_t reached = report_rung_reached(build);
    report_add(build->document, REPORT_HEADING, report_words(WORD_LADDER));
    report_block *block = report_add(build->document, REPORT_LADDER, NULL);
    block->table = (report_table){
        .columns = 5,
        .headers = {report_words(WORD_LADDER_RUNG), report_words(WORD_LADDER_VERDICT),
                    report_words(WORD_LADDER_POINTS), report_words(WORD_LADDER_PAY), ""},
        .number = {false, false, true, true, false},
    };
    /* As a ladder stands: the highest rung on top. */
    for (size_t i = build->rules->rung_count; i-- > 0;) {
        report_rung rung = ladder_rung(build, i, reached);
        rung_push(build->arena, &block->rungs.list, rung);
        add_ladder_row(build, block, &rung, pay_words(build, &build->rules->rungs[i]));
    }
    report_describe_ladder(build, block);
}

void report_build_ladder(report_build *build)
{
    report_add_ladder(build);
    const char *remark = ladder_remark(build, report_rung_reached(build));
    if (remark)
        report_add(build->document, REPORT_TEXT, remark);
}
