/* What a person has already: it comes before what is missing. */
#include "report/build.h"

enum { STRENGTHS_SHOWN = 6, NAMES_OF_THE_REST = 8 };

static void add_strength(report_build *build, report_block *block, size_t requirement)
{
    const rung_requirement *asked = &build->rules->requirements[requirement];
    const rung_requirement_score *score = &build->aim->requirements[requirement];
    report_item *item = report_add_item(build->document, block, asked->title);
    item->mark = REPORT_MARK_DONE;
    if (score->attained.low >= score->target + 1)
        item->aside = report_words(WORD_MORE_THAN_ASKED);
    item->text = report_level_text(asked, score->attained.low);
}

void report_build_strengths(report_build *build)
{
    size_t count = build->in_place.count;
    if (count == 0)
        return;
    /* A rest of one is shown rather than counted. */
    size_t shown = count > STRENGTHS_SHOWN + 1 ? STRENGTHS_SHOWN : count;
    report_add(build->document, REPORT_HEADING, report_words(WORD_STRENGTHS));
    report_block *block = report_add(build->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < shown; i++)
        add_strength(build, block, build->in_place.at[i]);
    if (count > shown) {
        report_ids rest = {build->in_place.at + shown, count - shown, 0};
        report_add(build->document, REPORT_TEXT,
                   report_fill_count_with(build->arena, WORD_AND_MORE_IN_PLACE, rest.count,
                                          report_titles(build, &rest, NAMES_OF_THE_REST)));
    }
}
