#include "base/base.h"

#include <utf8proc.h>

#include <string.h>

int32_t rung_utf8_next(const char **at, const char *end)
{
    utf8proc_int32_t code;
    utf8proc_ssize_t size =
        utf8proc_iterate((const utf8proc_uint8_t *)*at, (utf8proc_ssize_t)(end - *at), &code);
    if (size <= 0) {
        ++*at;
        return -1;
    }
    *at += size;
    return code;
}

/* The end of a slice that may be {NULL, 0}, to which even 0 may not be added. */
static const char *text_end(rung_text text)
{
    return text.size ? text.at + text.size : text.at;
}

bool rung_utf8_valid(rung_text text)
{
    for (const char *at = text.at, *end = text_end(text); at < end;)
        if (rung_utf8_next(&at, end) < 0)
            return false;
    return true;
}

size_t rung_utf8_length(rung_text text)
{
    size_t length = 0;
    for (const char *at = text.at, *end = text_end(text); at < end; length++)
        rung_utf8_next(&at, end);
    return length;
}

size_t rung_utf8_encode(int32_t code, char out[4])
{
    utf8proc_ssize_t size = utf8proc_encode_char(code, (utf8proc_uint8_t *)out);
    return size > 0 ? (size_t)size : 0;
}

int rung_char_width(int32_t code)
{
    return code < 0 ? 1 : utf8proc_charwidth(code);
}

size_t rung_text_width(rung_text text)
{
    size_t width = 0;
    for (const char *at = text.at, *end = text_end(text); at < end;)
        width += (size_t)rung_char_width(rung_utf8_next(&at, end));
    return width;
}

bool rung_char_unsafe(int32_t code)
{
    static const struct {
        int32_t first, last;
    } ranges[] = {
        {INT32_MIN, 0x1F}, {0x7F, 0x9F},     {0x061C, 0x061C}, {0x200E, 0x200F},   {0x2028, 0x202E},
        {0x2066, 0x2069},  {0xFFF9, 0xFFFB}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE007F},
    };
    for (size_t i = 0; i < RUNG_COUNT(ranges); i++)
        if (code >= ranges[i].first && code <= ranges[i].last)
            return true;
    return false;
}

static bool shown_as_is(int32_t code, bool keep_newlines)
{
    return !rung_char_unsafe(code) || (keep_newlines && code == '\n');
}

/* "\x1b" for bytes, "\u{202e}" for characters. */
static size_t write_escape(int32_t code, unsigned char byte, char out[12])
{
    static const char digits[] = "0123456789abcdef";
    if (code < 0x80) {
        memcpy(out, "\\x", 2);
        out[2] = digits[byte >> 4];
        out[3] = digits[byte & 15];
        return 4;
    }
    size_t size = 0;
    memcpy(out, "\\u{", 3);
    size = 3;
    int shift = 20;
    while (shift > 12 && (code >> shift) == 0)
        shift -= 4;
    for (; shift >= 0; shift -= 4)
        out[size++] = digits[(code >> shift) & 15];
    out[size++] = '}';
    return size;
}

rung_text rung_printable(rung_arena *arena, rung_text text, bool keep_newlines)
{
    const char *end = text_end(text);
    size_t size = 0;
    char escape[12];

    for (const char *at = text.at; at < end;) {
        const char *start = at;
        int32_t code = rung_utf8_next(&at, end);
        size += shown_as_is(code, keep_newlines)
                    ? (size_t)(at - start)
                    : write_escape(code, (unsigned char)*start, escape);
    }
    if (size == text.size)
        return text;

    char *out = rung_alloc(arena, size + 1), *to = out;
    for (const char *at = text.at; at < end;) {
        const char *start = at;
        int32_t code = rung_utf8_next(&at, end);
        if (shown_as_is(code, keep_newlines)) {
            memcpy(to, start, (size_t)(at - start));
            to += at - start;
        } else {
            size_t length = write_escape(code, (unsigned char)*start, escape);
            memcpy(to, escape, length);
            to += length;
        }
    }
    return (rung_text){out, size};
}
