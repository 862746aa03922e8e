/* given: answers given on the command line, as QUESTION=VALUE. */
#ifndef CLI_GIVEN_H
#define CLI_GIVEN_H

#include "cli.h"

/* The question with this id in the open session; SIZE_MAX if there is none, which is told. */
size_t cli_find_question(cli *cli, rung_text id);
/* Reads the words from `first` on into cli->answers, which is of the open session's questions;
 * "Q=" takes an answer away. `changed[q]` says which were named. Tells every mistake, and returns
 * the status of the first. */
cli_status cli_take_given(cli *cli, size_t first, bool *changed);

#endif
