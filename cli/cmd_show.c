/* `rung show`: what a role is, what its rungs earn and ask for. */
#include "show.h"

#include "catalogue.h"
#include "commands.h"
#include "page.h"

#include <math.h>

/* --- Words ----------------------------------------------------------------------------------- */
/* "42,000" */
static const char *money(rung_arena *arena, double amount)
{
    char digits[RUNG_NUMBER_SIZE * 12], out[RUNG_NUMBER_SIZE * 16];
    size_t size = rung_number_fixed(amount, 0, digits), at = 0;
    for (size_t i = 0; i < size; i++) {
        if (i > 0 && (size - i) % 3 == 0)
            out[at++] = ',';
        out[at++] = digits[i];
    }
    return rung_copy(arena, (rung_text){out, at});
}

static const char *pay_text(rung_arena *arena, const rung_rung *rung)
{
    const char *out = rung_format(arena, "pay a year%s%s", rung->currency ? " in " : "",
                                  rung->currency ? rung->currency : "");
    if (!isnan(rung->pay_median))
        out = rung_format(arena, "%s: median %s", out, money(arena, rung->pay_median));
    if (!isnan(rung->pay_average))
        out = rung_format(arena, "%s%s average %s", out, isnan(rung->pay_median) ? ":" : ",",
                          money(arena, rung->pay_average));
    return out;
}

static const char *years_text(rung_arena *arena, const rung_rung *rung)
{
    char low[RUNG_NUMBER_SIZE], high[RUNG_NUMBER_SIZE];
    rung_number_format(rung->years[0], low);
    rung_number_format(rung->years[1], high);
    if (isinf(rung->years[1]))
        return rung_format(arena, "%s years and more", low);
    return rung_format(arena, "%s to %s years", low, high);
}

static const char *joined(rung_arena *arena, const char *const *words, size_t count)
{
    const char *out = "";
    for (size_t i = 0; i < count; i++)
        out = rung_format(arena, "%s%s%s", out, i > 0 ? ", " : "", words[i]);
    return out;
}

/* --- Parts ----------------------------------------------------------------------------------- */
static void show_head(cli *run, const rung_rules *rules)
{
    cli_item(run, CLI_BOLD, "", rules->title);
    if (rules->summary)
        cli_say(run, "%s", rules->summary);
    if (rules->source_title)
        cli_say(run, "Source: %s%s%s", rules->source_title, rules->source_edition ? ", " : "",
                rules->source_edition ? rules->source_edition : "");
}

static void show_ladder(cli *run, const rung_rules *rules)
{
    rung_arena *arena = &run->arena;
    cli_heading(run, "The ladder");
    for (size_t i = 0; i < rules->rung_count; i++) {
        const rung_rung *rung = &rules->rungs[i];
        cli_item(run, CLI_NORMAL, rung_format(arena, "  %zu  ", i + 1),
                 rung_format(arena, "%s (%s)", rung->title, rung->id));
        if (rung->has_years)
            cli_item(run, CLI_NORMAL, "     ", years_text(arena, rung));
        if (rung->has_pay)
            cli_item(run, CLI_NORMAL, "     ", pay_text(arena, rung));
        if (rung->focus_count > 0)
            cli_item(run, CLI_NORMAL,
                     "     focus: ", joined(arena, rung->focus, rung->focus_count));
    }
}

static void show_facts(cli *run, const rung_rules *rules)
{
    if (rules->fact_count > 0)
        cli_heading(run, "Facts");
    for (size_t i = 0; i < rules->fact_count; i++)
        cli_item(run, CLI_NORMAL, "  - ",
                 rung_format(&run->arena, "%s: %s", rules->facts[i].label, rules->facts[i].value));
}

static void show_requirement(cli *run, const rung_requirement *one)
{
    cli_item(run, CLI_NORMAL, "  - ",
             rung_format(&run->arena, "%s (importance %d of 5)", one->title, one->importance));
    cli_item(run, CLI_DIM, "      ", cli_asked_text(&run->arena, run->role, one));
}

static void show_requirements(cli *run, const rung_rules *rules)
{
    char weight[RUNG_NUMBER_SIZE];
    for (size_t d = 0; d < rules->dimension_count; d++) {
        rung_number_format(rules->dimensions[d].weight, weight);
        cli_heading(run, rung_format(&run->arena, "What it asks for: %s (weight %s)",
                                     rules->dimensions[d].title, weight));
        for (size_t i = 0; i < rules->requirement_count; i++)
            if (rules->requirements[i].dimension == d)
                show_requirement(run, &rules->requirements[i]);
    }
}

static void show_related(cli *run, const rung_rules *rules)
{
    if (rules->related_count > 0)
        cli_heading(run, "Related roles");
    for (size_t i = 0; i < rules->related_count; i++) {
        const rung_related *related = &rules->related[i];
        cli_item(run, CLI_NORMAL, "  - ",
                 rung_format(&run->arena, "%s%s%s", related->title, related->text ? ": " : "",
                             related->text ? related->text : ""));
    }
}

cli_status cmd_show(cli *run)
{
    cli_status status = cli_load_role(run, cli_word(run, 0));
    if (status != CLI_DONE)
        return status;
    const rung_rules *rules = run->role->rules;
    if (cli_has(&run->line, CLI_OPTION_JSON)) {
        cli_show_json(run, run->role);
        return CLI_DONE;
    }
    if (cli_has(&run->line, CLI_OPTION_QUESTIONS)) {
        cli_show_questions(run, run->role->questionnaire);
        return CLI_DONE;
    }
    show_head(run, rules);
    show_ladder(run, rules);
    show_facts(run, rules);
    show_requirements(run, rules);
    show_related(run, rules);
    cli_blank(run);
    cli_say(run, "Levels go from 0 to 4. See where you stand: %s",
            cli_command_line(run, "take", rules->id));
    return CLI_DONE;
}
