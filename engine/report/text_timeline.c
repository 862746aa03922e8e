/* Steps over months: solid as long as they surely last, lighter as long as they may. */
#include "report/text_parts.h"

#include "report/amount.h"
#include "report/words.h"

enum { WIDEST = 40, NARROWEST = 20, GAP = 2 };

struct scale {
    int months, columns;
    bool beside; /* the words have room behind the bar */
};

static struct scale measure(const report_writer *writer, const report_steps *steps)
{
    int room = writer->style->width - REPORT_INDENT, words = 0;
    for (size_t i = 0; i < steps->list.count; i++) {
        int width = report_width(writer, steps->list.at[i].when);
        words = width > words ? width : words;
    }
    int left = room - words - GAP;
    bool beside = left >= NARROWEST;
    int columns = beside ? left : room;
    return (struct scale){steps->months, columns < WIDEST ? columns : WIDEST, beside};
}

/* Months as columns: what begins later never ends before it. */
static int column_of(const struct scale *scale, int month)
{
    return scale->months > 0 ? (int)((long)month * scale->columns / scale->months) : 0;
}

static void put_span(report_writer *writer, const report_step *step, const struct scale *scale)
{
    int start = column_of(scale, step->start);
    int sure = column_of(scale, step->start + step->least);
    int end = column_of(scale, step->start + step->most);
    const report_spans spans = {start, sure - start, end - sure, scale->columns - end};
    report_move(writer, REPORT_INDENT);
    report_put_spans(writer, &spans);
}

static void put_step(report_writer *writer, const report_step *step, const struct scale *scale)
{
    report_flow_block(writer, REPORT_INDENT, step->label, REPORT_STRONG);
    put_span(writer, step, scale);
    if (scale->beside) {
        report_move(writer, REPORT_INDENT + scale->columns + GAP);
        report_put(writer, step->when, REPORT_PLAIN);
    }
    report_end_line(writer);
    if (!scale->beside)
        report_flow_block(writer, REPORT_INDENT, step->when, REPORT_PLAIN);
    if (step->note)
        report_flow_block(writer, REPORT_INDENT, step->note, REPORT_QUIET);
}

/* "now" on the left, how long it takes in all on the right. */
static void put_axis(report_writer *writer, const struct scale *scale)
{
    const char *end = report_months(writer->arena, (const int[]){scale->months, scale->months});
    report_move(writer, REPORT_INDENT);
    report_put(writer, report_words(WORD_STEP_NOW), REPORT_QUIET);
    report_move(writer, REPORT_INDENT + scale->columns - report_width(writer, end));
    report_put(writer, end, REPORT_QUIET);
    report_end_line(writer);
}

static void put_words(report_writer *writer, const report_step *step)
{
    const char *line = report_fill(writer->arena, WORD_LEVEL_WITH_TEXT, step->label, step->when);
    line = report_fill(writer->arena, WORD_FULL_STOP, line);
    if (step->note)
        line = report_fill(writer->arena, WORD_SENTENCES, line, step->note);
    report_flow_block(writer, REPORT_INDENT, line, REPORT_PLAIN);
}

void report_render_timeline(report_writer *writer, const report_block *block)
{
    const report_steps *steps = &block->steps;
    for (size_t i = 0; writer->style->plain && i < steps->list.count; i++)
        put_words(writer, &steps->list.at[i]);
    if (writer->style->plain)
        return;
    struct scale scale = measure(writer, steps);
    for (size_t i = 0; i < steps->list.count; i++)
        put_step(writer, &steps->list.at[i], &scale);
    put_axis(writer, &scale);
}
