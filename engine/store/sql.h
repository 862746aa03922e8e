/* sql: the store's file as something to ask. Private to this folder. No type of SQLite stands
 * here: sqlite3.h is included by store_sqlite.c alone. */
#ifndef RUNG_STORE_SQL_H
#define RUNG_STORE_SQL_H

#include "store/store.h"

/* --- The file -------------------------------------------------------------------------------- */
/* Opens the file, without reading or locking it. `write` false: SQLite refuses every change. */
rung_status store_connect(rung_store **out, const rung_memory *memory, const char *path,
                          bool write);

/* The first bytes of the file as they are, before anything is interpreted, recovered or written. */
enum { STORE_HEAD = 100 };
typedef struct store_head {
    unsigned char bytes[STORE_HEAD];
    int64_t file_size;
    bool journal; /* a journal may hold what the file lacks */
} store_head;
rung_status store_read_head(rung_store *store, store_head *out);

/* Settings of the connection. They read the file: only after its head has been judged. */
rung_status store_settle(rung_store *store, bool write);

/* Keeps `detail` (a literal, or printf's arguments) for rung_store_detail; returns `status`. */
rung_status store_fail(rung_store *store, rung_status status, const char *detail, ...)
    RUNG_PRINTF(3, 4);

/* --- Statements ----------------------------------------------------------------------------------
 * A query keeps the first failure; after that each call does nothing and returns zero or nothing,
 * so callers look once, at store_done. Each store_ask needs its store_done. */
typedef struct store_query {
    rung_store *store;
    void *statement;
    rung_status status;
} store_query;

store_query store_ask(rung_store *store, const char *sql);
/* Parameters count from 1. The bytes must live until store_done or store_again. */
void store_bind_int(store_query *query, int parameter, int64_t value);
void store_bind_text(store_query *query, int parameter, rung_text value);
void store_bind_blob(store_query *query, int parameter, rung_text value);
bool store_next(store_query *query);  /* true: there is a row */
void store_again(store_query *query); /* from the start, with new parameters */
/* Columns count from 0; slices live until the query moves on or ends. A value of another type is
 * damage. */
int64_t store_int(store_query *query, int column);
rung_text store_text(store_query *query, int column);
rung_text store_blob(store_query *query, int column);
/* The row holds what cannot be: RUNG_DAMAGED. */
void store_refuse(store_query *query, const char *what);
rung_status store_done(store_query *query);

/* A statement without parameters whose rows do not matter. */
rung_status store_run(rung_store *store, const char *sql);
/* A statement that gives one integer. */
rung_status store_run_int(rung_store *store, const char *sql, int64_t *out);

/* --- Transactions ---------------------------------------------------------------------------- */
/* Takes the right to write, waiting a few seconds for another writer. */
rung_status store_begin(rung_store *store);
/* Commits if `status` is RUNG_OK, else undoes all; returns what came of it. */
rung_status store_end(rung_store *store, rung_status status);
/* Into WAL mode, waiting as store_begin does. A file system without shared memory stays with a
 * rollback journal. */
rung_status store_use_wal(rung_store *store);
/* Rebuilds the file without leftovers, and empties the journal. */
rung_status store_scrub(rung_store *store);

void store_random(unsigned char *out, size_t size);

/* Inside a transaction: keeps the files of a role, those that are not there yet (sessions.c). */
rung_status store_keep_content(rung_store *store, const rung_role *role);
/* Inside a transaction: what is about to be written makes the file one of this version at least, so
 * that programs which do not know it refuse the file (schema.c). */
rung_status store_mark(rung_store *store, int version);

/* --- What may stand in a store (valid.c) ----------------------------------------------------- */
bool store_valid_id(rung_text id);
bool store_valid_name(rung_text name);
bool store_valid_key(rung_text key); /* the id of a role or a question */
bool store_valid_digest(rung_text hex);
bool store_valid_time(int64_t milliseconds); /* years 1 to 9999 */
bool store_valid_sequence(int64_t sequence); /* 0: no event yet */
bool store_valid_event(const rung_event *event);
bool store_valid_move(const rung_event *event); /* a question's event is none */

enum {
    STORE_MAX_EVENTS = 1 << 30,                  /* of a session: far from any overflow */
    STORE_MAX_VALUE = 4 * RUNG_CONTENT_MAX_TEXT, /* bytes: limits of answers count characters */
};
#define STORE_ID_ALPHABET "23456789abcdefghjkmnpqrstuvwxyz"

#define STORE_APPLICATION_ID 0x52756e67 /* "Rung" */
/* The tables have not changed since the first version. A file gets the number of a later one with
 * the first event of a kind that older programs do not know; until then they can go on with it. */
#define STORE_OLDEST_VERSION 1
#define STORE_MOVES_VERSION  2
#define STORE_NOTES_VERSION  3
#define STORE_STEPS_VERSION  4
#define STORE_VERSION        4

#endif
