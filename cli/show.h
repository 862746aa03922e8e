/* show: what a role asks for, and a role as JSON. */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "cli.h"
#include "json/json.h"

/* What a requirement asks for at a rung, as far as it does not depend on answers. */
typedef struct cli_asked {
    bool always, never; /* applies for all answers, for none */
    bool has_target, has_need;
    double target;
    rung_need need;
} cli_asked;

cli_asked cli_asked_at(rung_arena *arena, const rung_role *role,
                       const rung_requirement *requirement, size_t rung);

/* The same in words; rungs that ask for the same stand together: "junior: level 2, preferred;
 * senior to manager: level 3, essential". */
const char *cli_asked_text(rung_arena *arena, const rung_role *role,
                           const rung_requirement *requirement);
/* The same as the member `asked` of an object, by rung; null where answers decide. */
void cli_asked_json(rung_arena *arena, rung_json *json, const rung_role *role,
                    const rung_requirement *requirement);

void cli_show_json(cli *cli, const rung_role *role);

/* The questions by section: id, what it takes, how it is asked. */
void cli_show_questions(cli *cli, const rung_questionnaire *questionnaire);
/* The same as the member `questions` of an object. */
void cli_questions_json(rung_arena *arena, rung_json *json,
                        const rung_questionnaire *questionnaire);

#endif
