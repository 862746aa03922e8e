#include "content/expressions.h"

#include "content/places.h"
#include "content/survey.h"

#include <string.h>

/* --- Names in an expression ------------------------------------------------------------------ */

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

/* --- Compiling ------------------------------------------------------------------------------- */

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
        rung_mend(loader->diagnostics,
                  "take the brackets away; an expression that begins with one needs quotes");
        return NULL;
    }
    bool refused = loader->diagnostics->errors > loader->errors_before;
    if (loader->blind || names_something_broken(loader, datum->text) ||
        (refused && content_is_full(loader->diagnostics, datum->span.source)))
        return NULL; /* nothing new would be said, and the file is refused already */

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

/* --- What an expression may depend on, and be ------------------------------------------------ */

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

/* Where a string stands in an expression as a literal; SIZE_MAX if it does not. */
static size_t literal_at(rung_text expression, rung_text string)
{
    for (size_t at = 0; at + string.size + 2 <= expression.size; at++) {
        char quote = expression.at[at];
        if ((quote == '"' || quote == '\'') && expression.at[at + 1 + string.size] == quote &&
            memcmp(expression.at + at + 1, string.at, string.size) == 0)
            return at;
    }
    return SIZE_MAX;
}

static bool is_among(rung_text word, const rung_text *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rung_text_equal(word, words[i]))
            return true;
    return false;
}

static void report_literal(content_loader *loader, const char *name, const rung_datum *datum,
                           size_t at, rung_text string, const content_wanted *wanted)
{
    rung_expr_text text = content_expr_text(loader->arena, datum);
    const char *shown = content_shown(loader->arena, string);
    content_report(loader->diagnostics, WRONG_STRING,
                   content_expr_span(&text, at, at + string.size + 2), name,
                   rung_format(loader->arena, "`%s`", shown), wanted->what);
    content_did_you_mean(loader, string, wanted->words, wanted->count);
}

bool content_check_strings(content_loader *loader, const char *name, const rung_datum *datum,
                           const rung_program *program, const content_wanted *wanted)
{
    const char *others = NULL; /* that do not stand in it: options of questions */
    bool good = true;
    size_t count;
    const rung_text *strings = rung_program_strings(program, &count);
    if (!strings) {
        content_report(loader->diagnostics, UNKNOWN_STRINGS, datum->span, name, wanted->what);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        /* A choice may be "" where it is not asked; whether that happens is not known here. */
        if (strings[i].size == 0 || is_among(strings[i], wanted->words, wanted->count))
            continue;
        good = false;
        size_t at = literal_at(datum->text, strings[i]);
        if (at != SIZE_MAX)
            report_literal(loader, name, datum, at, strings[i], wanted);
        else
            others = rung_format(loader->arena, "%s%s`%s`", others ? others : "",
                                 others ? " or " : "", content_shown(loader->arena, strings[i]));
    }
    if (others)
        content_report(loader->diagnostics, WRONG_STRING, datum->span, name, others, wanted->what);
    return good;
}
