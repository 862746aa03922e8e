/* amount: numbers, money and time as people read them, in no locale but ours. */
#ifndef RUNG_REPORT_AMOUNT_H
#define RUNG_REPORT_AMOUNT_H

#include "base/base.h"
#include "scoring/scoring.h"

/* A level: at most two decimals, cut and not rounded, so that 2.997 does not pass for 3. */
const char *report_level_number(rung_arena *arena, double level);
/* "1", or "1 to 2.5". */
const char *report_level_numbers(rung_arena *arena, rung_range levels);
/* What is missing to `target`, as whoever subtracts the levels as they are shown gets it. */
const char *report_gap_numbers(rung_arena *arena, double target, rung_range levels);
/* A score beside what it is the sum or the difference of: "55.7", "3.6–100". Rounded to one decimal,
 * but never up to a whole point that is not reached: a verdict may begin there. */
const char *report_score(rung_arena *arena, rung_range score);
/* Points that something costs: "6.3 points", "2.1–6.3 points", "up to 6.3 points". */
const char *report_loss(rung_arena *arena, rung_range loss);
/* With two decimals, for whoever goes through a calculation by hand. */
const char *report_loss_to_check(rung_arena *arena, rung_range loss);
/* One decimal, rounded, without ".0". */
const char *report_decimal(rung_arena *arena, double value);
/* "$1,500", "CAD 1,500", "1,500"; rounded to whole units. `currency` may be NULL. */
const char *report_money(rung_arena *arena, double value, const char *currency);
/* "$500–2,000", "up to $200", "no fee". */
const char *report_cost(rung_arena *arena, const double cost[2], const char *currency);
/* "3–6 months", "up to 1 month", "less than a month". */
const char *report_months(rung_arena *arena, const int months[2]);
/* "2–4 years", "10 years or more". */
const char *report_years(rung_arena *arena, const double years[2]);
/* "1 May 2026", in UTC. */
const char *report_date(rung_arena *arena, int64_t milliseconds);

#endif
