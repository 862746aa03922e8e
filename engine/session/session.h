/* session: one person's assessment while it is open. It joins the store and the answers: an
 * answer counts when it is on the disk, and not before.
 *
 * A session works with the content it was started with, which comes out of the store, not with
 * what lies in the content folders today. */
#ifndef RUNG_SESSION_H
#define RUNG_SESSION_H

#include "answers/answers.h"
#include "base/base.h"
#include "content/content.h"
#include "interview/interview.h"
#include "store/store.h"

typedef struct rung_session rung_session;

/* Starts a new session in the store. The session takes its own copy of the content. `store` must
 * outlive it. */
rung_status rung_session_start(rung_session **out, const rung_memory *memory, rung_store *store,
                               const rung_role *role, const char *name, int64_t now);
/* Opens one by id, unique prefix or name; NULL: the one used last. RUNG_NOT_FOUND, RUNG_CONFLICT as
 * rung_store_find; RUNG_DAMAGED if its content cannot be understood, with diagnostics; events that
 * its content does not know are counted (rung_session_foreign_events). The guard of the
 * diagnostics' arena must be running. */
rung_status rung_session_open(rung_session **out, const rung_memory *memory, rung_store *store,
                              const char *wanted, rung_diagnostics *diagnostics);
void rung_session_close(rung_session *session); /* NULL-safe */

/* Valid until the session is closed. */
const rung_role *rung_session_role(const rung_session *session);
const rung_session_record *rung_session_info(const rung_session *session);
const rung_answers *rung_session_answers(const rung_session *session);
const bool *rung_session_skipped(const rung_session *session); /* one a question */
/* Events whose question or value its content does not know (never dropped from the store). */
size_t rung_session_foreign_events(const rung_session *session);

/* Each is durable on RUNG_OK, and without effect otherwise. RUNG_CONFLICT: another process wrote
 * to this session; the session has been re-read, the caller says so and asks again. An answer that
 * is not given clears; clearing and skipping take an answer back, and answering and clearing end a
 * skip. RUNG_NOT_FOUND: the session has been deleted. A given answer must lie in the domain. */
rung_status rung_session_answer(rung_session *session, size_t question, rung_answer answer,
                                int64_t now);
rung_status rung_session_clear(rung_session *session, size_t question, int64_t now);
rung_status rung_session_skip(rung_session *session, size_t question, int64_t now);
/* Several answers at once, all or none; those not given clear. One a question of the content;
 * `change[q]` says which to take. */
rung_status rung_session_answer_all(rung_session *session, const rung_answers *answers,
                                    const bool *change, int64_t now);

#endif
