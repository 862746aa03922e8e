/* check_explain: what rests on what in a role; for `rung check --explain`. */
#ifndef CLI_CHECK_EXPLAIN_H
#define CLI_CHECK_EXPLAIN_H

#include "cli.h"
#include "json/json.h"

/* For the roles that the words name, by id or by file; without words for all that are on offer. */
cli_status cli_check_explain(cli *cli);

/* One role as an object. */
void cli_role_explain_json(cli *cli, rung_json *json, const rung_role *role);

#endif
