/* Single values: kinds, ranges, words, and what to write instead. */
#include "content/loader.h"

#include <math.h>
#include <string.h>

static const char *number_text(rung_arena *arena, double number)
{
    char text[RUNG_NUMBER_SIZE];
    return rung_copy(arena, (rung_text){text, rung_number_format(number, text)});
}

bool content_is_unusable(content_loader *loader, const char *name, const rung_datum *datum)
{
    if (content_is_poison(datum))
        return true;
    if (datum->kind != RUNG_DATUM_NULL)
        return false;
    content_report(loader->diagnostics, NO_VALUE, datum->span, name);
    return true;
}

static bool is_scalar(const rung_datum *datum)
{
    return datum->kind != RUNG_DATUM_LIST && datum->kind != RUNG_DATUM_MAP;
}

static void report_kind(content_loader *loader, const char *name, const char *takes,
                        const rung_datum *datum)
{
    content_report(loader->diagnostics, WRONG_KIND, datum->span, name, takes,
                   rung_datum_kind_name(datum->kind));
}

/* --- Text ------------------------------------------------------------------------------------ */

static const char *without_last_newlines(rung_arena *arena, rung_text text)
{
    size_t size = text.size;
    while (text.size && text.at[text.size - 1] == '\n')
        text.size--;
    return size == text.size ? text.at : rung_copy(arena, text);
}

const char *content_text(content_loader *loader, const char *name, const rung_datum *datum)
{
    if (content_is_unusable(loader, name, datum))
        return NULL;
    if (datum->kind != RUNG_DATUM_STRING) {
        report_kind(loader, name, "text", datum);
        if (is_scalar(datum))
            rung_mend(loader->diagnostics, "put it in quotes: \"%s\"",
                      content_shown(loader->arena, datum->text));
        return NULL;
    }
    if (rung_text_trim(datum->text).size == 0) {
        content_report(loader->diagnostics, EMPTY_TEXT, datum->span, name);
        return NULL;
    }
    return without_last_newlines(loader->arena, datum->text);
}

bool content_word(content_loader *loader, const char *name, const rung_datum *datum,
                  const content_words *words, size_t *out)
{
    if (content_is_unusable(loader, name, datum))
        return false;
    const char *list = content_words_list(loader->arena, words, ~0U, " or ");
    if (!is_scalar(datum)) {
        report_kind(loader, name, list, datum);
        return false;
    }
    for (size_t i = 0; i < words->count; i++)
        if (rung_text_equal(words->at[i], datum->text)) {
            *out = i;
            return true;
        }
    content_report(loader->diagnostics, UNKNOWN_WORD, datum->span, name, list,
                   content_shown(loader->arena, datum->text));
    content_did_you_mean(loader, datum->text, words->at, words->count);
    return false;
}

/* --- Numbers --------------------------------------------------------------------------------- */

static bool is_digits(rung_text text)
{
    for (size_t i = text.size && strchr("+-", text.at[0]); i < text.size; i++)
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
    return text.size > 0;
}

/* What keeps text that looks like a number from being one, or NULL. */
static const char *odd_form(const rung_datum *datum)
{
    double number;
    rung_text text = datum->text;
    if (datum->kind == RUNG_DATUM_DOUBLE && !isfinite(datum->real))
        return "not finite";
    if (datum->kind != RUNG_DATUM_STRING)
        return NULL;
    if (!datum->plain)
        return rung_parse_double(text, &number) ? "in quotes" : NULL;
    if (rung_text_starts(text, RUNG_TEXT("0x")))
        return "hexadecimal";
    if (rung_text_starts(text, RUNG_TEXT("0o")))
        return "octal";
    if (is_digits(text))
        return rung_parse_double(text, &number) && fabs(number) < 9e18
                   ? "written with a leading zero"
                   : "too large";
    return strchr("0123456789.+-", text.at[0]) && strpbrk(text.at, "eE") &&
                   strspn(text.at, "0123456789.+-eE") == text.size
               ? "too large"
               : NULL;
}

static void report_no_number(content_loader *loader, const char *name, const rung_datum *datum)
{
    const char *odd = odd_form(datum);
    if (!odd) {
        report_kind(loader, name, "a number", datum);
        return;
    }
    content_report(loader->diagnostics, NUMBER_FORM, datum->span, name, odd);
    if (datum->kind == RUNG_DATUM_STRING && !datum->plain)
        rung_mend(loader->diagnostics, "write it without quotes: %s",
                  content_shown(loader->arena, datum->text));
    else if (strcmp(odd, "too large") != 0 && strcmp(odd, "not finite") != 0)
        rung_mend(loader->diagnostics, "write it in decimal digits, such as 12");
}

bool content_number(content_loader *loader, const char *name, const rung_datum *datum, double *out)
{
    if (content_is_unusable(loader, name, datum))
        return false;
    if (datum->kind == RUNG_DATUM_INT) {
        *out = (double)datum->integer;
        return true;
    }
    if (datum->kind == RUNG_DATUM_DOUBLE && isfinite(datum->real)) {
        *out = datum->real;
        return true;
    }
    report_no_number(loader, name, datum);
    return false;
}

static bool is_within(content_loader *loader, const char *name, const rung_datum *datum,
                      const char *what, double number, double least, double most)
{
    if (number >= least && number <= most)
        return true;
    content_report(loader->diagnostics, OUT_OF_RANGE, datum->span, name, what,
                   number_text(loader->arena, least), number_text(loader->arena, most));
    return false;
}

bool content_number_within(content_loader *loader, const char *name, const rung_datum *datum,
                           double least, double most, double *out)
{
    double number;
    if (!content_number(loader, name, datum, &number) ||
        !is_within(loader, name, datum, "a number", number, least, most))
        return false;
    *out = number;
    return true;
}

bool content_whole_within(content_loader *loader, const char *name, const rung_datum *datum,
                          int64_t least, int64_t most, int64_t *out)
{
    double number;
    if (!content_number(loader, name, datum, &number))
        return false;
    if (number != floor(number)) {
        content_report(loader->diagnostics, NOT_WHOLE, datum->span, name);
        return false;
    }
    if (!is_within(loader, name, datum, "a whole number", number, (double)least, (double)most))
        return false;
    *out = datum->kind == RUNG_DATUM_INT ? datum->integer : (int64_t)number;
    return true;
}

bool content_pair(content_loader *loader, const char *name, const rung_datum *datum, double least,
                  double most, double out[2])
{
    double pair[2];
    if (content_is_unusable(loader, name, datum))
        return false;
    if (datum->kind != RUNG_DATUM_LIST || datum->list.count != 2) {
        content_report(loader->diagnostics, BAD_PAIR, datum->span, name);
        if (datum->kind == RUNG_DATUM_INT || datum->kind == RUNG_DATUM_DOUBLE)
            rung_mend(loader->diagnostics, "write [%s, %s]", datum->text.at, datum->text.at);
        return false;
    }
    bool good = true;
    for (int i = 0; i < 2; i++)
        if (!content_number_within(loader, name, datum->list.items[i], least, most, &pair[i]))
            good = false;
    if (good && pair[0] > pair[1]) {
        content_report(loader->diagnostics, PAIR_ORDER, datum->span, name);
        good = false;
    }
    if (good)
        memcpy(out, pair, sizeof pair);
    return good;
}
