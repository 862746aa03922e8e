/* Rows and columns. A row is one box: it is never cut. */
#include "report/pdf_parts.h"

#include <math.h>

#define NARROWEST   24  /* of a column, however much the others want */
#define PICTURE     90  /* wide, at least, for what is drawn */
#define FIRST_SHARE 0.5 /* of the room: what the names of the rows have before they give way */

struct grid {
    pdf_flow *flow;
    const pdf_grid *what;
    double widths[REPORT_MAX_COLUMNS], xs[REPORT_MAX_COLUMNS];
    double picture_x, picture_width;
    const pdf_box *head;
};

static pdf_look look_of(const struct grid *grid, size_t row)
{
    if (row == SIZE_MAX)
        return PDF_SMALL;
    return grid->what->table->rows.at[row].current ? PDF_STRONG : PDF_PLAIN;
}

static const char *cell_of(const struct grid *grid, size_t row, size_t column)
{
    const report_table *table = grid->what->table;
    const char *cell = row == SIZE_MAX ? table->headers[column] : table->rows.at[row].cells[column];
    return cell ? cell : "";
}

/* --- Columns --------------------------------------------------------------------------------- */
static void measure(struct grid *grid, size_t row)
{
    for (size_t c = 0; c < grid->what->table->columns; c++) {
        rung_pdf_text text =
            pdf_shape_one(grid->flow, cell_of(grid, row, c), look_of(grid, row), 0);
        grid->widths[c] = fmax(grid->widths[c], ceil(text.width));
    }
}

static double sum_of(const struct grid *grid, double most)
{
    double sum = 0;
    for (size_t c = 1; c < grid->what->table->columns; c++)
        sum += fmin(grid->widths[c], most);
    return sum;
}

/* Takes from the widest columns until all of them have room, from the names of the rows last. */
static void shrink(struct grid *grid, double room)
{
    double low = NARROWEST, high = grid->flow->width;
    grid->widths[0] = fmin(grid->widths[0], fmax(room * FIRST_SHARE, room - sum_of(grid, high)));
    for (int i = 0; i < 20; i++) {
        double middle = (low + high) / 2;
        *(grid->widths[0] + sum_of(grid, middle) <= room ? &low : &high) = middle;
    }
    for (size_t c = 1; c < grid->what->table->columns; c++)
        grid->widths[c] = fmin(grid->widths[c], low);
}

static void set_columns(struct grid *grid)
{
    const pdf_grid *what = grid->what;
    size_t columns = what->table->columns;
    bool drawn = what->draw != NULL;
    double gaps = what->gap * (double)(columns - 1 + drawn);
    double room = grid->flow->width - gaps;
    for (size_t row = 0; row < what->table->rows.count; row++)
        measure(grid, row);
    if (what->ruled)
        measure(grid, SIZE_MAX);
    shrink(grid, drawn ? room - PICTURE : room);
    grid->picture_width = drawn ? room - grid->widths[0] - sum_of(grid, grid->flow->width) : 0;
    double x = grid->flow->left;
    for (size_t c = 0; c < columns; c++) {
        grid->xs[c] = x;
        x += grid->widths[c] + what->gap;
        if (c == 0 && drawn) {
            grid->picture_x = x;
            x += grid->picture_width + what->gap;
        }
    }
}

/* --- Rows ------------------------------------------------------------------------------------ */
static void put_cell(const struct grid *grid, pdf_box *box, const rung_pdf_text *text, size_t row,
                     size_t column)
{
    pdf_flow *flow = grid->flow;
    pdf_look look = look_of(grid, row);
    bool number = grid->what->table->number[column];
    double y = row == SIZE_MAX ? 0 : grid->what->low;
    rung_pdf_tag tag = row == SIZE_MAX || column == 0 ? RUNG_PDF_HEAD : RUNG_PDF_CELL;
    pdf_put_tag(flow, box, tag);
    for (size_t i = 0; i < text->count; i++) {
        rung_pdf_line line = text->lines[i];
        double x = grid->xs[column];
        if (number) {
            line.start = 0;
            x += grid->widths[column] - line.width;
        }
        pdf_put_line(flow, box, &line, look, x, y);
        y += pdf_line_height(&line, look);
    }
    pdf_put_tag_end(flow, box, tag);
}

static void draw_picture(const struct grid *grid, pdf_box *box, size_t row)
{
    rung_pdf_point at = {grid->picture_x, 0}, size = {grid->picture_width, box->height};
    if (grid->what->draw)
        grid->what->draw(grid->flow, box, grid->what->block, row, at, size);
}

static pdf_box *add_row(const struct grid *grid, size_t row)
{
    pdf_flow *flow = grid->flow;
    const report_table *table = grid->what->table;
    rung_pdf_text cells[REPORT_MAX_COLUMNS];
    double height = 0;
    for (size_t c = 0; c < table->columns; c++) {
        cells[c] = pdf_shape_one(flow, cell_of(grid, row, c), look_of(grid, row), grid->widths[c]);
        height = fmax(height, pdf_text_height(&cells[c], look_of(grid, row)));
    }
    pdf_begin(flow, RUNG_PDF_ROW);
    pdf_box *box = pdf_add_box(flow, height + 2 * grid->what->low);
    box->again = grid->head;
    if (row != SIZE_MAX && table->rows.at[row].current)
        pdf_put_rectangle(flow, box, (rung_pdf_point){flow->left - 4, 0},
                          (rung_pdf_point){flow->width + 8, box->height}, PDF_TRACK);
    if (grid->what->ruled)
        pdf_put_rule(flow, box, (rung_pdf_point){flow->left - 4, box->height},
                     (rung_pdf_point){flow->left + flow->width + 4, box->height}, PDF_LINE);
    for (size_t c = 0; c < table->columns; c++) {
        put_cell(grid, box, &cells[c], row, c);
        if (c == 0)
            draw_picture(grid, box, row);
    }
    pdf_end(flow, RUNG_PDF_ROW);
    return box;
}

void pdf_add_grid(pdf_flow *flow, const pdf_grid *what)
{
    struct grid grid = {.flow = flow, .what = what};
    set_columns(&grid);
    pdf_begin(flow, RUNG_PDF_TABLE);
    if (what->ruled) {
        pdf_box *head = add_row(&grid, SIZE_MAX);
        head->keep = true;
        grid.head = head;
    }
    for (size_t row = 0; row < what->table->rows.count; row++)
        add_row(&grid, row);
    pdf_end(flow, RUNG_PDF_TABLE);
}

void pdf_add_table(pdf_flow *flow, const report_block *block)
{
    pdf_add_grid(flow, &(pdf_grid){.table = &block->table, .ruled = true, .low = 3, .gap = 14});
}
