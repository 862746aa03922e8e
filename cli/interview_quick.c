/* The shortest way to a verdict: --quick. */
#include "interview_ui.h"
#include "page.h"
#include "quick/quick.h"
#include "report/report.h"

static const rung_scorecard *card_of(cli_ui *ui)
{
    return rung_scorecard_new(ui->turn, rung_session_role(ui->session), ui->sheet);
}

/* --- On the way ------------------------------------------------------------------------------ */
void cli_quick_welcome(cli_ui *ui)
{
    cli_blank(ui->run);
    cli_say(ui->run, "This is the quick way: each question is the one that narrows your result "
                     "most, and it stops as soon as nothing that is left can change the verdict.");
}

size_t cli_quick_next(cli_ui *ui)
{
    const rung_scorecard *card = card_of(ui);
    return rung_is_decided(card) ? RUNG_NO_QUESTION : rung_quick_next(ui->turn, card, ui->skipped);
}

/* Numbers of questions would jump here, and how many a verdict takes depends on the answers: what
 * is certain is how many there can be. The section stands before it where there is room. */
const char *cli_quick_progress(cli_ui *ui)
{
    rung_progress progress = rung_interview_progress(ui->sheet, ui->skipped);
    const char *words = rung_format(ui->turn, "%zu answered, at most %zu to come",
                                    progress.answered, progress.open + progress.undecided);
    const char *title = ui->content->sections[ui->content->questions[ui->at].section].title;
    const char *whole = rung_format(ui->turn, "%s: %s", title, words);
    bool fits = rung_text_width(rung_text_of(whole)) <= (size_t)ui->run->terminal.width;
    return fits ? whole : words;
}

/* --- What was shown -------------------------------------------------------------------------- */
void cli_quick_shown(cli_ui *ui)
{
    if (ui->trail.count == 0 || ui->trail.at[ui->trail.count - 1] != ui->at)
        rung_push(&ui->run->arena, &ui->trail, ui->at);
}

size_t cli_quick_back(cli_ui *ui)
{
    while (ui->trail.count > 0) {
        size_t last = ui->trail.at[ui->trail.count - 1];
        if (last != ui->at && cli_ui_is_asked(ui, last))
            return last;
        ui->trail.count--;
    }
    return RUNG_NO_QUESTION;
}

bool cli_quick_seen(const cli_ui *ui, size_t section)
{
    for (size_t i = 0; i < ui->trail.count; i++)
        if (ui->content->questions[ui->trail.at[i]].section == section)
            return true;
    return false;
}

/* --- At its end ------------------------------------------------------------------------------ */
bool cli_quick_stops(cli_ui *ui)
{
    rung_progress progress = rung_interview_progress(ui->sheet, ui->skipped);
    return progress.open + progress.undecided > 0;
}

/* "the other 12 questions": those that nobody has to answer. */
static const char *left_out(cli_ui *ui)
{
    rung_progress progress = rung_interview_progress(ui->sheet, ui->skipped);
    size_t left = progress.open + progress.undecided;
    if (left == 1)
        return "the last question";
    return rung_format(
        ui->turn,
        progress.undecided ? "the others, up to %zu questions" : "the other %zu questions", left);
}

static void tell_decided(cli_ui *ui, const rung_scorecard *card)
{
    cli *run = ui->run;
    const rung_rules *rules = card->role->rules;
    rung_range score = card->aim->score;
    cli_item(run, CLI_BOLD,
             "Your verdict is decided: ", rules->verdicts[card->aim->verdict_low].title);
    cli_say(run, "Nothing that is left can change it, so you need not answer %s.", left_out(ui));
    if (score.high - score.low > RUNG_EPSILON)
        cli_say(run,
                "Going on would tell you more: your score, which is somewhere in %s of 100 so far, "
                "would get closer, and you would see which gaps you have.",
                rung_report_range(ui->turn, score, run->terminal.ascii));
}

/* Who skipped what the verdict hangs on gets no verdict, and is not asked for nothing. */
static void tell_open(cli_ui *ui, const rung_scorecard *card)
{
    const rung_verdict *verdicts = card->role->rules->verdicts;
    cli_say(ui->run, "What is left cannot narrow your result any more.");
    if (!card->aim->blocked)
        cli_say(ui->run,
                "It stays between \"%s\" and \"%s\", because of what you skipped. :review lists "
                "it, and a number there goes back to it.",
                verdicts[card->aim->verdict_low].title, verdicts[card->aim->verdict_high].title);
}

static void show_end(cli_ui *ui)
{
    const rung_scorecard *card = card_of(ui);
    cli_blank(ui->run);
    if (rung_is_decided(card))
        tell_decided(ui, card);
    else
        tell_open(ui, card);
    cli_say(ui->run,
            "Press Enter to see your result. Type \"more\" to go on with what is left; you "
            "can do that later too.");
}

/* From here on it is the full interview. */
static cli_ui_step go_on(cli_ui *ui)
{
    ui->quick = false;
    ui->chosen = RUNG_NO_QUESTION;
    return CLI_UI_SHOW;
}

cli_ui_step cli_quick_end(cli_ui *ui, cli_ui_step step)
{
    rung_text typed;
    if (step == CLI_UI_SHOW)
        show_end(ui);
    cli_ui_offer_completions(ui, &cli_ui_going_on);
    if (!cli_ui_read(ui, "Enter for your result, or more: ", &typed))
        return ui->typed == CLI_TYPED_END ? CLI_UI_FINISHED : CLI_UI_LEAVE;
    return cli_ui_is_more(typed) ? go_on(ui) : cli_ui_take(ui, typed, CLI_UI_FINISHED);
}
