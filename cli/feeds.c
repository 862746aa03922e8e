#include "feeds.h"

#include "page.h"

static bool reads(const rung_program *program, size_t question)
{
    return program && rung_program_reads(program, (uint32_t)question);
}

bool cli_requirement_asks_by(const rung_requirement *requirement, size_t question)
{
    return reads(requirement->when, question) || reads(requirement->target, question) ||
           reads(requirement->need, question);
}

bool cli_action_reads(const rung_action *action, size_t question)
{
    return reads(action->when, question) || reads(action->done_when, question);
}

bool cli_note_reads(const rung_note *note, size_t question)
{
    return reads(note->when, question);
}

static const rung_program *section_when(const rung_questionnaire *questionnaire,
                                        const rung_question *question)
{
    return questionnaire->sections[question->section].when;
}

bool cli_condition_reads(const rung_questionnaire *questionnaire, size_t asked, size_t question)
{
    const rung_question *one = &questionnaire->questions[asked];
    return reads(one->when, question) || reads(section_when(questionnaire, one), question);
}

const char *cli_condition_text(rung_arena *arena, const rung_questionnaire *questionnaire,
                               const rung_question *question)
{
    const rung_program *section = section_when(questionnaire, question), *own = question->when;
    if (!section && !own)
        return NULL;
    if (!section || !own)
        return cli_one_line(arena, rung_program_text(own ? own : section));
    return rung_format(arena, "(%s) && (%s)", cli_one_line(arena, rung_program_text(section)),
                       cli_one_line(arena, rung_program_text(own)));
}

cli_feeds cli_feeds_of(rung_arena *arena, const rung_role *role,
                       const rung_requirement *requirement)
{
    size_t count = role->questionnaire->question_count;
    bool *level = rung_new_array(arena, bool, count), *behind = rung_new_array(arena, bool, count);
    bool *asked = rung_new_array(arena, bool, count);
    for (size_t q = 0; q < count; q++) {
        level[q] = reads(requirement->attained, q);
        asked[q] = cli_requirement_asks_by(requirement, q);
    }
    for (size_t q = 0; q < count; q++) {
        const rung_question *question = &role->questionnaire->questions[q];
        for (size_t i = 0; level[q] && i < question->asked_by_count; i++)
            behind[question->asked_by[i]] |= !level[question->asked_by[i]];
    }
    return (cli_feeds){level, behind, asked};
}
