/* words_plan: the fixed words of the plan; rows of the table in words.h. */
#ifndef RUNG_REPORT_WORDS_PLAN_H
#define RUNG_REPORT_WORDS_PLAN_H

#define PLAN_WORDS(X)                                                                              \
    /* the sentence to read if only one is read */                                                 \
    X(PLAN_TITLE, "{0}: your plan", NULL)                                                          \
    X(PLAN_HEADING, "Your plan", NULL)                                                             \
    X(PLAN_TO_VERDICT, "reach “{0}” for {1}", NULL)                                                \
    X(PLAN_TO_ESSENTIALS, "close every essential gap for {0}", NULL)                               \
    X(PLAN_STORY, "In {0} at most, {1}, you can {2}: {3}.", NULL)                                  \
    X(PLAN_STORY_SOON, "In {0}, {1}, you can {2}: {3}.", NULL)                                     \
    X(PLAN_FOR_UP_TO, "for up to {0}", NULL)                                                       \
    X(PLAN_FOR, "for {0}", NULL)                                                                   \
    X(PLAN_FOR_NOTHING, "without paying a fee", NULL)                                              \
    X(PLAN_STEPS, "one step", "{0} steps")                                                         \
    X(PLAN_IN_TURN, "{0}, one after the other", NULL)                                              \
    X(PLAN_AT_ONCE, "{1}, one at a time", "{1}, at most {0} at a time")                            \
    X(PLAN_LEAST, "If every step goes as quickly and as cheaply as it can: {0}, {1}.", NULL)       \
    X(PLAN_OPEN,                                                                                   \
      "One question is still open and counts as missing here: its answer can make the plan "       \
      "shorter.",                                                                                  \
      "{1} questions are still open and count as missing here: answers can make the plan "         \
      "shorter.")                                                                                  \
    X(PLAN_THERE_VERDICT,                                                                          \
      "You are there: for {1} you have reached “{0}”. There is nothing left "                  \
      "to plan.",                                                                                  \
      NULL)                                                                                        \
    X(PLAN_THERE_ESSENTIALS,                                                                       \
      "You are there: no essential gap is left for {0}. There is nothing left to plan.", NULL)     \
    X(PLAN_THERE_BY_STEPS,                                                                         \
      "With the steps that you have done you are there: you can {0}. There is nothing left to "    \
      "plan.",                                                                                     \
      NULL)                                                                                        \
    X(PLAN_BLOCKED,                                                                                \
      "There is no plan yet: what the job asks of you depends on a question that is still open.",  \
      "There is no plan yet: what the job asks of you depends on {0} questions that are still "    \
      "open.")                                                                                     \
    X(PLAN_BLOCKED_UNSAID,                                                                         \
      "There is no plan: what the job asks of you could not be worked out from your answers.",     \
      NULL)                                                                                        \
    /* the goal is out of reach */                                                                 \
    X(PLAN_CANNOT, "No plan lets you {0} with the steps on the list alone.", NULL)                 \
    X(PLAN_CANNOT_WITHIN, "No plan lets you {0} {1}.", NULL)                                       \
    X(PLAN_NOT_FOUND, "No plan was found that lets you {0}.", NULL)                                \
    X(PLAN_NOT_FOUND_WITHIN, "No plan was found that lets you {0} {1}.", NULL)                     \
    X(PLAN_WITHIN_MONTHS, "within {0}", NULL)                                                      \
    X(PLAN_WITHIN_NOW, "at once", NULL)                                                            \
    X(PLAN_WITHIN_BUDGET, "for {0} at most", NULL)                                                 \
    X(PLAN_WITHIN_NO_BUDGET, "without paying a fee", NULL)                                         \
    X(PLAN_WITHIN_BOTH, "{0} and {1}", NULL)                                                       \
    X(PLAN_BEST, "The best there is takes you from {0} to {1} of 100 points in {2}, {3}: {4}.",    \
      NULL)                                                                                        \
    X(PLAN_NO_STEP, "None of the steps would lift your {0} points.", NULL)                         \
    X(PLAN_NO_STEP_WITHIN, "No step that fits would lift your {0} points.", NULL)                  \
    X(PLAN_NO_ACTIONS, "There are no steps on the list.", NULL)                                    \
    X(PLAN_ALL_DONE, "Every step on the list is done.", NULL)                                      \
    X(PLAN_LEFT, "What would still be missing", NULL)                                              \
    X(PLAN_LEFT_AT, "{0} of {1}", NULL)                                                            \
    /* steps that were recorded */                                                                 \
    X(PLAN_DONE, "You have done one step: {1}.", "You have done {0} steps: {1}.")                  \
    X(PLAN_DONE_OF, "{0} of {1} steps done: {2}.", NULL)                                           \
    X(PLAN_AGAIN,                                                                                  \
      "Your answers do not tell of what you have done yet. Answer these again, and "               \
      "the score follows.",                                                                        \
      NULL)                                                                                        \
    X(PLAN_AGAIN_QUESTIONS, "Questions", NULL)                                                     \
    X(PLAN_AGAIN_HEADING, "Answer these again", NULL)                                              \
    /* the steps */                                                                                \
    X(PLAN_STEP_BY_STEP, "Step by step", NULL)                                                     \
    X(PLAN_STEP_FACTS, "begins {0}, takes {1}, {2}", NULL)                                         \
    X(PLAN_STEP_CLOSES, "Closes", NULL)                                                            \
    X(PLAN_STEP_AFTER, "Comes after", NULL)                                                        \
    X(PLAN_STEP_OPENS, "Opens the way to", NULL)                                                   \
    X(PLAN_STEP_WITHOUT, "Without it", NULL)                                                       \
    X(PLAN_STEP_WITHOUT_AT, "you would stop at {0} of 100 points, “{1}”", NULL)                    \
    X(PLAN_STEP_WITHOUT_GAPS, "{0}; still missing: {1}", NULL)                                     \
    X(PLAN_STEP_ID, "Short name", NULL)                                                            \
    X(PLAN_STEP_SOURCE, "Source", NULL)                                                            \
    /* month by month */                                                                           \
    X(PLAN_MOMENTS, "What it does for your score", NULL)                                           \
    X(PLAN_MOMENT_WHEN, "When", NULL)                                                              \
    X(PLAN_MOMENT_DONE, "Steps done", NULL)                                                        \
    X(PLAN_MOMENT_TODAY, "today", NULL)                                                            \
    X(PLAN_MOMENT_NONE, "none", NULL)                                                              \
    X(PLAN_MOMENTS_SURE,                                                                           \
      "These are the points that are certain: what is not answered yet counts as missing, and "    \
      "each step as long as it may take.",                                                         \
      NULL)                                                                                        \
    /* other ways */                                                                               \
    X(PLAN_OTHERS, "Other ways", NULL)                                                             \
    X(PLAN_OTHER, "Without “{0}”", NULL)                                                           \
    X(PLAN_OTHER_INSTEAD, "In its place: {0}.", NULL)                                              \
    X(PLAN_OTHER_FEWER, "It takes no other steps in its place.", NULL)                             \
    X(PLAN_MUST, "Nothing on the list can take the place of this step: {1}.",                      \
      "Nothing on the list can take the place of these {0} steps: {1}.")                           \
    X(PLAN_MONTHS_MORE, "{0} longer", NULL)                                                        \
    X(PLAN_MONTHS_LESS, "{0} quicker", NULL)                                                       \
    X(PLAN_MONTHS_SAME, "as quick", NULL)                                                          \
    X(PLAN_COST_MORE, "{0} dearer", NULL)                                                          \
    X(PLAN_COST_LESS, "{0} cheaper", NULL)                                                         \
    X(PLAN_COST_SAME, "at the same cost", NULL)                                                    \
    /* the objectives side by side */                                                              \
    X(PLAN_COMPARE, "Quickest, cheapest, fewest steps", NULL)                                      \
    X(PLAN_COMPARE_NONE, "None of the three gets there.", NULL)                                    \
    X(PLAN_QUICKEST, "Quickest", NULL)                                                             \
    X(PLAN_CHEAPEST, "Cheapest", NULL)                                                             \
    X(PLAN_SHORTEST, "Fewest steps", NULL)                                                         \
    X(PLAN_MONTHS, "Takes at most", NULL)                                                          \
    X(PLAN_COST, "Costs at most", NULL)                                                            \
    X(PLAN_COUNT, "Steps", NULL)                                                                   \
    X(PLAN_PROVEN, "Proven best", NULL)                                                            \
    X(PLAN_YES, "yes", NULL)                                                                       \
    X(PLAN_NO, "no", NULL)                                                                         \
    X(PLAN_COMPARE_ALL, "In all three", NULL)                                                      \
    /* months against money */                                                                     \
    X(PLAN_FRONTIER, "Time against money", NULL)                                                   \
    X(PLAN_FRONTIER_WORDS,                                                                         \
      "Each line is the cheapest way for its time: whoever has longer can pay less. All others "   \
      "are slower or dearer than one of these.",                                                   \
      NULL)                                                                                        \
    X(PLAN_FRONTIER_ONE, "No other way is cheaper, however long it takes.", NULL)                  \
    X(PLAN_FRONTIER_PART, "The search met its limit: there may be more ways than these.", NULL)    \
    X(PLAN_FRONTIER_NEW, "New in this line", NULL)                                                 \
    /* how sure that is */                                                                         \
    X(PLAN_PROOF, "How sure this is", NULL)                                                        \
    X(PROOF_TIME, "Optimal: no plan is faster than {0}, and none as fast costs less.", NULL)       \
    X(PROOF_COST, "Optimal: no plan costs less than {0}, and none as cheap is faster.", NULL)      \
    X(PROOF_COST_NOTHING, "Optimal: it costs nothing, and no plan that costs nothing is faster.",  \
      NULL)                                                                                        \
    X(PROOF_STEPS, "Optimal: no plan does without this step.",                                     \
      "Optimal: no plan has fewer than {0} steps, and none as short is faster.")                   \
    X(PROOF_NOW, "Optimal: nothing can be faster.", NULL)                                          \
    X(PROOF_THERE, "Optimal: no steps are needed.", NULL)                                          \
    X(PROOF_FOUND, "Best found: at most {0} from the best. The search met its limit.", NULL)       \
    X(PROOF_TIED,                                                                                  \
      "Best found: no plan is better by the first measure ({0}). The search met its limit before " \
      "all plans as good by it were compared.",                                                    \
      NULL)                                                                                        \
    X(PROOF_NONE, "Proven: there is no such plan.", NULL)                                          \
    X(PROOF_HIGHEST, "Optimal: no plan leads to more than {0} points.", NULL)                      \
    X(PROOF_HIGHEST_FOUND,                                                                         \
      "Best found: the search met its limit. No plan leads to more than {0} points.", NULL)        \
    X(PROOF_CAUTION,                                                                               \
      "It counts the longest that each step may take and the most that it may cost. The months "   \
      "and costs themselves are estimates.",                                                       \
      NULL)                                                                                        \
    /* beside the time that the source gives */                                                    \
    X(ENTRY_SAYS, "The source gives {0} {1} for this.", NULL)                                      \
    X(ENTRY_SAME, "This plan agrees with it: {0} at most.", NULL)                                  \
    X(ENTRY_QUICKER, "This plan is quicker: {0} at most. It has only what you still lack.", NULL)  \
    X(ENTRY_LONGER, "This plan is longer: {0} at most.", NULL)                                     \
    X(ENTRY_STEP, "One step makes it so: {1}.",                                                    \
      "These {0} steps, one after the other, make it so: {1}.")                                    \
    X(ENTRY_STEP_TAKES, "“{0}” ({1})", NULL)                                                       \
    X(ENTRY_STEP_TAKES_SOURCE, "“{0}” ({1}; source: {2})", NULL)

#endif
