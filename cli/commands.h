/* commands: the functions that the table of commands names, one a file. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli.h"

cli_status cmd_home(cli *cli);
cli_status cmd_roles(cli *cli);
cli_status cmd_show(cli *cli);
cli_status cmd_take(cli *cli);
cli_status cmd_resume(cli *cli);
cli_status cmd_list(cli *cli);
cli_status cmd_answer(cli *cli);
cli_status cmd_note(cli *cli);
cli_status cmd_plan(cli *cli);
cli_status cmd_report(cli *cli);
cli_status cmd_ladder(cli *cli);
cli_status cmd_what_if(cli *cli);
cli_status cmd_compare(cli *cli);
cli_status cmd_explain(cli *cli);
cli_status cmd_score(cli *cli);
cli_status cmd_check(cli *cli);
cli_status cmd_eval(cli *cli);
cli_status cmd_new(cli *cli);
cli_status cmd_schema(cli *cli);
cli_status cmd_delete(cli *cli);
cli_status cmd_help(cli *cli);
cli_status cmd_version(cli *cli);

/* help_codes.c: "codes", "diagnostics", or a code; and what `rung help` says about it. */
bool cli_is_code_topic(const char *word);
cli_status cli_help_code(cli *cli, const char *word);

#endif
