/* `rung resume`: go on where a session stopped. */
#include "commands.h"
#include "interview_ui.h"

cli_status cmd_resume(cli *run)
{
    cli_status status = cli_open_session(run, cli_word(run, 0));
    return status == CLI_DONE ? cli_interview(run, false, NULL) : status;
}
