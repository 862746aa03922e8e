/* RG03: keys and values. Rows of rung_diagnostic_kind, see base.h. */
/* clang-format off */

KIND(WRONG_KIND, "RG0301", ERROR, "`%s` takes %s; this is %s",
     "write the kind of value that the key takes",
     "Each key has one kind of value: text, a number, true or false, a list, a map. What looks "
     "alike to people can differ: `yes` is a word, `true` is a decision, \"12\" in quotes is text.",
     "a question",
     "required: yes",
     "required: true")

KIND(NO_VALUE, "RG0302", ERROR, "`%s` has no value",
     "write the value behind the colon, or leave the key out",
     "The key is there and nothing stands behind it. Perhaps the value was meant to be on the next "
     "line and is not indented, or it was to be written later.",
     "a question",
     "ask:",
     "ask: Do you bake?")

KIND(UNKNOWN_KEY, "RG0303", ERROR, "%s has no key `%s`",
     "look at its spelling, and at its indentation",
     "A key that nobody knows is probably misspelt, or stands one level too deep or too high. If "
     "it were passed over, what you meant by it would silently not happen.",
     "a question",
     "requird: true",
     "required: true")

KIND(MISSING_KEY, "RG0304", ERROR, "%s needs the key `%s`",
     "add the key, at the indentation of its neighbours",
     "Without this key the thing is not complete: a number that has no highest value, say, cannot "
     "be checked or scored.",
     "a question",
     "type: number\n"
     "min: 0",
     "type: number\n"
     "min: 0\n"
     "max: 10")

KIND(FOREIGN_KEY, "RG0305", ERROR, "`%s` belongs to %s questions; this is a %s question",
     "take the key out, or change the question's `type`",
     "Each type of question has keys of its own, such as `options` for choices and `min` for "
     "numbers. On another type the key could have no effect, so one of the two is not as you "
     "meant it.",
     "a question",
     "type: yes-no\n"
     "max-length: 100",
     "type: text\n"
     "max-length: 100")

KIND(EMPTY_TEXT, "RG0306", ERROR, "`%s` must not be empty",
     "write the text, or leave the key out if it is optional",
     "People would see nothing where a text belongs: a question without words, an option without a "
     "label.",
     "a question",
     "ask: \"\"",
     "ask: Do you bake?")

KIND(UNKNOWN_WORD, "RG0307", ERROR, "`%s` is %s, not `%s`",
     "use one of the words that the message lists",
     "This key takes one of a few words, because the program does something different for each. It "
     "does not know this one.",
     "a question",
     "type: yes/no",
     "type: yes-no")

KIND(OUT_OF_RANGE, "RG0308", ERROR, "`%s` is %s from %s to %s",
     "write a number within these bounds",
     "The number is outside of what it can mean. An importance, for example, is from 1 to 5, so "
     "that it says the same in every role.",
     "a requirement",
     "importance: 10",
     "importance: 5")

KIND(NOT_ABOVE, "RG0309", ERROR, "`%s` is a number above %s, up to %s",
     "write a larger number, or leave out what would count for nothing",
     "With this value the thing would have no effect at all: a dimension of no weight never moves "
     "a score, and an action that raises to level 0 raises nothing.",
     "the rules",
     "dimensions:\n"
     "  - {id: craft, title: Craft, weight: 0}",
     "dimensions:\n"
     "  - {id: craft, title: Craft, weight: 1}")

KIND(NOT_WHOLE, "RG0310", ERROR, "`%s` is a whole number",
     "write it without a fraction",
     "Here only whole steps have a meaning: months in a plan, ranks of importance, values of a "
     "scale.",
     "an action",
     "months: [0.5, 2]",
     "months: [1, 2]")

KIND(NUMBER_FORM, "RG0311", ERROR, "`%s` is a number; this one is %s",
     "write it in plain decimal digits, without quotes",
     "Numbers can be written in ways that readers take for different things: 010 is ten for one "
     "and eight for another, and in quotes it is text. Plain digits are the same for everybody.",
     "a question",
     "type: number\n"
     "min: 0\n"
     "max: \"10\"",
     "type: number\n"
     "min: 0\n"
     "max: 10")

KIND(BAD_PAIR, "RG0312", ERROR, "`%s` is a list of two numbers, the least and the most",
     "write both in brackets, also if they are equal: [3, 3]",
     "How long something takes, or what it costs, is never known exactly, so it is given as a "
     "range. Two numbers in brackets say both ends.",
     "an action",
     "months: 3",
     "months: [3, 3]")

KIND(PAIR_ORDER, "RG0313", ERROR, "`%s`: the least must not be above the most",
     "swap the two numbers",
     "A range is read from its lower end to its upper one. This one has no number in it.",
     "an action",
     "months: [6, 3]",
     "months: [3, 6]")

KIND(NO_ITEMS, "RG0314", ERROR, "`%s` needs at least one item",
     "add an item, or take out what the list belongs to",
     "Without an item there is nothing to choose, to ask or to score.",
     "a question",
     "type: choice\n"
     "options: []",
     "type: choice\n"
     "options: [{id: bread, label: Bread}]")

KIND(TOO_MANY, "RG0315", ERROR, "`%s` has more than %d items",
     "split it into several, or ask for it in another way",
     "People cannot find their way in so many items, and the engine counts on a limit. A number "
     "or a second question usually asks the same more kindly.",
     "a question",
     "type: choice\n"
     "options: [{id: age-18, label: 18}, {id: age-19, label: 19}, …]",
     "type: number\n"
     "min: 18\n"
     "max: 99")

KIND(BAD_ID, "RG0316", ERROR, "an id is lower-case letters and digits, in words joined by `%c`",
     "write it in small letters, with the joint between words",
     "Ids are the names by which files refer to each other, people never see them. One way of "
     "writing means that nobody has to remember which letters were large.",
     "a question",
     "id: Bakes-Bread",
     "id: bakes_bread")

KIND(LONG_ID, "RG0317", ERROR, "an id has at most %d bytes; this one has %zu",
     "shorten it; the full wording belongs to `ask`, `title` or `label`",
     "Ids stand in expressions, tables and addresses. A short name keeps them readable.",
     "a question",
     "id: have_you_ever_baked_bread_for_more_than_a_hundred_guests_in_one_night",
     "id: baked_for_many")

KIND(RESERVED_ID, "RG0318", ERROR, "`%s` is a word of expressions and cannot be an id here",
     "choose another id",
     "Expressions name questions by their ids, and this word has a meaning there already. A "
     "question of this name could never be used.",
     "a question",
     "id: in",
     "id: works_indoors")

KIND(DUPLICATE_ID, "RG0319", ERROR, "the %s `%s` exists already, in line %u",
     "give one of the two another id",
     "An id names one thing. With two of the same name nobody could tell which one a rule or an "
     "answer means.",
     "the rules",
     "dimensions:\n"
     "  - {id: craft, title: Craft, weight: 1}\n"
     "  - {id: craft, title: Service, weight: 1}",
     "dimensions:\n"
     "  - {id: craft, title: Craft, weight: 1}\n"
     "  - {id: service, title: Service, weight: 1}")

KIND(NOT_A_MAP, "RG0320", ERROR, "%s is a map of keys; this is %s",
     "write it as `key: value` lines, or in braces: {id: …, title: …}",
     "It consists of several named parts, so each part is written with its key. A bare word does "
     "not say which part it is.",
     "the rules",
     "related: [Waiter]",
     "related:\n"
     "  - {id: waiter, title: Waiter}")

KIND(FORMAT, "RG0321", ERROR, "the file does not say what it is: `format: %s` is missing",
     "begin the file with this line",
     "The first line says whether the file asks (a questionnaire) or scores (rules), and in which "
     "version of the format. So a file that is years old is still read as it was meant.",
     "a whole questionnaire",
     "id: cafe\n"
     "title: Café\n"
     "sections:\n"
     "  - id: work\n"
     "    questions:\n"
     "      - {id: weekends, type: yes-no, ask: Can you work at weekends?}",
     "format: rung-questionnaire/1\n"
     "id: cafe\n"
     "title: Café\n"
     "sections:\n"
     "  - id: work\n"
     "    questions:\n"
     "      - {id: weekends, type: yes-no, ask: Can you work at weekends?}")

KIND(OTHER_FORMAT, "RG0322", ERROR, "this is `%s`, where `%s` is expected",
     "write the format as it is expected, or name the right file",
     "The file says that it is something else than what was looked for. Perhaps questionnaire and "
     "rules were swapped, or the word is misspelt.",
     "the questionnaire",
     "format: rung-questionaire/1",
     "format: rung-questionnaire/1")

KIND(NEWER_FORMAT, "RG0323", ERROR,
     "this is `%s`, written for a newer version; this one reads `%s`",
     "install a newer version of rung, or ask for the file in the older format",
     "The number behind the slash grows when the format changes. This program does not know what "
     "the newer one means, and guessing could give wrong scores.",
     "the questionnaire",
     "format: rung-questionnaire/2",
     "format: rung-questionnaire/1")
