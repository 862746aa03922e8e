/* `rung delete`: a session, for good. */
#include "commands.h"
#include "line_editor.h"
#include "page.h"

static cli_status confirm(cli *run, const rung_session_record *record)
{
    const char *name = *record->name ? rung_format(&run->arena, " (%s)", record->name) : "";
    cli_say(run, "This deletes session %s%s of %s with all its answers. It cannot be undone.",
            record->id, name, record->role);
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
    if (status == CLI_DONE && run->terminal.in && !cli_has(&run->line, CLI_OPTION_YES))
        status = confirm(run, &record);
    if (status != CLI_DONE)
        return status;
    rung_status deleted = rung_store_delete(run->store, record.id);
    if (deleted != RUNG_OK)
        return cli_store_error(run, "the session could not be deleted", deleted);
    cli_say(run, "Deleted session %s.", record.id);
    return CLI_DONE;
}
