/* places: where the text of a scalar lies in its file, so that a mistake in an expression is shown
 * at its own line and column whatever way YAML wraps it. */
#ifndef RUNG_CONTENT_PLACES_H
#define RUNG_CONTENT_PLACES_H

#include "content/content.h"

/* Of a scalar read from YAML. Inside the arena's guard. */
rung_expr_text content_expr_text(rung_arena *arena, const rung_datum *scalar);
/* The part [start, end) of such a text as a span of the source. */
rung_span content_expr_span(const rung_expr_text *text, size_t start, size_t end);

#endif
