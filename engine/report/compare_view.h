/* compare_view: what the documents about a comparison share. */
#ifndef RUNG_REPORT_COMPARE_VIEW_H
#define RUNG_REPORT_COMPARE_VIEW_H

#include "report/sides.h"

typedef struct compare_view {
    const rung_report_compare *facts;
    const rung_comparison *found;
    report_sides sides;
    const char *was, *is; /* what the two sides are called */
} compare_view;

compare_view compare_look_at(rung_arena *arena, const rung_report_compare *facts);

/* compare_story.c: the paragraph to read if only one is read. */
const char *compare_story(compare_view *view);
/* compare_parts.c: answers and content. */
void compare_add_parts(compare_view *view);
void compare_add_answers(compare_view *view);
void compare_add_content(compare_view *view);

/* Points as they are shown: with one decimal, so that the parts add up as they stand there. */
typedef struct compare_points {
    double moved, by_answers, by_content;
} compare_points;
compare_points compare_shown(double moved, double by_answers);

/* The question of a pair: the later one where there is one. */
const rung_question *compare_question(const compare_view *view, const rung_pairing *pair);

#endif
