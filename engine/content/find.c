/* Ids, and finding things by them. */
#include "content/loader.h"

bool rung_is_id(rung_text text)
{
    return text.size <= RUNG_CONTENT_MAX_ID && content_is_id(text, '-');
}

const char *rung_as_id(rung_arena *arena, rung_text text)
{
    const char *id = content_as_id(arena, text, '-');
    return rung_is_id(rung_text_of(id)) ? id : "";
}

size_t rung_find_question(const rung_questionnaire *questionnaire, rung_text id)
{
    const uint32_t *order = questionnaire->by_id;
    size_t low = 0, high = questionnaire->question_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int sign = rung_text_compare(id, rung_text_of(questionnaire->questions[order[middle]].id));
        if (sign == 0)
            return order[middle];
        if (sign < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return SIZE_MAX;
}

size_t rung_find_requirement(const rung_rules *rules, rung_text id)
{
    for (size_t i = 0; i < rules->requirement_count; i++)
        if (rung_text_is(id, rules->requirements[i].id))
            return i;
    return SIZE_MAX;
}

size_t rung_find_rung(const rung_rules *rules, rung_text id)
{
    for (size_t i = 0; i < rules->rung_count; i++)
        if (rung_text_is(id, rules->rungs[i].id))
            return i;
    return SIZE_MAX;
}

size_t rung_find_action(const rung_rules *rules, rung_text id)
{
    for (size_t i = 0; i < rules->action_count; i++)
        if (rung_text_is(id, rules->actions[i].id))
            return i;
    return SIZE_MAX;
}

size_t rung_find_verdict(const rung_rules *rules, rung_text id)
{
    for (size_t i = 0; i < rules->verdict_count; i++)
        if (rung_text_is(id, rules->verdicts[i].id))
            return i;
    return SIZE_MAX;
}

size_t rung_find_option(const rung_question *question, rung_text id)
{
    for (size_t i = 0; i < question->option_count; i++)
        if (rung_text_is(id, question->options[i].id))
            return i;
    return SIZE_MAX;
}
