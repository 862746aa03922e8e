/* Tables as columns; where these do not fit, as entries of one line and more. */
#include "report/text_parts.h"

#include "report/words.h"

#include <string.h>

enum { COLUMN_GAP = 2, NARROWEST = 12 };

struct grid {
    const report_table *table;
    int widths[REPORT_MAX_COLUMNS]; /* 0: a column in which nothing stands */
    int least[REPORT_MAX_COLUMNS];  /* what its longest word takes */
};

static const char *current_mark(const report_writer *writer)
{
    return writer->style->ascii ? ">" : "▸";
}

static int longest_word(const report_writer *writer, const char *text)
{
    int longest = NARROWEST;
    while (*text) {
        size_t size = strcspn(text, " ");
        int width = report_width(writer, rung_copy(writer->arena, (rung_text){text, size}));
        longest = width > longest ? width : longest;
        text += size + strspn(text + size, " ");
    }
    return longest;
}

static void measure(const report_writer *writer, struct grid *grid)
{
    for (size_t c = 0; c < grid->table->columns; c++) {
        int widest = 0;
        for (size_t r = 0; r < grid->table->rows.count; r++) {
            int width = report_width(writer, grid->table->rows.at[r].cells[c]);
            int least = longest_word(writer, grid->table->rows.at[r].cells[c]);
            widest = width > widest ? width : widest;
            grid->least[c] = least > grid->least[c] ? least : grid->least[c];
        }
        int header = report_width(writer, grid->table->headers[c]);
        grid->widths[c] = widest && header > widest ? header : widest;
    }
}

static int total_width(const struct grid *grid)
{
    int total = REPORT_INDENT;
    bool first = true;
    for (size_t c = 0; c < grid->table->columns; c++) {
        if (grid->widths[c] == 0)
            continue;
        total += grid->widths[c] + (first ? 0 : COLUMN_GAP);
        first = false;
    }
    return total;
}

/* The widest column of words that can give up some width without breaking one, or SIZE_MAX. */
static size_t widest_column(const struct grid *grid)
{
    size_t widest = SIZE_MAX;
    for (size_t c = 0; c < grid->table->columns; c++)
        if (!grid->table->number[c] && grid->widths[c] > grid->least[c] &&
            (widest == SIZE_MAX || grid->widths[c] > grid->widths[widest]))
            widest = c;
    return widest;
}

/* Narrows columns until the grid fits; false if it cannot. */
static bool fit(struct grid *grid, int width)
{
    int over;
    while ((over = total_width(grid) - width) > 0) {
        size_t widest = widest_column(grid);
        if (widest == SIZE_MAX)
            return false;
        int room = grid->widths[widest] - grid->least[widest];
        grid->widths[widest] -= over < room ? over : room;
    }
    return true;
}

static void put_row(report_writer *writer, const struct grid *grid, const char *const *cells,
                    report_tone tone)
{
    report_lines lines[REPORT_MAX_COLUMNS] = {0};
    size_t height = 1;
    for (size_t c = 0; c < grid->table->columns; c++) {
        if (grid->widths[c])
            lines[c] = report_break(writer, cells[c], grid->widths[c]);
        height = lines[c].count > height ? lines[c].count : height;
    }
    for (size_t line = 0; line < height; line++) {
        int column = REPORT_INDENT;
        for (size_t c = 0; c < grid->table->columns; c++) {
            const char *text = line < lines[c].count ? lines[c].at[line] : "";
            int blank = grid->table->number[c] ? grid->widths[c] - report_width(writer, text) : 0;
            report_move(writer, column + blank);
            report_put(writer, text, tone);
            column += grid->widths[c] ? grid->widths[c] + COLUMN_GAP : 0;
        }
        report_end_line(writer);
    }
}

static void put_grid(report_writer *writer, const struct grid *grid)
{
    put_row(writer, grid, grid->table->headers, REPORT_QUIET);
    for (size_t r = 0; r < grid->table->rows.count; r++) {
        const report_row *row = &grid->table->rows.at[r];
        if (row->current)
            report_put(writer, current_mark(writer), REPORT_STRONG);
        put_row(writer, grid, row->cells, row->current ? REPORT_STRONG : REPORT_PLAIN);
    }
}

/* First cell and those without a header on one line, the others below: numbers with their header,
 * words explain themselves. */
static void put_entry(report_writer *writer, const report_table *table, const report_row *row)
{
    report_tone tone = row->current ? REPORT_STRONG : REPORT_PLAIN;
    const char *head = row->cells[0], *facts = "";
    for (size_t c = 1; c < table->columns; c++) {
        if (!*row->cells[c])
            continue;
        if (!*table->headers[c]) {
            head = report_fill(writer->arena, WORD_ASIDE, head, row->cells[c]);
            continue;
        }
        const char *fact = table->number[c] ? report_fill(writer->arena, WORD_LEVEL_WITH_TEXT,
                                                          table->headers[c], row->cells[c])
                                            : row->cells[c];
        facts = *facts ? report_fill(writer->arena, WORD_ASIDE, facts, fact) : fact;
    }
    if (row->current)
        report_put(writer, current_mark(writer), tone);
    report_flow_block(writer, REPORT_INDENT, head, tone);
    if (*facts)
        report_flow_block(writer, 2 * REPORT_INDENT, facts, REPORT_PLAIN);
}

/* "Rung: Senior, Verdict: ready, Points: 72": each cell with its header, on one line. */
static void put_named(report_writer *writer, const report_table *table, const report_row *row)
{
    const char *line = "";
    for (size_t c = 0; c < table->columns; c++) {
        if (!*row->cells[c])
            continue;
        const char *cell = *table->headers[c] ? report_fill(writer->arena, WORD_LEVEL_WITH_TEXT,
                                                            table->headers[c], row->cells[c])
                                              : row->cells[c];
        line = *line ? report_fill(writer->arena, WORD_LIST_COMMA, line, cell) : cell;
    }
    report_flow_block(writer, REPORT_INDENT, line, row->current ? REPORT_STRONG : REPORT_PLAIN);
}

void report_render_table(report_writer *writer, const report_block *block)
{
    struct grid grid = {.table = &block->table};
    for (size_t r = 0; writer->style->plain && r < block->table.rows.count; r++)
        put_named(writer, &block->table, &block->table.rows.at[r]);
    if (writer->style->plain)
        return;
    measure(writer, &grid);
    if (fit(&grid, writer->style->width)) {
        put_grid(writer, &grid);
        return;
    }
    for (size_t r = 0; r < block->table.rows.count; r++)
        put_entry(writer, &block->table, &block->table.rows.at[r]);
}
