/* A memory hook for tests: counts what is alive, and fails the N-th allocation. */
#ifndef TESTS_SUPPORT_MEMORY_H
#define TESTS_SUPPORT_MEMORY_H

#include "base/base.h"

#include <stdlib.h>

typedef struct test_memory {
    rung_memory hook;
    size_t calls;   /* allocations and growths so far */
    size_t fail_at; /* the call that fails, from 1; 0: none */
    size_t alive;   /* blocks */
} test_memory;

static inline void *test_memory_resize(void *ctx, void *at, size_t size)
{
    test_memory *memory = ctx;
    if (size == 0) {
        memory->alive -= at != NULL;
        free(at);
        return NULL;
    }
    if (++memory->calls == memory->fail_at)
        return NULL;
    void *moved = realloc(at, size);
    memory->alive += !at && moved;
    return moved;
}

static inline void test_memory_init(test_memory *memory, size_t fail_at)
{
    *memory = (test_memory){.hook = {test_memory_resize, memory}, .fail_at = fail_at};
}

#endif
