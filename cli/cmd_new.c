/* `rung new`: a questionnaire and rules to begin with. */
#include "catalogue.h"
#include "commands.h"
#include "files.h"
#include "json/json.h"
#include "page.h"
#include "starter.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct new_role {
    const char *id, *title;
    const char *folder; /* of the content */
    mode_t mode;        /* of that folder, if it has to be made */
    const char *questionnaire, *rules;
} new_role;

/* --- Its name -------------------------------------------------------------------------------- */
static cli_status bad_id(cli *run, rung_text word)
{
    rung_arena *arena = &run->arena;
    const char *shown = cli_brief(arena, word), *meant = rung_as_id(arena, word);
    if (!*meant)
        return cli_error(run, CLI_USAGE,
                         "\"%s\" cannot be the id of a role: write at most %d small letters and "
                         "digits, with a hyphen between words, such as sales-clerk",
                         shown, RUNG_CONTENT_MAX_ID);
    return cli_error(run, CLI_USAGE,
                     "\"%s\" cannot be the id of a role, which has small letters, and hyphens "
                     "between words: did you mean `%s`?",
                     shown, meant);
}

/* "Sales Clerk" of "sales-clerk". */
static const char *title_of(rung_arena *arena, const char *id)
{
    char *title = rung_copy(arena, rung_text_of(id));
    for (char *at = title; *at; at++) {
        if (*at == '-')
            *at = ' ';
        else if ((at == title || at[-1] == ' ') && *at >= 'a' && *at <= 'z')
            *at = (char)(*at - 'a' + 'A');
    }
    return title;
}

static cli_status name_role(cli *run, new_role *out)
{
    rung_arena *arena = &run->arena;
    const char *given = run->line.values[CLI_OPTION_TITLE];
    rung_text title = rung_text_trim(rung_text_of(given));
    out->id = cli_word(run, 0);
    if (!rung_is_id(rung_text_of(out->id)))
        return bad_id(run, rung_text_of(out->id));
    if (given && (title.size == 0 || !rung_text_equal(rung_printable(arena, title, false), title)))
        return cli_error(run, CLI_USAGE, "--title takes one line of text: \"%s\" is none",
                         cli_brief(arena, rung_text_of(given)));
    out->title = given ? rung_copy(arena, title) : title_of(arena, out->id);
    return CLI_DONE;
}

/* --- Its place ------------------------------------------------------------------------------- */
/* Where the author is at work: the folder that was named, the one called in if it is one of
 * content, else the user's own. `path` gets the folders whose roles the new one joins. */
static cli_status choose_folder(cli *run, new_role *role, cli_folders *path)
{
    const char *set = getenv("RUNG_CONTENT");
    bool named = run->line.contents.count > 0 || (set && *set);
    if (!named && cli_is_folder("questionnaires") && cli_is_folder("rules")) {
        rung_push(&run->arena, &run->line.contents, "."); /* also for the commands to type next */
        named = true;
    }
    *path = (cli_folders){0};
    for (size_t i = 0; i < run->line.contents.count; i++)
        rung_push(&run->arena, &path->list, run->line.contents.at[i]);
    cli_status status = path->list.count > 0 ? CLI_DONE : cli_content_path(run, path);
    if (status != CLI_DONE)
        return status;
    named = named && path->list.count > 0;
    role->folder = named ? path->list.at[0] : cli_data_folder(&run->arena);
    role->mode = named ? 0777 : 0700; /* sessions are kept in the user's own folder */
    if (role->folder)
        return CLI_DONE;
    return cli_error(run, CLI_FAILED,
                     "cannot tell where your content is kept: neither HOME nor XDG_DATA_HOME names "
                     "a folder; name one with --content DIR");
}

static cli_status refuse_existing(cli *run, const new_role *role, const cli_folders *path)
{
    const char *there = cli_find_content(run, path, "rules", role->id);
    if (!there)
        there = cli_find_content(run, path, "questionnaires", role->id);
    if (!there)
        return CLI_DONE;
    return cli_error(run, CLI_FAILED,
                     "there is %s already, and it stays as it is; choose another id, or another "
                     "folder with --content DIR",
                     there);
}

static const char *path_in(rung_arena *arena, const new_role *role, const char *sub)
{
    if (strcmp(role->folder, ".") == 0)
        return rung_format(arena, "%s/%s.yaml", sub, role->id);
    return rung_format(arena, "%s/%s/%s.yaml", role->folder, sub, role->id);
}

static cli_status place_role(cli *run, new_role *role)
{
    cli_folders path;
    cli_status status = choose_folder(run, role, &path);
    if (status != CLI_DONE)
        return status;
    role->questionnaire = path_in(&run->arena, role, "questionnaires");
    role->rules = path_in(&run->arena, role, "rules");
    return refuse_existing(run, role, &path);
}

/* --- Its files ------------------------------------------------------------------------------- */
/* YAML reads some ids as something else: "null", "1". */
static cli_status try_role(cli *run, const new_role *role, const rung_source *questionnaire,
                           const rung_source *rules)
{
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &run->arena);
    rung_status status = rung_role_load(&run->role, NULL, questionnaire, rules, &diagnostics);
    if (status == RUNG_NO_MEMORY)
        rung_out_of_memory(&run->arena);
    if (status == RUNG_OK)
        return CLI_DONE;
    return cli_error(run, CLI_USAGE,
                     "\"%s\" cannot be the id of a role: in YAML it is no text; add a word, as in "
                     "%s-clerk",
                     role->id, role->id);
}

static const char *make_folders(cli *run, const new_role *role)
{
    rung_arena *arena = &run->arena;
    const char *subs[] = {"questionnaires", "rules"};
    const char *problem = cli_make_folders(arena, role->folder, role->mode);
    for (size_t i = 0; !problem && i < RUNG_COUNT(subs); i++)
        problem = cli_make_folders(arena, rung_format(arena, "%s/%s", role->folder, subs[i]), 0777);
    return problem;
}

/* Both files, or none. */
static cli_status write_role(cli *run, const new_role *role, rung_text questionnaire,
                             rung_text rules)
{
    static const char choose[] = "choose another folder with --content DIR";
    const char *problem = make_folders(run, role);
    if (problem)
        return cli_error(run, CLI_FAILED, "cannot make the folders in %s: %s; %s", role->folder,
                         problem, choose);
    problem = cli_write_new_file(&run->arena, role->questionnaire, questionnaire);
    if (problem)
        return cli_error(run, CLI_FAILED, "cannot write %s: %s; %s", role->questionnaire, problem,
                         choose);
    problem = cli_write_new_file(&run->arena, role->rules, rules);
    if (!problem)
        return CLI_DONE;
    unlink(role->questionnaire);
    return cli_error(run, CLI_FAILED, "cannot write %s: %s; nothing was left behind; %s",
                     role->rules, problem, choose);
}

static cli_status make_role(cli *run, const new_role *role)
{
    rung_arena *arena = &run->arena;
    cli_starter starter = {role->id, role->title, cli_schema_folder(arena, role->folder)};
    rung_source questionnaire = {role->questionnaire,
                                 cli_starter_text(arena, &starter, cli_starter_questionnaire,
                                                  cli_starter_questionnaire_size)};
    rung_source rules = {
        role->rules, cli_starter_text(arena, &starter, cli_starter_rules, cli_starter_rules_size)};
    cli_status status = try_role(run, role, &questionnaire, &rules);
    return status == CLI_DONE ? write_role(run, role, questionnaire.text, rules.text) : status;
}

/* --- Telling --------------------------------------------------------------------------------- */
static void tell_json(cli *run, const new_role *role)
{
    const char *const members[][2] = {{"role", role->id},
                                      {"title", role->title},
                                      {"questionnaire", role->questionnaire},
                                      {"rules", role->rules}};
    rung_json json;
    rung_json_init(&json, &run->out, 2);
    rung_json_object(&json);
    for (size_t i = 0; i < RUNG_COUNT(members); i++) {
        rung_json_key(&json, members[i][0]);
        rung_json_string(&json, members[i][1]);
    }
    rung_json_end_object(&json);
    cli_blank(run);
}

/* In one line, however long: it is there to be copied. */
static void tell_line(cli *run, const char *lead, const char *text)
{
    rung_write(&run->out, rung_text_of(lead));
    rung_write(&run->out, cli_shown(run, &run->arena, rung_text_of(text)));
    cli_blank(run);
}

static void tell(cli *run, const new_role *role)
{
    cli_say(run, "%s has a beginning, for you to change:", role->title);
    tell_line(run, "  what rung asks         ", role->questionnaire);
    tell_line(run, "  what the job requires  ", role->rules);
    cli_heading(run, "Next");
    tell_line(run, "  ", cli_command_line(run, "check", cli_quoted(&run->arena, role->rules)));
    tell_line(run, "  ", cli_command_line(run, "take", role->id));
}

cli_status cmd_new(cli *run)
{
    new_role role = {0};
    cli_status status = name_role(run, &role);
    if (status == CLI_DONE)
        status = place_role(run, &role);
    if (status == CLI_DONE)
        status = make_role(run, &role);
    if (status != CLI_DONE)
        return status;
    run->done = rung_format(&run->arena, "%s and %s are written", role.questionnaire, role.rules);
    if (cli_has(&run->line, CLI_OPTION_JSON))
        tell_json(run, &role);
    else
        tell(run, &role);
    return CLI_DONE;
}
