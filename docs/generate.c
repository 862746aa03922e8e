/* Writes what is generated in docs/: the schemas, and format.md from format.in.md.
 * usage: rung_docs [--check] DOCS     --check writes nothing and fails if a file is stale */
#include "schema/schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 1 << 20 }; /* of a file */

static const char *folder;
static bool only_check;
static int failures;

static void fail(const char *name, const char *why)
{
    fprintf(stderr, "%s/%s: %s\n", folder, name, why);
    failures++;
}

/* The file's bytes, to free; NULL if there is none that can be read. */
static char *read_file(const char *name, size_t *size)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    char *bytes = file ? malloc(MOST) : NULL;
    *size = bytes ? fread(bytes, 1, MOST, file) : 0;
    if (file)
        fclose(file);
    return bytes;
}

static bool write_file(const char *name, rung_text text)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file)
        return false;
    bool good = fwrite(text.at, 1, text.size, file) == text.size;
    return fclose(file) == 0 && good;
}

static bool is_fresh(const char *name, rung_text text)
{
    size_t size;
    char *bytes = read_file(name, &size);
    bool fresh = bytes && rung_text_equal((rung_text){bytes, size}, text);
    free(bytes);
    return fresh;
}

static void finish(const char *name, rung_buffer *buffer)
{
    rung_text text = rung_buffer_text(buffer);
    if (buffer->sink.failed)
        fail(name, "out of memory");
    else if (!is_fresh(name, text) && only_check)
        fail(name, "is stale; write it anew with: cmake --build build/test --target docs");
    else if (!only_check && !write_file(name, text))
        fail(name, "cannot be written");
    rung_buffer_release(buffer);
}

static void make_schema(const char *name, rung_file_kind kind)
{
    rung_buffer buffer;
    rung_buffer_init(&buffer, NULL);
    rung_schema_write(&buffer.sink, kind);
    finish(name, &buffer);
}

/* A line of the template that stands for the tables of a format; RUNG_FILE_UNKNOWN: any other. */
static rung_file_kind kind_of_line(rung_text line)
{
    if (rung_text_is(line, "@questionnaire@"))
        return RUNG_FILE_QUESTIONNAIRE;
    return rung_text_is(line, "@rules@") ? RUNG_FILE_RULES : RUNG_FILE_UNKNOWN;
}

static void fill(rung_sink *sink, rung_text page)
{
    for (size_t at = 0; at < page.size;) {
        const char *end = memchr(page.at + at, '\n', page.size - at);
        size_t size = end ? (size_t)(end - page.at) - at : page.size - at;
        rung_text line = {page.at + at, size};
        rung_file_kind kind = kind_of_line(line);
        if (kind == RUNG_FILE_UNKNOWN) {
            rung_write(sink, line);
            rung_write(sink, RUNG_TEXT("\n"));
        } else {
            rung_schema_tables(sink, kind);
        }
        at += size + 1;
    }
}

static void make_page(const char *name, const char *from)
{
    rung_buffer buffer;
    size_t size;
    char *bytes = read_file(from, &size);
    if (!bytes) {
        fail(from, "cannot be read");
        return;
    }
    rung_buffer_init(&buffer, NULL);
    rung_print(&buffer.sink,
               "<!-- Generated: change %s, then cmake --build build/test --target docs -->\n",
               from);
    fill(&buffer.sink, (rung_text){bytes, size});
    finish(name, &buffer);
    free(bytes);
}

int main(int count, char **arguments)
{
    only_check = count == 3 && strcmp(arguments[1], "--check") == 0;
    if (count != 2 + only_check) {
        fprintf(stderr, "usage: rung_docs [--check] DOCS\n");
        return 2;
    }
    folder = arguments[count - 1];
    make_schema("schema/rung-questionnaire-1.schema.json", RUNG_FILE_QUESTIONNAIRE);
    make_schema("schema/rung-rules-1.schema.json", RUNG_FILE_RULES);
    make_page("format.md", "format.in.md");
    return failures ? 1 : 0;
}
