/* schema: the formats of content described, for editors and for people, from the rows that the
 * loader reads by (rung_format_of in content/content.h).
 *
 * Both functions write to the sink and take no memory. `kind` is a format, not RUNG_FILE_UNKNOWN.
 * They may run in several threads. */
#ifndef RUNG_SCHEMA_H
#define RUNG_SCHEMA_H

#include "base/base.h"
#include "content/content.h"

/* A JSON Schema (draft-07, which YAML language servers speak) and a newline. It accepts what
 * the loader accepts, and refuses wrong keys and shapes; what ids and expressions mean is beyond
 * it. The keys of a question stand where its type has decided which they are, so that editors
 * offer these only. */
void rung_schema_write(rung_sink *sink, rung_file_kind kind);

/* For each map of the format, the file itself first, a heading ("### A question") and a table in
 * Markdown: its keys, what they take, what they are. What rules have in common with questionnaires
 * stands only with the latter: both are told on one page. */
void rung_schema_tables(rung_sink *sink, rung_file_kind kind);

#endif
