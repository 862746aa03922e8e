/* terminal: what standard input and output are, and what may be shown there. The only place that
 * asks the environment about it. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <stdbool.h>

enum {
    CLI_MIN_WIDTH = 20,
    CLI_WIDTH = 80,      /* where output is no terminal */
    CLI_MAX_WIDTH = 100, /* longer lines are hard to read */
    CLI_MIN_HEIGHT = 10,
    CLI_HEIGHT = 24,
};

typedef struct cli_terminal {
    bool in, out; /* standard input, standard output is a terminal */
    bool plain;   /* one thing a line, no cursor movement, ASCII */
    bool ascii;   /* nothing beyond ASCII can be shown */
    bool color;
    int width, height;
} cli_terminal;

/* Sets LC_CTYPE of the process and finds out. `color` is the value of the option or NULL. */
void cli_terminal_init(cli_terminal *terminal, const char *color, bool plain);
/* The window may have been resized. */
void cli_terminal_measure(cli_terminal *terminal);

#endif
