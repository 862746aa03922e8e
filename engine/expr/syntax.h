/* From text to nodes: what the scanner, the parser and the check share.
 *
 * Nodes stand in one array, operands always before what uses them. So the check and the compiler
 * are loops over the array, and only the parser recurses. */
#ifndef EXPR_SYNTAX_H
#define EXPR_SYNTAX_H

#include "expr/expr.h"
#include "expr/functions.h"
#include "expr/messages.h"

/* --- Where mistakes go ----------------------------------------------------------------------- */
typedef struct expr_context {
    rung_arena *arena; /* until the program stands */
    rung_diagnostics *diagnostics;
    const rung_expr_text *place;
    rung_text text;
    const rung_scope *scope;
} expr_context;

/* Bytes [start, end) of the text, as a place in its source. */
rung_span expr_span(const expr_context *context, uint32_t start, uint32_t end);
/* The same bytes. */
rung_text expr_slice(const expr_context *context, uint32_t start, uint32_t end);

/* The kind and the place for rung_report: a message of the table, at bytes of the text. */
#define EXPR_AT(context, message, start, end)                                                      \
    &rung_expr_messages[message], expr_span((context), (start), (end))

/* A slice as the two arguments of `%.*s`, cut so that a message stays readable. */
enum { EXPR_SHOWN_BYTES = 64 };
#define EXPR_SHOWN(slice)                                                                          \
    (int)((slice).size < EXPR_SHOWN_BYTES ? (slice).size : EXPR_SHOWN_BYTES), (slice).at

/* --- Tokens ---------------------------------------------------------------------------------- */
typedef enum expr_token_kind {
    EXPR_TOKEN_END,
    EXPR_TOKEN_LITERAL,
    EXPR_TOKEN_NAME,
    EXPR_TOKEN_MARK, /* brackets and separators: `mark` */
    EXPR_TOKEN_OPERATOR,
} expr_token_kind;

typedef struct expr_token {
    expr_token_kind kind;
    uint32_t start, end;
    char mark;   /* MARK: one of ( ) [ ] { } , . ? : */
    bool broken; /* LITERAL: a string with an escape that was reported */
    bool beyond; /* LITERAL: 2^63, an int only behind a minus; `value` is -2^63 */
    const expr_function *infix, *prefix; /* OPERATOR: what it is in either place, or NULL */
    rung_value value;                    /* LITERAL */
} expr_token;

/* All tokens, the last of kind END; NULL after a mistake that leaves no sense in the rest. */
const expr_token *expr_scan(const expr_context *context);

/* The string literal at `*at`, which it moves behind it; its bytes go to `*room`, which it moves
 * too and which never takes more than was read. False if the string has no end. Wrong escapes are
 * reported and left out. */
bool expr_scan_string(const expr_context *context, uint32_t *at, char **room, rung_text *out);
/* The number at `*at`, which it moves behind it. False after a mistake. */
bool expr_scan_number(const expr_context *context, uint32_t *at, expr_token *out);

/* --- Nodes ----------------------------------------------------------------------------------- */
typedef enum expr_node_kind {
    EXPR_NODE_LITERAL,
    EXPR_NODE_NAME,
    EXPR_NODE_LIST,
    EXPR_NODE_CALL, /* operators too */
} expr_node_kind;

typedef struct expr_node {
    expr_node_kind kind;
    bool poison;                   /* wrong, and reported: nothing that uses it is checked */
    uint32_t start, end;           /* the whole, without brackets around it */
    uint32_t from, to;             /* all that it was read from, with brackets */
    uint32_t mark, mark_end;       /* CALL: the operator or the function's name */
    uint32_t first, count;         /* LIST, CALL: where in `operands` */
    rung_type type;                /* set by the check, as are the next two */
    const expr_overload *overload; /* CALL, if its rule has rows */
    const rung_variable *variable; /* NAME */
    const expr_function *function; /* CALL */
    rung_value value;              /* LITERAL */
} expr_node;

typedef struct expr_syntax {
    RUNG_VEC(expr_node) nodes;
    RUNG_VEC(uint32_t) operands; /* indices of nodes */
    uint32_t root;
} expr_syntax;

/* The nodes of the text; NULL after a mistake of structure. Mistakes that leave the structure
 * clear become poison. */
expr_syntax *expr_parse(const expr_context *context);

/* Operand `n` of a node. */
expr_node *expr_operand(const expr_syntax *syntax, const expr_node *node, uint32_t n);

/* --- The check ------------------------------------------------------------------------------- */
/* Resolves names, chooses overloads, sets types; mistakes are reported. */
void expr_check(const expr_context *context, expr_syntax *syntax, rung_want want);

/* Whether values of both types can be one type: equal, or where one has no items yet. */
bool expr_unify(rung_type a, rung_type b, rung_type *out);
/* "an int", "a list(string)". */
const char *expr_type_phrase(const expr_context *context, rung_type type);

/* What was meant, where it shows: by what should be a bool; by the int operand of two numbers; by
 * operands of kinds that do not go together. */
void expr_mend_bool(const expr_context *context, const expr_node *node);
void expr_mend_mixed(const expr_context *context, const expr_node *whole);
void expr_mend_operands(const expr_context *context, const expr_node *call, const expr_node *left,
                        const expr_node *right);

/* By a word behind a point that is no call. */
void expr_mend_field(const expr_context *context, rung_text word);

/* Whether something is named like this. */
bool expr_is_name(const expr_context *context, rung_text text);
/* The variable that a name stands for; NULL after reporting why there is none. `*reported`: the end
 * of what was reported as one word; names that begin before it are passed over. */
const rung_variable *expr_resolve(const expr_context *context, const expr_node *node,
                                  uint32_t *reported);
/* The variable if the node names a question with options, else NULL. */
const rung_variable *expr_question(const expr_node *node);
/* Checks that a literal compared with a question, or the literals of a list, are its options. */
void expr_check_options(const expr_context *context, const expr_syntax *syntax,
                        const rung_variable *question, expr_node *compared);
/* Reports a call of a name that no function has. */
void expr_unknown_function(const expr_context *context, rung_text name, uint32_t start,
                           uint32_t end, bool method);

#endif
