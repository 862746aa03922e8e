/* :note, what the person remarks on a question for nobody else. */
#include "interview_ui.h"
#include "page.h"

enum { SHOWN_BRIEFLY = 200 }; /* columns */

static const char remove_it[] = "-";

const rung_question cli_note_question = {
    .id = "", .type = RUNG_QUESTION_TEXT, .ask = "", .max_length = RUNG_SESSION_MAX_NOTE};

static const char *note_of(const cli_ui *ui)
{
    return ui->at == RUNG_NO_QUESTION ? NULL : rung_session_notes(ui->session)[ui->at];
}

void cli_ui_show_note(cli_ui *ui, bool briefly)
{
    const char *note = note_of(ui);
    if (note)
        cli_say(ui->run, "Your note: %s",
                briefly ? cli_cut(ui->run, ui->turn, note, SHOWN_BRIEFLY) : note);
}

/* "" takes it away. */
static cli_ui_step store_note(cli_ui *ui, rung_text text)
{
    bool had = note_of(ui) != NULL;
    if (text.size == 0 && !had) {
        cli_say(ui->run, "There is no note here.");
        return CLI_UI_ASK_AGAIN;
    }
    rung_status status = rung_session_note(ui->session, ui->at, text, cli_now());
    if (status != RUNG_OK || !cli_store_in_place(ui->run))
        return cli_ui_not_stored(ui, "note", status);
    cli_say(ui->run, "%s",
            text.size == 0 ? "Your note is removed."
            : had          ? "Noted, in place of your earlier note."
                           : "Noted. It stands in your report, and changes no points.");
    return CLI_UI_ASK_AGAIN;
}

/* The line that follows is for the question again: in a file of lines it is meant for that. */
static cli_ui_step refuse(cli_ui *ui, rung_text words)
{
    rung_text again = rung_text_of(rung_format(ui->turn, ":%s %.*s",
                                               rung_interview_commands[RUNG_COMMAND_NOTE].name,
                                               (int)words.size, words.at));
    cli_ui_offer_again(ui, again);
    return CLI_UI_ASK_AGAIN;
}

static cli_ui_step take_note(cli_ui *ui, rung_text words)
{
    if (rung_text_is(words, remove_it))
        return store_note(ui, (rung_text){0});
    rung_line line = rung_interview_read_text(ui->turn, &cli_note_question, words);
    if (line.kind == RUNG_LINE_ANSWER)
        return store_note(ui, rung_text_of(line.answer.text));
    cli_say(ui->run, "This note cannot be kept: %s.", line.problem);
    return refuse(ui, words);
}

cli_ui_step cli_ui_note(cli_ui *ui, rung_text argument)
{
    if (ui->at == RUNG_NO_QUESTION || ui->place == CLI_UI_AT_REVIEW) {
        cli_say(ui->run, "A note stands with a question. Go to one by its number first.");
        return CLI_UI_ASK_AGAIN;
    }
    if (argument.size > 0)
        return take_note(ui, argument);
    cli_ui_show_note(ui, false);
    if (note_of(ui))
        cli_say(ui->run, "Type another in its place, or \"%s\" to remove it.", remove_it);
    else
        cli_say(ui->run, "Type a note for yourself, on one line.");
    return CLI_UI_NOTE;
}

cli_ui_step cli_ui_read_note(cli_ui *ui)
{
    rung_text typed;
    cli_ui_offer_completions(ui, NULL);
    if (!cli_ui_read(
            ui,
            note_of(ui) ? "Your note (Enter keeps it): " : "Your note (Enter for none): ", &typed))
        return CLI_UI_LEAVE;
    ui->place = CLI_UI_AT_QUESTION;
    rung_line line = rung_interview_read(ui->turn, &cli_note_question, typed);
    switch (line.kind) {
    case RUNG_LINE_EMPTY:
        return CLI_UI_ASK_AGAIN;
    case RUNG_LINE_COMMAND:
        return cli_ui_command(ui, &line);
    case RUNG_LINE_ANSWER:
        return take_note(ui, rung_text_of(line.answer.text));
    case RUNG_LINE_NO_COMMAND:
        cli_say(ui->run, "%s", line.problem);
        return refuse(ui, rung_text_trim(typed));
    case RUNG_LINE_BAD:
        break;
    }
    return take_note(ui, typed);
}
