/* line_input: the bytes that come from a terminal, fit to be echoed while a line is edited.
 *
 * What could change what the person sees (C1 controls, bidi overrides, bytes that are no UTF-8,
 * NUL) comes as '?', and `replaced` tells so. Other control characters come as they are: an editor
 * takes them for keys, or shows them as ^X. */
#ifndef CLI_LINE_INPUT_H
#define CLI_LINE_INPUT_H

#include <stdbool.h>
#include <stddef.h>

enum { CLI_MAX_AHEAD = 4096 }; /* bytes typed before they were asked for: what a terminal holds */

typedef struct cli_input {
    int fd;
    bool (*wait)(void *ctx); /* until there is a byte to read; false: there will be none */
    void *ctx;
    bool replaced; /* since the caller cleared it */
    /* The rest is private. */
    unsigned char ahead[CLI_MAX_AHEAD]; /* read already */
    size_t ahead_at, ahead_end;
    unsigned char rest[4]; /* of the character that was begun */
    size_t rest_at, rest_end;
    bool ended;
} cli_input;

void cli_input_init(cli_input *input, int fd, bool (*wait)(void *ctx), void *ctx);
/* The next byte, or -1: end of input, or the wait was given up. */
int cli_input_next(cli_input *input);
/* True if the next byte needs no waiting, and no reading that somebody else could see. */
bool cli_input_has(const cli_input *input);
/* Throws away what came so far if there is a line end in it, with all that follows at once: it was
 * pasted, or typed without looking. Waits `patience` ms for the first of it. True if it did.
 * Otherwise nothing is lost. */
bool cli_input_drop_lines(cli_input *input, int patience);

#endif
