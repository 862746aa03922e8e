#include "from.h"

/* The session is only looked at, while that of the run stands by. */
static cli_status from_session(cli *run, const char *wanted, const rung_questionnaire *to)
{
    run->standby = run->session;
    run->session = NULL;
    cli_status status = cli_open_session(run, wanted);
    if (status == CLI_DONE)
        run->proposals =
            rung_prefill_from_answers(&run->arena, to, rung_session_answers(run->session));
    rung_session_close(run->session);
    run->session = run->standby;
    run->standby = NULL;
    return status;
}

cli_status cli_read_from(cli *run, const rung_questionnaire *to)
{
    const char *from = run->line.values[CLI_OPTION_FROM];
    return from ? from_session(run, from, to) : CLI_DONE;
}

void cli_tell_not_taken(cli *run, const rung_questionnaire *to)
{
    size_t count = run->proposals ? rung_prefill_count(to, run->proposals) : 0;
    const char *id = rung_session_info(run->session)->id;
    if (count > 0)
        cli_error(run, CLI_DONE,
                  "nothing was taken from %s: nobody was there to accept it; \"%s\" proposes it",
                  run->line.values[CLI_OPTION_FROM],
                  cli_command_line(run, "resume", cli_with_from(run, id)));
}

const char *cli_with_from(cli *run, const char *session)
{
    const char *from = run->line.values[CLI_OPTION_FROM];
    return from ? rung_format(&run->arena, "%s --from %s", session, cli_quoted(&run->arena, from))
                : session;
}
