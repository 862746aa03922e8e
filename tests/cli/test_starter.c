/* The names of a role come into the text that it begins with. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "starter.h"
#include "support/memory.h"

/* What becomes of a text for the role `sales-clerk` with some title. */
static const struct {
    const char *text, *title, *result;
} texts[] = {
    {"", "A", ""},
    {"nothing to do", "A", "nothing to do"},
    {"id: sample-role", "A", "id: sales-clerk"},
    {"sample-rolesample-role", "A", "sales-clerksales-clerk"},
    {"sample-rol sample-role", "A", "sample-rol sales-clerk"},
    {"title: \"Sample Role\"", "Sales Clerk", "title: \"Sales Clerk\""},
    {"\"Sample Role\"", "The \"A\" \\ team", "\"The \\\"A\\\" \\\\ team\""},
    {"\"Sample Role\"", "sample-role", "\"sample-role\""},
    {"$schema=../../docs/schema/x.json", "A", "$schema=/there/x.json"},
};

static const struct {
    const char *path, *result;
} paths[] = {
    {"/usr/share/rung/docs/schema", "/usr/share/rung/docs/schema"},
    {"../docs/schema", "../docs/schema"},
    {"/home/My Files/50%#1", "file:///home/My%20Files/50%25%231"},
    {"/home/\xC3\xA9", "file:///home/%C3%A9"},
};

static void make_texts(void *ctx)
{
    rung_arena *arena = ctx;
    for (size_t i = 0; i < RUNG_COUNT(texts); i++) {
        cli_starter starter = {"sales-clerk", texts[i].title, "/there"};
        const unsigned char *text = (const unsigned char *)texts[i].text;
        rung_text made = cli_starter_text(arena, &starter, text, strlen(texts[i].text));
        assert_true(rung_text_is(made, texts[i].result));
    }
    for (size_t i = 0; i < RUNG_COUNT(paths); i++)
        assert_string_equal(cli_path_for_editors(arena, paths[i].path), paths[i].result);
}

static void names_come_into_the_text(void **state)
{
    (void)state;
    rung_arena arena = {0};
    assert_int_equal(rung_guard(&arena, make_texts, &arena), RUNG_OK);
    rung_arena_release(&arena);
}

static void texts_survive_lack_of_memory(void **state)
{
    (void)state;
    rung_status status = RUNG_NO_MEMORY;
    for (size_t n = 1; status != RUNG_OK; n++) {
        test_memory memory;
        test_memory_init(&memory, n);
        rung_arena arena;
        rung_arena_init(&arena, &memory.hook);
        status = rung_guard(&arena, make_texts, &arena);
        rung_arena_release(&arena);
        assert_int_equal(memory.alive, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_come_into_the_text),
        cmocka_unit_test(texts_survive_lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
