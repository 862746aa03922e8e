/* migrate: a session and the content of its role that lies on the search path today. */
#ifndef CLI_MIGRATE_H
#define CLI_MIGRATE_H

#include "cli.h"

/* A sentence if there is other content than that of the open session, with the command that moves;
 * NULL if not, or if it cannot be told. Says nothing of what is wrong with the files. */
const char *cli_newer_content(cli *cli);

/* Moves the open session to that content, or back to the content before its last move: lists what
 * becomes of the answers, asks, and does it. `*moved` false with CLI_DONE: there was nothing to
 * do. */
cli_status cli_migrate(cli *cli, bool back, bool *moved);

#endif
