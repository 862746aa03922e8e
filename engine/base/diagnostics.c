#include "base/base.h"

#include <string.h>

/* --- Places ---------------------------------------------------------------------------------- */

/* A file may be one line of megabytes: memchr passes over what holds no line's end. */
static size_t line_start(const rung_source *source, uint32_t offset)
{
    enum { BLOCK = 1024 };
    const char *text = source->text.at;
    size_t at = offset < source->text.size ? offset : source->text.size;
    while (at > 0) {
        size_t size = at < BLOCK ? at : BLOCK;
        if (memchr(text + at - size, '\n', size))
            break;
        at -= size;
    }
    while (at > 0 && text[at - 1] != '\n')
        at--;
    return at;
}

/* A byte order mark is no part of what one sees in the first line. */
static rung_text behind_mark(const rung_source *source, rung_text line)
{
    bool mark = line.at == source->text.at && rung_text_starts(line, RUNG_TEXT("\xEF\xBB\xBF"));
    return mark ? (rung_text){line.at + 3, line.size - 3} : line;
}

rung_place rung_locate(const rung_source *source, uint32_t offset)
{
    size_t start = line_start(source, offset);
    size_t end = offset < source->text.size ? offset : source->text.size;
    uint32_t line = 1;
    for (size_t i = 0; i < start; i++)
        line += source->text.at[i] == '\n';
    rung_text before = {source->text.at + start, end - start};
    before = behind_mark(source, before);
    return (rung_place){line, (uint32_t)rung_utf8_length(before) + 1};
}

rung_text rung_line_at(const rung_source *source, uint32_t offset)
{
    static const char ends[] = {'\n', '\r'};
    size_t start = line_start(source, offset);
    rung_text line = {source->text.at + start, source->text.size - start};
    for (size_t i = 0; i < sizeof ends && line.size; i++) {
        const char *end = memchr(line.at, ends[i], line.size);
        line.size = end ? (size_t)(end - line.at) : line.size;
    }
    return line;
}

/* --- The list -------------------------------------------------------------------------------- */

void rung_diagnostics_init(rung_diagnostics *diagnostics, rung_arena *arena)
{
    *diagnostics = (rung_diagnostics){.arena = arena};
}

/* How many of a source are kept, and its rank; a new one comes behind all others. */
static size_t kept_for(const rung_diagnostics *diagnostics, const rung_source *source, size_t *rank)
{
    size_t kept = 0;
    *rank = 0;
    for (size_t i = 0; i < diagnostics->list.count; i++) {
        const rung_diagnostic *other = &diagnostics->list.at[i];
        if (other->span.source == source) {
            kept++;
            *rank = other->rank;
        } else if (kept == 0 && other->rank >= *rank) {
            *rank = other->rank + 1;
        }
    }
    return kept;
}

/* Takes the newest of a source out that is no error. False if there are only errors. */
static bool drop_for_error(rung_diagnostics *diagnostics, const rung_source *source)
{
    rung_diagnostic *list = diagnostics->list.at;
    for (size_t i = diagnostics->list.count; i-- > 0;) {
        if (list[i].span.source != source || list[i].kind->severity == RUNG_ERROR)
            continue;
        memmove(&list[i], &list[i + 1], (diagnostics->list.count - i - 1) * sizeof *list);
        diagnostics->list.count--;
        diagnostics->dropped++;
        return true;
    }
    return false;
}

/* Errors go before warnings and notes where not all can be kept. */
static bool has_room(rung_diagnostics *diagnostics, rung_severity severity,
                     const rung_source *source, size_t *rank)
{
    if (source && source == diagnostics->full)
        return false;
    if (kept_for(diagnostics, source, rank) < RUNG_DIAGNOSTICS_PER_SOURCE)
        return true;
    if (severity != RUNG_ERROR)
        return false;
    if (drop_for_error(diagnostics, source))
        return true;
    diagnostics->full = source;
    return false;
}

static const char *printable_z(rung_arena *arena, const char *z)
{
    return rung_copy(arena, rung_printable(arena, rung_text_of(z), false));
}

/* What an alias repeats is told once. */
static bool is_kept(const rung_diagnostics *diagnostics, const rung_diagnostic *one)
{
    for (size_t i = 0; i < diagnostics->list.count; i++) {
        const rung_diagnostic *other = &diagnostics->list.at[i];
        if (other->kind == one->kind && other->span.source == one->span.source &&
            other->span.start == one->span.start && other->span.end == one->span.end &&
            other->span.source && strcmp(other->message, one->message) == 0)
            return true;
    }
    return false;
}

void rung_report(rung_diagnostics *diagnostics, const rung_diagnostic_kind *kind, rung_span span,
                 ...)
{
    diagnostics->errors += kind->severity == RUNG_ERROR;
    diagnostics->warnings += kind->severity == RUNG_WARNING;
    size_t rank;
    if (!has_room(diagnostics, kind->severity, span.source, &rank)) {
        diagnostics->dropped++;
        diagnostics->last_kept = false;
        return;
    }

    va_list arguments;
    va_start(arguments, span);
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#endif
    const char *message = rung_vformat(diagnostics->arena, kind->format, arguments);
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif
    va_end(arguments);
    rung_diagnostic diagnostic = {
        .kind = kind,
        .severity = kind->severity,
        .span = span,
        .message = printable_z(diagnostics->arena, message),
        .rank = rank,
    };
    diagnostics->last_kept = !is_kept(diagnostics, &diagnostic);
    if (diagnostics->last_kept)
        rung_push(diagnostics->arena, &diagnostics->list, diagnostic);
}

/* The diagnostic reported last, if it was kept; else NULL. */
static rung_diagnostic *last_of(rung_diagnostics *diagnostics)
{
    return diagnostics->last_kept ? &diagnostics->list.at[diagnostics->list.count - 1] : NULL;
}

void rung_mend(rung_diagnostics *diagnostics, const char *format, ...)
{
    rung_diagnostic *last = last_of(diagnostics);
    if (!last)
        return;
    va_list arguments;
    va_start(arguments, format);
    char *mend = rung_vformat(diagnostics->arena, format, arguments);
    va_end(arguments);
    last->mend = printable_z(diagnostics->arena, mend);
}

void rung_subject(rung_diagnostics *diagnostics, const char *id)
{
    rung_diagnostic *last = last_of(diagnostics);
    if (last)
        last->subject = rung_copy(diagnostics->arena, rung_text_of(id));
}

void rung_witness(rung_diagnostics *diagnostics, const char *answers)
{
    rung_diagnostic *last = last_of(diagnostics);
    if (last)
        last->witness = printable_z(diagnostics->arena, answers);
}

void rung_diagnostics_sort(rung_diagnostics *diagnostics)
{
    rung_diagnostic *list = diagnostics->list.at;
    /* Insertion keeps equals in order; lists are short and nearly sorted. */
    for (size_t i = 1; i < diagnostics->list.count; i++) {
        rung_diagnostic moved = list[i];
        size_t j = i;
        for (; j > 0; j--) {
            const rung_diagnostic *other = &list[j - 1];
            if (other->rank < moved.rank ||
                (other->rank == moved.rank && other->span.start <= moved.span.start))
                break;
            list[j] = *other;
        }
        list[j] = moved;
    }
}

/* --- Writing them ---------------------------------------------------------------------------- */

/* The longest part of a source line that is shown, in characters; the caret stays in sight. */
enum { SHOWN_COLUMNS = 100, SHOWN_BEFORE = 70, CARETS_MAX = 60 };

/* Copies a line piece to the sink with unsafe characters as '?', tabs as one blank: what is shown
 * has the same width as what the caret line counts. */
static void write_piece(rung_sink *sink, const char *at, const char *end)
{
    while (at < end) {
        const char *start = at;
        int32_t code = rung_utf8_next(&at, end);
        if (code == '\t')
            rung_write(sink, RUNG_TEXT(" "));
        else if (rung_char_unsafe(code))
            rung_write(sink, RUNG_TEXT("?"));
        else
            rung_write(sink, (rung_text){start, (size_t)(at - start)});
    }
}

static size_t piece_width(const char *at, const char *end)
{
    size_t width = 0;
    while (at < end) {
        int32_t code = rung_utf8_next(&at, end);
        width += rung_char_unsafe(code) ? 1 : (size_t)rung_char_width(code);
    }
    return width;
}

static const char *skip_characters(const char *at, const char *end, size_t count)
{
    while (count-- > 0 && at < end)
        rung_utf8_next(&at, end);
    return at;
}

static void write_line_and_caret(rung_sink *sink, const rung_span *span)
{
    rung_text line = behind_mark(span->source, rung_line_at(span->source, span->start));
    const char *line_end = line.at + line.size, *place = span->source->text.at + span->start;
    if (place < line.at)
        place = line.at;
    if (place > line_end)
        place = line_end;
    const char *stop = span->source->text.at + span->end;
    if (stop > line_end)
        stop = line_end;

    size_t before = rung_utf8_length((rung_text){line.at, (size_t)(place - line.at)});
    const char *from =
        before > SHOWN_BEFORE ? skip_characters(line.at, place, before - SHOWN_BEFORE) : line.at;
    const char *to = skip_characters(from, line_end, SHOWN_COLUMNS);
    if (stop > to)
        stop = to;

    rung_write(sink, RUNG_TEXT("    "));
    write_piece(sink, from, to);
    rung_write(sink, RUNG_TEXT("\n    "));
    for (size_t i = piece_width(from, place); i > 0; i--)
        rung_write(sink, RUNG_TEXT(" "));
    rung_write(sink, RUNG_TEXT("^"));
    size_t marked = stop > place ? piece_width(place, stop) : 1;
    for (size_t i = 1; i < marked && i < CARETS_MAX; i++)
        rung_write(sink, RUNG_TEXT("~"));
    rung_write(sink, RUNG_TEXT("\n"));
}

static void write_name(rung_sink *sink, const char *name)
{
    rung_text text = rung_text_of(name);
    write_piece(sink, text.at, text.at + text.size);
}

const char *rung_severity_name(rung_severity severity)
{
    static const char *const names[] = {
        [RUNG_ERROR] = "error", [RUNG_WARNING] = "warning", [RUNG_NOTE] = "note"};
    return names[severity];
}

const char *rung_diagnostic_mend(const rung_diagnostic *diagnostic)
{
    return diagnostic->mend ? diagnostic->mend : diagnostic->kind->mend;
}

static void write_detail(rung_sink *sink, const char *lead, const char *text)
{
    rung_write(sink, RUNG_TEXT("    "));
    rung_write(sink, rung_text_of(lead));
    rung_write(sink, rung_text_of(text));
    rung_write(sink, RUNG_TEXT("\n"));
}

void rung_write_diagnostic(rung_sink *sink, const rung_diagnostic *diagnostic)
{
    const rung_source *source = diagnostic->span.source;
    if (source) {
        rung_place place = rung_locate(source, diagnostic->span.start);
        write_name(sink, source->name);
        rung_print(sink, ":%u:%u: ", (unsigned)place.line, (unsigned)place.column);
    }
    rung_print(sink, "%s[%s]: ", rung_severity_name(diagnostic->severity), diagnostic->kind->code);
    rung_write(sink, rung_text_of(diagnostic->message));
    rung_write(sink, RUNG_TEXT("\n"));
    if (source && source->text.size)
        write_line_and_caret(sink, &diagnostic->span);
    const char *mend = rung_diagnostic_mend(diagnostic);
    if (mend)
        write_detail(sink, "", mend);
    if (diagnostic->witness)
        write_detail(sink, "with the answers ", diagnostic->witness);
}
