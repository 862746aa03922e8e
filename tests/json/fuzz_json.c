/* Reads arbitrary bytes as JSON; what is read is written, and reads back as it was written. */
#include "json/json.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct input {
    rung_arena arena;
    rung_source source;
    rung_buffer written;
};

static void read_and_write(void *ctx)
{
    struct input *input = ctx;
    rung_diagnostics diagnostics;
    rung_json json;
    rung_diagnostics_init(&diagnostics, &input->arena);
    const rung_datum *datum = rung_json_read(&input->arena, &input->source, &diagnostics);
    if (!datum != (diagnostics.errors > 0))
        abort();
    if (!datum)
        return;
    rung_json_init(&json, &input->written.sink, 0);
    rung_json_datum(&json, datum);
}

static void read_again(void *ctx)
{
    struct input *input = ctx;
    struct input again = {.source = {"again", rung_buffer_text(&input->written)}};
    if (!input->written.size)
        return;
    rung_buffer_init(&again.written, NULL);
    rung_guard(&again.arena, read_and_write, &again);
    if (!rung_text_equal(rung_buffer_text(&again.written), again.source.text))
        abort();
    rung_buffer_release(&again.written);
    rung_arena_release(&again.arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = {.source = {"fuzz", {(const char *)data, size}}};
    rung_buffer_init(&input.written, NULL);
    rung_guard(&input.arena, read_and_write, &input);
    read_again(&input);
    rung_buffer_release(&input.written);
    rung_arena_release(&input.arena);
    return 0;
}
