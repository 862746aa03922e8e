#include "content/messages.h"

const rung_diagnostic_kind rung_content_messages[] = {
#define KIND RUNG_KIND
#include "content/message_list.h"
#undef KIND
};
const size_t rung_content_message_count = RUNG_COUNT(rung_content_messages);

bool content_is_full(const rung_diagnostics *diagnostics, const rung_source *source)
{
    size_t kept = 0;
    for (size_t i = 0; i < diagnostics->list.count && diagnostics->dropped; i++)
        kept += diagnostics->list.at[i].span.source == source;
    return kept >= RUNG_DIAGNOSTICS_PER_SOURCE;
}

uint32_t content_line(const rung_diagnostics *diagnostics, const rung_source *source, uint32_t at)
{
    return content_is_full(diagnostics, source) ? 0 : rung_locate(source, at).line;
}

enum { SHOWN_BYTES = 80 };

const char *content_shown(rung_arena *arena, rung_text text)
{
    if (text.size <= SHOWN_BYTES)
        return rung_copy(arena, text);
    size_t size = SHOWN_BYTES;
    while (size && ((unsigned char)text.at[size] & 0xC0) == 0x80)
        size--;
    return rung_format(arena, "%.*s…", (int)size, text.at);
}
