/* Where one stands: the score so far, and what no answer can change any more. */
#include "interview_ui.h"
#include "page.h"
#include "report/report.h"

enum { TITLES_SHOWN = 5 };

const char *cli_ui_titles(cli_ui *ui, const size_t *requirements, size_t count)
{
    const rung_requirement *all = rung_session_role(ui->session)->rules->requirements;
    const char **titles = rung_new_array(ui->turn, const char *, count);
    for (size_t i = 0; i < count; i++)
        titles[i] = all[requirements[i]].title;
    return rung_report_names(ui->turn, titles, count, TITLES_SHOWN);
}

/* A range that leaves nearly everything open would only frighten. */
static bool too_early(const rung_scorecard *card)
{
    enum { NEARLY_ALL = 95 }; /* points of 100 */
    const rung_rules *rules = card->role->rules;
    const rung_rung_score *aim = card->aim;
    size_t first = aim->verdict_low < aim->verdict_high ? aim->verdict_low : aim->verdict_high;
    size_t last = aim->verdict_low < aim->verdict_high ? aim->verdict_high : aim->verdict_low;
    bool any_verdict = rules->verdict_count > 1 && first == 0 && last + 1 == rules->verdict_count;
    return !rung_is_decided(card) &&
           (aim->blocked || any_verdict || aim->score.high - aim->score.low >= NEARLY_ALL);
}

static void score_so_far(cli_ui *ui, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    const rung_rung_score *aim = card->aim;
    const rung_verdict *low = &rules->verdicts[aim->verdict_low];
    const rung_verdict *high = &rules->verdicts[aim->verdict_high];
    cli_say(ui->run, "Score so far: %s of 100. Open questions make it a range.",
            rung_report_range(ui->turn, aim->score, ui->run->terminal.ascii));
    if (rung_is_decided(card))
        cli_say(ui->run, "Verdict: %s, whatever you answer to the rest.", low->title);
    else
        cli_say(ui->run, "Verdict: between \"%s\" and \"%s\".", low->title, high->title);
}

/* Requirements that are met, or are not, whatever is answered to the rest. */
static void decided_so_far(cli_ui *ui, const rung_rules *rules, const rung_rung_score *aim)
{
    RUNG_VEC(size_t) met = {0}, missing = {0};
    size_t all = 0;
    for (size_t i = 0; i < rules->requirement_count; i++) {
        const rung_requirement_score *one = &aim->requirements[i];
        if (!one->applies || one->target <= 0)
            continue;
        all++;
        if (one->gap.high <= 0)
            rung_push(ui->turn, &met, i);
        else if (one->gap.low > 0)
            rung_push(ui->turn, &missing, i);
    }
    if (met.count + missing.count == 0)
        return;
    cli_say(ui->run, "Decided already: %zu of %zu requirements.", met.count + missing.count, all);
    if (met.count > 0)
        cli_item(ui->run, CLI_NORMAL, "  met: ", cli_ui_titles(ui, met.at, met.count));
    if (missing.count > 0)
        cli_item(ui->run, CLI_NORMAL, "  not met: ", cli_ui_titles(ui, missing.at, missing.count));
}

void cli_ui_status(cli_ui *ui)
{
    const rung_role *role = rung_session_role(ui->session);
    const rung_scorecard *card = rung_scorecard_new(ui->turn, role, ui->sheet);
    rung_progress progress = rung_interview_progress(ui->sheet, ui->skipped);
    bool early = too_early(card);
    cli_say(ui->run, "%s%zu of %s questions answered, %zu skipped.",
            early ? "Too early for a score: " : "", progress.answered,
            cli_about_text(ui->turn, &progress), progress.skipped);
    if (!early)
        score_so_far(ui, card);
    decided_so_far(ui, role->rules, card->aim);
}
