/* json: JSON in and out. The only place that knows jansson (reading); writing is a stream, so that
 * a report of any size takes no memory of its own. */
#ifndef RUNG_JSON_H
#define RUNG_JSON_H

#include "base/base.h"

enum {
    RUNG_JSON_MAX_DEPTH = 64,    /* of what is read */
    RUNG_JSON_MAX_NESTING = 512, /* of what is written: any list of an expression fits */
};

/* Reads one JSON value (RFC 8259; duplicate keys, NUL in strings and depth beyond the limit are
 * refused) from a source, inside the arena's guard. jansson's own tree, which is gone when the
 * call returns, comes from libc: it has no hook that is not global. NULL after a mistake, which is
 * reported at its place. Spans of the datum are the whole source: JSON keeps no places. Integers
 * outside 64 bits are refused; reals that overflow too. */
const rung_datum *rung_json_read(rung_arena *arena, const rung_source *source,
                                 rung_diagnostics *diagnostics);

/* Writing. Keys and values in order; commas and indentation are the writer's. `indent` 0 writes
 * one line without blanks. Misuse (a value without key in an object …) asserts. Characters that
 * are unsafe on a terminal are written as \uNNNN, so that they read back and do no harm. */
typedef struct rung_json {
    rung_sink *sink;
    int indent;
    int depth;
    bool first[RUNG_JSON_MAX_NESTING];     /* nothing was written yet at this depth */
    bool in_object[RUNG_JSON_MAX_NESTING]; /* else in an array */
    bool after_key;
} rung_json;

void rung_json_init(rung_json *json, rung_sink *sink, int indent);
void rung_json_object(rung_json *json);
void rung_json_end_object(rung_json *json);
void rung_json_array(rung_json *json);
void rung_json_end_array(rung_json *json);
void rung_json_key(rung_json *json, const char *key);
void rung_json_string(rung_json *json, const char *z); /* NULL writes null */
void rung_json_text(rung_json *json, rung_text text);  /* invalid UTF-8 becomes U+FFFD */
/* Reads back to the same double; NaN and infinities become strings ("NaN", "Infinity"). */
void rung_json_double(rung_json *json, double value);
void rung_json_int(rung_json *json, int64_t value);
void rung_json_bool(rung_json *json, bool value);
void rung_json_null(rung_json *json);
/* A datum as it was read. */
void rung_json_datum(rung_json *json, const rung_datum *datum);

extern const rung_diagnostic_kind rung_json_messages[];
extern const size_t rung_json_message_count;

#endif
