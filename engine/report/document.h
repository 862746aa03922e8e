/* document: the report as a tree of blocks. Builders decide what is said and in which order;
 * renderers decide how it looks and nothing else. Texts are plain and unescaped, as content and
 * people wrote them: every renderer escapes for its own place. All of it lives in one arena. */
#ifndef RUNG_REPORT_DOCUMENT_H
#define RUNG_REPORT_DOCUMENT_H

#include "base/base.h"
#include "scoring/scoring.h"

typedef enum report_kind {
    REPORT_TITLE,   /* text, aside */
    REPORT_HEADING, /* text */
    REPORT_STORY,   /* text: the paragraph to read if only one is read */
    REPORT_TEXT,    /* text: a paragraph */
    REPORT_PAIRS,   /* pairs */
    REPORT_TABLE,   /* table */
    REPORT_BARS,    /* bars */
    REPORT_ITEMS,   /* items */
    REPORT_KIND_COUNT,
} report_kind;

/* A name and what stands under it: one value or several of equal rank. */
typedef struct report_pair {
    const char *key;
    RUNG_VEC(const char *) values;
    bool ordered; /* the values are steps, one after the other */
} report_pair;

typedef RUNG_VEC(report_pair) report_pairs;

enum { REPORT_MAX_COLUMNS = 5 };

typedef struct report_row {
    const char *cells[REPORT_MAX_COLUMNS]; /* "" where there is nothing to say */
    bool current;                          /* the row that the reader looks for */
} report_row;

typedef struct report_table {
    size_t columns;
    const char *headers[REPORT_MAX_COLUMNS]; /* "" for a column that explains itself */
    bool number[REPORT_MAX_COLUMNS];         /* aligned as numbers are */
    RUNG_VEC(report_row) rows;
} report_table;

/* Points out of 100: sure up to range.low, possible up to range.high. */
typedef struct report_bar {
    const char *label;
    rung_range range;
    const char *points; /* the range in words */
} report_bar;

typedef enum report_mark {
    REPORT_MARK_BULLET,
    REPORT_MARK_DONE, /* there already */
    REPORT_MARK_OPEN, /* not known yet */
} report_mark;

/* An entry of a list; with pairs it is a card. */
typedef struct report_item {
    size_t number; /* 0: it has a mark instead */
    report_mark mark;
    const char *title;
    const char *aside; /* beside the title, or NULL */
    const char *text;  /* or NULL */
    report_pairs pairs;
} report_item;

typedef struct report_block {
    report_kind kind;
    const char *text;
    const char *aside;
    report_pairs pairs;
    report_table table;
    RUNG_VEC(report_bar) bars;
    RUNG_VEC(report_item) items;
} report_block;

typedef struct report_document {
    rung_arena *arena;
    RUNG_VEC(report_block *) blocks;
} report_document;

/* All of these run inside the guard of the document's arena. What they return is valid until the
 * next one is added to the same list. */
report_block *report_add(report_document *document, report_kind kind, const char *text);
/* NULL or "" as value: the pair is made without values. */
report_pair *report_add_pair(report_document *document, report_pairs *pairs, const char *key,
                             const char *value);
void report_add_value(report_document *document, report_pair *pair, const char *value);
report_item *report_add_item(report_document *document, report_block *block, const char *title);

#endif
