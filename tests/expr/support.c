#include "expr/support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

void test_scope_init(test_scope *scope, rung_arena *arena)
{
    *scope = (test_scope){.arena = arena};
    scope->scope.variables = scope->variables;
    scope->scope.visible = TEST_MAX_VARIABLES;
}

rung_text test_word(rung_text *rest)
{
    *rest = rung_text_trim(*rest);
    rung_text word = {rest->at, 0};
    while (word.size < rest->size && rest->at[word.size] != ' ')
        word.size++;
    *rest = (rung_text){rest->at + word.size, rest->size - word.size};
    return word;
}

/* The part before the first `mark`, which is taken off; all of it if there is
 * none. */
static rung_text cut(rung_text *rest, char mark)
{
    const char *found = rest->size ? memchr(rest->at, mark, rest->size) : NULL;
    rung_text head = {rest->at, found ? (size_t)(found - rest->at) : rest->size};
    size_t taken = head.size + (found != NULL);
    *rest = (rung_text){rest->at + taken, rest->size - taken};
    return head;
}

/* --- Declaring ------------------------------------------------------------------------------- */

static void declare_options(test_scope *scope, rung_variable *variable, rung_text rest)
{
    rung_text *options = rung_new_array(scope->arena, rung_text, RUNG_EXPR_MAX_OPTIONS);
    double *points = rung_new_array(scope->arena, double, RUNG_EXPR_MAX_OPTIONS);
    for (rung_text word = test_word(&rest); word.size; word = test_word(&rest)) {
        options[variable->option_count] = cut(&word, '=');
        if (word.size)
            assert_true(rung_parse_double(word, &points[variable->option_count]));
        variable->option_count++;
    }
    variable->options = options;
    variable->points = points;
}

static void declare_value(test_scope *scope, rung_variable *variable, rung_text expression)
{
    rung_source *source = rung_new(scope->arena, rung_source);
    *source = (rung_source){"value", rung_text_trim(expression)};
    rung_diagnostics diagnostics;
    const rung_program *program = test_compile(scope, source, RUNG_WANT_ANY, &diagnostics);
    assert_non_null(program);
    rung_value *value = rung_new(scope->arena, rung_value);
    void *scratch = rung_alloc(scope->arena, rung_program_scratch(program));
    assert_int_equal(rung_eval(program, scope->cells, scratch, value), RUNG_EVAL_OK);
    variable->value = value;
}

bool test_scope_declare(test_scope *scope, rung_text line)
{
    static const struct {
        const char *word;
        rung_variable_kind kind;
    } kinds[] = {
        {"bool", RUNG_VARIABLE_BOOL},     {"int", RUNG_VARIABLE_INT},
        {"double", RUNG_VARIABLE_DOUBLE}, {"choice", RUNG_VARIABLE_CHOICE},
        {"text", RUNG_VARIABLE_TEXT},     {"choices", RUNG_VARIABLE_CHOICES},
        {"value", RUNG_VARIABLE_VALUE},
    };
    rung_text word = test_word(&line);
    if (rung_text_is(word, "later")) {
        scope->scope.visible = scope->scope.count;
        return true;
    }
    for (size_t i = 0; i < RUNG_COUNT(kinds); i++) {
        if (!rung_text_is(word, kinds[i].word))
            continue;
        assert_true(scope->scope.count < TEST_MAX_VARIABLES);
        rung_variable variable = {.kind = kinds[i].kind, .name = test_word(&line)};
        if (variable.kind == RUNG_VARIABLE_CHOICE || variable.kind == RUNG_VARIABLE_CHOICES)
            declare_options(scope, &variable, line);
        if (variable.kind == RUNG_VARIABLE_VALUE)
            declare_value(scope, &variable, line);
        scope->cells[scope->scope.count].i = variable.kind == RUNG_VARIABLE_CHOICE ? -1 : 0;
        scope->variables[scope->scope.count++] = variable;
        return true;
    }
    return false;
}

/* --- Answering ------------------------------------------------------------------------------- */

static int64_t option_named(const rung_variable *variable, rung_text id)
{
    for (size_t i = 0; i < variable->option_count; i++)
        if (rung_text_equal(variable->options[i], id))
            return (int64_t)i;
    assert_int_equal(id.size, 0);
    return -1;
}

static rung_cell answer_cell(const rung_variable *variable, rung_text value)
{
    rung_cell cell = {0};
    switch (variable->kind) {
    case RUNG_VARIABLE_BOOL:
        cell.i = rung_text_is(value, "true");
        break;
    case RUNG_VARIABLE_INT:
        assert_true(rung_parse_int(value, &cell.i));
        break;
    case RUNG_VARIABLE_DOUBLE:
        assert_true(rung_parse_double(value, &cell.d));
        break;
    case RUNG_VARIABLE_CHOICE:
        cell.i = option_named(variable, value);
        break;
    default:
        while (value.size)
            cell.set |= UINT64_C(1) << option_named(variable, cut(&value, ','));
        break;
    }
    return cell;
}

static size_t variable_named(const test_scope *scope, rung_text name)
{
    size_t i = 0;
    while (i < scope->scope.count && !rung_text_equal(scope->variables[i].name, name))
        i++;
    assert_true(i < scope->scope.count);
    return i;
}

void test_scope_answer(test_scope *scope, rung_text line)
{
    for (rung_text word = test_word(&line); word.size; word = test_word(&line)) {
        size_t i = variable_named(scope, cut(&word, '='));
        scope->cells[i] = answer_cell(&scope->variables[i], word);
    }
}

/* --- Bounds ---------------------------------------------------------------------------------- */

static uint64_t option_set(const rung_variable *variable, rung_text list, bool *none)
{
    uint64_t set = 0;
    while (list.size) {
        rung_text id = cut(&list, ',');
        if (rung_text_is(id, "?"))
            *none = true;
        else
            set |= UINT64_C(1) << option_named(variable, id);
    }
    return set;
}

static rung_bounds_cell bounds_cell(const rung_variable *variable, rung_text value)
{
    rung_bounds_cell bounds = {0};
    if (variable->kind == RUNG_VARIABLE_CHOICE) {
        bounds.may = option_set(variable, value, &bounds.may_none);
    } else if (variable->kind == RUNG_VARIABLE_CHOICES) {
        bounds.must = option_set(variable, cut(&value, '/'), &bounds.may_none);
        bounds.may = bounds.must | option_set(variable, value, &bounds.may_none);
    } else if (variable->kind == RUNG_VARIABLE_BOOL) {
        bounds.high.i = 1;
    } else {
        const char *dots = strstr(value.at, "..");
        size_t size = (size_t)(dots - value.at);
        bounds.low = answer_cell(variable, (rung_text){value.at, size});
        bounds.high = answer_cell(variable, (rung_text){dots + 2, value.size - size - 2});
    }
    return bounds;
}

void test_scope_between(test_scope *scope, rung_text line)
{
    for (size_t i = 0; i < scope->scope.count; i++)
        scope->bounds[i] = (rung_bounds_cell){.known = true, .cell = scope->cells[i]};
    for (rung_text word = test_word(&line); word.size; word = test_word(&line)) {
        size_t i = variable_named(scope, cut(&word, '='));
        scope->bounds[i] = bounds_cell(&scope->variables[i], word);
    }
}

/* --- Values ---------------------------------------------------------------------------------- */

static const char *string_text(rung_arena *arena, rung_text string)
{
    rung_text shown = rung_printable(arena, string, false);
    return rung_format(arena, "\"%.*s\"", (int)shown.size, shown.at);
}

static const char *list_text(rung_arena *arena, const rung_value *value)
{
    const char *text = "[";
    for (size_t i = 0; i < value->list.count; i++)
        text = rung_format(arena, "%s%s%s", text, i ? ", " : "",
                           test_value_text(arena, &value->list.items[i]));
    return rung_format(arena, "%s]", text);
}

const char *test_value_text(rung_arena *arena, const rung_value *value)
{
    char number[RUNG_NUMBER_SIZE];
    if (value->type.lists)
        return list_text(arena, value);
    switch (value->type.base) {
    case RUNG_TYPE_BOOL:
        return value->boolean ? "true" : "false";
    case RUNG_TYPE_INT:
        return rung_format(arena, "%lld", (long long)value->integer);
    case RUNG_TYPE_STRING:
        return string_text(arena, value->string);
    default:
        rung_number_format(value->real, number);
        return rung_format(arena, strpbrk(number, ".eNI") ? "%s" : "%s.0", number);
    }
}

const rung_program *test_compile(test_scope *scope, const rung_source *source, rung_want want,
                                 rung_diagnostics *out)
{
    rung_diagnostics_init(out, scope->arena);
    rung_expr_text text = {.text = source->text, .source = source};
    return rung_compile(scope->arena, &text, &scope->scope, want, out);
}
