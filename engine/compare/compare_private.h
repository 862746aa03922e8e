/* What the files of compare/ share. */
#ifndef RUNG_COMPARE_PRIVATE_H
#define RUNG_COMPARE_PRIVATE_H

#include "compare/compare.h"

/* content.c: what is in which content, and what of it was edited. */
void compare_contents(rung_arena *arena, const rung_role *before, const rung_role *after,
                      rung_comparison *out);

#endif
