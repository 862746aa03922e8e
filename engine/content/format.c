/* The formats as others see them: the rows of the key tables, without what reads by them. */
#include "content/role.h"
#include "content/survey.h"

const rung_format_map *rung_format_of(rung_file_kind kind)
{
    static const content_table *const tables[] = {
        [RUNG_FILE_UNKNOWN] = NULL,
        [RUNG_FILE_QUESTIONNAIRE] = &content_questionnaire_table,
        [RUNG_FILE_RULES] = &content_rules_table,
    };
    return tables[kind];
}

const char *rung_format_noun(const rung_format_map *map)
{
    return map->noun;
}

size_t rung_format_key_count(const rung_format_map *map)
{
    return map->count;
}

rung_format_key rung_format_key_at(const rung_format_map *map, size_t index)
{
    const content_key *key = &map->keys[index];
    content_kind named = key->shape == RUNG_SHAPE_ID        ? map->kind
                         : key->shape == RUNG_SHAPE_ANSWERS ? CONTENT_KIND_QUESTION
                                                            : key->names;
    return (rung_format_key){
        .name = key->name,
        .about = key->about,
        .shape = key->shape,
        .required = key->flags & CONTENT_REQUIRED,
        .by_rung = key->flags & CONTENT_BY_RUNG,
        .above = key->flags & CONTENT_ABOVE,
        .whole = key->flags & CONTENT_WHOLES,
        .bare = key->flags & CONTENT_BARE,
        .joint = content_joint(named),
        .types = key->types,
        .least = key->least,
        .most = key->most,
        .most_items = key->most_items,
        .words = key->words ? key->words->at : NULL,
        .word_count = key->words ? key->words->count : 0,
        .names = named ? content_noun(named) : NULL,
        .map = key->table,
    };
}
