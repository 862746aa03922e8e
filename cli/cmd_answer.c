/* `rung answer`: set, change and clear answers without the interview. */
#include "commands.h"
#include "given.h"
#include "interview_ui.h"
#include "page.h"
#include "records.h"

static void show_change(cli *run, const rung_sheet *sheet, size_t q)
{
    const rung_question *question = &sheet->questionnaire->questions[q];
    const rung_answer *answer = rung_answers_get(rung_session_answers(run->session), q);
    const char *lead = rung_format(&run->arena, "%s: ", question->id);
    bool counts = sheet->states[q] == RUNG_ANSWERED || !answer->given;
    const char *said = answer->given ? cli_answer_text(run, question, answer) : "(no answer)";
    cli_item(run, CLI_NORMAL, lead,
             counts
                 ? said
                 : rung_format(&run->arena, "%s (kept, but not asked with these answers)", said));
}

static void show_changes(cli *run, const bool *changed)
{
    const rung_sheet *sheet = rung_sheet_new(&run->arena, rung_session_answers(run->session));
    cli_record record = cli_record_of(run, run->session);
    if (cli_has(&run->line, CLI_OPTION_JSON)) {
        rung_json json;
        rung_json_init(&json, &run->out, 2);
        cli_record_json(&json, &record);
        cli_blank(run);
        return;
    }
    for (size_t q = 0; q < sheet->questionnaire->question_count; q++)
        if (changed[q])
            show_change(run, sheet, q);
    cli_say(run, "Saved in session %s: %s, score %s", record.info.id,
            cli_progress_text(run, &record), cli_score_of_text(run, &record));
}

cli_status cmd_answer(cli *run)
{
    cli_status status = cli_open_session(run, cli_word(run, 0));
    if (status != CLI_DONE)
        return status;
    const rung_questionnaire *content = rung_session_role(run->session)->questionnaire;
    bool *changed = rung_new_array(&run->arena, bool, content->question_count);
    if (rung_answers_new(&run->answers, NULL, content) != RUNG_OK)
        rung_out_of_memory(&run->arena);
    status = cli_take_given(run, 1, changed);
    if (status != CLI_DONE) {
        cli_error(run, status, "nothing was saved");
        return status;
    }
    rung_status stored;
    size_t tries = 0;
    /* The values are named whatever the session held, so a conflict needs nobody's decision. */
    do
        stored = rung_session_answer_all(run->session, run->answers, changed, cli_now());
    while (cli_try_again(stored, &tries));
    if (stored != RUNG_OK)
        return cli_store_error(run, "the answers could not be saved", stored);
    run->done =
        rung_format(&run->arena, "session %s is saved", rung_session_info(run->session)->id);
    show_changes(run, changed);
    return CLI_DONE;
}
