/* What names stand for, and what somebody may have meant by one that stands for nothing. */
#include "expr/syntax.h"

#include <stdio.h>

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static const rung_variable *find_sorted(const rung_scope *scope, rung_text name)
{
    size_t low = 0, high = scope->by_name ? scope->named : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const rung_variable *variable = &scope->variables[scope->by_name[middle]];
        int order = rung_text_compare(name, variable->name);
        if (order == 0)
            return variable;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static const rung_variable *find(const rung_scope *scope, rung_text name, size_t *index)
{
    const rung_variable *found = find_sorted(scope, name);
    for (size_t i = scope->by_name ? scope->named : 0; !found && i < scope->count; i++)
        if (rung_text_equal(scope->variables[i].name, name))
            found = &scope->variables[i];
    *index = found ? (size_t)(found - scope->variables) : 0;
    return found;
}

static bool has_options(const rung_variable *variable)
{
    return variable->kind == RUNG_VARIABLE_CHOICE || variable->kind == RUNG_VARIABLE_CHOICES;
}

static size_t option_index(const rung_variable *variable, rung_text id)
{
    size_t i = 0;
    while (i < variable->option_count && !rung_text_equal(variable->options[i], id))
        i++;
    return i;
}

/* The first variable that has this option. */
static const rung_variable *find_option(const rung_scope *scope, rung_text id)
{
    for (size_t i = 0; i < scope->count; i++) {
        const rung_variable *variable = &scope->variables[i];
        if (has_options(variable) && option_index(variable, id) < variable->option_count)
            return variable;
    }
    return NULL;
}

/* --- Unknown names --------------------------------------------------------------------------- */

/* Ids have no others. */
static rung_text in_small_letters(rung_arena *arena, rung_text word)
{
    char *copy = rung_copy(arena, word);
    for (size_t i = 0; i < word.size; i++)
        if (copy[i] >= 'A' && copy[i] <= 'Z')
            copy[i] = (char)(copy[i] - 'A' + 'a');
    return (rung_text){copy, word.size};
}

static void mend_nearest_name(const expr_context *context, rung_text name)
{
    const rung_scope *scope = context->scope;
    RUNG_VEC(rung_text) known = {0};
    for (size_t i = 0; i < scope->count && i < scope->visible; i++)
        if (scope->variables[i].kind != RUNG_VARIABLE_TEXT)
            rung_push(context->arena, &known, scope->variables[i].name);
    rung_push(context->arena, &known, RUNG_TEXT("true"));
    rung_push(context->arena, &known, RUNG_TEXT("false"));
    size_t nearest = rung_nearest(in_small_letters(context->arena, name), known.at, known.count);
    if (nearest != SIZE_MAX)
        rung_mend(context->diagnostics, "did you mean `%.*s`?", EXPR_SHOWN(known.at[nearest]));
}

/* Why there is no such name, as far as that can be known. */
static void mend_name(const expr_context *context, rung_text name)
{
    const rung_variable *question = find_option(context->scope, name);
    if (rung_text_is(name, "True") || rung_text_is(name, "TRUE"))
        rung_mend(context->diagnostics, "write `true`");
    else if (rung_text_is(name, "False") || rung_text_is(name, "FALSE"))
        rung_mend(context->diagnostics, "write `false`");
    else if (question)
        rung_mend(context->diagnostics, "the option of `%.*s` is written \"%.*s\"",
                  EXPR_SHOWN(question->name), EXPR_SHOWN(name));
    else if (expr_find_function(name, EXPR_FUNCTION | EXPR_METHOD))
        rung_mend(context->diagnostics, "a function needs brackets: `%.*s(…)`", EXPR_SHOWN(name));
    else
        mend_nearest_name(context, name);
}

/* The word with hyphens that bytes [start, end) are a part of, such as `medical-terminology`. */
static rung_text hyphened(const expr_context *context, uint32_t *start, uint32_t *end)
{
    rung_text text = context->text;
    while (*start > 1 && text.at[*start - 1] == '-' && is_word(text.at[*start - 2]))
        for (--*start; *start > 0 && is_word(text.at[*start - 1]);)
            --*start;
    while (*end + 1 < text.size && text.at[*end] == '-' && is_word(text.at[*end + 1]))
        for (++*end; *end < text.size && is_word(text.at[*end]);)
            ++*end;
    return expr_slice(context, *start, *end);
}

static rung_text with_underscores(rung_arena *arena, rung_text word)
{
    char *copy = rung_copy(arena, word);
    for (size_t i = 0; i < word.size; i++)
        if (copy[i] == '-')
            copy[i] = '_';
    return (rung_text){copy, word.size};
}

/* An id written as a name: reports it and returns its end; 0 if the word is none. */
static uint32_t report_hyphened(const expr_context *context, const expr_node *node)
{
    uint32_t start = node->start, end = node->end;
    rung_text word = hyphened(context, &start, &end);
    rung_text name = with_underscores(context->arena, word);
    const rung_variable *question = find_option(context->scope, word);
    size_t index;

    if (start == node->start && end == node->end)
        return 0;
    if (!question && !find(context->scope, name, &index))
        return 0;
    rung_report(context->diagnostics, EXPR_AT(context, EXPR_HYPHEN, start, end), EXPR_SHOWN(word));
    if (question)
        rung_mend(context->diagnostics, "the option of `%.*s` is written \"%.*s\"",
                  EXPR_SHOWN(question->name), EXPR_SHOWN(word));
    else
        rung_mend(context->diagnostics, "did you mean `%.*s`?", EXPR_SHOWN(name));
    return end;
}

const rung_variable *expr_resolve(const expr_context *context, const expr_node *node,
                                  uint32_t *reported)
{
    rung_text name = expr_slice(context, node->start, node->end);
    size_t index = 0;
    const rung_variable *found = find(context->scope, name, &index);

    if (node->start < *reported)
        return NULL;
    if (!found) {
        *reported = report_hyphened(context, node);
        if (!*reported) {
            rung_report(context->diagnostics,
                        EXPR_AT(context, EXPR_UNKNOWN_NAME, node->start, node->end),
                        EXPR_SHOWN(name));
            mend_name(context, name);
        }
    } else if (index >= context->scope->visible) {
        rung_report(context->diagnostics, EXPR_AT(context, EXPR_NOT_YET, node->start, node->end),
                    EXPR_SHOWN(name));
        found = NULL;
    } else if (found->kind == RUNG_VARIABLE_TEXT) {
        rung_report(context->diagnostics, EXPR_AT(context, EXPR_FREE_TEXT, node->start, node->end),
                    EXPR_SHOWN(name));
        found = NULL;
    }
    return found;
}

bool expr_is_name(const expr_context *context, rung_text text)
{
    size_t index;
    return find(context->scope, text, &index) != NULL;
}

const rung_variable *expr_question(const expr_node *node)
{
    bool named = node->kind == EXPR_NODE_NAME && node->variable && has_options(node->variable);
    return named ? node->variable : NULL;
}

/* --- Unknown functions ----------------------------------------------------------------------- */

/* What other languages call our functions. */
static const char *of_other_languages(rung_text name)
{
    static const char *const names[][2] = {
        {"min", "math.least"},
        {"max", "math.greatest"},
        {"math.min", "math.least"},
        {"math.max", "math.greatest"},
        {"len", "size"},
        {"length", "size"},
        {"count", "size"},
        {"str", "string"},
        {"float", "double"},
    };
    for (size_t i = 0; i < RUNG_COUNT(names); i++)
        if (rung_text_is(name, names[i][0]))
            return names[i][1];
    return NULL;
}

void expr_unknown_function(const expr_context *context, rung_text name, uint32_t start,
                           uint32_t end, bool method)
{
    rung_text known[EXPR_FN_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < EXPR_FN_COUNT; i++)
        if (expr_functions[i].forms & (EXPR_FUNCTION | EXPR_METHOD))
            known[count++] = rung_text_of(expr_functions[i].name);

    rung_report(context->diagnostics, EXPR_AT(context, EXPR_UNKNOWN_FUNCTION, start, end),
                EXPR_SHOWN(name));
    size_t nearest = rung_nearest(name, known, count);
    const char *habit = method ? NULL : of_other_languages(name);
    if (nearest != SIZE_MAX)
        rung_mend(context->diagnostics, "did you mean `%.*s`?", EXPR_SHOWN(known[nearest]));
    else if (habit)
        rung_mend(context->diagnostics, "write `%s`", habit);
    else if (!method && expr_is_name(context, name))
        rung_mend(context->diagnostics, "a question has no brackets behind it");
}

/* --- Options --------------------------------------------------------------------------------- */

/* The first options, as a sentence. */
static void mend_options(const expr_context *context, const rung_variable *question)
{
    enum { SHOWN = 8 };
    const char *list = "";
    for (size_t i = 0; i < question->option_count && i < SHOWN; i++)
        list = rung_format(context->arena, "%s%s\"%.*s\"", list, i ? ", " : "",
                           EXPR_SHOWN(question->options[i]));
    rung_mend(context->diagnostics, "its options are %s%s", list,
              question->option_count > SHOWN ? ", …" : "");
}

static void check_option(const expr_context *context, const rung_variable *question,
                         expr_node *literal)
{
    rung_text id = literal->value.string;
    bool zero = id.size == 0 && question->kind == RUNG_VARIABLE_CHOICE;
    if (zero || option_index(question, id) < question->option_count)
        return;
    rung_report(context->diagnostics,
                EXPR_AT(context, EXPR_NOT_OPTION, literal->start, literal->end), EXPR_SHOWN(id),
                EXPR_SHOWN(question->name));
    size_t nearest = rung_nearest(id, question->options, question->option_count);
    if (id.size == 0)
        rung_mend(context->diagnostics, "`size(%.*s) == 0` asks whether none is chosen",
                  EXPR_SHOWN(question->name));
    else if (nearest != SIZE_MAX)
        rung_mend(context->diagnostics, "did you mean \"%.*s\"?",
                  EXPR_SHOWN(question->options[nearest]));
    else
        mend_options(context, question);
    literal->poison = true;
}

static bool is_text_literal(const expr_node *node)
{
    return node->kind == EXPR_NODE_LITERAL && node->value.type.base == RUNG_TYPE_STRING;
}

void expr_check_options(const expr_context *context, const expr_syntax *syntax,
                        const rung_variable *question, expr_node *compared)
{
    if (is_text_literal(compared))
        check_option(context, question, compared);
    if (compared->kind != EXPR_NODE_LIST)
        return;
    for (uint32_t i = 0; i < compared->count; i++) {
        expr_node *item = expr_operand(syntax, compared, i);
        if (is_text_literal(item))
            check_option(context, question, item);
    }
}
