/* dialect: what makes libyaml's YAML ours. Shared by the files that read YAML. */
#ifndef RUNG_CONTENT_DIALECT_H
#define RUNG_CONTENT_DIALECT_H

#include "base/base.h"

/* --- Bytes, before libyaml sees them ------------------------------------------------------------
 * What libyaml is given: as long as the source, byte for byte at the same offsets, but with
 * everything that was refused or would be misread replaced by something harmless, so that reading
 * can go on and find the rest. */
#define CONTENT_REFUSED 'x' /* stands where a character was refused */

typedef struct content_bytes {
    const char *at; /* as many bytes as the source */
    uint32_t start; /* behind a byte order mark */
    bool refused;   /* some character was: broken YAML may follow from it */
    /* U+2028 and U+2029 are line ends to libyaml (YAML 1.1) and characters to YAML 1.2: these
     * private characters, which the file does not use, stand in for them; 0: there are none. */
    int32_t stand_in[2];
} content_bytes;

/* False if it makes no sense to go on (reported). Inside the arena's guard. */
bool content_bytes_check(rung_arena *arena, const rung_source *source,
                         rung_diagnostics *diagnostics, content_bytes *out);

/* --- Scalars ------------------------------------------------------------------------------------
 * Sets the kind of a datum from its text, by the core schema of YAML 1.2. What looks like a number
 * and is none that we take (0x1F, 0o17, 012, too large) stays text. */
void content_resolve_plain(rung_datum *datum);

/* --- Layout -------------------------------------------------------------------------------------
 * Rules of YAML that libyaml does not enforce. Each reports what it finds. */
struct content_layout {
    const rung_source *source;
    rung_text text; /* what libyaml sees */
    rung_diagnostics *diagnostics;
    bool broken;   /* a value ends elsewhere than its author means */
    uint32_t seen; /* everything before has been looked at */
};

/* Between two values only marks and comments stand: looks at the comments from `seen` to `to`. */
void content_check_gap(struct content_layout *layout, uint32_t to);
/* Lines of a value in brackets or quotes must be indented deeper than `indent`, the column (from 0)
 * of the block that it stands in, or -1. */
void content_check_continuation(struct content_layout *layout, uint32_t start, uint32_t end,
                                int indent);
/* The header and the leading blank lines of `|` and `>`. */
void content_check_block_scalar(struct content_layout *layout, uint32_t start, uint32_t end,
                                int indent);
/* Only comments and document ends may stand from `seen` on. */
void content_check_tail(struct content_layout *layout);

/* The offset behind anchors, tags and what separates them from their value. */
uint32_t content_skip_properties(rung_text text, uint32_t start, uint32_t end);

/* --- libyaml's messages -------------------------------------------------------------------------
 * In our words. */
typedef struct content_problem {
    const char *problem, *context; /* libyaml's; a NULL context stands for any */
    const char *sentence, *mend;   /* ours; no mend: NULL */
    bool at_context;               /* the mistake is where the context begins */
} content_problem;

/* What libyaml says in one of several places where a tab stands for indentation. */
#define CONTENT_TAB_PROBLEM "found a tab character where an indentation space is expected"

/* One that we do not know has libyaml's words. */
content_problem content_problem_of(const char *problem, const char *context);
/* The same in better words, if the line of the place tells what was meant. */
content_problem content_hint(content_problem problem, rung_text text, uint32_t at);

#endif
