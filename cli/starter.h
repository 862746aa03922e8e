/* starter: the first text of the files of a new role. The text itself is cli/starter/, content
 * that works as it is; it is made into C when rung is built. */
#ifndef CLI_STARTER_H
#define CLI_STARTER_H

#include "base/base.h"

extern const unsigned char cli_starter_questionnaire[], cli_starter_rules[];
extern const size_t cli_starter_questionnaire_size, cli_starter_rules_size;

/* Whose starter it is. */
typedef struct cli_starter {
    const char *role;    /* its id */
    const char *title;   /* one line of safe text */
    const char *schemas; /* the folder of the schemas, as editors shall find it */
} cli_starter;

/* The text with the names of `starter` in it. Inside the arena's guard. */
rung_text cli_starter_text(rung_arena *arena, const cli_starter *starter, const unsigned char *text,
                           size_t size);

/* Where editors find the schemas from a file in a sub-folder of `content`: beside it, else where
 * rung is installed or built. */
const char *cli_schema_folder(rung_arena *arena, const char *content);
/* Editors end a path at a blank, and read '#' and '%' in it: such a path becomes a URL. */
const char *cli_path_for_editors(rung_arena *arena, const char *path);

#endif
