#include "base/base.h"

#include <assert.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CHUNK = 4096, LARGEST_CHUNK = 256 * 1024 };

struct rung_arena_chunk {
    struct rung_arena_chunk *older;
    max_align_t bytes[];
};

/* The one place where a failed allocation leaves a stage. */
struct guard {
    jmp_buf out;
};

void *rung_resize(const rung_memory *memory, void *at, size_t size)
{
    if (memory)
        return memory->resize(memory->ctx, at, size);
    if (size)
        return realloc(at, size);
    free(at);
    return NULL;
}

void rung_arena_init(rung_arena *arena, const rung_memory *memory)
{
    *arena = (rung_arena){.memory = memory};
}

void rung_arena_release(rung_arena *arena)
{
    if (!arena)
        return;
    for (struct rung_arena_chunk *chunk = arena->chunks, *older; chunk; chunk = older) {
        older = chunk->older;
        rung_resize(arena->memory, chunk, 0);
    }
    rung_arena_init(arena, arena->memory);
}

rung_status rung_guard(rung_arena *arena, void (*body)(void *ctx), void *ctx)
{
    struct guard guard;
    void *volatile outer = arena->guard;
    volatile rung_status status = RUNG_OK;

    arena->guard = &guard;
    if (setjmp(guard.out) == 0)
        body(ctx);
    else
        status = RUNG_NO_MEMORY;
    arena->guard = outer;
    return status;
}

void rung_arena_share_guard(rung_arena *inner, const rung_arena *outer)
{
    inner->guard = outer->guard;
}

void rung_out_of_memory(rung_arena *arena)
{
    assert(arena->guard && "arenas are allocated from inside rung_guard only");
    longjmp(((struct guard *)arena->guard)->out, 1);
}

/* A new chunk that holds at least `size` bytes; chunks double, so that there are few. */
static void add_chunk(rung_arena *arena, size_t size)
{
    size_t bytes = arena->used < FIRST_CHUNK ? FIRST_CHUNK : arena->used;
    if (bytes > LARGEST_CHUNK)
        bytes = LARGEST_CHUNK;
    if (bytes < size)
        bytes = size;
    if (bytes > SIZE_MAX - sizeof(struct rung_arena_chunk))
        rung_out_of_memory(arena);

    struct rung_arena_chunk *chunk =
        rung_resize(arena->memory, NULL, sizeof(struct rung_arena_chunk) + bytes);
    if (!chunk)
        rung_out_of_memory(arena);
    chunk->older = arena->chunks;
    arena->chunks = chunk;
    arena->next = (char *)chunk->bytes;
    arena->end = arena->next + bytes;
}

void *rung_alloc(rung_arena *arena, size_t size)
{
    assert(arena->guard && "arenas are allocated from inside rung_guard only");
    const size_t unit = sizeof(max_align_t);
    if (size > SIZE_MAX - unit)
        rung_out_of_memory(arena);
    size = size ? (size + unit - 1) / unit * unit : unit;
    if ((size_t)(arena->end - arena->next) < size)
        add_chunk(arena, size);

    void *at = arena->next;
    arena->next += size;
    arena->used += size;
    return memset(at, 0, size);
}

void *rung_alloc_array(rung_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        rung_out_of_memory(arena);
    return rung_alloc(arena, count * size);
}

void *rung_grow(rung_arena *arena, void *at, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return at;
    size_t more = *capacity ? *capacity * 2 : 8;
    void *grown = rung_alloc_array(arena, more, size);
    if (count)
        memcpy(grown, at, count * size);
    *capacity = more;
    return grown;
}

/* Blocks of the hook carry their size in front, because resizing has to copy. */
static void *resize_in_arena(void *ctx, void *at, size_t size)
{
    rung_arena *arena = ctx;
    max_align_t *old = at;
    if (size == 0)
        return NULL;
    max_align_t *block = rung_alloc(arena, size + sizeof *block);
    memcpy(block, &size, sizeof size);
    if (old) {
        size_t before;
        memcpy(&before, old - 1, sizeof before);
        memcpy(block + 1, old, before < size ? before : size);
    }
    return block + 1;
}

rung_memory rung_arena_memory(rung_arena *arena)
{
    return (rung_memory){resize_in_arena, arena};
}
