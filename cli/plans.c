#include "plans.h"

cli_status cli_find_rung(cli *run, const rung_rules *rules, const char *word, size_t *out)
{
    *out = rung_find_rung(rules, rung_text_of(word));
    if (*out != SIZE_MAX)
        return CLI_DONE;
    rung_text *ids = rung_new_array(&run->arena, rung_text, rules->rung_count);
    for (size_t r = 0; r < rules->rung_count; r++)
        ids[r] = rung_text_of(rules->rungs[r].id);
    size_t near = rung_nearest(rung_text_of(word), ids, rules->rung_count);
    const char *shown = cli_brief(&run->arena, rung_text_of(word));
    if (near != SIZE_MAX)
        return cli_error(run, CLI_NOT_FOUND, "%s has no rung \"%s\": did you mean %s?", rules->id,
                         shown, rules->rungs[near].id);
    return cli_error(run, CLI_NOT_FOUND, "%s has no rung \"%s\": \"%s\" lists them", rules->id,
                     shown, cli_command_line(run, "show", rules->id));
}

const rung_plan *cli_usual_plan(rung_arena *arena, const rung_session *session,
                                const rung_scorecard *card)
{
    rung_plan_request asked = rung_plan_usual;
    asked.work = CLI_REPORT_WORK;
    asked.done = rung_session_done(session);
    return rung_plan_new(arena, card, &asked);
}
