/* `rung take`: start a session, with answers from a file or from a person. */
#include "catalogue.h"
#include "commands.h"
#include "files.h"
#include "from.h"
#include "interview_ui.h"
#include "page.h"
#include "records.h"

#include <string.h>
#include <strings.h>

/* --- Which role ------------------------------------------------------------------------------ */
static cli_status which(cli *run, const cli_offers *offers, size_t usable)
{
    const char *ids = "";
    for (size_t i = 0; i < offers->list.count; i++)
        if (!offers->list.at[i].problem)
            ids = rung_format(&run->arena, "%s%s%s", ids, *ids ? ", " : "", offers->list.at[i].id);
    if (usable == 0)
        return cli_error(run, CLI_NOT_FOUND,
                         "there are no roles to take: name a folder of them with --content DIR");
    return cli_error(run, CLI_USAGE, "which role? Write \"rung take ROLE\" with one of: %s", ids);
}

/* Whether `typed` begins the id, the title or a word of the title. */
static bool begins(const cli_offer *offer, rung_text typed)
{
    if (strncasecmp(offer->id, typed.at, typed.size) == 0)
        return true;
    for (const char *word = offer->title; word; word = strchr(word, ' ')) {
        word += *word == ' ';
        if (strncasecmp(word, typed.at, typed.size) == 0)
            return true;
    }
    return false;
}

/* The offer that is meant by a number, an id, or first letters that no other has; or NULL. */
static const char *picked(const cli_offers *offers, rung_text typed)
{
    int64_t wanted, number = 0;
    bool is_number = rung_parse_int(typed, &wanted);
    const char *begun = NULL;
    size_t several = 0;
    for (size_t i = 0; i < offers->list.count && typed.size > 0; i++) {
        const cli_offer *offer = &offers->list.at[i];
        if (offer->problem)
            continue;
        number++;
        if ((is_number && number == wanted) || rung_text_is(typed, offer->id))
            return offer->id;
        if (begins(offer, typed)) {
            begun = offer->id;
            several++;
        }
    }
    return several == 1 ? begun : NULL;
}

static cli_status ask_role(cli *run, const cli_offers *offers, size_t usable, const char **out)
{
    cli_say(run, "Which role is it about?");
    size_t number = 0;
    for (size_t i = 0; i < offers->list.count; i++)
        if (!offers->list.at[i].problem)
            cli_item(run, CLI_NORMAL, rung_format(&run->arena, "  %zu  ", ++number),
                     offers->list.at[i].title);
    const char *prompt = rung_format(&run->arena, "Your choice (1-%zu): ", usable);
    cli_editor *editor = cli_editor_start(run);
    rung_text typed;
    cli_typed how;
    while ((how = cli_editor_read(editor, prompt, &typed)) == CLI_TYPED_LINE &&
           !(*out = picked(offers, rung_text_trim(typed))))
        cli_say(run, "Type a number from 1 to %zu, or the first letters of a role. Ctrl-D stops.",
                usable);
    cli_editor_stop(editor);
    return how == CLI_TYPED_LINE ? CLI_DONE : CLI_INTERRUPTED;
}

static cli_status choose_role(cli *run, const char **out)
{
    cli_offers offers;
    *out = cli_word(run, 0);
    if (*out)
        return CLI_DONE;
    cli_status status = cli_find_offers(run, &offers);
    if (status != CLI_DONE)
        return status;
    size_t usable = 0;
    for (size_t i = 0; i < offers.list.count; i++)
        usable += !offers.list.at[i].problem;
    for (size_t i = 0; usable == 1 && i < offers.list.count; i++)
        if (!offers.list.at[i].problem)
            *out = offers.list.at[i].id;
    if (*out)
        return CLI_DONE;
    if (usable == 0 || !run->terminal.in || cli_has(&run->line, CLI_OPTION_NO_INPUT))
        return which(run, &offers, usable);
    return ask_role(run, &offers, usable, out);
}

/* --- Answers from a file ---------------------------------------------------------------------- */
/* JSON by its name, or by how it begins. */
static bool is_json(const rung_source *source)
{
    rung_text text = source->text;
    while (text.size > 0 && strchr(" \t\r\n", *text.at))
        text = (rung_text){text.at + 1, text.size - 1};
    return rung_text_ends(rung_text_of(source->name), RUNG_TEXT(".json")) ||
           (text.size > 0 && *text.at == '{');
}

static const rung_datum *read_map(cli *run, const rung_source *source,
                                  rung_diagnostics *diagnostics)
{
    const rung_datum *datum = is_json(source) ? rung_json_read(&run->arena, source, diagnostics)
                                              : rung_yaml_read(&run->arena, source, diagnostics);
    if (datum && datum->kind != RUNG_DATUM_MAP) {
        cli_error(run, CLI_INVALID, "cannot use %s: it holds no \"question: value\" lines",
                  source->name);
        return NULL;
    }
    return datum;
}

/* Checks the whole file against the role, into run->answers. */
static cli_status read_answers(cli *run, const char *path)
{
    rung_source *source = rung_new(&run->arena, rung_source);
    source->name = strcmp(path, "-") == 0 ? "standard input" : path;
    const char *problem = cli_read_file(&run->arena, path, RUNG_CONTENT_MAX_FILE, &source->text);
    if (problem)
        return cli_error(run, CLI_FAILED, "cannot read %s: %s%s", source->name, problem,
                         cli_is_pipe(path) ? "; --answers - reads standard input" : "");
    if (rung_answers_new(&run->answers, NULL, run->role->questionnaire) != RUNG_OK)
        rung_out_of_memory(&run->arena);
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &run->arena);
    const rung_datum *map = read_map(run, source, &diagnostics);
    rung_status status =
        map ? rung_answers_from_datum(run->answers, map, &diagnostics) : RUNG_INVALID;
    if (status == RUNG_NO_MEMORY)
        rung_out_of_memory(&run->arena);
    cli_write_diagnostics(run, &diagnostics);
    if (status == RUNG_OK)
        return CLI_DONE;
    return cli_error(run, CLI_INVALID, "no session was started: mend %s%s and try again",
                     strcmp(path, "-") == 0 ? "the answers on " : "", source->name);
}

static cli_status store_answers(cli *run)
{
    const rung_questionnaire *content = run->role->questionnaire;
    bool *change = rung_new_array(&run->arena, bool, content->question_count);
    for (size_t q = 0; q < content->question_count; q++)
        change[q] = rung_answers_get(run->answers, q)->given;
    rung_status status;
    size_t tries = 0;
    do
        status = rung_session_answer_all(run->session, run->answers, change, cli_now());
    while (cli_try_again(status, &tries));
    if (status == RUNG_OK)
        return CLI_DONE;
    /* A session without the answers it was made for is no use to anybody. */
    rung_store_delete(run->store, rung_session_info(run->session)->id);
    return cli_store_error(run, "the answers could not be saved, no session was started", status);
}

/* --- The session ------------------------------------------------------------------------------ */
static cli_status check_name(cli *run, const char *name)
{
    rung_text text = rung_text_of(name);
    const char *problem = text.size > RUNG_SESSION_MAX_NAME ? "it is longer than 200 bytes"
                          : !rung_utf8_valid(text)          ? "it is not UTF-8"
                          : rung_text_trim(text).size == 0  ? "it is empty"
                                                            : NULL;
    if (!problem || !*name)
        return CLI_DONE;
    return cli_error(run, CLI_USAGE, "cannot use that --name: %s; write a shorter, plain one",
                     problem);
}

/* A sentence about a session of this role that waits for answers, one of those used last; or NULL.
 * What cannot be read is no news to who starts anew. */
static const char *unfinished(cli *run)
{
    enum { LOOKED_AT = 5 };
    rung_session_record *infos;
    size_t count = 0, looked_at = 0;
    if (!run->store || rung_store_list(run->store, &run->arena, &infos, &count) != RUNG_OK)
        return NULL;
    run->known = rung_role_share(run->role);
    for (size_t i = 0; i < count && looked_at < LOOKED_AT; i++) {
        if (strcmp(infos[i].role, run->role->rules->id) != 0)
            continue;
        looked_at++;
        cli_record record = cli_record_read(run, &infos[i]);
        if (record.readable && record.progress.open > 0)
            return rung_format(&run->arena, "An earlier assessment is not finished: %s (%s).",
                               cli_command_line(run, "resume", record.info.id),
                               cli_progress_text(run, &record));
    }
    return NULL;
}

static cli_status start_session(cli *run, const char *name)
{
    rung_status status;
    size_t tries = 0;
    do
        status = rung_session_start(&run->session, NULL, run->store, run->role, name, cli_now());
    while (cli_try_again(status, &tries));
    if (status != RUNG_OK)
        return cli_store_error(run, "cannot start a session", status);
    return run->answers ? store_answers(run) : CLI_DONE;
}

static void show_started(cli *run)
{
    cli_record record = cli_record_of(run, run->session);
    if (cli_has(&run->line, CLI_OPTION_JSON)) {
        rung_json json;
        rung_json_init(&json, &run->out, 2);
        cli_record_json(&json, &record);
        cli_blank(run);
        return;
    }
    cli_say(run, "Session %s: %s, %s", record.info.id, record.title,
            cli_progress_text(run, &record));
    cli_say(run, "Score: %s", cli_score_of_text(run, &record));
    cli_say(run, "Report: %s", cli_command_line(run, "report", record.info.id));
    if (record.progress.open > 0)
        cli_say(run, "Go on: %s", cli_command_line(run, "resume", record.info.id));
}

cli_status cmd_take(cli *run)
{
    const char *file = run->line.values[CLI_OPTION_ANSWERS];
    const char *given = run->line.values[CLI_OPTION_NAME], *name = given ? given : "", *role;
    /* Who pipes the answers in has no hands on the keyboard. */
    bool no_input = cli_has(&run->line, CLI_OPTION_NO_INPUT) || (file && strcmp(file, "-") == 0);
    cli_status status = check_name(run, name);
    if (status == CLI_DONE)
        status = choose_role(run, &role);
    if (status == CLI_DONE)
        status = cli_load_role(run, role);
    if (status == CLI_DONE && file)
        status = read_answers(run, file);
    if (status == CLI_DONE)
        status = cli_store(run);
    if (status == CLI_DONE)
        status = cli_read_from(run, run->role->questionnaire);
    bool at_terminal = run->terminal.in && run->terminal.out && !no_input;
    const char *earlier = status == CLI_DONE && at_terminal ? unfinished(run) : NULL;
    if (status == CLI_DONE)
        status = start_session(run, name);
    if (status != CLI_DONE)
        return status;
    if (!no_input)
        return cli_interview(run, true, earlier);
    run->done =
        rung_format(&run->arena, "session %s is saved", rung_session_info(run->session)->id);
    show_started(run);
    cli_tell_not_taken(run, run->role->questionnaire);
    return CLI_DONE;
}
