/* words_explain: the fixed words of `rung explain`; rows of the table in words.h. */
#ifndef RUNG_REPORT_WORDS_EXPLAIN_H
#define RUNG_REPORT_WORDS_EXPLAIN_H

#define EXPLAIN_WORDS(X)                                                                           \
    /* why a score is what it is */                                                                \
    X(EXPLAIN_TITLE, "{0}: where your points come from", NULL)                                     \
    X(EXPLAIN_ALL, "You have all 100 points for {0}: nothing that is asked for is missing.", NULL) \
    X(EXPLAIN_STORY, "You have {0} of 100 points for {1}. What is missing costs {2}.", NULL)       \
    X(EXPLAIN_STORY_RANGE, "So far you have somewhere between {0} and {1} of 100 points for {2}.", \
      NULL)                                                                                        \
    X(EXPLAIN_SURE, "What is missing costs {0} points.", NULL)                                     \
    X(EXPLAIN_OPEN, "What is not known yet can cost up to {0} more.", NULL)                        \
    X(EXPLAIN_SUM, "The sum", NULL)                                                                \
    X(EXPLAIN_WHOLE, "Everything that is asked for", NULL)                                         \
    X(EXPLAIN_YOURS, "Your points", NULL)                                                          \
    X(EXPLAIN_POINTS, "Points", NULL)                                                              \
    X(EXPLAIN_BEST, "At best", NULL)                                                               \
    X(EXPLAIN_WORST, "At worst", NULL)                                                             \
    X(EXPLAIN_LESS, "−{0}", NULL)                                                                  \
    X(EXPLAIN_AREA, "{0}: {1} of {2} points", NULL)                                                \
    X(EXPLAIN_WORTH, "Worth", NULL)                                                                \
    X(EXPLAIN_COSTS, "Costs", NULL)                                                                \
    X(EXPLAIN_NAMED, "{0} ({1})", NULL)                                                            \
    X(EXPLAIN_IN_PLACE, "In place: {0}.", NULL)                                                    \
    X(EXPLAIN_LEVELS,                                                                              \
      "Levels go from 0 to 4. In brackets stands the short name by which each can be explained. "  \
      "Points are rounded so that they add up.",                                                   \
      NULL)                                                                                        \
    /* why a requirement is what it is */                                                          \
    X(WHY_TITLE, "{0}: why, step by step", NULL)                                                   \
    X(WHY_COSTS, "“{0}” costs you {1} of 100. You are at level {2}; level {3} is needed.", NULL)   \
    X(WHY_MAY_COST, "“{0}” may cost you {1} of 100. You are at level {2}; level {3} is needed.",   \
      NULL)                                                                                        \
    X(WHY_DECIDED, "What is not known yet decides it.", NULL)                                      \
    X(WHY_DECIDED_HOW_MUCH, "What is not known yet decides how much.", NULL)                       \
    X(WHY_FAILS,                                                                                   \
      "It cannot be worked out from your answers. That is a mistake in the content, not in them.", \
      NULL)                                                                                        \
    X(WHY_IN_PLACE, "“{0}” costs you nothing. You are at level {1}; level {2} is needed.", NULL)   \
    X(WHY_NO_LEVEL, "“{0}” costs you nothing: {1} asks for no level of it.", NULL)                 \
    X(WHY_ABSENT, "“{0}” is not asked for at {1}, so it costs you nothing.", NULL)                 \
    X(WHY_ESSENTIAL,                                                                               \
      "It is essential: while it is missing, it can hold the verdict back, however many points "   \
      "you have.",                                                                                 \
      NULL)                                                                                        \
    X(WHY_WHERE, "Where you are", NULL)                                                            \
    X(WHY_BECAUSE, "Essential", NULL)                                                              \
    X(WHY_BECAUSE_ALWAYS, "at every rung", NULL)                                                   \
    X(WHY_BECAUSE_RUNG, "because the rung is {0}", NULL)                                          \
    X(WHY_BECAUSE_ANSWER, "because you answered “{0}” to: {1}", NULL)                              \
    X(WHY_WORTH, "Worth", NULL)                                                                    \
    X(WHY_WORTH_POINTS, "{0} of the 100", NULL)                                                    \
    X(WHY_ANSWERS, "From which answers", NULL)                                                     \
    X(WHY_NO_ANSWERS, "It rests on no answers: the level is the same for everybody.", NULL)        \
    X(WHY_YOUR_ANSWER, "Your answer", NULL)                                                        \
    X(WHY_NOT_ANSWERED, "not answered yet", NULL)                                                  \
    X(WHY_NOT_ASKED, "not asked, because of other answers", NULL)                                  \
    X(WHY_NOT_DECIDED, "not known yet whether it is asked", NULL)                                  \
    X(WHY_KEPT, "{0}; your earlier answer “{1}” does not count", NULL)                             \
    X(WHY_COUNTS, "Counts as", NULL)                                                               \
    X(WHY_DECIDES, "It decides", NULL)                                                             \
    X(WHY_DECIDES_ASKED, "whether another of these questions is asked", NULL)                      \
    X(WHY_CALCULATED, "How it is calculated", NULL)                                                \
    X(WHY_WRITTEN, "As written", NULL)                                                             \
    X(WHY_FILLED, "With your answers", NULL)                                                       \
    X(WHY_STEPS, "Step by step", NULL)                                                             \
    X(WHY_STEP, "{0} is {1}", NULL)                                                                \
    X(WHY_STEP_RANGE, "{0} is {1} to {2}", NULL)                                                   \
    X(WHY_STEP_OPEN, "{0} is not known yet", NULL)                                                 \
    X(WHY_STEP_NONE, "{0} cannot be worked out: {1}", NULL)                                        \
    X(WHY_MORE_STEPS, "and one more step", "and {0} more steps")                                   \
    X(WHY_MANY_STEPS, "and further steps", NULL)                                                   \
    X(WHY_LEVEL, "Level", NULL)                                                                    \
    X(WHY_LEVEL_CUT, "{0}; it counts as anything from 0 to 4", NULL)                               \
    X(WHY_GAP, "Gap", NULL)                                                                        \
    X(WHY_GAP_SUM, "{0} − {1} = {2}", NULL)                                                        \
    X(WHY_IN_BRACKETS, "({0})", NULL)                                                              \
    X(WHY_NO_GAP, "none", NULL)                                                                    \
    X(WHY_WORTH_SUM, "100 × {0}/{1} for {2} × {3}/{4} for its importance there = {5}", NULL)       \
    X(WHY_COSTS_SUM, "{0} × {1}/{2} missing = {3}", NULL)                                          \
    X(WHY_WHEN, "Asked for if", NULL)                                                              \
    X(WHY_TARGET, "Level needed", NULL)                                                            \
    X(WHY_NEED, "Need", NULL)                                                                      \
    X(WHY_BY_RUNG, "{0}, set for {1}", NULL)                                                       \
    X(WHY_BY_RULE, "{0}, from {1}", NULL)                                                          \
    X(WHY_SOURCE, "Where it comes from", NULL)                                                     \
    X(WHY_BASIS, "Basis", NULL)                                                                    \
    X(WHY_DOCUMENTED, "documented", NULL)                                                          \
    X(WHY_DOCUMENTED_IN, "documented in “{0}”", NULL)                                              \
    X(WHY_JUDGEMENT, "our judgement", NULL)                                                        \
    X(WHY_JUDGEMENT_BESIDE, "our judgement; nearest is “{0}”", NULL)                               \
    X(WHY_OF_SOURCE, "{0} of {1}", NULL)                                                           \
    X(WHY_RULES, "Rules", NULL)                                                                    \
    X(WHY_PLACE, "{0}, line {1}", NULL)                                                            \
    /* what would close a gap */                                                                   \
    X(CHANGE, "What would close it", NULL)                                                         \
    X(CHANGE_IF, "If you could answer this question so, the gap would be closed:",                 \
      "If you could answer these {0} questions so, the gap would be closed:")                      \
    X(CHANGE_SMALLEST, "No smaller change of answers closes it.", NULL)                            \
    X(CHANGE_PERHAPS, "There may be a smaller change of answers that closes it.", NULL)            \
    X(CHANGE_HONEST, "Go on answering what is true: this shows what to work on, not what to say.", \
      NULL)                                                                                        \
    X(CHANGE_NONE, "No other answers close this gap while you aim at {0}.", NULL)                  \
    X(CHANGE_NOT_FOUND, "No answers that close it were found among those that could be tried.",    \
      NULL)                                                                                        \
    X(CHANGE_NOT_FOUND_BELOW, "{1} It would take more than one changed answer.",                   \
      "{1} It would take at least {0} changed answers.")                                           \
    X(CHANGE_HIDDEN, "the answer that earns enough here; it is shown once you have answered",      \
      NULL)                                                                                        \
    /* what holds a verdict back */                                                                \
    X(BACK_TITLE, "{0}: what holds you back", NULL)                                                \
    X(BACK_BEST,                                                                                   \
      "“{0}” is the best verdict there is for {1}, and you have it with {2} of 100 points. "   \
      "Nothing holds you back.",                                                                   \
      NULL)                                                                                        \
    X(BACK_STORY, "For {0} you are at “{1}”, with {2} of 100 points.", NULL)                       \
    X(BACK_UNKNOWN,                                                                                \
      "What is not known yet counts as missing here, so this is the lowest you can be.", NULL)     \
    X(BACK_ANSWER, "Answer the open question first.", "Answer the {0} open questions first.")      \
    X(BACK_NEXT, "The next verdict is “{0}”.", NULL)                                               \
    X(BACK_WAY, "What stands in the way of “{0}”", NULL)                                           \
    X(BACK_POINTS, "Points", NULL)                                                                 \
    X(BACK_POINTS_SHORT, "{0} are needed: {1} to go", NULL)                                        \
    X(BACK_POINTS_ENOUGH, "{0} are needed: you have them", NULL)                                   \
    X(BACK_GATE, "Essentials", NULL)                                                               \
    X(BACK_GATE_NONE, "no essential may be short of its level", NULL)                              \
    X(BACK_GATE_MOST, "no essential may be more than {0} short", NULL)                             \
    X(BACK_LEVELS, "{1} level", "{1} levels")                                                      \
    X(BACK_GATE_MET, "{0}; none is", NULL)                                                         \
    X(BACK_GATE_UNMET, "{1}; one is", "{1}; {0} are")                                              \
    X(BACK_ESSENTIAL, "at {0}", NULL)                                                              \
    X(BACK_LIFT, "The shortest way up", NULL)                                                      \
    X(BACK_LIFT_INTRO, "Lifting one requirement would take you to “{1}”, with {2} of 100 points:", \
      "Lifting {0} requirements would take you to “{1}”, with {2} of 100 points:")                 \
    X(BACK_REQUIREMENT, "Requirement", NULL)                                                       \
    X(BACK_FROM, "From", NULL)                                                                     \
    X(BACK_TO, "To", NULL)                                                                         \
    X(BACK_GAINS, "Gains", NULL)                                                                   \
    X(BACK_CHEAPEST, "No way with fewer requirements or fewer levels to climb leads there.", NULL) \
    X(BACK_PERHAPS, "There may be a shorter way.", NULL)

#endif
