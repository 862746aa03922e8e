#include "from.h"

#include "files.h"
#include "json/json.h"
#include "page.h"

#include <string.h>

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

/* --- From before a move ---------------------------------------------------------------------- */
static bool was_moved(const rung_session_record *record)
{
    return strcmp(record->questionnaire.hex, record->first_questionnaire.hex) != 0;
}

/* The time of the last move; INT64_MIN if there is none to be found. */
static int64_t last_move(cli *run, const char *id)
{
    rung_event *events;
    size_t count = 0;
    if (rung_store_events(run->store, &run->arena, id, 0, &events, &count) != RUNG_OK)
        return INT64_MIN;
    while (count > 0 && !rung_event_is_move(&events[count - 1]))
        count--;
    return count > 0 ? events[count - 1].at : INT64_MIN;
}

/* What was said before the questions changed, for those that are asked again. Content of then that
 * cannot be read is no reason not to go on: nothing is proposed. */
static void from_before_move(cli *run, const rung_questionnaire *to)
{
    if (!run->session || !was_moved(rung_session_info(run->session)))
        return;
    const char *id = rung_session_info(run->session)->id;
    int64_t moved = last_move(run, id);
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &run->arena);
    run->standby = run->session;
    run->session = NULL;
    if (moved > INT64_MIN && rung_session_open_at(&run->session, NULL, run->store, id, moved - 1,
                                                  &diagnostics) == RUNG_OK)
        run->proposals =
            rung_prefill_from_answers(&run->arena, to, rung_session_answers(run->session));
    rung_session_close(run->session);
    run->session = run->standby;
    run->standby = NULL;
}

/* --- From a resume --------------------------------------------------------------------------- */
static const rung_datum *read_json(cli *run, const char *path, const rung_source *source)
{
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &run->arena);
    const rung_datum *datum = rung_json_read(&run->arena, source, &diagnostics);
    cli_write_diagnostics(run, &diagnostics);
    if (!datum)
        cli_error(run, CLI_INVALID, "cannot use %s: --from takes a resume as JSON, or a session",
                  path);
    return datum;
}

static cli_status from_resume(cli *run, const char *path, const rung_questionnaire *to)
{
    rung_source source = {.name = path};
    rung_resume resume;
    const char *problem = cli_read_file(&run->arena, path, RUNG_CONTENT_MAX_FILE, &source.text);
    if (problem)
        return cli_error(run, CLI_FAILED, "cannot read %s: %s", path, problem);
    const rung_datum *datum = read_json(run, path, &source);
    if (!datum)
        return CLI_INVALID;
    if (rung_prefill_from_resume(&run->arena, to, datum, cli_now(), &resume) != RUNG_OK)
        return cli_error(run, CLI_INVALID, "%s is no resume that can be read: %s; the format is %s",
                         path, resume.problem, "https://jsonresume.org/schema");
    for (size_t i = 0; i < resume.remark_count; i++)
        cli_error(run, CLI_DONE, "%s: %s", path, resume.remarks[i]);
    run->proposals = resume.proposals;
    return CLI_DONE;
}

/* Ids and names of sessions seldom look like that. */
static bool is_path(const char *from)
{
    return strchr(from, '/') || rung_text_ends(rung_text_of(from), RUNG_TEXT(".json"));
}

cli_status cli_read_from(cli *run, const rung_questionnaire *to)
{
    const char *from = run->line.values[CLI_OPTION_FROM];
    if (!from) {
        from_before_move(run, to);
        return CLI_DONE;
    }
    return is_path(from) ? from_resume(run, from, to) : from_session(run, from, to);
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
