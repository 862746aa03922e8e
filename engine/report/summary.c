/* The first screen: who and what, the story in one sentence, and what follows from it. */
#include "report/build.h"

#include <math.h>

enum {
    NAMES_IN_STORY = 3,
    NAMES_IN_OVERVIEW = 3,
    STEPS_IN_OVERVIEW = 3,
};

void report_build_headline(report_build *build, report_word phrase)
{
    const rung_report_subject *subject = build->subject;
    const char *parts[] = {subject->name, subject->id,
                           subject->updated ? report_date(build->arena, subject->updated) : ""};
    const char *aside = NULL;
    for (size_t i = 0; i < RUNG_COUNT(parts); i++)
        if (parts[i] && *parts[i])
            aside = aside ? report_fill(build->arena, WORD_ASIDE, aside, parts[i]) : parts[i];
    const char *title = report_fill(build->arena, phrase, build->rules->title);
    report_add(build->document, REPORT_TITLE, title)->aside = aside;
}

void report_build_title(report_build *build)
{
    report_build_headline(build, WORD_TITLE);
}

static const char *verdict_title(const report_build *build, size_t verdict)
{
    return build->rules->verdicts[verdict].title;
}

/* Essentials whose gap, whatever is still open, is larger than `verdict` allows. */
static report_ids held_back_by(report_build *build, size_t verdict)
{
    const rung_verdict *wanted = &build->rules->verdicts[verdict];
    report_ids ids = {0};
    for (size_t i = 0; wanted->has_essential_gap && i < build->missing.count; i++) {
        size_t requirement = build->missing.at[i];
        const rung_requirement_score *score = &build->aim->requirements[requirement];
        if (score->need == RUNG_ESSENTIAL && score->gap.low > wanted->essential_gap + RUNG_EPSILON)
            rung_push(build->arena, &ids, requirement);
    }
    return ids;
}

/* How far the score is from the next better verdict, or what is left after the best one. */
static const char *distance_phrase(report_build *build)
{
    const rung_rung_score *aim = build->aim;
    size_t left = build->missing.count;
    if (aim->verdict_high > 0) {
        const rung_verdict *next = &build->rules->verdicts[aim->verdict_high - 1];
        double distance = ceil(next->at_least - aim->score.high - RUNG_EPSILON);
        if (!next->has_at_least || distance < 1 || aim->score.low < aim->score.high - RUNG_EPSILON)
            return "";
        return report_fill_count_with(build->arena, WORD_STORY_SHORT, (size_t)distance,
                                      next->title);
    }
    if (left)
        return report_fill_count(build->arena, WORD_STORY_REST, left);
    return build->open.count ? "" : report_words(WORD_STORY_WHOLE);
}

/* What keeps the verdict from being better, as the end of the sentence. */
static const char *held_back_phrase(report_build *build)
{
    const rung_rung_score *aim = build->aim;
    if (aim->verdict_high > aim->verdict_by_score_high) {
        report_ids essentials = held_back_by(build, aim->verdict_by_score_high);
        if (essentials.count)
            return report_fill_count_with(
                build->arena,
                aim->verdict_by_score_low > aim->verdict_by_score_high ? WORD_STORY_MAY_BE_HELD
                                                                       : WORD_STORY_HELD,
                essentials.count, report_titles(build, &essentials, NAMES_IN_STORY),
                verdict_title(build, aim->verdict_by_score_high));
    }
    return rung_is_decided(build->card) ? distance_phrase(build) : "";
}

static const char *score_phrase(report_build *build)
{
    const rung_rung_score *aim = build->aim;
    const char *score = rung_report_range(build->arena, aim->score, false);
    const char *rung = build->rules->rungs[aim->rung].title;
    const char *worst = verdict_title(build, aim->verdict_low);
    const char *best = verdict_title(build, aim->verdict_high);
    if (rung_is_decided(build->card))
        return report_fill(build->arena, WORD_STORY, worst, score, rung);
    return report_fill(build->arena,
                       report_undecided(build, aim) ? WORD_STORY_ANYTHING : WORD_STORY_RANGE, worst,
                       best, rung, score);
}

/* "14 questions are still open", and whether that matters; NULL if nothing is open. */
static const char *open_sentence(report_build *build)
{
    size_t count = build->card->unanswered_count;
    bool decided = rung_is_decided(build->card);
    if (count)
        return report_fill_count_with(build->arena, decided ? WORD_STORY_DECIDED : WORD_STORY_OPEN,
                                      count, rung_format(build->arena, "%zu", count));
    return build->open.count ? report_words(WORD_STORY_UNSETTLED) : NULL;
}

static const char *story(report_build *build)
{
    rung_arena *arena = build->arena;
    if (build->aim->blocked)
        return build->card->blocking_count
                   ? report_fill_count(arena, WORD_STORY_BLOCKED, build->card->blocking_count)
                   : report_words(WORD_STORY_NO_AIM);
    if (report_asked_for(build) == 0)
        return report_fill(arena, WORD_STORY_NOTHING, build->rules->rungs[build->aim->rung].title);
    const char *sentence = rung_format(arena, "%s%s", score_phrase(build), held_back_phrase(build));
    sentence = report_fill(arena, WORD_FULL_STOP, sentence);
    const char *open = open_sentence(build);
    return open ? report_fill(arena, WORD_SENTENCES, sentence, open) : sentence;
}

void report_build_story(report_build *build)
{
    report_add(build->document, REPORT_STORY, story(build));
}

/* --- The overview: what is there, what is missing, what comes next --------------------------- */
static void add_titles(report_build *build, report_pairs *pairs, report_word key,
                       const report_ids *ids)
{
    if (ids->count == 0)
        return;
    const char *count = rung_format(build->arena, "%zu", ids->count);
    const char *all = rung_format(build->arena, "%zu", report_asked_for(build));
    const char *titles = report_titles(build, ids, NAMES_IN_OVERVIEW);
    const char *value = ids->count == report_asked_for(build)
                            ? report_fill(build->arena, WORD_ALL_OF, all, titles)
                            : report_fill(build->arena, WORD_SOME_OF, count, all, titles);
    report_add_pair(build->document, pairs, report_words(key), value);
}

/* Gaps in which something is there already: what one has when nothing is complete. */
static report_ids begun(report_build *build)
{
    report_ids ids = {0};
    for (size_t i = 0; i < build->missing.count; i++)
        if (build->aim->requirements[build->missing.at[i]].attained.low > 0)
            rung_push(build->arena, &ids, build->missing.at[i]);
    return ids;
}

static void add_steps(report_build *build, report_pairs *pairs)
{
    rung_arena *arena = build->arena;
    RUNG_VEC(const char *) lines = {0};
    const rung_plan *plan = build->plan;
    size_t open = build->card->unanswered_count;
    if (open && build->aim->score.low < build->aim->score.high)
        rung_push(arena, &lines, report_fill_count(arena, WORD_ANSWER_OPEN, open));
    for (size_t i = 0; plan && i < plan->step_count && lines.count < STEPS_IN_OVERVIEW; i++)
        rung_push(arena, &lines,
                  report_action_line(build, &build->rules->actions[plan->steps[i].action]));
    if (lines.count == 0)
        return;
    report_word key = lines.count == 1 ? WORD_NEXT_STEP : WORD_NEXT_STEPS;
    report_pair *pair = report_add_pair(build->document, pairs, report_words(key), NULL);
    pair->ordered = true;
    for (size_t i = 0; i < lines.count; i++)
        report_add_value(build->document, pair, lines.at[i]);
}

static void add_blocking(report_build *build, report_pairs *pairs)
{
    const rung_questionnaire *questionnaire = build->card->role->questionnaire;
    if (build->card->blocking_count == 0)
        return;
    report_pair *pair =
        report_add_pair(build->document, pairs, report_words(WORD_ANSWER_FIRST), NULL);
    for (size_t i = 0; i < build->card->blocking_count; i++) {
        const rung_question *question = &questionnaire->questions[build->card->blocking[i]];
        report_add_value(
            build->document, pair,
            report_fill(build->arena, WORD_OPEN_QUESTION, question->ask, question->id));
    }
}

void report_build_overview(report_build *build)
{
    report_pairs pairs = {0};
    if (build->aim->blocked) {
        add_blocking(build, &pairs);
    } else {
        report_ids some = begun(build);
        add_titles(build, &pairs, WORD_IN_PLACE, &build->in_place);
        if (build->in_place.count == 0)
            add_titles(build, &pairs, WORD_BEGUN, &some);
        add_titles(build, &pairs, WORD_MISSING, &build->missing);
        add_titles(build, &pairs, WORD_NOT_KNOWN, &build->open);
        add_steps(build, &pairs);
    }
    if (pairs.count)
        report_add(build->document, REPORT_PAIRS, NULL)->pairs = pairs;
}
