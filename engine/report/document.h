/* document: the report as a tree of blocks. Builders decide what is said and in which order;
 * renderers decide how it looks and nothing else. Texts are plain and unescaped, as content and
 * people wrote them: every renderer escapes for its own place. All of it lives in one arena. */
#ifndef RUNG_REPORT_DOCUMENT_H
#define RUNG_REPORT_DOCUMENT_H

#include "base/base.h"
#include "scoring/scoring.h"

typedef enum document_kind {
    DOCUMENT_TITLE,   /* text, aside */
    DOCUMENT_HEADING, /* text */
    DOCUMENT_STORY,   /* text: the paragraph to read if only one is read */
    DOCUMENT_TEXT,    /* text: a paragraph */
    DOCUMENT_PAIRS,   /* pairs */
    DOCUMENT_TABLE,   /* table */
    DOCUMENT_BARS,    /* bars */
    DOCUMENT_ITEMS,   /* items */
    DOCUMENT_KIND_COUNT,
} document_kind;

/* A name and what stands under it: one value or several of equal rank. */
typedef struct document_pair {
    const char *key;
    RUNG_VEC(const char *) values;
    bool ordered; /* the values are steps, one after the other */
} document_pair;

typedef RUNG_VEC(document_pair) document_pairs;

enum { DOCUMENT_MAX_COLUMNS = 5 };

typedef struct document_row {
    const char *cells[DOCUMENT_MAX_COLUMNS]; /* "" where there is nothing to say */
    bool current;                            /* the row that the reader looks for */
} document_row;

typedef struct document_table {
    size_t columns;
    const char *headers[DOCUMENT_MAX_COLUMNS]; /* "" for a column that explains itself */
    bool number[DOCUMENT_MAX_COLUMNS];         /* aligned as numbers are */
    RUNG_VEC(document_row) rows;
} document_table;

/* Points out of 100: sure up to range.low, possible up to range.high. */
typedef struct document_bar {
    const char *label;
    rung_range range;
    const char *points; /* the range in words */
} document_bar;

typedef enum document_mark {
    DOCUMENT_MARK_BULLET,
    DOCUMENT_MARK_DONE, /* there already */
    DOCUMENT_MARK_OPEN, /* not known yet */
} document_mark;

/* An entry of a list; with pairs it is a card. */
typedef struct document_item {
    size_t number; /* 0: it has a mark instead */
    document_mark mark;
    const char *title;
    const char *aside; /* beside the title, or NULL */
    const char *text;  /* or NULL */
    document_pairs pairs;
} document_item;

typedef struct document_block {
    document_kind kind;
    const char *text;
    const char *aside;
    document_pairs pairs;
    document_table table;
    RUNG_VEC(document_bar) bars;
    RUNG_VEC(document_item) items;
} document_block;

typedef struct document_tree {
    rung_arena *arena;
    RUNG_VEC(document_block *) blocks;
} document_tree;

/* All of these run inside the guard of the document's arena. What they return is valid until the
 * next one is added to the same list. */
document_block *document_add(document_tree *document, document_kind kind, const char *text);
/* NULL or "" as value: the pair is made without values. */
document_pair *document_add_pair(document_tree *document, document_pairs *pairs, const char *key,
                                 const char *value);
void document_add_value(document_tree *document, document_pair *pair, const char *value);
document_item *document_add_item(document_tree *document, document_block *block, const char *title);

#endif
