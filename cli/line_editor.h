/* line_editor: a line that a person types. The only place that knows GNU Readline.
 *
 * On a terminal it is edited with Readline, with completion and without history; with --plain by
 * plain_editor. Where standard input is no terminal lines are read as they come. SIGINT, SIGTERM and SIGHUP
 * end the reading instead of the process, from cli_editor_start to cli_editor_stop.
 *
 * On a terminal no line is taken that came before it was asked for: people paste several lines by
 * mistake, and would answer questions that they have not seen. */
#ifndef CLI_LINE_EDITOR_H
#define CLI_LINE_EDITOR_H

#include "cli.h"
#include "files.h"

enum { CLI_MAX_TYPED = 128 * 1024 }; /* bytes of a line: twice the longest answer */

typedef enum cli_typed {
    CLI_TYPED_LINE,
    CLI_TYPED_END,         /* end of input: Ctrl-D, or the last line of a file */
    CLI_TYPED_INTERRUPTED, /* a signal: Ctrl-C, a closed terminal, kill */
} cli_typed;

typedef struct cli_editor cli_editor;

/* What Tab completes; words live until the next call. A word that begins with ':' is a command, one
 * with a blank behind it a command with what it takes. */
typedef struct cli_completions {
    const char *const *words;
    size_t count;
    const char *const *others; /* offered where none of the words fits */
    size_t other_count;
    bool several; /* the line is a list: each word is completed on its own */
} cli_completions;

cli_editor *cli_editor_start(cli *cli);
void cli_editor_stop(cli_editor *editor); /* NULL-safe */
void cli_editor_complete(cli_editor *editor, cli_completions completions);
/* The next line begins as `text`, where it can be edited: a line to be mended. */
void cli_editor_offer(cli_editor *editor, rung_text text);
/* Reads a line. One that cannot be taken (too long, or with something in it that a terminal must
 * not be given) is told, and the next one is read. `prompt` is ASCII; it is shown on terminals
 * only. The line lives until the next call. */
cli_typed cli_editor_read(cli_editor *editor, const char *prompt, rung_text *out);

#endif
