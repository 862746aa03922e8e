/* What a role offers beside its requirements: specialisations, notes, related roles. */
#include "content/role.h"

#include <stddef.h>

static const content_key specialisation_keys[] = {
    {"id", RUNG_SHAPE_ID, CONTENT_REQUIRED, .at = offsetof(rung_specialisation, id),
     .about = "Reports name it."},
    {"title", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_specialisation, title),
     .about = "What it is called."},
    {"text", RUNG_SHAPE_TEXT, .at = offsetof(rung_specialisation, text), .about = "What it is."},
    {"levels", RUNG_SHAPE_LEVELS, CONTENT_REQUIRED | CONTENT_ABOVE,
     .at = offsetof(rung_specialisation, levels),
     .count_at = offsetof(rung_specialisation, level_count), .read = content_read_levels,
     .most = CONTENT_HIGHEST_LEVEL, .names = CONTENT_KIND_REQUIREMENT,
     .about = "The level that it asks for, requirement by requirement."},
    {"source", RUNG_SHAPE_TEXT, .at = offsetof(rung_specialisation, source),
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
    {"id", RUNG_SHAPE_ID, CONTENT_REQUIRED, .at = offsetof(rung_note, id),
     .about = "Reports name it."},
    {"when", RUNG_SHAPE_CONDITION, .at = offsetof(rung_note, when),
     .about = "Shown only if this is known to be true; without it always."},
    {"title", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_note, title),
     .about = "Its heading."},
    {"text", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_note, text),
     .about = "The advice."},
    {"source", RUNG_SHAPE_TEXT, .at = offsetof(rung_note, source),
     .about = "The section of the source document."},
};

const content_table content_note_table = {
    .noun = "a note",
    .keys = note_keys,
    .count = RUNG_COUNT(note_keys),
    .size = sizeof(rung_note),
    .kind = CONTENT_KIND_NOTE,
};

static const content_key time_to_entry_keys[] = {
    {"id", RUNG_SHAPE_ID, CONTENT_REQUIRED, .at = offsetof(rung_time_to_entry, id),
     .about = "Messages name it."},
    {"when", RUNG_SHAPE_CONDITION, .at = offsetof(rung_time_to_entry, when),
     .about = "Whom it is about: it counts if this is known to be true; without it for everybody."},
    {"months", RUNG_SHAPE_PAIR, CONTENT_REQUIRED | CONTENT_WHOLES,
     .at = offsetof(rung_time_to_entry, months), .read = content_read_months, .most = 1200,
     .about = "How long the document says that it takes, in months."},
    {"whose", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_time_to_entry, whose),
     .about = "Whom it is about, in words: `a complete beginner`."},
    {"source", RUNG_SHAPE_TEXT, .at = offsetof(rung_time_to_entry, source),
     .about = "The section of the source document."},
};

const content_table content_time_to_entry_table = {
    .noun = "a time to entry",
    .keys = time_to_entry_keys,
    .count = RUNG_COUNT(time_to_entry_keys),
    .size = sizeof(rung_time_to_entry),
    .kind = CONTENT_KIND_TIME,
};

static const content_key related_keys[] = {
    {"id", RUNG_SHAPE_ID, CONTENT_REQUIRED, .at = offsetof(rung_related, id),
     .about = "Names the role."},
    {"title", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_related, title),
     .about = "What the role is called."},
    {"text", RUNG_SHAPE_TEXT, .at = offsetof(rung_related, text),
     .about = "What it has in common with this one."},
};

const content_table content_related_table = {
    .noun = "a related role",
    .keys = related_keys,
    .count = RUNG_COUNT(related_keys),
    .size = sizeof(rung_related),
    .kind = CONTENT_KIND_RELATED,
};
