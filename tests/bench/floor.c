/* The least that an interview could do, for screen.py to drive beside the real one: the same
 * libraries, the same files read as YAML, a line edited, and a block of the disk made durable
 * before the next prompt.
 *
 * usage: bench_floor FILE YAML...     FILE is written to */
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <readline/readline.h>
#include <sqlite3.h>
#include <yaml.h>

static void give_up(const char *what)
{
    fprintf(stderr, "bench_floor: %s\n", what);
    exit(1);
}

static void parse(const char *path)
{
    FILE *file = fopen(path, "rb");
    yaml_parser_t parser;
    yaml_event_t event;
    yaml_event_type_t type;
    if (!file || !yaml_parser_initialize(&parser))
        give_up("cannot read the content");
    yaml_parser_set_input_file(&parser, file);
    do {
        if (!yaml_parser_parse(&parser, &event))
            give_up("the content is no YAML");
        type = event.type;
        yaml_event_delete(&event);
    } while (type != YAML_STREAM_END_EVENT);
    yaml_parser_delete(&parser);
    fclose(file);
}

static void open_base(void)
{
    sqlite3 *base;
    if (sqlite3_open(":memory:", &base) != SQLITE_OK ||
        sqlite3_exec(base, "CREATE TABLE answer(value)", NULL, NULL, NULL) != SQLITE_OK)
        give_up("SQLite does not work");
    sqlite3_close(base);
}

int main(int count, char **words)
{
    static const char block[4096];
    if (count < 3)
        give_up("usage: bench_floor FILE YAML...");
    setlocale(LC_CTYPE, "");
    for (int i = 2; i < count; i++)
        parse(words[i]);
    open_base();
    int file = open(words[1], O_RDWR | O_CREAT, 0600);
    if (file < 0 || pwrite(file, block, sizeof block, 0) != sizeof block || fdatasync(file) != 0)
        give_up("cannot write the file");
    for (char *line; (line = readline("Your answer (1): "));) {
        free(line);
        if (pwrite(file, block, sizeof block, 0) != sizeof block || fdatasync(file) != 0)
            give_up("cannot write the file");
    }
    close(file);
    return 0;
}
