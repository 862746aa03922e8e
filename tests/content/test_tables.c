/* The tables of keys check themselves: what is generated from them relies on it. */
#include "support.h"

#include "content/role.h"
#include "content/survey.h"

#include <string.h>

static size_t rows;

static void check_name(const content_table *table, size_t index)
{
    const char *name = table->keys[index].name;
    assert_true(name[strspn(name, "abcdefghijklmnopqrstuvwxyz-")] == '\0' && name[0]);
    for (size_t i = 0; i < index; i++)
        assert_string_not_equal(table->keys[i].name, name);
}

static void check_about(const content_key *key)
{
    assert_non_null(key->about);
    size_t size = strlen(key->about);
    if (size < 8 || key->about[size - 1] != '.')
        fail_msg("`%s` is described as \"%s\"", key->name, key->about);
}

static bool is_numeric(rung_shape shape)
{
    return shape == RUNG_SHAPE_NUMBER || shape == RUNG_SHAPE_WHOLE || shape == RUNG_SHAPE_PAIR ||
           shape == RUNG_SHAPE_RANGE || shape == RUNG_SHAPE_LEVELS ||
           shape == RUNG_SHAPE_LEVEL_TEXTS;
}

static bool names_others(rung_shape shape)
{
    return shape == RUNG_SHAPE_NAME || shape == RUNG_SHAPE_NAMES || shape == RUNG_SHAPE_LEVELS;
}

static bool has_table(rung_shape shape)
{
    return shape == RUNG_SHAPE_ITEMS || shape == RUNG_SHAPE_LISTS || shape == RUNG_SHAPE_MAP;
}

static void check_table(const content_table *table);

static void check_key(const content_table *table, size_t index)
{
    const content_key *key = &table->keys[index];
    rows++;
    check_name(table, index);
    check_about(key);
    assert_true(key->shape < RUNG_SHAPE_COUNT);
    assert_true(content_has_reader(key));
    assert_true(!key->types || table->types);
    assert_int_equal(key->least < key->most, is_numeric(key->shape));
    assert_int_equal(key->names != CONTENT_KIND_NAMELESS, names_others(key->shape));
    assert_int_equal(key->table != NULL, has_table(key->shape));
    assert_true(key->words || key->shape != RUNG_SHAPE_WORD);
    if (key->shape == RUNG_SHAPE_ITEMS)
        assert_true(key->read || (key->count_at > 0 && key->table->size > 0));
    if (key->shape == RUNG_SHAPE_MAP && !key->read)
        assert_int_equal(key->at, 0);
    if (key->table)
        check_table(key->table);
}

static void check_table(const content_table *table)
{
    assert_true(table->count > 0 && table->count <= CONTENT_MOST_KEYS);
    assert_true(table->noun && table->noun[0]);
    /* What is named begins with its id. */
    if (table->kind) {
        assert_string_equal(table->keys[0].name, "id");
        assert_int_equal(table->keys[0].at, 0);
        assert_true(table->keys[0].flags & CONTENT_REQUIRED);
    }
    for (size_t i = 0; i < table->count; i++)
        check_key(table, i);
}

static void test_tables(void **state)
{
    (void)state;
    check_table(&content_questionnaire_table);
    check_table(&content_rules_table);
    assert_true(rows > 80);
}

static void test_words(void **state)
{
    (void)state;
    for (int i = 0; i < RUNG_QUESTION_TYPE_COUNT; i++)
        assert_true(rung_text_is(content_question_types.at[i],
                                 rung_question_type_name((rung_question_type)i)));
    for (int i = 1; i < RUNG_EVIDENCE_COUNT; i++)
        assert_true(
            rung_text_is(content_evidences.at[i - 1], rung_evidence_name((rung_evidence)i)));
    for (int i = 0; i < RUNG_ACTION_KIND_COUNT; i++)
        assert_true(
            rung_text_is(content_action_kinds.at[i], rung_action_kind_name((rung_action_kind)i)));
    assert_string_equal(rung_evidence_name(RUNG_EVIDENCE_NONE), "");
    assert_string_equal(rung_need_name(RUNG_ESSENTIAL), "essential");
    assert_string_equal(rung_need_name(RUNG_PREFERRED), "preferred");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
