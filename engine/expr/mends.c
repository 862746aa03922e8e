/* What was probably meant by operands that do not fit. Each sets the mend of the diagnostic that
 * was reported last, or leaves it to its kind. */
#include "expr/syntax.h"

static bool is_base(const expr_node *node, rung_type_base base)
{
    return node->type.lists == 0 && node->type.base == base;
}

static bool is_number(const expr_node *node)
{
    return is_base(node, RUNG_TYPE_INT) || is_base(node, RUNG_TYPE_DOUBLE);
}

static bool is_arithmetic(const expr_node *call)
{
    return call->function->id >= EXPR_FN_ADD && call->function->id <= EXPR_FN_REMAINDER;
}

static bool is_equality(const expr_node *call)
{
    return call->function->id == EXPR_FN_EQUAL || call->function->id == EXPR_FN_UNEQUAL;
}

static bool is_comparison(const expr_node *node)
{
    return node->kind == EXPR_NODE_CALL && node->function->id >= EXPR_FN_LESS &&
           node->function->id <= EXPR_FN_GREATER_EQUAL;
}

static rung_text written(const expr_context *context, const expr_node *node)
{
    return expr_slice(context, node->start, node->end);
}

void expr_mend_bool(const expr_context *context, const expr_node *node)
{
    rung_text text = written(context, node);
    if (is_number(node))
        rung_mend(context->diagnostics, "compare it, such as `%.*s > 0`", EXPR_SHOWN(text));
    else if (node->type.lists)
        rung_mend(context->diagnostics, "compare its size, such as `size(%.*s) > 0`",
                  EXPR_SHOWN(text));
    else if (node->kind == EXPR_NODE_NAME)
        rung_mend(context->diagnostics, "compare it, such as `%.*s == \"…\"`", EXPR_SHOWN(text));
}

void expr_mend_mixed(const expr_context *context, const expr_node *whole)
{
    rung_text text = written(context, whole);
    if (whole->kind == EXPR_NODE_LITERAL)
        rung_mend(context->diagnostics, "write `%lld.0`", (long long)whole->value.integer);
    else
        rung_mend(context->diagnostics, "write `double(%.*s)`", EXPR_SHOWN(text));
}

/* A bool where a number is calculated with. */
static bool mend_bool_as_number(const expr_context *context, const expr_node *node)
{
    if (!is_base(node, RUNG_TYPE_BOOL))
        return false;
    rung_text text = written(context, node);
    rung_mend(context->diagnostics, "make a number of it: `(%.*s ? 1 : 0)`", EXPR_SHOWN(text));
    return true;
}

/* The id of a question in quotes. */
static bool mend_quoted_name(const expr_context *context, const expr_node *node)
{
    if (node->kind != EXPR_NODE_LITERAL || !is_base(node, RUNG_TYPE_STRING) ||
        !expr_is_name(context, node->value.string))
        return false;
    rung_mend(context->diagnostics, "a question is named without quotes: `%.*s`",
              EXPR_SHOWN(node->value.string));
    return true;
}

/* One option compared with all that were chosen. */
static bool mend_membership(const expr_context *context, const expr_node *item,
                            const expr_node *list)
{
    if (!is_base(item, RUNG_TYPE_STRING) || list->type.lists != 1)
        return false;
    rung_text one = written(context, item), all = written(context, list);
    rung_mend(context->diagnostics, "ask whether it is among them: `%.*s in %.*s`", EXPR_SHOWN(one),
              EXPR_SHOWN(all));
    return true;
}

static void mend_in(const expr_context *context, const expr_node *left, const expr_node *right)
{
    rung_text text = written(context, right);
    if (is_base(right, RUNG_TYPE_STRING) && is_base(left, RUNG_TYPE_STRING))
        rung_mend(context->diagnostics, "a part of a string: `a.contains(b)`");
    else if (right->type.lists == 0)
        rung_mend(context->diagnostics, "behind `in` stands a list: `[%.*s]`", EXPR_SHOWN(text));
}

void expr_mend_operands(const expr_context *context, const expr_node *call, const expr_node *left,
                        const expr_node *right)
{
    if (call->function->id == EXPR_FN_IN)
        mend_in(context, left, right);
    else if (is_comparison(call) && is_comparison(left))
        rung_mend(context->diagnostics, "compare one after the other: `a < b && b < c`");
    else if (is_equality(call) &&
             (mend_membership(context, left, right) || mend_membership(context, right, left)))
        return;
    else if (is_arithmetic(call) &&
             (mend_bool_as_number(context, left) || mend_bool_as_number(context, right)))
        return;
    else if (!mend_quoted_name(context, left))
        mend_quoted_name(context, right);
}

void expr_mend_field(const expr_context *context, rung_text word)
{
    const expr_function *function = expr_find_function(word, EXPR_FUNCTION | EXPR_METHOD);
    if (function && (function->forms & EXPR_FUNCTION))
        rung_mend(context->diagnostics, "write `%s(…)`", function->name);
    else if (function)
        rung_mend(context->diagnostics, "a function needs brackets: `.%s(…)`", function->name);
}
