/* Hostile files: whatever stands in one, nothing crashes, hangs, or is taken for good. */
#include "store/fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- Values that cannot be ------------------------------------------------------------------- */

/* What reads the damage. */
typedef enum reader { LIST = 1, EVENTS = 2, CONTENT = 4 } reader;

static const struct tampering {
    const char *what;
    const char *sql;
    unsigned damages; /* who has to notice; the others go on */
} tamperings[] = {
    {"an id of other letters", "UPDATE session SET id = 'aaaaa1'", LIST},
    {"an id too short", "UPDATE session SET id = 'aaaaa'", LIST},
    {"an empty id", "UPDATE session SET id = ''", LIST},
    {"a name that is no UTF-8", "UPDATE session SET name = CAST(x'ff' AS TEXT)", LIST},
    {"a name with NUL", "UPDATE session SET name = CAST(x'610062' AS TEXT)", LIST},
    {"a name too long", "UPDATE session SET name = hex(zeroblob(101))", LIST},
    {"no role", "UPDATE session SET role = ''", LIST},
    {"a role too long", "UPDATE session SET role = hex(zeroblob(33))", LIST},
    {"a digest in capitals", "UPDATE session SET rules = upper(rules)", LIST},
    {"a digest too short", "UPDATE session SET questionnaire = 'abc'", LIST},
    {"a start before all time", "UPDATE session SET started = -9223372036854775808", LIST},
    {"a start after all time", "UPDATE session SET started = 9223372036854775807", LIST},
    {"an event's time", "UPDATE event SET at = 9223372036854775807", LIST | EVENTS},
    {"a first event missing", "DELETE FROM event WHERE sequence = 1", EVENTS},
    {"an event between missing", "DELETE FROM event WHERE sequence = 2", EVENTS},
    {"event number nought", "UPDATE event SET sequence = 0 WHERE sequence = 1", EVENTS},
    {"a gigantic number", "UPDATE event SET sequence = 9223372036854775807 WHERE sequence = 3",
     LIST | EVENTS},
    {"all numbers negative", "UPDATE event SET sequence = -sequence", LIST | EVENTS},
    {"an unknown kind", "UPDATE event SET kind = 9 WHERE sequence = 2", EVENTS},
    {"a move with a question", "UPDATE event SET kind = 4 WHERE sequence = 2", LIST | EVENTS},
    {"a move to no content", "UPDATE event SET kind = 4, question = '' WHERE sequence = 2",
     LIST | EVENTS},
    {"an answer without a question", "UPDATE event SET question = '' WHERE sequence = 1", EVENTS},
    {"a kind that wraps to a good one", "UPDATE event SET kind = 4294967297", EVENTS},
    {"a question that is no UTF-8",
     "UPDATE event SET question = CAST(x'c328' AS TEXT) WHERE sequence = 2", EVENTS},
    {"a question with NUL",
     "UPDATE event SET question = CAST(x'610062' AS TEXT) WHERE sequence = 2", EVENTS},
    {"no question", "UPDATE event SET question = '' WHERE sequence = 2", EVENTS},
    {"a question too long", "UPDATE event SET question = hex(zeroblob(33))", EVENTS},
    {"a skip with a value", "UPDATE event SET value = 'x' WHERE sequence = 2", EVENTS},
    {"a value too long", "UPDATE event SET value = hex(zeroblob(131073)) WHERE sequence = 1",
     EVENTS},
    {"a value of megabytes", "UPDATE event SET value = hex(zeroblob(9000000)) WHERE sequence = 1",
     EVENTS},
    {"a value with NUL", "UPDATE event SET value = CAST(x'00' AS TEXT) WHERE sequence = 1", EVENTS},
    {"content changed", "UPDATE content SET bytes = CAST(bytes || x'0a' AS BLOB)", CONTENT},
    {"content emptied", "UPDATE content SET bytes = x''", CONTENT},
    {"content over every limit", "UPDATE content SET bytes = zeroblob(8388609)", CONTENT},
};

static rung_status try_reader(fixture *f, const char *path, const char *id, reader which)
{
    rung_store *store = open_store(path, RUNG_STORE_READ);
    rung_digest digest = rung_digest_of(RUNG_TEXT("the rules"));
    rung_session_record *list;
    rung_event *events;
    rung_text bytes;
    size_t count;
    rung_status status = which == LIST     ? fixture_list(f, store, &list, &count)
                         : which == EVENTS ? fixture_events(f, store, id, 0, &events, &count)
                                           : fixture_content(f, store, &digest, &bytes);
    if (status != RUNG_OK)
        assert_true(*rung_store_detail(store));
    rung_store_close(store);
    return status;
}

static void impossible_values_are_damage(void **state)
{
    static const reader readers[] = {LIST, EVENTS, CONTENT};
    fixture *f = *state;
    for (size_t i = 0; i < RUNG_COUNT(tamperings); i++) {
        char id[RUNG_SESSION_ID + 1];
        bool renamed = strstr(tamperings[i].sql, "SET id") != NULL;
        make_store(f->path, id);
        run_sql(f->path, tamperings[i].sql);
        for (size_t r = 0; r < RUNG_COUNT(readers); r++) {
            rung_status expected = tamperings[i].damages & readers[r] ? RUNG_DAMAGED : RUNG_OK;
            rung_status status = try_reader(f, f->path, id, readers[r]);
            if (renamed && readers[r] == EVENTS)
                expected = RUNG_NOT_FOUND;
            if (status != expected)
                print_error("%s (reader %d):\n", tamperings[i].what, (int)readers[r]);
            assert_status(status, expected);
        }
        remove(f->path);
    }
}

static void appending_to_a_damaged_log_is_refused(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1];
    make_store(f->path, id);
    run_sql(f->path, "UPDATE event SET sequence = 9223372036854775807 WHERE sequence = 3");
    rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
    assert_status(append_answer(store, id, "q", "1"), RUNG_DAMAGED);
    rung_store_close(store);
}

/* A session on damaged content could never be resumed, so it is not begun. */
static void starting_on_damaged_content_is_refused(void **state)
{
    fixture *f = *state;
    fake_role fake;
    char id[RUNG_SESSION_ID + 1];
    make_store(f->path, id);
    run_sql(f->path, "UPDATE content SET bytes = x'00'");
    fake_role_init(&fake, "r", "the questionnaire", "the rules");
    rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
    assert_status(rung_store_start(store, &fake.role, "", 1, id), RUNG_DAMAGED);
    rung_store_close(store);
}

/* --- Bytes that are wrong -------------------------------------------------------------------- */

static bool is_refusal(rung_status status)
{
    return status == RUNG_OK || status == RUNG_DAMAGED || status == RUNG_NOT_A_STORE ||
           status == RUNG_TOO_NEW || status == RUNG_NOT_FOUND || status == RUNG_IO;
}

/* Every call on the file; none may crash, and each must answer something sensible. */
static void use_all(fixture *f, const char *path, const char *id, rung_store_mode mode)
{
    rung_store *store = NULL;
    rung_digest digest = rung_digest_of(RUNG_TEXT("the questionnaire"));
    rung_session_record *list, found;
    rung_event *events;
    rung_text bytes;
    size_t count;
    rung_status status = rung_store_open(&store, NULL, path, mode);
    assert_true(is_refusal(status));
    if (status != RUNG_OK)
        return;
    assert_true(is_refusal(fixture_list(f, store, &list, &count)));
    assert_true(is_refusal(fixture_find(f, store, NULL, &found)));
    assert_true(is_refusal(fixture_events(f, store, id, 0, &events, &count)));
    status = fixture_content(f, store, &digest, &bytes);
    assert_true(is_refusal(status));
    if (status == RUNG_OK)
        assert_true(rung_text_is(bytes, "the questionnaire"));
    if (mode != RUNG_STORE_READ) {
        assert_true(is_refusal(append_answer(store, id, "q", "1")));
        assert_true(is_refusal(rung_store_delete(store, id)));
    }
    rung_store_close(store);
    rung_arena_release(&f->arena);
}

static void remove_store(const char *path)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < RUNG_COUNT(endings); i++) {
        char name[PATH_SIZE];
        make_path(name, "%s%s", path, endings[i]);
        remove(name);
    }
}

/* Ways to break bytes. */
static char high_bit(char byte)
{
    return (char)(byte ^ 0x80);
}

static char one_more(char byte)
{
    return (char)(byte + 1);
}

static char zero(char byte)
{
    (void)byte;
    return 0;
}

static char ones(char byte)
{
    (void)byte;
    return (char)0xff;
}

static const struct breakage {
    char (*change)(char byte);
    size_t size;
} breakages[] = {{high_bit, 1}, {one_more, 1}, {zero, 64}, {ones, 64}};

static void write_broken(const char *path, file_bytes good, size_t at, struct breakage breakage)
{
    char *bytes = malloc(good.size);
    assert_non_null(bytes);
    memcpy(bytes, good.at, good.size);
    for (size_t i = at; i < good.size && i < at + breakage.size; i++)
        bytes[i] = breakage.change(bytes[i]);
    write_file(path, bytes, good.size);
    free(bytes);
}

static void any_byte_may_be_wrong(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1], broken[PATH_SIZE];
    make_store(f->path, id);
    file_bytes good = read_file(f->path);
    make_path(broken, "%s/broken.db", f->folder);
    /* All of the header, and a sample of the rest, where most bytes are unused. */
    for (size_t at = 0, n = 0; at < good.size; at += at < 108 ? 1 : 61, n++) {
        rung_store_mode mode = n / 4 % 2 ? RUNG_STORE_WRITE : RUNG_STORE_READ;
        write_broken(broken, good, at, breakages[n % RUNG_COUNT(breakages)]);
        use_all(f, broken, id, mode);
        remove_store(broken);
    }
    free(good.at);
}

static void the_file_may_be_cut_anywhere(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1], broken[PATH_SIZE];
    make_store(f->path, id);
    file_bytes good = read_file(f->path);
    make_path(broken, "%s/broken.db", f->folder);
    for (size_t size = 1; size < good.size; size += size < 200 ? 9 : 1000) {
        rung_store *store = NULL;
        write_file(broken, good.at, size);
        rung_status status = rung_store_open(&store, NULL, broken, RUNG_STORE_WRITE);
        assert_true(status == RUNG_DAMAGED || (status == RUNG_NOT_A_STORE && size < 72));
        assert_no_journal(broken);
        use_all(f, broken, id, RUNG_STORE_READ);
        remove_store(broken);
    }
    free(good.at);
}

static void a_journal_may_be_rubbish(void **state)
{
    fixture *f = *state;
    static const char *const endings[] = {"-wal", "-journal", "-shm"};
    char rubbish[5000];
    memset(rubbish, 0x5a, sizeof rubbish);
    for (size_t i = 0; i < RUNG_COUNT(endings); i++) {
        char id[RUNG_SESSION_ID + 1], beside[PATH_SIZE];
        make_store(f->path, id);
        make_path(beside, "%s%s", f->path, endings[i]);
        write_file(beside, rubbish, sizeof rubbish);
        assert_int_equal(count_events(f->path, id), 3);
        use_all(f, f->path, id, RUNG_STORE_WRITE);
        remove_store(f->path);
    }
}

int run_damage_tests(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(impossible_values_are_damage),
        STORE_TEST(appending_to_a_damaged_log_is_refused),
        STORE_TEST(starting_on_damaged_content_is_refused),
        STORE_TEST(any_byte_may_be_wrong),
        STORE_TEST(the_file_may_be_cut_anywhere),
        STORE_TEST(a_journal_may_be_rubbish),
    };
    return cmocka_run_group_tests_name("store: damage", tests, NULL, NULL);
}
