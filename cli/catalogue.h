/* catalogue: the content search path, and the roles that lie on it. A folder of content holds
 * questionnaires/ID.yaml and rules/ID.yaml; the first folder that has a role wins. */
#ifndef CLI_CATALOGUE_H
#define CLI_CATALOGUE_H

#include "cli.h"

typedef struct cli_folders {
    RUNG_VEC(const char *) list;
} cli_folders;

typedef struct cli_offer {
    const char *id;      /* of the role: the file's name without .yaml */
    const char *title;   /* "" where the file cannot be read */
    const char *path;    /* of the rules */
    const char *problem; /* why it cannot be used, or NULL */
} cli_offer;

typedef struct cli_offers {
    RUNG_VEC(cli_offer) list; /* by id */
} cli_offers;

/* The search path. A folder that was named with --content must exist. */
cli_status cli_content_path(cli *cli, cli_folders *out);
/* Everything on offer. */
cli_status cli_find_offers(cli *cli, cli_offers *out);
/* Loads cli->role. Mistakes in its files are reported, warnings are not. */
cli_status cli_load_role(cli *cli, const char *id);
/* The same for the rules in a file; messages call the role `name`. */
cli_status cli_load_rules(cli *cli, const char *path, const char *name);
/* Where a questionnaire is: beside the folder of the rules that name it, else on the path; NULL if
 * it is nowhere. */
const char *cli_find_questionnaire(cli *cli, const rung_source *rules, const char *id,
                                   const cli_folders *path);
/* Where the questionnaire is that the rules name: beside their folder, else on the path. Mistakes
 * of the file go to `diagnostics`; that it is not there is reported. */
cli_status cli_questionnaire_for(cli *cli, const rung_source *rules, const cli_folders *path,
                                 rung_diagnostics *diagnostics, const char **out);
/* The folder above the one that a file lies in: "a" of "a/rules/x.yaml", "." of "rules/x.yaml". */
const char *cli_folder_above(rung_arena *arena, const char *path);

/* DIR/SUB/ID.yaml on the path, in path order; NULL if there is none. */
const char *cli_find_content(cli *cli, const cli_folders *folders, const char *sub, const char *id);
/* Paths of the .yaml files of DIR/SUB, by name, added to `out` (none if there is no such folder).
 */
typedef struct cli_paths {
    RUNG_VEC(const char *) list;
} cli_paths;
void cli_list_content(cli *cli, const char *folder, const char *sub, cli_paths *out);
/* Reads a content file as a source named by its path. */
cli_status cli_read_content(cli *cli, const char *path, rung_source **out);

#endif
