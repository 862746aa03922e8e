/* Reading lines in pieces, reading files of every kind, writing them whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "files.h"

enum { LIMIT = 8 }; /* bytes of a line in these tests */

/* What is written, in pieces that '|' separates, and what lines come of it: joined with '|';
 * a line that was too long is its beginning and '~'. */
static const struct {
    const char *pieces, *lines;
} streams[] = {
    {"", ""},
    {"a\n", "a|"},
    {"a", "a|"},
    {"\n\n", "||"},
    {"a\nb\n", "a|b|"},
    {"a|b|\nc|", "ab|c|"},
    {"a\r\nb\r", "a|b|"},
    {"12345678\n", "12345678|"},
    {"12345678", "12345678|"},
    {"1234|5678|\nx\n", "12345678|x|"},
    {"123456789\nx\n", "12345678~|x|"},
    {"123456789", "12345678~|"},
    {"123456|789|abc|\nx|\ny", "12345678~|x|y|"},
    {"123456789abcdefghijklmnop\n123456789\nok\n", "12345678~|12345678~|ok|"},
    {"\n123456789", "|12345678~|"},
};

static void feed(int fd, const char *pieces)
{
    while (*pieces) {
        size_t size = strcspn(pieces, "|");
        if (write(fd, pieces, size) < 0)
            _exit(1);
        pieces += size + (pieces[size] == '|');
        nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
    }
    _exit(0);
}

typedef struct reading {
    rung_arena arena;
    int fd;
    size_t limit;
    char lines[400];
    const char *path, *problem;
    rung_text text;
} reading;

static void read_lines(void *ctx)
{
    reading *in = ctx;
    cli_lines lines;
    rung_text line;
    cli_line how;
    cli_lines_init(&lines, &in->arena, in->fd, in->limit);
    while ((how = cli_lines_next(&lines, &line)) == CLI_LINE_READ || how == CLI_LINE_TOO_LONG) {
        size_t size = line.size < LIMIT ? line.size : LIMIT;
        strncat(in->lines, line.at ? line.at : "", size);
        strcat(in->lines, how == CLI_LINE_TOO_LONG ? "~|" : "|");
    }
    assert_int_equal(how, CLI_LINE_END);
}

static void lines_come_out_of_pieces(void **state)
{
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(streams); i++) {
        int ends[2];
        assert_int_equal(pipe(ends), 0);
        pid_t child = fork();
        if (child == 0)
            feed(ends[1], streams[i].pieces);
        close(ends[1]);
        reading in = {.fd = ends[0], .limit = LIMIT};
        assert_int_equal(rung_guard(&in.arena, read_lines, &in), RUNG_OK);
        assert_string_equal(in.lines, streams[i].lines);
        rung_arena_release(&in.arena);
        close(ends[0]);
        waitpid(child, NULL, 0);
    }
}

static void count_lines(void *ctx)
{
    reading *in = ctx;
    cli_lines lines;
    rung_text line;
    int64_t number;
    cli_lines_init(&lines, &in->arena, in->fd, in->limit);
    for (int64_t i = 0; i < 40000; i++) {
        assert_int_equal(cli_lines_next(&lines, &line), CLI_LINE_READ);
        assert_true(rung_parse_int(line, &number) && number == i);
        assert_int_equal(lines.number, i + 1);
    }
    assert_int_equal(cli_lines_next(&lines, &line), CLI_LINE_END);
}

/* More than the buffer holds, so that it has to move what it has. */
static void long_streams_keep_every_line(void **state)
{
    (void)state;
    FILE *file = tmpfile();
    for (int i = 0; i < 40000; i++)
        fprintf(file, "%d\n", i);
    rewind(file);
    reading in = {.fd = fileno(file), .limit = LIMIT};
    assert_int_equal(rung_guard(&in.arena, count_lines, &in), RUNG_OK);
    rung_arena_release(&in.arena);
    fclose(file);
}

/* --- Whole files ------------------------------------------------------------------------------ */
static char folder[] = "/tmp/rung-files-XXXXXX";

static const char *in_folder(const char *name)
{
    static char path[200];
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    return path;
}

static void put(const char *name, const char *text)
{
    FILE *file = fopen(in_folder(name), "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int enter_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    put("small", "hello");
    put("empty", "");
    put("limit", "12345678");
    put("over", "123456789");
    mkdir(in_folder("folder"), 0700);
    mkfifo(in_folder("pipe"), 0600);
    put("target", "old");
    chmod(in_folder("target"), 0640);
    return symlink("target", in_folder("link"));
}

static int leave_folder(void **state)
{
    (void)state;
    char command[300];
    snprintf(command, sizeof(command), "rm -rf '%s'", folder);
    return system(command);
}

static const struct {
    const char *name;
    const char *text, *problem; /* one of them */
} reads[] = {
    {"small", "hello", NULL},
    {"empty", "", NULL},
    {"limit", "12345678", NULL},
    {"over", NULL, "it is larger than 0 MiB"},
    {"folder", NULL, "it is a directory, not a file"},
    {"pipe", NULL, "it is a pipe, not a file"},
    {"nothing", NULL, "No such file or directory"},
    {"link", "old", NULL},
    {"small/x", NULL, "Not a directory"},
};

static void read_file(void *ctx)
{
    reading *in = ctx;
    in->problem = cli_read_file(&in->arena, in->path, LIMIT, &in->text);
}

static void files_are_read_or_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(reads); i++) {
        reading in = {.path = in_folder(reads[i].name)};
        assert_int_equal(rung_guard(&in.arena, read_file, &in), RUNG_OK);
        if (reads[i].problem) {
            assert_string_equal(in.problem, reads[i].problem);
        } else {
            assert_null(in.problem);
            assert_true(rung_text_is(in.text, reads[i].text));
        }
        rung_arena_release(&in.arena);
    }
}

static void write_file(void *ctx)
{
    reading *in = ctx;
    in->problem = cli_write_file(&in->arena, in->path, RUNG_TEXT("new text"));
}

static const struct {
    const char *name, *problem, *holds; /* what is in the file `holds` afterwards */
} writes[] = {
    {"fresh", NULL, "fresh"},
    {"target", NULL, "target"},
    {"link", NULL, "target"},
    {"folder", "it is a directory, not a file", NULL},
    {"none/such", "No such file or directory", NULL},
};

static void check_written(const char *name)
{
    char text[20] = "";
    FILE *file = fopen(in_folder(name), "r");
    assert_non_null(file);
    assert_non_null(fgets(text, sizeof(text), file));
    fclose(file);
    assert_string_equal(text, "new text");
}

static void files_are_written_whole(void **state)
{
    (void)state;
    struct stat info;
    for (size_t i = 0; i < RUNG_COUNT(writes); i++) {
        reading in = {.path = in_folder(writes[i].name)};
        assert_int_equal(rung_guard(&in.arena, write_file, &in), RUNG_OK);
        assert_int_equal(in.problem != NULL, writes[i].problem != NULL);
        if (in.problem)
            assert_string_equal(in.problem, writes[i].problem);
        else
            check_written(writes[i].holds);
        rung_arena_release(&in.arena);
    }
    assert_int_equal(lstat(in_folder("link"), &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_int_equal(stat(in_folder("target"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
}

static void write_new_file(void *ctx)
{
    reading *in = ctx;
    in->problem = cli_write_new_file(&in->arena, in->path, RUNG_TEXT("new text"));
}

static const struct {
    const char *name, *problem;
} new_writes[] = {
    {"unheard-of", NULL},           {"unheard-of", "File exists"},
    {"small", "File exists"},       {"link", "File exists"},
    {"dangling", "File exists"},    {"pipe", "File exists"},
    {"folder", "File exists"},      {"none/such", "No such file or directory"},
    {"small/x", "Not a directory"},
};

static void new_files_replace_nothing(void **state)
{
    (void)state;
    assert_int_equal(symlink("nowhere", in_folder("dangling")), 0);
    for (size_t i = 0; i < RUNG_COUNT(new_writes); i++) {
        reading in = {.path = in_folder(new_writes[i].name)};
        assert_int_equal(rung_guard(&in.arena, write_new_file, &in), RUNG_OK);
        assert_int_equal(in.problem != NULL, new_writes[i].problem != NULL);
        if (in.problem)
            assert_string_equal(in.problem, new_writes[i].problem);
        rung_arena_release(&in.arena);
    }
    check_written("unheard-of");
    assert_int_equal(access(in_folder("nowhere"), F_OK), -1);
}

static void make_folders(void *ctx)
{
    reading *in = ctx;
    in->problem = cli_make_folders(&in->arena, in->path, 0700);
}

static const struct {
    const char *name, *problem;
} folders[] = {
    {"a/b/c", NULL},
    {"a/b/c", NULL},
    {"a//b/d/", NULL},
    {"", NULL},
    {"small", "Not a directory"},
    {"small/x", "Not a directory"},
    {"dangling", "Not a directory"},
};

static void folders_are_made(void **state)
{
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(folders); i++) {
        reading in = {.path = in_folder(folders[i].name)};
        assert_int_equal(rung_guard(&in.arena, make_folders, &in), RUNG_OK);
        assert_int_equal(in.problem != NULL, folders[i].problem != NULL);
        if (in.problem)
            assert_string_equal(in.problem, folders[i].problem);
        else
            assert_true(cli_is_folder(in.path));
        rung_arena_release(&in.arena);
    }
}

static void same_file(void *ctx)
{
    static const struct {
        const char *path, *other;
        bool same;
    } pairs[] = {
        {"target", "target", true},         {"link", "target", true},
        {"target", "fresh", false},         {"target", "nosuch", false},
        {"nosuch", "nosuch", true},         {"./nosuch", "nosuch", true},
        {"nosuch", "nothing", false},       {"none/nosuch", "nosuch", false},
        {"folder/nosuch", "nosuch", false}, {"folder/../nosuch", "nosuch", true},
    };
    reading *in = ctx;
    for (size_t i = 0; i < RUNG_COUNT(pairs); i++) {
        const char *path = rung_copy(&in->arena, rung_text_of(in_folder(pairs[i].path)));
        assert_int_equal(cli_same_file(&in->arena, path, in_folder(pairs[i].other)), pairs[i].same);
    }
}

static void files_are_told_apart(void **state)
{
    (void)state;
    reading in = {0};
    assert_int_equal(rung_guard(&in.arena, same_file, &in), RUNG_OK);
    rung_arena_release(&in.arena);
}

static void a_failed_write_leaves_nothing(void **state)
{
    (void)state;
    char command[300];
    snprintf(command, sizeof(command), "test -z \"$(find '%s' -name '*.new')\"", folder);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_come_out_of_pieces),
        cmocka_unit_test(long_streams_keep_every_line),
        cmocka_unit_test(files_are_read_or_refused),
        cmocka_unit_test(files_are_written_whole),
        cmocka_unit_test(files_are_told_apart),
        cmocka_unit_test(new_files_replace_nothing),
        cmocka_unit_test(folders_are_made),
        cmocka_unit_test(a_failed_write_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
