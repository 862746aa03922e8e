/* words_compare: the fixed words of `rung compare`; rows of the table in words.h. */
#ifndef RUNG_REPORT_WORDS_COMPARE_H
#define RUNG_REPORT_WORDS_COMPARE_H

#define COMPARE_WORDS(X)                                                                           \
    /* what moved between two sessions */                                                          \
    X(COMPARE_TITLE, "{0}: what has moved", NULL)                                                  \
    X(COMPARE_SINCE, "Since {0}", NULL)                                                            \
    X(COMPARE_SINCE_BEGUN, "Since you began on {0}", NULL)                                         \
    X(COMPARE_FROM_TO, "From {0} to {1}", NULL)                                                    \
    X(COMPARE_GAINED, "{0} you have gained {1}", NULL)                                             \
    X(COMPARE_LOST, "{0} you have lost {1}", NULL)                                                 \
    X(COMPARE_STAYS, "{0} your score has stayed at {1} of 100 points", NULL)                       \
    X(COMPARE_RANGE, "{0} your score has gone from {1} to {2} of 100 points.", NULL)               \
    X(COMPARE_LEAST_UP, "The least that it can be has risen by {0}", NULL)                         \
    X(COMPARE_LEAST_DOWN, "The least that it can be has fallen by {0}", NULL)                      \
    X(COMPARE_MOST_UP, "The most that it can be has risen by {0}", NULL)                           \
    X(COMPARE_MOST_DOWN, "The most that it can be has fallen by {0}", NULL)                        \
    X(COMPARE_BOTH, "{0}: {1} from your answers, {2} because the requirements changed.", NULL)     \
    X(COMPARE_ALL_ANSWERS, "{0}, all from your answers.", NULL)                                    \
    X(COMPARE_ALL_CONTENT, "{0}, all because the requirements changed.", NULL)                     \
    X(COMPARE_ANSWERS_UP, "{0}: your answers brought {1}, and the changed requirements took {2}.", \
      NULL)                                                                                        \
    X(COMPARE_CONTENT_UP, "{0}: your answers took {1}, and the changed requirements brought {2}.", \
      NULL)                                                                                        \
    X(COMPARE_VERDICT, "The verdict has gone from “{0}” to “{1}”.", NULL)                          \
    X(COMPARE_VERDICT_STAYS, "The verdict is still “{0}”.", NULL)                                  \
    X(COMPARE_UNBLOCKED, "{0} there was no score yet; now you have {1} of 100 points, “{2}”.",     \
      NULL)                                                                                        \
    X(COMPARE_WHEN_BEGUN, "When you began", NULL)                                                  \
    X(COMPARE_ON, "On {0}", NULL)                                                                  \
    X(COMPARE_AT_FIRST, "At first", NULL)                                                          \
    X(COMPARE_ALL_NEW, "One answer has been given since.", "{1} answers have been given since.")   \
    X(COMPARE_BLOCKED,                                                                             \
      "There is no score any more: what the job asks of you depends on questions that are open "   \
      "now.",                                                                                      \
      NULL)                                                                                        \
    X(COMPARE_NEVER,                                                                               \
      "There is no score yet, then or now: what the job asks of you depends on questions that "    \
      "are still open.",                                                                           \
      NULL)                                                                                        \
    X(COMPARE_AIM, "Your aim was {0} and is {1} now: each score is for the aim of its time.",      \
      NULL)                                                                                        \
    X(COMPARE_AT_AIM, "For {0} alone it has gone from {1} to {2}.", NULL)                          \
    X(COMPARE_DAYS, "One day lies between the two.", "{1} days lie between the two.")              \
    X(COMPARE_REVERSED, "The second session is the older one.", NULL)                              \
    X(COMPARE_SIDE_BY_SIDE, "Side by side", NULL)                                                  \
    X(COMPARE_SESSION, "Session", NULL)                                                            \
    X(COMPARE_PARTS, "Where the points come from", NULL)                                           \
    X(COMPARE_LEAST, "At least", NULL)                                                             \
    X(COMPARE_MOST, "At most", NULL)                                                               \
    X(COMPARE_BY_ANSWERS, "Your answers", NULL)                                                    \
    X(COMPARE_BY_CONTENT, "Changed requirements", NULL)                                            \
    X(COMPARE_TOGETHER, "Together", NULL)                                                          \
    X(COMPARE_COST, "Cost then", NULL)                                                             \
    X(COMPARE_COSTS, "Costs now", NULL)                                                            \
    X(COMPARE_CLOSES, "Gaps that closed", NULL)                                                    \
    X(COMPARE_SHRINKS, "Gaps that shrank", NULL)                                                   \
    X(COMPARE_DROPS, "What is no longer asked for", NULL)                                          \
    X(COMPARE_OPENS, "Gaps that opened", NULL)                                                     \
    X(COMPARE_UNSETTLES, "What is not known any more", NULL)                                       \
    X(COMPARE_GROWS, "Gaps that grew", NULL)                                                       \
    X(COMPARE_SHIFTS, "Gaps that are known better or worse", NULL)                                 \
    X(COMPARE_ANSWERS, "Answers that changed", NULL)                                               \
    X(COMPARE_NO_ANSWER, "The answers are the same.", NULL)                                        \
    X(COMPARE_APART, "The question changed, so the two cannot be compared: {0}.", NULL)            \
    X(COMPARE_ASKED_AGAIN, "The question changed, and is asked again.", NULL)                      \
    X(COMPARE_COMES, "This question is new.", NULL)                                                \
    X(COMPARE_GOES, "This question is gone, and the answer counts no more.", NULL)                 \
    X(COMPARE_CONTENT, "How the requirements changed", NULL)                                       \
    X(COMPARE_CONTENT_SAME,                                                                        \
      "Only words and advice were changed: nothing that the score is made of.", NULL)              \
    X(COMPARE_ADDED, "new", NULL)                                                                  \
    X(COMPARE_GONE, "no longer there", NULL)                                                       \
    X(COMPARE_TARGET, "needs level {0}, was {1}", NULL)                                            \
    X(COMPARE_TARGET_ELSEWHERE, "other rungs need another level", NULL)                            \
    X(COMPARE_NEED, "{0} now, was {1}", NULL)                                                      \
    X(COMPARE_NEED_ELSEWHERE, "essential for other rungs than before", NULL)                       \
    X(COMPARE_ESSENTIAL, "essential", NULL)                                                        \
    X(COMPARE_PREFERRED, "preferred", NULL)                                                        \
    X(COMPARE_IMPORTANCE, "importance {0} of 5, was {1}", NULL)                                    \
    X(COMPARE_DIMENSION, "counts under {0} now", NULL)                                             \
    X(COMPARE_WHEN, "asked for in other cases than before", NULL)                                  \
    X(COMPARE_ATTAINED, "your level is worked out in another way", NULL)                           \
    X(COMPARE_WEIGHT, "weight {0}, was {1}", NULL)                                                 \
    X(COMPARE_VERDICT_NAME, "“{0}”", NULL)                                                         \
    X(COMPARE_WAS, "{0}; was: {1}", NULL)                                                          \
    X(COMPARE_POINTS_WAS, "from {0} points, was {1}", NULL)                                        \
    X(COMPARE_FROM_POINTS, "from {0} points", NULL)                                                \
    X(COMPARE_ANY_POINTS, "from any points", NULL)                                                 \
    X(COMPARE_NO_GAP, "{0}, with no essential missing", NULL)                                      \
    X(COMPARE_SMALL_GAP, "{0}, with no essential more than {1} below its level", NULL)             \
    X(COMPARE_Q_ADDED, "New questions", NULL)                                                      \
    X(COMPARE_Q_GONE, "Questions gone", NULL)                                                      \
    X(COMPARE_Q_WORDS, "Questions reworded", NULL)                                                 \
    X(COMPARE_Q_ANSWERS, "Other answers to choose", NULL)                                          \
    X(COMPARE_Q_POINTS, "Answers worth other points", NULL)                                        \
    X(COMPARE_Q_WHEN, "Asked in other cases", NULL)

#endif
