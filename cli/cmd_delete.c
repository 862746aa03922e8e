/* `rung delete`: a session, for good. */
#include "commands.h"
#include "line_editor.h"
#include "page.h"
#include "records.h"

#include <string.h>

/* Enough to know it again: it is too late afterwards. */
static void describe(cli *run, const rung_session_record *info)
{
    cli_record record = cli_record_read(run, info);
    const char *name = *info->name ? rung_format(&run->arena, " (%s)", info->name) : "";
    cli_say(run, "This deletes session %s%s: %s, %s, last used %s. It cannot be undone.", info->id,
            name, record.readable ? record.title : info->role, cli_progress_text(run, &record),
            cli_when_text(run, info->updated));
}

static cli_status confirm(cli *run, const rung_session_record *record)
{
    describe(run, record);
    cli_editor *editor = cli_editor_start(run);
    rung_text typed = {0};
    cli_typed how = cli_editor_read(editor, "Delete it? (yes or no): ", &typed);
    rung_text word = rung_text_trim(typed);
    bool yes = how == CLI_TYPED_LINE && (rung_text_is(word, "yes") || rung_text_is(word, "y"));
    cli_editor_stop(editor);
    if (yes)
        return CLI_DONE;
    cli_say(run, "Nothing was deleted.");
    return how == CLI_TYPED_INTERRUPTED ? CLI_INTERRUPTED : CLI_FAILED;
}

cli_status cmd_delete(cli *run)
{
    rung_session_record record;
    cli_status status = cli_find_session(run, cli_word(run, 0), &record);
    /* A script has named it, and there is nobody to ask. */
    if (status == CLI_DONE && run->terminal.in && !cli_has(&run->line, CLI_OPTION_YES))
        status = confirm(run, &record);
    if (status != CLI_DONE)
        return status;
    rung_status deleted;
    size_t tries = 0;
    do
        deleted = rung_store_delete(run->store, record.id);
    while (cli_try_again(deleted, &tries));
    if (deleted != RUNG_OK)
        return cli_store_error(run, "the session could not be deleted", deleted);
    run->done = rung_format(&run->arena, "session %s is deleted", record.id);
    cli_say(run, "Deleted session %s.", record.id);
    return CLI_DONE;
}
