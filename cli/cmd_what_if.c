/* `rung what-if`: what other answers would change. */
#include "commands.h"
#include "given.h"
#include "interview_ui.h"
#include "records.h"

#include <string.h>

/* A copy of the session's answers in run->answers, to be changed. */
static void copy_answers(cli *run)
{
    const rung_answers *answers = rung_session_answers(run->session);
    const rung_questionnaire *content = rung_answers_questionnaire(answers);
    if (rung_answers_new(&run->answers, NULL, content) != RUNG_OK)
        rung_out_of_memory(&run->arena);
    for (size_t q = 0; q < content->question_count; q++)
        if (rung_answers_set(run->answers, q, *rung_answers_get(answers, q)) != RUNG_OK)
            rung_out_of_memory(&run->arena);
}

static rung_report_supposed supposed(cli *run, size_t q)
{
    const rung_answers *answers = rung_session_answers(run->session);
    const rung_question *question = &rung_answers_questionnaire(answers)->questions[q];
    const rung_answer *said = rung_answers_get(answers, q);
    const rung_answer *would = rung_answers_get(run->answers, q);
    rung_report_supposed out = {.question = q};
    if (said->given) {
        out.said = cli_answer_text(run, question, said);
        out.said_written = rung_answer_write(&run->arena, question, *said);
    }
    if (would->given) {
        out.supposed = cli_answer_text(run, question, would);
        out.supposed_written = rung_answer_write(&run->arena, question, *would);
    }
    return out;
}

static rung_report_what_if compare(cli *run, const bool *changed)
{
    const rung_role *role = rung_session_role(run->session);
    size_t count = role->questionnaire->question_count;
    rung_report_supposed *answers = rung_new_array(&run->arena, rung_report_supposed, count);
    rung_report_what_if out = {.before = cli_scorecard(run), .answers = answers};
    const rung_sheet *sheet = rung_sheet_new(&run->arena, run->answers);
    out.after = rung_scorecard_new(&run->arena, role, sheet);
    for (size_t q = 0; q < count; q++)
        if (changed[q])
            answers[out.answer_count++] = supposed(run, q);
    return out;
}

cli_status cmd_what_if(cli *run)
{
    bool named = !strchr(cli_word(run, 0), '=');
    if (named && run->word_count == 1)
        return cli_error(run, CLI_USAGE, "nothing to try: write QUESTION=VALUE behind %s",
                         cli_word(run, 0));
    cli_status status = cli_open_session(run, named ? cli_word(run, 0) : NULL);
    if (status != CLI_DONE)
        return status;
    copy_answers(run);
    bool *changed = rung_new_array(&run->arena, bool,
                                   rung_session_role(run->session)->questionnaire->question_count);
    status = cli_take_given(run, named, changed);
    if (status != CLI_DONE)
        return status;
    rung_report_what_if what_if = compare(run, changed);
    rung_report_subject subject = cli_subject(run);
    rung_text_style style = cli_text_style(run);
    if (cli_has(&run->line, CLI_OPTION_JSON)) {
        rung_report_what_if_json(&run->arena, &what_if, &subject, 2, &run->out);
        rung_print(&run->out, "\n");
    } else {
        rung_report_what_if_text(&run->arena, &what_if, &subject, &style, &run->out);
    }
    return CLI_DONE;
}
