/* What the files of scoring/ share. */
#ifndef RUNG_SCORING_PRIVATE_H
#define RUNG_SCORING_PRIVATE_H

#include "scoring/scoring.h"

/* One scorecard in the making. */
struct scoring {
    rung_arena *arena;
    const rung_role *role;
    const rung_sheet *sheet;
    bool blocked;     /* a question that decides what is asked for is unknown */
    rung_cell *cells; /* of the sheet, where they are known, and `rung` */
    void *scratch;    /* for every program of the role */
    /* `attained` of requirements that do not read `rung`: the same at every rung. */
    rung_outcome *attained;
    bool *attained_known;
    RUNG_VEC(rung_problem) problems;
};

/* `attained` at a rung, over all completions; failures become problems. */
rung_outcome scoring_attained(struct scoring *scoring, size_t requirement, size_t rung);

/* True if some requirement's condition, target or need reads a question that is unknown. */
bool scoring_is_blocked(const struct scoring *scoring);
void scoring_score_rung(struct scoring *scoring, size_t rung, rung_rung_score *out);
/* Everything open: nothing is known of what is asked for. */
void scoring_block_rung(struct scoring *scoring, rung_rung_score *out);

/* True if the program reads a question whose value is not known. NULL reads nothing. */
bool scoring_blocks(const struct scoring *scoring, const rung_program *program);

/* Each program and error once. `id` may be NULL. */
void scoring_add_problem(struct scoring *scoring, const char *what, const char *id,
                         const rung_program *program, rung_eval_error error);

enum scoring_message_index {
#define KIND(name, ...) SCORING_##name,
#include "scoring/message_list.h"
#undef KIND
};

#endif
