/* What an expression comes to with the answers there are. */
#include "scoring/scoring.h"

#include <math.h>

rung_known rung_known_of(const rung_role *role, const rung_sheet *sheet, size_t rung)
{
    size_t count = role->questionnaire->question_count + 1;
    const rung_variable *variables = role->rules->variables;
    return (rung_known){
        .names = {.variables = variables, .count = count, .visible = count},
        .role = role,
        .sheet = sheet,
        .rung = rung,
    };
}

static bool is_rung(const rung_known *known, uint32_t variable)
{
    return known->role && variable == known->role->questionnaire->question_count;
}

bool rung_known_is_open(const rung_known *known, uint32_t variable)
{
    if (is_rung(known, variable))
        return known->rung == RUNG_NO_RUNG;
    return known->role && known->sheet->unknown[variable];
}

static bool is_open(const rung_known *known, const rung_program *program)
{
    size_t count;
    const rung_use *uses = rung_program_uses(program, &count);
    for (size_t i = 0; i < count; i++)
        if (rung_known_is_open(known, uses[i].variable))
            return true;
    return false;
}

static rung_worth known_worth(rung_arena *arena, const rung_known *known,
                              const rung_program *program)
{
    rung_cell *cells = rung_new_array(arena, rung_cell, known->names.count + 1);
    size_t questions = known->role ? known->role->questionnaire->question_count : 0;
    for (size_t i = 0; i < questions; i++)
        cells[i] = known->sheet->cells[i].cell;
    cells[questions].i = (int64_t)known->rung;
    void *scratch = rung_alloc(arena, rung_program_scratch(program));
    rung_worth worth = {.kind = RUNG_WORTH_VALUE};
    worth.error = rung_eval(program, cells, scratch, &worth.low);
    worth.kind = worth.error == RUNG_EVAL_OK ? RUNG_WORTH_VALUE : RUNG_WORTH_NONE;
    return worth;
}

/* --- A range, where answers are missing ------------------------------------------------------ */
static void widen(rung_outcome *all, const rung_outcome *one)
{
    all->can_be_true |= one->can_be_true;
    all->can_be_false |= one->can_be_false;
    all->can_fail |= one->can_fail;
    all->low = fmin(all->low, one->low);
    all->high = fmax(all->high, one->high);
}

/* Over all that is not answered, and over every rung if none is aimed at yet. */
static rung_outcome outcome_of(rung_arena *arena, const rung_known *known,
                               const rung_program *program)
{
    bool any_rung =
        known->rung == RUNG_NO_RUNG &&
        rung_program_reads(program, (uint32_t)(known->role->questionnaire->question_count));
    size_t first = any_rung ? 0 : known->rung;
    rung_outcome all =
        rung_over_completions(arena, known->sheet, program, first, -INFINITY, INFINITY);
    for (size_t i = 1; any_rung && i < known->role->rules->rung_count; i++) {
        rung_outcome one =
            rung_over_completions(arena, known->sheet, program, i, -INFINITY, INFINITY);
        widen(&all, &one);
    }
    return all;
}

/* One end as a value of the type; an end that a failure leaves open is infinite, and no int. */
static rung_value end_of(rung_type type, double number)
{
    rung_value value = {.type = type};
    if (type.base == RUNG_TYPE_BOOL) {
        value.boolean = number > 0;
    } else if (type.base == RUNG_TYPE_INT && fabs(number) < 9e15) {
        value.integer = (int64_t)number;
    } else {
        value.type.base = RUNG_TYPE_DOUBLE;
        value.real = number;
    }
    return value;
}

static rung_worth range_worth(rung_arena *arena, const rung_known *known,
                              const rung_program *program)
{
    rung_outcome outcome = outcome_of(arena, known, program);
    rung_type type = rung_program_type(program);
    bool boolean = type.base == RUNG_TYPE_BOOL;
    double low = boolean ? !outcome.can_be_false : outcome.low;
    double high = boolean ? outcome.can_be_true : outcome.high;
    bool one = low >= high && !outcome.can_fail;
    return (rung_worth){.kind = one ? RUNG_WORTH_VALUE : RUNG_WORTH_RANGE,
                        .low = end_of(type, low),
                        .high = end_of(type, high),
                        .can_fail = outcome.can_fail};
}

/* --- Texts ----------------------------------------------------------------------------------- */
/* The names of the scope and one more: THIS, which no question is called, for a string. */
static rung_scope with_this(rung_arena *arena, const rung_scope *names, rung_text string)
{
    rung_value *value = rung_new(arena, rung_value);
    rung_variable *variables = rung_new_array(arena, rung_variable, names->count + 1);
    for (size_t i = 0; i < names->count; i++)
        variables[i] = names->variables[i];
    *value = (rung_value){.type = {RUNG_TYPE_STRING, 0}, .string = string};
    variables[names->count] =
        (rung_variable){.name = RUNG_TEXT("THIS"), .kind = RUNG_VARIABLE_VALUE, .value = value};
    return (rung_scope){
        .variables = variables, .count = names->count + 1, .visible = names->count + 1};
}

/* Whether some completion makes the program this string: asked with a comparison. */
static bool can_be(rung_arena *arena, const rung_known *known, const rung_program *program,
                   rung_text string)
{
    rung_text text = rung_program_text(program);
    rung_source *source = rung_new(arena, rung_source);
    const char *equals = rung_format(arena, "(%s) == THIS", rung_copy(arena, text));
    *source = (rung_source){"comparison", rung_text_of(equals)};
    rung_diagnostics ignored;
    rung_diagnostics_init(&ignored, arena);
    rung_expr_text place = {.text = source->text, .source = source};
    rung_scope names = with_this(arena, &known->names, string);
    const rung_program *equal = rung_compile(arena, &place, &names, RUNG_WANT_BOOL, &ignored);
    return !equal || outcome_of(arena, known, equal).can_be_true;
}

static rung_worth string_worth(rung_arena *arena, const rung_known *known,
                               const rung_program *program)
{
    rung_worth worth = {.kind = RUNG_WORTH_OPEN};
    size_t count;
    const rung_text *all = rung_program_strings(program, &count);
    RUNG_VEC(rung_text) can = {0};
    for (size_t i = 0; i < count; i++)
        if (can_be(arena, known, program, all[i]))
            rung_push(arena, &can, all[i]);
    worth.strings = can.at;
    worth.string_count = can.count;
    return worth;
}

rung_worth rung_worth_of(rung_arena *arena, const rung_known *known, const rung_program *program)
{
    rung_type type = rung_program_type(program);
    if (!is_open(known, program))
        return known_worth(arena, known, program);
    if (type.lists == 0 && type.base != RUNG_TYPE_STRING)
        return range_worth(arena, known, program);
    return string_worth(arena, known, program);
}
