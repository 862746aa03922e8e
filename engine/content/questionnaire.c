/* A questionnaire: its head, scales and sections. */
#include "content/allow.h"
#include "content/survey.h"

#include <stddef.h>

/* --- Scales ---------------------------------------------------------------------------------- */

static void read_value(content_loader *loader, const content_key *key, const rung_datum *value,
                       void *at)
{
    content_whole_within(loader, key->name, value, (int64_t)key->least, (int64_t)key->most, at);
}

static const content_key scale_value_keys[] = {
    {"value", RUNG_SHAPE_WHOLE, CONTENT_REQUIRED, .at = offsetof(rung_scale_value, value),
     .read = read_value, .least = -1e9, .most = 1e9,
     .about = "What expressions see; the values of a scale ascend."},
    {"label", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_scale_value, label),
     .about = "What a person who chooses it says."},
    {"note", RUNG_SHAPE_TEXT, .at = offsetof(rung_scale_value, note),
     .about = "More about it, shown afterwards."},
};

const content_table content_scale_value_table = {
    .noun = "a value of a scale",
    .keys = scale_value_keys,
    .count = RUNG_COUNT(scale_value_keys),
    .size = sizeof(rung_scale_value),
};

static void check_ascending(content_loader *loader, const rung_datum *list,
                            const rung_scale_value *values)
{
    for (size_t i = 1; i < list->list.count; i++) {
        const rung_datum *value = rung_datum_get(list->list.items[i], "value");
        const rung_datum *before = rung_datum_get(list->list.items[i - 1], "value");
        if (!value || !before || value->kind != RUNG_DATUM_INT || before->kind != RUNG_DATUM_INT)
            continue;
        if (values[i].value <= values[i - 1].value)
            content_report(loader->diagnostics, NOT_ASCENDING, value->span);
    }
}

static void read_scale(content_loader *loader, const rung_entry *entry, rung_scale *out)
{
    rung_datum id = {.kind = RUNG_DATUM_STRING, .span = entry->key_span, .text = entry->key};
    out->id = entry->key.at;
    out->span = entry->key_span;
    content_check_id(loader, &id, '-');
    content_add_id(loader, CONTENT_KIND_SCALE, entry->key, entry->key_span);
    if (content_is_unusable(loader, out->id, entry->value))
        return;
    if (entry->value->kind == RUNG_DATUM_LIST && entry->value->list.count == 0) {
        content_report(loader->diagnostics, NO_ITEMS, entry->value->span,
                       content_shown(loader->arena, entry->key));
        return;
    }
    if (entry->value->kind != RUNG_DATUM_LIST) {
        content_report(loader->diagnostics, WRONG_KIND, content_place(entry->value),
                       content_shown(loader->arena, entry->key), "a list of values",
                       rung_datum_kind_name(entry->value->kind));
        return;
    }
    rung_scale_value *values = content_read_items(loader, &content_scale_value_table, entry->value);
    out->values = values;
    out->count = entry->value->list.count;
    check_ascending(loader, entry->value, values);
}

static void read_scales(content_loader *loader, const content_key *key, const rung_datum *value,
                        void *at)
{
    (void)key;
    rung_questionnaire *head =
        (rung_questionnaire *)((char *)at - offsetof(rung_questionnaire, scales));
    rung_scale *scales = rung_new_array(loader->arena, rung_scale, value->map.count);
    for (size_t i = 0; i < value->map.count; i++)
        if (!content_is_refused_key(&value->map.entries[i]))
            read_scale(loader, &value->map.entries[i], &scales[i]);
    head->scales = scales;
    head->scale_count = value->map.count;
}

/* --- Sections -------------------------------------------------------------------------------- */

static void read_questions(content_loader *loader, const content_key *key, const rung_datum *value,
                           void *at)
{
    (void)key;
    content_survey *survey = loader->survey;
    rung_section *section = (rung_section *)((char *)at - offsetof(rung_section, first));
    for (size_t i = 0; i < value->list.count && survey->question_count < survey->question_room;
         i++) {
        size_t index = survey->question_count++;
        rung_question *question = &survey->questions[index];
        survey->question_data[index] = value->list.items[i];
        question->section = (size_t)(section - survey->sections);
        content_read_item(loader, &content_question_table, value->list.items[i], question);
    }
    section->count = survey->question_count - section->first;
}

static void finish_section(content_loader *loader, const rung_datum *map, void *into)
{
    (void)loader;
    (void)map;
    rung_section *section = into;
    if (!section->title)
        section->title = section->id;
}

static const content_key section_keys[] = {
    {"id", RUNG_SHAPE_ID, CONTENT_REQUIRED, .at = offsetof(rung_section, id),
     .about = "Names the section in messages."},
    {"title", RUNG_SHAPE_TEXT, .at = offsetof(rung_section, title),
     .about = "The heading; without it the id."},
    {"intro", RUNG_SHAPE_TEXT, .at = offsetof(rung_section, intro),
     .about = "Shown before its first question."},
    {"when", RUNG_SHAPE_CONDITION, .at = offsetof(rung_section, when), .read = content_read_later,
     .about = "The section is asked only if this is true; over questions that stand before it."},
    {"questions", RUNG_SHAPE_ITEMS, CONTENT_REQUIRED, .at = offsetof(rung_section, first),
     .read = read_questions, .table = &content_question_table,
     .about = "What is asked, in this order."},
};

const content_table content_section_table = {
    .noun = "a section",
    .keys = section_keys,
    .count = RUNG_COUNT(section_keys),
    .size = sizeof(rung_section),
    .kind = CONTENT_KIND_SECTION,
    .span_at = offsetof(rung_section, span),
    .finish = finish_section,
};

/* Questions of all sections, so that they can stand in one array. Whatever the key of a list is: a
 * misspelt `questions` is read as well. */
static size_t count_questions(const rung_datum *sections)
{
    size_t count = 0;
    for (size_t i = 0; i < sections->list.count; i++) {
        const rung_datum *section = sections->list.items[i];
        for (size_t k = 0; section->kind == RUNG_DATUM_MAP && k < section->map.count; k++)
            if (section->map.entries[k].value->kind == RUNG_DATUM_LIST)
                count += section->map.entries[k].value->list.count;
    }
    return count;
}

static void read_sections(content_loader *loader, const content_key *key, const rung_datum *value,
                          void *at)
{
    (void)at;
    content_survey *survey = loader->survey;
    size_t room = count_questions(value);
    if (room > RUNG_CONTENT_MAX_QUESTIONS) {
        content_report(loader->diagnostics, TOO_MANY, value->span, "questions",
                       RUNG_CONTENT_MAX_QUESTIONS);
        return;
    }
    survey->question_room = room;
    survey->questions = rung_new_array(loader->arena, rung_question, room);
    survey->question_data = rung_new_array(loader->arena, const rung_datum *, room);
    survey->variables = rung_new_array(loader->arena, rung_variable, room + 1);
    survey->sections = rung_new_array(loader->arena, rung_section, value->list.count);
    survey->section_data = value->list.items;
    survey->section_count = value->list.count;
    for (size_t i = 0; i < value->list.count; i++) {
        survey->sections[i].first = survey->question_count;
        content_read_item(loader, key->table, value->list.items[i], &survey->sections[i]);
    }
}

/* --- The file -------------------------------------------------------------------------------- */

static void begin_questionnaire(void *into)
{
    rung_questionnaire *head = into;
    head->language = "en";
}

static const content_key questionnaire_keys[] = {
    {"format", RUNG_SHAPE_WORD, CONTENT_REQUIRED, .read = content_read_later,
     .words = &content_questionnaire_format, .about = "What the file is, and for which reader."},
    {"id", RUNG_SHAPE_ID, CONTENT_REQUIRED, .at = offsetof(rung_questionnaire, id),
     .about = "The name of the file without `.yaml`; rules name it."},
    {"title", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_questionnaire, title),
     .about = "What the questionnaire is called."},
    {"language", RUNG_SHAPE_TEXT, .at = offsetof(rung_questionnaire, language),
     .about = "The language of its texts, such as `en`; without it `en`."},
    {"intro", RUNG_SHAPE_TEXT, .at = offsetof(rung_questionnaire, intro),
     .about = "Shown before the first question."},
    {"allow", RUNG_SHAPE_ITEMS, CONTENT_BARE, .read = content_check_allow,
     .table = &content_allow_table,
     .about = "Warnings of `rung check` that are meant. A code alone is an item, too; then a "
              "warning asks for the reason."},
    {"scales", RUNG_SHAPE_LISTS, .at = offsetof(rung_questionnaire, scales), .read = read_scales,
     .table = &content_scale_value_table,
     .about = "Scales that questions share, by their ids; each is a list of its values."},
    {"sections", RUNG_SHAPE_ITEMS, CONTENT_REQUIRED, .read = read_sections,
     .table = &content_section_table, .about = "The questions, in groups."},
};

const content_table content_questionnaire_table = {
    .noun = "a questionnaire",
    .keys = questionnaire_keys,
    .count = RUNG_COUNT(questionnaire_keys),
    .size = sizeof(rung_questionnaire),
    .begin = begin_questionnaire,
};

content_survey *content_blind_survey(content_loader *loader)
{
    content_survey *survey = rung_new(loader->arena, content_survey);
    survey->variables = rung_new_array(loader->arena, rung_variable, 1);
    loader->survey = survey;
    loader->blind = true;
    return survey;
}

content_survey *content_read_questionnaire(content_loader *loader, const rung_datum *root)
{
    if (!root || !content_check_format(loader, root, CONTENT_QUESTIONNAIRE_FORMAT))
        return NULL;
    content_survey *survey = content_blind_survey(loader);
    content_read_map(loader, &content_questionnaire_table, root, &survey->head);
    loader->blind = !survey->sections;
    for (size_t i = 0; i < survey->question_count; i++)
        content_finish_question(loader, i);
    content_read_conditions(loader);

    survey->head.by_id = content_order_by_id(loader, CONTENT_KIND_QUESTION);
    survey->head.sections = survey->sections;
    survey->head.section_count = survey->section_count;
    survey->head.questions = survey->questions;
    survey->head.question_count = survey->question_count;
    survey->head.variables = survey->variables;
    return survey;
}
