/* tell: what `rung check` finds, in the format that was asked for: each finding once, although a
 * questionnaire is looked at with every role that uses it, and in the order of the files. */
#ifndef CLI_TELL_H
#define CLI_TELL_H

#include "cli.h"

typedef struct cli_teller {
    cli *run;
    bool json;   /* one object a line on standard output; else for people, on standard error */
    bool strict; /* warnings count as errors */
    RUNG_VEC(const rung_source *) sources;
    RUNG_VEC(rung_diagnostic) found; /* in no order */
    size_t dropped, dropped_errors;  /* of which only the number is known */
    size_t errors, warnings, notes;  /* that were told */
} cli_teller;

/* By the options of the command. */
cli_teller cli_teller_of(cli *run);
/* Files in the order in which they are told; every file that diagnostics are about, once. */
void cli_tell_about(cli_teller *teller, const rung_source *source);
/* Keeps what was not found before. Its sources may go: what has the name of a file that is told
 * about points into that one from then on. */
void cli_found(cli_teller *teller, const rung_diagnostics *news);
bool cli_found_errors(const cli_teller *teller, const rung_source *source);
/* Writes what was found, and counts it. */
void cli_tell(cli_teller *teller);

#endif
