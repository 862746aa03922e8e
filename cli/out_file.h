/* out_file: a result as a file: whole or not at all, and never in place of one that is there
 * already, unless --force says so. */
#ifndef CLI_OUT_FILE_H
#define CLI_OUT_FILE_H

#include "cli.h"

/* The FILE of -o; NULL: the result goes to standard output. */
const char *cli_out_file(const cli *cli);
/* Options that only a file has, where there is none. */
cli_status cli_refuse_without_file(cli *cli);
/* Whether the last part of a path has an end that could name a format. */
bool cli_has_suffix(const char *path);
/* Why the file cannot be written, as far as that can be told before there is anything to write: it
 * is the store; it is there already. */
cli_status cli_refuse_store(cli *cli, const char *path);
cli_status cli_refuse_present(cli *cli, const char *path);
/* What is in cli->buffer. Opened then, if --open says so. */
cli_status cli_put_out_file(cli *cli, const char *path);

#endif
