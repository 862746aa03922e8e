/* Actions: what they raise, what they cost, what they come after. */
#include "content/role.h"

#include <math.h>
#include <stddef.h>

/* --- Levels of requirements ------------------------------------------------------------------ */

void content_read_levels(content_loader *loader, const content_key *key, const rung_datum *value,
                         void *at)
{
    rung_level *levels = rung_new_array(loader->arena, rung_level, value->map.count);
    for (size_t i = 0; i < value->map.count; i++) {
        const rung_entry *entry = &value->map.entries[i];
        char most[RUNG_NUMBER_SIZE];
        double level;
        if (content_is_refused_key(entry))
            continue;
        content_reference(loader, CONTENT_KIND_REQUIREMENT, entry->key, entry->key_span,
                          &levels[i].requirement);
        if (!content_number(loader, key->name, entry->value, &level))
            continue;
        levels[i].level = level;
        if (level > key->least && level <= key->most)
            continue;
        rung_number_format(key->most, most);
        content_report(loader->diagnostics, NOT_ABOVE, entry->value->span, key->name, "0", most);
    }
    content_set_list(key, at, levels, value->map.count);
}

/* --- What an action comes after -------------------------------------------------------------- */

static void read_names(content_loader *loader, const rung_datum *list, rung_action *out)
{
    size_t *after = rung_new_array(loader->arena, size_t, list->list.count);
    content_names seen = {0};
    for (size_t i = 0; i < list->list.count; i++) {
        const rung_datum *name = list->list.items[i];
        if (!content_text(loader, "after", name) ||
            !content_reference(loader, CONTENT_KIND_ACTION, name->text, name->span,
                               &after[out->after_count]))
            continue;
        if (content_names_get(&seen, name->text)) {
            content_report(loader->diagnostics, REPEATED, name->span, "after", name->text.at);
            continue;
        }
        content_names_set(loader->arena, &seen, name->text, name);
        out->after_count++;
    }
    out->after = after;
}

/* --- Actions that wait for each other -----------------------------------------------------------
 * A walk along `after`, depth first, without recursion: content decides how deep it goes. */
enum state { NEW, OPEN, CLOSED };

struct walk {
    content_loader *loader;
    const rung_action *actions;
    enum state *states;
    size_t *next; /* of each action, which of its `after` is looked at next */
    size_t *path; /* the open actions, each after the one behind it */
    size_t depth;
};

enum { CYCLE_SHOWN = 20 };

/* The open actions from `first` on are a cycle. */
static void report_cycle(struct walk *walk, size_t first)
{
    const char *names = walk->actions[first].id;
    size_t at = 0, shown = 0;
    while (walk->path[at] != first)
        at++;
    for (at++; at < walk->depth && shown < CYCLE_SHOWN; at++, shown++)
        names =
            rung_format(walk->loader->arena, "%s → %s", names, walk->actions[walk->path[at]].id);
    names = rung_format(walk->loader->arena, at < walk->depth ? "%s → … → %s" : "%s → %s", names,
                        walk->actions[first].id);
    content_report(walk->loader->diagnostics, CYCLE, walk->actions[first].span, names);
    rung_mend(walk->loader->diagnostics, "leave out one `after` of them");
}

static void open(struct walk *walk, size_t action)
{
    walk->states[action] = OPEN;
    walk->path[walk->depth++] = action;
}

static void walk_from(struct walk *walk, size_t start)
{
    open(walk, start);
    while (walk->depth) {
        size_t action = walk->path[walk->depth - 1];
        if (walk->next[action] == walk->actions[action].after_count) {
            walk->states[action] = CLOSED;
            walk->depth--;
            continue;
        }
        size_t after = walk->actions[action].after[walk->next[action]++];
        if (walk->states[after] == NEW)
            open(walk, after);
        else if (walk->states[after] == OPEN)
            report_cycle(walk, after);
    }
}

void content_read_after(content_loader *loader, const rung_datum *actions, rung_action *out)
{
    size_t count = actions->list.count;
    for (size_t i = 0; i < count; i++) {
        const rung_datum *after = rung_datum_get(actions->list.items[i], "after");
        if (after && after->kind == RUNG_DATUM_LIST)
            read_names(loader, after, &out[i]);
    }
    struct walk walk = {.loader = loader, .actions = out};
    walk.states = rung_new_array(loader->arena, enum state, count);
    walk.next = rung_new_array(loader->arena, size_t, count);
    walk.path = rung_new_array(loader->arena, size_t, count);
    for (size_t i = 0; i < count; i++)
        if (walk.states[i] == NEW)
            walk_from(&walk, i);
}

/* --- Keys ------------------------------------------------------------------------------------ */

static void read_kind(content_loader *loader, const content_key *key, const rung_datum *value,
                      void *at)
{
    size_t kind;
    if (content_word(loader, key->name, value, key->words, &kind))
        *(rung_action_kind *)at = (rung_action_kind)kind;
}

void content_read_months(content_loader *loader, const content_key *key, const rung_datum *value,
                         void *at)
{
    double months[2];
    int *out = at;
    if (!content_pair(loader, key->name, value, key->least, key->most, months))
        return;
    for (int i = 0; i < 2; i++) {
        if (months[i] != floor(months[i]))
            content_report(loader->diagnostics, NOT_WHOLE, value->list.items[i]->span, key->name);
        out[i] = (int)months[i];
    }
}

static const content_key action_keys[] = {
    {"id", RUNG_SHAPE_ID, CONTENT_REQUIRED, .at = offsetof(rung_action, id),
     .about = "Plans and other actions name it."},
    {"title", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_action, title),
     .about = "What to do."},
    {"text", RUNG_SHAPE_TEXT, .at = offsetof(rung_action, text), .about = "How to go about it."},
    {"kind", RUNG_SHAPE_WORD, CONTENT_REQUIRED, .at = offsetof(rung_action, kind),
     .read = read_kind, .words = &content_action_kinds, .about = "What kind of step it is."},
    {"months", RUNG_SHAPE_PAIR, CONTENT_REQUIRED | CONTENT_WHOLES,
     .at = offsetof(rung_action, months), .read = content_read_months, .most = 1200,
     .about = "How long it takes, in months."},
    {"cost", RUNG_SHAPE_PAIR, .at = offsetof(rung_action, cost), .most = 1e12,
     .about = "What it costs, in the rules' currency; without it nothing."},
    {"when", RUNG_SHAPE_CONDITION, .at = offsetof(rung_action, when),
     .about = "Offered only if this is true; without it always."},
    {"done-when", RUNG_SHAPE_CONDITION, .at = offsetof(rung_action, done_when),
     .about = "If this is true it has been done already, and is never planned."},
    {"after", RUNG_SHAPE_NAMES, .read = content_read_later, .names = CONTENT_KIND_ACTION,
     .about = "What must be done before."},
    {"raises", RUNG_SHAPE_LEVELS, CONTENT_ABOVE, .at = offsetof(rung_action, raises),
     .count_at = offsetof(rung_action, raises_count), .read = content_read_levels,
     .most = CONTENT_HIGHEST_LEVEL, .names = CONTENT_KIND_REQUIREMENT,
     .about = "The level that each requirement is lifted to at least."},
    {"source", RUNG_SHAPE_TEXT, .at = offsetof(rung_action, source),
     .about = "The section of the source document."},
};

const content_table content_action_table = {
    .noun = "an action",
    .keys = action_keys,
    .count = RUNG_COUNT(action_keys),
    .size = sizeof(rung_action),
    .kind = CONTENT_KIND_ACTION,
    .span_at = offsetof(rung_action, span),
};
