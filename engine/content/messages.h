/* messages: everything this stage says to an author, in one table. The templates are printf
 * formats; what a call gives must fit. */
#ifndef RUNG_CONTENT_MESSAGES_H
#define RUNG_CONTENT_MESSAGES_H

#include "content/content.h"

/* RG02: the file and its YAML. RG03: keys and values. RG04: what they mean together. */
#define CONTENT_MESSAGES(X)                                                                        \
    X(FILE_EMPTY, "RG0201", "the file holds no data")                                              \
    X(FILE_TOO_LARGE, "RG0202", "the file is larger than %d MiB")                                  \
    X(FILE_ENCODING, "RG0203", "the file is %s")                                                   \
    X(BAD_UTF8, "RG0204", "the byte 0x%02X is not valid UTF-8")                                    \
    X(BAD_CHARACTER, "RG0205", "the character U+%04X must not stand in the file")                  \
    X(BAD_ESCAPE, "RG0206", "the text holds the control character U+%04X")                         \
    X(SYNTAX, "RG0207", "%s")                                                                      \
    X(TOO_DEEP, "RG0208", "lists and maps are nested more than %d deep")                           \
    X(TOO_MANY_NODES, "RG0209",                                                                    \
      "the file holds more than %d keys and values, counting aliases "                             \
      "as what they stand for")                                                                    \
    X(DUPLICATE_KEY, "RG0210", "the key `%s` stands twice in this map; the first is in line %u")   \
    X(MERGE_KEY, "RG0211", "merge keys (`<<`) are not supported")                                  \
    X(TAG, "RG0212", "tags such as `%s` are not supported")                                        \
    X(DIRECTIVE, "RG0213", "directives (lines that begin with `%%`) are not supported")            \
    X(SEVERAL_DOCUMENTS, "RG0214", "a file holds one document; here another one begins")           \
    X(BEHIND_THE_END, "RG0215", "nothing may follow the end of the document")                      \
    X(BAD_KEY, "RG0216", "a key is text on one line; this is %s")                                  \
    X(UNKNOWN_ALIAS, "RG0217", "no anchor `&%s` stands above this alias")                          \
    X(ALIAS_CYCLE, "RG0218", "the alias `*%s` stands inside what it refers to")                    \
    X(COMMENT, "RG0219", "a comment needs a blank before its `#`")                                 \
    X(CONTINUATION, "RG0220",                                                                      \
      "this line continues the value of line %u and must be indented "                             \
      "deeper")                                                                                    \
    X(BLANK_LINE, "RG0221",                                                                        \
      "a blank line at the start of this text has more blanks than the "                           \
      "first line of words")                                                                       \
    X(LONE_DASH, "RG0222", "a lone `%c` is not a value inside brackets")                           \
    X(QUESTION_MARK, "RG0223", "text that begins with `?` is not possible inside brackets")        \
    /* keys and values */                                                                          \
    X(WRONG_KIND, "RG0301", "`%s` takes %s; this is %s")                                           \
    X(NO_VALUE, "RG0302", "`%s` has no value")                                                     \
    X(UNKNOWN_KEY, "RG0303", "%s has no key `%s`")                                                 \
    X(MISSING_KEY, "RG0304", "%s needs the key `%s`")                                              \
    X(FOREIGN_KEY, "RG0305", "`%s` belongs to %s questions; this is a %s question")                \
    X(EMPTY_TEXT, "RG0306", "`%s` must not be empty")                                              \
    X(UNKNOWN_WORD, "RG0307", "`%s` is %s, not `%s`")                                              \
    X(OUT_OF_RANGE, "RG0308", "`%s` is %s from %s to %s")                                          \
    X(NOT_ABOVE, "RG0309", "`%s` is a number above %s, up to %s")                                  \
    X(NOT_WHOLE, "RG0310", "`%s` is a whole number")                                               \
    X(NUMBER_FORM, "RG0311", "`%s` is a number; this one is %s")                                   \
    X(BAD_PAIR, "RG0312", "`%s` is a list of two numbers, the least and the most")                 \
    X(PAIR_ORDER, "RG0313", "`%s`: the least must not be above the most")                          \
    X(NO_ITEMS, "RG0314", "`%s` needs at least one item")                                          \
    X(TOO_MANY, "RG0315", "`%s` has more than %d items")                                           \
    X(BAD_ID, "RG0316", "an id is lower-case letters and digits, in words joined by `%c`")         \
    X(LONG_ID, "RG0317", "an id has at most %d bytes; this one has %zu")                           \
    X(RESERVED_ID, "RG0318", "`%s` is a word of expressions and cannot be an id here")             \
    X(DUPLICATE_ID, "RG0319", "the %s `%s` exists already, in line %u")                            \
    X(NOT_A_MAP, "RG0320", "%s is a map of keys; this is %s")                                      \
    X(FORMAT, "RG0321", "the file does not say what it is: `format: %s` is missing")               \
    X(OTHER_FORMAT, "RG0322", "this is `%s`, where `%s` is expected")                              \
    X(NEWER_FORMAT, "RG0323", "this is `%s`, written for a newer version; this one reads `%s`")    \
    /* meaning */                                                                                  \
    X(UNKNOWN_REFERENCE, "RG0401", "there is no %s `%s`")                                          \
    X(OPTION_UNKNOWN, "RG0402", "`unknown` cannot be an option: it is what `unasked` may say")     \
    X(NOT_ASCENDING, "RG0403", "the values of a scale must ascend")                                \
    X(MIN_ABOVE_MAX, "RG0404", "`max` is below `min`")                                             \
    X(NOT_ON_SCALE, "RG0405", "`%s` is not a value of the scale `%s`")                             \
    X(EXCLUDED, "RG0406", "`%s` holds an option that excludes all others")                         \
    X(TEXT_UNASKED, "RG0407", "a text question that is not asked is empty, or `unknown`")          \
    X(NOT_REQUIRED, "RG0408", "`%s` may depend on required questions only; `%s` can be skipped")   \
    X(UNKNOWN_STRINGS, "RG0409", "it cannot be told that `%s` gives %s")                           \
    X(WRONG_STRING, "RG0410", "`%s` can be %s, which is not %s")                                   \
    X(OTHER_QUESTIONNAIRE, "RG0411",                                                               \
      "these rules are about the questionnaire `%s`; this one is "                                 \
      "`%s`")                                                                                      \
    X(TARGET_BY_RUNG, "RG0412",                                                                    \
      "`target` decides which rung it is, so it cannot depend on `rung`")                          \
    X(OUTSIDE_LEVELS, "RG0413", "`%s` is always %s; a level is from 0 to 4")                       \
    X(LEVEL_KEY, "RG0414", "the levels are 1, 2, 3 and 4; there is no `%s`")                       \
    X(LAST_VERDICT, "RG0415",                                                                      \
      "the last verdict takes what no other does, so it has no "                                   \
      "conditions")                                                                                \
    X(CYCLE, "RG0416", "these actions wait for each other: %s")                                    \
    X(REPEATED, "RG0417", "`%s` names `%s` twice")                                                 \
    X(BAD_YEARS, "RG0418", "`years` is a list of the least and the most, or of the least alone")

#define CONTENT_ENUM(name, code, text) CONTENT_##name,
typedef enum content_message {
    CONTENT_MESSAGES(CONTENT_ENUM) CONTENT_MESSAGE_COUNT
} content_message;
#undef CONTENT_ENUM

/* Reports with the arguments that the template asks for. */
#define content_report(diagnostics, name, ...)                                                     \
    rung_report((diagnostics), &rung_content_messages[CONTENT_##name], __VA_ARGS__)

/* True if no more is kept about a file. What takes long to say need not be found out then: a file
 * may hold very many mistakes. */
bool content_is_full(const rung_diagnostics *diagnostics, const rung_source *source);
/* The line that holds `at`, from 1, for a message; 0 where it would not be kept anyway, since
 * counting lines takes as long as the file is. */
uint32_t content_line(const rung_diagnostics *diagnostics, const rung_source *source, uint32_t at);

/* Foreign text as a message shows it: cut where it is long. */
const char *content_shown(rung_arena *arena, rung_text text);

#endif
