/* Actions that a person has done since the answers were given. */
#include "session/session_private.h"

const bool *rung_session_done(const rung_session *session)
{
    return session->done;
}

bool session_keep_step(rung_session *session, const rung_event *event)
{
    size_t action = rung_find_action(session->role->rules, rung_text_of(event->question));
    if (action == SIZE_MAX)
        return false;
    session->done[action] = event->kind == RUNG_EVENT_DONE;
    return true;
}

void session_keep_steps(rung_session *session, const rung_event *events, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rung_event_is_step(&events[i]))
            session_keep_step(session, &events[i]);
}

rung_status rung_session_mark(rung_session *session, size_t action, bool done, int64_t now)
{
    rung_session_record *record = &session->record;
    rung_event event = {.at = now,
                        .kind = done ? RUNG_EVENT_DONE : RUNG_EVENT_UNDONE,
                        .question = session->role->rules->actions[action].id};
    if (session->past)
        return RUNG_READ_ONLY;
    rung_status status = rung_store_append(session->store, record->id, record->events, &event, 1);
    if (status == RUNG_OK) {
        session->done[action] = done;
        record->events++;
        record->updated = now;
        return RUNG_OK;
    }
    rung_status caught_up = status == RUNG_CONFLICT ? session_catch_up(session, false) : RUNG_OK;
    return caught_up == RUNG_OK ? status : caught_up;
}
