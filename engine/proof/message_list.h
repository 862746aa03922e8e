/* RG07: what content can and cannot come to. Rows of rung_diagnostic_kind, see base.h. */
/* clang-format off */

KIND(QUESTION_UNREACHABLE, "RG0701", ERROR,
     "nobody can be asked `%s`: whatever the answers are, its conditions are not all true",
     "correct the condition, or take the question out",
     "A question whose condition can never be true is never shown, so what it would tell you never "
     "counts. Usually the condition asks for two things that exclude each other, or compares with a "
     "number that no answer reaches.",
     "a question",
     "when: shifts > 8 && shifts < 3",
     "when: shifts > 3 && shifts < 8")

KIND(SECTION_UNREACHABLE, "RG0702", ERROR,
     "nobody can be asked the section `%s`: whatever the answers are, its questions are left out",
     "correct the condition of the section, or those of its questions",
     "A section whose condition can never be true hides all its questions from everybody.",
     "a section",
     "when: shifts > 10",
     "when: shifts > 5")

KIND(ALWAYS_TRUE, "RG0703", WARNING,
     "the condition of the %s `%s` is true %s",
     "take the condition out, or correct it",
     "A condition that is always true decides nothing. Either it is a leftover, or it should have "
     "asked something else.",
     "a question",
     "when: shifts >= 0",
     "when: shifts >= 4")

KIND(NEVER_TRUE, "RG0704", WARNING,
     "the `%s` of the %s `%s` is false whatever the answers are",
     "correct it, or take out what it belongs to",
     "What hangs on a condition that is never true has no effect: a requirement never applies, a "
     "note is never shown, an action never counts as done.",
     "a requirement",
     "when: shifts > 10",
     "when: shifts > 4")

KIND(SAME_OPTIONS, "RG0705", WARNING,
     "nothing tells these options apart, whatever the other answers are: %s",
     "let a rule treat them differently, make them one option, or allow it and say why",
     "People weigh each option, and the result is the same for these. That may be meant, for "
     "instance so that everybody finds words that fit; then say so with `allow`.",
     "a question with options",
     "type: choice\n"
     "options: [{id: school, label: At school, points: 2}, {id: course, label: In a course},\n"
     "          {id: home, label: At home}]",
     "type: choice\n"
     "options: [{id: school, label: At school, points: 2}, {id: home, label: At home}]")


KIND(UNUSED_QUESTION, "RG0706", WARNING,
     "nothing uses `%s`: no requirement, action, note or condition reads it",
     "use it in a rule, take it out, or allow it and say why",
     "Each question costs people time. One that no rule, note or condition reads changes nothing "
     "in their result.",
     "a question",
     "type: yes-no\n"
     "ask: Do you like cake?",
     "type: text\n"
     "ask: What else should we know?")

KIND(TARGET_UNREACHABLE, "RG0707", ERROR,
     "no answers bring `%s` to its target at %s: %s comes to %s, where %s is wanted",
     "lower the target, or let `attained` reach it",
     "However well somebody answers, this requirement stays a gap. Check the highest value that "
     "`attained` can have against the target.",
     "a requirement",
     "target: 3\n"
     "attained: practice / 2",
     "target: 2\n"
     "attained: practice / 2")

KIND(ALWAYS_MET, "RG0708", WARNING,
     "all answers meet `%s`: it is no gap for anybody, at any rung",
     "raise the target, or let `attained` be lower for some answers",
     "A requirement that everybody meets tells nobody anything and makes every score look better "
     "than it is.",
     "a requirement",
     "target: 1\n"
     "attained: practice + 1",
     "target: 2\n"
     "attained: practice + 1")

KIND(VERDICT_UNREACHABLE, "RG0709", WARNING,
     "no answers come to the verdict `%s` at %s",
     "change its conditions, or those of its neighbours, or allow it and say why",
     "Of all ways to answer, none ends at this verdict at that rung. Often the verdicts above take "
     "everybody who would have it.",
     "the rules",
     "verdicts:\n"
     "  - {id: ready, title: Ready, at-least: 80}\n"
     "  - {id: nearly, title: Nearly, at-least: 60}\n"
     "  - {id: not-yet, title: Not yet}",
     "verdicts:\n"
     "  - {id: ready, title: Ready, at-least: 80}\n"
     "  - {id: nearly, title: Nearly, at-least: 30}\n"
     "  - {id: not-yet, title: Not yet}")


KIND(VERDICT_NEVER, "RG0710", ERROR,
     "no answers come to the verdict `%s` at any rung",
     "change its conditions, or those of the verdicts above it",
     "Verdicts are tried from the first to the last, and the first that fits counts. One that asks "
     "for no less than a verdict above it is never reached.",
     "the rules",
     "verdicts:\n"
     "  - {id: ready, title: Ready, at-least: 50}\n"
     "  - {id: nearly, title: Nearly, at-least: 60}\n"
     "  - {id: not-yet, title: Not yet}",
     "verdicts:\n"
     "  - {id: ready, title: Ready, at-least: 60}\n"
     "  - {id: nearly, title: Nearly, at-least: 25}\n"
     "  - {id: not-yet, title: Not yet}")

KIND(NEVER_OFFERED, "RG0711", ERROR,
     "the action `%s` is never offered: its condition is false whatever the answers are",
     "correct `when`, or take the action out",
     "An action that nobody is offered helps nobody, and plans cannot use it.",
     "an action",
     "when: shifts > 10",
     "when: shifts > 3")

KIND(ALWAYS_DONE, "RG0712", WARNING,
     "the action `%s` counts as done already, whatever the answers are",
     "correct `done-when`, or take it out",
     "What is done already is never planned. An action that everybody has done can as well be "
     "left out.",
     "an action",
     "done-when: shifts >= 0",
     "done-when: shifts >= 9")

KIND(AFTER_NEVER_DONE, "RG0713", ERROR,
     "the action `%s` can never be done: it comes after `%s`, which is never offered",
     "mend the action that must come first, or take it out of `after`",
     "An action waits for those in its `after`. If one of them can be neither done nor done "
     "already, the whole chain stands still.",
     "the rules",
     "actions:\n"
     "  - {id: bakery, title: A bakery, kind: practice, months: [1, 2], when: shifts > 10}\n"
     "  - {id: course, title: A course, kind: course, months: [1, 2], after: [bakery],\n"
     "     raises: {speed: 3}}",
     "actions:\n"
     "  - {id: bakery, title: A bakery, kind: practice, months: [1, 2], when: shifts > 3}\n"
     "  - {id: course, title: A course, kind: course, months: [1, 2], after: [bakery],\n"
     "     raises: {speed: 3}}")

KIND(RAISES_NOTHING, "RG0714", WARNING,
     "the action `%s` raises nothing that anybody who is offered it needs",
     "let it raise a requirement that can be a gap, or take it out",
     "Whoever is offered the action has reached all that it raises already, or it raises nothing "
     "and nothing comes after it. A plan would never contain it.",
     "an action",
     "raises: {speed: 1}\n"
     "when: practice >= 1",
     "raises: {speed: 3}\n"
     "when: practice >= 1")

KIND(NOT_LIFTABLE, "RG0715", WARNING,
     "nothing lifts `%s` to its target at `%s`, where it is essential: %s",
     "give an action that lifts it, or make the requirement preferred, or allow it and say why",
     "Somebody who lacks an essential is told what to do about it. Here no action, and no chain of "
     "actions, gets them there, so no plan can reach the best verdict.",
     "a requirement",
     "need: essential\n"
     "target: 4",
     "need: essential\n"
     "target: 3")

KIND(CAN_FAIL, "RG0716", ERROR,
     "this expression of the %s `%s` can fail: %s",
     "ask for such answers first, as in `x == 0 ? 0 : y / x`",
     "With some answers the expression has no value, so what hangs on it stays open for these "
     "people, and the report names a problem.",
     "a requirement",
     "attained: 4 / shifts",
     "attained: \"shifts == 0 ? 0 : 4 / shifts\"")

KIND(STAYS_OPEN, "RG0717", WARNING,
     "the requirement `%s` stays open for some people who answered all that they are asked: it needs "
     "`%s`, which is not among it",
     "ask the question in these cases too, or let the requirement not need it",
     "A question with `unasked: unknown` that is not asked stays open. That is right where the "
     "aim does not need it; here the requirement applies at the very rung that is aimed at, so "
     "the score never becomes one number.",
     "a question that is scored",
     "when: weekends\n"
     "unasked: unknown",
     "when: weekends\n"
     "unasked: 0")


KIND(SAME_PART, "RG0718", WARNING,
     "this part of the expression is %s, whatever the answers are",
     "correct it, or take it out",
     "A part that never changes makes no difference to the whole. Often it compares with a value "
     "that the question cannot have, or asks for an option together with one that excludes all "
     "others.",
     "a requirement",
     "attained: \"\\\"none\\\" in drinks && \\\"tea\\\" in drinks ? 1 : practice\"",
     "attained: \"\\\"coffee\\\" in drinks && \\\"tea\\\" in drinks ? 1 : practice\"")

KIND(NOT_AIMED_AT, "RG0719", WARNING,
     "no answers aim at the rung `%s`",
     "let `target` give it for some answers, or allow it and say why",
     "The expression `target` says which rung somebody aims at. This rung is on the ladder, and "
     "nobody can choose it.",
     "the rules",
     "target: \"shifts > 3 ? 'junior' : 'junior'\"",
     "target: \"shifts > 3 ? 'junior' : 'senior'\"")

KIND(UNUSED_SCALE, "RG0720", WARNING,
     "no question uses the scale `%s`",
     "use it, or take it out",
     "A scale is what questions of the type `scale` choose their answers from. This one is in the "
     "file, and no question has it.",
     "the questionnaire",
     "scales:\n"
     "  practice: [{value: 0, label: Never}, {value: 1, label: Once}, {value: 2, label: Twice},\n"
     "             {value: 3, label: Often}, {value: 4, label: Daily}]\n"
     "  liking: [{value: 0, label: No}, {value: 1, label: Yes}]",
     "scales:\n"
     "  practice: [{value: 0, label: Never}, {value: 1, label: Once}, {value: 2, label: Twice},\n"
     "             {value: 3, label: Often}, {value: 4, label: Daily}]")

KIND(NO_EXAMPLES, "RG0721", WARNING,
     "the role `%s` has no examples",
     "add some under `examples`: a person, and what should come out",
     "Examples are the tests of your rules. With a few of them, `rung check` tells you at once when "
     "a change has an effect that you did not mean.",
     "the rules",
     "examples: []",
     "examples:\n"
     "  - name: A beginner\n"
     "    answers: {target_rung: junior, practice: 0}\n"
     "    expect: {verdict: not-yet}")

KIND(ANSWERS_UNASKED, "RG0722", WARNING,
     "this example answers `%s`, which is not asked with its other answers",
     "take the answer out, or correct those that decide whether it is asked",
     "An answer to a question that is not asked does not count, so the example tests something else "
     "than it seems to.",
     "an example",
     "answers: {target_rung: junior, practice: 0, weekends: false, evenings: true}",
     "answers: {target_rung: junior, practice: 0, weekends: true, evenings: true}")


KIND(ALL_EXCLUSIVE, "RG0723", WARNING,
     "every option of `%s` excludes all others, so only one can be chosen",
     "write `type: choice`, or take the options that go together out of `exclusive`",
     "`exclusive` is for options such as \"none of these\". If all options exclude each other the "
     "question takes one answer, and its type says another thing.",
     "a question",
     "type: choices\n"
     "ask: When can you start?\n"
     "options: [{id: now, label: Now, points: 1}, {id: later, label: Later}]\n"
     "exclusive: [now, later]\n"
     "when: place == \"kitchen\"",
     "type: choices\n"
     "ask: When can you start?\n"
     "options: [{id: now, label: Now, points: 1}, {id: later, label: Later}]\n"
     "exclusive: [later]\n"
     "when: place == \"kitchen\"")

KIND(IDLE_OPTIONS, "RG0724", WARNING,
     "%s no difference, whatever else is chosen: %s",
     "let a rule ask for them, take them out, or allow it and say why",
     "Whether somebody chooses them changes nothing. That is right for an option such as \"none of "
     "these\", which only keeps others out; then say so with `allow`.",
     "a question with options",
     "options: [{id: bread, label: Bread, points: 2}, {id: cake, label: Cake}]",
     "options: [{id: bread, label: Bread, points: 2}, {id: cake, label: Cake, points: 3}]")


KIND(NOT_PROVEN, "RG0799", NOTE,
     "not proven, too many combinations of answers: whether %s",
     "nothing has to be done; simpler expressions can be proven",
     "Everything else was proven for all answers. Here there are too many combinations to try, and "
     "estimates were not close enough, so a mistake of this kind could hide here.",
     "a requirement",
     "attained: '(hours * shifts + …) % 7 == 3 ? 4 : 0'",
     "attained: 'shifts > 3 ? 4 : 0'")

/* clang-format on */
