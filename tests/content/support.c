#include "support.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

rung_text test_read(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    size_t size = 0, room = 0, got;
    if (!file)
        return (rung_text){0};
    do {
        if (room - size < 65536)
            bytes = realloc(bytes, room += 65536 + room);
        assert_non_null(bytes);
        got = fread(bytes + size, 1, room - size, file);
        size += got;
    } while (got);
    fclose(file);
    return (rung_text){bytes, size};
}

void test_drop(rung_text bytes)
{
    free((void *)(uintptr_t)bytes.at);
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

size_t test_each(const char *folder, void (*visit)(const char *path, const char *name))
{
    struct dirent **entries;
    int count = scandir(folder, &entries, is_visible, alphasort);
    if (count < 0)
        return 0;
    for (int i = 0; i < count; i++) {
        char path[PATH_LENGTH];
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        visit(path, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    return (size_t)count;
}

static void bless(const char *path, rung_text text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fwrite(text.at, 1, text.size, file);
    fclose(file);
}

void test_golden(const char *path, rung_text text)
{
    const char *blessing = getenv("RUNG_BLESS");
    if (blessing && strcmp(blessing, "1") == 0) {
        bless(path, text);
        return;
    }
    rung_text expected = test_read(path);
    bool equal = rung_text_equal(expected, text);
    if (!equal)
        print_error("%s expects:\n%.*s\nbut there is:\n%.*s\n", path, (int)expected.size,
                    expected.size ? expected.at : "", (int)text.size, text.at);
    test_drop(expected);
    assert_true(equal);
}

static void role_body(void *ctx)
{
    test_load *load = ctx;
    load->status = rung_role_load(&load->role, load->memory, &load->questionnaire, &load->rules,
                                  &load->diagnostics);
}

static void questionnaire_body(void *ctx)
{
    test_load *load = ctx;
    load->alone = rung_questionnaire_load(&load->arena, &load->questionnaire, &load->diagnostics);
    load->status = load->alone ? RUNG_OK : RUNG_INVALID;
}

static void yaml_body(void *ctx)
{
    test_load *load = ctx;
    load->datum = rung_yaml_read(&load->arena, &load->rules, &load->diagnostics);
    rung_diagnostics_sort(&load->diagnostics);
    load->status = load->datum ? RUNG_OK : RUNG_INVALID;
}

static void run(test_load *load, void (*body)(void *ctx))
{
    rung_diagnostics_init(&load->diagnostics, &load->arena);
    if (rung_guard(&load->arena, body, load) != RUNG_OK)
        load->status = RUNG_NO_MEMORY;
}

void test_load_role(test_load *load)
{
    run(load, role_body);
}

void test_load_questionnaire(test_load *load)
{
    run(load, questionnaire_body);
}

void test_load_yaml(test_load *load)
{
    run(load, yaml_body);
}

void test_release(test_load *load)
{
    rung_role_free(load->role);
    load->role = NULL;
    rung_arena_release(&load->arena);
}

void test_write_diagnostics(const test_load *load, rung_sink *sink)
{
    for (size_t i = 0; i < load->diagnostics.list.count; i++)
        rung_write_diagnostic(sink, &load->diagnostics.list.at[i]);
    if (load->diagnostics.dropped)
        rung_print(sink, "and %zu more\n", load->diagnostics.dropped);
}
