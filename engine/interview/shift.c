/* What a change of answers did to the questions. */
#include "interview/interview.h"

typedef enum movement { STAYS, GOES, COMES } movement;

static bool is_asked(rung_question_state state)
{
    return state == RUNG_ANSWERED || state == RUNG_UNANSWERED;
}

static movement movement_of(rung_question_state before, rung_question_state after)
{
    if (after == RUNG_NOT_ASKED && before != RUNG_NOT_ASKED)
        return GOES;
    return is_asked(after) && !is_asked(before) ? COMES : STAYS;
}

static int64_t total_of(const rung_question_state *states, size_t count)
{
    rung_progress progress = {0};
    for (size_t q = 0; q < count; q++) {
        progress.open += is_asked(states[q]);
        progress.undecided += states[q] == RUNG_UNDECIDED;
    }
    return (int64_t)rung_interview_total(&progress);
}

/* True if every question of the section moved in that way, or was so already. */
static bool whole(const rung_section *section, const rung_sheet *after, movement way)
{
    for (size_t q = section->first; q < section->first + section->count; q++)
        if (way == GOES ? after->states[q] != RUNG_NOT_ASKED : !is_asked(after->states[q]))
            return false;
    return true;
}

rung_shift rung_interview_shift(const rung_question_state *before, const rung_sheet *after)
{
    const rung_questionnaire *content = after->questionnaire;
    size_t count = content->question_count, last = RUNG_NO_QUESTION, section = RUNG_NO_QUESTION;
    rung_shift shift = {.question = RUNG_NO_QUESTION, .section = RUNG_NO_QUESTION};
    bool together = true;
    for (size_t q = 0; q < count; q++) {
        movement way = movement_of(before[q], after->states[q]);
        if (way == STAYS)
            continue;
        shift.gone += way == GOES;
        shift.come += way == COMES;
        together =
            together && (last == RUNG_NO_QUESTION || content->questions[q].section == section);
        section = content->questions[q].section;
        last = q;
    }
    shift.more = total_of(after->states, count) - total_of(before, count);
    if (shift.gone + shift.come == 1)
        shift.question = last;
    else if (together && last != RUNG_NO_QUESTION && !(shift.gone && shift.come) &&
             whole(&content->sections[section], after, shift.gone ? GOES : COMES))
        shift.section = section;
    return shift;
}
