/* Moving to other content, by the cases of moves.txt, and what goes wrong. */
#include "session/world.h"
#include "store/shim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- Moving, inside the guard that planning needs -------------------------------------------- */

typedef struct plan {
    world *w;
    rung_session *session;
    const rung_role *role;
    rung_role *before; /* of moving back */
    bool back;
    rung_move move;
    char *words;
    rung_status status;
} plan;

static void add_words(plan *p, const char *words)
{
    p->words = rung_format(&p->w->arena, "%s%s%s", p->words, *p->words ? "; " : "", words);
}

static const char *item_words(rung_arena *arena, const rung_move_item *item)
{
    static const char *const names[] = {"kept", "again", "aside", "back"};
    const rung_question *question = item->to ? item->to : item->from;
    const char *why = item->carried.reason == RUNG_CARRY_SAME
                          ? ""
                          : rung_format(arena, ": %s", rung_carry_words(arena, &item->carried));
    return rung_format(arena, "%s %s%s", names[item->fate], question->id, why);
}

static void describe(plan *p)
{
    size_t fates[RUNG_FATE_COUNT] = {0};
    p->words = rung_copy(&p->w->arena, RUNG_TEXT(""));
    for (size_t i = 0; i < p->move.count; i++) {
        const rung_move_item *item = &p->move.items[i];
        fates[item->fate]++;
        assert_int_equal(item->after.given,
                         item->fate == RUNG_FATE_KEPT || item->fate == RUNG_FATE_BACK);
        add_words(p, item_words(&p->w->arena, item));
    }
    assert_memory_equal(fates, p->move.fates, sizeof fates);
    if (p->move.fresh)
        add_words(p, rung_format(&p->w->arena, "%zu new", p->move.fresh));
}

static void plan_body(void *ctx)
{
    plan *p = ctx;
    rung_diagnostics *diagnostics = &p->w->diagnostics;
    p->status = RUNG_OK;
    if (p->back)
        p->status = rung_session_content_before(&p->before, NULL, p->session, diagnostics);
    if (p->status != RUNG_OK)
        return;
    p->status = rung_session_plan_move(p->session, p->back ? p->before : p->role, p->back,
                                       diagnostics, &p->move);
    if (p->status == RUNG_OK)
        describe(p);
}

static rung_status make_plan(plan *p)
{
    rung_status guarded = rung_guard(&p->w->arena, plan_body, p);
    return guarded != RUNG_OK ? guarded : p->status;
}

/* --- Cases ----------------------------------------------------------------------------------- */

/* What the session had at a time. */
typedef struct moment {
    int64_t at;
    size_t line;
    char words[512];
    rung_digest content;
} moment;

typedef struct running {
    world *w;
    char title[512], did[1024];
    size_t line, moves, replays;
    moment moments[16]; /* of this case, the first before its first answer */
    size_t moment_count;
} running;

static void remember(running *r, int64_t at, const char *words)
{
    assert_true(r->moment_count < RUNG_COUNT(r->moments));
    moment *m = &r->moments[r->moment_count++];
    *m = (moment){.at = at, .line = r->line};
    snprintf(m->words, sizeof m->words, "%s", words);
    m->content = rung_session_info(r->w->session)->questionnaire;
}

static void change(running *r, const char *verb, char *words, int64_t now)
{
    rung_session *session = r->w->session;
    char *equals = strchr(words, '=');
    rung_text id = equals ? (rung_text){words, (size_t)(equals - words)} : rung_text_of(words);
    size_t q = question_of(session, id);
    if (strcmp(verb, "note") == 0)
        assert_status(rung_session_note(session, q, rung_text_of(equals + 1), now), RUNG_OK);
    else if (strcmp(verb, "answer") == 0)
        assert_status(
            rung_session_answer(session, q, answer_of(r->w, q, rung_text_of(equals + 1)), now),
            RUNG_OK);
    else if (strcmp(verb, "clear") == 0)
        assert_status(rung_session_clear(session, q, now), RUNG_OK);
    else
        assert_status(rung_session_skip(session, q, now), RUNG_OK);
}

static void move_it(running *r, const char *file, int64_t now)
{
    plan p = {.w = r->w, .session = r->w->session, .back = !*file};
    rung_role *role = *file ? load_version(NULL, file) : NULL;
    int64_t events = rung_session_info(r->w->session)->events;
    p.role = role;
    assert_status(make_plan(&p), RUNG_OK);
    snprintf(r->did, sizeof r->did, "%s", p.words);
    assert_int_equal(rung_session_info(r->w->session)->events, events);
    assert_status(rung_session_move(r->w->session, &p.move, now), RUNG_OK);
    assert_true(rung_session_info(r->w->session)->events > events);
    assert_int_equal(rung_session_foreign_events(r->w->session), 0);
    assert_string_equal(rung_session_role(r->w->session)->questionnaire->digest.hex,
                        p.move.role->questionnaire->digest.hex);
    rung_role_free(role);
    rung_role_free(p.before);
    r->moves++;
}

static void nothing_to_undo(running *r)
{
    plan p = {.w = r->w, .session = r->w->session, .back = true};
    assert_status(make_plan(&p), RUNG_NOT_FOUND);
}

typedef struct looking {
    running *r;
    const rung_session *session;
    char *words;
} looking;

static void look_body(void *ctx)
{
    looking *l = ctx;
    rung_arena *arena = &l->r->w->arena;
    const rung_session *session = l->session;
    const rung_questionnaire *content = rung_session_role(session)->questionnaire;
    l->words = rung_copy(arena, RUNG_TEXT(""));
    for (size_t q = 0; q < content->question_count; q++) {
        const rung_question *question = &content->questions[q];
        const rung_answer *answer = rung_answers_get(rung_session_answers(session), q);
        const char *gap = *l->words ? " " : "";
        if (answer->given)
            l->words = rung_format(arena, "%s%s%s=%s", l->words, gap, question->id,
                                   rung_answer_write(arena, question, *answer));
        else if (rung_session_skipped(session)[q])
            l->words = rung_format(arena, "%s%s%s skipped", l->words, gap, question->id);
        gap = *l->words ? " " : "";
        if (rung_session_notes(session)[q])
            l->words =
                rung_format(arena, "%s%s\"%s\"", l->words, gap, rung_session_notes(session)[q]);
    }
}

static void look(running *r, const char *expected, int64_t now)
{
    looking l = {.r = r};
    for (int opened = 0; opened < 2; opened++) {
        l.session = r->w->session;
        assert_status(rung_guard(&r->w->arena, look_body, &l), RUNG_OK);
        if (strcmp(l.words, expected) != 0)
            fail_msg("moves.txt:%zu: %s: it has \"%s\"", r->line, r->title, l.words);
        world_reopen(r->w);
    }
    remember(r, now, expected);
}

static void look_back(running *r, const moment *m)
{
    world *w = r->w;
    rung_session *then = NULL;
    assert_status(world_open_at(w, NULL, rung_session_info(w->session)->id, m->at, &then), RUNG_OK);
    looking l = {.r = r, .session = then};
    assert_status(rung_guard(&w->arena, look_body, &l), RUNG_OK);
    if (strcmp(l.words, m->words) != 0)
        fail_msg("moves.txt:%zu: %s: looking back, it has \"%s\"", m->line, r->title, l.words);
    assert_string_equal(rung_session_info(then)->questionnaire.hex, m->content.hex);
    assert_string_equal(rung_session_role(then)->questionnaire->digest.hex, m->content.hex);
    assert_true(rung_session_info(then)->updated <= m->at);
    assert_int_equal(rung_session_foreign_events(then), 0);
    rung_session_close(then);
    r->replays++;
}

/* Whatever came later, it can be seen as it was at each moment. */
static void end_case(running *r)
{
    if (!r->w)
        return;
    for (size_t i = 0; i < r->moment_count; i++)
        look_back(r, &r->moments[i]);
    void *state = r->w;
    world_teardown(&state);
    r->w = NULL;
    r->moment_count = 0;
}

static const char *behind(const char *line, const char *verb)
{
    size_t size = strlen(verb);
    if (strncmp(line, verb, size) != 0 || (line[size] && line[size] != ' '))
        return NULL;
    return line + size + (line[size] == ' ');
}

static void new_case(running *r, const char *title)
{
    void *state;
    end_case(r);
    assert_int_equal(world_setup(&state), 0);
    r->w = state;
    snprintf(r->title, sizeof r->title, "%s", title);
    remember(r, 1500, "");
}

static void run_line(running *r, char *line)
{
    static const char *const verbs[] = {"answer", "clear", "skip", "note"};
    int64_t now = 2000 + (int64_t)r->line;
    const char *rest;
    for (size_t i = 0; i < RUNG_COUNT(verbs); i++)
        if (behind(line, verbs[i])) {
            change(r, verbs[i], line + strlen(verbs[i]) + 1, now);
            return;
        }
    if ((rest = behind(line, "==")))
        new_case(r, rest);
    else if ((rest = behind(line, "move")))
        move_it(r, rest, now);
    else if (behind(line, "back"))
        move_it(r, "", now);
    else if (behind(line, "none"))
        nothing_to_undo(r);
    else if ((rest = behind(line, "=")))
        look(r, rest, now);
    else if ((rest = behind(line, ">")) && strcmp(rest, r->did) != 0)
        fail_msg("moves.txt:%zu: %s: it does \"%s\"", r->line, r->title, r->did);
    else
        assert_true(rest || !*line || *line == '#');
}

static void answers_move_by_the_cases(void **state)
{
    (void)state;
    char line[512];
    running r = {0};
    FILE *file = fopen(RUNG_TEST_DATA "/session/moves.txt", "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        r.line++;
        run_line(&r, line);
    }
    fclose(file);
    assert_true(r.moves > 15);
    end_case(&r);
    assert_true(r.replays > 25);
}

/* --- What goes wrong ------------------------------------------------------------------------- */

/* Planned, changed elsewhere, moved: the plan does not know of the change. */
static void a_plan_may_be_too_old(void **state)
{
    world *w = *state;
    rung_role *second = load_version(NULL, "second.yaml");
    size_t years = question_of(w->session, RUNG_TEXT("years"));
    plan p = {.w = w, .session = w->session, .role = second};
    assert_status(make_plan(&p), RUNG_OK);
    rung_answer answer = answer_of(w, years, RUNG_TEXT("3"));
    assert_status(rung_session_answer(w->session, years, answer, 2000), RUNG_OK);
    assert_status(rung_session_move(w->session, &p.move, 3000), RUNG_CONFLICT);
    assert_true(rung_answers_get(rung_session_answers(w->session), years)->given);
    rung_role_free(second);
}

/* Two windows: the one that does not know of the move can write nothing any more. */
static void who_does_not_know_of_a_move_writes_nothing(void **state)
{
    world *w = *state;
    rung_session *other = NULL;
    rung_role *second = load_version(NULL, "second.yaml");
    assert_status(world_open(w, NULL, w->store, "ann", &other), RUNG_OK);
    plan p = {.w = w, .session = other, .role = second};
    assert_status(make_plan(&p), RUNG_OK);
    assert_status(rung_session_move(other, &p.move, 2000), RUNG_OK);
    assert_false(rung_session_moved(w->session));
    for (int i = 0; i < 2; i++) {
        assert_status(rung_session_skip(w->session, 1, 3000), RUNG_CONFLICT);
        assert_true(rung_session_moved(w->session));
    }
    assert_int_equal(rung_session_info(w->session)->events, 0);
    world_reopen(w);
    assert_false(rung_session_moved(w->session));
    assert_status(rung_session_skip(w->session, 1, 3000), RUNG_OK);
    rung_session_close(other);
    rung_role_free(second);
}

static void another_role_is_no_newer_content(void **state)
{
    world *w = *state;
    rung_rules rules = *w->role->rules;
    rung_role other = *w->role;
    rules.id = "other";
    other.rules = &rules;
    plan p = {.w = w, .session = w->session, .role = &other};
    assert_status(make_plan(&p), RUNG_INVALID);
}

static void content_of_before_may_be_damaged(void **state)
{
    world *w = *state;
    rung_role *second = load_version(NULL, "second.yaml");
    plan p = {.w = w, .session = w->session, .role = second};
    char sql[256];
    snprintf(sql, sizeof sql, "DELETE FROM content WHERE digest = '%s'",
             w->role->questionnaire->digest.hex);
    assert_status(make_plan(&p), RUNG_OK);
    assert_status(rung_session_move(w->session, &p.move, 2000), RUNG_OK);
    run_sql(w->f.path, sql);
    world_reopen(w); /* it is not needed to go on */
    p = (plan){.w = w, .session = w->session, .back = true};
    assert_status(make_plan(&p), RUNG_DAMAGED);
    rung_role_free(second);
}

/* --- Looking back ---------------------------------------------------------------------------- */

static void answer_years(world *w, const char *years, int64_t now)
{
    size_t q = question_of(w->session, RUNG_TEXT("years"));
    rung_answer answer = answer_of(w, q, rung_text_of(years));
    assert_status(rung_session_answer(w->session, q, answer, now), RUNG_OK);
}

static void expect_years(world *w, int64_t at, const char *years)
{
    rung_session *then = NULL;
    assert_status(world_open_at(w, NULL, "ann", at, &then), RUNG_OK);
    size_t q = question_of(then, RUNG_TEXT("years"));
    if (!same_answer(&rung_session_role(then)->questionnaire->questions[q],
                     *rung_answers_get(rung_session_answers(then), q),
                     answer_of(w, q, rung_text_of(years))))
        fail_msg("at %lld it is not \"%s\"", (long long)at, years);
    rung_session_close(then);
}

/* A time is inside itself, and a clock that ran ahead hides nothing that came after it. */
static void at_a_time(void **state)
{
    world *w = *state;
    answer_years(w, "1", 2000);
    answer_years(w, "2", 9000);
    answer_years(w, "3", 3000);
    answer_years(w, "4", 4000);
    expect_years(w, 0, "");
    expect_years(w, 1999, "");
    expect_years(w, 2000, "1");
    expect_years(w, 2999, "1");
    expect_years(w, 3000, "3");
    expect_years(w, 4000, "4");
    expect_years(w, INT64_MAX, "4");
}

static void the_past_cannot_be_changed(void **state)
{
    world *w = *state;
    rung_session *then = NULL;
    rung_role *second = load_version(NULL, "second.yaml");
    assert_status(world_open_at(w, NULL, "ann", INT64_MAX, &then), RUNG_OK);
    plan p = {.w = w, .session = then, .role = second};
    assert_status(make_plan(&p), RUNG_OK);
    assert_status(rung_session_skip(then, 1, 3000), RUNG_READ_ONLY);
    assert_status(rung_session_note(then, 1, RUNG_TEXT("no"), 3000), RUNG_READ_ONLY);
    assert_status(rung_session_move(then, &p.move, 3000), RUNG_READ_ONLY);
    rung_session_close(then);
    world_reopen(w);
    assert_int_equal(rung_session_info(w->session)->events, 0);
    rung_role_free(second);
}

static void looking_back_without_memory(void **state)
{
    world *w = *state;
    bool struck = true;
    answer_years(w, "1", 2000);
    answer_years(w, "2", 3000);
    for (long n = 0; struck; n++) {
        rung_session *then = NULL;
        shim_arm((shim_fault){.calls = SHIM_HOOK, .after = n});
        rung_status status = world_open_at(w, &shim_memory, "ann", 2500, &then);
        struck = shim_disarm();
        assert_status(status, struck ? RUNG_NO_MEMORY : RUNG_OK);
        rung_session_close(then);
        assert_int_equal(shim_live_blocks(), 0);
    }
}

/* --- Faults ---------------------------------------------------------------------------------- */

static bool try_move(shim_fault fault)
{
    void *state;
    rung_session *session, *reader;
    assert_int_equal(world_setup(&state), 0);
    world *w = state;
    rung_role *second = load_version(NULL, "second.yaml");
    size_t aim = question_of(w->session, RUNG_TEXT("aim"));
    size_t story = question_of(w->session, RUNG_TEXT("story"));
    assert_status(rung_session_answer(w->session, aim, answer_of(w, aim, RUNG_TEXT("senior")), 1),
                  RUNG_OK);
    assert_status(rung_session_answer(w->session, story, answer_of(w, story, RUNG_TEXT("One.")), 1),
                  RUNG_OK);
    assert_status(rung_session_note(w->session, story, RUNG_TEXT("A remark."), 1), RUNG_OK);
    assert_status(world_open(w, &shim_memory, w->store, "ann", &session), RUNG_OK);
    plan p = {.w = w, .session = session, .role = second};
    assert_status(make_plan(&p), RUNG_OK);
    shim_arm(fault);
    rung_status status = rung_session_move(session, &p.move, 9000);
    bool struck = shim_disarm();
    assert_true(status == RUNG_OK || struck);
    assert_status(world_open(w, NULL, w->store, "ann", &reader), RUNG_OK);
    assert_int_equal(rung_session_info(reader)->events, status == RUNG_OK ? 6 : 3);
    assert_int_equal(rung_session_info(session)->events, rung_session_info(reader)->events);
    assert_string_equal(rung_session_info(session)->questionnaire.hex,
                        rung_session_info(reader)->questionnaire.hex);
    assert_int_equal(rung_answers_count(rung_session_answers(session)), 2);
    assert_int_equal(rung_answers_count(rung_session_answers(reader)), 2);
    assert_string_equal(rung_session_notes(session)[question_of(session, RUNG_TEXT("story"))],
                        "A remark.");
    rung_session_close(reader);
    rung_session_close(session);
    assert_int_equal(shim_live_blocks(), 0);
    rung_role_free(second);
    world_teardown(&state);
    return struck;
}

static void a_move_that_fails_has_no_effect(void **state)
{
    static const shim_fault faults[] = {
        {.calls = SHIM_HOOK},
        {.calls = SHIM_WRITE},
        {.calls = SHIM_WRITE, .stays = true, .full = true},
        {.calls = SHIM_SYNC},
    };
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(faults); i++) {
        shim_fault fault = faults[i];
        while (try_move(fault))
            assert_true(++fault.after < 2000);
    }
}

static void planning_without_memory(void **state)
{
    world *w = *state;
    rung_role *second = load_version(NULL, "second.yaml");
    bool struck = true;
    rung_arena_release(&w->arena);
    rung_arena_init(&w->arena, &shim_memory);
    for (long n = 0; struck; n++) {
        rung_diagnostics_init(&w->diagnostics, &w->arena);
        plan p = {.w = w, .session = w->session, .role = second};
        shim_arm((shim_fault){.calls = SHIM_HOOK, .after = n});
        rung_status status = make_plan(&p);
        struck = shim_disarm();
        assert_status(status, struck ? RUNG_NO_MEMORY : RUNG_OK);
        rung_arena_release(&w->arena);
        assert_int_equal(shim_live_blocks(), 0);
    }
    rung_diagnostics_init(&w->diagnostics, &w->arena);
    rung_role_free(second);
}

int run_move_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_move_by_the_cases),
        WORLD_TEST(a_plan_may_be_too_old),
        WORLD_TEST(who_does_not_know_of_a_move_writes_nothing),
        WORLD_TEST(another_role_is_no_newer_content),
        WORLD_TEST(content_of_before_may_be_damaged),
        cmocka_unit_test(a_move_that_fails_has_no_effect),
        WORLD_TEST(planning_without_memory),
        WORLD_TEST(at_a_time),
        WORLD_TEST(the_past_cannot_be_changed),
        WORLD_TEST(looking_back_without_memory),
    };
    return cmocka_run_group_tests_name("moves", tests, NULL, NULL);
}
