/* What the documents of `rung explain` share, and what would close a gap. */
#include "report/explain.h"

#include <string.h>

/* --- Shared ---------------------------------------------------------------------------------- */
report_build *explain_begin(rung_arena *arena, const rung_scorecard *card, size_t rung,
                            const rung_report_subject *subject)
{
    report_build *build = report_build_new(arena, card, subject);
    bool aim = rung == RUNG_NO_RUNG || (card->target_known && rung == card->target);
    return aim ? build : report_build_at(build, rung);
}

const char *explain_rung_title(const report_build *build)
{
    return build->rules->rungs[build->aim->rung].title;
}

void explain_blocked(report_build *build)
{
    report_build_story(build);
    report_build_overview(build);
}

const char *explain_join(report_build *build, const char *first, const char *then)
{
    if (!*first || !*then)
        return *first ? first : then;
    return report_fill(build->arena, WORD_SENTENCES, first, then);
}

const double *explain_points(report_build *build)
{
    size_t count = build->rules->requirement_count;
    double *points = rung_new_array(build->arena, double, count + 1);
    bool *applies = rung_new_array(build->arena, bool, count + 1);
    for (size_t r = 0; r < count; r++)
        applies[r] = build->aim->requirements[r].applies;
    rung_requirement_points(build->arena, build->rules, applies, points);
    return points;
}

static const rung_traced *name_at(const rung_expression_trace *trace, uint32_t variable)
{
    for (size_t i = 0; i < trace->name_count; i++)
        if (trace->names[i].variable == variable)
            return &trace->names[i];
    return NULL;
}

const char *explain_filled(rung_arena *arena, const rung_expression_trace *trace)
{
    rung_text text = trace->whole.text;
    rung_memory *memory = rung_new(arena, rung_memory);
    *memory = rung_arena_memory(arena);
    rung_buffer out;
    size_t count, at = 0;
    const rung_name_place *places = rung_program_places(arena, trace->whole.program, &count);
    rung_buffer_init(&out, memory);
    for (size_t i = 0; i < count; i++) {
        const rung_traced *name = name_at(trace, places[i].variable);
        if (!name || name->worth.kind != RUNG_WORTH_VALUE)
            continue;
        rung_write(&out.sink, (rung_text){text.at + at, places[i].start - at});
        rung_report_worth(&out.sink, &name->worth);
        at = places[i].end;
    }
    rung_write(&out.sink, (rung_text){text.at + at, text.size - at});
    return rung_copy(arena, rung_buffer_text(&out));
}

const char *explain_place(report_build *build, rung_span span)
{
    rung_place place = rung_locate(span.source, span.start);
    return report_fill(build->arena, WORD_WHY_PLACE, span.source->name,
                       rung_format(build->arena, "%u", (unsigned)place.line));
}

/* --- A change of answers --------------------------------------------------------------------- */
/* What a good answer is to a question with right and wrong answers is not told before it is
 * answered. */
static bool gives_away(const rung_question *question, const rung_report_supposed *one)
{
    return !one->said && (question->evidence == RUNG_EVIDENCE_SCENARIO ||
                          question->evidence == RUNG_EVIDENCE_KNOWLEDGE);
}

static const char *said_or_none(const char *words)
{
    return words && *words ? words : report_words(WORD_WHAT_IF_NO_ANSWER);
}

static void add_answers(report_build *build, const rung_report_why *why)
{
    report_add(build->document, REPORT_TEXT,
               report_fill_count(build->arena, WORD_CHANGE_IF, why->change->count));
    report_block *block = report_add(build->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < why->change->count; i++) {
        const rung_report_supposed *one = &why->changes[i];
        const rung_question *question = &build->card->role->questionnaire->questions[one->question];
        report_item *item = report_add_item(build->document, block, question->ask);
        item->aside = question->id;
        report_add_pair(build->document, &item->pairs, report_words(WORD_WHAT_IF_NOW),
                        said_or_none(one->said));
        report_add_pair(build->document, &item->pairs, report_words(WORD_WHAT_IF_THEN),
                        gives_away(question, one) ? report_words(WORD_CHANGE_HIDDEN)
                                                  : said_or_none(one->supposed));
    }
    const char *smallest =
        report_words(why->change->smallest ? WORD_CHANGE_SMALLEST : WORD_CHANGE_PERHAPS);
    report_add(build->document, REPORT_TEXT,
               explain_join(build, smallest, report_words(WORD_CHANGE_HONEST)));
}

static const char *not_found(report_build *build, const rung_change *change)
{
    const char *words = report_words(WORD_CHANGE_NOT_FOUND);
    if (change->end == RUNG_CHANGE_NONE)
        return report_fill(build->arena, WORD_CHANGE_NONE, explain_rung_title(build));
    if (change->at_least < 2)
        return words;
    return report_fill_count_with(build->arena, WORD_CHANGE_NOT_FOUND_BELOW, change->at_least,
                                  words);
}

void explain_add_change(report_build *build, const rung_report_why *why)
{
    enum { ACTIONS = 3 };
    if (!why->change)
        return;
    report_add(build->document, REPORT_HEADING, report_words(WORD_CHANGE));
    if (why->change->end == RUNG_CHANGE_FOUND)
        add_answers(build, why);
    else
        report_add(build->document, REPORT_TEXT, not_found(build, why->change));
    if (why->trace->score->gap.low <= 0)
        return;
    report_block *block = report_add(build->document, REPORT_PAIRS, NULL);
    report_add_actions(build, &block->pairs, why->requirement, ACTIONS);
}
