/* Running a program over known values. */
#include "expr/arithmetic.h"
#include "expr/program.h"

#include <math.h>
#include <string.h>

/* --- Conversions ----------------------------------------------------------------------------- */

static rung_eval_error double_to_int(double value, int64_t *out)
{
    if (!(value > -0x1p63 && value < 0x1p63))
        return RUNG_EVAL_CONVERSION;
    *out = (int64_t)value;
    return RUNG_EVAL_OK;
}

static bool take_bytes(expr_machine *machine, size_t size, char **out)
{
    if ((size_t)(machine->bytes_end - machine->bytes) < size)
        return false;
    *out = machine->bytes;
    machine->bytes += size;
    return true;
}

static const rung_text *new_text(expr_machine *machine, const char *at, size_t size)
{
    *machine->texts = (rung_text){at, size};
    return machine->texts++;
}

static rung_eval_error copy_text(expr_machine *machine, const char *at, size_t size,
                                 const rung_text **out)
{
    char *copy;
    if (!take_bytes(machine, size, &copy))
        return RUNG_EVAL_TOO_LONG;
    memcpy(copy, at, size);
    *out = new_text(machine, copy, size);
    return RUNG_EVAL_OK;
}

static rung_eval_error double_to_text(expr_machine *machine, double value, const rung_text **out)
{
    char number[RUNG_NUMBER_SIZE];
    return copy_text(machine, number, rung_number_format(value, number), out);
}

/* Not through snprintf: this runs for every sheet. */
static rung_eval_error int_to_text(expr_machine *machine, int64_t value, const rung_text **out)
{
    char number[24];
    size_t at = sizeof number;
    uint64_t rest = expr_magnitude(value);
    do
        number[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0)
        number[--at] = '-';
    return copy_text(machine, number + at, sizeof number - at, out);
}

static const rung_text *bool_text(bool value)
{
    static const rung_text words[] = {{"false", 5}, {"true", 4}};
    return &words[value];
}

static const rung_text *choice_text(const rung_variable *variable, int64_t option)
{
    static const rung_text none;
    return option < 0 ? &none : &variable->options[option];
}

/* --- Making texts and lists ------------------------------------------------------------------
 * A chain of `+` grows in place: if the left operand was made last, only the right one is copied
 * behind it. */

static rung_eval_error join_text(expr_machine *machine, rung_text a, rung_text b,
                                 const rung_text **out)
{
    char *at;
    bool last = a.size && a.at + a.size == machine->bytes;
    if (!take_bytes(machine, last ? b.size : a.size + b.size, &at))
        return RUNG_EVAL_TOO_LONG;
    if (!last && a.size)
        memcpy(at, a.at, a.size);
    if (b.size)
        memcpy(last ? at : at + a.size, b.at, b.size);
    *out = new_text(machine, last ? a.at : at, a.size + b.size);
    return RUNG_EVAL_OK;
}

static bool take_items(expr_machine *machine, size_t count, rung_value **out)
{
    *out = machine->items;
    if (count == 0) /* there may be no items at all, and NULL has no arithmetic */
        return true;
    if ((size_t)(machine->items_end - machine->items) < count)
        return false;
    machine->items += count;
    return true;
}

static const rung_value *new_list(expr_machine *machine, rung_type type, const rung_value *items,
                                  size_t count)
{
    rung_value *list = machine->lists++;
    list->type = type;
    list->list.items = items;
    list->list.count = count;
    return list;
}

static rung_eval_error join_list(expr_machine *machine, rung_type type, const rung_value *a,
                                 const rung_value *b, const rung_value **out)
{
    rung_value *at;
    size_t left = a->list.count, right = b->list.count;
    bool last = left && a->list.items + left == machine->items;
    if (left + right > RUNG_EXPR_MAX_LIST || !take_items(machine, last ? right : left + right, &at))
        return RUNG_EVAL_TOO_LONG;
    if (!last && left)
        memcpy(at, a->list.items, left * sizeof *at);
    if (right)
        memcpy(last ? at : at + left, b->list.items, right * sizeof *at);
    *out = new_list(machine, type, last ? a->list.items : at, left + right);
    return RUNG_EVAL_OK;
}

static rung_eval_error make_list(expr_machine *machine, const expr_instruction *at, rung_type type,
                                 const rung_value **out)
{
    rung_value *items;
    if (!take_items(machine, at->b, &items))
        return RUNG_EVAL_TOO_LONG;
    for (size_t i = 0; i < at->b; i++) {
        uint16_t item = machine->arguments[at->a + i];
        if (machine->errors[item])
            return machine->errors[item];
        items[i] = expr_value(machine->registers[item], machine->types[item]);
    }
    *out = new_list(machine, type, items, at->b);
    return RUNG_EVAL_OK;
}

static rung_eval_error choices_list(expr_machine *machine, const rung_variable *variable,
                                    uint64_t set, const rung_value **out)
{
    rung_value *items;
    size_t count = expr_set_size(set);
    if (!take_items(machine, count, &items))
        return RUNG_EVAL_TOO_LONG;
    *out = new_list(machine, (rung_type){RUNG_TYPE_STRING, 1}, items, count);
    for (size_t option = 0; set; option++, set >>= 1) {
        if (!(set & 1))
            continue;
        items->type = (rung_type){RUNG_TYPE_STRING, 0};
        items++->string = variable->options[option];
    }
    return RUNG_EVAL_OK;
}

static bool in_list(const expr_machine *machine, const expr_instruction *at, const rung_value *list)
{
    rung_value item = expr_value(machine->registers[at->a], machine->types[at->a]);
    return expr_list_holds(list, &item);
}

/* --- Least and greatest ---------------------------------------------------------------------- */

/* The first of the best; NaN is never better, and stays if it comes first. */
static double better_double(double a, double b, bool greatest)
{
    return (greatest ? b > a : b < a) ? b : a;
}

static rung_eval_error extreme_of_list(const rung_value *list, bool greatest, expr_cell *out)
{
    if (list->list.count == 0)
        return RUNG_EVAL_EMPTY_LIST;
    expr_cell best = expr_cell_of(&list->list.items[0]);
    bool real = list->list.items[0].type.base == RUNG_TYPE_DOUBLE;
    for (size_t i = 1; i < list->list.count; i++) {
        expr_cell next = expr_cell_of(&list->list.items[i]);
        if (real)
            best.d = better_double(best.d, next.d, greatest);
        else if (greatest ? next.i > best.i : next.i < best.i)
            best = next;
    }
    *out = best;
    return RUNG_EVAL_OK;
}

/* --- Logic ----------------------------------------------------------------------------------- */

/* `decisive` on either side settles it, whatever the other side is. */
static rung_eval_error absorb(const expr_machine *machine, const expr_instruction *at,
                              bool decisive, int64_t *out)
{
    uint8_t left = machine->errors[at->a], right = machine->errors[at->b];
    int64_t a = machine->registers[at->a].i, b = machine->registers[at->b].i;
    *out = decisive;
    if ((!left && a == decisive) || (!right && b == decisive))
        return RUNG_EVAL_OK;
    *out = !decisive;
    return left ? left : right;
}

static rung_eval_error select_cell(const expr_machine *machine, const expr_instruction *at,
                                   expr_cell *out)
{
    if (machine->errors[at->a])
        return machine->errors[at->a];
    uint16_t chosen = machine->registers[at->a].i ? at->b : at->c;
    *out = machine->registers[chosen];
    return machine->errors[chosen];
}

/* --- The loop -------------------------------------------------------------------------------- */

/* Instructions that an error of an operand need not spoil. */
static rung_eval_error execute_lazy(expr_machine *machine, const expr_instruction *at,
                                    rung_type type, expr_cell *out)
{
    switch ((expr_op)at->op) {
    case EXPR_OP_AND:
        return absorb(machine, at, false, &out->i);
    case EXPR_OP_OR:
        return absorb(machine, at, true, &out->i);
    case EXPR_OP_SELECT:
        return select_cell(machine, at, out);
    default:
        return make_list(machine, at, type, &out->list);
    }
}

/* CASE: an instruction that cannot fail and gives member `m`. TRY: one that can. */
#define CASE(op, m, value)                                                                         \
    case EXPR_OP_##op:                                                                             \
        out->m = (value);                                                                          \
        return RUNG_EVAL_OK
#define TRY(op, call)                                                                              \
    case EXPR_OP_##op:                                                                             \
        return (call)

static inline rung_eval_error execute_strict(expr_machine *machine, const expr_instruction *at,
                                             rung_type type, expr_cell *out)
{
    const expr_cell a = machine->registers[at->a], b = machine->registers[at->b];
    int64_t unused;

    switch ((expr_op)at->op) {
        CASE(NOT, i, !a.i);
        TRY(NEGATE_INT, expr_subtract(0, a.i, &out->i));
        TRY(ADD_INT, expr_add(a.i, b.i, &out->i));
        TRY(SUBTRACT_INT, expr_subtract(a.i, b.i, &out->i));
        TRY(MULTIPLY_INT, expr_multiply(a.i, b.i, &out->i));
        TRY(DIVIDE_INT, expr_divide(a.i, b.i, &out->i, &unused));
        TRY(REMAINDER_INT, expr_divide(a.i, b.i, &unused, &out->i));
        CASE(LEAST_INT, i, b.i < a.i ? b.i : a.i);
        CASE(GREATEST_INT, i, b.i > a.i ? b.i : a.i);
        CASE(NEGATE_DOUBLE, d, -a.d);
        CASE(ADD_DOUBLE, d, a.d + b.d);
        CASE(SUBTRACT_DOUBLE, d, a.d - b.d);
        CASE(MULTIPLY_DOUBLE, d, a.d * b.d);
        CASE(DIVIDE_DOUBLE, d, a.d / b.d);
        CASE(LEAST_DOUBLE, d, better_double(a.d, b.d, false));
        CASE(GREATEST_DOUBLE, d, better_double(a.d, b.d, true));
        TRY(LEAST_LIST, extreme_of_list(a.list, false, out));
        TRY(GREATEST_LIST, extreme_of_list(a.list, true, out));
        CASE(EQUAL_INT, i, a.i == b.i);
        CASE(LESS_INT, i, a.i < b.i);
        CASE(LESS_EQUAL_INT, i, a.i <= b.i);
        CASE(EQUAL_DOUBLE, i, a.d == b.d);
        CASE(LESS_DOUBLE, i, a.d < b.d);
        CASE(LESS_EQUAL_DOUBLE, i, a.d <= b.d);
        CASE(EQUAL_INT_DOUBLE, i, !isnan(b.d) && expr_compare_mixed(a.i, b.d) == 0);
        CASE(LESS_INT_DOUBLE, i, !isnan(b.d) && expr_compare_mixed(a.i, b.d) < 0);
        CASE(LESS_EQUAL_INT_DOUBLE, i, !isnan(b.d) && expr_compare_mixed(a.i, b.d) <= 0);
        CASE(LESS_DOUBLE_INT, i, !isnan(a.d) && expr_compare_mixed(b.i, a.d) > 0);
        CASE(LESS_EQUAL_DOUBLE_INT, i, !isnan(a.d) && expr_compare_mixed(b.i, a.d) >= 0);
        CASE(EQUAL_TEXT, i, rung_text_equal(*a.text, *b.text));
        CASE(LESS_TEXT, i, rung_text_compare(*a.text, *b.text) < 0);
        CASE(LESS_EQUAL_TEXT, i, rung_text_compare(*a.text, *b.text) <= 0);
        CASE(EQUAL_LIST, i, expr_equal(a.list, b.list));
        CASE(IN_LIST, i, in_list(machine, at, b.list));
        CASE(IS_ONE_OF, i, a.i < 0 ? at->c : (int64_t)(b.set >> a.i & 1));
        CASE(HAS_ANY, i, (a.set & b.set) != 0);
        CASE(CHOICE_POINTS, d, expr_option_points(&machine->variables[at->c], a.i));
        CASE(CHOICES_POINTS, d, expr_points(&machine->variables[at->c], a.set));
        CASE(CHOICE_TEXT, text, choice_text(&machine->variables[at->c], a.i));
        TRY(CHOICES_LIST, choices_list(machine, &machine->variables[at->c], a.set, &out->list));
        CASE(CHOICES_SIZE, i, (int64_t)expr_set_size(a.set));
        CASE(INT_TO_DOUBLE, d, (double)a.i);
        TRY(DOUBLE_TO_INT, double_to_int(a.d, &out->i));
        TRY(TEXT_TO_INT, rung_parse_int(*a.text, &out->i) ? RUNG_EVAL_OK : RUNG_EVAL_CONVERSION);
        TRY(TEXT_TO_DOUBLE,
            rung_parse_double(*a.text, &out->d) ? RUNG_EVAL_OK : RUNG_EVAL_CONVERSION);
        CASE(BOOL_TO_TEXT, text, bool_text(a.i));
        TRY(INT_TO_TEXT, int_to_text(machine, a.i, &out->text));
        TRY(DOUBLE_TO_TEXT, double_to_text(machine, a.d, &out->text));
        CASE(TEXT_SIZE, i, (int64_t)rung_utf8_length(*a.text));
        CASE(TEXT_STARTS, i, rung_text_starts(*a.text, *b.text));
        CASE(TEXT_ENDS, i, rung_text_ends(*a.text, *b.text));
        CASE(TEXT_CONTAINS, i, rung_text_contains(*a.text, *b.text));
        TRY(JOIN_TEXT, join_text(machine, *a.text, *b.text, &out->text));
        CASE(LIST_SIZE, i, (int64_t)a.list->list.count);
        TRY(JOIN_LIST, join_list(machine, type, a.list, b.list, &out->list));
    default:
        return RUNG_EVAL_OK;
    }
}

void expr_execute(expr_machine *machine, const expr_instruction *instructions, size_t count,
                  size_t first)
{
    uint8_t *errors = machine->errors;
    for (size_t i = 0; i < count; i++) {
        const expr_instruction *at = &instructions[i];
        size_t to = first + i;
        rung_eval_error error;
        if (at->op >= EXPR_OP_AND)
            error = execute_lazy(machine, at, machine->types[to], &machine->registers[to]);
        else if ((error = errors[at->a] ? errors[at->a] : errors[at->b]) == RUNG_EVAL_OK)
            error = execute_strict(machine, at, machine->types[to], &machine->registers[to]);
        errors[to] = (uint8_t)error;
    }
}
