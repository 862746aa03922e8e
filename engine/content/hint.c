/* What was probably meant where YAML breaks: expressions, quotes and blanks, from the look of the
 * line. What is seen here only changes the words of a message, never what is accepted. */
#include "content/dialect.h"

#include <string.h>

/* The line of a problem, in two parts. */
struct look {
    rung_text before, behind; /* `behind` begins at the problem */
};

static const char in_quotes[] =
    "put the whole expression in quotes ('…'), or write it below `>-` on lines of its own";

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static struct look look_at(rung_text text, uint32_t at)
{
    size_t start = at, end = at;
    while (start > 0 && text.at[start - 1] != '\n' && text.at[start - 1] != '\r')
        start--;
    while (end < text.size && text.at[end] != '\n' && text.at[end] != '\r')
        end++;
    return (struct look){{text.at + start, at - start}, {text.at + at, end - at}};
}

static rung_text whole(const struct look *look)
{
    return rung_text_trim((rung_text){look->before.at, look->before.size + look->behind.size});
}

static bool begins_with_any(rung_text text, const char *const *heads, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rung_text_starts(text, rung_text_of(heads[i])))
            return true;
    return false;
}

/* --- What a line can look like --------------------------------------------------------------- */

/* "key: a ? b", and a colon follows. */
static bool has_question_mark(const struct look *look)
{
    return rung_text_contains(look->before, RUNG_TEXT(" ? "));
}

/* An expression goes on with an operator that means something else in YAML. */
static bool begins_with_operator(const struct look *look)
{
    static const char *const heads[] = {"||", "&&", "? ", ": ", "* ", "% ", "!="};
    return begins_with_any(whole(look), heads, RUNG_COUNT(heads));
}

/* "-item". */
static bool begins_with_dash(const struct look *look)
{
    rung_text line = whole(look);
    return line.size > 1 && line.at[0] == '-' && !is_blank(line.at[1]) && line.at[1] != '-';
}

/* The first colon of a line that begins with blanks. */
static bool is_first_colon(const struct look *look)
{
    return look->before.size && is_blank(look->before.at[0]) &&
           !rung_text_contains(look->before, RUNG_TEXT(": "));
}

/* "key:value". */
static bool has_tight_colon(const struct look *look)
{
    rung_text line = whole(look);
    size_t at = 0;
    while (at < line.size && ((line.at[at] >= 'a' && line.at[at] <= 'z') || line.at[at] == '-'))
        at++;
    return at > 0 && at + 1 < line.size && line.at[at] == ':' && !is_blank(line.at[at + 1]);
}

/* The quote that closes right before the problem; '\0' if there is none. */
static char closing_quote(const struct look *look)
{
    rung_text before = rung_text_trim(look->before);
    char last = before.size ? before.at[before.size - 1] : '\0';
    return last == '"' || last == '\'' ? last : '\0';
}

/* `"word" in question`: an expression that begins with a quote. */
static bool goes_on_as_expression(const struct look *look)
{
    static const char *const heads[] = {"in ", "== ", "!= ", "+ ", "? ", "&& ", "|| "};
    return closing_quote(look) && begins_with_any(look->behind, heads, RUNG_COUNT(heads));
}

static bool is_behind_single(const struct look *look)
{
    return closing_quote(look) == '\'';
}

static bool is_behind_double(const struct look *look)
{
    return closing_quote(look) == '"';
}

/* --- The table ------------------------------------------------------------------------------- */

/* The first row of libyaml's problem that looks right. NULL leaves what there is. */
static const struct hint {
    const char *problem;
    bool (*looks)(const struct look *look);
    const char *sentence, *mend;
} hints[] = {
    {"mapping values are not allowed in this context", has_question_mark,
     "YAML takes this `: ` for the colon of a key, not for a part of `? :`", in_quotes},
    {"mapping values are not allowed in this context", begins_with_operator, NULL, in_quotes},
    {"mapping values are not allowed in this context", begins_with_dash,
     "this line begins no list item: behind `-` a blank is missing", "write `- ` and the item"},
    {"mapping values are not allowed in this context", is_first_colon,
     "this key is indented deeper than those above it", "indent it as deep as its neighbours"},
    {"did not find expected ',' or '}'", has_question_mark, NULL, in_quotes},
    {"did not find expected ',' or ']'", has_question_mark, NULL, in_quotes},
    {"did not find expected key", goes_on_as_expression,
     "the value ends with its quote, and more follows", in_quotes},
    {"did not find expected key", is_behind_single,
     "the text ends with its quote, and more follows",
     "write `''` for an apostrophe inside single quotes, or put the text in double quotes"},
    {"did not find expected key", is_behind_double,
     "the text ends with its quote, and more follows",
     "write `\\\"` for a quote inside double quotes, or put the whole text in single ones"},
    {"did not find expected key", begins_with_operator,
     "this line does not belong to the value above", in_quotes},
    {"could not find expected ':'", has_tight_colon, "behind the `:` of a key a blank is missing",
     "write `key: value`"},
    {"did not find expected comment or line break", begins_with_operator,
     "this line does not belong to the value above", in_quotes},
    {"did not find expected alphabetic or numeric character", begins_with_operator,
     "this line does not belong to the value above", in_quotes},
    {"did not find expected '-' indicator", is_first_colon, NULL,
     "if it is a key of the item above, indent it as deep as that item's other keys"},
};

content_problem content_hint(content_problem problem, rung_text text, uint32_t at)
{
    struct look look = look_at(text, at);
    for (size_t i = 0; i < RUNG_COUNT(hints); i++) {
        const struct hint *hint = &hints[i];
        if (strcmp(hint->problem, problem.problem) != 0 || !hint->looks(&look))
            continue;
        problem.sentence = hint->sentence ? hint->sentence : problem.sentence;
        problem.mend = hint->mend;
        break;
    }
    return problem;
}
