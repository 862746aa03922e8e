/* RG02: the file and its YAML. Rows of rung_diagnostic_kind, see base.h. */
/* clang-format off */

KIND(FILE_EMPTY, "RG0201", ERROR, "the file holds no data",
     "write `key: value` lines into it",
     "The file is empty, or holds comments only. Lines that begin with # are notes for people; the "
     "program skips them.",
     "a whole questionnaire",
     "# I will write it tomorrow",
     "format: rung-questionnaire/1\n"
     "id: cafe\n"
     "title: Café\n"
     "sections:\n"
     "  - id: work\n"
     "    questions:\n"
     "      - {id: weekends, type: yes-no, ask: Can you work at weekends?}")

KIND(FILE_TOO_LARGE, "RG0202", ERROR, "the file is larger than %d MiB",
     "keep pictures and tables elsewhere, and split what serves several roles",
     "A questionnaire is text that people read, and even a very long one has a tenth of this. So "
     "the file is probably something else, or something was pasted into it.",
     "a question",
     "help: data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAF…",
     "help: The picture is on our website.")

KIND(FILE_ENCODING, "RG0203", ERROR, "the file is %s",
     "save the file as UTF-8",
     "Text can be stored in several ways. Content is stored as UTF-8, as nearly all text on the "
     "web is; your editor offers it in `Save as`.",
     "a whole questionnaire",
     "\\xFF\\xFEf\\x00o\\x00r\\x00m\\x00a\\x00t\\x00:\\x00",
     "format: rung-questionnaire/1\n"
     "…")

KIND(BAD_UTF8, "RG0204", ERROR, "the byte 0x%02X is not valid UTF-8",
     "save the file as UTF-8",
     "The file was saved in an older way of storing text, which has other bytes for letters with "
     "accents. Read as UTF-8 they mean nothing, and people would see broken words.",
     "a question",
     "ask: Do you know our caf\\xE9?",
     "ask: Do you know our café?")

KIND(BAD_CHARACTER, "RG0205", ERROR, "the character U+%04X must not stand in the file",
     "delete it; your editor can show invisible characters",
     "It is a control character: one that no reader can see, and that can garble a terminal. Such "
     "characters come along when text is copied from another program.",
     "a question",
     "ask: Do you bake\\x07?",
     "ask: Do you bake?")

KIND(BAD_ESCAPE, "RG0206", ERROR, "the text holds the control character U+%04X",
     "leave the escape out, or write `\\\\` for a backslash",
     "Inside double quotes a backslash and a letter stand for a special character, here for an "
     "invisible one. It was probably meant as a plain backslash.",
     "a question",
     "ask: \"Do you bake\\e?\"",
     "ask: \"Do you bake?\"")

KIND(SYNTAX, "RG0207", ERROR, "%s",
     "look at this line and the one above: indentation, quotes and colons decide what belongs "
     "together",
     "The file is no YAML at this place, so it is not clear what belongs to what. Most often a "
     "text with a colon and a blank in it needs quotes, or a line is indented differently from "
     "its neighbours.",
     "a question",
     "help: A tip: start with bread.",
     "help: \"A tip: start with bread.\"")

KIND(TOO_DEEP, "RG0208", ERROR, "lists and maps are nested more than %d deep",
     "take the brackets away that are too many",
     "The formats need a depth of about ten. What goes deeper is a slip of the keyboard, or a file "
     "made to break programs.",
     "a question",
     "help: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n"
     "  [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n"
     "  once]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n"
     "  ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
     "help: Count it once.")

KIND(TOO_MANY_NODES, "RG0209", ERROR,
     "the file holds more than %d keys and values, counting aliases as what they stand for",
     "use fewer aliases, or split the file",
     "An alias (`*name`) repeats what an anchor (`&name`) marks. Aliases of aliases multiply: six "
     "lines can stand for a million values, more than any role has and more than memory holds.",
     "the questionnaire",
     "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
     "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
     "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\n"
     "d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
     "e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\n"
     "f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]",
     "intro: Say it once, where it is read.")

KIND(DUPLICATE_KEY, "RG0210", ERROR,
     "the key `%s` stands twice in this map; the first is in line %u",
     "keep one of the two",
     "Only one of the two values could count, and nobody could see which. Often the second one was "
     "meant for another question, and the line between them is missing.",
     "a question",
     "ask: Do you bake?\n"
     "ask: Do you bake bread?",
     "ask: Do you bake bread?")

KIND(MERGE_KEY, "RG0211", ERROR, "merge keys (`<<`) are not supported",
     "write the keys out",
     "A merge key copies keys from elsewhere in the file. Readers of the question would not see "
     "what it says, so the keys stand where they count.",
     "a question",
     "<<: {required: true}",
     "required: true")

KIND(TAG, "RG0212", ERROR, "tags such as `%s` are not supported",
     "leave the tag out; quotes make text of a number",
     "A tag tells a program which kind of data follows. Here each key has one kind of value, so "
     "there is nothing to tell.",
     "a question",
     "help: !!str 12",
     "help: \"12\"")

KIND(DIRECTIVE, "RG0213", ERROR, "directives (lines that begin with `%%`) are not supported",
     "leave the line out",
     "Directives set up a YAML reader. All content is read in the same way, so there is nothing to "
     "set.",
     "the questionnaire",
     "%YAML 1.2\n"
     "---\n"
     "id: cafe",
     "id: cafe")

KIND(SEVERAL_DOCUMENTS, "RG0214", ERROR, "a file holds one document; here another one begins",
     "take the line `---` out, or put what follows into a file of its own",
     "A line of three hyphens begins a new document. What stands below it would belong to nothing, "
     "so it is not left out silently.",
     "the questionnaire",
     "id: cafe\n"
     "---\n"
     "intro: Welcome to our café.",
     "id: cafe\n"
     "intro: Welcome to our café.")

KIND(BEHIND_THE_END, "RG0215", ERROR, "nothing may follow the end of the document",
     "take the line `...` out, or what follows it",
     "A line of three points ends the document. What stands below it would not be read, and nobody "
     "would notice.",
     "the questionnaire",
     "id: cafe\n"
     "...\n"
     "intro: Welcome to our café.",
     "id: cafe\n"
     "intro: Welcome to our café.")

KIND(BAD_KEY, "RG0216", ERROR, "a key is text on one line; this is %s",
     "write `key: value` with a plain word as the key",
     "The word before a colon names what follows. A list or a map there cannot be a name.",
     "a requirement",
     "target: {[junior]: 2}",
     "target: {junior: 2}")

KIND(UNKNOWN_ALIAS, "RG0217", ERROR, "no anchor `&%s` stands above this alias",
     "put the text in quotes, or mark what it shall repeat with an anchor above",
     "A value that begins with a star repeats what an anchor of that name marks further up. There "
     "is no such anchor; most often the star was meant as part of the text.",
     "a question",
     "help: *see_above",
     "help: \"*see_above\"")

KIND(ALIAS_CYCLE, "RG0218", ERROR, "the alias `*%s` stands inside what it refers to",
     "write the value out",
     "The alias repeats something that it is itself a part of, so it would go on for ever.",
     "an action",
     "raises: &same {speed: *same}",
     "raises: {speed: 3}")

KIND(COMMENT, "RG0219", ERROR, "a comment needs a blank before its `#`",
     "put a blank before `#`, or the whole value in quotes",
     "A # begins a comment only behind a blank. Without one it could as well be part of the text, "
     "as in `table #5`, and readers of YAML do not agree on it here.",
     "a question",
     "ask: \"Do you bake?\"#ask early",
     "ask: \"Do you bake?\" # ask early")

KIND(CONTINUATION, "RG0220", ERROR,
     "this line continues the value of line %u and must be indented deeper",
     "indent it with more blanks than the key that it belongs to",
     "Indentation shows what belongs to what. This line goes on with a value that is still open, "
     "but stands where a new key would begin.",
     "a question",
     "type: choice\n"
     "options: [\n"
     "{id: bread, label: Bread}]",
     "type: choice\n"
     "options: [\n"
     "  {id: bread, label: Bread}]")

KIND(BLANK_LINE, "RG0221", ERROR,
     "a blank line at the start of this text has more blanks than the first line of words",
     "delete the blanks in the empty line",
     "The first line with words sets how deep the text is indented. An empty line before it that "
     "is deeper makes that unclear, and readers of YAML do not agree on it.",
     "a question",
     "help: |\n"
     "      \n"
     "  Think of the last month.",
     "help: |\n"
     "  Think of the last month.")

KIND(LONE_DASH, "RG0222", ERROR, "a lone `%c` is not a value inside brackets",
     "write the value, or put the character in quotes",
     "Outside brackets a dash begins the item of a list. Inside brackets commas part the items, "
     "and a dash alone means nothing.",
     "a question",
     "type: choice\n"
     "options: [-]",
     "type: choice\n"
     "options: [{id: bread, label: Bread}]")

KIND(QUESTION_MARK, "RG0223", ERROR, "text that begins with `?` is not possible inside brackets",
     "put the text in quotes",
     "Inside brackets a question mark at the beginning has a meaning of its own in YAML. Quotes "
     "make plain text of it.",
     "an action",
     "raises: {?speed: 3}",
     "raises: {speed: 3}")
