/* `rung explain`: why a score, a requirement or a verdict is what it is. */
#include "commands.h"
#include "interview_ui.h"
#include "plans.h"
#include "records.h"

/* --- Which requirement, which rung ----------------------------------------------------------- */
static const rung_rules *rules_of(const cli *run)
{
    return rung_session_role(run->session)->rules;
}

/* ", did you mean x?", or where to find the ids. */
static const char *nearest(cli *run, const char *word, const rung_text *ids, size_t count)
{
    size_t near = rung_nearest(rung_text_of(word), ids, count);
    if (near != SIZE_MAX)
        return rung_format(&run->arena, "did you mean %.*s?", (int)ids[near].size, ids[near].at);
    return rung_format(&run->arena, "\"%s\" lists them",
                       cli_command_line(run, "show", rules_of(run)->id));
}

static const char *nearest_requirement(cli *run, const char *word)
{
    const rung_rules *rules = rules_of(run);
    rung_text *ids = rung_new_array(&run->arena, rung_text, rules->requirement_count);
    for (size_t r = 0; r < rules->requirement_count; r++)
        ids[r] = rung_text_of(rules->requirements[r].id);
    return nearest(run, word, ids, rules->requirement_count);
}

static cli_status find_requirement(cli *run, const char *word, size_t *out)
{
    *out = rung_find_requirement(rules_of(run), rung_text_of(word));
    if (*out != SIZE_MAX)
        return CLI_DONE;
    return cli_error(run, CLI_NOT_FOUND, "%s has no requirement \"%s\": %s", rules_of(run)->id,
                     cli_brief(&run->arena, rung_text_of(word)), nearest_requirement(run, word));
}

/* One word is a requirement of the session used last, or else a session. */
static cli_status open_by_word(cli *run, const char *word, size_t *requirement)
{
    cli_status status = cli_open_session(run, NULL);
    if (status != CLI_DONE)
        return status;
    *requirement = rung_find_requirement(rules_of(run), rung_text_of(word));
    if (*requirement != SIZE_MAX)
        return CLI_DONE;
    if (!cli_session_exists(run, word))
        return cli_error(run, CLI_NOT_FOUND,
                         "there is no session \"%s\", and %s has no such requirement: %s",
                         cli_brief(&run->arena, rung_text_of(word)), rules_of(run)->id,
                         nearest_requirement(run, word));
    rung_session_close(run->session);
    run->session = NULL;
    return cli_open_session(run, word);
}

/* SIZE_MAX where no requirement is named. */
static cli_status open_session(cli *run, size_t *requirement)
{
    *requirement = SIZE_MAX;
    bool verdict = cli_has(&run->line, CLI_OPTION_VERDICT);
    if (verdict && run->word_count == 2)
        return cli_error(run, CLI_USAGE,
                         "--verdict is about the whole score: leave the requirement away");
    if (run->word_count == 1 && !verdict)
        return open_by_word(run, cli_word(run, 0), requirement);
    cli_status status = cli_open_session(run, cli_word(run, 0));
    if (status != CLI_DONE || run->word_count < 2)
        return status;
    return find_requirement(run, cli_word(run, 1), requirement);
}

static cli_status find_rung(cli *run, const rung_scorecard *card, size_t *out)
{
    const char *word = run->line.values[CLI_OPTION_RUNG];
    if (word)
        return cli_find_rung(run, rules_of(run), word, out);
    *out = card->target_known ? card->target : RUNG_NO_RUNG;
    return CLI_DONE;
}

/* --- The facts ------------------------------------------------------------------------------- */
static void put_answer(cli *run, size_t q, const rung_answer *answer, const char **text,
                       const char **written)
{
    const rung_question *question = &rung_session_role(run->session)->questionnaire->questions[q];
    if (!answer->given)
        return;
    *text = cli_answer_text(run, question, answer);
    *written = rung_answer_write(&run->arena, question, *answer);
}

static rung_report_supposed said(cli *run, size_t q)
{
    rung_report_supposed out = {.question = q};
    put_answer(run, q, rung_answers_get(rung_session_answers(run->session), q), &out.said,
               &out.said_written);
    return out;
}

static void find_change(cli *run, rung_report_why *why)
{
    const rung_requirement_score *score = why->trace->score;
    if (!score->applies || score->gap.high <= 0)
        return;
    rung_change *change = rung_new(&run->arena, rung_change);
    *change = rung_change_for(&run->arena, why->card, rung_session_answers(run->session), why->rung,
                              why->requirement);
    rung_report_supposed *changes =
        rung_new_array(&run->arena, rung_report_supposed, change->count + 1);
    for (size_t i = 0; i < change->count; i++) {
        changes[i] = said(run, change->answers[i].question);
        put_answer(run, changes[i].question, &change->answers[i].answer, &changes[i].supposed,
                   &changes[i].supposed_written);
    }
    why->change = change;
    why->changes = changes;
}

static bool is_blocked(const rung_scorecard *card, size_t rung)
{
    return rung == RUNG_NO_RUNG || card->ladder[rung].blocked;
}

static rung_report_why why_of(cli *run, const rung_scorecard *card, size_t rung, size_t requirement)
{
    rung_report_why why = {.card = card, .requirement = requirement, .rung = rung};
    if (is_blocked(card, rung))
        return why;
    why.trace = rung_trace_new(&run->arena, card, rung, requirement);
    rung_report_supposed *answers =
        rung_new_array(&run->arena, rung_report_supposed, why.trace->question_count + 1);
    for (size_t i = 0; i < why.trace->question_count; i++)
        answers[i] = said(run, why.trace->questions[i].question);
    why.answers = answers;
    find_change(run, &why);
    return why;
}

/* --- Telling --------------------------------------------------------------------------------- */
enum { INDENT = 2 };

static void tell_score(cli *run, const rung_scorecard *card, size_t rung)
{
    rung_report_subject subject = cli_subject(run);
    rung_text_style style = cli_text_style(run);
    if (cli_has(&run->line, CLI_OPTION_JSON))
        rung_report_score_json(&run->arena, card, rung, &subject, INDENT, &run->out);
    else
        rung_report_score_text(&run->arena, card, rung, &subject, &style, &run->out);
}

static void tell_requirement(cli *run, const rung_scorecard *card, size_t rung, size_t requirement)
{
    rung_report_why why = why_of(run, card, rung, requirement);
    rung_report_subject subject = cli_subject(run);
    rung_text_style style = cli_text_style(run);
    if (cli_has(&run->line, CLI_OPTION_JSON))
        rung_report_why_json(&run->arena, &why, &subject, INDENT, &run->out);
    else
        rung_report_why_text(&run->arena, &why, &subject, &style, &run->out);
}

static void tell_verdict(cli *run, const rung_scorecard *card, size_t rung)
{
    rung_verdict_lift found, *lift = NULL;
    rung_report_subject subject = cli_subject(run);
    rung_text_style style = cli_text_style(run);
    if (!is_blocked(card, rung)) {
        found = rung_verdict_lift_for(&run->arena, rules_of(run), &card->ladder[rung]);
        lift = &found;
    }
    if (cli_has(&run->line, CLI_OPTION_JSON))
        rung_report_verdict_json(&run->arena, card, rung, lift, &subject, INDENT, &run->out);
    else
        rung_report_verdict_text(&run->arena, card, rung, lift, &subject, &style, &run->out);
}

cli_status cmd_explain(cli *run)
{
    size_t requirement, rung;
    cli_status status = open_session(run, &requirement);
    if (status != CLI_DONE)
        return status;
    const rung_scorecard *card = cli_scorecard(run);
    status = find_rung(run, card, &rung);
    if (status != CLI_DONE)
        return status;
    if (cli_has(&run->line, CLI_OPTION_VERDICT))
        tell_verdict(run, card, rung);
    else if (requirement != SIZE_MAX)
        tell_requirement(run, card, rung, requirement);
    else
        tell_score(run, card, rung);
    if (cli_has(&run->line, CLI_OPTION_JSON))
        rung_print(&run->out, "\n");
    return CLI_DONE;
}
