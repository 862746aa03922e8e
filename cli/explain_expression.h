/* Which names and steps an expression is made of, and what each of them is worth. */
#ifndef CLI_EXPLAIN_EXPRESSION_H
#define CLI_EXPLAIN_EXPRESSION_H

#include "cli.h"
#include "report/report.h"

void cli_explain_expression(cli *cli, const rung_known *known, const rung_program *program);
/* The same as members "uses" and "steps" of an object. */
void cli_explain_members(cli *cli, rung_json *json, const rung_known *known,
                         const rung_program *program);

#endif
