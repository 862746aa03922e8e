/* Plain scalars by the core schema of YAML 1.2, decimal only. */
#include "content/dialect.h"

#include <math.h>
#include <string.h>

struct word {
    const char *text;
    rung_datum_kind kind;
    double value;
};

static const struct word words[] = {
    {"", RUNG_DATUM_NULL, 0},
    {"~", RUNG_DATUM_NULL, 0},
    {"null", RUNG_DATUM_NULL, 0},
    {"Null", RUNG_DATUM_NULL, 0},
    {"NULL", RUNG_DATUM_NULL, 0},
    {"true", RUNG_DATUM_BOOL, 1},
    {"True", RUNG_DATUM_BOOL, 1},
    {"TRUE", RUNG_DATUM_BOOL, 1},
    {"false", RUNG_DATUM_BOOL, 0},
    {"False", RUNG_DATUM_BOOL, 0},
    {"FALSE", RUNG_DATUM_BOOL, 0},
    {".inf", RUNG_DATUM_DOUBLE, INFINITY},
    {".Inf", RUNG_DATUM_DOUBLE, INFINITY},
    {".INF", RUNG_DATUM_DOUBLE, INFINITY},
    {"+.inf", RUNG_DATUM_DOUBLE, INFINITY},
    {"+.Inf", RUNG_DATUM_DOUBLE, INFINITY},
    {"+.INF", RUNG_DATUM_DOUBLE, INFINITY},
    {"-.inf", RUNG_DATUM_DOUBLE, -INFINITY},
    {"-.Inf", RUNG_DATUM_DOUBLE, -INFINITY},
    {"-.INF", RUNG_DATUM_DOUBLE, -INFINITY},
    {".nan", RUNG_DATUM_DOUBLE, NAN},
    {".NaN", RUNG_DATUM_DOUBLE, NAN},
    {".NAN", RUNG_DATUM_DOUBLE, NAN},
};

enum { LONGEST_WORD = 5 };

static bool resolve_word(rung_datum *datum)
{
    /* Most scalars are no such word: the first character tells. */
    if (datum->text.size > LONGEST_WORD || !strchr("~nNtTfF.+-", datum->text.at[0]))
        return false;
    for (size_t i = 0; i < RUNG_COUNT(words); i++) {
        if (!rung_text_is(datum->text, words[i].text))
            continue;
        datum->kind = words[i].kind;
        if (datum->kind == RUNG_DATUM_BOOL)
            datum->boolean = words[i].value != 0;
        else if (datum->kind == RUNG_DATUM_DOUBLE)
            datum->real = words[i].value;
        return true;
    }
    return false;
}

/* Digits only, with a sign or without. */
static bool is_whole(rung_text text)
{
    size_t i = text.size && (text.at[0] == '-' || text.at[0] == '+');
    if (i == text.size)
        return false;
    while (i < text.size && text.at[i] >= '0' && text.at[i] <= '9')
        i++;
    return i == text.size;
}

static bool has_leading_zero(rung_text text)
{
    size_t i = text.at[0] == '-' || text.at[0] == '+';
    return text.size > i + 1 && text.at[i] == '0';
}

void content_resolve_plain(rung_datum *datum)
{
    datum->kind = RUNG_DATUM_STRING;
    if (resolve_word(datum))
        return;
    if (is_whole(datum->text)) {
        int64_t whole;
        if (!has_leading_zero(datum->text) && rung_parse_int(datum->text, &whole)) {
            datum->kind = RUNG_DATUM_INT;
            datum->integer = whole;
        }
        return;
    }
    double real;
    if (rung_parse_double(datum->text, &real)) {
        datum->kind = RUNG_DATUM_DOUBLE;
        datum->real = real;
    }
}
