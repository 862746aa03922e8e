/* Types: their names, and which fit together. */
#include "expr/syntax.h"

static const char *const base_names[] = {
    [RUNG_TYPE_NONE] = "",         [RUNG_TYPE_BOOL] = "bool",     [RUNG_TYPE_INT] = "int",
    [RUNG_TYPE_DOUBLE] = "double", [RUNG_TYPE_STRING] = "string",
};

const char *rung_type_name(rung_arena *arena, rung_type type)
{
    const char *name = base_names[type.base];
    for (unsigned i = 0; i < type.lists; i++)
        name = rung_format(arena, "list(%s)", name);
    return name;
}

const char *expr_type_phrase(const expr_context *context, rung_type type)
{
    const char *name = rung_type_name(context->arena, type);
    return rung_format(context->arena, name[0] == 'i' ? "an %s" : "a %s", name);
}

/* A list that has no items yet is a list of anything. */
static bool is_part_of(rung_type open, rung_type type)
{
    return open.base == RUNG_TYPE_NONE && open.lists <= type.lists;
}

bool expr_unify(rung_type a, rung_type b, rung_type *out)
{
    bool same = a.base == b.base && a.lists == b.lists;
    if (!same && !is_part_of(a, b) && !is_part_of(b, a))
        return false;
    *out = same || is_part_of(b, a) ? a : b;
    return true;
}
