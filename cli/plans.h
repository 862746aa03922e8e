/* plans: what commands that show a plan share. */
#ifndef CLI_PLANS_H
#define CLI_PLANS_H

#include "cli.h"
#include "plan/plan.h"

enum {
    CLI_MOST_MONTHS = 1200,
    CLI_MOST_BUDGET = 1000000000,
    /* Sets that a report looks at for its plan: nobody should wait for it. `rung plan` looks on. */
    CLI_REPORT_WORK = 20000,
};

/* A rung of the role by its id; says so if there is none. */
cli_status cli_find_rung(cli *cli, const rung_rules *rules, const char *word, size_t *out);
/* The plan that reports show: the usual one, from what is answered and recorded as done. */
const rung_plan *cli_usual_plan(rung_arena *arena, const rung_session *session,
                                const rung_scorecard *card);

#endif
