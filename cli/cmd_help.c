/* `rung help`: the table of commands and the table of options, for people. */
#include "commands.h"
#include "page.h"

#include <string.h>

const char *cli_usage(rung_arena *arena, const cli_command *command)
{
    return rung_format(arena, "rung%s%s%s%s%s", *command->name ? " " : "", command->name,
                       *command->arguments ? " " : "", command->arguments,
                       command->options ? " [options]" : "");
}

/* "  -o, --output FILE" */
static const char *option_lead(rung_arena *arena, const cli_option *option, const char *argument)
{
    const char *letter = option->letter ? rung_format(arena, "-%c, ", option->letter) : "    ";
    return rung_format(arena, "  %s--%s%s%s", letter, option->name, argument ? " " : "",
                       argument ? argument : "");
}

/* Two columns. A lead that is too wide has its text below it; on narrow terminals all have. */
static void write_pair(cli *run, const char *lead, int column, const char *text)
{
    bool narrow = column > run->terminal.width / 2;
    if (!narrow && (int)strlen(lead) < column) {
        cli_item(run, CLI_NORMAL, rung_format(&run->arena, "%-*s", column, lead), text);
        return;
    }
    rung_print(&run->out, "%s\n", lead);
    cli_item(run, CLI_NORMAL, rung_format(&run->arena, "%*s", narrow ? 8 : column, ""), text);
}

static void write_options(cli *run, const cli_command *command, cli_options set)
{
    enum { COLUMN = 31 };
    for (size_t i = 0; i < CLI_OPTION_COUNT; i++) {
        const cli_option *option = &cli_option_table[i];
        const char *argument = i == CLI_OPTION_FORMAT ? command->formats : option->argument;
        if (set >> i & 1)
            write_pair(run, option_lead(&run->arena, option, argument), COLUMN, option->what);
    }
}

static cli_status help_all(cli *run)
{
    enum { COLUMN = 12 };
    cli_say(run, "rung tells you how ready you are for a job, why, and what to do next.");
    cli_blank(run);
    cli_say(run, "Usage: rung COMMAND [options]");
    cli_heading(run, "Commands");
    for (size_t i = 0; i < cli_command_count; i++)
        write_pair(run, rung_format(&run->arena, "  %s", cli_commands[i].name), COLUMN,
                   cli_commands[i].summary);
    cli_heading(run, "Options of every command");
    write_options(run, &cli_home, CLI_COMMON);
    cli_blank(run);
    cli_say(run, "SESSION is an id, the beginning of one, or a name. \"rung help COMMAND\" tells "
                 "more; \"rung\" alone says where you stand.");
    return CLI_DONE;
}

cli_status cli_help(cli *run, const cli_command *command)
{
    if (command == &cli_home)
        return help_all(run);
    cli_say(run, "Usage: %s", cli_usage(&run->arena, command));
    cli_blank(run);
    cli_say(run, "%s", command->about);
    if (command->options) {
        cli_heading(run, "Options");
        write_options(run, command, command->options);
    }
    cli_heading(run, "Options of every command");
    write_options(run, command, CLI_COMMON);
    return CLI_DONE;
}

cli_status cmd_help(cli *run)
{
    const char *name = cli_word(run, 0);
    const cli_command *command = name ? cli_find_command(name) : &cli_home;
    if (!command && cli_is_code_topic(name))
        return cli_help_code(run, name);
    if (cli_has(&run->line, CLI_OPTION_JSON))
        return cli_error(run, CLI_USAGE, "--json goes with \"rung help codes\" or a code");
    if (command)
        return cli_help(run, command);
    return cli_unknown_command(run, name);
}
