/* The keys of each map as a table in Markdown. */
#include "schema/schema_private.h"

#include <assert.h>
#include <string.h>

/* --- What a key takes ------------------------------------------------------------------------ */

/* By shape; %n is what ids name ("requirement"), %N the same with its article, %b the bounds, %w
 * the words, %m a link to the map, %i how many items, %o "whole " or nothing. */
static const char *const phrases[RUNG_SHAPE_COUNT] = {
    [RUNG_SHAPE_TEXT] = "text",
    [RUNG_SHAPE_SCALAR] = "text or a number",
    [RUNG_SHAPE_ID] = "a new id",
    [RUNG_SHAPE_NAME] = "the id of %N",
    [RUNG_SHAPE_WORD] = "%w",
    [RUNG_SHAPE_BOOL] = "`true` or `false`",
    [RUNG_SHAPE_NUMBER] = "a number%b",
    [RUNG_SHAPE_WHOLE] = "a whole number%b",
    [RUNG_SHAPE_CONDITION] = "an expression, true or false",
    [RUNG_SHAPE_EXPRESSION] = "an expression",
    [RUNG_SHAPE_ANSWER] = "a value of its type, or `unknown`",
    [RUNG_SHAPE_PAIR] = "`[least, most]`: %onumbers%b",
    [RUNG_SHAPE_RANGE] = "`[least, most]` or `[least]`: numbers%b",
    [RUNG_SHAPE_TEXTS] = "a list of texts",
    [RUNG_SHAPE_NAMES] = "a list of %n ids",
    [RUNG_SHAPE_ITEMS] = "a list%i; an item is %m",
    [RUNG_SHAPE_LISTS] = "a map of new ids to lists; an item is %m",
    [RUNG_SHAPE_LEVELS] = "a map of %n ids to numbers%b",
    [RUNG_SHAPE_LEVEL_TEXTS] = "a map of whole numbers%b to texts",
    [RUNG_SHAPE_ANSWERS] = "a map of %n ids to answers",
    [RUNG_SHAPE_MAP] = "a map: %m",
};

/* With commas between thousands. */
static void write_number(rung_sink *sink, double value)
{
    char digits[RUNG_NUMBER_SIZE * 12];
    size_t size = rung_number_fixed(value, 0, digits);
    for (size_t i = 0; i < size; i++) {
        bool joint = i > (size_t)(digits[0] == '-') && (size - i) % 3 == 0;
        rung_print(sink, "%s%c", joint ? "," : "", digits[i]);
    }
}

static void write_bounds(rung_sink *sink, const rung_format_key *key)
{
    rung_print(sink, "%s", key->above ? " above " : " from ");
    write_number(sink, key->least);
    rung_print(sink, "%s", key->above ? ", up to " : " to ");
    write_number(sink, key->most);
}

/* What joins item `i` of a list of words to the one before it. */
static const char *joint_before(size_t i, size_t count, const char *last)
{
    return i == 0 ? "" : i + 1 == count ? last : ", ";
}

static void write_words(rung_sink *sink, const rung_format_key *key)
{
    for (size_t i = 0; i < key->word_count; i++)
        rung_print(sink, "%s`%s`", joint_before(i, key->word_count, " or "), key->words[i].at);
}

static void write_link(rung_sink *sink, const rung_format_key *key)
{
    rung_print(sink, "[%s](#%s)", rung_format_noun(key->map), schema_slug_of(key->map, true).text);
}

static void write_part(rung_sink *sink, char part, const rung_format_key *key)
{
    switch (part) {
    case 'n':
        rung_print(sink, "%s", key->names);
        break;
    case 'N':
        rung_print(sink, "%s %s", strchr("aeio", key->names[0]) ? "an" : "a", key->names);
        break;
    case 'b':
        write_bounds(sink, key);
        break;
    case 'w':
        write_words(sink, key);
        break;
    case 'm':
        write_link(sink, key);
        break;
    case 'o':
        rung_print(sink, "%s", key->whole ? "whole " : "");
        break;
    case 'i':
        if (key->most_items)
            rung_print(sink, " of up to %zu", key->most_items);
        break;
    default:
        assert(false && "a phrase has no such part");
    }
}

static void write_takes(rung_sink *sink, const rung_format_key *key)
{
    for (const char *at = phrases[key->shape]; *at; at++) {
        if (*at == '%')
            write_part(sink, *++at, key);
        else
            rung_print(sink, "%c", *at);
    }
    if (key->joint == '_' && key->shape == RUNG_SHAPE_ID)
        rung_print(sink, " with `_`");
    if (key->shape == RUNG_SHAPE_ID && key->words)
        rung_print(sink, ", none of ");
    if (key->shape == RUNG_SHAPE_ID)
        write_words(sink, key);
    if (key->bare)
        rung_print(sink, ", or its `%s` alone", rung_format_key_at(key->map, 0).name);
    if (key->by_rung)
        rung_print(sink, "; a map of these by rung; or an expression");
}

/* --- Tables ---------------------------------------------------------------------------------- */

/* "Only `choice` and `choices`: " */
static void write_types(rung_sink *sink, unsigned types)
{
    size_t count = 0, written = 0;
    for (int type = 0; type < RUNG_QUESTION_TYPE_COUNT; type++)
        count += (types >> type) & 1;
    for (int type = 0; type < RUNG_QUESTION_TYPE_COUNT; type++)
        if ((types >> type) & 1)
            rung_print(sink, "%s`%s`", joint_before(written++, count, " and "),
                       rung_question_type_name((rung_question_type)type));
    if (count)
        rung_print(sink, " only. ");
}

/* A bar would end the cell. */
static void write_cell(rung_sink *sink, const char *text)
{
    for (; *text; text++)
        rung_print(sink, "%s%c", *text == '|' ? "\\" : "", *text);
}

static void write_row(rung_sink *sink, const rung_format_key *key)
{
    const char *mark = key->required ? "**" : "";
    rung_print(sink, "| %s`%s`%s | ", mark, key->name, mark);
    write_takes(sink, key);
    rung_print(sink, " | ");
    write_types(sink, key->types);
    write_cell(sink, key->about);
    rung_print(sink, " |\n");
}

static bool holds(const rung_format_map *map, const rung_format_map *wanted)
{
    for (size_t i = 0; i < rung_format_key_count(map); i++) {
        const rung_format_map *nested = rung_format_key_at(map, i).map;
        if (nested && (nested == wanted || holds(nested, wanted)))
            return true;
    }
    return false;
}

/* What both formats have is told with the questionnaire: on one page it stands once. */
static bool is_told_before(const rung_format_map *map, rung_file_kind kind)
{
    return kind == RUNG_FILE_RULES && holds(rung_format_of(RUNG_FILE_QUESTIONNAIRE), map);
}

static void write_table(rung_sink *sink, const rung_format_map *map, rung_file_kind kind)
{
    const char *noun = rung_format_noun(map);
    rung_print(sink, "%s### %c%s\n\n", map == rung_format_of(kind) ? "" : "\n", noun[0] - 'a' + 'A',
               noun + 1);
    rung_print(sink, "| key | takes | about |\n|---|---|---|\n");
    for (size_t i = 0; i < rung_format_key_count(map); i++) {
        rung_format_key key = rung_format_key_at(map, i);
        write_row(sink, &key);
    }
    for (size_t i = 0; i < rung_format_key_count(map); i++) {
        rung_format_key key = rung_format_key_at(map, i);
        if (key.map && !is_told_before(key.map, kind))
            write_table(sink, key.map, kind);
    }
}

void rung_schema_tables(rung_sink *sink, rung_file_kind kind)
{
    const rung_format_map *map = rung_format_of(kind);
    assert(map);
    write_table(sink, map, kind);
}
