/* from: --from, what is proposed in an interview from elsewhere. */
#ifndef CLI_FROM_H
#define CLI_FROM_H

#include "cli.h"

/* Reads what --from names into cli->proposals, for the questions of `to`; without the option, what
 * was said before the open session was moved to other content. */
cli_status cli_read_from(cli *cli, const rung_questionnaire *to);
/* Says that nobody is there to accept the proposals: they are not taken. */
void cli_tell_not_taken(cli *cli, const rung_questionnaire *to);
/* "abc123 --from anna": a session with the --from of this run, as words of a command. */
const char *cli_with_from(cli *cli, const char *session);

#endif
