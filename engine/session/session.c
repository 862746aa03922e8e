#include "session/session_private.h"

#include <string.h>

const rung_role *rung_session_role(const rung_session *session)
{
    return session->role;
}

const rung_session_record *rung_session_info(const rung_session *session)
{
    return &session->record;
}

const rung_answers *rung_session_answers(const rung_session *session)
{
    return session->answers;
}

const bool *rung_session_skipped(const rung_session *session)
{
    return session->skipped;
}

bool rung_session_moved(const rung_session *session)
{
    return session->moved;
}

size_t rung_session_foreign_events(const rung_session *session)
{
    return session->foreign;
}

/* --- The log, played back -------------------------------------------------------------------- */

typedef struct replay {
    rung_session *session;
    rung_arena *arena;
    bool opening; /* else it goes on with what it knows */
    rung_status status;
} replay;

/* An event that the content does not know changes nothing, and is counted. */
static rung_status replay_event(replay *r, const rung_event *event)
{
    const rung_questionnaire *questionnaire = r->session->role->questionnaire;
    size_t q = rung_find_question(questionnaire, rung_text_of(event->question));
    rung_answer answer = {0};
    const char *problem;
    if (rung_event_is_step(event)) {
        r->session->foreign += !session_keep_step(r->session, event);
        return RUNG_OK;
    }
    if (q == SIZE_MAX || (event->kind == RUNG_EVENT_ANSWER &&
                          rung_answer_parse(r->arena, &questionnaire->questions[q], event->value,
                                            &answer, &problem) != RUNG_OK)) {
        r->session->foreign++;
        return RUNG_OK;
    }
    if (event->kind == RUNG_EVENT_NOTE)
        return session_keep_note(r->session, q, event->value);
    rung_status status = rung_answers_set(r->session->answers, q, answer);
    if (status == RUNG_OK)
        r->session->skipped[q] = event->kind == RUNG_EVENT_SKIP;
    return status;
}

/* Behind the last move the session begins anew. That has to be the move to the content which was
 * loaded; it is another if somebody moved the session between the two readings. */
static size_t behind_moves(replay *r, const rung_event *events, size_t count)
{
    const rung_session_record *record = &r->session->record;
    rung_digest questionnaire, rules;
    size_t i = count;
    while (i > 0 && !rung_event_is_move(&events[i - 1]))
        i--;
    if (i == 0)
        return 0;
    rung_event_content(&events[i - 1], &questionnaire, &rules);
    if (strcmp(questionnaire.hex, record->questionnaire.hex) != 0 ||
        strcmp(rules.hex, record->rules.hex) != 0)
        r->status = RUNG_BUSY;
    return i;
}

/* What stands before a move to content that the session does not have. */
static size_t before_moves(replay *r, const rung_event *events, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rung_event_is_move(&events[i])) {
            r->session->moved = true;
            return i;
        }
    return count;
}

static void replay_all(void *ctx)
{
    replay *r = ctx;
    rung_session_record *record = &r->session->record;
    rung_event *events = NULL;
    size_t count = 0, first = 0;
    r->status =
        rung_store_events(r->session->store, r->arena, record->id, record->events, &events, &count);
    count = session_known(r->session, events, count);
    if (r->status == RUNG_OK && r->opening)
        first = behind_moves(r, events, count);
    else if (r->status == RUNG_OK)
        count = before_moves(r, events, count);
    if (first > 0) {
        record->events = events[first - 1].sequence;
        record->updated = events[first - 1].at;
        if (r->status == RUNG_OK)
            r->status = session_keep_notes(r->session, events, first);
        session_keep_steps(r->session, events, first);
    }
    for (size_t i = first; i < count && r->status == RUNG_OK; i++) {
        r->status = replay_event(r, &events[i]);
        if (r->status == RUNG_OK) {
            record->events = events[i].sequence;
            record->updated = events[i].at;
        }
    }
}

rung_status session_catch_up(rung_session *session, bool opening)
{
    rung_arena arena;
    rung_arena_init(&arena, session->memory);
    replay r = {.session = session, .arena = &arena, .opening = opening};
    rung_status guarded = rung_guard(&arena, replay_all, &r);
    rung_arena_release(&arena);
    return guarded != RUNG_OK ? guarded : r.status;
}

/* --- Starting and opening -------------------------------------------------------------------- */

rung_session *session_new(const rung_memory *memory, rung_store *store)
{
    rung_session *session = rung_resize(memory, NULL, sizeof *session);
    if (!session)
        return NULL;
    memset(session, 0, sizeof *session);
    session->memory = memory;
    session->store = store;
    rung_arena_init(&session->arena, memory);
    return session;
}

void rung_session_close(rung_session *session)
{
    if (!session)
        return;
    session_free_notes(session);
    rung_answers_free(session->answers);
    rung_role_free(session->role);
    rung_arena_release(&session->arena);
    rung_resize(session->memory, session, 0);
}

/* Messages about the content outlive a session that could not be opened: what they point into
 * lives with them. */
const rung_source *session_source(rung_arena *arena, const char *role, const char *what,
                                  rung_text bytes)
{
    rung_source *source = rung_new(arena, rung_source);
    source->name = rung_format(arena, "%s.yaml (stored %s)", role, what);
    source->text = bytes;
    return source;
}

static rung_status make_room(rung_session *session)
{
    const rung_questionnaire *content = session->role->questionnaire;
    session->skipped = rung_new_array(&session->arena, bool, content->question_count);
    session->notes = rung_new_array(&session->arena, char *, content->question_count);
    session->done = rung_new_array(&session->arena, bool, session->role->rules->action_count);
    return rung_answers_new(&session->answers, session->memory, content);
}

rung_status session_take_role(rung_session *session, const rung_role *role)
{
    session->role = rung_role_share(role);
    return make_room(session);
}

/* What starting and opening have in common: a guarded body that fills a session in. */
typedef struct opening {
    rung_session *session;
    rung_diagnostics *diagnostics;
    const rung_role *role; /* starting; opening: one that may be that of the session, or NULL */
    const char *name;      /* starting */
    int64_t now;
    const char *wanted; /* opening */
    const int64_t *at;  /* opening as it was then; NULL: as it is */
    rung_status status;
} opening;

static rung_status run_opening(opening *o, const rung_memory *memory, rung_store *store,
                               void (*body)(void *ctx), rung_session **out)
{
    o->session = session_new(memory, store);
    if (!o->session)
        return RUNG_NO_MEMORY;
    rung_status guarded = rung_guard(o->diagnostics->arena, body, o);
    rung_status status = guarded != RUNG_OK ? guarded : o->status;
    o->session->arena.guard = NULL; /* it was the caller's, and ends */
    if (status == RUNG_OK)
        *out = o->session;
    else
        rung_session_close(o->session);
    return status;
}

/* The store comes last: once the session is in it, nothing can fail any more. */
static void start_body(void *ctx)
{
    opening *o = ctx;
    rung_session *session = o->session;
    rung_session_record *record = &session->record;
    rung_arena_share_guard(&session->arena, o->diagnostics->arena);
    record->name = rung_copy(&session->arena, rung_text_of(o->name));
    record->role = rung_copy(&session->arena, rung_text_of(o->role->rules->id));
    record->questionnaire = record->first_questionnaire = o->role->questionnaire->digest;
    record->rules = record->first_rules = o->role->rules->digest;
    record->started = record->updated = o->now;
    o->status = session_take_role(session, o->role);
    if (o->status == RUNG_OK)
        o->status = rung_store_start(session->store, o->role, record->name, o->now, record->id);
}

rung_status rung_session_start(rung_session **out, const rung_memory *memory, rung_store *store,
                               const rung_role *role, const char *name, int64_t now)
{
    rung_arena arena;
    rung_diagnostics diagnostics;
    rung_arena_init(&arena, memory);
    rung_diagnostics_init(&diagnostics, &arena);
    opening o = {.diagnostics = &diagnostics, .role = role, .name = name, .now = now};
    rung_status status = run_opening(&o, memory, store, start_body, out);
    rung_arena_release(&arena);
    return status;
}

static rung_status load_stored(rung_session *session, rung_diagnostics *diagnostics)
{
    const rung_session_record *record = &session->record;
    rung_arena *arena = diagnostics->arena;
    rung_text questionnaire, rules;
    rung_status status =
        rung_store_content(session->store, arena, &record->questionnaire, &questionnaire);
    if (status == RUNG_OK)
        status = rung_store_content(session->store, arena, &record->rules, &rules);
    if (status != RUNG_OK)
        return status;
    return rung_role_load(&session->role, session->memory,
                          session_source(arena, record->role, "questionnaire", questionnaire),
                          session_source(arena, record->role, "rules", rules), diagnostics);
}

static bool is_content_of(const rung_role *role, const rung_session_record *record)
{
    return strcmp(role->questionnaire->digest.hex, record->questionnaire.hex) == 0 &&
           strcmp(role->rules->digest.hex, record->rules.hex) == 0;
}

/* Content that is kept and cannot be understood is damage, whatever the messages say of it. */
static rung_status take_content(rung_session *session, const rung_role *known,
                                rung_diagnostics *diagnostics)
{
    const rung_session_record *record = &session->record;
    rung_status status = RUNG_OK;
    if (known && is_content_of(known, record))
        session->role = rung_role_share(known);
    else
        status = load_stored(session, diagnostics);
    if (status == RUNG_OK)
        status = make_room(session);
    bool other = status == RUNG_OK && strcmp(session->role->rules->id, record->role) != 0;
    return status == RUNG_NOT_FOUND || status == RUNG_INVALID || other ? RUNG_DAMAGED : status;
}

static void open_body(void *ctx)
{
    opening *o = ctx;
    rung_session *session = o->session;
    rung_arena_share_guard(&session->arena, o->diagnostics->arena);
    o->status = rung_store_find(session->store, &session->arena, o->wanted, &session->record);
    if (o->status == RUNG_OK && o->at)
        o->status = session_go_back(session, o->diagnostics->arena, *o->at);
    if (o->status == RUNG_OK)
        o->status = take_content(session, o->role, o->diagnostics);
    session->record.events = 0; /* none of them is in `answers` yet */
    session->record.updated = session->record.started;
    if (o->status == RUNG_OK)
        o->status = session_catch_up(session, true);
}

rung_status rung_session_open_known(rung_session **out, const rung_memory *memory,
                                    rung_store *store, const char *wanted, const rung_role *known,
                                    rung_diagnostics *diagnostics)
{
    opening o = {.diagnostics = diagnostics, .role = known, .wanted = wanted};
    return run_opening(&o, memory, store, open_body, out);
}

rung_status rung_session_open(rung_session **out, const rung_memory *memory, rung_store *store,
                              const char *wanted, rung_diagnostics *diagnostics)
{
    return rung_session_open_known(out, memory, store, wanted, NULL, diagnostics);
}

rung_status rung_session_open_at(rung_session **out, const rung_memory *memory, rung_store *store,
                                 const char *wanted, int64_t at, rung_diagnostics *diagnostics)
{
    opening o = {.diagnostics = diagnostics, .wanted = wanted, .at = &at};
    return run_opening(&o, memory, store, open_body, out);
}

/* --- Changing -------------------------------------------------------------------------------- */

typedef struct change {
    size_t question;
    rung_event_kind kind;
    rung_answer answer; /* ANSWER */
} change;

typedef struct edit {
    rung_session *session;
    rung_arena *arena;
    change *changes;
    size_t count;
    int64_t now;
    rung_status status;
} edit;

static rung_answer copy_answer(rung_arena *arena, rung_answer answer)
{
    if (answer.text)
        answer.text = rung_copy(arena, rung_text_of(answer.text));
    return answer;
}

static rung_event event_of(edit *e, const change *c)
{
    const rung_question *question = &e->session->role->questionnaire->questions[c->question];
    rung_event event = {.at = e->now, .kind = c->kind, .question = question->id};
    if (c->kind == RUNG_EVENT_ANSWER)
        event.value = rung_text_of(rung_answer_write(e->arena, question, c->answer));
    return event;
}

/* Sets the first `count` answers back. Only a text needs memory for that; where there is none, the
 * question is open again, which is safer than an answer that is not on the disk. */
static void undo(edit *e, const rung_answer *before, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t q = e->changes[i].question;
        if (rung_answers_set(e->session->answers, q, before[i]) != RUNG_OK)
            (void)rung_answers_set(e->session->answers, q, (rung_answer){0});
    }
}

/* The answers are set before the events are written, since setting can fail for want of memory,
 * and what is on the disk cannot be taken back. */
static rung_status apply(edit *e, const rung_event *events, const rung_answer *before)
{
    rung_session *session = e->session;
    rung_status status = RUNG_OK;
    size_t set = 0;
    while (set < e->count && status == RUNG_OK) {
        status =
            rung_answers_set(session->answers, e->changes[set].question, e->changes[set].answer);
        set += status == RUNG_OK;
    }
    if (status == RUNG_OK)
        status = rung_store_append(session->store, session->record.id, session->record.events,
                                   events, e->count);
    if (status != RUNG_OK)
        undo(e, before, set);
    return status;
}

static void edit_body(void *ctx)
{
    edit *e = ctx;
    rung_session *session = e->session;
    rung_event *events = rung_new_array(e->arena, rung_event, e->count);
    rung_answer *before = rung_new_array(e->arena, rung_answer, e->count);
    for (size_t i = 0; i < e->count; i++) {
        change *c = &e->changes[i];
        /* The caller's text may be the one that setting frees. */
        c->answer = copy_answer(e->arena, c->answer);
        before[i] = copy_answer(e->arena, *rung_answers_get(session->answers, c->question));
        events[i] = event_of(e, c);
    }
    e->status = apply(e, events, before);
    if (e->status != RUNG_OK || e->count == 0)
        return;
    for (size_t i = 0; i < e->count; i++)
        session->skipped[e->changes[i].question] = e->changes[i].kind == RUNG_EVENT_SKIP;
    session->record.events += (int64_t)e->count;
    session->record.updated = e->now;
}

static rung_status make_changes(rung_session *session, change *changes, size_t count, int64_t now)
{
    rung_arena arena;
    if (session->past)
        return RUNG_READ_ONLY;
    rung_arena_init(&arena, session->memory);
    edit e = {.session = session, .arena = &arena, .changes = changes, .count = count, .now = now};
    rung_status guarded = rung_guard(&arena, edit_body, &e);
    rung_arena_release(&arena);
    if (guarded != RUNG_OK)
        return guarded;
    if (e.status != RUNG_CONFLICT)
        return e.status;
    rung_status caught_up = session_catch_up(session, false);
    return caught_up == RUNG_OK ? RUNG_CONFLICT : caught_up;
}

static change answering(size_t question, rung_answer answer)
{
    return (change){question, answer.given ? RUNG_EVENT_ANSWER : RUNG_EVENT_CLEAR,
                    answer.given ? answer : (rung_answer){0}};
}

rung_status rung_session_answer(rung_session *session, size_t question, rung_answer answer,
                                int64_t now)
{
    change c = answering(question, answer);
    return make_changes(session, &c, 1, now);
}

rung_status rung_session_clear(rung_session *session, size_t question, int64_t now)
{
    return make_changes(session, &(change){question, RUNG_EVENT_CLEAR, {0}}, 1, now);
}

rung_status rung_session_skip(rung_session *session, size_t question, int64_t now)
{
    return make_changes(session, &(change){question, RUNG_EVENT_SKIP, {0}}, 1, now);
}

rung_status rung_session_answer_all(rung_session *session, const rung_answers *answers,
                                    const bool *change_it, int64_t now)
{
    size_t questions = session->role->questionnaire->question_count, count = 0;
    change *changes = rung_resize(session->memory, NULL, (questions + 1) * sizeof *changes);
    if (!changes)
        return RUNG_NO_MEMORY;
    for (size_t q = 0; q < questions; q++)
        if (change_it[q])
            changes[count++] = answering(q, *rung_answers_get(answers, q));
    rung_status status = make_changes(session, changes, count, now);
    rung_resize(session->memory, changes, 0);
    return status;
}
