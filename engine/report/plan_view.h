/* plan_view: what the parts of a plan's document share. */
#ifndef RUNG_REPORT_PLAN_VIEW_H
#define RUNG_REPORT_PLAN_VIEW_H

#include "report/build.h"
#include "report/report.h"

typedef struct plan_view {
    report_build *build; /* of the rung that the plan is for */
    const rung_plan *plan;
} plan_view;

/* --- Words (plan_story.c) -------------------------------------------------------------------- */
/* The sentence that says it all; what it costs at the least, or "". */
const char *report_plan_story(const plan_view *view);
const char *report_plan_least(const plan_view *view);
/* That answers are open which could make it shorter, or "". */
const char *report_plan_open(const plan_view *view);
/* What was proven. */
const char *report_plan_proof(const plan_view *view);
/* "reach “Ready” for Junior barista" */
const char *report_plan_goal_words(const plan_view *view);
/* "9 months", "less than a month"; "$2,300", "no fee". */
const char *report_plan_months(rung_arena *arena, int months);
const char *report_plan_cost(const plan_view *view, double cost);
/* "62" */
const char *report_plan_points(const plan_view *view, double score);
/* Titles of actions: "A, B and 3 more". */
const char *report_plan_titles(const plan_view *view, const rung_plan_list *actions, size_t most);

/* --- Beside the source (plan_entry.c) -------------------------------------------------------- */
/* What the source says of the time that somebody like this needs, or NULL. */
const rung_time_to_entry *report_plan_entry(const plan_view *view);
/* How the plan compares with it, and which steps make it longer; "" where there is nothing. */
const char *report_plan_beside_entry(const plan_view *view);

/* --- Steps (plan_steps.c) -------------------------------------------------------------------- */
void report_plan_add_timeline(const plan_view *view);
/* With all there is to say of each, or the most important of it. */
void report_plan_add_steps(const plan_view *view, bool full);
/* What a requirement stands at after the steps; what is not known counts as missing. */
double report_plan_attained(const plan_view *view, size_t requirement);
/* What is still missing then. */
void report_plan_add_left(const plan_view *view);

/* --- Steps that were recorded (plan_done.c) -------------------------------------------------- */
/* Actions recorded as done, in file order. */
report_ids report_plan_recorded(const plan_view *view);
/* Questions whose answers would tell of a recorded step, if they do not yet; in file order. */
report_ids report_plan_to_answer_again(const plan_view *view, size_t action);
/* How far one has come, and which answers do not tell of it yet. */
void report_plan_add_progress(const plan_view *view);
void report_plan_add_again(const plan_view *view);

/* --- Beside the plan (plan_others.c) --------------------------------------------------------- */
void report_plan_add_moments(const plan_view *view);
void report_plan_add_alternatives(const plan_view *view,
                                  const rung_plan_alternatives *alternatives);
void report_plan_add_comparison(const plan_view *view, const rung_plan_comparison *comparison);
void report_plan_add_frontier(const plan_view *view, const rung_plan_frontier *frontier);

#endif
