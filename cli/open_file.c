#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath */
#endif

#include "open_file.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>

extern char **environ;

#ifdef __APPLE__
static const char opener[] = "open";
#else
static const char opener[] = "xdg-open";
#endif

/* Its words are no business of the report: what it prints goes nowhere. */
static int start(const char *path, pid_t *child)
{
    char *const words[] = {(char *)opener, (char *)path, NULL};
    posix_spawn_file_actions_t files;
    int problem = posix_spawn_file_actions_init(&files);
    if (problem)
        return problem;
    for (int fd = 0; fd <= 2 && !problem; fd++)
        problem = posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_RDWR, 0);
    if (!problem)
        problem = posix_spawnp(child, opener, &files, NULL, words, environ);
    posix_spawn_file_actions_destroy(&files);
    return problem;
}

/* True if the program says that it worked. */
static bool wait_for(pid_t child)
{
    int state;
    while (waitpid(child, &state, 0) < 0)
        if (errno != EINTR)
            return false;
    return WIFEXITED(state) && WEXITSTATUS(state) == 0;
}

cli_status cli_open_file(cli *run, const char *path)
{
    pid_t child;
    /* A whole path is never taken for an option, or for an address on the web. */
    char *whole = realpath(path, NULL);
    int problem = whole ? start(whole, &child) : errno;
    free(whole);
    if (problem == 0 && wait_for(child))
        return CLI_DONE;
    return cli_error(run, CLI_FAILED, "%s is written, but %s cannot show it: open it by hand", path,
                     opener);
}
