/* How long a report takes in each format, from scorecard to bytes, beside jansson reading and
 * writing the same report as JSON. Each has to take less than its limit. */
#include "report/fixture.h"

#include <jansson.h>
#include <time.h>

enum { ROUNDS = 7, TIMES = 20 };
static const double TEXT_LIMIT = 0.02, PDF_LIMIT = 0.2; /* seconds */
static bool late;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

struct one {
    rung_arena arena;
    struct fixture *fixture;
    rung_report_format format;
    size_t size;
};

static bool count_bytes(void *ctx, const char *bytes, size_t size)
{
    struct one *one = ctx;
    (void)bytes;
    one->size += size;
    return true;
}

static void write_guarded(void *ctx)
{
    struct one *one = ctx;
    static const rung_text_style style = {.width = 80};
    rung_sink sink = {.write = count_bytes, .ctx = one};
    rung_report_request request = {one->fixture->card, one->fixture->answers, &maria, &style,
                                   RUNG_PAPER_A4,      one->fixture->plan};
    rung_report_write(&one->arena, one->format, &request, &sink);
}

static double write_reports(struct one *one)
{
    double start = now();
    for (int i = 0; i < TIMES; i++) {
        one->size = 0;
        if (rung_guard(&one->arena, write_guarded, one) != RUNG_OK)
            fail_msg("out of memory");
        rung_arena_release(&one->arena);
    }
    return (now() - start) / TIMES;
}

static double read_and_write(rung_text json)
{
    double start = now();
    for (int i = 0; i < TIMES; i++) {
        json_t *report = json_loadb(json.at, json.size, 0, NULL);
        free(json_dumps(report, JSON_INDENT(2)));
        json_decref(report);
    }
    return (now() - start) / TIMES;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void measure(struct fixture *fixture, rung_report_format format, rung_text json)
{
    struct one one = {.fixture = fixture, .format = format};
    double times[ROUNDS], ratios[ROUNDS];
    for (int i = -1; i < ROUNDS; i++) { /* the first is to warm up */
        double time = write_reports(&one), floor = read_and_write(json);
        if (i < 0)
            continue;
        times[i] = time;
        ratios[i] = time / floor;
    }
    qsort(times, ROUNDS, sizeof *times, ascending);
    qsort(ratios, ROUNDS, sizeof *ratios, ascending);
    bool over = times[ROUNDS / 2] > (rung_report_is_binary(format) ? PDF_LIMIT : TEXT_LIMIT);
    printf("report %-10s %8.1f us %7zu bytes   ratio to floor %6.2f  (%.2f to %.2f)%s\n",
           rung_report_format_suffix(fixture->arena, format), times[ROUNDS / 2] * 1e6, one.size,
           ratios[ROUNDS / 2], ratios[0], ratios[ROUNDS - 1], over ? "   too slow" : "");
    late = late || over;
}

static void measure_all(rung_arena *arena)
{
    struct fixture fixture;
    fixture_load(&fixture, arena, "questionnaires/patient-liaison.yaml",
                 "rules/patient-liaison.yaml");
    fixture_answer_randomly(&fixture, 3, 100);
    rung_text json = render_format(&fixture, RUNG_REPORT_JSON, &maria);
    for (rung_report_format format = 0; format < RUNG_REPORT_FORMAT_COUNT; format++)
        if (rung_report_is_built(format))
            measure(&fixture, format, json);
    fixture_free(&fixture);
}

int main(void)
{
    with_arena(measure_all);
    return late;
}
