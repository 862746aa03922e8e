/* What the interview shows: the first screen, a question, its help, where one stands. */
#include "interview_ui.h"
#include "page.h"
#include "report/report.h"

#include <stdio.h>
#include <string.h>

/* --- Words ----------------------------------------------------------------------------------- */
static const char *number_text(rung_arena *arena, const rung_question *question, double value)
{
    char number[RUNG_NUMBER_SIZE];
    rung_number_format(value, number);
    return rung_format(arena, "%s%s%s", number, question->unit ? " " : "",
                       question->unit ? question->unit : "");
}

static const char *set_text(rung_arena *arena, const rung_question *question, uint64_t set)
{
    const char *out = "";
    for (size_t i = 0; i < question->option_count; i++)
        if (set & (UINT64_C(1) << i))
            out = rung_format(arena, "%s%s%s", out, *out ? "; " : "", question->options[i].label);
    return *out ? out : "none of them";
}

static const char *scale_text(const rung_question *question, int64_t value)
{
    for (size_t i = 0; i < question->scale->count; i++)
        if (question->scale->values[i].value == value)
            return question->scale->values[i].label;
    return "";
}

const char *cli_answer_text(cli *run, const rung_question *question, const rung_answer *answer)
{
    if (!answer->given)
        return "";
    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
        return question->options[answer->value.i].label;
    case RUNG_QUESTION_CHOICES:
        return set_text(&run->arena, question, answer->value.set);
    case RUNG_QUESTION_SCALE:
        return scale_text(question, answer->value.i);
    case RUNG_QUESTION_NUMBER:
        return number_text(&run->arena, question,
                           question->integer ? (double)answer->value.i : answer->value.d);
    case RUNG_QUESTION_YES_NO:
        return answer->value.i ? "Yes" : "No";
    default:
        return answer->text;
    }
}

/* --- The first screen ------------------------------------------------------------------------ */
static void about_leaving(cli_ui *ui)
{
    cli *run = ui->run;
    cli_blank(run);
    cli_say(run, "Your answers stay on this computer. Each one is saved as soon as you give it. "
                 "Stop whenever you like with :quit, and go on later with");
    cli_item(run, CLI_NORMAL, "  ",
             cli_command_line(run, "resume", rung_session_info(ui->session)->id));
    cli_say(run, "Answer with a number or the first letters. Type ? for help with a question.");
}

void cli_ui_welcome(cli_ui *ui, bool is_new)
{
    cli *run = ui->run;
    rung_progress progress = rung_interview_progress(ui->sheet, ui->skipped);
    const char *about = cli_about_text(ui->turn, &progress);
    const char *title = rung_session_role(ui->session)->rules->title;
    if (!is_new) {
        cli_item(run, CLI_BOLD, "", title);
        cli_say(run, "Session %s: %zu of %s questions answered.",
                rung_session_info(ui->session)->id, progress.answered, about);
        return;
    }
    cli_item(run, CLI_BOLD, "", ui->content->title);
    cli_say(run,
            "%s questions. It tells you where you stand and what to do next. It is guidance "
            "for you, not a test for an employer.",
            progress.undecided ? rung_format(ui->turn, "A%s", about + 1) : about);
    if (ui->content->intro) {
        cli_blank(run);
        cli_say(run, "%s", ui->content->intro);
    }
    about_leaving(ui);
}

/* --- A question ------------------------------------------------------------------------------ */
/* The quick way goes to and fro between sections: a heading each time would only be noise, and what
 * a section says of itself is told once. */
static void section_intro(cli_ui *ui, const rung_section *section, bool seen)
{
    if (!section->intro || seen)
        return;
    cli_blank(ui->run);
    cli_say(ui->run, "%s", section->intro);
}

static void section_title(cli_ui *ui, size_t index)
{
    const rung_section *section = &ui->content->sections[index];
    if (ui->quick)
        section_intro(ui, section, cli_quick_seen(ui, index));
    if (ui->quick || index == ui->section)
        return;
    bool seen = ui->section != SIZE_MAX && index < ui->section;
    ui->section = index;
    cli_heading(ui->run, section->title);
    if (section->intro && !seen)
        cli_say(ui->run, "%s", section->intro);
}

/* Labels behind their numbers, which are as wide as the widest. */
static void option(cli_ui *ui, int width, int64_t number, bool chosen, const char *label)
{
    const char *lead =
        rung_format(&ui->run->arena, "%s%*lld  ", chosen ? "* " : "  ", width, (long long)number);
    cli_item(ui->run, CLI_NORMAL, lead, label);
}

static int digits(int64_t low, int64_t high)
{
    int a = snprintf(NULL, 0, "%lld", (long long)low),
        b = snprintf(NULL, 0, "%lld", (long long)high);
    return a > b ? a : b;
}

static void options(cli_ui *ui, const rung_question *question, const rung_answer *now)
{
    bool several = question->type == RUNG_QUESTION_CHOICES;
    int width = digits(1, (int64_t)question->option_count);
    for (size_t i = 0; i < question->option_count; i++) {
        bool chosen =
            now->given && (several ? (now->value.set >> i & 1) != 0 : now->value.i == (int64_t)i);
        option(ui, width, (int64_t)i + 1, chosen, question->options[i].label);
    }
}

static void scale(cli_ui *ui, const rung_question *question, const rung_answer *now)
{
    const rung_scale *values = question->scale;
    int width = digits(values->values[0].value, values->values[values->count - 1].value);
    for (size_t i = 0; i < values->count; i++) {
        const rung_scale_value *value = &values->values[i];
        option(ui, width, value->value, now->given && now->value.i == value->value, value->label);
    }
}

static void yes_no(cli_ui *ui, const rung_answer *now)
{
    option(ui, 1, 1, now->given && now->value.i, "Yes");
    option(ui, 1, 2, now->given && !now->value.i, "No");
}

static void proposal(cli_ui *ui, const rung_question *question, const rung_proposal *proposed)
{
    if (!proposed->answer.given) {
        cli_say(ui->run, "%s: only you can say how far that goes.", proposed->origin);
        return;
    }
    cli_say(ui->run, "%s: %s", proposed->origin,
            cli_answer_text(ui->run, question, &proposed->answer));
    cli_say(ui->run, "%s%sEnter accepts it.", proposed->caveat ? proposed->caveat : "",
            proposed->caveat ? " " : "");
}

static void earlier_answer(cli_ui *ui, const rung_question *question, const rung_answer *now)
{
    if (now->given)
        cli_say(ui->run, "Your answer so far: %s. Enter keeps it.",
                cli_answer_text(ui->run, question, now));
    else if (ui->skipped[ui->at])
        cli_say(ui->run, "You skipped this one. Enter leaves it open.");
    else if (cli_ui_proposal(ui))
        proposal(ui, question, cli_ui_proposal(ui));
}

void cli_ui_question(cli_ui *ui)
{
    cli *run = ui->run;
    const rung_question *question = &ui->content->questions[ui->at];
    const rung_answer *now = rung_answers_get(rung_session_answers(ui->session), ui->at);
    section_title(ui, question->section);
    cli_blank(run);
    cli_item(run, CLI_DIM, "", cli_ui_progress(ui));
    cli_item(run, CLI_BOLD, "", question->ask);
    if (question->option_count > 0)
        options(ui, question, now);
    else if (question->scale)
        scale(ui, question, now);
    else if (question->type == RUNG_QUESTION_YES_NO)
        yes_no(ui, now);
    earlier_answer(ui, question, now);
    cli_ui_show_note(ui, true);
}

const char *cli_ui_prompt(cli_ui *ui)
{
    const rung_question *question = &ui->content->questions[ui->at];
    rung_arena *turn = ui->turn;
    const char *unit = question->unit ? cli_shown_z(ui->run, turn, question->unit) : "";
    char low[RUNG_NUMBER_SIZE], high[RUNG_NUMBER_SIZE];
    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
        return rung_format(turn, "Your answer (1-%zu): ", question->option_count);
    case RUNG_QUESTION_CHOICES:
        return rung_format(turn, "Your answers (1-%zu, with commas): ", question->option_count);
    case RUNG_QUESTION_SCALE:
        return rung_format(turn,
                           "Your answer (%lld-%lld): ", (long long)question->scale->values[0].value,
                           (long long)question->scale->values[question->scale->count - 1].value);
    case RUNG_QUESTION_NUMBER:
        rung_number_format(question->min, low);
        rung_number_format(question->max, high);
        return rung_format(turn, "Your answer (%s to %s%s%s): ", low, high, *unit ? " " : "", unit);
    case RUNG_QUESTION_YES_NO:
        return "Your answer (yes or no): ";
    default:
        return "Your answer (one line): ";
    }
}

/* --- Help ------------------------------------------------------------------------------------ */
/* Scenario and knowledge questions keep their notes until they are answered. */
static bool notes_come_after(const rung_question *question)
{
    return question->evidence == RUNG_EVIDENCE_SCENARIO ||
           question->evidence == RUNG_EVIDENCE_KNOWLEDGE;
}

static void option_notes(cli_ui *ui, const rung_question *question)
{
    if (notes_come_after(question))
        return;
    for (size_t i = 0; i < question->option_count; i++)
        if (question->options[i].note)
            option(ui, 2, (int64_t)i + 1, false, question->options[i].note);
    for (size_t i = 0; question->scale && i < question->scale->count; i++)
        if (question->scale->values[i].note)
            option(ui, 2, question->scale->values[i].value, false, question->scale->values[i].note);
}

static void list_commands(cli_ui *ui, bool text)
{
    enum { COLUMN = 18 };
    if (text)
        cli_item(ui->run, CLI_NORMAL, rung_format(ui->turn, "%-*s", COLUMN, "  ::TEXT"),
                 "a text that begins with a colon");
    for (size_t i = 0; i < RUNG_COMMAND_COUNT; i++) {
        const rung_command_info *command = &rung_interview_commands[i];
        const char *lead =
            rung_format(ui->turn, "  :%s%s%s", command->name, command->argument ? " " : "",
                        command->argument ? command->argument : "");
        cli_item(ui->run, CLI_NORMAL, rung_format(ui->turn, "%-*s", COLUMN, lead), command->what);
    }
}

void cli_ui_help(cli_ui *ui)
{
    const rung_question *question =
        ui->at == RUNG_NO_QUESTION ? NULL : &ui->content->questions[ui->at];
    cli_blank(ui->run);
    if (question && question->help) {
        cli_say(ui->run, "%s", question->help);
        option_notes(ui, question);
        cli_blank(ui->run);
    } else if (question) {
        option_notes(ui, question);
    }
    list_commands(ui, question && question->type == RUNG_QUESTION_TEXT);
}

void cli_ui_after_answer(cli_ui *ui, size_t index, const rung_answer *answer)
{
    const rung_question *question = &ui->content->questions[index];
    if (!notes_come_after(question))
        return;
    for (size_t i = 0; i < question->option_count; i++) {
        bool chosen = question->type == RUNG_QUESTION_CHOICES ? (answer->value.set >> i & 1) != 0
                                                              : answer->value.i == (int64_t)i;
        if (chosen && question->options[i].note)
            cli_item(ui->run, CLI_DIM, "  ", question->options[i].note);
    }
}
