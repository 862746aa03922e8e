/* Sessions: starting, listing, finding; and their content. */
#include "store/fixture.h"
#include "store/shim.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void starts_and_lists(void **state)
{
    fixture *f = *state;
    fake_role fake;
    char id[RUNG_SESSION_ID + 1];
    rung_session_record *list;
    size_t count;
    fake_role_init(&fake, "patient-liaison", "questions", "rules");
    rung_store *store = open_store(f->path, RUNG_STORE_CREATE);
    assert_status(fixture_list(f, store, &list, &count), RUNG_OK);
    assert_int_equal(count, 0);
    assert_status(rung_store_start(store, &fake.role, "J\xc3\xb6rg", 1234, id), RUNG_OK);
    assert_status(fixture_list(f, store, &list, &count), RUNG_OK);
    assert_int_equal(count, 1);
    assert_string_equal(list[0].id, id);
    assert_string_equal(list[0].name, "J\xc3\xb6rg");
    assert_string_equal(list[0].role, "patient-liaison");
    assert_string_equal(list[0].questionnaire.hex, rung_digest_of(RUNG_TEXT("questions")).hex);
    assert_string_equal(list[0].rules.hex, rung_digest_of(RUNG_TEXT("rules")).hex);
    assert_int_equal(list[0].started, 1234);
    assert_int_equal(list[0].updated, 1234);
    assert_int_equal(list[0].events, 0);
    assert_status(append_answer(store, id, "q", "1"), RUNG_OK);
    assert_status(append_answer(store, id, "q", "2"), RUNG_OK);
    assert_status(fixture_list(f, store, &list, &count), RUNG_OK);
    assert_int_equal(list[0].updated, 5000);
    assert_int_equal(list[0].events, 2);
    rung_store_close(store);
}

/* --- What may be started --------------------------------------------------------------------- */

static char long_name[RUNG_SESSION_MAX_NAME + 2];

static const struct start_case {
    const char *name;
    int64_t now;
    rung_status status;
} starts[] = {
    {"", 0, RUNG_OK},
    {"Robert'); DROP TABLE session;--", 0, RUNG_OK},
    {"\x1b[31mred", 0, RUNG_OK}, /* shown printable by whoever shows it */
    {long_name + 1, 0, RUNG_OK},
    {long_name, 0, RUNG_INVALID},
    {"\xff", 0, RUNG_INVALID},
    {"\xed\xa0\x80", 0, RUNG_INVALID},
    {"year 1", INT64_C(-62135596800000), RUNG_OK},
    {"year 9999", INT64_C(253402300799999), RUNG_OK},
    {"year 0", INT64_C(-62135596800001), RUNG_INVALID},
    {"year 10000", INT64_C(253402300800000), RUNG_INVALID},
    {"no year", INT64_MIN, RUNG_INVALID},
};

static void checks_name_and_time(void **state)
{
    fixture *f = *state;
    fake_role fake;
    fake_role_init(&fake, "r", "q", "r");
    memset(long_name, 'n', sizeof long_name - 1);
    rung_store *store = open_store(f->path, RUNG_STORE_CREATE);
    size_t good = 0, count;
    rung_session_record *list;
    for (size_t i = 0; i < RUNG_COUNT(starts); i++) {
        char id[RUNG_SESSION_ID + 1] = "before";
        assert_status(rung_store_start(store, &fake.role, starts[i].name, starts[i].now, id),
                      starts[i].status);
        if (starts[i].status == RUNG_OK)
            good++;
        else
            assert_string_equal(id, "before");
        assert_status(fixture_list(f, store, &list, &count), RUNG_OK);
        assert_int_equal(count, good);
    }
    rung_store_close(store);
}

/* --- Ids ------------------------------------------------------------------------------------- */

static void ids_use_the_whole_alphabet(void **state)
{
    enum { SESSIONS = 300 };
    static const char alphabet[] = "23456789abcdefghjkmnpqrstuvwxyz";
    fixture *f = *state;
    fake_role fake;
    unsigned seen[UCHAR_MAX + 1] = {0};
    rung_session_record *list;
    size_t count;
    fake_role_init(&fake, "r", "q", "r");
    rung_store *store = open_store(f->path, RUNG_STORE_CREATE);
    for (int i = 0; i < SESSIONS; i++) {
        char id[RUNG_SESSION_ID + 1];
        assert_status(rung_store_start(store, &fake.role, "", i, id), RUNG_OK);
        assert_int_equal(strspn(id, alphabet), RUNG_SESSION_ID);
        for (const char *at = id; *at; at++)
            seen[(unsigned char)*at]++;
    }
    /* 58 of each are expected; a letter that is missed or favoured twice over is no accident. */
    for (const char *at = alphabet; *at; at++)
        assert_in_range(seen[(unsigned char)*at], 20, 110);
    assert_status(fixture_list(f, store, &list, &count), RUNG_OK);
    assert_int_equal(count, SESSIONS);
    rung_store_close(store);
}

static void an_id_that_is_taken_is_drawn_again(void **state)
{
    fixture *f = *state;
    fake_role fake;
    char first[RUNG_SESSION_ID + 1], second[RUNG_SESSION_ID + 1], third[RUNG_SESSION_ID + 1];
    fake_role_init(&fake, "r", "q", "r");
    rung_store *store = open_store(f->path, RUNG_STORE_CREATE);
    shim_same_random(true);
    assert_status(rung_store_start(store, &fake.role, "", 1, first), RUNG_OK);
    assert_status(rung_store_delete(store, first), RUNG_OK);
    shim_same_random(true);
    assert_status(rung_store_start(store, &fake.role, "", 1, second), RUNG_OK);
    assert_string_equal(first, second); /* the randomness is the same indeed */
    shim_same_random(true);
    assert_status(rung_store_start(store, &fake.role, "", 1, third), RUNG_OK);
    assert_string_not_equal(second, third);
    shim_same_random(false);
    rung_store_close(store);
}

/* --- Finding --------------------------------------------------------------------------------- */

static const struct {
    const char *id, *name;
    int started, last_event; /* 0: none */
} people[] = {
    {"anna22", "ann", 100, 0},
    {"anna33", "bob", 200, 900},
    {"bbbbbb", "carol", 300, 0},
    {"cccccc", "bbbbbb", 400, 0},
    {"dddddd", "bob", 500, 0},
    {"eeeeee", "50%_off", 600, 0},
    {"ffffff", "", 700, 0},
    {"gggggg", "anna", 800, 0},
    {"hhhhhh", "h' OR '1'='1", 850, 0},
    {"jjjjjj", "\xc3\xa4nn", 860, 0},
};

static const struct find_case {
    const char *wanted;
    rung_status status;
    const char *id;
} finds[] = {
    {NULL, RUNG_OK, "anna33"},     /* started early, but used last */
    {"bbbbbb", RUNG_OK, "bbbbbb"}, /* the id before another's name */
    {"anna2", RUNG_OK, "anna22"},
    {"c", RUNG_OK, "cccccc"}, /* the prefix before the name "carol" would be */
    {"carol", RUNG_OK, "bbbbbb"},
    {"ann", RUNG_OK, "anna22"}, /* no unique prefix, but a name */
    {"anna", RUNG_OK, "gggggg"},
    {"an", RUNG_CONFLICT, NULL},
    {"bob", RUNG_CONFLICT, NULL},
    {"Bob", RUNG_NOT_FOUND, NULL},
    {"anna222", RUNG_NOT_FOUND, NULL},
    {"50%_off", RUNG_OK, "eeeeee"},
    {"%", RUNG_NOT_FOUND, NULL},
    {"______", RUNG_NOT_FOUND, NULL},
    {"a*", RUNG_NOT_FOUND, NULL},
    {"h' OR '1'='1", RUNG_OK, "hhhhhh"},
    {"' OR '1'='1", RUNG_NOT_FOUND, NULL},
    {"\xc3\xa4nn", RUNG_OK, "jjjjjj"},
    {"\xc3", RUNG_NOT_FOUND, NULL},
    {"\xff\xfe", RUNG_NOT_FOUND, NULL},
    {"", RUNG_NOT_FOUND, NULL}, /* neither everybody's prefix nor the nameless one's name */
    {"gggggg ", RUNG_NOT_FOUND, NULL},
};

static void insert_people(const char *path)
{
    rung_store_close(open_store(path, RUNG_STORE_CREATE));
    char digest[65];
    memset(digest, 'a', 64);
    digest[64] = '\0';
    char sql[1024];
    snprintf(sql, sizeof sql, "INSERT INTO content VALUES ('%s', x'00')", digest);
    run_sql(path, sql);
    for (size_t i = 0; i < RUNG_COUNT(people); i++) {
        char name[64], *to = name;
        for (const char *from = people[i].name; *from; from++) {
            if (*from == '\'')
                *to++ = '\'';
            *to++ = *from;
        }
        *to = '\0';
        snprintf(sql, sizeof sql, "INSERT INTO session VALUES ('%s','%s','r','%s','%s',%d)",
                 people[i].id, name, digest, digest, people[i].started);
        run_sql(path, sql);
        snprintf(sql, sizeof sql, "INSERT INTO event VALUES ('%s',1,%d,2,'q','')", people[i].id,
                 people[i].last_event);
        if (people[i].last_event)
            run_sql(path, sql);
    }
}

static void finds_by_id_prefix_and_name(void **state)
{
    fixture *f = *state;
    insert_people(f->path);
    rung_store *store = open_store(f->path, RUNG_STORE_READ);
    for (size_t i = 0; i < RUNG_COUNT(finds); i++) {
        rung_session_record found = {.id = "before"};
        rung_status status = fixture_find(f, store, finds[i].wanted, &found);
        if (status != finds[i].status)
            print_error("%s:\n", finds[i].wanted ? finds[i].wanted : "NULL");
        assert_status(status, finds[i].status);
        assert_string_equal(found.id, finds[i].id ? finds[i].id : "before");
    }
    rung_store_close(store);
}

static void lists_the_last_used_first(void **state)
{
    static const char *const order[] = {"anna33", "jjjjjj", "hhhhhh", "gggggg", "ffffff",
                                        "eeeeee", "dddddd", "cccccc", "bbbbbb", "anna22"};
    fixture *f = *state;
    rung_session_record *list;
    size_t count;
    insert_people(f->path);
    rung_store *store = open_store(f->path, RUNG_STORE_READ);
    assert_status(fixture_list(f, store, &list, &count), RUNG_OK);
    assert_int_equal(count, RUNG_COUNT(order));
    for (size_t i = 0; i < count; i++)
        assert_string_equal(list[i].id, order[i]);
    rung_store_close(store);
}

static void finds_nothing_in_an_empty_store(void **state)
{
    fixture *f = *state;
    rung_session_record found;
    rung_store *store = open_store(f->path, RUNG_STORE_CREATE);
    assert_status(fixture_find(f, store, NULL, &found), RUNG_NOT_FOUND);
    assert_status(fixture_find(f, store, "a", &found), RUNG_NOT_FOUND);
    rung_store_close(store);
}

/* --- Content --------------------------------------------------------------------------------- */

static void keeps_content_once_and_exactly(void **state)
{
    static char large[1 << 20];
    fixture *f = *state;
    fake_role fake, other;
    char id[RUNG_SESSION_ID + 1];
    rung_text bytes;
    memset(large, 'x', sizeof large - 1);
    fake_role_init(&fake, "r", large, "a\n\tb");
    fake_role_init(&other, "r", large, "other rules");
    rung_store *store = open_store(f->path, RUNG_STORE_CREATE);
    assert_status(rung_store_start(store, &fake.role, "", 1, id), RUNG_OK);
    assert_status(rung_store_start(store, &fake.role, "", 1, id), RUNG_OK);
    assert_status(rung_store_start(store, &other.role, "", 1, id), RUNG_OK);
    assert_status(fixture_content(f, store, &fake.questionnaire.digest, &bytes), RUNG_OK);
    assert_true(rung_text_is(bytes, large));
    assert_status(fixture_content(f, store, &fake.rules.digest, &bytes), RUNG_OK);
    assert_true(rung_text_is(bytes, "a\n\tb"));
    rung_store_close(store);
    file_bytes file = read_file(f->path);
    assert_in_range(file.size, sizeof large, sizeof large + 100000);
    free(file.at);
}

static void content_may_be_empty(void **state)
{
    fixture *f = *state;
    fake_role fake;
    char id[RUNG_SESSION_ID + 1];
    rung_text bytes = RUNG_TEXT("before");
    fake_role_init(&fake, "r", "", "");
    rung_store *store = open_store(f->path, RUNG_STORE_CREATE);
    assert_status(rung_store_start(store, &fake.role, "", 1, id), RUNG_OK);
    assert_status(fixture_content(f, store, &fake.rules.digest, &bytes), RUNG_OK);
    assert_int_equal(bytes.size, 0);
    rung_store_close(store);
}

static void unknown_content_is_not_found(void **state)
{
    fixture *f = *state;
    rung_digest digest = rung_digest_of(RUNG_TEXT("nobody kept this"));
    rung_text bytes = RUNG_TEXT("before");
    rung_store *store = open_store(f->path, RUNG_STORE_CREATE);
    assert_status(fixture_content(f, store, &digest, &bytes), RUNG_NOT_FOUND);
    assert_true(rung_text_is(bytes, "before"));
    rung_store_close(store);
}

int run_session_tests(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(starts_and_lists),
        STORE_TEST(checks_name_and_time),
        STORE_TEST(ids_use_the_whole_alphabet),
        STORE_TEST(an_id_that_is_taken_is_drawn_again),
        STORE_TEST(finds_by_id_prefix_and_name),
        STORE_TEST(lists_the_last_used_first),
        STORE_TEST(finds_nothing_in_an_empty_store),
        STORE_TEST(keeps_content_once_and_exactly),
        STORE_TEST(content_may_be_empty),
        STORE_TEST(unknown_content_is_not_found),
    };
    return cmocka_run_group_tests_name("store: sessions", tests, NULL, NULL);
}
