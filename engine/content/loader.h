/* loader: what the files that read content share while a role is being loaded. */
#ifndef RUNG_CONTENT_LOADER_H
#define RUNG_CONTENT_LOADER_H

#include "content/content.h"
#include "content/messages.h"
#include "content/names.h"
#include "content/words.h"
#include "content/yaml_data.h"

/* What has ids. The noun stands in messages. */
#define CONTENT_KINDS(X)                                                                           \
    X(NAMELESS, "")                                                                                \
    X(QUESTIONNAIRE, "questionnaire")                                                              \
    X(SCALE, "scale")                                                                              \
    X(SECTION, "section")                                                                          \
    X(QUESTION, "question")                                                                        \
    X(OPTION, "option")                                                                            \
    X(RUNG, "rung")                                                                                \
    X(DIMENSION, "dimension")                                                                      \
    X(REQUIREMENT, "requirement")                                                                  \
    X(VERDICT, "verdict")                                                                          \
    X(ACTION, "action")                                                                            \
    X(SPECIALISATION, "specialisation")                                                            \
    X(NOTE, "note")                                                                                \
    X(TIME, "time to entry")                                                                       \
    X(RELATED, "related role")                                                                     \
    X(EXAMPLE, "example")

#define CONTENT_KIND_ENUM(name, noun) CONTENT_KIND_##name,
typedef enum content_kind { CONTENT_KINDS(CONTENT_KIND_ENUM) CONTENT_KIND_COUNT } content_kind;
#undef CONTENT_KIND_ENUM

/* The ids of one kind that are known so far. */
typedef struct content_ids {
    content_names names;      /* to struct content_id */
    RUNG_VEC(rung_text) list; /* by index; empty where an id is wrong */
    bool incomplete;          /* some id is wrong */
} content_ids;

typedef struct content_loader {
    rung_arena *arena;
    rung_diagnostics *diagnostics;
    size_t errors_before; /* of `diagnostics`, when this loading began */
    content_ids ids[CONTENT_KIND_COUNT];

    /* The questionnaire that is being read, or that the rules are about. */
    struct content_survey *survey;
    rung_rules *rules;    /* while they are being read */
    rung_scope scope;     /* of expressions that may name everything */
    content_names broken; /* questions that are wrong themselves: expressions over them are not
                             looked at, they would only repeat it */
    bool blind;           /* nothing is known of the questions at all */
    size_t scratch;       /* the largest of any program so far */
} content_loader;

/* --- Ids and references -------------------------------------------------------------------------
 * An id is words of small letters and digits between single joints, '-' or '_'. With '_' it names a
 * question in expressions, so it begins with a letter. */
bool content_is_id(rung_text text, char joint);
char content_joint(content_kind kind);
const char *content_noun(content_kind kind);
/* False after reporting. */
bool content_check_id(content_loader *loader, const rung_datum *datum, char joint);
/* The same words as an id ("Medical Terms": "medical-terms"); "" if nothing is left of them. */
const char *content_as_id(rung_arena *arena, rung_text text, char joint);
/* Gives an id its index, which is one more than the last. A repeated one is reported. */
void content_add_id(content_loader *loader, content_kind kind, rung_text id, rung_span span);
/* For something whose id is wrong: it takes an index too. */
void content_add_nameless(content_loader *loader, content_kind kind);
/* Where nothing of that kind is named yet. */
void content_forget_ids(content_loader *loader, content_kind kind);
/* The index of what a word names. False after reporting, with "did you mean"; nothing is said where
 * ids of that kind are wrong themselves. */
bool content_reference(content_loader *loader, content_kind kind, rung_text id, rung_span span,
                       size_t *out);
/* The indices of all that have ids, in the order of these. */
const uint32_t *content_order_by_id(content_loader *loader, content_kind kind);
/* Mends the last diagnostic with the nearest of some words, if one is near. */
void content_did_you_mean(content_loader *loader, rung_text word, const rung_text *words,
                          size_t count);

/* --- Values -------------------------------------------------------------------------------------
 * `name` is the key's, for messages. False (or NULL) after reporting, outputs untouched. */
const char *content_text(content_loader *loader, const char *name, const rung_datum *datum);
bool content_number(content_loader *loader, const char *name, const rung_datum *datum, double *out);
bool content_number_within(content_loader *loader, const char *name, const rung_datum *datum,
                           double least, double most, double *out);
bool content_whole_within(content_loader *loader, const char *name, const rung_datum *datum,
                          int64_t least, int64_t most, int64_t *out);
/* [least, most]; an item each within the bounds. */
bool content_pair(content_loader *loader, const char *name, const rung_datum *datum, double least,
                  double most, double out[2]);
bool content_word(content_loader *loader, const char *name, const rung_datum *datum,
                  const content_words *words, size_t *out);
/* Nothing more to say, or a value that is missing (which is said). */
bool content_is_unusable(content_loader *loader, const char *name, const rung_datum *datum);

/* --- Files ----------------------------------------------------------------------------------- */
#define CONTENT_QUESTIONNAIRE_FORMAT "rung-questionnaire/1"
#define CONTENT_RULES_FORMAT         "rung-rules/1"

/* True if the map says it has that format. */
bool content_check_format(content_loader *loader, const rung_datum *root, const char *format);

#endif
