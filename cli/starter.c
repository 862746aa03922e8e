#include "starter.h"

#include "files.h"

#include <string.h>

/* --- The schemas ----------------------------------------------------------------------------- */
/* Beside the folders of content, in the sources and where they are installed. */
#define SCHEMAS "docs/schema"

const char *cli_path_for_editors(rung_arena *arena, const char *path)
{
    static const char plain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-";
    if (path[strspn(path, plain)] == '\0')
        return path;
    const char *url = "file://";
    for (; *path; path++)
        url = strchr(plain, *path) ? rung_format(arena, "%s%c", url, *path)
                                   : rung_format(arena, "%s%%%02X", url, (unsigned char)*path);
    return url;
}

const char *cli_schema_folder(rung_arena *arena, const char *content)
{
    if (cli_is_folder(rung_format(arena, "%s/" SCHEMAS, content)))
        return "../" SCHEMAS;
    const char *installed = RUNG_INSTALLED_CONTENT "/" SCHEMAS;
    const char *built = RUNG_SOURCE_CONTENT "/" SCHEMAS;
    bool here = !cli_is_folder(installed) && cli_is_folder(built);
    return cli_path_for_editors(arena, here ? built : installed);
}

/* --- The text -------------------------------------------------------------------------------- */
/* As it stands between double quotes in YAML. */
static const char *escaped(rung_arena *arena, const char *title)
{
    char *out = rung_alloc(arena, 2 * strlen(title) + 1), *end = out;
    for (; *title; title++) {
        if (*title == '"' || *title == '\\')
            *end++ = '\\';
        *end++ = *title;
    }
    return out;
}

typedef struct mark {
    const char *name, *text;
} mark;

/* The mark that `rest` begins with, or NULL. */
static const mark *mark_at(rung_text rest, const mark *marks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rung_text_starts(rest, rung_text_of(marks[i].name)))
            return &marks[i];
    return NULL;
}

/* How long the text becomes; it is written to `out` if that is not NULL. */
static size_t fill(rung_text rest, const mark *marks, size_t count, char *out)
{
    size_t size = 0;
    while (rest.size > 0) {
        const mark *found = mark_at(rest, marks, count);
        size_t used = found ? strlen(found->name) : 1;
        rung_text piece = found ? rung_text_of(found->text) : (rung_text){rest.at, 1};
        if (out)
            memcpy(out + size, piece.at, piece.size);
        size += piece.size;
        rest = (rung_text){rest.at + used, rest.size - used};
    }
    return size;
}

rung_text cli_starter_text(rung_arena *arena, const cli_starter *starter, const unsigned char *text,
                           size_t size)
{
    const mark marks[] = {
        {"sample-role", starter->role},
        {"Sample Role", escaped(arena, starter->title)},
        {"../../" SCHEMAS, starter->schemas},
    };
    rung_text whole = {(const char *)text, size};
    size_t length = fill(whole, marks, RUNG_COUNT(marks), NULL);
    char *out = rung_alloc(arena, length + 1);
    fill(whole, marks, RUNG_COUNT(marks), out);
    return (rung_text){out, length};
}
