/* Content with mistakes: each folder of bad/ holds a questionnaire, rules, or both, and what the
 * author is told. Rules alone are about good/small. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static rung_text small_questionnaire;

static void load_case(const char *folder, test_load *load)
{
    char path[PATH_LENGTH];
    snprintf(path, sizeof path, "%s/questionnaire.yaml", folder);
    load->questionnaire = (rung_source){"questionnaire.yaml", test_read(path)};
    snprintf(path, sizeof path, "%s/rules.yaml", folder);
    load->rules = (rung_source){"rules.yaml", test_read(path)};
    assert_true(load->questionnaire.text.at || load->rules.text.at);
    if (!load->rules.text.at) {
        test_load_questionnaire(load);
        return;
    }
    if (!load->questionnaire.text.at)
        load->questionnaire.text = small_questionnaire;
    test_load_role(load);
}

/* --- Allowed warnings, as `rung check` looks at them ----------------------------------------- */

static void check_entries(test_load *load, const rung_file_head *head)
{
    const rung_diagnostic_kind **kinds =
        rung_new_array(&load->arena, const rung_diagnostic_kind *, rung_content_message_count);
    for (size_t i = 0; i < rung_content_message_count; i++)
        kinds[i] = &rung_content_messages[i];
    for (size_t i = 0; i < head->allow_count; i++) {
        const rung_allowance *entry = &head->allow[i];
        size_t errors = load->diagnostics.errors;
        bool used = false;
        rung_check_allowance(entry, kinds, rung_content_message_count, &load->diagnostics);
        for (size_t n = 0; n < load->diagnostics.list.count; n++)
            used |= rung_is_allowed(entry, &load->diagnostics.list.at[n]);
        if (!used && load->diagnostics.errors == errors)
            rung_report_unused(entry, &load->diagnostics);
    }
}

static void allowances_body(void *ctx)
{
    test_load *load = ctx;
    const rung_source *sources[] = {&load->questionnaire, &load->rules};
    for (size_t i = 0; i < RUNG_COUNT(sources); i++) {
        rung_diagnostics ignored;
        rung_file_head head = {0};
        rung_diagnostics_init(&ignored, &load->arena);
        if (sources[i]->text.at && sources[i]->text.at != small_questionnaire.at &&
            rung_file_head_read(&load->arena, sources[i], &ignored, &head) == RUNG_OK)
            check_entries(load, &head);
    }
    rung_diagnostics_sort(&load->diagnostics);
}

static void check_case(const char *folder, const char *name)
{
    char path[PATH_LENGTH];
    test_load load = {0};
    rung_buffer buffer;
    (void)name;
    load_case(folder, &load);
    assert_int_equal(rung_guard(&load.arena, allowances_body, &load), RUNG_OK);
    if (load.status != RUNG_INVALID && load.diagnostics.list.count == 0)
        fail_msg("%s is taken for valid", folder);
    rung_buffer_init(&buffer, NULL);
    test_write_diagnostics(&load, &buffer.sink);
    snprintf(path, sizeof path, "%s/expected.txt", folder);
    test_golden(path, rung_buffer_text(&buffer));

    rung_buffer_release(&buffer);
    if (load.questionnaire.text.at != small_questionnaire.at)
        test_drop(load.questionnaire.text);
    test_drop(load.rules.text);
    test_release(&load);
}

static void test_cases(void **state)
{
    (void)state;
    small_questionnaire = test_read(CASES "/good/small/questionnaire.yaml");
    assert_non_null(small_questionnaire.at);
    assert_true(test_each(CASES "/bad", check_case) >= 60);
    test_drop(small_questionnaire);
}

/* --- Every message is tried by some case ----------------------------------------------------- */

static bool *seen;

static void look_for_codes(const char *folder, const char *name)
{
    char path[PATH_LENGTH];
    (void)name;
    snprintf(path, sizeof path, "%s/expected.txt", folder);
    rung_text text = test_read(path);
    for (size_t i = 0; i < rung_content_message_count; i++)
        seen[i] |= rung_text_contains(text, rung_text_of(rung_content_messages[i].code));
    test_drop(text);
}

static void test_every_message_is_tried(void **state)
{
    (void)state;
    seen = calloc(rung_content_message_count, sizeof *seen);
    test_each(CASES "/bad", look_for_codes);
    size_t missing = 0;
    for (size_t i = 0; i < rung_content_message_count; i++) {
        /* A file of more than 8 MiB is made by test_limits. */
        if (seen[i] || strcmp(rung_content_messages[i].code, "RG0202") == 0)
            continue;
        missing++;
        print_error("no case for %s: %s\n", rung_content_messages[i].code,
                    rung_content_messages[i].format);
    }
    free(seen);
    assert_int_equal(missing, 0);
}

static void test_codes_ascend(void **state)
{
    (void)state;
    for (size_t i = 1; i < rung_content_message_count; i++)
        assert_true(strcmp(rung_content_messages[i - 1].code, rung_content_messages[i].code) < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_every_message_is_tried),
        cmocka_unit_test(test_codes_ascend),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
