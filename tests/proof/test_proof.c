/* What is proven of content. Each folder of cases/ holds a questionnaire, rules, or both, and what
 * their author is told; what is not there is that of frame/, in which nothing is wrong. */
#include "proof/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As is usual, but the way that content with too many completions goes. */
static rung_proof_limits targeted(void)
{
    rung_proof_limits limits = rung_proof_usual;
    limits.whole = 0;
    return limits;
}

/* --- The cases ------------------------------------------------------------------------------- */

static void check_equal(const char *folder, const char *what, const rung_buffer *a,
                        const rung_buffer *b)
{
    if (rung_text_equal(rung_buffer_text(a), rung_buffer_text(b)))
        return;
    proof_complain("%s: %s\n%.*s\nbut:\n%.*s", folder, what, (int)a->size, a->at, (int)b->size,
                   b->at);
}

static void check_witnesses(proof_run *run)
{
    for (size_t i = 0; i < run->said.list.count; i++)
        if (run->said.list.at[i].witness)
            proof_check_witness(run, &run->said.list.at[i]);
}

/* What is said does not depend on how it was found; the answers that show it may. */
static void check_case(const char *folder, const char *name)
{
    char path[PATH_LENGTH];
    proof_run run;
    rung_buffer usual, again, bare, other;
    const rung_proof_limits targeted_limits = targeted();
    (void)name;
    if (!proof_load_case(&run, folder))
        return;
    assert_int_equal(proof_prove(&run, &rung_proof_usual), RUNG_OK);
    proof_write(&run, true, &usual);
    proof_write(&run, false, &bare);
    snprintf(path, sizeof path, "%s/expected.txt", folder);
    test_golden(path, usual.size ? rung_buffer_text(&usual) : RUNG_TEXT(""));
    check_witnesses(&run);

    assert_int_equal(proof_prove(&run, &rung_proof_usual), RUNG_OK);
    proof_write(&run, true, &again);
    check_equal(folder, "two runs differ", &usual, &again);

    assert_int_equal(proof_prove(&run, &targeted_limits), RUNG_OK);
    proof_write(&run, false, &other);
    check_equal(folder, "without looking at all completions it differs", &bare, &other);
    check_witnesses(&run);

    rung_buffer_release(&usual);
    rung_buffer_release(&again);
    rung_buffer_release(&bare);
    rung_buffer_release(&other);
    proof_release(&run);
}

static void test_cases(void **state)
{
    (void)state;
    proof_complaints = 0;
    assert_true(test_each(PROOF_CASES, check_case) >= 100);
    assert_int_equal(proof_complaints, 0);
}

/* --- Every message is given by some case ----------------------------------------------------- */

static bool *seen;

static void look_for_codes(const char *folder, const char *name)
{
    char path[PATH_LENGTH];
    (void)name;
    snprintf(path, sizeof path, "%s/expected.txt", folder);
    rung_text text = test_read(path);
    for (size_t i = 0; i < rung_proof_message_count; i++)
        seen[i] |= rung_text_contains(text, rung_text_of(rung_proof_messages[i].code));
    test_drop(text);
}

static void test_every_message_is_given(void **state)
{
    (void)state;
    size_t missing = 0;
    seen = calloc(rung_proof_message_count, sizeof *seen);
    test_each(PROOF_CASES, look_for_codes);
    for (size_t i = 0; i < rung_proof_message_count; i++) {
        if (seen[i])
            continue;
        missing++;
        print_error("no case for %s: %s\n", rung_proof_messages[i].code,
                    rung_proof_messages[i].format);
    }
    free(seen);
    assert_int_equal(missing, 0);
}

/* --- Too little work allowed ----------------------------------------------------------------- */

/* The code and subject of everything that is said, a line each. */
static void write_claims(const proof_run *run, rung_buffer *buffer)
{
    rung_buffer_init(buffer, NULL);
    for (size_t i = 0; i < run->said.list.count; i++) {
        const rung_diagnostic *one = &run->said.list.at[i];
        rung_print(&buffer->sink, "%s of %s\n", one->kind->code, one->subject);
    }
}

static bool is_claimed(const rung_buffer *claims, const char *code, const char *subject)
{
    char line[PATH_LENGTH];
    snprintf(line, sizeof line, "%s of %s\n", code, subject);
    return rung_text_contains(rung_buffer_text(claims), rung_text_of(line));
}

/* What is said with less work is true, and what is not said any more is said to be unproven (of a
 * section: some condition in it). */
static void compare_claims(const char *folder, const proof_run *run, const rung_buffer *full)
{
    rung_buffer little;
    write_claims(run, &little);
    for (size_t i = 0; i < run->said.list.count; i++) {
        const rung_diagnostic *one = &run->said.list.at[i];
        if (strcmp(one->kind->code, "RG0799") != 0 &&
            !is_claimed(full, one->kind->code, one->subject))
            proof_complain("%s: with little work it says falsely: %s: %s", folder, one->kind->code,
                           one->message);
    }
    rung_text rest = rung_buffer_text(full);
    while (rest.size > 0) {
        const char *end = memchr(rest.at, '\n', rest.size);
        rung_text line = {rest.at, (size_t)(end - rest.at)};
        char subject[PATH_LENGTH];
        snprintf(subject, sizeof subject, "%.*s", (int)line.size - 10, line.at + 10);
        bool section = rung_text_starts(line, RUNG_TEXT("RG0702"));
        if (!rung_text_contains(rung_buffer_text(&little), line) &&
            !is_claimed(&little, "RG0799", subject) &&
            !(section && rung_text_contains(rung_buffer_text(&little), RUNG_TEXT("RG0799"))))
            proof_complain("%s: with little work it keeps silent about %.*s", folder,
                           (int)line.size, line.at);
        rest = (rung_text){end + 1, rest.size - line.size - 1};
    }
    rung_buffer_release(&little);
}

static void work_little(const char *folder, const char *name)
{
    static const rung_proof_limits limits[] = {
        {0, 0, 0, 0},  {0, 1, 0, 0},      {0, 4, 10, 100},
        {0, 96, 0, 0}, {0, 2, 100, 1000}, {10, 4, 1000, 1000},
    };
    proof_run run;
    rung_buffer full;
    (void)name;
    if (!proof_load_case(&run, folder))
        return;
    assert_int_equal(proof_prove(&run, &rung_proof_usual), RUNG_OK);
    write_claims(&run, &full);
    for (size_t i = 0; i < RUNG_COUNT(limits); i++) {
        assert_int_equal(proof_prove(&run, &limits[i]), RUNG_OK);
        compare_claims(folder, &run, &full);
    }
    rung_buffer_release(&full);
    proof_release(&run);
}

static void test_little_work(void **state)
{
    (void)state;
    proof_complaints = 0;
    test_each(PROOF_CASES, work_little);
    assert_int_equal(proof_complaints, 0);
}

/* --- Memory ---------------------------------------------------------------------------------- */

static void run_out_of_memory(proof_run *run, const rung_proof_limits *limits)
{
    rung_status status = RUNG_NO_MEMORY;
    size_t fail_at = 0;
    while (status == RUNG_NO_MEMORY) {
        test_memory memory;
        test_memory_init(&memory, ++fail_at);
        rung_arena_init(&run->arena, &memory.hook);
        status = proof_prove(run, limits);
        rung_arena_release(&run->arena);
        assert_int_equal(memory.alive, 0);
    }
    assert_int_equal(status, RUNG_OK);
    assert_true(fail_at > 2);
    rung_arena_init(&run->arena, NULL);
}

/* The N-th allocation fails, for every N. */
static void test_memory_runs_out(void **state)
{
    static const char *const folders[] = {PROOF_CASES "/001-nothing-wrong",
                                          RUNG_TEST_DATA "/content/good/every-key"};
    const rung_proof_limits targeted_limits = targeted();
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(folders); i++) {
        proof_run run;
        assert_true(proof_load_case(&run, folders[i]));
        run_out_of_memory(&run, &rung_proof_usual);
        run_out_of_memory(&run, &targeted_limits);
        proof_release(&run);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_every_message_is_given),
        cmocka_unit_test(test_little_work),
        cmocka_unit_test(test_memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
