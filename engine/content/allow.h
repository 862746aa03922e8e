/* allow: the key of both files by which an author allows warnings. */
#ifndef RUNG_CONTENT_ALLOW_H
#define RUNG_CONTENT_ALLOW_H

#include "content/keys.h"

extern const content_table content_allow_table;

/* Looks at a list of allowances while a file is loaded, and says what is wrong with it. */
content_reader content_check_allow;

/* What the file allows, as far as it can be understood; wrong items are left out. */
const rung_allowance *content_read_allow(rung_arena *arena, const rung_datum *root, size_t *count);

#endif
