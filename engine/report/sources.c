/* Where the report comes from: the source document, what in it is judgement, what the answers can
 * carry, and which content it was made with. */
#include "report/build.h"

#include <string.h>

enum { SECTIONS_SHOWN = 12, JUDGEMENTS_SHOWN = 6, DIGEST_SHOWN = 12 };

/* Requirements that ask for something; all of them where that is not known yet. */
static bool counts(const report_build *build, size_t requirement)
{
    const rung_requirement_score *score = &build->aim->requirements[requirement];
    return build->aim->blocked || (score->applies && score->target > 0);
}

static void add_source(report_build *build, report_pairs *pairs)
{
    const rung_rules *rules = build->rules;
    if (!rules->source_title)
        return;
    const char *title = rules->source_edition
                            ? report_fill(build->arena, WORD_SOURCE_EDITION, rules->source_title,
                                          rules->source_edition)
                            : rules->source_title;
    report_add_pair(build->document, pairs, report_words(WORD_SOURCE), title);
}

static bool among(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static void add_sections(report_build *build, report_pairs *pairs)
{
    const rung_rules *rules = build->rules;
    const char *names[SECTIONS_SHOWN];
    size_t count = 0;
    for (size_t i = 0; i < rules->requirement_count && count < SECTIONS_SHOWN; i++) {
        const char *source = rules->requirements[i].source;
        if (source && counts(build, i) && !among(names, count, source))
            names[count++] = source;
    }
    if (count)
        report_add_pair(build->document, pairs, report_words(WORD_SECTIONS),
                        report_list(build->arena, names, count, SECTIONS_SHOWN));
}

static void add_basis(report_build *build, report_pairs *pairs)
{
    const rung_rules *rules = build->rules;
    report_ids judged = {0};
    size_t all = 0;
    for (size_t i = 0; i < rules->requirement_count; i++) {
        if (!counts(build, i))
            continue;
        all++;
        if (!rules->requirements[i].documented)
            rung_push(build->arena, &judged, i);
    }
    if (all > judged.count)
        report_add_pair(
            build->document, pairs, report_words(WORD_DOCUMENTED),
            report_fill_count_with(build->arena, WORD_DOCUMENTED_OF, all,
                                   report_number_word(build->arena, all - judged.count)));
    if (judged.count)
        report_add_pair(build->document, pairs, report_words(WORD_JUDGEMENT),
                        report_titles(build, &judged, JUDGEMENTS_SHOWN));
}

static void add_evidence(report_build *build, report_pairs *pairs)
{
    size_t rated = 0, all = 0;
    for (size_t i = 0; i < build->rules->requirement_count; i++) {
        all += counts(build, i);
        rated += counts(build, i) &&
                 build->rules->requirements[i].evidence == 1u << RUNG_EVIDENCE_SELF_RATING;
    }
    if (all)
        report_add_pair(build->document, pairs, report_words(WORD_EVIDENCE),
                        rated ? report_fill_count(build->arena, WORD_EVIDENCE_RATED, rated)
                              : report_words(WORD_EVIDENCE_PROVED));
}

/* Answers that are stored and do not count, because their questions are not asked any more. */
static void add_kept(report_build *build, report_pairs *pairs, const rung_answers *answers)
{
    const rung_questionnaire *questionnaire = build->card->role->questionnaire;
    size_t kept = 0;
    for (size_t i = 0; i < questionnaire->question_count; i++)
        kept +=
            rung_answers_get(answers, i)->given && build->card->sheet->states[i] == RUNG_NOT_ASKED;
    if (kept)
        report_add_pair(build->document, pairs, report_words(WORD_KEPT),
                        report_fill_count(build->arena, WORD_KEPT_ANSWERS, kept));
}

static void add_content(report_build *build, report_pairs *pairs)
{
    const rung_digest *digests[] = {&build->card->role->questionnaire->digest,
                                    &build->rules->digest};
    const char *shown[RUNG_COUNT(digests)];
    for (size_t i = 0; i < RUNG_COUNT(digests); i++)
        shown[i] = rung_format(build->arena, "%.*s", DIGEST_SHOWN, digests[i]->hex);
    report_add_pair(build->document, pairs, report_words(WORD_CONTENT),
                    report_fill(build->arena, WORD_CONTENT_DIGESTS, shown[0], shown[1]));
}

void report_build_sources(report_build *build, const rung_answers *answers)
{
    report_pairs pairs = {0};
    add_source(build, &pairs);
    add_sections(build, &pairs);
    add_basis(build, &pairs);
    add_evidence(build, &pairs);
    add_kept(build, &pairs, answers);
    if (build->subject->redacted)
        report_add_pair(build->document, &pairs, report_words(WORD_LEFT_OUT),
                        report_words(WORD_LEFT_OUT_WHAT));
    add_content(build, &pairs);
    report_add(build->document, REPORT_HEADING, report_words(WORD_SOURCES));
    report_add(build->document, REPORT_TEXT, report_words(WORD_GUIDANCE));
    report_add(build->document, REPORT_PAIRS, NULL)->pairs = pairs;
}

void report_build_problems(report_build *build)
{
    if (build->card->problem_count == 0)
        return;
    report_add(build->document, REPORT_HEADING, report_words(WORD_PROBLEMS));
    report_add(build->document, REPORT_TEXT, report_words(WORD_PROBLEMS_INTRO));
    report_block *block = report_add(build->document, REPORT_ITEMS, NULL);
    for (size_t i = 0; i < build->card->problem_count; i++) {
        const rung_problem *problem = &build->card->problems[i];
        report_item *item = report_add_item(build->document, block, problem->where);
        item->text = rung_eval_error_text(problem->error);
    }
}
