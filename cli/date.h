/* date: a day or a time as somebody writes it. */
#ifndef CLI_DATE_H
#define CLI_DATE_H

#include "base/base.h"

/* The first and the last millisecond that is meant: of a day where the person is, or of an instant.
 * `shown` lies on the day that was written, as UTC has it. */
typedef struct cli_span {
    int64_t first, last, shown;
} cli_span;

/* Noon of today, as UTC has it: of the day that it is where the person is. */
int64_t cli_today(int64_t now);

/* "2026-05-03", "2026-05-03T14:30:00Z", "2026-05-03T14:30:00.5+02:00"; seconds may be left out.
 * False if it is neither, or no day that there is. */
bool cli_read_date(rung_text text, cli_span *out);

#endif
