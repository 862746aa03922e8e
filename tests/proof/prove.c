/* What rung_prove says of roles, one JSON object a line as by `rung check --format json`.
 *
 * usage: test_prove [--targeted] QUESTIONNAIRE RULES...
 *
 * Files come in pairs. --targeted: without looking at all completions, however few they are. Exits
 * with 3 if a pair does not load. */
#include "json/json.h"
#include "proof/cases.h"

#include <stdio.h>
#include <string.h>

static bool write_out(void *ctx, const char *bytes, size_t size)
{
    return fwrite(bytes, 1, size, ctx) == size;
}

static void member(rung_json *json, const char *key, const char *value)
{
    if (!value)
        return;
    rung_json_key(json, key);
    rung_json_string(json, value);
}

static void place(rung_json *json, const rung_span *span)
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
    member(json, "file", span->source->name);
    for (size_t i = 0; i < RUNG_COUNT(members); i++) {
        rung_json_key(json, members[i].key);
        rung_json_int(json, members[i].value);
    }
}

static void write_one(rung_arena *arena, rung_sink *sink, const rung_diagnostic *one)
{
    rung_json json;
    rung_diagnostics ignored;
    rung_source source = {"witness", rung_text_of(one->witness)};
    rung_diagnostics_init(&ignored, arena);
    rung_json_init(&json, sink, 0);
    rung_json_object(&json);
    place(&json, &one->span);
    member(&json, "severity", rung_severity_name(one->severity));
    member(&json, "code", one->kind->code);
    member(&json, "message", one->message);
    member(&json, "subject", one->subject);
    if (one->witness) {
        rung_json_key(&json, "witness");
        rung_json_datum(&json, rung_json_read(arena, &source, &ignored));
    }
    rung_json_end_object(&json);
    rung_print(sink, "\n");
}

static void write_body(void *ctx)
{
    proof_run *run = ctx;
    rung_sink sink = {.write = write_out, .ctx = stdout};
    for (size_t i = 0; i < run->said.list.count; i++)
        write_one(&run->arena, &sink, &run->said.list.at[i]);
}

static bool prove_pair(const char *questionnaire, const char *rules,
                       const rung_proof_limits *limits)
{
    proof_run run = {0};
    bool done = proof_load(&run, questionnaire, rules) && proof_prove(&run, limits) == RUNG_OK &&
                rung_guard(&run.arena, write_body, &run) == RUNG_OK;
    proof_release(&run);
    return done;
}

int main(int argc, char **argv)
{
    rung_proof_limits limits = rung_proof_usual;
    bool all = true;
    int first = 1;
    if (argc > 1 && strcmp(argv[1], "--targeted") == 0) {
        limits.whole = 0;
        first = 2;
    }
    for (int i = first; i + 1 < argc; i += 2)
        all &= prove_pair(argv[i], argv[i + 1], &limits);
    return all ? 0 : 3;
}
