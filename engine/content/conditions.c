/* When sections and questions are asked, and on what that depends. */
#include "content/expressions.h"
#include "content/survey.h"

static const rung_program *read_when(content_loader *loader, const rung_datum *map, size_t visible)
{
    const content_survey *survey = loader->survey;
    const rung_datum *when = rung_datum_get(map, "when");
    if (!when || when->kind == RUNG_DATUM_NULL)
        return NULL; /* reported with the other keys, if it has no value */
    rung_scope scope = {survey->variables, survey->question_count, visible, survey->by_name,
                        survey->by_name ? survey->question_count : 0};
    return content_compile(loader, "when", when, &scope, RUNG_WANT_BOOL);
}

/* Questions that a condition depends on, each once. */
struct marks {
    bool *marked; /* one a question */
    size_t count;
};

static void mark(struct marks *marks, uint32_t question)
{
    marks->count += !marks->marked[question];
    marks->marked[question] = true;
}

/* Marks what a condition reads and what that depends on in turn: those questions are earlier, so
 * theirs is known. */
static void mark_all(const content_survey *survey, const rung_program *when, struct marks *marks)
{
    size_t count = 0;
    const rung_use *uses = when ? rung_program_uses(when, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const rung_question *used = &survey->questions[uses[i].variable];
        mark(marks, uses[i].variable);
        for (size_t k = 0; k < used->asked_by_count; k++)
            mark(marks, used->asked_by[k]);
    }
}

static void set_asked_by(content_loader *loader, size_t index, struct marks *marks)
{
    content_survey *survey = loader->survey;
    rung_question *question = &survey->questions[index];
    marks->count = 0;
    mark_all(survey, survey->sections[question->section].when, marks);
    mark_all(survey, question->when, marks);

    uint32_t *list = rung_new_array(loader->arena, uint32_t, marks->count);
    for (size_t i = 0; question->asked_by_count < marks->count; i++) {
        if (marks->marked[i])
            list[question->asked_by_count++] = (uint32_t)i;
        marks->marked[i] = false;
    }
    question->asked_by = list;
}

void content_read_conditions(content_loader *loader)
{
    content_survey *survey = loader->survey;
    if (!loader->ids[CONTENT_KIND_QUESTION].incomplete)
        survey->by_name = content_order_by_id(loader, CONTENT_KIND_QUESTION);
    for (size_t i = 0; i < survey->section_count; i++)
        survey->sections[i].when =
            read_when(loader, survey->section_data[i], survey->sections[i].first);
    for (size_t i = 0; i < survey->question_count; i++)
        survey->questions[i].when = read_when(loader, survey->question_data[i], i);

    struct marks marks = {rung_new_array(loader->arena, bool, survey->question_count), 0};
    for (size_t i = 0; i < survey->question_count; i++)
        if (survey->questions[i].when || survey->sections[survey->questions[i].section].when)
            set_asked_by(loader, i, &marks);
}
