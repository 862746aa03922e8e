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
    char **notes; /* one a question, or NULL; each from `memory` */
    bool *done;   /* one an action */
    size_t foreign;
    bool moved;    /* elsewhere, to other content than `role`: nothing can be written */
    bool past;     /* as it was: nothing can be written */
    int64_t until; /* past: the number of the last event that is read */
    rung_session_record record; /* `events`: how many of the log `answers` and `skipped` hold */
    rung_arena arena;           /* `skipped`, `notes`, `done` and the texts of `record` */
};

/* An empty session, or NULL if there is no memory. */
rung_session *session_new(const rung_memory *memory, rung_store *store);

/* Reads what the session does not know yet. Stopped half-way, it holds the beginning of the log,
 * and goes on from there the next time. `opening`: else it goes on with what it knows. */
rung_status session_catch_up(rung_session *session, bool opening);

/* past.c. To the content that the session had at a time; events behind that are
 * not read any more. Inside the arena's guard. */
rung_status session_go_back(rung_session *session, rung_arena *arena, int64_t at);
/* How many of the events are to be read. */
size_t session_known(const rung_session *session, const rung_event *events, size_t count);

/* notes.c. Keeps a copy of the note; "" takes it away. */
rung_status session_keep_note(rung_session *session, size_t question, rung_text text);
/* The notes among events from before a move: they go on with the questions that they belong to. */
rung_status session_keep_notes(rung_session *session, const rung_event *events, size_t count);
void session_free_notes(rung_session *session);

/* steps.c. False: the content does not know the action. */
bool session_keep_step(rung_session *session, const rung_event *event);
/* The steps among events from before a move. */
void session_keep_steps(rung_session *session, const rung_event *events, size_t count);

/* A source for content that comes from the store, in messages that may outlive the session. */
const rung_source *session_source(rung_arena *arena, const char *role, const char *what,
                                  rung_text bytes);

/* Shares the role, and makes room for its answers. Inside the guard of the session's arena. */
rung_status session_take_role(rung_session *session, const rung_role *role);

#endif
