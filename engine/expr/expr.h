/* expr: the expression language of conditions and scores, a typed subset of CEL.
 *
 * An expression is parsed, checked and compiled once, when content is loaded; mistakes become
 * diagnostics at their place. The result is a straight line of instructions over numbered
 * variables: no jumps (an error is a value that `&&`, `||` and `?:` may absorb), no names, and for
 * questions no strings either, so that one program can run over one sheet or over a block of them.
 *
 * Two evaluators run the same program: rung_eval over known values, rung_eval_bounds over values
 * of which only bounds are known. Neither allocates; both are safe to call from several threads,
 * each with its own scratch.
 *
 * Language: literals, lists, == != < <= > >= in && || ! + - * / % ?: ( ), size(), startsWith(),
 * endsWith(), contains(), int(), double(), string(), points(), math.least(), math.greatest().
 * Semantics: google/cel-spec, doc/langdef.md; the differences are in docs/format.md, section 4. */
#ifndef RUNG_EXPR_H
#define RUNG_EXPR_H

#include "base/base.h"

enum {
    RUNG_EXPR_MAX_BYTES = 16 * 1024,      /* longer sources are refused: nobody can read them */
    RUNG_EXPR_MAX_DEPTH = 256,            /* nesting of brackets and operators, bounds the stack */
    RUNG_EXPR_MAX_LIST = 1024,            /* items of a list value */
    RUNG_EXPR_MAX_OPTIONS = 64,           /* options of a choice: their sets are 64-bit masks */
    RUNG_EXPR_MAX_PARTS = 100,            /* of rung_program_parts and rung_program_steps */
    RUNG_EXPR_MAX_PART_BYTES = 32 * 1024, /* of theirs, together: they may lie in one another */
    RUNG_EXPR_STRING_BYTES = 4096,        /* strings made by one evaluation, together */
};

/* --- Types ----------------------------------------------------------------------------------- */
typedef enum rung_type_base {
    RUNG_TYPE_NONE, /* the item of an empty list */
    RUNG_TYPE_BOOL,
    RUNG_TYPE_INT,
    RUNG_TYPE_DOUBLE,
    RUNG_TYPE_STRING,
} rung_type_base;

/* `lists` lists around `base`: list(list(int)) is {RUNG_TYPE_INT, 2}. */
typedef struct rung_type {
    rung_type_base base;
    unsigned lists;
} rung_type;

/* "int", "list(string)", "list()"; lives in the arena. */
const char *rung_type_name(rung_arena *arena, rung_type type);

/* --- Variables -------------------------------------------------------------------------------
 * A variable's value in one cell of eight bytes. */
typedef union rung_cell {
    int64_t i;    /* INT; BOOL as 0 or 1; CHOICE: index of the option, -1 for none ("") */
    double d;     /* DOUBLE */
    uint64_t set; /* CHOICES: bit n for option n */
} rung_cell;

typedef enum rung_variable_kind {
    RUNG_VARIABLE_BOOL,
    RUNG_VARIABLE_INT,
    RUNG_VARIABLE_DOUBLE,
    RUNG_VARIABLE_CHOICE,  /* a string, one of `options`, or "" */
    RUNG_VARIABLE_CHOICES, /* a list of some of `options`, in their order */
    RUNG_VARIABLE_VALUE,   /* a known constant of any type: `value`; has no cell */
    RUNG_VARIABLE_TEXT,    /* a name that exists and must not be used: free text */
} rung_variable_kind;

/* A constant: for bindings, and as the result of folding. */
typedef struct rung_value rung_value;
struct rung_value {
    rung_type type;
    union {
        bool boolean;
        int64_t integer;
        double real;
        rung_text string;
        struct {
            const rung_value *items;
            size_t count;
        } list;
    };
};

typedef struct rung_variable {
    rung_text name;
    rung_variable_kind kind;
    const rung_text *options; /* CHOICE, CHOICES: ids, at most RUNG_EXPR_MAX_OPTIONS */
    const double *points;     /* beside them, or NULL for all 0 */
    size_t option_count;
    const rung_value *value; /* VALUE */
} rung_variable;

/* What an expression may name. Variable n is cell n. Names at `visible` and beyond exist but may
 * not be used yet: naming one is an error that says so. Where there are many, `by_name` finds the
 * first `named` of them: their numbers, in the order of their names. */
typedef struct rung_scope {
    const rung_variable *variables;
    size_t count, visible;
    const uint32_t *by_name; /* or NULL */
    size_t named;
} rung_scope;

/* --- Programs -------------------------------------------------------------------------------- */
typedef struct rung_program rung_program; /* immutable; lives in the arena it was compiled into */

/* How a program uses a variable: what is enough to know of its value. */
typedef struct rung_use {
    uint32_t variable;
    bool only_cuts;     /* numbers: only compared, with the constants in `cuts` */
    const double *cuts; /* ascending, without repeats */
    size_t cut_count;
    bool only_members; /* choices: only asked whether it holds single options: `members` */
    uint64_t members;
} rung_use;

/* A type that content asks for. */
typedef enum rung_want {
    RUNG_WANT_ANY,
    RUNG_WANT_BOOL,
    RUNG_WANT_NUMBER, /* int or double */
    RUNG_WANT_STRING,
} rung_want;

/* How the text of an expression lies in a source, so that places are right inside YAML's quotes
 * and folded lines: `offsets[i]` is the offset in the source of byte i of `text`, and
 * offsets[text.size] that of its end. NULL: the text lies there as it is, from `start`. */
typedef struct rung_expr_text {
    rung_text text;
    const rung_source *source;
    uint32_t start;
    const uint32_t *offsets;
} rung_expr_text;

/* Compiles into `arena`, inside its guard. NULL after a mistake, which has been reported (one
 * mistake gives one diagnostic: what follows from it is not reported). The scope's variables, the
 * source and the offsets must outlive the program. Several mistakes in one expression are all
 * reported when it parses. */
const rung_program *rung_compile(rung_arena *arena, const rung_expr_text *text,
                                 const rung_scope *scope, rung_want want,
                                 rung_diagnostics *diagnostics);

rung_type rung_program_type(const rung_program *program);
/* The variables with cells that it names, ascending by variable; also those that make no
 * difference. */
const rung_use *rung_program_uses(const rung_program *program, size_t *count);
bool rung_program_reads(const rung_program *program, uint32_t variable);
/* True if it is plain from what reads the variable that the program cannot tell two values of it
 * apart: a choice's options (indices), or choices with and without one more option (sets). False
 * says nothing. */
bool rung_program_ignores(const rung_program *program, uint32_t variable, rung_cell a, rung_cell b);
/* Every string that the result can be, if that is known at compile time (from literals, options
 * and ?: over them; a choice can be "" too); NULL and 0 if not. */
const rung_text *rung_program_strings(const rung_program *program, size_t *count);
/* True if the value is the same for all values of the variables (it may be an error). */
bool rung_program_is_constant(const rung_program *program);
/* The bools in it that `&&`, `||`, `!` and `?:` put together, each as a program of its own, outer
 * ones before those inside them; not the whole, no literals, and no more than the first
 * RUNG_EXPR_MAX_PARTS and RUNG_EXPR_MAX_PART_BYTES: `*cut` says that there are more. Inside the
 * arena's guard. */
const rung_program *const *rung_program_parts(rung_arena *arena, const rung_program *program,
                                              size_t *count, bool *cut);
/* What is calculated inside it, in the order of the calculation, each step as a program; not the
 * whole, and no more than the first RUNG_EXPR_MAX_PARTS and RUNG_EXPR_MAX_PART_BYTES. Inside the
 * arena's guard. */
const rung_program *const *rung_program_steps(rung_arena *arena, const rung_program *program,
                                              size_t *count);
/* Where a name stands in the text of a program: bytes [start, end). */
typedef struct rung_name_place {
    uint32_t variable, start, end;
} rung_name_place;
/* Every place where a variable is named, in the order of the text. Inside the arena's guard. */
const rung_name_place *rung_program_places(rung_arena *arena, const rung_program *program,
                                           size_t *count);
/* The text it was compiled from. */
rung_text rung_program_text(const rung_program *program);
rung_span rung_program_span(const rung_program *program);

/* --- Evaluation ------------------------------------------------------------------------------ */
typedef enum rung_eval_error {
    RUNG_EVAL_OK,
    RUNG_EVAL_DIVISION_BY_ZERO,
    RUNG_EVAL_OVERFLOW,
    RUNG_EVAL_CONVERSION, /* int(), double() of what is no such number */
    RUNG_EVAL_TOO_LONG,   /* strings beyond RUNG_EXPR_STRING_BYTES, lists beyond the limit */
    RUNG_EVAL_POSSIBLE,   /* over bounds: some error can happen, it is not known which */
    RUNG_EVAL_EMPTY_LIST, /* math.least(), math.greatest() of no numbers */
} rung_eval_error;

const char *rung_eval_error_text(rung_eval_error error); /* "division by zero"; NULL for OK */

/* Bytes of scratch that an evaluation of either kind needs; aligned as malloc aligns. A scratch
 * of the largest size serves all programs, one after the other. */
size_t rung_program_scratch(const rung_program *program);

/* `cells` has one cell a variable of the scope (those of kind VALUE and TEXT are not read).
 * Strings and lists of the result lie in the program or in `scratch`. `out` is untouched unless
 * RUNG_EVAL_OK is returned. */
rung_eval_error rung_eval(const rung_program *program, const rung_cell *cells, void *scratch,
                          rung_value *out);
/* The same for the two kinds that scoring needs; the program must be of that type. */
rung_eval_error rung_eval_bool(const rung_program *program, const rung_cell *cells, void *scratch,
                               bool *out);
rung_eval_error rung_eval_number(const rung_program *program, const rung_cell *cells, void *scratch,
                                 double *out);

/* What is known of a variable. A known value is `known` and `cell`; else
 * BOOL, INT: every value from low.i to high.i; DOUBLE: from low.d to high.d;
 * CHOICE: options in `may`, and "" if `may_none`; CHOICES: sets between `must` and `may`. */
typedef struct rung_bounds_cell {
    bool known;
    bool may_none;
    rung_cell cell;
    rung_cell low, high;
    uint64_t must, may;
} rung_bounds_cell;

/* Bounds of a result: sound (every value that can be lies within), not always tight.
 * Numbers: [low, high], infinite where NaN can come out. Bools: can_be_false, can_be_true. Other
 * types: only the errors. If every variable read is known it is exact. `can_fail`: some values may
 * make it an error; without `can_succeed` all do, and the rest means nothing. */
typedef struct rung_bounds {
    bool can_be_false, can_be_true;
    bool can_fail, can_succeed;
    double low, high;
} rung_bounds;

void rung_eval_bounds(const rung_program *program, const rung_bounds_cell *cells, void *scratch,
                      rung_bounds *out);

/* The table of this stage's messages, for the catalogue. */
extern const rung_diagnostic_kind rung_expr_messages[];
extern const size_t rung_expr_message_count;

#endif
