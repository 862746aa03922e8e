/* What the files of this stage share. */
#ifndef RUNG_SCHEMA_PRIVATE_H
#define RUNG_SCHEMA_PRIVATE_H

#include "json/json.h"
#include "schema/schema.h"

/* Members of the object that is open. */
void schema_string(rung_json *json, const char *key, const char *value);
void schema_number(rung_json *json, const char *key, double value);
void schema_bool(rung_json *json, const char *key, bool value);

/* Members that say which maps there may be. */
void schema_map(rung_json *json, const rung_format_map *map);
/* The schema of what stands behind a key. `type` is the question type of the map that it is in, or
 * RUNG_QUESTION_TYPE_COUNT. */
void schema_value(rung_json *json, const rung_format_key *key, rung_question_type type);

/* A map's noun as words of an address: "value-of-a-scale" for "a value of a scale". */
typedef struct schema_slug {
    char text[64];
} schema_slug;

schema_slug schema_slug_of(const rung_format_map *map, bool with_article);

#endif
