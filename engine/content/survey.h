/* survey: a questionnaire while it is being read. */
#ifndef RUNG_CONTENT_SURVEY_H
#define RUNG_CONTENT_SURVEY_H

#include "content/keys.h"

typedef struct content_survey {
    rung_questionnaire head; /* without sections, questions and variables until the end */
    rung_section *sections;
    const rung_datum *const *section_data; /* one a section */
    size_t section_count;
    rung_question *questions;
    const rung_datum **question_data; /* one a question */
    size_t question_count, question_room;
    rung_variable *variables; /* one a question, and one to spare for `rung` */
    const uint32_t *by_name;  /* the questions in the order of their ids; NULL if some have none */
} content_survey;

/* Nothing is known of the questions: rules can be looked at, but not what they name. */
content_survey *content_blind_survey(content_loader *loader);

/* Reads the questionnaire whose YAML is `root`. NULL if it is none at all; else what could be made
 * of it, for looking at expressions, however many mistakes there were. */
content_survey *content_read_questionnaire(content_loader *loader, const rung_datum *root);

/* The second look at each question, when all are known: `unasked`, and the variable that
 * expressions name it by. */
void content_finish_question(content_loader *loader, size_t index);
/* Compiles the conditions of sections and questions, and sets `asked_by`. */
void content_read_conditions(content_loader *loader);

extern const content_table content_questionnaire_table, content_section_table,
    content_question_table, content_option_table, content_scale_value_table;

#endif
