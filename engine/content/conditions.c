/* When sections and questions are asked, and on what that depends. */
#include "content/expressions.h"
#include "content/survey.h"

static const rung_program *read_when(content_loader *loader, const rung_datum *map, size_t visible)
{
    const content_survey *survey = loader->survey;
    const rung_datum *when = rung_datum_get(map, "when");
    if (!when || when->kind == RUNG_DATUM_NULL)
        return NULL; /* reported with the other keys, if it has no value */
    rung_scope scope = {survey->variables, survey->question_count, visible};
    return content_compile(loader, "when", when, &scope, RUNG_WANT_BOOL);
}

/* Marks what a condition reads and what that depends on in turn: those questions are earlier, so
 * theirs is known. */
static void mark(const content_survey *survey, const rung_program *when, bool *marked)
{
    size_t count = 0;
    const rung_use *uses = when ? rung_program_uses(when, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const rung_question *used = &survey->questions[uses[i].variable];
        marked[uses[i].variable] = true;
        for (size_t k = 0; k < used->asked_by_count; k++)
            marked[used->asked_by[k]] = true;
    }
}

static void set_asked_by(content_loader *loader, size_t index, bool *marked)
{
    content_survey *survey = loader->survey;
    rung_question *question = &survey->questions[index];
    RUNG_VEC(uint32_t) list = {0};
    mark(survey, survey->sections[question->section].when, marked);
    mark(survey, question->when, marked);
    for (size_t i = 0; i < index; i++) {
        if (marked[i])
            rung_push(loader->arena, &list, (uint32_t)i);
        marked[i] = false;
    }
    question->asked_by = list.at;
    question->asked_by_count = list.count;
}

void content_read_conditions(content_loader *loader)
{
    content_survey *survey = loader->survey;
    for (size_t i = 0; i < survey->section_count; i++)
        survey->sections[i].when =
            read_when(loader, survey->section_data[i], survey->sections[i].first);
    for (size_t i = 0; i < survey->question_count; i++)
        survey->questions[i].when = read_when(loader, survey->question_data[i], i);

    bool *marked = rung_new_array(loader->arena, bool, survey->question_count);
    for (size_t i = 0; i < survey->question_count; i++)
        if (survey->questions[i].when || survey->sections[survey->questions[i].section].when)
            set_asked_by(loader, i, marked);
}
