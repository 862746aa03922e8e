/* Runs a fuzz target over the files of a folder, and over each of them cut short and with bytes
 * changed: enough to notice when the target itself breaks. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MAX_SIZE = 1 << 20, CHANGES = 64 };

/* In memory of its exact size, so that reading beyond it is found. */
static void run(const uint8_t *data, size_t size)
{
    uint8_t *copy = malloc(size ? size : 1);
    if (!copy)
        abort();
    if (size)
        memcpy(copy, data, size);
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

static void run_changed(uint8_t *data, size_t size)
{
    uint32_t chance = 1;
    for (size_t cut = 0; cut < size && cut < CHANGES; cut++)
        run(data, size - cut);
    for (int i = 0; i < CHANGES && size; i++) {
        chance = chance * 1664525 + 1013904223;
        size_t at = (chance >> 8) % size;
        uint8_t kept = data[at];
        data[at] = (uint8_t)(chance >> 24);
        run(data, size);
        data[at] = kept;
    }
}

static int run_file(const char *folder, const char *name)
{
    static uint8_t data[MAX_SIZE];
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *stream = fopen(path, "rb");
    if (!stream)
        return 0;
    size_t size = fread(data, 1, sizeof data, stream);
    fclose(stream);
    run(data, size);
    run_changed(data, size);
    return 1;
}

int main(int argc, char **argv)
{
    int files = 0;
    DIR *folder = argc == 2 ? opendir(argv[1]) : NULL;
    if (!folder) {
        fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
        return 2;
    }
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder))
        if (entry->d_name[0] != '.')
            files += run_file(argv[1], entry->d_name);
    closedir(folder);
    printf("%d files\n", files);
    return files == 0;
}
