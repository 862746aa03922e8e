/* words: every fixed word of the reports for people, in one table.
 *
 * A phrase has one form, or two where it counts something: for one, and for any other number.
 * {0} to {9} stand for its arguments; where it counts, {0} is the number. Arguments are never
 * read for braces again, so content may hold any text. */
#ifndef RUNG_REPORT_WORDS_H
#define RUNG_REPORT_WORDS_H

#include "base/base.h"
#include "content/content.h"
#include "report/words_compare.h"
#include "report/words_explain.h"
#include "report/words_plan.h"

#define WORDS(X)                                                                                   \
    /* the story */                                                                                \
    X(TITLE, "{0}: how ready you are", NULL)                                                       \
    X(STORY, "{0}: you have {1} of 100 points for {2}", NULL)                                      \
    X(STORY_RANGE, "So far you are somewhere between “{0}” and “{1}” for {2}: {3} of 100 points",  \
      NULL)                                                                                        \
    X(STORY_ANYTHING,                                                                              \
      "So far everything from “{0}” to “{1}” is possible for {2}: {3} of 100 points", NULL)        \
    X(STORY_HELD, ", enough for “{2}”, but one essential holds you back – {1}",                    \
      ", enough for “{2}”, but {0} essentials hold you back – {1}")                                \
    X(STORY_MAY_BE_HELD, ", at best enough for “{2}”, but one essential holds you back – {1}",     \
      ", at best enough for “{2}”, but {0} essentials hold you back – {1}")                        \
    X(STORY_SHORT, ", {0} point short of “{1}”", ", {0} points short of “{1}”")                    \
    X(STORY_REST, ", with one gap left", ", with {0} gaps left")                                   \
    X(STORY_WHOLE, ", and nothing that is asked for is missing", NULL)                             \
    X(STORY_NOTHING, "{0} asks for nothing that these questions cover.", NULL)                     \
    X(STORY_BLOCKED,                                                                               \
      "It is too early for a score: what the job asks of you depends on a question that is still " \
      "open.",                                                                                     \
      "It is too early for a score: what the job asks of you depends on {0} questions that are "   \
      "still open.")                                                                               \
    X(STORY_NO_AIM,                                                                                \
      "There is no score: which rung you aim at could not be worked out from your answers.", NULL) \
    X(STORY_OPEN, "One question is still open.", "{1} questions are still open.")                  \
    X(STORY_DECIDED, "One question is still open, but no answer can change the verdict.",          \
      "{1} questions are still open, but no answers can change the verdict.")                      \
    X(STORY_UNSETTLED, "Part of it stays open: no question that is left settles it.", NULL)        \
    X(FULL_STOP, "{0}.", NULL)                                                                     \
    X(SENTENCES, "{0} {1}", NULL)                                                                  \
    /* the summary under it */                                                                     \
    X(IN_PLACE, "In place", NULL)                                                                  \
    X(BEGUN, "Begun", NULL)                                                                        \
    X(MISSING, "Missing", NULL)                                                                    \
    X(NOT_KNOWN, "Not known yet", NULL)                                                            \
    X(NEXT_STEPS, "Next steps", NULL)                                                              \
    X(NEXT_STEP, "Next step", NULL)                                                                \
    X(SOME_OF, "{0} of {1}: {2}", NULL)                                                            \
    X(ANSWER_FIRST, "Answer this first", NULL)                                                     \
    X(ANSWER_OPEN, "Answer the open question", "Answer the {0} open questions")                    \
    X(ALL_OF, "all {0}: {1}", NULL)                                                                \
    /* the ladder and the areas */                                                                 \
    X(LADDER, "Where you stand", NULL)                                                             \
    X(LADDER_RUNG, "Rung", NULL)                                                                   \
    X(LADDER_VERDICT, "Verdict", NULL)                                                             \
    X(LADDER_POINTS, "Points", NULL)                                                               \
    X(LADDER_PAY, "Pay a year", NULL)                                                              \
    X(LADDER_A_YEAR, "{0} a year", NULL)                                                           \
    X(LADDER_AIM, "your aim", NULL)                                                                \
    X(LADDER_HERE, "you are here", NULL)                                                           \
    X(LADDER_REACHED, "your aim, reached", NULL)                                                   \
    X(LADDER_NEAREST, "No rung is reached yet; {0} comes nearest.", NULL)                          \
    X(LADDER_NEXT, "The next rung is {0}. Change your aim to it to see what it asks for.", NULL)   \
    X(LADDER_ABOVE, "You reach {0} with these answers, too. You could aim there.", NULL)           \
    /* all rungs side by side */                                                                   \
    X(RUNGS_TITLE, "{0}: the rungs and you", NULL)                                                 \
    X(RUNGS_READY, "Today you are ready for {0}: {1} of 100 points, “{2}”.", NULL)                 \
    X(RUNGS_NOT_READY, "You are not ready for a rung yet: none is at “{0}”.", NULL)                \
    X(RUNGS_NOT_SURE, "You are not ready for a rung for certain yet.", NULL)                       \
    X(RUNGS_POSSIBLE, "{0} may be within reach: what is not known yet decides it.", NULL)          \
    X(RUNGS_NEXT, "The next rung is {0}.", NULL)                                                   \
    X(RUNGS_NEAREST, "{0} comes nearest.", NULL)                                                   \
    X(RUNGS_TOP, "It is the highest rung.", NULL)                                                  \
    X(RUNGS_ASKS, "It asks first for {0}.", NULL)                                                  \
    X(RUNGS_ASKS_OPEN, "Nothing is missing there for certain; not known yet: {0}.", NULL)          \
    X(RUNGS_EARLY,                                                                                 \
      "It is too early to say which rung you are ready for: from “{1}” to “{0}”, all is "  \
      "possible.",                                                                                 \
      NULL)                                                                                        \
    X(RUNGS_UNASKED,                                                                               \
      "You have answered all that is asked for your aim. Other rungs ask other questions, too: "   \
      "until these are answered, their points are a range.",                                       \
      NULL)                                                                                        \
    X(RUNGS_ESSENTIALS, "Essentials missing", NULL)                                                \
    X(RUNGS_NONE_OF, "none of {0}", NULL)                                                          \
    X(RUNGS_OPEN, "{1}; one more not known yet", "{1}; {0} more not known yet")                    \
    X(RUNGS_FIRST, "What {0} asks for first", NULL)                                                \
    /* two sides beside each other */                                                              \
    X(SIDES_ABSENT, "not asked for", NULL)                                                         \
    X(SIDES_AIM, "Aim", NULL)                                                                      \
    X(SIDES_ESSENTIALS, "Essentials missing", NULL)                                                \
    X(SIDES_GAPS, "Missing in all", NULL)                                                          \
    X(SIDES_GAPS_OPEN, "Not known yet", NULL)                                                      \
    X(SIDES_OPEN, "Questions open", NULL)                                                          \
    X(SIDES_ESSENTIAL, "{0} (essential)", NULL)                                                    \
    X(SIDES_NOW_ESSENTIAL, "{0} (essential now)", NULL)                                            \
    X(SIDES_NO_LONGER_ESSENTIAL, "{0} (no longer essential)", NULL)                                \
    X(SIDES_REQUIREMENT, "Requirement", NULL)                                                      \
    X(SIDES_COSTS_NOTHING, "nothing", NULL)                                                        \
    X(SIDES_MORE, "And one more.", "And {0} more.")                                                \
    /* what other answers would change */                                                          \
    X(WHAT_IF_TITLE, "{0}: what if", NULL)                                                         \
    X(WHAT_IF_SAME, "Nothing would change: {0} of 100 points, “{1}”, as now.", NULL)               \
    X(WHAT_IF_SCORE, "The score would go from {0} to {1} of 100 points", NULL)                     \
    X(WHAT_IF_SCORE_STAYS, "The score would stay at {0} of 100 points", NULL)                      \
    X(WHAT_IF_VERDICT, "{0}, and the verdict from “{1}” to “{2}”.", NULL)                          \
    X(WHAT_IF_VERDICT_ALONE, "{0}, but the verdict would go from “{1}” to “{2}”.", NULL)           \
    X(WHAT_IF_VERDICT_STAYS, "{0}; the verdict would stay “{1}”.", NULL)                           \
    X(WHAT_IF_BLOCKED,                                                                             \
      "With these answers there would be no score yet: what the job asks of you would depend on "  \
      "questions that are still open.",                                                            \
      NULL)                                                                                        \
    X(WHAT_IF_UNBLOCKED, "There is no score yet; there would be one: {0} of 100 points, “{1}”.",   \
      NULL)                                                                                        \
    X(WHAT_IF_ANSWERS, "If you answered this", NULL)                                               \
    X(WHAT_IF_NOW, "Now", NULL)                                                                    \
    X(WHAT_IF_THEN, "Then", NULL)                                                                  \
    X(WHAT_IF_NO_ANSWER, "no answer", NULL)                                                        \
    X(WHAT_IF_NOT_ASKED,                                                                           \
      "{0} – but it does not count: with these answers the question is not asked", NULL)           \
    X(WHAT_IF_SIDE_BY_SIDE, "Now and then", NULL)                                                  \
    X(WHAT_IF_CLOSES, "Gaps that would close", NULL)                                               \
    X(WHAT_IF_DROPS, "What would no longer be asked for", NULL)                                    \
    X(WHAT_IF_SHRINKS, "Gaps that would shrink", NULL)                                             \
    X(WHAT_IF_OPENS, "Gaps that would open", NULL)                                                 \
    X(WHAT_IF_UNSETTLES, "What would not be known", NULL)                                          \
    X(WHAT_IF_GROWS, "Gaps that would grow", NULL)                                                 \
    X(WHAT_IF_SHIFTS, "Gaps that would be known better or worse", NULL)                            \
    X(WHAT_IF_COSTS_NOW, "Costs now", NULL)                                                        \
    X(WHAT_IF_COSTS_THEN, "Costs then", NULL)                                                      \
    X(WHAT_IF_COME, "Questions that would be asked", NULL)                                         \
    X(WHAT_IF_GO, "Questions that would not be asked", NULL)                                       \
    X(WHAT_IF_NOT_SAVED, "This was only tried: your answers are as they were.", NULL)              \
    /* answers */                                                                                  \
    X(ANSWER_NONE, "no answer", NULL)                                                              \
    X(ANSWER_NOTHING, "none", NULL)                                                                \
    X(ANSWER_UNIT, "{0} {1}", NULL)                                                                \
    X(ANSWER_YES, "Yes", NULL)                                                                     \
    X(ANSWER_NO, "No", NULL)                                                                       \
    X(AREAS, "Points by area", NULL)                                                               \
    /* strengths */                                                                                \
    X(STRENGTHS, "What you bring", NULL)                                                           \
    X(LEVEL_OF, "{0} of {1}", NULL)                                                                \
    X(LEVEL_ABOVE, "{0} ({1} needed)", NULL)                                                       \
    X(LEVEL_WITH_TEXT, "{0}: {1}", NULL)                                                           \
    X(MORE_THAN_ASKED, "more than is asked for", NULL)                                             \
    X(AND_MORE_IN_PLACE, "And one more: {1}.", "And {0} more: {1}.")                               \
    /* gaps */                                                                                     \
    X(GAPS, "What is missing, most important first", NULL)                                         \
    X(GAPS_LEVELS, "Levels go from 0 to 4. Points are what a gap costs out of 100.", NULL)         \
    X(GAPS_SUM, "This gap costs {1}: all that is missing to 100.",                                 \
      "All {0} gaps together cost {1}: all that is missing to 100.")                               \
    X(GAPS_SUM_OPEN,                                                                               \
      "What is missing costs {0} points for certain; what is not known yet can "                   \
      "cost up to {1} more.",                                                                      \
      NULL)                                                                                        \
    X(ESSENTIAL_COST, "essential, costs {0}", NULL)                                                \
    X(PREFERRED_COST, "costs {0}", NULL)                                                           \
    X(ESSENTIAL_LEVEL, "essential, at {0}, costs {1}", NULL)                                       \
    X(PREFERRED_LEVEL, "at {0}, costs {1}", NULL)                                                  \
    X(POINTS, "{1} point", "{1} points")                                                           \
    X(POINTS_RANGE, "{0}–{1} points", NULL)                                                        \
    X(POINTS_UP_TO, "up to {0}", NULL)                                                             \
    X(YOU_ARE_AT, "You are at", NULL)                                                              \
    X(NOTHING_YET, "still to begin", NULL)                                                         \
    X(NEEDED, "Needed", NULL)                                                                      \
    X(WHY, "Why", NULL)                                                                            \
    X(TO_CLOSE, "To close it", NULL)                                                               \
    X(TO_LEVEL, "{0}, takes you to {1}", NULL)                                                     \
    X(AFTER, "{0}, after: {1}", NULL)                                                              \
    X(NO_STEP, "No step in the list closes this; it grows with the work.", NULL)                   \
    X(RESTS_ON, "Rests on", NULL)                                                                  \
    X(JUDGED, "{0}; the level needed is our judgement", NULL)                                      \
    X(OWN_RATING_ALONE, "your own rating alone", NULL)                                             \
    /* next steps */                                                                               \
    X(STEP_LIFTS, "Lifts", NULL)                                                                   \
    X(STEP_LIFT, "{0} to {1}", NULL)                                                               \
    X(STEP_OPENS, "Opens the way to", NULL)                                                        \
    X(STEP_COST, "{0} ({1}, {2})", NULL)                                                           \
    X(STEP_FACTS, "{0}, {1}", NULL)                                                                \
    /* what is open */                                                                             \
    X(OPEN_ESSENTIAL, "essential, {0}", NULL)                                                      \
    X(OPEN_INTRO, "Nothing here counts as missing: it waits for your answers.", NULL)              \
    X(OPEN_QUESTION, "{0} ({1})", NULL)                                                            \
    X(OPEN_QUESTION_MORE, "{1} ({2}) and one more question", "{1} ({2}) and {0} more questions")   \
    X(OPEN_UNSETTLED, "No question that is left settles this.", NULL)                              \
    X(QUESTIONS, "Open questions", NULL)                                                           \
    X(QUESTIONS_OF, "{0} of {1} open", NULL)                                                       \
    /* self-ratings */                                                                             \
    X(RATINGS, "Worth a second look", NULL)                                                        \
    X(RATINGS_INTRO, "This is about how you rated yourself. It changes nothing in your score.",    \
      NULL)                                                                                        \
    X(RATINGS_READ, "Read these answers once more, and change a rating that is not quite right.",  \
      NULL)                                                                                        \
    X(RATINGS_SAME, "All your {3} ratings are the same: {0}, on scales from {1} to {2}", NULL)     \
    X(RATINGS_SAME_TEXT,                                                                           \
      "If that is how it is, leave it so. Most people are further in some things than in others.", \
      NULL)                                                                                        \
    X(RATINGS_QUESTIONS, "Questions", NULL)                                                        \
    X(RATINGS_DISAGREE,                                                                            \
      "You rated yourself high here; what you were asked about it gave {0} of {1} points.", NULL)  \
    X(RATINGS_NOT_SHOWN, "You rated yourself high here; none of your other answers shows it yet.", \
      NULL)                                                                                        \
    X(RATINGS_RATED, "You said", NULL)                                                             \
    X(RATINGS_TESTED, "You were asked", NULL)                                                      \
    X(RATINGS_COULD_SHOW, "Could show it", NULL)                                                   \
    X(RATINGS_SAID, "{0} ({1})", NULL)                                                             \
    X(RATINGS_ASKED, "{2} ({1}) – {0}", NULL)                                                      \
    X(RATINGS_OPEN, "not answered yet", NULL)                                                      \
    X(RATINGS_MORE, "It is the same with one more.", "It is the same with {0} more.")              \
    X(RATINGS_ALONE,                                                                               \
      "You rated yourself high in {1}, and no other question here asks about it. Have an example " \
      "ready that you can tell.",                                                                  \
      "You rated yourself high in {1}, and no other question here asks about them. Have an "       \
      "example of each ready that you can tell.")                                                  \
    /* context */                                                                                  \
    X(JOB, "The job", NULL)                                                                        \
    X(JOB_OF, "The job: {0}", NULL)                                                                \
    X(PAY, "Pay", NULL)                                                                            \
    X(PAY_MEDIAN, "{0} a year (median)", NULL)                                                     \
    X(PAY_AVERAGE, "{0} a year (average)", NULL)                                                   \
    X(PAY_BOTH, "{0} a year (median), {1} (average)", NULL)                                        \
    X(EXPERIENCE, "Experience", NULL)                                                              \
    X(YEARS, "{1} year", "{1} years")                                                              \
    X(YEARS_OPEN, "{0} years or more", NULL)                                                       \
    X(FOCUS, "Focus", NULL)                                                                        \
    X(SPECIALISATIONS, "Specialisations that fit you", NULL)                                       \
    X(FIT, "fits {0} of 100", NULL)                                                                \
    X(NOTES_FOR_YOU, "From your answers", NULL)                                                    \
    X(NOTES, "Worth knowing before you decide", NULL)                                              \
    X(RELATED, "Related careers", NULL)                                                            \
    /* what the person wrote */                                                                    \
    X(REMARKS, "Your notes", NULL)                                                                 \
    X(REMARKS_INTRO,                                                                               \
      "You wrote these for yourself, and no points depend on them. Whoever you give this report "  \
      "to can read them.",                                                                         \
      NULL)                                                                                        \
    /* sources */                                                                                  \
    X(SOURCES, "Where this comes from", NULL)                                                      \
    X(GUIDANCE,                                                                                    \
      "This is guidance for you, not selection by an employer. It compares your own "              \
      "answers with what the job usually asks for.",                                               \
      NULL)                                                                                        \
    X(SOURCE, "Source", NULL)                                                                      \
    X(SOURCE_EDITION, "{0}, {1}", NULL)                                                            \
    X(SECTIONS, "Sections", NULL)                                                                  \
    X(DOCUMENTED, "Documented", NULL)                                                              \
    X(DOCUMENTED_OF, "the one requirement is asked for by the source",                             \
      "{1} of {0} requirements are asked for by the source")                                       \
    X(JUDGEMENT, "Our judgement", NULL)                                                            \
    X(EVIDENCE, "Evidence", NULL)                                                                  \
    X(EVIDENCE_RATED, "one requirement rests on your own rating alone",                            \
      "{0} requirements rest on your own rating alone")                                            \
    X(EVIDENCE_PROVED, "every requirement rests on more than your own rating", NULL)               \
    X(KEPT, "Kept", NULL)                                                                          \
    X(KEPT_ANSWERS, "one answer is kept but does not count now: its question is no longer asked",  \
      "{0} answers are kept but do not count now: their questions are no longer asked")            \
    X(LEFT_OUT, "Left out", NULL)                                                                  \
    X(LEFT_OUT_WHAT, "the name, the session and the person's own notes", NULL)                     \
    X(CONTENT, "Content", NULL)                                                                    \
    X(CONTENT_DIGESTS, "questionnaire {0}, rules {1} (SHA-256)", NULL)                             \
    X(PROBLEMS_INTRO,                                                                              \
      "These are mistakes in the content, not in your answers. What they decide stays open.",      \
      NULL)                                                                                        \
    X(PROBLEMS, "What could not be worked out", NULL)                                              \
    /* pictures: their titles, how to read them, and the heads of their figures */                 \
    X(PICTURE_SCORE, "Your points", NULL)                                                          \
    X(PICTURE_SCORE_WORDS,                                                                         \
      "A scale from 0 to 100, with the points at which each verdict begins. You are at {0}.",      \
      NULL)                                                                                        \
    X(PICTURE_AREAS, "How much of each area is there", NULL)                                       \
    X(PICTURE_AREAS_WORDS, "A bar for each area, from 0 to 100 points.", NULL)                     \
    X(PICTURE_LADDER, "Your points at each rung", NULL)                                            \
    X(PICTURE_LADDER_WORDS, "A bar for each rung, from 0 to 100 points, the highest rung on top.", \
      NULL)                                                                                        \
    X(PICTURE_LADDER_LINE, "{0} The tick on each bar shows where “{1}” begins: at {2}.", NULL)     \
    X(PICTURE_ENOUGH, "{0} from {1}", NULL)                                                        \
    X(PICTURE_GAPS, "What each gap costs", NULL)                                                   \
    X(PICTURE_GAPS_WORDS, "A bar for each gap in the list below: the points that it costs.", NULL) \
    X(PICTURE_GAPS_FIRST, "A bar for the first gap in the list below: the points that it costs.",  \
      "A bar for each of the first {0} gaps in the list below: the points that it costs.")         \
    X(PICTURE_STEPS, "The steps over time", NULL)                                                  \
    X(PICTURE_STEPS_WORDS, "A bar for each step, from the month in which it begins.", NULL)        \
    X(PICTURE_STEPS_SHADES, "Full colour is the least it takes, light colour the most.", NULL)     \
    X(PICTURE_SHADES, "Full colour is certain; light colour depends on what is not known yet.",    \
      NULL)                                                                                        \
    X(PICTURE_SURE, "certain", NULL)                                                               \
    X(PICTURE_POSSIBLE, "possible", NULL)                                                          \
    X(PICTURE_FIGURES, "The figures as a table", NULL)                                             \
    X(PICTURE_FROM, "From", NULL)                                                                  \
    X(PICTURE_AREA, "Area", NULL)                                                                  \
    X(PICTURE_GAP, "Gap", NULL)                                                                    \
    X(PICTURE_LEAST, "At least", NULL)                                                             \
    X(PICTURE_MOST, "At most", NULL)                                                               \
    X(PICTURE_STEP, "Step", NULL)                                                                  \
    X(PICTURE_STARTS, "Begins", NULL)                                                              \
    X(PICTURE_LASTS, "Takes", NULL)                                                                \
    X(PICTURE_REMARK, "Remark", NULL)                                                              \
    X(STEP_SURE, "at least", NULL)                                                                 \
    X(STEP_POSSIBLE, "at most", NULL)                                                              \
    X(STEP_NOW, "now", NULL)                                                                       \
    X(STEP_AFTER, "after {0}", NULL)                                                               \
    X(STEP_WHEN, "begins {0}, takes {1}", NULL)                                                    \
    /* the foot of a printed page */                                                               \
    X(PAGE, "Page {0} of {1}", NULL)                                                               \
    /* lists, numbers, time, money */                                                              \
    X(COLON, "{0}:", NULL)                                                                         \
    X(LIST_COMMA, "{0}, {1}", NULL)                                                                \
    X(LIST_SEMICOLON, "{0}; {1}", NULL)                                                            \
    X(LIST_SEMICOLON_AND, "{0}; and {1}", NULL)                                                    \
    X(LIST_SEMICOLON_MORE, "{1}; and one more", "{1}; and {0} more")                               \
    X(LIST_AND, "{0} and {1}", NULL)                                                               \
    X(LIST_MORE, "{1} and one more", "{1} and {0} more")                                           \
    X(RANGE, "{0}–{1}", NULL)                                                                      \
    X(AMOUNT_TO, "{0} to {1}", NULL)                                                               \
    X(MONTHS, "{1} month", "{1} months")                                                           \
    X(MONTHS_UP_TO, "up to {0}", NULL)                                                             \
    X(MONTHS_NONE, "less than a month", NULL)                                                      \
    X(COST_NONE, "no fee", NULL)                                                                   \
    X(COST_UP_TO, "up to {0}", NULL)                                                               \
    X(MONEY_SIGN, "{0}{1}", NULL)                                                                  \
    X(MONEY_CODE, "{0} {1}", NULL)                                                                 \
    X(UNDER, "under {0}", NULL)                                                                    \
    X(DATE, "{0} {1} {2}", NULL)                                                                   \
    X(ASIDE, "{0} · {1}", NULL)                                                                    \
    COMPARE_WORDS(X)                                                                               \
    EXPLAIN_WORDS(X)                                                                               \
    PLAN_WORDS(X)

typedef enum report_word {
#define WORD_ENUM(name, one, many) WORD_##name,
    WORDS(WORD_ENUM)
#undef WORD_ENUM
        WORD_COUNT,
} report_word;

/* A phrase without arguments. */
const char *report_words(report_word phrase);
/* Both forms as they stand, for tests and translators; `many` may be NULL. */
void report_words_forms(report_word phrase, const char **one, const char **many);

const char *report_fill_list(rung_arena *arena, report_word phrase, const char *const *arguments);
/* A phrase with its arguments, all of them strings. */
#define report_fill(arena, phrase, ...)                                                            \
    report_fill_list((arena), (phrase), (const char *const[]){__VA_ARGS__, NULL})

const char *report_fill_count_list(rung_arena *arena, report_word phrase, size_t count,
                                   const char *const *arguments);
/* A phrase that counts. {0} is the number (in words up to nine), further arguments begin at {1}. */
#define report_fill_count(arena, phrase, count)                                                    \
    report_fill_count_list((arena), (phrase), (count), (const char *const[]){NULL})
#define report_fill_count_with(arena, phrase, count, ...)                                          \
    report_fill_count_list((arena), (phrase), (count), (const char *const[]){__VA_ARGS__, NULL})

/* "nine", "10". */
const char *report_number_word(rung_arena *arena, size_t number);

/* "A", "A and B", "A, B and C"; "A, B and 3 more" where that hides at least two of more than
 * `most` names; "A, a; B; and C" where a name has a comma. "" for none. */
const char *report_list(rung_arena *arena, const char *const *names, size_t count, size_t most);

/* "May" for 5. */
const char *report_month_word(int month);

/* "your own rating", … */
const char *report_evidence_word(rung_evidence evidence);

#endif
