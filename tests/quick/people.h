/* People who answer every question, and how many of them a way through the questions asks. */
#ifndef TESTS_QUICK_PEOPLE_H
#define TESTS_QUICK_PEOPLE_H

#include "content/support.h"
#include "quick/quick.h"

enum { MOST_QUESTIONS = 256 };

/* A role of the repository; its files live as long as it does. */
typedef struct role_files {
    test_load load;
    const rung_role *role;
} role_files;

void open_role(role_files *files, const char *questionnaire, const char *rules);
/* One of the shipped ones. */
void open_shipped(role_files *files, const char *id);
void close_role(role_files *files);

/* Numbers that are the same on every machine, from a seed. */
typedef struct quick_dice {
    uint64_t state;
} quick_dice;

size_t roll(quick_dice *dice, size_t sides);

typedef struct quick_person {
    const rung_role *role;
    rung_answers *answers; /* to every question, whether it is asked or not */
} quick_person;

/* Every answer as likely as the others of its question. */
quick_person random_person(const rung_role *role, quick_dice *dice);
/* One of the examples, with two to nine answers rolled anew, and those it does not give. */
quick_person plausible_person(const rung_role *role, quick_dice *dice);
void forget_person(quick_person *person);
/* Gives the questions that nobody has asked other answers. */
void change_unasked(quick_person *person, const rung_answers *asked, quick_dice *dice);

/* Where one stands with some answers. */
typedef struct quick_standing {
    bool decided;
    size_t verdict_low, verdict_high;
    rung_range score, largest_essential_gap;
    rung_question_state states[MOST_QUESTIONS];
    size_t answered;
    size_t next; /* as the chooser says, unless it is decided */
} quick_standing;

typedef size_t chooser(rung_arena *arena, const rung_scorecard *card, const bool *skipped);
chooser file_order; /* the full interview's */

quick_standing stand(const rung_role *role, const rung_answers *answers, chooser *choose);

/* The way to the verdict that a chooser takes. */
typedef struct quick_way {
    size_t asked[MOST_QUESTIONS], count;
    size_t full;        /* how many the full interview asks this person */
    bool decided;       /* the verdict was, before the questions ran out */
    bool contradicted;  /* the full answers come to another one */
    rung_answers *told; /* the answers to those that were asked */
} quick_way;

quick_way go(const quick_person *person, chooser *choose);
void forget_way(quick_way *way);

/* How few questions would have done for this person, for somebody who knows all answers
 * beforehand: the fewest that any of three searches finds (hindsight.c). */
size_t with_hindsight(const quick_person *person, const quick_way *way);

int run_people_tests(void);
int run_quick_tests(void);

#endif
