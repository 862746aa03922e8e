/* RG06: examples that do not come out as they should. Rows of rung_diagnostic_kind, see base.h. */
/* clang-format off */

KIND(EXAMPLE_VERDICT, "RG0601", ERROR, "this example comes out as `%s`, not `%s`: %s",
     "correct the expectation, or the rules; `rung check --explain` shows what feeds what",
     "Examples are the tests of your rules: answers, and what should come out. Either the rules do "
     "not do what you had in mind, or you changed them on purpose and the example is older.",
     "an example",
     "answers: {target_rung: junior, practice: 0}\n"
     "expect: {verdict: ready}",
     "answers: {target_rung: junior, practice: 0}\n"
     "expect: {verdict: not-yet}")

KIND(EXAMPLE_VERDICT_RANGE, "RG0602", ERROR,
     "this example comes out between `%s` and `%s`; `%s` is expected: %s",
     "answer the questions that are open in the example",
     "The example leaves questions open, and what they would be answered decides the verdict. A "
     "test that expects one verdict needs the answers that settle it.",
     "an example",
     "answers: {target_rung: junior}\n"
     "expect: {verdict: ready}",
     "answers: {target_rung: junior, practice: 4}\n"
     "expect: {verdict: ready}")

KIND(EXAMPLE_SCORE, "RG0603", ERROR, "this example scores %s; %s is expected, so it is %s too %s",
     "widen the range, answer what is open, or correct the rules",
     "The whole range that can come out must lie within the one that is expected. If you know how "
     "a person with these answers should stand, and the score differs, the rules weigh something "
     "otherwise than you do.",
     "an example",
     "answers: {target_rung: junior, practice: 0}\n"
     "expect: {score: [50, 100]}",
     "answers: {target_rung: junior, practice: 0}\n"
     "expect: {score: [0, 20]}")

KIND(EXAMPLE_GAP, "RG0604", ERROR, "this example has no gap in `%s`; %s",
     "take it out of `gaps`, or correct the requirement",
     "The example says that something is missing here, and with these answers the requirement is "
     "met or does not apply. So either the answers are better than you thought, or the target is "
     "lower.",
     "an example",
     "answers: {target_rung: junior, practice: 4}\n"
     "expect: {gaps: [speed]}",
     "answers: {target_rung: junior, practice: 0}\n"
     "expect: {gaps: [speed]}")
