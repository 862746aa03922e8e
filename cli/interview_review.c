/* :review, a table of the answers: by section, and as much at a time as the window holds. Where it
 * is wide each answer stands beside its question, else under it. */
#include "interview_ui.h"
#include "page.h"

enum {
    WIDE = 60,      /* columns: from here on question and answer stand side by side */
    ASK_SHARE = 55, /* percent of the room that the question gets then */
    GAP = 2,
    HEADING = 2, /* lines of a section's title */
    BELOW = 4,   /* lines under a page: what follows, the prompt, and what it may take more */
};

static const char note_mark[] = " (note)";

/* --- What is listed -------------------------------------------------------------------------- */
/* Those still to come are only counted: nobody reads forty questions to find one answer. */
static bool is_listed(const cli_ui *ui, size_t q)
{
    bool open = ui->sheet->states[q] == RUNG_UNANSWERED && !ui->skipped[q];
    return cli_ui_is_asked(ui, q) && (!open || rung_session_notes(ui->session)[q]);
}

static size_t next_listed(const cli_ui *ui, size_t from)
{
    while (from < ui->content->question_count && !is_listed(ui, from))
        from++;
    return from;
}

static size_t section_of(const cli_ui *ui, size_t q)
{
    return ui->content->questions[q].section;
}

/* --- Pages ----------------------------------------------------------------------------------- */
static bool is_wide(const cli_ui *ui)
{
    return ui->run->terminal.width >= WIDE && !ui->run->terminal.plain;
}

/* Lines of the rows of `q`'s section from there on. */
static size_t lines_of_section(const cli_ui *ui, size_t q)
{
    size_t lines = HEADING, section = section_of(ui, q);
    for (; q < ui->content->question_count && section_of(ui, q) == section; q++)
        lines += is_listed(ui, q) ? (is_wide(ui) ? 1 : 2) : 0;
    return lines;
}

/* Behind the last question of the page. Sections stay whole where a page can hold them; what nobody
 * watches is one page. */
static size_t end_of_page(const cli_ui *ui, size_t from)
{
    const cli_terminal *terminal = &ui->run->terminal;
    size_t room = (size_t)terminal->height - BELOW, used = 0, section = SIZE_MAX;
    if (!terminal->in || !terminal->out)
        return ui->content->question_count;
    for (size_t q = next_listed(ui, from); q < ui->content->question_count;
         q = next_listed(ui, q + 1)) {
        size_t row = is_wide(ui) ? 1 : 2, whole = lines_of_section(ui, q);
        bool begins = section_of(ui, q) != section;
        bool fits = used + row + (begins ? HEADING : 0) <= room;
        if (used > 0 && (!fits || (begins && used + whole > room && whole <= room)))
            return q;
        used += row + (begins ? HEADING : 0);
        section = section_of(ui, q);
    }
    return ui->content->question_count;
}

/* --- Rows ------------------------------------------------------------------------------------ */
static const char *said(cli_ui *ui, size_t q, size_t width)
{
    const rung_answer *answer = rung_answers_get(rung_session_answers(ui->session), q);
    const char *mark = rung_session_notes(ui->session)[q] ? note_mark : "";
    const char *words = answer->given ? cli_answer_text(ui->run, &ui->content->questions[q], answer)
                        : ui->skipped[q] ? "(skipped)"
                                         : "(still to come)";
    return rung_format(
        ui->turn, "%s%s",
        cli_cut(ui->run, ui->turn, words, width - rung_text_width(rung_text_of(mark))), mark);
}

static void row(cli_ui *ui, size_t q)
{
    cli *run = ui->run;
    const char *ask = ui->content->questions[q].ask;
    bool given = rung_answers_get(rung_session_answers(ui->session), q)->given;
    cli_face face = given ? CLI_BOLD : CLI_DIM;
    const char *lead = rung_format(ui->turn, "%3zu  ", cli_ui_number(ui, q));
    const char *below = "     > ";
    size_t width = (size_t)run->terminal.width, room = width - rung_text_width(rung_text_of(lead));
    if (!is_wide(ui)) {
        cli_item(run, CLI_NORMAL, lead, cli_cut(run, ui->turn, ask, room));
        cli_item(run, face, below, said(ui, q, width - rung_text_width(rung_text_of(below))));
        return;
    }
    size_t left = (room - GAP) * ASK_SHARE / 100;
    ask = cli_cut(run, ui->turn, ask, left);
    int fill = (int)(left + GAP - rung_text_width(rung_text_of(ask)));
    cli_item(run, face, rung_format(ui->turn, "%s%s%*s", lead, ask, fill, ""),
             said(ui, q, room - left - GAP));
}

static void show_rows(cli_ui *ui, size_t end)
{
    size_t section = SIZE_MAX;
    for (size_t q = next_listed(ui, ui->review_from); q < end; q = next_listed(ui, q + 1)) {
        if (section_of(ui, q) != section)
            cli_heading(ui->run, ui->content->sections[section_of(ui, q)].title);
        section = section_of(ui, q);
        row(ui, q);
    }
}

static void show_what_follows(cli_ui *ui, size_t end)
{
    size_t more = 0;
    for (size_t q = next_listed(ui, end); q < ui->content->question_count;
         q = next_listed(ui, q + 1))
        more++;
    size_t open = rung_interview_progress(ui->sheet, ui->skipped).open;
    cli_blank(ui->run);
    if (more > 0)
        cli_say(ui->run, "Type \"more\" for the next page (%zu more).", more);
    else if (open == 1)
        cli_say(ui->run, "One question is still to come.");
    else if (open > 1)
        cli_say(ui->run, "%zu questions are still to come.", open);
}

cli_ui_step cli_ui_review(cli_ui *ui, cli_ui_step step)
{
    rung_text typed;
    size_t end = end_of_page(ui, ui->review_from);
    bool more = next_listed(ui, end) < ui->content->question_count;
    if (step == CLI_UI_REVIEW) {
        show_rows(ui, end);
        show_what_follows(ui, end);
    }
    cli_ui_offer_completions(ui, more ? &cli_ui_going_on : NULL);
    if (!cli_ui_read(ui,
                     more ? "Number to change, more, or Enter: "
                          : "Number to change, or Enter to go on: ",
                     &typed))
        return CLI_UI_LEAVE;
    if (!more || !cli_ui_is_more(typed))
        return cli_ui_take(ui, typed, CLI_UI_SHOW);
    ui->review_from = end;
    return CLI_UI_REVIEW;
}
