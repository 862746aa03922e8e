/* YAML to data. The only file that knows libyaml, of which it uses the events. */
#include "content/content.h"
#include "content/dialect.h"
#include "content/messages.h"
#include "content/names.h"
#include "content/yaml_data.h"

#include <yaml.h>

#include <string.h>

/* What a name after `&` stands for. */
struct anchor {
    const rung_datum *datum;
    size_t nodes; /* before its value, or in it once it is complete */
    bool open;    /* its value is not complete */
};

struct reader {
    rung_arena *arena;
    const rung_source *source;
    rung_diagnostics *diagnostics;
    size_t errors_before;
    content_bytes bytes;
    struct content_layout layout;

    yaml_parser_t parser;
    yaml_event_t event;
    bool has_parser, has_event;
    bool stopped; /* nothing more can be read */

    size_t cursor_index; /* a character of the file and its byte, near the last one asked for */
    uint32_t cursor_byte;

    content_names anchors;
    size_t nodes;
    int depth, flow_depth;
    int indent; /* column, from 0, of the block collection around; -1 outside */
    const rung_datum *root;
};

static const rung_datum poison; /* no source: content_is_poison */

static const rung_datum *read_node(struct reader *reader);

/* --- Places ---------------------------------------------------------------------------------- */

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* libyaml counts characters. Marks are near each other, so walking from the last one is quick. */
static uint32_t byte_at(struct reader *reader, const yaml_mark_t *mark)
{
    const char *text = reader->bytes.at;
    uint32_t end = (uint32_t)reader->source->text.size, byte = reader->cursor_byte;

    for (; reader->cursor_index < mark->index && byte < end; reader->cursor_index++) {
        byte++;
        while (byte < end && is_continuation(text[byte]))
            byte++;
    }
    for (; reader->cursor_index > mark->index && byte > reader->bytes.start;
         reader->cursor_index--) {
        byte--;
        while (byte > reader->bytes.start && is_continuation(text[byte]))
            byte--;
    }
    return reader->cursor_byte = byte;
}

static rung_span span_of(struct reader *reader, const yaml_mark_t *start, const yaml_mark_t *end)
{
    uint32_t first = byte_at(reader, start);
    return (rung_span){reader->source, first, byte_at(reader, end)};
}

static rung_span event_span(struct reader *reader)
{
    return span_of(reader, &reader->event.start_mark, &reader->event.end_mark);
}

static int column_of(const struct reader *reader, uint32_t byte)
{
    uint32_t start = byte;
    while (start > reader->bytes.start && reader->bytes.at[start - 1] != '\n' &&
           reader->bytes.at[start - 1] != '\r')
        start--;
    return (int)(byte - start);
}

/* --- Events ---------------------------------------------------------------------------------- */

static void report_problem(struct reader *reader)
{
    yaml_parser_t *parser = &reader->parser;
    if (parser->error == YAML_MEMORY_ERROR || !parser->problem)
        rung_out_of_memory(reader->arena);
    if (reader->bytes.refused || reader->layout.broken)
        return; /* it may follow from that */

    uint32_t at = byte_at(reader, &parser->problem_mark);
    bool tab = at < reader->source->text.size && reader->bytes.at[at] == '\t';
    content_problem problem =
        content_problem_of(tab ? CONTENT_TAB_PROBLEM : parser->problem, parser->context);
    if (parser->context && (problem.at_context || at == reader->source->text.size))
        at = byte_at(reader, &parser->context_mark);
    problem = content_hint(problem, reader->source->text, at);
    content_report(reader->diagnostics, SYNTAX, (rung_span){reader->source, at, at},
                   problem.sentence);
    if (problem.mend)
        rung_mend(reader->diagnostics, "%s", problem.mend);
}

static void drop_event(struct reader *reader)
{
    if (reader->has_event)
        yaml_event_delete(&reader->event);
    reader->has_event = false;
}

/* Goes to the next event; false when there is none that makes sense. */
static bool next_event(struct reader *reader)
{
    drop_event(reader);
    if (reader->stopped)
        return false;
    if (!yaml_parser_parse(&reader->parser, &reader->event)) {
        report_problem(reader);
        reader->stopped = true;
        return false;
    }
    reader->has_event = true;
    content_check_gap(&reader->layout, byte_at(reader, &reader->event.start_mark));
    return true;
}

static bool at_event(const struct reader *reader, yaml_event_type_t type)
{
    return reader->has_event && reader->event.type == type;
}

/* The bytes of this event need not be looked at for comments. */
static void seen_to(struct reader *reader, uint32_t end)
{
    if (end > reader->layout.seen)
        reader->layout.seen = end;
}

/* --- Budget ---------------------------------------------------------------------------------- */

static bool count_nodes(struct reader *reader, size_t nodes, rung_span span)
{
    reader->nodes += nodes;
    if (reader->nodes <= RUNG_CONTENT_MAX_NODES)
        return true;
    content_report(reader->diagnostics, TOO_MANY_NODES, span, RUNG_CONTENT_MAX_NODES);
    reader->stopped = true;
    return false;
}

static bool enter(struct reader *reader, rung_span span)
{
    if (++reader->depth <= RUNG_CONTENT_MAX_DEPTH)
        return true;
    content_report(reader->diagnostics, TOO_DEEP, (rung_span){span.source, span.start, span.start},
                   RUNG_CONTENT_MAX_DEPTH);
    reader->stopped = true;
    return false;
}

/* --- Tags, anchors, aliases ------------------------------------------------------------------ */

static void refuse_tag(struct reader *reader, rung_span properties)
{
    rung_text text = reader->source->text;
    uint32_t start = properties.start;
    while (start < properties.end && text.at[start] != '!')
        start++;
    uint32_t end = start;
    while (end < properties.end && !strchr(" \t\r\n,[]{}", text.at[end]))
        end++;
    rung_span span = {reader->source, start, end};
    const char *tag = content_shown(reader->arena, (rung_text){text.at + start, end - start});
    content_report(reader->diagnostics, TAG, span, tag);
    rung_mend(reader->diagnostics, "leave the tag out; text that begins with `!` needs quotes");
}

static struct anchor *open_anchor(struct reader *reader, const yaml_char_t *name)
{
    if (!name)
        return NULL;
    rung_text copy = rung_text_of((const char *)name);
    copy.at = rung_copy(reader->arena, copy);
    struct anchor *anchor = rung_new(reader->arena, struct anchor);
    *anchor = (struct anchor){.nodes = reader->nodes, .open = true};
    content_names_set(reader->arena, &reader->anchors, copy, anchor);
    return anchor;
}

static const rung_datum *close_anchor(struct reader *reader, struct anchor *anchor,
                                      const rung_datum *datum)
{
    if (anchor)
        *anchor = (struct anchor){datum, reader->nodes - anchor->nodes, false};
    return datum;
}

static const rung_datum *read_alias(struct reader *reader)
{
    rung_text wanted = rung_text_of((const char *)reader->event.data.alias.anchor);
    const struct anchor *anchor = content_names_get(&reader->anchors, wanted);
    const char *name = content_shown(reader->arena, wanted);
    rung_span span = event_span(reader);
    seen_to(reader, span.end);
    if (!anchor)
        content_report(reader->diagnostics, UNKNOWN_ALIAS, span, name);
    else if (anchor->open)
        content_report(reader->diagnostics, ALIAS_CYCLE, span, name);
    else if (count_nodes(reader, anchor->nodes, span))
        return anchor->datum;
    if (!anchor)
        rung_mend(reader->diagnostics, "put the text in quotes if it begins with `*`");
    return &poison;
}

/* --- Scalars --------------------------------------------------------------------------------- */

static void restore_separators(const struct reader *reader, char *text, size_t size)
{
    for (int i = 0; i < 2 && reader->bytes.stand_in[i]; i++) {
        char stand_in[4];
        rung_utf8_encode(reader->bytes.stand_in[i], stand_in);
        for (size_t at = 0; at + 3 <= size; at++)
            if (memcmp(text + at, stand_in, 3) == 0)
                rung_utf8_encode(0x2028 + i, text + at);
    }
}

/* Whether some character of it was refused. */
static bool holds_refused(const struct reader *reader, rung_span span)
{
    if (!reader->bytes.refused)
        return false;
    for (uint32_t i = span.start; i < span.end; i++)
        if (reader->bytes.at[i] == CONTENT_REFUSED && span.source->text.at[i] != CONTENT_REFUSED)
            return true;
    return false;
}

/* Control characters that were written as escapes; others do not come so far. */
static bool check_escapes(struct reader *reader, const rung_datum *datum)
{
    const char *at = datum->text.at, *end = at + datum->text.size;
    while (at < end) {
        if (*at >= ' ' && *at <= '~') {
            at++;
            continue;
        }
        int32_t code = rung_utf8_next(&at, end);
        if (code == '\n' || code == '\t' || (code >= ' ' && (code < 0x7F || code > 0x9F)))
            continue;
        content_report(reader->diagnostics, BAD_ESCAPE, datum->span, (unsigned)code);
        return false;
    }
    return true;
}

/* libyaml ends block scalars, and plain ones before a comment, behind the blanks that follow. */
static uint32_t trim_end(const struct reader *reader, rung_span span)
{
    rung_text text = {reader->source->text.at + span.start, span.end - span.start};
    while (text.size && strchr(" \t\r\n", text.at[text.size - 1]))
        text.size--;
    return span.start + (uint32_t)text.size;
}

static bool check_scalar_layout(struct reader *reader, const rung_datum *datum,
                                yaml_scalar_style_t style)
{
    rung_span span = datum->span;
    bool quoted =
        style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    if (quoted && reader->flow_depth == 0)
        content_check_continuation(&reader->layout, span.start, span.end, reader->indent);
    if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE)
        content_check_block_scalar(&reader->layout, span.start, span.end, reader->indent);
    if (!datum->plain || !reader->flow_depth || !datum->text.size ||
        !strchr("-?", datum->text.at[0]) || (datum->text.size > 1 && datum->text.at[1] != ' '))
        return true;
    content_report(reader->diagnostics, LONE_DASH, span, datum->text.at[0]);
    return false;
}

static const rung_datum *read_scalar(struct reader *reader)
{
    rung_span whole = event_span(reader), span = whole;
    yaml_scalar_style_t style = reader->event.data.scalar.style;
    const yaml_char_t *tag = reader->event.data.scalar.tag;
    rung_text text = {(const char *)reader->event.data.scalar.value,
                      reader->event.data.scalar.length};
    struct anchor *anchor = open_anchor(reader, reader->event.data.scalar.anchor);
    rung_datum *datum = rung_new(reader->arena, rung_datum);

    if (!count_nodes(reader, 1, whole))
        return &poison;
    if (tag || anchor)
        span.start = content_skip_properties(reader->source->text, span.start, span.end);
    span.end = trim_end(reader, span);
    datum->span = span;
    datum->plain = style == YAML_PLAIN_SCALAR_STYLE;
    char *copy = rung_copy(reader->arena, text);
    datum->text = (rung_text){copy, text.size};
    bool laid_out = check_scalar_layout(reader, datum, style);
    seen_to(reader, whole.end);
    restore_separators(reader, copy, text.size);
    datum->kind = RUNG_DATUM_STRING;
    if (datum->plain)
        content_resolve_plain(datum);
    if (tag)
        refuse_tag(reader, whole);
    bool sound = laid_out && check_escapes(reader, datum) && !tag && !holds_refused(reader, span);
    return close_anchor(reader, anchor, sound ? datum : &poison);
}

/* --- Lists and maps -------------------------------------------------------------------------- */

typedef RUNG_VEC(const rung_datum *) item_list;
typedef RUNG_VEC(rung_entry) entry_list;

static void read_items(struct reader *reader, rung_datum *list)
{
    item_list items = {0};
    while (next_event(reader) && !at_event(reader, YAML_SEQUENCE_END_EVENT))
        rung_push(reader->arena, &items, read_node(reader));
    list->list.items = items.at;
    list->list.count = items.count;
}

/* NULL if it is no key. */
static const rung_datum *check_key(struct reader *reader, const rung_datum *key, rung_span place)
{
    if (content_is_poison(key) || reader->stopped)
        return NULL;
    bool nested = key->kind == RUNG_DATUM_LIST || key->kind == RUNG_DATUM_MAP;
    bool block = !nested && !key->plain && strchr("|>", reader->source->text.at[key->span.start]);
    bool missing = key->plain && key->text.size == 0;
    if (!nested && !block && !missing && !memchr(key->text.at, '\n', key->text.size))
        return key;
    content_report(reader->diagnostics, BAD_KEY, place,
                   nested || missing ? rung_datum_kind_name(key->kind) : "text of several lines");
    return NULL;
}

static void add_entry(struct reader *reader, entry_list *entries, content_names *names,
                      rung_entry entry)
{
    const rung_entry *first = content_names_get(names, entry.key);
    if (first) {
        uint32_t line = content_line(reader->diagnostics, reader->source, first->key_span.start);
        content_report(reader->diagnostics, DUPLICATE_KEY, entry.key_span,
                       content_shown(reader->arena, entry.key), (unsigned)line);
        return;
    }
    rung_entry *kept = rung_new(reader->arena, rung_entry);
    *kept = entry;
    content_names_set(reader->arena, names, entry.key, kept);
    rung_push(reader->arena, entries, entry);
}

/* False if it is no key that we take. */
static bool read_key(struct reader *reader, rung_entry *entry)
{
    rung_span place = event_span(reader);
    bool alias = at_event(reader, YAML_ALIAS_EVENT);
    const rung_datum *key = read_node(reader);
    if (!alias)
        place = key->span;
    key = check_key(reader, key, place);
    if (!key)
        return false;
    entry->key = key->text;
    entry->key_span = place;
    if (!key->plain || !rung_text_is(key->text, "<<"))
        return true;
    content_report(reader->diagnostics, MERGE_KEY, entry->key_span);
    rung_mend(reader->diagnostics, "write the keys out");
    return false;
}

static void read_entries(struct reader *reader, rung_datum *map)
{
    entry_list entries = {0};
    content_names names = {0};
    while (next_event(reader) && !at_event(reader, YAML_MAPPING_END_EVENT)) {
        rung_entry entry = {0};
        bool key = read_key(reader, &entry);
        if (!next_event(reader))
            break;
        entry.value = read_node(reader);
        if (key)
            add_entry(reader, &entries, &names, entry);
        else
            rung_push(reader->arena, &entries, ((rung_entry){.value = &poison}));
    }
    map->map.entries = entries.at;
    map->map.count = entries.count;
}

static void read_inside(struct reader *reader, rung_datum *datum, bool flow)
{
    int indent = reader->indent;
    if (flow)
        reader->flow_depth++;
    else
        reader->indent = column_of(reader, datum->span.start);

    if (datum->kind == RUNG_DATUM_LIST)
        read_items(reader, datum);
    else
        read_entries(reader, datum);

    reader->indent = indent;
    if (flow) {
        reader->flow_depth--;
        if (reader->has_event)
            seen_to(reader, event_span(reader).end);
    }
    datum->span.end = reader->layout.seen;
    if (flow && reader->flow_depth == 0 && !reader->stopped)
        content_check_continuation(&reader->layout, datum->span.start, datum->span.end, indent);
}

static const rung_datum *read_collection(struct reader *reader)
{
    bool list = reader->event.type == YAML_SEQUENCE_START_EVENT;
    const yaml_char_t *name =
        list ? reader->event.data.sequence_start.anchor : reader->event.data.mapping_start.anchor;
    const yaml_char_t *tag =
        list ? reader->event.data.sequence_start.tag : reader->event.data.mapping_start.tag;
    bool flow = list ? reader->event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
                     : reader->event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    rung_span span = event_span(reader);
    struct anchor *anchor = open_anchor(reader, name);

    if (tag)
        refuse_tag(reader, (rung_span){span.source, span.start, (uint32_t)span.source->text.size});
    rung_datum *datum = rung_new(reader->arena, rung_datum);
    datum->kind = list ? RUNG_DATUM_LIST : RUNG_DATUM_MAP;
    datum->span = span;
    if (name || tag)
        datum->span.start = content_skip_properties(reader->source->text, span.start,
                                                    (uint32_t)reader->source->text.size);
    if (!count_nodes(reader, 1, span) || !enter(reader, datum->span))
        return &poison;
    read_inside(reader, datum, flow);
    reader->depth--;
    return close_anchor(reader, anchor, datum);
}

/* The value whose first event is the current one; ends at its last. */
static const rung_datum *read_node(struct reader *reader)
{
    switch (reader->event.type) {
    case YAML_ALIAS_EVENT:
        return read_alias(reader);
    case YAML_SCALAR_EVENT:
        return read_scalar(reader);
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        return read_collection(reader);
    default:
        return &poison; /* libyaml's grammar allows no other event here */
    }
}

/* --- The document ---------------------------------------------------------------------------- */

static bool holds_nothing(const rung_datum *root)
{
    return root->kind == RUNG_DATUM_NULL && !content_is_poison(root) && root->text.size == 0;
}

static void report_empty(struct reader *reader)
{
    if (reader->diagnostics->errors == reader->errors_before)
        content_report(reader->diagnostics, FILE_EMPTY, (rung_span){reader->source, 0, 0});
}

static void read_document(struct reader *reader)
{
    if (!next_event(reader) || !next_event(reader)) /* the stream, the document */
        return;
    if (at_event(reader, YAML_STREAM_END_EVENT)) {
        report_empty(reader);
        return;
    }
    seen_to(reader, event_span(reader).end);
    if (!next_event(reader))
        return;
    const rung_datum *root = read_node(reader);
    if (!next_event(reader))
        return;
    seen_to(reader, event_span(reader).end);
    content_check_tail(&reader->layout);
    if (holds_nothing(root))
        report_empty(reader);
    else if (!content_is_poison(root))
        reader->root = root;
}

static void read_body(void *ctx)
{
    struct reader *reader = ctx;
    rung_arena_share_guard(reader->diagnostics->arena, reader->arena);
    if (!content_bytes_check(reader->arena, reader->source, reader->diagnostics, &reader->bytes))
        return;
    if (!yaml_parser_initialize(&reader->parser))
        rung_out_of_memory(reader->arena);
    reader->has_parser = true;
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader->parser,
                                 (const unsigned char *)reader->bytes.at + reader->bytes.start,
                                 reader->source->text.size - reader->bytes.start);
    rung_text text = {reader->bytes.at, reader->source->text.size};
    reader->layout = (struct content_layout){.source = reader->source,
                                             .text = text,
                                             .diagnostics = reader->diagnostics,
                                             .seen = reader->bytes.start};
    reader->cursor_byte = reader->bytes.start;
    read_document(reader);
}

bool content_is_poison(const rung_datum *datum)
{
    return !datum->span.source;
}

bool content_is_refused_key(const rung_entry *entry)
{
    return entry->key.size == 0 && content_is_poison(entry->value);
}

const rung_datum *content_yaml_read(rung_arena *arena, const rung_source *source,
                                    rung_diagnostics *diagnostics)
{
    struct reader reader = {.arena = arena, .source = source, .diagnostics = diagnostics};
    reader.errors_before = diagnostics->errors;
    reader.indent = -1;

    void *guard = diagnostics->arena->guard;
    rung_status status = rung_guard(arena, read_body, &reader);
    diagnostics->arena->guard = guard;
    drop_event(&reader);
    if (reader.has_parser)
        yaml_parser_delete(&reader.parser);
    if (status)
        rung_out_of_memory(arena);
    return reader.root;
}

const rung_datum *rung_yaml_read(rung_arena *arena, const rung_source *source,
                                 rung_diagnostics *diagnostics)
{
    size_t errors = diagnostics->errors;
    const rung_datum *datum = content_yaml_read(arena, source, diagnostics);
    return diagnostics->errors == errors ? datum : NULL;
}
