/* interview: which question comes next, and what a line that a person types means. It never
 * prints: callers get events and words.
 *
 * A question is open while it is asked, not answered, and not skipped. The interview goes through
 * open questions in file order; an edit re-decides what is asked. */
#ifndef RUNG_INTERVIEW_H
#define RUNG_INTERVIEW_H

#include "answers/answers.h"
#include "base/base.h"

#define RUNG_NO_QUESTION SIZE_MAX

/* The first open question in file order, or RUNG_NO_QUESTION: all is done. `skipped[q]` says that
 * the person chose to leave q unanswered. */
size_t rung_interview_next(const rung_sheet *sheet, const bool *skipped);
/* The nearest asked question before `question` (answered or not), or RUNG_NO_QUESTION. With
 * RUNG_NO_QUESTION it is the last asked one. */
size_t rung_interview_back(const rung_sheet *sheet, size_t question);

/* The question that a person names: by its number among those asked (from 1), by its id, or, among
 * those asked, by an unambiguous start of its id or of a word of its text (case ignored).
 * RUNG_NO_QUESTION otherwise; `*fits` tells none from several. A whole id may be of a question that
 * is not asked. */
size_t rung_interview_find(const rung_sheet *sheet, rung_text where, size_t *fits);

/* Numbers for people: questions done and to come as far as is decided now. */
typedef struct rung_progress {
    size_t answered;  /* asked and answered */
    size_t skipped;   /* asked, skipped */
    size_t open;      /* asked, neither */
    size_t undecided; /* may still come */
} rung_progress;
rung_progress rung_interview_progress(const rung_sheet *sheet, const bool *skipped);
/* How many questions people are told of: those asked, and half of those that may still come. It is
 * exact once nothing is undecided. */
size_t rung_interview_total(const rung_progress *progress);

/* What a change of answers did to the questions: so that who sees other numbers than before can be
 * told why. */
typedef struct rung_shift {
    int64_t more;    /* how much rung_interview_total has grown; negative: shrunk */
    size_t gone;     /* were asked or might have come, and are not asked now */
    size_t come;     /* were not asked or might have come, and are asked now */
    size_t question; /* the only one of both kinds together, or RUNG_NO_QUESTION */
    size_t section;  /* all of both kinds are in it, and with them it went or came whole; or
                      * RUNG_NO_QUESTION */
} rung_shift;

/* `before`: the states of all questions of the questionnaire before the change. */
rung_shift rung_interview_shift(const rung_question_state *before, const rung_sheet *after);

typedef enum rung_line_kind {
    RUNG_LINE_EMPTY,
    RUNG_LINE_ANSWER,
    RUNG_LINE_COMMAND,    /* begins with ':' (or is "?"), see `command` */
    RUNG_LINE_NO_COMMAND, /* begins with ':' without being one, see `problem` */
    RUNG_LINE_BAD,        /* see `problem` */
} rung_line_kind;

/* The commands, in one table: rung_interview_commands. */
typedef enum rung_command {
    RUNG_COMMAND_HELP,
    RUNG_COMMAND_WHY,
    RUNG_COMMAND_BACK,
    RUNG_COMMAND_SKIP,
    RUNG_COMMAND_GOTO,
    RUNG_COMMAND_NOTE,
    RUNG_COMMAND_REVIEW,
    RUNG_COMMAND_STATUS,
    RUNG_COMMAND_QUIT,
    RUNG_COMMAND_COUNT,
} rung_command;

typedef struct rung_command_info {
    const char *name;     /* "goto" */
    const char *argument; /* "QUESTION", or NULL */
    const char *what;     /* "go to a question" */
} rung_command_info;
extern const rung_command_info rung_interview_commands[RUNG_COMMAND_COUNT];

typedef struct rung_line {
    rung_line_kind kind;
    rung_answer answer;   /* ANSWER */
    rung_command command; /* COMMAND */
    rung_text argument;   /* COMMAND: what follows the name, trimmed */
    const char *problem;  /* BAD: what would be good, the rest of a sentence, without a full stop;
                           * NO_COMMAND: sentences */
} rung_line;

/* What a typed line means at a question. An answer is given by the number of an option in the
 * order shown (1 is the first; a scale is shown with its values in front, and they are its
 * numbers), by id, or by an unambiguous start of a label or of a word in it (case ignored); several
 * for choices, with commas or blanks between, and "none" or "[]" for none of them. Yes-no: y, n,
 * yes, no, 1, 2. A number may have the unit of the question, or its start, behind it. A command may
 * be in capitals, and cut short while it is unambiguous (":st"). Text questions take the line as it
 * is, also one that begins with a command and goes on where that takes nothing (":quit is what I
 * said"); a line that begins with
 * "::" is the text from the second colon. Inside the arena's guard. */
rung_line rung_interview_read(rung_arena *arena, const rung_question *question, rung_text line);
/* The words as a text, whatever they begin with: ANSWER or BAD. The question is a text question. */
rung_line rung_interview_read_text(rung_arena *arena, const rung_question *question,
                                   rung_text words);

#endif
