/* A plan as a calendar, read by another's parser. */
#include "report/fixture.h"

#include "report/escape.h"

#include <libical/ical.h>

enum { LINE = 75 };

static rung_text written(struct fixture *fixture, int64_t start)
{
    rung_buffer buffer;
    rung_buffer_init(&buffer, NULL);
    rung_report_plan facts = {
        .card = fixture->card, .plan = fixture->plan, .subject = &maria, .start = start};
    rung_report_plan_write(fixture->arena, RUNG_PLAN_CALENDAR, &facts, &buffer.sink);
    rung_text text = rung_buffer_text(&buffer);
    text.at = rung_copy(fixture->arena, text);
    rung_buffer_release(&buffer);
    return text;
}

/* Each line ends in CR LF, is short enough, and no character is split between two. */
static void check_lines(rung_text text)
{
    for (const char *at = text.at, *end = at + text.size; at < end;) {
        const char *line_end = strstr(at, "\r\n");
        assert_non_null(line_end);
        rung_text line = {at, (size_t)(line_end - at)};
        assert_true(line.size <= LINE && rung_utf8_valid(line));
        for (size_t i = 0; i < line.size; i++)
            assert_true((unsigned char)line.at[i] >= ' ' && line.at[i] != 0x7f);
        at = line_end + 2;
    }
}

static void check_event(struct fixture *fixture, icalcomponent *event, const rung_plan_step *step)
{
    const rung_action *action = &fixture->card->role->rules->actions[step->action];
    assert_string_equal(icalcomponent_get_summary(event),
                        report_escape_line(fixture->arena, action->title));
    assert_non_null(strstr(icalcomponent_get_uid(event), action->id));
    assert_int_equal(icalcomponent_get_dtstart(event).is_date, 1);
    assert_true(icaltime_compare(icalcomponent_get_dtstart(event), icalcomponent_get_dtend(event)) <
                0);
    if (action->text)
        assert_non_null(strstr(icalcomponent_get_description(event),
                               report_escape_line(fixture->arena, action->text)));
}

static void check_calendar(struct fixture *fixture, int64_t start)
{
    rung_text text = written(fixture, start);
    size_t count = 0;
    check_lines(text);
    assert_true(rung_text_equal(text, written(fixture, start)));
    icalcomponent *calendar = icalparser_parse_string(text.at);
    assert_non_null(calendar);
    assert_int_equal(icalcomponent_count_errors(calendar), 0);
    assert_int_equal(icalcomponent_isa(calendar), ICAL_VCALENDAR_COMPONENT);
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        assert_true(count < fixture->plan->step_count);
        check_event(fixture, event, &fixture->plan->steps[count++]);
    }
    assert_int_equal(count, fixture->plan->step_count);
    assert_true(count == 0 || icalrestriction_check(calendar));
    icalcomponent_free(calendar);
}

static const int64_t starts[] = {
    INT64_C(1777552200000),   /* 2026-04-30 */
    INT64_C(951782400000),    /* 2000-02-29 */
    INT64_C(253402300799000), /* the last day there is */
};

static void check_role(struct fixture *fixture)
{
    const rung_scorecard *card = fixture->card;
    for (unsigned seed = 0; seed < 12; seed++) {
        fixture_answer_randomly(fixture, seed, 90);
        for (size_t i = 0; i + 1 < RUNG_COUNT(starts); i++)
            check_calendar(fixture, starts[i]);
        check_lines(written(fixture, starts[2]));
    }
    fixture->card = card;
}

static void check_shipped(rung_arena *arena)
{
    fixture_each_shipped(arena, check_role);
}

static void calendars_are_read_by_others(void **state)
{
    (void)state;
    with_arena(check_shipped);
}

static void check_hostile(rung_arena *arena)
{
    static const char *const words[] = {
        "a\r\nEND:VEVENT\r\nBEGIN:VALARM",
        "\x1b[2J\xe2\x80\xae back, forth; and \\n once \"more\"",
        "\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2"
        "\xe5\xad\x97\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\xe5\xad\x97"
        "\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2",
    };
    struct fixture fixture;
    fixture_load_bakery(&fixture, arena);
    fixture_answer(&fixture, "post=baker dough=1 oven=0 hygiene=cool recipes=0 counter=1 years=2 "
                             "team=no nights=no motto=Bread");
    assert_true(fixture.plan->step_count > 2);
    const rung_scorecard *card = fixture.card;
    for (size_t i = 0; i < RUNG_COUNT(words); i++) {
        rung_scorecard hostile = fixture_poisoned(arena, card, words[i]);
        fixture.card = &hostile;
        check_lines(written(&fixture, starts[0]));
        icalcomponent *calendar = icalparser_parse_string(written(&fixture, starts[0]).at);
        assert_int_equal(icalcomponent_count_errors(calendar), 0);
        assert_int_equal(icalcomponent_count_components(calendar, ICAL_ANY_COMPONENT),
                         fixture.plan->step_count);
        icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
        assert_string_equal(icalcomponent_get_summary(event), report_escape_line(arena, words[i]));
        icalcomponent_free(calendar);
    }
    fixture.card = card;
    fixture_free(&fixture);
}

static void hostile_words_stay_words(void **state)
{
    (void)state;
    with_arena(check_hostile);
}

int run_calendar(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calendars_are_read_by_others),
        cmocka_unit_test(hostile_words_stay_words),
    };
    return cmocka_run_group_tests_name("plans as calendars", tests, NULL, NULL);
}
