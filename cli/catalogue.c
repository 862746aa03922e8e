#include "catalogue.h"

#include "files.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* What is not there may come later, so it is told (once) and no mistake. */
static void add_list(cli *run, const char *list, cli_folders *out)
{
    while (*list) {
        size_t size = strcspn(list, ":");
        const char *folder = rung_copy(&run->arena, (rung_text){list, size});
        if (size > 0)
            rung_push(&run->arena, &out->list, folder);
        if (size > 0 && !run->path_told && !cli_is_folder(folder))
            cli_error(run, CLI_DONE,
                      "RUNG_CONTENT names %s: there is no such folder; it is left out", folder);
        list += size + (list[size] == ':');
    }
    run->path_told = true;
}

static void add_default(cli *run, cli_folders *out)
{
    const char *own = cli_data_folder(&run->arena);
    if (own)
        rung_push(&run->arena, &out->list, own);
    rung_push(&run->arena, &out->list, RUNG_INSTALLED_CONTENT);
    rung_push(&run->arena, &out->list, RUNG_SOURCE_CONTENT);
}

cli_status cli_content_path(cli *run, cli_folders *out)
{
    *out = (cli_folders){0};
    for (size_t i = 0; i < run->line.contents.count; i++) {
        const char *folder = run->line.contents.at[i];
        if (!cli_is_folder(folder))
            return cli_error(run, CLI_FAILED,
                             "cannot use --content %s: there is no such folder; name one that "
                             "holds questionnaires/ and rules/",
                             folder);
        rung_push(&run->arena, &out->list, folder);
    }
    const char *set = getenv("RUNG_CONTENT");
    if (out->list.count > 0)
        return CLI_DONE;
    if (set && *set)
        add_list(run, set, out);
    else
        add_default(run, out);
    return CLI_DONE;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_content_name(const char *name)
{
    rung_text text = rung_text_of(name);
    return name[0] != '.' && text.size > 5 && rung_text_ends(text, RUNG_TEXT(".yaml"));
}

void cli_list_content(cli *run, const char *folder, const char *sub, cli_paths *out)
{
    bool here = strcmp(folder, ".") == 0;
    const char *path = here ? sub : rung_format(&run->arena, "%s/%s", folder, sub);
    size_t first = out->list.count;
    run->folder = opendir(path);
    if (!run->folder)
        return;
    for (struct dirent *entry; (entry = readdir(run->folder));)
        if (is_content_name(entry->d_name))
            rung_push(&run->arena, &out->list,
                      rung_format(&run->arena, "%s/%s", path, entry->d_name));
    closedir(run->folder);
    run->folder = NULL;
    if (out->list.count > first)
        qsort(out->list.at + first, out->list.count - first, sizeof(*out->list.at), by_name);
}

cli_status cli_read_content(cli *run, const char *path, rung_source **out)
{
    rung_source *source = rung_new(&run->arena, rung_source);
    source->name = path;
    /* One byte more shows that a file is too large, which is told at its place as all else is. */
    const char *problem =
        cli_read_start(&run->arena, path, RUNG_CONTENT_MAX_FILE + 1, &source->text);
    if (problem)
        return cli_error(run, CLI_FAILED, "cannot read %s: %s", path, problem);
    *out = source;
    return CLI_DONE;
}

/* --- What is on offer ------------------------------------------------------------------------ */
static const char *id_of(rung_arena *arena, const char *path)
{
    const char *name = strrchr(path, '/') + 1;
    return rung_copy(arena, (rung_text){name, strlen(name) - strlen(".yaml")});
}

static bool has_offer(const cli_offers *offers, const char *id)
{
    for (size_t i = 0; i < offers->list.count; i++)
        if (strcmp(offers->list.at[i].id, id) == 0)
            return true;
    return false;
}

/* What the file says of itself, without the mistakes in it: those are for `rung check`. */
static cli_offer read_offer(cli *run, const char *path)
{
    cli_offer offer = {.id = id_of(&run->arena, path), .title = "", .path = path};
    rung_source source = {.name = path};
    offer.problem = cli_read_file(&run->arena, path, RUNG_CONTENT_MAX_FILE, &source.text);
    if (offer.problem)
        return offer;
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &run->arena);
    rung_file_head head = {0};
    rung_status status = rung_file_head_read(&run->arena, &source, &diagnostics, &head);
    if (status == RUNG_NO_MEMORY)
        rung_out_of_memory(&run->arena);
    if (status != RUNG_OK || head.kind != RUNG_FILE_RULES || !head.id || !head.title)
        offer.problem = "it holds no rules that can be used";
    else if (strcmp(head.id, offer.id) != 0)
        offer.problem =
            rung_format(&run->arena, "its id is %s, so its name must be %s.yaml", head.id, head.id);
    else
        offer.title = head.title;
    return offer;
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const cli_offer *)a)->id, ((const cli_offer *)b)->id);
}

cli_status cli_find_offers(cli *run, cli_offers *out)
{
    *out = (cli_offers){0};
    cli_folders folders;
    cli_status status = cli_content_path(run, &folders);
    if (status != CLI_DONE)
        return status;
    for (size_t i = 0; i < folders.list.count; i++) {
        cli_paths paths = {0};
        cli_list_content(run, folders.list.at[i], "rules", &paths);
        for (size_t n = 0; n < paths.list.count; n++)
            if (!has_offer(out, id_of(&run->arena, paths.list.at[n])))
                rung_push(&run->arena, &out->list, read_offer(run, paths.list.at[n]));
    }
    if (out->list.count > 1)
        qsort(out->list.at, out->list.count, sizeof(*out->list.at), by_id);
    return CLI_DONE;
}

/* --- One role -------------------------------------------------------------------------------- */
static bool is_id(const char *id)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    size_t size = strlen(id);
    return size > 0 && size <= RUNG_CONTENT_MAX_ID && strspn(id, letters) == size;
}

const char *cli_find_content(cli *run, const cli_folders *folders, const char *sub, const char *id)
{
    for (size_t i = 0; is_id(id) && i < folders->list.count; i++) {
        const char *folder = folders->list.at[i];
        const char *path = strcmp(folder, ".") == 0
                               ? rung_format(&run->arena, "%s/%s.yaml", sub, id)
                               : rung_format(&run->arena, "%s/%s/%s.yaml", folder, sub, id);
        struct stat info;
        if (stat(path, &info) == 0)
            return path;
    }
    return NULL;
}

static cli_status no_role(cli *run, const char *id)
{
    cli_offers offers;
    cli_status status = cli_find_offers(run, &offers);
    if (status != CLI_DONE)
        return status;
    rung_text *ids = rung_new_array(&run->arena, rung_text, offers.list.count);
    for (size_t i = 0; i < offers.list.count; i++)
        ids[i] = rung_text_of(offers.list.at[i].id);
    size_t near = rung_nearest(rung_text_of(id), ids, offers.list.count);
    const char *shown = cli_brief(&run->arena, rung_text_of(id));
    if (near == SIZE_MAX)
        return cli_error(run, CLI_NOT_FOUND,
                         "there is no role \"%s\": \"rung roles\" lists those there are", shown);
    return cli_error(run, CLI_NOT_FOUND, "there is no role \"%s\": did you mean \"%s\"?", shown,
                     offers.list.at[near].id);
}

static cli_status has_mistakes(cli *run, const char *id)
{
    return cli_error(run, CLI_INVALID,
                     "cannot use the role \"%s\": its files have mistakes; mend them, then try "
                     "\"rung check\"",
                     id);
}

/* The questionnaire that the rules name: beside them first, then on the path. */
static cli_status read_questionnaire(cli *run, const char *id, const rung_source *rules,
                                     const cli_folders *path, rung_source **out)
{
    const char *found;
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &run->arena);
    cli_status status = cli_questionnaire_for(run, rules, path, &diagnostics, &found);
    cli_write_diagnostics(run, &diagnostics);
    if (diagnostics.errors > 0)
        return has_mistakes(run, id);
    return status == CLI_DONE ? cli_read_content(run, found, out) : status;
}

const char *cli_folder_above(rung_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return "..";
    rung_text folder = {path, (size_t)(slash - path)};
    if (folder.size == 0)
        return "/";
    size_t above = folder.size;
    while (above > 0 && path[above - 1] != '/')
        above--;
    rung_text last = {path + above, folder.size - above};
    if (last.size == 0 || rung_text_is(last, ".") || rung_text_is(last, ".."))
        return rung_format(arena, "%.*s/..", (int)folder.size, path);
    return above == 0 ? "." : rung_copy(arena, (rung_text){path, above > 1 ? above - 1 : 1});
}

const char *cli_find_questionnaire(cli *run, const rung_source *rules, const char *id,
                                   const cli_folders *path)
{
    cli_folders beside = {0};
    rung_push(&run->arena, &beside.list, cli_folder_above(&run->arena, rules->name));
    const char *found = cli_find_content(run, &beside, "questionnaires", id);
    return found ? found : cli_find_content(run, path, "questionnaires", id);
}

cli_status cli_questionnaire_for(cli *run, const rung_source *rules, const cli_folders *path,
                                 rung_diagnostics *diagnostics, const char **out)
{
    rung_file_head head = {0};
    const char *named = rung_rules_questionnaire(&run->arena, rules);
    *out = named ? cli_find_questionnaire(run, rules, named, path) : NULL;
    if (*out)
        return CLI_DONE;
    rung_status status = rung_file_head_read(&run->arena, rules, diagnostics, &head);
    if (status == RUNG_NO_MEMORY)
        rung_out_of_memory(&run->arena);
    if (status != RUNG_OK)
        return CLI_INVALID;
    if (head.kind != RUNG_FILE_RULES || !head.questionnaire)
        return cli_error(run, CLI_INVALID, "cannot use %s: it holds no rules", rules->name);
    *out = cli_find_questionnaire(run, rules, head.questionnaire, path);
    if (*out)
        return CLI_DONE;
    return cli_error(run, CLI_INVALID,
                     "cannot use %s: there is no questionnaire \"%s\"; put it into "
                     "questionnaires/%s.yaml beside the rules' folder",
                     rules->name, head.questionnaire, head.questionnaire);
}

cli_status cli_load_rules(cli *run, const char *path, const char *name)
{
    cli_folders folders;
    rung_source *rules = NULL, *questionnaire = NULL;
    cli_status status = cli_content_path(run, &folders);
    if (status != CLI_DONE || (status = cli_read_content(run, path, &rules)) != CLI_DONE ||
        (status = read_questionnaire(run, name, rules, &folders, &questionnaire)) != CLI_DONE)
        return status;
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &run->arena);
    rung_role_free(run->role);
    run->role = NULL;
    rung_status loaded = rung_role_load(&run->role, NULL, questionnaire, rules, &diagnostics);
    if (loaded == RUNG_NO_MEMORY)
        rung_out_of_memory(&run->arena);
    if (loaded == RUNG_OK)
        return CLI_DONE;
    cli_write_diagnostics(run, &diagnostics);
    return has_mistakes(run, name);
}

cli_status cli_load_role(cli *run, const char *id)
{
    cli_folders path;
    cli_status status = cli_content_path(run, &path);
    if (status != CLI_DONE)
        return status;
    const char *found = cli_find_content(run, &path, "rules", id);
    return found ? cli_load_rules(run, found, id) : no_role(run, id);
}
