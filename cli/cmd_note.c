/* `rung note`: private notes on questions, without the interview. */
#include "commands.h"
#include "given.h"
#include "interview_ui.h"
#include "json/json.h"
#include "page.h"

#include <string.h>

/* --- Listing --------------------------------------------------------------------------------- */
static void write_json(cli *run, const rung_questionnaire *content, const char *const *notes)
{
    rung_json json;
    rung_json_init(&json, &run->out, 2);
    rung_json_array(&json);
    for (size_t q = 0; q < content->question_count; q++) {
        if (!notes[q])
            continue;
        rung_json_object(&json);
        rung_json_key(&json, "question");
        rung_json_string(&json, content->questions[q].id);
        rung_json_key(&json, "text");
        rung_json_string(&json, notes[q]);
        rung_json_end_object(&json);
    }
    rung_json_end_array(&json);
    cli_blank(run);
}

static void write_text(cli *run, const rung_questionnaire *content, const char *const *notes)
{
    size_t count = 0;
    for (size_t q = 0; q < content->question_count; q++) {
        if (!notes[q])
            continue;
        count++;
        cli_item(run, CLI_NORMAL, rung_format(&run->arena, "%s: ", content->questions[q].id),
                 notes[q]);
    }
    if (count == 0)
        cli_say(run, "There are no notes in session %s.", rung_session_info(run->session)->id);
}

static cli_status list_notes(cli *run)
{
    const rung_questionnaire *content = rung_session_role(run->session)->questionnaire;
    const char *const *notes = rung_session_notes(run->session);
    if (cli_has(&run->line, CLI_OPTION_JSON))
        write_json(run, content, notes);
    else
        write_text(run, content, notes);
    return CLI_DONE;
}

/* --- Writing --------------------------------------------------------------------------------- */
static cli_status store_note(cli *run, size_t question, rung_text text)
{
    rung_status stored;
    size_t tries = 0;
    do
        stored = rung_session_note(run->session, question, text, cli_now());
    while (cli_try_again(stored, &tries));
    if (stored != RUNG_OK)
        return cli_store_error(run, "the note could not be saved", stored);
    run->done =
        rung_format(&run->arena, "session %s is saved", rung_session_info(run->session)->id);
    return list_notes(run);
}

/* "Q=TEXT". */
static cli_status write_note(cli *run, const char *word)
{
    const char *equals = strchr(word, '=');
    if (!equals)
        return cli_error(run, CLI_USAGE, "cannot use \"%s\": write QUESTION=TEXT",
                         cli_brief(&run->arena, rung_text_of(word)));
    size_t question = cli_find_question(run, (rung_text){word, (size_t)(equals - word)});
    if (question == SIZE_MAX)
        return CLI_NOT_FOUND;
    rung_text text = rung_text_trim(rung_text_of(equals + 1));
    if (text.size == 0)
        return store_note(run, question, text);
    rung_line line = rung_interview_read_text(&run->arena, &cli_note_question, text);
    if (line.kind == RUNG_LINE_ANSWER)
        return store_note(run, question, text);
    return cli_error(run, CLI_INVALID, "this note cannot be kept: %s", line.problem);
}

cli_status cmd_note(cli *run)
{
    cli_status status = cli_open_session(run, cli_word(run, 0));
    if (status != CLI_DONE)
        return status;
    const char *word = cli_word(run, 1);
    return word ? write_note(run, word) : list_notes(run);
}
