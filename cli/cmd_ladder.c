/* `rung ladder`: all rungs side by side, with the same answers. */
#include "commands.h"
#include "records.h"

cli_status cmd_ladder(cli *run)
{
    cli_status status = cli_open_session(run, cli_word(run, 0));
    if (status != CLI_DONE)
        return status;
    const rung_scorecard *card = cli_scorecard(run);
    rung_report_subject subject = cli_subject(run);
    rung_text_style style = cli_text_style(run);
    if (cli_has(&run->line, CLI_OPTION_JSON)) {
        rung_report_ladder_json(&run->arena, card, &subject, 2, &run->out);
        rung_print(&run->out, "\n");
    } else {
        rung_report_ladder(&run->arena, card, &subject, &style, &run->out);
    }
    return CLI_DONE;
}
