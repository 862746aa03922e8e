/* Everything that this stage says to an author: rows of rung_diagnostic_kind, see base.h. The
 * templates are printf formats; what a call gives must fit. */
#include "content/message_list_file.h"
#include "content/message_list_keys.h"
#include "content/message_list_meaning.h"
