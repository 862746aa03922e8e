/* What has to hold for every report, whatever the content and the answers are: no line too wide,
 * nothing in it that a terminal would obey, the same words with and without colour, and no harm
 * when memory runs out. */
#include "report/fixture.h"

#include "support/memory.h"

#include <jansson.h>
#include <locale.h>

/* --- Every line ------------------------------------------------------------------------------ */
static void check_line(rung_text line, const rung_text_style *style)
{
    size_t width = rung_text_width(line);
    if (width > (size_t)style->width)
        fail_msg("%zu columns in %d: %.*s", width, style->width, (int)line.size, line.at);
    if (line.size && line.at[line.size - 1] == ' ')
        fail_msg("ends in a blank: %.*s", (int)line.size, line.at);
    const char *end = line.at + line.size;
    for (const char *at = line.at; at < end;) {
        int32_t code = rung_utf8_next(&at, end);
        if (rung_char_unsafe(code) || (style->ascii && code > 0x7e))
            fail_msg("U+%04X in: %.*s", (unsigned)code, (int)line.size, line.at);
    }
}

static void check_text(rung_text text, const rung_text_style *style)
{
    assert_true(text.size > 0 && text.at[text.size - 1] == '\n');
    for (const char *at = text.at, *end = text.at + text.size; at < end;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        check_line((rung_text){at, (size_t)(newline - at)}, style);
        at = newline + 1;
    }
}

static void check_widths(rung_arena *arena)
{
    struct fixture fixture;
    report_case which;
    fixture_load_bakery(&fixture, arena);
    for (const char *at = read_cases(arena).at; next_case(&at, &which);)
        for (int width = 20; width <= 200; width += width < 90 ? 1 : 13) {
            rung_text_style style = {width, width % 2, false, width % 3 == 0};
            check_text(render_case(&fixture, &which, &style), &style);
        }
    fixture_free(&fixture);
}

static void check_role(struct fixture *fixture)
{
    static const int widths[] = {20, 27, 40, 61, 80, 120, 1000};
    for (unsigned seed = 0; seed < 12; seed++) {
        const rung_scorecard *before = fixture->card;
        const rung_answers *earlier = fixture_copy_answers(fixture);
        fixture_answer_randomly(fixture, seed, seed * 9);
        before = before ? before : fixture->card;
        const rung_comparison *moved = compare_with(fixture, earlier);
        for (size_t i = 0; i < RUNG_COUNT(widths); i++) {
            rung_text_style style = {widths[i], seed % 2, false, seed % 3 == 0};
            check_text(render_text(fixture, &maria, &style), &style);
            check_text(render_what_if(fixture, before, &style), &style);
            check_text(render_compare(fixture, moved, &maria, &style), &style);
        }
    }
}

static void check_shipped(rung_arena *arena)
{
    fixture_each_shipped(arena, check_role);
}

/* --- Hostile words --------------------------------------------------------------------------- */
static void check_words(struct fixture *fixture, const char *words)
{
    static const int widths[] = {20, 40, 80};
    const rung_scorecard *card = fixture->card;
    rung_scorecard hostile = fixture_poisoned(fixture->arena, card, words);
    size_t questions = card->role->questionnaire->question_count;
    const char **remarks = rung_new_array(fixture->arena, const char *, questions);
    rung_report_subject subject = {words, words, 1, 1, remarks, false};
    for (size_t q = 0; q < questions; q++)
        remarks[q] = words;
    rung_comparison moved = *compare_with(fixture, fixture->answers);
    moved.before = moved.between = moved.after = &hostile;
    fixture->card = &hostile;
    for (size_t i = 0; i < RUNG_COUNT(widths); i++) {
        rung_text_style style = {widths[i], i == 1, false, false};
        check_text(render_text(fixture, &subject, &style), &style);
        check_text(render_compare(fixture, &moved, &subject, &style), &style);
    }
    rung_buffer buffer;
    rung_buffer_init(&buffer, NULL);
    rung_report_json(fixture->arena, &hostile, &subject, 0, &buffer.sink);
    json_t *json = json_loadb(buffer.at, buffer.size, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(json);
    const json_t *remark = json_array_get(json_object_get(json, "remarks"), questions - 1);
    assert_non_null(remark);
    if (rung_utf8_valid(rung_text_of(words))) {
        assert_string_equal(
            json_string_value(json_object_get(json_object_get(json, "session"), "name")), words);
        assert_string_equal(json_string_value(json_object_get(remark, "text")), words);
    }
    json_decref(json);
    rung_buffer_release(&buffer);
    fixture->card = card;
}

static void check_hostile(rung_arena *arena)
{
    static const char *const words[] = {
        "\x1b[2J\x1b]0;title\x07",
        "\xe2\x80\xaeright to left\xe2\x81\xa6",
        "line\r\nline\tline\n\n",
        "\xff\xfe\xc3",
        "%s%n%1000000d{0}{1}{9}",
        "",
        "                              ",
        "a-word-that-is-longer-than-any-line-of-twenty-or-forty-or-even-eighty-columns-will-take",
        "患者とその家族のための人患者とその家族のための人患者とその家族のための人",
        "e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81 Z\xcd\x91\xcd\xab\xcd\x93z\xcc\xaa",
        "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
        "\xc2\x9b[31m \xc2\x85 \x7f",
    };
    struct fixture fixture;
    fixture_load_bakery(&fixture, arena);
    fixture_answer(&fixture, "post=baker dough=2 oven=1 years=3 nights=yes team=yes");
    for (size_t i = 0; i < RUNG_COUNT(words); i++)
        check_words(&fixture, words[i]);
    fixture_free(&fixture);
}

/* The same with the strings of the list beside the repository, where there is one. */
static void check_listed(rung_arena *arena)
{
    json_t *list =
        json_load_file(RUNG_SOURCE_DIR "/../shared/strings/hostile_strings.json", 0, NULL);
    const char *name;
    json_t *category, *entry;
    size_t index;
    struct fixture fixture;
    if (!list)
        return;
    fixture_load_bakery(&fixture, arena);
    fixture_answer(&fixture, "post=baker dough=2 oven=1 years=3 nights=yes team=yes");
    json_object_foreach(json_object_get(list, "categories"), name, category)
        json_array_foreach(json_object_get(category, "strings"), index, entry)
            check_words(&fixture, json_string_value(entry));
    json_decref(list);
    fixture_free(&fixture);
}

/* --- Colour, locale -------------------------------------------------------------------------- */
static rung_text without_escapes(rung_arena *arena, rung_text text)
{
    char *out = rung_alloc(arena, text.size + 1), *to = out;
    for (size_t i = 0; i < text.size; i++)
        if (text.at[i] == '\x1b')
            while (text.at[i] != 'm')
                i++;
        else
            *to++ = text.at[i];
    return (rung_text){out, (size_t)(to - out)};
}

static void check_color(rung_arena *arena)
{
    struct fixture fixture;
    report_case which;
    fixture_load_bakery(&fixture, arena);
    for (const char *at = read_cases(arena).at; next_case(&at, &which);) {
        rung_text_style style = {.width = which.width,
                                 .ascii = strcmp(which.characters, "utf8") != 0,
                                 .plain = strcmp(which.characters, "plain") == 0};
        rung_text plain = render_case(&fixture, &which, &style);
        style.color = true;
        rung_text colored = render_case(&fixture, &which, &style);
        assert_true(colored.size > plain.size);
        assert_true(rung_text_equal(without_escapes(arena, colored), plain));
    }
    fixture_free(&fixture);
}

static void check_locale(rung_arena *arena)
{
    rung_text_style style = {80, false, false, false};
    struct fixture fixture;
    fixture_load_bakery(&fixture, arena);
    fixture_answer(&fixture, "post=baker dough=2 oven=1 hygiene=cold years=3 nights=yes");
    rung_text plain = render_text(&fixture, &maria, &style);
    if (setlocale(LC_ALL, "de_DE.UTF-8") || setlocale(LC_ALL, "fr_FR.UTF-8"))
        assert_true(rung_text_equal(render_text(&fixture, &maria, &style), plain));
    setlocale(LC_ALL, "C");
    fixture_free(&fixture);
}

/* --- Memory ---------------------------------------------------------------------------------- */
struct attempt {
    rung_arena *arena;
    struct fixture *fixture;
};

static bool swallow(void *ctx, const char *bytes, size_t size)
{
    (void)ctx;
    (void)bytes;
    (void)size;
    return true;
}

static void write_all(void *ctx)
{
    struct attempt *attempt = ctx;
    const struct fixture *fixture = attempt->fixture;
    rung_text_style style = {80, true, true, false};
    rung_sink sink = {.write = swallow};
    rung_report_summary(attempt->arena, fixture->card, fixture->plan, &maria, &style, &sink);
    rung_report_request request = {fixture->card, fixture->answers, &maria_with_remarks,
                                   &style,        RUNG_PAPER_A4,    fixture->plan};
    for (rung_report_format format = 0; format < RUNG_REPORT_FORMAT_COUNT; format++)
        if (!rung_report_is_binary(format)) /* pdf.c has those */
            rung_report_write(attempt->arena, format, &request, &sink);
}

static void check_memory(rung_arena *arena)
{
    struct fixture fixture;
    rung_status status = RUNG_NO_MEMORY;
    fixture_load_bakery(&fixture, arena);
    fixture_answer(&fixture, "post=baker dough=2 oven=1 years=3 nights=yes");
    for (size_t fail_at = 1; status != RUNG_OK; fail_at++) {
        test_memory memory;
        rung_arena limited;
        test_memory_init(&memory, fail_at);
        rung_arena_init(&limited, &memory.hook);
        struct attempt attempt = {&limited, &fixture};
        status = rung_guard(&limited, write_all, &attempt);
        assert_true(status == RUNG_OK || status == RUNG_NO_MEMORY);
        assert_int_equal(status == RUNG_OK, memory.calls < fail_at);
        rung_arena_release(&limited);
        assert_int_equal(memory.alive, 0);
    }
    fixture_free(&fixture);
}

#define TEST(name, body)                                                                           \
    static void name(void **state)                                                                 \
    {                                                                                              \
        (void)state;                                                                               \
        with_arena(body);                                                                          \
    }
TEST(no_line_is_too_wide, check_widths)
TEST(nor_of_shipped_roles, check_shipped)
TEST(hostile_words_are_shown_not_obeyed, check_hostile)
TEST(so_are_those_of_the_list, check_listed)
TEST(color_adds_nothing_but_color, check_color)
TEST(no_locale_is_heard, check_locale)
TEST(memory_may_run_out, check_memory)
#undef TEST

int run_safety(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_is_too_wide),
        cmocka_unit_test(nor_of_shipped_roles),
        cmocka_unit_test(hostile_words_are_shown_not_obeyed),
        cmocka_unit_test(so_are_those_of_the_list),
        cmocka_unit_test(color_adds_nothing_but_color),
        cmocka_unit_test(no_locale_is_heard),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests_name("safety", tests, NULL, NULL);
}
