/* The head of a rules file: what it is about, its dimensions, its verdicts. */
#include "content/allow.h"
#include "content/expressions.h"
#include "content/role.h"
#include "content/survey.h"

#include <stddef.h>

/* --- Facts, dimensions, verdicts ------------------------------------------------------------- */

static const content_key fact_keys[] = {
    {"label", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_fact, label),
     .about = "What the fact is about."},
    {"value", RUNG_SHAPE_SCALAR, CONTENT_REQUIRED, .at = offsetof(rung_fact, value),
     .about = "The fact."},
    {"source", RUNG_SHAPE_TEXT, .at = offsetof(rung_fact, source),
     .about = "The section of the source document."},
};

static const content_table fact_table = {
    .noun = "a fact",
    .keys = fact_keys,
    .count = RUNG_COUNT(fact_keys),
    .size = sizeof(rung_fact),
};

static const content_key dimension_keys[] = {
    {"id", RUNG_SHAPE_ID, CONTENT_REQUIRED, .at = offsetof(rung_dimension, id),
     .about = "Requirements name it."},
    {"title", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_dimension, title),
     .about = "What the dimension is called."},
    {"weight", RUNG_SHAPE_NUMBER, CONTENT_REQUIRED | CONTENT_ABOVE,
     .at = offsetof(rung_dimension, weight), .most = 1e6,
     .about = "How much it counts beside the others."},
};

static const content_table dimension_table = {
    .noun = "a dimension",
    .keys = dimension_keys,
    .count = RUNG_COUNT(dimension_keys),
    .size = sizeof(rung_dimension),
    .kind = CONTENT_KIND_DIMENSION,
};

static void read_at_least(content_loader *loader, const content_key *key, const rung_datum *value,
                          void *at)
{
    rung_verdict *verdict = (rung_verdict *)((char *)at - key->at);
    verdict->has_at_least =
        content_number_within(loader, key->name, value, key->least, key->most, at);
}

static void read_essential_gap(content_loader *loader, const content_key *key,
                               const rung_datum *value, void *at)
{
    rung_verdict *verdict = (rung_verdict *)((char *)at - key->at);
    verdict->has_essential_gap =
        content_number_within(loader, key->name, value, key->least, key->most, at);
}

static const content_key verdict_keys[] = {
    {"id", RUNG_SHAPE_ID, CONTENT_REQUIRED, .at = offsetof(rung_verdict, id),
     .about = "Names the verdict in reports."},
    {"title", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_verdict, title),
     .about = "What a person is told."},
    {"at-least", RUNG_SHAPE_NUMBER, .at = offsetof(rung_verdict, at_least), .read = read_at_least,
     .most = 100, .about = "The score that it takes; without it any."},
    {"essential-gap", RUNG_SHAPE_NUMBER, .at = offsetof(rung_verdict, essential_gap),
     .read = read_essential_gap, .most = CONTENT_HIGHEST_LEVEL,
     .about = "The largest gap in an essential requirement that it allows; without it any."},
};

static const content_table verdict_table = {
    .noun = "a verdict",
    .keys = verdict_keys,
    .count = RUNG_COUNT(verdict_keys),
    .size = sizeof(rung_verdict),
    .kind = CONTENT_KIND_VERDICT,
    .span_at = offsetof(rung_verdict, span),
};

static void read_verdicts(content_loader *loader, const content_key *key, const rung_datum *value,
                          void *at)
{
    const rung_verdict *verdicts = content_read_items(loader, key->table, value);
    size_t count = value->list.count;
    content_set_list(key, at, verdicts, count);
    const rung_datum *last = value->list.items[count - 1];
    if (rung_datum_get(last, "at-least") || rung_datum_get(last, "essential-gap"))
        content_report(loader->diagnostics, LAST_VERDICT, content_place(last));
}

/* --- The source document --------------------------------------------------------------------- */

static const content_key source_keys[] = {
    {"title", RUNG_SHAPE_TEXT, .at = offsetof(rung_rules, source_title),
     .about = "What the document is called."},
    {"edition", RUNG_SHAPE_SCALAR, .at = offsetof(rung_rules, source_edition),
     .about = "Which edition of it."},
};

static const content_table source_table = {
    .noun = "a source",
    .keys = source_keys,
    .count = RUNG_COUNT(source_keys),
};

/* --- The file -------------------------------------------------------------------------------- */

static void read_questionnaire(content_loader *loader, const content_key *key,
                               const rung_datum *value, void *at)
{
    (void)at;
    const char *id = content_text(loader, key->name, value);
    const char *ours = loader->survey->head.id;
    if (!id || !ours || rung_text_is(value->text, ours))
        return;
    content_report(loader->diagnostics, OTHER_QUESTIONNAIRE, value->span,
                   content_shown(loader->arena, value->text), ours);
    loader->blind = true; /* expressions are about questions that are not here */
}

static void read_target(content_loader *loader, const content_key *key, const rung_datum *value,
                        void *at)
{
    const rung_program *program =
        content_compile(loader, key->name, value, &loader->scope, RUNG_WANT_STRING);
    if (!program)
        return;
    *(const rung_program **)at = program;
    if (rung_program_reads(program, (uint32_t)loader->survey->question_count)) {
        rung_span place = content_name_place(loader, value, RUNG_TEXT("rung"));
        content_report(loader->diagnostics, TARGET_BY_RUNG, place);
    }
    content_check_required(loader, key->name, value, program);
    const content_ids *rungs = &loader->ids[CONTENT_KIND_RUNG];
    if (!rungs->incomplete && rungs->list.count)
        content_check_strings(
            loader, key->name, value, program,
            &(content_wanted){"the id of a rung", rungs->list.at, rungs->list.count});
}

/* From here on expressions may name `rung`. */
static void add_rung_variable(content_loader *loader, const rung_rules *rules)
{
    content_survey *survey = loader->survey;
    rung_variable *variable = &survey->variables[survey->question_count];
    const content_ids *ids = &loader->ids[CONTENT_KIND_RUNG];
    *variable = (rung_variable){.name = RUNG_TEXT("rung"),
                                .kind = RUNG_VARIABLE_CHOICE,
                                .options = ids->list.at,
                                .option_count = rules->rung_count};
    bool broken = ids->incomplete || rules->rung_count == 0;
    content_names_set(loader->arena, &loader->broken, variable->name, broken ? variable : NULL);
    size_t count = survey->question_count + 1;
    loader->scope = (rung_scope){survey->variables, count, count, survey->by_name,
                                 survey->by_name ? survey->question_count : 0};
}

static void read_rungs(content_loader *loader, const content_key *key, const rung_datum *value,
                       void *at)
{
    rung_rules *rules = (rung_rules *)((char *)at - key->at);
    if (value->list.count > key->most_items) {
        content_report(loader->diagnostics, TOO_MANY, value->span, key->name, (int)key->most_items);
        return;
    }
    content_set_list(key, at, content_read_items(loader, key->table, value), value->list.count);
    add_rung_variable(loader, rules);
}

static void read_actions(content_loader *loader, const content_key *key, const rung_datum *value,
                         void *at)
{
    rung_action *actions = content_read_items(loader, key->table, value);
    content_set_list(key, at, actions, value->list.count);
    content_read_after(loader, value, actions);
}

#define LIST(field, count)                                                                         \
    .at = offsetof(rung_rules, field), .count_at = offsetof(rung_rules, count)

static const content_key rules_keys[] = {
    {"format", RUNG_SHAPE_WORD, CONTENT_REQUIRED, .read = content_read_later,
     .words = &content_rules_format, .about = "What the file is, and for which reader."},
    {"id", RUNG_SHAPE_ID, CONTENT_REQUIRED, .at = offsetof(rung_rules, id),
     .about = "The role's id: the name of the file without `.yaml`."},
    {"title", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_rules, title),
     .about = "What the role is called."},
    {"questionnaire", RUNG_SHAPE_NAME, CONTENT_REQUIRED, .read = read_questionnaire,
     .names = CONTENT_KIND_QUESTIONNAIRE, .about = "The one that asks about it."},
    {"source", RUNG_SHAPE_MAP, .table = &source_table,
     .about = "The document behind the requirements."},
    {"summary", RUNG_SHAPE_TEXT, .at = offsetof(rung_rules, summary), .about = "What the role is."},
    {"currency", RUNG_SHAPE_TEXT, .at = offsetof(rung_rules, currency),
     .about = "Of costs and, unless a rung says otherwise, of pay; such as `USD`."},
    {"allow", RUNG_SHAPE_ITEMS, CONTENT_BARE, .read = content_check_allow,
     .table = &content_allow_table,
     .about = "Warnings of `rung check` that are meant. A code alone is an item, too; then a "
              "warning asks for the reason."},
    {"facts", RUNG_SHAPE_ITEMS, LIST(facts, fact_count), .table = &fact_table,
     .about = "Figures to show beside the result; never scored."},
    {"rungs", RUNG_SHAPE_ITEMS, CONTENT_REQUIRED, LIST(rungs, rung_count), .read = read_rungs,
     .most_items = RUNG_EXPR_MAX_OPTIONS, .table = &content_rung_table,
     .about = "The ladder, lowest rung first."},
    {"target", RUNG_SHAPE_EXPRESSION, CONTENT_REQUIRED, .at = offsetof(rung_rules, target),
     .read = read_target, .about = "The id of the rung aimed at; over required questions."},
    {"dimensions", RUNG_SHAPE_ITEMS, CONTENT_REQUIRED, LIST(dimensions, dimension_count),
     .table = &dimension_table, .about = "What the score is made of."},
    {"verdicts", RUNG_SHAPE_ITEMS, CONTENT_REQUIRED, LIST(verdicts, verdict_count),
     .read = read_verdicts, .table = &verdict_table,
     .about = "What a score comes to, best first; the last has no conditions."},
    {"requirements", RUNG_SHAPE_ITEMS, CONTENT_REQUIRED, LIST(requirements, requirement_count),
     .table = &content_requirement_table, .about = "What the role asks for."},
    {"actions", RUNG_SHAPE_ITEMS, LIST(actions, action_count), .read = read_actions,
     .table = &content_action_table, .about = "What closes gaps."},
    {"specialisations", RUNG_SHAPE_ITEMS, LIST(specialisations, specialisation_count),
     .table = &content_specialisation_table, .about = "Directions that the role can take."},
    {"notes", RUNG_SHAPE_ITEMS, LIST(notes, note_count), .table = &content_note_table,
     .about = "Advice that is never scored."},
    {"time-to-entry", RUNG_SHAPE_ITEMS, LIST(times_to_entry, time_to_entry_count),
     .table = &content_time_to_entry_table,
     .about = "How long the document says that it takes until one is ready. A plan is told beside "
              "the first that holds; never scored."},
    {"related", RUNG_SHAPE_ITEMS, LIST(related, related_count), .table = &content_related_table,
     .about = "Other roles to look at."},
    {"examples", RUNG_SHAPE_ITEMS, LIST(examples, example_count), .table = &content_example_table,
     .about = "The content's own tests, run by `rung check`."},
};

#undef LIST

/* Pay is in the currency of the rules unless the rung has its own. */
static void finish_rules(content_loader *loader, const rung_datum *map, void *into)
{
    (void)loader;
    rung_rules *rules = into;
    const rung_datum *id = rung_datum_get(map, "id");
    rules->span = id ? id->span : content_place(map);
    rung_rung *rungs = (rung_rung *)rules->rungs;
    for (size_t i = 0; i < rules->rung_count; i++)
        if (!rungs[i].currency)
            rungs[i].currency = rules->currency;
}

const content_table content_rules_table = {
    .noun = "a rules file",
    .keys = rules_keys,
    .count = RUNG_COUNT(rules_keys),
    .size = sizeof(rung_rules),
    .finish = finish_rules,
};

rung_rules *content_read_rules(content_loader *loader, const rung_datum *root)
{
    if (!root || !content_check_format(loader, root, CONTENT_RULES_FORMAT))
        return NULL;
    rung_rules *rules = rung_new(loader->arena, rung_rules);
    loader->rules = rules;
    add_rung_variable(loader, rules);
    content_read_map(loader, &content_rules_table, root, rules);
    rules->variables = loader->scope.variables;
    return rules;
}
