/* worth: what an expression comes to with the answers there are: a value, a range, or neither. */
#ifndef CLI_WORTH_H
#define CLI_WORTH_H

#include "cli.h"
#include "json/json.h"

/* What expressions may name, and what is known of it. */
typedef struct cli_scope {
    rung_scope names;
    const rung_role *role;   /* NULL: there are no names */
    const rung_sheet *sheet; /* with a role */
    size_t rung;             /* aimed at, or RUNG_NO_RUNG: it can be any */
} cli_scope;

typedef enum cli_worth_kind {
    CLI_WORTH_VALUE, /* `low` */
    CLI_WORTH_RANGE, /* numbers and bools: from `low` to `high` */
    CLI_WORTH_OPEN,  /* strings and lists: one of `strings`, if these are known */
    CLI_WORTH_NONE,  /* `error` */
} cli_worth_kind;

typedef struct cli_worth {
    cli_worth_kind kind;
    rung_value low, high;
    bool can_fail; /* RANGE: some answers make it an error */
    const rung_text *strings;
    size_t string_count;
    rung_eval_error error;
} cli_worth;

/* The scope of answers to the questions of a role. Inside the arena's guard. */
cli_scope cli_scope_of(rung_arena *arena, const rung_role *role, const rung_answers *answers);
/* Whether the variable is neither answered nor decided. */
bool cli_scope_is_unknown(const cli_scope *scope, uint32_t variable);
/* Values and lists of it live in the arena. */
cli_worth cli_worth_of(rung_arena *arena, const cli_scope *scope, const rung_program *program);

/* "2", "0 .. 3", "0 .. 3, or no value", "\"a\" or \"b\"", "no value: division by zero". */
void cli_write_worth(rung_sink *sink, const cli_worth *worth);
/* The same as members of an object: "value"; "low", "high" and "can_fail"; "values"; "error". */
void cli_worth_members(rung_json *json, const cli_worth *worth);

/* Which names and steps an expression is made of, and what each of them is worth. */
void cli_explain_expression(cli *cli, const cli_scope *scope, const rung_program *program);
/* The same as members "uses" and "steps" of an object. */
void cli_explain_members(cli *cli, rung_json *json, const cli_scope *scope,
                         const rung_program *program);

#endif
