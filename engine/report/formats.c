/* The formats of a report: which there are, and who writes each. */
#include "pdf/pdf.h"
#include "report/build.h"
#include "report/csv.h"
#include "report/formats.h"
#include "report/html.h"
#include "report/machine.h"
#include "report/markdown.h"
#include "report/pdf_render.h"
#include "report/text_render.h"

#include <string.h>

typedef rung_status write_format(rung_arena *arena, const rung_report_request *request,
                                 rung_sink *sink);

static const report_document *document_of(rung_arena *arena, const rung_report_request *request)
{
    return report_build_whole(arena, request);
}

static rung_status write_TEXT(rung_arena *arena, const rung_report_request *request,
                              rung_sink *sink)
{
    report_render_text(arena, document_of(arena, request), request->style, sink);
    return RUNG_OK;
}

static rung_status write_MARKDOWN(rung_arena *arena, const rung_report_request *request,
                                  rung_sink *sink)
{
    report_render_markdown(arena, document_of(arena, request), sink);
    return RUNG_OK;
}

static rung_status write_HTML(rung_arena *arena, const rung_report_request *request,
                              rung_sink *sink)
{
    report_render_html(arena, document_of(arena, request), sink);
    return RUNG_OK;
}

static rung_status write_JSON(rung_arena *arena, const rung_report_request *request,
                              rung_sink *sink)
{
    enum { INDENT = 2 };
    report_write_json(arena, request->scorecard, request->plan, request->subject, INDENT, sink);
    rung_write(sink, RUNG_TEXT("\n"));
    return RUNG_OK;
}

static rung_status write_CSV(rung_arena *arena, const rung_report_request *request, rung_sink *sink)
{
    report_write_csv(arena, request->scorecard, sink);
    return RUNG_OK;
}

static rung_status write_PDF(rung_arena *arena, const rung_report_request *request, rung_sink *sink)
{
    return report_render_pdf(arena, document_of(arena, request), request->paper,
                             request->subject->updated, sink);
}

static const struct format {
    const char *name, *suffixes;
    write_format *write;
} formats[RUNG_REPORT_FORMAT_COUNT] = {
#define FORMAT_ROW(id, name, suffixes) {name, suffixes, write_##id},
    RUNG_REPORT_FORMATS(FORMAT_ROW)
#undef FORMAT_ROW
};

const char *rung_report_format_suffix(rung_arena *arena, rung_report_format format)
{
    const char *suffixes = formats[format].suffixes;
    return rung_copy(arena, (rung_text){suffixes, strcspn(suffixes, " ")});
}

rung_report_format rung_report_format_named(const char *name)
{
    for (size_t i = 0; i < RUNG_REPORT_FORMAT_COUNT; i++)
        if (strcmp(formats[i].name, name) == 0)
            return (rung_report_format)i;
    return RUNG_REPORT_FORMAT_COUNT;
}

static char small(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

/* Whether a path ends in `suffix` and has something before it. */
static bool has_suffix(const char *path, rung_text suffix)
{
    size_t size = strlen(path);
    if (size <= suffix.size || path[size - suffix.size - 1] == '/')
        return false;
    for (size_t i = 0; i < suffix.size; i++)
        if (small(path[size - suffix.size + i]) != suffix.at[i])
            return false;
    return true;
}

bool report_path_ends_in(const char *path, const char *suffixes)
{
    for (const char *at = suffixes; *at;) {
        size_t size = strcspn(at, " ");
        if (has_suffix(path, (rung_text){at, size}))
            return true;
        at += size + (at[size] == ' ');
    }
    return false;
}

rung_report_format rung_report_format_of_path(const char *path)
{
    for (size_t i = 0; i < RUNG_REPORT_FORMAT_COUNT; i++)
        if (report_path_ends_in(path, formats[i].suffixes))
            return (rung_report_format)i;
    return RUNG_REPORT_FORMAT_COUNT;
}

bool rung_report_is_binary(rung_report_format format)
{
    return format == RUNG_REPORT_PDF;
}

bool rung_report_is_built(rung_report_format format)
{
    return format != RUNG_REPORT_PDF || rung_pdf_built();
}

rung_status rung_report_write(rung_arena *arena, rung_report_format format,
                              const rung_report_request *request, rung_sink *sink)
{
    return formats[format].write(arena, request, sink);
}
