#include "cli.h"

#include <signal.h>

int main(int argc, char **argv)
{
    /* A reader that went away is an error of the write, not the end of us. */
    signal(SIGPIPE, SIG_IGN);
    cli run = {0};
    cli_status status = cli_main(&run, argc, argv);
    cli_release(&run);
    return (int)status;
}
