/* Self-ratings that are worth a second look: named with the answers concerned, and never scored. */
#include "report/build.h"
#include "report/machine.h"

enum { LOOKS_IN_FULL = 3, TITLES_IN_SENTENCE = 4, QUESTIONS_NAMED = 8 };

static const rung_question *question_at(const report_build *build, size_t q)
{
    return &build->card->role->questionnaire->questions[q];
}

/* What was said, of the questions that looks are about. */
static const char *said(report_build *build, size_t q)
{
    const rung_question *question = question_at(build, q);
    rung_cell cell = build->card->sheet->cells[q].cell;
    if (build->card->sheet->states[q] != RUNG_ANSWERED)
        return report_words(WORD_RATINGS_OPEN);
    return report_answer(build->arena, question, (rung_answer){.given = true, .value = cell});
}

static void add_said(report_build *build, report_item *item, report_word key, report_word form,
                     const size_t *ids, size_t count)
{
    report_pair *pair = report_add_pair(build->document, &item->pairs, report_words(key), NULL);
    for (size_t i = 0; i < count; i++) {
        const rung_question *question = question_at(build, ids[i]);
        report_add_value(
            build->document, pair,
            report_fill(build->arena, form, said(build, ids[i]), question->id, question->ask));
    }
}

static const char *same_level(report_build *build, const rung_look *look)
{
    const rung_scale *scale = question_at(build, look->ratings[0])->scale;
    rung_cell cell = build->card->sheet->cells[look->ratings[0]].cell;
    return report_fill(
        build->arena, WORD_RATINGS_SAME, rung_format(build->arena, "%lld", (long long)cell.i),
        rung_format(build->arena, "%lld", (long long)scale->values[0].value),
        rung_format(build->arena, "%lld", (long long)scale->values[scale->count - 1].value),
        rung_format(build->arena, "%zu", look->rating_count));
}

static void add_same_level(report_build *build, report_block *block, const rung_look *look)
{
    const char **ids = rung_new_array(build->arena, const char *, look->rating_count);
    for (size_t i = 0; i < look->rating_count; i++)
        ids[i] = question_at(build, look->ratings[i])->id;
    report_item *item = report_add_item(build->document, block, same_level(build, look));
    item->text = report_words(WORD_RATINGS_SAME_TEXT);
    report_add_pair(build->document, &item->pairs, report_words(WORD_RATINGS_QUESTIONS),
                    report_list(build->arena, ids, look->rating_count, QUESTIONS_NAMED));
}

static void add_disagreement(report_build *build, report_block *block, const rung_look *look)
{
    const rung_requirement *requirement = &build->rules->requirements[look->requirement];
    report_item *item = report_add_item(build->document, block, requirement->title);
    item->text =
        report_fill(build->arena, WORD_RATINGS_DISAGREE, report_decimal(build->arena, look->points),
                    report_decimal(build->arena, look->most));
    add_said(build, item, WORD_RATINGS_RATED, WORD_RATINGS_SAID, look->ratings, look->rating_count);
    add_said(build, item, WORD_RATINGS_TESTED, WORD_RATINGS_ASKED, look->others, look->other_count);
}

static void add_not_shown(report_build *build, report_block *block, const rung_look *look)
{
    const rung_requirement *requirement = &build->rules->requirements[look->requirement];
    report_item *item = report_add_item(build->document, block, requirement->title);
    item->text = report_words(WORD_RATINGS_NOT_SHOWN);
    add_said(build, item, WORD_RATINGS_RATED, WORD_RATINGS_SAID, look->ratings, look->rating_count);
    add_said(build, item, WORD_RATINGS_COULD_SHOW, WORD_RATINGS_ASKED, look->others,
             look->other_count);
}

static void (*const adders[RUNG_LOOK_COUNT])(report_build *build, report_block *block,
                                             const rung_look *look) = {
    [RUNG_LOOK_SAME_LEVEL] = add_same_level,
    [RUNG_LOOK_TESTS_DISAGREE] = add_disagreement,
    [RUNG_LOOK_NOT_SHOWN] = add_not_shown,
};

/* Those that have a card of their own; what is left is counted. */
static void add_cards(report_build *build, const rung_look *looks, size_t count)
{
    report_block *block = NULL;
    size_t cards = 0, left = 0;
    for (size_t i = 0; i < count; i++)
        cards += adders[looks[i].kind] != NULL;
    for (size_t i = 0; i < cards; i++) {
        if (i >= LOOKS_IN_FULL && cards > LOOKS_IN_FULL + 1) {
            left = cards - i;
            break;
        }
        if (!block)
            block = report_add(build->document, REPORT_ITEMS, NULL);
        adders[looks[i].kind](build, block, &looks[i]);
    }
    if (left)
        report_add(build->document, REPORT_TEXT,
                   report_fill_count(build->arena, WORD_RATINGS_MORE, left));
}

/* Nothing that was answered, so it is said once for all of them. */
static void add_words_alone(report_build *build, const rung_look *looks, size_t count)
{
    report_ids alone = {0};
    for (size_t i = 0; i < count; i++)
        if (looks[i].kind == RUNG_LOOK_WORD_ALONE)
            rung_push(build->arena, &alone, looks[i].requirement);
    if (alone.count)
        report_add(build->document, REPORT_TEXT,
                   report_fill_count_with(build->arena, WORD_RATINGS_ALONE, alone.count,
                                          report_titles(build, &alone, TITLES_IN_SENTENCE)));
}

void report_build_ratings(report_build *build)
{
    size_t count;
    const rung_look *looks = rung_look_at_ratings(build->arena, build->card, &count);
    if (count == 0)
        return;
    report_add(build->document, REPORT_HEADING, report_words(WORD_RATINGS));
    const char *intro = report_words(WORD_RATINGS_INTRO);
    if (adders[looks[0].kind])
        intro = report_fill(build->arena, WORD_SENTENCES, intro, report_words(WORD_RATINGS_READ));
    report_add(build->document, REPORT_TEXT, intro);
    add_cards(build, looks, count);
    add_words_alone(build, looks, count);
}

/* --- For programs ---------------------------------------------------------------------------- */
static void write_answer(rung_json *json, rung_arena *arena, const rung_scorecard *card, size_t q)
{
    const rung_question *question = &card->role->questionnaire->questions[q];
    rung_answer answer = {.given = true, .value = card->sheet->cells[q].cell};
    rung_json_object(json);
    report_field(json, "question", question->id);
    rung_json_key(json, "answer");
    if (card->sheet->states[q] == RUNG_ANSWERED)
        rung_json_string(json, rung_answer_write(arena, question, answer));
    else
        rung_json_null(json);
    rung_json_end_object(json);
}

static void write_answers(rung_json *json, const char *key, rung_arena *arena,
                          const rung_scorecard *card, const size_t *questions, size_t count)
{
    report_begin_array(json, key);
    for (size_t i = 0; i < count; i++)
        write_answer(json, arena, card, questions[i]);
    rung_json_end_array(json);
}

void report_write_ratings(rung_json *json, rung_arena *arena, const rung_scorecard *card)
{
    size_t count;
    const rung_look *looks = rung_look_at_ratings(arena, card, &count);
    report_begin_array(json, "self-rating");
    for (size_t i = 0; i < count; i++) {
        const rung_look *look = &looks[i];
        rung_json_object(json);
        report_field(json, "look", rung_look_name(look->kind));
        if (look->requirement != SIZE_MAX)
            report_field(json, "requirement",
                         card->role->rules->requirements[look->requirement].id);
        write_answers(json, "ratings", arena, card, look->ratings, look->rating_count);
        write_answers(json, "others", arena, card, look->others, look->other_count);
        if (look->kind == RUNG_LOOK_TESTS_DISAGREE) {
            report_number_field(json, "points", look->points);
            report_number_field(json, "of", look->most);
        }
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}
