/* escape: text of content and people, made safe for the place where it goes. One function a
 * context, and no text reaches a format but through its own. */
#ifndef RUNG_REPORT_ESCAPE_H
#define RUNG_REPORT_ESCAPE_H

#include "base/base.h"

/* One line in which nothing is obeyed: line ends and tabs as blanks, control characters and
 * overrides of direction made visible. The others begin with it. */
const char *report_escape_line(rung_arena *arena, const char *text);
/* For HTML and SVG, between tags and in quoted attributes. */
const char *report_escape_html(rung_arena *arena, const char *text);
/* For CommonMark, inside a line: no markup, link, HTML, entity or mention is left in it. What could
 * begin a block does so only at the beginning of a line, and is escaped there, too. */
const char *report_escape_markdown(rung_arena *arena, const char *text);
/* A cell of RFC 4180, quoted where it has to be; line ends stay, tabs are blanks. What a
 * spreadsheet would take for a formula begins with an apostrophe. */
const char *report_escape_csv(rung_arena *arena, const char *text);

#endif
