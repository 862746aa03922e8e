/* given: answers given on the command line, as QUESTION=VALUE. */
#ifndef CLI_GIVEN_H
#define CLI_GIVEN_H

#include "cli.h"

/* Reads the words from `first` on into cli->answers, which is of the open session's questions;
 * "Q=" takes an answer away. `changed[q]` says which were named. Tells every mistake, and returns
 * the status of the first. */
cli_status cli_take_given(cli *cli, size_t first, bool *changed);

#endif
