#include "migrate.h"

#include "catalogue.h"
#include "files.h"
#include "interview_ui.h"
#include "line_editor.h"
#include "page.h"

#include <string.h>

/* --- Whether there is any -------------------------------------------------------------------- */

static bool has_digest(cli *run, const char *path, const rung_digest *digest, rung_source *out)
{
    out->name = path;
    if (!path || cli_read_file(&run->arena, path, RUNG_CONTENT_MAX_FILE, &out->text))
        return true; /* what cannot be read is no news */
    return strcmp(rung_digest_of(out->text).hex, digest->hex) == 0;
}

/* A folder that is not there is an error where content is needed; here it is not. */
static bool path_is_there(const cli *run)
{
    for (size_t i = 0; i < run->line.contents.count; i++)
        if (!cli_is_folder(run->line.contents.at[i]))
            return false;
    return true;
}

/* By the digests of the files: nothing has to be understood for that. */
static bool differs(cli *run, const rung_session_record *record)
{
    cli_folders path;
    rung_source rules, questionnaire;
    if (!path_is_there(run) || cli_content_path(run, &path) != CLI_DONE)
        return false;
    const char *found = cli_find_content(run, &path, "rules", record->role);
    if (!found)
        return false;
    if (!has_digest(run, found, &record->rules, &rules))
        return true;
    const char *id = rung_session_role(run->session)->questionnaire->id;
    found = cli_find_questionnaire(run, &rules, id, &path);
    return !has_digest(run, found, &record->questionnaire, &questionnaire);
}

static const char *command(cli *run, const char *options)
{
    const char *id = rung_session_info(run->session)->id;
    return cli_command_line(run, "resume", rung_format(&run->arena, "%s %s", id, options));
}

const char *cli_newer_content(cli *run)
{
    if (!differs(run, rung_session_info(run->session)))
        return NULL;
    return rung_format(&run->arena,
                       "There is newer content for this role. This session goes on with its own; "
                       "to see what would change, and to move: %s",
                       command(run, "--migrate"));
}

/* --- The list -------------------------------------------------------------------------------- */

static const char *said(cli *run, const rung_question *question, const rung_answer *answer)
{
    return cli_answer_text(run, question, answer);
}

static void item(cli *run, const rung_move_item *item)
{
    const rung_question *question = item->to ? item->to : item->from;
    cli_item(run, CLI_NORMAL, "  ", question->ask);
    if (item->fate == RUNG_FATE_AGAIN)
        cli_item(run, CLI_NORMAL, "    why: ", rung_carry_words(&run->arena, &item->carried));
    if (item->before.given)
        cli_item(run, CLI_NORMAL, "    you said: ", said(run, item->from, &item->before));
    if (item->fate == RUNG_FATE_BACK)
        cli_item(run, CLI_NORMAL, "    counts again: ", said(run, item->to, &item->after));
}

static void items(cli *run, const rung_move *move, rung_fate fate, const char *title)
{
    if (move->fates[fate] == 0)
        return;
    cli_blank(run);
    cli_say(run, "%s (%zu):", title, move->fates[fate]);
    for (size_t i = 0; i < move->count; i++)
        if (move->items[i].fate == fate)
            item(run, &move->items[i]);
}

static const char *kept_words(rung_arena *arena, size_t count)
{
    return count == 0   ? "no answer is kept as it is"
           : count == 1 ? "one answer is kept as it is"
                        : rung_format(arena, "%zu answers are kept as they are", count);
}

static const char *fresh_words(rung_arena *arena, size_t count)
{
    return count == 0   ? ""
           : count == 1 ? ", and one question is new"
                        : rung_format(arena, ", and %zu questions are new", count);
}

static void list(cli *run, const rung_move *move)
{
    cli_item(run, CLI_BOLD, "", move->role->rules->title);
    cli_say(run, "Session %s: %s%s.", rung_session_info(run->session)->id,
            kept_words(&run->arena, move->fates[RUNG_FATE_KEPT]),
            fresh_words(&run->arena, move->fresh));
    items(run, move, RUNG_FATE_AGAIN, "Asked again");
    items(run, move, RUNG_FATE_BACK, "What you said before an earlier move counts again");
    items(run, move, RUNG_FATE_ASIDE, "Set aside, since the question is gone");
    cli_blank(run);
    cli_say(run, "Nothing is deleted. The way back: %s",
            command(run, move->back ? "--migrate" : "--migrate --undo"));
}

/* --- Moving ---------------------------------------------------------------------------------- */

static cli_status confirm(cli *run, const rung_move *move)
{
    const char *what = move->back ? "Move back" : "Move";
    if (cli_has(&run->line, CLI_OPTION_YES))
        return CLI_DONE;
    if (!run->terminal.in)
        return cli_error(run, CLI_USAGE,
                         "nothing was moved: write --yes to move without being asked");
    cli_editor *editor = cli_editor_start(run);
    rung_text typed = {0};
    cli_typed how = cli_editor_read(editor, rung_format(&run->arena, "%s? [y/N] ", what), &typed);
    rung_text word = rung_text_trim(typed);
    bool yes = how == CLI_TYPED_LINE &&
               (rung_text_is(word, "yes") || rung_text_is(word, "y") || rung_text_is(word, "Y"));
    cli_editor_stop(editor);
    if (yes)
        return CLI_DONE;
    cli_say(run, "Nothing was moved. Go on with: %s",
            cli_command_line(run, "resume", rung_session_info(run->session)->id));
    return how == CLI_TYPED_INTERRUPTED ? CLI_INTERRUPTED : CLI_FAILED;
}

static cli_status not_planned(cli *run, rung_diagnostics *diagnostics, rung_status status)
{
    if (status == RUNG_NO_MEMORY)
        rung_out_of_memory(&run->arena);
    cli_write_diagnostics(run, diagnostics);
    return cli_store_error(run, "cannot tell what a move would change", status);
}

/* The content to move to, in run->role. */
static cli_status load_target(cli *run, bool back, rung_diagnostics *diagnostics)
{
    const rung_session_record *record = rung_session_info(run->session);
    if (!back)
        return cli_load_role(run, record->role);
    rung_status status = rung_session_content_before(&run->role, NULL, run->session, diagnostics);
    if (status == RUNG_NOT_FOUND)
        return cli_error(run, CLI_USAGE,
                         "session %s works with the content it was started with: there is no move "
                         "to undo",
                         record->id);
    return status == RUNG_OK ? CLI_DONE : not_planned(run, diagnostics, status);
}

static bool is_there(const cli *run)
{
    const rung_session_record *record = rung_session_info(run->session);
    return strcmp(record->questionnaire.hex, run->role->questionnaire->digest.hex) == 0 &&
           strcmp(record->rules.hex, run->role->rules->digest.hex) == 0;
}

static cli_status move_session(cli *run, const rung_move *move, bool *moved)
{
    rung_status status;
    size_t tries = 0;
    do
        status = rung_session_move(run->session, move, cli_now());
    while (status == RUNG_BUSY && cli_try_again(status, &tries));
    if (status != RUNG_OK)
        return cli_store_error(run, "nothing was moved", status);
    *moved = true;
    cli_say(run, move->back ? "Moved back." : "Moved.");
    return CLI_DONE;
}

cli_status cli_migrate(cli *run, bool back, bool *moved)
{
    rung_diagnostics diagnostics;
    rung_move move;
    rung_diagnostics_init(&diagnostics, &run->arena);
    *moved = false;
    cli_status status = load_target(run, back, &diagnostics);
    if (status != CLI_DONE)
        return status;
    if (!back && is_there(run)) {
        cli_say(run, "Session %s has the newest content there is.",
                rung_session_info(run->session)->id);
        return CLI_DONE;
    }
    rung_status planned =
        rung_session_plan_move(run->session, run->role, back, &diagnostics, &move);
    if (planned != RUNG_OK)
        return not_planned(run, &diagnostics, planned);
    list(run, &move);
    status = confirm(run, &move);
    return status == CLI_DONE ? move_session(run, &move, moved) : status;
}
