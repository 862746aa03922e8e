/* `rung report`: what one has, what is missing, and what it costs. */
#include "commands.h"
#include "files.h"
#include "records.h"

#include <string.h>

static void write_report(cli *run, const rung_scorecard *card, rung_sink *sink, bool to_file)
{
    rung_report_subject subject = cli_subject(run);
    rung_text_style style = cli_text_style(run);
    const char *name = cli_format(run);
    if (to_file) {
        style.width = CLI_WIDTH;
        style.color = false;
    }
    rung_report_request request = {card, rung_session_answers(run->session), &subject, &style};
    rung_report_write(&run->arena, *name ? rung_report_format_named(name) : RUNG_REPORT_TEXT,
                      &request, sink);
}

cli_status cmd_report(cli *run)
{
    cli_status status = cli_open_session(run, cli_word(run, 0));
    if (status != CLI_DONE)
        return status;
    const rung_scorecard *card = cli_scorecard(run);
    const char *path = run->line.values[CLI_OPTION_OUTPUT];
    if (!path || strcmp(path, "-") == 0) {
        write_report(run, card, &run->out, false);
        return CLI_DONE;
    }
    if (cli_is_store(run, path))
        return cli_error(run, CLI_FAILED,
                         "cannot write %s: your sessions are kept there; choose another place "
                         "with -o",
                         path);
    write_report(run, card, &run->buffer.sink, true);
    if (run->buffer.sink.failed)
        rung_out_of_memory(&run->arena);
    const char *problem = cli_write_file(&run->arena, path, rung_buffer_text(&run->buffer));
    if (!problem)
        return CLI_DONE;
    return cli_error(run, CLI_FAILED, "cannot write %s: %s; choose another place with -o", path,
                     problem);
}
