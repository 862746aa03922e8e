/* sides: two scorecards of one role, side by side, and what became of each gap from one to the
 * other. Their contents may differ: requirements belong together by their ids. */
#ifndef RUNG_REPORT_SIDES_H
#define RUNG_REPORT_SIDES_H

#include "compare/compare.h"
#include "report/build.h"
#include "report/machine.h"

typedef struct report_sides {
    rung_arena *arena;
    report_build *before, *after; /* of one document */
    rung_pairings requirements;
    bool comparable; /* what is asked for is known in both */
} report_sides;

/* What is said of the two sides. */
typedef struct report_side_words {
    report_word heading; /* of the table */
    const char *was, *is;
    report_word cost_was, cost_is;
    report_word gaps[RUNG_GAP_COUNT]; /* headings; that of STAYS says nothing */
} report_side_words;

typedef struct report_side {
    const rung_scorecard *card;
    const rung_report_subject *subject;
} report_side;

/* Of one content. */
rung_pairings report_same_requirements(rung_arena *arena, const rung_rules *rules);
report_sides report_sides_of(rung_arena *arena, report_side before, report_side after,
                             rung_pairings requirements);

rung_gap_change report_gap_change(const report_sides *sides, const rung_pairing *pair);
bool report_same_range(rung_range a, rung_range b);
bool report_same_verdict(const report_sides *sides);
/* "61–83"; "" while there is no score. */
const char *report_points_of(report_build *build);
const char *report_aim_title(report_build *build);

/* Aim, points, verdict, and how much is missing. `extra` rows stand first. */
void report_add_side_by_side(report_sides *sides, const report_side_words *words,
                             const report_row *extra, size_t extra_count);
/* Gaps that close, shrink, open …, good news first. */
void report_add_gap_changes(report_sides *sides, const report_side_words *words);

/* One that would be left alone is shown, too. */
size_t report_shown_of(size_t count, size_t most);
/* "And two more.", where there are. */
void report_add_rest(report_build *build, size_t count);

/* Members of the object that is open: one side; "changes". */
void report_write_side(rung_json *json, const char *key, const rung_scorecard *card);
void report_write_side_members(rung_json *json, const rung_scorecard *card);
void report_write_gap_changes(rung_json *json, const report_sides *sides);

#endif
