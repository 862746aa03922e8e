/* What libyaml says about broken YAML, in sentences for people who do not know YAML's grammar. */
#include "content/dialect.h"

#include <string.h>

static const content_problem problems[] = {
    {"mapping values are not allowed in this context", NULL,
     "a second `: ` in this line, or a key that is indented too deep",
     "if the colon belongs to the text, put the text in quotes", false},
    {"block sequence entries are not allowed in this context", NULL,
     "a list item `- ` must not stand here", "begin it on a line of its own", false},
    {"mapping keys are not allowed in this context", NULL, "a key must not stand here", NULL,
     false},
    {"could not find expected ':'", NULL, "this line has no `:` behind its key",
     "write `key: value`; text of several lines must be indented", true},
    {"found character that cannot start any token", NULL,
     "a value must not begin with this character", "put the text in quotes", false},
    {"found unexpected end of stream", "while scanning a quoted scalar",
     "the quote that begins here is not closed",
     "put the same quote where the text ends; an apostrophe inside `'…'` is written twice", true},
    {"found unexpected end of stream", NULL, "the file ends too early", NULL, false},
    {"found unexpected document indicator", "while scanning a quoted scalar",
     "the quote that begins here is not closed",
     "put the same quote where the text ends; an apostrophe inside `'…'` is written twice", true},
    {"found unknown escape character", NULL, "there is no such escape in double quotes",
     "write `\\\\` for a backslash, or use single quotes", false},
    {"did not find expected hexdecimal number", NULL,
     "an escape needs its hexadecimal digits: \\xNN, \\uNNNN, \\UNNNNNNNN", NULL, false},
    {"found invalid Unicode character escape code", NULL,
     "the escape does not stand for a character", NULL, false},
    {"did not find expected alphabetic or numeric character", "while scanning an anchor",
     "`&` begins an anchor, and its name is missing",
     "put the text in quotes if it begins with `&`", true},
    {"did not find expected alphabetic or numeric character", "while scanning an alias",
     "`*` begins an alias, and its name is missing", "put the text in quotes if it begins with `*`",
     true},
    {"did not find expected ',' or ']'", NULL, "the list in `[ ]` lacks a `,` or its `]`",
     "text that holds `,` `[` `]` `{` `}` or `: ` needs quotes here", false},
    {"did not find expected ',' or '}'", NULL, "the map in `{ }` lacks a `,` or its `}`",
     "text that holds `,` `[` `]` `{` `}` or `: ` needs quotes here", false},
    {"did not find expected '-' indicator", NULL,
     "a list item `- ` is expected here, at the indentation of the others", NULL, false},
    {"did not find expected key", NULL, "a key is expected here, at the indentation of the others",
     "if this goes on the value before it, put the whole value in quotes", false},
    {"did not find expected node content", NULL, "a value is missing here",
     "write it, or put it in quotes if it begins with a sign", false},
    {"did not find expected <document start>", NULL,
     "this does not belong to the value that the file consists of",
     "the keys of the file begin at the start of the line", false},
    {CONTENT_TAB_PROBLEM, NULL, "lines are indented with blanks, not with tabs", NULL, false},
    {"found a tab character that violates indentation", NULL,
     "lines are indented with blanks, not with tabs", NULL, false},
    {"found an indentation indicator equal to 0", NULL,
     "the digit behind `|` or `>` is from 1 to 9", NULL, false},
    {"did not find expected comment or line break", "while scanning a block scalar",
     "text begins on the line after `|` or `>`", NULL, false},
    {"found undefined tag handle", NULL, "tags are not supported",
     "put the text in quotes if it begins with `!`", false},
    {"found unexpected ':'", NULL, "a `:` must not stand here", "put the text in quotes", false},
};

content_problem content_problem_of(const char *problem, const char *context)
{
    for (size_t i = 0; i < RUNG_COUNT(problems); i++) {
        if (strcmp(problems[i].problem, problem) != 0)
            continue;
        if (!problems[i].context || (context && strcmp(problems[i].context, context) == 0))
            return problems[i];
    }
    return (content_problem){problem, context, problem, NULL, false};
}
