/* The requirements as a table for spreadsheets (RFC 4180), a row for each that applies. There is no
 * byte order mark: readers of CSV take it for a part of the first column's name, and so does
 * LibreOffice where it converts without its dialog; with it, both want to be told UTF-8 anyway. */
#include "report/csv.h"

#include "report/escape.h"

typedef struct writer {
    rung_arena *arena;
    rung_sink *sink;
    bool begun; /* this line has a cell */
} writer;

static void put_cell(writer *to, const char *cell)
{
    if (to->begun)
        rung_write(to->sink, RUNG_TEXT(","));
    rung_write(to->sink, rung_text_of(cell));
    to->begun = true;
}

static void put_text(writer *to, const char *text)
{
    put_cell(to, report_escape_csv(to->arena, text ? text : ""));
}

/* Reads back to the same double. */
static void put_number(writer *to, double value)
{
    char number[RUNG_NUMBER_SIZE];
    rung_number_format(value, number);
    put_cell(to, number);
}

static void put_range(writer *to, rung_range range)
{
    put_number(to, range.low);
    put_number(to, range.high);
}

/* "self-rating knowledge" */
static void put_evidence(writer *to, unsigned evidence)
{
    const char *kinds = "";
    for (unsigned kind = RUNG_EVIDENCE_NONE + 1; kind < RUNG_EVIDENCE_COUNT; kind++)
        if (evidence & 1u << kind)
            kinds = rung_format(to->arena, "%s%s%s", kinds, *kinds ? " " : "",
                                rung_evidence_name(kind));
    put_text(to, kinds);
}

static void end_line(writer *to)
{
    rung_write(to->sink, RUNG_TEXT("\r\n"));
    to->begun = false;
}

static const char *const columns[] = {
    "id",       "title",        "dimension",     "need",    "importance",
    "target",   "attained-low", "attained-high", "gap-low", "gap-high",
    "loss-low", "loss-high",    "evidence",      "basis",   "source",
};

static void put_requirement(writer *to, const rung_rules *rules, size_t index,
                            const rung_requirement_score *score)
{
    const rung_requirement *requirement = &rules->requirements[index];
    put_text(to, requirement->id);
    put_text(to, requirement->title);
    put_text(to, rules->dimensions[requirement->dimension].id);
    put_text(to, rung_need_name(score->need));
    put_number(to, requirement->importance);
    put_number(to, score->target);
    put_range(to, score->attained);
    put_range(to, score->gap);
    put_range(to, score->loss);
    put_evidence(to, requirement->evidence);
    put_text(to, requirement->documented ? "documented" : "judgement");
    put_text(to, requirement->source);
    end_line(to);
}

void report_write_csv(rung_arena *arena, const rung_scorecard *scorecard, rung_sink *sink)
{
    const rung_rules *rules = scorecard->role->rules;
    writer to = {.arena = arena, .sink = sink};
    for (size_t i = 0; i < RUNG_COUNT(columns); i++)
        put_text(&to, columns[i]);
    end_line(&to);
    for (size_t i = 0; i < rules->requirement_count; i++)
        if (scorecard->aim->requirements[i].applies)
            put_requirement(&to, rules, i, &scorecard->aim->requirements[i]);
}
