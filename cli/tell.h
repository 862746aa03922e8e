/* tell: what `rung check` finds, in the format that was asked for, each finding once: a
 * questionnaire that several roles use has its mistakes told once. */
#ifndef CLI_TELL_H
#define CLI_TELL_H

#include "cli.h"

typedef struct cli_told {
    const char *file, *message;
    uint32_t start;
} cli_told;

typedef struct cli_teller {
    cli *run;
    bool json;   /* one object a line on standard output; else for people, on standard error */
    bool strict; /* warnings count as errors */
    size_t errors, warnings; /* that were told */
    RUNG_VEC(cli_told) told;
} cli_teller;

/* By the options of the command. */
cli_teller cli_teller_of(cli *run);
/* Tells what was not told before, in file order. */
void cli_tell(cli_teller *teller, rung_diagnostics *news);

#endif
