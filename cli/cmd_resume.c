/* `rung resume`: go on where a session stopped, with its own content or moved to newer. */
#include "commands.h"
#include "from.h"
#include "interview_ui.h"
#include "migrate.h"
#include "page.h"

/* In a script the move is what was wanted, and there is nobody to go on with. */
static cli_status migrate(cli *run, bool back)
{
    bool moved;
    cli_status status = cli_migrate(run, back, &moved);
    if (status != CLI_DONE)
        return status;
    const char *id = rung_session_info(run->session)->id;
    if (moved)
        run->done = rung_format(&run->arena, "session %s is moved", id);
    if (run->terminal.in) {
        status = cli_read_from(run, rung_session_role(run->session)->questionnaire);
        return status == CLI_DONE ? cli_interview(run, false, NULL) : status;
    }
    cli_say(run, "Go on: %s", cli_command_line(run, "resume", id));
    return CLI_DONE;
}

cli_status cmd_resume(cli *run)
{
    bool back = cli_has(&run->line, CLI_OPTION_UNDO);
    if (back && !cli_has(&run->line, CLI_OPTION_MIGRATE))
        return cli_error(run, CLI_USAGE,
                         "--undo takes back a move: write --migrate --undo (:back changes an "
                         "answer)");
    cli_status status = cli_open_session(run, cli_word(run, 0));
    if (status == CLI_DONE && cli_has(&run->line, CLI_OPTION_MIGRATE))
        return migrate(run, back);
    if (status == CLI_DONE)
        status = cli_read_from(run, rung_session_role(run->session)->questionnaire);
    return status == CLI_DONE ? cli_interview(run, false, cli_newer_content(run)) : status;
}
