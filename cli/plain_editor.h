/* plain_editor: a line typed on a terminal that is only ever added to: with --plain, on a dumb
 * terminal, for a screen reader.
 *
 * The terminal itself would echo whatever is pasted, as it is, and keep all but the last 4 KiB of a
 * long line back. So it neither echoes nor collects lines here; the keys that it has for erasing a
 * character, a word or the line, and for the end of input, do as ever. */
#ifndef CLI_PLAIN_EDITOR_H
#define CLI_PLAIN_EDITOR_H

#include "line_input.h"

#include "base/base.h"

#include <termios.h>

typedef struct cli_plain_editor {
    cli_input *input;
    rung_sink *out;
    bool (*flush)(void *ctx); /* what was written to `out` must be seen now */
    void *ctx;
    const char *prompt;
    char *at; /* room for `limit` bytes */
    size_t limit;
    size_t size; /* of the line; one more than `limit` if it is too long */
    /* The rest is private. */
    bool taken; /* the terminal is */
    bool echo;  /* as it was before: where somebody else shows what is typed, we do not */
    struct termios before;
} cli_plain_editor;

/* Takes the terminal and gives it back as it was. Both may be repeated. */
void cli_plain_take(cli_plain_editor *editor);
void cli_plain_give_back(cli_plain_editor *editor);
/* Reads a line; false at the end of input, or if waiting for it was given up. */
bool cli_plain_read(cli_plain_editor *editor);
/* Shows the prompt, and what was typed so far behind it. */
void cli_plain_show(cli_plain_editor *editor);

#endif
