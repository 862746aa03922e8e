/* RG04: what keys and values mean together. Rows of rung_diagnostic_kind, see base.h. */
/* clang-format off */

KIND(UNKNOWN_REFERENCE, "RG0401", ERROR, "there is no %s `%s`",
     "use the id of one that the files define, or define it",
     "The file points to something by its id, and nothing has this id. Most often it is a slip of "
     "the keyboard, or the id was changed in one place only.",
     "a requirement",
     "dimension: crafts",
     "dimension: craft")

KIND(OPTION_UNKNOWN, "RG0402", ERROR,
     "`unknown` cannot be an option: it is what `unasked` may say",
     "give the option another id, such as `not-sure`",
     "`unasked: unknown` says that a question was not asked and stays open. An option of that name "
     "could not be told from it. Its label may be what you like.",
     "a question",
     "type: choice\n"
     "options: [{id: bread, label: Bread}, {id: unknown, label: I do not know}]",
     "type: choice\n"
     "options: [{id: bread, label: Bread}, {id: not-sure, label: I do not know}]")

KIND(NOT_ASCENDING, "RG0403", ERROR, "the values of a scale must ascend",
     "put the lowest value first",
     "A scale is shown from its lowest step to its highest. In another order people would read it "
     "the wrong way round.",
     "the questionnaire",
     "scales:\n"
     "  practice:\n"
     "    - {value: 4, label: Most days}\n"
     "    - {value: 0, label: Never}",
     "scales:\n"
     "  practice:\n"
     "    - {value: 0, label: Never}\n"
     "    - {value: 4, label: Most days}")

KIND(MIN_ABOVE_MAX, "RG0404", ERROR, "`max` is below `min`",
     "swap the two, or correct one of them",
     "There is no number between these bounds, so whatever somebody types is refused.",
     "a question",
     "type: number\n"
     "min: 10\n"
     "max: 0",
     "type: number\n"
     "min: 0\n"
     "max: 10")

KIND(NOT_ON_SCALE, "RG0405", ERROR, "`%s` is not a value of the scale `%s`",
     "use one of the values that the scale lists",
     "A question that is not asked counts as if somebody had given its `unasked` value, so it must "
     "be an answer that somebody could give.",
     "a question",
     "type: scale\n"
     "scale: practice\n"
     "unasked: 7",
     "type: scale\n"
     "scale: practice\n"
     "unasked: 0")

KIND(EXCLUDED, "RG0406", ERROR, "`%s` holds an option that excludes all others",
     "leave the excluding option alone, or take it out",
     "`exclusive` marks options such as `none of these`, which cannot be chosen together with "
     "others. Nobody could give this answer.",
     "a question",
     "type: choices\n"
     "options: [{id: bread, label: Bread}, {id: none, label: None of these}]\n"
     "exclusive: [none]\n"
     "unasked: [bread, none]",
     "type: choices\n"
     "options: [{id: bread, label: Bread}, {id: none, label: None of these}]\n"
     "exclusive: [none]\n"
     "unasked: [none]")

KIND(TEXT_UNASKED, "RG0407", ERROR, "a text question that is not asked is empty, or `unknown`",
     "leave `unasked` out, or write `unasked: unknown`",
     "Free text is what somebody wrote. If nobody was asked, there is no such text, and none must "
     "be put into people's mouths.",
     "a question",
     "type: text\n"
     "unasked: nothing special",
     "type: text")

KIND(NOT_REQUIRED, "RG0408", ERROR,
     "`%s` may depend on required questions only; `%s` can be skipped",
     "give the question `required: true`",
     "These keys decide what is asked of a person. If that hung on a question that can be skipped, "
     "skipping it would change the job instead of leaving a gap.",
     "a requirement",
     "target: 'hours > 20 ? 3 : 2'    # hours can be skipped",
     "target: 'shifts > 4 ? 3 : 2'    # shifts is required")

KIND(UNKNOWN_STRINGS, "RG0409", ERROR, "it cannot be told that `%s` gives %s",
     "write the possible results out in quotes, with `a ? \"x\" : \"y\"`",
     "What comes out must be one of a few words, and this expression builds its text while it "
     "runs. Written out, a slip is found now and not when somebody gets a report.",
     "a requirement",
     "need: string(weekends)",
     "need: 'weekends ? \"essential\" : \"preferred\"'")

KIND(WRONG_STRING, "RG0410", ERROR, "`%s` can be %s, which is not %s",
     "make every result one of the words that are possible",
     "For some answers this expression gives a word that nobody knows, and then nothing could be "
     "scored.",
     "a requirement",
     "need: 'weekends ? \"esential\" : \"preferred\"'",
     "need: 'weekends ? \"essential\" : \"preferred\"'")

KIND(OTHER_QUESTIONNAIRE, "RG0411", ERROR,
     "these rules are about the questionnaire `%s`; this one is `%s`",
     "name the questionnaire that belongs to the rules",
     "Rules use the questions of one questionnaire by their ids. With another one their "
     "expressions would mean something else, or nothing.",
     "the rules",
     "questionnaire: bakery   # and the file bakery.yaml has the id cafe …",
     "questionnaire: cafe")

KIND(TARGET_BY_RUNG, "RG0412", ERROR,
     "`target` decides which rung it is, so it cannot depend on `rung`",
     "ask which rung somebody aims at, and name that question",
     "`rung` is the step of the ladder that is looked at. Which one that is comes from `target`, "
     "so `target` would have to know its own result.",
     "the rules",
     "target: rung",
     "target: target_rung")

KIND(OUTSIDE_LEVELS, "RG0413", ERROR, "`%s` is always %s; a level is from 0 to 4",
     "write a level from 0 to 4",
     "Levels are the same everywhere: 0 is nothing and 4 is the highest. A target beyond them "
     "could never be met, or always.",
     "a requirement",
     "target: 2 + 3",
     "target: 3")

KIND(LEVEL_KEY, "RG0414", ERROR, "the levels are 1, 2, 3 and 4; there is no `%s`",
     "use the keys 1, 2, 3 and 4",
     "`levels` tells in a sentence each what somebody does at level 1, 2, 3 and 4. Level 0 is "
     "nothing yet, so it needs no sentence.",
     "a requirement",
     "levels: {5: Teaches others}",
     "levels: {4: Teaches others}")

KIND(LAST_VERDICT, "RG0415", ERROR,
     "the last verdict takes what no other does, so it has no conditions",
     "take `at-least` and `essential-gap` out of the last verdict, or add one below it",
     "Everybody gets a verdict. The list is read from the top, and whoever meets no condition gets "
     "the last one; with a condition of its own somebody could be left without any.",
     "the rules",
     "verdicts:\n"
     "  - {id: ready, title: Ready, at-least: 80}\n"
     "  - {id: not-yet, title: Not yet, at-least: 10}",
     "verdicts:\n"
     "  - {id: ready, title: Ready, at-least: 80}\n"
     "  - {id: not-yet, title: Not yet}")

KIND(CYCLE, "RG0416", ERROR, "these actions wait for each other: %s",
     "leave out one `after` of them",
     "`after` says what must be done before. Here each action waits for the next one in the "
     "circle, so nobody could ever begin.",
     "the rules",
     "actions:\n"
     "  - {id: course, title: A course, kind: course, months: [1, 2], after: [job]}\n"
     "  - {id: job, title: A job, kind: experience, months: [6, 12], after: [course]}",
     "actions:\n"
     "  - {id: course, title: A course, kind: course, months: [1, 2]}\n"
     "  - {id: job, title: A job, kind: experience, months: [6, 12], after: [course]}")

KIND(REPEATED, "RG0417", ERROR, "`%s` names `%s` twice",
     "take one of the two out",
     "Naming something twice has no meaning here. Most often the second one was to be something "
     "else.",
     "the rules",
     "actions:\n"
     "  - {id: course, title: A course, kind: course, months: [1, 2]}\n"
     "  - {id: job, title: A job, kind: experience, months: [6, 12], after: [course, course]}",
     "actions:\n"
     "  - {id: course, title: A course, kind: course, months: [1, 2]}\n"
     "  - {id: job, title: A job, kind: experience, months: [6, 12], after: [course]}")

KIND(BAD_YEARS, "RG0418", ERROR,
     "`years` is a list of the least and the most, or of the least alone",
     "write [2, 5] for two to five years, [5] for five or more",
     "How many years people usually have on a rung is a range. One number in brackets is a range "
     "without an upper end.",
     "the rules",
     "rungs:\n"
     "  - {id: junior, title: Junior, years: [0, 2, 5]}\n"
     "  - {id: senior, title: Senior}",
     "rungs:\n"
     "  - {id: junior, title: Junior, years: [0, 2]}\n"
     "  - {id: senior, title: Senior}")

KIND(NO_REASON, "RG0419", WARNING, "`%s` is allowed without a reason",
     "write {code: …, reason: …} and say in a sentence why it is meant",
     "Whoever reads the file next year sees that a warning was switched off, and cannot tell "
     "whether it still should be. One sentence saves them the guessing.",
     "the rules",
     "allow: [RG0706]",
     "allow:\n"
     "  - {code: RG0706, at: [favourite_colour], reason: We like to know.}")

KIND(ALLOWED_NOTHING, "RG0420", WARNING, "`%s` is allowed here, and there is no such warning",
     "take it out, or correct its code or its `at`",
     "Nothing in this file is warned about in this way any more, or the ids in `at` are misspelt. "
     "An entry that is left behind would hide the next warning of its kind, which may be news.",
     "the rules",
     "allow:\n"
     "  - {code: RG0706, at: [shoe_size], reason: We asked for it once.}",
     "allow: []")

KIND(UNKNOWN_CODE, "RG0421", ERROR, "there is no diagnostic `%s`",
     "copy the code from the brackets of the message",
     "Each message of `rung check` has a code, RG and four digits. No message has this one, so "
     "nothing would be allowed by it.",
     "the rules",
     "allow:\n"
     "  - {code: RG7060, at: [story], reason: We read it and do not score it.}",
     "allow:\n"
     "  - {code: RG0706, at: [favourite_colour], reason: We like to know.}")

KIND(NOT_A_WARNING, "RG0422", ERROR, "`%s` cannot be allowed: it is %s",
     "mend what it is about",
     "A warning is about what may be meant, so it can be allowed. An error is about what cannot "
     "work, whatever was meant: people would get wrong questions or wrong scores. A note asks for "
     "nothing, and what is said of `allow` itself is mended there.",
     "the rules",
     "allow:\n"
     "  - {code: RG0416, reason: They go together.}",
     "allow: []")

KIND(RESUME_WORDS, "RG0423", ERROR, "`resume` finds nothing: %s",
     "name words of a resume, such as [barista, coffee]",
     "A resume is free text. Which of its words mean this question, or one of its options, is for "
     "the questionnaire to say; without any, nothing could ever be proposed.",
     "a question",
     "type: yes-no\n"
     "resume: work",
     "type: yes-no\n"
     "resume: work\n"
     "resume-match: [barista, coffee]")

KIND(RESUME_YEARS, "RG0424", ERROR, "a number cannot come from `%s`",
     "write `work` or `education`",
     "The number that is proposed is the time that the items of a resume took together. Only work "
     "and education have a beginning and an end.",
     "a question",
     "type: number\n"
     "min: 0\n"
     "max: 40\n"
     "resume: skills\n"
     "resume-match: [coffee]",
     "type: number\n"
     "min: 0\n"
     "max: 40\n"
     "resume: work\n"
     "resume-match: [coffee]")
