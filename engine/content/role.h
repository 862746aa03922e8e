/* role: the tables of a rules file, in several files. */
#ifndef RUNG_CONTENT_ROLE_H
#define RUNG_CONTENT_ROLE_H

#include "content/keys.h"

/* Reads the rules whose YAML is `root`, about loader->survey. NULL if they are none at all. */
rung_rules *content_read_rules(content_loader *loader, const rung_datum *root);

/* What actions come after, when all are known. */
void content_read_after(content_loader *loader, const rung_datum *actions, rung_action *out);

/* Whole months, least and most. */
content_reader content_read_months;

/* A map of requirements and levels: `raises`, `levels`. */
content_reader content_read_levels;

extern const content_table content_rules_table, content_rung_table, content_requirement_table,
    content_action_table, content_specialisation_table, content_note_table,
    content_time_to_entry_table, content_related_table, content_example_table;

enum { CONTENT_HIGHEST_LEVEL = 4 };

#endif
