/* `rung report`: what one has, what is missing, and what it costs; also as a file to keep, to print
 * or to hand on. */
#include "commands.h"
#include "out_file.h"
#include "paper.h"
#include "plans.h"
#include "records.h"

static cli_status unknown_suffix(cli *run, const char *path)
{
    const char *suffixes = "";
    for (rung_report_format i = 0; i < RUNG_REPORT_FORMAT_COUNT; i++)
        suffixes = rung_format(&run->arena, "%s%s%s", suffixes, i ? ", " : "",
                               rung_report_format_suffix(&run->arena, i));
    return cli_error(run, CLI_USAGE,
                     "cannot tell the format from the name %s: end it in one of %s, or say "
                     "--format",
                     path, suffixes);
}

/* As asked for, else by the file's name; one without any suffix is text. */
static cli_status choose_format(cli *run, const char *path, rung_report_format *out)
{
    const char *name = cli_format(run);
    *out = *name ? rung_report_format_named(name) : RUNG_REPORT_TEXT;
    if (*name || !path)
        return CLI_DONE;
    rung_report_format format = rung_report_format_of_path(path);
    if (format < RUNG_REPORT_FORMAT_COUNT)
        *out = format;
    else if (cli_has_suffix(path))
        return unknown_suffix(run, path);
    return CLI_DONE;
}

/* Why a format that is not always there could not be written. */
static cli_status refuse_paper(cli *run, rung_status status)
{
    if (status == RUNG_NO_MEMORY)
        rung_out_of_memory(&run->arena);
    return cli_error(run, CLI_FAILED, "cannot write a PDF: %s; --format html prints from a browser",
                     status == RUNG_NOT_FOUND
                         ? "there is no font to write with (fonts-dejavu-core is one)"
                         : "it would have more pages than anybody prints");
}

static cli_status write_report(cli *run, rung_report_format format, rung_sink *sink, bool to_file)
{
    rung_report_subject subject = cli_subject(run);
    rung_text_style style = cli_text_style(run);
    if (cli_has(&run->line, CLI_OPTION_REDACT))
        subject = rung_report_redacted(&subject);
    if (to_file) {
        style.width = CLI_WIDTH;
        style.color = false;
    }
    rung_report_request request = {cli_scorecard(run), rung_session_answers(run->session),
                                   &subject,           &style,
                                   cli_paper(run),     NULL};
    if (format != RUNG_REPORT_CSV) /* which has no room for it */
        request.plan = cli_usual_plan(&run->arena, run->session, request.scorecard);
    rung_status status = rung_report_write(&run->arena, format, &request, sink);
    return status == RUNG_OK ? CLI_DONE : refuse_paper(run, status);
}

/* What this rung cannot write, or a terminal not show. */
static cli_status check_format(cli *run, rung_report_format format, bool to_file)
{
    if (!rung_report_is_built(format))
        return cli_error(run, CLI_FAILED,
                         "this rung was built without PDF: install libcairo2-dev and "
                         "libpango1.0-dev and build it again, or print --format html from a "
                         "browser");
    if (rung_report_is_binary(format) && !to_file && run->terminal.out)
        return cli_error(run, CLI_USAGE,
                         "a terminal cannot show a PDF: write it to a file with -o FILE");
    return CLI_DONE;
}

static cli_status write_file(cli *run, const char *path)
{
    rung_report_format format;
    cli_status status = cli_refuse_store(run, path);
    if (status == CLI_DONE)
        status = choose_format(run, path, &format);
    if (status == CLI_DONE)
        status = check_format(run, format, true);
    if (status == CLI_DONE)
        status = cli_refuse_present(run, path);
    if (status == CLI_DONE)
        status = write_report(run, format, &run->buffer.sink, true);
    return status == CLI_DONE ? cli_put_out_file(run, path) : status;
}

cli_status cmd_report(cli *run)
{
    const char *path = cli_out_file(run);
    rung_report_format format;
    cli_status status = cli_refuse_without_file(run);
    if (status == CLI_DONE)
        status = cli_open_session(run, cli_word(run, 0));
    if (status != CLI_DONE || path)
        return status == CLI_DONE ? write_file(run, path) : status;
    status = choose_format(run, NULL, &format);
    if (status == CLI_DONE)
        status = check_format(run, format, false);
    return status == CLI_DONE ? write_report(run, format, &run->out, false) : status;
}
