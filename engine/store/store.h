/* store: sessions on disk, in one SQLite file. The only place that knows SQLite.
 *
 * A session is a log of events over the content it was taken with; nothing is ever overwritten.
 * Content is kept by its SHA-256 digest, once, so that an old report can be made again. An event
 * is on the disk when rung_store_append returns RUNG_OK.
 *
 * The file is created 0600 in a folder 0700. A file that is no store of ours, is damaged, or was
 * written by a newer version is refused and left as it is. Two processes may use one store; a
 * writer waits a few seconds for another. One rung_store belongs to one thread.
 *
 * Every call may give RUNG_IO, RUNG_FULL, RUNG_BUSY, RUNG_NO_MEMORY and RUNG_DAMAGED, and a writing
 * one RUNG_READ_ONLY; RUNG_NO_MEMORY is returned also where an arena ran out. Where the folder may
 * not be written, a store is read without locks: RUNG_BUSY if somebody wrote to it meanwhile, and
 * it has to be opened again.
 *
 * No type and no word of SQLite leaves this folder: a second backend has room beside it. */
#ifndef RUNG_STORE_H
#define RUNG_STORE_H

#include "base/base.h"
#include "content/content.h"

enum {
    RUNG_SESSION_ID = 6,         /* characters of 23456789abcdefghjkmnpqrstuvwxyz */
    RUNG_SESSION_MAX_NAME = 200, /* bytes */
};

typedef struct rung_store rung_store;

typedef enum rung_store_mode {
    RUNG_STORE_READ,   /* must exist; nothing is written */
    RUNG_STORE_WRITE,  /* must exist */
    RUNG_STORE_CREATE, /* made, with its folders, if it does not exist */
} rung_store_mode;

/* RUNG_NOT_FOUND (READ and WRITE: no such file), RUNG_NOT_A_STORE, RUNG_TOO_NEW, RUNG_DAMAGED,
 * RUNG_READ_ONLY, RUNG_FULL, RUNG_BUSY, RUNG_IO, RUNG_NO_MEMORY. */
rung_status rung_store_open(rung_store **out, const rung_memory *memory, const char *path,
                            rung_store_mode mode);
void rung_store_close(rung_store *store); /* NULL-safe */
/* What the last failed call on this store met, for a message ("disk I/O error"); "" if nothing. */
const char *rung_store_detail(const rung_store *store);

/* --- Sessions -------------------------------------------------------------------------------- */
typedef struct rung_session_record {
    char id[RUNG_SESSION_ID + 1];
    const char *name;                             /* "" if it has none */
    const char *role;                             /* id of the rules */
    rung_digest questionnaire, rules;             /* that it works with now */
    rung_digest first_questionnaire, first_rules; /* that it was started with */
    int64_t started, updated;                     /* ms; `updated` is the time of the last event */
    int64_t events; /* how many there are: the sequence number of the last */
} rung_session_record;

/* Starts a session and keeps its content, in one transaction. `name` may be "". The id is new,
 * random, and written to `id`. RUNG_INVALID: the name is too long or no UTF-8, or the time lies
 * outside the years 1 to 9999. */
rung_status rung_store_start(rung_store *store, const rung_role *role, const char *name,
                             int64_t now, char id[RUNG_SESSION_ID + 1]);

/* All sessions, the one used last first; texts live in `arena`. Inside its guard. */
rung_status rung_store_list(rung_store *store, rung_arena *arena, rung_session_record **out,
                            size_t *count);
/* By id, unique prefix of one, or name, in this order; NULL: the one used last. RUNG_NOT_FOUND:
 * none; RUNG_CONFLICT: the prefix or name fits several (a name that fits one goes before a prefix
 * that fits several). */
rung_status rung_store_find(rung_store *store, rung_arena *arena, const char *wanted,
                            rung_session_record *out);
/* Really gone: also its content if no other session uses it, and from the journal. The whole file
 * is written anew for that. RUNG_NOT_FOUND; after another failure the session may be gone from
 * sight while its bytes are still in the file: the next delete of any session removes them. */
rung_status rung_store_delete(rung_store *store, const char *id);

/* The bytes of a content file; RUNG_NOT_FOUND, or RUNG_DAMAGED if they do not have that digest. */
rung_status rung_store_content(rung_store *store, rung_arena *arena, const rung_digest *digest,
                               rung_text *out);

/* --- Events ---------------------------------------------------------------------------------- */
typedef enum rung_event_kind {
    RUNG_EVENT_ANSWER = 1, /* value: the written form of the answer */
    RUNG_EVENT_CLEAR = 2,  /* the answer is taken back */
    RUNG_EVENT_SKIP = 3,   /* left unanswered on purpose */
    /* From here on the session works with other content, and begins anew with it: the events behind
     * say what counts. No question; the value names the content, see rung_event_content. */
    RUNG_EVENT_MOVE = 4,
    RUNG_EVENT_MOVE_BACK = 5, /* the same, to the content before the last move */
    RUNG_EVENT_NOTE = 6,      /* value: what somebody remarks on a question; "": nothing any more */
    RUNG_EVENT_DONE = 7,      /* an action, which `question` names: it has been done */
    RUNG_EVENT_UNDONE = 8,    /* the same: it has not */
} rung_event_kind;

typedef struct rung_event {
    int64_t sequence; /* from 1 */
    int64_t at;       /* ms */
    rung_event_kind kind;
    const char *question; /* its id; DONE, UNDONE: of the action */
    rung_text value;      /* ANSWER, MOVE, MOVE_BACK, NOTE */
} rung_event;

bool rung_event_is_move(const rung_event *event);
bool rung_event_is_step(const rung_event *event); /* DONE, UNDONE */
/* The content that a move leads to. */
void rung_event_content(const rung_event *move, rung_digest *questionnaire, rung_digest *rules);

/* Appends events in one transaction; durable on RUNG_OK. `expected` is the number of events that
 * the caller knows of: if there are others, RUNG_CONFLICT and nothing is written (re-read, then try
 * again); -1: append whatever there is. Sequence numbers of `events` are ignored. RUNG_NOT_FOUND:
 * no such session; RUNG_INVALID: a question, value or time that cannot be kept. From the first NOTE
 * on, and from the first DONE or UNDONE, older programs refuse the file as too new. */
rung_status rung_store_append(rung_store *store, const char *id, int64_t expected,
                              const rung_event *events, size_t count);
/* The same for a move to the content of `role`, which is kept, and the events behind it: all or
 * nothing. `kind` is MOVE or MOVE_BACK; moves are written by this call only. From then on older
 * programs refuse the file as too new. */
rung_status rung_store_move(rung_store *store, const char *id, int64_t expected,
                            rung_event_kind kind, const rung_role *role, int64_t now,
                            const rung_event *events, size_t count);
/* The events behind `after`, in order; texts live in `arena`, NUL-terminated. Inside its guard.
 * RUNG_NOT_FOUND: no such session. */
rung_status rung_store_events(rung_store *store, rung_arena *arena, const char *id, int64_t after,
                              rung_event **out, size_t *count);

#endif
