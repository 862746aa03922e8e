/* rung-report/1: parsed by another's parser, and every number compared. */
#include "report/fixture.h"

#include <jansson.h>

typedef void write_form(rung_arena *arena, const rung_scorecard *scorecard,
                        const rung_report_subject *subject, int indent, rung_sink *sink);

static json_t *parse_form(struct fixture *fixture, write_form *write,
                          const rung_report_subject *subject, int indent)
{
    rung_buffer buffer;
    json_error_t error;
    rung_buffer_init(&buffer, NULL);
    write(fixture->arena, fixture->card, subject, indent, &buffer.sink);
    assert_int_equal(memchr(buffer.at, '\n', buffer.size) != NULL, indent > 0);
    json_t *json = json_loadb(buffer.at, buffer.size, JSON_REJECT_DUPLICATES, &error);
    if (!json)
        fail_msg("%s: %.*s", error.text, (int)buffer.size, buffer.at);
    rung_buffer_release(&buffer);
    return json;
}

static json_t *parse(struct fixture *fixture, const rung_report_subject *subject, int indent)
{
    return parse_form(fixture, rung_report_json, subject, indent);
}

static const char *string(const json_t *json, const char *key)
{
    const char *text = json_string_value(json_object_get(json, key));
    if (!text)
        fail_msg("no string at %s", key);
    return text;
}

static void same_number(const json_t *json, double expected)
{
    assert_true(json_is_number(json));
    assert_memory_equal(&(double){json_number_value(json)}, &expected, sizeof expected);
}

static void same_range(const json_t *json, const char *key, rung_range range)
{
    const json_t *value = json_object_get(json, key);
    assert_int_equal(json_object_size(value), 2);
    same_number(json_object_get(value, "low"), range.low);
    same_number(json_object_get(value, "high"), range.high);
}

static void same_verdict(const json_t *json, const char *key, const rung_rules *rules, size_t low,
                         size_t high)
{
    const json_t *value = json_object_get(json, key);
    assert_string_equal(string(value, "low"), rules->verdicts[low].id);
    assert_string_equal(string(value, "high"), rules->verdicts[high].id);
}

static const json_t *array(const json_t *json, const char *key, size_t count)
{
    const json_t *value = json_object_get(json, key);
    assert_true(json_is_array(value));
    if (json_array_size(value) != count)
        fail_msg("%s has %zu entries, not %zu", key, json_array_size(value), count);
    return value;
}

static void same_requirements(const json_t *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    size_t count = 0;
    for (size_t i = 0; i < rules->requirement_count; i++)
        count += card->aim->requirements[i].applies;
    const json_t *list = array(json, "requirements", count);
    for (size_t i = 0, at = 0; i < rules->requirement_count; i++) {
        const rung_requirement_score *score = &card->aim->requirements[i];
        if (!score->applies)
            continue;
        const json_t *entry = json_array_get(list, at++);
        assert_string_equal(string(entry, "id"), rules->requirements[i].id);
        assert_string_equal(string(entry, "need"), rung_need_name(score->need));
        same_number(json_object_get(entry, "target"), score->target);
        same_range(entry, "attained", score->attained);
        same_range(entry, "gap", score->gap);
        same_range(entry, "loss", score->loss);
    }
    list = array(json, "gaps", card->gap_count);
    for (size_t i = 0; i < card->gap_count; i++)
        assert_string_equal(json_string_value(json_array_get(list, i)),
                            rules->requirements[card->gaps[i]].id);
}

static void same_ladder(const json_t *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    const json_t *list = array(json, "ladder", rules->rung_count);
    for (size_t i = 0; i < rules->rung_count; i++) {
        const json_t *entry = json_array_get(list, i);
        assert_string_equal(string(entry, "rung"), rules->rungs[i].id);
        same_range(entry, "score", card->ladder[i].score);
        same_verdict(entry, "verdict", rules, card->ladder[i].verdict_low,
                     card->ladder[i].verdict_high);
    }
}

static void same_dimensions(const json_t *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    size_t at = 0;
    for (size_t i = 0; i < rules->dimension_count; i++) {
        if (!card->aim->dimensions[i].counts)
            continue;
        const json_t *entry = json_array_get(json_object_get(json, "dimensions"), at++);
        assert_string_equal(string(entry, "id"), rules->dimensions[i].id);
        same_number(json_object_get(entry, "weight"), rules->dimensions[i].weight);
        same_range(entry, "score", card->aim->dimensions[i].score);
    }
    array(json, "dimensions", at);
}

static void same_report(const json_t *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    const rung_rung_score *aim = card->aim;
    assert_string_equal(string(json, "format"), "rung-report/1");
    assert_string_equal(string(json_object_get(json, "role"), "id"), rules->id);
    assert_string_equal(string(json, "target"),
                        card->target_known ? rules->rungs[card->target].id : "");
    same_range(json, "score", aim->score);
    same_verdict(json, "verdict", rules, aim->verdict_low, aim->verdict_high);
    same_verdict(json, "verdict-by-score", rules, aim->verdict_by_score_low,
                 aim->verdict_by_score_high);
    same_dimensions(json, card);
    same_requirements(json, card);
    same_ladder(json, card);
    const json_t *fits = array(json, "specialisations", rules->specialisation_count);
    for (size_t i = 0; i < rules->specialisation_count; i++)
        same_range(json_array_get(fits, i), "fit", card->fits[i]);
    array(json, "notes", card->note_count);
    array(json, "unanswered", card->unanswered_count);
    array(json, "blocked-by", card->blocking_count);
    array(json, "problems", card->problem_count);
    const json_t *content = json_object_get(json, "content");
    assert_string_equal(string(content, "questionnaire"), card->role->questionnaire->digest.hex);
    assert_string_equal(string(content, "rules"), rules->digest.hex);
}

/* --- rung-ladder/1 --------------------------------------------------------------------------- */
static bool has(const json_t *list, const char *id)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (strcmp(json_string_value(json_array_get(list, i)), id) == 0)
            return true;
    return false;
}

/* Every requirement stands in the list where its gap belongs, and in no other. */
static void same_rung(const json_t *entry, const rung_rules *rules, const rung_rung_score *score)
{
    const json_t *essentials = json_object_get(entry, "essentials");
    for (size_t r = 0; r < rules->requirement_count; r++) {
        const rung_requirement_score *one = &score->requirements[r];
        const char *id = rules->requirements[r].id;
        bool asked = one->applies && one->target > 0;
        bool missing = asked && one->gap.low > 0, open = asked && !missing && one->gap.high > 0;
        bool essential = one->need == RUNG_ESSENTIAL;
        assert_int_equal(has(json_object_get(entry, "missing"), id), missing);
        assert_int_equal(has(json_object_get(entry, "unknown"), id), open);
        assert_int_equal(has(json_object_get(essentials, "missing"), id), missing && essential);
        assert_int_equal(has(json_object_get(essentials, "unknown"), id), open && essential);
        assert_int_equal(has(json_object_get(essentials, "in-place"), id),
                         asked && !missing && !open && essential);
    }
}

/* What is said about rungs follows from the verdicts alone. */
static void same_standing(const json_t *json, const rung_scorecard *card)
{
    const rung_rules *rules = card->role->rules;
    const char *ready = "";
    size_t possible = 0;
    for (size_t i = 0; i < rules->rung_count; i++)
        if (!card->ladder[i].blocked && card->ladder[i].verdict_low == 0) {
            ready = rules->rungs[i].id;
            possible = 0;
        } else {
            possible += !card->ladder[i].blocked && card->ladder[i].verdict_high == 0;
        }
    assert_string_equal(string(json, "ready"), ready);
    array(json, "possible", possible);
    const json_t *first = json_object_get(json, "next-asks-first"), *list = NULL;
    for (size_t i = 0; i < rules->rung_count; i++)
        if (strcmp(rules->rungs[i].id, string(json, "next")) == 0)
            list = json_object_get(json_array_get(json_object_get(json, "ladder"), i), "missing");
    assert_true(json_array_size(first) <= 3 && json_array_size(first) <= json_array_size(list));
    for (size_t i = 0; i < json_array_size(first); i++)
        assert_string_equal(string(json_array_get(first, i), "id"),
                            json_string_value(json_array_get(list, i)));
}

static void check_ladder(struct fixture *fixture)
{
    for (unsigned seed = 0; seed < 24; seed++) {
        fixture_answer_randomly(fixture, seed, 20 + 4 * seed);
        json_t *json = parse_form(fixture, rung_report_ladder_json, &maria, seed % 2 ? 2 : 0);
        assert_string_equal(string(json, "format"), "rung-ladder/1");
        same_ladder(json, fixture->card);
        for (size_t i = 0; i < fixture->role->rules->rung_count; i++)
            same_rung(json_array_get(json_object_get(json, "ladder"), i), fixture->role->rules,
                      &fixture->card->ladder[i]);
        same_standing(json, fixture->card);
        json_decref(json);
    }
}

static void check_ladders(rung_arena *arena)
{
    struct fixture fixture;
    fixture_load_bakery(&fixture, arena);
    check_ladder(&fixture);
    fixture_free(&fixture);
    fixture_each_shipped(arena, check_ladder);
}

/* --- The tests ------------------------------------------------------------------------------- */
static void check_cases(rung_arena *arena)
{
    struct fixture fixture;
    report_case which;
    fixture_load_bakery(&fixture, arena);
    for (const char *at = read_cases(arena).at; next_case(&at, &which);) {
        fixture_answer(&fixture, which.answers);
        json_t *json = parse(&fixture, &maria, which.width == 80 ? 2 : 0);
        same_report(json, fixture.card);
        json_decref(json);
    }
    fixture_free(&fixture);
}

static void check_role(struct fixture *fixture)
{
    for (unsigned seed = 0; seed < 8; seed++) {
        fixture_answer_randomly(fixture, seed, 20 + 10 * seed);
        json_t *json = parse(fixture, &maria, 0);
        same_report(json, fixture->card);
        json_decref(json);
    }
}

static void check_shipped(rung_arena *arena)
{
    fixture_each_shipped(arena, check_role);
}

static void check_session(rung_arena *arena)
{
    static const rung_report_subject nobody = {.id = "", .name = ""};
    struct fixture fixture;
    fixture_load_bakery(&fixture, arena);
    fixture_answer(&fixture, "post=helper");

    json_t *json = parse(&fixture, &maria, 0);
    const json_t *session = json_object_get(json, "session");
    assert_string_equal(string(session, "id"), "7k3m2p");
    assert_string_equal(string(session, "name"), "Maria");
    assert_string_equal(string(session, "started"), "2026-04-24T03:06:40Z");
    assert_string_equal(string(session, "updated"), "2026-05-01T09:30:00Z");
    assert_true(json_is_false(json_object_get(session, "complete")));
    json_decref(json);

    json = parse(&fixture, &nobody, 0);
    session = json_object_get(json, "session");
    assert_string_equal(string(session, "name"), "");
    assert_string_equal(string(session, "started"), "");
    json_decref(json);
    fixture_free(&fixture);
}

/* Only a session has them, and one without any has an empty list. */
static void check_remarks(rung_arena *arena)
{
    static const char *const none[BAKERY_QUESTIONS];
    rung_report_subject silent = maria_with_remarks;
    struct fixture fixture;
    fixture_load_bakery(&fixture, arena);
    fixture_answer(&fixture, "post=helper");
    json_t *json = parse(&fixture, &maria_with_remarks, 0);
    const json_t *remarks = array(json, "remarks", 3), *last = json_array_get(remarks, 2);
    assert_string_equal(string(json_array_get(remarks, 0), "question"), "post");
    assert_string_equal(string(last, "question"), "team"); /* it is not asked */
    assert_string_equal(string(last, "text"), maria_with_remarks.remarks[7]);
    json_decref(json);

    silent.remarks = none;
    json = parse(&fixture, &silent, 0);
    array(json, "remarks", 0);
    json_decref(json);

    json = parse(&fixture, &maria, 0);
    assert_null(json_object_get(json, "remarks"));
    json_decref(json);
    fixture_free(&fixture);
}

/* The evidence of each requirement is written in the order of the kinds. */
static void check_evidence(rung_arena *arena)
{
    struct fixture fixture;
    fixture_load_bakery(&fixture, arena);
    fixture_answer(&fixture, "post=baker");
    json_t *json = parse(&fixture, &maria, 0);
    const json_t *hygiene = json_array_get(json_object_get(json, "requirements"), 2);
    assert_string_equal(string(hygiene, "id"), "hygiene");
    assert_string_equal(string(hygiene, "basis"), "documented");
    assert_string_equal(string(hygiene, "source"), "Hygiene");
    assert_int_equal(json_integer_value(json_object_get(hygiene, "importance")), 3);
    const json_t *evidence = array(hygiene, "evidence", 2);
    assert_string_equal(json_string_value(json_array_get(evidence, 0)), "self-rating");
    assert_string_equal(json_string_value(json_array_get(evidence, 1)), "knowledge");
    json_decref(json);
    fixture_free(&fixture);
}

static void every_number_reads_back(void **state)
{
    (void)state;
    with_arena(check_cases);
}

static void shipped_roles_too(void **state)
{
    (void)state;
    with_arena(check_shipped);
}

static void ladders_follow_from_the_scorecard(void **state)
{
    (void)state;
    with_arena(check_ladders);
}

static void the_session_is_named(void **state)
{
    (void)state;
    with_arena(check_session);
}

static void remarks_are_those_of_a_session(void **state)
{
    (void)state;
    with_arena(check_remarks);
}

static void evidence_is_in_order(void **state)
{
    (void)state;
    with_arena(check_evidence);
}

int run_machine(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_number_reads_back),           cmocka_unit_test(shipped_roles_too),
        cmocka_unit_test(ladders_follow_from_the_scorecard), cmocka_unit_test(the_session_is_named),
        cmocka_unit_test(remarks_are_those_of_a_session),    cmocka_unit_test(evidence_is_in_order),
    };
    return cmocka_run_group_tests_name("machine form", tests, NULL, NULL);
}
