#include "content/places.h"

#include <string.h>

/* Words of a scalar stand in the source as they are and in order, whatever its style: folding and
 * indentation only change blanks, and escapes and doubled quotes stand for themselves. So the two
 * can be walked side by side, and no rule of folding has to be written twice. */
struct walk {
    const char *source;
    uint32_t at, end;
    bool escapes; /* double quotes */
    bool doubled; /* single quotes */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Bytes of the escape that begins at a backslash. */
static uint32_t escape_size(const struct walk *walk)
{
    if (walk->at + 1 >= walk->end)
        return 1;
    switch (walk->source[walk->at + 1]) {
    case 'x':
        return 4;
    case 'u':
        return 6;
    case 'U':
        return 10;
    default:
        return 2;
    }
}

static bool at_escape(const struct walk *walk)
{
    return walk->escapes && walk->at < walk->end && walk->source[walk->at] == '\\';
}

static bool at_escaped_line_end(const struct walk *walk)
{
    return at_escape(walk) && walk->at + 1 < walk->end &&
           (walk->source[walk->at + 1] == '\n' || walk->source[walk->at + 1] == '\r');
}

/* The indentation behind it is not part of the text either. */
static void skip_escaped_line_end(struct walk *walk)
{
    walk->at += 2;
    if (walk->at < walk->end && walk->source[walk->at - 1] == '\r' &&
        walk->source[walk->at] == '\n')
        walk->at++;
    while (walk->at < walk->end &&
           (walk->source[walk->at] == ' ' || walk->source[walk->at] == '\t'))
        walk->at++;
}

/* To where the next character of the text, a word's or a blank, comes from. */
static void seek(struct walk *walk, bool blank)
{
    for (;;) {
        if (at_escaped_line_end(walk))
            skip_escaped_line_end(walk);
        else if (!blank && walk->at < walk->end && is_blank(walk->source[walk->at]))
            walk->at++;
        else
            return;
    }
}

/* Bytes of the source that one character of `size` bytes takes. */
static uint32_t taken(const struct walk *walk, uint32_t size, bool blank)
{
    if (at_escape(walk))
        return escape_size(walk);
    if (walk->at >= walk->end || (blank && !is_blank(walk->source[walk->at])))
        return 0;
    return walk->doubled && walk->source[walk->at] == '\'' ? 2 : size;
}

static uint32_t character_size(rung_text text, size_t at)
{
    const char *next = text.at + at;
    rung_utf8_next(&next, text.at + text.size);
    return (uint32_t)(next - text.at - (ptrdiff_t)at);
}

static const uint32_t *align(rung_arena *arena, struct walk *walk, rung_text text)
{
    uint32_t *offsets = rung_new_array(arena, uint32_t, text.size + 1);
    for (size_t i = 0; i < text.size;) {
        uint32_t size = character_size(text, i);
        bool blank = is_blank(text.at[i]);
        seek(walk, blank);
        uint32_t from = walk->at < walk->end ? walk->at : walk->end;
        uint32_t step = taken(walk, size, blank);
        walk->at = from + step < walk->end ? from + step : walk->end;
        for (uint32_t k = 0; k < size; k++, i++)
            offsets[i] = step == size ? from + k : from;
    }
    offsets[text.size] = walk->at;
    return offsets;
}

/* Behind the header of a block scalar. */
static uint32_t skip_header(const char *source, uint32_t at, uint32_t end)
{
    while (at < end && source[at] != '\n')
        at++;
    return at < end ? at + 1 : end;
}

rung_expr_text content_expr_text(rung_arena *arena, const rung_datum *scalar)
{
    const rung_source *source = scalar->span.source;
    const char *bytes = source->text.at;
    struct walk walk = {.source = bytes, .at = scalar->span.start, .end = scalar->span.end};
    rung_expr_text out = {.text = scalar->text, .source = source};

    char first = walk.at < walk.end && !scalar->plain ? bytes[walk.at] : 'p';
    if (first == '"' || first == '\'') {
        walk.at++;
        walk.end--;
        walk.escapes = first == '"';
        walk.doubled = first == '\'';
    } else if (first == '|' || first == '>') {
        walk.at = skip_header(bytes, walk.at, walk.end);
    }
    out.start = walk.at;
    bool as_it_is = walk.end - walk.at == scalar->text.size &&
                    memcmp(bytes + walk.at, scalar->text.at, scalar->text.size) == 0;
    if (!as_it_is)
        out.offsets = align(arena, &walk, scalar->text);
    return out;
}

rung_span content_expr_span(const rung_expr_text *text, size_t start, size_t end)
{
    if (!text->offsets)
        return (rung_span){text->source, text->start + (uint32_t)start,
                           text->start + (uint32_t)end};
    /* The last byte decides, not what follows it: that may be on another line. */
    uint32_t last = end > start ? text->offsets[end - 1] + 1 : text->offsets[start];
    return (rung_span){text->source, text->offsets[start], last};
}
