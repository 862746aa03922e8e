#include "expr/messages.h"

#include "expr/expr.h"

const rung_diagnostic_kind rung_expr_messages[] = {
#define KIND RUNG_KIND
#include "expr/message_list.h"
#undef KIND
};

const size_t rung_expr_message_count = RUNG_COUNT(rung_expr_messages);
