/* names: a map from texts to things, in an arena. */
#ifndef RUNG_CONTENT_NAMES_H
#define RUNG_CONTENT_NAMES_H

#include "base/base.h"

/* A balanced tree, not a hash table: no choice of names makes it slow. Zeroed: empty. Texts must
 * outlive it. */
typedef struct content_names {
    struct content_name *root;
} content_names;

/* The thing of that name, or NULL. */
const void *content_names_get(const content_names *names, rung_text name);
/* Sets it, whether or not the name was there. Inside the arena's guard. */
void content_names_set(rung_arena *arena, content_names *names, rung_text name, const void *thing);
/* In the order of the names. */
void content_names_each(const content_names *names, void (*visit)(void *ctx, const void *thing),
                        void *ctx);

#endif
