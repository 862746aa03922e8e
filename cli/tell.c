#include "tell.h"

#include "json/json.h"

#include <string.h>

cli_teller cli_teller_of(cli *run)
{
    return (cli_teller){
        .run = run,
        .json = strcmp(cli_format(run), "json") == 0,
        .strict = cli_has(&run->line, CLI_OPTION_STRICT),
    };
}

/* --- Each once ------------------------------------------------------------------------------- */

/* Good as long as the source is: an example's goes with its role. */
static cli_told told_of(const rung_diagnostic *one)
{
    const rung_source *source = one->span.source;
    return (cli_told){source ? source->name : "", one->message, one->span.start};
}

static bool is_told(const cli_teller *teller, size_t count, cli_told one)
{
    for (size_t i = 0; i < count; i++) {
        const cli_told *other = &teller->told.at[i];
        if (other->start == one.start && strcmp(other->message, one.message) == 0 &&
            strcmp(other->file, one.file) == 0)
            return true;
    }
    return false;
}

/* --- As JSON --------------------------------------------------------------------------------- */

static void string_member(rung_json *json, const char *key, const char *value)
{
    if (!value)
        return;
    rung_json_key(json, key);
    rung_json_string(json, value);
}

static void place_members(rung_json *json, const rung_span *span)
{
    rung_place start = rung_locate(span->source, span->start);
    rung_place end = rung_locate(span->source, span->end);
    const struct {
        const char *key;
        uint32_t value;
    } members[] = {{"line", start.line},
                   {"column", start.column},
                   {"end-line", end.line},
                   {"end-column", end.column}};
    rung_json_key(json, "file");
    rung_json_string(json, span->source->name);
    for (size_t i = 0; i < RUNG_COUNT(members); i++) {
        rung_json_key(json, members[i].key);
        rung_json_int(json, members[i].value);
    }
}

/* A witness is JSON already; it is read so that it is written in one way. */
static void witness_member(rung_arena *arena, rung_json *json, const char *witness)
{
    rung_diagnostics ignored;
    rung_diagnostics_init(&ignored, arena);
    rung_source source = {"witness", rung_text_of(witness)};
    const rung_datum *datum = witness ? rung_json_read(arena, &source, &ignored) : NULL;
    if (!datum)
        return;
    rung_json_key(json, "witness");
    rung_json_datum(json, datum);
}

static void write_json(cli *run, const rung_diagnostic *one)
{
    rung_json json;
    rung_json_init(&json, &run->out, 0);
    rung_json_object(&json);
    if (one->span.source)
        place_members(&json, &one->span);
    string_member(&json, "severity", rung_severity_name(one->severity));
    string_member(&json, "code", one->kind->code);
    string_member(&json, "message", one->message);
    string_member(&json, "mend", rung_diagnostic_mend(one));
    string_member(&json, "subject", one->subject);
    witness_member(&run->arena, &json, one->witness);
    rung_json_end_object(&json);
    rung_write(&run->out, RUNG_TEXT("\n"));
}

/* --- Telling --------------------------------------------------------------------------------- */

static void tell_one(cli_teller *teller, rung_diagnostic *one)
{
    cli *run = teller->run;
    if (teller->strict && one->severity == RUNG_WARNING)
        one->severity = RUNG_ERROR;
    if (teller->json)
        write_json(run, one);
    else
        rung_write_diagnostic(&run->err, one);
    teller->errors += one->severity == RUNG_ERROR;
    teller->warnings += one->severity == RUNG_WARNING;
    cli_told kept = told_of(one);
    kept.file = rung_copy(&run->arena, rung_text_of(kept.file));
    rung_push(&run->arena, &teller->told, kept);
}

static size_t kept_errors(const rung_diagnostics *news)
{
    size_t errors = 0;
    for (size_t i = 0; i < news->list.count; i++)
        errors += news->list.at[i].kind->severity == RUNG_ERROR;
    return errors;
}

/* Those of which only the number is known. */
static void tell_dropped(cli_teller *teller, const rung_diagnostics *news, size_t errors)
{
    size_t dropped_errors = news->errors > errors ? news->errors - errors : 0;
    size_t others = news->dropped > dropped_errors ? news->dropped - dropped_errors : 0;
    rung_print(&teller->run->err, "rung: %zu more problems are not shown\n", news->dropped);
    teller->errors += dropped_errors + (teller->strict ? others : 0);
    teller->warnings += teller->strict ? 0 : others;
}

void cli_tell(cli_teller *teller, rung_diagnostics *news)
{
    size_t before = teller->told.count, repeated = 0, errors = kept_errors(news);
    rung_diagnostics_sort(news);
    cli_flush(teller->run);
    for (size_t i = 0; i < news->list.count; i++) {
        bool told = is_told(teller, before, told_of(&news->list.at[i]));
        repeated += told;
        if (!told)
            tell_one(teller, &news->list.at[i]);
    }
    if (news->dropped > 0 && repeated == 0)
        tell_dropped(teller, news, errors);
}
