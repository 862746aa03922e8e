/* Text to tokens. What people write by habit from elsewhere (`=`, `and`, typographic quotes) is
 * recognised here, so that the parser meets the language only. */
#include "expr/syntax.h"

#include <string.h>

typedef RUNG_VEC(expr_token) token_list;

struct scan {
    const expr_context *context;
    rung_text text;
    uint32_t at;
    char *room; /* for the bytes of string literals */
    token_list tokens;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool begins_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static char peek(const struct scan *scan, uint32_t ahead)
{
    return scan->at + ahead < scan->text.size ? scan->text.at[scan->at + ahead] : '\0';
}

static void skip_blanks(struct scan *scan)
{
    for (;;) {
        char c = peek(scan, 0);
        if (c == '/' && peek(scan, 1) == '/') {
            while (scan->at < scan->text.size && peek(scan, 0) != '\n')
                scan->at++;
        } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
            scan->at++;
        } else {
            return;
        }
    }
}

/* Whether what was scanned last ends a value, so that an operator is due. */
static bool after_value(const struct scan *scan)
{
    if (scan->tokens.count == 0)
        return false;
    const expr_token *last = &scan->tokens.at[scan->tokens.count - 1];
    return last->kind == EXPR_TOKEN_LITERAL || last->kind == EXPR_TOKEN_NAME ||
           (last->kind == EXPR_TOKEN_MARK && strchr(")]}", last->mark));
}

static void push_operator(struct scan *scan, uint32_t end, const char *spelling)
{
    rung_text name = rung_text_of(spelling);
    expr_token token = {.kind = EXPR_TOKEN_OPERATOR, .start = scan->at, .end = end};
    token.infix = expr_find_function(name, EXPR_INFIX);
    token.prefix = expr_find_function(name, EXPR_PREFIX);
    rung_push(scan->context->arena, &scan->tokens, token);
    scan->at = end;
}

static void report_slip(struct scan *scan, uint32_t end, const char *mend)
{
    rung_text written = expr_slice(scan->context, scan->at, end);
    rung_report(scan->context->diagnostics, EXPR_AT(scan->context, EXPR_SLIP, scan->at, end),
                EXPR_SHOWN(written));
    rung_mend(scan->context->diagnostics, "write `%s`", mend);
}

/* --- Operators and marks --------------------------------------------------------------------- */

/* Longest first. `meant` is what a slip stands for. */
static const struct spelling {
    const char *text, *meant;
} spellings[] = {
    {"===", "=="}, {"!==", "!="}, {"&&&", "&&"}, {"|||", "||"}, {"=!", "!="},
    {"==", NULL},  {"!=", NULL},  {"<=", NULL},  {">=", NULL},  {"&&", NULL},
    {"||", NULL},  {"<>", "!="},  {"=<", "<="},  {"=>", ">="},  {"=", "=="},
    {"&", "&&"},   {"|", "||"},   {"<", NULL},   {">", NULL},   {"+", NULL},
    {"-", NULL},   {"*", NULL},   {"/", NULL},   {"%", NULL},   {"!", NULL},
};

static bool scan_operator(struct scan *scan)
{
    rung_text rest = {scan->text.at + scan->at, scan->text.size - scan->at};
    for (size_t i = 0; i < RUNG_COUNT(spellings); i++) {
        const struct spelling *row = &spellings[i];
        if (row->text[0] != rest.at[0])
            continue;
        rung_text text = rung_text_of(row->text);
        if (!rung_text_starts(rest, text))
            continue;
        uint32_t end = scan->at + (uint32_t)text.size;
        if (row->meant)
            report_slip(scan, end, row->meant);
        push_operator(scan, end, row->meant ? row->meant : row->text);
        return true;
    }
    return false;
}

static bool scan_mark(struct scan *scan)
{
    char c = peek(scan, 0);
    if (!c || !strchr("()[]{},.?:", c))
        return false;
    expr_token token = {.kind = EXPR_TOKEN_MARK, .start = scan->at, .end = scan->at + 1, .mark = c};
    rung_push(scan->context->arena, &scan->tokens, token);
    scan->at++;
    return true;
}

/* --- Words ----------------------------------------------------------------------------------- */

static bool is_any(rung_text word, const char *lower, const char *upper)
{
    return rung_text_is(word, lower) || rung_text_is(word, upper);
}

/* Whether a value can begin at the next character that is no blank. */
static bool value_follows(struct scan *scan, uint32_t end)
{
    struct scan ahead = *scan;
    ahead.at = end;
    skip_blanks(&ahead);
    char c = peek(&ahead, 0);
    return c && (begins_word(c) || is_digit(c) || strchr("([!\"'", c));
}

static bool word_follows(const struct scan *scan, uint32_t end, const char *word)
{
    struct scan ahead = *scan;
    ahead.at = end;
    skip_blanks(&ahead);
    rung_text rest = {scan->text.at + ahead.at, scan->text.size - ahead.at};
    return rung_text_starts(rest, rung_text_of(word)) && !begins_word(peek(&ahead, 2));
}

/* `and`, `or`, `not` where an operator of that meaning would stand. */
static bool scan_word_slip(struct scan *scan, uint32_t end, rung_text word)
{
    bool value = after_value(scan);
    if (value && is_any(word, "and", "AND")) {
        report_slip(scan, end, "&&");
        push_operator(scan, end, "&&");
    } else if (value && is_any(word, "or", "OR")) {
        report_slip(scan, end, "||");
        push_operator(scan, end, "||");
    } else if (value && is_any(word, "not", "NOT") && word_follows(scan, end, "in")) {
        report_slip(scan, end, "!(… in …)");
        scan->at = end;
    } else if (!value && is_any(word, "not", "NOT") && value_follows(scan, end)) {
        report_slip(scan, end, "!");
        push_operator(scan, end, "!");
    } else {
        return false;
    }
    return true;
}

static void scan_word(struct scan *scan)
{
    uint32_t end = scan->at;
    while (end < scan->text.size &&
           (begins_word(scan->text.at[end]) || is_digit(scan->text.at[end])))
        end++;
    rung_text word = expr_slice(scan->context, scan->at, end);
    expr_token token = {.kind = EXPR_TOKEN_NAME, .start = scan->at, .end = end};

    if (rung_text_is(word, "in")) {
        push_operator(scan, end, "in");
        return;
    }
    if (scan_word_slip(scan, end, word))
        return;
    if (rung_text_is(word, "true") || rung_text_is(word, "false")) {
        token.kind = EXPR_TOKEN_LITERAL;
        token.value.type = (rung_type){RUNG_TYPE_BOOL, 0};
        token.value.boolean = word.size == 4;
    }
    rung_push(scan->context->arena, &scan->tokens, token);
    scan->at = end;
}

/* --- Literals and the rest ------------------------------------------------------------------- */

static bool begins_string(const struct scan *scan)
{
    char c = peek(scan, 0), next = peek(scan, 1);
    bool quote = c == '"' || c == '\'', next_quote = next == '"' || next == '\'';
    return quote || ((c == 'r' || c == 'R') && next_quote);
}

/* b"…", and its combinations with r. */
static bool begins_bytes(const struct scan *scan)
{
    uint32_t i = 0, bytes = 0;
    for (; i < 2 && peek(scan, i) && strchr("bBrR", peek(scan, i)); i++)
        bytes |= peek(scan, i) == 'b' || peek(scan, i) == 'B';
    return bytes && (peek(scan, i) == '"' || peek(scan, i) == '\'');
}

static bool scan_string(struct scan *scan)
{
    expr_token token = {.kind = EXPR_TOKEN_LITERAL, .start = scan->at};
    token.value.type = (rung_type){RUNG_TYPE_STRING, 0};
    size_t errors = scan->context->diagnostics->errors;
    if (!expr_scan_string(scan->context, &scan->at, &scan->room, &token.value.string))
        return false;
    token.end = scan->at;
    token.broken = scan->context->diagnostics->errors > errors;
    rung_push(scan->context->arena, &scan->tokens, token);
    return true;
}

static bool scan_number(struct scan *scan)
{
    expr_token token;
    if (!expr_scan_number(scan->context, &scan->at, &token))
        return false;
    rung_push(scan->context->arena, &scan->tokens, token);
    return true;
}

/* Characters that look like, or are typed for, one that has a meaning. */
static const struct lookalike {
    int32_t code;
    const char *mend;
} lookalikes[] = {
    {0x00A0, "write an ordinary blank"},
    {0x202F, "write an ordinary blank"},
    {0x3000, "write an ordinary blank"},
    {0xFEFF, "take this invisible mark out"},
    {0x200B, "take this invisible mark out"},
    {0x00AB, "write `\"`"},
    {0x00BB, "write `\"`"},
    {0x201C, "write `\"`"},
    {0x201D, "write `\"`"},
    {0x201E, "write `\"`"},
    {0x2018, "write `'`"},
    {0x2019, "write `'`"},
    {0x201A, "write `'`"},
    {0x2212, "write `-`"},
    {0x2013, "write `-`"},
    {0x2014, "write `-`"},
    {0x00D7, "write `*`"},
    {0x00F7, "write `/`"},
    {0x2264, "write `<=`"},
    {0x2265, "write `>=`"},
    {0x2260, "write `!=`"},
    {0x2227, "write `&&`"},
    {0x2228, "write `||`"},
    {0x00AC, "write `!`"},
};

static void report_character(const struct scan *scan)
{
    const char *start = scan->text.at + scan->at, *end = start;
    int32_t code = rung_utf8_next(&end, scan->text.at + scan->text.size);
    rung_report(
        scan->context->diagnostics,
        EXPR_AT(scan->context, EXPR_BAD_CHARACTER, scan->at, scan->at + (uint32_t)(end - start)),
        (unsigned)code);
    for (size_t i = 0; i < RUNG_COUNT(lookalikes); i++)
        if (lookalikes[i].code == code)
            rung_mend(scan->context->diagnostics, "%s", lookalikes[i].mend);
}

static bool scan_one(struct scan *scan)
{
    char c = peek(scan, 0);
    if (begins_bytes(scan)) {
        rung_report(scan->context->diagnostics,
                    EXPR_AT(scan->context, EXPR_BYTES, scan->at, scan->at + 1));
        rung_mend(scan->context->diagnostics, "write the string without `b`");
        return false;
    }
    if (begins_string(scan))
        return scan_string(scan);
    if (is_digit(c) || (c == '.' && is_digit(peek(scan, 1))))
        return scan_number(scan);
    if (begins_word(c)) {
        scan_word(scan);
        return true;
    }
    if (scan_operator(scan) || scan_mark(scan))
        return true;
    report_character(scan);
    return false;
}

/* The first byte that is not UTF-8; the size if all is. */
static uint32_t first_invalid(rung_text text)
{
    const char *at = text.at, *end = text.at + text.size;
    while (at < end) {
        const char *start = at;
        if (rung_utf8_next(&at, end) < 0)
            return (uint32_t)(start - text.at);
    }
    return (uint32_t)text.size;
}

const expr_token *expr_scan(const expr_context *context)
{
    struct scan scan = {.context = context, .text = context->text};
    uint32_t invalid = first_invalid(scan.text);
    if (invalid < scan.text.size) {
        rung_report(context->diagnostics,
                    EXPR_AT(context, EXPR_INVALID_UTF8, invalid, invalid + 1));
        return NULL;
    }
    scan.room = rung_alloc(context->arena, scan.text.size + 1);
    for (skip_blanks(&scan); scan.at < scan.text.size; skip_blanks(&scan))
        if (!scan_one(&scan))
            return NULL;
    expr_token end = {.kind = EXPR_TOKEN_END, .start = scan.at, .end = scan.at};
    rung_push(context->arena, &scan.tokens, end);
    return scan.tokens.at;
}
