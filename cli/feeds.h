/* feeds: which questions the parts of a role rest on. */
#ifndef CLI_FEEDS_H
#define CLI_FEEDS_H

#include "cli.h"

/* Sets of questions: a bool for each. */
typedef struct cli_feeds {
    const bool *level;  /* read by `attained` */
    const bool *behind; /* decide whether one of these is asked, and are none of them */
    const bool *asked;  /* read by `when`, `target` and `need`: decide what is asked for */
} cli_feeds;

/* Inside the arena's guard. */
cli_feeds cli_feeds_of(rung_arena *arena, const rung_role *role,
                       const rung_requirement *requirement);

/* What a requirement's, an action's or a note's expressions read. */
bool cli_requirement_asks_by(const rung_requirement *requirement, size_t question);
bool cli_action_reads(const rung_action *action, size_t question);
bool cli_note_reads(const rung_note *note, size_t question);
/* Whether the condition of `asked`, its own or its section's, reads `question`. */
bool cli_condition_reads(const rung_questionnaire *questionnaire, size_t asked, size_t question);
/* "a && b" in one line: when the question is asked; NULL: always. */
const char *cli_condition_text(rung_arena *arena, const rung_questionnaire *questionnaire,
                               const rung_question *question);

#endif
