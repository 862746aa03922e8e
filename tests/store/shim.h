/* Disks and memory that fail on demand: a layer under SQLite's files, one under its allocator, and
 * a rung_memory. */
#ifndef RUNG_TESTS_STORE_SHIM_H
#define RUNG_TESTS_STORE_SHIM_H

#include "base/base.h"

/* Before anything else uses SQLite. */
void shim_install(void);

/* The calls that may fail; a fault counts those that it names. */
enum {
    SHIM_READ = 1,
    SHIM_WRITE = 2, /* also truncation */
    SHIM_SYNC = 4,
    SHIM_MEMORY = 8, /* SQLite's own */
    SHIM_HOOK = 16,  /* allocations through shim_memory */
};

typedef struct shim_fault {
    unsigned calls;
    long after; /* so many calls succeed before it */
    bool stays; /* all later ones fail too */
    bool full;  /* as if the disk were full, not broken */
} shim_fault;

void shim_arm(shim_fault fault);
/* Whether it struck. */
bool shim_disarm(void);

/* Calls back once, before the lock that reading begins with is taken for the `after`-th time (from
 * 0): so another process can be let in at any moment. */
void shim_interrupt(long after, void (*call)(void *ctx), void *ctx);
bool shim_interrupted(void); /* and no more */

extern const rung_memory shim_memory;
long shim_live_blocks(void); /* of shim_memory, not yet freed */

long shim_temporary_files(void); /* that SQLite has opened so far */

/* While `on`, the random numbers that SQLite is seeded with are all the same. */
void shim_same_random(bool on);

#endif
