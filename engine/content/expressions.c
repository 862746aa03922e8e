#include "content/expressions.h"

#include "content/places.h"
#include "content/survey.h"

#include <string.h>

/* --- Names in an expression
 * ---------------------------------------------------------------------*/

static bool is_name_start(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_name(char c)
{
    return is_name_start(c) || (c >= '0' && c <= '9');
}

static size_t skip_string(rung_text expression, size_t at)
{
    char quote = expression.at[at++];
    while (at < expression.size && expression.at[at] != quote)
        at += expression.at[at] == '\\' ? 2 : 1;
    return at + 1;
}

bool content_next_name(rung_text expression, size_t *at, rung_text *name)
{
    size_t i = *at;
    while (i < expression.size && !is_name_start(expression.at[i])) {
        if (expression.at[i] == '"' || expression.at[i] == '\'')
            i = skip_string(expression, i);
        else
            i++;
    }
    if (i >= expression.size)
        return false;
    size_t start = i;
    while (i < expression.size && is_name(expression.at[i]))
        i++;
    *name = (rung_text){expression.at + start, i - start};
    *at = i;
    return true;
}

rung_span content_name_place(content_loader *loader, const rung_datum *datum, rung_text name)
{
    rung_expr_text text = content_expr_text(loader->arena, datum);
    rung_text found;
    for (size_t at = 0; content_next_name(datum->text, &at, &found);)
        if (rung_text_equal(found, name))
            return content_expr_span(&text, at - found.size, at);
    return datum->span;
}

/* --- Compiling
 * ----------------------------------------------------------------------------------*/

static bool names_something_broken(const content_loader *loader, rung_text expression)
{
    rung_text name;
    for (size_t at = 0; content_next_name(expression, &at, &name);)
        if (content_names_get(&loader->broken, name))
            return true;
    return false;
}

const rung_program *content_compile(content_loader *loader, const char *name,
                                    const rung_datum *datum, const rung_scope *scope,
                                    rung_want want)
{
    if (content_is_unusable(loader, name, datum))
        return NULL;
    if (datum->kind == RUNG_DATUM_LIST || datum->kind == RUNG_DATUM_MAP) {
        content_report(loader->diagnostics, WRONG_KIND, content_place(datum), name, "an expression",
                       rung_datum_kind_name(datum->kind));
        return NULL;
    }
    if (loader->blind || names_something_broken(loader, datum->text))
        return NULL;

    rung_expr_text text = content_expr_text(loader->arena, datum);
    const rung_program *program =
        rung_compile(loader->arena, &text, scope, want, loader->diagnostics);
    if (program && rung_program_scratch(program) > loader->scratch)
        loader->scratch = rung_program_scratch(program);
    return program;
}

const rung_program *content_condition(content_loader *loader, const char *name,
                                      const rung_datum *datum)
{
    return content_compile(loader, name, datum, &loader->scope, RUNG_WANT_BOOL);
}

/* --- What an expression may depend on, and be
 * ----------------------------------------------------*/

bool content_check_required(content_loader *loader, const char *name, const rung_datum *datum,
                            const rung_program *program)
{
    bool good = true;
    size_t count;
    const rung_use *uses = rung_program_uses(program, &count);
    for (size_t i = 0; i < count; i++) {
        if (uses[i].variable >= loader->survey->question_count)
            continue; /* `rung` */
        const rung_question *question = &loader->survey->questions[uses[i].variable];
        if (question->required)
            continue;
        rung_span place = content_name_place(loader, datum, rung_text_of(question->id));
        content_report(loader->diagnostics, NOT_REQUIRED, place, name, question->id);
        rung_mend(loader->diagnostics, "give the question `required: true`");
        good = false;
    }
    return good;
}

/* The place of a string's words in an expression, if they stand there. */
static rung_span string_place(content_loader *loader, const rung_datum *datum, rung_text string)
{
    rung_text text = datum->text;
    for (size_t at = 0; string.size && at + string.size <= text.size; at++)
        if (memcmp(text.at + at, string.at, string.size) == 0) {
            rung_expr_text place = content_expr_text(loader->arena, datum);
            return content_expr_span(&place, at, at + string.size);
        }
    return datum->span;
}

static bool is_among(rung_text word, const rung_text *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rung_text_equal(word, words[i]))
            return true;
    return false;
}

bool content_check_strings(content_loader *loader, const char *name, const rung_datum *datum,
                           const rung_program *program, const char *what, const rung_text *words,
                           size_t count)
{
    bool good = true;
    size_t string_count;
    const rung_text *strings = rung_program_strings(program, &string_count);
    if (!strings) {
        content_report(loader->diagnostics, UNKNOWN_STRINGS, datum->span, name, what);
        return false;
    }
    for (size_t i = 0; i < string_count; i++) {
        /* A choice may be "" where it is not asked; whether that happens is not known here. */
        if (strings[i].size == 0 || is_among(strings[i], words, count))
            continue;
        content_report(loader->diagnostics, WRONG_STRING, string_place(loader, datum, strings[i]),
                       name, content_shown(loader->arena, strings[i]), what);
        content_did_you_mean(loader, strings[i], words, count);
        good = false;
    }
    return good;
}
