/* Tables as columns; where these do not fit, as entries of one line and more. */
#include "report/text_parts.h"

#include "report/words.h"

enum { COLUMN_GAP = 2, NARROWEST = 12 };

struct grid {
    const document_table *table;
    int widths[DOCUMENT_MAX_COLUMNS]; /* 0: a column in which nothing stands */
};

static const char *current_mark(const wrap_writer *wrap)
{
    return wrap->style->ascii ? ">" : "▸";
}

static void measure(const wrap_writer *wrap, struct grid *grid)
{
    for (size_t c = 0; c < grid->table->columns; c++) {
        int widest = 0;
        for (size_t r = 0; r < grid->table->rows.count; r++) {
            int width = wrap_width(wrap, grid->table->rows.at[r].cells[c]);
            widest = width > widest ? width : widest;
        }
        int header = wrap_width(wrap, grid->table->headers[c]);
        grid->widths[c] = widest && header > widest ? header : widest;
    }
}

static int total_width(const struct grid *grid)
{
    int total = TEXT_INDENT;
    bool first = true;
    for (size_t c = 0; c < grid->table->columns; c++) {
        if (grid->widths[c] == 0)
            continue;
        total += grid->widths[c] + (first ? 0 : COLUMN_GAP);
        first = false;
    }
    return total;
}

/* The widest column of words that can give up some width, or SIZE_MAX. */
static size_t widest_column(const struct grid *grid)
{
    size_t widest = SIZE_MAX;
    for (size_t c = 0; c < grid->table->columns; c++)
        if (!grid->table->number[c] && grid->widths[c] > NARROWEST &&
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
        int room = grid->widths[widest] - NARROWEST;
        grid->widths[widest] -= over < room ? over : room;
    }
    return true;
}

static void put_row(wrap_writer *wrap, const struct grid *grid, const char *const *cells,
                    wrap_tone tone)
{
    wrap_lines lines[DOCUMENT_MAX_COLUMNS] = {0};
    size_t height = 1;
    for (size_t c = 0; c < grid->table->columns; c++) {
        if (grid->widths[c])
            lines[c] = wrap_break(wrap, cells[c], grid->widths[c]);
        height = lines[c].count > height ? lines[c].count : height;
    }
    for (size_t line = 0; line < height; line++) {
        int column = TEXT_INDENT;
        for (size_t c = 0; c < grid->table->columns; c++) {
            const char *text = line < lines[c].count ? lines[c].at[line] : "";
            int blank = grid->table->number[c] ? grid->widths[c] - wrap_width(wrap, text) : 0;
            wrap_to(wrap, column + blank);
            wrap_put(wrap, text, tone);
            column += grid->widths[c] ? grid->widths[c] + COLUMN_GAP : 0;
        }
        wrap_end_line(wrap);
    }
}

static void put_grid(wrap_writer *wrap, const struct grid *grid)
{
    put_row(wrap, grid, grid->table->headers, WRAP_QUIET);
    for (size_t r = 0; r < grid->table->rows.count; r++) {
        const document_row *row = &grid->table->rows.at[r];
        if (row->current)
            wrap_put(wrap, current_mark(wrap), WRAP_STRONG);
        put_row(wrap, grid, row->cells, row->current ? WRAP_STRONG : WRAP_PLAIN);
    }
}

/* First cell and those without a header on one line, the others below: numbers with their header,
 * words explain themselves. */
static void put_entry(wrap_writer *wrap, const document_table *table, const document_row *row)
{
    wrap_tone tone = row->current ? WRAP_STRONG : WRAP_PLAIN;
    const char *head = row->cells[0], *facts = "";
    for (size_t c = 1; c < table->columns; c++) {
        if (!*row->cells[c])
            continue;
        if (!*table->headers[c]) {
            head = words_fill(wrap->arena, WORD_ASIDE, head, row->cells[c]);
            continue;
        }
        const char *fact = table->number[c] ? words_fill(wrap->arena, WORD_LEVEL_WITH_TEXT,
                                                         table->headers[c], row->cells[c])
                                            : row->cells[c];
        facts = *facts ? words_fill(wrap->arena, WORD_ASIDE, facts, fact) : fact;
    }
    if (row->current)
        wrap_put(wrap, current_mark(wrap), tone);
    wrap_block(wrap, TEXT_INDENT, head, tone);
    if (*facts)
        wrap_block(wrap, 2 * TEXT_INDENT, facts, WRAP_PLAIN);
}

void text_table(wrap_writer *wrap, const document_block *block)
{
    struct grid grid = {.table = &block->table};
    measure(wrap, &grid);
    if (fit(&grid, wrap->style->width)) {
        put_grid(wrap, &grid);
        return;
    }
    for (size_t r = 0; r < block->table.rows.count; r++)
        put_entry(wrap, &block->table, &block->table.rows.at[r]);
}
