/* cli: the command `rung`. What every command file works with: the state of one run, messages,
 * and the set-up (store, session, role) that is written once. */
#ifndef CLI_H
#define CLI_H

#include "base/base.h"
#include "content/content.h"
#include "options.h"
#include "prefill/prefill.h"
#include "scoring/scoring.h"
#include "session/session.h"
#include "store/store.h"
#include "terminal.h"

#include <dirent.h>
#include <sys/types.h>

typedef enum cli_status {
    CLI_DONE = 0,
    CLI_FAILED = 1,    /* store, file, memory */
    CLI_USAGE = 2,     /* used wrongly */
    CLI_INVALID = 3,   /* content or answers are wrong */
    CLI_NOT_FOUND = 4, /* no such session, role, question */
    CLI_INTERRUPTED = 130,
} cli_status;

typedef struct cli cli;

typedef struct cli_command {
    const char *name;
    const char *arguments; /* "[ROLE]", "SESSION Q=VALUE..." or "" */
    size_t least, most;    /* how many words it takes */
    const char *summary;   /* one line */
    const char *about;     /* a paragraph or a few, and examples */
    rung_store_mode store; /* how cli_store opens the store, for the commands that use it */
    cli_options writes;    /* with one of these it is opened to be written */
    cli_options options;   /* beyond CLI_COMMON */
    const char *formats;   /* with the option FORMAT: "text|json", the default first */
    cli_status (*run)(cli *cli);
} cli_command;

extern const cli_command cli_home; /* `rung` alone; its name is "" */
extern const cli_command cli_commands[];
extern const size_t cli_command_count;
const cli_command *cli_find_command(const char *name); /* NULL if there is none */

/* One run. Every command runs inside the guard of `arena`; what an arena cannot hold (store,
 * session, role, folder) hangs here and is released at the end, also when memory ran out. */
struct cli {
    rung_arena arena;
    rung_arena turn;     /* emptied by cli_turn, for loops */
    rung_arena page;     /* emptied for each text that is shown */
    const char *program; /* how it was called, if by a path; else "rung" */
    cli_words line;
    const cli_command *command;
    const char *const *words; /* behind the command's name */
    size_t word_count;
    cli_terminal terminal;
    rung_sink out, err;
    int out_error;    /* errno of the first write to standard output that failed */
    const char *done; /* what holds although the output failed: "session abc123 is saved" */
    bool path_told;   /* what RUNG_CONTENT names in vain */
    rung_store *store;
    const char *store_path; /* of the store that is open; its file is the next two */
    dev_t store_device;
    ino_t store_file;
    rung_session *session;
    rung_session *standby; /* the session of the run while another one is read */
    rung_role *role;
    rung_role *known; /* of a session that was looked at: the next one may have the same */
    rung_answers *answers;
    const rung_proposal *proposals; /* of --from: one a question, or NULL */
    struct cli_editor *editor;      /* while it holds the terminal */
    DIR *folder;                    /* being listed */
    rung_buffer buffer;             /* of a file that is being made */
};

/* The run from argv to the exit status. */
cli_status cli_main(cli *cli, int count, char *const *arguments);
void cli_release(cli *cli);

/* "rung: MESSAGE" on standard error; control characters in it are made visible. The message reads
 * "what happened: why; what to do". Returns `status`. */
cli_status cli_error(cli *cli, cli_status status, const char *format, ...) RUNG_PRINTF(3, 4);
/* All diagnostics on standard error, in file order. */
void cli_write_diagnostics(cli *cli, rung_diagnostics *diagnostics);

/* What --format or --json asks for; "" if neither was given. */
const char *cli_format(const cli *cli);

/* Says so, with the nearest one there is. */
cli_status cli_unknown_command(cli *cli, const char *name);
/* "rung take [ROLE] [options]"; lives in the arena. */
const char *cli_usage(rung_arena *arena, const cli_command *command);
/* The help of a command; `cli_home` stands for the list of all. */
cli_status cli_help(cli *cli, const cli_command *command);
/* Word n of the command, or NULL. */
const char *cli_word(const cli *cli, size_t n);
/* Milliseconds since 1970, from the clock. */
int64_t cli_now(void);
/* An arena for one turn of a loop: empties the previous turn's. */
rung_arena *cli_turn(cli *cli);
/* cli_flush for cli_lines: who writes a line at a time waits for our answer to the last one. */
bool cli_flush_before_wait(void *cli);
/* Flushes standard output; false if some of it could not be written. */
bool cli_flush(cli *cli);

/* --- Store and sessions (workspace.c) ---------------------------------------------------------
 * Each reports what went wrong and returns CLI_DONE or the status to exit with. */

/* Opens the store as the command asks, once. A store that does not exist yet is no mistake:
 * cli->store stays NULL, and there are no sessions. */
cli_status cli_store(cli *cli);
/* False once the file of the open store was removed or replaced: what is written then is lost. */
bool cli_store_in_place(const cli *cli);
/* After a call on the store: whether to repeat it because another process was quicker. Pauses
 * before it says yes; says no after some tries. `*tries` begins at 0. */
bool cli_try_again(rung_status status, size_t *tries);
/* Where the user's own content and store are, or NULL if the environment does not say it. */
const char *cli_data_folder(rung_arena *arena);
/* True if the path leads to the store of this run, or to what lies beside it. */
bool cli_is_store(cli *cli, const char *path);
/* What a failed call on the store met. */
cli_status cli_store_error(cli *cli, const char *what, rung_status status);
/* Opens cli->session by id, prefix or name; NULL: the one used last. */
cli_status cli_open_session(cli *cli, const char *wanted);
/* The same, finding only its record. */
cli_status cli_find_session(cli *cli, const char *wanted, rung_session_record *out);
/* Whether `wanted` stands for any session of the open store, without a message. */
bool cli_session_exists(cli *cli, const char *wanted);
/* As a word of a shell. */
const char *cli_quoted(rung_arena *arena, const char *word);
/* "rung resume abc123", with the path, the --store and the --content that this run was called
 * with, as one can type it. */
const char *cli_command_line(cli *cli, const char *command, const char *argument);

#endif
