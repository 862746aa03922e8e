/* csv: requirements as rows, for spreadsheets. */
#ifndef RUNG_REPORT_CSV_H
#define RUNG_REPORT_CSV_H

#include "scoring/scoring.h"

void report_write_csv(rung_arena *arena, const rung_scorecard *scorecard, rung_sink *sink);

#endif
