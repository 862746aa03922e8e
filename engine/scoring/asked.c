/* What a requirement asks for, where every question that decides it is known. */
#include "scoring/scoring.h"

#include <math.h>

static double number_of(const rung_program *program, const rung_cell *cells, void *scratch,
                        rung_eval_error *error)
{
    double number = 0;
    *error = rung_eval_number(program, cells, scratch, &number);
    if (!*error && isnan(number))
        *error = RUNG_EVAL_CONVERSION;
    return *error ? 0 : fmin(fmax(number, 0), RUNG_HIGHEST_LEVEL);
}

static rung_need need_of(const rung_program *program, const rung_cell *cells, void *scratch,
                         rung_eval_error *error)
{
    rung_value value;
    *error = rung_eval(program, cells, scratch, &value);
    bool essential = !*error && rung_text_is(value.string, rung_need_name(RUNG_ESSENTIAL));
    return essential ? RUNG_ESSENTIAL : RUNG_PREFERRED;
}

rung_asked rung_requirement_asked(const rung_requirement *requirement, size_t rung,
                                  const rung_cell *cells, void *scratch)
{
    rung_asked asked = {.applies = !requirement->when};
    if (requirement->when)
        asked.when_error = rung_eval_bool(requirement->when, cells, scratch, &asked.applies);
    if (!asked.applies)
        return asked;
    asked.target = requirement->target
                       ? number_of(requirement->target, cells, scratch, &asked.target_error)
                       : requirement->target_by_rung[rung];
    asked.need = requirement->need ? need_of(requirement->need, cells, scratch, &asked.need_error)
                                   : requirement->need_by_rung[rung];
    return asked;
}
