/* `rung version` */
#include "commands.h"

cli_status cmd_version(cli *run)
{
    rung_print(&run->out, "rung %s\n", RUNG_VERSION);
    return CLI_DONE;
}
