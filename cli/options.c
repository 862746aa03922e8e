#include "options.h"

#include <string.h>

const cli_option cli_option_table[CLI_OPTION_COUNT] = {
#define CLI_OPTION_ROW(id, name, letter, argument, what)                                           \
    [CLI_OPTION_##id] = {name, letter, argument, what},
    CLI_OPTION_ROWS(CLI_OPTION_ROW)
#undef CLI_OPTION_ROW
};

bool cli_has(const cli_words *words, cli_option_id id)
{
    return (words->given >> id & 1) != 0;
}

const char *cli_brief(rung_arena *arena, rung_text word)
{
    enum { MOST = 60 };
    const char *at = word.at, *end = word.at + word.size;
    for (size_t i = 0; i < MOST && at < end; i++)
        rung_utf8_next(&at, end);
    rung_text head = {word.at, (size_t)(at - word.at)};
    return rung_format(arena, "%s%s", rung_copy(arena, head), at < end ? "..." : "");
}

static const char *brief(rung_arena *arena, const char *word)
{
    return cli_brief(arena, rung_text_of(word));
}

static size_t find_long(rung_text name)
{
    for (size_t i = 0; i < CLI_OPTION_COUNT; i++)
        if (rung_text_is(name, cli_option_table[i].name))
            return i;
    return CLI_OPTION_COUNT;
}

static size_t find_letter(char letter)
{
    for (size_t i = 0; i < CLI_OPTION_COUNT; i++)
        if (cli_option_table[i].letter == letter)
            return i;
    return CLI_OPTION_COUNT;
}

static const char *unknown_long(rung_arena *arena, rung_text name)
{
    rung_text names[CLI_OPTION_COUNT];
    for (size_t i = 0; i < CLI_OPTION_COUNT; i++)
        names[i] = rung_text_of(cli_option_table[i].name);
    size_t near = rung_nearest(name, names, CLI_OPTION_COUNT);
    if (near == SIZE_MAX)
        return rung_format(arena, "there is no option --%s; \"rung help\" lists what there is",
                           cli_brief(arena, name));
    return rung_format(arena, "there is no option --%s; did you mean --%s?", cli_brief(arena, name),
                       names[near].at);
}

/* Whether `value` is one of the words of `set`, which '|' separates. */
static bool in_set(const char *set, const char *value)
{
    size_t size = strlen(value);
    for (const char *at = set; at; at = strchr(at, '|')) {
        at += *at == '|';
        if (strncmp(at, value, size) == 0 && (at[size] == '|' || !at[size]))
            return size > 0 && !strchr(value, '|');
    }
    return false;
}

/* "text|json" as "text or json", "auto|always|never" as "auto, always or never". */
static const char *spell_set(rung_arena *arena, const char *set)
{
    const char *out = "";
    while (strchr(set, '|')) {
        int size = (int)strcspn(set, "|");
        out = rung_format(arena, "%s%s%.*s", out, *out ? ", " : "", size, set);
        set += size + 1;
    }
    return rung_format(arena, "%s or %s", out, set);
}

const char *cli_refuse_value(rung_arena *arena, const char *name, const char *set,
                             const char *value)
{
    if (in_set(set, value))
        return NULL;
    return rung_format(arena, "--%s cannot be \"%s\": it takes %s", name, brief(arena, value),
                       spell_set(arena, set));
}

static const char *needs_value(rung_arena *arena, const cli_option *option)
{
    const char *letter = option->letter ? rung_format(arena, "-%c or ", option->letter) : "";
    return rung_format(arena, "%s--%s needs a value: --%s %s", letter, option->name, option->name,
                       option->argument);
}

static const char *keep(rung_arena *arena, cli_words *out, size_t id, const char *value)
{
    const cli_option *option = &cli_option_table[id];
    const char *problem = NULL;
    if (option->argument && strchr(option->argument, '|'))
        problem = cli_refuse_value(arena, option->name, option->argument, value);
    if (problem)
        return problem;
    if (option->argument && !*value)
        return needs_value(arena, option);
    if (id == CLI_OPTION_CONTENT)
        rung_push(arena, &out->contents, value);
    out->values[id] = value;
    out->given |= UINT64_C(1) << id;
    return NULL;
}

/* `value` is what was joined to the option, or NULL; `next` the word behind it, or NULL. */
static const char *take(rung_arena *arena, cli_words *out, size_t id, const char *value,
                        const char *next, int *used)
{
    const cli_option *option = &cli_option_table[id];
    if (!option->argument && value)
        return rung_format(arena, "--%s takes no value; leave \"=%s\" away", option->name,
                           brief(arena, value));
    if (!option->argument)
        return keep(arena, out, id, "");
    if (!value && !next)
        return needs_value(arena, option);
    *used += !value;
    return keep(arena, out, id, value ? value : next);
}

static const char *take_long(rung_arena *arena, cli_words *out, const char *word, const char *next,
                             int *used)
{
    const char *equals = strchr(word, '=');
    rung_text name = {word, equals ? (size_t)(equals - word) : strlen(word)};
    size_t id = find_long(name);
    if (id == CLI_OPTION_COUNT)
        return unknown_long(arena, name);
    return take(arena, out, id, equals ? equals + 1 : NULL, next, used);
}

static const char *take_letter(rung_arena *arena, cli_words *out, const char *word,
                               const char *next, int *used)
{
    size_t id = find_letter(word[0]);
    if (id == CLI_OPTION_COUNT)
        return rung_format(arena,
                           "there is no option -%s; if it is not meant as one, write -- before it",
                           brief(arena, word));
    if (word[1] && !cli_option_table[id].argument)
        return rung_format(arena, "-%c takes no value; write its options one by one", word[0]);
    return take(arena, out, id, word[1] ? word + 1 : NULL, next, used);
}

/* Expressions and numbers may begin with a minus sign. */
static bool is_option(const char *word)
{
    return word[0] == '-' && word[1] && !strchr("0123456789.(", word[1]);
}

const char *cli_parse(rung_arena *arena, int count, char *const *arguments, cli_words *out)
{
    bool ended = false;
    for (int i = 1; i < count; i++) {
        const char *word = arguments[i], *next = i + 1 < count ? arguments[i + 1] : NULL;
        const char *problem = NULL;
        if (ended || !is_option(word))
            rung_push(arena, &out->words, word);
        else if (strcmp(word, "--") == 0)
            ended = true;
        else if (word[1] == '-')
            problem = take_long(arena, out, word + 2, next, &i);
        else
            problem = take_letter(arena, out, word + 1, next, &i);
        if (problem)
            return problem;
    }
    return NULL;
}
