/* Moving a session to other content: what becomes of each answer, and doing it. */
#include "session/session_private.h"

#include <string.h>

/* --- What was said with which content -------------------------------------------------------- */

/* The last event of a question between two moves. */
typedef struct slot {
    bool any;
    rung_event_kind kind;
    rung_answer answer; /* ANSWER */
} slot;

/* The log between two moves. */
typedef struct stretch {
    rung_digest questionnaire, rules;
    const rung_questionnaire *content;
    slot *slots; /* one a question */
    bool back;   /* it began with a move back */
} stretch;

typedef struct history {
    rung_session *session;
    rung_diagnostics *diagnostics;
    rung_arena *arena; /* that of the diagnostics */
    RUNG_VEC(stretch) stretches;
    rung_status status;
} history;

/* The same content comes again when somebody moves back: it is loaded once. */
static const rung_questionnaire *loaded_before(const history *h, const rung_digest *digest)
{
    for (size_t i = 0; i < h->stretches.count; i++)
        if (strcmp(h->stretches.at[i].questionnaire.hex, digest->hex) == 0)
            return h->stretches.at[i].content;
    return NULL;
}

static const rung_questionnaire *load_questionnaire(history *h, const rung_digest *digest)
{
    const rung_questionnaire *content = loaded_before(h, digest);
    rung_text bytes;
    if (content)
        return content;
    h->status = rung_store_content(h->session->store, h->arena, digest, &bytes);
    if (h->status == RUNG_OK) {
        const rung_source *source =
            session_source(h->arena, h->session->record.role, "questionnaire", bytes);
        content = rung_questionnaire_load(h->arena, source, h->diagnostics);
    }
    if (!content && (h->status == RUNG_OK || h->status == RUNG_NOT_FOUND))
        h->status = RUNG_DAMAGED;
    return content;
}

static void begin_stretch(history *h, rung_digest questionnaire, rung_digest rules, bool back)
{
    stretch s = {.questionnaire = questionnaire, .rules = rules, .back = back};
    s.content = load_questionnaire(h, &questionnaire);
    if (!s.content)
        return;
    s.slots = rung_new_array(h->arena, slot, s.content->question_count);
    rung_push(h->arena, &h->stretches, s);
}

/* What the content of its time does not know says nothing here either. */
static void add_event(history *h, const rung_event *event)
{
    stretch *s = &h->stretches.at[h->stretches.count - 1];
    size_t q = rung_find_question(s->content, rung_text_of(event->question));
    slot next = {.any = true, .kind = event->kind};
    const char *problem;
    if (q == SIZE_MAX || event->kind == RUNG_EVENT_NOTE || rung_event_is_step(event) ||
        (event->kind == RUNG_EVENT_ANSWER &&
         rung_answer_parse(h->arena, &s->content->questions[q], event->value, &next.answer,
                           &problem) != RUNG_OK))
        return;
    s->slots[q] = next;
}

/* As much of the log as the session knows. */
static void read_history(history *h)
{
    const rung_session_record *record = &h->session->record;
    rung_event *events = NULL;
    size_t count = 0;
    h->status = rung_store_events(h->session->store, h->arena, record->id, 0, &events, &count);
    if (h->status == RUNG_OK)
        begin_stretch(h, record->first_questionnaire, record->first_rules, false);
    for (size_t i = 0; h->status == RUNG_OK && i < count && events[i].sequence <= record->events;
         i++) {
        rung_digest questionnaire, rules;
        if (!rung_event_is_move(&events[i])) {
            add_event(h, &events[i]);
            continue;
        }
        rung_event_content(&events[i], &questionnaire, &rules);
        begin_stretch(h, questionnaire, rules, events[i].kind == RUNG_EVENT_MOVE_BACK);
    }
}

/* --- What counts then ------------------------------------------------------------------------ */

typedef struct planning {
    history *history;
    rung_move *move;
    rung_answer *answers;
    bool *skipped;
    RUNG_VEC(rung_move_item) items;
} planning;

/* The last words on a question: an answer that holds, or that it was skipped or cleared as it is
 * asked now. What was said to another wording is passed over. */
static void choose(planning *p, size_t q)
{
    const history *h = p->history;
    const rung_question *to = &p->move->role->questionnaire->questions[q];
    for (size_t i = h->stretches.count; i-- > 0;) {
        const stretch *s = &h->stretches.at[i];
        size_t found = rung_find_question(s->content, rung_text_of(to->id));
        if (found == SIZE_MAX || !s->slots[found].any)
            continue;
        const rung_question *from = &s->content->questions[found];
        const slot *last = &s->slots[found];
        if (last->kind == RUNG_EVENT_ANSWER) {
            rung_carried carried = rung_carry(h->arena, from, to, last->answer);
            if (carried.reason != RUNG_CARRY_SAME)
                continue;
            p->answers[q] = carried.answer;
            return;
        }
        if (rung_carry_asks_the_same(from, to)) {
            p->skipped[q] = last->kind == RUNG_EVENT_SKIP && !to->required;
            return;
        }
    }
}

static void add_item(planning *p, rung_move_item item)
{
    p->move->fates[item.fate]++;
    rung_push(p->history->arena, &p->items, item);
}

static bool same_answer(rung_arena *arena, const rung_question *question, rung_answer a,
                        rung_answer b)
{
    return strcmp(rung_answer_write(arena, question, a), rung_answer_write(arena, question, b)) ==
           0;
}

static void judge(planning *p, size_t q)
{
    rung_arena *arena = p->history->arena;
    const rung_session *session = p->history->session;
    const rung_questionnaire *now = session->role->questionnaire;
    rung_move_item item = {.to = &p->move->role->questionnaire->questions[q],
                           .after = p->answers[q]};
    size_t found = rung_find_question(now, rung_text_of(item.to->id));
    if (found == SIZE_MAX) {
        p->move->fresh++;
    } else {
        item.from = &now->questions[found];
        item.before = *rung_answers_get(session->answers, found);
    }
    if (!item.before.given && !item.after.given)
        return;
    if (item.before.given)
        item.carried = rung_carry(arena, item.from, item.to, item.before);
    bool holds = item.before.given && item.carried.reason == RUNG_CARRY_SAME;
    if (!item.after.given)
        item.fate = RUNG_FATE_AGAIN;
    else if (holds && same_answer(arena, item.to, item.carried.answer, item.after))
        item.fate = RUNG_FATE_KEPT;
    else
        item.fate = RUNG_FATE_BACK;
    add_item(p, item);
}

static void set_aside(planning *p)
{
    const rung_session *session = p->history->session;
    const rung_questionnaire *now = session->role->questionnaire;
    for (size_t q = 0; q < now->question_count; q++) {
        const rung_question *from = &now->questions[q];
        rung_answer before = *rung_answers_get(session->answers, q);
        if (before.given &&
            rung_find_question(p->move->role->questionnaire, rung_text_of(from->id)) == SIZE_MAX)
            add_item(p, (rung_move_item){RUNG_FATE_ASIDE, .from = from, .before = before});
    }
}

rung_status rung_session_plan_move(rung_session *session, const rung_role *role, bool back,
                                   rung_diagnostics *diagnostics, rung_move *out)
{
    history h = {.session = session, .diagnostics = diagnostics, .arena = diagnostics->arena};
    if (strcmp(role->rules->id, session->record.role) != 0)
        return RUNG_INVALID;
    read_history(&h);
    if (h.status != RUNG_OK)
        return h.status;
    size_t count = role->questionnaire->question_count;
    rung_move move = {.role = role, .back = back, .events = session->record.events};
    planning p = {.history = &h,
                  .move = &move,
                  .answers = rung_new_array(h.arena, rung_answer, count),
                  .skipped = rung_new_array(h.arena, bool, count)};
    for (size_t q = 0; q < count; q++) {
        choose(&p, q);
        judge(&p, q);
    }
    set_aside(&p);
    move.answers = p.answers;
    move.skipped = p.skipped;
    move.items = p.items.at;
    move.count = p.items.count;
    *out = move;
    return RUNG_OK;
}

/* --- Moving ---------------------------------------------------------------------------------- */

typedef struct moving {
    rung_session *session, *next;
    const rung_move *move;
    rung_diagnostics diagnostics;
    int64_t now;
    rung_status status;
} moving;

/* What stands behind the move: all that counts. */
static size_t write_events(moving *m, rung_event *events)
{
    const rung_questionnaire *content = m->move->role->questionnaire;
    size_t count = 0;
    for (size_t q = 0; q < content->question_count; q++) {
        const rung_question *question = &content->questions[q];
        rung_event event = {.at = m->now, .kind = RUNG_EVENT_SKIP, .question = question->id};
        if (m->move->answers[q].given) {
            event.kind = RUNG_EVENT_ANSWER;
            event.value = rung_text_of(
                rung_answer_write(m->diagnostics.arena, question, m->move->answers[q]));
        }
        if (m->move->answers[q].given || m->move->skipped[q])
            events[count++] = event;
    }
    return count;
}

static void fill_record(moving *m)
{
    const rung_session_record *old = &m->session->record;
    rung_session_record *record = &m->next->record;
    *record = *old;
    record->name = rung_copy(&m->next->arena, rung_text_of(old->name));
    record->role = rung_copy(&m->next->arena, rung_text_of(old->role));
    record->questionnaire = m->move->role->questionnaire->digest;
    record->rules = m->move->role->rules->digest;
}

/* Notes and steps. Those on what comes back with a move back are in the log only. */
static rung_status take_aside(moving *m)
{
    rung_event *events;
    size_t count, known = 0;
    rung_status status = rung_store_events(m->session->store, m->diagnostics.arena,
                                           m->session->record.id, 0, &events, &count);
    while (status == RUNG_OK && known < count && events[known].sequence <= m->move->events)
        known++;
    if (status == RUNG_OK)
        session_keep_steps(m->next, events, known);
    return status == RUNG_OK ? session_keep_notes(m->next, events, known) : status;
}

/* The store comes last: once the move is in it, nothing can fail any more. */
static void move_body(void *ctx)
{
    moving *m = ctx;
    rung_session *next = m->next;
    const rung_role *role = m->move->role;
    size_t questions = role->questionnaire->question_count;
    rung_arena_share_guard(&next->arena, m->diagnostics.arena);
    fill_record(m);
    m->status = session_take_role(next, role);
    for (size_t q = 0; q < questions && m->status == RUNG_OK; q++) {
        next->skipped[q] = m->move->skipped[q];
        m->status = rung_answers_set(next->answers, q, m->move->answers[q]);
    }
    if (m->status == RUNG_OK)
        m->status = take_aside(m);
    if (m->status != RUNG_OK)
        return;
    rung_event *events = rung_new_array(m->diagnostics.arena, rung_event, questions);
    size_t count = write_events(m, events);
    m->status = rung_store_move(next->store, next->record.id, m->move->events,
                                m->move->back ? RUNG_EVENT_MOVE_BACK : RUNG_EVENT_MOVE, role,
                                m->now, events, count);
    next->record.events = m->move->events + 1 + (int64_t)count;
    next->record.updated = m->now;
}

rung_status rung_session_move(rung_session *session, const rung_move *move, int64_t now)
{
    rung_arena arena;
    moving m = {.session = session, .move = move, .now = now};
    if (session->past)
        return RUNG_READ_ONLY;
    m.next = session_new(session->memory, session->store);
    if (!m.next)
        return RUNG_NO_MEMORY;
    rung_arena_init(&arena, session->memory);
    rung_diagnostics_init(&m.diagnostics, &arena);
    rung_status guarded = rung_guard(&arena, move_body, &m);
    rung_arena_release(&arena);
    rung_status status = guarded != RUNG_OK ? guarded : m.status;
    m.next->arena.guard = NULL; /* it was that of this call */
    if (status == RUNG_OK) {
        rung_session before = *session;
        *session = *m.next;
        *m.next = before;
    }
    rung_session_close(m.next);
    return status;
}

/* --- Moving back ----------------------------------------------------------------------------- */

/* Moves pile up, and each move back takes the last one away. NULL: none is left. */
static const stretch *before_last_move(const history *h, rung_arena *arena)
{
    const stretch **pile = rung_new_array(arena, const stretch *, h->stretches.count);
    size_t height = 0;
    for (size_t i = 0; i < h->stretches.count; i++) {
        const stretch *s = &h->stretches.at[i];
        if (s->back && height > 1)
            height--;
        else
            pile[height++] = s;
    }
    return height > 1 ? pile[height - 2] : NULL;
}

rung_status rung_session_content_before(rung_role **out, const rung_memory *memory,
                                        rung_session *session, rung_diagnostics *diagnostics)
{
    rung_arena *arena = diagnostics->arena;
    history h = {.session = session, .diagnostics = diagnostics, .arena = arena};
    rung_text questionnaire, rules;
    read_history(&h);
    if (h.status != RUNG_OK)
        return h.status;
    const stretch *before = before_last_move(&h, arena);
    if (!before)
        return RUNG_NOT_FOUND;
    rung_status status =
        rung_store_content(session->store, arena, &before->questionnaire, &questionnaire);
    if (status == RUNG_OK)
        status = rung_store_content(session->store, arena, &before->rules, &rules);
    if (status == RUNG_OK)
        status = rung_role_load(
            out, memory,
            session_source(arena, session->record.role, "questionnaire", questionnaire),
            session_source(arena, session->record.role, "rules", rules), diagnostics);
    return status == RUNG_NOT_FOUND || status == RUNG_INVALID ? RUNG_DAMAGED : status;
}
