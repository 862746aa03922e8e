#include "expr/messages.h"

#include "expr/expr.h"

const rung_diagnostic_kind rung_expr_messages[] = {
#define KIND(name, code, format) {code, RUNG_ERROR, format},
    EXPR_MESSAGES(KIND)
#undef KIND
};

const size_t rung_expr_message_count = RUNG_COUNT(rung_expr_messages);
