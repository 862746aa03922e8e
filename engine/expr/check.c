/* Types: each node's own, from its operands'. A wrong node is poison: what uses it is not
 * checked, so that one mistake gives one message. */
#include "expr/syntax.h"

struct check {
    const expr_context *context;
    expr_syntax *syntax;
    uint32_t reported; /* names before this byte lie in a word that was reported */
};

static expr_node *operand(const struct check *check, const expr_node *node, uint32_t n)
{
    return expr_operand(check->syntax, node, n);
}

static bool any_poison(const struct check *check, const expr_node *node)
{
    for (uint32_t i = 0; i < node->count; i++)
        if (operand(check, node, i)->poison)
            return true;
    return false;
}

static const char *phrase(const struct check *check, const expr_node *node)
{
    return expr_type_phrase(check->context, node->type);
}

static bool is_base(const expr_node *node, rung_type_base base)
{
    return node->type.lists == 0 && node->type.base == base;
}

static bool is_number(const expr_node *node)
{
    return is_base(node, RUNG_TYPE_INT) || is_base(node, RUNG_TYPE_DOUBLE);
}

/* --- Names and lists ------------------------------------------------------------------------- */

static void check_name(struct check *check, expr_node *node)
{
    static const rung_type types[] = {
        [RUNG_VARIABLE_BOOL] = {RUNG_TYPE_BOOL, 0},
        [RUNG_VARIABLE_INT] = {RUNG_TYPE_INT, 0},
        [RUNG_VARIABLE_DOUBLE] = {RUNG_TYPE_DOUBLE, 0},
        [RUNG_VARIABLE_CHOICE] = {RUNG_TYPE_STRING, 0},
        [RUNG_VARIABLE_CHOICES] = {RUNG_TYPE_STRING, 1},
    };
    node->variable = expr_resolve(check->context, node, &check->reported);
    node->poison = !node->variable;
    if (node->poison)
        return;
    node->type = node->variable->kind == RUNG_VARIABLE_VALUE ? node->variable->value->type
                                                             : types[node->variable->kind];
}

static void report_item(struct check *check, const expr_node *list, const expr_node *item)
{
    const expr_context *context = check->context;
    const expr_node *first = operand(check, list, 0);
    rung_report(context->diagnostics, EXPR_AT(context, EXPR_ITEMS, item->start, item->end),
                phrase(check, item), phrase(check, first));
    rung_text written = expr_slice(context, item->start, item->end);
    if (is_base(first, RUNG_TYPE_DOUBLE) && is_base(item, RUNG_TYPE_INT) &&
        item->kind == EXPR_NODE_LITERAL)
        rung_mend(context->diagnostics, "write `%.*s.0`", EXPR_SHOWN(written));
}

static void check_list(struct check *check, expr_node *node)
{
    rung_type item = {RUNG_TYPE_NONE, 0};
    for (uint32_t i = 0; i < node->count && !node->poison; i++) {
        const expr_node *next = operand(check, node, i);
        if (i == 0) {
            item = next->type;
        } else if (!expr_unify(item, next->type, &item)) {
            report_item(check, node, next);
            node->poison = true;
        }
    }
    node->type = (rung_type){item.base, item.lists + 1};
    if (node->count > RUNG_EXPR_MAX_LIST) {
        rung_report(check->context->diagnostics,
                    EXPR_AT(check->context, EXPR_LIST_TOO_LONG, node->start, node->end),
                    RUNG_EXPR_MAX_LIST);
        node->poison = true;
    }
}

/* --- Bools ----------------------------------------------------------------------------------- */

static void require_bool(struct check *check, expr_node *call, expr_node *node)
{
    if (node->poison || is_base(node, RUNG_TYPE_BOOL))
        return;
    rung_report(check->context->diagnostics,
                EXPR_AT(check->context, EXPR_NOT_BOOL, node->start, node->end),
                call->function->name, phrase(check, node));
    expr_mend_bool(check->context, node);
    call->poison = true;
}

static void check_logic(struct check *check, expr_node *node)
{
    node->type = (rung_type){RUNG_TYPE_BOOL, 0};
    for (uint32_t i = 0; i < node->count; i++)
        require_bool(check, node, operand(check, node, i));
}

static void check_select(struct check *check, expr_node *node)
{
    expr_node *yes = operand(check, node, 1), *no = operand(check, node, 2);
    require_bool(check, node, operand(check, node, 0));
    if (yes->poison || no->poison || expr_unify(yes->type, no->type, &node->type))
        return;
    rung_report(check->context->diagnostics,
                EXPR_AT(check->context, EXPR_BRANCHES, yes->start, no->end), phrase(check, yes),
                phrase(check, no));
    node->poison = true;
}

/* --- Overloads ------------------------------------------------------------------------------- */

static void report_overload(struct check *check, const expr_node *node)
{
    const expr_context *context = check->context;
    const expr_node *left = operand(check, node, 0);
    const expr_node *right = node->count > 1 ? operand(check, node, 1) : NULL;
    const char *name = node->function->name;
    bool mixed =
        right && is_number(left) && is_number(right) && left->type.base != right->type.base;

    if (mixed && node->function->id != EXPR_FN_REMAINDER) {
        rung_report(context->diagnostics, EXPR_AT(context, EXPR_MIXED, node->mark, node->mark_end),
                    name);
        expr_mend_mixed(context, is_base(left, RUNG_TYPE_INT) ? left : right);
    } else if (right) {
        rung_report(context->diagnostics,
                    EXPR_AT(context, EXPR_NO_OVERLOAD_PAIR, node->mark, node->mark_end), name,
                    phrase(check, left), phrase(check, right));
        expr_mend_operands(context, node, left, right);
    } else {
        rung_report(context->diagnostics,
                    EXPR_AT(context, EXPR_NO_OVERLOAD, node->mark, node->mark_end), name,
                    phrase(check, left));
    }
}

/* Equality is between types that unify; numbers of both kinds compare too. */
static bool comparable(rung_type a, rung_type b)
{
    rung_type both;
    if (a.base == RUNG_TYPE_DOUBLE)
        a.base = RUNG_TYPE_INT;
    if (b.base == RUNG_TYPE_DOUBLE)
        b.base = RUNG_TYPE_INT;
    return expr_unify(a, b, &both);
}

/* What the row asks beyond the kinds; sets the result's type. */
static bool result_fits(expr_node *node, rung_type left, rung_type right)
{
    static const rung_type_base bases[] = {
        [EXPR_GIVES_BOOL] = RUNG_TYPE_BOOL,       [EXPR_GIVES_INT] = RUNG_TYPE_INT,
        [EXPR_GIVES_DOUBLE] = RUNG_TYPE_DOUBLE,   [EXPR_GIVES_STRING] = RUNG_TYPE_STRING,
        [EXPR_GIVES_BOTH] = RUNG_TYPE_NONE,       [EXPR_GIVES_COMPARED] = RUNG_TYPE_BOOL,
        [EXPR_GIVES_MEMBERSHIP] = RUNG_TYPE_BOOL,
    };
    expr_result result = node->overload->result;
    node->type = (rung_type){bases[result], 0};
    if (result == EXPR_GIVES_BOTH)
        return expr_unify(left, right, &node->type);
    if (result == EXPR_GIVES_COMPARED)
        return comparable(left, right);
    if (result != EXPR_GIVES_MEMBERSHIP)
        return true;
    rung_type item = {right.base, right.lists - 1};
    return comparable(left, item) || (item.base == RUNG_TYPE_NONE && item.lists == 0);
}

/* A question compared with what it can never be. */
static void check_compared(struct check *check, const expr_node *question, expr_node *compared)
{
    if (expr_question(question))
        expr_check_options(check->context, check->syntax, question->variable, compared);
}

static void check_overloads(struct check *check, expr_node *node)
{
    expr_node *left = operand(check, node, 0);
    expr_node *right = node->count > 1 ? operand(check, node, 1) : left;
    expr_function_id id = node->function->id;
    node->overload = expr_find_overload(id, left->type, node->count > 1 ? &right->type : NULL);
    if (!node->overload || !result_fits(node, left->type, right->type)) {
        report_overload(check, node);
        node->poison = true;
    } else if (id == EXPR_FN_EQUAL || id == EXPR_FN_UNEQUAL || id == EXPR_FN_IN) {
        check_compared(check, left, right);
        check_compared(check, right, left);
    }
}

/* --- points, math.least, math.greatest ------------------------------------------------------- */

static void check_points(struct check *check, expr_node *node)
{
    const expr_node *question = operand(check, node, 0);
    node->type = (rung_type){RUNG_TYPE_DOUBLE, 0};
    if (expr_question(question))
        return;
    rung_report(check->context->diagnostics,
                EXPR_AT(check->context, EXPR_POINTS, question->start, question->end));
    node->poison = true;
}

static void check_extreme(struct check *check, expr_node *node)
{
    node->type = (rung_type){RUNG_TYPE_INT, 0};
    for (uint32_t i = 0; i < node->count; i++) {
        const expr_node *next = operand(check, node, i);
        rung_type item = {next->type.base, 0};
        bool list = node->count == 1 && next->type.lists == 1;
        bool number = item.base == RUNG_TYPE_INT || item.base == RUNG_TYPE_DOUBLE;
        if (!number || (next->type.lists > 0 && !list)) {
            rung_report(check->context->diagnostics,
                        EXPR_AT(check->context, EXPR_NO_OVERLOAD, next->start, next->end),
                        node->function->name, phrase(check, next));
            node->poison = true;
        } else if (item.base == RUNG_TYPE_DOUBLE) {
            node->type = item;
        }
    }
}

/* --- Calls ----------------------------------------------------------------------------------- */

/* Written as the function is written, with as many operands as it takes. */
static bool check_form(struct check *check, const expr_node *node)
{
    const expr_context *context = check->context;
    const expr_function *function = node->function;
    bool call = function->forms & (EXPR_FUNCTION | EXPR_METHOD), method = node->start < node->mark;
    if (!call)
        return true;
    if (!(function->forms & (method ? EXPR_METHOD : EXPR_FUNCTION))) {
        rung_report(context->diagnostics,
                    EXPR_AT(context, method ? EXPR_NOT_METHOD : EXPR_NOT_FUNCTION, node->mark,
                            node->mark_end),
                    function->name);
        rung_mend(context->diagnostics, method ? "write `%s(…)`" : "write `a.%s(b)`",
                  function->name);
        return false;
    }
    if (node->count >= function->least && (function->most == 0 || node->count <= function->most))
        return true;
    unsigned wanted = function->least - method;
    const char *words = function->most == 0 ? "one or more operands"
                        : wanted == 0       ? "nothing in its brackets"
                                            : "one operand";
    rung_report(context->diagnostics,
                EXPR_AT(context, EXPR_ARGUMENT_COUNT, node->mark, node->mark_end), function->name,
                words, (size_t)(node->count - method));
    return false;
}

static void check_call(struct check *check, expr_node *node)
{
    if (!check_form(check, node)) {
        node->poison = true;
        return;
    }
    expr_rule rule = node->function->rule;
    if (rule == EXPR_RULE_LOGIC)
        check_logic(check, node);
    else if (rule == EXPR_RULE_SELECT)
        check_select(check, node);
    node->poison = node->poison || any_poison(check, node);
    if (node->poison)
        return;
    if (rule == EXPR_RULE_OVERLOADS)
        check_overloads(check, node);
    else if (rule == EXPR_RULE_POINTS)
        check_points(check, node);
    else if (rule == EXPR_RULE_EXTREME)
        check_extreme(check, node);
}

static void check_node(struct check *check, expr_node *node)
{
    if (node->kind == EXPR_NODE_LITERAL)
        node->type = node->value.type;
    else if (node->kind == EXPR_NODE_NAME)
        check_name(check, node);
    else if (node->kind == EXPR_NODE_CALL)
        check_call(check, node);
    else if (any_poison(check, node))
        node->poison = true;
    else
        check_list(check, node);
}

/* --- The whole ------------------------------------------------------------------------------- */

static const char *plain_phrase(rung_type type)
{
    static const char *const phrases[] = {
        [RUNG_TYPE_NONE] = "nothing",    [RUNG_TYPE_BOOL] = "true or false",
        [RUNG_TYPE_INT] = "a number",    [RUNG_TYPE_DOUBLE] = "a number",
        [RUNG_TYPE_STRING] = "a string",
    };
    return type.lists ? "a list" : phrases[type.base];
}

static void check_want(const expr_context *context, const expr_node *root, rung_want want)
{
    static const char *const wanted[] = {
        [RUNG_WANT_ANY] = "",
        [RUNG_WANT_BOOL] = "a condition must be true or false",
        [RUNG_WANT_NUMBER] = "a number is wanted",
        [RUNG_WANT_STRING] = "a string is wanted",
    };
    bool fits = want == RUNG_WANT_ANY ||
                (want == RUNG_WANT_BOOL && is_base(root, RUNG_TYPE_BOOL)) ||
                (want == RUNG_WANT_NUMBER && is_number(root)) ||
                (want == RUNG_WANT_STRING && is_base(root, RUNG_TYPE_STRING));
    if (!fits)
        rung_report(context->diagnostics, EXPR_AT(context, EXPR_WANT, root->start, root->end),
                    plain_phrase(root->type), wanted[want]);
}

void expr_check(const expr_context *context, expr_syntax *syntax, rung_want want)
{
    struct check check = {.context = context, .syntax = syntax};
    for (size_t i = 0; i < syntax->nodes.count; i++)
        if (!syntax->nodes.at[i].poison)
            check_node(&check, &syntax->nodes.at[i]);
    const expr_node *root = &syntax->nodes.at[syntax->root];
    if (!root->poison)
        check_want(context, root, want);
}
