/* scoring: from answers to the scorecard. The semantics are docs/format.md, section 6, to the
 * letter; the formulas stand beside the fields.
 *
 * Everything unknown is a range: the lowest and the highest that the remaining answers can make
 * it. A scorecard is immutable, lives in its arena, and refers to the role and the sheet. */
#ifndef RUNG_SCORING_H
#define RUNG_SCORING_H

#include "answers/answers.h"
#include "base/base.h"
#include "content/content.h"

#define RUNG_EPSILON 1e-9 /* a gap below it is 0; scores this near a bound meet it */
enum { RUNG_HIGHEST_LEVEL = 4 };

typedef struct rung_range {
    double low, high;
} rung_range;

typedef struct rung_requirement_score {
    bool applies; /* else only `attained` is set */
    rung_need need;
    double target;         /* 0 to 4 */
    rung_range attained;   /* 0 to 4 */
    rung_range fulfilment; /* 1 if target = 0, else min(1, attained / target) */
    rung_range gap;        /* max(0, target - attained); low from attained.high */
    rung_range loss; /* 100 · weight / Σ weights · importance / Σ importances · (1 - f) */
    bool exact;      /* `attained` is the exact range, not only a sound one */
} rung_requirement_score;

typedef struct rung_dimension_score {
    bool counts;      /* some requirement of it applies */
    rung_range score; /* 100 · Σ importance·f / Σ importance */
} rung_dimension_score;

/* One rung. Verdicts are indices into rules->verdicts: low is the one for the lowest score and
 * the largest gaps. If `blocked` (a required question that decides what applies is unanswered),
 * score is [0, 100], verdicts are the whole list, and the tables say nothing: no requirement
 * applies and no dimension counts. With no applicable requirement at all the score is 100: nothing
 * is asked for. */
typedef struct rung_rung_score {
    size_t rung;
    bool blocked;
    rung_range score;
    size_t verdict_low, verdict_high;
    size_t verdict_by_score_low, verdict_by_score_high; /* without the essential-gap conditions */
    rung_range largest_essential_gap;
    const rung_requirement_score *requirements; /* one for each of the rules */
    const rung_dimension_score *dimensions;     /* one for each of the rules */
} rung_rung_score;

/* An expression that can fail with these answers. */
typedef struct rung_problem {
    const char *where; /* "requirement `privacy`", "section `people`", "target" */
    const rung_program *program;
    rung_eval_error error;
} rung_problem;

typedef struct rung_scorecard {
    const rung_role *role;
    const rung_sheet *sheet;
    bool target_known;
    size_t target; /* the rung aimed at; if not known, 0 */
    /* Required questions whose answers are missing to say what is asked for. */
    const size_t *blocking;
    size_t blocking_count;
    const rung_rung_score *aim;    /* at the target; blocked if it is not known */
    const rung_rung_score *ladder; /* one for each rung */
    /* Requirements with gap.high > 0 at the target: essential first, then by loss.high descending
     * (equal within RUNG_EPSILON: file order). */
    const size_t *gaps;
    size_t gap_count;
    const rung_range *fits; /* one for each specialisation; [0, 100] without a target */
    const size_t *notes;    /* those whose condition is known to be true */
    size_t note_count;
    const size_t *unanswered; /* questions asked and not answered, in file order */
    size_t unanswered_count;
    const rung_problem *problems;
    size_t problem_count;
    bool complete; /* nothing that is asked is unanswered */
} rung_scorecard;

/* Inside the arena's guard. `role` and `sheet` must outlive the scorecard. */
const rung_scorecard *rung_scorecard_new(rung_arena *arena, const rung_role *role,
                                         const rung_sheet *sheet);

/* Requirements with gap.high > 0 at one rung, in the order of the scorecard's gaps. Inside the
 * arena's guard. */
const size_t *rung_gaps_at(rung_arena *arena, const rung_rung_score *score,
                           size_t requirement_count, size_t *count);

/* What became of a requirement from one scorecard to another of the same role. A gap that may be
 * none, depending on what is unknown, is not sure. */
#define RUNG_GAP_CHANGES(X)                                                                        \
    X(STAYS, "stays")         /* the same gap, or none in both */                                  \
    X(CLOSES, "closes")       /* a gap, sure or not; none after it */                              \
    X(DROPS, "drops")         /* a gap, sure or not; not asked for after it */                     \
    X(SHRINKS, "shrinks")     /* still a gap; neither end larger */                                \
    X(OPENS, "opens")         /* no sure gap; a sure one after it */                               \
    X(UNSETTLES, "unsettles") /* a sure gap or none; not known after it */                         \
    X(GROWS, "grows")         /* still a gap; neither end smaller */                               \
    X(SHIFTS, "shifts")       /* still a gap; one end larger, the other smaller */

typedef enum rung_gap_change {
#define RUNG_GAP_ID(id, ...) RUNG_GAP_##id,
    RUNG_GAP_CHANGES(RUNG_GAP_ID)
#undef RUNG_GAP_ID
        RUNG_GAP_COUNT,
} rung_gap_change;

rung_gap_change rung_gap_change_of(const rung_requirement_score *before,
                                   const rung_requirement_score *after);
const char *rung_gap_change_name(rung_gap_change move);

/* True if the verdict at the rung aimed at is the same in every completion: nothing that is
 * unanswered, skipped or not decided yet can change it. */
bool rung_is_decided(const rung_scorecard *scorecard);

/* The verdict for one score and one largest essential gap. There always is one: the last verdict
 * has no conditions. `by_score` leaves the essential-gap conditions out. */
size_t rung_verdict_for(const rung_rules *rules, double score, double essential_gap, bool by_score);

/* What a requirement asks for. An error in its condition: it does not apply; in its target: 0; in
 * its need: preferred. */
typedef struct rung_asked {
    bool applies; /* else the rest says nothing but the errors */
    double target;
    rung_need need;
    rung_eval_error when_error, target_error, need_error;
} rung_asked;

/* Whether the answer to a question decides that it applies, its target, or its need. */
bool rung_requirement_hangs_on(const rung_requirement *requirement, uint32_t question);

/* `cells` as for rung_eval, with `rung` in them too. */
rung_asked rung_requirement_asked(const rung_requirement *requirement, size_t rung,
                                  const rung_cell *cells, void *scratch);

/* What each requirement that applies is worth: the points of the score that it costs where nothing
 * of it is there; 0 for the others. They add up to 100, or to 0 if none applies. */
void rung_requirement_points(rung_arena *arena, const rung_rules *rules, const bool *applies,
                             double *points);

/* --- Other levels -------------------------------------------------------------------------------
 * Where somebody would stand at a rung who has attained other levels of what is asked for there. */

typedef struct rung_standing {
    double score, essential_gap;
    size_t verdict; /* index */
} rung_standing;

typedef struct rung_gauge rung_gauge;

/* `at` is a rung that is not blocked. It and `rules` must outlive the gauge. Inside the arena's
 * guard. */
rung_gauge *rung_gauge_new(rung_arena *arena, const rung_rules *rules, const rung_rung_score *at);
/* `attained`: one a requirement, 0 to 4. Allocates nothing. */
rung_standing rung_stand(rung_gauge *scale, const double *attained);
/* The whole of what rung_stand found last; changed by the next. Both ends of each range are the
 * same. */
const rung_rung_score *rung_gauge_score(const rung_gauge *scale);

/* --- What expressions come to -------------------------------------------------------------------
 * With the answers there are: a value, or what it can be over all completions. */

/* What expressions may name, and what is known of it. */
typedef struct rung_known {
    rung_scope names;
    const rung_role *role;   /* NULL: there are no names */
    const rung_sheet *sheet; /* with a role */
    size_t rung;             /* looked at, or RUNG_NO_RUNG: it can be any */
} rung_known;

rung_known rung_known_of(const rung_role *role, const rung_sheet *sheet, size_t rung);
/* Whether the variable is neither answered nor decided. */
bool rung_known_is_open(const rung_known *known, uint32_t variable);

typedef enum rung_worth_kind {
    RUNG_WORTH_VALUE, /* `low` */
    RUNG_WORTH_RANGE, /* numbers and bools: from `low` to `high` */
    RUNG_WORTH_OPEN,  /* strings and lists: one of `strings`, if these are known */
    RUNG_WORTH_NONE,  /* `error` */
} rung_worth_kind;

typedef struct rung_worth {
    rung_worth_kind kind;
    rung_value low, high;
    bool can_fail; /* RANGE: some answers make it an error */
    const rung_text *strings;
    size_t string_count;
    rung_eval_error error;
} rung_worth;

/* Values and lists of it live in the arena, inside whose guard it is called. */
rung_worth rung_worth_of(rung_arena *arena, const rung_known *known, const rung_program *program);

/* One expression taken apart: what it names, and what is calculated inside it, in the order of the
 * calculation. Each text stands once. */
typedef struct rung_traced {
    uint32_t variable; /* names: which */
    rung_text text;
    const rung_program *program;
    rung_worth worth;
} rung_traced;

typedef struct rung_expression_trace {
    rung_traced whole;
    const rung_traced *names;
    size_t name_count;
    const rung_traced *steps; /* without the whole */
    size_t step_count;
    bool more; /* there are steps beyond these */
} rung_expression_trace;

/* Inside the arena's guard. */
rung_expression_trace rung_expression_trace_of(rung_arena *arena, const rung_known *known,
                                               const rung_program *program);

/* --- The trace of a requirement -----------------------------------------------------------------
 * From the answers to the points, at a rung that is not blocked. */

/* A question on which `attained` rests. */
typedef struct rung_trace_question {
    size_t question;
    bool direct; /* `attained` names it; else it decides whether such a question is asked */
    rung_worth worth;
} rung_trace_question;

typedef struct rung_trace {
    size_t requirement, rung;
    const rung_requirement_score *score;
    double dimension_share;  /* weight / Σ weights that remain */
    double importance_share; /* importance / Σ importances in its dimension that apply */
    double points;           /* 100 · both: what it costs where nothing of it is there */
    const rung_trace_question *questions; /* in file order */
    size_t question_count;
    rung_expression_trace attained;
    /* What decided; NULL where it is a table by rung, or (`when`) where it always applies. For one
     * that does not apply there is only `when`, and shares and points are 0. */
    const rung_expression_trace *when, *target, *need;
} rung_trace;

/* The loss is points · (1 - fulfilment). Inside the arena's guard. */
const rung_trace *rung_trace_new(rung_arena *arena, const rung_scorecard *card, size_t rung,
                                 size_t requirement);

/* The example's expectations against a scorecard of its answers: true if all hold, else
 * diagnostics say which does not and what came out. */
bool rung_example_check(const rung_role *role, const rung_example *example,
                        rung_diagnostics *diagnostics);

/* --- Self-ratings ------------------------------------------------------------------------------
 * What deserves a second look in how somebody rated what he can. It is shown and never scored:
 * none of it changes a scorecard. A requirement counts that asks for something at the rung aimed
 * at. A rating is an answered question with self-rating evidence; it is high from RUNG_RATING_HIGH
 * of the way up its scale on (of a choice: of its most points). A test is an answered scenario or
 * knowledge question whose options have points. Behaviour, scenario, knowledge and credential
 * questions can show a level; such an answer speaks for it by points above 0, "yes", a number above
 * its least, a level above the lowest, or, without points, any option that excludes no others. */
#define RUNG_LOOKS(X)                                                                              \
    /* RUNG_RATINGS_ALIKE or more ratings on scales with the same ends, and all the same */        \
    X(SAME_LEVEL, "same-level")                                                                    \
    /* a high rating, and the tests of the same requirement gave less than half of their points */ \
    X(TESTS_DISAGREE, "tests-disagree")                                                            \
    /* a high rating; questions that can show it are asked, and no answer speaks for it */         \
    X(NOT_SHOWN, "not-shown")                                                                      \
    /* a high rating, and no question that is asked can show it */                                 \
    X(WORD_ALONE, "word-alone")

typedef enum rung_look_kind {
#define RUNG_LOOK_ID(id, ...) RUNG_LOOK_##id,
    RUNG_LOOKS(RUNG_LOOK_ID)
#undef RUNG_LOOK_ID
        RUNG_LOOK_COUNT,
} rung_look_kind;

enum { RUNG_RATINGS_ALIKE = 6 }; /* fewer are alike by chance */
#define RUNG_RATING_HIGH 0.75

/* Questions are indices, in file order. */
typedef struct rung_look {
    rung_look_kind kind;
    size_t requirement;    /* SIZE_MAX for SAME_LEVEL */
    const size_t *ratings; /* those concerned: all that are alike, or those that are high */
    size_t rating_count;
    const size_t *others; /* TESTS_DISAGREE: the tests; NOT_SHOWN: what can show it */
    size_t other_count;
    double points, most; /* TESTS_DISAGREE: of the tests */
} rung_look;

/* By kind in the order of the table, then in file order. Inside the arena's guard. */
const rung_look *rung_look_at_ratings(rung_arena *arena, const rung_scorecard *scorecard,
                                      size_t *count);
const char *rung_look_name(rung_look_kind kind);

extern const rung_diagnostic_kind rung_scoring_messages[];
extern const size_t rung_scoring_message_count;

#endif
