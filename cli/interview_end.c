/* The interview at places that are no question: its end, and the result. */
#include "interview_ui.h"
#include "page.h"
#include "plans.h"
#include "records.h"

#include <strings.h>

/* A line at a place that is no question: a text that is a number, a name, or a command. */
static const rung_question no_question = {
    .id = "", .type = RUNG_QUESTION_TEXT, .ask = "", .max_length = RUNG_CONTENT_MAX_ID};

static const char more[] = "more";
static const rung_option going_on[] = {{.id = more, .label = more}};
const rung_question cli_ui_going_on = {
    .id = "", .type = RUNG_QUESTION_CHOICE, .ask = "", .options = going_on, .option_count = 1};

bool cli_ui_is_more(rung_text typed)
{
    rung_text word = rung_text_trim(typed);
    return word.size == sizeof more - 1 && strncasecmp(word.at, more, word.size) == 0;
}

cli_ui_step cli_ui_take(cli_ui *ui, rung_text typed, cli_ui_step empty)
{
    rung_line line = rung_interview_read(ui->turn, &no_question, typed);
    switch (line.kind) {
    case RUNG_LINE_EMPTY:
        return empty;
    case RUNG_LINE_COMMAND:
        return cli_ui_command(ui, &line);
    case RUNG_LINE_ANSWER:
        return cli_ui_goto(ui, rung_text_of(line.answer.text));
    case RUNG_LINE_NO_COMMAND:
        cli_say(ui->run, "%s", line.problem);
        return CLI_UI_ASK_AGAIN;
    case RUNG_LINE_BAD:
        break;
    }
    cli_say(ui->run, "Type the number of a question, or press Enter.");
    return CLI_UI_ASK_AGAIN;
}

static void list_skipped(cli_ui *ui)
{
    bool first = true;
    for (size_t q = 0; q < ui->content->question_count; q++) {
        if (ui->sheet->states[q] != RUNG_UNANSWERED)
            continue;
        if (first)
            cli_say(ui->run, "You left these open. An open question may make the score a range:");
        first = false;
        cli_item(ui->run, CLI_NORMAL, rung_format(&ui->run->arena, "%3zu  ", cli_ui_number(ui, q)),
                 ui->content->questions[q].ask);
    }
}

static void show_end(cli_ui *ui)
{
    rung_progress progress = rung_interview_progress(ui->sheet, ui->skipped);
    cli_blank(ui->run);
    cli_say(ui->run, "That was the last question: %zu answered, %zu skipped.", progress.answered,
            progress.skipped);
    list_skipped(ui);
    cli_say(ui->run, "Press Enter to see your result. Type a number to answer or change that "
                     "question; :review shows all your answers.");
}

cli_ui_step cli_ui_end(cli_ui *ui, cli_ui_step step)
{
    rung_text typed;
    if (step == CLI_UI_SHOW)
        show_end(ui);
    cli_ui_offer_completions(ui, NULL);
    if (cli_ui_read(ui, "Enter for your result: ", &typed))
        return cli_ui_take(ui, typed, CLI_UI_FINISHED);
    /* Who pipes answers in need not send an empty line: all is answered. */
    return ui->typed == CLI_TYPED_END ? CLI_UI_FINISHED : CLI_UI_LEAVE;
}

void cli_ui_result(cli_ui *ui)
{
    cli *run = ui->run;
    const rung_session_record *info = rung_session_info(ui->session);
    const rung_scorecard *card =
        rung_scorecard_new(ui->turn, rung_session_role(ui->session), ui->sheet);
    rung_report_subject subject = cli_subject(run);
    rung_text_style style = cli_text_style(run);
    cli_blank(run);
    const rung_plan *plan = cli_usual_plan(ui->turn, ui->session, card);
    rung_report_summary(ui->turn, card, plan, &subject, &style, &run->out);
    cli_blank(run);
    if (plan->step_count)
        cli_say(run, "The plan, step by step: %s", cli_command_line(run, "plan", info->id));
    cli_say(run, "The full report: %s", cli_command_line(run, "report", info->id));
    if (ui->quick && card->unanswered_count > 0)
        cli_say(run, "Go on: %s", cli_command_line(run, "resume", info->id));
}
