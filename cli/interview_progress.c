/* How far the interview is, in words and as a bar, and why that changed. */
#include "interview_ui.h"
#include "page.h"

#include <string.h>

const char *cli_about_text(rung_arena *arena, const rung_progress *progress)
{
    return rung_format(arena, "%s%zu", progress->undecided ? "about " : "",
                       rung_interview_total(progress));
}

/* --- The bar --------------------------------------------------------------------------------- */
enum { BAR_GAP = 2, NARROWEST_BAR = 8, WIDEST_BAR = 20 };

/* As many cells as are done; never all of them before all is done. "" where there is no room, and
 * where nobody watches. */
static const char *bar(cli_ui *ui, const rung_progress *progress, int room)
{
    static const char *const glyphs[][2] = {{"\u2588", "\u00b7"}, {"#", "."}};
    const cli_terminal *terminal = &ui->run->terminal;
    const char *const *glyph = glyphs[terminal->ascii];
    int cells = room > WIDEST_BAR ? WIDEST_BAR : room;
    size_t total = rung_interview_total(progress), done = progress->answered + progress->skipped;
    if (terminal->plain || !terminal->out || cells < NARROWEST_BAR || total == 0)
        return "";
    char *out = rung_alloc(ui->turn, (size_t)cells * sizeof "\u2588" + 1);
    for (int i = 0; i < cells; i++)
        strcat(out, glyph[done * (size_t)cells < (size_t)(i + 1) * total]);
    return out;
}

const char *cli_ui_progress(cli_ui *ui)
{
    if (ui->quick)
        return cli_quick_progress(ui);
    rung_progress progress = rung_interview_progress(ui->sheet, ui->skipped);
    const char *words = rung_format(ui->turn, "Question %zu of %s", cli_ui_number(ui, ui->at),
                                    cli_about_text(ui->turn, &progress));
    const char *cells = bar(ui, &progress, ui->run->terminal.width - (int)strlen(words) - BAR_GAP);
    return rung_format(ui->turn, "%s%*s%s", words, *cells ? BAR_GAP : 0, "", cells);
}

/* --- Why the numbers changed ----------------------------------------------------------------- */
/* The content does not say why a condition holds, so no more is told than what came or went. */
static const char *reason(cli_ui *ui, const rung_shift *shift)
{
    const char *what =
        shift->question != RUNG_NO_QUESTION  ? ui->content->questions[shift->question].ask
        : shift->section != RUNG_NO_QUESTION ? ui->content->sections[shift->section].title
                                             : NULL;
    if (what)
        return rung_format(ui->turn, "\"%s\" %s", what,
                           shift->gone ? "is left out" : "is asked, too");
    return shift->gone && !shift->come   ? "your answer leaves them out"
           : shift->come && !shift->gone ? "your answer brings them in"
                                         : "your answer decides which are asked";
}

static void tell_shift(cli_ui *ui, const rung_shift *shift)
{
    int64_t count = shift->more < 0 ? -shift->more : shift->more;
    const char *way = shift->more < 0 ? "fewer" : "more";
    if (count == 1)
        cli_say(ui->run, "One question %s: %s.", way, reason(ui, shift));
    else if (count > 1)
        cli_say(ui->run, "%lld questions %s: %s.", (long long)count, way, reason(ui, shift));
}

/* Answers that stopped counting because of an edit. */
static void tell_hidden(cli_ui *ui, const rung_question_state *before)
{
    size_t hidden = 0;
    for (size_t q = 0; q < ui->content->question_count; q++)
        hidden += before[q] == RUNG_ANSWERED && !cli_ui_is_asked(ui, q);
    if (hidden == 1)
        cli_say(ui->run, "One earlier question is not asked any more. Its answer is kept.");
    else if (hidden > 1)
        cli_say(ui->run, "%zu earlier questions are not asked any more. Their answers are kept.",
                hidden);
}

void cli_ui_tell_changes(cli_ui *ui, const rung_question_state *before)
{
    rung_shift shift = rung_interview_shift(before, ui->sheet);
    if (!ui->quick) /* which says no more than how many there can be */
        tell_shift(ui, &shift);
    tell_hidden(ui, before);
}
