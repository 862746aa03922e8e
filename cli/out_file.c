#include "out_file.h"

#include "files.h"
#include "open_file.h"

#include <string.h>

const char *cli_out_file(const cli *run)
{
    const char *path = run->line.values[CLI_OPTION_OUTPUT];
    return path && strcmp(path, "-") != 0 ? path : NULL;
}

cli_status cli_refuse_without_file(cli *run)
{
    static const cli_option_id options[] = {CLI_OPTION_FORCE, CLI_OPTION_OPEN};
    for (size_t i = 0; !cli_out_file(run) && i < RUNG_COUNT(options); i++)
        if (cli_has(&run->line, options[i]))
            return cli_error(run, CLI_USAGE, "--%s needs a file: add -o FILE",
                             cli_option_table[options[i]].name);
    return CLI_DONE;
}

bool cli_has_suffix(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    return dot && dot != name && dot[1];
}

cli_status cli_refuse_store(cli *run, const char *path)
{
    if (cli_is_store(run, path))
        return cli_error(run, CLI_FAILED,
                         "cannot write %s: your sessions are kept there; choose another place "
                         "with -o",
                         path);
    return CLI_DONE;
}

cli_status cli_refuse_present(cli *run, const char *path)
{
    if (!cli_has(&run->line, CLI_OPTION_FORCE) && cli_is_regular(path))
        return cli_error(run, CLI_FAILED,
                         "%s is there already and stays as it is: --force replaces it", path);
    return CLI_DONE;
}

/* Why the file could not be written, or NULL. */
static const char *put_file(cli *run, const char *path)
{
    int error;
    rung_text text = rung_buffer_text(&run->buffer);
    const char *kind = cli_path_problem(path, &error);
    if (kind && error == 0) /* a folder, a device, a pipe */
        return kind;
    if (cli_has(&run->line, CLI_OPTION_FORCE))
        return cli_write_file(&run->arena, path, text);
    return cli_write_new_file(&run->arena, path, text);
}

cli_status cli_put_out_file(cli *run, const char *path)
{
    if (run->buffer.sink.failed)
        rung_out_of_memory(&run->arena);
    const char *problem = put_file(run, path);
    if (!problem)
        return cli_has(&run->line, CLI_OPTION_OPEN) ? cli_open_file(run, path) : CLI_DONE;
    return cli_error(run, CLI_FAILED, "cannot write %s: %s; choose another place with -o", path,
                     problem);
}
