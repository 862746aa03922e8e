/* Random programs against brute force: what comes out of any sheet within
 * bounds must lie within the bounds of the result, folding must not change a
 * value, and what a program says of its uses must hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "expr/support.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PROGRAMS = 10000, BOUNDS = 4, SHEETS = 24, DEPTH = 5 };

static const char *const variables[] = {
    "int level",
    "int count",
    "double years",
    "double ratio",
    "bool degree",
    "bool open",
    "choice role nurse=3 clerk=-1.5 driver=0.1",
    "choice past clerk pilot nurse",
    "choices skills phone=1 typing=2.5 none=-1",
    "choices also typing filing=0.1",
};
enum { LEVEL, COUNT, YEARS, RATIO, DEGREE, OPEN, ROLE, PAST, SKILLS, ALSO, VARIABLES };

/* --- Chance: splitmix64 ---------------------------------------------------------------------- */

static uint64_t chance;

static uint64_t next_random(void)
{
    uint64_t z = chance += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static unsigned below(unsigned limit)
{
    return (unsigned)(next_random() % limit);
}

/* --- Programs -------------------------------------------------------------------------------- */

/* Patterns by type: a letter in braces is an expression of that type. The first
 * ones are leaves. */
static const struct grammar {
    char type;
    unsigned leaves, count;
    const char *patterns[24];
} grammar[] = {
    {'b',
     5,
     24,
     {"true",
      "degree",
      "open",
      "false",
      "(role == \"nurse\")",
      "({i} < {i})",
      "({i} == {i})",
      "({d} <= {d})",
      "({d} != {d})",
      "({i} >= {d})",
      "({d} > {i})",
      "({b} && {b})",
      "({b} || {b})",
      "!{b}",
      "({b} ? {b} : {b})",
      "({i} in {l})",
      "({d} in {l})",
      "(\"typing\" in skills)",
      "(role in [\"nurse\", \"driver\"])",
      "({s} == {s})",
      "({s} < {s})",
      "({b} == {b})",
      "(role in skills)",
      "({m} == {m})"}},
    {'i',
     7,
     20,
     {"level",
      "count",
      "0",
      "1",
      "-3",
      "7",
      "9223372036854775807",
      "({i} + {i})",
      "({i} - {i})",
      "({i} * {i})",
      "({i} / {i})",
      "({i} % {i})",
      "-{i}",
      "({b} ? {i} : {i})",
      "int({d})",
      "math.least({i}, {i})",
      "math.greatest({i}, {i})",
      "size(skills)",
      "size({s})",
      "size({m})"}},
    {'d',
     8,
     19,
     {"years", "ratio", "0.0", "1.5", "-2.0", "points(role)", "points(skills)", "1e308",
      "({d} + {d})", "({d} - {d})", "({d} * {d})", "({d} / {d})", "-{d}", "({b} ? {d} : {d})",
      "double({i})", "math.least({d}, {i})", "math.greatest({d}, {d})", "points(also)",
      "(0.0 / 0.0)"}},
    {'s',
     4,
     8,
     {"role", "past", "\"nurse\"", "\"\"", "({s} + {s})", "({b} ? {s} : {s})", "string({i})",
      "string({b})"}},
    {'l', 2, 4, {"[1, 2]", "[0, -3, 5]", "[{i}, {i}]", "({b} ? [1] : [])"}},
    {'m',
     3,
     6,
     {"skills", "also", "[\"typing\"]", "({m} + {m})", "[({s} + \"\")]", "({b} ? {m} : [])"}},
};

static void write_random(rung_buffer *out, char type, int depth)
{
    const struct grammar *rule = grammar;
    while (rule->type != type)
        rule++;
    const char *at = rule->patterns[below(depth > 0 ? rule->count : rule->leaves)];
    for (; *at; at++) {
        if (*at == '{') {
            write_random(out, at[1], depth - 1);
            at += 2;
        } else {
            rung_write(&out->sink, (rung_text){at, 1});
        }
    }
}

/* --- Bounds and sheets within them ----------------------------------------------------------- */

static int64_t random_int(void)
{
    static const int64_t ends[] = {INT64_MIN, INT64_MIN + 1, -1, 0, 1, INT64_MAX - 1, INT64_MAX};
    return below(4) ? (int64_t)below(12) - 5 : ends[below(RUNG_COUNT(ends))];
}

static double random_double(void)
{
    static const double ends[] = {-1e308, -0.5, -0.0, 0.0, 1e-308, 2.5, 1e308, 0x1p63};
    return below(2) ? (double)below(20) / 2 - 4 : ends[below(RUNG_COUNT(ends))];
}

static rung_cell random_cell(const rung_variable *variable)
{
    rung_cell cell = {0};
    switch (variable->kind) {
    case RUNG_VARIABLE_INT:
        cell.i = random_int();
        break;
    case RUNG_VARIABLE_DOUBLE:
        cell.d = random_double();
        break;
    case RUNG_VARIABLE_CHOICE:
        cell.i = (int64_t)below((unsigned)variable->option_count + 1) - 1;
        break;
    default:
        cell.set = below(1u << (variable->kind == RUNG_VARIABLE_BOOL ? 1 : variable->option_count));
        break;
    }
    return cell;
}

static rung_bounds_cell random_bounds(const rung_variable *variable)
{
    rung_bounds_cell bounds = {.known = below(3) == 0, .cell = random_cell(variable)};
    rung_cell a = random_cell(variable), b = random_cell(variable);
    bounds.low = bounds.high = a;
    if (variable->kind == RUNG_VARIABLE_INT || variable->kind == RUNG_VARIABLE_BOOL)
        *(b.i < a.i ? &bounds.low : &bounds.high) = b;
    if (variable->kind == RUNG_VARIABLE_DOUBLE)
        *(b.d < a.d ? &bounds.low : &bounds.high) = b;
    bounds.must = a.set & b.set;
    bounds.may = a.set | b.set;
    if (variable->kind == RUNG_VARIABLE_CHOICE) {
        bounds.may = 1 + below((1u << variable->option_count) - 1);
        bounds.may_none = below(2);
    }
    return bounds;
}

static bool lies_within(const rung_variable *variable, const rung_bounds_cell *bounds,
                        rung_cell cell)
{
    switch (variable->kind) {
    case RUNG_VARIABLE_DOUBLE:
        return bounds->low.d <= cell.d && cell.d <= bounds->high.d;
    case RUNG_VARIABLE_CHOICE:
        return cell.i < 0 ? bounds->may_none : bounds->may >> cell.i & 1;
    case RUNG_VARIABLE_CHOICES:
        return !(bounds->must & ~cell.set) && !(cell.set & ~bounds->may);
    default:
        return bounds->low.i <= cell.i && cell.i <= bounds->high.i;
    }
}

static rung_cell cell_within(const rung_variable *variable, const rung_bounds_cell *bounds)
{
    if (bounds->known)
        return bounds->cell;
    for (int tries = 0; tries < 40; tries++) {
        rung_cell cell = random_cell(variable);
        if (lies_within(variable, bounds, cell))
            return cell;
    }
    if (variable->kind == RUNG_VARIABLE_CHOICES)
        return (rung_cell){.set = bounds->must};
    rung_cell cell = {0};
    while (variable->kind == RUNG_VARIABLE_CHOICE && !(bounds->may >> cell.i & 1))
        cell.i++;
    return variable->kind == RUNG_VARIABLE_CHOICE ? cell : bounds->high;
}

/* --- The checks ------------------------------------------------------------------------------ */

/* The program that is being tried, so that a failure names it. */
static const char *current = "";

#define HOLDS(condition)                                                                           \
    do {                                                                                           \
        if (!(condition))                                                                          \
            fail_msg("%s: %s", current, #condition);                                               \
    } while (0)

struct trial {
    test_scope scope;
    const rung_program *program;
    void *scratch;
    size_t decided, undecided; /* how often bounds of a bool left one value, or two */
};

static bool number_of(const rung_value *value, double *out)
{
    *out = value->type.base == RUNG_TYPE_INT ? (double)value->integer : value->real;
    return !value->type.lists &&
           (value->type.base == RUNG_TYPE_INT || value->type.base == RUNG_TYPE_DOUBLE);
}

static void check_value(const rung_bounds *bounds, rung_eval_error error, const rung_value *value)
{
    double number;
    if (error) {
        HOLDS(bounds->can_fail);
        return;
    }
    HOLDS(bounds->can_succeed);
    if (value->type.base == RUNG_TYPE_BOOL && !value->type.lists)
        HOLDS(value->boolean ? bounds->can_be_true : bounds->can_be_false);
    else if (number_of(value, &number) && isnan(number))
        HOLDS(isinf(bounds->low) && isinf(bounds->high));
    else if (number_of(value, &number))
        HOLDS(bounds->low <= number && number <= bounds->high);
}

static void check_exact(struct trial *trial, const rung_cell *sheet, rung_eval_error error,
                        const rung_value *value)
{
    rung_bounds_cell known[VARIABLES];
    rung_bounds bounds;
    double number;
    for (size_t i = 0; i < VARIABLES; i++)
        known[i] = (rung_bounds_cell){.known = true, .cell = sheet[i]};
    rung_eval_bounds(trial->program, known, trial->scratch, &bounds);
    check_value(&bounds, error, value);
    HOLDS(bounds.can_fail != bounds.can_succeed);
    HOLDS(!(bounds.can_be_false && bounds.can_be_true));
    if (!error && number_of(value, &number) && !isnan(number))
        HOLDS(bounds.low == number && bounds.high == number);
}

static void check_within(struct trial *trial)
{
    rung_bounds_cell cells[VARIABLES];
    rung_bounds bounds;
    for (size_t i = 0; i < VARIABLES; i++)
        cells[i] = random_bounds(&trial->scope.variables[i]);
    rung_eval_bounds(trial->program, cells, trial->scratch, &bounds);
    trial->decided += bounds.can_be_false != bounds.can_be_true;
    trial->undecided += bounds.can_be_false && bounds.can_be_true;

    for (int n = 0; n < SHEETS; n++) {
        rung_cell sheet[VARIABLES];
        rung_value value;
        for (size_t i = 0; i < VARIABLES; i++)
            sheet[i] = cell_within(&trial->scope.variables[i], &cells[i]);
        rung_eval_error error = rung_eval(trial->program, sheet, trial->scratch, &value);
        check_value(&bounds, error, &value);
        if (n < 4)
            check_exact(trial, sheet, error, &value);
    }
}

/* The side of each cut that a number lies on. */
static bool same_sides(const rung_use *use, const rung_variable *variable, rung_cell a, rung_cell b)
{
    for (size_t i = 0; i < use->cut_count; i++) {
        double cut = use->cuts[i];
        if (variable->kind == RUNG_VARIABLE_DOUBLE
                ? (a.d < cut) != (b.d < cut) || (a.d > cut) != (b.d > cut)
                : ((double)a.i < cut) != ((double)b.i < cut) ||
                      ((double)a.i > cut) != ((double)b.i > cut))
            return false;
    }
    return true;
}

/* Another cell that the program may not tell from this one. */
static rung_cell alike(const rung_use *use, const rung_variable *variable, rung_cell cell)
{
    for (int tries = 0; tries < 20; tries++) {
        rung_cell other = random_cell(variable);
        if (use && use->only_cuts && same_sides(use, variable, cell, other))
            return other;
        if (use && use->only_members && !((cell.set ^ other.set) & use->members))
            return other;
        if (!use)
            return other;
    }
    return cell;
}

static const rung_use *use_of(const rung_program *program, uint32_t variable)
{
    size_t count;
    const rung_use *uses = rung_program_uses(program, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].variable == variable)
            return &uses[i];
    return NULL;
}

static void check_uses(struct trial *trial)
{
    rung_cell sheet[VARIABLES], other[VARIABLES];
    rung_value value, other_value;
    for (uint32_t i = 0; i < VARIABLES; i++) {
        const rung_variable *variable = &trial->scope.variables[i];
        const rung_use *use = use_of(trial->program, i);
        HOLDS(rung_program_reads(trial->program, i) == (use != NULL));
        sheet[i] = random_cell(variable);
        other[i] = alike(use, variable, sheet[i]);
    }
    rung_arena *arena = trial->scope.arena;
    rung_eval_error error = rung_eval(trial->program, sheet, trial->scratch, &value);
    const char *text = error ? rung_eval_error_text(error) : test_value_text(arena, &value);
    rung_eval_error other_error = rung_eval(trial->program, other, trial->scratch, &other_value);
    if (error || other_error)
        HOLDS(error && other_error);
    else
        HOLDS(strcmp(text, test_value_text(arena, &other_value)) == 0);
}

/* The same program over constants: folding must give what evaluation gives. */
static void check_folding(struct trial *trial, const rung_source *source)
{
    rung_arena *arena = trial->scope.arena;
    test_scope fixed = trial->scope;
    rung_cell sheet[VARIABLES];
    rung_value value, folded;
    for (size_t i = 0; i < VARIABLES; i++)
        sheet[i] = random_cell(&trial->scope.variables[i]);
    for (size_t i = LEVEL; i <= OPEN; i++) {
        static const rung_type_base bases[] = {RUNG_TYPE_INT, RUNG_TYPE_DOUBLE, RUNG_TYPE_BOOL};
        rung_value *constant = rung_new(arena, rung_value);
        constant->type.base = bases[i / 2];
        if (i == DEGREE || i == OPEN)
            constant->boolean = sheet[i].i;
        else
            constant->integer = sheet[i].i; /* of a double, the same bytes */
        fixed.variables[i].kind = RUNG_VARIABLE_VALUE;
        fixed.variables[i].value = constant;
    }
    fixed.scope.variables = fixed.variables;
    rung_diagnostics diagnostics;
    const rung_program *program = test_compile(&fixed, source, RUNG_WANT_ANY, &diagnostics);
    assert_non_null(program);
    void *scratch = rung_alloc(arena, rung_program_scratch(program));
    rung_eval_error error = rung_eval(trial->program, sheet, trial->scratch, &value);
    rung_eval_error folded_error = rung_eval(program, sheet, scratch, &folded);
    if (error || folded_error)
        HOLDS(error && folded_error);
    else
        assert_string_equal(test_value_text(arena, &value), test_value_text(arena, &folded));
}

static void run_trial(void *ctx)
{
    struct trial *trial = ctx;
    static const char types[] = "bidsm";
    rung_buffer text;
    rung_diagnostics diagnostics;

    test_scope_init(&trial->scope, trial->scope.arena);
    for (size_t i = 0; i < RUNG_COUNT(variables); i++)
        test_scope_declare(&trial->scope, rung_text_of(variables[i]));
    rung_buffer_init(&text, NULL);
    write_random(&text, types[below(sizeof types - 1)], DEPTH);
    char *copy = rung_copy(trial->scope.arena, rung_buffer_text(&text));
    rung_buffer_release(&text);

    rung_source source = {"random", rung_text_of(copy)};
    trial->program = test_compile(&trial->scope, &source, RUNG_WANT_ANY, &diagnostics);
    if (!trial->program)
        fail_msg("%s: %s", copy, diagnostics.list.at[0].message);
    trial->scratch = rung_alloc(trial->scope.arena, rung_program_scratch(trial->program));
    for (int i = 0; i < BOUNDS; i++)
        check_within(trial);
    check_uses(trial);
    check_folding(trial, &source);
}

static void random_programs(void **state)
{
    (void)state;
    rung_arena arena = {0};
    struct trial trial = {0};
    for (unsigned n = 0; n < PROGRAMS; n++) {
        chance = n;
        trial.scope.arena = &arena;
        assert_int_equal(rung_guard(&arena, run_trial, &trial), RUNG_OK);
        rung_arena_release(&arena);
    }
    /* Bounds that never decide anything would be sound too. */
    assert_true(trial.decided > trial.undecided / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(random_programs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
