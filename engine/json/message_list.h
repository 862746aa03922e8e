/* RG090: JSON that cannot be read. Rows of rung_diagnostic_kind, see base.h. */
/* clang-format off */

KIND(NOT_JSON, "RG0901", ERROR, "not valid JSON: %s",
     "look at the place that is shown: quotes, commas and brackets",
     "JSON is strict: names and texts stand in double quotes, commas stand between items and not "
     "behind the last one, and every bracket is closed.",
     "an answers file",
     "{\"shifts\": 3,}",
     "{\"shifts\": 3}")

KIND(DUPLICATE_KEY, "RG0902", ERROR, "the same key stands twice in one object",
     "keep one of the two",
     "One question has one answer. With two of them nobody could tell which one counts.",
     "an answers file",
     "{\"shifts\": 3, \"shifts\": 4}",
     "{\"shifts\": 4}")

KIND(NUMBER_TOO_LARGE, "RG0903", ERROR, "the number is too large",
     "write a smaller number",
     "The number is larger than a computer can calculate with, so an exponent or some digits have "
     "slipped in.",
     "an answers file",
     "{\"hours\": 1e999}",
     "{\"hours\": 20}")

KIND(HOLDS_NUL, "RG0904", ERROR, "the text holds a NUL character",
     "take \\u0000 out of the text",
     "This character ends a text for many programs, so what follows it could get lost. No keyboard "
     "types it; it comes from another program.",
     "an answers file",
     "{\"story\": \"I bake\\u0000bread\"}",
     "{\"story\": \"I bake bread\"}")

KIND(TOO_DEEP, "RG0905", ERROR, "objects and arrays are nested more than %d deep",
     "take the brackets away that are too many",
     "Answers need a depth of two. What goes deeper is a slip, or made to break programs.",
     "an answers file",
     "{\"drinks\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…",
     "{\"drinks\": [\"coffee\"]}")
