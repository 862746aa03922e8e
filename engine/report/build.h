/* build: what the builders of the report share. Each of them adds blocks to the document and
 * knows one concern; report.c puts them in order. */
#ifndef RUNG_REPORT_BUILD_H
#define RUNG_REPORT_BUILD_H

#include "report/amount.h"
#include "report/document.h"
#include "report/report.h"
#include "report/words.h"

typedef RUNG_VEC(size_t) report_ids;

typedef struct report_build {
    rung_arena *arena;
    const rung_scorecard *card;
    const rung_plan *plan; /* from this scorecard, or NULL */
    const rung_report_subject *subject;
    const rung_rules *rules;
    const rung_rung_score *aim;
    report_document *document;
    /* Every requirement that asks for something at the rung aimed at is in one of these. */
    report_ids in_place; /* no gap: the most important first */
    report_ids missing;  /* a gap for sure, in the order of the scorecard's gaps */
    report_ids open;     /* a gap or none, depending on what is unknown; in the same order */
    /* Indexed by action: it can be taken (its condition is not known to be false, and it is not
     * known to be done); it is known to be done. */
    const bool *offered, *done;
} report_build;

report_build *report_build_new(rung_arena *arena, const rung_scorecard *card,
                               const rung_report_subject *subject);

/* The whole report. */
const report_document *report_build_whole(rung_arena *arena, const rung_report_request *request);

/* The same as if another rung were aimed at: what is in place, missing and open there. Blocks that
 * it adds stand in the same document. */
report_build *report_build_at(const report_build *build, size_t rung);

/* Titles of requirements, in words: "A, B and 3 more". */
const char *report_titles(report_build *build, const report_ids *requirements, size_t most);
/* How many requirements ask for something. */
size_t report_asked_for(const report_build *build);
/* The text of the level that somebody has or needs, or NULL: the whole level below `level`. */
const char *report_level_text(const rung_requirement *requirement, double level);
/* "3: text", or "3". */
const char *report_level(report_build *build, const rung_requirement *requirement, double level);
/* True if every verdict is still possible. */
bool report_undecided(const report_build *build, const rung_rung_score *score);
/* The rung aimed at, or NULL. */
const rung_rung *report_target(const report_build *build);

/* An answer as people read it: "Alone", "3.5 years", "no answer". */
const char *report_answer(rung_arena *arena, const rung_question *question, rung_answer answer);

/* --- Actions --------------------------------------------------------------------------------- */
/* Fills `offered` and `done`. */
void report_find_actions(report_build *build);
/* Those that lift a requirement above what the person may have, best first: nearest to the target,
 * then those that need nothing done before, then by months and cost. */
report_ids report_actions_for(report_build *build, size_t requirement);
/* What an action raises a requirement to, 0 if it does not. */
double report_action_level(const rung_action *action, size_t requirement);
/* The first action that has to be done before this one and is not; SIZE_MAX if there is none. */
size_t report_action_waits_for(const report_build *build, const rung_action *action);
/* "Title (3–6 months, $500–2,000)" */
const char *report_action_line(report_build *build, const rung_action *action);

/* --- The ladder ------------------------------------------------------------------------------ */
/* "On the way", "On the way to Nearly there", or that it is not known. */
const char *report_verdict_words(report_build *build, const rung_rung_score *score);
/* The highest rung whose best verdict is sure, or SIZE_MAX. */
size_t report_rung_reached(const report_build *build);
/* The rung with the highest sure score, the lower of equals. */
size_t report_nearest_rung(const report_build *build);
/* The rungs under their heading. */
void report_add_ladder(report_build *build);

/* --- Pictures -------------------------------------------------------------------------------- */
/* Title and words of a block that has its rungs. */
void report_describe_ladder(report_build *build, report_block *block);
/* What the first gaps cost. */
void report_build_gap_bars(report_build *build);
/* A picture without steps; report_add_step fills it, and works out what its words and figures are:
 * of `step` it reads label, months and note. */
report_block *report_add_timeline(report_build *build);
void report_add_step(report_build *build, report_block *block, const report_step *step);

/* --- Parts of other documents ---------------------------------------------------------------- */
/* The title, with whose session it is and when it was changed. `title` takes that of the role. */
void report_build_headline(report_build *build, report_word title);
/* "2 of 3", "1 to 2 of 3". */
const char *report_attained(report_build *build, const rung_requirement_score *score);
/* "1 of 2: text", "3: text", and what kinds of answers it rests on. */
const char *report_where_one_is(report_build *build, size_t requirement);
const char *report_what_is_needed(report_build *build, size_t requirement);
const char *report_what_it_rests_on(report_build *build, const rung_requirement *requirement);
/* The pair of the first actions that close a gap. */
void report_add_actions(report_build *build, report_pairs *pairs, size_t requirement, size_t most);
/* The first gaps that are sure: where one is and what is needed, and nothing else. */
void report_build_gap_levels(report_build *build, size_t most);

/* --- Builders, in the order of the report ---------------------------------------------------- */
void report_build_title(report_build *build);
void report_build_story(report_build *build);
void report_build_scale(report_build *build);
void report_build_overview(report_build *build);
void report_build_ladder(report_build *build);
void report_build_areas(report_build *build);
void report_build_strengths(report_build *build);
void report_build_gaps(report_build *build);
void report_build_plan(report_build *build);
void report_build_open(report_build *build);
void report_build_ratings(report_build *build);
void report_build_context(report_build *build);
void report_build_problems(report_build *build);
void report_build_remarks(report_build *build);
void report_build_sources(report_build *build, const rung_answers *answers);
/* The summary's list: the first gaps with one action each. */
void report_build_first_gaps(report_build *build);
/* The plan in a sentence, where there is something to plan. */
void report_build_plan_story(report_build *build);

#endif
