/* Where an interview stands. */
#include "interview/interview.h"

static bool is_asked(const rung_sheet *sheet, size_t question)
{
    return sheet->states[question] == RUNG_ANSWERED || sheet->states[question] == RUNG_UNANSWERED;
}

size_t rung_interview_next(const rung_sheet *sheet, const bool *skipped)
{
    for (size_t q = 0; q < sheet->questionnaire->question_count; q++)
        if (sheet->states[q] == RUNG_UNANSWERED && !skipped[q])
            return q;
    return RUNG_NO_QUESTION;
}

size_t rung_interview_back(const rung_sheet *sheet, size_t question)
{
    size_t q = question == RUNG_NO_QUESTION ? sheet->questionnaire->question_count : question;
    while (q-- > 0)
        if (is_asked(sheet, q))
            return q;
    return RUNG_NO_QUESTION;
}

rung_progress rung_interview_progress(const rung_sheet *sheet, const bool *skipped)
{
    rung_progress progress = {0};
    for (size_t q = 0; q < sheet->questionnaire->question_count; q++) {
        bool open = sheet->states[q] == RUNG_UNANSWERED;
        progress.answered += sheet->states[q] == RUNG_ANSWERED;
        progress.skipped += open && skipped[q];
        progress.open += open && !skipped[q];
        progress.undecided += sheet->states[q] == RUNG_UNDECIDED;
    }
    return progress;
}

size_t rung_interview_total(const rung_progress *progress)
{
    /* Of those that are not decided yet, experience says, about half come. */
    return progress->answered + progress->skipped + progress->open + (progress->undecided + 1) / 2;
}
