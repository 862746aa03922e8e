/* Sessions and the content that they were taken with. */
#include "store/sql.h"

#include <string.h>

/* --- Starting -------------------------------------------------------------------------------- */

/* Content that is there already must be what we would write: else the session could never be
 * opened again. */
static rung_status keep_content(rung_store *store, const rung_digest *digest, rung_text bytes)
{
    store_query query = store_ask(store, "SELECT bytes = ?2 FROM content WHERE digest = ?1");
    store_bind_text(&query, 1, rung_text_of(digest->hex));
    store_bind_blob(&query, 2, bytes);
    bool there = store_next(&query);
    if (there && store_int(&query, 0) != 1)
        store_refuse(&query, "content has not the bytes of its digest");
    rung_status status = store_done(&query);
    if (status != RUNG_OK || there)
        return status;

    query = store_ask(store, "INSERT INTO content (digest, bytes) VALUES (?1, ?2)");
    store_bind_text(&query, 1, rung_text_of(digest->hex));
    store_bind_blob(&query, 2, bytes);
    store_next(&query);
    return store_done(&query);
}

rung_status store_keep_content(rung_store *store, const rung_role *role)
{
    rung_status status =
        keep_content(store, &role->questionnaire->digest, role->questionnaire_bytes);
    return status == RUNG_OK ? keep_content(store, &role->rules->digest, role->rules_bytes)
                             : status;
}

static rung_status session_exists(rung_store *store, const char *id, bool *out)
{
    store_query query = store_ask(store, "SELECT 1 FROM session WHERE id = ?1");
    store_bind_text(&query, 1, rung_text_of(id));
    *out = store_next(&query);
    return store_done(&query);
}

/* Every id is equally likely: bytes past the last whole multiple of the alphabet are thrown. */
static void random_id(char id[RUNG_SESSION_ID + 1])
{
    const unsigned letters = sizeof STORE_ID_ALPHABET - 1, whole = 256 / letters * letters;
    for (size_t i = 0; i < RUNG_SESSION_ID;) {
        unsigned char byte;
        store_random(&byte, 1);
        if (byte < whole)
            id[i++] = STORE_ID_ALPHABET[byte % letters];
    }
    id[RUNG_SESSION_ID] = '\0';
}

static rung_status new_id(rung_store *store, char id[RUNG_SESSION_ID + 1])
{
    enum { TRIES = 100 }; /* there are 31^6 ids: this ends only if the store is full of them */
    for (int i = 0; i < TRIES; i++) {
        bool taken;
        random_id(id);
        rung_status status = session_exists(store, id, &taken);
        if (status != RUNG_OK || !taken)
            return status;
    }
    return store_fail(store, RUNG_FULL, "no free session id was found");
}

static rung_status insert_session(rung_store *store, const rung_role *role, const char *name,
                                  int64_t now, const char *id)
{
    store_query query =
        store_ask(store, "INSERT INTO session (id, name, role, questionnaire, rules, started) "
                         "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    store_bind_text(&query, 1, rung_text_of(id));
    store_bind_text(&query, 2, rung_text_of(name));
    store_bind_text(&query, 3, rung_text_of(role->rules->id));
    store_bind_text(&query, 4, rung_text_of(role->questionnaire->digest.hex));
    store_bind_text(&query, 5, rung_text_of(role->rules->digest.hex));
    store_bind_int(&query, 6, now);
    store_next(&query);
    return store_done(&query);
}

rung_status rung_store_start(rung_store *store, const rung_role *role, const char *name,
                             int64_t now, char id[RUNG_SESSION_ID + 1])
{
    char fresh[RUNG_SESSION_ID + 1];
    if (!store_valid_name(rung_text_of(name)))
        return store_fail(store, RUNG_INVALID, "a name has at most %d bytes of UTF-8",
                          RUNG_SESSION_MAX_NAME);
    if (!store_valid_time(now))
        return store_fail(store, RUNG_INVALID, "the time is outside the years 1 to 9999");

    rung_status status = store_begin(store);
    if (status != RUNG_OK)
        return status;
    status = store_keep_content(store, role);
    if (status == RUNG_OK)
        status = new_id(store, fresh);
    if (status == RUNG_OK)
        status = insert_session(store, role, name, now, fresh);
    status = store_end(store, status);
    if (status == RUNG_OK)
        memcpy(id, fresh, sizeof fresh);
    return status;
}

/* --- Finding --------------------------------------------------------------------------------- */

/* The value of a move is two digests with a blank between them. */
#define MOVES               "kind IN (4, 5)"
#define MOVED_QUESTIONNAIRE "substr(value, 1, 64)"
#define MOVED_RULES         "substr(value, 66)"
#define LAST_MOVED(what, first)                                                                    \
    " coalesce((SELECT " what " FROM event WHERE session = s.id AND " MOVES                        \
    " ORDER BY sequence DESC LIMIT 1), s." first "),"

#define RECORDS                                                                                    \
    "SELECT s.id, s.name, s.role," LAST_MOVED(MOVED_QUESTIONNAIRE, "questionnaire") LAST_MOVED(    \
        MOVED_RULES,                                                                               \
        "rules") " s.questionnaire, s.rules, s.started,"                                           \
                 " coalesce(e.at, s.started), coalesce(e.sequence, 0) "                            \
                 "FROM session s LEFT JOIN event e ON e.session = s.id AND e.sequence ="           \
                 " (SELECT max(sequence) FROM event WHERE session = s.id) "
#define LAST_FIRST "ORDER BY coalesce(e.at, s.started) DESC, s.started DESC, s.rowid DESC "

typedef struct records {
    rung_arena *arena;
    store_query query;
    RUNG_VEC(rung_session_record) found;
} records;

static rung_text valid_text(store_query *query, int column, bool (*valid)(rung_text),
                            const char *problem)
{
    rung_text text = store_text(query, column);
    if (!valid(text))
        store_refuse(query, problem);
    return text;
}

static int64_t valid_time(store_query *query, int column)
{
    int64_t time = store_int(query, column);
    if (!store_valid_time(time))
        store_refuse(query, "a session has an impossible time");
    return time;
}

static void valid_digest(store_query *query, int column, rung_digest *out)
{
    rung_text hex = valid_text(query, column, store_valid_digest, "a digest is none");
    if (query->status == RUNG_OK)
        memcpy(out->hex, hex.at, hex.size);
}

/* A row of RECORDS; false if it cannot be. */
static bool read_record(store_query *query, rung_arena *arena, rung_session_record *out)
{
    rung_text id = valid_text(query, 0, store_valid_id, "a session id is none");
    rung_text name = valid_text(query, 1, store_valid_name, "a session's name cannot be");
    rung_text role = valid_text(query, 2, store_valid_key, "a role's id cannot be");
    *out = (rung_session_record){.started = valid_time(query, 7),
                                 .updated = valid_time(query, 8),
                                 .events = store_int(query, 9)};
    valid_digest(query, 3, &out->questionnaire);
    valid_digest(query, 4, &out->rules);
    valid_digest(query, 5, &out->first_questionnaire);
    valid_digest(query, 6, &out->first_rules);
    if (!store_valid_sequence(out->events))
        store_refuse(query, "an event has an impossible number");
    if (query->status != RUNG_OK)
        return false;
    memcpy(out->id, id.at, id.size);
    out->name = rung_copy(arena, name);
    out->role = rung_copy(arena, role);
    return true;
}

static void collect(void *ctx)
{
    records *r = ctx;
    rung_session_record record;
    while (store_next(&r->query))
        if (read_record(&r->query, r->arena, &record))
            rung_push(r->arena, &r->found, record);
}

/* All rows of a query for RECORDS. Under a guard of its own, so that the statement is finished
 * when the arena's memory runs out. */
static rung_status gather(records *r)
{
    rung_status guarded = rung_guard(r->arena, collect, r);
    rung_status status = store_done(&r->query);
    return guarded != RUNG_OK ? store_fail(r->query.store, guarded, "out of memory") : status;
}

rung_status rung_store_list(rung_store *store, rung_arena *arena, rung_session_record **out,
                            size_t *count)
{
    records r = {.arena = arena, .query = store_ask(store, RECORDS LAST_FIRST)};
    rung_status status = gather(&r);
    if (status == RUNG_OK) {
        *out = r.found.at;
        *count = r.found.count;
    }
    return status;
}

static rung_status find_by(rung_store *store, rung_arena *arena, const char *sql,
                           const char *wanted, records *out)
{
    *out = (records){.arena = arena, .query = store_ask(store, sql)};
    if (wanted)
        store_bind_text(&out->query, 1, rung_text_of(wanted));
    return gather(out);
}

rung_status rung_store_find(rung_store *store, rung_arena *arena, const char *wanted,
                            rung_session_record *out)
{
    /* By comparing, not by LIKE: '%' and '_' are ordinary characters of what people type. Two
     * rows are enough to know that there are several. */
    static const char *const last[] = {RECORDS LAST_FIRST "LIMIT 1"};
    static const char *const named[] = {
        RECORDS "WHERE s.id = ?1",
        RECORDS "WHERE ?1 <> '' AND substr(s.id, 1, length(?1)) = ?1 LIMIT 2",
        RECORDS "WHERE ?1 <> '' AND s.name = ?1 LIMIT 2",
    };
    const char *const *ways = wanted ? named : last;
    size_t way_count = wanted ? RUNG_COUNT(named) : RUNG_COUNT(last);
    records r = {0};
    bool several = false;

    for (size_t i = 0; i < way_count && r.found.count != 1; i++) {
        rung_status status = find_by(store, arena, ways[i], wanted, &r);
        if (status != RUNG_OK)
            return status;
        several = several || r.found.count > 1;
    }
    if (r.found.count == 1) {
        *out = r.found.at[0];
        return RUNG_OK;
    }
    return several ? store_fail(store, RUNG_CONFLICT, "several sessions fit")
                   : store_fail(store, RUNG_NOT_FOUND, "no such session");
}

/* --- Deleting -------------------------------------------------------------------------------- */

static rung_status delete_session(rung_store *store, const char *id)
{
    bool there;
    rung_status status = session_exists(store, id, &there);
    if (status == RUNG_OK && !there)
        return store_fail(store, RUNG_NOT_FOUND, "no such session");
    if (status != RUNG_OK)
        return status;
    store_query query = store_ask(store, "DELETE FROM session WHERE id = ?1");
    store_bind_text(&query, 1, rung_text_of(id));
    store_next(&query);
    status = store_done(&query);
    if (status == RUNG_OK)
        status = store_run(store, "DELETE FROM content WHERE digest NOT IN"
                                  " (SELECT questionnaire FROM session UNION"
                                  " SELECT rules FROM session UNION"
                                  " SELECT " MOVED_QUESTIONNAIRE " FROM event WHERE " MOVES
                                  " UNION SELECT " MOVED_RULES " FROM event WHERE " MOVES ")");
    return status;
}

rung_status rung_store_delete(rung_store *store, const char *id)
{
    rung_status status = store_begin(store);
    if (status != RUNG_OK)
        return status;
    status = store_end(store, delete_session(store, id));
    /* secure_delete alone leaves copies of cells that moved between pages. */
    return status == RUNG_OK ? store_scrub(store) : status;
}

/* --- Content --------------------------------------------------------------------------------- */

typedef struct content_copy {
    rung_arena *arena;
    rung_text bytes;
} content_copy;

static void copy_content(void *ctx)
{
    content_copy *copy = ctx;
    copy->bytes.at = rung_copy(copy->arena, copy->bytes);
}

rung_status rung_store_content(rung_store *store, rung_arena *arena, const rung_digest *digest,
                               rung_text *out)
{
    store_query query = store_ask(store, "SELECT bytes FROM content WHERE digest = ?1");
    store_bind_text(&query, 1, rung_text_of(digest->hex));
    bool there = store_next(&query);
    content_copy copy = {arena, there ? store_blob(&query, 0) : (rung_text){0}};
    if (there && (copy.bytes.size > RUNG_CONTENT_MAX_FILE ||
                  strcmp(rung_digest_of(copy.bytes).hex, digest->hex) != 0))
        store_refuse(&query, "content has not the bytes of its digest");
    rung_status copied =
        query.status == RUNG_OK && there ? rung_guard(arena, copy_content, &copy) : RUNG_OK;
    rung_status status = store_done(&query);
    if (status == RUNG_OK && copied != RUNG_OK)
        return store_fail(store, copied, "out of memory");
    if (status == RUNG_OK && !there)
        return store_fail(store, RUNG_NOT_FOUND, "no such content");
    if (status == RUNG_OK)
        *out = copy.bytes;
    return status;
}
