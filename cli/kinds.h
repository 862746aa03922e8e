/* kinds: everything that diagnostics can say, of all stages in one list. */
#ifndef CLI_KINDS_H
#define CLI_KINDS_H

#include "base/base.h"

/* What the command itself says. */
enum {
#define KIND(name, ...) CLI_KIND_##name,
#include "message_list.h"
#undef KIND
};
extern const rung_diagnostic_kind cli_messages[];

/* How many kinds there are, and the n-th; codes ascend. */
size_t cli_kind_count(void);
const rung_diagnostic_kind *cli_kind_at(size_t n);

/* The same as an array, in the arena. */
const rung_diagnostic_kind *const *cli_all_kinds(rung_arena *arena);

/* By its code, or by a part of it that says enough: "RG0123", "rg0123", "0123", "123". NULL if
 * there is none. */
const rung_diagnostic_kind *cli_find_kind(rung_text word);
/* True for what looks like a code, whether there is one or not. */
bool cli_is_code(rung_text word);

/* The kinds around a code that there is none of; NULL at an end of the list. */
void cli_near_kinds(rung_text word, const rung_diagnostic_kind **below,
                    const rung_diagnostic_kind **above);

#endif
