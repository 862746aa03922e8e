/* The tables of commands and options check out, and the parser reads by them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "cli.h"
#include "kinds.h"
#include "support/memory.h"

static void commands_are_complete(void **state)
{
    (void)state;
    for (size_t i = 0; i < cli_command_count; i++) {
        const cli_command *command = &cli_commands[i];
        assert_true(command->run != NULL);
        assert_true(command->summary[0] >= 'a' && command->summary[0] <= 'z');
        assert_true(strlen(command->summary) < 66);
        assert_true(command->about[strlen(command->about) - 1] == '.');
        assert_true(command->least <= command->most);
        assert_int_equal(command->options & CLI_COMMON, 0);
        assert_ptr_equal(cli_find_command(command->name), command);
        /* a word may be left out exactly where the usage shows brackets */
        assert_true((command->most == 0) == (command->arguments[0] == '\0'));
        assert_true((command->least < command->most) ==
                    (strpbrk(command->arguments, "[.") != NULL));
    }
}

static void options_are_complete(void **state)
{
    (void)state;
    cli_options used = CLI_COMMON | CLI_TAKES(VERSION);
    for (size_t i = 0; i < cli_command_count; i++)
        used |= cli_commands[i].options;
    assert_true(used == (UINT64_C(1) << CLI_OPTION_COUNT) - 1);
    for (size_t i = 0; i < CLI_OPTION_COUNT; i++) {
        const cli_option *option = &cli_option_table[i];
        assert_true(option->name && option->what);
        for (size_t n = 0; n < i; n++) {
            assert_string_not_equal(option->name, cli_option_table[n].name);
            assert_true(!option->letter || option->letter != cli_option_table[n].letter);
        }
    }
}

/* A text that says something: so many characters at least, none at its ends that is left over. */
static void is_text(const rung_diagnostic_kind *kind, const char *what, const char *text,
                    size_t least)
{
    size_t size = text ? strlen(text) : 0;
    if (size < least || text[0] == ' ' || strchr(" \n", text[size - 1]))
        fail_msg("%s: its %s is \"%s\"", kind->code, what, text ? text : "(null)");
    assert_true(rung_utf8_valid(rung_text_of(text)));
}

static void kinds_are_complete(void **state)
{
    (void)state;
    for (size_t i = 0; i < cli_kind_count(); i++) {
        const rung_diagnostic_kind *kind = cli_kind_at(i);
        is_text(kind, "code", kind->code, 6);
        is_text(kind, "format", kind->format, 2);
        is_text(kind, "mend", kind->mend, 10);
        is_text(kind, "why", kind->why, 60);
        is_text(kind, "where", kind->where, 5);
        is_text(kind, "wrong", kind->wrong, 3);
        is_text(kind, "right", kind->right, 5);
        assert_string_not_equal(kind->wrong, kind->right);
        assert_true(strchr(".?", kind->why[strlen(kind->why) - 1]) != NULL);
        assert_true(kind->mend[strlen(kind->mend) - 1] != '.');
        assert_ptr_equal(cli_find_kind(rung_text_of(kind->code)), kind);
        assert_ptr_equal(cli_find_kind(rung_text_of(kind->code + 2)), kind);
        if (i > 0)
            assert_true(strcmp(cli_kind_at(i - 1)->code, kind->code) < 0);
    }
    assert_null(cli_kind_at(cli_kind_count()));
}

typedef struct parsed {
    rung_arena arena;
    int count;
    char *const *arguments;
    cli_words words;
    const char *problem;
} parsed;

static void parse_body(void *ctx)
{
    parsed *out = ctx;
    out->problem = cli_parse(&out->arena, out->count, out->arguments, &out->words);
}

/* "a --b=c": what comes of a command line. */
typedef struct line_case {
    const char *line;
    const char *words; /* joined with blanks */
    const char *json;  /* value of --json and of --name, NULL if not given */
    const char *name;
    const char *problem; /* its beginning, or NULL */
} line_case;

static const line_case lines[] = {
    {"rung list", "list", NULL, NULL, NULL},
    {"rung list --json", "list", "", NULL, NULL},
    {"rung --json list", "list", "", NULL, NULL},
    {"rung take --name anna barista", "take barista", NULL, "anna", NULL},
    {"rung take --name=anna barista", "take barista", NULL, "anna", NULL},
    {"rung take --name=a=b", "take", NULL, "a=b", NULL},
    {"rung take --name --json", "take", NULL, "--json", NULL},
    {"rung take --name a --name b", "take", NULL, "b", NULL},
    {"rung list -- --json -x", "list --json -x", NULL, NULL, NULL},
    {"rung eval -1 -.5 -(2) -", "eval -1 -.5 -(2) -", NULL, NULL, NULL},
    {"rung report -ofile", "report", NULL, NULL, NULL},
    {"rung take --name", "", NULL, NULL, "--name needs a value"},
    {"rung take --name=", "", NULL, NULL, "--name needs a value"},
    {"rung list --json=1", "", NULL, NULL, "--json takes no value"},
    {"rung list --jason", "", NULL, NULL, "there is no option --jason; did you mean --json?"},
    {"rung list -x", "", NULL, NULL, "there is no option -x"},
    {"rung list -yy", "", NULL, NULL, "-y takes no value"},
    {"rung list --color=red", "", NULL, NULL, "--color cannot be \"red\""},
    {"rung list --color=", "", NULL, NULL, "--color cannot be \"\""},
    {"rung list --color=auto|always", "", NULL, NULL, "--color cannot be"},
};

static void check_words(const line_case *one, const parsed *got)
{
    char joined[200] = "";
    for (size_t i = 0; i < got->words.words.count; i++) {
        strcat(joined, i ? " " : "");
        strcat(joined, got->words.words.at[i]);
    }
    assert_string_equal(joined, one->words);
    const char *json = got->words.values[CLI_OPTION_JSON];
    const char *name = got->words.values[CLI_OPTION_NAME];
    assert_int_equal(json != NULL, one->json != NULL);
    assert_int_equal(name != NULL, one->name != NULL);
    if (name)
        assert_string_equal(name, one->name);
}

/* RUNG_OK, or RUNG_NO_MEMORY where the hook made it fail. */
static rung_status check_line(const line_case *one, const rung_memory *memory)
{
    char buffer[200], *arguments[20];
    int count = 0;
    strcpy(buffer, one->line);
    for (char *at = strtok(buffer, " "); at; at = strtok(NULL, " "))
        arguments[count++] = at;
    parsed got = {.count = count, .arguments = arguments};
    rung_arena_init(&got.arena, memory);
    rung_status status = rung_guard(&got.arena, parse_body, &got);
    if (status == RUNG_OK)
        assert_int_equal(got.problem != NULL, one->problem != NULL);
    if (status == RUNG_OK && one->problem)
        assert_memory_equal(got.problem, one->problem, strlen(one->problem));
    else if (status == RUNG_OK)
        check_words(one, &got);
    rung_arena_release(&got.arena);
    return status;
}

static void lines_are_parsed(void **state)
{
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(lines); i++)
        assert_int_equal(check_line(&lines[i], NULL), RUNG_OK);
}

static void lines_survive_lack_of_memory(void **state)
{
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(lines); i++) {
        rung_status status = RUNG_NO_MEMORY;
        for (size_t n = 1; status != RUNG_OK; n++) {
            test_memory memory;
            test_memory_init(&memory, n);
            status = check_line(&lines[i], &memory.hook);
            assert_int_equal(memory.alive, 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commands_are_complete),        cmocka_unit_test(options_are_complete),
        cmocka_unit_test(kinds_are_complete),           cmocka_unit_test(lines_are_parsed),
        cmocka_unit_test(lines_survive_lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
