/* Tokens to nodes: precedence climbing. Chains of operators and of `?:` are loops, so depth is
 * that of brackets only. */
#include "expr/syntax.h"

#include <string.h>

struct parser {
    const expr_context *context;
    const expr_token *at; /* never behind the token END */
    expr_syntax *syntax;
    RUNG_VEC(uint32_t) pending; /* operands of calls and lists that are still open */
    unsigned depth;
    bool failed; /* `at` is then END, so that all loops stop */
};

static uint32_t parse_expression(struct parser *parser);

/* --- Tokens ---------------------------------------------------------------------------------- */

static bool at_mark(const struct parser *parser, char mark)
{
    return parser->at->kind == EXPR_TOKEN_MARK && parser->at->mark == mark;
}

static bool accept(struct parser *parser, char mark)
{
    bool found = at_mark(parser, mark);
    parser->at += found;
    return found;
}

static void fail(struct parser *parser)
{
    parser->failed = true;
    while (parser->at->kind != EXPR_TOKEN_END)
        parser->at++;
}

/* How messages name the next token. */
static rung_text found_phrase(const struct parser *parser)
{
    if (parser->at->kind == EXPR_TOKEN_END)
        return RUNG_TEXT("the end");
    rung_text token = expr_slice(parser->context, parser->at->start, parser->at->end);
    return rung_text_of(rung_format(parser->context->arena, "`%.*s`", EXPR_SHOWN(token)));
}

static void report_token(struct parser *parser, expr_message message, const expr_token *token)
{
    rung_report(parser->context->diagnostics,
                EXPR_AT(parser->context, message, token->start, token->end));
}

/* Reports `message`, whose last argument is the next token, and ends the parse. `wanted` NULL:
 * the message takes the token only. */
static void fail_before(struct parser *parser, expr_message message, const char *wanted)
{
    if (parser->failed)
        return;
    const expr_token *at = parser->at;
    rung_text found = found_phrase(parser);
    rung_diagnostics *diagnostics = parser->context->diagnostics;
    if (wanted)
        rung_report(diagnostics, EXPR_AT(parser->context, message, at->start, at->end), wanted,
                    EXPR_SHOWN(found));
    else
        rung_report(diagnostics, EXPR_AT(parser->context, message, at->start, at->end),
                    EXPR_SHOWN(found));
    fail(parser);
}

/* Where an operator is due, a word may be meant as one. */
static const char *meant_by(rung_text word)
{
    static const rung_text in = {"in", 2};
    static const char *const words[][2] = {
        {"is", "=="},           {"equals", "=="},      {"eq", "=="},
        {"ne", "!="},           {"lt", "<"},           {"gt", ">"},
        {"mod", "%"},           {"then", "a ? b : c"}, {"has", "b in a"},
        {"contains", "b in a"},
    };
    for (size_t i = 0; i < RUNG_COUNT(words); i++)
        if (rung_text_is(word, words[i][0]))
            return words[i][1];
    return rung_nearest(word, &in, 1) == 0 ? "in" : NULL;
}

static bool is_number(const expr_token *token)
{
    return token->kind == EXPR_TOKEN_LITERAL &&
           (token->value.type.base == RUNG_TYPE_INT || token->value.type.base == RUNG_TYPE_DOUBLE);
}

/* A comma or a colon where an operator is due; it is never the first token. */
static void mend_mark(struct parser *parser, const expr_token *at)
{
    if (at->kind != EXPR_TOKEN_MARK)
        return;
    if (at->mark == ':')
        rung_mend(parser->context->diagnostics, "a `?` belongs before it: `a ? b : c`");
    else if (at->mark == ',' && is_number(&at[-1]) && is_number(&at[1]))
        rung_mend(parser->context->diagnostics, "a fraction has a point, such as 1.5");
}

static void fail_for_operator(struct parser *parser, expr_message message, const char *wanted)
{
    const expr_token *at = parser->at;
    bool failed = parser->failed, word = !failed && at->kind == EXPR_TOKEN_NAME;
    fail_before(parser, message, wanted);
    const char *meant = word ? meant_by(expr_slice(parser->context, at->start, at->end)) : NULL;
    if (meant)
        rung_mend(parser->context->diagnostics, "did you mean `%s`?", meant);
    else if (!failed)
        mend_mark(parser, at);
}

/* The bracket that closes the one opened by `open`. */
static void expect_close(struct parser *parser, const expr_token *open)
{
    bool round = open->mark == '(';
    const char opened[] = {open->mark, '\0'};
    if (accept(parser, round ? ')' : ']') || parser->failed)
        return;
    if (parser->at->kind != EXPR_TOKEN_END) {
        fail_for_operator(parser, EXPR_EXPECTED, round ? "`)`" : "`]`");
        return;
    }
    rung_report(parser->context->diagnostics,
                EXPR_AT(parser->context, EXPR_UNCLOSED, open->start, open->end), opened);
    fail(parser);
}

/* --- Nodes ----------------------------------------------------------------------------------- */

static expr_node *node_at(const struct parser *parser, uint32_t node)
{
    return &parser->syntax->nodes.at[node];
}

static uint32_t add_node(struct parser *parser, expr_node node)
{
    if (node.to == 0) {
        node.from = node.start;
        node.to = node.end;
    }
    rung_push(parser->context->arena, &parser->syntax->nodes, node);
    return (uint32_t)parser->syntax->nodes.count - 1;
}

static uint32_t add_poison(struct parser *parser, uint32_t start, uint32_t end)
{
    return add_node(parser, (expr_node){.poison = true, .start = start, .end = end});
}

static void push_pending(struct parser *parser, uint32_t node)
{
    rung_push(parser->context->arena, &parser->pending, node);
}

/* A node over the pending operands from `base` on. */
static uint32_t add_over(struct parser *parser, expr_node node, size_t base)
{
    node.first = (uint32_t)parser->syntax->operands.count;
    node.count = (uint32_t)(parser->pending.count - base);
    for (size_t i = base; i < parser->pending.count; i++)
        rung_push(parser->context->arena, &parser->syntax->operands, parser->pending.at[i]);
    parser->pending.count = base;
    return add_node(parser, node);
}

/* An operator's node, from the first operand's start to the last one's end. */
static uint32_t add_operation(struct parser *parser, const expr_function *function,
                              const expr_token *mark, size_t base)
{
    const expr_node *first = node_at(parser, parser->pending.at[base]);
    const expr_node *last = node_at(parser, parser->pending.at[parser->pending.count - 1]);
    expr_node node = {.kind = EXPR_NODE_CALL, .function = function};
    node.start = mark->start < first->start ? mark->start : first->start;
    node.end = last->end;
    node.from = mark->start < first->from ? mark->start : first->from;
    node.to = last->to;
    node.mark = mark->start;
    node.mark_end = mark->end;
    return add_over(parser, node, base);
}

/* --- Names and calls ------------------------------------------------------------------------- */

/* Words that CEL keeps for its host languages. */
static bool is_reserved(rung_text word)
{
    static const char *const words[] = {
        "as",  "break", "const",   "continue",  "else",   "for", "function", "if",   "import",
        "let", "loop",  "package", "namespace", "return", "var", "void",     "while"};
    for (size_t i = 0; i < RUNG_COUNT(words); i++)
        if (rung_text_is(word, words[i]))
            return true;
    return false;
}

/* Items up to the closing bracket, pushed as pending. A list may end in a comma. */
static void parse_items(struct parser *parser, const expr_token *open)
{
    bool list = open->mark == '[', more = !at_mark(parser, list ? ']' : ')');
    while (more) {
        push_pending(parser, parse_expression(parser));
        more = accept(parser, ',') && !(list && at_mark(parser, ']'));
    }
    expect_close(parser, open);
}

/* A call whose name is bytes [start, end); `base` is where its operands begin (a method's
 * receiver is there already), `at` the opening bracket. */
static uint32_t parse_call(struct parser *parser, const expr_token *name, rung_text spelled,
                           size_t base, bool method)
{
    const expr_function *function = expr_find_function(spelled, EXPR_FUNCTION | EXPR_METHOD);
    const expr_token *open = parser->at++;
    uint32_t first_argument = (uint32_t)parser->syntax->nodes.count;
    parse_items(parser, open);

    expr_node node = {.kind = EXPR_NODE_CALL, .function = function};
    const expr_node *receiver = method ? node_at(parser, parser->pending.at[base]) : NULL;
    node.start = receiver ? receiver->start : name->start;
    node.from = receiver ? receiver->from : name->start;
    node.mark = name->start;
    node.mark_end = open[-1].end;
    node.end = node.to = parser->at[-1].end;
    uint32_t call = add_over(parser, node, base);
    if (!function && !parser->failed) {
        expr_unknown_function(parser->context, spelled, node.mark, node.mark_end, method);
        /* The operands may use names of an unknown language: one mistake, one diagnostic. */
        for (uint32_t i = first_argument; i <= call; i++)
            node_at(parser, i)->poison = true;
    }
    return call;
}

/* True for `math` before a point, and for what is meant to be it before one of its functions: no
 * value has functions of these names. */
static bool is_math(rung_text word, rung_text member)
{
    static const rung_text math = {"math", 4};
    bool theirs = rung_text_is(member, "least") || rung_text_is(member, "greatest");
    return rung_text_equal(word, math) || (theirs && rung_nearest(word, &math, 1) == 0);
}

static uint32_t parse_name(struct parser *parser)
{
    const expr_token *name = parser->at++;
    rung_text word = expr_slice(parser->context, name->start, name->end);
    const expr_token *next = parser->at;

    if (is_reserved(word) || rung_text_is(word, "null")) {
        bool null = rung_text_is(word, "null");
        rung_report(
            parser->context->diagnostics,
            EXPR_AT(parser->context, null ? EXPR_NO_NULL : EXPR_RESERVED, name->start, name->end),
            EXPR_SHOWN(word));
        if (null)
            rung_mend(parser->context->diagnostics, "a choice without an answer is `\"\"`");
        else
            fail(parser); /* a sentence of another language: what follows is more of it */
        return add_poison(parser, name->start, name->end);
    }
    if (at_mark(parser, '('))
        return parse_call(parser, name, word, parser->pending.count, false);
    bool call = at_mark(parser, '.') && next[1].kind == EXPR_TOKEN_NAME &&
                next[2].kind == EXPR_TOKEN_MARK && next[2].mark == '(';
    rung_text member = call ? expr_slice(parser->context, next[1].start, next[1].end) : word;
    if (call && is_math(word, member)) {
        rung_text whole =
            rung_text_of(rung_format(parser->context->arena, "%.*s.%.*s", (int)word.size, word.at,
                                     (int)member.size, member.at));
        parser->at += 2;
        return parse_call(parser, name, whole, parser->pending.count, false);
    }
    return add_node(parser,
                    (expr_node){.kind = EXPR_NODE_NAME, .start = name->start, .end = name->end});
}

/* --- What follows a value -------------------------------------------------------------------- */

/* `.name(…)`; anything else behind a point is a field, and there are none. */
static uint32_t parse_member(struct parser *parser, uint32_t receiver)
{
    const expr_token *dot = parser->at++, *name = parser->at;
    if (name->kind != EXPR_TOKEN_NAME) {
        fail_before(parser, EXPR_EXPECTED, "a name");
        return 0;
    }
    parser->at++;
    if (at_mark(parser, '(')) {
        size_t base = parser->pending.count;
        push_pending(parser, receiver);
        return parse_call(parser, name, expr_slice(parser->context, name->start, name->end), base,
                          true);
    }
    if (!node_at(parser, receiver)->poison) {
        rung_report(parser->context->diagnostics,
                    EXPR_AT(parser->context, EXPR_FIELDS, dot->start, name->end));
        expr_mend_field(parser->context, expr_slice(parser->context, name->start, name->end));
    }
    node_at(parser, receiver)->poison = true;
    return receiver;
}

static uint32_t parse_index(struct parser *parser, uint32_t receiver)
{
    const expr_token *open = parser->at++;
    size_t base = parser->pending.count;
    report_token(parser, EXPR_INDEX, open);
    rung_mend(parser->context->diagnostics, "`x in list` asks whether it holds x");
    parse_items(parser, open);
    parser->pending.count = base;
    node_at(parser, receiver)->poison = true;
    return receiver;
}

/* --- Values ---------------------------------------------------------------------------------- */

static uint32_t parse_list(struct parser *parser)
{
    const expr_token *open = parser->at++;
    size_t base = parser->pending.count;
    parse_items(parser, open);
    expr_node node = {.kind = EXPR_NODE_LIST, .start = open->start, .end = parser->at[-1].end};
    return parser->failed ? 0 : add_over(parser, node, base);
}

static void fail_at_map(struct parser *parser)
{
    report_token(parser, EXPR_MAPS, parser->at);
    fail(parser);
}

static uint32_t parse_bracket(struct parser *parser)
{
    const expr_token *open = parser->at++;
    uint32_t node = parse_expression(parser);
    expect_close(parser, open);
    if (!parser->failed) {
        node_at(parser, node)->from = open->start;
        node_at(parser, node)->to = parser->at[-1].end;
    }
    return node;
}

static uint32_t parse_literal(struct parser *parser, bool negative)
{
    const expr_token *token = parser->at++;
    expr_node node = {.kind = EXPR_NODE_LITERAL, .start = token->start, .end = token->end};
    node.value = token->value;
    node.poison = token->broken;
    if (negative) {
        node.start = token[-1].start;
        if (node.value.type.base == RUNG_TYPE_DOUBLE)
            node.value.real = -node.value.real;
        else if (!token->beyond)
            node.value.integer = -node.value.integer;
    } else if (token->beyond) {
        report_token(parser, EXPR_INT_RANGE, token);
        node.poison = true;
    }
    return add_node(parser, node);
}

static uint32_t parse_primary(struct parser *parser, bool negative)
{
    switch (parser->at->kind) {
    case EXPR_TOKEN_LITERAL:
        return parse_literal(parser, negative);
    case EXPR_TOKEN_NAME:
        return parse_name(parser);
    case EXPR_TOKEN_MARK:
        if (at_mark(parser, '('))
            return parse_bracket(parser);
        if (at_mark(parser, '['))
            return parse_list(parser);
        if (at_mark(parser, '{'))
            fail_at_map(parser);
        break;
    default:
        break;
    }
    fail_before(parser, EXPR_EXPECTED_VALUE, NULL);
    return 0;
}

/* `!` and `-` before a value, and what follows it. A minus before a number is the number's own:
 * so -9223372036854775808 is an int. */
static uint32_t parse_prefixed(struct parser *parser)
{
    const expr_token *first = parser->at;
    while (parser->at->kind == EXPR_TOKEN_OPERATOR && parser->at->prefix)
        parser->at++;
    const expr_token *value = parser->at;
    bool negative = value > first && value[-1].prefix->id == EXPR_FN_NEGATE && is_number(value);

    uint32_t node = parse_primary(parser, negative);
    while (!parser->failed && (at_mark(parser, '.') || at_mark(parser, '[')))
        node = at_mark(parser, '.') ? parse_member(parser, node) : parse_index(parser, node);
    if (at_mark(parser, '{'))
        fail_at_map(parser);
    for (const expr_token *prefix = value - negative; !parser->failed && prefix > first; prefix--) {
        push_pending(parser, node);
        node = add_operation(parser, prefix[-1].prefix, &prefix[-1], parser->pending.count - 1);
    }
    return node;
}

/* --- Operators ------------------------------------------------------------------------------- */

/* Operators that bind at least as tightly as `binds`. */
static uint32_t parse_infix(struct parser *parser, unsigned binds)
{
    uint32_t left = parse_prefixed(parser);
    while (parser->at->kind == EXPR_TOKEN_OPERATOR && parser->at->infix &&
           parser->at->infix->binds >= binds) {
        const expr_token *mark = parser->at++;
        size_t base = parser->pending.count;
        push_pending(parser, left);
        push_pending(parser, parse_infix(parser, mark->infix->binds + 1));
        if (parser->failed)
            return 0;
        left = add_operation(parser, mark->infix, mark, base);
    }
    return left;
}

/* Pending holds pairs of a test and its result, `otherwise` is the last one: nodes are made from
 * the innermost on. */
static uint32_t fold_conditions(struct parser *parser, size_t base, uint32_t otherwise)
{
    while (parser->pending.count > base) {
        size_t test = parser->pending.count - 2;
        push_pending(parser, otherwise);
        const expr_node *result = node_at(parser, parser->pending.at[test + 1]);
        expr_token mark = {.start = result->start, .end = result->end};
        otherwise = add_operation(parser, &expr_functions[EXPR_FN_SELECT], &mark, test);
    }
    return otherwise;
}

static uint32_t parse_conditions(struct parser *parser)
{
    size_t base = parser->pending.count;
    uint32_t node = parse_infix(parser, 1);
    while (accept(parser, '?')) {
        push_pending(parser, node);
        push_pending(parser, parse_infix(parser, 1));
        if (at_mark(parser, '?'))
            fail_before(parser, EXPR_NESTED_CONDITION, NULL);
        if (!accept(parser, ':'))
            fail_before(parser, EXPR_EXPECTED, "`:`");
        node = parse_infix(parser, 1);
    }
    return parser->failed ? 0 : fold_conditions(parser, base, node);
}

static uint32_t parse_expression(struct parser *parser)
{
    if (parser->depth == RUNG_EXPR_MAX_DEPTH && !parser->failed) {
        const expr_token *at = parser->at;
        rung_report(parser->context->diagnostics,
                    EXPR_AT(parser->context, EXPR_TOO_DEEP, at->start, at->end),
                    RUNG_EXPR_MAX_DEPTH);
        fail(parser);
    }
    if (parser->failed)
        return 0;
    parser->depth++;
    uint32_t node = parse_conditions(parser);
    parser->depth--;
    return node;
}

expr_syntax *expr_parse(const expr_context *context)
{
    const expr_token *tokens = expr_scan(context);
    if (!tokens)
        return NULL;
    struct parser parser = {.context = context, .at = tokens};
    parser.syntax = rung_new(context->arena, expr_syntax);
    if (tokens->kind == EXPR_TOKEN_END) {
        rung_report(context->diagnostics,
                    EXPR_AT(context, EXPR_EMPTY, 0, (uint32_t)context->text.size));
        return NULL;
    }
    parser.syntax->root = parse_expression(&parser);
    if (parser.at->kind == EXPR_TOKEN_MARK && strchr(")]}", parser.at->mark))
        fail_before(&parser, EXPR_UNOPENED, NULL);
    else if (parser.at->kind != EXPR_TOKEN_END)
        fail_for_operator(&parser, EXPR_EXPECTED_OPERATOR, NULL);
    return parser.failed ? NULL : parser.syntax;
}

expr_node *expr_operand(const expr_syntax *syntax, const expr_node *node, uint32_t n)
{
    return &syntax->nodes.at[syntax->operands.at[node->first + n]];
}
