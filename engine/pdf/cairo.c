#include "pdf/driver.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

/* What the system is set up to use for plain text, with its own order of faces for what that one
 * lacks. */
static const char family[] = "sans";

/* Small letters this high, of the size, count as those of a common face. */
#define COMMON_X_HEIGHT 0.52

enum { LONG_WORD = 400 }; /* bytes */

typedef struct document {
    rung_pdf head;
    rung_arena *arena;
    rung_sink *sink;
    cairo_surface_t *surface;
    cairo_t *cairo;
    PangoFontMap *fonts;
    PangoContext *context;
    RUNG_VEC(PangoLayout *) layouts;
    double scale;                   /* of every size, for COMMON_X_HEIGHT */
    int page;                       /* from 1 */
    int bookmarks[RUNG_PDF_LEVELS]; /* the newest one of each level */
} document;

/* Every document of this driver is one of these. */
static document *document_of(rung_pdf *pdf)
{
    return (document *)pdf;
}

/* --- Text ------------------------------------------------------------------------------------ */
/* Where it may be broken, a word takes Pango no longer than as many short ones: otherwise the time
 * grows with the square of its length. */
static rung_text broken_up(rung_arena *arena, rung_text text)
{
    static const char zero_width_space[] = "\u200b";
    enum { MARK = sizeof zero_width_space - 1 };
    char *out = rung_alloc(arena, text.size + (text.size / LONG_WORD + 1) * MARK), *to = out;
    const char *end = text.at + text.size;
    size_t word = 0;
    for (const char *at = text.at; at < end;) {
        const char *start = at;
        bool begins = rung_char_width(rung_utf8_next(&at, end)) > 0;
        size_t size = (size_t)(at - start);
        if (word >= LONG_WORD && begins) {
            memcpy(to, zero_width_space, MARK);
            to += MARK;
            word = 0;
        }
        memcpy(to, start, size);
        to += size;
        word = *start == ' ' ? 0 : word + size;
    }
    return (rung_text){out, (size_t)(to - out)};
}

/* Every text goes through here. */
static rung_text shown(document *pdf, const char *text)
{
    rung_text whole = rung_text_of(text);
    if (whole.size > RUNG_PDF_MAX_TEXT)
        whole.size = RUNG_PDF_MAX_TEXT;
    char *copy = rung_copy(pdf->arena, whole);
    for (char *at = copy; *at; at++)
        if (*at == '\n' || *at == '\t')
            *at = ' ';
    rung_text clean = rung_printable(pdf->arena, rung_text_of(copy), false);
    return clean.size > LONG_WORD ? broken_up(pdf->arena, clean) : clean;
}

/* Belongs to the document from the beginning, so that it is given back whatever happens. */
static PangoLayout *new_layout(document *pdf)
{
    rung_push(pdf->arena, &pdf->layouts, NULL);
    PangoLayout *layout = pango_layout_new(pdf->context);
    pdf->layouts.at[pdf->layouts.count - 1] = layout;
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    return layout;
}

static void add_attribute(PangoAttrList *list, PangoAttribute *attribute, size_t from, size_t to)
{
    attribute->start_index = (guint)from;
    attribute->end_index = (guint)to;
    pango_attr_list_insert(list, attribute);
}

static guint16 part_of(uint32_t color, int shift)
{
    return (guint16)((color >> shift & 0xff) * 0x101);
}

static void add_look(document *pdf, PangoAttrList *list, const rung_pdf_run *run, size_t from,
                     size_t to)
{
    int size = (int)lround(run->size * pdf->scale * PANGO_SCALE);
    add_attribute(list, pango_attr_size_new_absolute(size), from, to);
    add_attribute(list,
                  pango_attr_weight_new(run->strong ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL),
                  from, to);
    add_attribute(list,
                  pango_attr_foreground_new(part_of(run->color, 16), part_of(run->color, 8),
                                            part_of(run->color, 0)),
                  from, to);
}

static void set_runs(document *pdf, PangoLayout *layout, const rung_pdf_run *runs, size_t count)
{
    rung_text *pieces = rung_new_array(pdf->arena, rung_text, count);
    size_t size = 0, at = 0;
    for (size_t i = 0; i < count; i++) {
        pieces[i] = shown(pdf, runs[i].text);
        size += pieces[i].size;
    }
    char *text = rung_alloc(pdf->arena, size + 1);
    PangoAttrList *list = pango_attr_list_new();
    for (size_t i = 0; i < count; i++) {
        if (pieces[i].size)
            memcpy(text + at, pieces[i].at, pieces[i].size);
        add_look(pdf, list, &runs[i], at, at + pieces[i].size);
        at += pieces[i].size;
    }
    pango_layout_set_attributes(layout, list);
    pango_attr_list_unref(list);
    pango_layout_set_text(layout, text, (int)size);
}

static double points(int units)
{
    return (double)units / PANGO_SCALE;
}

static rung_pdf_text lines_of(document *pdf, PangoLayout *layout)
{
    rung_pdf_text out = {.count = (size_t)pango_layout_get_line_count(layout)};
    rung_pdf_line *lines = rung_new_array(pdf->arena, rung_pdf_line, out.count);
    PangoLayoutIter *iter = pango_layout_get_iter(layout);
    for (size_t i = 0; i < out.count; i++) {
        PangoRectangle inside, line;
        lines[i].shape = pango_layout_iter_get_line_readonly(iter);
        pango_layout_iter_get_line_extents(iter, NULL, &inside);
        pango_layout_line_get_extents(pango_layout_iter_get_line_readonly(iter), NULL, &line);
        lines[i].start = points(inside.x);
        lines[i].width = points(line.width);
        lines[i].ascent = points(-line.y);
        lines[i].descent = points(line.y + line.height);
        out.width = fmax(out.width, lines[i].width);
        pango_layout_iter_next_line(iter);
    }
    pango_layout_iter_free(iter);
    out.lines = lines;
    return out;
}

static rung_pdf_text shape(rung_pdf *handle, const rung_pdf_run *runs, size_t count, double width,
                           int most)
{
    document *pdf = document_of(handle);
    PangoLayout *layout = new_layout(pdf);
    set_runs(pdf, layout, runs, count);
    if (width > 0)
        pango_layout_set_width(layout, (int)ceil(width * PANGO_SCALE));
    if (most > 0) {
        pango_layout_set_height(layout, -most);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    return lines_of(pdf, layout);
}

static void write_line(rung_pdf *handle, const rung_pdf_line *line, double x, double y)
{
    document *pdf = document_of(handle);
    cairo_move_to(pdf->cairo, x + line->start, y);
    pango_cairo_show_layout_line(pdf->cairo, (PangoLayoutLine *)line->shape);
}

/* --- Shapes ---------------------------------------------------------------------------------- */
static void set_color(document *pdf, uint32_t color)
{
    cairo_set_source_rgb(pdf->cairo, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0,
                         (color & 0xff) / 255.0);
}

static void paint_path(document *pdf, const rung_pdf_paint *paint)
{
    if (paint->fill != RUNG_PDF_NONE) {
        set_color(pdf, paint->fill);
        cairo_fill_preserve(pdf->cairo);
    }
    if (paint->stroke != RUNG_PDF_NONE) {
        set_color(pdf, paint->stroke);
        cairo_set_line_width(pdf->cairo, paint->thick);
        cairo_set_line_cap(pdf->cairo, paint->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
        cairo_set_line_join(pdf->cairo,
                            paint->round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
        cairo_stroke_preserve(pdf->cairo);
    }
    cairo_new_path(pdf->cairo);
}

static void ellipse(cairo_t *cairo, rung_pdf_point from, rung_pdf_point size)
{
    cairo_save(cairo);
    cairo_translate(cairo, from.x + size.x / 2, from.y + size.y / 2);
    cairo_scale(cairo, size.x / 2, size.y / 2);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 0, 0, 1, 0, 2 * G_PI);
    cairo_close_path(cairo);
    cairo_restore(cairo);
}

static void rectangle(rung_pdf *handle, rung_pdf_point from, rung_pdf_point size,
                      const rung_pdf_paint *paint)
{
    document *pdf = document_of(handle);
    if (size.x <= 0 || size.y <= 0)
        return;
    cairo_new_path(pdf->cairo);
    if (paint->round)
        ellipse(pdf->cairo, from, size);
    else
        cairo_rectangle(pdf->cairo, from.x, from.y, size.x, size.y);
    paint_path(pdf, paint);
}

static void polygon(rung_pdf *handle, const rung_pdf_point *path, size_t count,
                    const rung_pdf_paint *paint)
{
    document *pdf = document_of(handle);
    cairo_new_path(pdf->cairo); /* text leaves a point */
    for (size_t i = 0; i < count; i++)
        cairo_line_to(pdf->cairo, path[i].x, path[i].y);
    if (!paint->open)
        cairo_close_path(pdf->cairo);
    paint_path(pdf, paint);
}

/* --- Structure ------------------------------------------------------------------------------- */
static const char *const tags[] = {
#define TAG_NAME(name, written) written,
    RUNG_PDF_TAGS(TAG_NAME)
#undef TAG_NAME
};

/* Of all tags: without it Cairo does not call the document tagged. What is drawn in it and in no
 * other is no content. */
static const char root[] = "Document";

static void begin(rung_pdf *handle, rung_pdf_tag tag)
{
    document *pdf = document_of(handle);
    cairo_tag_begin(pdf->cairo, tags[tag], NULL);
}

static void end(rung_pdf *handle, rung_pdf_tag tag)
{
    document *pdf = document_of(handle);
    cairo_tag_end(pdf->cairo, tags[tag]);
}

static void bookmark(rung_pdf *handle, size_t level, const char *title, double y)
{
    document *pdf = document_of(handle);
    int parent = level ? pdf->bookmarks[level - 1] : CAIRO_PDF_OUTLINE_ROOT;
    rung_text text = shown(pdf, title);
    /* Whole points: a locale may write other decimals than Cairo reads. */
    const char *place = rung_format(pdf->arena, "page=%d pos=[0 %d]", pdf->page, (int)fmax(y, 0));
    pdf->bookmarks[level] =
        cairo_pdf_surface_add_outline(pdf->surface, parent, rung_copy(pdf->arena, text), place,
                                      level ? 0 : CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

static void turn(rung_pdf *handle)
{
    document *pdf = document_of(handle);
    cairo_show_page(pdf->cairo);
    pdf->page++;
}

/* --- The document ---------------------------------------------------------------------------- */
/* A sink that has failed is no secret, but none of Cairo's business: told of it, 1.16 crashes. */
static cairo_status_t write_bytes(void *ctx, const unsigned char *bytes, unsigned size)
{
    document *pdf = ctx;
    rung_write(pdf->sink, (rung_text){(const char *)bytes, size});
    return CAIRO_STATUS_SUCCESS;
}

static void set_property(document *pdf, cairo_pdf_metadata_t property, const char *value)
{
    if (value)
        cairo_pdf_surface_set_metadata(pdf->surface, property,
                                       rung_copy(pdf->arena, shown(pdf, value)));
}

static void set_properties(document *pdf, const rung_pdf_setup *setup)
{
    char time[RUNG_TIME_SIZE];
    rung_time_format(setup->created, time);
    set_property(pdf, CAIRO_PDF_METADATA_TITLE, setup->title);
    set_property(pdf, CAIRO_PDF_METADATA_SUBJECT, setup->subject);
    set_property(pdf, CAIRO_PDF_METADATA_CREATOR, "rung");
    set_property(pdf, CAIRO_PDF_METADATA_CREATE_DATE, time);
    set_property(pdf, CAIRO_PDF_METADATA_MOD_DATE, time);
}

/* Shapes as they are, not fitted to the dots of a screen. */
static void set_up_text(document *pdf, const char *language)
{
    pdf->fonts = pango_cairo_font_map_new();
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(pdf->fonts), 72);
    pdf->context = pango_font_map_create_context(pdf->fonts);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(pdf->context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(pdf->context, FALSE);
    pango_context_set_language(pdf->context,
                               pango_language_from_string(language ? language : "en"));
    PangoFontDescription *plain = pango_font_description_from_string(family);
    pango_font_description_set_stretch(plain, PANGO_STRETCH_SEMI_CONDENSED);
    pango_context_set_font_description(pdf->context, plain);
    pango_font_description_free(plain);
}

static bool has_font(document *pdf)
{
    PangoFont *font = pango_font_map_load_font(pdf->fonts, pdf->context,
                                               pango_context_get_font_description(pdf->context));
    if (font)
        g_object_unref(font);
    return font != NULL;
}

/* Faces differ in how large their letters are at the same size. */
static double scale_of_face(document *pdf)
{
    enum { SIZE = 100 };
    const rung_pdf_run run = {"x", SIZE, false, 0};
    PangoLayout *layout = new_layout(pdf);
    PangoRectangle ink;
    pdf->scale = 1;
    set_runs(pdf, layout, &run, 1);
    pango_layout_get_extents(layout, &ink, NULL);
    double height = points(ink.height) / SIZE;
    return height > 0 ? fmin(fmax(COMMON_X_HEIGHT / height, 0.85), 1.15) : 1;
}

static rung_status open_document(rung_pdf **out, rung_arena *arena, const rung_pdf_setup *setup,
                                 rung_sink *sink)
{
    document *pdf = rung_new(arena, document);
    pdf->head.driver = &rung_pdf_cairo;
    *out = &pdf->head;
    pdf->arena = arena;
    pdf->sink = sink;
    pdf->page = 1;
    pdf->surface =
        cairo_pdf_surface_create_for_stream(write_bytes, pdf, setup->width, setup->height);
    pdf->cairo = cairo_create(pdf->surface);
    set_up_text(pdf, setup->language);
    if (!has_font(pdf))
        return RUNG_NOT_FOUND;
    set_properties(pdf, setup);
    pdf->scale = scale_of_face(pdf);
    cairo_tag_begin(pdf->cairo, root, NULL);
    return RUNG_OK;
}

static rung_status finish(rung_pdf *handle)
{
    document *pdf = document_of(handle);
    cairo_tag_end(pdf->cairo, root);
    cairo_show_page(pdf->cairo);
    cairo_status_t drawn = cairo_status(pdf->cairo);
    cairo_surface_finish(pdf->surface);
    cairo_status_t status = cairo_surface_status(pdf->surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = drawn;
    assert(status != CAIRO_STATUS_TAG_ERROR);
    switch (status) {
    case CAIRO_STATUS_SUCCESS:
        return pdf->sink->failed ? RUNG_IO : RUNG_OK;
    case CAIRO_STATUS_NO_MEMORY:
        return RUNG_NO_MEMORY;
    default:
        return RUNG_IO;
    }
}

static void free_document(rung_pdf *handle)
{
    document *pdf = document_of(handle);
    for (size_t i = 0; i < pdf->layouts.count; i++)
        if (pdf->layouts.at[i])
            g_object_unref(pdf->layouts.at[i]);
    if (pdf->context)
        g_object_unref(pdf->context);
    if (pdf->fonts)
        g_object_unref(pdf->fonts);
    cairo_destroy(pdf->cairo);
    cairo_surface_destroy(pdf->surface);
}

const rung_pdf_driver rung_pdf_cairo = {
    .open = open_document,
    .finish = finish,
    .free = free_document,
    .shape = shape,
    .write = write_line,
    .rectangle = rectangle,
    .polygon = polygon,
    .begin = begin,
    .end = end,
    .bookmark = bookmark,
    .turn = turn,
};
