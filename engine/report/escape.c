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

/* --- Markdown -------------------------------------------------------------------------------- */
static bool is_letter(char at)
{
    return (at >= 'a' && at <= 'z') || (at >= 'A' && at <= 'Z');
}

static bool is_digit(char at)
{
    return at >= '0' && at <= '9';
}

static bool is_space(int32_t code)
{
    return code == ' ' || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
           code == 0x202F || code == 0x205F || code == 0x3000;
}

/* Without blanks of any kind at both ends: emphasis does not hold on to them, and four of them
 * would begin code. */
static rung_text without_margins(const char *text)
{
    const char *end = text + strlen(text), *from = end, *to = text;
    for (const char *at = text; at < end;) {
        const char *start = at;
        if (is_space(rung_utf8_next(&at, end)))
            continue;
        from = start < from ? start : from;
        to = at;
    }
    return from < to ? (rung_text){from, (size_t)(to - from)} : (rung_text){end, 0};
}

/* What code forges make more of, and no backslash prevents: mentions and mail addresses, references
 * to issues, signs with a name. */
static bool forge_reads(rung_text text, size_t i)
{
    char next = i + 1 < text.size ? text.at[i + 1] : '\0';
    size_t name = i + 1;
    switch (text.at[i]) {
    case '@':
        return is_letter(next) || is_digit(next);
    case '#':
        return is_digit(next);
    case ':':
        while (name < text.size && (is_letter(text.at[name]) || is_digit(text.at[name]) ||
                                    strchr("_+-", text.at[name])))
            name++;
        return name > i + 1 && name < text.size && text.at[name] == ':';
    default:
        return false;
    }
}

/* A dot or bracket behind a number would make the first line of a list. */
static bool ends_marker(rung_text text, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (!is_digit(text.at[k]))
            return false;
    return i > 0;
}

/* Forges take "www." for the beginning of an address, in capitals, too. */
static bool ends_www(rung_text text, size_t i)
{
    for (size_t k = i - 3; k < i; k++)
        if (text.at[k] != 'w' && text.at[k] != 'W')
            return false;
    return true;
}

static bool is_markup(rung_text text, size_t i)
{
    char at = text.at[i];
    if (strchr("\\`*_[]<>&~|$#", at))
        return true;
    if (i == 0 && strchr("-+=", at))
        return true;
    if (at == '.' || at == ')')
        return ends_marker(text, i) || (at == '.' && i >= 3 && ends_www(text, i));
    return at == ':' && i + 2 < text.size && text.at[i + 1] == '/' && text.at[i + 2] == '/';
}

const char *report_escape_markdown(rung_arena *arena, const char *text)
{
    static const rung_text comment = {"<!-- -->", sizeof "<!-- -->" - 1};
    rung_text line = without_margins(report_escape_line(arena, text));
    char *out = rung_alloc(arena, line.size * (2 + comment.size) + 1), *to = out;
    for (size_t i = 0; i < line.size; i++) {
        if (is_markup(line, i))
            *to++ = '\\';
        *to++ = line.at[i];
        if (!forge_reads(line, i))
            continue;
        memcpy(to, comment.at, comment.size);
        to += comment.size;
    }
    *to = '\0';
    return out;
}

/* --- CSV ------------------------------------------------------------------------------------- */
static const char *quote_for(char at)
{
    return at == '"' ? "\"\"" : NULL;
}

const char *report_escape_csv(rung_arena *arena, const char *text)
{
    char *copy = rung_copy(arena, rung_text_of(text));
    for (char *at = copy; (at = strchr(at, '\t')); at++)
        *at = ' ';
    const char *cell = rung_copy(arena, rung_printable(arena, rung_text_of(copy), true));
    const char *first = cell + strspn(cell, " \n");
    bool formula = *first && strchr("=+-@", *first);
    if (!formula && first == cell && !strpbrk(cell, "\",\n"))
        return cell;
    return rung_format(arena, "\"%s%s\"", formula ? "'" : "",
                       replace_all(arena, cell, quote_for, 2));
}
