/* answers: typed answers, the state of each question, and ranges over all completions.
 *
 * Answers are what a person said; which of them count is decided anew each time from the
 * conditions of the content (docs/format.md, section 5). Nothing is dropped when a question
 * becomes hidden. */
#ifndef RUNG_ANSWERS_H
#define RUNG_ANSWERS_H

#include "base/base.h"
#include "content/content.h"

/* --- Answers --------------------------------------------------------------------------------- */
typedef struct rung_answer {
    bool given;
    rung_cell value;  /* all types but text; always inside the question's domain */
    const char *text; /* text questions: UTF-8, at most max_length characters */
} rung_answer;

/* The answers of one person to one questionnaire. Not to be shared by threads. */
typedef struct rung_answers rung_answers;

/* `questionnaire` must outlive it. */
rung_status rung_answers_new(rung_answers **out, const rung_memory *memory,
                             const rung_questionnaire *questionnaire);
void rung_answers_free(rung_answers *answers); /* NULL-safe */
const rung_questionnaire *rung_answers_questionnaire(const rung_answers *answers);

/* The answer to a question; one that is not given has `given` false. Valid until it is changed. */
const rung_answer *rung_answers_get(const rung_answers *answers, size_t question);
/* Copies the answer (and its text). A given value must lie in the domain: asserted. An answer that
 * is not given clears. RUNG_NO_MEMORY leaves it as it was. */
rung_status rung_answers_set(rung_answers *answers, size_t question, rung_answer answer);
size_t rung_answers_count(const rung_answers *answers); /* those given */

/* True if the value lies in the domain of the question (text: at most max_length
 * characters of valid UTF-8 without NUL). */
bool rung_answer_in_domain(const rung_question *question, rung_answer answer);

/* The written form: option id, ids joined with ",", a whole or decimal number, "yes" or "no", the
 * text. rung_answer_parse reads it back to the same answer. Lives in `arena`. */
const char *rung_answer_write(rung_arena *arena, const rung_question *question, rung_answer answer);
/* What would be a good answer, in the words that rung_answer_parse uses: "takes yes or no". */
const char *rung_answer_expected(rung_arena *arena, const rung_question *question);
/* Reads the written form of a given answer. On RUNG_INVALID `*problem` says what would be a good
 * answer, as a sentence without a full stop ("takes a whole number from 0 to 60"), with "did you
 * mean" where an id is near. The text of the answer is `words` copied into `arena`. Inside the
 * arena's guard. Lists take blanks around the commas; the empty list is "" or "[]". */
rung_status rung_answer_parse(rung_arena *arena, const rung_question *question, rung_text words,
                              rung_answer *out, const char **problem);
/* Sets every answer of a map `question: value`; null clears. All mistakes are reported (unknown
 * question with "did you mean", value outside the domain), and then nothing is set. The guard of
 * the diagnostics' arena must be running; if memory runs out it is left, with some answers set. */
rung_status rung_answers_from_datum(rung_answers *answers, const rung_datum *map,
                                    rung_diagnostics *diagnostics);

/* --- The state of each question -------------------------------------------------------------- */
typedef enum rung_question_state {
    RUNG_ANSWERED,   /* asked and answered: its value counts */
    RUNG_UNANSWERED, /* asked, not answered (yet): any value of its domain */
    RUNG_NOT_ASKED,  /* its own or its section's condition is false */
    RUNG_UNDECIDED,  /* its condition can be either, depending on what is unknown */
} rung_question_state;

typedef struct rung_condition_failure {
    const rung_program *when; /* NULL: there is none */
    rung_eval_error error;
} rung_condition_failure;

/* What is known of every question at one moment: a snapshot that lives in its arena. It carries
 * the working memory of rung_over_completions, so one thread may use it at a time. */
typedef struct rung_sheet {
    const rung_questionnaire *questionnaire;
    const rung_question_state *states;
    /* The value of each variable of the rules (the questions' and then `rung`, which is 0 here);
     * bounds where it is unknown. */
    const rung_bounds_cell *cells;
    /* Unknown in the sense of the format: unanswered, undecided, or not asked with
     * `unasked: unknown`. */
    const bool *unknown;
    /* One a question: its own or its section's condition, if it has an error in some completion
     * (where it counts as false), and which error. */
    const rung_condition_failure *failures;
    struct rung_walk *walk; /* working memory */
} rung_sheet;

/* Inside the arena's guard. */
const rung_sheet *rung_sheet_new(rung_arena *arena, const rung_answers *answers);

/* --- Ranges over all completions ----------------------------------------------------------------
 * A completion gives every unknown question a value of its domain, and conditions then decide in
 * file order which are asked (those that are not take their `unasked` value). What an expression
 * can be is found by trying all completions of the questions it depends on, directly or through
 * conditions. Where a value matters only in comparisons with constants (numbers) or as membership
 * of some options (choices), one value of each class stands for all. Past RUNG_MAX_COMPLETIONS the
 * questions with the largest domains are bounded instead of tried: still sound, perhaps wide. */
enum {
    RUNG_MAX_COMPLETIONS = 16384,
    /* Values tried for one sheet, all ranges together: a sheet of hostile content takes seconds,
     * not hours. Past it everything is bounded. */
    RUNG_MAX_STEPS = 32 * 1024 * 1024,
};

#define RUNG_NO_RUNG SIZE_MAX

typedef struct rung_outcome {
    bool can_be_true, can_be_false; /* bool programs */
    double low, high;               /* number programs; a failure counts as both ends */
    bool can_fail;                  /* some completion is an error (or NaN) */
    rung_eval_error error;          /* one that can happen, if it is known which */
    bool exact;                     /* all completions were tried */
} rung_outcome;

/* `rung`: value of the variable `rung`, or RUNG_NO_RUNG in a questionnaire. Numbers are cut to
 * [least, most] (attained: 0 to 4), and the search ends early when both ends are reached. A NaN
 * counts as a failure. `arena` is for working memory; its guard must be running. */
rung_outcome rung_over_completions(rung_arena *arena, const rung_sheet *sheet,
                                   const rung_program *program, size_t rung, double least,
                                   double most);

/* --- Each completion --------------------------------------------------------------------------
 * For who wants to look at completions himself. They stand for all completions as far as the
 * programs can tell, and nothing is bounded: a visit that would take more than `most_steps` (one
 * gives one question one value) ends as RUNG_VISIT_TOO_MANY. */
typedef enum rung_visit_end {
    RUNG_VISIT_ALL,     /* every completion was visited */
    RUNG_VISIT_STOPPED, /* the visitor had seen enough */
    RUNG_VISIT_TOO_MANY,
} rung_visit_end;

typedef struct rung_visit {
    const rung_program *const *programs; /* NULLs are passed over */
    size_t program_count;
    size_t rung; /* or RUNG_NO_RUNG */
    size_t most_steps;
    /* `cells` is right for what the programs depend on, directly or through conditions, and for
     * what is known. False ends the visit. The visitor must not ask for ranges over the same sheet,
     * whose working memory is in use. */
    bool (*visit)(void *ctx, const rung_cell *cells);
    void *ctx;
    rung_visit_end end;        /* set by the visit, as are the next */
    size_t steps, completions; /* taken, visited */
} rung_visit;

void rung_visit_completions(rung_arena *arena, const rung_sheet *sheet, rung_visit *visit);

/* Values of a question that stand for all of its domain as far as the programs can tell them apart
 * (NULLs are passed over); more than `most`, and they are a sample with `all` false. */
typedef struct rung_values {
    const rung_cell *cells;
    size_t count;
    bool all;
} rung_values;

rung_values rung_values_told_apart(rung_arena *arena, const rung_question *question, size_t index,
                                   const rung_program *const *programs, size_t program_count,
                                   size_t most);

/* --- Other answers ----------------------------------------------------------------------------
 * How far another answer is from the one there is, in steps: choices of one and scales by their
 * positions, numbers by the amount (one is a step), several choices by the options added and taken
 * away, yes and no are one step apart. An answer where there is none is one step for answering and
 * as many as it is from where the question begins: the first option, the lowest value, the least
 * number, no options; yes and no alike are one step. Not for text. */
double rung_answer_steps(const rung_question *question, const rung_answer *from, rung_cell to);

typedef struct rung_near_value {
    rung_cell cell;
    double steps;
} rung_near_value;

typedef struct rung_near_values {
    const rung_near_value *at;
    size_t count;
    bool all; /* as far as the programs can tell, there are no others */
} rung_near_values;

/* Of each class of values that the programs cannot tell apart the one nearest to `from`; the
 * nearest first, equally near ones in the order of the domain. The class of `from` itself is left
 * out. A number that need not be whole is the nearest of those with the fewest decimals, at least
 * one. More than `most`, or a number that is calculated with and need not be whole: a selection,
 * and `all` is false. Inside the arena's guard. */
rung_near_values rung_values_near(rung_arena *arena, const rung_question *question, size_t index,
                                  const rung_program *const *programs, size_t program_count,
                                  size_t most, const rung_answer *from);

extern const rung_diagnostic_kind rung_answers_messages[];
extern const size_t rung_answers_message_count;

#endif
