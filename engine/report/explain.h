/* explain: what the documents of `rung explain` share. */
#ifndef RUNG_REPORT_EXPLAIN_H
#define RUNG_REPORT_EXPLAIN_H

#include "report/build.h"

/* A document about one rung: what counts is build->aim. */
report_build *explain_begin(rung_arena *arena, const rung_scorecard *card, size_t rung,
                            const rung_report_subject *subject);
const char *explain_rung_title(const report_build *build);
/* What is said where the rung is blocked. */
void explain_blocked(report_build *build);
/* Two sentences as one text; either may be "". */
const char *explain_join(report_build *build, const char *first, const char *then);
/* What each requirement is worth; 0 for those that do not apply. */
const double *explain_points(report_build *build);
/* Where the expression's text names what is known, its value instead. */
const char *explain_filled(rung_arena *arena, const rung_expression_trace *trace);
/* Essentials with a larger gap than a verdict allows, where what is not known counts as missing. */
report_ids explain_held_by(report_build *build, const rung_verdict *verdict);
/* The place of a requirement in the rules: "rules.yaml, line 12". */
const char *explain_place(report_build *build, rung_span span);

/* "What would close it". */
void explain_add_change(report_build *build, const rung_report_why *why);

#endif
