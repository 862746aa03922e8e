/* Plans in bulk, for brute.py: a case a line in, what the engine says of it a line out.
 *
 *     {"questionnaire": FILE, "rules": FILE, "answers": {…}, "requests": [{"rung": 0, "goal":
 * "verdict", "by": "time", "tracks": 2, "months": 6, "budget": 100, "done": [0, 3], "beside":
 * true}, …]}
 *
 * `months`, `budget` and `done` may be missing; `beside`: the frontier and the alternatives too.
 * Exits with 3 if a line cannot be done. */
#include "content/support.h"
#include "json/json.h"
#include "plan/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct line {
    rung_arena arena;
    rung_source source;
    const rung_datum *asked;
    test_load load;
    bool done;
};

static bool write_out(void *ctx, const char *bytes, size_t size)
{
    return fwrite(bytes, 1, size, ctx) == size;
}

/* --- In -------------------------------------------------------------------------------------- */

static rung_plan_request read_request(rung_arena *arena, const rung_rules *rules,
                                      const rung_datum *asked)
{
    const rung_datum *months = rung_datum_get(asked, "months");
    const rung_datum *budget = rung_datum_get(asked, "budget");
    const rung_datum *done = rung_datum_get(asked, "done");
    const rung_datum *work = rung_datum_get(asked, "work");
    rung_plan_request request = {
        .rung = (size_t)rung_datum_get(asked, "rung")->integer,
        .tracks = (size_t)rung_datum_get(asked, "tracks")->integer,
        .work = work ? (size_t)work->integer : 0,
        .has_months = months != NULL,
        .has_budget = budget != NULL,
        .months = months ? (int)months->integer : 0,
        .budget = !budget                          ? 0
                  : budget->kind == RUNG_DATUM_INT ? (double)budget->integer
                                                   : budget->real,
    };
    if (!rung_plan_find_goal(rung_datum_get(asked, "goal")->text, &request.goal) ||
        !rung_plan_find_objective(rung_datum_get(asked, "by")->text, &request.by))
        abort();
    bool *recorded = rung_new_array(arena, bool, rules->action_count);
    for (size_t i = 0; done && i < done->list.count; i++)
        recorded[done->list.items[i]->integer] = true;
    request.done = recorded;
    return request;
}

static const rung_scorecard *read_card(struct line *line)
{
    rung_answers *answers;
    rung_diagnostics diagnostics;
    rung_memory memory = rung_arena_memory(&line->arena);
    rung_diagnostics_init(&diagnostics, &line->arena);
    if (rung_answers_new(&answers, &memory, line->load.role->questionnaire) != RUNG_OK ||
        rung_answers_from_datum(answers, rung_datum_get(line->asked, "answers"), &diagnostics) !=
            RUNG_OK)
        return NULL;
    const rung_sheet *sheet = rung_sheet_new(&line->arena, answers);
    return rung_scorecard_new(&line->arena, line->load.role, sheet);
}

/* --- Out ------------------------------------------------------------------------------------- */

static void write_list(rung_json *json, const char *key, rung_plan_list list)
{
    rung_json_key(json, key);
    rung_json_array(json);
    for (size_t i = 0; i < list.count; i++)
        rung_json_int(json, (int64_t)list.at[i]);
    rung_json_end_array(json);
}

static void write_number(rung_json *json, const char *key, double value)
{
    rung_json_key(json, key);
    rung_json_double(json, value);
}

static void write_flag(rung_json *json, const char *key, bool value)
{
    rung_json_key(json, key);
    rung_json_bool(json, value);
}

static void write_figures(rung_json *json, const rung_plan_figures *figures)
{
    write_number(json, "months-low", figures->months_low);
    write_number(json, "months", figures->months_high);
    write_number(json, "cost-low", figures->cost_low);
    write_number(json, "cost", figures->cost_high);
}

static void write_standing(rung_json *json, const char *key, const rung_standing *standing)
{
    rung_json_key(json, key);
    rung_json_object(json);
    write_number(json, "score", standing->score);
    write_number(json, "gap", standing->essential_gap);
    write_number(json, "verdict", (double)standing->verdict);
    rung_json_end_object(json);
}

static void write_step(rung_json *json, const rung_plan_step *step)
{
    rung_json_object(json);
    write_number(json, "action", (double)step->action);
    write_number(json, "start", step->start);
    write_list(json, "closes", step->closes);
    write_list(json, "lifts", step->lifts);
    write_list(json, "needed-by", step->needed_by);
    write_list(json, "remains", step->remains);
    write_standing(json, "without", &step->without);
    write_flag(json, "reached-without", step->reached_without);
    rung_json_end_object(json);
}

static void write_moment(rung_json *json, const rung_plan_moment *moment)
{
    rung_json_object(json);
    write_number(json, "month", moment->month);
    write_standing(json, "standing", &moment->standing);
    write_list(json, "ended", moment->ended);
    rung_json_end_object(json);
}

static void write_plan(rung_json *json, const rung_plan *plan)
{
    write_flag(json, "blocked", plan->blocked);
    write_list(json, "questions", plan->questions);
    if (plan->blocked)
        return;
    write_flag(json, "reached", plan->reached);
    write_flag(json, "optimal", plan->optimal);
    write_flag(json, "impossible", plan->impossible);
    write_number(json, "bound", plan->bound);
    write_number(json, "score-bound", plan->score_bound);
    write_standing(json, "now", &plan->now);
    write_standing(json, "after", &plan->after);
    write_figures(json, &plan->figures);
    write_list(json, "left", plan->left);
    rung_json_key(json, "steps");
    rung_json_array(json);
    for (size_t i = 0; i < plan->step_count; i++)
        write_step(json, &plan->steps[i]);
    rung_json_end_array(json);
    rung_json_key(json, "moments");
    rung_json_array(json);
    for (size_t i = 0; i < plan->moment_count; i++)
        write_moment(json, &plan->moments[i]);
    rung_json_end_array(json);
}

static void write_choice(rung_json *json, const rung_plan_choice *choice)
{
    write_list(json, "actions", choice->actions);
    write_flag(json, "optimal", choice->optimal);
    write_figures(json, &choice->figures);
}

static void write_frontier(rung_json *json, const rung_plan_frontier *frontier)
{
    write_flag(json, "complete", frontier->complete);
    rung_json_key(json, "frontier");
    rung_json_array(json);
    for (size_t i = 0; i < frontier->count; i++) {
        rung_json_object(json);
        write_choice(json, &frontier->choices[i]);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

static void write_alternatives(rung_json *json, const rung_plan_alternatives *alternatives)
{
    write_list(json, "musts", alternatives->musts);
    rung_json_key(json, "alternatives");
    rung_json_array(json);
    for (size_t i = 0; i < alternatives->count; i++) {
        rung_json_object(json);
        write_number(json, "without", (double)alternatives->at[i].without);
        write_list(json, "other", alternatives->at[i].other);
        write_choice(json, &alternatives->at[i].choice);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}

static void write_answer(struct line *line, const rung_scorecard *card, const rung_datum *asked,
                         rung_json *json)
{
    rung_arena *arena = &line->arena;
    const rung_datum *beside = rung_datum_get(asked, "beside");
    rung_plan_request request = read_request(arena, line->load.role->rules, asked);
    const rung_plan *plan = rung_plan_new(arena, card, &request);
    rung_json_object(json);
    write_plan(json, plan);
    if (beside && beside->boolean) {
        rung_plan_frontier frontier = rung_plan_find_frontier(arena, card, &request);
        rung_plan_alternatives others = rung_plan_find_alternatives(arena, card, plan);
        write_frontier(json, &frontier);
        write_alternatives(json, &others);
    }
    rung_json_end_object(json);
}

/* --- Lines ----------------------------------------------------------------------------------- */

static void read_line(void *ctx)
{
    struct line *line = ctx;
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &line->arena);
    line->asked = rung_json_read(&line->arena, &line->source, &diagnostics);
}

static void answer_line(void *ctx)
{
    struct line *line = ctx;
    rung_json json;
    rung_sink sink = {.write = write_out, .ctx = stdout};
    const rung_scorecard *card = read_card(line);
    const rung_datum *requests = rung_datum_get(line->asked, "requests");
    if (!card)
        return;
    rung_json_init(&json, &sink, 0);
    rung_json_array(&json);
    for (size_t i = 0; i < requests->list.count; i++)
        write_answer(line, card, requests->list.items[i], &json);
    rung_json_end_array(&json);
    rung_print(&sink, "\n");
    line->done = !sink.failed;
}

static rung_source open_file(const struct line *line, const char *key)
{
    const char *path = rung_datum_get(line->asked, key)->text.at;
    return (rung_source){path, test_read(path)};
}

static bool do_line(const char *text, size_t size)
{
    struct line line = {.source = {"case", {text, size}}};
    if (rung_guard(&line.arena, read_line, &line) != RUNG_OK || !line.asked)
        return false;
    line.load.questionnaire = open_file(&line, "questionnaire");
    line.load.rules = open_file(&line, "rules");
    test_load_role(&line.load);
    if (line.load.status == RUNG_OK && rung_guard(&line.arena, answer_line, &line) != RUNG_OK)
        line.done = false;
    test_release(&line.load);
    test_drop(line.load.questionnaire.text);
    test_drop(line.load.rules.text);
    rung_arena_release(&line.arena);
    return line.done;
}

int main(void)
{
    char *text = NULL;
    size_t room = 0;
    ssize_t size;
    bool good = true;
    while (good && (size = getline(&text, &room, stdin)) > 0)
        good = do_line(text, (size_t)size);
    free(text);
    return good ? 0 : 3;
}
