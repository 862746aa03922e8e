/* One run of the command: from argv to the exit status. */
#include "cli.h"

#include "line_editor.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static bool write_out(void *ctx, const char *bytes, size_t size)
{
    cli *run = ctx;
    if (fwrite(bytes, 1, size, stdout) == size)
        return true;
    run->out_error = errno;
    return false;
}

static bool write_err(void *ctx, const char *bytes, size_t size)
{
    (void)ctx;
    return fwrite(bytes, 1, size, stderr) == size;
}

cli_status cli_error(cli *run, cli_status status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *message = rung_vformat(&run->arena, format, arguments);
    va_end(arguments);
    rung_text shown = rung_printable(&run->arena, rung_text_of(message), false);
    cli_flush(run);
    rung_write(&run->err, RUNG_TEXT("rung: "));
    rung_write(&run->err, shown);
    rung_write(&run->err, RUNG_TEXT("\n"));
    return status;
}

void cli_write_diagnostics(cli *run, rung_diagnostics *diagnostics)
{
    rung_diagnostics_sort(diagnostics);
    cli_flush(run);
    for (size_t i = 0; i < diagnostics->list.count; i++)
        rung_write_diagnostic(&run->err, &diagnostics->list.at[i]);
    if (diagnostics->dropped > 0)
        rung_print(&run->err, "rung: %zu more problems are not shown\n", diagnostics->dropped);
}

const char *cli_word(const cli *run, size_t n)
{
    return n < run->word_count ? run->words[n] : NULL;
}

int64_t cli_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

rung_arena *cli_turn(cli *run)
{
    rung_arena_release(&run->turn);
    rung_arena_share_guard(&run->turn, &run->arena);
    return &run->turn;
}

bool cli_flush(cli *run)
{
    if (!run->out.failed && fflush(stdout) != 0) {
        run->out.failed = true;
        run->out_error = errno;
    }
    return !run->out.failed;
}

bool cli_flush_before_wait(void *run)
{
    return cli_flush(run);
}

cli_status cli_unknown_command(cli *run, const char *name)
{
    const char *shown = cli_brief(&run->arena, rung_text_of(name));
    rung_text *names = rung_new_array(&run->arena, rung_text, cli_command_count);
    for (size_t i = 0; i < cli_command_count; i++)
        names[i] = rung_text_of(cli_commands[i].name);
    size_t near = rung_nearest(rung_text_of(name), names, cli_command_count);
    if (near == SIZE_MAX)
        return cli_error(run, CLI_USAGE,
                         "there is no command \"%s\": \"rung help\" lists what there is", shown);
    return cli_error(run, CLI_USAGE, "there is no command \"%s\": did you mean \"%s\"?", shown,
                     names[near].at);
}

/* The options that were given and are not this command's. */
static cli_status refuse_options(cli *run)
{
    cli_options extra = run->line.given & ~(run->command->options | CLI_COMMON);
    bool home = run->command == &cli_home;
    for (size_t i = 0; i < CLI_OPTION_COUNT; i++)
        if (extra >> i & 1)
            return cli_error(run, CLI_USAGE,
                             "\"rung%s%s\" takes no --%s: \"rung help%s%s\" says what it takes",
                             home ? "" : " ", run->command->name, cli_option_table[i].name,
                             home ? "" : " ", run->command->name);
    return CLI_DONE;
}

const char *cli_format(const cli *run)
{
    const char *given = run->line.values[CLI_OPTION_FORMAT];
    return cli_has(&run->line, CLI_OPTION_JSON) ? "json" : given ? given : "";
}

static cli_status refuse_format(cli *run)
{
    const char *format = run->line.values[CLI_OPTION_FORMAT], *set = run->command->formats;
    const char *problem =
        format && set ? cli_refuse_value(&run->arena, "format", set, format) : NULL;
    if (problem)
        return cli_error(run, CLI_USAGE, "%s", problem);
    if (format && cli_has(&run->line, CLI_OPTION_JSON) && strcmp(format, "json") != 0)
        return cli_error(run, CLI_USAGE,
                         "--json and --format %s do not go together: leave one away", format);
    return CLI_DONE;
}

/* The n-th word of "[SESSION] Q=VALUE..." that cannot be left out. */
static const char *missing_word(rung_arena *arena, const cli_command *command, size_t n)
{
    const char *at = command->arguments;
    for (; strchr(at, ' ') && (*at == '[' || n > 0); at = strchr(at, ' ') + 1)
        n -= *at != '[';
    return rung_copy(arena, (rung_text){at, strcspn(at, " .")});
}

static cli_status refuse_words(cli *run)
{
    const cli_command *command = run->command;
    const char *usage = cli_usage(&run->arena, command);
    if (run->word_count < command->least)
        return cli_error(run, CLI_USAGE, "%s is missing: usage: %s",
                         missing_word(&run->arena, command, run->word_count), usage);
    if (run->word_count > command->most)
        return cli_error(run, CLI_USAGE, "there is no place for \"%s\": usage: %s",
                         cli_brief(&run->arena, rung_text_of(run->words[command->most])), usage);
    return CLI_DONE;
}

/* The command that the words name; the options --help and --version take its place. */
static cli_status choose(cli *run)
{
    const char *name = run->line.words.count > 0 ? run->line.words.at[0] : NULL;
    run->command = name ? cli_find_command(name) : &cli_home;
    if (!run->command)
        return cli_unknown_command(run, name);
    run->words = name ? run->line.words.at + 1 : NULL;
    run->word_count = name ? run->line.words.count - 1 : 0;
    return CLI_DONE;
}

static cli_status run_command(cli *run)
{
    if (cli_has(&run->line, CLI_OPTION_VERSION))
        return cli_find_command("version")->run(run);
    cli_status status = choose(run);
    if (status != CLI_DONE)
        return status;
    if (cli_has(&run->line, CLI_OPTION_HELP))
        return cli_help(run, run->command);
    status = refuse_options(run);
    if (status == CLI_DONE)
        status = refuse_format(run);
    if (status == CLI_DONE)
        status = refuse_words(run);
    return status == CLI_DONE ? run->command->run(run) : status;
}

typedef struct start {
    cli *run;
    int count;
    char *const *arguments;
    cli_status status;
} start;

static void guarded(void *ctx)
{
    start *begin = ctx;
    cli *run = begin->run;
    const char *problem = cli_parse(&run->arena, begin->count, begin->arguments, &run->line);
    cli_terminal_init(&run->terminal, run->line.values[CLI_OPTION_COLOR],
                      cli_has(&run->line, CLI_OPTION_PLAIN));
    begin->status = problem ? cli_error(run, CLI_USAGE, "%s", problem) : run_command(run);
}

cli_status cli_main(cli *run, int count, char *const *arguments)
{
    run->out = (rung_sink){.write = write_out, .ctx = run};
    run->err = (rung_sink){.write = write_err, .ctx = run};
    run->program = count > 0 && strchr(arguments[0], '/') ? arguments[0] : "rung";
    rung_buffer_init(&run->buffer, NULL);
    start begin = {run, count, arguments, CLI_DONE};
    if (rung_guard(&run->arena, guarded, &begin) != RUNG_OK) {
        fputs("rung: memory ran out: nothing was left half done; close something and try again\n",
              stderr);
        begin.status = CLI_FAILED;
    }
    if (cli_flush(run))
        return begin.status;
    /* Whoever reads has gone: nobody is left to tell. */
    if (run->out_error != EPIPE)
        fprintf(stderr, "rung: the output is not complete: %s%s%s\n", strerror(run->out_error),
                run->done ? "; all the same, " : "", run->done ? run->done : "");
    return CLI_FAILED;
}

void cli_release(cli *run)
{
    cli_editor_stop(run->editor);
    rung_answers_free(run->answers); /* they look at the content of the session or the role */
    rung_session_close(run->session);
    rung_session_close(run->standby);
    rung_store_close(run->store);
    rung_role_free(run->role);
    rung_role_free(run->known);
    if (run->folder)
        closedir(run->folder);
    rung_buffer_release(&run->buffer);
    rung_arena_release(&run->page);
    rung_arena_release(&run->turn);
    rung_arena_release(&run->arena);
}
