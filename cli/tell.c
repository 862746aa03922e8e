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

void cli_tell_about(cli_teller *teller, const rung_source *source)
{
    rung_push(&teller->run->arena, &teller->sources, source);
}

/* --- Finding --------------------------------------------------------------------------------- */

/* The number of the file; that of none comes behind all others. */
static size_t number_of(const cli_teller *teller, const rung_source *source)
{
    size_t i = 0;
    while (i < teller->sources.count && source &&
           strcmp(teller->sources.at[i]->name, source->name) != 0)
        i++;
    return source ? i : SIZE_MAX;
}

static bool is_found(const cli_teller *teller, const rung_diagnostic *one)
{
    for (size_t i = 0; i < teller->found.count; i++) {
        const rung_diagnostic *other = &teller->found.at[i];
        if (other->rank == one->rank && other->span.start == one->span.start &&
            strcmp(other->message, one->message) == 0)
            return true;
    }
    return false;
}

void cli_found(cli_teller *teller, const rung_diagnostics *news)
{
    size_t repeated = 0, errors = 0;
    for (size_t i = 0; i < news->list.count; i++) {
        rung_diagnostic one = news->list.at[i];
        one.rank = number_of(teller, one.span.source);
        if (one.rank < teller->sources.count)
            one.span.source = teller->sources.at[one.rank];
        errors += one.severity == RUNG_ERROR;
        bool again = is_found(teller, &one);
        repeated += again;
        if (!again)
            rung_push(&teller->run->arena, &teller->found, one);
    }
    if (repeated > 0)
        return;
    teller->dropped += news->dropped;
    teller->dropped_errors += news->dropped && news->errors > errors ? news->errors - errors : 0;
}

bool cli_found_errors(const cli_teller *teller, const rung_source *source)
{
    for (size_t i = 0; i < teller->found.count; i++)
        if (teller->found.at[i].span.source == source && teller->found.at[i].severity == RUNG_ERROR)
            return true;
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
    if (teller->strict && one->severity == RUNG_WARNING)
        one->severity = RUNG_ERROR;
    teller->errors += one->severity == RUNG_ERROR;
    teller->warnings += one->severity == RUNG_WARNING;
    teller->notes += one->severity == RUNG_NOTE;
    if (teller->json)
        write_json(teller->run, one);
    else
        rung_write_diagnostic(&teller->run->err, one);
}

static void tell_dropped(cli_teller *teller)
{
    size_t others = teller->dropped - teller->dropped_errors;
    rung_print(&teller->run->err, "rung: %zu more problems are not shown\n", teller->dropped);
    teller->errors += teller->dropped_errors + (teller->strict ? others : 0);
    teller->warnings += teller->strict ? 0 : others;
}

void cli_tell(cli_teller *teller)
{
    rung_diagnostics all = {.arena = &teller->run->arena};
    all.list.at = teller->found.at;
    all.list.count = teller->found.count;
    rung_diagnostics_sort(&all);
    cli_flush(teller->run);
    for (size_t i = 0; i < teller->found.count; i++)
        tell_one(teller, &teller->found.at[i]);
    if (teller->dropped > 0)
        tell_dropped(teller);
}
