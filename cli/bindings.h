/* bindings: values of expressions as JSON, out and in. */
#ifndef CLI_BINDINGS_H
#define CLI_BINDINGS_H

#include "base/base.h"
#include "expr/expr.h"
#include "json/json.h"

/* {"value": ..., "type": "..."} */
void cli_write_result(rung_arena *arena, rung_json *json, const rung_value *value);

/* {"x": {"type": "list(int)", "value": [1]}, ...} as the variables of a scope; a NULL map has
 * none. NULL on success, else what is wrong. Inside the arena's guard; texts are those of `map`. */
const char *cli_read_bindings(rung_arena *arena, const rung_datum *map, rung_scope *out);

#endif
