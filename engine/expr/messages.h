/* Everything that an expression's author can be told. */
#ifndef EXPR_MESSAGES_H
#define EXPR_MESSAGES_H

#include "base/base.h"

/* Name, code, text. Slices are passed as `%.*s`. */
#define EXPR_MESSAGES(X)                                                                           \
    /* characters and words */                                                                     \
    X(EMPTY, "RG0101", "there is no expression here")                                              \
    X(SOURCE_TOO_LONG, "RG0102", "the expression is longer than %d bytes")                         \
    X(INVALID_UTF8, "RG0103", "this is not valid UTF-8")                                           \
    X(BAD_CHARACTER, "RG0104", "the character U+%04X has no meaning here")                         \
    X(STRING_OPEN, "RG0105", "this string is not closed")                                          \
    X(BAD_ESCAPE, "RG0106", "no escape begins with `\\%.*s`")                                      \
    X(ESCAPE_DIGITS, "RG0107", "`%.*s` needs %d %s digits behind it")                              \
    X(ESCAPE_CODE, "RG0108", "the escape `%.*s` names no character")                               \
    X(BYTES, "RG0109", "there are no byte strings")                                                \
    X(UNSIGNED, "RG0110", "there are no unsigned numbers")                                         \
    X(NUMBER_RUNS_ON, "RG0111", "this number runs into `%.*s`")                                    \
    X(INT_RANGE, "RG0112", "this int does not fit into 64 bits")                                   \
    X(DOUBLE_RANGE, "RG0113", "this number is too large for a double")                             \
    X(SLIP, "RG0114", "`%.*s` is no operator")                                                     \
    /* structure */                                                                                \
    X(TOO_DEEP, "RG0120", "more than %d brackets inside one another")                              \
    X(EXPECTED_VALUE, "RG0121", "a value is missing before %.*s")                                  \
    X(EXPECTED_OPERATOR, "RG0122", "an operator is missing before %.*s")                           \
    X(EXPECTED, "RG0123", "%s is missing before %.*s")                                             \
    X(UNCLOSED, "RG0124", "this `%s` is not closed")                                               \
    X(UNOPENED, "RG0125", "%.*s closes nothing")                                                   \
    X(NESTED_CONDITION, "RG0126", "a condition between `?` and `:` needs brackets")                \
    X(RESERVED, "RG0127", "`%.*s` is a reserved word")                                             \
    X(NO_NULL, "RG0128", "there is no null")                                                       \
    X(FIELDS, "RG0129", "there are no fields")                                                     \
    X(INDEX, "RG0130", "lists are not indexed")                                                    \
    X(MAPS, "RG0131", "there are no maps and messages")                                            \
    /* names */                                                                                    \
    X(UNKNOWN_NAME, "RG0140", "there is no `%.*s`")                                                \
    X(HYPHEN, "RG0141", "there is no `%.*s`; a name has no hyphens")                               \
    X(NOT_YET, "RG0142", "`%.*s` comes later and is not known yet")                                \
    X(FREE_TEXT, "RG0143", "`%.*s` is free text, which expressions do not use")                    \
    X(UNKNOWN_FUNCTION, "RG0144", "there is no function `%.*s`")                                   \
    X(NOT_FUNCTION, "RG0145", "`%s` is called on a value")                                         \
    X(NOT_METHOD, "RG0146", "`%s` is not called on a value")                                       \
    X(ARGUMENT_COUNT, "RG0147", "`%s` takes %s, not %zu")                                          \
    X(NOT_OPTION, "RG0148", "`%.*s` is no option of `%.*s`")                                       \
    X(POINTS, "RG0149", "`points` takes the name of a question that has options")                  \
    /* types */                                                                                    \
    X(NOT_BOOL, "RG0160", "`%s` needs a bool, not %s")                                             \
    X(NO_OVERLOAD, "RG0161", "`%s` does not take %s")                                              \
    X(NO_OVERLOAD_PAIR, "RG0162", "`%s` does not take %s and %s")                                  \
    X(MIXED, "RG0163", "`%s` does not mix int and double")                                         \
    X(BRANCHES, "RG0164", "both results of `?:` must have one type, not %s and %s")                \
    X(ITEMS, "RG0165", "a list holds one type: this is %s, the first item %s")                     \
    X(LIST_TOO_LONG, "RG0166", "a list has at most %d items")                                      \
    X(WANT, "RG0167", "this gives %s, but %s")

typedef enum expr_message {
#define EXPR_MESSAGE_NAME(name, code, format) EXPR_##name,
    EXPR_MESSAGES(EXPR_MESSAGE_NAME)
#undef EXPR_MESSAGE_NAME
} expr_message;

#endif
