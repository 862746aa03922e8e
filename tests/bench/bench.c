/* Measurements, each beside a floor in the same run: what matters is the ratio.
 *
 *   load    a role from YAML to compiled content   / libyaml alone reading the same bytes
 *   score   one answered sheet to its scorecard    / jansson alone reading those answers as JSON
 *   answer  one answer made durable in a session   / 4 KiB overwritten and fdatasync'd
 *
 * usage: bench REPOSITORY FOLDER     the folder must be on the disk that is to be measured */
#include "scoring/scoring.h"
#include "session/session.h"

#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <yaml.h>

enum { ROUNDS = 7, FILE_MAX = 8 * 1024 * 1024 };

struct bench {
    rung_source questionnaire, rules;
    rung_role *role;
    rung_arena sheets; /* emptied after every scorecard */
    rung_answers *answers;
    const char *json; /* the same answers */
    rung_session *session;
    size_t question;
    int file;
};

static void give_up(const char *what)
{
    fprintf(stderr, "bench: %s\n", what);
    exit(1);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static rung_text read_file(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(FILE_MAX);
    if (!file || !bytes)
        give_up("cannot read the shipped content");
    size_t size = fread(bytes, 1, FILE_MAX, file);
    fclose(file);
    return (rung_text){bytes, size};
}

/* --- load ------------------------------------------------------------------------------------ */

struct loading {
    struct bench *bench;
    rung_arena *arena;
    rung_role **out;
};

static void load_guarded(void *ctx)
{
    struct loading *loading = ctx;
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, loading->arena);
    if (rung_role_load(loading->out, NULL, &loading->bench->questionnaire, &loading->bench->rules,
                       &diagnostics) != RUNG_OK)
        give_up("the shipped content does not load");
}

static rung_role *load(struct bench *bench)
{
    rung_role *role = NULL;
    rung_arena arena = {0};
    struct loading loading = {bench, &arena, &role};
    if (rung_guard(&arena, load_guarded, &loading) != RUNG_OK)
        give_up("out of memory");
    rung_arena_release(&arena);
    return role;
}

static void load_role(struct bench *bench)
{
    rung_role_free(load(bench));
}

static void parse_events(rung_text text)
{
    yaml_parser_t parser;
    yaml_event_t event;
    yaml_event_type_t type;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text.at, text.size);
    do {
        if (!yaml_parser_parse(&parser, &event))
            give_up("libyaml refuses the shipped content");
        type = event.type;
        yaml_event_delete(&event);
    } while (type != YAML_STREAM_END_EVENT);
    yaml_parser_delete(&parser);
}

static void load_floor(struct bench *bench)
{
    parse_events(bench->questionnaire.text);
    parse_events(bench->rules.text);
}

/* --- score ----------------------------------------------------------------------------------- */

static void score_guarded(void *ctx)
{
    struct bench *bench = ctx;
    rung_scorecard_new(&bench->sheets, bench->role, rung_sheet_new(&bench->sheets, bench->answers));
}

static void score(struct bench *bench)
{
    if (rung_guard(&bench->sheets, score_guarded, bench) != RUNG_OK)
        give_up("out of memory");
    rung_arena_release(&bench->sheets);
}

static void score_floor(struct bench *bench)
{
    json_t *answers = json_loads(bench->json, 0, NULL);
    if (!answers)
        give_up("jansson refuses the answers");
    json_decref(answers);
}

/* Every question answered with the first value of its domain. */
static void answer_everything(struct bench *bench)
{
    const rung_questionnaire *questionnaire = bench->role->questionnaire;
    char *json = malloc(64 * 1024), *at = json;
    if (!json || rung_answers_new(&bench->answers, NULL, questionnaire) != RUNG_OK)
        give_up("out of memory");
    *at++ = '{';
    for (size_t q = 0; q < questionnaire->question_count; q++) {
        const rung_question *question = &questionnaire->questions[q];
        rung_answer answer = {.given = true, .text = NULL};
        if (question->type == RUNG_QUESTION_SCALE)
            answer.value.i = question->scale->values[0].value;
        else if (question->type == RUNG_QUESTION_TEXT)
            answer.text = "";
        else if (question->type == RUNG_QUESTION_NUMBER && !question->integer)
            answer.value.d = question->min;
        else if (question->type == RUNG_QUESTION_NUMBER)
            answer.value.i = (int64_t)question->min;
        rung_answers_set(bench->answers, q, answer);
        at += sprintf(at, "%s\"%s\":%s", q ? "," : "", question->id,
                      question->type == RUNG_QUESTION_CHOICE ? "\"first-option\"" : "0");
    }
    strcpy(at, "}");
    bench->json = json;
}

/* --- answer ---------------------------------------------------------------------------------- */

static void answer(struct bench *bench)
{
    const rung_answer *given = rung_answers_get(bench->answers, bench->question);
    if (rung_session_answer(bench->session, bench->question, *given, 0) != RUNG_OK)
        give_up("the store refuses an answer");
}

static void answer_floor(struct bench *bench)
{
    static const char block[4096];
    if (pwrite(bench->file, block, sizeof block, 0) != sizeof block || fdatasync(bench->file) != 0)
        give_up("cannot write to the folder");
}

/* --- All ------------------------------------------------------------------------------------- */

struct measure {
    const char *name;
    int times; /* in a round */
    void (*run)(struct bench *bench), (*floor)(struct bench *bench);
};

static double round_of(struct bench *bench, int times, void (*run)(struct bench *bench))
{
    double start = now();
    for (int i = 0; i < times; i++)
        run(bench);
    return (now() - start) / times;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Rounds of both in turn, so that a machine that speeds up or slows down changes both. */
static void measure(struct bench *bench, const struct measure *measure)
{
    double ratios[ROUNDS], run = 0;
    for (int i = -1; i < ROUNDS; i++) { /* the first is to warm up */
        double time = round_of(bench, measure->times, measure->run);
        double floor = round_of(bench, measure->times, measure->floor);
        if (i >= 0) {
            ratios[i] = time / floor;
            run += time / ROUNDS;
        }
    }
    qsort(ratios, ROUNDS, sizeof *ratios, compare);
    printf("%-8s %10.1f us   ratio to floor %6.2f  (%.2f to %.2f)\n", measure->name, run * 1e6,
           ratios[ROUNDS / 2], ratios[0], ratios[ROUNDS - 1]);
}

int main(int count, char **words)
{
    static const struct measure measures[] = {
        {"load", 20, load_role, load_floor},
        {"score", 500, score, score_floor},
        {"answer", 200, answer, answer_floor},
    };
    struct bench bench = {0};
    rung_store *store;
    char path[4096];

    if (count != 3)
        give_up("usage: bench REPOSITORY FOLDER");
    bench.questionnaire =
        (rung_source){"questionnaire", read_file(words[1], "questionnaires/patient-liaison.yaml")};
    bench.rules = (rung_source){"rules", read_file(words[1], "rules/patient-liaison.yaml")};
    bench.role = load(&bench);
    answer_everything(&bench);

    snprintf(path, sizeof path, "%s/bench.db", words[2]);
    if (rung_store_open(&store, NULL, path, RUNG_STORE_CREATE) != RUNG_OK ||
        rung_session_start(&bench.session, NULL, store, bench.role, "", 0) != RUNG_OK)
        give_up("cannot make a store in the folder");
    snprintf(path, sizeof path, "%s/floor", words[2]);
    bench.file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);

    for (size_t i = 0; i < RUNG_COUNT(measures); i++)
        measure(&bench, &measures[i]);

    rung_session_close(bench.session);
    rung_store_close(store);
    rung_answers_free(bench.answers);
    rung_role_free(bench.role);
    return 0;
}
