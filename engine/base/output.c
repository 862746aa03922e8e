#include "base/base.h"

#include <stdio.h>
#include <string.h>

void rung_write(rung_sink *sink, rung_text text)
{
    if (!sink->failed && text.size && !sink->write(sink->ctx, text.at, text.size))
        sink->failed = true;
}

/* Output is printed in pieces of a fixed size, so that printing needs no memory. Longer results of
 * one call go through rung_write. */
enum { PRINT_MAX = 4096 };

void rung_print(rung_sink *sink, const char *format, ...)
{
    char piece[PRINT_MAX];
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(piece, sizeof piece, format, arguments);
    va_end(arguments);
    if (size < 0 || (size_t)size >= sizeof piece)
        sink->failed = true;
    else
        rung_write(sink, (rung_text){piece, (size_t)size});
}

static bool buffer_write(void *ctx, const char *bytes, size_t size)
{
    rung_buffer *buffer = ctx;
    if (size > buffer->capacity - buffer->size) {
        size_t capacity = buffer->capacity ? buffer->capacity : 1024;
        while (capacity - buffer->size < size) {
            if (capacity > SIZE_MAX / 2)
                return false;
            capacity *= 2;
        }
        char *grown = rung_resize(buffer->memory, buffer->at, capacity);
        if (!grown)
            return false;
        buffer->at = grown;
        buffer->capacity = capacity;
    }
    memcpy(buffer->at + buffer->size, bytes, size);
    buffer->size += size;
    return true;
}

void rung_buffer_init(rung_buffer *buffer, const rung_memory *memory)
{
    *buffer = (rung_buffer){.sink = {.write = buffer_write, .ctx = buffer}, .memory = memory};
}

void rung_buffer_release(rung_buffer *buffer)
{
    rung_resize(buffer->memory, buffer->at, 0);
    rung_buffer_init(buffer, buffer->memory);
}

rung_text rung_buffer_text(const rung_buffer *buffer)
{
    return (rung_text){buffer->at, buffer->size};
}
