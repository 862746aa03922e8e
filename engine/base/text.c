#include "base/base.h"

#include <stdio.h>
#include <string.h>

rung_text rung_text_of(const char *z)
{
    return z ? (rung_text){z, strlen(z)} : (rung_text){0};
}

bool rung_text_equal(rung_text a, rung_text b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.at, b.at, a.size) == 0);
}

bool rung_text_is(rung_text text, const char *z)
{
    return rung_text_equal(text, rung_text_of(z));
}

int rung_text_compare(rung_text a, rung_text b)
{
    size_t common = a.size < b.size ? a.size : b.size;
    int order = common ? memcmp(a.at, b.at, common) : 0;
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

bool rung_text_starts(rung_text text, rung_text head)
{
    return text.size >= head.size && rung_text_equal((rung_text){text.at, head.size}, head);
}

bool rung_text_ends(rung_text text, rung_text tail)
{
    return text.size >= tail.size &&
           (tail.size == 0 || memcmp(text.at + text.size - tail.size, tail.at, tail.size) == 0);
}

bool rung_text_contains(rung_text text, rung_text part)
{
    for (size_t i = 0; i + part.size <= text.size; i++)
        if (part.size == 0 || memcmp(text.at + i, part.at, part.size) == 0)
            return true;
    return false;
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

rung_text rung_text_trim(rung_text text)
{
    while (text.size && is_blank(text.at[0]))
        text.at++, text.size--;
    while (text.size && is_blank(text.at[text.size - 1]))
        text.size--;
    return text;
}

char *rung_copy(rung_arena *arena, rung_text text)
{
    char *z = rung_alloc(arena, text.size + 1);
    if (text.size)
        memcpy(z, text.at, text.size);
    return z;
}

char *rung_vformat(rung_arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (size < 0)
        return rung_copy(arena, RUNG_TEXT(""));
    char *z = rung_alloc(arena, (size_t)size + 1);
    vsnprintf(z, (size_t)size + 1, format, arguments);
    return z;
}

char *rung_format(rung_arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *z = rung_vformat(arena, format, arguments);
    va_end(arguments);
    return z;
}

/* --- The nearest of some words --------------------------------------------------------------- */

enum { NEAREST_MAX = 64 }; /* bytes of a word: ids are no longer */

static size_t least3(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

/* Optimal string alignment: insertions, deletions, replacements, and swaps of neighbours. */
static size_t edit_distance(rung_text a, rung_text b)
{
    size_t rows[3][NEAREST_MAX + 1];
    size_t *before = rows[0], *last = rows[1], *row = rows[2];

    for (size_t j = 0; j <= b.size; j++)
        last[j] = j;
    for (size_t i = 1; i <= a.size; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b.size; j++) {
            bool same = a.at[i - 1] == b.at[j - 1];
            row[j] = least3(last[j] + 1, row[j - 1] + 1, last[j - 1] + !same);
            bool swapped =
                i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1];
            if (swapped && before[j - 2] + 1 < row[j])
                row[j] = before[j - 2] + 1;
        }
        size_t *free_row = before;
        before = last;
        last = row;
        row = free_row;
    }
    return last[b.size];
}

size_t rung_nearest(rung_text word, const rung_text *candidates, size_t count)
{
    if (word.size == 0 || word.size > NEAREST_MAX)
        return SIZE_MAX;
    size_t allowed = word.size < 6 ? 2 : word.size / 3;
    if (word.size < 4)
        allowed = 1;
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        if (candidates[i].size > NEAREST_MAX)
            continue;
        size_t distance = edit_distance(word, candidates[i]);
        if (distance <= allowed && distance < candidates[i].size) {
            best = i;
            if (distance == 0)
                break;
            allowed = distance - 1;
        }
    }
    return best;
}
