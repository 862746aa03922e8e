/* Content without mistakes: each folder of good/ holds a questionnaire, perhaps rules, and what
 * became of them. */
#include "describe.h"
#include "support.h"

#include <stdio.h>
#include <string.h>

static test_load load_folder(const char *folder)
{
    char path[PATH_LENGTH];
    test_load load = {0};
    snprintf(path, sizeof path, "%s/questionnaire.yaml", folder);
    load.questionnaire = (rung_source){"questionnaire.yaml", test_read(path)};
    snprintf(path, sizeof path, "%s/rules.yaml", folder);
    load.rules = (rung_source){"rules.yaml", test_read(path)};
    return load;
}

static void release_folder(test_load *load)
{
    test_drop(load->questionnaire.text);
    test_drop(load->rules.text);
    test_release(load);
}

static void check_case(const char *folder, const char *name)
{
    char path[PATH_LENGTH];
    rung_buffer buffer;
    test_load load = load_folder(folder);
    (void)name;
    rung_buffer_init(&buffer, NULL);
    if (load.rules.text.at)
        test_load_role(&load);
    else
        test_load_questionnaire(&load);
    test_write_diagnostics(&load, &buffer.sink);
    if (load.role)
        test_describe_role(load.role, &buffer.sink);
    else if (load.alone)
        test_describe_questionnaire(load.alone, &buffer.sink);
    snprintf(path, sizeof path, "%s/expected.txt", folder);
    test_golden(path, rung_buffer_text(&buffer));
    assert_int_equal(load.status, RUNG_OK);
    rung_buffer_release(&buffer);
    release_folder(&load);
}

static void test_cases(void **state)
{
    (void)state;
    assert_true(test_each(CASES "/good", check_case) >= 3);
}

/* --- The shipped content --------------------------------------------------------------------- */

static void check_shipped(const char *rules, const char *name)
{
    char questionnaire[PATH_LENGTH];
    snprintf(questionnaire, sizeof questionnaire, "%s/questionnaires/%s", RUNG_SOURCE_DIR, name);
    test_load load = {0};
    load.questionnaire = (rung_source){questionnaire, test_read(questionnaire)};
    load.rules = (rung_source){rules, test_read(rules)};
    test_load_role(&load);
    assert_int_equal(load.diagnostics.errors + load.diagnostics.warnings, 0);
    assert_int_equal(load.status, RUNG_OK);
    release_folder(&load);
}

static void test_shipped(void **state)
{
    (void)state;
    assert_true(test_each(RUNG_SOURCE_DIR "/rules", check_shipped) >= 2);
}

/* --- A role stands on its own ---------------------------------------------------------------- */

static void test_role_outlives_sources(void **state)
{
    (void)state;
    test_load load = load_folder(CASES "/good/every-key");
    rung_digest digest = rung_digest_of(load.rules.text);
    test_load_role(&load);
    memset((void *)(uintptr_t)load.rules.text.at, '#', load.rules.text.size);
    const rung_rules *rules = load.role->rules;
    assert_string_equal(rules->digest.hex, digest.hex);
    assert_string_equal(rung_digest_of(load.role->rules_bytes).hex, digest.hex);
    rung_span span = rung_program_span(rules->target);
    assert_string_equal(span.source->name, "rules.yaml");
    assert_memory_equal(span.source->text.at + span.start, "goal", 4);
    assert_true(load.role->scratch >= rung_program_scratch(rules->requirements[0].attained));
    release_folder(&load);
}

static void test_finding(void **state)
{
    (void)state;
    test_load load = load_folder(CASES "/good/every-key");
    test_load_role(&load);
    const rung_questionnaire *questionnaire = load.role->questionnaire;
    const rung_rules *rules = load.role->rules;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        assert_int_equal(
            rung_find_question(questionnaire, rung_text_of(questionnaire->questions[i].id)), i);
    assert_int_equal(rung_find_question(questionnaire, RUNG_TEXT("zzz")), SIZE_MAX);
    assert_int_equal(rung_find_question(questionnaire, RUNG_TEXT("")), SIZE_MAX);
    assert_int_equal(rung_find_option(&questionnaire->questions[1], RUNG_TEXT("none")), 2);
    assert_int_equal(rung_find_option(&questionnaire->questions[1], RUNG_TEXT("non")), SIZE_MAX);
    assert_int_equal(rung_find_requirement(rules, RUNG_TEXT("always")), 2);
    assert_int_equal(rung_find_rung(rules, RUNG_TEXT("senior")), 1);
    assert_int_equal(rung_find_verdict(rules, RUNG_TEXT("later")), 2);
    assert_int_equal(rung_find_verdict(rules, RUNG_TEXT("Later")), SIZE_MAX);
    release_folder(&load);
}

static void test_digest(void **state)
{
    (void)state;
    assert_string_equal(rung_digest_of(RUNG_TEXT("abc")).hex,
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_string_equal(rung_digest_of((rung_text){NULL, 0}).hex,
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

/* --- Heads ----------------------------------------------------------------------------------- */

struct head {
    test_load load;
    rung_file_head head;
    rung_status status;
};

static void head_body(void *ctx)
{
    struct head *head = ctx;
    rung_diagnostics_init(&head->load.diagnostics, &head->load.arena);
    head->status = rung_file_head_read(&head->load.arena, &head->load.rules,
                                       &head->load.diagnostics, &head->head);
}

static struct head read_head(const char *text)
{
    struct head head = {.load.rules = {"file", rung_text_of(text)}};
    assert_int_equal(rung_guard(&head.load.arena, head_body, &head), RUNG_OK);
    return head;
}

static void test_heads(void **state)
{
    (void)state;
    struct head head =
        read_head("format: rung-rules/1\nid: a\ntitle: A\nquestionnaire: b\njunk: [1, 2]\n");
    assert_int_equal(head.status, RUNG_OK);
    assert_int_equal(head.head.kind, RUNG_FILE_RULES);
    assert_string_equal(head.head.id, "a");
    assert_string_equal(head.head.title, "A");
    assert_string_equal(head.head.questionnaire, "b");
    test_release(&head.load);

    head = read_head("format: rung-questionnaire/1\nid: 3\n");
    assert_int_equal(head.status, RUNG_OK);
    assert_int_equal(head.head.kind, RUNG_FILE_QUESTIONNAIRE);
    assert_null(head.head.id);
    test_release(&head.load);

    static const char *const wrong[] = {"",
                                        "a",
                                        "- b",
                                        "format: [x]",
                                        "format: rung-plan/1",
                                        "format: rung-rules/2",
                                        "id: x",
                                        "format: rung-rules/1\nb: *c"};
    for (size_t i = 0; i < RUNG_COUNT(wrong); i++) {
        head = read_head(wrong[i]);
        assert_int_equal(head.status, RUNG_INVALID);
        assert_int_equal(head.load.diagnostics.errors, 1);
        assert_int_equal(head.head.kind, RUNG_FILE_UNKNOWN);
        test_release(&head.load);
    }
}

/* --- Memory runs out ------------------------------------------------------------------------- */

/* Every allocation of a load fails once, those for messages too: `shared` hooks both. */
static void sweep(const char *folder, rung_status end)
{
    test_load load = load_folder(folder);
    test_memory memory;
    size_t n = 1;
    do {
        test_memory_init(&memory, n++);
        rung_arena_init(&load.arena, &memory.hook);
        load.memory = &memory.hook;
        load.role = NULL;
        test_load_role(&load);
        if (memory.calls < memory.fail_at) {
            assert_int_equal(load.status, end);
        } else {
            assert_int_equal(load.status, RUNG_NO_MEMORY);
            assert_null(load.role);
        }
        test_release(&load);
        assert_int_equal(memory.alive, 0);
    } while (memory.calls >= memory.fail_at);
    assert_true(n > 4);
    release_folder(&load);
}

static void test_memory_runs_out(void **state)
{
    (void)state;
    sweep(CASES "/good/every-key", RUNG_OK);
    sweep(CASES "/bad/131-both-files", RUNG_INVALID);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_shipped),
        cmocka_unit_test(test_role_outlives_sources),
        cmocka_unit_test(test_finding),
        cmocka_unit_test(test_digest),
        cmocka_unit_test(test_heads),
        cmocka_unit_test(test_memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
