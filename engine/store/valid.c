/* What may stand in a store. The same tests guard both ways: what we are given to write, and what
 * we read, since anybody may have edited the file. */
#include "store/sql.h"

#include <string.h>

/* UTF-8 that also is a C string. */
static bool is_string(rung_text text, size_t least, size_t most)
{
    return text.size >= least && text.size <= most &&
           (text.size == 0 || !memchr(text.at, '\0', text.size)) && rung_utf8_valid(text);
}

static bool consists_of(rung_text text, size_t size, const char *alphabet)
{
    if (text.size != size)
        return false;
    for (size_t i = 0; i < size; i++)
        if (!text.at[i] || !strchr(alphabet, text.at[i]))
            return false;
    return true;
}

bool store_valid_id(rung_text id)
{
    return consists_of(id, RUNG_SESSION_ID, STORE_ID_ALPHABET);
}

bool store_valid_digest(rung_text hex)
{
    return consists_of(hex, sizeof((rung_digest *)NULL)->hex - 1, "0123456789abcdef");
}

bool store_valid_name(rung_text name)
{
    return is_string(name, 0, RUNG_SESSION_MAX_NAME);
}

bool store_valid_key(rung_text key)
{
    return is_string(key, 1, RUNG_CONTENT_MAX_ID);
}

bool store_valid_time(int64_t milliseconds)
{
    return milliseconds >= INT64_C(-62135596800000) && milliseconds <= INT64_C(253402300799999);
}

bool store_valid_sequence(int64_t sequence)
{
    return sequence >= 0 && sequence <= STORE_MAX_EVENTS;
}

enum { DIGEST = sizeof((rung_digest *)NULL)->hex - 1 };

bool rung_event_is_move(const rung_event *event)
{
    return event->kind == RUNG_EVENT_MOVE || event->kind == RUNG_EVENT_MOVE_BACK;
}

bool rung_event_is_step(const rung_event *event)
{
    return event->kind == RUNG_EVENT_DONE || event->kind == RUNG_EVENT_UNDONE;
}

void rung_event_content(const rung_event *move, rung_digest *questionnaire, rung_digest *rules)
{
    *questionnaire = *rules = (rung_digest){0};
    memcpy(questionnaire->hex, move->value.at, DIGEST);
    memcpy(rules->hex, move->value.at + DIGEST + 1, DIGEST);
}

bool store_valid_move(const rung_event *event)
{
    rung_text value = event->value;
    return rung_event_is_move(event) && store_valid_time(event->at) && !*event->question &&
           value.size == 2 * DIGEST + 1 && value.at[DIGEST] == ' ' &&
           store_valid_digest((rung_text){value.at, DIGEST}) &&
           store_valid_digest((rung_text){value.at + DIGEST + 1, DIGEST});
}

bool store_valid_event(const rung_event *event)
{
    bool has_value = event->kind == RUNG_EVENT_ANSWER || event->kind == RUNG_EVENT_NOTE;
    return (has_value || event->kind == RUNG_EVENT_CLEAR || event->kind == RUNG_EVENT_SKIP ||
            rung_event_is_step(event)) &&
           store_valid_time(event->at) && store_valid_key(rung_text_of(event->question)) &&
           is_string(event->value, 0, has_value ? STORE_MAX_VALUE : 0);
}
