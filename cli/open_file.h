/* open_file: showing a file in the program that the system has for it. */
#ifndef CLI_OPEN_FILE_H
#define CLI_OPEN_FILE_H

#include "cli.h"

/* Says so where there is no such program, or it fails; the file stays either way. */
cli_status cli_open_file(cli *cli, const char *path);

#endif
