/* A sample of the experiment (measure.c): no verdict is called that the full answers, or other
 * answers to what was not asked, contradict; and the way is short. */
#include "quick/people.h"

#include <stdlib.h>

enum { SAMPLE = 50, OTHERS = 3 };

static const char *const roles[] = {"patient-liaison", "patient-care-coordinator"};

/* A generous bound of the median share, far from what is measured: a change that spoils the order
 * shows, and the roll of the dice does not. */
static const double most_share = 0.68;

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void nothing_contradicts(quick_person *person, const quick_way *way, quick_dice *dice)
{
    assert_false(way->contradicted);
    assert_true(way->decided || way->count == way->full);
    if (!way->decided)
        return;
    size_t verdict = stand(person->role, way->told, NULL).verdict_low;
    for (int i = 0; i < OTHERS; i++) {
        change_unasked(person, way->told, dice);
        quick_standing other = stand(person->role, person->answers, NULL);
        assert_int_equal(other.verdict_low, verdict);
        assert_int_equal(other.verdict_high, verdict);
    }
}

static void try_sample(const char *id,
                       quick_person (*make)(const rung_role *role, quick_dice *dice))
{
    role_files files;
    double shares[SAMPLE];
    quick_dice dice = {7};
    open_shipped(&files, id);
    for (int i = 0; i < SAMPLE; i++) {
        quick_person person = make(files.role, &dice);
        quick_way way = go(&person, rung_quick_next);
        shares[i] = (double)way.count / (double)way.full;
        nothing_contradicts(&person, &way, &dice);
        forget_way(&way);
        forget_person(&person);
    }
    qsort(shares, SAMPLE, sizeof *shares, by_size);
    if (shares[SAMPLE / 2] > most_share)
        fail_msg("%s: half of the people are asked more than %.2f", id, shares[SAMPLE / 2]);
    close_role(&files);
}

static void test_random_people(void **state)
{
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(roles); i++)
        try_sample(roles[i], random_person);
}

static void test_plausible_people(void **state)
{
    (void)state;
    for (size_t i = 0; i < RUNG_COUNT(roles); i++)
        try_sample(roles[i], plausible_person);
}

/* The yardstick itself: fewer than were asked, never more. */
static void test_hindsight(void **state)
{
    (void)state;
    role_files files;
    quick_dice dice = {11};
    open_shipped(&files, "patient-care-coordinator");
    quick_person person = plausible_person(files.role, &dice);
    quick_way quick = go(&person, rung_quick_next), slow = go(&person, file_order);
    size_t least = with_hindsight(&person, &quick);
    assert_true(quick.decided && slow.decided);
    assert_in_range(least, 1, quick.count);
    assert_true(quick.count <= slow.count && slow.count <= slow.full);
    forget_way(&quick);
    forget_way(&slow);
    forget_person(&person);
    close_role(&files);
}

int run_people_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_people),
        cmocka_unit_test(test_plausible_people),
        cmocka_unit_test(test_hindsight),
    };
    return cmocka_run_group_tests_name("people", tests, NULL, NULL);
}
