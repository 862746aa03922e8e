/* What is not known yet. It is kept apart from what is missing, and names the questions that would
 * settle it. */
#include "report/build.h"

enum { UNKNOWN_IN_FULL = 8 };

/* The unanswered questions that decide a requirement's level: those that `attained` reads, and
 * those on which it depends whether these are asked. Each once, in no special order. */
static report_ids settling_questions(report_build *build, const rung_requirement *requirement)
{
    const rung_questionnaire *questionnaire = build->card->role->questionnaire;
    const rung_sheet *sheet = build->card->sheet;
    bool *wanted = rung_new_array(build->arena, bool, questionnaire->question_count);
    size_t count;
    const rung_use *uses = rung_program_uses(requirement->attained, &count);
    for (size_t i = 0; i < count; i++) {
        if (uses[i].variable >= questionnaire->question_count)
            continue;
        const rung_question *question = &questionnaire->questions[uses[i].variable];
        wanted[uses[i].variable] = true;
        for (size_t k = 0; k < question->asked_by_count; k++)
            wanted[question->asked_by[k]] = true;
    }
    report_ids ids = {0};
    for (size_t i = 0; i < questionnaire->question_count; i++)
        if (wanted[i] && sheet->states[i] == RUNG_UNANSWERED)
            rung_push(build->arena, &ids, i);
    return ids;
}

static const char *question_line(report_build *build, const report_ids *questions)
{
    if (questions->count == 0)
        return report_words(WORD_OPEN_UNSETTLED);
    const rung_questionnaire *questionnaire = build->card->role->questionnaire;
    const rung_question *first = &questionnaire->questions[questions->at[0]];
    if (questions->count == 1)
        return report_fill(build->arena, WORD_OPEN_QUESTION, first->ask, first->id);
    return report_fill_count_with(build->arena, WORD_OPEN_QUESTION_MORE, questions->count - 1,
                                  first->ask, first->id);
}

static void add_unknown(report_build *build, report_block *block, size_t place)
{
    size_t id = build->open.at[place];
    const rung_requirement *requirement = &build->rules->requirements[id];
    const rung_requirement_score *score = &build->aim->requirements[id];
    report_item *item = report_add_item(build->document, block, requirement->title);

    const char *loss = report_loss(build->arena, score->loss);
    item->number = build->missing.count + place + 1;
    item->aside =
        score->need == RUNG_ESSENTIAL ? report_fill(build->arena, WORD_OPEN_ESSENTIAL, loss) : loss;
    if (place < UNKNOWN_IN_FULL) {
        report_ids questions = settling_questions(build, requirement);
        item->text = question_line(build, &questions);
    }
}

/* How many questions of each section are open. */
static void add_sections(report_build *build)
{
    const rung_questionnaire *questionnaire = build->card->role->questionnaire;
    report_pairs pairs = {0};
    for (size_t i = 0; i < questionnaire->section_count; i++) {
        const rung_section *section = &questionnaire->sections[i];
        size_t open = 0, asked = 0;
        for (size_t q = section->first; q < section->first + section->count; q++) {
            rung_question_state state = build->card->sheet->states[q];
            open += state == RUNG_UNANSWERED;
            asked += state == RUNG_UNANSWERED || state == RUNG_ANSWERED;
        }
        if (open)
            report_add_pair(build->document, &pairs, section->title,
                            report_fill(build->arena, WORD_QUESTIONS_OF,
                                        rung_format(build->arena, "%zu", open),
                                        rung_format(build->arena, "%zu", asked)));
    }
    report_add(build->document, REPORT_HEADING, report_words(WORD_QUESTIONS));
    report_add(build->document, REPORT_PAIRS, NULL)->pairs = pairs;
}

void report_build_open(report_build *build)
{
    if (build->open.count) {
        report_add(build->document, REPORT_HEADING, report_words(WORD_NOT_KNOWN));
        report_add(build->document, REPORT_TEXT, report_words(WORD_OPEN_INTRO));
        if (build->missing.count == 0)
            report_build_gap_bars(build);
        report_block *block = report_add(build->document, REPORT_ITEMS, NULL);
        for (size_t i = 0; i < build->open.count; i++)
            add_unknown(build, block, i);
    }
    if (build->card->unanswered_count)
        add_sections(build);
}
