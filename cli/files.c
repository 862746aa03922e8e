#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath */
#endif

#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Why a file of this mode is not read, or NULL for a regular one. */
static const char *kind_problem(mode_t mode)
{
    return S_ISREG(mode)    ? NULL
           : S_ISDIR(mode)  ? "it is a directory, not a file"
           : S_ISFIFO(mode) ? "it is a pipe, not a file"
                            : "it is a device, not a file";
}

static const char *too_large(rung_arena *arena, size_t limit)
{
    return rung_format(arena, "it is larger than %zu MiB", limit >> 20);
}

/* Reads up to `capacity` bytes; -1 with errno. */
static ssize_t read_all(int fd, char *at, size_t capacity)
{
    size_t size = 0;
    while (size < capacity) {
        ssize_t got = read(fd, at + size, capacity - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        size += (size_t)got;
    }
    return (ssize_t)size;
}

static const char *read_fd(rung_arena *arena, int fd, size_t expected, size_t limit, rung_text *out)
{
    /* One byte more shows a file that grew. */
    char *bytes = rung_alloc(arena, expected + 1);
    ssize_t size = read_all(fd, bytes, expected + 1);
    if (size < 0)
        return strerror(errno);
    if ((size_t)size > limit)
        return too_large(arena, limit);
    *out = (rung_text){bytes, (size_t)size};
    return NULL;
}

/* How many bytes a regular file has. */
static const char *measure(int fd, uintmax_t *size)
{
    struct stat info;
    if (fstat(fd, &info) != 0)
        return strerror(errno);
    *size = info.st_size < 0 ? UINTMAX_MAX : (uintmax_t)info.st_size;
    return kind_problem(info.st_mode);
}

/* Without O_NONBLOCK a pipe that nobody writes to would hold us before we could refuse it. */
static int open_to_read(const char *path)
{
    return open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

const char *cli_read_file(rung_arena *arena, const char *path, size_t limit, rung_text *out)
{
    if (strcmp(path, "-") == 0)
        return read_fd(arena, STDIN_FILENO, limit, limit, out);
    int fd = open_to_read(path);
    if (fd < 0)
        return strerror(errno);
    uintmax_t size;
    const char *problem = measure(fd, &size);
    if (!problem)
        problem =
            size > limit ? too_large(arena, limit) : read_fd(arena, fd, (size_t)size, limit, out);
    close(fd);
    return problem;
}

const char *cli_read_start(rung_arena *arena, const char *path, size_t most, rung_text *out)
{
    int fd = open_to_read(path);
    if (fd < 0)
        return strerror(errno);
    uintmax_t size;
    const char *problem = measure(fd, &size);
    if (!problem)
        problem = read_fd(arena, fd, size < most ? (size_t)size : most - 1, most, out);
    close(fd);
    return problem;
}

static bool write_all(int fd, rung_text text)
{
    while (text.size > 0) {
        ssize_t put = write(fd, text.at, text.size);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        text.at += put;
        text.size -= (size_t)put;
    }
    return true;
}

/* The errno of what failed, or 0; then the file is gone again. */
static int make_beside(const char *beside, mode_t mode, rung_text text)
{
    int fd = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd < 0)
        return errno;
    bool written = write_all(fd, text) && fsync(fd) == 0;
    int problem = written ? 0 : errno;
    if (close(fd) != 0 && written)
        problem = errno;
    if (problem)
        unlink(beside);
    return problem;
}

static const char *beside_of(rung_arena *arena, const char *path)
{
    return rung_format(arena, "%s.%ld.new", path, (long)getpid());
}

const char *cli_write_file(rung_arena *arena, const char *path, rung_text text)
{
    struct stat info;
    bool exists = stat(path, &info) == 0;
    const char *problem = exists ? kind_problem(info.st_mode) : NULL;
    if (problem)
        return problem;
    if (exists && access(path, W_OK) != 0)
        return strerror(errno);
    /* A link stays a link: the file that it leads to is the one replaced. */
    const char *target = exists ? cli_real_path(arena, path) : path;
    const char *beside = beside_of(arena, target);
    int error = make_beside(beside, exists ? info.st_mode & 0777 : 0666, text);
    if (error)
        return strerror(error);
    if (rename(beside, target) == 0)
        return NULL;
    error = errno;
    unlink(beside);
    return strerror(error);
}

static bool is_there(const char *path)
{
    struct stat info;
    return lstat(path, &info) == 0;
}

/* Renaming would replace what somebody put there meanwhile; a second name does not. */
static int name_new(const char *beside, const char *path)
{
    if (link(beside, path) == 0) {
        unlink(beside);
        return 0;
    }
    bool no_links = errno == EPERM || errno == ENOTSUP || errno == ENOSYS;
    if (!no_links)
        return errno;
    if (is_there(path))
        return EEXIST;
    return rename(beside, path) == 0 ? 0 : errno;
}

const char *cli_write_new_file(rung_arena *arena, const char *path, rung_text text)
{
    if (is_there(path))
        return strerror(EEXIST);
    const char *beside = beside_of(arena, path);
    int error = make_beside(beside, 0666, text);
    if (error)
        return strerror(error);
    error = name_new(beside, path);
    if (!error)
        return NULL;
    unlink(beside);
    return strerror(error);
}

const char *cli_make_folders(rung_arena *arena, const char *path, mode_t mode)
{
    char *part = rung_copy(arena, rung_text_of(path));
    for (char *at = part + (*part == '/'); *part; at++) {
        char end = *at;
        if (end && end != '/')
            continue;
        *at = '\0';
        int error = mkdir(part, mode) == 0 ? 0 : errno;
        if (error && !cli_is_folder(part))
            return strerror(error == EEXIST ? ENOTDIR : error);
        *at = end;
        if (!end)
            break;
    }
    return NULL;
}

const char *cli_path_problem(const char *path, int *error)
{
    struct stat info;
    *error = 0;
    if (stat(path, &info) == 0 && !S_ISREG(info.st_mode))
        return kind_problem(info.st_mode);
    if (access(path, R_OK) == 0)
        return NULL;
    *error = errno;
    bool link = lstat(path, &info) == 0 && S_ISLNK(info.st_mode);
    return link ? "it is a symbolic link that leads nowhere" : strerror(*error);
}

bool cli_is_pipe(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISFIFO(info.st_mode);
}

bool cli_is_regular(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

bool cli_is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

const char *cli_real_path(rung_arena *arena, const char *path)
{
    struct stat info;
    if (lstat(path, &info) != 0 || !S_ISLNK(info.st_mode))
        return path;
    char *real = realpath(path, NULL);
    const char *out = real ? rung_copy(arena, rung_text_of(real)) : path;
    free(real);
    return out;
}

/* "a" of "a/b", "/" of "/b", "." of "b". */
static const char *folder_of(rung_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : rung_copy(arena, (rung_text){path, (size_t)(slash - path)});
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool cli_same_file(rung_arena *arena, const char *path, const char *other)
{
    struct stat a, b;
    bool there = stat(path, &a) == 0, other_there = stat(other, &b) == 0;
    if (!there && !other_there)
        return strcmp(name_of(path), name_of(other)) == 0 &&
               stat(folder_of(arena, path), &a) == 0 && stat(folder_of(arena, other), &b) == 0 &&
               a.st_dev == b.st_dev && a.st_ino == b.st_ino;
    return there && other_there && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

enum { READ_AHEAD = 65536 };

void cli_lines_init(cli_lines *lines, rung_arena *arena, int fd, size_t limit)
{
    *lines = (cli_lines){.fd = fd, .limit = limit, .capacity = limit + READ_AHEAD};
    lines->at = rung_alloc(arena, lines->capacity);
}

/* More bytes behind `end`; CLI_LINE_READ if there are some. */
static cli_line fill(cli_lines *lines)
{
    if (lines->start > 0 && lines->end == lines->capacity) {
        memmove(lines->at, lines->at + lines->start, lines->end - lines->start);
        lines->end -= lines->start;
        lines->start = 0;
    }
    if (lines->wait && !lines->wait(lines->ctx))
        return CLI_LINE_STOPPED;
    ssize_t got;
    do
        got = read(lines->fd, lines->at + lines->end, lines->capacity - lines->end);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return CLI_LINE_FAILED;
    lines->end += (size_t)got;
    lines->ended = got == 0;
    return got == 0 ? CLI_LINE_END : CLI_LINE_READ;
}

/* Throws the rest of a line that is too long away; its beginning stays at the buffer's start. */
static cli_line skip(cli_lines *lines, rung_text *out)
{
    memmove(lines->at, lines->at + lines->start, lines->limit);
    lines->start = lines->limit;
    lines->end = lines->limit;
    *out = (rung_text){lines->at, lines->limit};
    for (;;) {
        cli_line state = fill(lines);
        if (state != CLI_LINE_READ)
            return state == CLI_LINE_END ? CLI_LINE_TOO_LONG : state;
        char *end = memchr(lines->at + lines->start, '\n', lines->end - lines->start);
        if (end) {
            lines->start = (size_t)(end - lines->at) + 1;
            return CLI_LINE_TOO_LONG;
        }
        lines->end = lines->start;
    }
}

static void cut(cli_lines *lines, size_t size, rung_text *out)
{
    *out = (rung_text){lines->at + lines->start, size};
    if (size > 0 && out->at[size - 1] == '\r')
        out->size--;
}

cli_line cli_lines_next(cli_lines *lines, rung_text *out)
{
    lines->number++;
    for (size_t seen = 0;;) {
        size_t held = lines->end - lines->start;
        char *from = lines->at + lines->start;
        char *end = held > seen ? memchr(from + seen, '\n', held - seen) : NULL;
        size_t size = end ? (size_t)(end - from) : held;
        if (size > lines->limit && !end && !lines->ended)
            return skip(lines, out);
        if (end || (lines->ended && held > 0)) {
            cut(lines, size, out);
            lines->start += size + (end != NULL);
            return size > lines->limit ? CLI_LINE_TOO_LONG : CLI_LINE_READ;
        }
        seen = held;
        if (lines->ended)
            return CLI_LINE_END;
        cli_line state = fill(lines);
        if (state == CLI_LINE_STOPPED || state == CLI_LINE_FAILED)
            return state;
    }
}
