/* What a requirement asks for at each rung. Most of it is in the rules; where an expression says
 * it, the expression is tried, if it looks at nothing but the rung. */
#include "show.h"

#include <string.h>

/* The value of a program that reads `rung` alone; false if it reads answers, or fails. */
static bool try(rung_arena *arena, const rung_role *role, const rung_program *program, size_t rung,
                rung_value *out)
{
    size_t count, questions = role->questionnaire->question_count;
    const rung_use *uses = rung_program_uses(program, &count);
    for (size_t i = 0; i < count; i++)
        if (uses[i].variable < questions)
            return false;
    rung_cell *cells = rung_new_array(arena, rung_cell, questions + 1);
    cells[questions].i = (int64_t)rung;
    void *scratch = rung_alloc(arena, rung_program_scratch(program));
    return rung_eval(program, cells, scratch, out) == RUNG_EVAL_OK;
}

static void find_when(rung_arena *arena, const rung_role *role, const rung_program *when,
                      size_t rung, cli_asked *out)
{
    rung_value value;
    out->always = !when;
    if (when && try(arena, role, when, rung, &value)) {
        out->always = value.boolean;
        out->never = !value.boolean;
    }
}

static void find_target(rung_arena *arena, const rung_role *role, const rung_requirement *one,
                        size_t rung, cli_asked *out)
{
    rung_value value;
    out->has_target = one->target_by_rung != NULL;
    if (one->target_by_rung) {
        out->target = one->target_by_rung[rung];
    } else if (try(arena, role, one->target, rung, &value)) {
        double target = value.type.base == RUNG_TYPE_INT ? (double)value.integer : value.real;
        out->target = target < 0 ? 0 : target > 4 ? 4 : target;
        out->has_target = true;
    }
}

static void find_need(rung_arena *arena, const rung_role *role, const rung_requirement *one,
                      size_t rung, cli_asked *out)
{
    rung_value value;
    out->has_need = one->need_by_rung != NULL;
    if (one->need_by_rung) {
        out->need = one->need_by_rung[rung];
    } else if (try(arena, role, one->need, rung, &value)) {
        bool essential = rung_text_is(value.string, rung_need_name(RUNG_ESSENTIAL));
        out->need = essential ? RUNG_ESSENTIAL : RUNG_PREFERRED;
        out->has_need = true;
    }
}

cli_asked cli_asked_at(rung_arena *arena, const rung_role *role,
                       const rung_requirement *requirement, size_t rung)
{
    cli_asked out = {0};
    find_when(arena, role, requirement->when, rung, &out);
    find_target(arena, role, requirement, rung, &out);
    find_need(arena, role, requirement, rung, &out);
    return out;
}

/* --- In words -------------------------------------------------------------------------------- */
/* What a requirement asks for at one rung: "level 3, essential". */
static const char *asked_text(rung_arena *arena, const cli_asked *asked)
{
    char level[RUNG_NUMBER_SIZE];
    if (asked->never || (asked->has_target && asked->target <= 0))
        return "not asked for";
    rung_number_format(asked->target, level);
    const char *what = asked->has_target ? rung_format(arena, "level %s", level)
                                         : "a level that depends on your answers";
    if (asked->has_need)
        what = rung_format(arena, "%s, %s", what, rung_need_name(asked->need));
    return asked->always ? what : rung_format(arena, "%s, if your answers call for it", what);
}

const char *cli_asked_text(rung_arena *arena, const rung_role *role,
                           const rung_requirement *requirement)
{
    const rung_rung *rungs = role->rules->rungs;
    size_t count = role->rules->rung_count;
    const char **texts = rung_new_array(arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        cli_asked asked = cli_asked_at(arena, role, requirement, i);
        texts[i] = asked_text(arena, &asked);
    }
    const char *out = "";
    for (size_t first = 0, last; first < count; first = last + 1) {
        for (last = first; last + 1 < count && strcmp(texts[first], texts[last + 1]) == 0;)
            last++;
        if (first == 0 && last + 1 == count)
            return texts[0];
        out = rung_format(arena, "%s%s%s%s%s: %s", out, first > 0 ? "; " : "", rungs[first].id,
                          last > first ? " to " : "", last > first ? rungs[last].id : "",
                          texts[first]);
    }
    return out;
}
