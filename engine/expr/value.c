/* Values: comparing them, and what questions' cells stand for. */
#include "expr/program.h"

#include <math.h>

rung_value expr_value(expr_cell cell, rung_type type)
{
    if (type.lists)
        return *cell.list;
    rung_value value = {.type = type};
    switch (type.base) {
    case RUNG_TYPE_BOOL:
        value.boolean = cell.i != 0;
        break;
    case RUNG_TYPE_DOUBLE:
        value.real = cell.d;
        break;
    case RUNG_TYPE_STRING:
        value.string = *cell.text;
        break;
    default:
        value.integer = cell.i;
        break;
    }
    return value;
}

expr_cell expr_cell_of(const rung_value *value)
{
    if (value->type.lists)
        return (expr_cell){.list = value};
    switch (value->type.base) {
    case RUNG_TYPE_BOOL:
        return (expr_cell){.i = value->boolean};
    case RUNG_TYPE_DOUBLE:
        return (expr_cell){.d = value->real};
    case RUNG_TYPE_STRING:
        return (expr_cell){.text = &value->string};
    default:
        return (expr_cell){.i = value->integer};
    }
}

/* --- Comparing ------------------------------------------------------------------------------- */

int expr_compare_mixed(int64_t i, double d)
{
    if (d >= 0x1p63)
        return -1;
    if (d < -0x1p63)
        return 1;
    int64_t whole = (int64_t)d;
    if (i != whole)
        return i < whole ? -1 : 1;
    double part = d - (double)whole; /* exact: `d` has a fraction only where its ulp is below 1 */
    return (part < 0) - (part > 0);
}

static bool equal_mixed(int64_t i, double d)
{
    return !isnan(d) && expr_compare_mixed(i, d) == 0;
}

static bool equal_lists(const rung_value *a, const rung_value *b)
{
    if (a->list.count != b->list.count)
        return false;
    for (size_t i = 0; i < a->list.count; i++)
        if (!expr_equal(&a->list.items[i], &b->list.items[i]))
            return false;
    return true;
}

bool expr_equal(const rung_value *a, const rung_value *b)
{
    if (a->type.lists)
        return equal_lists(a, b);
    if (a->type.base != b->type.base)
        return a->type.base == RUNG_TYPE_INT ? equal_mixed(a->integer, b->real)
                                             : equal_mixed(b->integer, a->real);
    switch (a->type.base) {
    case RUNG_TYPE_BOOL:
        return a->boolean == b->boolean;
    case RUNG_TYPE_DOUBLE:
        return a->real == b->real;
    case RUNG_TYPE_STRING:
        return rung_text_equal(a->string, b->string);
    default:
        return a->integer == b->integer;
    }
}

bool expr_list_holds(const rung_value *list, const rung_value *item)
{
    for (size_t i = 0; i < list->list.count; i++)
        if (expr_equal(&list->list.items[i], item))
            return true;
    return false;
}

/* --- Options --------------------------------------------------------------------------------- */

size_t expr_set_size(uint64_t set)
{
    size_t size = 0;
    for (; set; set &= set - 1)
        size++;
    return size;
}

double expr_option_points(const rung_variable *variable, int64_t option)
{
    return option < 0 || !variable->points ? 0 : variable->points[option];
}

double expr_points(const rung_variable *variable, uint64_t set)
{
    double sum = 0;
    for (int64_t option = 0; set; option++, set >>= 1)
        if (set & 1)
            sum += expr_option_points(variable, option);
    return sum;
}
