/* The names of this stage's messages, as indices of rung_expr_messages. */
#ifndef EXPR_MESSAGES_H
#define EXPR_MESSAGES_H

#include "base/base.h"

typedef enum expr_message {
#define KIND(name, ...) EXPR_##name,
#include "expr/message_list.h"
#undef KIND
} expr_message;

#endif
