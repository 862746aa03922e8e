/* The counterfactuals of answer sheets, for comparisons: one sheet and one line of JSON each.
 *
 * usage: test_changes QUESTIONNAIRE RULES SHEET...
 *
 * A sheet is a JSON object {question: value}. Out comes, at the rung aimed at,
 *     {"rung": id or null, "changes": {requirement: {...}}, "lift": {...}}
 * with the change for each requirement with a gap. Exits with 3 if something does not load. */
#include "content/support.h"
#include "counterfactual/counterfactual.h"
#include "json/json.h"

#include <stdio.h>
#include <string.h>

static bool write_out(void *ctx, const char *bytes, size_t size)
{
    return fwrite(bytes, 1, size, ctx) == size;
}

struct run {
    rung_arena arena;
    const rung_role *role;
    const char *sheet;
    bool good;
};

static void key_text(rung_json *json, const char *key, const char *value)
{
    rung_json_key(json, key);
    rung_json_string(json, value);
}

static void key_number(rung_json *json, const char *key, double value)
{
    rung_json_key(json, key);
    rung_json_double(json, value);
}

static void key_bool(rung_json *json, const char *key, bool value)
{
    rung_json_key(json, key);
    rung_json_bool(json, value);
}

static void write_change(rung_arena *arena, rung_json *json, const rung_role *role,
                         const rung_change *change)
{
    static const char *const ends[] = {"found", "none", "not-found"};
    rung_json_object(json);
    key_text(json, "end", ends[change->end]);
    key_bool(json, "smallest", change->smallest);
    key_number(json, "at-least", (double)change->at_least);
    key_number(json, "steps", change->steps);
    rung_json_key(json, "answers");
    rung_json_object(json);
    for (size_t i = 0; i < change->count; i++) {
        const rung_question *question =
            &role->questionnaire->questions[change->answers[i].question];
        key_text(json, question->id, rung_answer_write(arena, question, change->answers[i].answer));
    }
    rung_json_end_object(json);
    rung_json_end_object(json);
}

static void write_lift(rung_json *json, const rung_rules *rules, const rung_verdict_lift *lift)
{
    rung_json_object(json);
    key_number(json, "now", (double)lift->now);
    key_number(json, "then", (double)lift->then);
    key_number(json, "levels", lift->levels);
    key_number(json, "score", lift->score);
    key_bool(json, "cheapest", lift->cheapest);
    rung_json_key(json, "lifts");
    rung_json_object(json);
    for (size_t i = 0; i < lift->count; i++)
        key_number(json, rules->requirements[lift->lifts[i].requirement].id, lift->lifts[i].to);
    rung_json_end_object(json);
    rung_json_end_object(json);
}

static void write_all(rung_arena *arena, rung_json *json, const rung_scorecard *card,
                      const rung_answers *answers)
{
    const rung_rules *rules = card->role->rules;
    rung_json_key(json, "changes");
    rung_json_object(json);
    for (size_t i = 0; i < card->gap_count; i++) {
        rung_json_key(json, rules->requirements[card->gaps[i]].id);
        rung_change change = rung_change_for(arena, card, answers, card->target, card->gaps[i]);
        write_change(arena, json, card->role, &change);
    }
    rung_json_end_object(json);
    rung_verdict_lift lift = rung_verdict_lift_for(arena, rules, card->aim);
    rung_json_key(json, "lift");
    write_lift(json, rules, &lift);
}

static const rung_scorecard *score(struct run *run, rung_answers *answers)
{
    rung_diagnostics diagnostics;
    rung_source source = {"sheet", rung_text_of(run->sheet)};
    rung_diagnostics_init(&diagnostics, &run->arena);
    const rung_datum *map = rung_json_read(&run->arena, &source, &diagnostics);
    if (!map || rung_answers_from_datum(answers, map, &diagnostics) != RUNG_OK)
        return NULL;
    return rung_scorecard_new(&run->arena, run->role, rung_sheet_new(&run->arena, answers));
}

static void body(void *ctx)
{
    struct run *run = ctx;
    rung_sink sink = {.write = write_out, .ctx = stdout};
    rung_memory memory = rung_arena_memory(&run->arena);
    rung_answers *answers;
    rung_json json;
    if (rung_answers_new(&answers, &memory, run->role->questionnaire) != RUNG_OK)
        rung_out_of_memory(&run->arena);
    const rung_scorecard *card = score(run, answers);
    if (!card)
        return;
    rung_json_init(&json, &sink, 0);
    rung_json_object(&json);
    key_text(&json, "rung", card->aim->blocked ? NULL : run->role->rules->rungs[card->target].id);
    if (!card->aim->blocked)
        write_all(&run->arena, &json, card, answers);
    rung_json_end_object(&json);
    rung_print(&sink, "\n");
    run->good = true;
}

static bool one_sheet(const rung_role *role, const char *sheet)
{
    struct run run = {.role = role, .sheet = sheet};
    rung_status status = rung_guard(&run.arena, body, &run);
    rung_arena_release(&run.arena);
    return status == RUNG_OK && run.good;
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    test_load load = {.questionnaire = {argv[1], test_read(argv[1])},
                      .rules = {argv[2], test_read(argv[2])}};
    test_load_role(&load);
    bool good = load.status == RUNG_OK;
    for (int i = 3; good && i < argc; i++)
        good = one_sheet(load.role, argv[i]);
    test_release(&load);
    test_drop(load.questionnaire.text);
    test_drop(load.rules.text);
    return good ? 0 : 3;
}
