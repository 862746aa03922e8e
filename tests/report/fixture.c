#include "report/fixture.h"

#include <dirent.h>

const rung_report_subject maria = {
    .id = "7k3m2p",
    .name = "Maria",
    .started = 1777000000000,
    .updated = 1777627800000, /* 2026-05-01T09:30:00Z */
};

/* On post, oven and team. */
static const char *const remarks[BAKERY_QUESTIONS] = {
    [0] = "Ask at the bakery in the Rue Haute first; they know me.",
    [2] = "Only in summer. \"Oven\" – the small one, & never <alone>.",
    [7] = "Ask Paul.",
};

const rung_report_subject maria_with_remarks = {
    .id = "7k3m2p",
    .name = "Maria",
    .started = 1777000000000,
    .updated = 1777627800000,
    .remarks = remarks,
};

rung_text read_whole(rung_arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return (rung_text){NULL, 0};
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *bytes = rung_alloc(arena, (size_t)size + 1);
    assert_int_equal(fread(bytes, 1, (size_t)size, file), size);
    fclose(file);
    return (rung_text){bytes, (size_t)size};
}

static rung_source source(rung_arena *arena, const char *path)
{
    const char *whole = rung_format(arena, "%s/%s", RUNG_SOURCE_DIR, path);
    return (rung_source){path, read_whole(arena, whole)};
}

void fixture_load(struct fixture *fixture, rung_arena *arena, const char *questionnaire,
                  const char *rules)
{
    rung_diagnostics *diagnostics = rung_new(arena, rung_diagnostics);
    rung_source sources[] = {source(arena, questionnaire), source(arena, rules)};
    *fixture = (struct fixture){.arena = arena};
    rung_diagnostics_init(diagnostics, arena);
    rung_status status =
        rung_role_load(&fixture->role, NULL, &sources[0], &sources[1], diagnostics);
    for (size_t i = 0; i < diagnostics->list.count; i++)
        print_error("%s\n", diagnostics->list.at[i].message);
    assert_int_equal(status, RUNG_OK);
    assert_int_equal(rung_answers_new(&fixture->answers, NULL, fixture->role->questionnaire),
                     RUNG_OK);
}

void fixture_load_bakery(struct fixture *fixture, rung_arena *arena)
{
    fixture_load(fixture, arena, "tests/report/bakery.questionnaire.yaml",
                 "tests/report/bakery.rules.yaml");
    assert_int_equal(fixture->role->questionnaire->question_count, BAKERY_QUESTIONS);
}

void fixture_each_shipped(rung_arena *arena, void (*visit)(struct fixture *fixture))
{
    DIR *folder = opendir(RUNG_SOURCE_DIR "/rules");
    assert_non_null(folder);
    for (const struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.')
            continue;
        struct fixture fixture;
        fixture_load(&fixture, arena, rung_format(arena, "questionnaires/%s", entry->d_name),
                     rung_format(arena, "rules/%s", entry->d_name));
        visit(&fixture);
        fixture_free(&fixture);
    }
    closedir(folder);
}

void fixture_free(struct fixture *fixture)
{
    rung_answers_free(fixture->answers);
    rung_role_free(fixture->role);
}

/* --- Answers --------------------------------------------------------------------------------- */
static void clear(struct fixture *fixture)
{
    for (size_t q = 0; q < fixture->role->questionnaire->question_count; q++)
        assert_int_equal(rung_answers_set(fixture->answers, q, (rung_answer){0}), RUNG_OK);
}

enum {
    SETS_LOOKED_AT = 500
}; /* enough for the bakery; the shipped roles also show what is said
    * where the search stops */

static void score(struct fixture *fixture)
{
    fixture->card = rung_scorecard_new(fixture->arena, fixture->role,
                                       rung_sheet_new(fixture->arena, fixture->answers));
    rung_plan_request asked = rung_plan_usual;
    asked.work = SETS_LOOKED_AT;
    fixture->plan = rung_plan_new(fixture->arena, fixture->card, &asked);
}

static void set(struct fixture *fixture, size_t question, const char *value)
{
    const rung_question *asked = &fixture->role->questionnaire->questions[question];
    rung_answer answer;
    const char *problem;
    if (rung_answer_parse(fixture->arena, asked, rung_text_of(value), &answer, &problem))
        fail_msg("%s %s", asked->id, problem);
    assert_int_equal(rung_answers_set(fixture->answers, question, answer), RUNG_OK);
}

void fixture_answer(struct fixture *fixture, const char *answers)
{
    clear(fixture);
    for (const char *at = answers; *at;) {
        const char *equals = strchr(at, '='), *end = equals + strcspn(equals, " ");
        size_t question = rung_find_question(fixture->role->questionnaire,
                                             (rung_text){at, (size_t)(equals - at)});
        assert_int_not_equal(question, SIZE_MAX);
        rung_text value = {equals + 1, (size_t)(end - equals - 1)};
        set(fixture, question, rung_copy(fixture->arena, value));
        at = end + strspn(end, " ");
    }
    score(fixture);
}

/* A small generator of our own, so that a seed means the same everywhere. */
static unsigned roll(unsigned *state, unsigned sides)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % sides;
}

static const char *random_value(struct fixture *fixture, const rung_question *question,
                                unsigned *state)
{
    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
    case RUNG_QUESTION_CHOICES:
        return question->options[roll(state, (unsigned)question->option_count)].id;
    case RUNG_QUESTION_SCALE: {
        unsigned at = roll(state, (unsigned)question->scale->count);
        return rung_format(fixture->arena, "%lld", (long long)question->scale->values[at].value);
    }
    case RUNG_QUESTION_NUMBER:
        return rung_format(fixture->arena, "%d",
                           (int)question->min +
                               (int)roll(state, (unsigned)(question->max - question->min) + 1));
    case RUNG_QUESTION_YES_NO:
        return roll(state, 2) ? "yes" : "no";
    default:
        return "words";
    }
}

void fixture_answer_randomly(struct fixture *fixture, unsigned seed, unsigned chance)
{
    unsigned state = seed;
    clear(fixture);
    for (size_t q = 0; q < fixture->role->questionnaire->question_count; q++)
        if (roll(&state, 100) < chance)
            set(fixture, q,
                random_value(fixture, &fixture->role->questionnaire->questions[q], &state));
    score(fixture);
}

/* --- Bodies ---------------------------------------------------------------------------------- */
struct run {
    rung_arena arena;
    void (*body)(rung_arena *arena);
};

static void run_body(void *ctx)
{
    struct run *run = ctx;
    run->body(&run->arena);
}

void with_arena(void (*body)(rung_arena *arena))
{
    struct run run = {.body = body};
    assert_int_equal(rung_guard(&run.arena, run_body, &run), RUNG_OK);
    rung_arena_release(&run.arena);
}

/* --- Cases ----------------------------------------------------------------------------------- */
rung_text read_cases(rung_arena *arena)
{
    rung_text cases = read_whole(arena, RUNG_TEST_DATA "/report/cases.txt");
    assert_non_null(cases.at);
    for (char *at = (char *)cases.at; (at = strchr(at, '\n')); at++)
        *at = '\0';
    return cases;
}

bool next_case(const char **at, report_case *out)
{
    while (**at == '\0' || **at == '#') {
        *at += strlen(*at) + 1;
        if (strcmp(*at, "end") == 0)
            return false;
    }
    int read;
    if (sscanf(*at, "%63s %15s %d %15s %n", out->name, out->kind, &out->width, out->characters,
               &read) != 4)
        fail_msg("cases.txt: %s", *at);
    out->answers = *at + read;
    *at += strlen(*at);
    return true;
}

/* What the buffer holds, in the arena; the buffer is released. */
static rung_text taken(rung_arena *arena, rung_buffer *buffer)
{
    rung_text text = rung_buffer_text(buffer);
    text.at = rung_copy(arena, text);
    rung_buffer_release(buffer);
    return text;
}

rung_text render_text(struct fixture *fixture, const rung_report_subject *subject,
                      const rung_text_style *style)
{
    rung_buffer buffer;
    rung_buffer_init(&buffer, NULL);
    rung_report_request request = {fixture->card, fixture->answers, subject,
                                   style,         RUNG_PAPER_A4,    fixture->plan};
    rung_report_write(fixture->arena, RUNG_REPORT_TEXT, &request, &buffer.sink);
    return taken(fixture->arena, &buffer);
}

rung_text render_format(struct fixture *fixture, rung_report_format format,
                        const rung_report_subject *subject)
{
    static const rung_text_style style = {.width = 80};
    rung_buffer buffer;
    rung_report_request request = {fixture->card, fixture->answers, subject,
                                   &style,        RUNG_PAPER_A4,    fixture->plan};
    rung_buffer_init(&buffer, NULL);
    rung_report_write(fixture->arena, format, &request, &buffer.sink);
    return taken(fixture->arena, &buffer);
}

const rung_answers *fixture_copy_answers(struct fixture *fixture)
{
    const rung_questionnaire *content = fixture->role->questionnaire;
    rung_memory *memory = rung_new(fixture->arena, rung_memory);
    rung_answers *copy;
    *memory = rung_arena_memory(fixture->arena);
    assert_int_equal(rung_answers_new(&copy, memory, content), RUNG_OK);
    for (size_t q = 0; q < content->question_count; q++)
        assert_int_equal(rung_answers_set(copy, q, *rung_answers_get(fixture->answers, q)),
                         RUNG_OK);
    return copy;
}

const rung_comparison *compare_with(struct fixture *fixture, const rung_answers *before)
{
    return rung_compare(fixture->arena, (rung_compare_side){fixture->role, before},
                        (rung_compare_side){fixture->role, fixture->answers});
}

rung_text render_compare(struct fixture *fixture, const rung_comparison *comparison,
                         const rung_report_subject *subject, const rung_text_style *style)
{
    rung_buffer buffer;
    rung_report_compare compare = {comparison, subject, subject,
                                   (rung_compare_span)(style->width % 3), 1};
    rung_buffer_init(&buffer, NULL);
    rung_report_compare_text(fixture->arena, &compare, style, &buffer.sink);
    return taken(fixture->arena, &buffer);
}

rung_text render_what_if(struct fixture *fixture, const rung_scorecard *before,
                         const rung_text_style *style)
{
    rung_buffer buffer;
    rung_report_supposed answers[] = {{.question = 0, .said = "this", .supposed = "that"},
                                      {.question = 1}};
    rung_report_what_if what_if = {before, fixture->card, answers, RUNG_COUNT(answers)};
    rung_buffer_init(&buffer, NULL);
    rung_report_what_if_text(fixture->arena, &what_if, &maria, style, &buffer.sink);
    return taken(fixture->arena, &buffer);
}

static rung_text render_plan(struct fixture *fixture, const rung_text_style *style)
{
    rung_buffer buffer;
    rung_plan_comparison comparison =
        rung_plan_compare(fixture->arena, fixture->card, &fixture->plan->request);
    rung_plan_frontier frontier =
        rung_plan_find_frontier(fixture->arena, fixture->card, &fixture->plan->request);
    rung_plan_alternatives others = {0};
    if (fixture->plan->reached)
        others = rung_plan_find_alternatives(fixture->arena, fixture->card, fixture->plan);
    rung_report_plan facts = {.card = fixture->card,
                              .plan = fixture->plan,
                              .alternatives = &others,
                              .comparison = &comparison,
                              .frontier = &frontier,
                              .subject = &maria,
                              .style = style};
    rung_buffer_init(&buffer, NULL);
    rung_report_plan_write(fixture->arena, RUNG_PLAN_TEXT, &facts, &buffer.sink);
    return taken(fixture->arena, &buffer);
}

rung_text render_case(struct fixture *fixture, const report_case *which,
                      const rung_text_style *style)
{
    fixture_answer(fixture, which->answers);
    if (strcmp(which->kind, "text") == 0)
        return render_text(fixture, &maria, style);
    if (strcmp(which->kind, "noted") == 0)
        return render_text(fixture, &maria_with_remarks, style);
    if (strncmp(which->kind, "why:", 4) == 0)
        return render_explained(fixture, which->kind + 4, style);
    if (strcmp(which->kind, "plan") == 0)
        return render_plan(fixture, style);
    rung_buffer buffer;
    rung_buffer_init(&buffer, NULL);
    if (strcmp(which->kind, "ladder") == 0)
        rung_report_ladder(fixture->arena, fixture->card, &maria, style, &buffer.sink);
    else
        rung_report_summary(fixture->arena, fixture->card, fixture->plan, &maria, style,
                            &buffer.sink);
    return taken(fixture->arena, &buffer);
}
