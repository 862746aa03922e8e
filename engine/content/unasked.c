/* What expressions see of a question: its variable, and its value when it is not asked. */
#include "content/survey.h"

/* --- Values by type -----------------------------------------------------------------------------
 * Each reads `unasked` into the cell; false after reporting. */

static bool find_option(content_loader *loader, const rung_variable *variable,
                        const rung_datum *item, size_t *out)
{
    if (!content_text(loader, "unasked", item))
        return false;
    for (size_t i = 0; i < variable->option_count; i++)
        if (rung_text_equal(variable->options[i], item->text)) {
            *out = i;
            return true;
        }
    content_report(loader->diagnostics, UNKNOWN_REFERENCE, item->span, "option",
                   content_shown(loader->arena, item->text));
    content_did_you_mean(loader, item->text, variable->options, variable->option_count);
    return false;
}

static void read_choice(content_loader *loader, const rung_variable *variable,
                        const rung_datum *datum, rung_question *question)
{
    size_t option;
    if (find_option(loader, variable, datum, &option))
        question->unasked.i = (int64_t)option;
}

static bool is_single(uint64_t set)
{
    return (set & (set - 1)) == 0;
}

static void read_choices(content_loader *loader, const rung_variable *variable,
                         const rung_datum *datum, rung_question *question)
{
    if (datum->kind != RUNG_DATUM_LIST) {
        content_report(loader->diagnostics, WRONG_KIND, content_place(datum), "unasked",
                       "a list of options, as the answer does", rung_datum_kind_name(datum->kind));
        return;
    }
    uint64_t set = 0;
    for (size_t i = 0; i < datum->list.count; i++) {
        size_t option;
        if (!find_option(loader, variable, datum->list.items[i], &option))
            return;
        set |= UINT64_C(1) << option;
    }
    if ((set & question->exclusive) && !is_single(set)) {
        content_report(loader->diagnostics, EXCLUDED, datum->span, "unasked");
        return;
    }
    question->unasked.set = set;
}

static void read_scale(content_loader *loader, const rung_variable *variable,
                       const rung_datum *datum, rung_question *question)
{
    (void)variable;
    int64_t value;
    const rung_scale *scale = question->scale;
    if (!scale || !content_whole_within(loader, "unasked", datum, INT32_MIN, INT32_MAX, &value))
        return;
    for (size_t i = 0; i < scale->count; i++)
        if (scale->values[i].value == value) {
            question->unasked.i = value;
            return;
        }
    content_report(loader->diagnostics, NOT_ON_SCALE, datum->span, datum->text.at, scale->id);
}

static void read_number(content_loader *loader, const rung_variable *variable,
                        const rung_datum *datum, rung_question *question)
{
    (void)variable;
    if (question->integer)
        content_whole_within(loader, "unasked", datum, (int64_t)question->min,
                             (int64_t)question->max, &question->unasked.i);
    else
        content_number_within(loader, "unasked", datum, question->min, question->max,
                              &question->unasked.d);
}

static void read_yes_no(content_loader *loader, const rung_variable *variable,
                        const rung_datum *datum, rung_question *question)
{
    (void)variable;
    if (datum->kind == RUNG_DATUM_BOOL)
        question->unasked.i = datum->boolean;
    else
        content_report(loader->diagnostics, WRONG_KIND, content_place(datum), "unasked",
                       "true, false or unknown", rung_datum_kind_name(datum->kind));
}

static void read_text(content_loader *loader, const rung_variable *variable,
                      const rung_datum *datum, rung_question *question)
{
    (void)variable;
    (void)question;
    if (datum->kind != RUNG_DATUM_STRING || datum->text.size)
        content_report(loader->diagnostics, TEXT_UNASKED, content_place(datum));
}

/* --- Zeros ----------------------------------------------------------------------------------- */

static int64_t zero_of_scale(const rung_scale *scale)
{
    if (!scale || scale->count == 0)
        return 0;
    for (size_t i = 0; i < scale->count; i++)
        if (scale->values[i].value == 0)
            return 0;
    return scale->values[0].value;
}

static rung_cell zero_of(const rung_question *question)
{
    rung_cell zero = {0};
    if (question->type == RUNG_QUESTION_CHOICE)
        zero.i = -1;
    else if (question->type == RUNG_QUESTION_SCALE)
        zero.i = zero_of_scale(question->scale);
    else if (question->type == RUNG_QUESTION_NUMBER && question->integer)
        zero.i = (int64_t)question->min;
    else if (question->type == RUNG_QUESTION_NUMBER)
        zero.d = question->min;
    return zero;
}

/* --- By type --------------------------------------------------------------------------------- */

static const struct {
    rung_variable_kind kind;
    void (*read)(content_loader *, const rung_variable *, const rung_datum *, rung_question *);
} types[RUNG_QUESTION_TYPE_COUNT] = {
    [RUNG_QUESTION_CHOICE] = {RUNG_VARIABLE_CHOICE, read_choice},
    [RUNG_QUESTION_CHOICES] = {RUNG_VARIABLE_CHOICES, read_choices},
    [RUNG_QUESTION_SCALE] = {RUNG_VARIABLE_INT, read_scale},
    [RUNG_QUESTION_NUMBER] = {RUNG_VARIABLE_DOUBLE, read_number},
    [RUNG_QUESTION_YES_NO] = {RUNG_VARIABLE_BOOL, read_yes_no},
    [RUNG_QUESTION_TEXT] = {RUNG_VARIABLE_TEXT, read_text},
};

static void set_options(content_loader *loader, const rung_question *question,
                        rung_variable *variable)
{
    rung_text *ids = rung_new_array(loader->arena, rung_text, question->option_count);
    double *points = rung_new_array(loader->arena, double, question->option_count);
    for (size_t i = 0; i < question->option_count; i++) {
        ids[i] = rung_text_of(question->options[i].id);
        points[i] = question->options[i].points;
    }
    variable->options = ids;
    variable->points = points;
    variable->option_count = question->option_count;
}

/* Whether the question is so wrong that nothing can be said of expressions over it. */
static bool is_broken(const rung_question *question, const rung_datum *datum)
{
    if (question->type == RUNG_QUESTION_TYPE_COUNT)
        return true;
    if (!question->id || !content_is_id(rung_text_of(question->id), '_'))
        return true;
    if (question->type == RUNG_QUESTION_CHOICE || question->type == RUNG_QUESTION_CHOICES) {
        for (size_t i = 0; i < question->option_count; i++)
            if (!question->options[i].id)
                return true;
        return question->option_count == 0;
    }
    const rung_datum *integer = rung_datum_get(datum, "integer");
    return question->type == RUNG_QUESTION_NUMBER && integer && integer->kind != RUNG_DATUM_BOOL;
}

static void mark_broken(content_loader *loader, const rung_question *question)
{
    rung_text id = rung_text_of(question->id);
    content_names_set(loader->arena, &loader->broken, id, question);
    if (id.size <= RUNG_CONTENT_MAX_ID)
        id = rung_text_of(content_as_id(loader->arena, id, '_'));
    content_names_set(loader->arena, &loader->broken, id, question);
}

/* Whether a word is meant to be `unknown`. */
static bool is_nearly_unknown(const rung_datum *datum)
{
    static const rung_text unknown = {"unknown", 7};
    return datum->kind == RUNG_DATUM_STRING && rung_nearest(datum->text, &unknown, 1) == 0;
}

static void read_unasked(content_loader *loader, const rung_datum *datum,
                         const rung_variable *variable, rung_question *question)
{
    const rung_datum *unasked = rung_datum_get(datum, "unasked");
    size_t errors = loader->diagnostics->errors;
    if (!unasked || unasked->kind == RUNG_DATUM_NULL)
        return; /* reported with the other keys, if it has no value */
    if (unasked->kind == RUNG_DATUM_STRING && rung_text_is(unasked->text, "unknown"))
        question->unasked_unknown = true;
    else
        types[question->type].read(loader, variable, unasked, question);
    if (loader->diagnostics->errors > errors && loader->diagnostics->last_kept &&
        !loader->diagnostics->list.at[loader->diagnostics->list.count - 1].mend &&
        is_nearly_unknown(unasked))
        rung_mend(loader->diagnostics, "did you mean `unknown`?");
}

void content_finish_question(content_loader *loader, size_t index)
{
    content_survey *survey = loader->survey;
    rung_question *question = &survey->questions[index];
    rung_variable *variable = &survey->variables[index];
    const rung_datum *datum = survey->question_data[index];

    variable->name = rung_text_of(question->id);
    if (is_broken(question, datum)) {
        if (question->id)
            mark_broken(loader, question);
        variable->kind = RUNG_VARIABLE_TEXT;
        return;
    }
    variable->kind = types[question->type].kind;
    if (question->type == RUNG_QUESTION_NUMBER && question->integer)
        variable->kind = RUNG_VARIABLE_INT;
    set_options(loader, question, variable);
    question->unasked = zero_of(question);
    read_unasked(loader, datum, variable, question);
}
