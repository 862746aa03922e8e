/* `rung` alone: where you stand, and the next command to type. */
#include "catalogue.h"
#include "commands.h"
#include "page.h"
#include "records.h"

#include <string.h>

enum { HOME_SESSIONS = 5 }; /* those used last; `rung list` has all */

static void session_line(cli *run, const cli_record *record)
{
    const char *name =
        *record->info.name ? rung_format(&run->arena, " (%s)", record->info.name) : "";
    cli_item(run, CLI_NORMAL, rung_format(&run->arena, "  %s  ", record->info.id),
             rung_format(&run->arena, "%s%s: %s, %s", record->title, name,
                         cli_progress_text(run, record), cli_when_text(run, record->info.updated)));
}

/* Writes those that wait for answers; the id of the first of them, or NULL. */
static const char *unfinished(cli *run, const rung_session_record *infos, size_t count)
{
    const char *first = NULL;
    for (size_t i = 0; i < count && i < HOME_SESSIONS; i++) {
        cli_record record = cli_record_read(run, &infos[i]);
        if (!record.readable || record.progress.open == 0)
            continue;
        if (!first)
            cli_heading(run, "Not finished");
        first = first ? first : infos[i].id;
        session_line(run, &record);
    }
    return first;
}

/* Writes the roles; the word behind `take`: the only role, "" where it asks for one of several, or
 * NULL if there is none. */
static const char *on_offer(cli *run)
{
    cli_offers offers;
    if (cli_find_offers(run, &offers) != CLI_DONE)
        return NULL;
    int width = 0;
    for (size_t i = 0; i < offers.list.count; i++)
        if (!offers.list.at[i].problem && (int)strlen(offers.list.at[i].id) > width)
            width = (int)strlen(offers.list.at[i].id);
    const char *role = NULL;
    for (size_t i = 0; i < offers.list.count; i++) {
        const cli_offer *offer = &offers.list.at[i];
        if (offer->problem)
            continue;
        if (!role)
            cli_heading(run, "Roles you can look at and try");
        role = role ? "" : offer->id;
        cli_item(run, CLI_NORMAL, rung_format(&run->arena, "  %-*s  ", width, offer->id),
                 offer->title);
    }
    return role;
}

static void next_steps(cli *run, const char *session, size_t sessions, const char *role)
{
    cli_heading(run, "Next");
    if (session)
        cli_item(run, CLI_NORMAL, "  ", cli_command_line(run, "resume", session));
    else if (sessions > 0)
        cli_item(run, CLI_NORMAL, "  ", cli_command_line(run, "report", ""));
    if (role)
        cli_item(run, CLI_NORMAL, "  ", cli_command_line(run, "take", role));
    else
        cli_item(run, CLI_NORMAL, "  ", cli_command_line(run, "roles", "--content DIR"));
    cli_item(run, CLI_NORMAL, "  ", cli_command_line(run, "help", ""));
}

cli_status cmd_home(cli *run)
{
    rung_session_record *infos;
    size_t count;
    cli_status status = cli_session_infos(run, &infos, &count);
    if (status != CLI_DONE)
        return status;
    cli_say(run, "rung tells you how ready you are for a job, why, and what to do next.");
    const char *session = unfinished(run, infos, count);
    const char *role = on_offer(run);
    next_steps(run, session, count, role);
    return CLI_DONE;
}
