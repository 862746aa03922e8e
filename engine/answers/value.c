/* One answer: its domain, its written form, and reading it from words and from data. */
#include "answers/answers_private.h"

#include <math.h>
#include <string.h>

/* --- Domains --------------------------------------------------------------------------------- */

uint64_t answers_all_options(const rung_question *question)
{
    return question->option_count >= 64 ? UINT64_MAX : (UINT64_C(1) << question->option_count) - 1;
}

static bool single_bit(uint64_t set)
{
    return set && (set & (set - 1)) == 0;
}

static bool set_in_domain(const rung_question *question, uint64_t set)
{
    return (set & ~answers_all_options(question)) == 0 &&
           ((set & question->exclusive) == 0 || single_bit(set));
}

static const rung_scale_value *scale_value(const rung_scale *scale, int64_t value)
{
    for (size_t i = 0; i < scale->count; i++)
        if (scale->values[i].value == value)
            return &scale->values[i];
    return NULL;
}

bool rung_answer_in_domain(const rung_question *question, rung_answer answer)
{
    rung_text text = rung_text_of(answer.text);
    double number;

    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
        return answer.value.i >= 0 && (uint64_t)answer.value.i < question->option_count;
    case RUNG_QUESTION_CHOICES:
        return set_in_domain(question, answer.value.set);
    case RUNG_QUESTION_SCALE:
        return scale_value(question->scale, answer.value.i) != NULL;
    case RUNG_QUESTION_NUMBER:
        number = question->integer ? (double)answer.value.i : answer.value.d;
        return number >= question->min && number <= question->max;
    case RUNG_QUESTION_YES_NO:
        return answer.value.i == 0 || answer.value.i == 1;
    case RUNG_QUESTION_TEXT:
        return answer.text && rung_utf8_valid(text) &&
               rung_utf8_length(text) <= question->max_length;
    default:
        return false;
    }
}

/* --- The written form ------------------------------------------------------------------------ */

static const char *write_set(rung_arena *arena, const rung_question *question, uint64_t set)
{
    const char *written = "";
    for (size_t i = 0; i < question->option_count; i++)
        if (set >> i & 1)
            written =
                rung_format(arena, "%s%s%s", written, *written ? "," : "", question->options[i].id);
    return written;
}

static const char *write_number(rung_arena *arena, double value)
{
    char number[RUNG_NUMBER_SIZE];
    return rung_copy(arena, (rung_text){number, rung_number_format(value, number)});
}

const char *rung_answer_write(rung_arena *arena, const rung_question *question, rung_answer answer)
{
    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
        return question->options[answer.value.i].id;
    case RUNG_QUESTION_CHOICES:
        return write_set(arena, question, answer.value.set);
    case RUNG_QUESTION_SCALE:
        return rung_format(arena, "%lld", (long long)answer.value.i);
    case RUNG_QUESTION_NUMBER:
        return question->integer ? rung_format(arena, "%lld", (long long)answer.value.i)
                                 : write_number(arena, answer.value.d);
    case RUNG_QUESTION_YES_NO:
        return answer.value.i ? "yes" : "no";
    default:
        return answer.text;
    }
}

/* --- What would be a good answer ------------------------------------------------------------- */

static const char *option_ids(rung_arena *arena, const rung_question *question)
{
    const char *ids = "";
    for (size_t i = 0; i < question->option_count; i++)
        ids = rung_format(arena, "%s%s`%s`", ids,
                          i == 0                            ? ""
                          : i + 1 == question->option_count ? " or "
                                                            : ", ",
                          question->options[i].id);
    return ids;
}

static const char *scale_values(rung_arena *arena, const rung_scale *scale)
{
    const char *values = "";
    for (size_t i = 0; i < scale->count; i++)
        values = rung_format(arena, "%s%s%lld", values,
                             i == 0                  ? ""
                             : i + 1 == scale->count ? " or "
                                                     : ", ",
                             (long long)scale->values[i].value);
    return values;
}

static const char *number_range(rung_arena *arena, const rung_question *question)
{
    return rung_format(arena, "takes a %snumber from %s to %s", question->integer ? "whole " : "",
                       write_number(arena, question->min), write_number(arena, question->max));
}

const char *rung_answer_expected(rung_arena *arena, const rung_question *question)
{
    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
        return rung_format(arena, "takes %s", option_ids(arena, question));
    case RUNG_QUESTION_CHOICES:
        return rung_format(arena, "takes a list of any of %s", option_ids(arena, question));
    case RUNG_QUESTION_SCALE:
        return rung_format(arena, "takes %s", scale_values(arena, question->scale));
    case RUNG_QUESTION_NUMBER:
        return number_range(arena, question);
    case RUNG_QUESTION_YES_NO:
        return "takes yes or no";
    default:
        return rung_format(arena, "takes text of at most %zu characters", question->max_length);
    }
}

static rung_status refuse(rung_arena *arena, const rung_question *question,
                          answers_problem *problem)
{
    problem->text = rung_answer_expected(arena, question);
    return RUNG_INVALID;
}

static rung_status refuse_option(rung_arena *arena, const rung_question *question, rung_text word,
                                 answers_problem *problem)
{
    rung_text *ids = rung_new_array(arena, rung_text, question->option_count);
    for (size_t i = 0; i < question->option_count; i++)
        ids[i] = rung_text_of(question->options[i].id);
    size_t near = rung_nearest(word, ids, question->option_count);
    rung_text shown = rung_printable(arena, word, false);
    if (near == SIZE_MAX)
        return refuse(arena, question, problem);
    problem->text = rung_format(arena, "has no option `%.*s`", (int)shown.size, shown.at);
    problem->mend = rung_format(arena, "did you mean `%s`?", question->options[near].id);
    return RUNG_INVALID;
}

/* --- Reading --------------------------------------------------------------------------------- */

static rung_status accept(rung_answer *out, rung_cell value)
{
    *out = (rung_answer){.given = true, .value = value};
    return RUNG_OK;
}

static rung_status read_choice(rung_arena *arena, const rung_question *question, rung_text word,
                               rung_answer *out, answers_problem *problem)
{
    size_t option = rung_find_option(question, word);
    if (option == SIZE_MAX)
        return refuse_option(arena, question, word, problem);
    return accept(out, (rung_cell){.i = (int64_t)option});
}

/* Adds an option to a set that must stay without repeats and respect `exclusive`. */
static rung_status add_option(rung_arena *arena, const rung_question *question, rung_text word,
                              uint64_t *set, answers_problem *problem)
{
    size_t option = rung_find_option(question, word);
    if (option == SIZE_MAX)
        return refuse_option(arena, question, word, problem);
    uint64_t bit = UINT64_C(1) << option;
    if (*set & bit) {
        problem->text = rung_format(arena, "names `%s` twice", question->options[option].id);
        return RUNG_INVALID;
    }
    *set |= bit;
    if (set_in_domain(question, *set))
        return RUNG_OK;
    for (size_t i = 0; i < question->option_count; i++)
        if (question->exclusive & *set & (UINT64_C(1) << i))
            problem->text =
                rung_format(arena, "takes `%s` only on its own", question->options[i].id);
    return RUNG_INVALID;
}

static rung_status parse_choices(rung_arena *arena, const rung_question *question, rung_text words,
                                 rung_answer *out, answers_problem *problem)
{
    uint64_t set = 0;
    words = rung_text_trim(words);
    if (rung_text_is(words, "[]"))
        words.size = 0;
    while (words.size) {
        const char *comma = memchr(words.at, ',', words.size);
        size_t size = comma ? (size_t)(comma - words.at) : words.size;
        rung_text word = rung_text_trim((rung_text){words.at, size});
        rung_status status = add_option(arena, question, word, &set, problem);
        if (status != RUNG_OK)
            return status;
        size_t step = comma ? size + 1 : size;
        if (comma && step == words.size)
            return refuse(arena, question, problem);
        words = (rung_text){words.at + step, words.size - step};
    }
    return accept(out, (rung_cell){.set = set});
}

static rung_status read_scale(rung_arena *arena, const rung_question *question, int64_t value,
                              rung_answer *out, answers_problem *problem)
{
    if (!scale_value(question->scale, value))
        return refuse(arena, question, problem);
    return accept(out, (rung_cell){.i = value});
}

static rung_status read_number(rung_arena *arena, const rung_question *question, double value,
                               rung_answer *out, answers_problem *problem)
{
    if (!(value >= question->min && value <= question->max) ||
        (question->integer && (value != floor(value) || fabs(value) > 9007199254740992.0)))
        return refuse(arena, question, problem);
    return accept(out,
                  question->integer ? (rung_cell){.i = (int64_t)value} : (rung_cell){.d = value});
}

static rung_status read_text(rung_arena *arena, const rung_question *question, rung_text words,
                             rung_answer *out, answers_problem *problem)
{
    rung_answer answer = {.given = true, .text = rung_copy(arena, words)};
    bool whole = words.size == 0 || !memchr(words.at, '\0', words.size);
    if (!whole || !rung_answer_in_domain(question, answer))
        return refuse(arena, question, problem);
    *out = answer;
    return RUNG_OK;
}

/* The words for yes and no; JSON and YAML write true and false. */
static bool yes_no_word(rung_text word, int64_t *value)
{
    static const struct {
        const char *word;
        int64_t value;
    } words[] = {{"yes", 1}, {"no", 0}, {"true", 1}, {"false", 0}};
    for (size_t i = 0; i < RUNG_COUNT(words); i++)
        if (rung_text_is(word, words[i].word)) {
            *value = words[i].value;
            return true;
        }
    return false;
}

static rung_status parse(rung_arena *arena, const rung_question *question, rung_text words,
                         rung_answer *out, answers_problem *problem)
{
    rung_text word = rung_text_trim(words);
    int64_t whole;
    double number;

    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
        return read_choice(arena, question, word, out, problem);
    case RUNG_QUESTION_CHOICES:
        return parse_choices(arena, question, words, out, problem);
    case RUNG_QUESTION_SCALE:
        if (!rung_parse_int(word, &whole))
            return refuse(arena, question, problem);
        return read_scale(arena, question, whole, out, problem);
    case RUNG_QUESTION_NUMBER:
        if (!rung_parse_double(word, &number))
            return refuse(arena, question, problem);
        return read_number(arena, question, number, out, problem);
    case RUNG_QUESTION_YES_NO:
        if (!yes_no_word(word, &whole))
            return refuse(arena, question, problem);
        return accept(out, (rung_cell){.i = whole});
    default:
        return read_text(arena, question, words, out, problem);
    }
}

rung_status rung_answer_parse(rung_arena *arena, const rung_question *question, rung_text words,
                              rung_answer *out, const char **problem)
{
    answers_problem found = {0};
    rung_status status = parse(arena, question, words, out, &found);
    if (status != RUNG_OK)
        *problem = found.mend ? rung_format(arena, "%s: %s", found.text, found.mend) : found.text;
    return status;
}

static rung_status read_list(rung_arena *arena, const rung_question *question,
                             const rung_datum *datum, rung_answer *out, answers_problem *problem)
{
    uint64_t set = 0;
    for (size_t i = 0; i < datum->list.count; i++) {
        const rung_datum *item = datum->list.items[i];
        problem->at = item;
        if (item->kind != RUNG_DATUM_STRING && !(item->kind == RUNG_DATUM_INT && item->plain))
            return refuse(arena, question, problem);
        rung_status status = add_option(arena, question, item->text, &set, problem);
        if (status != RUNG_OK)
            return status;
    }
    return accept(out, (rung_cell){.set = set});
}

static bool datum_number(const rung_datum *datum, double *number)
{
    if (datum->kind == RUNG_DATUM_INT)
        *number = (double)datum->integer;
    else if (datum->kind == RUNG_DATUM_DOUBLE)
        *number = datum->real;
    else
        return false;
    return true;
}

rung_status answers_from_datum(rung_arena *arena, const rung_question *question,
                               const rung_datum *datum, rung_answer *out, answers_problem *problem)
{
    bool text = datum->kind == RUNG_DATUM_STRING;
    /* YAML: what is written plain has its words as text, whatever it looks like. */
    bool words = text || (datum->plain && datum->kind != RUNG_DATUM_LIST &&
                          datum->kind != RUNG_DATUM_MAP && datum->kind != RUNG_DATUM_NULL);
    double number;

    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
        if (words)
            return read_choice(arena, question, datum->text, out, problem);
        break;
    case RUNG_QUESTION_CHOICES:
        if (datum->kind == RUNG_DATUM_LIST)
            return read_list(arena, question, datum, out, problem);
        break;
    case RUNG_QUESTION_SCALE:
        if (datum_number(datum, &number) && number == floor(number) && fabs(number) < 9e15)
            return read_scale(arena, question, (int64_t)number, out, problem);
        break;
    case RUNG_QUESTION_NUMBER:
        if (datum_number(datum, &number))
            return read_number(arena, question, number, out, problem);
        break;
    case RUNG_QUESTION_YES_NO:
        if (datum->kind == RUNG_DATUM_BOOL)
            return accept(out, (rung_cell){.i = datum->boolean});
        if (text)
            return parse(arena, question, datum->text, out, problem);
        break;
    default:
        if (words)
            return read_text(arena, question, datum->text, out, problem);
    }
    return refuse(arena, question, problem);
}
