/* What the files of answers/ share. */
#ifndef RUNG_ANSWERS_PRIVATE_H
#define RUNG_ANSWERS_PRIVATE_H

#include "answers/answers.h"

enum answers_message_index {
#define KIND(name, ...) ANSWERS_##name,
#include "answers/message_list.h"
#undef KIND
};

/* What is wrong with an answer: what would be a good one, as a sentence without a full stop. */
typedef struct answers_problem {
    const char *text;
    const char *mend;     /* or NULL */
    const rung_datum *at; /* the item at fault, where it is not the whole value; or NULL */
} answers_problem;

/* rung_answer_parse for a value of YAML or JSON. Choices take a list; a scale takes its integer; a
 * number takes any number (a whole one where `integer`); yes-no takes true or false. */
rung_status answers_from_datum(rung_arena *arena, const rung_question *question,
                               const rung_datum *datum, rung_answer *out, answers_problem *problem);

/* Every option of a question, as a set. */
uint64_t answers_all_options(const rung_question *question);

/* How the programs of one walk use a question, all together; see rung_use. */
typedef struct answers_usage {
    bool only_cuts, only_members;
    RUNG_VEC(double) cuts; /* in no order, with repeats */
    uint64_t members;
} answers_usage;

extern const answers_usage answers_usage_none;
void answers_usage_add(rung_arena *arena, answers_usage *usage, const rung_use *use);

/* Of all that programs (NULLs are passed over) make of one question. */
answers_usage answers_usage_of(rung_arena *arena, size_t question,
                               const rung_program *const *programs, size_t program_count);
void answers_sort_numbers(double *numbers, size_t count);

/* Values of a question that stand for all of its domain, as far as the programs of a walk can tell
 * them apart. `bounded`: more than the limit, only its bounds are used. */
typedef struct answers_domain {
    rung_cell *values;
    size_t count;
    bool bounded;
} answers_domain;

answers_domain answers_domain_of(rung_arena *arena, const rung_question *question,
                                 answers_usage *usage, size_t limit);

/* The bounds of the whole domain. */
rung_bounds_cell answers_domain_bounds(const rung_question *question);
/* Widens bounds by one value. */
void answers_bounds_add(const rung_question *question, rung_bounds_cell *bounds, rung_cell value);

/* The working memory of a sheet: the cells of the completion that is being tried. */
struct rung_walk {
    rung_cell *values;        /* for rung_eval */
    rung_bounds_cell *bounds; /* for rung_eval_bounds */
    bool *marked;             /* one a question; all false between walks */
    uint32_t *rank;           /* of a marked question among the marked ones */
    size_t budget;            /* steps that all walks of the sheet may still take */
    void *scratch;
    size_t scratch_size;
};

/* Whether a question is asked, over all completions of what its conditions depend on. */
typedef struct answers_asked {
    bool can_be_asked, can_be_unasked;
    rung_condition_failure failure;
} answers_asked;

answers_asked answers_is_asked(rung_arena *arena, const rung_sheet *sheet, size_t question);

#endif
