/* keys: the keys of each map of the format as rows of a table, and what reads a map by it. The
 * reference for authors and the schemas for editors come from the same rows (format.c). */
#ifndef RUNG_CONTENT_KEYS_H
#define RUNG_CONTENT_KEYS_H

#include "content/loader.h"

enum content_key_flag {
    CONTENT_REQUIRED = 1,
    CONTENT_ABOVE = 2,   /* numbers: `least` itself is not allowed */
    CONTENT_WHOLES = 4,  /* PAIR: of whole numbers */
    CONTENT_BY_RUNG = 8, /* or a map of such values by rung, or an expression */
    CONTENT_BARE = 16,   /* ITEMS: an item may be the value of its first key alone */
};

typedef struct content_key content_key;
typedef struct rung_format_map content_table;

/* Reads a value of the right shape into the field at `at`. */
typedef void content_reader(content_loader *loader, const content_key *key, const rung_datum *value,
                            void *at);

struct content_key {
    const char *name;
    rung_shape shape;
    unsigned flags;
    unsigned types;       /* question types that it belongs to, as bits; 0: whatever the map is */
    size_t at;            /* of the field in the table's struct */
    size_t count_at;      /* lists: of the field for how many */
    content_reader *read; /* NULL: the shape's */
    double least, most;   /* of numbers */
    size_t most_items;    /* lists; 0: as many as there are */
    const content_words *words; /* WORD: one of them; ID: none of them */
    content_kind names;         /* NAME, NAMES, LEVELS: what the ids are of */
    const content_table *table; /* ITEMS, LISTS, MAP */
    const char *about;          /* a sentence for authors */
};

/* The keys of one kind of map, in the order in which they are read, which is not the file's: what a
 * key refers to has been read before it. */
struct rung_format_map {
    const char *noun; /* "a question" */
    const content_key *keys;
    size_t count;
    size_t size;               /* of the struct that a map is read into */
    content_kind kind;         /* CONTENT_NAMELESS, or what the ids name; `id` is the first field */
    size_t span_at;            /* of a rung_span for the place of its first key; 0: there is none */
    void (*begin)(void *into); /* sets defaults, or NULL */
    /* The question types (one bit) that the map read so far is of, or NULL. */
    unsigned (*types)(const void *into);
    void (*finish)(content_loader *loader, const rung_datum *map, void *into); /* or NULL */
};

enum { CONTENT_MOST_KEYS = 24 }; /* in one table; a test holds it to that */

/* Reads a map into a zeroed struct. `datum` may be anything; what is wrong is reported. */
void content_read_map(content_loader *loader, const content_table *table, const rung_datum *datum,
                      void *into);
/* The same, and its id can be looked up from then on (content_reference), under the next index. */
void content_read_item(content_loader *loader, const content_table *table, const rung_datum *map,
                       void *into);
/* An array of a list's maps, one struct each, also for those that are wrong; the ids of that kind
 * that were known before are forgotten. */
void *content_read_items(content_loader *loader, const content_table *table,
                         const rung_datum *list);

/* A reader for what is read in a second pass, when all that it may refer to is known. */
void content_read_later(content_loader *loader, const content_key *key, const rung_datum *value,
                        void *at);

/* Sets the field at `at` to a list, and the one at `count_at` to its length. */
void content_set_list(const content_key *key, void *at, const void *items, size_t count);

/* Reports that something else is expected: "a list of option ids". */
void content_wrong_kind(content_loader *loader, const content_key *key, const char *takes,
                        const rung_datum *value);

/* Whether values of the key can be read: the tables' test asks. */
bool content_has_reader(const content_key *key);

/* Where to point at when a whole value is meant: the first key of a map. */
rung_span content_place(const rung_datum *datum);
/* The entry of a key, or NULL. */
const rung_entry *content_entry(const rung_datum *map, const char *key);

#endif
