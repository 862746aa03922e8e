/* words: what typed words are compared with, and lines that answer nothing. Private to this
 * folder. */
#ifndef INTERVIEW_WORDS_H
#define INTERVIEW_WORDS_H

#include "interview/interview.h"

/* True if `text` begins so; the case of ASCII letters is ignored. */
bool interview_starts(const char *text, rung_text start);
/* True if some word of `text`, after its first, begins so: "hospital" in "A large hospital". */
bool interview_has_word(const char *text, rung_text start);

rung_line interview_bad(const char *problem);

/* read_value.c: lines at questions that are answered in one's own words. */
rung_line interview_read_number(rung_arena *arena, const rung_question *question, rung_text words);

#endif
