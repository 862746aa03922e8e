/* Reading maps by their tables. */
#include "content/keys.h"

#include "content/expressions.h"

#include <string.h>

/* --- Shapes ---------------------------------------------------------------------------------- */

static void read_text(content_loader *loader, const content_key *key, const rung_datum *value,
                      void *at)
{
    *(const char **)at = content_text(loader, key->name, value);
}

static void read_scalar(content_loader *loader, const content_key *key, const rung_datum *value,
                        void *at)
{
    if (value->kind == RUNG_DATUM_INT || value->kind == RUNG_DATUM_DOUBLE)
        *(const char **)at = value->text.at;
    else
        read_text(loader, key, value, at);
}

static void read_id(content_loader *loader, const content_key *key, const rung_datum *value,
                    void *at)
{
    const char *id = content_text(loader, key->name, value);
    *(const char **)at = id && content_check_id(loader, value, '-') ? id : NULL;
}

static void read_bool(content_loader *loader, const content_key *key, const rung_datum *value,
                      void *at)
{
    (void)loader;
    (void)key;
    *(bool *)at = value->boolean;
}

static void report_not_above(content_loader *loader, const content_key *key,
                             const rung_datum *value)
{
    char least[RUNG_NUMBER_SIZE], most[RUNG_NUMBER_SIZE];
    rung_number_format(key->least, least);
    rung_number_format(key->most, most);
    content_report(loader->diagnostics, NOT_ABOVE, value->span, key->name, least, most);
}

static void read_number(content_loader *loader, const content_key *key, const rung_datum *value,
                        void *at)
{
    double number;
    if (!(key->flags & CONTENT_ABOVE)) {
        content_number_within(loader, key->name, value, key->least, key->most, at);
    } else if (content_number(loader, key->name, value, &number)) {
        if (number > key->least && number <= key->most)
            *(double *)at = number;
        else
            report_not_above(loader, key, value);
    }
}

static void read_whole(content_loader *loader, const content_key *key, const rung_datum *value,
                       void *at)
{
    int64_t whole;
    if (content_whole_within(loader, key->name, value, (int64_t)key->least, (int64_t)key->most,
                             &whole))
        *(int *)at = (int)whole;
}

static void read_pair(content_loader *loader, const content_key *key, const rung_datum *value,
                      void *at)
{
    content_pair(loader, key->name, value, key->least, key->most, at);
}

static void read_condition(content_loader *loader, const content_key *key, const rung_datum *value,
                           void *at)
{
    *(const rung_program **)at = content_condition(loader, key->name, value);
}

void content_set_list(const content_key *key, void *at, const void *items, size_t count)
{
    memcpy(at, &items, sizeof items);
    memcpy((char *)at - key->at + key->count_at, &count, sizeof count);
}

static void read_texts(content_loader *loader, const content_key *key, const rung_datum *value,
                       void *at)
{
    const char **texts = rung_new_array(loader->arena, const char *, value->list.count);
    for (size_t i = 0; i < value->list.count; i++)
        texts[i] = content_text(loader, key->name, value->list.items[i]);
    content_set_list(key, at, texts, value->list.count);
}

static void read_items(content_loader *loader, const content_key *key, const rung_datum *value,
                       void *at)
{
    content_set_list(key, at, content_read_items(loader, key->table, value), value->list.count);
}

static void read_map(content_loader *loader, const content_key *key, const rung_datum *value,
                     void *at)
{
    content_read_map(loader, key->table, value, (char *)at - key->at);
}

/* How a value is read unless the row has a reader of its own, and what it is read into. */
static content_reader *const readers[RUNG_SHAPE_COUNT] = {
    [RUNG_SHAPE_TEXT] = read_text,           /* const char * */
    [RUNG_SHAPE_SCALAR] = read_scalar,       /* const char *, as it was written */
    [RUNG_SHAPE_ID] = read_id,               /* const char *, with '-' */
    [RUNG_SHAPE_BOOL] = read_bool,           /* bool */
    [RUNG_SHAPE_NUMBER] = read_number,       /* double */
    [RUNG_SHAPE_WHOLE] = read_whole,         /* int */
    [RUNG_SHAPE_PAIR] = read_pair,           /* double[2] */
    [RUNG_SHAPE_CONDITION] = read_condition, /* const rung_program *, over all questions */
    [RUNG_SHAPE_TEXTS] = read_texts,         /* const char *const *, and how many at `count_at` */
    [RUNG_SHAPE_ITEMS] = read_items,         /* structs by `table`, and how many */
    [RUNG_SHAPE_MAP] = read_map,             /* by `table`, into the same struct */
};

static const char *const taken[RUNG_SHAPE_COUNT] = {
#define SHAPE_TAKES(name, takes) [RUNG_SHAPE_##name] = takes,
    RUNG_SHAPES(SHAPE_TAKES)
#undef SHAPE_TAKES
};

bool content_has_reader(const content_key *key)
{
    return key->read || readers[key->shape];
}

/* The kind of datum that a shape needs whatever it is used for; RUNG_DATUM_NULL: the reader looks.
 */
static rung_datum_kind kind_of(rung_shape shape)
{
    switch (shape) {
    case RUNG_SHAPE_BOOL:
        return RUNG_DATUM_BOOL;
    case RUNG_SHAPE_RANGE:
    case RUNG_SHAPE_TEXTS:
    case RUNG_SHAPE_NAMES:
    case RUNG_SHAPE_ITEMS:
        return RUNG_DATUM_LIST;
    case RUNG_SHAPE_LISTS:
    case RUNG_SHAPE_LEVELS:
    case RUNG_SHAPE_LEVEL_TEXTS:
    case RUNG_SHAPE_ANSWERS:
    case RUNG_SHAPE_MAP:
        return RUNG_DATUM_MAP;
    default:
        return RUNG_DATUM_NULL;
    }
}

/* What a word is meant to be, where a bool is due; NULL if it is none of these. */
static const char *meant_bool(rung_text word)
{
    static const rung_text words[] = {{"true", 4}, {"false", 5}, {"yes", 3}, {"no", 2},
                                      {"on", 2},   {"off", 3},   {"y", 1},   {"n", 1}};
    static const char *const meant[] = {"true", "false", "true", "false",
                                        "true", "false", "true", "false"};
    size_t nearest = rung_nearest(word, words, RUNG_COUNT(words));
    return nearest == SIZE_MAX ? NULL : meant[nearest];
}

void content_wrong_kind(content_loader *loader, const content_key *key, const char *takes,
                        const rung_datum *value)
{
    content_report(loader->diagnostics, WRONG_KIND, content_place(value), key->name, takes,
                   rung_datum_kind_name(value->kind));
    bool scalar = value->kind != RUNG_DATUM_LIST && value->kind != RUNG_DATUM_MAP;
    rung_datum_kind wanted = kind_of(key->shape);
    const char *meant = scalar && wanted == RUNG_DATUM_BOOL ? meant_bool(value->text) : NULL;
    if (meant)
        rung_mend(loader->diagnostics, "write `%s`, without quotes", meant);
    else if (wanted == RUNG_DATUM_LIST && scalar)
        rung_mend(loader->diagnostics, "write a list: [%s]",
                  content_shown(loader->arena, value->text));
}

void content_read_later(content_loader *loader, const content_key *key, const rung_datum *value,
                        void *at)
{
    (void)loader;
    (void)key;
    (void)value;
    (void)at;
}

/* --- Maps ------------------------------------------------------------------------------------ */

rung_span content_place(const rung_datum *datum)
{
    if (datum->kind == RUNG_DATUM_MAP && datum->map.count &&
        !content_is_refused_key(&datum->map.entries[0]))
        return datum->map.entries[0].key_span;
    if (datum->kind == RUNG_DATUM_LIST || datum->kind == RUNG_DATUM_MAP)
        return (rung_span){datum->span.source, datum->span.start, datum->span.start};
    return datum->span;
}

const rung_entry *content_entry(const rung_datum *map, const char *key)
{
    for (size_t i = 0; i < map->map.count; i++)
        if (rung_text_is(map->map.entries[i].key, key))
            return &map->map.entries[i];
    return NULL;
}

/* What is known of keys that are not there as they should be. */
struct presence {
    /* Another key that is near to this one, and was reported: what stands behind it is read as
     * this one's, so that what refers to it is found. */
    const rung_entry *misspelt[CONTENT_MOST_KEYS];
    bool uncertain; /* some key could not be read */
};

static const content_key *find_key(const content_table *table, rung_text name)
{
    for (size_t i = 0; i < table->count; i++)
        if (rung_text_is(name, table->keys[i].name))
            return &table->keys[i];
    return NULL;
}

/* `{label: Chat, or mail}`: a key without colon and value, which a comma made of a text. */
static bool is_made_by_comma(const rung_entry *entry)
{
    rung_text text = entry->key_span.source->text;
    size_t at = entry->key_span.end;
    while (at < text.size && (text.at[at] == ' ' || text.at[at] == '\t'))
        at++;
    return entry->value->kind == RUNG_DATUM_NULL && at < text.size && strchr(",}", text.at[at]);
}

static void report_unknown_key(content_loader *loader, const content_table *table,
                               const rung_entry *entry)
{
    content_report(loader->diagnostics, UNKNOWN_KEY, entry->key_span, table->noun,
                   content_shown(loader->arena, entry->key));
    if (is_made_by_comma(entry))
        rung_mend(loader->diagnostics,
                  "a comma inside braces begins a new key: put text that holds one in quotes");
}

/* Reports keys that are none of the table's. */
static void check_keys(content_loader *loader, const content_table *table, const rung_datum *map,
                       struct presence *presence)
{
    rung_text names[CONTENT_MOST_KEYS];
    for (size_t i = 0; i < table->count; i++) /* what stands in the map is not what was meant */
        names[i] = content_entry(map, table->keys[i].name) ? (rung_text){0}
                                                           : rung_text_of(table->keys[i].name);
    for (size_t i = 0; i < map->map.count; i++) {
        const rung_entry *entry = &map->map.entries[i];
        if (content_is_refused_key(entry))
            presence->uncertain = true;
        if (content_is_refused_key(entry) || find_key(table, entry->key))
            continue;
        if (i > 0 && is_made_by_comma(entry) && is_made_by_comma(entry - 1))
            continue; /* more of the same text */
        size_t nearest = content_is_full(loader->diagnostics, entry->key_span.source)
                             ? SIZE_MAX
                             : rung_nearest(entry->key, names, table->count);
        report_unknown_key(loader, table, entry);
        if (nearest == SIZE_MAX)
            continue;
        rung_mend(loader->diagnostics, "did you mean `%s`?", names[nearest].at);
        presence->misspelt[nearest] = entry;
    }
}

/* Lists and maps that may be left out may also be empty in this way. */
static bool is_left_out(const content_key *key, const rung_datum *value)
{
    rung_datum_kind kind = kind_of(key->shape);
    return value->kind == RUNG_DATUM_NULL && !content_is_poison(value) &&
           !(key->flags & CONTENT_REQUIRED) && (kind == RUNG_DATUM_LIST || kind == RUNG_DATUM_MAP);
}

/* So that a slip is one mistake: what follows from the bool is checked as it was meant. */
static void guess_bool(const rung_datum *value, void *at)
{
    const char *meant = meant_bool(value->text);
    *(bool *)at = meant && meant[0] == 't';
}

static void read_value(content_loader *loader, const content_key *key, const rung_datum *value,
                       void *at)
{
    rung_datum_kind kind = kind_of(key->shape);
    if (is_left_out(key, value) || content_is_unusable(loader, key->name, value))
        return;
    if (kind != RUNG_DATUM_NULL && value->kind != kind) {
        content_wrong_kind(loader, key, taken[key->shape], value);
        if (kind == RUNG_DATUM_BOOL && value->kind == RUNG_DATUM_STRING)
            guess_bool(value, at);
        return;
    }
    if (kind == RUNG_DATUM_LIST && value->list.count == 0 && (key->flags & CONTENT_REQUIRED)) {
        content_report(loader->diagnostics, NO_ITEMS, value->span, key->name);
        return;
    }
    (key->read ? key->read : readers[key->shape])(loader, key, value, at);
}

static void report_foreign(content_loader *loader, const content_key *key, unsigned types,
                           const rung_entry *entry)
{
    const content_words *words = &content_question_types;
    content_report(loader->diagnostics, FOREIGN_KEY, entry->key_span, key->name,
                   content_words_list(loader->arena, words, key->types, " and "),
                   content_words_list(loader->arena, words, types, " and "));
}

static void read_key(content_loader *loader, const content_table *table, size_t index,
                     const rung_datum *map, const struct presence *presence, void *into)
{
    const content_key *key = &table->keys[index];
    const rung_entry *entry = content_entry(map, key->name);
    if (!entry)
        entry = presence->misspelt[index];
    /* Whether a key belongs to a question whose type is wrong cannot be said. */
    unsigned types = key->types ? table->types(into) : 0;
    bool belongs = !key->types || (key->types & types);

    if (entry && key->types && types && !belongs)
        report_foreign(loader, key, types, entry);
    else if (entry)
        read_value(loader, key, entry->value, (char *)into + key->at);
    else if (belongs && (key->flags & CONTENT_REQUIRED) && !presence->uncertain)
        content_report(loader->diagnostics, MISSING_KEY, content_place(map), table->noun,
                       key->name);
}

void content_read_map(content_loader *loader, const content_table *table, const rung_datum *datum,
                      void *into)
{
    if (table->begin)
        table->begin(into);
    if (content_is_poison(datum))
        return;
    if (datum->kind != RUNG_DATUM_MAP) {
        content_report(loader->diagnostics, NOT_A_MAP, content_place(datum), table->noun,
                       rung_datum_kind_name(datum->kind));
        return;
    }
    struct presence presence = {0};
    check_keys(loader, table, datum, &presence);
    for (size_t i = 0; i < table->count; i++)
        read_key(loader, table, i, datum, &presence, into);
    if (table->finish)
        table->finish(loader, datum, into);
}

/* --- Lists of maps --------------------------------------------------------------------------- */

/* The id that begins the struct; NULL where it is wrong. */
static const char *id_of(const void *item)
{
    const char *id;
    memcpy(&id, item, sizeof id);
    return id;
}

static void add_id(content_loader *loader, content_kind kind, const rung_datum *map,
                   const void *item)
{
    const char *id = id_of(item);
    const rung_datum *datum = rung_datum_get(map, "id");
    if (id)
        content_add_id(loader, kind, rung_text_of(id), datum ? datum->span : content_place(map));
    else
        content_add_nameless(loader, kind);
}

void content_read_item(content_loader *loader, const content_table *table, const rung_datum *map,
                       void *into)
{
    content_read_map(loader, table, map, into);
    if (table->kind)
        add_id(loader, table->kind, map, into);
    if (table->span_at) {
        const rung_datum *id = rung_datum_get(map, "id");
        rung_span span = id && !content_is_poison(id) ? id->span : content_place(map);
        memcpy((char *)into + table->span_at, &span, sizeof span);
    }
}

void *content_read_items(content_loader *loader, const content_table *table, const rung_datum *list)
{
    char *items = rung_alloc_array(loader->arena, list->list.count, table->size);
    if (table->kind)
        content_forget_ids(loader, table->kind);
    for (size_t i = 0; i < list->list.count; i++)
        content_read_item(loader, table, list->list.items[i], items + i * table->size);
    return items;
}
