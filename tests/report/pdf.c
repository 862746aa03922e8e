/* Reports on paper, as far as C can see them: nothing that a document may hold breaks them.
 * tests/pdf looks at the pages. */
#include "report/fixture.h"

#include "pdf/pdf.h"
#include "report/pdf_render.h"

#include "support/memory.h"

static rung_status render(rung_arena *arena, const report_document *document, rung_paper paper,
                          rung_text *out)
{
    rung_buffer buffer;
    rung_buffer_init(&buffer, NULL);
    rung_status status = report_render_pdf(arena, document, paper, 0, &buffer.sink);
    rung_text text = rung_buffer_text(&buffer);
    *out = (rung_text){rung_copy(arena, text), text.size};
    rung_buffer_release(&buffer);
    return status;
}

static bool is_pdf(rung_text text)
{
    return rung_text_starts(text, RUNG_TEXT("%PDF-1.")) &&
           rung_text_ends(text, RUNG_TEXT("%%EOF\n"));
}

/* --- Every kind of block, with any words in it ----------------------------------------------- */
static void add_table(report_document *document, report_block *block, const char *words)
{
    block->table.columns = REPORT_MAX_COLUMNS;
    for (size_t row = 0; row < 50; row++) {
        report_row *added = report_add_row(document, block);
        added->current = row == 1;
        for (size_t c = 0; c < REPORT_MAX_COLUMNS; c++)
            added->cells[c] = row < 3 ? words : "cell";
    }
    for (size_t c = 0; c < REPORT_MAX_COLUMNS; c++)
        block->table.headers[c] = words;
}

static void add_picture(report_document *document, report_kind kind, const char *words)
{
    report_block *block = report_add(document, kind, NULL);
    block->picture = (report_picture){words, words, words, words, false};
    add_table(document, block, words);
    block->scale.range = (rung_range){20, 60};
    block->scale.points = words;
    block->bars.most = 10;
    block->rungs.enough = 80;
    block->rungs.enough_title = words;
    block->steps.months = 12;
    for (int i = 0; i < 40; i++) {
        report_bound bound = {i, words, false};
        report_bar bar = {words, {i / 20.0, i / 10.0}, words, (size_t)i};
        report_rung rung = {.label = words, .known = i > 1, .range = {i, i + 9}, .points = words};
        report_step step = {words, i / 10, 1, 2, words, words};
        rung_push(document->arena, &block->scale.bounds, bound);
        rung_push(document->arena, &block->bars.list, bar);
        rung_push(document->arena, &block->rungs.list, rung);
        rung_push(document->arena, &block->steps.list, step);
    }
}

static void add_item(report_document *document, report_block *block, int i, const char *words)
{
    report_item *item = report_add_item(document, block, words);
    item->number = i == 3 ? 1000 : 0;
    item->mark = (report_mark)(i % 3);
    item->aside = i % 2 ? words : NULL;
    item->text = i % 3 ? words : NULL;
    item->brief = i == 2;
    if (i < 2)
        return;
    report_pair *pair = report_add_pair(document, &item->pairs, words, words);
    for (int k = 0; k < i; k++)
        report_add_value(document, pair, words);
    report_add_pair(document, &item->pairs, words, NULL);
    pair->ordered = i == 4;
}

static report_document *document_with(rung_arena *arena, const char *words)
{
    report_document *document = rung_new(arena, report_document);
    document->arena = arena;
    document->language = words;
    report_add(document, REPORT_TITLE, words)->aside = words;
    report_add(document, REPORT_HEADING, words);
    report_add(document, REPORT_STORY, words);
    report_add(document, REPORT_TEXT, words);
    report_block *items = report_add(document, REPORT_ITEMS, NULL);
    for (int i = 0; i < 6; i++)
        add_item(document, items, i, words);
    report_add(document, REPORT_PAIRS, NULL)->pairs = items->items.at[4].pairs;
    report_add(document, REPORT_PAIRS, NULL);
    report_add(document, REPORT_ITEMS, NULL);
    add_table(document, report_add(document, REPORT_TABLE, NULL), words);
    for (report_kind kind = REPORT_SCALE; kind < REPORT_KIND_COUNT; kind++)
        add_picture(document, kind, words);
    return document;
}

static const char *repeated(rung_arena *arena, const char *piece, size_t size)
{
    size_t length = strlen(piece);
    char *out = rung_alloc(arena, size + length + 1);
    for (size_t at = 0; at < size; at += length)
        memcpy(out + at, piece, length);
    return out;
}

static void check_words(rung_arena *arena)
{
    static const char *const words[] = {
        "",
        " ",
        "\n",
        "word",
        "two words",
        "\x1b[2J\x07",
        "\xff\xfe\xc3",
        "%s%n{0}{9}",
        "name='x' page=1 pos=[0 0] \\ ( ) ' \" <</Type>>",
        "\xe2\x80\xaeright to left\xe2\x81\xa6",
        "e\xcc\x81\xcc\x81\xcc\x81 Z\xcd\x91\xcd\xab",
        "سلام على الجميع",
        "患者とその家族のための人",
        "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
        "\xc2\xad\xe2\x80\x8b\xef\xbb\xbf",
        "a-word-that-is-longer-than-a-column-of-a-table-or-the-width-of-any-cell-will-ever-be",
    };
    for (size_t i = 0; i < RUNG_COUNT(words); i++) {
        rung_text pdf;
        rung_paper paper = i % 2 ? RUNG_PAPER_A4 : RUNG_PAPER_LETTER;
        assert_int_equal(render(arena, document_with(arena, words[i]), paper, &pdf), RUNG_OK);
        assert_true(is_pdf(pdf));
    }
}

/* One word of 100 KB, and long ones in scripts that are shaped in other ways. */
static void check_long(rung_arena *arena)
{
    static const struct {
        const char *piece;
        size_t size;
    } cases[] = {
        {"a", 100000}, {"سلام", 10000}, {"患", 10000}, {"e\xcc\x81", 10000}, {"\xff", 10000}};
    for (size_t i = 0; i < RUNG_COUNT(cases); i++) {
        const char *word = repeated(arena, cases[i].piece, cases[i].size);
        report_document document = {.arena = arena, .language = "en"};
        rung_text pdf;
        report_add(&document, REPORT_TITLE, word);
        assert_int_equal(render(arena, &document, RUNG_PAPER_A4, &pdf), RUNG_OK);
        assert_true(is_pdf(pdf));
    }
}

/* --- Too much, too little -------------------------------------------------------------------- */
static void check_bounds(rung_arena *arena)
{
    report_document document = {.arena = arena};
    rung_text pdf;
    assert_int_equal(render(arena, &document, RUNG_PAPER_A4, &pdf), RUNG_OK);
    assert_true(is_pdf(pdf));
    for (int i = 0; i < 20000; i++)
        report_add(&document, REPORT_TEXT, "A line.");
    assert_int_equal(render(arena, &document, RUNG_PAPER_A4, &pdf), RUNG_INVALID);
    assert_int_equal(pdf.size, 0);
    document.blocks.count = 0;
    report_add(&document, REPORT_TEXT, repeated(arena, "words ", RUNG_PDF_MAX_TEXT));
    assert_int_equal(render(arena, &document, RUNG_PAPER_A4, &pdf), RUNG_INVALID);
}

struct attempt {
    rung_arena *arena;
    rung_status status;
};

static void write_once(void *ctx)
{
    struct attempt *attempt = ctx;
    rung_text pdf;
    attempt->status =
        render(attempt->arena, document_with(attempt->arena, "words"), RUNG_PAPER_A4, &pdf);
}

/* The arena's memory runs out: at each of the first blocks, then at some. */
static void check_memory(rung_arena *arena)
{
    rung_status status = RUNG_NO_MEMORY;
    (void)arena;
    for (size_t fail_at = 1; status != RUNG_OK; fail_at += fail_at < 20 ? 1 : 9) {
        test_memory memory;
        rung_arena limited;
        test_memory_init(&memory, fail_at);
        rung_arena_init(&limited, &memory.hook);
        struct attempt attempt = {&limited, RUNG_OK};
        status = rung_guard(&limited, write_once, &attempt);
        if (status == RUNG_OK)
            status = attempt.status;
        assert_true(status == RUNG_OK || status == RUNG_NO_MEMORY);
        assert_int_equal(status == RUNG_OK, memory.calls < fail_at);
        rung_arena_release(&limited);
        assert_int_equal(memory.alive, 0);
    }
}

/* Without the module everything says so, and nothing is written. */
static void check_absent(rung_arena *arena)
{
    report_document document = {.arena = arena};
    rung_text pdf;
    if (rung_pdf_built())
        return;
    assert_int_equal(render(arena, &document, RUNG_PAPER_A4, &pdf), RUNG_NOT_FOUND);
    assert_int_equal(pdf.size, 0);
}

#define TEST(name, body)                                                                           \
    static void name(void **state)                                                                 \
    {                                                                                              \
        (void)state;                                                                               \
        with_arena(body);                                                                          \
    }
TEST(any_words_stand_in_any_block, check_words)
TEST(words_may_be_long, check_long)
TEST(pages_have_an_end, check_bounds)
TEST(memory_may_run_out_on_paper, check_memory)
TEST(pdf_may_be_absent, check_absent)
#undef TEST

int run_pdf(void)
{
    const struct CMUnitTest present[] = {
        cmocka_unit_test(any_words_stand_in_any_block),
        cmocka_unit_test(words_may_be_long),
        cmocka_unit_test(pages_have_an_end),
        cmocka_unit_test(memory_may_run_out_on_paper),
    };
    const struct CMUnitTest absent[] = {cmocka_unit_test(pdf_may_be_absent)};
    return rung_pdf_built() ? cmocka_run_group_tests_name("reports on paper", present, NULL, NULL)
                            : cmocka_run_group_tests_name("no paper", absent, NULL, NULL);
}
