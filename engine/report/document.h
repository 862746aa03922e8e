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
    REPORT_ITEMS,   /* items */
    /* Pictures. All of them have `picture` and, as `table`, their figures. */
    REPORT_SCALE,    /* scale */
    REPORT_BARS,     /* bars */
    REPORT_LADDER,   /* rungs */
    REPORT_TIMELINE, /* steps */
    REPORT_KIND_COUNT,
} report_kind;

/* A name and what stands under it: one value or several of equal rank. */
typedef struct report_pair {
    const char *key;
    RUNG_VEC(const char *) values;
    bool ordered; /* the values are steps, one after the other */
    bool minor;   /* can be left out where paper is scarce */
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

/* --- Pictures -------------------------------------------------------------------------------- */
typedef struct report_picture {
    const char *title;       /* what it shows */
    const char *description; /* how to read it, for those who see it and those who do not */
    /* What the two shades of a range mean; NULL where every range is one point. */
    const char *sure, *possible;
    /* The lines around it say the same: where no picture can be drawn it is left out. */
    bool told;
} report_picture;

/* From here on, on a scale from 0 to 100. */
typedef struct report_bound {
    double from;
    const char *title;
    bool reached; /* for sure */
} report_bound;

typedef struct report_scale {
    rung_range range;
    const char *points;            /* the range in words */
    RUNG_VEC(report_bound) bounds; /* ascending; the first is at 0 */
} report_scale;

/* Sure up to range.low, possible up to range.high. */
typedef struct report_bar {
    const char *label;
    rung_range range;
    const char *points; /* the range in words */
    size_t number;      /* of the item that it belongs to, or 0 */
} report_bar;

typedef struct report_bars {
    double most;  /* where the scale ends: no range is higher */
    bool missing; /* the bars are what is missing, not what is there */
    RUNG_VEC(report_bar) list;
} report_bars;

typedef struct report_rung {
    const char *label;
    bool known;       /* else it is too early for a range */
    rung_range range; /* out of 100 */
    const char *points, *verdict;
    const char *mark;   /* "your aim", or "" */
    const char *remark; /* the verdict, and what else there is to say */
    bool aim, reached;  /* reached: the best verdict is sure here and at no higher rung */
} report_rung;

typedef struct report_rungs {
    double enough;            /* the points that the best verdict asks for; 0 if it asks for none */
    const char *enough_title; /* "Ready from 85" */
    RUNG_VEC(report_rung) list; /* the highest first */
} report_rungs;

/* In whole months from now. It surely lasts up to start + least, possibly up to start + most. */
typedef struct report_step {
    const char *label;
    int start, least, most;
    const char *when; /* the same in words */
    const char *note; /* or NULL */
} report_step;

typedef struct report_steps {
    int months; /* where the scale ends */
    RUNG_VEC(report_step) list;
} report_steps;

/* --- Lists ----------------------------------------------------------------------------------- */
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
    bool brief;        /* one of many: as close as can be */
    report_pairs pairs;
} report_item;

typedef struct report_block {
    report_kind kind;
    const char *text;
    const char *aside;
    report_pairs pairs;
    report_table table;
    RUNG_VEC(report_item) items;
    report_picture picture;
    report_scale scale;
    report_bars bars;
    report_rungs rungs;
    report_steps steps;
} report_block;

typedef struct report_document {
    rung_arena *arena;
    const char *language; /* BCP 47, as the content says */
    RUNG_VEC(report_block *) blocks;
} report_document;

/* All of these run inside the guard of the document's arena. What they return is valid until the
 * next one is added to the same list. */
report_block *report_add(report_document *document, report_kind kind, const char *text);
report_row *report_add_row(report_document *document, report_block *block);
/* NULL or "" as value: the pair is made without values. */
report_pair *report_add_pair(report_document *document, report_pairs *pairs, const char *key,
                             const char *value);
void report_add_value(report_document *document, report_pair *pair, const char *value);
report_item *report_add_item(report_document *document, report_block *block, const char *title);

#endif
