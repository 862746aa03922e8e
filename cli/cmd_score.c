/* `rung score`: many answer sheets, a line each, in constant memory and in order. */
#include "catalogue.h"
#include "commands.h"
#include "files.h"
#include "json/json.h"
#include "report/report.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_LINE = 1024 * 1024 };

/* One line. Everything in it lives in the turn's arena. */
typedef struct sheet_line {
    cli *run;
    rung_arena *turn;
    size_t number;
    rung_source source;
    const rung_datum *id; /* NULL: none, or the line could not be read */
    const rung_datum *answers;
} sheet_line;

static void write_id(rung_json *json, const sheet_line *line)
{
    rung_json_key(json, "id");
    if (line->id)
        rung_json_datum(json, line->id);
    else
        rung_json_null(json);
}

static bool refuse(const sheet_line *line, const char *problem)
{
    rung_json json;
    rung_json_init(&json, &line->run->out, 0);
    rung_json_object(&json);
    write_id(&json, line);
    rung_json_key(&json, "line");
    rung_json_int(&json, (int64_t)line->number);
    rung_json_key(&json, "error");
    rung_json_string(&json, problem);
    rung_json_end_object(&json);
    rung_write(&line->run->out, RUNG_TEXT("\n"));
    return false;
}

/* The first mistake, with its mend. */
static bool refuse_first(const sheet_line *line, const rung_diagnostics *diagnostics)
{
    const rung_diagnostic *first = &diagnostics->list.at[0];
    return refuse(line, first->mend ? rung_format(line->turn, "%s; %s", first->message, first->mend)
                                    : first->message);
}

static bool read_sheet(sheet_line *line, rung_diagnostics *diagnostics)
{
    const rung_datum *datum = rung_json_read(line->turn, &line->source, diagnostics);
    if (!datum)
        return refuse_first(line, diagnostics);
    if (datum->kind != RUNG_DATUM_MAP)
        return refuse(line, "the line is not a JSON object");
    line->id = rung_datum_get(datum, "id");
    line->answers = rung_datum_get(datum, "answers");
    if (!line->answers || line->answers->kind != RUNG_DATUM_MAP)
        return refuse(line, line->answers ? "\"answers\" is not an object"
                                          : "the line lacks \"answers\"");
    rung_status status = rung_answers_from_datum(line->run->answers, line->answers, diagnostics);
    if (status == RUNG_NO_MEMORY)
        rung_out_of_memory(line->turn);
    return status == RUNG_OK || refuse_first(line, diagnostics);
}

static void write_range(rung_json *json, const char *key, rung_range range)
{
    rung_json_key(json, key);
    rung_json_object(json);
    rung_json_key(json, "low");
    rung_json_double(json, range.low);
    rung_json_key(json, "high");
    rung_json_double(json, range.high);
    rung_json_end_object(json);
}

static void write_verdict(rung_json *json, const rung_scorecard *card)
{
    const rung_verdict *verdicts = card->role->rules->verdicts;
    rung_json_key(json, "verdict");
    rung_json_object(json);
    rung_json_key(json, "low");
    rung_json_string(json, verdicts[card->aim->verdict_low].id);
    rung_json_key(json, "high");
    rung_json_string(json, verdicts[card->aim->verdict_high].id);
    rung_json_end_object(json);
}

static void write_dimensions(rung_json *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    rung_json_key(json, "dimensions");
    rung_json_object(json);
    for (size_t i = 0; i < rules->dimension_count; i++)
        if (card->aim->dimensions[i].counts)
            write_range(json, rules->dimensions[i].id, card->aim->dimensions[i].score);
    rung_json_end_object(json);
}

static void write_short(const sheet_line *line, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    rung_json json;
    rung_json_init(&json, &line->run->out, 0);
    rung_json_object(&json);
    write_id(&json, line);
    rung_json_key(&json, "target");
    rung_json_string(&json, card->target_known ? rules->rungs[card->target].id : "");
    write_range(&json, "score", card->aim->score);
    write_verdict(&json, card);
    write_dimensions(&json, card);
    rung_json_key(&json, "gaps");
    rung_json_array(&json);
    for (size_t i = 0; i < card->gap_count; i++)
        rung_json_string(&json, rules->requirements[card->gaps[i]].id);
    rung_json_end_array(&json);
    rung_json_end_object(&json);
    rung_write(&line->run->out, RUNG_TEXT("\n"));
}

/* Passes everything on but the first byte. */
typedef struct tail {
    rung_sink *to;
    bool begun;
} tail;

static bool write_tail(void *ctx, const char *bytes, size_t size)
{
    tail *rest = ctx;
    size_t drop = !rest->begun && size > 0;
    rest->begun = true;
    rung_write(rest->to, (rung_text){bytes + drop, size - drop});
    return !rest->to->failed;
}

/* The report with the line's id in front: its own opening brace gives way to ours. */
static void write_full(const sheet_line *line, const rung_scorecard *card)
{
    cli *run = line->run;
    rung_print(&run->out, "{\"id\":");
    rung_json json;
    rung_json_init(&json, &run->out, 0);
    if (line->id)
        rung_json_datum(&json, line->id);
    else
        rung_json_null(&json);
    rung_print(&run->out, ",");
    tail rest = {.to = &run->out};
    rung_sink sink = {.write = write_tail, .ctx = &rest};
    rung_report_subject subject = {.id = "", .name = ""};
    rung_report_json(line->turn, card, &subject, 0, &sink);
    rung_print(&run->out, "\n");
}

static bool score_line(cli *run, sheet_line *line)
{
    rung_diagnostics diagnostics;
    line->run = run;
    line->turn = cli_turn(run);
    rung_answers_free(run->answers);
    run->answers = NULL;
    if (rung_answers_new(&run->answers, NULL, run->role->questionnaire) != RUNG_OK)
        rung_out_of_memory(line->turn);
    rung_diagnostics_init(&diagnostics, line->turn);
    if (!read_sheet(line, &diagnostics))
        return false;
    const rung_sheet *sheet = rung_sheet_new(line->turn, run->answers);
    const rung_scorecard *card = rung_scorecard_new(line->turn, run->role, sheet);
    if (cli_has(&run->line, CLI_OPTION_FULL))
        write_full(line, card);
    else
        write_short(line, card);
    return true;
}

static cli_status score_lines(cli *run, int fd, const char *name)
{
    cli_lines lines;
    cli_lines_init(&lines, &run->arena, fd, MAX_LINE);
    lines.wait = cli_flush_before_wait;
    lines.ctx = run;
    size_t bad = 0;
    rung_text text;
    cli_line how = CLI_LINE_END;
    while (!run->out.failed &&
           ((how = cli_lines_next(&lines, &text)) == CLI_LINE_READ || how == CLI_LINE_TOO_LONG)) {
        sheet_line line = {.run = run, .number = lines.number, .source = {name, text}};
        if (how == CLI_LINE_TOO_LONG)
            bad += !refuse(&line, "the line is longer than 1 MiB");
        else if (rung_text_trim(text).size > 0)
            bad += !score_line(run, &line);
    }
    if (!run->out.failed && how == CLI_LINE_FAILED)
        return cli_error(run, CLI_FAILED, "cannot read %s: %s", name, strerror(errno));
    if (bad == 0)
        return CLI_DONE;
    return cli_error(run, CLI_INVALID,
                     "%zu line%s could not be scored: see \"error\" in the output", bad,
                     bad == 1 ? "" : "s");
}

/* Output is the same for any number, so only the number itself is looked at. */
static bool good_jobs(const char *jobs)
{
    int64_t count;
    return !jobs || (rung_parse_int(rung_text_of(jobs), &count) && count >= 1);
}

cli_status cmd_score(cli *run)
{
    const char *path = cli_word(run, 1);
    if (!good_jobs(run->line.values[CLI_OPTION_JOBS]))
        return cli_error(run, CLI_USAGE, "-j takes how many processors to use, such as -j 4");
    cli_status status = cli_load_role(run, cli_word(run, 0));
    if (status != CLI_DONE)
        return status;
    if (!path || strcmp(path, "-") == 0)
        return score_lines(run, STDIN_FILENO, "standard input");
    struct stat info;
    int fd = open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return cli_error(run, CLI_FAILED, "cannot read %s: %s", path, strerror(errno));
    /* The run ends with the process, and the descriptor with it. */
    if (fstat(fd, &info) == 0 && S_ISDIR(info.st_mode))
        return cli_error(run, CLI_FAILED, "cannot read %s: it is a directory, not a file", path);
    return score_lines(run, fd, path);
}
