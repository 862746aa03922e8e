#include "report/escape.h"

#include <string.h>

const char *report_escape_line(rung_arena *arena, const char *text)
{
    char *copy = rung_copy(arena, rung_text_of(text));
    for (char *at = copy; *at; at++)
        if (*at == '\n' || *at == '\t')
            *at = ' ';
    rung_text line = rung_printable(arena, rung_text_of(copy), false);
    return line.at == copy ? copy : rung_copy(arena, line);
}

/* What stands for a character, or NULL if it may stand for itself. */
typedef const char *replace(char at);

static const char *replace_all(rung_arena *arena, const char *text, replace *replacement,
                               size_t longest)
{
    char *out = rung_alloc(arena, strlen(text) * longest + 1), *to = out;
    for (const char *at = text; *at; at++) {
        const char *other = replacement(*at);
        size_t size = other ? strlen(other) : 1;
        memcpy(to, other ? other : at, size);
        to += size;
    }
    *to = '\0';
    return out;
}

/* --- HTML ------------------------------------------------------------------------------------ */
static const char *html_for(char at)
{
    switch (at) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

const char *report_escape_html(rung_arena *arena, const char *text)
{
    return replace_all(arena, report_escape_line(arena, text), html_for, sizeof "&quot;" - 1);
}
