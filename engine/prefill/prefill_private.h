/* What the files of this folder share. */
#ifndef RUNG_PREFILL_PRIVATE_H
#define RUNG_PREFILL_PRIVATE_H

#include "prefill/prefill.h"

/* --- Dates (dates.c) -----------------------------------------------------------------------------
 * Months are counted from the year 0. */
typedef struct prefill_span {
    int first, end; /* months; `end` is the first one that no longer counts */
} prefill_span;

/* "2019", "2019-03" or "2019-03-31". A year alone is its beginning, also as an end: from 2019 to
 * 2023 it is four years. A month as an end counts, too. */
bool prefill_date(rung_text text, bool is_end, int *month);
/* "Present" and what else people write where something goes on. */
bool prefill_goes_on(const char *text);
int prefill_month_of(int64_t milliseconds);
/* How many months lie in at least one of the spans; sorts them. */
int prefill_months(prefill_span *spans, size_t count);

/* --- Words (match.c) ------------------------------------------------------------------------- */
/* Whether the text holds one of the words, as prefill.h says. */
bool prefill_has_word(const char *text, const char *const *words, size_t count);

/* --- Items (resume.c) ------------------------------------------------------------------------ */
typedef struct prefill_item {
    const char *text;  /* all of it that words are looked for in */
    const char *label; /* what a person knows it by: "Nurse at Mercy" */
    bool dated;
    bool goes_on; /* `span` ends now */
    int first_year, last_year;
    prefill_span span; /* if dated */
} prefill_item;

typedef struct prefill_items {
    RUNG_VEC(prefill_item) list;
} prefill_items;

/* What the items say of a question (match.c). */
rung_proposal prefill_propose(rung_arena *arena, const rung_question *question,
                              const prefill_items *items);

#endif
