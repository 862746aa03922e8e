/* `rung plan`: the best way from here to the job, and which steps of it are done. */
#include "commands.h"
#include "date.h"
#include "out_file.h"
#include "page.h"
#include "plans.h"
#include "records.h"

#include <string.h>

/* --- What is asked --------------------------------------------------------------------------- */
static const rung_rules *rules_of(const cli *run)
{
    return rung_session_role(run->session)->rules;
}

static const char *value_of(const cli *run, cli_option_id option)
{
    return run->line.values[option];
}

static cli_status bad_number(cli *run, cli_option_id option, const char *takes)
{
    return cli_error(run, CLI_USAGE, "--%s cannot be \"%s\": it takes %s",
                     cli_option_table[option].name,
                     cli_brief(&run->arena, rung_text_of(value_of(run, option))), takes);
}

/* A whole number; `*out` stays where the option is not given. */
static cli_status read_count(cli *run, cli_option_id option, int64_t least, int64_t most,
                             int64_t *out)
{
    const char *value = value_of(run, option);
    int64_t number;
    if (!value)
        return CLI_DONE;
    if (!rung_parse_int(rung_text_of(value), &number) || number < least || number > most)
        return bad_number(run, option,
                          rung_format(&run->arena, "a whole number from %lld to %lld",
                                      (long long)least, (long long)most));
    *out = number;
    return CLI_DONE;
}

static cli_status read_budget(cli *run, rung_plan_request *asked)
{
    const char *value = value_of(run, CLI_OPTION_BUDGET);
    if (!value)
        return CLI_DONE;
    asked->has_budget = true;
    if (!rung_parse_double(rung_text_of(value), &asked->budget) || !(asked->budget >= 0) ||
        asked->budget > CLI_MOST_BUDGET)
        return bad_number(run, CLI_OPTION_BUDGET, "an amount of 0 or more, such as 1500");
    return CLI_DONE;
}

static cli_status read_limits(cli *run, rung_plan_request *asked)
{
    int64_t tracks = RUNG_PLAN_USUAL_TRACKS, months = 0;
    cli_status status = read_count(run, CLI_OPTION_TRACKS, 1, RUNG_PLAN_MAX_TRACKS, &tracks);
    if (status == CLI_DONE)
        status = read_count(run, CLI_OPTION_MONTHS, 0, CLI_MOST_MONTHS, &months);
    asked->tracks = (size_t)tracks;
    asked->months = (int)months;
    asked->has_months = cli_has(&run->line, CLI_OPTION_MONTHS);
    return status == CLI_DONE ? read_budget(run, asked) : status;
}

/* Of closed sets, whose words were checked with the command line. */
static void read_choices(const cli *run, rung_plan_request *asked)
{
    const char *goal = value_of(run, CLI_OPTION_GOAL), *by = value_of(run, CLI_OPTION_BY);
    if (goal)
        rung_plan_find_goal(rung_text_of(goal), &asked->goal);
    if (by)
        rung_plan_find_objective(rung_text_of(by), &asked->by);
}

static cli_status read_rung(cli *run, rung_plan_request *asked)
{
    const char *word = value_of(run, CLI_OPTION_RUNG);
    return word ? cli_find_rung(run, rules_of(run), word, &asked->rung) : CLI_DONE;
}

static cli_status read_start(cli *run, int64_t *out)
{
    const char *value = value_of(run, CLI_OPTION_START);
    cli_span span;
    *out = cli_today(cli_now());
    if (!value)
        return CLI_DONE;
    if (!cli_read_date(rung_text_of(value), &span))
        return bad_number(run, CLI_OPTION_START, "a day, such as 2026-09-01");
    *out = span.shown;
    return CLI_DONE;
}

/* --- Steps that are done --------------------------------------------------------------------- */
static cli_status find_action(cli *run, const char *word, size_t *out)
{
    const rung_rules *rules = rules_of(run);
    *out = rung_find_action(rules, rung_text_of(word));
    if (*out != SIZE_MAX)
        return CLI_DONE;
    rung_text *ids = rung_new_array(&run->arena, rung_text, rules->action_count + 1);
    for (size_t a = 0; a < rules->action_count; a++)
        ids[a] = rung_text_of(rules->actions[a].id);
    size_t near = rung_nearest(rung_text_of(word), ids, rules->action_count);
    const char *shown = cli_brief(&run->arena, rung_text_of(word));
    if (near != SIZE_MAX)
        return cli_error(run, CLI_NOT_FOUND, "%s has no step \"%s\": did you mean %s?", rules->id,
                         shown, rules->actions[near].id);
    return cli_error(run, CLI_NOT_FOUND, "%s has no step \"%s\": \"%s\" shows those of your plan",
                     rules->id, shown,
                     cli_command_line(run, "plan", rung_session_info(run->session)->id));
}

static cli_status store_mark(cli *run, size_t action, bool done)
{
    rung_status stored;
    size_t tries = 0;
    do
        stored = rung_session_mark(run->session, action, done, cli_now());
    while (cli_try_again(stored, &tries));
    if (stored != RUNG_OK)
        return cli_store_error(run, "the step could not be saved", stored);
    run->done =
        rung_format(&run->arena, "session %s is saved", rung_session_info(run->session)->id);
    return CLI_DONE;
}

/* What is so already is not said again. */
static cli_status mark(cli *run, cli_option_id option, bool done)
{
    const char *word = value_of(run, option);
    size_t action;
    if (!word)
        return CLI_DONE;
    cli_status status = find_action(run, word, &action);
    if (status != CLI_DONE || rung_session_done(run->session)[action] == done)
        return status;
    return store_mark(run, action, done);
}

/* --- What is shown --------------------------------------------------------------------------- */
static cli_status choose_format(cli *run, const char *path, rung_plan_format *out)
{
    const char *name = cli_format(run);
    *out = *name ? rung_plan_format_named(name) : RUNG_PLAN_TEXT;
    if (*name || !path || !cli_has_suffix(path))
        return CLI_DONE;
    *out = rung_plan_format_of_path(path);
    if (*out < RUNG_PLAN_FORMAT_COUNT)
        return CLI_DONE;
    return cli_error(run, CLI_USAGE,
                     "cannot tell the format from the name %s: end it in .txt, .md, .json or "
                     ".ics, or say --format",
                     path);
}

/* What takes longer to find is looked for only where it is shown. */
static void look_beside(cli *run, const rung_plan_request *asked, rung_plan_format format,
                        rung_report_plan *facts)
{
    rung_arena *arena = &run->arena;
    if (format == RUNG_PLAN_CALENDAR || facts->plan->blocked)
        return;
    if (cli_has(&run->line, CLI_OPTION_COMPARE)) {
        rung_plan_comparison *comparison = rung_new(arena, rung_plan_comparison);
        *comparison = rung_plan_compare(arena, facts->card, asked);
        facts->comparison = comparison;
    }
    if (cli_has(&run->line, CLI_OPTION_FRONTIER)) {
        rung_plan_frontier *frontier = rung_new(arena, rung_plan_frontier);
        *frontier = rung_plan_find_frontier(arena, facts->card, asked);
        facts->frontier = frontier;
    }
    if (facts->plan->reached && facts->plan->step_count) {
        rung_plan_alternatives *others = rung_new(arena, rung_plan_alternatives);
        *others = rung_plan_find_alternatives(arena, facts->card, facts->plan);
        facts->alternatives = others;
    }
}

static void say_how_to_go_on(cli *run, const rung_report_plan *facts)
{
    const char *id = rung_session_info(run->session)->id;
    if (facts->plan->step_count == 0)
        return;
    const char *step = rules_of(run)->actions[facts->plan->steps[0].action].id;
    cli_blank(run);
    cli_say(run, "When a step is done: %s",
            cli_command_line(run, "plan", rung_format(&run->arena, "%s --done %s", id, step)));
}

static cli_status write_plan(cli *run, const char *path, rung_plan_format format,
                             const rung_report_plan *facts)
{
    if (format == RUNG_PLAN_CALENDAR && facts->plan->step_count == 0)
        return cli_error(run, CLI_FAILED,
                         "there are no steps to put into a calendar: \"%s\" says why",
                         cli_command_line(run, "plan", facts->subject->id));
    rung_report_plan_write(&run->arena, format, facts, path ? &run->buffer.sink : &run->out);
    if (path)
        return cli_put_out_file(run, path);
    if (format == RUNG_PLAN_TEXT)
        say_how_to_go_on(run, facts);
    return CLI_DONE;
}

static cli_status show(cli *run, const rung_plan_request *asked, int64_t start)
{
    const char *path = cli_out_file(run);
    rung_plan_format format;
    cli_status status = path ? cli_refuse_store(run, path) : CLI_DONE;
    if (status == CLI_DONE)
        status = choose_format(run, path, &format);
    if (status == CLI_DONE && path)
        status = cli_refuse_present(run, path);
    if (status != CLI_DONE)
        return status;
    rung_report_subject subject = cli_subject(run);
    rung_text_style style = cli_text_style(run);
    if (path) {
        style.width = CLI_WIDTH;
        style.color = false;
    }
    rung_report_plan facts = {
        .card = cli_scorecard(run), .subject = &subject, .style = &style, .start = start};
    facts.plan = rung_plan_new(&run->arena, facts.card, asked);
    look_beside(run, asked, format, &facts);
    return write_plan(run, path, format, &facts);
}

cli_status cmd_plan(cli *run)
{
    rung_plan_request asked = rung_plan_usual;
    int64_t start = 0;
    cli_status status = cli_refuse_without_file(run);
    if (status == CLI_DONE)
        status = read_limits(run, &asked);
    if (status == CLI_DONE)
        status = read_start(run, &start);
    if (status == CLI_DONE)
        status = cli_open_session(run, cli_word(run, 0));
    if (status == CLI_DONE)
        status = read_rung(run, &asked);
    if (status == CLI_DONE)
        status = mark(run, CLI_OPTION_DONE, true);
    if (status == CLI_DONE)
        status = mark(run, CLI_OPTION_UNDONE, false);
    if (status != CLI_DONE)
        return status;
    read_choices(run, &asked);
    asked.done = rung_session_done(run->session);
    return show(run, &asked, start);
}
