/* From the answers to the points of one requirement. */
#include "scoring/scoring.h"

/* --- Expressions ----------------------------------------------------------------------------- */
typedef RUNG_VEC(rung_traced) traced_list;

static bool has_text(const traced_list *list, rung_text text)
{
    for (size_t i = 0; i < list->count; i++)
        if (rung_text_equal(list->at[i].text, text))
            return true;
    return false;
}

static rung_traced traced(rung_arena *arena, const rung_known *known, const rung_program *program)
{
    return (rung_traced){.text = rung_program_text(program),
                         .program = program,
                         .worth = rung_worth_of(arena, known, program)};
}

/* A variable as a program of its own. */
static const rung_program *name_program(rung_arena *arena, const rung_known *known,
                                        uint32_t variable)
{
    rung_source *source = rung_new(arena, rung_source);
    rung_diagnostics ignored;
    *source = (rung_source){"name", known->names.variables[variable].name};
    rung_diagnostics_init(&ignored, arena);
    rung_expr_text text = {.text = source->text, .source = source};
    return rung_compile(arena, &text, &known->names, RUNG_WANT_ANY, &ignored);
}

static traced_list names_of(rung_arena *arena, const rung_known *known, const rung_program *program)
{
    traced_list list = {0};
    size_t count;
    const rung_use *uses = rung_program_uses(program, &count);
    for (size_t i = 0; i < count; i++) {
        rung_traced one = traced(arena, known, name_program(arena, known, uses[i].variable));
        one.variable = uses[i].variable;
        rung_push(arena, &list, one);
    }
    return list;
}

rung_expression_trace rung_expression_trace_of(rung_arena *arena, const rung_known *known,
                                               const rung_program *program)
{
    traced_list names = names_of(arena, known, program), steps = {0};
    size_t count;
    const rung_program *const *all = rung_program_steps(arena, program, &count);
    for (size_t i = 0; i < count; i++)
        if (!has_text(&steps, rung_program_text(all[i])))
            rung_push(arena, &steps, traced(arena, known, all[i]));
    return (rung_expression_trace){
        .whole = traced(arena, known, program),
        .names = names.at,
        .name_count = names.count,
        .steps = steps.at,
        .step_count = steps.count,
        .more = count == RUNG_EXPR_MAX_PARTS,
    };
}

static const rung_expression_trace *decided_by(rung_arena *arena, const rung_known *known,
                                               const rung_program *program)
{
    if (!program)
        return NULL;
    rung_expression_trace *out = rung_new(arena, rung_expression_trace);
    *out = rung_expression_trace_of(arena, known, program);
    return out;
}

/* --- Questions ------------------------------------------------------------------------------- */
/* Whether a question that `attained` names is asked depends on this one. */
static bool decides_asking(const rung_questionnaire *content, const rung_program *attained,
                           uint32_t question)
{
    size_t count;
    const rung_use *uses = rung_program_uses(attained, &count);
    for (size_t i = 0; i < count; i++) {
        if (uses[i].variable >= content->question_count)
            continue;
        const rung_question *read = &content->questions[uses[i].variable];
        for (size_t k = 0; k < read->asked_by_count; k++)
            if (read->asked_by[k] == question)
                return true;
    }
    return false;
}

static void find_questions(rung_arena *arena, const rung_known *known, rung_trace *trace)
{
    const rung_questionnaire *content = known->role->questionnaire;
    const rung_program *attained = trace->attained.whole.program;
    RUNG_VEC(rung_trace_question) list = {0};
    for (uint32_t q = 0; q < content->question_count; q++) {
        bool direct = rung_program_reads(attained, q);
        if (!direct && !decides_asking(content, attained, q))
            continue;
        rung_trace_question one = {q, direct,
                                   rung_worth_of(arena, known, name_program(arena, known, q))};
        rung_push(arena, &list, one);
    }
    trace->questions = list.at;
    trace->question_count = list.count;
}

/* --- Shares ---------------------------------------------------------------------------------- */
static void find_shares(const rung_rules *rules, const rung_rung_score *score, rung_trace *trace)
{
    const rung_requirement *requirement = &rules->requirements[trace->requirement];
    double weights = 0, importances = 0;
    for (size_t d = 0; d < rules->dimension_count; d++)
        weights += score->dimensions[d].counts ? rules->dimensions[d].weight : 0;
    for (size_t r = 0; r < rules->requirement_count; r++)
        if (score->requirements[r].applies &&
            rules->requirements[r].dimension == requirement->dimension)
            importances += rules->requirements[r].importance;
    trace->dimension_share = rules->dimensions[requirement->dimension].weight / weights;
    trace->importance_share = requirement->importance / importances;
    trace->points = 100 * trace->dimension_share * trace->importance_share;
}

const rung_trace *rung_trace_new(rung_arena *arena, const rung_scorecard *card, size_t rung,
                                 size_t index)
{
    const rung_requirement *requirement = &card->role->rules->requirements[index];
    rung_known known = rung_known_of(card->role, card->sheet, rung);
    rung_trace *trace = rung_new(arena, rung_trace);
    trace->requirement = index;
    trace->rung = rung;
    trace->score = &card->ladder[rung].requirements[index];
    trace->attained = rung_expression_trace_of(arena, &known, requirement->attained);
    trace->when = decided_by(arena, &known, requirement->when);
    if (trace->score->applies) {
        trace->target = decided_by(arena, &known, requirement->target);
        trace->need = decided_by(arena, &known, requirement->need);
        find_shares(card->role->rules, &card->ladder[rung], trace);
    }
    find_questions(arena, &known, trace);
    return trace;
}
