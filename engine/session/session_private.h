/* What the files of this folder share. */
#ifndef RUNG_SESSION_PRIVATE_H
#define RUNG_SESSION_PRIVATE_H

#include "session/session.h"

struct rung_session {
    const rung_memory *memory;
    rung_store *store;
    rung_role *role;
    rung_answers *answers;
    bool *skipped;
    size_t foreign;
    bool moved; /* elsewhere, to other content than `role`: nothing can be written */
    rung_session_record record; /* `events`: how many of the log `answers` and `skipped` hold */
    rung_arena arena;           /* `skipped` and the texts of `record` */
};

/* An empty session, or NULL if there is no memory. */
rung_session *session_new(const rung_memory *memory, rung_store *store);

/* A source for content that comes from the store, in messages that may outlive the session. */
const rung_source *session_source(rung_arena *arena, const char *role, const char *what,
                                  rung_text bytes);

/* The role from the bytes of its files, and room for its answers. Inside the guard of the
 * diagnostics' arena, which the session's arena must share. */
rung_status session_load(rung_session *session, const char *role, rung_text questionnaire,
                         rung_text rules, rung_diagnostics *diagnostics);

#endif
