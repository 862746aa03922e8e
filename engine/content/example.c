/* Examples: answers, and what must come out of them. */
#include "content/role.h"

#include <stddef.h>

static const rung_datum no_answers = {.kind = RUNG_DATUM_MAP};

static rung_example *example_of(const content_key *key, void *at)
{
    return (rung_example *)((char *)at - key->at);
}

static void read_answers(content_loader *loader, const content_key *key, const rung_datum *value,
                         void *at)
{
    (void)loader;
    (void)key;
    *(const rung_datum **)at = value;
}

static void read_verdict(content_loader *loader, const content_key *key, const rung_datum *value,
                         void *at)
{
    rung_example *example = example_of(key, at);
    example->verdict_span = value->span;
    if (content_text(loader, key->name, value))
        example->has_verdict =
            content_reference(loader, CONTENT_KIND_VERDICT, value->text, value->span, at);
}

static void read_score(content_loader *loader, const content_key *key, const rung_datum *value,
                       void *at)
{
    rung_example *example = example_of(key, at);
    example->score_span = value->span;
    example->has_score = content_pair(loader, key->name, value, key->least, key->most, at);
}

static void read_gaps(content_loader *loader, const content_key *key, const rung_datum *value,
                      void *at)
{
    size_t *gaps = rung_new_array(loader->arena, size_t, value->list.count);
    for (size_t i = 0; i < value->list.count; i++) {
        const rung_datum *gap = value->list.items[i];
        if (content_text(loader, key->name, gap))
            content_reference(loader, CONTENT_KIND_REQUIREMENT, gap->text, gap->span, &gaps[i]);
    }
    example_of(key, at)->gaps_span = value->span;
    content_set_list(key, at, gaps, value->list.count);
}

static const content_key expect_keys[] = {
    {"verdict", RUNG_SHAPE_NAME, .at = offsetof(rung_example, verdict), .read = read_verdict,
     .names = CONTENT_KIND_VERDICT, .about = "What the score comes to."},
    {"score", RUNG_SHAPE_PAIR, .at = offsetof(rung_example, score), .read = read_score, .most = 100,
     .about = "Bounds that the whole range of the score lies within."},
    {"gaps", RUNG_SHAPE_NAMES, .at = offsetof(rung_example, gaps),
     .count_at = offsetof(rung_example, gap_count), .read = read_gaps,
     .names = CONTENT_KIND_REQUIREMENT, .about = "What must be among the gaps."},
};

static const content_table expect_table = {
    .noun = "an expectation",
    .keys = expect_keys,
    .count = RUNG_COUNT(expect_keys),
};

static const content_key example_keys[] = {
    {"name", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_example, name),
     .about = "Whom it describes."},
    {"answers", RUNG_SHAPE_ANSWERS, .at = offsetof(rung_example, answers), .read = read_answers,
     .about = "Everything that is not named is unanswered."},
    {"expect", RUNG_SHAPE_MAP, .table = &expect_table, .about = "What must come out."},
};

static void begin_example(void *into)
{
    rung_example *example = into;
    example->answers = &no_answers;
}

static void finish_example(content_loader *loader, const rung_datum *map, void *into)
{
    (void)loader;
    const rung_datum *name = rung_datum_get(map, "name");
    ((rung_example *)into)->span = name ? name->span : content_place(map);
}

const content_table content_example_table = {
    .noun = "an example",
    .keys = example_keys,
    .count = RUNG_COUNT(example_keys),
    .size = sizeof(rung_example),
    .begin = begin_example,
    .finish = finish_example,
};
