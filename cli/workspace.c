/* Opening the store and the sessions in it, and saying what is wrong with them. */
#include "cli.h"

#include "files.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

/* Relative folders would move with the one that rung is called in: they count as not set. */
const char *cli_data_folder(rung_arena *arena)
{
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    if (data && data[0] == '/')
        return rung_format(arena, "%s/rung", data);
    if (home && home[0] == '/')
        return rung_format(arena, "%s/.local/share/rung", home);
    return NULL;
}

static const char *store_path(cli *run)
{
    const char *given = run->line.values[CLI_OPTION_STORE];
    const char *set = getenv("RUNG_STORE");
    if (given || (set && *set))
        return given ? given : set;
    const char *folder = cli_data_folder(&run->arena);
    return folder ? rung_format(&run->arena, "%s/rung.db", folder) : NULL;
}

/* The endings are those of the journals that lie beside a store. */
bool cli_is_store(cli *run, const char *path)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
    const char *store = store_path(run);
    if (!store)
        return false;
    store = cli_real_path(&run->arena, store);
    for (size_t i = 0; i < RUNG_COUNT(endings); i++)
        if (cli_same_file(&run->arena, path, rung_format(&run->arena, "%s%s", store, endings[i])))
            return true;
    return false;
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
    /* The words of a status fit any object; here it can be named. */
    if (status == RUNG_CONFLICT || (status == RUNG_NOT_FOUND && run->session))
        return cli_error(run, CLI_FAILED, "%s: %s", what,
                         status == RUNG_CONFLICT
                             ? "another rung changed the session meanwhile; look at it again and "
                               "repeat the change"
                             : "the session has been deleted; start another with \"rung take\"");
    return explain(run, what, status, run->store ? rung_store_detail(run->store) : NULL);
}

/* What the file system has against the path, where that is why the store cannot be opened. */
static const char *path_problem(const char *path, rung_status status)
{
    bool silent = status == RUNG_NOT_FOUND || status == RUNG_FULL || status == RUNG_BUSY ||
                  status == RUNG_NO_MEMORY;
    int error;
    const char *problem = cli_path_problem(path, &error);
    /* A store that is not there yet is no problem, unless what should be its folder is a file. */
    silent = silent || (status == RUNG_READ_ONLY && error == ENOENT);
    return silent && error != ENOTDIR ? NULL : problem;
}

/* Which file it is, to notice when another or none lies there. */
static void remember_file(cli *run, const char *path)
{
    struct stat file;
    if (stat(path, &file) != 0)
        return;
    run->store_path = path;
    run->store_device = file.st_dev;
    run->store_file = file.st_ino;
}

bool cli_store_in_place(const cli *run)
{
    struct stat file;
    if (!run->store_path)
        return true;
    return stat(run->store_path, &file) == 0 && file.st_dev == run->store_device &&
           file.st_ino == run->store_file;
}

cli_status cli_store(cli *run)
{
    if (run->store)
        return CLI_DONE;
    const char *path = store_path(run);
    if (!path)
        return cli_error(run, CLI_FAILED,
                         "cannot tell where sessions are kept: neither HOME nor XDG_DATA_HOME "
                         "names a folder; name the file with --store");
    const char *real = cli_real_path(&run->arena, path);
    bool writes = (run->line.given & run->command->writes) != 0;
    rung_status status;
    size_t tries = 0;
    do
        status = rung_store_open(&run->store, NULL, real,
                                 writes ? RUNG_STORE_WRITE : run->command->store);
    while (cli_try_again(status, &tries));
    if (status == RUNG_OK)
        remember_file(run, real);
    const char *problem = status == RUNG_OK ? NULL : path_problem(real, status);
    if (problem)
        return cli_error(run, CLI_FAILED, "cannot use the store %s: %s; name another with --store",
                         path, problem);
    if (status == RUNG_OK || status == RUNG_NOT_FOUND)
        return CLI_DONE;
    return explain(run, rung_format(&run->arena, "cannot use the store %s", path), status, NULL);
}

bool cli_try_again(rung_status status, size_t *tries)
{
    /* The store itself waits for a lock, but not for who was quicker. */
    enum { TRIES_CONFLICT = 50, TRIES_BUSY = 3, PAUSE = 2000000 };
    size_t most = status == RUNG_CONFLICT ? TRIES_CONFLICT : status == RUNG_BUSY ? TRIES_BUSY : 0;
    if (++*tries >= most)
        return false;
    /* Not all at the same time again. */
    struct timespec now, pause = {.tv_nsec = PAUSE};
    clock_gettime(CLOCK_MONOTONIC, &now);
    pause.tv_nsec += now.tv_nsec / 1000 % 16 * PAUSE;
    nanosleep(&pause, NULL);
    return true;
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
    const char *shown = wanted ? cli_brief(&run->arena, rung_text_of(wanted)) : "";
    if (status == RUNG_NOT_FOUND && !wanted)
        return cli_error(run, CLI_NOT_FOUND,
                         "there is no session yet: start one with \"rung take\"");
    if (status == RUNG_NOT_FOUND)
        return cli_error(run, CLI_NOT_FOUND,
                         "there is no session \"%s\": \"rung list\" shows those there are", shown);
    if (status == RUNG_CONFLICT)
        return cli_error(run, CLI_NOT_FOUND, "\"%s\" fits several sessions: write one of %s", shown,
                         fitting(run, wanted));
    const char *which = wanted ? rung_format(&run->arena, " \"%s\"", shown) : "";
    return cli_store_error(run, rung_format(&run->arena, "cannot open the session%s", which),
                           status);
}

/* Ids are small letters; somebody may type what they read out aloud in capitals. NULL if `wanted`
 * has none. */
static const char *in_small_letters(rung_arena *arena, const char *wanted)
{
    char *small = wanted ? rung_copy(arena, rung_text_of(wanted)) : NULL;
    bool changed = false;
    for (char *at = small; at && *at; at++) {
        if (*at >= 'A' && *at <= 'Z') {
            *at = (char)(*at - 'A' + 'a');
            changed = true;
        }
    }
    return changed ? small : NULL;
}

/* What the store finds a session by; names are tried as they were written first. */
static rung_status find_record(cli *run, const char **wanted, rung_session_record *out)
{
    if (!run->store)
        return RUNG_NOT_FOUND;
    rung_status status = rung_store_find(run->store, &run->arena, *wanted, out);
    const char *small = in_small_letters(&run->arena, *wanted);
    if (status != RUNG_NOT_FOUND || !small ||
        rung_store_find(run->store, &run->arena, small, out) != RUNG_OK)
        return status;
    *wanted = out->id;
    return RUNG_OK;
}

bool cli_session_exists(cli *run, const char *wanted)
{
    rung_session_record record;
    return find_record(run, &wanted, &record) != RUNG_NOT_FOUND;
}

cli_status cli_find_session(cli *run, const char *wanted, rung_session_record *out)
{
    cli_status opened = cli_store(run);
    if (opened != CLI_DONE)
        return opened;
    rung_status status = find_record(run, &wanted, out);
    return status == RUNG_OK ? CLI_DONE : not_opened(run, wanted, status);
}

cli_status cli_open_session(cli *run, const char *wanted)
{
    cli_status opened = cli_store(run);
    if (opened != CLI_DONE)
        return opened;
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &run->arena);
    rung_session_record record;
    rung_status status = find_record(run, &wanted, &record);
    if (status == RUNG_OK)
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

/* Bytes that a terminal must not see are escaped as bash and zsh read it. */
const char *cli_quoted(rung_arena *arena, const char *word)
{
    static const char safe[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-";
    if (*word && word[strspn(word, safe)] == '\0')
        return word;
    rung_text text = rung_text_of(word);
    bool escaped = !rung_text_equal(rung_printable(arena, text, false), text);
    const char *out = escaped ? "$'" : "'";
    for (; *word; word++) {
        unsigned byte = (unsigned char)*word;
        if (escaped && (byte < 0x20 || byte > 0x7E || byte == '\'' || byte == '\\'))
            out = rung_format(arena, "%s\\%03o", out, byte);
        else
            out = byte == '\'' ? rung_format(arena, "%s'\\''", out)
                               : rung_format(arena, "%s%c", out, *word);
    }
    return rung_format(arena, "%s'", out);
}

const char *cli_command_line(cli *run, const char *command, const char *argument)
{
    rung_arena *arena = &run->arena;
    const char *store = run->line.values[CLI_OPTION_STORE];
    const char *line = rung_format(arena, "%s %s%s%s", cli_quoted(arena, run->program), command,
                                   *argument ? " " : "", argument);
    if (store)
        line = rung_format(arena, "%s --store %s", line, cli_quoted(arena, store));
    for (size_t i = 0; i < run->line.contents.count; i++)
        line = rung_format(arena, "%s --content %s", line,
                           cli_quoted(arena, run->line.contents.at[i]));
    return line;
}
