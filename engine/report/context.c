/* What surrounds the score and is never part of it: the job, special fields, notes, related work.
 */
#include "report/build.h"

#include <math.h>
#include <stdlib.h>

enum { FACTS_SHOWN = 4, FITS_SHOWN = 3 };
static const double FIT_WORTH_NAMING = 60;

/* --- The job --------------------------------------------------------------------------------- */
static const char *pay_line(report_build *build, const rung_rung *rung)
{
    rung_arena *arena = build->arena;
    bool median = !isnan(rung->pay_median), average = !isnan(rung->pay_average);
    if (!rung->has_pay || !(median || average))
        return NULL;
    const char *middle = median ? report_money(arena, rung->pay_median, rung->currency) : NULL;
    const char *mean = average ? report_money(arena, rung->pay_average, rung->currency) : NULL;
    if (median && average)
        return report_fill(arena, WORD_PAY_BOTH, middle, mean);
    return median ? report_fill(arena, WORD_PAY_MEDIAN, middle)
                  : report_fill(arena, WORD_PAY_AVERAGE, mean);
}

static void add_rung_facts(report_build *build, report_pairs *pairs, const rung_rung *rung)
{
    const char *pay = pay_line(build, rung);
    if (pay)
        report_add_pair(build->document, pairs, report_words(WORD_PAY), pay);
    if (rung->has_years)
        report_add_pair(build->document, pairs, report_words(WORD_EXPERIENCE),
                        report_years(build->arena, rung->years));
    if (rung->focus_count == 0)
        return;
    report_pair *pair = report_add_pair(build->document, pairs, report_words(WORD_FOCUS), NULL);
    for (size_t i = 0; i < rung->focus_count; i++)
        report_add_value(build->document, pair, rung->focus[i]);
}

static void add_job(report_build *build)
{
    report_pairs pairs = {0};
    const rung_rung *target = report_target(build);
    if (target)
        add_rung_facts(build, &pairs, target);
    for (size_t i = 0; i < build->rules->fact_count && i < FACTS_SHOWN; i++)
        report_add_pair(build->document, &pairs, build->rules->facts[i].label,
                        build->rules->facts[i].value);
    if (pairs.count == 0)
        return;
    report_add(build->document, REPORT_HEADING,
               target ? report_fill(build->arena, WORD_JOB_OF, target->title)
                      : report_words(WORD_JOB));
    report_add(build->document, REPORT_PAIRS, NULL)->pairs = pairs;
}

/* --- Specialisations ------------------------------------------------------------------------- */
struct fit {
    size_t specialisation;
    rung_range range;
};

static int fitting_first(const void *left, const void *right)
{
    const struct fit *a = left, *b = right;
    if (a->range.low != b->range.low)
        return a->range.low > b->range.low ? -1 : 1;
    if (a->range.high != b->range.high)
        return a->range.high > b->range.high ? -1 : 1;
    return a->specialisation < b->specialisation ? -1 : 1;
}

static void add_fit(report_build *build, report_block *block, const struct fit *fit)
{
    const rung_specialisation *special = &build->rules->specialisations[fit->specialisation];
    report_item *item = report_add_item(build->document, block, special->title);
    item->aside =
        report_fill(build->arena, WORD_FIT, rung_report_range(build->arena, fit->range, false));
    item->text = special->text;
}

static void add_specialisations(report_build *build)
{
    RUNG_VEC(struct fit) fits = {0};
    for (size_t i = 0; i < build->rules->specialisation_count; i++)
        if (build->card->fits[i].low >= FIT_WORTH_NAMING)
            rung_push(build->arena, &fits, ((struct fit){i, build->card->fits[i]}));
    if (fits.count == 0)
        return;
    qsort(fits.at, fits.count, sizeof *fits.at, fitting_first);
    report_add(build->document, REPORT_HEADING, report_words(WORD_SPECIALISATIONS));
    report_block *block = report_add(build->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < fits.count && i < FITS_SHOWN; i++)
        add_fit(build, block, &fits.at[i]);
}

/* --- Notes and related careers --------------------------------------------------------------- */
/* Notes that hold for everybody, or those that follow from the answers. */
static void add_notes(report_build *build, report_word heading, bool personal)
{
    report_block *block = NULL;
    for (size_t i = 0; i < build->card->note_count; i++) {
        const rung_note *note = &build->rules->notes[build->card->notes[i]];
        if ((note->when != NULL) != personal)
            continue;
        if (!block) {
            report_add(build->document, REPORT_HEADING, report_words(heading));
            block = report_add(build->document, REPORT_ITEMS, NULL);
        }
        report_add_item(build->document, block, note->title)->text = note->text;
    }
}

static void add_related(report_build *build)
{
    if (build->rules->related_count == 0)
        return;
    report_add(build->document, REPORT_HEADING, report_words(WORD_RELATED));
    report_block *block = report_add(build->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < build->rules->related_count; i++) {
        const rung_related *related = &build->rules->related[i];
        report_add_item(build->document, block, related->title)->text = related->text;
    }
}

void report_build_context(report_build *build)
{
    add_job(build);
    add_specialisations(build);
    add_notes(build, WORD_NOTES_FOR_YOU, true);
    add_notes(build, WORD_NOTES, false);
    add_related(build);
}
