#include "expr/messages.h"

#include "expr/expr.h"

const rung_diagnostic_kind rung_expr_messages[] = {
#define KIND(name, number, text) {.code = number, .severity = RUNG_ERROR, .format = text},
    EXPR_MESSAGES(KIND)
#undef KIND
};

const size_t rung_expr_message_count = RUNG_COUNT(rung_expr_messages);
