/* session: one person's assessment while it is open. It joins the store and the answers: an
 * answer counts when it is on the disk, and not before.
 *
 * A session works with the content it was started with, which comes out of the store, not with
 * what lies in the content folders today; until it is moved. */
#ifndef RUNG_SESSION_H
#define RUNG_SESSION_H

#include "answers/answers.h"
#include "base/base.h"
#include "carry/carry.h"
#include "content/content.h"
#include "interview/interview.h"
#include "store/store.h"

typedef struct rung_session rung_session;

enum { RUNG_SESSION_MAX_NOTE = 2000 }; /* characters: as a text answer has unless content says */

/* Starts a new session in the store. The session shares the role: the caller frees its own as
 * before. `store` must outlive it. */
rung_status rung_session_start(rung_session **out, const rung_memory *memory, rung_store *store,
                               const rung_role *role, const char *name, int64_t now);
/* Opens one by id, unique prefix or name; NULL: the one used last. RUNG_NOT_FOUND, RUNG_CONFLICT as
 * rung_store_find; RUNG_DAMAGED if its content cannot be understood, with diagnostics; events that
 * its content does not know are counted (rung_session_foreign_events). The guard of the
 * diagnostics' arena must be running. */
rung_status rung_session_open(rung_session **out, const rung_memory *memory, rung_store *store,
                              const char *wanted, rung_diagnostics *diagnostics);
/* The same, quicker where the session's content is that of `known`, which it then shares. NULL:
 * none is known. */
rung_status rung_session_open_known(rung_session **out, const rung_memory *memory,
                                    rung_store *store, const char *wanted, const rung_role *known,
                                    rung_diagnostics *diagnostics);
/* As rung_session_open, as it was at a time (ms): with the content of then, and what was said up to
 * the last event that is not later. Its record is that of then, too. Before the first event nothing
 * is answered; a time to come gives it as it is. Every change of it is RUNG_READ_ONLY. */
rung_status rung_session_open_at(rung_session **out, const rung_memory *memory, rung_store *store,
                                 const char *wanted, int64_t at, rung_diagnostics *diagnostics);
void rung_session_close(rung_session *session); /* NULL-safe */

/* Valid until the session is closed. */
const rung_role *rung_session_role(const rung_session *session);
const rung_session_record *rung_session_info(const rung_session *session);
const rung_answers *rung_session_answers(const rung_session *session);
const bool *rung_session_skipped(const rung_session *session); /* one a question */
/* Remarks, one a question, NULL where there is none. Valid until the session changes. */
const char *const *rung_session_notes(const rung_session *session);
/* Actions that were recorded as done, one an action of the rules. Valid until the session changes. */
const bool *rung_session_done(const rung_session *session);
/* Events behind its last move whose question or value its content does not know (never dropped
 * from the store). */
size_t rung_session_foreign_events(const rung_session *session);

/* Each is durable on RUNG_OK, and without effect otherwise. RUNG_CONFLICT: another process wrote
 * to this session; the session has been re-read, the caller says so and asks again. An answer that
 * is not given clears; clearing and skipping take an answer back, and answering and clearing end a
 * skip. RUNG_NOT_FOUND: the session has been deleted. A given answer must lie in the domain. */
rung_status rung_session_answer(rung_session *session, size_t question, rung_answer answer,
                                int64_t now);
rung_status rung_session_clear(rung_session *session, size_t question, int64_t now);
rung_status rung_session_skip(rung_session *session, size_t question, int64_t now);
/* A private remark on a question, beside its answer: at most RUNG_SESSION_MAX_NOTE characters of
 * UTF-8, else RUNG_INVALID; "" takes it away. It changes no score, and stays whatever becomes of
 * the answer. Otherwise like an answer. */
rung_status rung_session_note(rung_session *session, size_t question, rung_text text, int64_t now);
/* Records an action as done, or as not done. It changes no answer and no score, and goes with the
 * action's id to other content. Otherwise like an answer. */
rung_status rung_session_mark(rung_session *session, size_t action, bool done, int64_t now);
/* Several answers at once, all or none; those not given clear. One a question of the content;
 * `change[q]` says which to take. */
rung_status rung_session_answer_all(rung_session *session, const rung_answers *answers,
                                    const bool *change, int64_t now);

/* --- Moving to other content ---------------------------------------------------------------------
 * For each question of the other content, what the person said last to this very question counts,
 * whichever content it was asked with (carry.h says which questions and answers are the same). So
 * an answer is kept where nothing changed, and who moves back and forth finds everything again: the
 * log keeps all of it. */

/* name, what becomes of an answer */
#define RUNG_FATE_ROWS(X)                                                                          \
    X(KEPT, "it counts as before")                                                                 \
    X(AGAIN, "its question is asked again")                                                        \
    X(ASIDE, "its question is gone")                                                               \
    X(BACK, "one that was given before an earlier move counts again")

#define RUNG_FATE_ENUM(name, what) RUNG_FATE_##name,
typedef enum rung_fate { RUNG_FATE_ROWS(RUNG_FATE_ENUM) RUNG_FATE_COUNT } rung_fate;
#undef RUNG_FATE_ENUM

typedef struct rung_move_item {
    rung_fate fate;
    const rung_question *from, *to; /* now and then; NULL where there is none */
    rung_answer before, after;
    rung_carried carried; /* AGAIN and BACK with an answer before: why that does not hold */
} rung_move_item;

/* What a move would do. Lives in the arena that it was made in, and with session and role. */
typedef struct rung_move {
    const rung_role *role;
    bool back;
    const rung_move_item *items; /* of every answer that is there before or after: in the order of
                                  * the other content, then those set aside */
    size_t count;
    size_t fates[RUNG_FATE_COUNT];
    size_t fresh;               /* questions that the session's content does not have */
    const rung_answer *answers; /* then, one a question of the role */
    const bool *skipped;        /* likewise */
    int64_t events;             /* how many of the log were looked at */
} rung_move;

/* Looks at what a move to `role`, or `back` to it, would do; writes nothing. RUNG_INVALID: it is
 * another role. RUNG_DAMAGED: content of before cannot be understood; see the diagnostics, in whose
 * arena the move lives and whose guard must be running. */
rung_status rung_session_plan_move(rung_session *session, const rung_role *role, bool back,
                                   rung_diagnostics *diagnostics, rung_move *out);
/* Moves, all at once, and goes on with the other content: what the session gave out before is gone.
 * RUNG_CONFLICT: the session was changed since the plan was made, nothing was written. */
rung_status rung_session_move(rung_session *session, const rung_move *move, int64_t now);
/* The content that the last move left, from the store; to be freed with rung_role_free.
 * RUNG_NOT_FOUND: there is no move that has not been undone. Inside the guard of the diagnostics'
 * arena. */
rung_status rung_session_content_before(rung_role **out, const rung_memory *memory,
                                        rung_session *session, rung_diagnostics *diagnostics);
/* True once another process moved the session: every change is RUNG_CONFLICT from then on, until
 * the session is opened anew. */
bool rung_session_moved(const rung_session *session);

#endif
