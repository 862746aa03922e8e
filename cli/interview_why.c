/* What a question is for: the reason its author gives, and the requirements that rest on it, each
 * with the section of the source document that asks for it. */
#include "feeds.h"
#include "interview_ui.h"
#include "page.h"

enum { SHOWN_WITH_SOURCE = 8 };

typedef struct because {
    cli_ui *ui;
    const rung_role *role;
    RUNG_VEC(size_t) level;   /* requirements whose level reads the question */
    RUNG_VEC(size_t) through; /* it decides whether such a question is asked */
    RUNG_VEC(size_t) asked;   /* it decides what they ask for */
} because;

static because find_requirements(cli_ui *ui)
{
    because out = {.ui = ui, .role = rung_session_role(ui->session)};
    for (size_t i = 0; i < out.role->rules->requirement_count; i++) {
        cli_feeds feeds = cli_feeds_of(ui->turn, out.role, &out.role->rules->requirements[i]);
        if (feeds.level[ui->at])
            rung_push(ui->turn, &out.level, i);
        else if (feeds.behind[ui->at])
            rung_push(ui->turn, &out.through, i);
        if (feeds.asked[ui->at])
            rung_push(ui->turn, &out.asked, i);
    }
    return out;
}

/* "Title: section "Chapter 1"" */
static const char *with_source(const because *b, size_t index)
{
    const rung_requirement *one = &b->role->rules->requirements[index];
    const char *judged = one->documented ? "" : "our judgement";
    const char *gap = !one->documented && one->source ? ", beside " : "";
    if (one->documented && !one->source)
        return one->title;
    if (!one->source)
        return rung_format(b->ui->turn, "%s: %s", one->title, judged);
    return rung_format(b->ui->turn, "%s: %s%ssection \"%s\"", one->title, judged, gap, one->source);
}

static void list(const because *b, const char *intro, const size_t *at, size_t count)
{
    cli *run = b->ui->run;
    if (count == 0)
        return;
    cli_say(run, "%s", intro);
    for (size_t i = 0; i < count && i < SHOWN_WITH_SOURCE; i++)
        cli_item(run, CLI_NORMAL, "  - ", with_source(b, at[i]));
    if (count > SHOWN_WITH_SOURCE)
        cli_say(run, "  and %zu more.", count - SHOWN_WITH_SOURCE);
}

/* True if some advice depends on the question. */
static bool decides_advice(const rung_rules *rules, size_t question)
{
    for (size_t i = 0; i < rules->action_count; i++)
        if (cli_action_reads(&rules->actions[i], question))
            return true;
    for (size_t i = 0; i < rules->note_count; i++)
        if (cli_note_reads(&rules->notes[i], question))
            return true;
    return false;
}

static void say_source(const because *b)
{
    const rung_rules *rules = b->role->rules;
    if (rules->source_title && b->level.count + b->through.count > 0)
        cli_say(b->ui->run, "Sections are those of \"%s\".", rules->source_title);
}

static void say_uses(const because *b)
{
    cli *run = b->ui->run;
    const rung_rules *rules = b->role->rules;
    size_t question = b->ui->at;
    bool aim = rung_program_reads(rules->target, (uint32_t)question);
    bool advice = decides_advice(rules, question);
    if (aim)
        cli_say(run, "It says what you aim at.");
    list(b, "It counts for", b->level.at, b->level.count);
    list(b, "It decides what is asked about", b->through.at, b->through.count);
    say_source(b);
    if (b->asked.count > 0)
        cli_say(run, "It decides how much is asked for in %s.",
                cli_ui_titles(b->ui, b->asked.at, b->asked.count));
    if (advice)
        cli_say(run, "The advice in the report depends on it.");
    if (!aim && !advice && b->level.count + b->through.count + b->asked.count == 0)
        cli_say(run, "It is kept with your answers. No points depend on it.");
}

void cli_ui_why(cli_ui *ui)
{
    if (ui->at == RUNG_NO_QUESTION) {
        cli_say(ui->run, "All questions are done. :goto takes you to one of them.");
        return;
    }
    const char *why = ui->content->questions[ui->at].why;
    because b = find_requirements(ui);
    if (why)
        cli_say(ui->run, "%s", why);
    say_uses(&b);
}
