/* interview_ui: a session's questions, asked on a terminal or read from a file of lines. */
#ifndef CLI_INTERVIEW_UI_H
#define CLI_INTERVIEW_UI_H

#include "cli.h"
#include "interview/interview.h"
#include "line_editor.h"

typedef enum cli_ui_step {
    CLI_UI_SHOW,      /* show the question, then read a line */
    CLI_UI_ASK_AGAIN, /* all is still on the screen: read a line */
    CLI_UI_REVIEW,    /* show the answers, then read a line */
    CLI_UI_NOTE,      /* read a note on the question on the screen */
    CLI_UI_LEAVE,     /* the person stops here */
    CLI_UI_FINISHED,  /* the result is wanted */
    CLI_UI_FAILED,    /* an answer could not be saved, and trying again is no use */
} cli_ui_step;

/* What the next line is read at. */
typedef enum cli_ui_place { CLI_UI_AT_QUESTION, CLI_UI_AT_REVIEW, CLI_UI_AT_NOTE } cli_ui_place;

typedef RUNG_VEC(const char *) cli_word_list;

/* One interview. `sheet` is of the answers as they are now, and lives in the turn. */
typedef struct cli_ui {
    cli *run;
    cli_editor *editor;
    rung_session *session;
    const rung_questionnaire *content;
    rung_arena *turn;
    const rung_sheet *sheet;
    const bool *skipped;
    cli_ui_place place;
    size_t at;     /* the question on the screen, or RUNG_NO_QUESTION: at the end */
    size_t chosen; /* the question asked for by :back, :goto, :review; or RUNG_NO_QUESTION */
    bool away;     /* at a question that was asked for, out of the order */
    bool quick;    /* the shortest way to a verdict is wanted */
    RUNG_VEC(size_t) trail; /* quick: the questions that were shown, in that order */
    size_t review_from;     /* the question with which the page of the review begins */
    size_t section;         /* whose title was shown last, or SIZE_MAX */
    cli_typed typed;        /* how the last line ended */
} cli_ui;

/* Goes through cli->session until it ends, one way or another. `notice` is shown behind the
 * welcome; or NULL. */
cli_status cli_interview(cli *cli, bool is_new, const char *notice);

/* --- Between the files of the interview ------------------------------------------------------ */
/* interview_show.c: what is on the screen. */
void cli_ui_welcome(cli_ui *ui, bool is_new);
void cli_ui_question(cli_ui *ui);
const char *cli_ui_prompt(cli_ui *ui); /* of the question on the screen */
void cli_ui_help(cli_ui *ui);
/* What the content says of an answer, where it waits with that until it is given. */
void cli_ui_after_answer(cli_ui *ui, size_t question, const rung_answer *answer);
/* An answer as a person reads it: labels, "Yes", "3 years". */
const char *cli_answer_text(cli *cli, const rung_question *question, const rung_answer *answer);

/* interview_status.c: where one stands. */
void cli_ui_status(cli_ui *ui);
/* Titles of requirements, at least one, in words: "A, B and 30 more". */
const char *cli_ui_titles(cli_ui *ui, const size_t *requirements, size_t count);

/* interview_why.c: what the question on the screen is for. */
void cli_ui_why(cli_ui *ui);

/* interview_progress.c: how far it is. */
/* "about 52": how many questions there are, as far as is decided. */
const char *cli_about_text(rung_arena *arena, const rung_progress *progress);
/* "Question 12 of about 52  ####......": of the question on the screen. */
const char *cli_ui_progress(cli_ui *ui);
/* Says why there are more or fewer questions than before, if there are. `before`: their states. */
void cli_ui_tell_changes(cli_ui *ui, const rung_question_state *before);

/* interview_quick.c: the shortest way to a verdict; nothing of it without ui->quick. */
void cli_quick_welcome(cli_ui *ui);
/* The question to ask next, or RUNG_NO_QUESTION: the verdict is decided, or nothing is left that
 * leads to one. */
size_t cli_quick_next(cli_ui *ui);
/* True at the end of the way while there are questions left. */
bool cli_quick_stops(cli_ui *ui);
cli_ui_step cli_quick_end(cli_ui *ui, cli_ui_step step);
/* "With people: 12 answered, at most 40 to come": of the question on the screen. */
const char *cli_quick_progress(cli_ui *ui);
/* Remembers that the question on the screen was shown. */
void cli_quick_shown(cli_ui *ui);
/* The question that was shown before the one on the screen, or RUNG_NO_QUESTION. */
size_t cli_quick_back(cli_ui *ui);
bool cli_quick_seen(const cli_ui *ui, size_t section);

/* interview_end.c: places that are no question. */
/* What a line leads to at a place that is no question. `empty` is what Enter means. */
cli_ui_step cli_ui_take(cli_ui *ui, rung_text typed, cli_ui_step empty);
/* One types "more" to go on. */
bool cli_ui_is_more(rung_text typed);
extern const rung_question cli_ui_going_on; /* of that: what Tab completes */
cli_ui_step cli_ui_end(cli_ui *ui, cli_ui_step step);
void cli_ui_result(cli_ui *ui);

/* interview_review.c: the table of the answers, page by page. */
cli_ui_step cli_ui_review(cli_ui *ui, cli_ui_step step);

/* interview_note.c: what the person remarks on a question. */
extern const rung_question cli_note_question; /* a note is a text like an answer to this */
cli_ui_step cli_ui_note(cli_ui *ui, rung_text argument);
cli_ui_step cli_ui_read_note(cli_ui *ui);
/* The note on the question on the screen, if there is one; `briefly`: the beginning of a long one.
 */
void cli_ui_show_note(cli_ui *ui, bool briefly);

/* interview_ui.c */
/* Says why `what` ("answer") was not stored, and what to do now. */
cli_ui_step cli_ui_not_stored(cli_ui *ui, const char *what, rung_status status);
/* A story is not typed twice: it stands at the next prompt, to be mended. */
void cli_ui_offer_again(cli_ui *ui, rung_text typed);
/* What is proposed as the answer to the open question on the screen, or NULL. */
const rung_proposal *cli_ui_proposal(const cli_ui *ui);
/* Empties the turn and works out what is asked now. */
void cli_ui_look_again(cli_ui *ui);
/* What Tab offers: answers to the question (NULL: none), commands, and where :goto can go. */
void cli_ui_offer_completions(cli_ui *ui, const rung_question *question);
/* Reads a line; false if there is none and the interview is over (see ui->typed). */
bool cli_ui_read(cli_ui *ui, const char *prompt, rung_text *out);
/* Goes to the question that a person names by its number or its id; says so if it cannot. */
cli_ui_step cli_ui_goto(cli_ui *ui, rung_text where);
cli_ui_step cli_ui_command(cli_ui *ui, const rung_line *line);
/* Number of a question among those asked, from 1. */
size_t cli_ui_number(const cli_ui *ui, size_t question);
bool cli_ui_is_asked(const cli_ui *ui, size_t question);

#endif
