/* The bytes of a file before libyaml sees them: encoding, characters that must not stand in a
 * file, directives. */
#include "content/content.h"
#include "content/dialect.h"
#include "content/messages.h"

#include <string.h>

enum { PRIVATE_FIRST = 0xE000, PRIVATE_LAST = 0xF8FF };

struct check {
    const rung_source *source;
    rung_diagnostics *diagnostics;
    char *copy;
    bool refused;        /* some character */
    uint32_t separators; /* how many U+2028 and U+2029 there are */
    bool private_used[PRIVATE_LAST - PRIVATE_FIRST + 1];
};

static rung_span piece(const rung_source *source, size_t start, size_t end)
{
    return (rung_span){source, (uint32_t)start, (uint32_t)end};
}

/* --- Encodings that are not ours ------------------------------------------------------------- */

static const char *foreign_encoding(rung_text text)
{
    static const struct {
        rung_text mark;
        const char *name;
    } marks[] = {
        {{"\xFF\xFE\0\0", 4}, "UTF-32"}, {{"\0\0\xFE\xFF", 4}, "UTF-32"},
        {{"\xFF\xFE", 2}, "UTF-16"},     {{"\xFE\xFF", 2}, "UTF-16"},
        {{"\0\0\0", 3}, "UTF-32"},       {{"\0", 1}, "UTF-16 or binary"},
    };
    for (size_t i = 0; i < RUNG_COUNT(marks); i++)
        if (rung_text_starts(text, marks[i].mark))
            return marks[i].name;
    if (text.size > 3 && text.at[1] == '\0')
        return text.at[2] == '\0' ? "UTF-32" : "UTF-16";
    return NULL;
}

/* --- Characters ------------------------------------------------------------------------------ */

static bool is_allowed(int32_t code)
{
    if (code < 0x20)
        return code == '\t' || code == '\n' || code == '\r';
    return code != 0xFEFF && code != 0xFFFE && code != 0xFFFF && (code < 0x7F || code > 0x9F);
}

static void refuse_character(struct check *check, int32_t code, size_t start, size_t end)
{
    rung_span span = piece(check->source, start, end);
    if (code < 0)
        content_report(check->diagnostics, BAD_UTF8, span,
                       (unsigned)(unsigned char)check->source->text.at[start]);
    else
        content_report(check->diagnostics, BAD_CHARACTER, span, (unsigned)code);
    if (code < 0)
        rung_mend(check->diagnostics, "save the file as UTF-8");
    memset(check->copy + start, CONTENT_REFUSED, end - start);
    check->refused = true;
}

/* One refusal for a run of bytes that are not UTF-8: the mistake is the encoding. */
static void check_characters(struct check *check, size_t start)
{
    rung_text text = check->source->text;
    const char *at = text.at + start, *end = text.at + text.size;
    const char *last_invalid = NULL;

    while (at < end) {
        if (*at >= ' ' && *at <= '~') {
            at++;
            continue;
        }
        const char *from = at;
        int32_t code = rung_utf8_next(&at, end);
        if (code >= PRIVATE_FIRST && code <= PRIVATE_LAST)
            check->private_used[code - PRIVATE_FIRST] = true;
        check->separators += code == 0x2028 || code == 0x2029;
        if (code < 0 && last_invalid == from)
            check->copy[from - text.at] = CONTENT_REFUSED;
        else if (code < 0 || !is_allowed(code))
            refuse_character(check, code, (size_t)(from - text.at), (size_t)(at - text.at));
        if (code < 0)
            last_invalid = at;
    }
}

/* --- Line and paragraph separators ----------------------------------------------------------- */

static int32_t unused_private(struct check *check)
{
    for (int32_t code = PRIVATE_FIRST; code <= PRIVATE_LAST; code++)
        if (!check->private_used[code - PRIVATE_FIRST]) {
            check->private_used[code - PRIVATE_FIRST] = true;
            return code;
        }
    return 0;
}

/* U+2028 and U+2029 are E2 80 A8 and E2 80 A9: three bytes, as private characters have. */
static void replace_separators(struct check *check, content_bytes *out)
{
    rung_text text = check->source->text;
    for (int i = 0; i < 2; i++)
        out->stand_in[i] = unused_private(check);
    for (size_t i = out->start; i + 3 <= text.size; i++) {
        if (memcmp(text.at + i, "\xE2\x80", 2) != 0)
            continue;
        unsigned which = (unsigned)(unsigned char)text.at[i + 2] - 0xA8;
        if (which > 1)
            continue;
        if (out->stand_in[which])
            rung_utf8_encode(out->stand_in[which], check->copy + i);
        else
            refuse_character(check, 0x2028 + (int32_t)which, i, i + 3);
    }
}

/* --- Directives ---------------------------------------------------------------------------------
 * They can only stand before the document, where there is nothing else but comments. libyaml looks
 * at each anew for every other one. */
static void refuse_directives(struct check *check, size_t start)
{
    rung_text text = check->source->text;
    for (size_t i = start; i < text.size; i++) {
        size_t line = i;
        while (i < text.size && text.at[i] != '\n')
            i++;
        rung_text words = rung_text_trim((rung_text){text.at + line, i - line});
        if (text.at[line] == '%') {
            content_report(check->diagnostics, DIRECTIVE, piece(check->source, line, line + 1));
            rung_mend(check->diagnostics, "leave the line out");
            check->copy[line] = '#';
        } else if (words.size && words.at[0] != '#') {
            return;
        }
    }
}

bool content_bytes_check(rung_arena *arena, const rung_source *source,
                         rung_diagnostics *diagnostics, content_bytes *out)
{
    rung_span first = piece(source, 0, 0);
    if (source->text.size > RUNG_CONTENT_MAX_FILE) {
        content_report(diagnostics, FILE_TOO_LARGE, first, RUNG_CONTENT_MAX_FILE / (1024 * 1024));
        return false;
    }
    const char *encoding = foreign_encoding(source->text);
    if (encoding) {
        content_report(diagnostics, FILE_ENCODING, first, encoding);
        rung_mend(diagnostics, "save the file as UTF-8");
        return false;
    }

    struct check *check = rung_new(arena, struct check);
    *check = (struct check){.source = source, .diagnostics = diagnostics};
    check->copy = rung_copy(arena, source->text);
    out->at = check->copy;
    out->start = rung_text_starts(source->text, RUNG_TEXT("\xEF\xBB\xBF")) ? 3 : 0;
    check_characters(check, out->start);
    if (check->separators)
        replace_separators(check, out);
    refuse_directives(check, out->start);
    out->refused = check->refused;
    return true;
}
