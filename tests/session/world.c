#include "session/world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- The role -------------------------------------------------------------------------------- */

typedef struct loading {
    rung_role *role;
    const rung_memory *memory;
    rung_source questionnaire, rules;
    rung_diagnostics diagnostics;
    rung_status status;
} loading;

static void load_body(void *ctx)
{
    loading *l = ctx;
    l->status = rung_role_load(&l->role, l->memory, &l->questionnaire, &l->rules, &l->diagnostics);
}

static void print_diagnostics(const rung_diagnostics *diagnostics)
{
    for (size_t i = 0; i < diagnostics->list.count; i++)
        print_error("%s\n", diagnostics->list.at[i].message);
}

static rung_role *load(const rung_memory *memory, const char *file, const char *tail)
{
    rung_arena arena = {0};
    loading l = {.memory = memory};
    char path[PATH_SIZE];
    make_path(path, RUNG_TEST_DATA "/session/content/%s", file);
    file_bytes questionnaire = read_file(path);
    file_bytes rules = read_file(RUNG_TEST_DATA "/session/content/rules.yaml");
    assert_non_null(questionnaire.at);
    assert_non_null(rules.at);
    rules.at = realloc(rules.at, rules.size + strlen(tail) + 1);
    assert_non_null(rules.at);
    memcpy(rules.at + rules.size, tail, strlen(tail));
    l.questionnaire = (rung_source){"q.yaml", {questionnaire.at, questionnaire.size}};
    l.rules = (rung_source){"r.yaml", {rules.at, rules.size + strlen(tail)}};
    rung_diagnostics_init(&l.diagnostics, &arena);
    assert_status(rung_guard(&arena, load_body, &l), RUNG_OK);
    print_diagnostics(&l.diagnostics);
    assert_status(l.status, RUNG_OK);
    rung_arena_release(&arena);
    free(questionnaire.at);
    free(rules.at);
    return l.role;
}

rung_role *load_role(const rung_memory *memory, const char *tail)
{
    return load(memory, "questionnaire.yaml", tail);
}

rung_role *load_version(const rung_memory *memory, const char *file)
{
    return load(memory, file, "");
}

/* --- The world ------------------------------------------------------------------------------- */

int world_setup(void **state)
{
    void *f;
    world *w = calloc(1, sizeof *w);
    if (!w || fixture_setup(&f) != 0)
        return -1;
    w->f = *(fixture *)f;
    free(f);
    rung_diagnostics_init(&w->diagnostics, &w->arena);
    w->role = load_role(NULL, "");
    w->store = open_store(w->f.path, RUNG_STORE_CREATE);
    assert_status(rung_session_start(&w->session, NULL, w->store, w->role, "ann", 1000), RUNG_OK);
    *state = w;
    return 0;
}

int world_teardown(void **state)
{
    world *w = *state;
    rung_session_close(w->session);
    rung_store_close(w->store);
    rung_role_free(w->role);
    rung_arena_release(&w->arena);
    rung_arena_release(&w->f.arena);
    remove_tree(w->f.folder);
    free(w);
    return 0;
}

typedef struct opening {
    world *w;
    const rung_memory *memory;
    rung_store *store;
    const char *wanted;
    const int64_t *at; /* or NULL */
    rung_session **out;
    rung_status status;
} opening;

static void open_body(void *ctx)
{
    opening *o = ctx;
    rung_diagnostics *diagnostics = &o->w->diagnostics;
    o->status =
        o->at ? rung_session_open_at(o->out, o->memory, o->store, o->wanted, *o->at, diagnostics)
              : rung_session_open_known(o->out, o->memory, o->store, o->wanted, o->w->known,
                                        diagnostics);
}

static rung_status open_it(opening *o)
{
    rung_status guarded = rung_guard(&o->w->arena, open_body, o);
    return guarded == RUNG_OK ? o->status : guarded;
}

rung_status world_open(world *w, const rung_memory *memory, rung_store *store, const char *wanted,
                       rung_session **out)
{
    opening o = {.w = w, .memory = memory, .store = store, .wanted = wanted, .out = out};
    return open_it(&o);
}

rung_status world_open_at(world *w, const rung_memory *memory, const char *wanted, int64_t at,
                          rung_session **out)
{
    opening o = {
        .w = w, .memory = memory, .store = w->store, .wanted = wanted, .at = &at, .out = out};
    return open_it(&o);
}

void world_reopen(world *w)
{
    char id[RUNG_SESSION_ID + 1];
    strcpy(id, rung_session_info(w->session)->id);
    rung_session_close(w->session);
    w->session = NULL;
    rung_store_close(w->store);
    w->store = open_store(w->f.path, RUNG_STORE_WRITE);
    assert_status(world_open(w, NULL, w->store, id, &w->session), RUNG_OK);
}

/* --- Answers --------------------------------------------------------------------------------- */

size_t question_of(const rung_session *session, rung_text id)
{
    size_t q = rung_find_question(rung_session_role(session)->questionnaire, id);
    if (q == SIZE_MAX)
        fail_msg("there is no question %.*s", (int)id.size, id.at);
    return q;
}

typedef struct parsing {
    world *w;
    size_t question;
    rung_text words;
    rung_answer answer;
    rung_status status;
} parsing;

static void parse_body(void *ctx)
{
    parsing *p = ctx;
    const char *problem;
    const rung_questionnaire *questionnaire = rung_session_role(p->w->session)->questionnaire;
    p->status = rung_answer_parse(&p->w->arena, &questionnaire->questions[p->question], p->words,
                                  &p->answer, &problem);
}

rung_answer answer_of(world *w, size_t question, rung_text words)
{
    parsing p = {.w = w, .question = question, .words = words};
    if (words.size == 0)
        return (rung_answer){0};
    assert_status(rung_guard(&w->arena, parse_body, &p), RUNG_OK);
    assert_status(p.status, RUNG_OK);
    return p.answer;
}

bool same_answer(const rung_question *question, rung_answer a, rung_answer b)
{
    if (!a.given || !b.given)
        return a.given == b.given;
    if (question->type == RUNG_QUESTION_TEXT)
        return strcmp(a.text, b.text) == 0;
    return a.value.set == b.value.set; /* eight bytes, whichever member they are */
}
