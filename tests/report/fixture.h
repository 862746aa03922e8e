/* Roles and scorecards for the tests of the report. */
#ifndef TESTS_REPORT_FIXTURE_H
#define TESTS_REPORT_FIXTURE_H

#include "report/report.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A role, and the answers of somebody to its questions. */
struct fixture {
    rung_arena *arena; /* its guard is running */
    rung_role *role;
    rung_answers *answers;
    const rung_scorecard *card;
    const rung_plan *plan;
};

/* Paths are relative to the repository. */
void fixture_load(struct fixture *fixture, rung_arena *arena, const char *questionnaire,
                  const char *rules);
void fixture_load_bakery(struct fixture *fixture, rung_arena *arena);
/* Visits each role that is shipped. */
void fixture_each_shipped(rung_arena *arena, void (*visit)(struct fixture *fixture));
void fixture_free(struct fixture *fixture);

/* Scores "question=value question=value" in place of what was answered before. */
void fixture_answer(struct fixture *fixture, const char *answers);
/* Answers each question with the given chance in a hundred, from a seed. */
void fixture_answer_randomly(struct fixture *fixture, unsigned seed, unsigned chance);

/* A scorecard whose every text from content is `words`. */
rung_scorecard fixture_poisoned(rung_arena *arena, const rung_scorecard *card, const char *words);

/* Runs a test's body in the guard of an arena, and gives the arena back. */
void with_arena(void (*body)(rung_arena *arena));

/* The whole of a file, NUL-terminated, in the arena; {NULL, 0} if there is none. */
rung_text read_whole(rung_arena *arena, const char *path);

/* cases.txt, one line after the other. */
typedef struct report_case {
    char name[64], kind[16], characters[16];
    int width;
    const char *answers;
} report_case;
/* False at the end. `*at` begins as the text of the file. */
bool next_case(const char **at, report_case *out);
rung_text read_cases(rung_arena *arena);

extern const rung_report_subject maria;
enum { BAKERY_QUESTIONS = 10 };
/* The same with remarks on some questions of the bakery. */
extern const rung_report_subject maria_with_remarks;

/* What the case asks for, as text in the arena. */
rung_text render_case(struct fixture *fixture, const report_case *which,
                      const rung_text_style *style);
/* What would change from an earlier scorecard of the fixture to the present one. */
rung_text render_what_if(struct fixture *fixture, const rung_scorecard *before,
                         const rung_text_style *style);
/* `about`: the id of a requirement, "verdict", or the whole score. */
rung_text render_explained(struct fixture *fixture, const char *about,
                           const rung_text_style *style);
rung_text render_format(struct fixture *fixture, rung_report_format format,
                        const rung_report_subject *subject);
/* What moved from earlier answers to the present ones. */
const rung_comparison *compare_with(struct fixture *fixture, const rung_answers *before);
rung_text render_compare(struct fixture *fixture, const rung_comparison *comparison,
                         const rung_report_subject *subject, const rung_text_style *style);
/* A copy of the present answers, in the arena. */
const rung_answers *fixture_copy_answers(struct fixture *fixture);
rung_text render_text(struct fixture *fixture, const rung_report_subject *subject,
                      const rung_text_style *style);

/* Fails unless `found` is what golden/NAME holds; RUNG_BLESS=1 puts it there. */
void check_golden(rung_arena *arena, const char *name, rung_text found);

int run_escaping(void);
int run_calendar(void);
int run_entry(void);
int run_files(void);
int run_golden(void);
int run_machine(void);
int run_pdf(void);
int run_phrases(void);
int run_pictures(void);
int run_safety(void);
int run_wrapping(void);

#endif
