/* Answers given on the command line, as QUESTION=VALUE. */
#include "given.h"

#include <string.h>

static size_t nearest_question(cli *run, const rung_questionnaire *content, rung_text id)
{
    rung_text *ids = rung_new_array(&run->arena, rung_text, content->question_count);
    for (size_t q = 0; q < content->question_count; q++)
        ids[q] = rung_text_of(content->questions[q].id);
    return rung_nearest(id, ids, content->question_count);
}

static void no_question(cli *run, const rung_questionnaire *content, rung_text id)
{
    size_t near = nearest_question(run, content, id);
    const char *role = rung_session_role(run->session)->rules->id;
    if (near == SIZE_MAX)
        cli_error(run, CLI_NOT_FOUND, "there is no question \"%s\": \"%s\" lists them",
                  cli_brief(&run->arena, id),
                  cli_command_line(run, "show", rung_format(&run->arena, "%s --questions", role)));
    else
        cli_error(run, CLI_NOT_FOUND, "there is no question \"%s\": did you mean %s?",
                  cli_brief(&run->arena, id), content->questions[near].id);
}

size_t cli_find_question(cli *run, rung_text id)
{
    const rung_questionnaire *content = rung_session_role(run->session)->questionnaire;
    size_t q = rung_find_question(content, id);
    if (q == SIZE_MAX)
        no_question(run, content, id);
    return q;
}

/* "Q=VALUE" into run->answers. */
static cli_status take_word(cli *run, const char *word, bool *changed)
{
    const rung_questionnaire *content = rung_answers_questionnaire(run->answers);
    const char *equals = strchr(word, '=');
    if (!equals)
        return cli_error(run, CLI_USAGE, "cannot use \"%s\": write QUESTION=VALUE",
                         cli_brief(&run->arena, rung_text_of(word)));
    size_t q = cli_find_question(run, (rung_text){word, (size_t)(equals - word)});
    if (q == SIZE_MAX)
        return CLI_NOT_FOUND;
    if (changed[q])
        return cli_error(run, CLI_INVALID, "%s stands twice: leave one of its values away",
                         content->questions[q].id);
    changed[q] = true;
    const char *problem;
    rung_answer answer = {0};
    if (equals[1] && rung_answer_parse(&run->arena, &content->questions[q],
                                       rung_text_of(equals + 1), &answer, &problem) != RUNG_OK)
        return cli_error(run, CLI_INVALID, "cannot set %s to \"%s\": it %s",
                         content->questions[q].id, cli_brief(&run->arena, rung_text_of(equals + 1)),
                         problem);
    if (rung_answers_set(run->answers, q, answer) != RUNG_OK)
        rung_out_of_memory(&run->arena);
    return CLI_DONE;
}

/* All words, so that every mistake is told in one run. */
cli_status cli_take_given(cli *run, size_t first, bool *changed)
{
    cli_status worst = CLI_DONE;
    for (size_t i = first; i < run->word_count; i++) {
        cli_status status = take_word(run, run->words[i], changed);
        worst = worst == CLI_DONE ? status : worst;
    }
    return worst;
}
