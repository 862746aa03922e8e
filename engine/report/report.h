/* report: what a scorecard says to a person and to a program.
 *
 * One tree of blocks (headings, paragraphs, bars, lists, tables) is built from the facts; a
 * renderer a format writes it and decides nothing. The machine form is written from the same facts.
 */
#ifndef RUNG_REPORT_H
#define RUNG_REPORT_H

#include "answers/answers.h"
#include "base/base.h"
#include "compare/compare.h"
#include "content/content.h"
#include "counterfactual/counterfactual.h"
#include "json/json.h"
#include "plan/plan.h"
#include "scoring/scoring.h"

/* What a report says about where it comes from. Times in ms; 0 leaves them out. */
typedef struct rung_report_subject {
    const char *id;   /* of the session; "" for a sheet without one */
    const char *name; /* or "" */
    int64_t started, updated;
    /* What the person remarked, one a question of the role, NULL where there is nothing; or NULL: a
     * sheet has no remarks. They stand in the whole report only. */
    const char *const *remarks;
    bool redacted; /* the report says that something was left out */
} rung_report_subject;

/* The same without what tells who it is: the name, the session, and what the person remarked. */
rung_report_subject rung_report_redacted(const rung_report_subject *subject);

typedef struct rung_text_style {
    int width;  /* columns, 20 to 1000; no line is wider, and none is wider than 100 anyway */
    bool ascii; /* no character beyond ASCII of our own making; content is transliterated no further
                   than '?' where it cannot be shown */
    bool color; /* SGR escapes; never carries meaning alone */
    bool plain; /* one thing a line, named, for screen readers: no columns, no bars */
} rung_text_style;

/* Verdict, score, the first gaps and the plan in a sentence: what the interview ends with. `plan`
 * is made from the scorecard, or NULL: there is none. Inside the arena's guard (working memory).
 * The result is in the sink. */
void rung_report_summary(rung_arena *arena, const rung_scorecard *scorecard, const rung_plan *plan,
                         const rung_report_subject *subject, const rung_text_style *style,
                         rung_sink *sink);

/* All rungs side by side: which one is reached, and what the next one asks for first. */
void rung_report_ladder(rung_arena *arena, const rung_scorecard *scorecard,
                        const rung_report_subject *subject, const rung_text_style *style,
                        rung_sink *sink);
/* `rung-ladder/1` (docs/format.md, section 7). */
void rung_report_ladder_json(rung_arena *arena, const rung_scorecard *scorecard,
                             const rung_report_subject *subject, int indent, rung_sink *sink);

/* An answer that is supposed in place of the one there is. NULLs stand for no answer. */
typedef struct rung_report_supposed {
    size_t question;
    const char *said, *supposed;                 /* as people read them */
    const char *said_written, *supposed_written; /* as rung_answer_write writes them */
} rung_report_supposed;

/* Both scorecards are of the same role. */
typedef struct rung_report_what_if {
    const rung_scorecard *before, *after;
    const rung_report_supposed *answers;
    size_t answer_count;
} rung_report_what_if;

/* What other answers would change. */
void rung_report_what_if_text(rung_arena *arena, const rung_report_what_if *what_if,
                              const rung_report_subject *subject, const rung_text_style *style,
                              rung_sink *sink);
/* `rung-what-if/1` (docs/format.md, section 7). */
void rung_report_what_if_json(rung_arena *arena, const rung_report_what_if *what_if,
                              const rung_report_subject *subject, int indent, rung_sink *sink);

/* Why a score is what it is, at a rung (RUNG_NO_RUNG: the one aimed at, which is not known): 100
 * and what each requirement takes off it. The numbers for people are rounded so that they add up.
 */
void rung_report_score_text(rung_arena *arena, const rung_scorecard *scorecard, size_t rung,
                            const rung_report_subject *subject, const rung_text_style *style,
                            rung_sink *sink);

/* One requirement. */
typedef struct rung_report_why {
    const rung_scorecard *card;
    size_t requirement, rung;
    /* The next three are NULL where the rung is blocked. */
    const rung_trace *trace;
    const rung_report_supposed *answers; /* one for each question of the trace */
    const rung_change *change;           /* NULL where there is no gap, too */
    const rung_report_supposed *changes; /* one for each answer of the change */
} rung_report_why;

void rung_report_why_text(rung_arena *arena, const rung_report_why *why,
                          const rung_report_subject *subject, const rung_text_style *style,
                          rung_sink *sink);

/* What holds the verdict back, and what would lift it; `lift` is NULL where the rung is blocked. */
void rung_report_verdict_text(rung_arena *arena, const rung_scorecard *scorecard, size_t rung,
                              const rung_verdict_lift *lift, const rung_report_subject *subject,
                              const rung_text_style *style, rung_sink *sink);

/* `rung-explain/1` (docs/format.md, section 7), of each. */
void rung_report_score_json(rung_arena *arena, const rung_scorecard *scorecard, size_t rung,
                            const rung_report_subject *subject, int indent, rung_sink *sink);
void rung_report_why_json(rung_arena *arena, const rung_report_why *why,
                          const rung_report_subject *subject, int indent, rung_sink *sink);
void rung_report_verdict_json(rung_arena *arena, const rung_scorecard *scorecard, size_t rung,
                              const rung_verdict_lift *lift, const rung_report_subject *subject,
                              int indent, rung_sink *sink);

/* What two sessions are compared by, or the times of one. */
typedef enum rung_compare_span {
    RUNG_COMPARE_SESSIONS,
    RUNG_COMPARE_SINCE_BEGUN, /* one session, since it was begun */
    RUNG_COMPARE_SINCE,       /* one session, since a day */
} rung_compare_span;

typedef struct rung_report_compare {
    const rung_comparison *comparison;
    const rung_report_subject *before, *after;
    rung_compare_span span;
    int64_t since; /* SINCE: a time on the day that is named */
} rung_report_compare;

/* What moved, by how much, and by what. */
void rung_report_compare_text(rung_arena *arena, const rung_report_compare *compare,
                              const rung_text_style *style, rung_sink *sink);
/* `rung-compare/1` (docs/format.md, section 7). */
void rung_report_compare_json(rung_arena *arena, const rung_report_compare *compare, int indent,
                              rung_sink *sink);

/* `rung-report/1` (docs/format.md, section 7) as one JSON object, without the plan. `indent` 0: one
 * line. */
void rung_report_json(rung_arena *arena, const rung_scorecard *scorecard,
                      const rung_report_subject *subject, int indent, rung_sink *sink);

/* "2", "0 .. 3", "0 .. 3, or no value", "\"a\" or \"b\"", "no value: division by zero". */
void rung_report_worth(rung_sink *sink, const rung_worth *worth);
const char *rung_report_worth_text(rung_arena *arena, const rung_worth *worth);
/* The same as members of an object: "value"; "low", "high" and "can_fail"; "values"; "error". */
void rung_report_worth_members(rung_json *json, const rung_worth *worth);
void rung_report_value(rung_json *json, const rung_value *value);

/* --- Formats ---------------------------------------------------------------------------------
 * id, name, and the suffixes of its files. What programs offer, and what a file's name means, comes
 * from these rows; the first is the default. */
#define RUNG_REPORT_FORMATS(X)                                                                     \
    X(TEXT, "text", ".txt")                                                                        \
    X(MARKDOWN, "markdown", ".md .markdown")                                                       \
    X(HTML, "html", ".html .htm")                                                                  \
    X(JSON, "json", ".json")                                                                       \
    X(CSV, "csv", ".csv")                                                                          \
    X(PDF, "pdf", ".pdf")

typedef enum rung_report_format {
#define RUNG_REPORT_FORMAT_ID(id, ...) RUNG_REPORT_##id,
    RUNG_REPORT_FORMATS(RUNG_REPORT_FORMAT_ID)
#undef RUNG_REPORT_FORMAT_ID
        RUNG_REPORT_FORMAT_COUNT,
} rung_report_format;

/* "text|markdown|html|json|csv|pdf", as a constant. */
#define RUNG_REPORT_FORMAT_NAME(id, name, suffixes) "|" name
#define RUNG_REPORT_FORMAT_NAMES                    (&("" RUNG_REPORT_FORMATS(RUNG_REPORT_FORMAT_NAME))[1])

/* ".md": what its files usually end in. */
const char *rung_report_format_suffix(rung_arena *arena, rung_report_format format);

/* RUNG_REPORT_FORMAT_COUNT if there is none. The suffix of a path counts in capitals, too. */
rung_report_format rung_report_format_named(const char *name);
rung_report_format rung_report_format_of_path(const char *path);

/* True for what is no text: nothing for a terminal. */
bool rung_report_is_binary(rung_report_format format);
/* False for what this rung was built without. */
bool rung_report_is_built(rung_report_format format);

typedef enum rung_paper { RUNG_PAPER_A4, RUNG_PAPER_LETTER } rung_paper;

typedef struct rung_report_request {
    const rung_scorecard *scorecard;
    const rung_answers *answers;
    const rung_report_subject *subject;
    const rung_text_style *style; /* read by the format for terminals alone */
    rung_paper paper;             /* read by the format for paper alone */
    const rung_plan *plan;        /* made from the scorecard, or NULL: the report has none */
} rung_report_request;

/* The report, whole, with a line end behind it. Inside the arena's guard. The same bytes for the
 * same scorecard, plan, answers and subject, in any locale and time zone; of a PDF where the same
 * fonts are.
 *
 * RUNG_OK, except for PDF, of which then nothing is in the sink: RUNG_NOT_FOUND if there is no font
 * to write with, or rung was built without PDF; RUNG_INVALID if it has more pages than anybody
 * prints; RUNG_NO_MEMORY. What PDF takes from the process stands in pdf/pdf.h. */
rung_status rung_report_write(rung_arena *arena, rung_report_format format,
                              const rung_report_request *request, rung_sink *sink);

/* --- The plan ----------------------------------------------------------------------------------
 * id, name, and the suffixes of its files. The first is the default. */
#define RUNG_PLAN_FORMATS(X)                                                                       \
    X(TEXT, "text", ".txt")                                                                        \
    X(JSON, "json", ".json")                                                                       \
    X(CALENDAR, "ics", ".ics")                                                                     \
    X(MARKDOWN, "markdown", ".md .markdown")

typedef enum rung_plan_format {
#define RUNG_PLAN_FORMAT_ID(id, ...) RUNG_PLAN_##id,
    RUNG_PLAN_FORMATS(RUNG_PLAN_FORMAT_ID)
#undef RUNG_PLAN_FORMAT_ID
        RUNG_PLAN_FORMAT_COUNT,
} rung_plan_format;

/* "text|json|ics|markdown", as a constant. */
#define RUNG_PLAN_FORMAT_NAME(id, name, suffixes) "|" name
#define RUNG_PLAN_FORMAT_NAMES                    (&("" RUNG_PLAN_FORMATS(RUNG_PLAN_FORMAT_NAME))[1])

/* RUNG_PLAN_FORMAT_COUNT if there is none. The suffix of a path counts in capitals, too. */
rung_plan_format rung_plan_format_named(const char *name);
rung_plan_format rung_plan_format_of_path(const char *path);

/* What there is to tell of a plan. */
typedef struct rung_report_plan {
    const rung_scorecard *card; /* that the plan was made from */
    const rung_plan *plan;
    /* Each may be NULL: not looked for. */
    const rung_plan_alternatives *alternatives;
    const rung_plan_comparison *comparison;
    const rung_plan_frontier *frontier;
    const rung_report_subject *subject;
    const rung_text_style *style; /* read by the format for terminals alone */
    /* A time (ms) on the day, in UTC, on which the first steps begin; read by the calendar alone,
     * which has no events where the plan has no steps. */
    int64_t start;
} rung_report_plan;

/* The plan, whole, with a line end behind it. JSON is `rung-plan/1` (docs/format.md, section 7).
 * The same bytes for the same facts, in any locale and time zone. */
void rung_report_plan_write(rung_arena *arena, rung_plan_format format,
                            const rung_report_plan *facts, rung_sink *sink);

/* "72", or "61-83" (with an en dash unless `ascii`): a range of points for people, in full points,
 * so that nothing passes for a bound that it does not meet: 84.99 is never "85". One number less
 * than 0.05 below the next keeps a decimal: 99.96 is "99.9". */
const char *rung_report_range(rung_arena *arena, rung_range range, bool ascii);

/* "Empathy, Patience and three more": at most `most` of the names, or one more. With semicolons
 * where a name has a comma itself. */
const char *rung_report_names(rung_arena *arena, const char *const *names, size_t count,
                              size_t most);

#endif
