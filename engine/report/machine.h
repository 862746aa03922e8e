/* machine: what the documents for programs share. Each function writes members of the object that
 * is open; keys and their order are the format's (docs/format.md, section 7). */
#ifndef RUNG_REPORT_MACHINE_H
#define RUNG_REPORT_MACHINE_H

#include "report/report.h"

void report_field(rung_json *json, const char *key, const char *value); /* NULL counts as "" */
/* null for NULL. */
void report_written_field(rung_json *json, const char *key, const char *written);
void report_number_field(rung_json *json, const char *key, double value);
void report_bool_field(rung_json *json, const char *key, bool value);
void report_range_field(rung_json *json, const char *key, rung_range range);
void report_verdict_field(rung_json *json, const char *key, const rung_rules *rules, size_t low,
                          size_t high);
void report_begin_array(rung_json *json, const char *key);

/* rung-report/1, with the plan if there is one. */
void report_write_json(rung_arena *arena, const rung_scorecard *card, const rung_plan *plan,
                       const rung_report_subject *subject, int indent, rung_sink *sink);

/* "role" and "session". */
void report_write_role(rung_json *json, const rung_rules *rules);
void report_write_session(rung_json *json, const rung_report_subject *subject, bool complete);
/* Ids of questions as an array. */
void report_write_questions(rung_json *json, const char *key, const rung_scorecard *card,
                            const size_t *questions, size_t count);
/* "remarks", where there may be some (remarks.c). */
void report_write_remarks(rung_json *json, const rung_questionnaire *questionnaire,
                          const rung_report_subject *subject);
/* "self-rating". */
void report_write_ratings(rung_json *json, rung_arena *arena, const rung_scorecard *card);
/* "content": the digests. */
void report_write_content(rung_json *json, const rung_role *role);
/* Not a member but an object. */
void report_write_requirement(rung_json *json, const rung_rules *rules,
                              const rung_requirement *requirement,
                              const rung_requirement_score *score);

#endif
