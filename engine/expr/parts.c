/* The parts of an expression that have a value of their own, and its names. */
#include "expr/program.h"
#include "expr/syntax.h"

#include <string.h>

struct parts {
    bool steps;        /* all that is calculated, else the bools */
    rung_arena *arena; /* of the parts */
    rung_arena working;
    const rung_program *program;
    const expr_syntax *syntax;
    size_t bytes;
    bool cut;                 /* there are more than are taken */
    rung_diagnostics ignored; /* the whole compiled, so each part does */
    RUNG_VEC(const rung_program *) list;
    bool names; /* these instead of parts */
    RUNG_VEC(rung_name_place) places;
};

static bool is_part(const expr_node *node)
{
    return node->kind != EXPR_NODE_LITERAL && node->type.base == RUNG_TYPE_BOOL &&
           node->type.lists == 0;
}

static bool joins_bools(const expr_node *node)
{
    return node->kind == EXPR_NODE_CALL &&
           (node->function->rule == EXPR_RULE_LOGIC || node->function->rule == EXPR_RULE_SELECT);
}

static void add_part(struct parts *parts, const expr_node *node)
{
    size_t bytes = node->to - node->from;
    if (parts->list.count == RUNG_EXPR_MAX_PARTS ||
        parts->bytes + bytes > RUNG_EXPR_MAX_PART_BYTES) {
        parts->cut = true;
        return;
    }
    parts->bytes += bytes;
    const rung_expr_text *whole = &parts->program->place;
    rung_expr_text text = {
        .text = {whole->text.at + node->from, node->to - node->from},
        .source = whole->source,
        .start = whole->start + node->from,
        .offsets = whole->offsets ? whole->offsets + node->from : NULL,
    };
    const rung_program *part =
        rung_compile(parts->arena, &text, &parts->program->scope, RUNG_WANT_ANY, &parts->ignored);
    if (part)
        rung_push(parts->arena, &parts->list, part);
}

static void collect(struct parts *parts, const expr_node *node)
{
    uint32_t operands =
        node->kind == EXPR_NODE_CALL || node->kind == EXPR_NODE_LIST ? node->count : 0;
    for (uint32_t i = 0; i < operands; i++) {
        const expr_node *operand = expr_operand(parts->syntax, node, i);
        if (!parts->steps && joins_bools(node) && is_part(operand))
            add_part(parts, operand);
        collect(parts, operand);
        if (parts->steps && operand->kind == EXPR_NODE_CALL)
            add_part(parts, operand);
    }
}

/* The operands of every node stand in the order of the text, and a name has none. */
static void collect_names(struct parts *parts, const expr_node *node)
{
    uint32_t operands =
        node->kind == EXPR_NODE_CALL || node->kind == EXPR_NODE_LIST ? node->count : 0;
    if (node->kind == EXPR_NODE_NAME && node->variable) {
        uint32_t variable = (uint32_t)(node->variable - parts->program->scope.variables);
        rung_name_place place = {variable, node->start, node->end};
        rung_push(parts->arena, &parts->places, place);
    }
    for (uint32_t i = 0; i < operands; i++)
        collect_names(parts, expr_operand(parts->syntax, node, i));
}

static void find_all(void *ctx)
{
    struct parts *parts = ctx;
    const rung_program *program = parts->program;
    expr_context context = {&parts->working, &parts->ignored, &program->place, program->text,
                            &program->scope};
    rung_arena_share_guard(parts->arena, &parts->working);
    rung_diagnostics_init(&parts->ignored, &parts->working);
    expr_syntax *syntax = expr_parse(&context);
    if (!syntax)
        return;
    parts->syntax = syntax;
    expr_check(&context, syntax, RUNG_WANT_ANY);
    if (parts->names)
        collect_names(parts, &syntax->nodes.at[syntax->root]);
    else
        collect(parts, &syntax->nodes.at[syntax->root]);
}

/* Without these there are no bools inside: most expressions need not be read again. */
static bool has_logic(rung_text text)
{
    static const char marks[] = {'&', '|', '!', '?'};
    for (size_t i = 0; i < sizeof marks; i++)
        if (memchr(text.at, marks[i], text.size))
            return true;
    return false;
}

/* What is needed only to find them has an arena of its own, as in rung_compile. */
static const rung_program *const *find(struct parts *parts, size_t *count)
{
    *count = 0;
    if (!parts->steps && !parts->names && !has_logic(parts->program->text))
        return NULL;
    void *guard = parts->arena->guard;
    rung_arena_init(&parts->working, parts->arena->memory);
    rung_status status = rung_guard(&parts->working, find_all, parts);
    parts->arena->guard = guard;
    rung_arena_release(&parts->working);
    if (status != RUNG_OK)
        rung_out_of_memory(parts->arena);
    *count = parts->list.count;
    return parts->list.at;
}

const rung_program *const *rung_program_parts(rung_arena *arena, const rung_program *program,
                                              size_t *count, bool *cut)
{
    struct parts parts = {.arena = arena, .program = program};
    const rung_program *const *list = find(&parts, count);
    *cut = parts.cut;
    return list;
}

const rung_program *const *rung_program_steps(rung_arena *arena, const rung_program *program,
                                              size_t *count)
{
    struct parts parts = {.steps = true, .arena = arena, .program = program};
    return find(&parts, count);
}

const rung_name_place *rung_program_places(rung_arena *arena, const rung_program *program,
                                           size_t *count)
{
    struct parts parts = {.names = true, .arena = arena, .program = program};
    find(&parts, count);
    *count = parts.places.count;
    return parts.places.at;
}
