/* The log of a session: appended to, read, and never changed. */
#include "store/sql.h"

#include <stdio.h>

/* --- Appending ------------------------------------------------------------------------------- */

/* The number of the session's last event; RUNG_NOT_FOUND if there is no such session. */
static rung_status last_sequence(rung_store *store, const char *id, int64_t *out)
{
    store_query query =
        store_ask(store, "SELECT coalesce((SELECT max(sequence) FROM event WHERE session = ?1), 0)"
                         " FROM session WHERE id = ?1");
    store_bind_text(&query, 1, rung_text_of(id));
    bool there = store_next(&query);
    int64_t last = there ? store_int(&query, 0) : 0;
    if (!store_valid_sequence(last))
        store_refuse(&query, "an event has an impossible number");
    rung_status status = store_done(&query);
    if (status == RUNG_OK && !there)
        return store_fail(store, RUNG_NOT_FOUND, "no such session");
    if (status == RUNG_OK)
        *out = last;
    return status;
}

static rung_status insert_events(rung_store *store, const char *id, int64_t last,
                                 const rung_event *events, size_t count)
{
    store_query query =
        store_ask(store, "INSERT INTO event (session, sequence, at, kind, question, value) "
                         "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    store_bind_text(&query, 1, rung_text_of(id));
    for (size_t i = 0; i < count; i++) {
        store_bind_int(&query, 2, last + 1 + (int64_t)i);
        store_bind_int(&query, 3, events[i].at);
        store_bind_int(&query, 4, events[i].kind);
        store_bind_text(&query, 5, rung_text_of(events[i].question));
        store_bind_text(&query, 6, events[i].value);
        store_next(&query);
        store_again(&query);
    }
    return store_done(&query);
}

static rung_status check_events(rung_store *store, const rung_event *events, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!store_valid_event(&events[i]))
            return store_fail(store, RUNG_INVALID, "event %zu cannot be kept", i + 1);
    return RUNG_OK;
}

/* The number behind which a writer appends, who knows of `expected` events. */
static rung_status find_end(rung_store *store, const char *id, int64_t expected, int64_t *last)
{
    rung_status status = last_sequence(store, id, last);
    if (status == RUNG_OK && expected >= 0 && expected != *last)
        return store_fail(store, RUNG_CONFLICT, "another process wrote to the session");
    return status;
}

/* Which programs know the event. */
static int version_of(const rung_event *event)
{
    if (rung_event_is_step(event))
        return STORE_STEPS_VERSION;
    return event->kind == RUNG_EVENT_NOTE ? STORE_NOTES_VERSION : STORE_OLDEST_VERSION;
}

static rung_status mark_kinds(rung_store *store, const rung_event *events, size_t count)
{
    int version = STORE_OLDEST_VERSION;
    for (size_t i = 0; i < count; i++)
        if (version_of(&events[i]) > version)
            version = version_of(&events[i]);
    return version > STORE_OLDEST_VERSION ? store_mark(store, version) : RUNG_OK;
}

rung_status rung_store_append(rung_store *store, const char *id, int64_t expected,
                              const rung_event *events, size_t count)
{
    int64_t last = 0;
    rung_status status = check_events(store, events, count);
    if (status == RUNG_OK)
        status = store_begin(store);
    if (status != RUNG_OK)
        return status;
    status = find_end(store, id, expected, &last);
    if (status == RUNG_OK)
        status = mark_kinds(store, events, count);
    if (status == RUNG_OK)
        status = insert_events(store, id, last, events, count);
    return store_end(store, status);
}

static rung_status insert_move(rung_store *store, const char *id, int64_t last,
                               rung_event_kind kind, const rung_role *role, int64_t now)
{
    char value[2 * sizeof((rung_digest *)NULL)->hex];
    int size = snprintf(value, sizeof value, "%s %s", role->questionnaire->digest.hex,
                        role->rules->digest.hex);
    rung_event move = {.at = now, .kind = kind, .question = "", .value = {value, (size_t)size}};
    if (!store_valid_move(&move))
        return store_fail(store, RUNG_INVALID, "the move cannot be kept");
    return insert_events(store, id, last, &move, 1);
}

rung_status rung_store_move(rung_store *store, const char *id, int64_t expected,
                            rung_event_kind kind, const rung_role *role, int64_t now,
                            const rung_event *events, size_t count)
{
    int64_t last = 0;
    rung_status status = check_events(store, events, count);
    if (status == RUNG_OK)
        status = store_begin(store);
    if (status != RUNG_OK)
        return status;
    status = find_end(store, id, expected, &last);
    if (status == RUNG_OK)
        status = store_mark(store, STORE_MOVES_VERSION);
    if (status == RUNG_OK)
        status = store_keep_content(store, role);
    if (status == RUNG_OK)
        status = insert_move(store, id, last, kind, role, now);
    if (status == RUNG_OK)
        status = insert_events(store, id, last + 1, events, count);
    return store_end(store, status);
}

/* --- Reading --------------------------------------------------------------------------------- */

typedef struct reading {
    rung_arena *arena;
    store_query query;
    int64_t last; /* number of the event before the next */
    RUNG_VEC(rung_event) found;
} reading;

static bool read_event(reading *r, rung_event *out)
{
    store_query *query = &r->query;
    rung_text question = store_text(query, 3);
    int64_t kind = store_int(query, 2);
    *out = (rung_event){.sequence = store_int(query, 0),
                        .at = store_int(query, 1),
                        .kind = kind > 0 && kind <= RUNG_EVENT_UNDONE ? (rung_event_kind)kind : 0,
                        .value = store_text(query, 4)};
    if (query->status == RUNG_OK && out->sequence != r->last + 1)
        store_refuse(query, "an event is missing");
    if (query->status == RUNG_OK && question.size > 0 && !store_valid_key(question))
        store_refuse(query, "an event's question cannot be");
    if (query->status != RUNG_OK)
        return false;
    out->question = rung_copy(r->arena, question);
    if (!store_valid_event(out) && !store_valid_move(out)) {
        store_refuse(query, "an event cannot be");
        return false;
    }
    out->value.at = rung_copy(r->arena, out->value);
    r->last = out->sequence;
    return true;
}

static void collect(void *ctx)
{
    reading *r = ctx;
    rung_event event;
    while (store_next(&r->query))
        if (read_event(r, &event))
            rung_push(r->arena, &r->found, event);
}

rung_status rung_store_events(rung_store *store, rung_arena *arena, const char *id, int64_t after,
                              rung_event **out, size_t *count)
{
    int64_t last;
    rung_status status = last_sequence(store, id, &last);
    if (status != RUNG_OK)
        return status;
    /* One statement, and so one moment, also when another process writes. */
    reading r = {.arena = arena, .last = after};
    r.query = store_ask(store, "SELECT sequence, at, kind, question, value FROM event"
                               " WHERE session = ?1 AND sequence > ?2 ORDER BY sequence");
    store_bind_text(&r.query, 1, rung_text_of(id));
    store_bind_int(&r.query, 2, after);
    rung_status guarded = rung_guard(arena, collect, &r);
    status = store_done(&r.query);
    if (guarded != RUNG_OK)
        return store_fail(store, guarded, "out of memory");
    if (status == RUNG_OK) {
        *out = r.found.at;
        *count = r.found.count;
    }
    return status;
}
