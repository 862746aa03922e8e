/* What the files of proof/ share. */
#ifndef RUNG_PROOF_PRIVATE_H
#define RUNG_PROOF_PRIVATE_H

#include "proof/proof.h"
#include "scoring/scoring.h"

#define KIND(name, code, severity, format, mend, why, where, wrong, right) PROOF_##name,
enum proof_message_index {
#include "proof/message_list.h"
    PROOF_MESSAGE_COUNT
};
#undef KIND

#define proof_report(proof, name, ...)                                                             \
    rung_report((proof)->diagnostics, &rung_proof_messages[PROOF_##name], __VA_ARGS__)

/* --- Expressions ----------------------------------------------------------------------------- */
typedef enum proof_place {
    PROOF_AT_SECTION_WHEN,
    PROOF_AT_QUESTION_WHEN,
    PROOF_AT_FILE_TARGET,
    PROOF_AT_REQUIREMENT_WHEN,
    PROOF_AT_REQUIREMENT_TARGET,
    PROOF_AT_REQUIREMENT_NEED,
    PROOF_AT_REQUIREMENT_ATTAINED,
    PROOF_AT_ACTION_WHEN,
    PROOF_AT_ACTION_DONE,
    PROOF_AT_NOTE_WHEN,
    PROOF_AT_TIME_WHEN,
    PROOF_PLACE_COUNT,
} proof_place;

/* What a condition was seen to be, and is not known not to be. */
typedef struct proof_truth {
    bool can_hold, can_be_false, can_fail;
    bool may_hold, may_be_false, may_fail; /* not seen, and not ruled out */
} proof_truth;

typedef struct proof_part {
    const rung_program *program;
    proof_truth truth;
} proof_part;

/* One expression of the content. */
typedef struct proof_site {
    proof_place place;
    size_t index;        /* of its section, question, requirement, action or note */
    const char *subject; /* its id */
    const char *key;     /* "when" */
    const rung_program *program;
    bool is_bool, reads_rung;
    proof_truth truth; /* is_bool; of questions: where the section's condition holds */
    proof_part *parts;
    size_t part_count;
    bool more_parts;     /* there may be parts that are not listed */
    size_t failing;      /* a person who makes it fail where it counts, or PROOF_NOBODY */
    const char *failure; /* in words, of the person looked at last */
    bool failure_unsure;
} proof_site;

/* --- People ---------------------------------------------------------------------------------- */
#define PROOF_NOBODY SIZE_MAX

/* One completion. */
typedef struct proof_person {
    rung_cell *cells; /* one a variable; `rung` is the last */
    bool *asked;      /* one a question */
    size_t aim;       /* rung, or RUNG_NO_RUNG if `target` fails */
} proof_person;

/* What people showed of a requirement at a rung. */
typedef struct proof_level {
    bool applies;       /* to somebody */
    bool wanted;        /* the same, with a target above 0 */
    bool met;           /* by somebody of whom it is wanted */
    bool unmet;         /* by somebody */
    bool bounded;       /* that nobody meets it was found by bounds */
    size_t best;        /* the person who comes nearest */
    double best_margin; /* attained - target of that person */
    size_t stuck;       /* a person whom no action helps to an essential level */
    bool unsure;        /* whether somebody meets it could not be decided */
    bool unmet_unsure, stuck_unsure;
    rung_range target; /* over all completions, if known */
    bool target_known;
} proof_level;

typedef RUNG_VEC(uint32_t) proof_list; /* ascending */

struct proof {
    rung_arena *arena;
    const rung_role *role;
    const rung_questionnaire *questionnaire;
    const rung_rules *rules;
    const bool *used_elsewhere;
    const rung_proof_limits *limits;
    rung_diagnostics *diagnostics;
    const rung_sheet *sheet; /* without any answer */
    rung_bounds_cell *open;  /* its cells, and `rung` */
    void *scratch;
    size_t question_count, rung_count;
    size_t steps;  /* left */
    uint64_t dice; /* of made-up people; the same each time */

    proof_site *sites;
    size_t site_count;
    size_t *site_numbers[PROOF_PLACE_COUNT]; /* by index there: of the site, or SIZE_MAX */
    proof_list *read_by;                     /* one a question: sites */
    const rung_values *values;               /* one a question: to try */

    RUNG_VEC(proof_person) people;
    bool whole; /* the people are all completions */

    rung_cell *own;      /* room for cells that are changed */
    bool *aimed;         /* one a rung: somebody does */
    bool aims_unsure;    /* others could not be ruled out */
    proof_level *levels; /* one a requirement and rung; see proof_level_at */
    bool *verdicts;      /* one a rung and verdict: somebody has it */
    bool *verdicts_unsure;
    bool *useful; /* one an action: for somebody it raises what is needed */
    bool *useful_unsure;
    bool *doable;  /* one an action: it can be offered, and so can what comes before it */
    double *reach; /* one a requirement: the highest level that doable actions raise it to */

    /* What people attain, by requirement and rung, in bounds; see proof_bounds_of. */
    rung_range *bounds;
    bool *bounds_known;
    /* Who reads a question, directly or through conditions: made for the first climb. */
    proof_list *dependents; /* one a question: questions, ascending */
    proof_list *readers;    /* one a question: requirements */
    bool *fixed;            /* one a question: it has a say in what is asked for */
    /* The points for the requirements that applied last. */
    bool *applied;
    double *points;
    bool points_known;
    /* One a requirement: of the person looked at last. */
    rung_asked *last_asked;
    rung_range *last_attained;
};

proof_level *proof_level_at(struct proof *proof, size_t requirement, size_t rung);

/* --- expressions.c --------------------------------------------------------------------------- */
void proof_find_sites(struct proof *proof);
/* The site at a place, or NULL if there is no expression. */
proof_site *proof_site_of(struct proof *proof, proof_place place, size_t index);
/* What the questions `programs` read depend on: themselves and what decides whether they are asked,
 * ascending. NULLs are passed over. */
proof_list proof_closure(struct proof *proof, const rung_program *const *programs, size_t count);
/* An error is not true; `without`: where there is no condition. */
bool proof_holds(struct proof *proof, const rung_program *condition, const rung_cell *cells,
                 bool without);
/* The cells of the listed questions. */
void proof_copy_cells(const proof_list *questions, const rung_cell *from, rung_cell *to);

/* --- people.c -------------------------------------------------------------------------------- */
/* Answers each question of the list (NULL: all) as `wish` says where it is asked. */
void proof_interview(struct proof *proof, const rung_cell *wish, const proof_list *questions,
                     proof_person *person);
/* Wishes that lead to the person again, with something for what it is not asked. */
void proof_wishes(struct proof *proof, const proof_person *person, rung_cell *wish);
/* Keeps a copy; returns its index. */
size_t proof_keep(struct proof *proof, const proof_person *person);
/* Keeps a person who answers the questions of the list as in `cells`, and others in any way. */
size_t proof_keep_completion(struct proof *proof, const proof_list *questions,
                             const rung_cell *cells);
proof_person proof_new_person(struct proof *proof);
/* A number below `sides`, the same in each run. */
size_t proof_roll(struct proof *proof, size_t sides);
/* All completions if they are few, else made-up people, among them one for each rung that somebody
 * can aim at. */
void proof_gather(struct proof *proof);
/* Answers that live in the arena, none given; `memory` must outlive their use. */
rung_answers *proof_new_answers(struct proof *proof, rung_memory *memory);
/* The rung that somebody with these answers aims at, or RUNG_NO_RUNG. */
size_t proof_aim(struct proof *proof, const rung_cell *cells);
/* True if somebody with this aim counts at the rung: aims at it, or nobody can. */
bool proof_counts(const struct proof *proof, size_t aim, size_t rung);

/* --- decide.c -------------------------------------------------------------------------------- */
/* Visits the completions of what the programs depend on, within the budget. */
rung_visit_end proof_visit(struct proof *proof, const rung_program *const *programs, size_t count,
                           size_t rung, bool (*visit)(void *ctx, const rung_cell *cells),
                           void *ctx);
/* Takes steps from the budget. */
void proof_spend(struct proof *proof, size_t steps);
/* Says that a claim was not decided: "whether …". */
void proof_not_proven(struct proof *proof, rung_span span, const char *subject,
                      const char *whether);

/* --- conditions.c ---------------------------------------------------------------------------- */
/* What people make of each condition and its parts, and what is left is decided. */
void proof_watch_conditions(struct proof *proof);
void proof_tell_conditions(struct proof *proof);
bool proof_is_always(const proof_truth *truth);
/* False if the condition at the place is never true; `without`: where there is none. */
bool proof_can_hold(struct proof *proof, proof_place place, size_t index, bool without);

/* --- attained.c ------------------------------------------------------------------------------ */
/* What somebody attains: the same value twice, or 0 and 4 after an error. */
rung_range proof_attained(struct proof *proof, size_t requirement, const rung_cell *cells);
bool proof_is_met(double attained, double target);
/* Lowest and highest over all completions, with `rung` set: sound, not always tight. */
rung_range proof_bounds_of(struct proof *proof, size_t requirement, size_t rung);
/* The same for its target. */
rung_range proof_target_bounds(struct proof *proof, size_t requirement, size_t rung);
/* Both at every rung, so that visitors can ask for them: they must not start walks. */
void proof_prepare_bounds(struct proof *proof, size_t requirement);

/* --- score.c --------------------------------------------------------------------------------- */
/* Points for each requirement; good until the next call. */
const double *proof_points(struct proof *proof, const rung_asked *asked);
/* The points that a requirement costs somebody. */
rung_range proof_loss(double points, const rung_asked *asked, rung_range attained);
rung_range proof_score_of(struct proof *proof, const rung_asked *asked, const rung_range *attained);
double proof_gap_of(double attained, double target);
/* The largest. */
rung_range proof_essential_gap(const struct proof *proof, const rung_asked *asked,
                               const rung_range *attained);

/* --- watch.c --------------------------------------------------------------------------------- */
/* Looks at a person at each rung where the person counts. */
void proof_watch_person(struct proof *proof, size_t person);
/* Whether somebody was seen to have a verdict at a rung. */
bool *proof_verdict_at(struct proof *proof, size_t rung, size_t verdict);
/* Offered, and not done. */
bool proof_is_offered(struct proof *proof, const rung_action *action, const rung_cell *cells);
/* How much of what is wanted a level adds. */
double proof_gain(const rung_asked *asked, double attained, double level);

/* --- climb.c --------------------------------------------------------------------------------- */
/* Somebody whose answers are changed, one after the other, as long as that makes a value larger;
 * never those that have a say in what is asked for. */
typedef struct proof_climb {
    struct proof *proof;
    size_t rung;
    size_t only; /* a requirement: no other is looked at; or SIZE_MAX */
    proof_person person;
    rung_cell *wish;
    rung_asked *asked;     /* one a requirement */
    rung_range *attained;  /* one a requirement */
    double *points;        /* one a requirement: of the score */
    rung_range score;      /* unless `only` one is looked at; kept up with each change */
    proof_list essentials; /* requirements that apply */
} proof_climb;

typedef double proof_aspect(void *ctx, const proof_climb *climb);

void proof_climb_from(struct proof *proof, proof_climb *climb, size_t person, size_t rung,
                      size_t only);
/* After its wishes were changed. */
void proof_climb_again(proof_climb *climb);
/* Returns the value reached; stops at `enough`. */
double proof_improve(proof_climb *climb, proof_aspect *value, void *ctx, double enough);

/* --- levels.c, verdicts.c, actions.c --------------------------------------------------------- */
/* Decide what nobody showed, then tell. */
void proof_decide_levels(struct proof *proof);
void proof_tell_levels(struct proof *proof);
void proof_decide_verdicts(struct proof *proof);
void proof_tell_verdicts(struct proof *proof);
/* Which actions can be done, and how far they lift requirements. */
void proof_find_doable(struct proof *proof);
void proof_decide_actions(struct proof *proof);
void proof_tell_actions(struct proof *proof);

/* --- open.c, options.c, plain.c -------------------------------------------------------------- */
/* Requirements that stay open although everything that is asked was answered. */
void proof_tell_open(struct proof *proof);
/* Options that nothing tells apart. */
void proof_tell_options(struct proof *proof);
/* What can be seen without looking at answers. */
void proof_tell_plain(struct proof *proof);

/* --- witness.c ------------------------------------------------------------------------------- */
/* The person's answers to what the programs depend on, as a map in one line. */
const char *proof_witness(struct proof *proof, const proof_person *person,
                          const rung_program *const *programs, size_t count);

#endif
