/* Everything that an expression's author can be told: rows of rung_diagnostic_kind, see base.h.
 * Slices are passed as `%.*s`. */
/* clang-format off */

/* --- Characters and words -------------------------------------------------------------------- */

KIND(EMPTY, "RG0101", ERROR, "there is no expression here",
     "write an expression, or leave the key out",
     "The key promises a condition or a formula, and there is none. What stands behind `//` is a "
     "comment inside an expression; it is read by people only.",
     "a question",
     "when: // only at weekends",
     "when: weekends   # a comment of the file begins with #")

KIND(SOURCE_TOO_LONG, "RG0102", ERROR, "the expression is longer than %d bytes",
     "split it: a further question or requirement can carry a part of it",
     "Nobody can read an expression of many pages, and so nobody can tell whether it is right. The "
     "limit is far above what a person writes by hand.",
     "a requirement",
     "attained: shifts + shifts + shifts + shifts + …",
     "attained: 4 * shifts")

KIND(INVALID_UTF8, "RG0103", ERROR, "this is not valid UTF-8",
     "type the character again, and save the text as UTF-8",
     "Text reaches this program as bytes, and UTF-8 is the agreement on which bytes stand for "
     "which character. These bytes stand for none, so it cannot be known what was meant.",
     "an expression",
     "\"caf\\xE9\" == \"cafe\"",
     "\"café\" == \"cafe\"")

KIND(BAD_CHARACTER, "RG0104", ERROR, "the character U+%04X has no meaning here",
     "write it with the characters of a plain keyboard",
     "Expressions are made of letters, digits and a few signs that every keyboard has. Word "
     "processors like to put finer ones in their place: curly quotes, long dashes, ≥ for >=.",
     "a question",
     "when: shifts ≥ 3",
     "when: shifts >= 3")

KIND(STRING_OPEN, "RG0105", ERROR, "this string is not closed",
     "end it with the quote it begins with",
     "A piece of text in an expression stands between two quotes of one kind. Without the second "
     "one, everything behind it would count as text, too.",
     "a question",
     "when: place == \"counter",
     "when: place == \"counter\"")

KIND(BAD_ESCAPE, "RG0106", ERROR, "no escape begins with `\\%.*s`",
     "write `\\\\` for a backslash",
     "A backslash inside quotes says that the next letter means something else, such as \\n for a "
     "new line. There is no such meaning for this letter.",
     "a question",
     "when: place.contains(\"kit\\chen\")",
     "when: place.contains(\"kitchen\")")

KIND(ESCAPE_DIGITS, "RG0107", ERROR, "`%.*s` needs %d %s digits behind it",
     "fill the number up with zeros in front, or type the character itself",
     "This escape gives a character by its number, and the number always has the same count of "
     "digits, so that one can see where it ends.",
     "a question",
     "when: place.startsWith(\"\\u006\")",
     "when: place.startsWith(\"\\u006b\")   # or just \"k\"")

KIND(ESCAPE_CODE, "RG0108", ERROR, "the escape `%.*s` names no character",
     "look the number up, or type the character itself",
     "Not every number belongs to a character. This one is kept free, so the text could never be "
     "shown to anybody.",
     "a question",
     "when: place.startsWith(\"\\ud800\")",
     "when: place.startsWith(\"k\")")

KIND(BYTES, "RG0109", ERROR, "there are no byte strings",
     "write the text in quotes without `b`",
     "Other languages have a second kind of text, for raw bytes. Answers are ordinary text, so an "
     "ordinary string is what you compare them with.",
     "a question",
     "when: place == b\"kitchen\"",
     "when: place == \"kitchen\"")

KIND(UNSIGNED, "RG0110", ERROR, "there are no unsigned numbers",
     "write the number without `u`",
     "Other languages have a second kind of whole number that is never below zero. Here there is "
     "one kind, and it serves for all.",
     "a question",
     "when: shifts > 3u",
     "when: shifts > 3")

KIND(NUMBER_RUNS_ON, "RG0111", ERROR, "this number runs into `%.*s`",
     "write the number alone, with digits and one point",
     "Numbers have no unit and no separators here. The unit belongs to the question, where people "
     "see it; a name cannot begin with a digit.",
     "a question",
     "when: hours > 20h",
     "when: hours > 20")

KIND(INT_RANGE, "RG0112", ERROR, "this int does not fit into 64 bits",
     "write a smaller number, or one with a point (1e20)",
     "Whole numbers go up to about nine quintillion (19 digits). An answer is never that large, "
     "so a digit has probably slipped in.",
     "a question",
     "when: shifts < 99999999999999999999",
     "when: shifts < 99")

KIND(DOUBLE_RANGE, "RG0113", ERROR, "this number is too large for a double",
     "write a smaller number",
     "Numbers with a point go up to a 1 with 308 zeros. Nothing that is asked here comes near it, "
     "so the exponent is probably wrong.",
     "a question",
     "when: hours < 1e999",
     "when: hours < 1e3")

KIND(SLIP, "RG0114", ERROR, "`%.*s` is no operator",
     "the operators are == != < <= > >= in && || ! + - * / % and ? :",
     "It looks like an operator of another language, or like a word of everyday speech. It is read "
     "as what was probably meant, so that the rest can be checked, but it has to be written right.",
     "a question",
     "when: weekends and shifts => 3",
     "when: weekends && shifts >= 3")

/* --- Structure ------------------------------------------------------------------------------- */

KIND(TOO_DEEP, "RG0120", ERROR, "more than %d brackets inside one another",
     "take brackets out that are not needed",
     "Brackets in brackets in brackets can no longer be read by people, and a program needs memory "
     "for each of them. So there is a limit, far above what is useful.",
     "a question",
     "when: ((((((((((((((weekends…))))))))))))))",
     "when: weekends")

KIND(EXPECTED_VALUE, "RG0121", ERROR, "a value is missing before %.*s",
     "write what belongs there, or take the operator in front away",
     "An operator such as && or + stands between two values. Here one side is empty, so the "
     "expression stops in the middle of a thought.",
     "a question",
     "when: weekends &&",
     "when: weekends && shifts > 3")

KIND(EXPECTED_OPERATOR, "RG0122", ERROR, "an operator is missing before %.*s",
     "write what joins the two, such as && (both) or || (at least one)",
     "Two values stand side by side, and nothing says how they belong together. Both must be "
     "true, or only one of them? That makes a great difference for the person who answers.",
     "a question",
     "when: weekends shifts > 3",
     "when: weekends && shifts > 3")

KIND(EXPECTED, "RG0123", ERROR, "%s is missing before %.*s",
     "put it in, or take out what it would belong to",
     "Some signs come in company: `a ? b : c` has two, brackets come in pairs, a point is "
     "followed by a name. Here a part of such a company is missing.",
     "a requirement",
     "attained: 'weekends ? 4'",
     "attained: 'weekends ? 4 : 2'")

KIND(UNCLOSED, "RG0124", ERROR, "this `%s` is not closed",
     "put the closing bracket where the group ends",
     "A bracket groups what belongs together. Without its partner it is open which part of the "
     "expression is meant, and && and || give different results then.",
     "a question",
     "when: (weekends || shifts > 3",
     "when: (weekends || shifts > 3)")

KIND(UNOPENED, "RG0125", ERROR, "%.*s closes nothing",
     "take it out, or put its partner in front",
     "This bracket has no partner before it. Either it is left over, or the group that it ends has "
     "lost its beginning.",
     "a question",
     "when: weekends || shifts > 3)",
     "when: (weekends || shifts > 3)")

KIND(NESTED_CONDITION, "RG0126", ERROR, "a condition between `?` and `:` needs brackets",
     "put round brackets around the inner `a ? b : c`",
     "With two question marks in a row readers lose track of which colon belongs to which. "
     "Brackets around the inner one make it plain.",
     "a requirement",
     "attained: 'weekends ? shifts > 3 ? 4 : 3 : 2'",
     "attained: 'weekends ? (shifts > 3 ? 4 : 3) : 2'")

KIND(RESERVED, "RG0127", ERROR, "`%.*s` is a reserved word",
     "a choice between two results is written `a ? b : c`",
     "Some words are kept free, since other programs that read the same language use them. There "
     "is no `if` and no `else`: a condition, a question mark and a colon say the same.",
     "a requirement",
     "attained: if weekends then 4 else 2",
     "attained: 'weekends ? 4 : 2'")

KIND(NO_NULL, "RG0128", ERROR, "there is no null",
     "compare with what a question without an answer has: \"\", [], 0 or false",
     "Other languages have a special value for `nothing`. Here a question that is not asked has an "
     "ordinary value, its `unasked`, so that every comparison has a plain answer.",
     "a question",
     "when: place != null",
     "when: place != \"\"")

KIND(FIELDS, "RG0129", ERROR, "there are no fields",
     "write \"option\" in question to ask whether an option was chosen",
     "A point between two names asks for a part of something. Answers have no parts: a question is "
     "true or false, a number, an option, or a list of options.",
     "a question",
     "when: drinks.coffee",
     "when: '\"coffee\" in drinks'")

KIND(INDEX, "RG0130", ERROR, "lists are not indexed",
     "write \"option\" in question to ask whether an option was chosen",
     "The first item of a list of answers says nothing: options always stand in the order of the "
     "file, whatever somebody chose first. What counts is whether one is among them.",
     "a question",
     "when: drinks[0] == \"coffee\"",
     "when: '\"coffee\" in drinks'")

KIND(MAPS, "RG0131", ERROR, "there are no maps and messages",
     "write the cases with `a ? b : c`; target and need also take a map of their own, without "
     "quotes",
     "Curly brackets would build a table inside the expression. A value that differs by rung is "
     "written as a choice instead.",
     "a requirement",
     "target: '{\"junior\": 2, \"senior\": 3}'",
     "target: {junior: 2, senior: 3}   # or 'rung == \"senior\" ? 3 : 2'")

/* --- Names ----------------------------------------------------------------------------------- */

KIND(UNKNOWN_NAME, "RG0140", ERROR, "there is no `%.*s`",
     "use the id of a question; text stands in quotes",
     "A bare word in an expression is the id of a question (or `rung`, in rules). No question has "
     "this id. Either it is misspelt, or it is the id of an option, which stands in quotes.",
     "a question",
     "when: shfits > 3",
     "when: shifts > 3")

KIND(HYPHEN, "RG0141", ERROR, "there is no `%.*s`; a name has no hyphens",
     "write an underscore in the name of a question; an option stands in quotes",
     "In an expression a hyphen is a minus sign: `target-rung` would be `target` minus `rung`. "
     "That is why ids of questions have underscores.",
     "a question",
     "when: target-rung == \"senior\"",
     "when: target_rung == \"senior\"")

KIND(NOT_YET, "RG0142", ERROR, "`%.*s` comes later and is not known yet",
     "move the question that is named above this one",
     "Questions are asked in the order of the file. When it is decided whether this one is asked, "
     "nobody has seen the later one, so there is no answer to decide by.",
     "a question",
     "when: evenings   # asked further down",
     "when: weekends   # asked further up")

KIND(FREE_TEXT, "RG0143", ERROR, "`%.*s` is free text, which expressions do not use",
     "ask for the fact with a question that has options, or yes-no",
     "What people write in their own words is kept for them and for the report. A machine that "
     "judges it would be unfair: two people say the same thing in different words.",
     "a question",
     "when: story == \"yes\"   # story is of type text",
     "when: weekends          # a question of type yes-no")

KIND(UNKNOWN_FUNCTION, "RG0144", ERROR, "there is no function `%.*s`",
     "there are size, points, math.least, math.greatest, int, double, string, contains, startsWith "
     "and endsWith",
     "A word with brackets behind it is a function, and there are only a few, so that everybody "
     "can know them all.",
     "a requirement",
     "attained: min(shifts, 4)",
     "attained: math.least(shifts, 4)")

KIND(NOT_FUNCTION, "RG0145", ERROR, "`%s` is called on a value",
     "write the value first, then a point, then the function",
     "These functions ask something of a text, and the text stands in front: the place contains "
     "\"kitchen\".",
     "a question",
     "when: contains(place, \"kitchen\")",
     "when: place.contains(\"kitchen\")")

KIND(NOT_METHOD, "RG0146", ERROR, "`%s` is not called on a value",
     "write the function first, with the value in its brackets",
     "This function stands in front of what it works on, as in mathematics.",
     "a requirement",
     "attained: practice.double()",
     "attained: double(practice)")

KIND(ARGUMENT_COUNT, "RG0147", ERROR, "`%s` takes %s, not %zu",
     "give the function what it asks for",
     "Each function works on a fixed number of values. With more, or fewer, it is not clear what "
     "should come out.",
     "a requirement",
     "attained: points(place, drinks)",
     "attained: points(place) + points(drinks)")

KIND(NOT_OPTION, "RG0148", ERROR, "`%.*s` is no option of `%.*s`",
     "use the id of one of the question's options",
     "The comparison could never be true, since nobody can choose this option. A condition with "
     "such a slip is silently always false, and people would never see what depends on it.",
     "a question",
     "when: place == \"kichen\"",
     "when: place == \"kitchen\"")

KIND(POINTS, "RG0149", ERROR, "`points` takes the name of a question that has options",
     "give it a question of type choice or choices; the value of others is used as it is",
     "`points` adds up the points that the content gives to the chosen options. A number, a scale "
     "or a yes-no question has no options, and so no points.",
     "a requirement",
     "attained: points(shifts)",
     "attained: points(place)")

/* --- Types ----------------------------------------------------------------------------------- */

KIND(NOT_BOOL, "RG0160", ERROR, "`%s` needs a bool, not %s",
     "make a comparison of it, such as `… > 0`",
     "&&, || and ! join statements that are true or false. A number is neither: three shifts are "
     "not `true`, but `more than none` is.",
     "a question",
     "when: shifts && weekends",
     "when: shifts > 0 && weekends")

KIND(NO_OVERLOAD, "RG0161", ERROR, "`%s` does not take %s",
     "give it a value of a kind that it works on",
     "Each function and operator works on certain kinds of values. `size` counts the items of a "
     "list or the letters of a text; a number has neither.",
     "a requirement",
     "target: 2\n"
     "attained: size(shifts)",
     "target: 2\n"
     "attained: size(drinks)")

KIND(NO_OVERLOAD_PAIR, "RG0162", ERROR, "`%s` does not take %s and %s",
     "make both sides the same kind: a number without quotes, a text with quotes",
     "The two sides are of different kinds, and comparing or adding them means nothing. Most "
     "often a number stands in quotes, which makes a text of it.",
     "a question",
     "when: shifts > \"3\"",
     "when: shifts > 3")

KIND(MIXED, "RG0163", ERROR, "`%s` does not mix int and double",
     "write the whole number with a point (2.0), or turn it with double()",
     "Whole numbers and numbers with a point are different kinds, and calculating with them "
     "differs: 7 / 2 is 3, but 7.0 / 2.0 is 3.5. You say which one you mean.",
     "a requirement",
     "attained: hours / 10",
     "attained: hours / 10.0")

KIND(BRANCHES, "RG0164", ERROR, "both results of `?:` must have one type, not %s and %s",
     "write both results as the same kind of value",
     "Whichever way the condition goes, what comes out is used in the same place. So both results "
     "are of one kind: two whole numbers, two numbers with a point, or two texts.",
     "a requirement",
     "attained: 'weekends ? 4 : 0.5'",
     "attained: 'weekends ? 4.0 : 0.5'")

KIND(ITEMS, "RG0165", ERROR, "a list holds one type: this is %s, the first item %s",
     "write all items as the same kind of value",
     "A list is compared item by item with one answer, and an answer has one kind. An item of "
     "another kind could never match.",
     "a question",
     "when: shifts in [1, \"2\"]",
     "when: shifts in [1, 2]")

KIND(LIST_TOO_LONG, "RG0166", ERROR, "a list has at most %d items",
     "write a range with two comparisons",
     "A list of more than a thousand values was probably made by a machine and cannot be read by "
     "people. Two comparisons say the same.",
     "a question",
     "when: shifts in [0, 1, 2, 3, 4, 5, 6, 7, …]",
     "when: shifts >= 0 && shifts <= 2000")

KIND(WANT, "RG0167", ERROR, "this gives %s, but %s",
     "write an expression that gives what the key needs",
     "A `when` decides something, so it must come out as true or false; `attained` is a level, so "
     "it must come out as a number. This expression is sound, but gives another kind of value.",
     "a question",
     "when: shifts",
     "when: shifts > 0")
