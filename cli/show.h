/* show: a role as JSON, for `rung show --json`. */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "cli.h"

void cli_show_json(cli *cli, const rung_role *role);

#endif
