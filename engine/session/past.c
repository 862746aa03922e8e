/* A session as it was at some time in its past. */
#include "session/session_private.h"

/* Everything that stands before an event of that time or earlier had happened by then, whatever the
 * clock of that day said. */
static size_t known_at(const rung_event *events, size_t count, int64_t at)
{
    while (count > 0 && events[count - 1].at > at)
        count--;
    return count;
}

rung_status session_go_back(rung_session *session, rung_arena *arena, int64_t at)
{
    rung_session_record *record = &session->record;
    rung_event *events = NULL;
    size_t count = 0;
    rung_status status = rung_store_events(session->store, arena, record->id, 0, &events, &count);
    if (status != RUNG_OK)
        return status;
    count = known_at(events, count, at);
    session->past = true;
    session->until = count ? events[count - 1].sequence : 0;
    record->questionnaire = record->first_questionnaire;
    record->rules = record->first_rules;
    for (size_t i = 0; i < count; i++)
        if (rung_event_is_move(&events[i]))
            rung_event_content(&events[i], &record->questionnaire, &record->rules);
    return RUNG_OK;
}

size_t session_known(const rung_session *session, const rung_event *events, size_t count)
{
    while (session->past && count > 0 && events[count - 1].sequence > session->until)
        count--;
    return count;
}
