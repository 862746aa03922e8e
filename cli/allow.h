/* allow: which warnings the checked files allow, and which of their entries allow nothing. */
#ifndef CLI_ALLOW_H
#define CLI_ALLOW_H

#include "base/base.h"
#include "content/content.h"

typedef struct cli_allowing {
    const rung_source *source;
    const rung_allowance *entries;
    size_t count;
    bool *used; /* one an entry */
    /* Everything that the entries may be about was looked for, and no error kept it from being
     * found: so an entry that is not used never will be. */
    bool complete, failed;
} cli_allowing;

/* What a file allows, by its head; good as long as the source and the arena are. */
cli_allowing cli_allowing_of(rung_arena *arena, const rung_source *source,
                             const rung_file_head *head);
/* Reports codes that cannot be allowed. */
void cli_check_allowing(const cli_allowing *file, rung_diagnostics *news);
/* Takes out what is allowed. An entry counts in its own file; one with ids also in the other file
 * of a role: rules may speak for what they make of a questionnaire that others use, too. */
void cli_take_out_allowed(cli_allowing *const *files, size_t count, rung_diagnostics *news);
/* Reports entries that allowed nothing. */
void cli_report_unused(const cli_allowing *file, rung_diagnostics *news);

#endif
