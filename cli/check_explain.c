#include "check_explain.h"

#include "catalogue.h"
#include "feeds.h"
#include "page.h"
#include "show.h"

#include <string.h>

/* --- Requirements ---------------------------------------------------------------------------- */
/* "a, b, c": the ids of a set. */
static const char *ids_of(rung_arena *arena, const rung_questionnaire *questionnaire,
                          const bool *set)
{
    const char *out = "";
    for (size_t q = 0; q < questionnaire->question_count; q++)
        if (set[q])
            out =
                rung_format(arena, "%s%s%s", out, *out ? ", " : "", questionnaire->questions[q].id);
    return out;
}

/* "years (number, fact), asked if background == "desk"" */
static const char *question_text(rung_arena *arena, const rung_questionnaire *questionnaire,
                                 const rung_question *question)
{
    const char *evidence = rung_evidence_name(question->evidence);
    const char *condition = cli_condition_text(arena, questionnaire, question);
    return rung_format(arena, "%s (%s%s%s)%s%s", question->id,
                       rung_question_type_name(question->type), *evidence ? ", " : "", evidence,
                       condition ? ", asked if " : "", condition ? condition : "");
}

static void show_questions(cli *run, const rung_questionnaire *questionnaire, const bool *set)
{
    const char *lead = "      fed by     ";
    size_t shown = 0;
    for (size_t q = 0; q < questionnaire->question_count; q++)
        if (set[q])
            cli_item(run, CLI_NORMAL, shown++ > 0 ? "                 " : lead,
                     question_text(&run->arena, questionnaire, &questionnaire->questions[q]));
    if (shown == 0)
        cli_item(run, CLI_NORMAL, lead, "no question");
}

/* "course to 3, mentor to 2" */
static const char *raised_by(rung_arena *arena, const rung_rules *rules, size_t requirement)
{
    char level[RUNG_NUMBER_SIZE];
    const char *out = "";
    for (size_t a = 0; a < rules->action_count; a++) {
        const rung_action *action = &rules->actions[a];
        for (size_t i = 0; i < action->raises_count; i++) {
            if (action->raises[i].requirement != requirement)
                continue;
            rung_number_format(action->raises[i].level, level);
            out = rung_format(arena, "%s%s%s to %s", out, *out ? ", " : "", action->id, level);
        }
    }
    return *out ? out : "no action";
}

static void show_requirement(cli *run, const rung_role *role, size_t index)
{
    rung_arena *arena = &run->arena;
    const rung_requirement *one = &role->rules->requirements[index];
    cli_feeds feeds = cli_feeds_of(arena, role, one);
    const char *behind = ids_of(arena, role->questionnaire, feeds.behind);
    const char *asked = ids_of(arena, role->questionnaire, feeds.asked);
    cli_item(run, CLI_BOLD, "  ", rung_format(arena, "%s: %s", one->id, one->title));
    cli_item(run, CLI_NORMAL, "      asks for   ", cli_asked_text(arena, role, one));
    if (*asked)
        cli_item(run, CLI_NORMAL, "      decided by ", asked);
    show_questions(run, role->questionnaire, feeds.level);
    if (*behind)
        cli_item(run, CLI_NORMAL, "      through    ", behind);
    cli_item(run, CLI_NORMAL, "      raised by  ", raised_by(arena, role->rules, index));
}

/* --- Questions ------------------------------------------------------------------------------- */
/* What is said of one question: "gives the aim; feeds a, b; in note c". */
typedef struct uses {
    rung_arena *arena;
    const char *text;
    const char *verb; /* what the ids that come next are; NULL once it is said */
} uses;

static void add_use(uses *out, bool is_used, const char *id)
{
    if (!is_used)
        return;
    const char *gap = out->verb ? (*out->text ? "; " : "") : ", ";
    const char *verb = out->verb ? out->verb : "";
    out->text = rung_format(out->arena, "%s%s%s%s", out->text, gap, verb, id);
    out->verb = NULL;
}

static void add_requirements(uses *out, const rung_rules *rules, size_t q)
{
    out->verb = "feeds ";
    for (size_t i = 0; i < rules->requirement_count; i++)
        add_use(out, rung_program_reads(rules->requirements[i].attained, (uint32_t)q),
                rules->requirements[i].id);
    out->verb = "decides what is asked for in ";
    for (size_t i = 0; i < rules->requirement_count; i++)
        add_use(out, cli_requirement_asks_by(&rules->requirements[i], q),
                rules->requirements[i].id);
}

static const char *uses_of(rung_arena *arena, const rung_role *role, size_t q)
{
    const rung_rules *rules = role->rules;
    uses out = {arena, rung_program_reads(rules->target, (uint32_t)q) ? "gives the aim" : "", NULL};
    add_requirements(&out, rules, q);
    out.verb = "decides whether to ask ";
    for (size_t i = q + 1; i < role->questionnaire->question_count; i++)
        add_use(&out, cli_condition_reads(role->questionnaire, i, q),
                role->questionnaire->questions[i].id);
    out.verb = "in action ";
    for (size_t i = 0; i < rules->action_count; i++)
        add_use(&out, cli_action_reads(&rules->actions[i], q), rules->actions[i].id);
    out.verb = "in note ";
    for (size_t i = 0; i < rules->note_count; i++)
        add_use(&out, cli_note_reads(&rules->notes[i], q), rules->notes[i].id);
    return out.text;
}

static void show_uses(cli *run, const rung_role *role)
{
    const rung_questionnaire *questionnaire = role->questionnaire;
    for (size_t q = 0; q < questionnaire->question_count; q++) {
        const rung_question *question = &questionnaire->questions[q];
        const char *text = uses_of(&run->arena, role, q);
        if (!*text)
            text = question->type == RUNG_QUESTION_TEXT ? "kept, never scored" : "used by nothing";
        cli_item(run, CLI_NORMAL, "  ", rung_format(&run->arena, "%s: %s", question->id, text));
    }
}

/* --- Roles ----------------------------------------------------------------------------------- */
static void show_role(cli *run, const rung_role *role)
{
    const rung_rules *rules = role->rules;
    cli_item(run, CLI_BOLD, "", rung_format(&run->arena, "%s (%s)", rules->title, rules->id));
    cli_say(run, "Each requirement with the questions that feed it, through which others these are "
                 "asked, and the actions that raise it; then each question with what uses it.");
    for (size_t d = 0; d < rules->dimension_count; d++) {
        cli_heading(run, rung_format(&run->arena, "Requirements: %s", rules->dimensions[d].title));
        for (size_t i = 0; i < rules->requirement_count; i++)
            if (rules->requirements[i].dimension == d)
                show_requirement(run, role, i);
    }
    cli_heading(run, "Questions");
    show_uses(run, role);
}

typedef struct explain {
    cli *run;
    rung_json *json;   /* NULL: for people */
    cli_folders shown; /* ids of the roles that were */
} explain;

/* The role that is loaded, unless it was shown before. */
static void explain_role(explain *all)
{
    cli *run = all->run;
    const char *id = run->role->rules->id;
    for (size_t i = 0; i < all->shown.list.count; i++)
        if (strcmp(all->shown.list.at[i], id) == 0)
            return;
    if (all->json) {
        cli_role_explain_json(run, all->json, run->role);
    } else {
        if (all->shown.list.count > 0)
            cli_blank(run);
        show_role(run, run->role);
    }
    rung_push(&run->arena, &all->shown.list, rung_copy(&run->arena, rung_text_of(id)));
}

/* Rules are a role; for a questionnaire it is the rules of its id beside it. */
static cli_status load_file(cli *run, const char *path)
{
    rung_source *source;
    rung_file_head head = {0};
    rung_diagnostics diagnostics; /* left to the loading, which tells all */
    rung_diagnostics_init(&diagnostics, &run->arena);
    cli_status status = cli_read_content(run, path, &source);
    if (status != CLI_DONE)
        return status;
    rung_status read = rung_file_head_read(&run->arena, source, &diagnostics, &head);
    if (read == RUNG_NO_MEMORY)
        rung_out_of_memory(&run->arena);
    if (read == RUNG_OK && head.kind == RUNG_FILE_QUESTIONNAIRE && head.id)
        path = rung_format(&run->arena, "%s/rules/%s.yaml", cli_folder_above(&run->arena, path),
                           head.id);
    return cli_load_rules(run, path, head.id ? head.id : path);
}

static cli_status explain_word(explain *all, const char *word)
{
    bool file = strchr(word, '/') || rung_text_ends(rung_text_of(word), RUNG_TEXT(".yaml"));
    cli_status status = file ? load_file(all->run, word) : cli_load_role(all->run, word);
    if (status == CLI_DONE)
        explain_role(all);
    return status;
}

/* What cannot be loaded is told, and the rest is explained all the same. */
static cli_status explain_words(explain *all)
{
    cli_status worst = CLI_DONE;
    for (size_t i = 0; i < all->run->word_count; i++) {
        cli_status status = explain_word(all, all->run->words[i]);
        worst = worst == CLI_DONE ? status : worst;
    }
    return worst;
}

static cli_status explain_offers(explain *all)
{
    cli_offers offers;
    cli_status worst = cli_find_offers(all->run, &offers);
    for (size_t i = 0; worst == CLI_DONE && i < offers.list.count; i++)
        if (!offers.list.at[i].problem)
            worst = explain_word(all, offers.list.at[i].id);
    return worst;
}

cli_status cli_check_explain(cli *run)
{
    const char *format = run->line.values[CLI_OPTION_FORMAT];
    bool for_programs =
        cli_has(&run->line, CLI_OPTION_JSON) || (format && strcmp(format, "json") == 0);
    rung_json json;
    explain all = {.run = run, .json = for_programs ? &json : NULL};
    if (for_programs) {
        rung_json_init(&json, &run->out, 2);
        rung_json_array(&json);
    }
    cli_status status = run->word_count > 0 ? explain_words(&all) : explain_offers(&all);
    if (for_programs) {
        rung_json_end_array(&json);
        cli_blank(run);
    }
    return status;
}
