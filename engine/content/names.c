#include "content/names.h"

/* An AA tree: a node's left child is one level below it, its right child may be on its level, and
 * the right child of that one may not. */
struct content_name {
    struct content_name *left, *right;
    unsigned level;
    rung_text name;
    const void *thing;
};

const void *content_names_get(const content_names *names, rung_text name)
{
    const struct content_name *at = names->root;
    while (at) {
        int order = rung_text_compare(name, at->name);
        if (order == 0)
            return at->thing;
        at = order < 0 ? at->left : at->right;
    }
    return NULL;
}

static struct content_name *skew(struct content_name *at)
{
    struct content_name *left = at->left;
    if (!left || left->level != at->level)
        return at;
    at->left = left->right;
    left->right = at;
    return left;
}

static struct content_name *split(struct content_name *at)
{
    struct content_name *right = at->right;
    if (!right || !right->right || right->right->level != at->level)
        return at;
    at->right = right->left;
    right->left = at;
    right->level++;
    return right;
}

static struct content_name *insert(rung_arena *arena, struct content_name *at, rung_text name,
                                   const void *thing)
{
    if (!at) {
        at = rung_new(arena, struct content_name);
        *at = (struct content_name){.level = 1, .name = name, .thing = thing};
        return at;
    }
    int order = rung_text_compare(name, at->name);
    if (order == 0)
        at->thing = thing;
    else if (order < 0)
        at->left = insert(arena, at->left, name, thing);
    else
        at->right = insert(arena, at->right, name, thing);
    return split(skew(at));
}

void content_names_set(rung_arena *arena, content_names *names, rung_text name, const void *thing)
{
    names->root = insert(arena, names->root, name, thing);
}

static void each(const struct content_name *at, void (*visit)(void *ctx, const void *thing),
                 void *ctx)
{
    for (; at; at = at->right) {
        each(at->left, visit, ctx);
        visit(ctx, at->thing);
    }
}

void content_names_each(const content_names *names, void (*visit)(void *ctx, const void *thing),
                        void *ctx)
{
    each(names->root, visit, ctx);
}
