/* Which names and steps an expression is made of, and what each of them is worth. */
#include "explain_expression.h"

#include "page.h"

/* --- Names ----------------------------------------------------------------------------------- */
static const struct {
    const char *words; /* for people */
    const char *id;    /* in JSON */
} states[] = {
    [RUNG_ANSWERED] = {"answered", "answered"},
    [RUNG_UNANSWERED] = {"not answered", "unanswered"},
    [RUNG_NOT_ASKED] = {"not asked", "not-asked"},
    [RUNG_UNDECIDED] = {"not decided whether it is asked", "undecided"},
};

/* The state of a name: in words, or as programs have it. */
static const char *state_of(const rung_known *known, uint32_t variable, bool words)
{
    bool open = rung_known_is_open(known, variable);
    if (variable == known->role->questionnaire->question_count && words)
        return open ? "every rung" : "the rung aimed at";
    if (variable == known->role->questionnaire->question_count)
        return open ? "open" : "aim";
    rung_question_state state = known->sheet->states[variable];
    if (!words)
        return states[state].id;
    return state == RUNG_NOT_ASKED && open ? "not asked, and open" : states[state].words;
}

static bool is_name(const rung_expression_trace *trace, rung_text text)
{
    for (size_t i = 0; i < trace->name_count; i++)
        if (rung_text_equal(trace->names[i].text, text))
            return true;
    return false;
}

/* --- For people ------------------------------------------------------------------------------ */
/* "years >= 2 → true (bool)", "years → 3 (int, answered)" */
static void show(cli *run, const rung_traced *one, const char *state)
{
    rung_arena *arena = &run->arena;
    cli_item(run, CLI_NORMAL, "  ",
             rung_format(arena, "%s → %s (%s%s%s)", cli_one_line(arena, one->text),
                         rung_report_worth_text(arena, &one->worth),
                         rung_type_name(arena, rung_program_type(one->program)), *state ? ", " : "",
                         state));
}

void cli_explain_expression(cli *run, const rung_known *known, const rung_program *program)
{
    rung_expression_trace trace = rung_expression_trace_of(&run->arena, known, program);
    for (size_t i = 0; i < trace.name_count; i++)
        show(run, &trace.names[i], state_of(known, trace.names[i].variable, true));
    for (size_t i = 0; i < trace.step_count; i++)
        show(run, &trace.steps[i], "");
    if (trace.more)
        cli_item(run, CLI_NORMAL, "  ", "(and further steps)");
    if (!is_name(&trace, trace.whole.text))
        show(run, &trace.whole, "");
}

/* --- For programs ---------------------------------------------------------------------------- */
static void write_one(cli *run, rung_json *json, const char *name, const rung_traced *one,
                      const char *state)
{
    rung_json_object(json);
    rung_json_key(json, name);
    rung_json_text(json, one->text);
    rung_json_key(json, "type");
    rung_json_string(json, rung_type_name(&run->arena, rung_program_type(one->program)));
    if (state) {
        rung_json_key(json, "state");
        rung_json_string(json, state);
    }
    rung_report_worth_members(json, &one->worth);
    rung_json_end_object(json);
}

void cli_explain_members(cli *run, rung_json *json, const rung_known *known,
                         const rung_program *program)
{
    rung_expression_trace trace = rung_expression_trace_of(&run->arena, known, program);
    rung_json_key(json, "uses");
    rung_json_array(json);
    for (size_t i = 0; i < trace.name_count; i++)
        write_one(run, json, "name", &trace.names[i],
                  state_of(known, trace.names[i].variable, false));
    rung_json_end_array(json);
    rung_json_key(json, "steps");
    rung_json_array(json);
    for (size_t i = 0; i < trace.step_count; i++)
        write_one(run, json, "expr", &trace.steps[i], NULL);
    rung_json_end_array(json);
}
