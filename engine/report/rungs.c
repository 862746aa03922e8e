/* All rungs side by side: which one a person is ready for today, and what the next one asks for
 * first. What is said is worked out once, as facts; text and JSON are written from these. */
#include "report/build.h"
#include "report/machine.h"
#include "report/text_render.h"

#include <math.h>

enum { NAMES_AT_A_RUNG = 3, NAMES_IN_SENTENCE = 3, GAPS_OF_NEXT = 3 };

#define NO_RUNG SIZE_MAX

typedef struct rungs_view {
    report_build **at;   /* one for each rung, as if it were aimed at */
    size_t ready;        /* the highest rung with the best verdict for sure, or NO_RUNG */
    report_ids possible; /* those above it that may have it */
    size_t next; /* the one to work for, or NO_RUNG: there is none above, or it is too early */
    bool early;  /* nothing is known: every verdict is possible at every rung */
} rungs_view;

/* --- Facts ----------------------------------------------------------------------------------- */
static report_ids possible_rungs(const report_build *build, size_t ready)
{
    report_ids ids = {0};
    for (size_t i = ready == NO_RUNG ? 0 : ready + 1; i < build->rules->rung_count; i++)
        if (!build->card->ladder[i].blocked && build->card->ladder[i].verdict_high == 0)
            rung_push(build->arena, &ids, i);
    return ids;
}

static bool all_undecided(const report_build *build)
{
    for (size_t i = 0; i < build->rules->rung_count; i++)
        if (!report_undecided(build, &build->card->ladder[i]))
            return false;
    return true;
}

static size_t next_rung(const report_build *build, const rungs_view *view)
{
    if (view->early)
        return NO_RUNG;
    if (view->ready == NO_RUNG)
        return report_nearest_rung(build);
    return view->ready + 1 < build->rules->rung_count ? view->ready + 1 : NO_RUNG;
}

static rungs_view look_at(report_build *build)
{
    size_t count = build->rules->rung_count;
    rungs_view view = {.at = rung_new_array(build->arena, report_build *, count)};
    for (size_t i = 0; i < count; i++)
        view.at[i] = report_build_at(build, i);
    view.ready = report_rung_reached(build);
    view.possible = possible_rungs(build, view.ready);
    view.early = all_undecided(build);
    view.next = next_rung(build, &view);
    return view;
}

static report_ids essentials_of(const report_build *at, const report_ids *ids)
{
    report_ids essentials = {0};
    for (size_t i = 0; i < ids->count; i++)
        if (at->aim->requirements[ids->at[i]].need == RUNG_ESSENTIAL)
            rung_push(at->arena, &essentials, ids->at[i]);
    return essentials;
}

/* --- For people ------------------------------------------------------------------------------ */
static const char *join(report_build *build, const char *story, const char *sentence)
{
    return report_fill(build->arena, WORD_SENTENCES, story, sentence);
}

/* Which rung the person is ready for. */
static const char *ready_sentence(report_build *build, const rungs_view *view)
{
    rung_arena *arena = build->arena;
    const rung_rung *rungs = build->rules->rungs;
    if (view->ready != NO_RUNG)
        return report_fill(arena, WORD_RUNGS_READY, rungs[view->ready].title,
                           rung_report_range(arena, build->card->ladder[view->ready].score, false),
                           build->rules->verdicts[0].title);
    return report_fill(arena,
                       view->possible.count == 0 ? WORD_RUNGS_NOT_READY : WORD_RUNGS_NOT_SURE,
                       build->rules->verdicts[0].title);
}

/* What the next rung asks for first: essentials, if some are missing there. */
static const char *asks_sentence(report_build *at)
{
    bool sure = at->missing.count > 0;
    const report_ids *gaps = sure ? &at->missing : &at->open;
    report_ids essentials = essentials_of(at, gaps);
    return report_fill(at->arena, sure ? WORD_RUNGS_ASKS : WORD_RUNGS_ASKS_OPEN,
                       report_titles(at, essentials.count ? &essentials : gaps, NAMES_IN_SENTENCE));
}

static const char *next_sentence(report_build *build, const rungs_view *view)
{
    const char *title = build->rules->rungs[view->next].title;
    report_word lead = view->ready == NO_RUNG ? WORD_RUNGS_NEAREST : WORD_RUNGS_NEXT;
    return join(build, report_fill(build->arena, lead, title), asks_sentence(view->at[view->next]));
}

/* "Baker and Master baker" */
static const char *possible_titles(report_build *build, const rungs_view *view)
{
    const char **titles = rung_new_array(build->arena, const char *, view->possible.count);
    for (size_t i = 0; i < view->possible.count; i++)
        titles[i] = build->rules->rungs[view->possible.at[i]].title;
    return report_list(build->arena, titles, view->possible.count, NAMES_IN_SENTENCE);
}

static const char *rungs_story(report_build *build, const rungs_view *view)
{
    if (view->early)
        return report_fill(build->arena, WORD_RUNGS_EARLY, build->rules->verdicts[0].title,
                           build->rules->verdicts[build->rules->verdict_count - 1].title);
    const char *story = ready_sentence(build, view);
    if (view->possible.count)
        story = join(build, story,
                     report_fill(build->arena, WORD_RUNGS_POSSIBLE, possible_titles(build, view)));
    return join(build, story,
                view->next == NO_RUNG ? report_words(WORD_RUNGS_TOP) : next_sentence(build, view));
}

/* "2 of 9: A and B; not known yet: C and D" */
static const char *essentials_words(report_build *at)
{
    rung_arena *arena = at->arena;
    report_ids missing = essentials_of(at, &at->missing), open = essentials_of(at, &at->open);
    report_ids in_place = essentials_of(at, &at->in_place);
    size_t all = missing.count + open.count + in_place.count;
    if (at->aim->blocked)
        return report_words(WORD_NOT_KNOWN);
    const char *of = rung_format(arena, "%zu", all);
    const char *words =
        missing.count ? report_fill(arena, WORD_SOME_OF, rung_format(arena, "%zu", missing.count),
                                    of, report_titles(at, &missing, NAMES_AT_A_RUNG))
                      : report_fill(arena, WORD_RUNGS_NONE_OF, of);
    if (open.count == 0)
        return words;
    return report_fill_count_with(arena, WORD_RUNGS_OPEN, open.count, words);
}

static void add_essentials(report_build *build, const rungs_view *view)
{
    report_add(build->document, REPORT_HEADING, report_words(WORD_RUNGS_ESSENTIALS));
    report_pairs *pairs = &report_add(build->document, REPORT_PAIRS, NULL)->pairs;
    for (size_t i = build->rules->rung_count; i-- > 0;)
        report_add_pair(build->document, pairs, build->rules->rungs[i].title,
                        essentials_words(view->at[i]));
}

/* Why points are ranges although no question is open. */
static void add_unasked(report_build *build)
{
    for (size_t i = 0; build->card->complete && i < build->rules->rung_count; i++) {
        rung_range score = build->card->ladder[i].score;
        if (score.high - score.low <= RUNG_EPSILON)
            continue;
        report_add(build->document, REPORT_TEXT, report_words(WORD_RUNGS_UNASKED));
        return;
    }
}

static void add_next(report_build *build, const rungs_view *view)
{
    if (view->next == NO_RUNG || view->at[view->next]->missing.count == 0)
        return;
    report_add(build->document, REPORT_HEADING,
               report_fill(build->arena, WORD_RUNGS_FIRST, build->rules->rungs[view->next].title));
    report_build_gap_levels(view->at[view->next], GAPS_OF_NEXT);
}

static void add_blocked(report_build *build)
{
    report_build_story(build);
    report_build_overview(build);
}

static bool ladder_blocked(const report_build *build)
{
    return build->rules->rung_count == 0 || build->card->ladder[0].blocked;
}

void rung_report_ladder(rung_arena *arena, const rung_scorecard *scorecard,
                        const rung_report_subject *subject, const rung_text_style *style,
                        rung_sink *sink)
{
    report_build *build = report_build_new(arena, scorecard, subject);
    rungs_view view = look_at(build);
    report_build_headline(build, WORD_RUNGS_TITLE);
    if (ladder_blocked(build)) {
        add_blocked(build);
    } else {
        report_add(build->document, REPORT_STORY, rungs_story(build, &view));
        report_add_ladder(build);
        add_unasked(build);
        add_essentials(build, &view);
        add_next(build, &view);
    }
    report_render_text(arena, build->document, style, sink);
}

/* --- For programs ---------------------------------------------------------------------------- */
static void rung_field(rung_json *json, const char *key, const rung_rules *rules, size_t rung)
{
    report_field(json, key, rung == NO_RUNG ? "" : rules->rungs[rung].id);
}

static void write_ids(rung_json *json, const char *key, const rung_rules *rules,
                      const report_ids *ids)
{
    report_begin_array(json, key);
    for (size_t i = 0; i < ids->count; i++)
        rung_json_string(json, rules->requirements[ids->at[i]].id);
    rung_json_end_array(json);
}

/* null where there is no pay; what is not known of it is left out. */
static void write_pay(rung_json *json, const rung_rung *rung)
{
    rung_json_key(json, "pay");
    if (!rung->has_pay) {
        rung_json_null(json);
        return;
    }
    rung_json_object(json);
    report_field(json, "currency", rung->currency);
    if (!isnan(rung->pay_median))
        report_number_field(json, "median", rung->pay_median);
    if (!isnan(rung->pay_average))
        report_number_field(json, "average", rung->pay_average);
    rung_json_end_object(json);
}

static void write_rung(rung_json *json, report_build *at, size_t rung)
{
    report_ids missing = essentials_of(at, &at->missing), open = essentials_of(at, &at->open);
    report_ids in_place = essentials_of(at, &at->in_place);
    rung_json_object(json);
    rung_field(json, "rung", at->rules, rung);
    report_field(json, "title", at->rules->rungs[rung].title);
    report_range_field(json, "score", at->aim->score);
    report_verdict_field(json, "verdict", at->rules, at->aim->verdict_low, at->aim->verdict_high);
    write_pay(json, &at->rules->rungs[rung]);
    rung_json_key(json, "essentials");
    rung_json_object(json);
    write_ids(json, "missing", at->rules, &missing);
    write_ids(json, "unknown", at->rules, &open);
    write_ids(json, "in-place", at->rules, &in_place);
    rung_json_end_object(json);
    write_ids(json, "missing", at->rules, &at->missing);
    write_ids(json, "unknown", at->rules, &at->open);
    rung_json_end_object(json);
}

static void write_first(rung_json *json, const report_build *build, const rungs_view *view)
{
    report_begin_array(json, "next-asks-first");
    const report_build *at = view->next == NO_RUNG ? NULL : view->at[view->next];
    for (size_t i = 0; at && i < at->missing.count && i < GAPS_OF_NEXT; i++)
        report_write_requirement(json, build->rules, &build->rules->requirements[at->missing.at[i]],
                                 &at->aim->requirements[at->missing.at[i]]);
    rung_json_end_array(json);
}

void rung_report_ladder_json(rung_arena *arena, const rung_scorecard *scorecard,
                             const rung_report_subject *subject, int indent, rung_sink *sink)
{
    report_build *build = report_build_new(arena, scorecard, subject);
    rungs_view view = look_at(build);
    rung_json json;
    rung_json_init(&json, sink, indent);
    rung_json_object(&json);
    report_field(&json, "format", "rung-ladder/1");
    report_write_role(&json, build->rules);
    report_write_session(&json, subject, scorecard->complete);
    rung_field(&json, "target", build->rules,
               scorecard->target_known ? scorecard->target : NO_RUNG);
    rung_field(&json, "ready", build->rules, view.ready);
    report_begin_array(&json, "possible");
    for (size_t i = 0; i < view.possible.count; i++)
        rung_json_string(&json, build->rules->rungs[view.possible.at[i]].id);
    rung_json_end_array(&json);
    rung_field(&json, "next", build->rules, view.next);
    write_first(&json, build, &view);
    report_begin_array(&json, "ladder");
    for (size_t i = 0; i < build->rules->rung_count; i++)
        write_rung(&json, view.at[i], i);
    rung_json_end_array(&json);
    report_write_questions(&json, "blocked-by", scorecard, scorecard->blocking,
                           scorecard->blocking_count);
    rung_json_end_object(&json);
}
