/* messages: the names of what this stage says to an author, as indices of rung_content_messages. */
#ifndef RUNG_CONTENT_MESSAGES_H
#define RUNG_CONTENT_MESSAGES_H

#include "content/content.h"

typedef enum content_message {
#define KIND(name, ...) CONTENT_##name,
#include "content/message_list.h"
#undef KIND
    CONTENT_MESSAGE_COUNT
} content_message;

/* Reports with the arguments that the template asks for. */
#define content_report(diagnostics, name, ...)                                                     \
    rung_report((diagnostics), &rung_content_messages[CONTENT_##name], __VA_ARGS__)

/* True if no more is kept about a file. What takes long to say need not be found out then: a file
 * may hold very many mistakes. */
bool content_is_full(const rung_diagnostics *diagnostics, const rung_source *source);
/* The line that holds `at`, from 1, for a message; 0 where it would not be kept anyway, since
 * counting lines takes as long as the file is. */
uint32_t content_line(const rung_diagnostics *diagnostics, const rung_source *source, uint32_t at);

/* Foreign text as a message shows it: cut where it is long. */
const char *content_shown(rung_arena *arena, rung_text text);

#endif
