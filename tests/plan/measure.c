/* How long plans take, for tests/soak.
 *
 * usage: measure people ROLE COUNT SEED       random and plausible people, every rung
 *        measure files QUESTIONNAIRE RULES... nobody knows anything
 *
 * Every objective and both goals; of files, one to three tracks. Says what took longest, and what
 * was not proven. The exit status is 1 if a plan of people was not proven or took a second, or if
 * one in ten of files was not, or took ten seconds. */
#include "quick/people.h"
#include "plan/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct tally {
    size_t plans, unproven, reached, slow;
    double seconds, longest;
    char which[128];
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

struct asking {
    rung_arena arena;
    const rung_role *role;
    const rung_answers *answers;
    struct tally *tally;
    size_t number;
    bool all; /* one to three tracks, at the first rung; else two, at every rung */
};

static void count(struct asking *asking, const rung_plan *plan, double seconds)
{
    struct tally *tally = asking->tally;
    tally->plans++;
    tally->reached += plan->reached;
    tally->seconds += seconds;
    tally->slow += seconds > 1;
    char which[sizeof tally->which];
    snprintf(which, sizeof which, "person %zu, %s, %s by %s, %zu tracks", asking->number,
             asking->role->rules->rungs[plan->rung].id, rung_plan_goal_name(plan->request.goal),
             rung_plan_objective_name(plan->request.by), plan->request.tracks);
    if (!plan->optimal && !plan->blocked) {
        tally->unproven++;
        printf(
            "not proven: %s: %d months, %.0f, %zu steps, bound %.2f, score %.4f of %.4f, %.2f s\n",
            which, plan->figures.months_high, plan->figures.cost_high, plan->step_count,
            plan->bound, plan->after.score, plan->score_bound, seconds);
    }
    if (seconds > tally->longest) {
        tally->longest = seconds;
        memcpy(tally->which, which, sizeof which);
    }
}

static void ask(void *ctx)
{
    struct asking *asking = ctx;
    const rung_sheet *sheet = rung_sheet_new(&asking->arena, asking->answers);
    const rung_scorecard *card = rung_scorecard_new(&asking->arena, asking->role, sheet);
    size_t rungs = asking->all ? 1 : asking->role->rules->rung_count;
    for (size_t rung = 0; rung < rungs; rung++)
        for (int goal = 0; goal < RUNG_PLAN_GOAL_COUNT; goal++)
            for (int by = 0; by < RUNG_PLAN_OBJECTIVE_COUNT; by++)
                for (size_t tracks = asking->all ? 1 : 2; tracks <= (asking->all ? 3 : 2);
                     tracks++) {
                    rung_plan_request request = {.rung = rung,
                                                 .goal = (rung_plan_goal)goal,
                                                 .by = (rung_plan_objective)by,
                                                 .tracks = tracks};
                    double start = now();
                    const rung_plan *plan = rung_plan_new(&asking->arena, card, &request);
                    count(asking, plan, now() - start);
                }
}

static void ask_one(struct asking *asking)
{
    asking->arena = (rung_arena){0};
    if (rung_guard(&asking->arena, ask, asking) != RUNG_OK)
        abort();
    rung_arena_release(&asking->arena);
}

static void ask_people(struct tally *tally, const char *id, size_t people, uint64_t seed)
{
    role_files files;
    quick_dice dice = {seed};
    open_shipped(&files, id);
    for (size_t i = 0; i < people; i++) {
        quick_person person = (i % 2 ? plausible_person : random_person)(files.role, &dice);
        struct asking asking = {
            .role = files.role, .answers = person.answers, .tally = tally, .number = i};
        ask_one(&asking);
        forget_person(&person);
    }
    close_role(&files);
}

static void ask_file(struct tally *tally, const char *questionnaire, const char *rules,
                     size_t number)
{
    role_files files;
    rung_answers *answers;
    open_role(&files, questionnaire, rules);
    assert_int_equal(rung_answers_new(&answers, NULL, files.role->questionnaire), RUNG_OK);
    struct asking asking = {
        .role = files.role, .answers = answers, .tally = tally, .number = number, .all = true};
    ask_one(&asking);
    rung_answers_free(answers);
    close_role(&files);
}

int main(int argc, char **argv)
{
    struct tally tally = {0};
    if (argc == 5 && strcmp(argv[1], "people") == 0)
        ask_people(&tally, argv[2], (size_t)atol(argv[3]), (uint64_t)atol(argv[4]));
    for (int i = 2; i + 1 < argc && strcmp(argv[1], "files") == 0; i += 2)
        ask_file(&tally, argv[i], argv[i + 1], (size_t)i / 2 - 1);
    printf("%zu plans, %zu reach the goal, %zu not proven, %zu over a second; %.2f ms each, "
           "longest %.3f s: %s\n",
           tally.plans, tally.reached, tally.unproven, tally.slow,
           tally.plans ? 1000 * tally.seconds / (double)tally.plans : 0, tally.longest,
           tally.which);
    bool people = argc > 1 && strcmp(argv[1], "people") == 0;
    size_t allowed = people ? 0 : tally.plans / 10;
    return tally.unproven > allowed || tally.longest > (people ? 1 : 10) || tally.plans == 0;
}
