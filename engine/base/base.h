/* base: what every stage of the engine stands on.
 *
 * Memory from one hook, text as slices, numbers that no locale touches, sources with places in
 * them, diagnostics, and sinks for output. Nothing here prints, exits, reads the environment or
 * the clock, or keeps state between calls.
 *
 * Strings of bytes are UTF-8 unless a comment says otherwise. Functions are safe to call from
 * several threads on different objects. */
#ifndef RUNG_BASE_H
#define RUNG_BASE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define RUNG_PRINTF(format_index, first) __attribute__((format(printf, format_index, first)))
#define RUNG_NORETURN                    __attribute__((noreturn))
#else
#define RUNG_PRINTF(format_index, first)
#define RUNG_NORETURN
#endif

#define RUNG_COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* --- Status ---------------------------------------------------------------------------------
 * What the environment did to us. On anything but RUNG_OK the outputs of a call are untouched and
 * the objects it was given are as they were. Mistakes of authors and users are RUNG_INVALID, and
 * the diagnostics say what and where. */
typedef enum rung_status {
    RUNG_OK,
    RUNG_NO_MEMORY,
    RUNG_INVALID,     /* the input is wrong: see the diagnostics */
    RUNG_NOT_FOUND,   /* no such thing */
    RUNG_IO,          /* reading or writing failed */
    RUNG_FULL,        /* no space left */
    RUNG_READ_ONLY,   /* may not be written */
    RUNG_BUSY,        /* somebody else holds it, also after waiting */
    RUNG_CONFLICT,    /* somebody else changed it meanwhile */
    RUNG_NOT_A_STORE, /* the file is something else */
    RUNG_TOO_NEW,     /* written by a newer version */
    RUNG_DAMAGED,     /* it was ours and is broken */
} rung_status;

/* A few words for a person, such as "no space left on the device"; never NULL. */
const char *rung_status_text(rung_status status);

/* --- Memory ---------------------------------------------------------------------------------
 * `resize` works like realloc: NULL `at` allocates, `size` 0 frees (and returns NULL); it returns
 * NULL when memory has run out, and `at` is then as it was. A NULL hook stands for libc. */
typedef struct rung_memory {
    void *(*resize)(void *ctx, void *at, size_t size);
    void *ctx;
} rung_memory;

/* Resize through a hook that may be NULL. */
void *rung_resize(const rung_memory *memory, void *at, size_t size);

/* An arena holds things that die together. Allocating happens only inside rung_guard: there an
 * allocation either succeeds or ends the guarded body, so bodies never test for NULL.
 * Blocks are zeroed and aligned for any type. A zeroed rung_arena is valid, empty, and uses libc.
 */
typedef struct rung_arena {
    const rung_memory *memory;
    struct rung_arena_chunk *chunks;
    char *next, *end;
    void *guard; /* set while a guarded body runs */
    size_t used; /* bytes handed out, for limits and tests */
} rung_arena;

void rung_arena_init(rung_arena *arena, const rung_memory *memory);
/* Gives everything back; the arena is then empty and may be used again. NULL-safe. */
void rung_arena_release(rung_arena *arena);

/* Runs `body(ctx)`. RUNG_NO_MEMORY if an allocation from `arena` failed in it: the body was left
 * at that point, so it must hold nothing that an arena does not own. Otherwise RUNG_OK, whatever
 * the body decided (it reports through `ctx`). Guards nest; the innermost one is left. */
rung_status rung_guard(rung_arena *arena, void (*body)(void *ctx), void *ctx);
/* A second arena in the same guarded body: its failures end the body of `outer` as well. */
void rung_arena_share_guard(rung_arena *inner, const rung_arena *outer);
/* Ends the guarded body as if memory had run out (for libraries that report it themselves). */
RUNG_NORETURN void rung_out_of_memory(rung_arena *arena);

void *rung_alloc(rung_arena *arena, size_t size);
/* `count * size` with the overflow checked. */
void *rung_alloc_array(rung_arena *arena, size_t count, size_t size);
#define rung_new(arena, type) ((type *)rung_alloc((arena), sizeof(type)))
#define rung_new_array(arena, type, count)                                                         \
    ((type *)rung_alloc_array((arena), (count), sizeof(type)))

/* A hook that takes from an arena and gives back only with it, for objects that want a hook inside
 * a guarded body. The arena must outlive what is allocated. */
rung_memory rung_arena_memory(rung_arena *arena);

/* A growing array in an arena: `struct { T *at; size_t count, capacity; }`. Old copies stay in the
 * arena until it dies. */
#define RUNG_VEC(type)                                                                             \
    struct {                                                                                       \
        type *at;                                                                                  \
        size_t count, capacity;                                                                    \
    }
#define rung_push(arena, vec, value)                                                               \
    ((vec)->at =                                                                                   \
         rung_grow((arena), (vec)->at, (vec)->count, &(vec)->capacity, sizeof(*(vec)->at)),        \
     (vec)->at[(vec)->count++] = (value))
void *rung_grow(rung_arena *arena, void *at, size_t count, size_t *capacity, size_t size);

/* --- Text -----------------------------------------------------------------------------------
 * A slice of somebody else's bytes; not NUL-terminated. {NULL, 0} is the empty slice. */
typedef struct rung_text {
    const char *at;
    size_t size;
} rung_text;

#define RUNG_TEXT(literal) ((rung_text){(literal), sizeof(literal) - 1})
rung_text rung_text_of(const char *z); /* NULL gives the empty slice */
bool rung_text_equal(rung_text a, rung_text b);
bool rung_text_is(rung_text text, const char *z);
int rung_text_compare(rung_text a, rung_text b); /* by bytes, that is by code points */
bool rung_text_starts(rung_text text, rung_text head);
bool rung_text_ends(rung_text text, rung_text tail);
bool rung_text_contains(rung_text text, rung_text part);
rung_text rung_text_trim(rung_text text); /* without ASCII blanks at both ends */

/* Copies, NUL-terminated, into the arena. */
char *rung_copy(rung_arena *arena, rung_text text);
char *rung_format(rung_arena *arena, const char *format, ...) RUNG_PRINTF(2, 3);
char *rung_vformat(rung_arena *arena, const char *format, va_list arguments) RUNG_PRINTF(2, 0);

/* UTF-8. `rung_utf8_next` decodes the code point at *at, moves *at behind it, and returns it, or
 * -1 for a byte that is no valid UTF-8 (then *at moves by that one byte). Overlong forms,
 * surrogates and values above U+10FFFF are invalid. `at` must be before `end`. */
int32_t rung_utf8_next(const char **at, const char *end);
bool rung_utf8_valid(rung_text text);
size_t rung_utf8_length(rung_text text); /* code points; an invalid byte counts as one */
size_t rung_utf8_encode(int32_t code, char out[4]);
/* Columns that a code point takes on a terminal: 0, 1 or 2. */
int rung_char_width(int32_t code);
size_t rung_text_width(rung_text text);
/* True for what must not reach a terminal or a log as it is: C0 and C1 controls, DEL, bidi
 * embeddings, overrides and isolates, line and paragraph separators, and -1 (invalid). */
bool rung_char_unsafe(int32_t code);
/* The text with every unsafe character shown as \xNN or \u{NNNN}; '\n' and '\t' are unsafe too,
 * unless `keep_newlines`. The same slice if nothing had to be done. */
rung_text rung_printable(rung_arena *arena, rung_text text, bool keep_newlines);

/* The candidate nearest to `word` (Damerau-Levenshtein, at most a third of its length and at
 * least one edit allowed), the first of equals; SIZE_MAX if none is near. */
size_t rung_nearest(rung_text word, const rung_text *candidates, size_t count);

/* --- Numbers --------------------------------------------------------------------------------
 * Always with a point, whatever locale the process set. */
#define RUNG_NUMBER_SIZE 32
/* A short decimal (of 15 digits if they do) that reads back to the same double: "3", "0.1",
 * "1e+300"; NaN and infinities as "NaN", "Infinity", "-Infinity". Returns the length. */
size_t rung_number_format(double value, char out[RUNG_NUMBER_SIZE]);
/* Fixed decimals, rounded half away from zero on the decimal value: 12.345, 1 → "12.3". */
size_t rung_number_fixed(double value, int decimals, char out[RUNG_NUMBER_SIZE * 12]);
/* Whole slice or nothing. Decimal integer with optional sign. */
bool rung_parse_int(rung_text text, int64_t *out);
/* JSON's number grammar, with an optional leading '+' and a leading or trailing point allowed
 * (YAML core schema). Values too large for a double are refused; those too small become 0. */
bool rung_parse_double(rung_text text, double *out);

/* --- Time -----------------------------------------------------------------------------------
 * Milliseconds since 1970-01-01T00:00:00Z; given by the caller, never read here. */
#define RUNG_TIME_SIZE 25
/* RFC 3339 in UTC with seconds: "2026-05-01T09:30:00Z". Years 1 to 9999. */
void rung_time_format(int64_t milliseconds, char out[RUNG_TIME_SIZE]);

/* --- Sources and places ----------------------------------------------------------------------
 * A source is a named text that messages point into: a file, or a word of the command line.
 * Both slices must outlive every span that names the source. */
typedef struct rung_source {
    const char *name; /* as the user wrote it */
    rung_text text;
} rung_source;

/* Bytes [start, end) of a source. A NULL source means "no place". */
typedef struct rung_span {
    const rung_source *source;
    uint32_t start, end;
} rung_span;

typedef struct rung_place {
    uint32_t line, column; /* from 1; columns count characters, not bytes */
} rung_place;

rung_place rung_locate(const rung_source *source, uint32_t offset);
/* The whole line (without its end) that holds `offset`. */
rung_text rung_line_at(const rung_source *source, uint32_t offset);

/* --- Diagnostics -----------------------------------------------------------------------------
 * What an author or a user got wrong. Each stage has one table of kinds; a kind's template is a
 * printf format whose arguments the reporting call gives. Texts in messages are made printable. */
typedef enum rung_severity {
    RUNG_ERROR,
    RUNG_WARNING, /* may be meant: the author can allow it */
    RUNG_NOTE,    /* nothing to mend: what could not be found out */
} rung_severity;

/* What can be said, and what an author can learn from it. Every text is there, none is empty. */
typedef struct rung_diagnostic_kind {
    const char *code; /* "RG0123" */
    rung_severity severity;
    const char *format;
    const char *mend;  /* what to do in general; rung_mend tells better where a call can */
    const char *why;   /* what it means and why it matters, for somebody who does not program */
    const char *where; /* what the examples are part of: "a question", "a requirement" */
    const char *wrong; /* lines of YAML that give this message */
    const char *right; /* the same lines, mended */
} rung_diagnostic_kind;

/* A stage's table is a header of rows and nothing else, engine/STAGE/message_list.h:
 *
 *     KIND(name, code, severity, format, mend, why, where, wrong, right)
 *
 * with the severity as ERROR, WARNING or NOTE. Its enum and its array come from including it, the
 * array with KIND as this. A table's codes ascend. `where`, `wrong` and `right` are tried by
 * tests/catalogue/try_examples.py, which has the frames that they are put into. */
#define RUNG_KIND(name, code, severity, format, mend, why, where, wrong, right)                    \
    {code, RUNG_##severity, format, mend, why, where, wrong, right},

typedef struct rung_diagnostic {
    const rung_diagnostic_kind *kind;
    rung_severity severity; /* what it counts as: the kind's, unless somebody is stricter */
    rung_span span;
    const char *message;
    const char *mend;    /* what to write instead; NULL: what the kind says in general */
    const char *subject; /* the id of what it is about, or NULL */
    const char *witness; /* answers that show it: a map in one line, YAML and JSON both; or NULL */
    size_t rank;         /* of its source, in the order of their first mention */
} rung_diagnostic;

enum { RUNG_DIAGNOSTICS_PER_SOURCE = 100 }; /* more are counted, not kept */

typedef struct rung_diagnostics {
    rung_arena *arena; /* holds the messages; the list lives in it too */
    RUNG_VEC(rung_diagnostic) list;
    size_t errors, warnings; /* all that were reported, also those not kept */
    size_t dropped;
    bool last_kept; /* the newest one is in the list: rung_mend applies to it */
    const rung_source
        *full; /* of which there are only errors, and one was dropped: there may be millions */
} rung_diagnostics;

void rung_diagnostics_init(rung_diagnostics *diagnostics, rung_arena *arena);
/* Call inside a guard of the list's arena. Slices passed for %.*s need not be NUL-terminated. */
void rung_report(rung_diagnostics *diagnostics, const rung_diagnostic_kind *kind, rung_span span,
                 ...);
/* Sets the mend of the diagnostic reported last (if it was kept). */
void rung_mend(rung_diagnostics *diagnostics, const char *format, ...) RUNG_PRINTF(2, 3);
/* The same for what it is about, and for the answers that show it. */
void rung_subject(rung_diagnostics *diagnostics, const char *id);
void rung_witness(rung_diagnostics *diagnostics, const char *answers);
/* Into file order: sources in the order of their first mention, then by offset; stable. */
void rung_diagnostics_sort(rung_diagnostics *diagnostics);

/* --- Output ----------------------------------------------------------------------------------
 * Where bytes go. `write` returns false when it could not; the sink then stays failed and eats
 * the rest, so that callers test once, at the end. */
typedef struct rung_sink {
    bool (*write)(void *ctx, const char *bytes, size_t size);
    void *ctx;
    bool failed;
} rung_sink;

void rung_write(rung_sink *sink, rung_text text);
/* For short pieces: more than 4,000 bytes fail the sink. Text of any length goes by rung_write. */
void rung_print(rung_sink *sink, const char *format, ...) RUNG_PRINTF(2, 3);

/* A sink that collects in memory through a hook. Release it; its text lives until then. */
typedef struct rung_buffer {
    rung_sink sink;
    const rung_memory *memory;
    char *at;
    size_t size, capacity;
} rung_buffer;

void rung_buffer_init(rung_buffer *buffer, const rung_memory *memory);
void rung_buffer_release(rung_buffer *buffer);
rung_text rung_buffer_text(const rung_buffer *buffer);

/* "error", "warning", "note". */
const char *rung_severity_name(rung_severity severity);

/* What to write instead: its own mend, or that of its kind. */
const char *rung_diagnostic_mend(const rung_diagnostic *diagnostic);

/* "FILE:LINE:COL: error[RG0123]: message", the source line, a caret, the mend, and the answers that
 * show it; names and texts are made printable. */
void rung_write_diagnostic(rung_sink *sink, const rung_diagnostic *diagnostic);

/* --- Data ------------------------------------------------------------------------------------
 * A tree as YAML and JSON have it, with the place of everything. What reads a file makes it; what
 * knows the meaning checks it. */
typedef enum rung_datum_kind {
    RUNG_DATUM_NULL,
    RUNG_DATUM_BOOL,
    RUNG_DATUM_INT,
    RUNG_DATUM_DOUBLE,
    RUNG_DATUM_STRING,
    RUNG_DATUM_LIST,
    RUNG_DATUM_MAP,
} rung_datum_kind;

typedef struct rung_datum rung_datum;
typedef struct rung_entry rung_entry;

struct rung_datum {
    rung_datum_kind kind;
    bool plain;     /* YAML: written without quotes, on the lines of `span` */
    rung_span span; /* the value as written, quotes included */
    union {
        bool boolean;
        int64_t integer;
        double real;
        struct {
            const rung_datum *const *items;
            size_t count;
        } list;
        struct {
            const rung_entry *entries;
            size_t count;
        } map;
    };
    rung_text text; /* scalars: the text as written, unescaped; NUL-terminated behind */
};

struct rung_entry {
    rung_text key;
    rung_span key_span;
    const rung_datum *value;
};

/* The value of a key of a map, or NULL. */
const rung_datum *rung_datum_get(const rung_datum *map, const char *key);
const char *rung_datum_kind_name(rung_datum_kind kind); /* "a list", "a number", … */

#endif
