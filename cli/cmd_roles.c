/* `rung roles`: what can be assessed. */
#include "catalogue.h"
#include "commands.h"
#include "json/json.h"
#include "page.h"

static void roles_json(cli *run, const cli_offers *offers)
{
    rung_json json;
    rung_json_init(&json, &run->out, 2);
    rung_json_array(&json);
    for (size_t i = 0; i < offers->list.count; i++) {
        const cli_offer *offer = &offers->list.at[i];
        if (offer->problem)
            continue;
        rung_json_object(&json);
        rung_json_key(&json, "id");
        rung_json_string(&json, offer->id);
        rung_json_key(&json, "title");
        rung_json_string(&json, offer->title);
        rung_json_key(&json, "path");
        rung_json_string(&json, offer->path);
        rung_json_end_object(&json);
    }
    rung_json_end_array(&json);
    cli_blank(run);
}

static void roles_table(cli *run, const cli_offers *offers)
{
    static const char *const titles[] = {"ROLE", "TITLE"};
    cli_table table = {.titles = titles, .columns = RUNG_COUNT(titles)};
    for (size_t i = 0; i < offers->list.count; i++) {
        if (offers->list.at[i].problem)
            continue;
        cli_table_add(run, &table, offers->list.at[i].id);
        cli_table_add(run, &table, offers->list.at[i].title);
    }
    if (table.cells.count > 0)
        cli_table_write(run, &table);
    else
        cli_say(run, "There are no roles here. Name a folder of them with --content DIR.");
}

cli_status cmd_roles(cli *run)
{
    cli_offers offers;
    cli_status status = cli_find_offers(run, &offers);
    if (status != CLI_DONE)
        return status;
    for (size_t i = 0; i < offers.list.count; i++)
        if (offers.list.at[i].problem)
            cli_error(run, CLI_DONE, "%s is left out: %s; \"rung check\" tells more",
                      offers.list.at[i].path, offers.list.at[i].problem);
    if (cli_has(&run->line, CLI_OPTION_JSON))
        roles_json(run, &offers);
    else
        roles_table(run, &offers);
    return CLI_DONE;
}
