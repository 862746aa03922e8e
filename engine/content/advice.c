/* What a role offers beside its requirements: specialisations, notes, related roles. */
#include "content/role.h"

#include <stddef.h>

static const content_key specialisation_keys[] = {
    {"id", CONTENT_ID, CONTENT_REQUIRED, .at = offsetof(rung_specialisation, id),
     .about = "Reports name it."},
    {"title", CONTENT_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_specialisation, title),
     .about = "What it is called."},
    {"text", CONTENT_TEXT, .at = offsetof(rung_specialisation, text), .about = "What it is."},
    {"levels", CONTENT_MAP, CONTENT_REQUIRED, .at = offsetof(rung_specialisation, levels),
     .count_at = offsetof(rung_specialisation, level_count), .read = content_read_levels,
     .about = "Requirements by id, with the level that it asks for."},
    {"source", CONTENT_TEXT, .at = offsetof(rung_specialisation, source),
     .about = "The section of the source document."},
};

const content_table content_specialisation_table = {
    .noun = "a specialisation",
    .keys = specialisation_keys,
    .count = RUNG_COUNT(specialisation_keys),
    .size = sizeof(rung_specialisation),
    .kind = CONTENT_KIND_SPECIALISATION,
};

static const content_key note_keys[] = {
    {"id", CONTENT_ID, CONTENT_REQUIRED, .at = offsetof(rung_note, id),
     .about = "Reports name it."},
    {"when", CONTENT_CONDITION, .at = offsetof(rung_note, when),
     .about = "Shown only if this is known to be true."},
    {"title", CONTENT_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_note, title),
     .about = "Its heading."},
    {"text", CONTENT_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_note, text),
     .about = "The advice."},
    {"source", CONTENT_TEXT, .at = offsetof(rung_note, source),
     .about = "The section of the source document."},
};

const content_table content_note_table = {
    .noun = "a note",
    .keys = note_keys,
    .count = RUNG_COUNT(note_keys),
    .size = sizeof(rung_note),
    .kind = CONTENT_KIND_NOTE,
};

static const content_key related_keys[] = {
    {"id", CONTENT_ID, CONTENT_REQUIRED, .at = offsetof(rung_related, id),
     .about = "Names the role."},
    {"title", CONTENT_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_related, title),
     .about = "What the role is called."},
    {"text", CONTENT_TEXT, .at = offsetof(rung_related, text),
     .about = "What it has in common with this one."},
};

const content_table content_related_table = {
    .noun = "a related role",
    .keys = related_keys,
    .count = RUNG_COUNT(related_keys),
    .size = sizeof(rung_related),
    .kind = CONTENT_KIND_RELATED,
};
