/* Comparisons by cases.txt; the two parts of the movement, over random people and contents. */
#include "compare/compare.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/memory.h"

enum { FILE_MAX = 64 * 1024 };

/* Random people; the soak looks at more. */
static unsigned how_many = 300, first_seed;

static const char *const files[] = {"bakery.questionnaire.yaml", "bakery.rules.yaml"};

static char *read_file(rung_arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("cannot open %s", path);
    char *bytes = rung_alloc(arena, FILE_MAX + 1);
    size_t size = fread(bytes, 1, FILE_MAX, file);
    fclose(file);
    assert_true(size < FILE_MAX);
    return bytes;
}

/* --- One side -------------------------------------------------------------------------------- */

typedef struct side {
    char *bytes[2];
    rung_role *role;
    rung_answers *answers;
} side;

static void read_side(rung_arena *arena, side *s)
{
    for (size_t i = 0; i < RUNG_COUNT(files); i++)
        s->bytes[i] =
            read_file(arena, rung_format(arena, "%s/report/%s", RUNG_TEST_DATA, files[i]));
}

/* Every place; there must be one. */
static void edit(rung_arena *arena, char **bytes, const char *old, const char *new)
{
    char *at = strstr(*bytes, old);
    if (!at)
        fail_msg("nothing to edit: %s", old);
    *bytes = rung_format(arena, "%.*s%s%s", (int)(at - *bytes), *bytes, new, at + strlen(old));
}

static void load(rung_arena *arena, side *s)
{
    rung_diagnostics *diagnostics = rung_new(arena, rung_diagnostics);
    rung_source *sources = rung_new_array(arena, rung_source, 2);
    rung_diagnostics_init(diagnostics, arena);
    for (size_t i = 0; i < 2; i++)
        sources[i] = (rung_source){files[i], rung_text_of(s->bytes[i])};
    rung_status status = rung_role_load(&s->role, NULL, &sources[0], &sources[1], diagnostics);
    for (size_t i = 0; i < diagnostics->list.count; i++)
        print_error("%s\n", diagnostics->list.at[i].message);
    assert_int_equal(status, RUNG_OK);
    assert_int_equal(rung_answers_new(&s->answers, NULL, s->role->questionnaire), RUNG_OK);
}

static void release(side *s)
{
    rung_answers_free(s->answers);
    rung_role_free(s->role);
    s->answers = NULL;
    s->role = NULL;
}

static void set(rung_arena *arena, side *s, size_t q, const char *value)
{
    rung_answer answer = {0};
    const char *problem = "";
    if (*value && rung_answer_parse(arena, &s->role->questionnaire->questions[q],
                                    rung_text_of(value), &answer, &problem) != RUNG_OK)
        fail_msg("%s %s", s->role->questionnaire->questions[q].id, problem);
    assert_int_equal(rung_answers_set(s->answers, q, answer), RUNG_OK);
}

static void answer_all(rung_arena *arena, side *s, const char *words)
{
    while (*words) {
        size_t size = strcspn(words, " "), id = strcspn(words, "=");
        size_t q = rung_find_question(s->role->questionnaire, (rung_text){words, id});
        assert_int_not_equal(q, SIZE_MAX);
        set(arena, s, q, rung_copy(arena, (rung_text){words + id + 1, size - id - 1}));
        words += size + strspn(words + size, " ");
    }
}

static const rung_comparison *compare(rung_arena *arena, const side *before, const side *after)
{
    return rung_compare(arena, (rung_compare_side){before->role, before->answers},
                        (rung_compare_side){after->role, after->answers});
}

/* --- What is found, in words ----------------------------------------------------------------- */

static const char *spell_edits(rung_arena *arena, const char *out, const char *what, const char *id,
                               unsigned edits)
{
    if (!edits)
        return out;
    out = rung_format(arena, "%s%s %s", out, what, id);
    for (unsigned edit = 0; edit < RUNG_EDIT_COUNT; edit++)
        if (edits >> edit & 1)
            out = rung_format(arena, "%s %s", out, rung_edit_name(edit));
    return rung_format(arena, "%s\n", out);
}

static const char *spell_set(rung_arena *arena, const char *out, const char *what,
                             rung_pairings pairings)
{
    for (size_t i = 0; i < pairings.count; i++)
        out = spell_edits(arena, out, what, pairings.at[i].id, pairings.at[i].edits);
    return out;
}

static const char *spell_answers(rung_arena *arena, const char *out, const rung_comparison *found)
{
    for (size_t i = 0; i < found->questions.count; i++) {
        rung_answer_change change = found->answers[i].change;
        const char *id = found->questions.at[i].id;
        if (change != RUNG_ANSWER_STAYS)
            out = rung_format(arena, "%sanswer %s %s\n", out, id, rung_answer_change_name(change));
    }
    return out;
}

/* Four decimals at most. */
static const char *number(rung_arena *arena, double value)
{
    char *text = rung_format(arena, "%.4f", fabs(value) < 5e-5 ? 0 : value);
    size_t size = strlen(text);
    while (strncmp(text + size - 5, ".0000", 5) == 0)
        text[size -= 5] = '\0';
    return text;
}

static const char *spell(rung_arena *arena, const rung_comparison *found)
{
    const char *out = "";
    out = spell_set(arena, out, "question", found->questions);
    out = spell_set(arena, out, "requirement", found->requirements);
    out = spell_set(arena, out, "dimension", found->dimensions);
    out = spell_set(arena, out, "verdict", found->verdicts);
    out = spell_answers(arena, out, found);
    if (!found->scored)
        return rung_format(arena, "%snot scored\n", out);
    rung_range before = found->before->aim->score, after = found->after->aim->score;
    return rung_format(arena, "%sscore %s %s -> %s %s: answers %s %s, content %s %s\n", out,
                       number(arena, before.low), number(arena, before.high),
                       number(arena, after.low), number(arena, after.high),
                       number(arena, found->by_answers.low), number(arena, found->by_answers.high),
                       number(arena, found->by_content.low), number(arena, found->by_content.high));
}

/* --- cases.txt ------------------------------------------------------------------------------- */

typedef struct compared_case {
    rung_arena *arena;
    const char *title, *given[2], *expected;
    side before, after;
} compared_case;

static void begin_case(compared_case *c, const char *title)
{
    *c = (compared_case){.arena = c->arena, .title = title, .given = {"", ""}, .expected = ""};
    read_side(c->arena, &c->before);
    read_side(c->arena, &c->after);
}

static void end_case(compared_case *c)
{
    if (!c->title)
        return;
    load(c->arena, &c->before);
    load(c->arena, &c->after);
    answer_all(c->arena, &c->before, c->given[0]);
    answer_all(c->arena, &c->after, c->given[1]);
    const char *found = spell(c->arena, compare(c->arena, &c->before, &c->after));
    if (strcmp(found, c->expected) != 0)
        fail_msg("%s: expected\n%sfound\n%s", c->title, c->expected, found);
    release(&c->before);
    release(&c->after);
}

/* "OLD => NEW", with \n for the end of a line. */
static void edit_line(compared_case *c, size_t file, const char *line)
{
    const char *arrow = strstr(line, " => ");
    assert_non_null(arrow);
    char *words[] = {rung_copy(c->arena, (rung_text){line, (size_t)(arrow - line)}),
                     rung_copy(c->arena, rung_text_of(arrow + 4))};
    for (size_t i = 0; i < 2; i++)
        for (char *at; (at = strstr(words[i], "\\n"));) {
            *at = '\n';
            memmove(at + 1, at + 2, strlen(at + 2) + 1);
        }
    edit(c->arena, &c->after.bytes[file], words[0], words[1]);
}

static void run_line(compared_case *c, const char *line)
{
    if (strncmp(line, "== ", 3) == 0) {
        end_case(c);
        begin_case(c, line + 3);
    } else if (strncmp(line, "q ", 2) == 0 || strncmp(line, "r ", 2) == 0) {
        edit_line(c, *line == 'r', line + 2);
    } else if (strncmp(line, "before ", 7) == 0) {
        c->given[0] = line + 7;
    } else if (strncmp(line, "after ", 6) == 0) {
        c->given[1] = line + 6;
    } else if (strncmp(line, "> ", 2) == 0) {
        c->expected = rung_format(c->arena, "%s%s\n", c->expected, line + 2);
    } else {
        assert_true(!*line || *line == '#');
    }
}

static void run_cases(void *ctx)
{
    compared_case c = {.arena = ctx};
    char *line = read_file(ctx, RUNG_TEST_DATA "/compare/cases.txt");
    size_t cases = 0;
    for (char *next; strncmp(line, "end", 3) != 0; line = next) {
        next = strchr(line, '\n');
        assert_non_null(next);
        *next++ = '\0';
        cases += strncmp(line, "== ", 3) == 0;
        run_line(&c, line);
    }
    end_case(&c);
    assert_true(cases > 10);
}

/* --- Random people and contents -------------------------------------------------------------- */

static unsigned roll(unsigned *state, unsigned sides)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % sides;
}

static const char *random_value(rung_arena *arena, const rung_question *question, unsigned *dice)
{
    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
    case RUNG_QUESTION_CHOICES:
        return question->options[roll(dice, (unsigned)question->option_count)].id;
    case RUNG_QUESTION_SCALE:
        return rung_format(arena, "%u", roll(dice, (unsigned)question->scale->count));
    case RUNG_QUESTION_NUMBER:
        return rung_format(arena, "%u", roll(dice, (unsigned)fmin(question->max, 9) + 1));
    case RUNG_QUESTION_YES_NO:
        return roll(dice, 2) ? "yes" : "no";
    default:
        return "words";
    }
}

/* The first question is the aim: most people have one. */
static void answer_randomly(rung_arena *arena, side *s, unsigned *dice)
{
    unsigned chance = roll(dice, 100);
    for (size_t q = 0; q < s->role->questionnaire->question_count; q++)
        if (roll(dice, 100) < (q == 0 ? 90 : chance))
            set(arena, s, q, random_value(arena, &s->role->questionnaire->questions[q], dice));
}

/* What may stand in place of what. */
static const struct {
    size_t file;
    const char *old, *new;
} edits[] = {
    {1, "weight: 3", "weight: 0.7"},
    {1, "weight: 2", "weight: 5"},
    {1, "importance: 5", "importance: 1"},
    {1, "importance: 4", "importance: 5"},
    {1, "target: {helper: 2, baker: 3, master: 4}", "target: {helper: 1, baker: 4}"},
    {1, "target: {helper: 1, baker: 3, master: 4}", "target: 'post == \"helper\" ? 4 : 1'"},
    {1, "target: 3\n", "target: 0.5\n"},
    {1, "attained: recipes", "attained: \"math.least(recipes, dough)\""},
    {1, "\"years / 2\"", "\"years / 3\""},
    {1, "when: rung == \"master\"", "when: rung != \"helper\""},
    {1, "need: {master: essential}", "need: essential"},
    {0, "points: 4", "points: 3"},
    {0, "How far have you come with dough?", "How good is your dough?"},
    {0, "Have you led a shift?", "Have you led?"},
    {0, "label: Up to 8 degrees", "label: Up to 7 degrees"},
    {0, "Which post do you want?", "Which post is it?"},
    {0, ", when: post != \"helper\", unasked: unknown", ""},
    {0, "max: 40", "max: 5"},
};

static size_t edit_randomly(rung_arena *arena, side *s, unsigned *dice)
{
    size_t made = 0;
    for (size_t i = 0; i < RUNG_COUNT(edits); i++)
        if (roll(dice, 5) == 0) {
            edit(arena, &s->bytes[edits[i].file], edits[i].old, edits[i].new);
            made++;
        }
    return made;
}

static void near(double found, double expected)
{
    if (!(fabs(found - expected) < RUNG_EPSILON))
        fail_msg("%.17g is not %.17g", found, expected);
}

static void parts_add_up(const rung_comparison *c)
{
    rung_range before = c->before->aim->score, after = c->after->aim->score;
    near(before.low + c->by_answers.low + c->by_content.low, after.low);
    near(before.high + c->by_answers.high + c->by_content.high, after.high);
    near(c->by_answers.low + c->by_content.low, c->moved.low);
    near(c->by_answers.high + c->by_content.high, c->moved.high);
    near(c->between->aim->score.low, before.low + c->by_answers.low);
    near(c->between->aim->score.high, before.high + c->by_answers.high);
}

/* Where only the rules differ, the answers' part is what the earlier rules make of the later
 * answers. */
static void answers_are_those_of_the_earlier_rules(rung_arena *arena, const rung_comparison *c,
                                                   const side *before, const side *after)
{
    side as_before = {{before->bytes[0], before->bytes[1]}, NULL, NULL};
    load(arena, &as_before);
    for (size_t q = 0; q < as_before.role->questionnaire->question_count; q++)
        assert_int_equal(
            rung_answers_set(as_before.answers, q, *rung_answers_get(after->answers, q)), RUNG_OK);
    const rung_scorecard *card =
        rung_scorecard_new(arena, as_before.role, rung_sheet_new(arena, as_before.answers));
    near(c->between->aim->score.low, card->aim->score.low);
    near(c->between->aim->score.high, card->aim->score.high);
    release(&as_before);
}

static void check_nothing_moved(const rung_comparison *c)
{
    near(c->moved.low, 0);
    near(c->moved.high, 0);
    for (size_t i = 0; i < c->questions.count; i++)
        assert_int_equal(c->answers[i].change, RUNG_ANSWER_STAYS);
}

typedef struct people {
    rung_arena arena;
    unsigned seed;
    size_t *scored, *mixed;
} people;

static void check_person(void *ctx)
{
    people *p = ctx;
    rung_arena *arena = &p->arena;
    unsigned dice = p->seed;
    side before = {0}, after = {0};
    read_side(arena, &before);
    read_side(arena, &after);
    size_t made = p->seed % 4 ? edit_randomly(arena, &after, &dice) : 0;
    load(arena, &before);
    load(arena, &after);
    answer_randomly(arena, &before, &dice);
    answer_randomly(arena, &after, &dice);
    const rung_comparison *c = compare(arena, &before, &after);
    assert_int_equal(c->same_content, made == 0);
    if (c->scored) {
        parts_add_up(c);
        *p->scored += 1;
        *p->mixed += fabs(c->by_answers.low) > 1 && fabs(c->by_content.low) > 1;
        if (strcmp(before.bytes[0], after.bytes[0]) == 0)
            answers_are_those_of_the_earlier_rules(arena, c, &before, &after);
        if (made == 0)
            near(c->by_content.low, 0);
    }
    check_nothing_moved(compare(arena, &after, &after));
    release(&before);
    release(&after);
}

static void both_parts_add_up(void **state)
{
    size_t scored = 0, mixed = 0;
    (void)state;
    for (unsigned seed = 1; seed <= how_many; seed++) {
        people p = {.seed = (first_seed + seed) * 2654435761u, .scored = &scored, .mixed = &mixed};
        assert_int_equal(rung_guard(&p.arena, check_person, &p), RUNG_OK);
        rung_arena_release(&p.arena);
    }
    assert_true(scored > how_many / 2);
    assert_true(mixed > how_many / 10);
}

static void comparisons_are_those_of_the_cases(void **state)
{
    rung_arena arena = {0};
    (void)state;
    assert_int_equal(rung_guard(&arena, run_cases, &arena), RUNG_OK);
    rung_arena_release(&arena);
}

/* --- Memory ---------------------------------------------------------------------------------- */

typedef struct sweeping {
    rung_arena *arena;
    side before, after;
} sweeping;

static void compare_once(void *ctx)
{
    sweeping *s = ctx;
    compare(s->arena, &s->before, &s->after);
}

static void sweep(void *ctx)
{
    sweeping s = {0};
    rung_status status = RUNG_NO_MEMORY;
    read_side(ctx, &s.before);
    read_side(ctx, &s.after);
    edit(ctx, &s.after.bytes[0], "How far have you come with dough?", "How good is your dough?");
    load(ctx, &s.before);
    load(ctx, &s.after);
    answer_all(ctx, &s.before, "post=baker dough=2 motto=One");
    answer_all(ctx, &s.after, "post=baker dough=3 motto=Two years=4");
    for (size_t n = 1; status != RUNG_OK; n++) {
        test_memory memory;
        rung_arena arena;
        test_memory_init(&memory, n);
        rung_arena_init(&arena, &memory.hook);
        s.arena = &arena;
        status = rung_guard(&arena, compare_once, &s);
        rung_arena_release(&arena);
        assert_int_equal(memory.alive, 0);
        assert_true(n < 1000);
    }
    release(&s.before);
    release(&s.after);
}

static void memory_may_run_out_anywhere(void **state)
{
    rung_arena arena = {0};
    (void)state;
    assert_int_equal(rung_guard(&arena, sweep, &arena), RUNG_OK);
    rung_arena_release(&arena);
}

/* [PEOPLE [SEED]] */
int main(int count, char **words)
{
    if (count > 1)
        how_many = (unsigned)strtoul(words[1], NULL, 10);
    if (count > 2)
        first_seed = (unsigned)strtoul(words[2], NULL, 10);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comparisons_are_those_of_the_cases),
        cmocka_unit_test(both_parts_add_up),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("compare", tests, NULL, NULL);
}
