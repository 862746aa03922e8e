/* `rung eval`: try an expression, alone, with a session's answers, or many with bindings. */
#include "bindings.h"
#include "commands.h"
#include "files.h"
#include "page.h"

#include <errno.h>
#include <math.h>
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
/* What the expression may name, and what is known of it. */
typedef struct eval_scope {
    rung_scope scope;
    const rung_sheet *sheet; /* NULL without a session */
    size_t rung;             /* aimed at, or RUNG_NO_RUNG */
} eval_scope;

static cli_status open_scope(cli *run, eval_scope *out)
{
    *out = (eval_scope){.rung = RUNG_NO_RUNG};
    if (run->word_count < 2)
        return CLI_DONE;
    cli_status status = cli_open_session(run, cli_word(run, 1));
    if (status != CLI_DONE)
        return status;
    const rung_role *role = rung_session_role(run->session);
    size_t count = role->questionnaire->question_count + 1;
    out->scope = (rung_scope){role->rules->variables, count, count};
    out->sheet = rung_sheet_new(&run->arena, rung_session_answers(run->session));
    const rung_scorecard *card = rung_scorecard_new(&run->arena, role, out->sheet);
    out->rung = card->target_known ? card->target : RUNG_NO_RUNG;
    return CLI_DONE;
}

/* The first variable that is read and not known, or SIZE_MAX. */
static size_t first_unknown(const eval_scope *in, const rung_program *program)
{
    size_t count, questions = in->sheet ? in->sheet->questionnaire->question_count : 0;
    const rung_use *uses = rung_program_uses(program, &count);
    for (size_t i = 0; i < count; i++) {
        uint32_t v = uses[i].variable;
        if (v == questions ? in->rung == RUNG_NO_RUNG : in->sheet->unknown[v])
            return v;
    }
    return SIZE_MAX;
}

static cli_status show_value(cli *run, const rung_value *value)
{
    rung_json json;
    bool record = cli_has(&run->line, CLI_OPTION_JSON);
    rung_json_init(&json, &run->out, record ? 2 : 0);
    if (record)
        cli_write_result(&run->arena, &json, value);
    else
        cli_write_value(&json, value);
    cli_blank(run);
    return CLI_DONE;
}

static cli_status show_known(cli *run, const eval_scope *in, const rung_program *program)
{
    rung_cell *cells = rung_new_array(&run->arena, rung_cell, in->scope.count + 1);
    for (size_t i = 0; in->sheet && i + 1 < in->scope.count; i++)
        cells[i] = in->sheet->cells[i].cell;
    if (in->sheet)
        cells[in->scope.count - 1].i = (int64_t)in->rung;
    void *scratch = rung_alloc(&run->arena, rung_program_scratch(program));
    rung_value value;
    rung_eval_error error = rung_eval(program, cells, scratch, &value);
    if (error == RUNG_EVAL_OK)
        return show_value(run, &value);
    return cli_error(run, CLI_INVALID, "the expression has no value: %s",
                     rung_eval_error_text(error));
}

/* --- A range, where answers are missing ------------------------------------------------------ */
/* One end as a value of the type; an end that a failure leaves open is infinite, and no int. */
static rung_value end_of(rung_type type, double number)
{
    rung_value value = {.type = type};
    if (type.base == RUNG_TYPE_BOOL) {
        value.boolean = number > 0;
    } else if (type.base == RUNG_TYPE_INT && fabs(number) < 9e15) {
        value.integer = (int64_t)number;
    } else {
        value.type.base = RUNG_TYPE_DOUBLE;
        value.real = number;
    }
    return value;
}

static void write_unknown(cli *run, rung_json *json, const eval_scope *in,
                          const rung_program *program)
{
    size_t count;
    const rung_use *uses = rung_program_uses(program, &count);
    rung_json_key(json, "unknown");
    rung_json_array(json);
    for (size_t i = 0; i < count && !run->out.failed; i++)
        if (uses[i].variable < in->sheet->questionnaire->question_count &&
            in->sheet->unknown[uses[i].variable])
            rung_json_text(json, in->scope.variables[uses[i].variable].name);
    rung_json_end_array(json);
}

static void write_range(cli *run, const eval_scope *in, const rung_program *program,
                        const rung_value ends[2], bool can_fail)
{
    rung_json json;
    bool record = cli_has(&run->line, CLI_OPTION_JSON);
    rung_json_init(&json, &run->out, record ? 2 : 0);
    if (!record) {
        cli_write_value(&json, &ends[0]);
        rung_write(&run->out, RUNG_TEXT(" .. "));
        rung_json_init(&json, &run->out, 0);
        cli_write_value(&json, &ends[1]);
        rung_write(&run->out, rung_text_of(can_fail ? ", or no value\n" : "\n"));
        return;
    }
    rung_json_object(&json);
    rung_json_key(&json, "low");
    cli_write_value(&json, &ends[0]);
    rung_json_key(&json, "high");
    cli_write_value(&json, &ends[1]);
    rung_json_key(&json, "type");
    rung_json_string(&json, rung_type_name(&run->arena, rung_program_type(program)));
    rung_json_key(&json, "can_fail");
    rung_json_bool(&json, can_fail);
    write_unknown(run, &json, in, program);
    rung_json_end_object(&json);
    cli_blank(run);
}

/* Over all that is not answered; one value where that makes no difference. */
static cli_status show_range(cli *run, const eval_scope *in, const rung_program *program)
{
    rung_outcome outcome =
        rung_over_completions(&run->arena, in->sheet, program, in->rung, -INFINITY, INFINITY);
    rung_type type = rung_program_type(program);
    bool boolean = type.base == RUNG_TYPE_BOOL;
    double low = boolean ? !outcome.can_be_false : outcome.low;
    double high = boolean ? outcome.can_be_true : outcome.high;
    rung_value ends[2] = {end_of(type, low), end_of(type, high)};
    if (low >= high && !outcome.can_fail)
        return show_value(run, &ends[0]);
    write_range(run, in, program, ends, outcome.can_fail);
    return CLI_DONE;
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
    if (many)
        return eval_lines(run);
    eval_scope in;
    cli_status status = open_scope(run, &in);
    if (status != CLI_DONE)
        return status;
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &run->arena);
    rung_source source = {"expression", rung_text_of(cli_word(run, 0))};
    const rung_program *program = compile(&run->arena, &source, &in.scope, &diagnostics);
    cli_write_diagnostics(run, &diagnostics);
    if (!program)
        return CLI_INVALID;
    size_t unknown = first_unknown(&in, program);
    if (unknown == SIZE_MAX)
        return show_known(run, &in, program);
    const char *name = rung_copy(&run->arena, in.scope.variables[unknown].name);
    rung_type type = rung_program_type(program);
    bool ranged = type.lists == 0 && type.base != RUNG_TYPE_STRING;
    if (ranged && unknown < in.sheet->questionnaire->question_count)
        return show_range(run, &in, program);
    return cli_error(run, CLI_INVALID,
                     "the expression has no value yet: %s is not known; answer it "
                     "first",
                     name);
}
