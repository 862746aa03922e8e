/* Opening the store and the sessions in it, and saying what is wrong with them. */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

/* PATH/rung/rung.db below the user's data folder; NULL if nothing says where that is. */
static const char *default_path(rung_arena *arena)
{
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    if (data && data[0] == '/')
        return rung_format(arena, "%s/rung/rung.db", data);
    if (home && *home)
        return rung_format(arena, "%s/.local/share/rung/rung.db", home);
    return NULL;
}

static const char *store_path(cli *run)
{
    const char *given = run->line.values[CLI_OPTION_STORE];
    const char *set = getenv("RUNG_STORE");
    return given ? given : set && *set ? set : default_path(&run->arena);
}

/* What can be done about it; one for each status that opening or writing can meet. */
static const char *const mends[] = {
    [RUNG_NO_MEMORY] = "close something and try again",
    [RUNG_NOT_FOUND] = "check the path, or start a session with \"rung take\"",
    [RUNG_IO] = "check the path and the disk",
    [RUNG_FULL] = "free some space and try again; what was saved before is safe",
    [RUNG_READ_ONLY] = "allow writing to it and its folder, or name another with --store",
    [RUNG_BUSY] = "close the other rung and try again",
    [RUNG_CONFLICT] = "look at it again and repeat the change",
    [RUNG_NOT_A_STORE] = "it was left as it is; name another with --store",
    [RUNG_TOO_NEW] = "it was left as it is; use the newer rung, or name another with --store",
    [RUNG_DAMAGED] = "it was left as it is; go back to a copy, or name another with --store",
};

static const char *mend_for(rung_status status)
{
    size_t n = (size_t)status;
    return n < RUNG_COUNT(mends) && mends[n] ? mends[n] : "check the path";
}

static cli_status explain(cli *run, const char *what, rung_status status, const char *detail)
{
    bool more = detail && *detail;
    return cli_error(run, CLI_FAILED, "%s: %s%s%s%s; %s", what, rung_status_text(status),
                     more ? " (" : "", more ? detail : "", more ? ")" : "", mend_for(status));
}

cli_status cli_store_error(cli *run, const char *what, rung_status status)
{
    return explain(run, what, status, run->store ? rung_store_detail(run->store) : NULL);
}

cli_status cli_store(cli *run)
{
    if (run->store)
        return CLI_DONE;
    const char *path = store_path(run);
    if (!path)
        return cli_error(run, CLI_FAILED,
                         "cannot tell where sessions are kept: neither HOME nor XDG_DATA_HOME is "
                         "set; name the file with --store");
    rung_status status = rung_store_open(&run->store, NULL, path, run->command->store);
    if (status == RUNG_OK || status == RUNG_NOT_FOUND)
        return CLI_DONE;
    return explain(run, rung_format(&run->arena, "cannot use the store %s", path), status, NULL);
}

/* Sessions that `wanted` fits, for the message: "abc123, abd456". */
static const char *fitting(cli *run, const char *wanted)
{
    rung_session_record *records;
    size_t count, shown = 0;
    if (rung_store_list(run->store, &run->arena, &records, &count) != RUNG_OK)
        return "";
    const char *out = "";
    for (size_t i = 0; i < count; i++) {
        bool fits = strncmp(records[i].id, wanted, strlen(wanted)) == 0 ||
                    strcmp(records[i].name, wanted) == 0;
        if (fits && shown++ < 5)
            out = rung_format(&run->arena, "%s%s%s", out, *out ? ", " : "", records[i].id);
    }
    return shown > 5 ? rung_format(&run->arena, "%s, ...", out) : out;
}

static cli_status not_opened(cli *run, const char *wanted, rung_status status)
{
    if (status == RUNG_NOT_FOUND && !wanted)
        return cli_error(run, CLI_NOT_FOUND,
                         "there is no session yet: start one with \"rung take\"");
    if (status == RUNG_NOT_FOUND)
        return cli_error(run, CLI_NOT_FOUND,
                         "there is no session \"%s\": \"rung list\" shows those there are", wanted);
    if (status == RUNG_CONFLICT)
        return cli_error(run, CLI_NOT_FOUND, "\"%s\" fits several sessions: write one of %s",
                         wanted, fitting(run, wanted));
    const char *which = wanted ? rung_format(&run->arena, " \"%s\"", wanted) : "";
    return cli_store_error(run, rung_format(&run->arena, "cannot open the session%s", which),
                           status);
}

cli_status cli_find_session(cli *run, const char *wanted, rung_session_record *out)
{
    cli_status opened = cli_store(run);
    if (opened != CLI_DONE)
        return opened;
    rung_status status = RUNG_NOT_FOUND;
    if (run->store)
        status = rung_store_find(run->store, &run->arena, wanted, out);
    return status == RUNG_OK ? CLI_DONE : not_opened(run, wanted, status);
}

cli_status cli_open_session(cli *run, const char *wanted)
{
    cli_status opened = cli_store(run);
    if (opened != CLI_DONE)
        return opened;
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &run->arena);
    rung_status status = RUNG_NOT_FOUND;
    if (run->store)
        status = rung_session_open(&run->session, NULL, run->store, wanted, &diagnostics);
    if (status != RUNG_OK) {
        cli_write_diagnostics(run, &diagnostics);
        return not_opened(run, wanted, status);
    }
    size_t foreign = rung_session_foreign_events(run->session);
    if (foreign > 0)
        cli_error(run, CLI_DONE,
                  "%zu entries of this session mean nothing here: they are kept, "
                  "and left out",
                  foreign);
    return CLI_DONE;
}

/* As a word of a shell. */
static const char *quoted(rung_arena *arena, const char *word)
{
    static const char safe[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-";
    if (*word && word[strspn(word, safe)] == '\0')
        return word;
    const char *out = "'";
    for (; *word; word++)
        out = *word == '\'' ? rung_format(arena, "%s'\\''", out)
                            : rung_format(arena, "%s%c", out, *word);
    return rung_format(arena, "%s'", out);
}

const char *cli_command_line(cli *run, const char *command, const char *argument)
{
    const char *store = run->line.values[CLI_OPTION_STORE];
    const char *program = quoted(&run->arena, run->program);
    const char *line =
        rung_format(&run->arena, "%s %s%s%s", program, command, *argument ? " " : "", argument);
    return store ? rung_format(&run->arena, "%s --store %s", line, quoted(&run->arena, store))
                 : line;
}
