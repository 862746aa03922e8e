/* Content that means harm: every text of it is a word that somebody chose. */
#include "report/fixture.h"

rung_scorecard fixture_poisoned(rung_arena *arena, const rung_scorecard *card, const char *words)
{
    rung_role *role = rung_new(arena, rung_role);
    rung_rules *rules = rung_new(arena, rung_rules);
    *role = *card->role;
    *rules = *role->rules;
    role->rules = rules;
    rules->title = rules->source_title = rules->source_edition = rules->currency = words;
#define POISON(type, list, count, ...)                                                             \
    do {                                                                                           \
        type *copies = rung_new_array(arena, type, count);                                         \
        for (size_t i = 0; i < (count); i++) {                                                     \
            type *copy = &copies[i];                                                               \
            *copy = (list)[i];                                                                     \
            __VA_ARGS__;                                                                           \
        }                                                                                          \
        (list) = copies;                                                                           \
    } while (0)
    POISON(rung_fact, rules->facts, rules->fact_count, copy->label = copy->value = words);
    POISON(rung_rung, rules->rungs, rules->rung_count, copy->title = copy->currency = words);
    POISON(rung_dimension, rules->dimensions, rules->dimension_count, copy->title = words);
    POISON(rung_requirement, rules->requirements, rules->requirement_count,
           copy->title = copy->why = copy->source = copy->levels[1] = copy->levels[3] = words);
    POISON(rung_verdict, rules->verdicts, rules->verdict_count, copy->title = words);
    POISON(rung_action, rules->actions, rules->action_count, copy->title = copy->text = words);
    POISON(rung_specialisation, rules->specialisations, rules->specialisation_count,
           copy->title = copy->text = words);
    POISON(rung_note, rules->notes, rules->note_count, copy->title = copy->text = words);
    POISON(rung_related, rules->related, rules->related_count, copy->title = copy->text = words);
#undef POISON
    rung_scorecard out = *card;
    out.role = role;
    return out;
}
