/* html: what the parts of the HTML renderer share. */
#ifndef RUNG_REPORT_HTML_H
#define RUNG_REPORT_HTML_H

#include "report/document.h"

typedef struct report_html {
    rung_arena *arena;
    rung_sink *sink;
    size_t ids; /* of elements that others point at; so far */
} report_html;

void report_html_list(report_html *html, const char *markup, const char *const *texts);
/* Markup of our own, in which each {} is a text that is escaped on its way. */
#define report_html_put(html, ...) REPORT_HTML_PUT(html, __VA_ARGS__, NULL)
#define REPORT_HTML_PUT(html, markup, ...)                                                         \
    report_html_list((html), (markup), (const char *const[]){__VA_ARGS__})

void report_html_table(report_html *html, const report_block *block);
void report_html_picture(report_html *html, const report_block *block);

/* A number for an attribute: at most two decimals. */
const char *report_html_number(report_html *html, double value);

/* The style sheet, in pieces; NULL ends it. */
extern const char *const report_html_style[];

void report_render_html(rung_arena *arena, const report_document *document, rung_sink *sink);

#endif
