/* What schedule.c, shop.c and fit.c share: jobs on tracks. */
#ifndef RUNG_PLAN_SHOP_H
#define RUNG_PLAN_SHOP_H

#include "plan/plan_private.h"

enum { PLAN_JOBS = RUNG_PLAN_MAX_ACTIONS };

/* Jobs are the candidates of a set that take time, numbered by the longest way on from their start,
 * and then in file order: the first that can start is the most urgent. A
 * shop may be looked at from its end: what comes before then comes after, and months count from the
 * last. */
struct plan_shop {
    size_t count, tracks;
    size_t candidate[PLAN_JOBS];
    int months[PLAN_JOBS];
    plan_set before[PLAN_JOBS], after[PLAN_JOBS]; /* jobs, near and far */
    int head[PLAN_JOBS];       /* the earliest start, were there tracks without end */
    int tail[PLAN_JOBS];       /* the longest way on from its end */
    plan_set twins[PLAN_JOBS]; /* earlier jobs that are the same in all of this */
    size_t by_tail[PLAN_JOBS]; /* all jobs, the longest tail first */
};

/* Jobs that have their place. */
struct plan_timetable {
    plan_set placed;
    int starts[PLAN_JOBS], ends[PLAN_JOBS];
    int tracks[PLAN_JOBS]; /* when each is free, ascending */
    size_t track_count;
};

void plan_shop_open(struct plan_shop *shop, const plan_problem *problem, plan_set set,
                    const int *months, bool from_end);
plan_set plan_shop_jobs(const struct plan_shop *shop); /* all of them */

/* No schedule is shorter; `high`: one is as short as that. */
int plan_shop_least(const struct plan_shop *shop, int high);
/* The first ready job that can start soonest, until all are placed. */
void plan_shop_list(const struct plan_shop *shop, struct plan_timetable *table);

/* With the jobs placed so far. */
void plan_shop_clear(const struct plan_shop *shop, struct plan_timetable *table);
bool plan_shop_is_ready(const struct plan_shop *shop, const struct plan_timetable *table,
                        size_t job);
int plan_shop_earliest(const struct plan_shop *shop, const struct plan_timetable *table,
                       size_t job);
/* On the track that is free first. */
void plan_shop_place(const struct plan_shop *shop, struct plan_timetable *table, size_t job,
                     int start);
int plan_shop_makespan(const struct plan_timetable *table);

/* --- Whether it fits (fit.c) -------------------------------------------------------------------
 */

struct plan_failures;
struct plan_failures *plan_failures_new(rung_arena *arena);

typedef enum plan_fit { PLAN_FITS, PLAN_FITS_NOT, PLAN_FIT_UNKNOWN } plan_fit;

/* Whether all jobs can be done by `end`, and how. Places at most `*places` jobs, and takes off what
 * it placed; not known, if that does not do. */
plan_fit plan_shop_fit(const struct plan_shop *shop, int end, struct plan_failures *failures,
                       size_t *places, struct plan_timetable *found);

#endif
