/* Notes: remarks of a person on a question, for nobody else. */
#include "session/session_private.h"

#include <string.h>

const char *const *rung_session_notes(const rung_session *session)
{
    return (const char *const *)session->notes;
}

static char *copy(const rung_memory *memory, rung_text text)
{
    char *out = rung_resize(memory, NULL, text.size + 1);
    if (!out)
        return NULL;
    memcpy(out, text.at, text.size);
    out[text.size] = '\0';
    return out;
}

static void put(rung_session *session, size_t question, char *note)
{
    if (session->notes[question])
        rung_resize(session->memory, session->notes[question], 0);
    session->notes[question] = note;
}

rung_status session_keep_note(rung_session *session, size_t question, rung_text text)
{
    char *note = text.size > 0 ? copy(session->memory, text) : NULL;
    if (text.size > 0 && !note)
        return RUNG_NO_MEMORY;
    put(session, question, note);
    return RUNG_OK;
}

rung_status session_keep_notes(rung_session *session, const rung_event *events, size_t count)
{
    const rung_questionnaire *content = session->role->questionnaire;
    rung_status status = RUNG_OK;
    for (size_t i = 0; i < count && status == RUNG_OK; i++) {
        size_t q = SIZE_MAX;
        if (events[i].kind == RUNG_EVENT_NOTE)
            q = rung_find_question(content, rung_text_of(events[i].question));
        if (q != SIZE_MAX)
            status = session_keep_note(session, q, events[i].value);
    }
    return status;
}

void session_free_notes(rung_session *session)
{
    for (size_t q = 0; session->notes && q < session->role->questionnaire->question_count; q++)
        put(session, q, NULL);
}

static bool may_be_kept(rung_text text)
{
    return rung_utf8_valid(text) && rung_utf8_length(text) <= RUNG_SESSION_MAX_NOTE &&
           (text.size == 0 || !memchr(text.at, '\0', text.size));
}

/* The copy is made before the event is written: what is on the disk cannot be taken back. */
rung_status rung_session_note(rung_session *session, size_t question, rung_text text, int64_t now)
{
    rung_session_record *record = &session->record;
    const char *id = session->role->questionnaire->questions[question].id;
    rung_event event = {.at = now, .kind = RUNG_EVENT_NOTE, .question = id, .value = text};
    if (!may_be_kept(text))
        return RUNG_INVALID;
    if (session->past)
        return RUNG_READ_ONLY;
    char *note = text.size > 0 ? copy(session->memory, text) : NULL;
    if (text.size > 0 && !note)
        return RUNG_NO_MEMORY;
    rung_status status = rung_store_append(session->store, record->id, record->events, &event, 1);
    if (status == RUNG_OK) {
        put(session, question, note);
        record->events++;
        record->updated = now;
        return RUNG_OK;
    }
    if (note)
        rung_resize(session->memory, note, 0);
    rung_status caught_up = status == RUNG_CONFLICT ? session_catch_up(session, false) : RUNG_OK;
    return caught_up == RUNG_OK ? status : caught_up;
}
