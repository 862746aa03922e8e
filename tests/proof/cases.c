#include "proof/cases.h"

#include <stdio.h>

size_t proof_complaints;

void proof_complain(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vprint_error(format, arguments);
    va_end(arguments);
    print_error("\n");
    proof_complaints++;
}

/* --- Loading --------------------------------------------------------------------------------- */

static bool load(proof_run *run, rung_source questionnaire, rung_source rules)
{
    rung_buffer buffer;
    *run = (proof_run){.load = {.questionnaire = questionnaire, .rules = rules}};
    test_load_role(&run->load);
    rung_buffer_init(&buffer, NULL);
    test_write_diagnostics(&run->load, &buffer.sink);
    if (run->load.status != RUNG_OK)
        proof_complain("this cannot be proven:\n%.*s", (int)buffer.size, buffer.at);
    rung_buffer_release(&buffer);
    return run->load.status == RUNG_OK;
}

bool proof_load(proof_run *run, const char *questionnaire, const char *rules)
{
    return load(run, (rung_source){questionnaire, test_read(questionnaire)},
                (rung_source){rules, test_read(rules)});
}

static rung_source read_part(const char *folder, const char *name)
{
    char path[PATH_LENGTH];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    rung_text text = test_read(path);
    if (!text.at) {
        snprintf(path, sizeof path, "%s/../frame/%s", PROOF_CASES, name);
        text = test_read(path);
    }
    return (rung_source){name, text};
}

bool proof_load_case(proof_run *run, const char *folder)
{
    return load(run, read_part(folder, "questionnaire.yaml"), read_part(folder, "rules.yaml"));
}

static void prove_body(void *ctx)
{
    proof_run *run = ctx;
    rung_diagnostics_init(&run->said, &run->arena);
    rung_prove(&run->arena, run->load.role, NULL, run->limits, &run->said);
    rung_diagnostics_sort(&run->said);
}

rung_status proof_prove(proof_run *run, const rung_proof_limits *limits)
{
    run->limits = limits;
    rung_arena_release(&run->arena);
    return rung_guard(&run->arena, prove_body, run);
}

void proof_release(proof_run *run)
{
    rung_arena_release(&run->arena);
    test_drop(run->load.questionnaire.text);
    test_drop(run->load.rules.text);
    test_release(&run->load);
}

void proof_write(const proof_run *run, bool witnesses, rung_buffer *buffer)
{
    rung_buffer_init(buffer, NULL);
    for (size_t i = 0; i < run->said.list.count; i++) {
        rung_diagnostic one = run->said.list.at[i];
        one.witness = witnesses ? one.witness : NULL;
        rung_write_diagnostic(&buffer->sink, &one);
    }
}
