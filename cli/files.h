/* files: reading what people point at, and writing files whole or not at all. */
#ifndef CLI_FILES_H
#define CLI_FILES_H

#include "cli.h"

/* The bytes of a regular file of at most `limit` bytes, or all of standard input for "-". NULL on
 * success, else why not: "it is a directory". Inside the arena's guard. */
const char *cli_read_file(rung_arena *arena, const char *path, size_t limit, rung_text *out);

/* Writes beside `path` and renames, so that a reader sees the old file or the new one. What is no
 * regular file (a device, a pipe) is written to directly. NULL on success, else why not. */
const char *cli_write_file(rung_arena *arena, const char *path, rung_text text);

/* Lines of a stream in constant memory. */
typedef struct cli_lines {
    int fd;
    size_t limit; /* of a line, in bytes */
    size_t number;
    char *at;
    size_t start, end, capacity;
    bool ended;
    /* Called before each read; false stops with CLI_LINE_STOPPED. May be NULL. */
    bool (*wait)(void *ctx);
    void *ctx;
} cli_lines;

typedef enum cli_line {
    CLI_LINE_READ,
    CLI_LINE_TOO_LONG, /* skipped; `out` is its beginning */
    CLI_LINE_END,
    CLI_LINE_STOPPED,
    CLI_LINE_FAILED, /* errno says why */
} cli_line;

/* The buffer lives in `arena`. */
void cli_lines_init(cli_lines *lines, rung_arena *arena, int fd, size_t limit);
/* The next line without its end; valid until the next call. */
cli_line cli_lines_next(cli_lines *lines, rung_text *out);

#endif
