/* words: the closed sets of words of the format. */
#ifndef RUNG_CONTENT_WORDS_H
#define RUNG_CONTENT_WORDS_H

#include "content/content.h"

/* In the order of their enums. */
typedef struct content_words {
    const rung_text *at;
    size_t count;
} content_words;

extern const content_words content_question_types;
extern const content_words content_evidences;    /* without NONE: index + 1 is the enum */
extern const content_words content_resume_parts; /* without NONE: index + 1 is the enum */
extern const content_words content_resume_picks; /* "first", "last" */
extern const content_words content_needs;
extern const content_words content_action_kinds;
extern const content_words content_bases;        /* "judgement", "documented" */
extern const content_words content_reserved_ids; /* words of expressions: no ids of questions */
extern const content_words content_reserved_options;
extern const content_words content_questionnaire_format, content_rules_format;

/* "choice, choices or scale"; only those of a set of bits. `last` is what joins the last two. */
const char *content_words_list(rung_arena *arena, const content_words *words, unsigned bits,
                               const char *last);

#endif
