#include "terminal.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value && *value;
}

static bool is_dumb(void)
{
    const char *term = getenv("TERM");
    return !term || !*term || strcmp(term, "dumb") == 0;
}

static bool wants_color(const cli_terminal *terminal, const char *color)
{
    if (terminal->plain)
        return false;
    if (color && strcmp(color, "auto") != 0)
        return strcmp(color, "always") == 0;
    return terminal->out && !is_set("NO_COLOR");
}

/* A size that the terminal tells, or else a variable. */
static int size_of(int told, const char *variable, int otherwise)
{
    const char *words = told > 0 ? NULL : getenv(variable);
    long size = words ? strtol(words, NULL, 10) : told;
    return size > 0 && size < 10000 ? (int)size : otherwise;
}

void cli_terminal_measure(cli_terminal *terminal)
{
    struct winsize size = {0};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        size = (struct winsize){0};
    int width = size_of(size.ws_col, "COLUMNS", CLI_WIDTH);
    int height = size_of(size.ws_row, "LINES", CLI_HEIGHT);
    terminal->width = width < CLI_MIN_WIDTH   ? CLI_MIN_WIDTH
                      : width > CLI_MAX_WIDTH ? CLI_MAX_WIDTH
                                              : width;
    terminal->height = height < CLI_MIN_HEIGHT ? CLI_MIN_HEIGHT : height;
}

void cli_terminal_init(cli_terminal *terminal, const char *color, bool plain)
{
    /* Numbers keep their point: LC_NUMERIC stays "C". */
    setlocale(LC_CTYPE, "");
    terminal->in = isatty(STDIN_FILENO);
    terminal->out = isatty(STDOUT_FILENO);
    terminal->plain = plain || is_set("ACCESSIBLE") || (terminal->out && is_dumb());
    terminal->ascii = terminal->plain || strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
    terminal->color = wants_color(terminal, color);
    cli_terminal_measure(terminal);
}
