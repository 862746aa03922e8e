/* Rules of YAML that libyaml lets pass, and where values begin. */
#include "content/dialect.h"
#include "content/messages.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static uint32_t skip_blanks(rung_text text, uint32_t at, uint32_t end)
{
    while (at < end && is_blank(text.at[at]))
        at++;
    return at;
}

static uint32_t skip_line(rung_text text, uint32_t at, uint32_t end)
{
    while (at < end && !is_line_end(text.at[at]))
        at++;
    return at;
}

/* Behind a '#': whether it may begin a comment; reports it if not. */
static void check_comment(const struct content_layout *layout, uint32_t at)
{
    const char *text = layout->text.at;
    if (at == 0 || is_blank(text[at - 1]) || is_line_end(text[at - 1]))
        return;
    if (at == 3 && (unsigned char)text[0] == 0xEF) /* a byte order mark */
        return;
    content_report(layout->diagnostics, COMMENT, (rung_span){layout->source, at, at + 1});
    rung_mend(layout->diagnostics, "put a blank before `#`, or the whole value in quotes");
}

/* libyaml takes `?` in brackets for the mark of a key, whatever follows; YAML 1.2 only if that is a
 * blank. */
static void check_question_mark(const struct content_layout *layout, uint32_t at)
{
    rung_text text = layout->text;
    if (at + 1 == text.size || is_blank(text.at[at + 1]) || is_line_end(text.at[at + 1]))
        return;
    content_report(layout->diagnostics, QUESTION_MARK, (rung_span){layout->source, at, at + 1});
    rung_mend(layout->diagnostics, "put the text in quotes");
}

void content_check_gap(struct content_layout *layout, uint32_t to)
{
    rung_text text = layout->text;
    for (uint32_t at = layout->seen; at < to; at++) {
        if (text.at[at] == '?')
            check_question_mark(layout, at);
        if (text.at[at] != '#')
            continue;
        check_comment(layout, at);
        at = skip_line(text, at, to);
    }
    if (to > layout->seen)
        layout->seen = to;
}

void content_check_continuation(struct content_layout *layout, uint32_t start, uint32_t end,
                                int indent)
{
    rung_text text = layout->text;
    for (uint32_t at = start; at < end; at++) {
        if (text.at[at] != '\n')
            continue;
        uint32_t line = at + 1, words = line;
        while (words < end && text.at[words] == ' ')
            words++;
        bool deep = (int64_t)words - line > indent;
        words = skip_blanks(text, words, end);
        if (deep || words == end || is_line_end(text.at[words]) || text.at[words] == '#')
            continue;
        if (text.at[words] == ']' || text.at[words] == '}')
            continue;
        content_report(layout->diagnostics, CONTINUATION,
                       (rung_span){layout->source, words, words + 1},
                       content_line(layout->diagnostics, layout->source, start));
        rung_mend(layout->diagnostics,
                  "indent it with more than %d blanks (no tabs), or close the value before",
                  indent);
        layout->broken = true;
        return;
    }
}

/* Blank lines before the first words count as part of the text, so they must not be deeper. */
static void check_leading_blanks(struct content_layout *layout, uint32_t at, uint32_t end,
                                 int indent)
{
    rung_text text = layout->text;
    uint32_t most = 0, most_at = at;
    while (at < end) {
        uint32_t words = at;
        while (words < end && text.at[words] == ' ')
            words++;
        if (words < end && !is_line_end(text.at[words])) {
            layout->broken = (int64_t)words - at > indent && most > words - at;
            if (layout->broken)
                content_report(layout->diagnostics, BLANK_LINE,
                               (rung_span){layout->source, most_at, most_at});
            return;
        }
        if (words - at > most) {
            most = words - at;
            most_at = at;
        }
        at = words + 1;
    }
}

void content_check_block_scalar(struct content_layout *layout, uint32_t start, uint32_t end,
                                int indent)
{
    rung_text text = layout->text;
    uint32_t at = start + 1;
    bool indent_given = false;
    for (; at < end && !is_blank(text.at[at]) && !is_line_end(text.at[at]); at++) {
        indent_given = indent_given || (text.at[at] >= '1' && text.at[at] <= '9');
        if (text.at[at] == '#') {
            check_comment(layout, at);
            break;
        }
    }
    at = skip_line(text, at, (uint32_t)text.size);
    if (at + 1 < text.size && text.at[at] == '\r' && text.at[at + 1] == '\n')
        at++;
    if (!indent_given && at < text.size)
        check_leading_blanks(layout, at + 1, (uint32_t)text.size, indent);
}

static bool is_mark(rung_text text, uint32_t at, const char *mark)
{
    rung_text rest = {text.at + at, text.size - at};
    if (!rung_text_starts(rest, rung_text_of(mark)))
        return false;
    return rest.size == 3 || is_blank(rest.at[3]) || is_line_end(rest.at[3]);
}

void content_check_tail(struct content_layout *layout)
{
    rung_text text = layout->text;
    uint32_t end = (uint32_t)text.size;
    for (uint32_t at = layout->seen; at < end; at++) {
        bool line_start = at == 0 || is_line_end(text.at[at - 1]);
        if (is_blank(text.at[at]) || is_line_end(text.at[at]))
            continue;
        if (text.at[at] == '#') {
            check_comment(layout, at);
            at = skip_line(text, at, end);
        } else if (line_start && is_mark(text, at, "...")) {
            at += 2;
        } else {
            rung_span span = {layout->source, at, at + 1};
            if (line_start && is_mark(text, at, "---"))
                content_report(layout->diagnostics, SEVERAL_DOCUMENTS, span);
            else
                content_report(layout->diagnostics, BEHIND_THE_END, span);
            return;
        }
    }
}

uint32_t content_skip_properties(rung_text text, uint32_t start, uint32_t end)
{
    uint32_t at = start;
    while (at < end && (text.at[at] == '&' || text.at[at] == '!')) {
        while (at < end && !is_blank(text.at[at]) && !is_line_end(text.at[at]))
            at++;
        for (;;) {
            while (at < end && (is_blank(text.at[at]) || is_line_end(text.at[at])))
                at++;
            if (at == end || text.at[at] != '#')
                break;
            at = skip_line(text, at, end);
        }
    }
    return at;
}
