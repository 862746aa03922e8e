/* What a typed line means at a question. */
#include "interview/words.h"

#include <string.h>

const rung_command_info rung_interview_commands[RUNG_COMMAND_COUNT] = {
    [RUNG_COMMAND_HELP] = {"help", NULL, "more about this question, and these commands"},
    [RUNG_COMMAND_WHY] = {"why", NULL, "why this is asked"},
    [RUNG_COMMAND_BACK] = {"back", NULL, "the question before"},
    [RUNG_COMMAND_SKIP] = {"skip", NULL, "leave this one open"},
    [RUNG_COMMAND_GOTO] = {"goto", "QUESTION", "go to a question: its number, or a word of it"},
    [RUNG_COMMAND_NOTE] = {"note", "TEXT", "a private note on this question"},
    [RUNG_COMMAND_REVIEW] = {"review", NULL, "a table of your answers, to change one"},
    [RUNG_COMMAND_STATUS] = {"status", NULL, "the score so far"},
    [RUNG_COMMAND_QUIT] = {"quit", NULL, "stop here; everything is saved"},
};

/* --- Commands
 * -----------------------------------------------------------------------------------*/

static rung_line no_command(const char *problem)
{
    return (rung_line){.kind = RUNG_LINE_NO_COMMAND, .problem = problem};
}

static size_t matching_commands(rung_text word, size_t *last)
{
    size_t matches = 0;
    for (size_t i = 0; i < RUNG_COMMAND_COUNT; i++) {
        const char *name = rung_interview_commands[i].name;
        if (!interview_starts(name, word))
            continue;
        *last = i;
        if (strlen(name) == word.size)
            return 1;
        matches++;
    }
    return matches;
}

static rung_line unknown_command(rung_arena *arena, rung_text word, bool sentence)
{
    rung_text names[RUNG_COMMAND_COUNT], shown = rung_printable(arena, word, false);
    for (size_t i = 0; i < RUNG_COMMAND_COUNT; i++)
        names[i] = rung_text_of(rung_interview_commands[i].name);
    size_t near = rung_nearest(word, names, RUNG_COMMAND_COUNT);
    const char *mend = near == SIZE_MAX ? "; :help lists them."
                                        : rung_format(arena, "; did you mean :%s?",
                                                      rung_interview_commands[near].name);
    return no_command(rung_format(arena, "There is no command :%.*s%s%s", (int)shown.size, shown.at,
                                  mend,
                                  sentence ? " A text that begins with a colon takes two." : ""));
}

static rung_line read_command(rung_arena *arena, const rung_question *question, rung_text line)
{
    rung_text rest = {line.at + 1, line.size - 1}, word = rest;
    size_t size = 0, command = 0;
    while (size < rest.size && rest.at[size] != ' ' && rest.at[size] != '\t')
        size++;
    word.size = size;

    rung_text argument = rung_text_trim((rung_text){rest.at + size, rest.size - size});
    bool sentence = question->type == RUNG_QUESTION_TEXT && argument.size > 0;
    size_t matches = word.size ? matching_commands(word, &command) : 0;
    if (word.size == 0)
        return no_command("A command follows the colon; :help lists them.");
    if (matches == 0)
        return unknown_command(arena, word, sentence);
    if (matches > 1)
        return no_command("That is the start of several commands; :help lists them.");
    if (sentence && !rung_interview_commands[command].argument)
        return rung_interview_read_text(arena, question, line);
    return (rung_line){
        .kind = RUNG_LINE_COMMAND, .command = (rung_command)command, .argument = argument};
}

/* --- Words for one of several
 * ---------------------------------------------------------------------*/

/* What can be picked: options, values of a scale, or yes and no; in the order shown. */
struct pick {
    const char *exact; /* id or value */
    const char *label;
};

enum pick_result { PICK_FOUND, PICK_NONE, PICK_SEVERAL };

typedef bool (*fits)(const struct pick *pick, rung_text word);

static bool is_whole(const struct pick *pick, rung_text word)
{
    return strlen(pick->label) == word.size && interview_starts(pick->label, word);
}

static bool is_start(const struct pick *pick, rung_text word)
{
    return interview_starts(pick->label, word) || interview_starts(pick->exact, word);
}

static bool is_inside(const struct pick *pick, rung_text word)
{
    return interview_has_word(pick->label, word);
}

/* A whole label wins over the start of one, and that over the start of a word within one. */
static enum pick_result find_by_words(const struct pick *picks, size_t count, rung_text word,
                                      size_t *found)
{
    static const fits ways[] = {is_whole, is_start, is_inside};
    for (size_t way = 0; way < RUNG_COUNT(ways); way++) {
        size_t matches = 0;
        for (size_t i = 0; i < count; i++) {
            if (!ways[way](&picks[i], word))
                continue;
            *found = i;
            matches++;
        }
        if (matches)
            return matches == 1 ? PICK_FOUND : PICK_SEVERAL;
    }
    return PICK_NONE;
}

/* By exact id or value, then by position, then by words of the label or the start of the id. */
static enum pick_result find_pick(const struct pick *picks, size_t count, rung_text word,
                                  size_t *found)
{
    int64_t position;
    for (size_t i = 0; i < count; i++)
        if (rung_text_is(word, picks[i].exact)) {
            *found = i;
            return PICK_FOUND;
        }
    if (rung_parse_int(word, &position) && position >= 1 && (uint64_t)position <= count) {
        *found = (size_t)position - 1;
        return PICK_FOUND;
    }
    return word.size ? find_by_words(picks, count, word, found) : PICK_NONE;
}

static size_t picks_of(rung_arena *arena, const rung_question *question, const struct pick **out)
{
    static const struct pick yes_no[] = {{"yes", "Yes"}, {"no", "No"}};
    bool scale = question->type == RUNG_QUESTION_SCALE;
    size_t count = scale ? question->scale->count : question->option_count;
    if (question->type == RUNG_QUESTION_YES_NO) {
        *out = yes_no;
        return RUNG_COUNT(yes_no);
    }
    struct pick *picks = rung_new_array(arena, struct pick, count);
    for (size_t i = 0; i < count; i++) {
        if (scale) {
            const rung_scale_value *value = &question->scale->values[i];
            picks[i] =
                (struct pick){rung_format(arena, "%lld", (long long)value->value), value->label};
        } else {
            picks[i] = (struct pick){question->options[i].id, question->options[i].label};
        }
    }
    *out = picks;
    return count;
}

static rung_line bad_pick(rung_arena *arena, const rung_question *question, size_t count,
                          rung_text word, enum pick_result result)
{
    rung_text shown = rung_printable(arena, word, false);
    if (result == PICK_SEVERAL)
        return interview_bad(
            rung_format(arena, "\"%.*s\" fits several answers; type more of it, or a number",
                        (int)shown.size, shown.at));
    if (question->type == RUNG_QUESTION_YES_NO)
        return interview_bad("type yes or no (y or n is enough)");
    if (question->type == RUNG_QUESTION_SCALE)
        return interview_bad(rung_format(arena,
                                         "type the number in front of an answer, %lld to %lld",
                                         (long long)question->scale->values[0].value,
                                         (long long)question->scale->values[count - 1].value));
    return interview_bad(
        rung_format(arena, "type a number from 1 to %zu, or the first letters of an answer%s",
                    count, question->type == RUNG_QUESTION_CHOICES ? "; several with commas" : ""));
}

/* A scale is shown with its values in front, so only they are numbers there. */
static rung_line read_pick(rung_arena *arena, const rung_question *question, rung_text word)
{
    const struct pick *picks;
    size_t count = picks_of(arena, question, &picks), found = 0;
    int64_t number;
    enum pick_result result = find_pick(picks, count, word, &found);
    bool scale = question->type == RUNG_QUESTION_SCALE;

    if (scale && rung_parse_int(word, &number) && !rung_text_is(word, picks[found].exact))
        result = PICK_NONE;
    if (result != PICK_FOUND)
        return bad_pick(arena, question, count, word, result);

    int64_t value = (int64_t)found;
    if (scale)
        value = question->scale->values[found].value;
    if (question->type == RUNG_QUESTION_YES_NO)
        value = found == 0;
    return (rung_line){.kind = RUNG_LINE_ANSWER, .answer = {.given = true, .value = {.i = value}}};
}

/* --- Words for some of several
 * ----------------------------------------------------------------------*/

static bool is_mark(char c)
{
    return c == ',' || c == ';';
}

static bool is_separator(char c)
{
    return is_mark(c) || c == ' ' || c == '\t';
}

/* The next word, cut at commas only if there are any, so that labels with blanks work there. */
static bool next_word(rung_text *rest, bool commas, rung_text *word)
{
    while (rest->size && is_separator(rest->at[0]))
        rest->at++, rest->size--;
    size_t size = 0;
    while (size < rest->size && !(commas ? is_mark(rest->at[size]) : is_separator(rest->at[size])))
        size++;
    *word = rung_text_trim((rung_text){rest->at, size});
    *rest = (rung_text){rest->at + size, rest->size - size};
    return word->size > 0;
}

static rung_line check_set(rung_arena *arena, const rung_question *question, uint64_t set)
{
    rung_answer answer = {.given = true, .value = {.set = set}};
    if (rung_answer_in_domain(question, answer))
        return (rung_line){.kind = RUNG_LINE_ANSWER, .answer = answer};
    for (size_t i = 0; i < question->option_count; i++)
        if (question->exclusive & set & (UINT64_C(1) << i))
            return interview_bad(rung_format(arena,
                                             "\"%s\" goes with no other answer; choose it alone",
                                             question->options[i].label));
    return interview_bad("these answers do not go together");
}

static rung_line read_picks(rung_arena *arena, const rung_question *question, rung_text line)
{
    const struct pick *picks;
    size_t count = picks_of(arena, question, &picks), found = 0;
    rung_text rest = line, word;
    uint64_t set = 0;

    /* One label with blanks in it is one answer. */
    if (find_pick(picks, count, line, &found) == PICK_FOUND)
        return check_set(arena, question, UINT64_C(1) << found);
    /* None of them is an answer, too, also where no option says so. */
    if (rung_text_is(line, "[]") || rung_text_is(line, "none"))
        return check_set(arena, question, 0);
    bool commas = memchr(line.at, ',', line.size) || memchr(line.at, ';', line.size);
    while (next_word(&rest, commas, &word)) {
        enum pick_result result = find_pick(picks, count, word, &found);
        if (result != PICK_FOUND)
            return bad_pick(arena, question, count, word, result);
        set |= UINT64_C(1) << found;
    }
    return check_set(arena, question, set);
}

rung_line rung_interview_read(rung_arena *arena, const rung_question *question, rung_text line)
{
    rung_text trimmed = rung_text_trim(line);
    bool text = question->type == RUNG_QUESTION_TEXT;

    if (trimmed.size == 0)
        return (rung_line){.kind = RUNG_LINE_EMPTY};
    if (rung_text_is(trimmed, "?"))
        return (rung_line){.kind = RUNG_LINE_COMMAND, .command = RUNG_COMMAND_HELP};
    if (text && rung_text_starts(trimmed, RUNG_TEXT("::")))
        return rung_interview_read_text(arena, question,
                                        (rung_text){trimmed.at + 1, trimmed.size - 1});
    if (trimmed.at[0] == ':')
        return read_command(arena, question, trimmed);
    if (text)
        return rung_interview_read_text(arena, question, trimmed);
    if (question->type == RUNG_QUESTION_NUMBER)
        return interview_read_number(arena, question, trimmed);
    if (question->type == RUNG_QUESTION_CHOICES)
        return read_picks(arena, question, trimmed);
    return read_pick(arena, question, trimmed);
}
