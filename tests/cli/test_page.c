/* What a page looks like: wrapping, indents, what may be shown, tables. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "page.h"

typedef struct wrap_case {
    int width;
    const char *lead, *text;
    const char *page;
} wrap_case;

static const wrap_case wraps[] = {
    {20, "", "", "\n"},
    {20, "", "one line", "one line\n"},
    {20, "", "exactly twenty chars", "exactly twenty chars\n"},
    {20, "", "exactly twenty-one ch", "exactly twenty-one\nch\n"},
    {20, "", "words that go on and on", "words that go on and\non\n"},
    {20, "  - ", "words that go on and on", "  - words that go on\n    and on\n"},
    {20, "  1  ", "two\nlines", "  1  two\n     lines\n"},
    {20, "", "a paragraph\n\nand another", "a paragraph\n\nand another\n"},
    {20, "  ", "blank\n\nlines are empty", "  blank\n\n  lines are empty\n"},
    {20, "", "abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrst\nuvwxyz\n"},
    {20, "", "x abcdefghijklmnopqrstuvwxyz", "x\nabcdefghijklmnopqrst\nuvwxyz\n"},
    {20, "", "  trimmed   inside ", "trimmed   inside\n"},
    {20, "                  ", "narrow room stays",
     "                  narrow\n"
     "                  room stays\n"},
    /* columns, not bytes; a wide character takes two */
    {20, "",
     "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9 \u00e9\u00e9\u00e9\u00e9"
     "\u00e9\u00e9\u00e9\u00e9\u00e9",
     "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9 \u00e9\u00e9\u00e9\u00e9\u00e9"
     "\u00e9\u00e9\u00e9\u00e9\n"},
    {20, "", "\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d",
     "\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\n\u4e2d\n"},
    /* nothing reaches the terminal raw */
    {40, "", "a\033[31mb\x7f", "a\\x1b[31mb\\x7f\n"},
    {40, "", "\u202eright", "\\u{202e}right\n"},
    {40, "", "bad \xff byte", "bad \\xff byte\n"},
    {40, "", "tab\there", "tab here\n"},
};

typedef struct page {
    cli run;
    const wrap_case *wrap;
    cli_table *table;
    const char *const *cells;
    size_t cell_count;
} page;

static void page_init(page *out, int width)
{
    *out = (page){0};
    rung_buffer_init(&out->run.buffer, NULL);
    out->run.terminal.width = width;
}

/* The sink of the buffer, which the page writes into as if it were standard output. */
static const char *page_of(page *out, void (*body)(void *))
{
    out->run.out = out->run.buffer.sink;
    assert_int_equal(rung_guard(&out->run.arena, body, out), RUNG_OK);
    rung_write(&out->run.out, (rung_text){"", 1});
    return rung_buffer_text(&out->run.buffer).at;
}

static void write_wrap(void *ctx)
{
    page *out = ctx;
    cli_item(&out->run, CLI_NORMAL, out->wrap->lead, out->wrap->text);
}

static void texts_are_wrapped(void **state)
{
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(wraps); i++) {
        page out;
        page_init(&out, wraps[i].width);
        out.wrap = &wraps[i];
        assert_string_equal(page_of(&out, write_wrap), wraps[i].page);
        cli_release(&out.run);
    }
}

static const wrap_case ascii[] = {
    {40, "", "\u201cquoted\u201d \u2013 it\u2019s\u2026", "\"quoted\" - it's...\n"},
    {40, "", "caf\u00e9 \u2265 3", "caf? >= 3\n"},
    {40, "", "e\u0301", "e\n"},
    {40, "", "\u4e2d", "?\n"},
};

static void ascii_is_ascii(void **state)
{
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(ascii); i++) {
        page out;
        page_init(&out, ascii[i].width);
        out.run.terminal.ascii = true;
        out.wrap = &ascii[i];
        assert_string_equal(page_of(&out, write_wrap), ascii[i].page);
        cli_release(&out.run);
    }
}

static const struct {
    bool ascii;
    const char *text, *cut; /* to ten columns */
} cuts[] = {
    {false, "ten column", "ten column"},
    {false, "ten columns", "ten colum\u2026"},
    {true, "ten columns", "ten col..."},
    {false, "two\n\tlines", "two lines"},
    {false, "nine wide and more", "nine wide\u2026"},
    {false, "no blanks before dots", "no blanks\u2026"},
    {false, "\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d", "\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d"},
    {false, "x\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d", "x\u4e2d\u4e2d\u4e2d\u4e2d\u2026"},
    {false, "\x1b[2J", "\\x1b[2J"},
    {false, "\u202e\u202e\u202e", "\\u{202e}\\\u2026"},
    {false, "", ""},
};

static void write_cuts(void *ctx)
{
    page *out = ctx;
    for (size_t i = 0; i < RUNG_COUNT(cuts); i++) {
        out->run.terminal.ascii = cuts[i].ascii;
        assert_string_equal(cli_cut(&out->run, &out->run.arena, cuts[i].text, 10), cuts[i].cut);
    }
}

static void what_is_too_long_is_cut(void **state)
{
    (void)state;
    page out;
    page_init(&out, 20);
    page_of(&out, write_cuts);
    cli_release(&out.run);
}

static void write_bold(void *ctx)
{
    page *out = ctx;
    out->run.terminal.color = true;
    cli_item(&out->run, CLI_BOLD, "* ", "bold words");
    cli_item(&out->run, CLI_NORMAL, "* ", "plain words");
}

static void faces_end_with_the_line(void **state)
{
    (void)state;
    page out;
    page_init(&out, 20);
    assert_string_equal(page_of(&out, write_bold), "* \033[1mbold words\033[0m\n* plain words\n");
    cli_release(&out.run);
}

typedef struct table_case {
    int width;
    bool plain;
    const char *cells[4];
    const char *page;
} table_case;

static const table_case tables[] = {
    {40, false, {"a", "b", "longer", ""}, "KEY     VALUE\na       b\nlonger  \n"},
    {40, true, {"a", "b", "longer", ""}, "KEY: a\nVALUE: b\n\nKEY: longer\n"},
    {20,
     false,
     {"k", "wider than the terminal is", "l", "short"},
     "KEY: k\nVALUE: wider than\n       the terminal\n       is\n\nKEY: l\nVALUE: short\n"},
    {40, false, {"\u4e2d\u4e2d", "x", "y", "z"}, "KEY   VALUE\n\u4e2d\u4e2d  x\ny     z\n"},
};

static void write_table(void *ctx)
{
    static const char *const titles[] = {"KEY", "VALUE"};
    page *out = ctx;
    cli_table table = {.titles = titles, .columns = 2};
    for (size_t i = 0; i < out->cell_count; i++)
        cli_table_add(&out->run, &table, out->cells[i]);
    cli_table_write(&out->run, &table);
}

static void tables_line_up(void **state)
{
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(tables); i++) {
        page out;
        page_init(&out, tables[i].width);
        out.run.terminal.plain = tables[i].plain;
        out.cells = tables[i].cells;
        out.cell_count = 4;
        assert_string_equal(page_of(&out, write_table), tables[i].page);
        cli_release(&out.run);
    }
}

static void write_commands(void *ctx)
{
    static const struct {
        const char *store, *line;
    } cases[] = {
        {NULL, "rung resume abc"},
        {"s.db", "rung resume abc --store s.db"},
        {"a b", "rung resume abc --store 'a b'"},
        {"it's", "rung resume abc --store 'it'\\''s'"},
        {"$(x)", "rung resume abc --store '$(x)'"},
        {"~/s", "rung resume abc --store '~/s'"},
        {"a\n'\x1b", "rung resume abc --store $'a\\012\\047\\033'"},
        {"\xc3\xa9", "rung resume abc --store '\xc3\xa9'"},
    };
    page *out = ctx;
    out->run.program = "rung";
    for (size_t i = 0; i < RUNG_COUNT(cases); i++) {
        out->run.line.values[CLI_OPTION_STORE] = cases[i].store;
        assert_string_equal(cli_command_line(&out->run, "resume", "abc"), cases[i].line);
    }
    out->run.line.values[CLI_OPTION_STORE] = NULL;
    rung_push(&out->run.arena, &out->run.line.contents, "a");
    rung_push(&out->run.arena, &out->run.line.contents, "b c");
    assert_string_equal(cli_command_line(&out->run, "take", ""),
                        "rung take --content a --content 'b c'");
}

static void commands_can_be_typed(void **state)
{
    (void)state;
    page out;
    page_init(&out, 80);
    page_of(&out, write_commands);
    cli_release(&out.run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_wrapped),       cmocka_unit_test(ascii_is_ascii),
        cmocka_unit_test(what_is_too_long_is_cut), cmocka_unit_test(faces_end_with_the_line),
        cmocka_unit_test(tables_line_up),          cmocka_unit_test(commands_can_be_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
