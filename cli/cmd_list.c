/* `rung list`: the sessions in the store, the one used last first. */
#include "commands.h"
#include "page.h"
#include "records.h"

static cli_status list_json(cli *run, const rung_session_record *infos, size_t count)
{
    rung_json json;
    rung_json_init(&json, &run->out, 2);
    rung_json_array(&json);
    for (size_t i = 0; i < count; i++) {
        cli_record record = cli_record_read(run, &infos[i]);
        cli_record_json(&json, &record);
    }
    rung_json_end_array(&json);
    cli_blank(run);
    return CLI_DONE;
}

static cli_status list_table(cli *run, const rung_session_record *infos, size_t count)
{
    static const char *const titles[] = {"ID", "ROLE", "NAME", "PROGRESS", "SCORE", "WHEN"};
    cli_table table = {.titles = titles, .columns = RUNG_COUNT(titles)};
    for (size_t i = 0; i < count; i++) {
        cli_record record = cli_record_read(run, &infos[i]);
        cli_table_add(run, &table, record.info.id);
        cli_table_add(run, &table, record.info.role);
        cli_table_add(run, &table, record.info.name);
        cli_table_add(run, &table, cli_progress_text(run, &record));
        cli_table_add(run, &table, cli_score_text(run, &record));
        cli_table_add(run, &table, cli_when_text(run, record.info.updated));
    }
    cli_table_write(run, &table);
    return CLI_DONE;
}

cli_status cmd_list(cli *run)
{
    rung_session_record *infos;
    size_t count;
    cli_status status = cli_session_infos(run, &infos, &count);
    if (status != CLI_DONE)
        return status;
    if (cli_has(&run->line, CLI_OPTION_JSON))
        return list_json(run, infos, count);
    if (count == 0) {
        cli_say(run, "No sessions yet. Start one with: rung take");
        return CLI_DONE;
    }
    return list_table(run, infos, count);
}
