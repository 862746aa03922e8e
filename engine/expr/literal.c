/* String and number literals. */
#include "expr/syntax.h"

#include <string.h>

/* --- Strings --------------------------------------------------------------------------------- */

struct string_scan {
    const expr_context *context;
    rung_text text;
    uint32_t at;
    char quote;
    bool triple, raw;
    char *out; /* never overrun: escapes are longer than what they name */
    size_t size;
};

static bool at_quotes(const struct string_scan *scan)
{
    rung_text rest = {scan->text.at + scan->at, scan->text.size - scan->at};
    const char quotes[3] = {scan->quote, scan->quote, scan->quote};
    return rung_text_starts(rest, (rung_text){quotes, scan->triple ? 3 : 1});
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Escapes of a digit sequence: `\xHH`, `\uHHHH`, `\UHHHHHHHH`, `\ooo`. */
struct digits {
    int base, count;
    const char *word;
};

static bool digits_of(char letter, struct digits *out)
{
    switch (letter) {
    case 'x':
    case 'X':
        *out = (struct digits){16, 2, "hexadecimal"};
        return true;
    case 'u':
        *out = (struct digits){16, 4, "hexadecimal"};
        return true;
    case 'U':
        *out = (struct digits){16, 8, "hexadecimal"};
        return true;
    case '0':
    case '1':
    case '2':
    case '3':
        *out = (struct digits){8, 2, "more octal"};
        return true;
    default:
        return false;
    }
}

static bool letter_escape(char letter, char *out)
{
    static const char letters[] = "abfnrtv\\?\"'`", values[] = "\a\b\f\n\r\t\v\\?\"'`";
    const char *found = letter ? strchr(letters, letter) : NULL;
    if (found)
        *out = values[found - letters];
    return found != NULL;
}

static void put_code(struct string_scan *scan, uint32_t start, uint64_t code)
{
    rung_text escape = expr_slice(scan->context, start, scan->at);
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        rung_report(scan->context->diagnostics,
                    EXPR_AT(scan->context, EXPR_ESCAPE_CODE, start, scan->at), EXPR_SHOWN(escape));
    else
        scan->size += rung_utf8_encode((int32_t)code, scan->out + scan->size);
}

/* Behind the letter at `start + 1`. */
static void scan_digits(struct string_scan *scan, uint32_t start, struct digits digits)
{
    uint64_t code = digits.base == 8 ? (uint64_t)hex_digit(scan->text.at[start + 1]) : 0;
    for (int i = 0; i < digits.count; i++, scan->at++) {
        int digit = scan->at < scan->text.size ? hex_digit(scan->text.at[scan->at]) : -1;
        if (digit < 0 || digit >= digits.base) {
            rung_text escape = expr_slice(scan->context, start, start + 2);
            rung_report(scan->context->diagnostics,
                        EXPR_AT(scan->context, EXPR_ESCAPE_DIGITS, start, scan->at),
                        EXPR_SHOWN(escape), digits.count, digits.word);
            return;
        }
        code = code * (uint64_t)digits.base + (uint64_t)digit;
    }
    put_code(scan, start, code);
}

static void scan_escape(struct string_scan *scan)
{
    uint32_t start = scan->at;
    char letter = scan->text.at[start + 1];
    struct digits digits;

    scan->at += 2;
    if (digits_of(letter, &digits)) {
        scan_digits(scan, start, digits);
    } else if (letter_escape(letter, &scan->out[scan->size])) {
        scan->size++;
    } else {
        const char *end = scan->text.at + start + 1;
        rung_utf8_next(&end, scan->text.at + scan->text.size);
        scan->at = (uint32_t)(end - scan->text.at);
        rung_text what = expr_slice(scan->context, start + 1, scan->at);
        rung_report(scan->context->diagnostics,
                    EXPR_AT(scan->context, EXPR_BAD_ESCAPE, start, scan->at), EXPR_SHOWN(what));
        rung_mend(scan->context->diagnostics,
                  "write `\\\\` for a backslash, or begin the string with `r`");
    }
}

/* One character or escape; false where the string cannot go on. */
static bool scan_piece(struct string_scan *scan)
{
    char c = scan->text.at[scan->at];
    if (!scan->triple && (c == '\n' || c == '\r'))
        return false;
    bool pair = c == '\\' && scan->at + 1 < scan->text.size;
    if (pair && !scan->raw) {
        scan_escape(scan);
        return true;
    }
    /* In a raw string the backslash stays, and what it guards cannot close the string. */
    for (int i = 0; i <= pair; i++)
        scan->out[scan->size++] = scan->text.at[scan->at++];
    return true;
}

bool expr_scan_string(const expr_context *context, uint32_t *at, char **room, rung_text *out)
{
    struct string_scan scan = {.context = context, .text = context->text, .at = *at, .out = *room};
    scan.raw = scan.text.at[scan.at] == 'r' || scan.text.at[scan.at] == 'R';
    scan.at += scan.raw;
    scan.quote = scan.text.at[scan.at];
    scan.triple = true;
    scan.triple = at_quotes(&scan);
    uint32_t open = scan.at;
    scan.at += scan.triple ? 3 : 1;

    while (scan.at < scan.text.size && !at_quotes(&scan))
        if (!scan_piece(&scan))
            break;
    if (scan.at >= scan.text.size || !at_quotes(&scan)) {
        rung_report(context->diagnostics,
                    EXPR_AT(context, EXPR_STRING_OPEN, *at, open + (scan.triple ? 3 : 1)));
        const char quotes[] = {scan.quote, scan.quote, scan.quote, '\0'};
        rung_mend(context->diagnostics, "it ends with %s", scan.triple ? quotes : quotes + 2);
        return false;
    }
    *at = scan.at + (scan.triple ? 3 : 1);
    *out = (rung_text){scan.out, scan.size};
    *room += scan.size;
    return true;
}

/* --- Numbers --------------------------------------------------------------------------------- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static char char_at(rung_text text, size_t at)
{
    return at < text.size ? text.at[at] : '\0';
}

static uint32_t skip_digits(rung_text text, uint32_t at)
{
    while (is_digit(char_at(text, at)))
        at++;
    return at;
}

/* [0-9]+, or a double: [0-9]* . [0-9]+ exponent?, [0-9]+ exponent. Returns its end. */
static uint32_t decimal_end(rung_text text, uint32_t at, bool *real)
{
    at = skip_digits(text, at);
    *real = char_at(text, at) == '.' && is_digit(char_at(text, at + 1));
    if (*real)
        at = skip_digits(text, at + 1);
    if (char_at(text, at) != 'e' && char_at(text, at) != 'E')
        return at;
    uint32_t exponent = at + 1;
    exponent += char_at(text, exponent) == '-' || char_at(text, exponent) == '+';
    if (!is_digit(char_at(text, exponent)))
        return at;
    *real = true;
    return skip_digits(text, exponent);
}

/* Digits as a number up to 2^63. */
static bool magnitude(rung_text digits, uint64_t base, uint64_t *out)
{
    const uint64_t most = (uint64_t)INT64_MAX + 1;
    *out = 0;
    for (size_t i = 0; i < digits.size; i++) {
        uint64_t digit = (uint64_t)hex_digit(digits.at[i]);
        if (*out > (most - digit) / base)
            return false;
        *out = *out * base + digit;
    }
    return true;
}

static bool set_int(const expr_context *context, rung_text digits, uint64_t base, expr_token *out)
{
    uint64_t value;
    if (!magnitude(digits, base, &value)) {
        rung_report(context->diagnostics, EXPR_AT(context, EXPR_INT_RANGE, out->start, out->end));
        return false;
    }
    out->beyond = value > INT64_MAX;
    out->value = (rung_value){.type = {RUNG_TYPE_INT, 0}};
    out->value.integer = out->beyond ? INT64_MIN : (int64_t)value;
    return true;
}

static bool set_double(const expr_context *context, rung_text number, expr_token *out)
{
    out->value = (rung_value){.type = {RUNG_TYPE_DOUBLE, 0}};
    if (rung_parse_double(number, &out->value.real))
        return true;
    rung_report(context->diagnostics, EXPR_AT(context, EXPR_DOUBLE_RANGE, out->start, out->end));
    return false;
}

/* A number ends at what can follow one. */
static bool ends_well(const expr_context *context, const expr_token *number, uint32_t end)
{
    rung_text text = context->text;
    uint32_t rest = end;
    while (is_word(char_at(text, rest)) || char_at(text, rest) == '.')
        rest++;
    if (rest == end)
        return true;
    rung_text more = expr_slice(context, end, rest),
              digits = expr_slice(context, number->start, end);
    if (rung_text_is(more, "u") || rung_text_is(more, "U")) {
        rung_report(context->diagnostics, EXPR_AT(context, EXPR_UNSIGNED, number->start, rest));
        rung_mend(context->diagnostics, "write `%.*s`", EXPR_SHOWN(digits));
    } else {
        rung_report(context->diagnostics,
                    EXPR_AT(context, EXPR_NUMBER_RUNS_ON, number->start, rest), EXPR_SHOWN(more));
    }
    if (rung_text_is(more, "."))
        rung_mend(context->diagnostics, "write `%.*s.0`", EXPR_SHOWN(digits));
    return false;
}

bool expr_scan_number(const expr_context *context, uint32_t *at, expr_token *out)
{
    rung_text text = context->text;
    bool hex = char_at(text, *at) == '0' && char_at(text, *at + 1) == 'x', real = false;
    uint32_t digits = hex ? *at + 2 : *at, end = digits;

    if (hex)
        while (hex_digit(char_at(text, end)) >= 0)
            end++;
    else
        end = decimal_end(text, *at, &real);
    *out = (expr_token){.kind = EXPR_TOKEN_LITERAL, .start = *at, .end = end};
    if (hex && end == digits)
        end = --out->end; /* the `x` is no part of a number */
    if (!ends_well(context, out, end))
        return false;
    *at = end;
    if (real)
        return set_double(context, expr_slice(context, out->start, end), out);
    return set_int(context, expr_slice(context, digits, end), hex ? 16 : 10, out);
}
