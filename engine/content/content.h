/* content: questionnaires and rules, from YAML to checked, compiled, immutable data.
 *
 * A role is one rules file and the questionnaire that it names. Names have become indices, each
 * expression a program over the questions' cells: variable q is question q, and in rules variable
 * `questionnaire->question_count` is `rung` (a choice among the rungs).
 *
 * Everything hangs in one arena of the role and lives until rung_role_free. Human text is UTF-8,
 * NUL-terminated, never NULL where the format requires it and NULL where an optional one is
 * missing. All of it may be shared by threads. The format: docs/format.md. */
#ifndef RUNG_CONTENT_H
#define RUNG_CONTENT_H

#include "base/base.h"
#include "expr/expr.h"

/* Limits, each with its reason. */
enum {
    RUNG_CONTENT_MAX_FILE = 8 * 1024 * 1024, /* libyaml's memory is a multiple of the file's */
    RUNG_CONTENT_MAX_NODES = 200000,         /* after alias expansion: no alias bombs */
    RUNG_CONTENT_MAX_DEPTH = 64,             /* libyaml is quadratic in flow nesting */
    RUNG_CONTENT_MAX_ID = 64,                /* bytes of an id: it stands in tables and URLs */
    RUNG_CONTENT_MAX_OPTIONS = RUNG_EXPR_MAX_OPTIONS,
    RUNG_CONTENT_MAX_QUESTIONS = 5000, /* each may depend on all before it: see asked_by */
    RUNG_CONTENT_MAX_TEXT = 65536,     /* the largest max-length: an answer is read, not archived */
    RUNG_DEFAULT_MAX_LENGTH = 2000,
};

/* A SHA-256 in lower-case hexadecimal. */
typedef struct rung_digest {
    char hex[65];
} rung_digest;

rung_digest rung_digest_of(rung_text bytes);

/* --- Questionnaire --------------------------------------------------------------------------- */
typedef enum rung_question_type {
    RUNG_QUESTION_CHOICE,
    RUNG_QUESTION_CHOICES,
    RUNG_QUESTION_SCALE,
    RUNG_QUESTION_NUMBER,
    RUNG_QUESTION_YES_NO,
    RUNG_QUESTION_TEXT,
    RUNG_QUESTION_TYPE_COUNT,
} rung_question_type;

typedef enum rung_evidence {
    RUNG_EVIDENCE_NONE, /* the question does not say */
    RUNG_EVIDENCE_SELF_RATING,
    RUNG_EVIDENCE_BEHAVIOUR,
    RUNG_EVIDENCE_SCENARIO,
    RUNG_EVIDENCE_KNOWLEDGE,
    RUNG_EVIDENCE_CREDENTIAL,
    RUNG_EVIDENCE_FACT,
    RUNG_EVIDENCE_COUNT,
} rung_evidence;

/* The word of the format: "yes-no", "self-rating"; "" for RUNG_EVIDENCE_NONE. */
const char *rung_question_type_name(rung_question_type type);
const char *rung_evidence_name(rung_evidence evidence);

/* The parts of a resume that answers can be proposed from: sections of JSON Resume. */
typedef enum rung_resume_part {
    RUNG_RESUME_NONE,
    RUNG_RESUME_EDUCATION,
    RUNG_RESUME_CERTIFICATES,
    RUNG_RESUME_WORK, /* and voluntary work */
    RUNG_RESUME_SKILLS,
    RUNG_RESUME_LANGUAGES,
    RUNG_RESUME_PART_COUNT,
} rung_resume_part;
/* The word of the format: "work"; "" for RUNG_RESUME_NONE. */
const char *rung_resume_part_name(rung_resume_part part);

typedef struct rung_option {
    const char *id;
    const char *label;
    const char *note;          /* or NULL */
    double points;             /* 0 if the content gives none */
    const char *const *resume; /* words of a resume that mean it */
    size_t resume_count;
} rung_option;

typedef struct rung_scale_value {
    int64_t value;
    const char *label;
    const char *note; /* or NULL */
} rung_scale_value;

typedef struct rung_scale {
    const char *id;
    const rung_scale_value *values; /* ascending by value, at least one */
    size_t count;
    rung_span span; /* of its id */
} rung_scale;

typedef struct rung_question {
    const char *id;
    rung_question_type type;
    rung_evidence evidence;
    const char *ask;
    const char *help, *why; /* or NULL */
    size_t section;         /* index */
    bool required;
    const rung_program *when;   /* bool, over earlier questions; NULL: always */
    bool unasked_unknown;       /* `unasked: unknown` */
    rung_cell unasked;          /* else the value when not asked (not for text: "") */
    const rung_option *options; /* choice, choices */
    size_t option_count;
    uint64_t exclusive;      /* choices: options that exclude all others */
    const rung_scale *scale; /* scale */
    double min, max;         /* number */
    bool integer;            /* number: its cell is `i`, else `d` */
    const char *unit;        /* number, or NULL */
    size_t max_length;       /* text: characters */
    rung_resume_part resume; /* what a resume says of it; NONE: nothing */
    bool resume_last;        /* choice: of several options that fit, the last, not the first */
    const char *const *resume_match; /* scale, number, yes-no: words that an item holds */
    size_t resume_match_count;
    rung_span span; /* of its id, for messages */
    /* Which earlier questions its being asked depends on, directly or through theirs (own and
     * section conditions), ascending. */
    const uint32_t *asked_by;
    size_t asked_by_count;
} rung_question;

typedef struct rung_section {
    const char *id;
    const char *title;
    const char *intro;        /* or NULL */
    const rung_program *when; /* or NULL */
    size_t first, count;      /* its questions: indices first … first + count - 1 */
    rung_span span;           /* of its id */
} rung_section;

typedef struct rung_questionnaire {
    const char *id, *title, *language;
    const char *intro; /* or NULL */
    const rung_section *sections;
    size_t section_count;
    const rung_question *questions; /* of all sections, in file order */
    size_t question_count;
    const rung_scale *scales;
    size_t scale_count;
    rung_digest digest;             /* of the file's bytes */
    const rung_variable *variables; /* one a question, for compiling further expressions */
    const uint32_t *by_id;          /* all questions, in the order of their ids */
} rung_questionnaire;

/* --- Rules ----------------------------------------------------------------------------------- */
typedef struct rung_fact {
    const char *label, *value;
    const char *source; /* or NULL */
} rung_fact;

typedef struct rung_rung {
    const char *id, *title;
    bool has_years, has_pay;
    double years[2];                /* least and most; most may be infinite (a one-item list) */
    double pay_median, pay_average; /* a year, in `currency`; NAN where not given */
    const char *currency;
    const char *const *focus;
    size_t focus_count;
    const char *source; /* or NULL */
    rung_span span;     /* of its id */
} rung_rung;

typedef struct rung_dimension {
    const char *id, *title;
    double weight; /* > 0 */
} rung_dimension;

typedef enum rung_need { RUNG_PREFERRED, RUNG_ESSENTIAL } rung_need;
const char *rung_need_name(rung_need need); /* "preferred", "essential" */

/* A target or a need: a table by rung (literals and maps; every rung filled in), or a program. */
typedef struct rung_requirement {
    const char *id, *title;
    size_t dimension;
    int importance;               /* 1 to 5 */
    const rung_program *when;     /* NULL: always; over `rung` and required questions */
    const rung_program *target;   /* NULL: target_by_rung */
    const double *target_by_rung; /* 0 to 4 */
    const rung_program *need;     /* NULL: need_by_rung; gives "essential" or "preferred" */
    const rung_need *need_by_rung;
    const rung_program *attained; /* a number, clamped to 0–4 by whoever evaluates it */
    const char *why;              /* or NULL */
    const char *levels[5];        /* [1]…[4], or NULL */
    const char *source;           /* or NULL */
    bool documented;              /* `basis`; else it is our judgement */
    unsigned evidence;            /* bit (1 << rung_evidence) of each question `attained` reads */
    rung_span span;               /* of its id */
} rung_requirement;

typedef struct rung_verdict {
    const char *id, *title;
    bool has_at_least, has_essential_gap;
    double at_least, essential_gap;
    rung_span span; /* of its id */
} rung_verdict;

typedef enum rung_action_kind {
    RUNG_ACTION_COURSE,
    RUNG_ACTION_CERTIFICATION,
    RUNG_ACTION_DEGREE,
    RUNG_ACTION_EXPERIENCE,
    RUNG_ACTION_PROJECT,
    RUNG_ACTION_PRACTICE,
    RUNG_ACTION_JOB_SEARCH,
    RUNG_ACTION_KIND_COUNT,
} rung_action_kind;
const char *rung_action_kind_name(rung_action_kind kind);

/* A level of a requirement: what an action raises to, or a specialisation asks for. */
typedef struct rung_level {
    size_t requirement;
    double level; /* above 0, up to 4 */
} rung_level;

typedef struct rung_action {
    const char *id, *title;
    const char *text; /* or NULL */
    rung_action_kind kind;
    int months[2];                        /* least and most */
    double cost[2];                       /* in the rules' currency */
    const rung_program *when, *done_when; /* or NULL: always offered, never done */
    const size_t *after;
    size_t after_count;
    const rung_level *raises;
    size_t raises_count;
    const char *source; /* or NULL */
    rung_span span;
} rung_action;

typedef struct rung_specialisation {
    const char *id, *title;
    const char *text; /* or NULL */
    const rung_level *levels;
    size_t level_count;
    const char *source; /* or NULL */
} rung_specialisation;

typedef struct rung_note {
    const char *id, *title, *text;
    const rung_program *when; /* or NULL: always */
    const char *source;       /* or NULL */
} rung_note;

/* How long the source says that it takes until one is ready; plans are told beside it. */
typedef struct rung_time_to_entry {
    const char *id;
    const rung_program *when; /* or NULL: always */
    int months[2];            /* least and most */
    const char *whose;        /* "a complete beginner" */
    const char *source;       /* or NULL */
} rung_time_to_entry;

typedef struct rung_related {
    const char *id, *title;
    const char *text; /* or NULL */
} rung_related;

/* An example: the content's own test. Answers are kept as data; scoring them is up to `check`. */
typedef struct rung_example {
    const char *name;
    const rung_datum *answers; /* a map */
    bool has_verdict, has_score;
    size_t verdict; /* index */
    double score[2];
    const size_t *gaps; /* requirements */
    size_t gap_count;
    rung_span span; /* of its name */
    rung_span verdict_span, score_span, gaps_span;
} rung_example;

typedef struct rung_rules {
    const char *id, *title;
    const char *source_title, *source_edition; /* or NULL */
    const char *summary;                       /* or NULL */
    const char *currency;                      /* or NULL */
    const rung_fact *facts;
    size_t fact_count;
    const rung_program *target; /* a string: the id of the rung aimed at */
    const rung_rung *rungs;     /* lowest first, at least one */
    size_t rung_count;
    const rung_dimension *dimensions;
    size_t dimension_count;
    const rung_requirement *requirements;
    size_t requirement_count;
    const rung_verdict *verdicts; /* best first, at least one */
    size_t verdict_count;
    const rung_action *actions;
    size_t action_count;
    const rung_specialisation *specialisations;
    size_t specialisation_count;
    const rung_note *notes;
    size_t note_count;
    const rung_time_to_entry *times_to_entry; /* the first that holds counts */
    size_t time_to_entry_count;
    const rung_related *related;
    size_t related_count;
    const rung_example *examples;
    size_t example_count;
    rung_span span;     /* of its id */
    rung_digest digest; /* of the file's bytes */
    const rung_variable
        *variables; /* the questions' and `rung`, for compiling further expressions */
} rung_rules;

typedef struct rung_role {
    const rung_questionnaire *questionnaire;
    const rung_rules *rules;
    rung_text questionnaire_bytes, rules_bytes; /* the files as they were read */
    size_t scratch;                             /* the largest scratch of any program */
    size_t shared; /* how many more than one have it: rung_role_share */
    rung_arena arena;
} rung_role;

/* --- Allowed warnings --------------------------------------------------------------------------
 * A warning may be meant: the file says so by its key `allow`. */
typedef struct rung_allowance {
    const char *code; /* as it is written */
    const char *at;   /* id of what it is allowed for; NULL: whatever is in the file */
    bool again;       /* another id of the entry before: each is one of these */
    rung_span span;   /* of the code */
    rung_span place;  /* of the id; of the code where there is none */
} rung_allowance;

/* Whether it is a warning of the entry's code, about its id if it has one. In which files an entry
 * counts is the caller's to decide. */
bool rung_is_allowed(const rung_allowance *entry, const rung_diagnostic *diagnostic);
/* Reports a code that none of `kinds` has, or that is no warning's. */
void rung_check_allowance(const rung_allowance *entry, const rung_diagnostic_kind *const *kinds,
                          size_t kind_count, rung_diagnostics *diagnostics);
/* Reports that it allowed nothing: to be called when everything has been looked at. */
void rung_report_unused(const rung_allowance *entry, rung_diagnostics *diagnostics);

/* --- Loading ---------------------------------------------------------------------------------
 * Two files as bytes, with the names that messages shall show. On RUNG_OK the role is the
 * caller's, to free with rung_role_free; it keeps copies of the bytes. RUNG_INVALID: see the
 * diagnostics (warnings may come with RUNG_OK too). `diagnostics` keeps its own arena, whose guard
 * must be running. Without a questionnaire (NULL) the rules are checked as far as they go, and
 * never RUNG_OK. */
rung_status rung_role_load(rung_role **out, const rung_memory *memory,
                           const rung_source *questionnaire, const rung_source *rules,
                           rung_diagnostics *diagnostics);
/* The role once more, for somebody else to free: the last rung_role_free frees it. They are counted
 * without a lock, so all who have it must be of one thread. */
rung_role *rung_role_share(const rung_role *role);
void rung_role_free(rung_role *role); /* NULL-safe */

/* A questionnaire alone, for `rung check FILE`. The arena's guard must be running; NULL after
 * mistakes. */
const rung_questionnaire *rung_questionnaire_load(rung_arena *arena, const rung_source *source,
                                                  rung_diagnostics *diagnostics);

/* What a file says it is, without loading it whole: for lists of what is on offer. */
typedef enum rung_file_kind {
    RUNG_FILE_UNKNOWN,
    RUNG_FILE_QUESTIONNAIRE,
    RUNG_FILE_RULES
} rung_file_kind;

typedef struct rung_file_head {
    rung_file_kind kind;
    const char *id, *title;    /* NULL: the file does not say */
    const char *questionnaire; /* rules: the id it names, or NULL */
    const rung_allowance *allow;
    size_t allow_count;
} rung_file_head;

/* The id of the questionnaire that rules name, read no further than that: NULL if it cannot be told
 * so quickly, whatever the reason. Loading tells the mistakes. Lives in `arena`, inside its guard.
 */
const char *rung_rules_questionnaire(rung_arena *arena, const rung_source *rules);

/* Reads YAML and takes the head out of it; RUNG_INVALID with diagnostics if it is no YAML that we
 * accept, or has no `format` that we know. Texts live in `arena`. */
rung_status rung_file_head_read(rung_arena *arena, const rung_source *source,
                                rung_diagnostics *diagnostics, rung_file_head *out);

/* YAML in the dialect of the format, as data; NULL after mistakes. Also for answers files. The
 * arena's guard must be running; `source` must outlive the datum. */
const rung_datum *rung_yaml_read(rung_arena *arena, const rung_source *source,
                                 rung_diagnostics *diagnostics);

/* --- The formats themselves ---------------------------------------------------------------------
 * Which keys the maps of a file have and what they take, from the rows that the loader reads by:
 * for editors and for the reference. Constant; nothing has to be loaded. */

/* What may stand behind a key: its words in messages, and what it is. */
#define RUNG_SHAPES(X)                                                                             \
    X(TEXT, "text")               /* not blank */                                                  \
    X(SCALAR, "text or a number") /* kept as it is written */                                      \
    X(ID, "text")                 /* a new one, and none of `words` */                             \
    X(NAME, "text")               /* the id of something of the kind `names` */                    \
    X(WORD, "a word")             /* one of `words` */                                             \
    X(BOOL, "true or false")                                                                       \
    X(NUMBER, "a number")            /* within [least, most] */                                    \
    X(WHOLE, "a whole number")       /* the same */                                                \
    X(CONDITION, "an expression")    /* that is true or false */                                   \
    X(EXPRESSION, "an expression")   /* that gives something else */                               \
    X(ANSWER, "a value")             /* of the question's type, or `unknown` */                    \
    X(PAIR, "a list of two numbers") /* the least and the most, within [least, most] */            \
    X(RANGE, "a list")               /* the same, or the least alone */                            \
    X(TEXTS, "a list")               /* of texts */                                                \
    X(NAMES, "a list")               /* of ids of the kind `names` */                              \
    X(ITEMS, "a list")               /* of maps by `map` */                                        \
    X(LISTS, "a map of keys")        /* from new ids to lists of maps by `map` */                  \
    X(LEVELS, "a map of keys")       /* from ids of the kind `names` to numbers */                 \
    X(LEVEL_TEXTS, "a map of keys")  /* from whole numbers within [least, most] to texts */        \
    X(ANSWERS, "a map of keys")      /* from ids of questions to their values */                   \
    X(MAP, "a map of keys")          /* by `map` */

#define RUNG_SHAPE_ENUM(name, takes) RUNG_SHAPE_##name,
typedef enum rung_shape { RUNG_SHAPES(RUNG_SHAPE_ENUM) RUNG_SHAPE_COUNT } rung_shape;
#undef RUNG_SHAPE_ENUM

/* One kind of map, such as a question. */
typedef struct rung_format_map rung_format_map;

typedef struct rung_format_key {
    const char *name;
    const char *about; /* sentences for authors; what it is without it, too */
    rung_shape shape;
    bool required;
    bool by_rung;       /* or a map of such values by rung, or an expression */
    bool above;         /* `least` itself is not allowed */
    bool whole;         /* PAIR: of whole numbers */
    bool bare;          /* ITEMS: an item may be the value of its first key alone */
    char joint;         /* of ids, and of those of `names`: '-' or '_' */
    unsigned types;     /* question types that it belongs to, as bits; 0: to every map */
    double least, most; /* of numbers */
    size_t most_items;  /* of lists; 0: as many as there are */
    const rung_text *words;
    size_t word_count;
    const char *names;          /* "requirement", or NULL */
    const rung_format_map *map; /* or NULL */
} rung_format_key;

/* What the file itself is, as a map; NULL for RUNG_FILE_UNKNOWN. */
const rung_format_map *rung_format_of(rung_file_kind kind);
const char *rung_format_noun(const rung_format_map *map); /* "a question" */
size_t rung_format_key_count(const rung_format_map *map);
rung_format_key rung_format_key_at(const rung_format_map *map, size_t index);

/* Finding things by id; SIZE_MAX if there is none. */
size_t rung_find_question(const rung_questionnaire *questionnaire, rung_text id);
size_t rung_find_requirement(const rung_rules *rules, rung_text id);
size_t rung_find_rung(const rung_rules *rules, rung_text id);
size_t rung_find_action(const rung_rules *rules, rung_text id);
size_t rung_find_verdict(const rung_rules *rules, rung_text id);
size_t rung_find_option(const rung_question *question, rung_text id);

/* Whether a file may have it as its id: lower-case words with hyphens, at most
 * RUNG_CONTENT_MAX_ID bytes. */
bool rung_is_id(rung_text text);
/* The id that was probably meant: "sales-clerk" for "Sales Clerk"; "" if there is none. Inside the
 * arena's guard. */
const char *rung_as_id(rung_arena *arena, rung_text text);

extern const rung_diagnostic_kind rung_content_messages[];
extern const size_t rung_content_message_count;

#endif
