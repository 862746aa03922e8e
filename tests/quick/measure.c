/* The whole experiment: measure RANDOM PLAUSIBLE SEED ROLE...
 *
 * For so many people of each kind, and each role: whether the verdict called on the way
 * agrees with the full answers, which share of the full interview was asked until then, and beside
 * it the share that would have done with hindsight and that the order of the file takes. Exit
 * status 1 if a verdict was contradicted. */
#include "quick/people.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct figures {
    size_t people, contradicted, open;
    double *quick, *hindsight, *file, *ratio; /* one a person */
};

static double slowest;

/* Of the processor: the machine may have other work. */
static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

static size_t timed_next(rung_arena *arena, const rung_scorecard *card, const bool *skipped)
{
    double before = now();
    size_t next = rung_quick_next(arena, card, skipped);
    double taken = now() - before;
    slowest = taken > slowest ? taken : slowest;
    return next;
}

static void add(struct figures *figures, const quick_person *person)
{
    quick_way quick = go(person, timed_next), file = go(person, file_order);
    double full = (double)quick.full, least = (double)with_hindsight(person, &quick);
    size_t at = figures->people++;
    figures->contradicted += quick.contradicted;
    figures->open += !quick.decided;
    figures->quick[at] = (double)quick.count / full;
    figures->file[at] = (double)file.count / full;
    figures->hindsight[at] = least / full;
    figures->ratio[at] = least > 0 ? (double)quick.count / least : 1;
    forget_way(&quick);
    forget_way(&file);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double quantile(double *values, size_t count, double part)
{
    qsort(values, count, sizeof *values, by_size);
    return values[(size_t)((double)(count - 1) * part)];
}

static void show(const char *role, const char *kind, struct figures *f)
{
    double asked = quantile(f->quick, f->people, 0.5),
           least = quantile(f->hindsight, f->people, 0.5);
    printf("%s, %zu %s people: %zu verdicts contradicted, %zu never decided\n", role, f->people,
           kind, f->contradicted, f->open);
    printf("    asked, of the full interview: half of them at most %.3f, nine in ten %.3f\n", asked,
           quantile(f->quick, f->people, 0.9));
    printf(
        "    with hindsight %.3f, which makes %.2f times as many; a person's own ratio is %.2f\n",
        least, asked / least, quantile(f->ratio, f->people, 0.5));
    printf("    in the order of the file %.3f\n", quantile(f->file, f->people, 0.5));
}

static bool measure(const rung_role *role, const char *kind, size_t people, quick_dice dice,
                    quick_person (*make)(const rung_role *role, quick_dice *dice))
{
    double *values = calloc(4 * people, sizeof *values);
    assert_non_null(values);
    struct figures figures = {.quick = values,
                              .hindsight = values + people,
                              .file = values + 2 * people,
                              .ratio = values + 3 * people};
    for (size_t i = 0; i < people; i++) {
        quick_person person = make(role, &dice);
        add(&figures, &person);
        forget_person(&person);
    }
    if (people > 0)
        show(role->rules->id, kind, &figures);
    free(values);
    return figures.contradicted == 0;
}

int main(int count, char **arguments)
{
    if (count < 5) {
        fprintf(stderr, "usage: measure RANDOM PLAUSIBLE SEED ROLE...\n");
        return 2;
    }
    size_t random = strtoul(arguments[1], NULL, 10), plausible = strtoul(arguments[2], NULL, 10);
    quick_dice dice = {strtoull(arguments[3], NULL, 10)};
    bool good = true;
    for (int i = 4; i < count; i++) {
        role_files files;
        open_shipped(&files, arguments[i]);
        good &= measure(files.role, "random", random, dice, random_person);
        good &= measure(files.role, "plausible", plausible, dice, plausible_person);
        close_role(&files);
    }
    printf("the next question took at most %.2f ms of work\n", slowest);
    return good ? 0 : 1;
}
