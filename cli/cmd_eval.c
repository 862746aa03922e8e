/* `rung eval`: try an expression, alone, with a session's answers, or many with bindings. */
#include "bindings.h"
#include "catalogue.h"
#include "commands.h"
#include "files.h"
#include "page.h"
#include "explain_expression.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* --- --ndjson: an expression a line ----------------------------------------------------------- */
static const rung_program *compile(rung_arena *arena, const rung_source *source,
                                   const rung_scope *scope, rung_diagnostics *diagnostics)
{
    rung_expr_text text = {.text = source->text, .source = source};
    return rung_compile(arena, &text, scope, RUNG_WANT_ANY, diagnostics);
}

/* NULL with the result in `out`, or what is wrong. */
static const char *eval_line(rung_arena *arena, rung_source *line, rung_value *out)
{
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, arena);
    const rung_datum *datum = rung_json_read(arena, line, &diagnostics);
    if (!datum)
        return diagnostics.list.at[0].message;
    const rung_datum *expr = rung_datum_get(datum, "expr");
    if (datum->kind != RUNG_DATUM_MAP || !expr || expr->kind != RUNG_DATUM_STRING)
        return "the line has no \"expr\"";
    rung_scope scope;
    const char *problem = cli_read_bindings(arena, rung_datum_get(datum, "bindings"), &scope);
    if (problem)
        return problem;
    rung_source source = {"expr", expr->text};
    const rung_program *program = compile(arena, &source, &scope, &diagnostics);
    if (!program)
        return diagnostics.list.at[0].message;
    void *scratch = rung_alloc(arena, rung_program_scratch(program));
    rung_cell *cells = rung_new_array(arena, rung_cell, scope.count + 1);
    return rung_eval_error_text(rung_eval(program, cells, scratch, out));
}

static void write_line(cli *run, const char *problem, const rung_value *value)
{
    rung_json json;
    rung_json_init(&json, &run->out, 0);
    if (problem) {
        rung_json_object(&json);
        rung_json_key(&json, "error");
        rung_json_string(&json, problem);
        rung_json_end_object(&json);
    } else {
        cli_write_result(&run->turn, &json, value);
    }
    rung_write(&run->out, RUNG_TEXT("\n"));
}

static cli_status eval_lines(cli *run)
{
    enum { MAX_LINE = 1024 * 1024 };
    cli_lines lines;
    cli_lines_init(&lines, &run->arena, STDIN_FILENO, MAX_LINE);
    lines.wait = cli_flush_before_wait;
    lines.ctx = run;
    rung_source source = {.name = "standard input"};
    cli_line how = CLI_LINE_END;
    while (!run->out.failed && ((how = cli_lines_next(&lines, &source.text)) == CLI_LINE_READ ||
                                how == CLI_LINE_TOO_LONG)) {
        rung_arena *turn = cli_turn(run);
        rung_value value;
        if (how == CLI_LINE_TOO_LONG)
            write_line(run, "the line is longer than 1 MiB", NULL);
        else if (rung_text_trim(source.text).size > 0)
            write_line(run, eval_line(turn, &source, &value), &value);
    }
    if (!run->out.failed && how == CLI_LINE_FAILED)
        return cli_error(run, CLI_FAILED, "cannot read standard input: %s", strerror(errno));
    return CLI_DONE;
}

/* --- One expression --------------------------------------------------------------------------- */
static rung_known known_of(cli *run, const rung_role *role, const rung_answers *answers)
{
    const rung_sheet *sheet = rung_sheet_new(&run->arena, answers);
    const rung_scorecard *card = rung_scorecard_new(&run->arena, role, sheet);
    return rung_known_of(role, sheet, card->target_known ? card->target : RUNG_NO_RUNG);
}

/* Names are those of the session, or of a role to which nothing is answered yet. */
static cli_status open_known(cli *run, rung_known *out)
{
    const char *role = run->line.values[CLI_OPTION_ROLE];
    *out = (rung_known){.rung = RUNG_NO_RUNG};
    if (!role && run->word_count < 2)
        return CLI_DONE;
    if (role && run->word_count == 2)
        return cli_error(run, CLI_USAGE,
                         "--role and a session do not go together: a session has its role");
    cli_status status = role ? cli_load_role(run, role) : cli_open_session(run, cli_word(run, 1));
    if (status != CLI_DONE)
        return status;
    if (role && rung_answers_new(&run->answers, NULL, run->role->questionnaire) != RUNG_OK)
        rung_out_of_memory(&run->arena);
    *out = role
               ? known_of(run, run->role, run->answers)
               : known_of(run, rung_session_role(run->session), rung_session_answers(run->session));
    return CLI_DONE;
}

static void unknown_member(rung_json *json, const rung_known *known, const rung_program *program)
{
    size_t count;
    const rung_use *uses = rung_program_uses(program, &count);
    rung_json_key(json, "unknown");
    rung_json_array(json);
    for (size_t i = 0; i < count; i++)
        if (rung_known_is_open(known, uses[i].variable))
            rung_json_text(json, known->names.variables[uses[i].variable].name);
    rung_json_end_array(json);
}

static void show_record(cli *run, const rung_known *known, const rung_program *program,
                        const rung_worth *worth)
{
    rung_json json;
    rung_json_init(&json, &run->out, 2);
    rung_json_object(&json);
    rung_report_worth_members(&json, worth);
    rung_json_key(&json, "type");
    rung_json_string(&json, rung_type_name(&run->arena, rung_program_type(program)));
    if (worth->kind != RUNG_WORTH_VALUE)
        unknown_member(&json, known, program);
    if (known->role)
        cli_explain_members(run, &json, known, program);
    rung_json_end_object(&json);
    cli_blank(run);
}

/* The first line is the result alone, for scripts. People with a session see what it is made of. */
static void show_text(cli *run, const rung_known *known, const rung_program *program,
                      const rung_worth *worth, bool has_value)
{
    bool asked = cli_has(&run->line, CLI_OPTION_EXPLAIN) || cli_has(&run->line, CLI_OPTION_ROLE);
    bool explained = asked || (known->role && run->terminal.out);
    if (has_value) {
        rung_report_worth(&run->out, worth);
        rung_write(&run->out, rung_text_of(explained ? "\n\n" : "\n"));
    }
    if (explained)
        cli_explain_expression(run, known, program);
}

/* Why there is no value, or CLI_DONE. */
static cli_status no_value(cli *run, const rung_known *known, const rung_program *program,
                           const rung_worth *worth)
{
    size_t count, i = 0;
    const rung_use *uses = rung_program_uses(program, &count);
    if (worth->kind == RUNG_WORTH_NONE)
        return cli_error(run, CLI_INVALID, "the expression has no value: %s",
                         rung_eval_error_text(worth->error));
    if (worth->kind != RUNG_WORTH_OPEN || cli_has(&run->line, CLI_OPTION_ROLE))
        return CLI_DONE;
    while (!rung_known_is_open(known, uses[i].variable))
        i++;
    return cli_error(run, CLI_INVALID,
                     "the expression has no value yet: %s is not known; answer it first",
                     rung_copy(&run->arena, known->names.variables[uses[i].variable].name));
}

static cli_status eval_one(cli *run)
{
    rung_known known;
    cli_status status = open_known(run, &known);
    if (status != CLI_DONE)
        return status;
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &run->arena);
    rung_source source = {"expression", rung_text_of(cli_word(run, 0))};
    const rung_program *program = compile(&run->arena, &source, &known.names, &diagnostics);
    cli_write_diagnostics(run, &diagnostics);
    if (!program)
        return CLI_INVALID;
    rung_worth worth = rung_worth_of(&run->arena, &known, program);
    status = no_value(run, &known, program, &worth);
    if (cli_has(&run->line, CLI_OPTION_JSON) && status == CLI_DONE)
        show_record(run, &known, program, &worth);
    else if (!cli_has(&run->line, CLI_OPTION_JSON))
        show_text(run, &known, program, &worth, status == CLI_DONE);
    return status;
}

cli_status cmd_eval(cli *run)
{
    bool many = cli_has(&run->line, CLI_OPTION_NDJSON);
    if (many != (run->word_count == 0))
        return cli_error(run, CLI_USAGE,
                         many ? "--ndjson reads its expressions from standard "
                                "input: leave EXPRESSION away"
                              : "there is no expression: usage: %s",
                         cli_usage(&run->arena, run->command));
    if (many && (run->line.given & (CLI_TAKES(ROLE) | CLI_TAKES(EXPLAIN))))
        return cli_error(run, CLI_USAGE,
                         "--ndjson goes with neither --role nor --explain: each of its lines "
                         "brings its own values");
    return many ? eval_lines(run) : eval_one(run);
}
