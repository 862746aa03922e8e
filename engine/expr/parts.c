/* The parts of an expression that have a value of their own. */
#include "expr/program.h"
#include "expr/syntax.h"

struct parts {
    bool steps; /* all that is calculated, else the bools */
    rung_arena *arena;
    const rung_program *program;
    const expr_syntax *syntax;
    rung_diagnostics ignored; /* the whole compiled, so each part does */
    RUNG_VEC(const rung_program *) list;
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
    if (parts->list.count == RUNG_EXPR_MAX_PARTS)
        return;
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

static const rung_program *const *find(struct parts *parts, size_t *count)
{
    const rung_program *program = parts->program;
    expr_context context = {parts->arena, &parts->ignored, &program->place, program->text,
                            &program->scope};
    rung_diagnostics_init(&parts->ignored, parts->arena);
    expr_syntax *syntax = expr_parse(&context);
    if (syntax) {
        parts->syntax = syntax;
        expr_check(&context, syntax, RUNG_WANT_ANY);
        collect(parts, &syntax->nodes.at[syntax->root]);
    }
    *count = parts->list.count;
    return parts->list.at;
}

const rung_program *const *rung_program_parts(rung_arena *arena, const rung_program *program,
                                              size_t *count)
{
    struct parts parts = {.arena = arena, .program = program};
    return find(&parts, count);
}

const rung_program *const *rung_program_steps(rung_arena *arena, const rung_program *program,
                                              size_t *count)
{
    struct parts parts = {.steps = true, .arena = arena, .program = program};
    return find(&parts, count);
}
