/* Opening: what is a store of ours, and what is not. Everything is decided before a single byte
 * is written, since a file that is refused has to stay as it is. */
#include "store/file.h"
#include "store/sql.h"

#include <string.h>

/* The tables, to the letter: SQLite keeps these texts, and a store whose texts differ is damaged
 * or has been tampered with. A change here is a new STORE_VERSION. Kinds of events above 3 came
 * later, and are listed in store.h alone. */
static const struct object {
    const char *name, *sql;
} objects[] = {
    {"content", "CREATE TABLE content (\n"
                "  digest TEXT NOT NULL PRIMARY KEY, -- SHA-256 of the bytes, in hexadecimal\n"
                "  bytes BLOB NOT NULL\n"
                ") STRICT"},
    {"session", "CREATE TABLE session (\n"
                "  id TEXT NOT NULL PRIMARY KEY,\n"
                "  name TEXT NOT NULL,\n"
                "  role TEXT NOT NULL,\n"
                "  questionnaire TEXT NOT NULL REFERENCES content (digest),\n"
                "  rules TEXT NOT NULL REFERENCES content (digest),\n"
                "  started INTEGER NOT NULL -- times are in milliseconds since 1970, UTC\n"
                ") STRICT"},
    {"event", "CREATE TABLE event (\n"
              "  session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,\n"
              "  sequence INTEGER NOT NULL, -- from 1, without gaps\n"
              "  at INTEGER NOT NULL,\n"
              "  kind INTEGER NOT NULL, -- 1 answer, 2 clear, 3 skip\n"
              "  question TEXT NOT NULL,\n"
              "  value TEXT NOT NULL, -- the written form of an answer, else ''\n"
              "  PRIMARY KEY (session, sequence)\n"
              ") STRICT, WITHOUT ROWID"},
    {"event_stays", "CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN\n"
                    "  SELECT raise(ABORT, 'events are never changed');\n"
                    "END"},
    {"event_goes_with_its_session",
     "CREATE TRIGGER event_goes_with_its_session BEFORE DELETE ON event\n"
     "WHEN EXISTS (SELECT 1 FROM session WHERE id = old.session) BEGIN\n"
     "  SELECT raise(ABORT, 'events are deleted with their session only');\n"
     "END"},
    {"content_stays", "CREATE TRIGGER content_stays BEFORE UPDATE ON content BEGIN\n"
                      "  SELECT raise(ABORT, 'content is never changed');\n"
                      "END"},
};

static uint32_t big_endian(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* Whether the file ends with a whole page: SQLite would read what was cut off as zeros. */
static bool is_whole(const store_head *head)
{
    enum { PAGE_SIZE = 16 };
    uint32_t size = (uint32_t)head->bytes[PAGE_SIZE] << 8 | head->bytes[PAGE_SIZE + 1];
    if (size == 1)
        size = 65536;
    return size >= 512 && (head->journal || head->file_size % size == 0);
}

/* https://www.sqlite.org/fileformat.html#the_database_header */
static rung_status judge_head(const store_head *head)
{
    static const char magic[16] = "SQLite format 3";
    enum { USER_VERSION = 60, APPLICATION_ID = 68 };
    if (memcmp(head->bytes, magic, sizeof magic) != 0 ||
        big_endian(head->bytes + APPLICATION_ID) != STORE_APPLICATION_ID)
        return RUNG_NOT_A_STORE;
    uint32_t version = big_endian(head->bytes + USER_VERSION);
    if (version > STORE_VERSION && version <= INT32_MAX)
        return RUNG_TOO_NEW;
    return version >= STORE_OLDEST_VERSION && version <= STORE_VERSION && is_whole(head)
               ? RUNG_OK
               : RUNG_DAMAGED;
}

/* Both at one moment: another process may be making the store just now. */
static rung_status read_numbers(rung_store *store, int64_t *application, int64_t *version)
{
    rung_status status = store_run(store, "BEGIN");
    if (status != RUNG_OK)
        return status;
    status = store_run_int(store, "PRAGMA application_id", application);
    if (status == RUNG_OK)
        status = store_run_int(store, "PRAGMA user_version", version);
    return store_end(store, status);
}

static rung_status make_tables(rung_store *store)
{
    rung_status status = RUNG_OK;
    for (size_t i = 0; i < RUNG_COUNT(objects) && status == RUNG_OK; i++)
        status = store_run(store, objects[i].sql);
    if (status == RUNG_OK)
        status = store_run(store, "PRAGMA application_id = 0x52756e67");
    if (status == RUNG_OK)
        status = store_run(store, "PRAGMA user_version = 1");
    return status;
}

rung_status store_mark(rung_store *store, int version)
{
    static const char *const marks[STORE_VERSION + 1] = {
        [STORE_MOVES_VERSION] = "PRAGMA user_version = 2",
        [STORE_NOTES_VERSION] = "PRAGMA user_version = 3",
        [STORE_STEPS_VERSION] = "PRAGMA user_version = 4",
    };
    int64_t is;
    rung_status status = store_run_int(store, "PRAGMA user_version", &is);
    return status == RUNG_OK && is < version ? store_run(store, marks[version]) : status;
}

/* Before the WAL mode is set: so the numbers are in the file itself from the first moment on, and
 * never in a journal alone. */
static rung_status create_schema(rung_store *store)
{
    int64_t objects_there = 0;
    rung_status status = store_begin(store);
    if (status != RUNG_OK)
        return status;
    status = store_run_int(store, "SELECT count(*) FROM sqlite_schema", &objects_there);
    if (status == RUNG_OK && objects_there == 0) /* else another process was first */
        status = make_tables(store);
    return store_end(store, status);
}

static bool is_object(rung_text name, rung_text sql)
{
    for (size_t i = 0; i < RUNG_COUNT(objects); i++)
        if (rung_text_is(name, objects[i].name))
            return rung_text_is(sql, objects[i].sql);
    return false;
}

static rung_status check_schema(rung_store *store)
{
    size_t found = 0;
    store_query query =
        store_ask(store, "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
    while (store_next(&query)) {
        found++;
        if (!is_object(store_text(&query, 0), store_text(&query, 1)))
            store_refuse(&query, "the tables are not those of a store");
    }
    if (found != RUNG_COUNT(objects))
        store_refuse(&query, "a table is missing");
    return store_done(&query);
}

/* The numbers again, now through SQLite: a journal may hold newer ones than the file. */
static rung_status judge_tables(rung_store *store, rung_store_mode mode)
{
    int64_t application, version;
    rung_status status = read_numbers(store, &application, &version);
    if (status == RUNG_OK && application == 0 && version == 0 && mode == RUNG_STORE_CREATE) {
        status = create_schema(store);
        if (status == RUNG_OK)
            status = read_numbers(store, &application, &version);
    }
    if (status != RUNG_OK)
        return status;
    if (application != STORE_APPLICATION_ID)
        return RUNG_NOT_A_STORE;
    if (version < STORE_OLDEST_VERSION || version > STORE_VERSION)
        return version > STORE_VERSION ? RUNG_TOO_NEW : RUNG_DAMAGED;
    return check_schema(store);
}

static rung_status judge(rung_store *store, rung_store_mode mode)
{
    store_head head;
    rung_status status = store_read_head(store, &head);
    if (status == RUNG_OK && !(head.file_size == 0 && mode == RUNG_STORE_CREATE))
        status = judge_head(&head);
    if (status == RUNG_OK)
        status = store_settle(store, mode != RUNG_STORE_READ);
    if (status == RUNG_OK)
        status = judge_tables(store, mode);
    if (status == RUNG_OK && mode != RUNG_STORE_READ)
        status = store_use_wal(store);
    return status;
}

rung_status rung_store_open(rung_store **out, const rung_memory *memory, const char *path,
                            rung_store_mode mode)
{
    store_file_kind kind;
    rung_status status = store_file_look(path, &kind);
    if (status == RUNG_OK && kind == STORE_FILE_MISSING)
        status = mode == RUNG_STORE_CREATE ? store_file_create(memory, path) : RUNG_NOT_FOUND;
    else if (status == RUNG_OK && kind == STORE_FILE_EMPTY && mode == RUNG_STORE_CREATE)
        status = store_file_adopt(path);
    else if (status == RUNG_OK && kind == STORE_FILE_OTHER)
        status = RUNG_NOT_A_STORE;
    rung_store *store;
    if (status == RUNG_OK)
        status = store_connect(&store, memory, path, mode != RUNG_STORE_READ);
    if (status != RUNG_OK)
        return status;
    status = judge(store, mode);
    if (status == RUNG_OK)
        *out = store;
    else
        rung_store_close(store);
    return status;
}
