#include "answers/answers_private.h"

#include <assert.h>
#include <string.h>

struct rung_answers {
    const rung_memory *memory;
    const rung_questionnaire *questionnaire;
    size_t count;
    rung_answer list[]; /* one a question; texts are owned, through the hook */
};

rung_status rung_answers_new(rung_answers **out, const rung_memory *memory,
                             const rung_questionnaire *questionnaire)
{
    size_t size = sizeof(rung_answers) + questionnaire->question_count * sizeof(rung_answer);
    rung_answers *answers = rung_resize(memory, NULL, size);
    if (!answers)
        return RUNG_NO_MEMORY;
    memset(answers, 0, size);
    answers->memory = memory;
    answers->questionnaire = questionnaire;
    *out = answers;
    return RUNG_OK;
}

void rung_answers_free(rung_answers *answers)
{
    if (!answers)
        return;
    for (size_t q = 0; q < answers->questionnaire->question_count; q++)
        rung_resize(answers->memory, (void *)(uintptr_t)answers->list[q].text, 0);
    rung_resize(answers->memory, answers, 0);
}

const rung_questionnaire *rung_answers_questionnaire(const rung_answers *answers)
{
    return answers->questionnaire;
}

const rung_answer *rung_answers_get(const rung_answers *answers, size_t question)
{
    assert(question < answers->questionnaire->question_count);
    return &answers->list[question];
}

size_t rung_answers_count(const rung_answers *answers)
{
    return answers->count;
}

rung_status rung_answers_set(rung_answers *answers, size_t question, rung_answer answer)
{
    assert(question < answers->questionnaire->question_count);
    assert(!answer.given ||
           rung_answer_in_domain(&answers->questionnaire->questions[question], answer));
    rung_answer *slot = &answers->list[question];
    char *text = NULL;

    if (answer.given && answer.text) {
        size_t size = strlen(answer.text) + 1;
        text = rung_resize(answers->memory, NULL, size);
        if (!text)
            return RUNG_NO_MEMORY;
        memcpy(text, answer.text, size);
    }
    rung_resize(answers->memory, (void *)(uintptr_t)slot->text, 0);
    answers->count += (size_t)answer.given;
    answers->count -= (size_t)slot->given;
    *slot = answer.given ? (rung_answer){true, answer.value, text} : (rung_answer){0};
    return RUNG_OK;
}

/* --- From a file ----------------------------------------------------------------------------- */

static void report_unknown_question(const rung_questionnaire *questionnaire,
                                    const rung_entry *entry, rung_diagnostics *diagnostics)
{
    rung_report(diagnostics, &rung_answers_messages[ANSWERS_UNKNOWN_QUESTION], entry->key_span,
                (int)entry->key.size, entry->key.at);
    if (!diagnostics->last_kept)
        return;
    rung_text *ids = rung_new_array(diagnostics->arena, rung_text, questionnaire->question_count);
    for (size_t q = 0; q < questionnaire->question_count; q++)
        ids[q] = rung_text_of(questionnaire->questions[q].id);
    size_t near = rung_nearest(entry->key, ids, questionnaire->question_count);
    if (near != SIZE_MAX)
        rung_mend(diagnostics, "did you mean `%s`?", questionnaire->questions[near].id);
}

/* Reads one entry; false after a mistake. `*question` is its question. */
static bool read_entry(const rung_questionnaire *questionnaire, const rung_entry *entry,
                       rung_diagnostics *diagnostics, size_t *question, rung_answer *answer)
{
    answers_problem problem = {0};
    *question = rung_find_question(questionnaire, entry->key);
    if (*question == SIZE_MAX) {
        report_unknown_question(questionnaire, entry, diagnostics);
        return false;
    }
    if (entry->value->kind == RUNG_DATUM_NULL) {
        *answer = (rung_answer){0};
        return true;
    }
    if (answers_from_datum(diagnostics->arena, &questionnaire->questions[*question], entry->value,
                           answer, &problem) == RUNG_OK)
        return true;
    const rung_datum *at = problem.at ? problem.at : entry->value;
    rung_report(diagnostics, &rung_answers_messages[ANSWERS_BAD_VALUE], at->span,
                questionnaire->questions[*question].id, problem.text);
    if (problem.mend)
        rung_mend(diagnostics, "%s", problem.mend);
    return false;
}

rung_status rung_answers_from_datum(rung_answers *answers, const rung_datum *map,
                                    rung_diagnostics *diagnostics)
{
    if (map->kind != RUNG_DATUM_MAP) {
        rung_report(diagnostics, &rung_answers_messages[ANSWERS_NOT_A_MAP], map->span,
                    rung_datum_kind_name(map->kind));
        return RUNG_INVALID;
    }
    size_t count = map->map.count, *questions = rung_new_array(diagnostics->arena, size_t, count);
    rung_answer *list = rung_new_array(diagnostics->arena, rung_answer, count);
    bool good = true;

    for (size_t i = 0; i < count; i++)
        good &= read_entry(answers->questionnaire, &map->map.entries[i], diagnostics, &questions[i],
                           &list[i]);
    if (!good)
        return RUNG_INVALID;
    for (size_t i = 0; i < count; i++)
        if (rung_answers_set(answers, questions[i], list[i]) != RUNG_OK)
            rung_out_of_memory(diagnostics->arena);
    return RUNG_OK;
}

const rung_diagnostic_kind rung_answers_messages[] = {
#define KIND RUNG_KIND
#include "answers/message_list.h"
#undef KIND
};
const size_t rung_answers_message_count = RUNG_COUNT(rung_answers_messages);
