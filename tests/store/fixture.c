#include "store/fixture.h"

#include <dirent.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* --- Set-up ---------------------------------------------------------------------------------- */

int fixture_setup(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    if (!f)
        return -1;
    strcpy(f->folder, "/tmp/rung-store-XXXXXX");
    if (!mkdtemp(f->folder)) {
        free(f);
        return -1;
    }
    snprintf(f->path, sizeof f->path, "%s/rung.db", f->folder);
    *state = f;
    return 0;
}

int fixture_teardown(void **state)
{
    fixture *f = *state;
    rung_arena_release(&f->arena);
    remove_tree(f->folder);
    free(f);
    return 0;
}

void remove_tree(const char *path)
{
    struct stat st;
    if (lstat(path, &st) != 0)
        return;
    if (!S_ISDIR(st.st_mode)) {
        unlink(path);
        return;
    }
    chmod(path, 0700);
    DIR *folder = opendir(path);
    struct dirent *entry;
    while (folder && (entry = readdir(folder))) {
        char inner[4096];
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name) < (int)sizeof inner)
            remove_tree(inner);
    }
    if (folder)
        closedir(folder);
    rmdir(path);
}

/* --- Calls ----------------------------------------------------------------------------------- */

typedef struct call {
    fixture *f;
    rung_store *store;
    const char *wanted;
    int64_t after;
    const rung_digest *digest;
    void *out;
    size_t *count;
    rung_status status;
} call;

static rung_status guarded(void (*body)(void *ctx), call *c)
{
    rung_status status = rung_guard(&c->f->arena, body, c);
    return status == RUNG_OK ? c->status : status;
}

static void list_body(void *ctx)
{
    call *c = ctx;
    c->status = rung_store_list(c->store, &c->f->arena, c->out, c->count);
}

rung_status fixture_list(fixture *f, rung_store *store, rung_session_record **out, size_t *count)
{
    return guarded(list_body, &(call){.f = f, .store = store, .out = out, .count = count});
}

static void find_body(void *ctx)
{
    call *c = ctx;
    c->status = rung_store_find(c->store, &c->f->arena, c->wanted, c->out);
}

rung_status fixture_find(fixture *f, rung_store *store, const char *wanted,
                         rung_session_record *out)
{
    return guarded(find_body, &(call){.f = f, .store = store, .wanted = wanted, .out = out});
}

static void events_body(void *ctx)
{
    call *c = ctx;
    c->status = rung_store_events(c->store, &c->f->arena, c->wanted, c->after, c->out, c->count);
}

rung_status fixture_events(fixture *f, rung_store *store, const char *id, int64_t after,
                           rung_event **out, size_t *count)
{
    return guarded(
        events_body,
        &(call){.f = f, .store = store, .wanted = id, .after = after, .out = out, .count = count});
}

static void content_body(void *ctx)
{
    call *c = ctx;
    c->status = rung_store_content(c->store, &c->f->arena, c->digest, c->out);
}

rung_status fixture_content(fixture *f, rung_store *store, const rung_digest *digest,
                            rung_text *out)
{
    return guarded(content_body, &(call){.f = f, .store = store, .digest = digest, .out = out});
}

void fake_role_init(fake_role *fake, const char *id, const char *questionnaire, const char *rules)
{
    memset(fake, 0, sizeof *fake);
    fake->role.questionnaire = &fake->questionnaire;
    fake->role.rules = &fake->rules;
    fake->role.questionnaire_bytes = rung_text_of(questionnaire);
    fake->role.rules_bytes = rung_text_of(rules);
    fake->questionnaire.id = fake->rules.id = id;
    fake->questionnaire.digest = rung_digest_of(fake->role.questionnaire_bytes);
    fake->rules.digest = rung_digest_of(fake->role.rules_bytes);
}

rung_store *open_store(const char *path, rung_store_mode mode)
{
    rung_store *store = NULL;
    assert_status(rung_store_open(&store, NULL, path, mode), RUNG_OK);
    return store;
}

rung_event answer_event(const char *question, const char *value, int64_t at)
{
    return (rung_event){
        .at = at, .kind = RUNG_EVENT_ANSWER, .question = question, .value = rung_text_of(value)};
}

rung_status append_answer(rung_store *store, const char *id, const char *question,
                          const char *value)
{
    rung_event event = answer_event(question, value, 5000);
    return rung_store_append(store, id, -1, &event, 1);
}

void make_store(const char *path, char id[RUNG_SESSION_ID + 1])
{
    fake_role fake;
    fake_role_init(&fake, "patient-liaison", "the questionnaire", "the rules");
    rung_event events[] = {answer_event("ehr_practice", "alone", 2000),
                           {.at = 3000, .kind = RUNG_EVENT_SKIP, .question = "degree"},
                           answer_event("years", "4.5", 4000)};
    rung_store *store = open_store(path, RUNG_STORE_CREATE);
    assert_status(rung_store_start(store, &fake.role, "ann", 1000, id), RUNG_OK);
    assert_status(rung_store_append(store, id, 0, events, RUNG_COUNT(events)), RUNG_OK);
    rung_store_close(store);
}

size_t count_events(const char *path, const char *id)
{
    fixture f = {0};
    rung_event *events;
    size_t count = 0;
    rung_store *store = open_store(path, RUNG_STORE_READ);
    assert_status(fixture_events(&f, store, id, 0, &events, &count), RUNG_OK);
    rung_store_close(store);
    rung_arena_release(&f.arena);
    return count;
}

void check_status(rung_status actual, rung_status expected, const char *what, const char *file,
                  int line)
{
    if (actual == expected)
        return;
    print_error("%s:\n  gave \"%s\" instead of \"%s\"\n", what, rung_status_text(actual),
                rung_status_text(expected));
    _fail(file, line);
}

/* --- Files ----------------------------------------------------------------------------------- */

file_bytes read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    file_bytes bytes = {0};
    if (!file)
        return bytes;
    fseek(file, 0, SEEK_END);
    bytes.size = (size_t)ftell(file);
    rewind(file);
    bytes.at = malloc(bytes.size + 1);
    assert_non_null(bytes.at);
    assert_int_equal(fread(bytes.at, 1, bytes.size, file), bytes.size);
    fclose(file);
    return bytes;
}

void write_file(const char *path, const void *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(size ? fwrite(bytes, 1, size, file) : 0, size);
    assert_int_equal(fclose(file), 0);
}

void copy_file(const char *from, const char *to)
{
    file_bytes bytes = read_file(from);
    assert_non_null(bytes.at);
    write_file(to, bytes.at, bytes.size);
    free(bytes.at);
}

void make_path(char out[PATH_SIZE], const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    assert_in_range(vsnprintf(out, PATH_SIZE, format, arguments), 1, PATH_SIZE - 1);
    va_end(arguments);
}

bool file_exists(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0;
}

static const char *const journals[] = {"-wal", "-shm", "-journal"};

static bool one_file_has(const char *path, const char *needle)
{
    file_bytes bytes = read_file(path);
    bool found =
        bytes.at && rung_text_contains((rung_text){bytes.at, bytes.size}, rung_text_of(needle));
    free(bytes.at);
    return found;
}

bool file_has(const char *path, const char *needle)
{
    bool found = one_file_has(path, needle);
    for (size_t i = 0; i < RUNG_COUNT(journals); i++) {
        char beside[PATH_SIZE];
        make_path(beside, "%s%s", path, journals[i]);
        found = found || one_file_has(beside, needle);
    }
    return found;
}

int file_mode(const char *path)
{
    struct stat st;
    assert_int_equal(lstat(path, &st), 0);
    return (int)(st.st_mode & 0777);
}

void assert_no_journal(const char *path)
{
    for (size_t i = 0; i < RUNG_COUNT(journals); i++) {
        char beside[PATH_SIZE];
        make_path(beside, "%s%s", path, journals[i]);
        if (file_exists(beside))
            fail_msg("%s was left behind", beside);
    }
}

void run_sql(const char *path, const char *sql)
{
    sqlite3 *sqlite;
    char *problem = NULL;
    assert_int_equal(sqlite3_open(path, &sqlite), SQLITE_OK);
    sqlite3_db_config(sqlite, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)NULL);
    if (sqlite3_exec(sqlite, sql, NULL, NULL, &problem) != SQLITE_OK)
        fail_msg("%s: %s", sql, problem);
    assert_int_equal(sqlite3_close(sqlite), SQLITE_OK);
}

/* --- Processes ------------------------------------------------------------------------------- */

enum { NOBODY = 65534 };

/* A failed assert in a child must end it, not jump into a runner that is the parent's. */
void fixture_child(void)
{
    setenv("CMOCKA_TEST_ABORT", "1", 1);
}

/* Root may write everywhere, so permissions are tried as somebody else. */
void as_nobody(fixture *f, void (*body)(fixture *f))
{
    if (geteuid() != 0) {
        body(f);
        return;
    }
    assert_int_equal(chown(f->folder, NOBODY, NOBODY), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        fixture_child();
        if (setgid(NOBODY) != 0 || setuid(NOBODY) != 0)
            _exit(2);
        body(f);
        _exit(0);
    }
    int result;
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_true(WIFEXITED(result) && WEXITSTATUS(result) == 0);
}
