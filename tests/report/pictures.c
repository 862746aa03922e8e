/* What pictures are drawn from: every one has words and figures, and nothing lies outside its
 * scale. */
#include "report/fixture.h"

#include "report/build.h"
#include "report/html.h"
#include "report/markdown.h"
#include "report/text_render.h"

/* --- Data ------------------------------------------------------------------------------------ */
static void check_range(rung_range range, double most)
{
    assert_true(range.low >= 0 && range.low <= range.high && range.high <= most + RUNG_EPSILON);
}

static size_t drawn(const report_block *block)
{
    for (size_t i = 0; i < block->bars.list.count; i++)
        check_range(block->bars.list.at[i].range, block->bars.most);
    for (size_t i = 0; i < block->rungs.list.count; i++)
        check_range(block->rungs.list.at[i].range, 100);
    for (size_t i = 1; i < block->scale.bounds.count; i++)
        assert_true(block->scale.bounds.at[i].from >= block->scale.bounds.at[i - 1].from);
    switch (block->kind) {
    case REPORT_SCALE:
        check_range(block->scale.range, 100);
        assert_true(block->scale.bounds.at[0].from == 0);
        return block->scale.bounds.count;
    case REPORT_BARS:
        return block->bars.list.count;
    case REPORT_LADDER:
        return block->rungs.list.count;
    case REPORT_TIMELINE:
        return block->steps.list.count;
    default:
        return 0;
    }
}

static void check_picture(const report_block *block)
{
    assert_true(drawn(block) > 0);
    assert_int_equal(block->table.rows.count, drawn(block));
    assert_true(*block->picture.title && *block->picture.description);
    assert_true(!block->picture.sure == !block->picture.possible);
    for (size_t c = 0; c < block->table.columns; c++)
        for (size_t r = 0; r < block->table.rows.count; r++)
            assert_non_null(block->table.rows.at[r].cells[c]);
}

static void check_role(struct fixture *fixture)
{
    size_t seen[REPORT_KIND_COUNT] = {0};
    for (unsigned seed = 0; seed < 20; seed++) {
        fixture_answer_randomly(fixture, seed, seed * 5 + 5);
        const report_document *document =
            report_build_whole(fixture->arena, &(rung_report_request){.scorecard = fixture->card,
                                                                      .answers = fixture->answers,
                                                                      .subject = &maria,
                                                                      .plan = fixture->plan});
        assert_string_equal(document->language, fixture->role->questionnaire->language);
        for (size_t i = 0; i < document->blocks.count; i++) {
            seen[document->blocks.at[i]->kind]++;
            if (document->blocks.at[i]->kind >= REPORT_SCALE)
                check_picture(document->blocks.at[i]);
        }
    }
    assert_true(seen[REPORT_SCALE] && seen[REPORT_BARS] && seen[REPORT_LADDER] &&
                seen[REPORT_TIMELINE]);
}

static void check_shipped(rung_arena *arena)
{
    fixture_each_shipped(arena, check_role);
}

/* --- Steps over time ---------------------------------------------------------------- */
static const report_step steps[] = {
    {.label = "Take a course", .start = 0, .least = 3, .most = 6, .note = "The first evening."},
    {.label = "Volunteer where patients are", .start = 0, .least = 1, .most = 1},
    {.label = "Apply, and follow up", .start = 6, .least = 0, .most = 2},
};

static const report_document *timeline(struct fixture *fixture)
{
    fixture_answer(fixture, "post=baker");
    report_build *build = report_build_new(fixture->arena, fixture->card, &maria);
    report_add(build->document, REPORT_TITLE, "Steps");
    report_block *block = report_add_timeline(build);
    for (size_t i = 0; i < RUNG_COUNT(steps); i++)
        report_add_step(build, block, &steps[i]);
    check_picture(block);
    return build->document;
}

static void write_text(rung_arena *arena, const report_document *document, rung_sink *sink)
{
    report_render_text(arena, document, &(rung_text_style){.width = 80}, sink);
}

static void write_narrow(rung_arena *arena, const report_document *document, rung_sink *sink)
{
    report_render_text(arena, document, &(rung_text_style){.width = 40, .ascii = true}, sink);
}

static void write_plain(rung_arena *arena, const report_document *document, rung_sink *sink)
{
    report_render_text(arena, document,
                       &(rung_text_style){.width = 80, .ascii = true, .plain = true}, sink);
}

static const struct {
    const char *golden;
    void (*write)(rung_arena *arena, const report_document *document, rung_sink *sink);
} timelines[] = {
    {"timeline.txt", write_text},
    {"timeline-40-ascii.txt", write_narrow},
    {"timeline-plain.txt", write_plain},
    {"timeline.html", report_render_html},
    {"timeline.md", report_render_markdown},
};

static void check_timeline(rung_arena *arena)
{
    struct fixture fixture;
    fixture_load_bakery(&fixture, arena);
    for (size_t i = 0; i < RUNG_COUNT(timelines); i++) {
        rung_buffer buffer;
        rung_buffer_init(&buffer, NULL);
        timelines[i].write(arena, timeline(&fixture), &buffer.sink);
        check_golden(arena, timelines[i].golden, rung_buffer_text(&buffer));
        rung_buffer_release(&buffer);
    }
    fixture_free(&fixture);
}

static void pictures_have_words_and_figures(void **state)
{
    (void)state;
    with_arena(check_shipped);
}

static void steps_are_drawn_over_months(void **state)
{
    (void)state;
    with_arena(check_timeline);
}

int run_pictures(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_have_words_and_figures),
        cmocka_unit_test(steps_are_drawn_over_months),
    };
    return cmocka_run_group_tests_name("pictures", tests, NULL, NULL);
}
