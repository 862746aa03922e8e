/* `rung schema`: what editors check content by. */
#include "commands.h"
#include "schema/schema.h"

#include <string.h>

cli_status cmd_schema(cli *run)
{
    const char *name = cli_word(run, 0);
    if (strcmp(name, "questionnaire") == 0)
        rung_schema_write(&run->out, RUNG_FILE_QUESTIONNAIRE);
    else if (strcmp(name, "rules") == 0)
        rung_schema_write(&run->out, RUNG_FILE_RULES);
    else
        return cli_error(run, CLI_USAGE,
                         "there is no schema of \"%s\": it takes questionnaire or rules", name);
    return CLI_DONE;
}
