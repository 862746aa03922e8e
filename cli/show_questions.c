/* The questions of a role, for those who write answers by hand or by program. */
#include "answers/answers.h"
#include "page.h"
#include "show.h"

/* --- For people ------------------------------------------------------------------------------ */
static void show_question(cli *run, const rung_question *question)
{
    cli_item(run, CLI_BOLD, "  ", question->id);
    cli_item(run, CLI_NORMAL, "      ", rung_answer_expected(&run->arena, question));
    cli_item(run, CLI_DIM, "      ", question->ask);
}

void cli_show_questions(cli *run, const rung_questionnaire *questionnaire)
{
    for (size_t s = 0; s < questionnaire->section_count; s++) {
        cli_heading(run, questionnaire->sections[s].title);
        for (size_t q = 0; q < questionnaire->question_count; q++)
            if (questionnaire->questions[q].section == s)
                show_question(run, &questionnaire->questions[q]);
    }
}

/* --- For programs ---------------------------------------------------------------------------- */
static void string_member(rung_json *json, const char *key, const char *value)
{
    rung_json_key(json, key);
    rung_json_string(json, value);
}

static void options_member(rung_json *json, const rung_question *question)
{
    rung_json_key(json, "options");
    rung_json_array(json);
    for (size_t i = 0; i < question->option_count; i++)
        rung_json_string(json, question->options[i].id);
    rung_json_end_array(json);
}

static void values_member(rung_json *json, const rung_scale *scale)
{
    rung_json_key(json, "values");
    rung_json_array(json);
    for (size_t i = 0; i < scale->count; i++)
        rung_json_int(json, scale->values[i].value);
    rung_json_end_array(json);
}

/* Only what the type has. */
static void domain_members(rung_json *json, const rung_question *question)
{
    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
    case RUNG_QUESTION_CHOICES:
        options_member(json, question);
        break;
    case RUNG_QUESTION_SCALE:
        values_member(json, question->scale);
        break;
    case RUNG_QUESTION_NUMBER:
        rung_json_key(json, "min");
        rung_json_double(json, question->min);
        rung_json_key(json, "max");
        rung_json_double(json, question->max);
        rung_json_key(json, "integer");
        rung_json_bool(json, question->integer);
        break;
    case RUNG_QUESTION_TEXT:
        rung_json_key(json, "max_length");
        rung_json_int(json, (int64_t)question->max_length);
        break;
    default:
        break;
    }
}

void cli_questions_json(rung_arena *arena, rung_json *json, const rung_questionnaire *questionnaire)
{
    rung_json_key(json, "questions");
    rung_json_array(json);
    for (size_t q = 0; q < questionnaire->question_count; q++) {
        const rung_question *question = &questionnaire->questions[q];
        rung_json_object(json);
        string_member(json, "id", question->id);
        string_member(json, "type", rung_question_type_name(question->type));
        string_member(json, "ask", question->ask);
        string_member(json, "takes", rung_answer_expected(arena, question));
        domain_members(json, question);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}
