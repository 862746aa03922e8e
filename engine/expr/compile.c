/* Checked nodes to a program. Questions' options become numbers and sets here: at run time no
 * strings are compared where an option's number will do. */
#include "expr/draft.h"
#include "expr/syntax.h"

#include <assert.h>

struct compile {
    const expr_context *context;
    const expr_syntax *syntax;
    expr_draft draft;
    uint16_t *registers; /* of each node; a question's is that of its cell */
};

static const rung_type bool_type = {RUNG_TYPE_BOOL, 0}, int_type = {RUNG_TYPE_INT, 0},
                       double_type = {RUNG_TYPE_DOUBLE, 0}, string_type = {RUNG_TYPE_STRING, 0},
                       strings_type = {RUNG_TYPE_STRING, 1};

static const expr_node *operand(const struct compile *compile, const expr_node *node, uint32_t n)
{
    return expr_operand(compile->syntax, node, n);
}

static uint16_t *register_of(const struct compile *compile, const expr_node *node)
{
    return &compile->registers[node - compile->syntax->nodes.at];
}

static uint16_t emit_unary(struct compile *compile, expr_op op, uint16_t a, uint16_t c,
                           rung_type type)
{
    return expr_emit(&compile->draft, (expr_instruction){(uint16_t)op, a, a, c}, type);
}

static uint16_t emit_binary(struct compile *compile, expr_op op, uint16_t a, uint16_t b,
                            rung_type type)
{
    return expr_emit(&compile->draft, (expr_instruction){(uint16_t)op, a, b, 0}, type);
}

static uint16_t emit_set(struct compile *compile, uint64_t set)
{
    return expr_emit_constant(&compile->draft, (expr_cell){.set = set}, int_type);
}

/* --- Questions ------------------------------------------------------------------------------- */

static uint16_t variable_index(const struct compile *compile, const rung_variable *variable)
{
    size_t index = (size_t)(variable - compile->context->scope->variables);
    assert(index <= UINT16_MAX);
    return (uint16_t)index;
}

static bool is_kind(const expr_node *node, rung_variable_kind kind)
{
    return expr_question(node) && node->variable->kind == kind;
}

/* The value of a node as others use it: a question's cell becomes its text or its list. */
static uint16_t value_of(struct compile *compile, const expr_node *node)
{
    uint16_t cell = *register_of(compile, node);
    if (is_kind(node, RUNG_VARIABLE_CHOICE))
        return emit_unary(compile, EXPR_OP_CHOICE_TEXT, cell,
                          variable_index(compile, node->variable), string_type);
    if (is_kind(node, RUNG_VARIABLE_CHOICES))
        return emit_unary(compile, EXPR_OP_CHOICES_LIST, cell,
                          variable_index(compile, node->variable), strings_type);
    return cell;
}

/* The option's bit; 0 if it has none. */
static uint64_t option_bit(const rung_variable *question, rung_text id)
{
    for (size_t i = 0; i < question->option_count; i++)
        if (rung_text_equal(question->options[i], id))
            return UINT64_C(1) << i;
    return 0;
}

/* Whether the question's answer is among these texts, all known. */
static uint16_t emit_one_of(struct compile *compile, const expr_node *question,
                            const rung_value *texts, size_t count)
{
    uint64_t set = 0;
    uint16_t none = 0, cell = *register_of(compile, question);
    for (size_t i = 0; i < count; i++) {
        set |= option_bit(question->variable, texts[i].string);
        none |= texts[i].string.size == 0;
    }
    uint16_t options = emit_set(compile, set);
    return expr_emit(&compile->draft, (expr_instruction){EXPR_OP_IS_ONE_OF, cell, options, none},
                     bool_type);
}

static bool known(const struct compile *compile, const expr_node *node, rung_value *out)
{
    uint16_t reg = *register_of(compile, node);
    if (expr_question(node) || !expr_is_known(&compile->draft, reg))
        return false;
    *out = expr_value(compile->draft.cells.at[reg], compile->draft.types.at[reg]);
    return true;
}

/* `q == "a"`, `q in ["a", "b"]`, `"a" in q`: without a text at run time. */
static bool compile_question(struct compile *compile, const expr_node *node, const expr_node *left,
                             const expr_node *right, uint16_t *out)
{
    rung_value value;
    if (node->overload->op == EXPR_OP_EQUAL_TEXT && is_kind(right, RUNG_VARIABLE_CHOICE)) {
        const expr_node *question = right;
        right = left;
        left = question;
    }
    if (node->overload->op == EXPR_OP_IN_LIST && is_kind(right, RUNG_VARIABLE_CHOICES) &&
        known(compile, left, &value)) {
        uint16_t options = emit_set(compile, option_bit(right->variable, value.string));
        *out =
            emit_binary(compile, EXPR_OP_HAS_ANY, *register_of(compile, right), options, bool_type);
        return true;
    }
    if (!is_kind(left, RUNG_VARIABLE_CHOICE) || !known(compile, right, &value))
        return false;
    if (node->overload->op == EXPR_OP_EQUAL_TEXT)
        *out = emit_one_of(compile, left, &value, 1);
    else if (node->overload->op == EXPR_OP_IN_LIST)
        *out = emit_one_of(compile, left, value.list.items, value.list.count);
    else
        return false;
    return true;
}

/* --- Calls ----------------------------------------------------------------------------------- */

static uint16_t compile_overload(struct compile *compile, const expr_node *node)
{
    const expr_overload *row = node->overload;
    const expr_node *left = operand(compile, node, 0);
    const expr_node *right = node->count > 1 ? operand(compile, node, 1) : left;
    uint16_t out;

    if (row->op == EXPR_OP_LIST_SIZE && is_kind(left, RUNG_VARIABLE_CHOICES))
        return emit_unary(compile, EXPR_OP_CHOICES_SIZE, *register_of(compile, left), 0, int_type);
    if (!compile_question(compile, node, left, right, &out)) {
        uint16_t a = value_of(compile, left), b = node->count > 1 ? value_of(compile, right) : a;
        if (row->op == EXPR_OP_SAME)
            return a;
        out = row->swap ? emit_binary(compile, row->op, b, a, node->type)
                        : emit_binary(compile, row->op, a, b, node->type);
    }
    return row->negate ? emit_unary(compile, EXPR_OP_NOT, out, 0, bool_type) : out;
}

static uint16_t compile_logic(struct compile *compile, const expr_node *node)
{
    static const expr_op ops[] = {
        [EXPR_FN_OR] = EXPR_OP_OR, [EXPR_FN_AND] = EXPR_OP_AND, [EXPR_FN_NOT] = EXPR_OP_NOT};
    uint16_t a = *register_of(compile, operand(compile, node, 0));
    uint16_t b = *register_of(compile, operand(compile, node, node->count - 1));
    return emit_binary(compile, ops[node->function->id], a, b, bool_type);
}

static uint16_t compile_select(struct compile *compile, const expr_node *node)
{
    expr_instruction instruction = {.op = EXPR_OP_SELECT};
    instruction.a = *register_of(compile, operand(compile, node, 0));
    instruction.b = value_of(compile, operand(compile, node, 1));
    instruction.c = value_of(compile, operand(compile, node, 2));
    return expr_emit(&compile->draft, instruction, node->type);
}

static uint16_t compile_points(struct compile *compile, const expr_node *node)
{
    const expr_node *question = operand(compile, node, 0);
    bool one = is_kind(question, RUNG_VARIABLE_CHOICE);
    return emit_unary(compile, one ? EXPR_OP_CHOICE_POINTS : EXPR_OP_CHOICES_POINTS,
                      *register_of(compile, question), variable_index(compile, question->variable),
                      double_type);
}

/* The next operand in the type of the result. */
static uint16_t compile_number(struct compile *compile, const expr_node *node, rung_type type)
{
    uint16_t reg = *register_of(compile, node);
    bool convert = type.base == RUNG_TYPE_DOUBLE && node->type.base == RUNG_TYPE_INT;
    return convert ? emit_unary(compile, EXPR_OP_INT_TO_DOUBLE, reg, 0, double_type) : reg;
}

static uint16_t compile_extreme(struct compile *compile, const expr_node *node)
{
    bool least = node->function->id == EXPR_FN_LEAST, real = node->type.base == RUNG_TYPE_DOUBLE;
    expr_op ints = least ? EXPR_OP_LEAST_INT : EXPR_OP_GREATEST_INT;
    expr_op doubles = least ? EXPR_OP_LEAST_DOUBLE : EXPR_OP_GREATEST_DOUBLE;
    const expr_node *first = operand(compile, node, 0);

    if (first->type.lists)
        return emit_unary(compile, least ? EXPR_OP_LEAST_LIST : EXPR_OP_GREATEST_LIST,
                          *register_of(compile, first), 0, node->type);
    uint16_t best = compile_number(compile, first, node->type);
    for (uint32_t i = 1; i < node->count; i++)
        best =
            emit_binary(compile, real ? doubles : ints, best,
                        compile_number(compile, operand(compile, node, i), node->type), node->type);
    return best;
}

static uint16_t compile_call(struct compile *compile, const expr_node *node)
{
    static uint16_t (*const by_rule[])(struct compile *, const expr_node *) = {
        [EXPR_RULE_LOGIC] = compile_logic,     [EXPR_RULE_OVERLOADS] = compile_overload,
        [EXPR_RULE_SELECT] = compile_select,   [EXPR_RULE_POINTS] = compile_points,
        [EXPR_RULE_EXTREME] = compile_extreme,
    };
    return by_rule[node->function->rule](compile, node);
}

/* --- Nodes ----------------------------------------------------------------------------------- */

static uint16_t compile_list(struct compile *compile, const expr_node *node)
{
    uint16_t *items = rung_new_array(compile->context->arena, uint16_t, node->count);
    for (uint32_t i = 0; i < node->count; i++)
        items[i] = value_of(compile, operand(compile, node, i));
    return expr_emit_list(&compile->draft, items, node->count, node->type);
}

static uint16_t compile_name(struct compile *compile, const expr_node *node)
{
    const rung_variable *variable = node->variable;
    if (variable->kind == RUNG_VARIABLE_VALUE)
        return expr_emit_constant(&compile->draft, expr_cell_of(variable->value), node->type);
    size_t index = (size_t)(variable - compile->context->scope->variables);
    return expr_emit_variable(&compile->draft, (uint32_t)index, node->type);
}

static uint16_t compile_node(struct compile *compile, const expr_node *node)
{
    switch (node->kind) {
    case EXPR_NODE_LITERAL:
        return expr_emit_constant(&compile->draft, expr_cell_of(&node->value), node->type);
    case EXPR_NODE_NAME:
        return compile_name(compile, node);
    case EXPR_NODE_LIST:
        return compile_list(compile, node);
    default:
        return compile_call(compile, node);
    }
}

/* --- The whole ------------------------------------------------------------------------------- */

struct compilation {
    expr_context context;
    rung_arena *arena; /* of the program */
    rung_want want;
    const rung_program *program;
};

static rung_program *compile_nodes(const struct compilation *compilation, const expr_syntax *syntax)
{
    const expr_context *context = &compilation->context;
    struct compile compile = {.context = context, .syntax = syntax};
    size_t count = syntax->nodes.count;
    expr_draft_init(&compile.draft, context->arena, context->scope);
    compile.registers = rung_new_array(context->arena, uint16_t, count);
    for (size_t i = 0; i < count; i++)
        compile.registers[i] = compile_node(&compile, &syntax->nodes.at[i]);
    const expr_node *root = &syntax->nodes.at[syntax->root];
    rung_program *program =
        expr_finish(&compile.draft, compilation->arena, value_of(&compile, root));
    program->type = root->type;
    program->text.at = rung_copy(compilation->arena, context->text);
    program->text.size = context->text.size;
    program->place = *context->place;
    program->place.text = program->text;
    program->scope = *context->scope;
    program->span = expr_span(context, 0, (uint32_t)context->text.size);
    return program;
}

static void compile_body(void *ctx)
{
    struct compilation *compilation = ctx;
    const expr_context *context = &compilation->context;
    rung_diagnostics *diagnostics = context->diagnostics;
    size_t before = diagnostics->errors;

    rung_arena_share_guard(compilation->arena, context->arena);
    rung_arena_share_guard(diagnostics->arena, context->arena);
    if (context->text.size > RUNG_EXPR_MAX_BYTES) {
        rung_report(diagnostics, EXPR_AT(context, EXPR_SOURCE_TOO_LONG, 0, 1), RUNG_EXPR_MAX_BYTES);
        return;
    }
    expr_syntax *syntax = expr_parse(context);
    if (syntax)
        expr_check(context, syntax, compilation->want);
    if (syntax && diagnostics->errors == before)
        compilation->program = compile_nodes(compilation, syntax);
}

/* What is needed only until the program stands has an arena of its own. It is released on every
 * way out, so the caller's arenas fail into our guard, and we pass it on. */
const rung_program *rung_compile(rung_arena *arena, const rung_expr_text *text,
                                 const rung_scope *scope, rung_want want,
                                 rung_diagnostics *diagnostics)
{
    rung_arena working;
    struct compilation compilation = {
        .context = {&working, diagnostics, text, text->text, scope},
        .arena = arena,
        .want = want,
    };
    void *guard = arena->guard, *diagnostics_guard = diagnostics->arena->guard;
    rung_arena_init(&working, arena->memory);
    rung_status status = rung_guard(&working, compile_body, &compilation);
    arena->guard = guard;
    diagnostics->arena->guard = diagnostics_guard;
    rung_arena_release(&working);
    if (status != RUNG_OK)
        rung_out_of_memory(arena);
    return compilation.program;
}
