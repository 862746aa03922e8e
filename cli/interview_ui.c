/* The loop of the interview: show, read, store, and again. */
#include "interview_ui.h"

#include "from.h"
#include "page.h"

#include <string.h>

bool cli_ui_is_asked(const cli_ui *ui, size_t question)
{
    rung_question_state state = ui->sheet->states[question];
    return state == RUNG_ANSWERED || state == RUNG_UNANSWERED;
}

size_t cli_ui_number(const cli_ui *ui, size_t question)
{
    size_t number = 0;
    for (size_t q = 0; q <= question; q++)
        number += cli_ui_is_asked(ui, q);
    return number;
}

const rung_proposal *cli_ui_proposal(const cli_ui *ui)
{
    const rung_proposal *all = ui->run->proposals;
    return all && all[ui->at].any && !ui->skipped[ui->at] ? &all[ui->at] : NULL;
}

void cli_ui_look_again(cli_ui *ui)
{
    ui->turn = cli_turn(ui->run);
    ui->sheet = rung_sheet_new(ui->turn, rung_session_answers(ui->session));
    ui->skipped = rung_session_skipped(ui->session);
}

/* --- Reading --------------------------------------------------------------------------------- */
bool cli_ui_read(cli_ui *ui, const char *prompt, rung_text *out)
{
    ui->typed = cli_editor_read(ui->editor, prompt, out);
    cli_terminal_measure(&ui->run->terminal);
    return ui->typed == CLI_TYPED_LINE;
}

/* :goto takes the id of any question that is asked. */
static void add_places(cli_ui *ui, cli_word_list *words)
{
    for (size_t q = 0; q < ui->content->question_count; q++)
        if (cli_ui_is_asked(ui, q))
            rung_push(ui->turn, words,
                      rung_format(ui->turn, ":%s %s",
                                  rung_interview_commands[RUNG_COMMAND_GOTO].name,
                                  ui->content->questions[q].id));
}

/* Labels, or, in a list of several, ids: these have no blanks. */
static void add_answers(cli_ui *ui, const rung_question *question, cli_word_list *words)
{
    static const char *const yes_no[] = {"yes", "no"};
    bool several = question->type == RUNG_QUESTION_CHOICES;
    for (size_t i = 0; i < question->option_count; i++)
        rung_push(ui->turn, words, several ? question->options[i].id : question->options[i].label);
    for (size_t i = 0; question->scale && i < question->scale->count; i++)
        rung_push(ui->turn, words, question->scale->values[i].label);
    for (size_t i = 0; question->type == RUNG_QUESTION_YES_NO && i < RUNG_COUNT(yes_no); i++)
        rung_push(ui->turn, words, yes_no[i]);
}

void cli_ui_offer_completions(cli_ui *ui, const rung_question *question)
{
    bool several = question && question->type == RUNG_QUESTION_CHOICES;
    cli_word_list words = {0}, ids = {0};
    if (question)
        add_answers(ui, question, &words);
    for (size_t i = 0; question && !several && i < question->option_count; i++)
        rung_push(ui->turn, &ids, question->options[i].id);
    for (size_t i = 0; i < RUNG_COMMAND_COUNT; i++)
        rung_push(ui->turn, &words, rung_format(ui->turn, ":%s", rung_interview_commands[i].name));
    add_places(ui, &words);
    cli_editor_complete(ui->editor,
                        (cli_completions){words.at, words.count, ids.at, ids.count, several});
}

/* --- Storing --------------------------------------------------------------------------------- */
/* Says so if there is nothing to go on with: the file was removed, or the session deleted. */
static bool is_gone(cli_ui *ui, rung_status status)
{
    if (!cli_store_in_place(ui->run)) {
        cli_error(
            ui->run, CLI_FAILED,
            "the file with your answers was removed or replaced: %s; nothing more can be saved",
            ui->run->store_path);
        return true;
    }
    if (status == RUNG_NOT_FOUND)
        cli_error(ui->run, CLI_FAILED,
                  "this session was deleted in another window; nothing more can be saved");
    return status == RUNG_NOT_FOUND;
}

static bool session_is_gone(cli_ui *ui)
{
    rung_session_record found;
    const char *id = rung_session_info(ui->session)->id;
    return is_gone(ui, rung_store_find(ui->run->store, ui->turn, id, &found));
}

cli_ui_step cli_ui_not_stored(cli_ui *ui, const char *what, rung_status status)
{
    cli *run = ui->run;
    if (is_gone(ui, status))
        return CLI_UI_FAILED;
    if (rung_session_moved(ui->session)) {
        cli_error(run, CLI_FAILED,
                  "this session was moved to other content in another window; this %s was not "
                  "saved; go on with: %s",
                  what, cli_command_line(run, "resume", rung_session_info(ui->session)->id));
        return CLI_UI_FAILED;
    }
    if (status == RUNG_CONFLICT) {
        cli_say(run,
                "This session was changed from another window. Its answers have been read "
                "again; your %s was not saved yet.",
                what);
        return CLI_UI_SHOW;
    }
    cli_store_error(run, rung_format(ui->turn, "this %s could not be saved", what), status);
    return run->terminal.in ? CLI_UI_ASK_AGAIN : CLI_UI_FAILED;
}

static cli_ui_step store_answer(cli_ui *ui, rung_answer answer)
{
    rung_status status = rung_session_answer(ui->session, ui->at, answer, cli_now());
    if (status != RUNG_OK || !cli_store_in_place(ui->run))
        return cli_ui_not_stored(ui, "answer", status);
    size_t count = ui->content->question_count;
    rung_question_state *before = rung_new_array(&ui->run->arena, rung_question_state, count);
    memcpy(before, ui->sheet->states, count * sizeof(*before));
    cli_ui_after_answer(ui, ui->at, &answer);
    cli_ui_look_again(ui);
    cli_ui_tell_changes(ui, before);
    ui->chosen = RUNG_NO_QUESTION;
    return CLI_UI_SHOW;
}

/* --- Commands -------------------------------------------------------------------------------- */
static cli_ui_step on_help(cli_ui *ui, rung_text argument)
{
    (void)argument;
    cli_ui_help(ui);
    return CLI_UI_ASK_AGAIN;
}

static cli_ui_step on_why(cli_ui *ui, rung_text argument)
{
    (void)argument;
    cli_ui_why(ui);
    return CLI_UI_ASK_AGAIN;
}

static cli_ui_step on_back(cli_ui *ui, rung_text argument)
{
    (void)argument;
    size_t back = ui->quick ? cli_quick_back(ui) : rung_interview_back(ui->sheet, ui->at);
    if (back == RUNG_NO_QUESTION) {
        cli_say(ui->run, ui->quick ? "Nothing was shown before this. :review lists your answers."
                                   : "This is the first question.");
        return CLI_UI_ASK_AGAIN;
    }
    ui->chosen = back;
    ui->away = true;
    return CLI_UI_SHOW;
}

static cli_ui_step keep_answer(cli_ui *ui)
{
    ui->chosen = RUNG_NO_QUESTION;
    return CLI_UI_SHOW;
}

static cli_ui_step on_skip(cli_ui *ui, rung_text argument)
{
    (void)argument;
    if (ui->at == RUNG_NO_QUESTION) {
        cli_say(ui->run, "There is nothing left to skip. Press Enter to see your result.");
        return CLI_UI_ASK_AGAIN;
    }
    const rung_question *question = &ui->content->questions[ui->at];
    if (ui->sheet->states[ui->at] == RUNG_ANSWERED) {
        cli_say(ui->run, "Your earlier answer stays.");
        return keep_answer(ui);
    }
    if (question->required) {
        cli_say(ui->run, "This one cannot be skipped: it decides what else is asked.");
        return CLI_UI_ASK_AGAIN;
    }
    rung_status status = rung_session_skip(ui->session, ui->at, cli_now());
    if (status != RUNG_OK || !cli_store_in_place(ui->run))
        return cli_ui_not_stored(ui, "answer", status);
    return keep_answer(ui);
}

static cli_ui_step on_goto(cli_ui *ui, rung_text argument)
{
    if (argument.size > 0)
        return cli_ui_goto(ui, argument);
    cli_say(ui->run, "Which one? Put its number or a word of it behind :goto, such as \":goto 3\". "
                     ":review lists what you answered, with numbers.");
    return CLI_UI_ASK_AGAIN;
}

static cli_ui_step on_review(cli_ui *ui, rung_text argument)
{
    (void)argument;
    ui->review_from = 0;
    return CLI_UI_REVIEW;
}

static cli_ui_step on_status(cli_ui *ui, rung_text argument)
{
    (void)argument;
    cli_ui_status(ui);
    return CLI_UI_ASK_AGAIN;
}

static cli_ui_step on_quit(cli_ui *ui, rung_text argument)
{
    (void)ui;
    (void)argument;
    return CLI_UI_LEAVE;
}

static cli_ui_step (*const on_command[RUNG_COMMAND_COUNT])(cli_ui *ui, rung_text argument) = {
    [RUNG_COMMAND_HELP] = on_help,     [RUNG_COMMAND_WHY] = on_why,
    [RUNG_COMMAND_BACK] = on_back,     [RUNG_COMMAND_SKIP] = on_skip,
    [RUNG_COMMAND_GOTO] = on_goto,     [RUNG_COMMAND_NOTE] = cli_ui_note,
    [RUNG_COMMAND_REVIEW] = on_review, [RUNG_COMMAND_STATUS] = on_status,
    [RUNG_COMMAND_QUIT] = on_quit,
};

cli_ui_step cli_ui_command(cli_ui *ui, const rung_line *line)
{
    return on_command[line->command](ui, line->argument);
}

static void no_question(cli_ui *ui, rung_text where)
{
    size_t count = ui->content->question_count;
    rung_text *ids = rung_new_array(ui->turn, rung_text, count);
    for (size_t q = 0; q < count; q++)
        ids[q] = rung_text_of(ui->content->questions[q].id);
    size_t near = rung_nearest(where, ids, count);
    if (near == SIZE_MAX)
        cli_say(ui->run, "There is no question \"%.*s\". :review lists them.", (int)where.size,
                where.at);
    else
        cli_say(ui->run, "There is no question \"%.*s\". Did you mean %s?", (int)where.size,
                where.at, ids[near].at);
}

cli_ui_step cli_ui_goto(cli_ui *ui, rung_text where)
{
    size_t fits, question = rung_interview_find(ui->sheet, where, &fits);
    if (question == RUNG_NO_QUESTION) {
        if (fits > 1)
            cli_say(ui->run, "\"%.*s\" fits several questions. Type more of it, or a number.",
                    (int)where.size, where.at);
        else
            no_question(ui, where);
        return CLI_UI_ASK_AGAIN;
    }
    if (!cli_ui_is_asked(ui, question)) {
        cli_say(ui->run, "That question is not asked with the answers you have given so far.");
        return CLI_UI_ASK_AGAIN;
    }
    ui->chosen = question;
    ui->away = true;
    return CLI_UI_SHOW;
}

/* --- One turn -------------------------------------------------------------------------------- */
static cli_ui_step on_empty(cli_ui *ui)
{
    bool settled = ui->sheet->states[ui->at] == RUNG_ANSWERED || ui->skipped[ui->at];
    if (settled)
        return keep_answer(ui);
    if (cli_ui_proposal(ui) && cli_ui_proposal(ui)->answer.given)
        return store_answer(ui, cli_ui_proposal(ui)->answer);
    cli_say(ui->run, ui->content->questions[ui->at].required
                         ? "Please answer this one. ? shows help, :quit stops here."
                         : "Please type an answer, or :skip to leave it open. ? shows help.");
    return CLI_UI_ASK_AGAIN;
}

void cli_ui_offer_again(cli_ui *ui, rung_text typed)
{
    bool is_word = !memchr(typed.at, ' ', typed.size);
    if (rung_utf8_valid(typed) && !(is_word && *typed.at == ':'))
        cli_editor_offer(ui->editor, typed);
}

static bool has_several_lines(rung_text typed)
{
    typed = rung_text_trim(typed);
    return typed.size > 0 && memchr(typed.at, '\n', typed.size);
}

static cli_ui_step take_line(cli_ui *ui, rung_text typed)
{
    const rung_question *question = &ui->content->questions[ui->at];
    bool text = question->type == RUNG_QUESTION_TEXT;
    if (!text && has_several_lines(typed)) {
        cli_say(ui->run, "Those were several lines at once. One answer at a time, please.");
        return CLI_UI_ASK_AGAIN;
    }
    rung_line line = rung_interview_read(ui->turn, question, typed);
    switch (line.kind) {
    case RUNG_LINE_EMPTY:
        return on_empty(ui);
    case RUNG_LINE_COMMAND:
        return cli_ui_command(ui, &line);
    case RUNG_LINE_ANSWER:
        return store_answer(ui, line.answer);
    case RUNG_LINE_NO_COMMAND:
        cli_say(ui->run, "%s", line.problem);
        break;
    case RUNG_LINE_BAD:
        cli_say(ui->run, text ? "This cannot be kept: %s." : "That is no answer here: %s.",
                line.problem);
        break;
    }
    if (text)
        cli_ui_offer_again(ui, typed);
    return CLI_UI_ASK_AGAIN;
}

static cli_ui_step ask(cli_ui *ui, cli_ui_step step)
{
    rung_text typed;
    if (step == CLI_UI_SHOW)
        cli_ui_question(ui);
    if (ui->quick)
        cli_quick_shown(ui);
    cli_ui_offer_completions(ui, &ui->content->questions[ui->at]);
    return cli_ui_read(ui, cli_ui_prompt(ui), &typed) ? take_line(ui, typed) : CLI_UI_LEAVE;
}

static cli_status leave(cli_ui *ui)
{
    cli_say(ui->run, "Saved. Go on with: %s",
            cli_command_line(ui->run, "resume",
                             cli_with_from(ui->run, rung_session_info(ui->session)->id)));
    return ui->typed == CLI_TYPED_LINE ? CLI_DONE : CLI_INTERRUPTED;
}

/* To the question asked for, or else the first open one. Who was away is told where it goes on,
 * unless that is the question right behind. */
static void move_on(cli_ui *ui)
{
    size_t from = ui->at;
    bool still = ui->chosen != RUNG_NO_QUESTION && cli_ui_is_asked(ui, ui->chosen);
    if (still)
        ui->at = ui->chosen;
    else
        ui->at = ui->quick ? cli_quick_next(ui) : rung_interview_next(ui->sheet, ui->skipped);
    if (still || !ui->away)
        return;
    ui->away = false;
    if (!ui->quick && ui->at != RUNG_NO_QUESTION &&
        cli_ui_number(ui, ui->at) != cli_ui_number(ui, from) + 1)
        cli_say(ui->run, "Back to question %zu.", cli_ui_number(ui, ui->at));
}

static cli_ui_step at_end(cli_ui *ui, cli_ui_step step)
{
    return ui->quick && cli_quick_stops(ui) ? cli_quick_end(ui, step) : cli_ui_end(ui, step);
}

static cli_ui_step take_turn(cli_ui *ui, cli_ui_step step)
{
    cli_ui_look_again(ui);
    if (step != CLI_UI_ASK_AGAIN)
        ui->place = step == CLI_UI_REVIEW ? CLI_UI_AT_REVIEW
                    : step == CLI_UI_NOTE ? CLI_UI_AT_NOTE
                                          : CLI_UI_AT_QUESTION;
    if (ui->place == CLI_UI_AT_REVIEW)
        return cli_ui_review(ui, step);
    if (ui->place == CLI_UI_AT_NOTE)
        return cli_ui_read_note(ui);
    if (step == CLI_UI_SHOW)
        move_on(ui);
    return ui->at == RUNG_NO_QUESTION ? at_end(ui, step) : ask(ui, step);
}

static cli_status go_through(cli_ui *ui)
{
    cli_ui_step step = CLI_UI_SHOW;
    while (step != CLI_UI_FINISHED && step != CLI_UI_LEAVE && step != CLI_UI_FAILED)
        step = take_turn(ui, step);
    if (step == CLI_UI_FAILED || session_is_gone(ui))
        return CLI_FAILED;
    if (step == CLI_UI_LEAVE)
        return leave(ui);
    cli_ui_result(ui);
    return CLI_DONE;
}

cli_status cli_interview(cli *run, bool is_new, const char *notice)
{
    cli_ui ui = {.run = run,
                 .session = run->session,
                 .content = rung_session_role(run->session)->questionnaire,
                 .at = RUNG_NO_QUESTION,
                 .chosen = RUNG_NO_QUESTION,
                 .quick = cli_has(&run->line, CLI_OPTION_QUICK),
                 .section = SIZE_MAX};
    ui.editor = cli_editor_start(run);
    cli_ui_look_again(&ui);
    cli_ui_welcome(&ui, is_new);
    if (ui.quick)
        cli_quick_welcome(&ui);
    if (notice)
        cli_say(run, "%s", notice);
    cli_status status = go_through(&ui);
    cli_editor_stop(ui.editor);
    return status;
}
