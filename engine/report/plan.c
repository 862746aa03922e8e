/* The document of `rung plan`, and its formats. */
#include "report/explain.h"
#include "report/formats.h"
#include "report/markdown.h"
#include "report/plan_machine.h"
#include "report/plan_view.h"
#include "report/text_render.h"

#include <string.h>

/* --- The document ---------------------------------------------------------------------------- */
static void add_proof(const plan_view *view)
{
    report_build *build = view->build;
    report_add(build->document, REPORT_HEADING, report_words(WORD_PLAN_PROOF));
    const char *proof = report_plan_proof(view);
    if (view->plan->step_count)
        proof = explain_join(build, proof, report_words(WORD_PROOF_CAUTION));
    report_add(build->document, REPORT_TEXT, proof);
}

static void add_blocking(const plan_view *view)
{
    report_build *build = view->build;
    const rung_plan_list *questions = &view->plan->questions;
    report_pairs pairs = {0};
    if (questions->count == 0)
        return;
    report_pair *pair =
        report_add_pair(build->document, &pairs, report_words(WORD_ANSWER_FIRST), NULL);
    for (size_t i = 0; i < questions->count; i++) {
        const rung_question *question =
            &build->card->role->questionnaire->questions[questions->at[i]];
        report_add_value(
            build->document, pair,
            report_fill(build->arena, WORD_OPEN_QUESTION, question->ask, question->id));
    }
    report_add(build->document, REPORT_PAIRS, NULL)->pairs = pairs;
}

static void add_whole(const plan_view *view, const rung_report_plan *facts)
{
    report_build *build = view->build;
    const char *least = view->plan->step_count ? report_plan_least(view) : "";
    const char *more = explain_join(build, least, report_plan_open(view));
    const char *beside = report_plan_beside_entry(view);
    if (*more)
        report_add(build->document, REPORT_TEXT, more);
    if (*beside)
        report_add(build->document, REPORT_TEXT, beside);
    report_plan_add_progress(view);
    report_plan_add_timeline(view);
    report_plan_add_steps(view, true);
    report_plan_add_left(view);
    report_plan_add_moments(view);
    bool choice =
        view->plan->step_count || !view->plan->reached; /* else there is nothing to plan */
    if (facts->comparison && choice)
        report_plan_add_comparison(view, facts->comparison);
    if (facts->frontier && choice)
        report_plan_add_frontier(view, facts->frontier);
    if (facts->alternatives)
        report_plan_add_alternatives(view, facts->alternatives);
    add_proof(view);
    report_plan_add_again(view);
}

static const report_document *build_document(rung_arena *arena, const rung_report_plan *facts)
{
    plan_view view = {.plan = facts->plan};
    view.build = explain_begin(arena, facts->card, facts->plan->rung, facts->subject);
    report_build_headline(view.build, WORD_PLAN_TITLE);
    report_add(view.build->document, REPORT_STORY, report_plan_story(&view));
    if (facts->plan->blocked)
        add_blocking(&view);
    else
        add_whole(&view, facts);
    return view.build->document;
}

/* --- Formats --------------------------------------------------------------------------------- */
static void write_TEXT(rung_arena *arena, const rung_report_plan *facts, rung_sink *sink)
{
    report_render_text(arena, build_document(arena, facts), facts->style, sink);
}

static void write_MARKDOWN(rung_arena *arena, const rung_report_plan *facts, rung_sink *sink)
{
    report_render_markdown(arena, build_document(arena, facts), sink);
}

static void write_JSON(rung_arena *arena, const rung_report_plan *facts, rung_sink *sink)
{
    report_write_plan_document(arena, facts, sink);
}

static void write_CALENDAR(rung_arena *arena, const rung_report_plan *facts, rung_sink *sink)
{
    report_write_calendar(arena, facts, sink);
}

static const struct plan_format {
    const char *name, *suffixes;
    void (*write)(rung_arena *arena, const rung_report_plan *facts, rung_sink *sink);
} formats[RUNG_PLAN_FORMAT_COUNT] = {
#define FORMAT_ROW(id, name, suffixes) {name, suffixes, write_##id},
    RUNG_PLAN_FORMATS(FORMAT_ROW)
#undef FORMAT_ROW
};

rung_plan_format rung_plan_format_named(const char *name)
{
    size_t i = 0;
    while (i < RUNG_PLAN_FORMAT_COUNT && strcmp(formats[i].name, name) != 0)
        i++;
    return (rung_plan_format)i;
}

rung_plan_format rung_plan_format_of_path(const char *path)
{
    size_t i = 0;
    while (i < RUNG_PLAN_FORMAT_COUNT && !report_path_ends_in(path, formats[i].suffixes))
        i++;
    return (rung_plan_format)i;
}

void rung_report_plan_write(rung_arena *arena, rung_plan_format format,
                            const rung_report_plan *facts, rung_sink *sink)
{
    formats[format].write(arena, facts, sink);
}
