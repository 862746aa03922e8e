/* Which names and steps an expression is made of, and what each of them is worth. */
#include "page.h"
#include "worth.h"

/* --- Names ----------------------------------------------------------------------------------- */
static const struct {
    const char *words; /* for people */
    const char *id;    /* in JSON */
} states[] = {
    [RUNG_ANSWERED] = {"answered", "answered"},
    [RUNG_UNANSWERED] = {"not answered", "unanswered"},
    [RUNG_NOT_ASKED] = {"not asked", "not-asked"},
    [RUNG_UNDECIDED] = {"not decided whether it is asked", "undecided"},
};

/* One thing that the expression uses. */
typedef struct part {
    rung_text text;
    const char *state, *state_id; /* of a name; else NULL */
    rung_type type;
    cli_worth worth;
} part;

typedef struct parts {
    RUNG_VEC(part) list;
    bool more; /* there are steps beyond these */
} parts;

static bool has_part(const parts *from, rung_text text)
{
    for (size_t i = 0; i < from->list.count; i++)
        if (rung_text_equal(from->list.at[i].text, text))
            return true;
    return false;
}

static void add_program(rung_arena *arena, const cli_scope *scope, const rung_program *program,
                        parts *out)
{
    part one = {.text = rung_program_text(program), .type = rung_program_type(program)};
    if (has_part(out, one.text))
        return;
    one.worth = cli_worth_of(arena, scope, program);
    rung_push(arena, &out->list, one);
}

static void set_state(const cli_scope *scope, uint32_t variable, part *out)
{
    bool open = cli_scope_is_unknown(scope, variable);
    if (variable == scope->role->questionnaire->question_count) {
        out->state = open ? "every rung" : "the rung aimed at";
        out->state_id = open ? "open" : "aim";
        return;
    }
    rung_question_state state = scope->sheet->states[variable];
    out->state = state == RUNG_NOT_ASKED && open ? "not asked, and open" : states[state].words;
    out->state_id = states[state].id;
}

/* The names that a program reads, each as a program of its own. */
static parts names_of(rung_arena *arena, const cli_scope *scope, const rung_program *program)
{
    parts out = {0};
    size_t count;
    rung_diagnostics ignored;
    rung_diagnostics_init(&ignored, arena);
    const rung_use *uses = rung_program_uses(program, &count);
    for (size_t i = 0; i < count; i++) {
        rung_source *source = rung_new(arena, rung_source);
        *source = (rung_source){"name", scope->names.variables[uses[i].variable].name};
        rung_expr_text text = {.text = source->text, .source = source};
        add_program(arena, scope,
                    rung_compile(arena, &text, &scope->names, RUNG_WANT_ANY, &ignored), &out);
        set_state(scope, uses[i].variable, &out.list.at[out.list.count - 1]);
    }
    return out;
}

static parts steps_of(rung_arena *arena, const cli_scope *scope, const rung_program *program)
{
    parts out = {0};
    size_t count;
    const rung_program *const *steps = rung_program_steps(arena, program, &count);
    for (size_t i = 0; i < count; i++)
        add_program(arena, scope, steps[i], &out);
    out.more = count == RUNG_EXPR_MAX_PARTS;
    return out;
}

/* --- For people ------------------------------------------------------------------------------ */
static const char *worth_text(rung_arena *arena, const cli_worth *worth)
{
    rung_memory memory = rung_arena_memory(arena);
    rung_buffer buffer;
    rung_buffer_init(&buffer, &memory);
    cli_write_worth(&buffer.sink, worth);
    return rung_copy(arena, rung_buffer_text(&buffer));
}

/* "years >= 2 → true (bool)", "years → 3 (int, answered)" */
static void show_parts(cli *run, const parts *from)
{
    rung_arena *arena = &run->arena;
    for (size_t i = 0; i < from->list.count; i++) {
        const part *one = &from->list.at[i];
        const char *state = one->state ? rung_format(arena, ", %s", one->state) : "";
        cli_item(run, CLI_NORMAL, "  ",
                 rung_format(arena, "%s → %s (%s%s)", cli_one_line(arena, one->text),
                             worth_text(arena, &one->worth), rung_type_name(arena, one->type),
                             state));
    }
}

void cli_explain_expression(cli *run, const cli_scope *scope, const rung_program *program)
{
    parts names = names_of(&run->arena, scope, program);
    parts steps = steps_of(&run->arena, scope, program);
    parts whole = {0};
    if (!has_part(&names, rung_program_text(program)))
        add_program(&run->arena, scope, program, &whole);
    show_parts(run, &names);
    show_parts(run, &steps);
    if (steps.more)
        cli_item(run, CLI_NORMAL, "  ", "(and further steps)");
    show_parts(run, &whole);
}

/* --- For programs ---------------------------------------------------------------------------- */
static void write_parts(cli *run, rung_json *json, const char *key, const char *name,
                        const parts *from)
{
    rung_json_key(json, key);
    rung_json_array(json);
    for (size_t i = 0; i < from->list.count; i++) {
        const part *one = &from->list.at[i];
        rung_json_object(json);
        rung_json_key(json, name);
        rung_json_text(json, one->text);
        rung_json_key(json, "type");
        rung_json_string(json, rung_type_name(&run->arena, one->type));
        if (one->state_id) {
            rung_json_key(json, "state");
            rung_json_string(json, one->state_id);
        }
        cli_worth_members(json, &one->worth);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

void cli_explain_members(cli *run, rung_json *json, const cli_scope *scope,
                         const rung_program *program)
{
    parts names = names_of(&run->arena, scope, program);
    parts steps = steps_of(&run->arena, scope, program);
    write_parts(run, json, "uses", "name", &names);
    write_parts(run, json, "steps", "expr", &steps);
}
