/* `rung check`: every mistake of questionnaires and rules, and the examples of the rules. */
#include "allow.h"
#include "catalogue.h"
#include "check_explain.h"
#include "commands.h"
#include "files.h"
#include "kinds.h"
#include "page.h"
#include "proof/proof.h"
#include "scoring/scoring.h"
#include "tell.h"

#include <string.h>

typedef struct checked_file {
    const rung_source *source;
    rung_file_head head;
    bool broken; /* its head cannot be read */
    bool *uses;  /* rules: what they read, one a question; NULL until it is asked for */
    cli_allowing allowing;
} checked_file;

/* Rules whose questionnaire is among the files, probably, and cannot be read. */
typedef struct blocked_rules {
    const checked_file *rules, *questionnaire;
} blocked_rules;

typedef struct check {
    cli *run;
    cli_folders folders;
    cli_teller teller;
    RUNG_VEC(checked_file) files;
    RUNG_VEC(blocked_rules) blocked;
    RUNG_VEC(checked_file) neighbours; /* of the files, looked at for what they read */
    size_t roles, examples;
} check;

/* --- The files ------------------------------------------------------------------------------- */
static bool has_file(const check *all, const char *path)
{
    for (size_t i = 0; i < all->files.count; i++)
        if (strcmp(all->files.at[i].source->name, path) == 0)
            return true;
    return false;
}

static cli_status add_file(check *all, const char *path)
{
    rung_source *source;
    if (has_file(all, path))
        return CLI_DONE;
    cli_status status = cli_read_content(all->run, path, &source);
    if (status != CLI_DONE)
        return status;
    rung_push(&all->run->arena, &all->files, ((checked_file){.source = source}));
    cli_tell_about(&all->teller, source);
    return CLI_DONE;
}

/* Unreadable files are told, and the rest is checked all the same. */
static cli_status add_words(check *all)
{
    cli_status worst = CLI_DONE;
    for (size_t i = 0; i < all->run->word_count; i++) {
        const char *word = all->run->words[i];
        cli_status status =
            cli_is_folder(word)
                ? cli_error(all->run, CLI_FAILED,
                            "cannot read %s: it is a directory; --content %s checks what is in it",
                            word, word)
                : add_file(all, word);
        worst = status == CLI_DONE ? worst : status;
    }
    return worst;
}

static cli_status add_all(check *all)
{
    static const char *const subs[] = {"questionnaires", "rules"};
    cli_paths paths = {0};
    for (size_t i = 0; i < all->folders.list.count; i++)
        for (size_t sub = 0; sub < RUNG_COUNT(subs); sub++)
            cli_list_content(all->run, all->folders.list.at[i], subs[sub], &paths);
    if (paths.list.count == 0)
        return cli_error(all->run, CLI_FAILED,
                         "there is nothing to check: name files, or a folder with --content DIR");
    cli_status worst = CLI_DONE;
    for (size_t i = 0; i < paths.list.count; i++) {
        cli_status status = add_file(all, paths.list.at[i]);
        worst = status == CLI_DONE ? worst : status;
    }
    return worst;
}

static void read_head(check *all, checked_file *file)
{
    rung_diagnostics news;
    rung_diagnostics_init(&news, &all->run->arena);
    file->broken =
        rung_file_head_read(&all->run->arena, file->source, &news, &file->head) != RUNG_OK;
    file->allowing = cli_allowing_of(&all->run->arena, file->source, &file->head);
    cli_found(&all->teller, &news);
}

/* --- Checking -------------------------------------------------------------------------------- */
/* A questionnaire among the files: one below the same folder as the rules, or else any. */
static checked_file *find_questionnaire(const check *all, const checked_file *rules)
{
    rung_arena *arena = &all->run->arena;
    const char *folder = cli_folder_above(arena, rules->source->name);
    checked_file *found = NULL;
    for (size_t i = 0; rules->head.questionnaire && i < all->files.count; i++) {
        checked_file *file = &all->files.at[i];
        if (file->head.kind != RUNG_FILE_QUESTIONNAIRE || !file->head.id ||
            strcmp(file->head.id, rules->head.questionnaire) != 0)
            continue;
        if (strcmp(cli_folder_above(arena, file->source->name), folder) == 0)
            return file;
        found = found ? found : file;
    }
    return found;
}

/* A file that cannot be read and may be the questionnaire: another copy of it is not the one that
 * was to be checked. */
static const checked_file *broken_questionnaire(const check *all, const checked_file *rules)
{
    for (size_t i = 0; rules->head.questionnaire && i < all->files.count; i++) {
        const checked_file *file = &all->files.at[i];
        const char *name = rung_format(&all->run->arena, "/%s.yaml", rules->head.questionnaire);
        bool named = rung_text_ends(rung_text_of(file->source->name), rung_text_of(name));
        if (file->broken && (named || all->run->word_count > 0))
            return file;
    }
    return NULL;
}

/* What stands behind a key at the top of a file, or the file's beginning. */
static rung_span top_value(check *all, const rung_source *source, const char *key)
{
    rung_diagnostics ignored;
    rung_diagnostics_init(&ignored, &all->run->arena);
    const rung_datum *whole = rung_yaml_read(&all->run->arena, source, &ignored);
    const rung_datum *value = whole ? rung_datum_get(whole, key) : NULL;
    return value ? value->span : (rung_span){source, 0, 0};
}

static void tell_no_questionnaire(check *all, const checked_file *rules)
{
    rung_arena *arena = &all->run->arena;
    const char *id = rules->head.questionnaire;
    RUNG_VEC(rung_text) known = {0};
    for (size_t i = 0; i < all->files.count; i++)
        if (all->files.at[i].head.kind == RUNG_FILE_QUESTIONNAIRE && all->files.at[i].head.id)
            rung_push(arena, &known, rung_text_of(all->files.at[i].head.id));
    rung_diagnostics news;
    rung_diagnostics_init(&news, arena);
    rung_report(&news, &cli_messages[CLI_KIND_NO_QUESTIONNAIRE],
                top_value(all, rules->source, "questionnaire"), id);
    size_t near = rung_nearest(rung_text_of(id), known.at, known.count);
    if (near != SIZE_MAX)
        rung_mend(&news, "did you mean `%s`?", known.at[near].at);
    else
        rung_mend(&news, "put it into questionnaires/%s.yaml beside the rules' folder", id);
    cli_found(&all->teller, &news);
}

/* The questionnaire among the files, or else where the rules' folder and the path have it. */
static cli_status partner(check *all, const checked_file *rules, checked_file **out)
{
    *out = find_questionnaire(all, rules);
    if (*out)
        return CLI_DONE;
    const checked_file *broken = broken_questionnaire(all, rules);
    if (broken) {
        rung_push(&all->run->arena, &all->blocked, ((blocked_rules){rules, broken}));
        return CLI_INVALID;
    }
    /* Without one the rules are checked alone, as far as they go. */
    const char *id = rules->head.questionnaire, *path = NULL;
    if (id)
        path = cli_find_questionnaire(all->run, rules->source, id, &all->folders);
    if (id && !path)
        tell_no_questionnaire(all, rules);
    if (!path)
        return CLI_DONE;
    rung_source *source;
    cli_status status = cli_read_content(all->run, path, &source);
    if (status != CLI_DONE)
        return status;
    *out = rung_new(&all->run->arena, checked_file);
    (*out)->source = source;
    read_head(all, *out);
    cli_tell_about(&all->teller, source);
    if (!all->teller.json)
        cli_say(all->run, "%s: with the questionnaire %s", rules->source->name, path);
    return CLI_DONE;
}

static void run_examples(check *all, rung_diagnostics *news)
{
    const rung_role *role = all->run->role;
    for (size_t i = 0; i < role->rules->example_count; i++)
        rung_example_check(role, &role->rules->examples[i], news);
    all->examples += role->rules->example_count;
    all->roles++;
}

/* Whether what the files allow was looked for in full. */
static void settle(checked_file *rules, checked_file *questionnaire, bool loaded)
{
    rules->allowing.complete = loaded;
    if (questionnaire && loaded)
        questionnaire->allowing.complete = true;
    else if (questionnaire)
        questionnaire->allowing.failed = true;
}

/* What the rules read of their questionnaire; NULL if they do not load. */
static const bool *uses_of(check *all, checked_file *rules, const rung_source *questionnaire)
{
    rung_diagnostics ignored;
    rung_role *role = NULL;
    if (rules->uses || rules->broken)
        return rules->uses;
    rung_diagnostics_init(&ignored, &all->run->arena);
    rung_status loaded = rung_role_load(&role, NULL, questionnaire, rules->source, &ignored);
    if (loaded == RUNG_NO_MEMORY)
        rung_out_of_memory(&all->run->arena);
    if (loaded == RUNG_OK) {
        size_t count = role->questionnaire->question_count;
        rules->uses = rung_new_array(&all->run->arena, bool, count);
        rung_role_uses(role, rules->uses);
    }
    rung_role_free(role);
    return rules->uses;
}

/* Rules in the same folder that were not named: they are not checked, but they read questions. */
static void add_neighbours(check *all, const rung_source *rules)
{
    cli_paths paths = {0};
    rung_arena *arena = &all->run->arena;
    cli_list_content(all->run, cli_folder_above(arena, rules->name), "rules", &paths);
    for (size_t i = 0; i < paths.list.count; i++) {
        rung_source *source;
        rung_diagnostics ignored;
        checked_file file = {0};
        rung_diagnostics_init(&ignored, arena);
        if (has_file(all, paths.list.at[i]) ||
            cli_read_content(all->run, paths.list.at[i], &source) != CLI_DONE)
            continue;
        file.source = source;
        file.broken = rung_file_head_read(arena, source, &ignored, &file.head) != RUNG_OK;
        rung_push(arena, &all->neighbours, file);
    }
}

static void add_uses(check *all, checked_file *other, const checked_file *rules,
                     const rung_source *questionnaire, bool *used)
{
    size_t count = all->run->role->questionnaire->question_count;
    if (other->head.kind != RUNG_FILE_RULES || !other->head.questionnaire ||
        strcmp(other->head.questionnaire, rules->head.questionnaire) != 0)
        return;
    const bool *uses = uses_of(all, other, questionnaire);
    for (size_t q = 0; uses && q < count; q++)
        used[q] |= uses[q];
}

/* One a question: other rules of the same questionnaire read it. */
static const bool *used_elsewhere(check *all, const checked_file *rules,
                                  const rung_source *questionnaire)
{
    size_t count = all->run->role->questionnaire->question_count;
    bool *used = rung_new_array(&all->run->arena, bool, count);
    for (size_t i = 0; i < all->files.count; i++)
        if (&all->files.at[i] != rules)
            add_uses(all, &all->files.at[i], rules, questionnaire, used);
    if (all->run->word_count > 0 && all->neighbours.count == 0)
        add_neighbours(all, rules->source);
    for (size_t i = 0; i < all->neighbours.count; i++)
        add_uses(all, &all->neighbours.at[i], rules, questionnaire, used);
    return used;
}

/* In a list of its own: very many wrong codes would leave no room for what loading finds. */
static void check_allowing(check *all, const checked_file *file)
{
    rung_diagnostics news;
    rung_diagnostics_init(&news, &all->run->arena);
    cli_check_allowing(&file->allowing, &news);
    cli_found(&all->teller, &news);
}

static cli_status check_rules(check *all, checked_file *file)
{
    cli *run = all->run;
    checked_file *questionnaire = NULL;
    cli_status status = partner(all, file, &questionnaire);
    if (status != CLI_DONE)
        return status;
    rung_diagnostics news;
    rung_diagnostics_init(&news, &run->arena);
    check_allowing(all, file);
    rung_role_free(run->role);
    run->role = NULL;
    rung_status loaded = rung_role_load(
        &run->role, NULL, questionnaire ? questionnaire->source : NULL, file->source, &news);
    if (loaded == RUNG_NO_MEMORY)
        rung_out_of_memory(&run->arena);
    if (loaded == RUNG_OK) {
        rung_prove(&run->arena, run->role, used_elsewhere(all, file, questionnaire->source),
                   &rung_proof_usual, &news);
        run_examples(all, &news);
    }
    settle(file, questionnaire, loaded == RUNG_OK);
    cli_allowing *files[] = {&file->allowing, questionnaire ? &questionnaire->allowing : NULL};
    cli_take_out_allowed(files, questionnaire ? 2 : 1, &news);
    cli_found(&all->teller, &news);
    return CLI_DONE;
}

static void check_questionnaire(check *all, checked_file *file)
{
    rung_diagnostics news;
    cli_allowing *files[] = {&file->allowing};
    rung_diagnostics_init(&news, &all->run->arena);
    check_allowing(all, file);
    rung_questionnaire_load(&all->run->arena, file->source, &news);
    cli_take_out_allowed(files, 1, &news);
    cli_found(&all->teller, &news);
}

/* Behind everything else: only then is known what was not needed. */
static void find_unused(check *all)
{
    rung_diagnostics news;
    rung_diagnostics_init(&news, &all->run->arena);
    for (size_t i = 0; i < all->files.count; i++)
        if (!cli_found_errors(&all->teller, all->files.at[i].source))
            cli_report_unused(&all->files.at[i].allowing, &news);
    cli_found(&all->teller, &news);
}

/* In the folders that roles are looked for in, a file is found by its name. */
static bool is_found_by_name(rung_text path)
{
    static const char *const folders[] = {"rules/", "questionnaires/"};
    const char *name = path.at;
    for (const char *at = path.at; at < path.at + path.size; at++)
        name = *at == '/' ? at + 1 : name;
    rung_text folder = {path.at, (size_t)(name - path.at)};
    for (size_t i = 0; i < RUNG_COUNT(folders); i++) {
        rung_text wanted = rung_text_of(folders[i]);
        bool whole = folder.size == wanted.size ||
                     (folder.size > wanted.size && folder.at[folder.size - wanted.size - 1] == '/');
        if (whole && rung_text_ends(folder, wanted))
            return true;
    }
    return false;
}

static void check_name(check *all, const checked_file *file)
{
    rung_diagnostics news;
    rung_arena *arena = &all->run->arena;
    rung_text path = rung_text_of(file->source->name), ending = RUNG_TEXT(".yaml");
    if (!file->head.id || !is_found_by_name(path) || !rung_text_ends(path, ending))
        return;
    const char *slash = strrchr(path.at, '/');
    const char *name = rung_copy(arena, (rung_text){slash + 1, strlen(slash + 1) - ending.size});
    if (strcmp(name, file->head.id) == 0)
        return;
    rung_diagnostics_init(&news, arena);
    rung_report(&news, &cli_messages[CLI_KIND_NAMED_WRONGLY], top_value(all, file->source, "id"),
                name);
    rung_mend(&news, "did you mean `%s`? Else name the file %s.yaml", name, file->head.id);
    cli_found(&all->teller, &news);
}

static cli_status check_files(check *all)
{
    cli_status worst = CLI_DONE;
    for (size_t i = 0; i < all->files.count; i++)
        read_head(all, &all->files.at[i]);
    for (size_t i = 0; i < all->files.count; i++) {
        checked_file *file = &all->files.at[i];
        check_name(all, file);
        if (file->head.kind == RUNG_FILE_RULES) {
            cli_status status = check_rules(all, file);
            worst = status == CLI_DONE ? worst : status;
        } else if (file->head.kind == RUNG_FILE_QUESTIONNAIRE) {
            check_questionnaire(all, file);
        }
    }
    return worst;
}

static void tell_blocked(const check *all)
{
    for (size_t i = 0; i < all->blocked.count; i++)
        cli_error(all->run, CLI_INVALID,
                  "%s is not checked further: mend %s first, which may be its questionnaire",
                  all->blocked.at[i].rules->source->name,
                  all->blocked.at[i].questionnaire->source->name);
}

/* Proofs need rules: which answers lead where. */
static void tell_unproven(const check *all)
{
    bool alone = all->teller.errors == 0;
    for (size_t i = 0; i < all->files.count; i++)
        alone &= all->files.at[i].head.kind == RUNG_FILE_QUESTIONNAIRE;
    for (size_t i = 0; i < all->files.count && alone; i++)
        cli_say(all->run, "%s: nothing is proven of it without its rules; name these, too",
                all->files.at[i].source->name);
}

static const char *counted(cli *run, size_t count, const char *what)
{
    return rung_format(&run->arena, "%zu %s%s", count, what, count == 1 ? "" : "s");
}

static void sum_up(const check *all)
{
    cli *run = all->run;
    const char *checked =
        rung_format(&run->arena, "%s, %s, %s", counted(run, all->files.count, "file"),
                    counted(run, all->roles, "role"), counted(run, all->examples, "example"));
    const cli_teller *told = &all->teller;
    const char *notes =
        told->notes ? rung_format(&run->arena, ", %s", counted(run, told->notes, "note")) : "";
    if (told->errors + told->warnings == 0)
        cli_say(run, "%s: all good%s", checked, notes);
    else
        cli_say(run, "%s: %s, %s%s", checked, counted(run, told->errors, "error"),
                counted(run, told->warnings, "warning"), notes);
}

cli_status cmd_check(cli *run)
{
    if (cli_has(&run->line, CLI_OPTION_EXPLAIN))
        return cli_check_explain(run);
    check all = {.run = run, .teller = cli_teller_of(run)};
    cli_status status = cli_content_path(run, &all.folders);
    if (status != CLI_DONE)
        return status;
    cli_status read = run->word_count > 0 ? add_words(&all) : add_all(&all);
    cli_status checked = check_files(&all);
    find_unused(&all);
    cli_tell(&all.teller);
    tell_blocked(&all);
    if (all.files.count > 0 && !all.teller.json) {
        tell_unproven(&all);
        sum_up(&all);
    }
    if (all.teller.errors > 0 || checked == CLI_INVALID)
        return CLI_INVALID;
    return read != CLI_DONE ? read : checked;
}
