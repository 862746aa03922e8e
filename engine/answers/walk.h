/* The walk over completions: what its users share. */
#ifndef ANSWERS_WALK_H
#define ANSWERS_WALK_H

#include "answers/answers_private.h"

/* Work is counted in steps: one gives one question one value. */
enum { ANSWERS_MOST_STEPS = 64 * RUNG_MAX_COMPLETIONS };

typedef struct answers_walker answers_walker;

/* One walk: the unknown questions that matter, in file order, are given values one after the
 * other; at the end `visit` looks at the completion in sheet->walk. A walk that takes more steps or
 * finds more completions than it may starts again with the largest domains as bounds, or, if it is
 * for exact results only, ends exhausted. */
struct answers_walker {
    rung_arena *arena;
    const rung_sheet *sheet;
    const rung_program *const *programs; /* what is asked for; some may be NULL */
    size_t program_count;
    size_t most_steps, most_completions;
    bool exact_only;
    void (*begin)(answers_walker *walker); /* sets the result to nothing found yet */
    void (*visit)(answers_walker *walker);
    void *result;

    bool done;         /* nothing left can change the result */
    bool exhausted;    /* too much work: the result is not to be used */
    bool bounded;      /* some domain is: programs are evaluated over bounds */
    bool limited;      /* domains have been bounded: what is left is few */
    uint32_t *unknown; /* questions, ascending */
    size_t count;
    answers_usage *usages;   /* one for each of them */
    answers_domain *domains; /* one for each of them */
    size_t steps, completions;
};

void answers_walk(answers_walker *walker);
void answers_set_cell(answers_walker *walker, uint32_t question, rung_cell value);
/* Whether a question is asked in the completion being tried. */
answers_asked answers_asked_now(answers_walker *walker, uint32_t question);

#endif
