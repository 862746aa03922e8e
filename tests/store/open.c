/* Opening: what is a store, what is not, what is made, and what is left alone. */
#include "store/fixture.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const rung_store_mode modes[] = {RUNG_STORE_READ, RUNG_STORE_WRITE, RUNG_STORE_CREATE};

/* --- Making ---------------------------------------------------------------------------------- */

static void makes_file_and_folders_private(void **state)
{
    static const mode_t umasks[] = {0, 022, 077, 0777};
    fixture *f = *state;
    for (size_t i = 0; i < RUNG_COUNT(umasks); i++) {
        char outer[PATH_SIZE], inner[PATH_SIZE], path[PATH_SIZE], id[RUNG_SESSION_ID + 1];
        make_path(outer, "%s/outer%zu", f->folder, i);
        make_path(inner, "%s/inner", outer);
        make_path(path, "%s/rung.db", inner);
        mode_t before = umask(umasks[i]);
        make_store(path, id);
        umask(before);
        assert_int_equal(file_mode(outer), 0700);
        assert_int_equal(file_mode(inner), 0700);
        assert_int_equal(file_mode(path), 0600);
        assert_int_equal(count_events(path, id), 3);
    }
}

static void journal_is_as_private_as_the_file(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1], wal[PATH_SIZE], shm[PATH_SIZE];
    mode_t before = umask(0);
    make_store(f->path, id);
    rung_store *store = open_store(f->path, RUNG_STORE_WRITE);
    assert_status(append_answer(store, id, "q", "1"), RUNG_OK);
    umask(before);
    make_path(wal, "%s-wal", f->path);
    make_path(shm, "%s-shm", f->path);
    assert_int_equal(file_mode(wal), 0600);
    assert_int_equal(file_mode(shm), 0600);
    rung_store_close(store);
    assert_no_journal(f->path);
}

static void leaves_folders_that_exist_alone(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1];
    assert_int_equal(chmod(f->folder, 0755), 0);
    make_store(f->path, id);
    assert_int_equal(file_mode(f->folder), 0755);
    assert_int_equal(file_mode(f->path), 0600);
}

static void opens_what_it_made_in_every_mode(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1];
    make_store(f->path, id);
    for (size_t i = 0; i < RUNG_COUNT(modes); i++) {
        rung_store *store = open_store(f->path, modes[i]);
        assert_string_equal(rung_store_detail(store), "");
        rung_store_close(store);
        assert_no_journal(f->path);
        assert_int_equal(count_events(f->path, id), 3);
    }
}

static void reading_makes_nothing(void **state)
{
    fixture *f = *state;
    rung_store *store = NULL;
    assert_status(rung_store_open(&store, NULL, f->path, RUNG_STORE_READ), RUNG_NOT_FOUND);
    assert_status(rung_store_open(&store, NULL, f->path, RUNG_STORE_WRITE), RUNG_NOT_FOUND);
    assert_null(store);
    assert_false(file_exists(f->path));
}

static void reading_writes_nothing(void **state)
{
    fixture *f = *state;
    fake_role fake;
    char id[RUNG_SESSION_ID + 1], other[RUNG_SESSION_ID + 1] = "";
    make_store(f->path, id);
    file_bytes before = read_file(f->path);
    rung_store *store = open_store(f->path, RUNG_STORE_READ);
    fake_role_init(&fake, "r", "q", "r");
    assert_status(append_answer(store, id, "q", "1"), RUNG_READ_ONLY);
    assert_true(*rung_store_detail(store));
    assert_status(rung_store_delete(store, id), RUNG_READ_ONLY);
    assert_status(rung_store_start(store, &fake.role, "", 1, other), RUNG_READ_ONLY);
    assert_string_equal(other, "");
    rung_store_close(store);
    file_bytes after = read_file(f->path);
    assert_int_equal(before.size, after.size);
    assert_memory_equal(before.at, after.at, before.size);
    free(before.at);
    free(after.at);
    assert_no_journal(f->path);
}

/* mktemp makes empty files, and so does a creation that was cut short. */
static void takes_an_empty_file_for_a_new_store(void **state)
{
    fixture *f = *state;
    rung_store *store = NULL;
    struct stat st;
    write_file(f->path, "", 0);
    assert_int_equal(chmod(f->path, 0644), 0);
    assert_status(rung_store_open(&store, NULL, f->path, RUNG_STORE_READ), RUNG_NOT_A_STORE);
    assert_status(rung_store_open(&store, NULL, f->path, RUNG_STORE_WRITE), RUNG_NOT_A_STORE);
    rung_store_close(open_store(f->path, RUNG_STORE_CREATE));
    assert_int_equal(stat(f->path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    rung_store_close(open_store(f->path, RUNG_STORE_READ));
}

/* Names that SQLite, a URI or a shell would read in another way. */
static void any_path_is_a_path(void **state)
{
    static const char *const names[] = {
        ":memory:", "file:a.db",   "file:a.db?mode=memory", "a?immutable=1",
        "a#b",      "a%41.db",     "a b'\"\\;.db",          "\xc3\xa4\xe2\x82\xac.db",
        "-wal",     "sub:/a/b.db", "./x/../y.db",           "x//z.db",
    };
    fixture *f = *state;
    char home[4096];
    assert_non_null(getcwd(home, sizeof home));
    assert_int_equal(chdir(f->folder), 0);
    for (size_t i = 0; i < RUNG_COUNT(names); i++) {
        char id[RUNG_SESSION_ID + 1], absolute[PATH_SIZE];
        make_store(names[i], id);
        make_path(absolute, "%s/%s", f->folder, names[i]);
        assert_true(file_exists(absolute));
        assert_int_equal(count_events(names[i], id), 3);
        assert_int_equal(count_events(absolute, id), 3);
        make_path(absolute, "/%s/%s", f->folder, names[i]);
        assert_int_equal(count_events(absolute, id), 3);
    }
    assert_int_equal(chdir(home), 0);
}

static void refuses_paths_that_cannot_be(void **state)
{
    fixture *f = *state;
    char under_file[PATH_SIZE], long_name[600], id[RUNG_SESSION_ID + 1];
    make_store(f->path, id);
    make_path(under_file, "%s/x.db", f->path);
    memset(long_name, 'a', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';
    const struct {
        const char *path;
        rung_status status;
    } cases[] = {{"", RUNG_IO}, {under_file, RUNG_IO}, {long_name, RUNG_IO}};
    for (size_t i = 0; i < RUNG_COUNT(cases); i++) {
        rung_store *store = NULL;
        assert_status(rung_store_open(&store, NULL, cases[i].path, RUNG_STORE_CREATE),
                      cases[i].status);
        assert_null(store);
    }
}

/* --- Refusing -------------------------------------------------------------------------------- */

typedef enum file_kind {
    TEXT,    /* `content` is the file */
    SQL,     /* `content` makes a database */
    CHANGED, /* a store of ours, changed by `content` */
    FOLDER,
    FIFO,
    LINK, /* to a store of ours */
    DEVICE,
} file_kind;

static const struct refused_file {
    const char *what;
    file_kind kind;
    const char *content;
    rung_status status;
} refused[] = {
    {"a text file", TEXT, "Dear diary, today I learnt to code.\n", RUNG_NOT_A_STORE},
    {"one byte", TEXT, "S", RUNG_NOT_A_STORE},
    {"the magic words and no more", TEXT, "SQLite format 3", RUNG_NOT_A_STORE},
    {"YAML", TEXT, "format: rung-rules/1\nid: x\n", RUNG_NOT_A_STORE},
    {"another program's database", SQL, "CREATE TABLE moz_places (id)", RUNG_NOT_A_STORE},
    {"one with an application's number", SQL, "PRAGMA application_id = 1; CREATE TABLE t (x)",
     RUNG_NOT_A_STORE},
    {"one with our tables and no number", CHANGED, "PRAGMA application_id = 0", RUNG_NOT_A_STORE},
    {"our number and nothing else", SQL, "PRAGMA application_id = 0x52756e67", RUNG_DAMAGED},
    {"our number, our version and no table", SQL,
     "PRAGMA application_id = 0x52756e67; PRAGMA user_version = 1", RUNG_DAMAGED},
    {"the next version", CHANGED, "PRAGMA user_version = 5", RUNG_TOO_NEW},
    {"a far version", CHANGED, "PRAGMA user_version = 2147483647", RUNG_TOO_NEW},
    {"the next version with other tables", CHANGED,
     "PRAGMA user_version = 5; DROP TABLE event; CREATE TABLE log (x)", RUNG_TOO_NEW},
    {"version nought", CHANGED, "PRAGMA user_version = 0", RUNG_DAMAGED},
    {"a negative version", CHANGED, "PRAGMA user_version = -1", RUNG_DAMAGED},
    {"a table too many", CHANGED, "CREATE TABLE extra (x)", RUNG_DAMAGED},
    {"a table too few", CHANGED, "DROP TABLE event", RUNG_DAMAGED},
    {"a column too many", CHANGED, "ALTER TABLE session ADD COLUMN extra TEXT", RUNG_DAMAGED},
    {"a view", CHANGED, "CREATE VIEW spy AS SELECT * FROM event", RUNG_DAMAGED},
    {"a trigger that deletes", CHANGED,
     "CREATE TRIGGER wipe AFTER INSERT ON event BEGIN DELETE FROM session; END", RUNG_DAMAGED},
    {"a trigger under one of our names", CHANGED,
     "DROP TRIGGER event_stays; CREATE TRIGGER event_stays AFTER INSERT ON session BEGIN"
     " DELETE FROM session; END",
     RUNG_DAMAGED},
    {"no trigger", CHANGED, "DROP TRIGGER event_stays", RUNG_DAMAGED},
    {"a virtual table", CHANGED, "CREATE VIRTUAL TABLE v USING fts5(x)", RUNG_DAMAGED},
    {"a folder", FOLDER, NULL, RUNG_NOT_A_STORE},
    {"a FIFO", FIFO, NULL, RUNG_NOT_A_STORE},
    {"a symbolic link", LINK, NULL, RUNG_NOT_A_STORE},
    {"a device", DEVICE, NULL, RUNG_NOT_A_STORE},
};

/* The path of the refused thing: `path`, but for a device. */
static const char *make_refused(const struct refused_file *file, const char *path)
{
    char id[RUNG_SESSION_ID + 1], target[PATH_SIZE];
    switch (file->kind) {
    case TEXT:
        write_file(path, file->content,
                   strlen(file->content) + (strncmp(file->content, "SQLite", 6) == 0));
        break;
    case CHANGED:
        make_store(path, id);
        run_sql(path, file->content);
        break;
    case SQL:
        run_sql(path, file->content);
        break;
    case FOLDER:
        assert_int_equal(mkdir(path, 0700), 0);
        break;
    case FIFO:
        assert_int_equal(mkfifo(path, 0600), 0);
        break;
    case LINK:
        make_path(target, "%s.target", path);
        make_store(target, id);
        assert_int_equal(symlink(target, path), 0);
        break;
    case DEVICE:
        return "/dev/zero";
    }
    return path;
}

static void check_refused(const struct refused_file *file, const char *path)
{
    file_bytes before = {0}, after = {0};
    bool readable = file->kind <= CHANGED;
    if (readable)
        before = read_file(path);
    for (size_t i = 0; i < RUNG_COUNT(modes); i++) {
        rung_store *store = NULL;
        rung_status status = rung_store_open(&store, NULL, path, modes[i]);
        if (status != file->status)
            print_error("%s:\n", file->what);
        assert_status(status, file->status);
        assert_null(store);
        assert_no_journal(path);
    }
    if (readable)
        after = read_file(path);
    assert_int_equal(before.size, after.size);
    if (before.size)
        assert_memory_equal(before.at, after.at, before.size);
    free(before.at);
    free(after.at);
}

static void refuses_and_leaves_alone(void **state)
{
    fixture *f = *state;
    for (size_t i = 0; i < RUNG_COUNT(refused); i++) {
        char path[PATH_SIZE];
        make_path(path, "%s/case%zu", f->folder, i);
        check_refused(&refused[i], make_refused(&refused[i], path));
    }
}

/* A newer program may have raised the version in the journal only, and been killed. */
static void version_in_the_journal_counts(void **state)
{
    fixture *f = *state;
    char id[RUNG_SESSION_ID + 1], copy[PATH_SIZE], wal[PATH_SIZE], copy_wal[PATH_SIZE];
    make_store(f->path, id);
    rung_store *reader = open_store(f->path, RUNG_STORE_READ);
    assert_status(append_answer(reader, id, "q", "1"), RUNG_READ_ONLY); /* it is connected now */
    run_sql(f->path, "PRAGMA user_version = 5");
    make_path(copy, "%s/copy.db", f->folder);
    make_path(wal, "%s-wal", f->path);
    make_path(copy_wal, "%s-wal", copy);
    copy_file(f->path, copy);
    copy_file(wal, copy_wal);
    rung_store_close(reader);
    for (size_t i = 0; i < RUNG_COUNT(modes); i++) {
        rung_store *store = NULL;
        assert_status(rung_store_open(&store, NULL, copy, modes[i]), RUNG_TOO_NEW);
    }
}

/* --- Permissions ----------------------------------------------------------------------------- */

static const struct permission_case {
    const char *what;
    mode_t file, folder;
    bool journal; /* a process was killed: there is one beside it */
    rung_status read, write;
} permissions[] = {
    {"all is writable", 0600, 0700, false, RUNG_OK, RUNG_OK},
    {"a file to read", 0400, 0700, false, RUNG_OK, RUNG_READ_ONLY},
    {"a folder to read", 0600, 0500, false, RUNG_OK, RUNG_READ_ONLY},
    {"both to read", 0400, 0500, false, RUNG_OK, RUNG_READ_ONLY},
    {"no right to read", 0000, 0700, false, RUNG_IO, RUNG_IO},
    {"no right to the folder", 0600, 0000, false, RUNG_IO, RUNG_IO},
    {"a journal, all writable", 0600, 0700, true, RUNG_OK, RUNG_OK},
    {"a journal and a folder to read", 0400, 0500, true, RUNG_READ_ONLY, RUNG_READ_ONLY},
};

static void try_permissions(fixture *f, const struct permission_case *c, const char *path,
                            const char *id)
{
    rung_store *store = NULL;
    rung_event *events;
    size_t count = 0;
    assert_status(rung_store_open(&store, NULL, path, RUNG_STORE_WRITE), c->write);
    rung_store_close(store);
    store = NULL;
    assert_status(rung_store_open(&store, NULL, path, RUNG_STORE_READ), c->read);
    if (!store)
        return;
    assert_status(fixture_events(f, store, id, 0, &events, &count), RUNG_OK);
    assert_int_equal(count, c->journal ? 4 : 3);
    assert_status(append_answer(store, id, "q", "1"), RUNG_READ_ONLY);
    rung_store_close(store);
}

/* A store as a killed process leaves it: the last event is in the journal only. */
static void make_killed_store(const char *path, char id[RUNG_SESSION_ID + 1])
{
    char original[PATH_SIZE], from[PATH_SIZE], to[PATH_SIZE];
    make_path(original, "%s.original", path);
    make_store(original, id);
    rung_store *store = open_store(original, RUNG_STORE_WRITE);
    assert_status(append_answer(store, id, "q", "1"), RUNG_OK);
    copy_file(original, path);
    make_path(from, "%s-wal", original);
    make_path(to, "%s-wal", path);
    copy_file(from, to);
    rung_store_close(store);
}

static void permissions_body(fixture *f)
{
    for (size_t i = 0; i < RUNG_COUNT(permissions); i++) {
        const struct permission_case *c = &permissions[i];
        char folder[PATH_SIZE], path[PATH_SIZE], id[RUNG_SESSION_ID + 1];
        make_path(folder, "%s/case%zu", f->folder, i);
        make_path(path, "%s/rung.db", folder);
        assert_int_equal(mkdir(folder, 0700), 0);
        (c->journal ? make_killed_store : make_store)(path, id);
        assert_int_equal(chmod(path, c->file), 0);
        assert_int_equal(chmod(folder, c->folder), 0);
        try_permissions(f, c, path, id);
    }
    rung_arena_release(&f->arena);
}

static void permissions_are_respected(void **state)
{
    as_nobody(*state, permissions_body);
}

static void unwritable_folder_body(fixture *f)
{
    char path[PATH_SIZE];
    rung_store *store = NULL;
    assert_int_equal(chmod(f->folder, 0500), 0);
    make_path(path, "%s/a/b/rung.db", f->folder);
    assert_status(rung_store_open(&store, NULL, path, RUNG_STORE_CREATE), RUNG_READ_ONLY);
    assert_status(rung_store_open(&store, NULL, f->path, RUNG_STORE_CREATE), RUNG_READ_ONLY);
    assert_null(store);
}

static void creating_where_nothing_may_be_written(void **state)
{
    as_nobody(*state, unwritable_folder_body);
}

/* Without locks, the only honest answer to a change is to say so. */
static void unlocked_reader_body(fixture *f)
{
    char id[RUNG_SESSION_ID + 1];
    rung_event *events;
    size_t count = 0;
    make_store(f->path, id);
    assert_int_equal(chmod(f->folder, 0500), 0);
    rung_store *store = open_store(f->path, RUNG_STORE_READ);
    assert_status(fixture_events(f, store, id, 0, &events, &count), RUNG_OK);
    assert_int_equal(count, 3);
    assert_int_equal(chmod(f->folder, 0700), 0);
    rung_store *writer = open_store(f->path, RUNG_STORE_WRITE);
    assert_status(append_answer(writer, id, "q", "1"), RUNG_OK);
    assert_status(fixture_events(f, store, id, 0, &events, &count), RUNG_BUSY);
    rung_store_close(writer);
    rung_store_close(store);
    rung_arena_release(&f->arena);
}

static void unlocked_reader_sees_a_writer(void **state)
{
    as_nobody(*state, unlocked_reader_body);
}

static void null_is_safe(void **state)
{
    (void)state;
    rung_store_close(NULL);
    assert_string_equal(rung_store_detail(NULL), "");
}

int run_open_tests(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(makes_file_and_folders_private),
        STORE_TEST(journal_is_as_private_as_the_file),
        STORE_TEST(leaves_folders_that_exist_alone),
        STORE_TEST(opens_what_it_made_in_every_mode),
        STORE_TEST(reading_makes_nothing),
        STORE_TEST(reading_writes_nothing),
        STORE_TEST(takes_an_empty_file_for_a_new_store),
        STORE_TEST(any_path_is_a_path),
        STORE_TEST(refuses_paths_that_cannot_be),
        STORE_TEST(refuses_and_leaves_alone),
        STORE_TEST(version_in_the_journal_counts),
        STORE_TEST(permissions_are_respected),
        STORE_TEST(creating_where_nothing_may_be_written),
        STORE_TEST(unlocked_reader_sees_a_writer),
        STORE_TEST(null_is_safe),
    };
    return cmocka_run_group_tests_name("store: opening", tests, NULL, NULL);
}
