/* `rung compare`: what moved between two sessions, or since a day of one. */
#include "commands.h"
#include "date.h"
#include "records.h"

#include <string.h>

/* The earlier one stands by while the later one is that of the run. */
static cli_status open_both(cli *run)
{
    cli_status status = cli_open_session(run, cli_word(run, 0));
    if (status != CLI_DONE)
        return status;
    run->standby = run->session;
    run->session = NULL;
    return cli_open_session(run, cli_word(run, 1));
}

static cli_status refuse_pair(cli *run)
{
    const rung_session_record *a = rung_session_info(run->standby);
    const rung_session_record *b = rung_session_info(run->session);
    if (strcmp(a->id, b->id) == 0)
        return cli_error(
            run, CLI_USAGE, "both are session %s: to compare it with its past, write %s", a->id,
            cli_command_line(run, "compare", rung_format(&run->arena, "%s --since DATE", a->id)));
    if (strcmp(a->role, b->role) != 0)
        return cli_error(run, CLI_USAGE,
                         "cannot compare session %s (%s) with %s (%s): only sessions of one role "
                         "can be compared",
                         a->id, a->role, b->id, b->role);
    return CLI_DONE;
}

/* --- One session and its past ---------------------------------------------------------------- */

static const char *day_of(cli *run, int64_t at)
{
    char time[RUNG_TIME_SIZE];
    rung_time_format(at, time);
    return rung_format(&run->arena, "%.10s", time);
}

/* From the option to the time that is meant. */
static cli_status read_since(cli *run, cli_span *out)
{
    const rung_session_record *info = rung_session_info(run->session);
    const char *since = run->line.values[CLI_OPTION_SINCE];
    const char *shown = cli_brief(&run->arena, rung_text_of(since));
    if (!cli_read_date(rung_text_of(since), out))
        return cli_error(run, CLI_USAGE,
                         "--since cannot be \"%s\": it takes a day, such as 2026-05-03, or a time, "
                         "such as 2026-05-03T14:30:00Z",
                         shown);
    if (out->first > cli_now())
        return cli_error(run, CLI_USAGE, "--since %s is still to come: nothing can have moved",
                         shown);
    if (out->last < info->started)
        return cli_error(run, CLI_USAGE,
                         "session %s began on %s: there is nothing before it to compare with; "
                         "leave --since away to compare with its beginning",
                         info->id, day_of(run, info->started));
    return CLI_DONE;
}

static cli_status open_past(cli *run, int64_t at)
{
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &run->arena);
    const char *id = rung_session_info(run->session)->id;
    rung_status status =
        rung_session_open_at(&run->standby, NULL, run->store, id, at, &diagnostics);
    if (status == RUNG_OK)
        return CLI_DONE;
    cli_write_diagnostics(run, &diagnostics);
    return cli_store_error(run, rung_format(&run->arena, "cannot look back in session %s", id),
                           status);
}

/* --- Both ------------------------------------------------------------------------------------ */

static rung_report_subject subject_of(const rung_session *session)
{
    const rung_session_record *info = rung_session_info(session);
    return (rung_report_subject){
        .id = info->id, .name = info->name, .started = info->started, .updated = info->updated};
}

static rung_compare_side side_of(const rung_session *session)
{
    return (rung_compare_side){rung_session_role(session), rung_session_answers(session)};
}

static void write_comparison(cli *run, rung_compare_span span, int64_t since)
{
    rung_report_subject before = subject_of(run->standby), after = subject_of(run->session);
    rung_report_compare compare = {
        .comparison = rung_compare(&run->arena, side_of(run->standby), side_of(run->session)),
        .before = &before,
        .after = &after,
        .span = span,
        .since = since};
    rung_text_style style = cli_text_style(run);
    if (cli_has(&run->line, CLI_OPTION_JSON)) {
        rung_report_compare_json(&run->arena, &compare, 2, &run->out);
        rung_print(&run->out, "\n");
    } else {
        rung_report_compare_text(&run->arena, &compare, &style, &run->out);
    }
}

static cli_status compare_pair(cli *run)
{
    if (cli_has(&run->line, CLI_OPTION_SINCE))
        return cli_error(run, CLI_USAGE,
                         "--since compares one session with its own past: leave it or %s away",
                         cli_word(run, 1));
    cli_status status = open_both(run);
    if (status == CLI_DONE)
        status = refuse_pair(run);
    if (status == CLI_DONE)
        write_comparison(run, RUNG_COMPARE_SESSIONS, 0);
    return status;
}

cli_status cmd_compare(cli *run)
{
    bool since = cli_has(&run->line, CLI_OPTION_SINCE);
    cli_span span = {.last = INT64_MIN}; /* before the first answer */
    if (run->word_count == 2)
        return compare_pair(run);
    cli_status status = cli_open_session(run, cli_word(run, 0));
    if (status == CLI_DONE && since)
        status = read_since(run, &span);
    if (status == CLI_DONE)
        status = open_past(run, span.last);
    if (status == CLI_DONE)
        write_comparison(run, since ? RUNG_COMPARE_SINCE : RUNG_COMPARE_SINCE_BEGUN, span.shown);
    return status;
}
