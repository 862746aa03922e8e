/* The only file that knows SQLite. SQLite takes its memory from its own allocator: routing it
 * through our hook would be global state (sqlite3_config), which a library must not touch. */
#include "store/file.h"
#include "store/sql.h"

#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum {
    BUSY_MS = 5000, /* how long a writer waits for another */
    BUSY_STEP_MS = 20,
    DETAIL_SIZE = 200,
    /* The longest value that SQLite reads or makes: a content file and some room. A damaged
     * length must not make it allocate a gigabyte. */
    MAX_VALUE = RUNG_CONTENT_MAX_FILE + 65536,
};

struct rung_store {
    sqlite3 *sqlite;
    const rung_memory *memory;
    /* The file cannot be locked, as nothing may be written beside it: SQLite reads it as it is,
     * and we look whether it stays so. */
    bool unlocked, journal; /* `journal`: there was one when it was opened */
    struct stat opened;
    char detail[DETAIL_SIZE];
};

/* --- What failed ----------------------------------------------------------------------------- */

/* Extended codes stand before the primary one that they belong to. */
static const struct meaning {
    int code;
    rung_status status;
} meanings[] = {
    {SQLITE_IOERR_NOMEM, RUNG_NO_MEMORY},
    {SQLITE_IOERR_CORRUPTFS, RUNG_DAMAGED},
    {SQLITE_IOERR_DATA, RUNG_DAMAGED},
    {SQLITE_READONLY_DBMOVED, RUNG_IO},
    {SQLITE_NOMEM, RUNG_NO_MEMORY},
    {SQLITE_BUSY, RUNG_BUSY},
    {SQLITE_LOCKED, RUNG_BUSY},
    {SQLITE_PROTOCOL, RUNG_BUSY},
    {SQLITE_FULL, RUNG_FULL},
    {SQLITE_READONLY, RUNG_READ_ONLY},
    {SQLITE_PERM, RUNG_READ_ONLY},
    {SQLITE_AUTH, RUNG_READ_ONLY},
    {SQLITE_CORRUPT, RUNG_DAMAGED},
    {SQLITE_NOTADB, RUNG_DAMAGED},
    /* Our statements are right for our schema and what we write keeps its constraints: these
     * mean that the tables are not what they were when the store was opened. */
    {SQLITE_ERROR, RUNG_DAMAGED},
    {SQLITE_SCHEMA, RUNG_DAMAGED},
    {SQLITE_CONSTRAINT, RUNG_DAMAGED},
    {SQLITE_MISMATCH, RUNG_DAMAGED},
    {SQLITE_TOOBIG, RUNG_DAMAGED},
};

static rung_status status_of(sqlite3 *sqlite, int code)
{
    if ((code & 0xff) == SQLITE_OK)
        return RUNG_OK;
    for (size_t i = 0; i < RUNG_COUNT(meanings); i++)
        if (meanings[i].code == code || meanings[i].code == (code & 0xff))
            return meanings[i].status;
    return store_file_status(sqlite3_system_errno(sqlite));
}

rung_status store_fail(rung_store *store, rung_status status, const char *detail, ...)
{
    va_list arguments;
    va_start(arguments, detail);
    (void)vsnprintf(store->detail, sizeof store->detail, detail, arguments);
    va_end(arguments);
    return status;
}

/* What SQLite says of the call that just returned `code`. */
static rung_status outcome(rung_store *store, int code)
{
    if (code == SQLITE_OK)
        return RUNG_OK;
    rung_status status = status_of(store->sqlite, sqlite3_extended_errcode(store->sqlite));
    if (status == RUNG_OK) /* the connection forgot it; the code itself has not */
        status = status_of(store->sqlite, code);
    return store_fail(store, status, "%s", sqlite3_errmsg(store->sqlite));
}

const char *rung_store_detail(const rung_store *store)
{
    return store ? store->detail : "";
}

/* --- The connection -------------------------------------------------------------------------- */

/* A URI, as only that way every path is a path (":memory:" and "" are not), and as it carries
 * `immutable`. */
static char *uri_of(const rung_memory *memory, const char *path, bool immutable)
{
    static const char hex[] = "0123456789abcdef", end[] = "?immutable=1";
    char *uri = rung_resize(memory, NULL, sizeof "file:./" + 3 * strlen(path) + sizeof end);
    if (!uri)
        return NULL;
    char *at = uri + sprintf(uri, "file:%s", *path == '/' ? "//" : "./");
    for (; *path; path++) {
        if (*path == '%' || *path == '?' || *path == '#') {
            *at++ = '%';
            *at++ = hex[(unsigned char)*path >> 4];
            *at++ = hex[(unsigned char)*path & 15];
        } else {
            *at++ = *path;
        }
    }
    strcpy(at, immutable ? end : "");
    return uri;
}

static rung_status open_file(rung_store *store, const char *path, bool writable)
{
    char *uri = uri_of(store->memory, path, store->unlocked);
    if (!uri)
        return RUNG_NO_MEMORY;
    int mode = writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    int code =
        sqlite3_open_v2(uri, &store->sqlite,
                        mode | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    rung_resize(store->memory, uri, 0);
    return store->sqlite ? outcome(store, code) : RUNG_NO_MEMORY;
}

static void harden(sqlite3 *sqlite)
{
    static const struct {
        int option, on;
    } options[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},   {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1}, {SQLITE_DBCONFIG_ENABLE_TRIGGER, 1},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0}, {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},     {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    };
    for (size_t i = 0; i < RUNG_COUNT(options); i++)
        (void)sqlite3_db_config(sqlite, options[i].option, options[i].on, (int *)NULL);
    (void)sqlite3_limit(sqlite, SQLITE_LIMIT_LENGTH, MAX_VALUE);
    (void)sqlite3_busy_timeout(sqlite, BUSY_MS);
}

/* Where nothing can be written beside the file, SQLite cannot make the shared memory that it reads
 * a WAL journal with. Without a journal there is nothing to share: the file is read as it is. */
static rung_status connect_to(rung_store *store, const char *path, bool write)
{
    store_place place;
    rung_status status = store_file_survey(store->memory, path, &place);
    if (status != RUNG_OK)
        return status;
    bool writable = place.file_writable && place.folder_writable;
    bool stuck = place.journal && !place.folder_writable && !place.shared_memory;
    if ((write && !writable) || stuck)
        return RUNG_READ_ONLY;
    store->journal = place.journal;
    store->unlocked = !writable && !place.journal;
    if (stat(path, &store->opened) != 0)
        return RUNG_IO;
    status = open_file(store, path, writable);
    if (status != RUNG_OK)
        return status;
    if (write && sqlite3_db_readonly(store->sqlite, "main"))
        return RUNG_READ_ONLY;
    harden(store->sqlite);
    return RUNG_OK;
}

rung_status store_connect(rung_store **out, const rung_memory *memory, const char *path, bool write)
{
    rung_store *store = rung_resize(memory, NULL, sizeof *store);
    if (!store)
        return RUNG_NO_MEMORY;
    memset(store, 0, sizeof *store);
    store->memory = memory;
    rung_status status = connect_to(store, path, write);
    if (status == RUNG_OK)
        *out = store;
    else
        rung_store_close(store);
    return status;
}

void rung_store_close(rung_store *store)
{
    if (!store)
        return;
    (void)sqlite3_close(store->sqlite);
    rung_resize(store->memory, store, 0);
}

rung_status store_read_head(rung_store *store, store_head *out)
{
    sqlite3_file *file = NULL;
    int code = sqlite3_file_control(store->sqlite, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code != SQLITE_OK || !file || !file->pMethods)
        return store_fail(store, RUNG_IO, "the file cannot be read");
    memset(out, 0, sizeof *out);
    code = file->pMethods->xRead(file, out->bytes, STORE_HEAD, 0);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
        return store_fail(store, RUNG_IO, "the file cannot be read");
    out->journal = store->journal;
    out->file_size = store->opened.st_size; /* SQLite itself takes one byte for none */
    return RUNG_OK;
}

rung_status store_settle(rung_store *store, bool write)
{
    /* temp_store: VACUUM's copy holds answers and must not lie in a folder for all.
     * fullfsync: on macOS a plain fsync leaves the data in the disk's cache. */
    static const char settings[] = "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;"
                                   "PRAGMA checkpoint_fullfsync = ON; PRAGMA secure_delete = ON;"
                                   "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON;"
                                   "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;";
    rung_status status = store_run(store, settings);
    if (status == RUNG_OK && !write)
        status = store_run(store, "PRAGMA query_only = ON");
    return status;
}

/* --- Statements ------------------------------------------------------------------------------ */

static void note(store_query *query, int code)
{
    if (query->status == RUNG_OK)
        query->status = outcome(query->store, code);
}

store_query store_ask(rung_store *store, const char *sql)
{
    store_query query = {.store = store, .status = RUNG_OK};
    sqlite3_stmt *statement = NULL;
    note(&query, sqlite3_prepare_v2(store->sqlite, sql, -1, &statement, NULL));
    query.statement = statement;
    return query;
}

void store_bind_int(store_query *query, int parameter, int64_t value)
{
    if (query->status == RUNG_OK)
        note(query, sqlite3_bind_int64(query->statement, parameter, value));
}

void store_bind_text(store_query *query, int parameter, rung_text value)
{
    if (query->status == RUNG_OK)
        note(query, sqlite3_bind_text64(query->statement, parameter, value.at ? value.at : "",
                                        value.size, SQLITE_STATIC, SQLITE_UTF8));
}

void store_bind_blob(store_query *query, int parameter, rung_text value)
{
    if (query->status == RUNG_OK)
        note(query, sqlite3_bind_blob64(query->statement, parameter, value.at ? value.at : "",
                                        value.size, SQLITE_STATIC));
}

bool store_next(store_query *query)
{
    if (query->status != RUNG_OK)
        return false;
    int code = sqlite3_step(query->statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        note(query, code);
    return false;
}

void store_again(store_query *query)
{
    if (query->status == RUNG_OK)
        note(query, sqlite3_reset(query->statement));
}

static bool column_is(store_query *query, int column, int type)
{
    if (query->status != RUNG_OK)
        return false;
    if (sqlite3_column_type(query->statement, column) == type)
        return true;
    store_refuse(query, "a value of the wrong type");
    return false;
}

int64_t store_int(store_query *query, int column)
{
    if (!column_is(query, column, SQLITE_INTEGER))
        return 0;
    return sqlite3_column_int64(query->statement, column);
}

/* The pointer before the size: it is what may convert, and fail for want of memory. */
static rung_text slice(store_query *query, int column, const void *at)
{
    int size = sqlite3_column_bytes(query->statement, column);
    if (!at && size > 0)
        note(query, SQLITE_NOMEM);
    return at ? (rung_text){at, (size_t)size} : (rung_text){0};
}

rung_text store_text(store_query *query, int column)
{
    if (!column_is(query, column, SQLITE_TEXT))
        return (rung_text){0};
    return slice(query, column, sqlite3_column_text(query->statement, column));
}

rung_text store_blob(store_query *query, int column)
{
    if (!column_is(query, column, SQLITE_BLOB))
        return (rung_text){0};
    return slice(query, column, sqlite3_column_blob(query->statement, column));
}

void store_refuse(store_query *query, const char *what)
{
    if (query->status == RUNG_OK)
        query->status = store_fail(query->store, RUNG_DAMAGED, "%s", what);
}

/* Whether the file that cannot be locked is no longer what was opened, or has a journal now. */
static bool changed(const rung_store *store)
{
    const char *path = sqlite3_db_filename(store->sqlite, "main");
    struct stat st;
    return stat(path, &st) != 0 || st.st_ino != store->opened.st_ino ||
           st.st_size != store->opened.st_size || st.st_mtime != store->opened.st_mtime ||
           (stat(sqlite3_filename_wal(path), &st) == 0 && st.st_size > 0);
}

rung_status store_done(store_query *query)
{
    (void)sqlite3_finalize(query->statement);
    query->statement = NULL;
    if (query->store->unlocked && changed(query->store))
        return store_fail(query->store, RUNG_BUSY, "somebody wrote to it meanwhile");
    return query->status;
}

rung_status store_run(rung_store *store, const char *sql)
{
    return outcome(store, sqlite3_exec(store->sqlite, sql, NULL, NULL, NULL));
}

rung_status store_run_int(rung_store *store, const char *sql, int64_t *out)
{
    store_query query = store_ask(store, sql);
    int64_t value = store_next(&query) ? store_int(&query, 0) : 0;
    rung_status status = store_done(&query);
    if (status == RUNG_OK)
        *out = value;
    return status;
}

/* --- Transactions ---------------------------------------------------------------------------- */

rung_status store_begin(rung_store *store)
{
    return store_run(store, "BEGIN IMMEDIATE");
}

rung_status store_end(rung_store *store, rung_status status)
{
    if (status == RUNG_OK)
        status = store_run(store, "COMMIT");
    /* SQLite may have rolled back by itself; what it says now must not hide the first failure. */
    if (!sqlite3_get_autocommit(store->sqlite))
        (void)sqlite3_exec(store->sqlite, "ROLLBACK", NULL, NULL, NULL);
    return status;
}

rung_status store_use_wal(rung_store *store)
{
    /* Changing the mode needs the file alone, for which SQLite does not always wait by itself. */
    rung_status status = RUNG_BUSY;
    (void)sqlite3_busy_timeout(store->sqlite, 0);
    for (int waited = 0; status == RUNG_BUSY && waited < BUSY_MS; waited += BUSY_STEP_MS) {
        if (waited)
            (void)sqlite3_sleep(BUSY_STEP_MS);
        status = store_run(store, "PRAGMA journal_mode = WAL");
    }
    (void)sqlite3_busy_timeout(store->sqlite, BUSY_MS);
    return status;
}

rung_status store_scrub(rung_store *store)
{
    rung_status rebuilt = store_run(store, "VACUUM");
    rung_status emptied =
        outcome(store, sqlite3_wal_checkpoint_v2(store->sqlite, "main", SQLITE_CHECKPOINT_TRUNCATE,
                                                 NULL, NULL));
    return rebuilt != RUNG_OK ? rebuilt : emptied;
}

void store_random(unsigned char *out, size_t size)
{
    sqlite3_randomness((int)size, out);
}
