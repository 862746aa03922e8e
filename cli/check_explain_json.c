/* What rests on what in a role, for programs. */
#include "check_explain.h"

#include "feeds.h"
#include "show.h"

static void string_member(rung_json *json, const char *key, const char *value)
{
    rung_json_key(json, key);
    rung_json_string(json, value);
}

static void begin_list(rung_json *json, const char *key)
{
    rung_json_key(json, key);
    rung_json_array(json);
}

static void ids_member(rung_json *json, const char *key, const rung_questionnaire *questionnaire,
                       const bool *set)
{
    begin_list(json, key);
    for (size_t q = 0; q < questionnaire->question_count; q++)
        if (set[q])
            rung_json_string(json, questionnaire->questions[q].id);
    rung_json_end_array(json);
}

/* --- Requirements ---------------------------------------------------------------------------- */
static void questions_member(rung_arena *arena, rung_json *json,
                             const rung_questionnaire *questionnaire, const bool *set)
{
    begin_list(json, "questions");
    for (size_t q = 0; q < questionnaire->question_count; q++) {
        const rung_question *question = &questionnaire->questions[q];
        if (!set[q])
            continue;
        rung_json_object(json);
        string_member(json, "id", question->id);
        string_member(json, "type", rung_question_type_name(question->type));
        string_member(json, "evidence", rung_evidence_name(question->evidence));
        string_member(json, "asked-if", cli_condition_text(arena, questionnaire, question));
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

static void actions_member(rung_json *json, const rung_rules *rules, size_t requirement)
{
    begin_list(json, "actions");
    for (size_t a = 0; a < rules->action_count; a++) {
        const rung_action *action = &rules->actions[a];
        for (size_t i = 0; i < action->raises_count; i++) {
            if (action->raises[i].requirement != requirement)
                continue;
            rung_json_object(json);
            string_member(json, "id", action->id);
            rung_json_key(json, "level");
            rung_json_double(json, action->raises[i].level);
            rung_json_end_object(json);
        }
    }
    rung_json_end_array(json);
}

static void requirement_value(rung_arena *arena, rung_json *json, const rung_role *role,
                              size_t index)
{
    const rung_requirement *one = &role->rules->requirements[index];
    cli_feeds feeds = cli_feeds_of(arena, role, one);
    rung_json_object(json);
    string_member(json, "id", one->id);
    string_member(json, "title", one->title);
    string_member(json, "dimension", role->rules->dimensions[one->dimension].id);
    cli_asked_json(arena, json, role, one);
    ids_member(json, "decided-by", role->questionnaire, feeds.asked);
    questions_member(arena, json, role->questionnaire, feeds.level);
    ids_member(json, "through", role->questionnaire, feeds.behind);
    actions_member(json, role->rules, index);
    rung_json_end_object(json);
}

/* --- Questions ------------------------------------------------------------------------------- */
static void requirement_lists(rung_json *json, const rung_rules *rules, size_t q)
{
    begin_list(json, "feeds");
    for (size_t i = 0; i < rules->requirement_count; i++)
        if (rung_program_reads(rules->requirements[i].attained, (uint32_t)q))
            rung_json_string(json, rules->requirements[i].id);
    rung_json_end_array(json);
    begin_list(json, "decides");
    for (size_t i = 0; i < rules->requirement_count; i++)
        if (cli_requirement_asks_by(&rules->requirements[i], q))
            rung_json_string(json, rules->requirements[i].id);
    rung_json_end_array(json);
}

static void other_lists(rung_json *json, const rung_role *role, size_t q)
{
    const rung_rules *rules = role->rules;
    begin_list(json, "opens");
    for (size_t i = q + 1; i < role->questionnaire->question_count; i++)
        if (cli_condition_reads(role->questionnaire, i, q))
            rung_json_string(json, role->questionnaire->questions[i].id);
    rung_json_end_array(json);
    begin_list(json, "actions");
    for (size_t i = 0; i < rules->action_count; i++)
        if (cli_action_reads(&rules->actions[i], q))
            rung_json_string(json, rules->actions[i].id);
    rung_json_end_array(json);
    begin_list(json, "notes");
    for (size_t i = 0; i < rules->note_count; i++)
        if (cli_note_reads(&rules->notes[i], q))
            rung_json_string(json, rules->notes[i].id);
    rung_json_end_array(json);
}

static void question_value(rung_json *json, const rung_role *role, size_t q)
{
    rung_json_object(json);
    string_member(json, "id", role->questionnaire->questions[q].id);
    rung_json_key(json, "aim");
    rung_json_bool(json, rung_program_reads(role->rules->target, (uint32_t)q));
    requirement_lists(json, role->rules, q);
    other_lists(json, role, q);
    rung_json_end_object(json);
}

void cli_role_explain_json(cli *run, rung_json *json, const rung_role *role)
{
    rung_json_object(json);
    string_member(json, "id", role->rules->id);
    string_member(json, "title", role->rules->title);
    begin_list(json, "requirements");
    for (size_t i = 0; i < role->rules->requirement_count; i++)
        requirement_value(&run->arena, json, role, i);
    rung_json_end_array(json);
    begin_list(json, "questions");
    for (size_t q = 0; q < role->questionnaire->question_count; q++)
        question_value(json, role, q);
    rung_json_end_array(json);
    rung_json_end_object(json);
}
