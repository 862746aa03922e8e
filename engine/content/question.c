/* A question: its keys, its options, its value when it is not asked. */
#include "content/survey.h"

#include <math.h>
#include <stddef.h>

#define TYPE(name) (1U << RUNG_QUESTION_##name)

/* --- Options --------------------------------------------------------------------------------- */

static const content_key option_keys[] = {
    {"id", RUNG_SHAPE_ID, CONTENT_REQUIRED, .at = offsetof(rung_option, id),
     .words = &content_reserved_options, .about = "Names the option in expressions and answers."},
    {"label", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_option, label),
     .about = "What a person who chooses it says."},
    {"note", RUNG_SHAPE_TEXT, .at = offsetof(rung_option, note),
     .about = "Why it earns what it earns, shown afterwards."},
    {"points", RUNG_SHAPE_NUMBER, .at = offsetof(rung_option, points), .least = -100, .most = 100,
     .about = "What `points()` gives for it; without it 0."},
    {"resume", RUNG_SHAPE_TEXTS, .at = offsetof(rung_option, resume),
     .count_at = offsetof(rung_option, resume_count),
     .about = "Words of a resume that mean it, where the question has `resume`: each begins a word "
              "there, one of up to three letters is the whole word."},
};

static void finish_option(content_loader *loader, const rung_datum *map, void *into)
{
    const rung_option *option = into;
    if (option->id && rung_text_is(rung_text_of(option->id), "unknown"))
        content_report(loader->diagnostics, OPTION_UNKNOWN, rung_datum_get(map, "id")->span);
}

const content_table content_option_table = {
    .noun = "an option",
    .keys = option_keys,
    .count = RUNG_COUNT(option_keys),
    .size = sizeof(rung_option),
    .kind = CONTENT_KIND_OPTION,
    .finish = finish_option,
};

static void read_options(content_loader *loader, const content_key *key, const rung_datum *value,
                         void *at)
{
    rung_question *question = (rung_question *)((char *)at - offsetof(rung_question, options));
    if (value->list.count > key->most_items) {
        content_report(loader->diagnostics, TOO_MANY, value->span, key->name, (int)key->most_items);
        return;
    }
    question->options = content_read_items(loader, key->table, value);
    question->option_count = value->list.count;
}

/* The options that a list names, as bits. */
static bool read_option_set(content_loader *loader, const char *name, const rung_datum *list,
                            uint64_t *out)
{
    uint64_t set = 0;
    bool good = true;
    for (size_t i = 0; i < list->list.count; i++) {
        const rung_datum *item = list->list.items[i];
        size_t option;
        if (content_text(loader, name, item) &&
            content_reference(loader, CONTENT_KIND_OPTION, item->text, item->span, &option))
            set |= UINT64_C(1) << option;
        else
            good = false;
    }
    if (good)
        *out = set;
    return good;
}

static void read_exclusive(content_loader *loader, const content_key *key, const rung_datum *value,
                           void *at)
{
    const rung_question *question =
        (const rung_question *)((char *)at - offsetof(rung_question, exclusive));
    if (question->option_count)
        read_option_set(loader, key->name, value, at);
}

/* --- Other keys ------------------------------------------------------------------------------ */

static void read_question_id(content_loader *loader, const content_key *key,
                             const rung_datum *value, void *at)
{
    const char *id = content_text(loader, key->name, value);
    *(const char **)at = id;
    if (!id || !content_check_id(loader, value, '_'))
        return;
    for (size_t i = 0; i < key->words->count; i++)
        if (rung_text_equal(value->text, key->words->at[i]))
            content_report(loader->diagnostics, RESERVED_ID, value->span, id);
}

static void read_type(content_loader *loader, const content_key *key, const rung_datum *value,
                      void *at)
{
    size_t type;
    if (content_word(loader, key->name, value, key->words, &type))
        *(rung_question_type *)at = (rung_question_type)type;
}

static void read_evidence(content_loader *loader, const content_key *key, const rung_datum *value,
                          void *at)
{
    size_t evidence;
    if (content_word(loader, key->name, value, key->words, &evidence))
        *(rung_evidence *)at = (rung_evidence)(evidence + 1);
}

static void read_scale(content_loader *loader, const content_key *key, const rung_datum *value,
                       void *at)
{
    size_t scale;
    if (content_text(loader, key->name, value) &&
        content_reference(loader, CONTENT_KIND_SCALE, value->text, value->span, &scale))
        *(const rung_scale **)at = &loader->survey->head.scales[scale];
}

static void read_max_length(content_loader *loader, const content_key *key, const rung_datum *value,
                            void *at)
{
    int64_t length;
    if (content_whole_within(loader, key->name, value, (int64_t)key->least, (int64_t)key->most,
                             &length))
        *(size_t *)at = (size_t)length;
}

static void read_resume_part(content_loader *loader, const content_key *key,
                             const rung_datum *value, void *at)
{
    size_t part;
    if (content_word(loader, key->name, value, key->words, &part))
        *(rung_resume_part *)at = (rung_resume_part)(part + 1);
}

static void read_resume_pick(content_loader *loader, const content_key *key,
                             const rung_datum *value, void *at)
{
    size_t pick;
    if (content_word(loader, key->name, value, key->words, &pick))
        *(bool *)at = pick == 1;
}

/* Doubles hold whole numbers of this size exactly. */
#define LARGEST_NUMBER 1e15

static const content_key question_keys[] = {
    {"id", RUNG_SHAPE_ID, CONTENT_REQUIRED, .at = offsetof(rung_question, id),
     .read = read_question_id, .words = &content_reserved_ids,
     .about = "Names the question in expressions and answers."},
    {"type", RUNG_SHAPE_WORD, CONTENT_REQUIRED, .at = offsetof(rung_question, type),
     .read = read_type, .words = &content_question_types, .about = "How it is answered."},
    {"ask", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_question, ask),
     .about = "The question itself."},
    {"help", RUNG_SHAPE_TEXT, .at = offsetof(rung_question, help),
     .about = "What counts, shown on request."},
    {"why", RUNG_SHAPE_TEXT, .at = offsetof(rung_question, why),
     .about = "Why it matters for the role, shown on request."},
    {"evidence", RUNG_SHAPE_WORD, .at = offsetof(rung_question, evidence), .read = read_evidence,
     .words = &content_evidences, .about = "What kind of evidence an answer is."},
    {"required", RUNG_SHAPE_BOOL, .at = offsetof(rung_question, required),
     .about = "True: it cannot be skipped. Without it, it can."},
    {"when", RUNG_SHAPE_CONDITION, .at = offsetof(rung_question, when), .read = content_read_later,
     .about = "Asked only if this is true; over questions that stand before it."},
    {"options", RUNG_SHAPE_ITEMS, CONTENT_REQUIRED, TYPE(CHOICE) | TYPE(CHOICES),
     .at = offsetof(rung_question, options), .read = read_options,
     .most_items = RUNG_CONTENT_MAX_OPTIONS, .table = &content_option_table,
     .about = "What can be chosen."},
    {"exclusive", RUNG_SHAPE_NAMES, .types = TYPE(CHOICES),
     .at = offsetof(rung_question, exclusive), .read = read_exclusive, .names = CONTENT_KIND_OPTION,
     .about = "Options that exclude all others, such as \"none of these\"."},
    {"scale", RUNG_SHAPE_NAME, CONTENT_REQUIRED, TYPE(SCALE), .at = offsetof(rung_question, scale),
     .read = read_scale, .names = CONTENT_KIND_SCALE, .about = "Which of the file's `scales`."},
    {"min", RUNG_SHAPE_NUMBER, CONTENT_REQUIRED, TYPE(NUMBER), .at = offsetof(rung_question, min),
     .least = -LARGEST_NUMBER, .most = LARGEST_NUMBER, .about = "The least that can be answered."},
    {"max", RUNG_SHAPE_NUMBER, CONTENT_REQUIRED, TYPE(NUMBER), .at = offsetof(rung_question, max),
     .least = -LARGEST_NUMBER, .most = LARGEST_NUMBER, .about = "The most that can be answered."},
    {"integer", RUNG_SHAPE_BOOL, .types = TYPE(NUMBER), .at = offsetof(rung_question, integer),
     .about = "True: whole numbers only. Without it, any."},
    {"unit", RUNG_SHAPE_TEXT, .types = TYPE(NUMBER), .at = offsetof(rung_question, unit),
     .about = "What is counted, such as `years`."},
    {"max-length", RUNG_SHAPE_WHOLE, .types = TYPE(TEXT), .at = offsetof(rung_question, max_length),
     .read = read_max_length, .least = 1, .most = RUNG_CONTENT_MAX_TEXT,
     .about = "The longest answer, in characters; without it 2000."},
    {"resume", RUNG_SHAPE_WORD,
     .types = TYPE(CHOICE) | TYPE(CHOICES) | TYPE(SCALE) | TYPE(NUMBER) | TYPE(YES_NO),
     .at = offsetof(rung_question, resume), .read = read_resume_part,
     .words = &content_resume_parts,
     .about = "Which part of a resume says something of it, for `rung take --from resume.json`; "
              "`work` is paid and voluntary."},
    {"resume-match", RUNG_SHAPE_TEXTS, .types = TYPE(SCALE) | TYPE(NUMBER) | TYPE(YES_NO),
     .at = offsetof(rung_question, resume_match),
     .count_at = offsetof(rung_question, resume_match_count),
     .about = "Words that an item of that part has to hold, one of them; as `resume` of options."},
    {"resume-pick", RUNG_SHAPE_WORD, .types = TYPE(CHOICE),
     .at = offsetof(rung_question, resume_last), .read = read_resume_pick,
     .words = &content_resume_picks,
     .about = "Which option is meant where the resume has words of several; without it the first."},
    {"unasked", RUNG_SHAPE_ANSWER, .at = offsetof(rung_question, unasked),
     .read = content_read_later,
     .about = "The value that it takes when it is not asked; without it the zero of its type. "
              "`unknown`: it stays open."},
};

static void begin_question(void *into)
{
    rung_question *question = into;
    question->type = RUNG_QUESTION_TYPE_COUNT; /* until it is known */
    question->max_length = RUNG_DEFAULT_MAX_LENGTH;
}

static unsigned types_of(const void *into)
{
    const rung_question *question = into;
    return question->type == RUNG_QUESTION_TYPE_COUNT ? 0 : 1U << question->type;
}

static bool is_number(const rung_datum *datum)
{
    return datum && (datum->kind == RUNG_DATUM_INT || datum->kind == RUNG_DATUM_DOUBLE);
}

/* The bounds of a number question, where both are known. */
static void check_bounds(content_loader *loader, const rung_datum *map, rung_question *question)
{
    const rung_datum *min = rung_datum_get(map, "min"), *max = rung_datum_get(map, "max");
    if (!is_number(min) || !is_number(max))
        return;
    if (question->min > question->max)
        content_report(loader->diagnostics, MIN_ABOVE_MAX, max->span);
    if (question->integer && question->min != floor(question->min))
        content_report(loader->diagnostics, NOT_WHOLE, min->span, "min");
    if (question->integer && question->max != floor(question->max))
        content_report(loader->diagnostics, NOT_WHOLE, max->span, "max");
}

static bool has_resume_words(const rung_question *question)
{
    for (size_t i = 0; i < question->option_count; i++)
        if (question->options[i].resume_count)
            return true;
    return question->resume_match_count > 0;
}

/* What could never propose anything. */
static void check_resume(content_loader *loader, const rung_datum *map,
                         const rung_question *question)
{
    const rung_entry *resume = content_entry(map, "resume");
    if (!resume || !question->resume)
        return;
    if (!has_resume_words(question))
        content_report(loader->diagnostics, RESUME_WORDS, resume->key_span,
                       question->option_count ? "no option has the key `resume`"
                                              : "`resume-match` is missing");
    if (question->type == RUNG_QUESTION_NUMBER && question->resume != RUNG_RESUME_WORK &&
        question->resume != RUNG_RESUME_EDUCATION)
        content_report(loader->diagnostics, RESUME_YEARS, resume->value->span,
                       rung_resume_part_name(question->resume));
}

static void finish_keys(content_loader *loader, const rung_datum *map, void *into)
{
    rung_question *question = into;
    if (question->type == RUNG_QUESTION_NUMBER)
        check_bounds(loader, map, question);
    check_resume(loader, map, question);
}

const content_table content_question_table = {
    .noun = "a question",
    .keys = question_keys,
    .count = RUNG_COUNT(question_keys),
    .size = sizeof(rung_question),
    .kind = CONTENT_KIND_QUESTION,
    .span_at = offsetof(rung_question, span),
    .begin = begin_question,
    .types = types_of,
    .finish = finish_keys,
};
