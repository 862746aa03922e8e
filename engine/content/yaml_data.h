/* yaml_data: YAML as data, also where it holds mistakes. */
#ifndef RUNG_CONTENT_YAML_DATA_H
#define RUNG_CONTENT_YAML_DATA_H

#include "content/content.h"

/* As rung_yaml_read, but what can be read in spite of mistakes (which are reported) is returned:
 * values that were refused are poison. NULL if there is nothing. */
const rung_datum *content_yaml_read(rung_arena *arena, const rung_source *source,
                                    rung_diagnostics *diagnostics);

/* A value that was refused: nothing more is to be said about it. */
bool content_is_poison(const rung_datum *datum);

/* The entry of a key that was refused: it stands for any key. */
bool content_is_refused_key(const rung_entry *entry);

#endif
