#include "report/build.h"

#include <math.h>
#include <stdlib.h>

/* Sorting key of what is in place. */
struct ranked {
    size_t requirement;
    int importance;
    rung_need need;
};

static int more_important_first(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    if (a->importance != b->importance)
        return b->importance - a->importance;
    if (a->need != b->need)
        return (int)b->need - (int)a->need;
    return a->requirement < b->requirement ? -1 : 1;
}

static void collect_in_place(report_build *build)
{
    RUNG_VEC(struct ranked) found = {0};
    for (size_t i = 0; i < build->rules->requirement_count; i++) {
        const rung_requirement_score *score = &build->aim->requirements[i];
        if (score->applies && score->target > 0 && score->gap.high <= 0)
            rung_push(build->arena, &found,
                      ((struct ranked){i, build->rules->requirements[i].importance, score->need}));
    }
    if (found.count)
        qsort(found.at, found.count, sizeof *found.at, more_important_first);
    for (size_t i = 0; i < found.count; i++)
        rung_push(build->arena, &build->in_place, found.at[i].requirement);
}

static void collect_gaps(report_build *build)
{
    size_t count;
    const size_t *gaps =
        rung_gaps_at(build->arena, build->aim, build->rules->requirement_count, &count);
    for (size_t i = 0; i < count; i++) {
        bool sure = build->aim->requirements[gaps[i]].gap.low > 0;
        rung_push(build->arena, sure ? &build->missing : &build->open, gaps[i]);
    }
}

static void collect(report_build *build)
{
    if (build->aim->blocked)
        return;
    collect_in_place(build);
    collect_gaps(build);
}

report_build *report_build_new(rung_arena *arena, const rung_scorecard *card,
                               const rung_report_subject *subject)
{
    report_build *build = rung_new(arena, report_build);
    *build = (report_build){
        .arena = arena,
        .card = card,
        .subject = subject,
        .rules = card->role->rules,
        .aim = card->aim,
        .document = rung_new(arena, report_document),
    };
    build->document->arena = arena;
    build->document->language = card->role->questionnaire->language;
    collect(build);
    report_find_actions(build);
    return build;
}

report_build *report_build_at(const report_build *build, size_t rung)
{
    report_build *other = rung_new(build->arena, report_build);
    *other = *build;
    other->aim = &build->card->ladder[rung];
    other->in_place = other->missing = other->open = (report_ids){0};
    collect(other);
    return other;
}

size_t report_asked_for(const report_build *build)
{
    return build->in_place.count + build->missing.count + build->open.count;
}

const char *report_titles(report_build *build, const report_ids *requirements, size_t most)
{
    const char **titles = rung_new_array(build->arena, const char *, requirements->count);
    for (size_t i = 0; i < requirements->count; i++)
        titles[i] = build->rules->requirements[requirements->at[i]].title;
    return report_list(build->arena, titles, requirements->count, most);
}

const char *report_level_text(const rung_requirement *requirement, double level)
{
    size_t index = (size_t)floor(level + RUNG_EPSILON);
    return index < RUNG_COUNT(requirement->levels) ? requirement->levels[index] : NULL;
}

const char *report_level(report_build *build, const rung_requirement *requirement, double level)
{
    const char *number = report_level_number(build->arena, level);
    const char *text = report_level_text(requirement, level);
    return text ? report_fill(build->arena, WORD_LEVEL_WITH_TEXT, number, text) : number;
}

bool report_undecided(const report_build *build, const rung_rung_score *score)
{
    return score->blocked ||
           (score->verdict_high == 0 && score->verdict_low + 1 == build->rules->verdict_count &&
            score->verdict_low > 0);
}

const rung_rung *report_target(const report_build *build)
{
    return build->card->target_known ? &build->rules->rungs[build->card->target] : NULL;
}
