/* Running a program over values of which only bounds are known. What does not depend on them is
 * run by the machine itself, so a program over known values is exact. */
#include "expr/interval.h"

#include <math.h>

struct walk {
    const rung_program *program;
    expr_machine machine;
    expr_bound *bounds; /* of all registers */
};

static expr_bound any_int(void)
{
    expr_bound out = {.can_succeed = true};
    out.low.i = INT64_MIN;
    out.high.i = INT64_MAX;
    return out;
}

static expr_bound int_between(int64_t low, int64_t high)
{
    expr_bound out = {.can_succeed = true};
    out.low.i = low;
    out.high.i = high;
    return out;
}

static expr_bound bool_of(bool can_be_false, bool can_be_true)
{
    expr_bound out = int_between(!can_be_false, can_be_true);
    out.can_succeed = can_be_false || can_be_true;
    return out;
}

static bool can_be(const expr_bound *bound, bool value)
{
    return bound->can_succeed && (value ? bound->high.i == 1 : bound->low.i == 0);
}

static bool is_base(rung_type type, rung_type_base base)
{
    return type.base == base && !type.lists;
}

/* Whatever the type can hold. */
static expr_bound any_of(rung_type type)
{
    if (is_base(type, RUNG_TYPE_BOOL))
        return bool_of(true, true);
    return is_base(type, RUNG_TYPE_DOUBLE) ? expr_any_double() : any_int();
}

/* --- Known registers ------------------------------------------------------------------------- */

/* The bound of a register that the machine holds. */
static expr_bound known_bound(const struct walk *walk, size_t reg)
{
    expr_bound out = {.known = true, .can_fail = walk->machine.errors[reg] != RUNG_EVAL_OK};
    out.can_succeed = !out.can_fail;
    out.low = out.high = walk->machine.registers[reg];
    if (out.can_succeed && is_base(walk->program->types[reg], RUNG_TYPE_DOUBLE) &&
        isnan(out.low.d)) {
        out = expr_any_double();
        out.known = true;
    }
    return out;
}

/* Bounds that leave one value, or errors only, are knowledge. A double zero could be of either
 * sign. */
static bool is_settled(const expr_bound *bound, rung_type type)
{
    if (bound->can_fail)
        return !bound->can_succeed;
    if (is_base(type, RUNG_TYPE_DOUBLE))
        return !bound->may_nan && bound->low.d == bound->high.d && bound->low.d != 0;
    return (is_base(type, RUNG_TYPE_INT) || is_base(type, RUNG_TYPE_BOOL)) &&
           bound->low.i == bound->high.i;
}

static void settle(struct walk *walk, size_t reg)
{
    expr_bound *bound = &walk->bounds[reg];
    if (bound->known || !is_settled(bound, walk->program->types[reg]))
        return;
    bound->known = true;
    walk->machine.registers[reg] = bound->low;
    walk->machine.errors[reg] = bound->can_fail ? RUNG_EVAL_OVERFLOW : RUNG_EVAL_OK;
}

/* --- Variables ------------------------------------------------------------------------------- */

/* The cell of a question of which bounds leave one answer. */
static bool single_answer(const rung_bounds_cell *cell, rung_variable_kind kind, expr_cell *out)
{
    if (kind == RUNG_VARIABLE_CHOICES) {
        out->set = cell->must;
        return cell->must == cell->may;
    }
    bool none = cell->may_none && !cell->may,
         one = !cell->may_none && expr_set_size(cell->may) == 1;
    out->i = -1;
    for (uint64_t set = cell->may; set; set >>= 1)
        out->i++;
    return kind == RUNG_VARIABLE_CHOICE && (none || one);
}

static void place_known(struct walk *walk, size_t reg, expr_cell cell)
{
    walk->machine.registers[reg] = cell;
    walk->bounds[reg] = (expr_bound){.known = true, .can_succeed = true, .low = cell, .high = cell};
}

static void place_variable(struct walk *walk, size_t reg, const rung_bounds_cell *cell)
{
    expr_bound *bound = &walk->bounds[reg];
    rung_variable_kind kind = expr_register_kind(walk->program, (uint16_t)reg);
    expr_cell answer;
    walk->machine.errors[reg] = RUNG_EVAL_OK;
    *bound = (expr_bound){.can_succeed = true};
    if (cell->known) {
        place_known(walk, reg, (expr_cell){.set = cell->cell.set});
    } else if (kind == RUNG_VARIABLE_CHOICE || kind == RUNG_VARIABLE_CHOICES) {
        bound->may_none = cell->may_none;
        bound->low.set = cell->must;
        bound->high.set = cell->may;
        if (single_answer(cell, kind, &answer))
            place_known(walk, reg, answer);
    } else {
        bound->low.set = cell->low.set;
        bound->high.set = cell->high.set;
        settle(walk, reg);
    }
}

/* --- Comparisons ----------------------------------------------------------------------------- */

typedef int compare(expr_cell a, expr_cell b);

static int compare_ints(expr_cell a, expr_cell b)
{
    return (a.i > b.i) - (a.i < b.i);
}

static int compare_doubles(expr_cell a, expr_cell b)
{
    return (a.d > b.d) - (a.d < b.d);
}

static int compare_int_double(expr_cell a, expr_cell b)
{
    return expr_compare_mixed(a.i, b.d);
}

static int compare_double_int(expr_cell a, expr_cell b)
{
    return -expr_compare_mixed(b.i, a.d);
}

/* NaN makes every comparison false. */
static expr_bound is_equal(const expr_bound *a, const expr_bound *b, compare *order, bool nan)
{
    int low = order(a->low, b->high), high = order(a->high, b->low);
    return bool_of(nan || low != 0 || high != 0, low <= 0 && high >= 0);
}

static expr_bound is_less(const expr_bound *a, const expr_bound *b, compare *order, bool nan)
{
    return bool_of(nan || order(a->high, b->low) >= 0, order(a->low, b->high) < 0);
}

static expr_bound is_less_equal(const expr_bound *a, const expr_bound *b, compare *order, bool nan)
{
    return bool_of(nan || order(a->high, b->low) > 0, order(a->low, b->high) <= 0);
}

static expr_bound compare_interval(expr_op op, const expr_bound *a, const expr_bound *b)
{
    bool nan_a = a->may_nan, nan_b = b->may_nan;
    switch (op) {
    case EXPR_OP_EQUAL_INT:
        return is_equal(a, b, compare_ints, false);
    case EXPR_OP_LESS_INT:
        return is_less(a, b, compare_ints, false);
    case EXPR_OP_LESS_EQUAL_INT:
        return is_less_equal(a, b, compare_ints, false);
    case EXPR_OP_EQUAL_DOUBLE:
        return is_equal(a, b, compare_doubles, nan_a || nan_b);
    case EXPR_OP_LESS_DOUBLE:
        return is_less(a, b, compare_doubles, nan_a || nan_b);
    case EXPR_OP_LESS_EQUAL_DOUBLE:
        return is_less_equal(a, b, compare_doubles, nan_a || nan_b);
    case EXPR_OP_EQUAL_INT_DOUBLE:
        return is_equal(a, b, compare_int_double, nan_b);
    case EXPR_OP_LESS_INT_DOUBLE:
        return is_less(a, b, compare_int_double, nan_b);
    case EXPR_OP_LESS_EQUAL_INT_DOUBLE:
        return is_less_equal(a, b, compare_int_double, nan_b);
    case EXPR_OP_LESS_DOUBLE_INT:
        return is_less(a, b, compare_double_int, nan_a);
    default: /* LESS_EQUAL_DOUBLE_INT */
        return is_less_equal(a, b, compare_double_int, nan_a);
    }
}

/* --- Membership ------------------------------------------------------------------------------ */

static compare *order_of(rung_type_base left, rung_type_base right)
{
    if (left == RUNG_TYPE_DOUBLE)
        return right == RUNG_TYPE_DOUBLE ? compare_doubles : compare_double_int;
    return right == RUNG_TYPE_DOUBLE ? compare_int_double : compare_ints;
}

/* Whether the list has every int of a short interval. */
static bool holds_all(const rung_value *list, const expr_bound *bound)
{
    uint64_t span = (uint64_t)bound->high.i - (uint64_t)bound->low.i;
    if (span >= list->list.count)
        return false;
    for (uint64_t i = 0; i <= span; i++) {
        rung_value item = {.type = {RUNG_TYPE_INT, 0}};
        item.integer = bound->low.i + (int64_t)i;
        if (!expr_list_holds(list, &item))
            return false;
    }
    return true;
}

static expr_bound in_list(const struct walk *walk, const expr_instruction *at)
{
    const expr_bound *item = &walk->bounds[at->a];
    rung_type type = walk->program->types[at->a];
    bool number = is_base(type, RUNG_TYPE_INT) || is_base(type, RUNG_TYPE_DOUBLE);
    if (!number || !walk->bounds[at->b].known || walk->bounds[at->b].can_fail)
        return bool_of(true, true);
    const rung_value *list = walk->machine.registers[at->b].list;
    bool any = false;
    for (size_t i = 0; i < list->list.count; i++) {
        const rung_value *other = &list->list.items[i];
        bool nan = other->type.base == RUNG_TYPE_DOUBLE && isnan(other->real);
        compare *order = order_of(type.base, other->type.base);
        expr_cell cell = expr_cell_of(other);
        any = any || (!nan && order(item->low, cell) <= 0 && order(item->high, cell) >= 0);
    }
    return bool_of(type.base == RUNG_TYPE_DOUBLE || !holds_all(list, item), any);
}

/* --- Questions ------------------------------------------------------------------------------- */

static expr_bound is_one_of(const expr_bound *choice, uint64_t options, bool none)
{
    uint64_t may = choice->high.set;
    return bool_of((may & ~options) || (choice->may_none && !none),
                   (may & options) || (choice->may_none && none));
}

static expr_bound choice_points(const rung_variable *variable, const expr_bound *choice)
{
    double low = choice->may_none ? 0 : INFINITY, high = choice->may_none ? 0 : -INFINITY;
    for (int64_t option = 0; option < (int64_t)variable->option_count; option++) {
        double points = expr_option_points(variable, option);
        if (!(choice->high.set >> option & 1))
            continue;
        low = points < low ? points : low;
        high = points > high ? points : high;
    }
    expr_bound out = {.can_succeed = low <= high};
    out.low.d = low;
    out.high.d = high;
    return out;
}

/* Adding is monotone, so taking or leaving each option by its sign gives the ends. */
static expr_bound choices_points(const rung_variable *variable, const expr_bound *choices)
{
    expr_bound out = {.can_succeed = true};
    for (int64_t option = 0; option < (int64_t)variable->option_count; option++) {
        double points = expr_option_points(variable, option);
        bool may = choices->high.set >> option & 1, must = choices->low.set >> option & 1;
        if (must || (may && points < 0))
            out.low.d += points;
        if (must || (may && points > 0))
            out.high.d += points;
    }
    return out;
}

static expr_bound choices_size(const expr_bound *choices)
{
    return int_between((int64_t)expr_set_size(choices->low.set),
                       (int64_t)expr_set_size(choices->high.set));
}

/* --- Conversions ----------------------------------------------------------------------------- */

static expr_bound double_to_int(const expr_bound *a)
{
    expr_bound out = any_int();
    bool below = a->low.d <= -0x1p63, above = a->high.d >= 0x1p63;
    out.can_fail = a->may_nan || below || above;
    out.can_succeed = a->high.d > -0x1p63 && a->low.d < 0x1p63;
    if (!below && out.can_succeed)
        out.low.i = (int64_t)a->low.d;
    if (!above && out.can_succeed)
        out.high.i = (int64_t)a->high.d;
    return out;
}

static expr_bound int_to_double(const expr_bound *a)
{
    expr_bound out = {.can_succeed = true};
    out.low.d = (double)a->low.i;
    out.high.d = (double)a->high.i;
    return out;
}

/* --- Logic ----------------------------------------------------------------------------------- */

static expr_bound absorb(const expr_bound *a, const expr_bound *b, bool decisive)
{
    bool settled = can_be(a, decisive) || can_be(b, decisive);
    bool open_a = can_be(a, !decisive), open_b = can_be(b, !decisive);
    bool both = open_a && open_b;
    expr_bound out = decisive ? bool_of(both, settled) : bool_of(settled, both);
    out.can_fail = (a->can_fail && (b->can_fail || open_b)) || (b->can_fail && open_a);
    return out;
}

static expr_bound join(const expr_bound *a, const expr_bound *b, rung_type type)
{
    expr_bound out = *a;
    if (is_base(type, RUNG_TYPE_DOUBLE)) {
        if (a->may_nan || b->may_nan)
            return expr_any_double();
        out.low.d = fmin(a->low.d, b->low.d);
        out.high.d = fmax(a->high.d, b->high.d);
    } else {
        out.low.i = a->low.i < b->low.i ? a->low.i : b->low.i;
        out.high.i = a->high.i > b->high.i ? a->high.i : b->high.i;
    }
    return out;
}

/* Texts and lists have no bounds to join: they are known or not. */
static expr_bound select_bound(const struct walk *walk, const expr_instruction *at, rung_type type)
{
    const expr_bound *test = &walk->bounds[at->a];
    const expr_bound *yes = &walk->bounds[at->b], *no = &walk->bounds[at->c];
    bool takes_yes = can_be(test, true), takes_no = can_be(test, false);
    bool from_yes = takes_yes && yes->can_succeed, from_no = takes_no && no->can_succeed;
    bool number = !type.lists && type.base != RUNG_TYPE_STRING;
    expr_bound out = any_of(type);
    if (number && from_yes && from_no)
        out = join(yes, no, type);
    else if (number && (from_yes || from_no))
        out = from_yes ? *yes : *no;
    out.known = false;
    out.can_succeed = from_yes || from_no;
    out.can_fail = test->can_fail || (takes_yes && yes->can_fail) || (takes_no && no->can_fail);
    return out;
}

/* --- Instructions ---------------------------------------------------------------------------- */

/* Nothing of the value follows from the operands' bounds: texts, lists, and what is read off
 * them. */
static expr_bound opaque(const struct walk *walk, expr_op op, rung_type type)
{
    expr_bound out = any_of(type);
    switch (op) {
    case EXPR_OP_TEXT_SIZE:
    case EXPR_OP_LIST_SIZE:
        out.low.i = 0;
        break;
    case EXPR_OP_LEAST_LIST:
    case EXPR_OP_GREATEST_LIST:
    case EXPR_OP_TEXT_TO_INT:
    case EXPR_OP_TEXT_TO_DOUBLE:
        out.can_fail = true;
        break;
    case EXPR_OP_INT_TO_TEXT:
    case EXPR_OP_DOUBLE_TO_TEXT:
    case EXPR_OP_JOIN_TEXT:
    case EXPR_OP_JOIN_LIST:
    case EXPR_OP_CHOICES_LIST:
        out.can_fail = walk->program->needs.may_overflow;
        break;
    default:
        break;
    }
    return out;
}

/* Of strict instructions, as if no operand failed. */
static expr_bound apply(const struct walk *walk, const expr_instruction *at, rung_type type)
{
    const expr_bound *a = &walk->bounds[at->a], *b = &walk->bounds[at->b];
    const rung_variable *variables = walk->program->variables;
    expr_op op = at->op;
    if (op >= EXPR_OP_EQUAL_INT && op <= EXPR_OP_LESS_EQUAL_DOUBLE_INT)
        return compare_interval(op, a, b);
    if (op >= EXPR_OP_NEGATE_INT && op <= EXPR_OP_GREATEST_INT)
        return expr_int_interval(op, a, b);
    if (op >= EXPR_OP_NEGATE_DOUBLE && op <= EXPR_OP_GREATEST_DOUBLE)
        return expr_double_interval(op, a, b);
    switch (op) {
    case EXPR_OP_NOT:
        return bool_of(can_be(a, true), can_be(a, false));
    case EXPR_OP_IN_LIST:
        return in_list(walk, at);
    case EXPR_OP_IS_ONE_OF:
        return is_one_of(a, b->high.set, at->c);
    case EXPR_OP_HAS_ANY:
        return bool_of(!(a->low.set & b->high.set), a->high.set & b->high.set);
    case EXPR_OP_CHOICE_POINTS:
        return choice_points(&variables[at->c], a);
    case EXPR_OP_CHOICES_POINTS:
        return choices_points(&variables[at->c], a);
    case EXPR_OP_CHOICES_SIZE:
        return choices_size(a);
    case EXPR_OP_INT_TO_DOUBLE:
        return int_to_double(a);
    case EXPR_OP_DOUBLE_TO_INT:
        return double_to_int(a);
    default:
        return opaque(walk, op, type);
    }
}

static expr_bound strict(const struct walk *walk, const expr_instruction *at, rung_type type)
{
    const expr_bound *a = &walk->bounds[at->a], *b = &walk->bounds[at->b];
    expr_bound out = {0};
    if (a->can_succeed && b->can_succeed)
        out = apply(walk, at, type);
    out.can_fail = out.can_fail || a->can_fail || b->can_fail;
    return out;
}

static expr_bound list_bound(const struct walk *walk, const expr_instruction *at)
{
    expr_bound out = {.can_succeed = true, .can_fail = walk->program->needs.may_overflow};
    for (size_t i = 0; i < at->b; i++) {
        const expr_bound *item = &walk->bounds[walk->program->arguments[at->a + i]];
        out.can_fail = out.can_fail || item->can_fail;
        out.can_succeed = out.can_succeed && item->can_succeed;
    }
    return out;
}

static expr_bound unknown(const struct walk *walk, const expr_instruction *at, rung_type type)
{
    switch ((expr_op)at->op) {
    case EXPR_OP_AND:
        return absorb(&walk->bounds[at->a], &walk->bounds[at->b], false);
    case EXPR_OP_OR:
        return absorb(&walk->bounds[at->a], &walk->bounds[at->b], true);
    case EXPR_OP_SELECT:
        return select_bound(walk, at, type);
    case EXPR_OP_LIST:
        return list_bound(walk, at);
    default:
        return strict(walk, at, type);
    }
}

/* Whether the machine can run it: all operands that matter are known. */
static bool is_runnable(const struct walk *walk, const expr_instruction *at)
{
    const expr_bound *bounds = walk->bounds;
    if (at->op == EXPR_OP_LIST) {
        for (size_t i = 0; i < at->b; i++)
            if (!bounds[walk->program->arguments[at->a + i]].known)
                return false;
        return true;
    }
    if (at->op != EXPR_OP_SELECT)
        return bounds[at->a].known && bounds[at->b].known;
    if (!bounds[at->a].known)
        return false;
    return bounds[at->a].can_fail || bounds[can_be(&bounds[at->a], true) ? at->b : at->c].known;
}

static void step(struct walk *walk, const expr_instruction *at, size_t reg)
{
    if (is_runnable(walk, at)) {
        expr_execute(&walk->machine, at, 1, reg);
        walk->bounds[reg] = known_bound(walk, reg);
    } else {
        walk->bounds[reg] = unknown(walk, at, walk->program->types[reg]);
        settle(walk, reg);
    }
}

/* --- The whole ------------------------------------------------------------------------------- */

static void read_result(const expr_bound *bound, rung_type type, rung_bounds *out)
{
    *out = (rung_bounds){.can_fail = bound->can_fail, .can_succeed = bound->can_succeed};
    if (!bound->can_succeed)
        return;
    if (is_base(type, RUNG_TYPE_BOOL)) {
        out->can_be_false = bound->low.i == 0;
        out->can_be_true = bound->high.i == 1;
    } else if (is_base(type, RUNG_TYPE_DOUBLE)) {
        out->low = bound->low.d;
        out->high = bound->high.d;
    } else if (is_base(type, RUNG_TYPE_INT)) {
        out->low = (double)bound->low.i;
        out->high = (double)bound->high.i;
    }
}

void rung_eval_bounds(const rung_program *program, const rung_bounds_cell *cells, void *scratch,
                      rung_bounds *out)
{
    struct walk walk = {.program = program};
    walk.bounds = expr_machine_place(&walk.machine, program, scratch);
    size_t reg = 0;
    for (; reg < program->constant_count; reg++)
        walk.bounds[reg] = known_bound(&walk, reg);
    for (size_t i = 0; i < program->read_count; i++, reg++)
        place_variable(&walk, reg, &cells[program->reads[i]]);
    for (size_t i = 0; i < program->instruction_count; i++, reg++)
        step(&walk, &program->instructions[i], reg);
    read_result(&walk.bounds[program->result], program->type, out);
}

size_t rung_program_scratch(const rung_program *program)
{
    return program->layout.end + expr_register_count(program) * sizeof(expr_bound);
}
