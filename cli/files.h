/* files: reading what people point at, and writing files whole or not at all. */
#ifndef CLI_FILES_H
#define CLI_FILES_H

#include "cli.h"

/* The bytes of a regular file of at most `limit` bytes, or all of standard input for "-". NULL on
 * success, else why not: "it is a directory". Inside the arena's guard. */
const char *cli_read_file(rung_arena *arena, const char *path, size_t limit, rung_text *out);

/* The same for a file that somebody else judges: its first `most` bytes. */
const char *cli_read_start(rung_arena *arena, const char *path, size_t most, rung_text *out);

/* Writes beside `path` and renames, so that a reader sees the old file or the new one. What is no
 * regular file (a folder, a device, a pipe) is refused. NULL on success, else why not. */
const char *cli_write_file(rung_arena *arena, const char *path, rung_text text);

/* The same for a file that must not be there yet: whatever has the name already keeps it. */
const char *cli_write_new_file(rung_arena *arena, const char *path, rung_text text);
/* Makes what is missing of a folder, from the left. NULL on success, else why not. */
const char *cli_make_folders(rung_arena *arena, const char *path, mode_t mode);

/* What `path` is instead of a regular file, or why one cannot get there; NULL for a regular file.
 * `*error` is the errno behind it, or 0. */
const char *cli_path_problem(const char *path, int *error);
bool cli_is_pipe(const char *path);
bool cli_is_folder(const char *path);
bool cli_is_regular(const char *path);
/* Where a link leads in the end; any other path as it is. Lives in the arena. */
const char *cli_real_path(rung_arena *arena, const char *path);
/* True if both lead to the same file, or would make the same one. */
bool cli_same_file(rung_arena *arena, const char *path, const char *other);

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
