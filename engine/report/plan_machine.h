/* plan_machine: a plan for programs. */
#ifndef RUNG_REPORT_PLAN_MACHINE_H
#define RUNG_REPORT_PLAN_MACHINE_H

#include "report/machine.h"

/* "plan", as a member of the object that is open. */
void report_write_plan(rung_json *json, const rung_rules *rules, const rung_plan *plan);
/* rung-plan/1 */
void report_write_plan_document(rung_arena *arena, const rung_report_plan *facts, rung_sink *sink);
/* RFC 5545 */
void report_write_calendar(rung_arena *arena, const rung_report_plan *facts, rung_sink *sink);

#endif
