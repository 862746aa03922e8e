/* RG05: what is wrong with answers. Rows of rung_diagnostic_kind, see base.h. */
/* clang-format off */

KIND(NOT_A_MAP, "RG0501", ERROR, "answers are a map `question: value`; this is %s",
     "write one line for each answer: the question's id, a colon, the value",
     "An answer belongs to a question, so each one stands with the question's id. A list of values "
     "alone does not say what they answer.",
     "an answers file",
     "- 3",
     "shifts: 3")

KIND(UNKNOWN_QUESTION, "RG0502", ERROR, "there is no question `%.*s`",
     "`rung show ROLE --questions` lists the ids",
     "Answers name questions by their ids. No question has this one, so it is misspelt, or belongs "
     "to another role.",
     "an answers file",
     "shfits: 3",
     "shifts: 3")

KIND(BAD_VALUE, "RG0503", ERROR, "`%s` %s",
     "`rung show ROLE --questions` tells what each question takes",
     "The question cannot have this answer: an option that it does not offer, a number outside its "
     "bounds, or another kind of value.",
     "an answers file",
     "shifts: many",
     "shifts: 3")
