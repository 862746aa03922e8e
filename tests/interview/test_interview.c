/* What typed lines mean, in tables: the question, the line, what comes out. */
#include "interview/interview.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const rung_option options[] = {
    {.id = "front-desk", .label = "Front desk or reception"},
    {.id = "front-office", .label = "Front office, billing"},
    {.id = "ward", .label = "Ward, at the bedside"},
    {.id = "none", .label = "None of these"},
};

static const rung_scale_value values[] = {
    {0, "I have not done this", NULL},
    {1, "I have seen it done", NULL},
    {2, "I have done it with help", NULL},
    {4, "Others come to me for it", NULL},
};
static const rung_scale scale = {.id = "practice", .values = values, .count = 4};

static const rung_question choice = {
    .id = "place", .type = RUNG_QUESTION_CHOICE, .options = options, .option_count = 4};
static const rung_question choices = {.id = "places",
                                      .type = RUNG_QUESTION_CHOICES,
                                      .options = options,
                                      .option_count = 4,
                                      .exclusive = 8};
static const rung_question scaled = {.id = "skill", .type = RUNG_QUESTION_SCALE, .scale = &scale};
static const rung_question yes_no = {.id = "sure", .type = RUNG_QUESTION_YES_NO};
static const rung_question whole = {
    .id = "years", .type = RUNG_QUESTION_NUMBER, .min = 0, .max = 60, .integer = true};
static const rung_question real = {
    .id = "years_part", .type = RUNG_QUESTION_NUMBER, .min = 0.5, .max = 60};
static const rung_question with_unit = {
    .id = "service", .type = RUNG_QUESTION_NUMBER, .min = 0, .max = 50, .unit = "years of work"};
static const rung_question drinks = {
    .id = "drinks", .type = RUNG_QUESTION_NUMBER, .min = 0, .max = 2000, .integer = true};
static const rung_question since = {
    .id = "since", .type = RUNG_QUESTION_NUMBER, .min = 1950, .max = 2030, .integer = true};
static const rung_question text = {.id = "note", .type = RUNG_QUESTION_TEXT, .max_length = 20};

enum expected { EMPTY, BAD, NO_COMMAND, COMMAND, VALUE, SET, REAL, WORDS };

static const struct {
    const rung_question *question;
    const char *line;
    enum expected expected;
    double value;      /* of VALUE, SET, REAL; the command of COMMAND */
    const char *words; /* text of WORDS; argument of COMMAND; part of the problem of others */
} cases[] = {
    {&choice, "", EMPTY, 0, NULL},
    {&choice, "   \t", EMPTY, 0, NULL},
    {&choice, "1", VALUE, 0, NULL},
    {&choice, " 4 ", VALUE, 3, NULL},
    {&choice, "ward", VALUE, 2, NULL},
    {&choice, "War", VALUE, 2, NULL},
    {&choice, "front desk", VALUE, 0, NULL},
    {&choice, "bed", VALUE, 2, NULL},
    {&choice, "side", BAD, 0, "1 to 4"},
    {&choice, "reception", VALUE, 0, NULL},
    {&choice, "Billing", VALUE, 1, NULL},
    {&choice, "o", BAD, 0, "fits several"},
    {&choice, "front", BAD, 0, "fits several"},
    {&choice, "0", BAD, 0, "1 to 4"},
    {&choice, "5", BAD, 0, "1 to 4"},
    {&choice, "kitchen", BAD, 0, "1 to 4"},
    {&choice, "1 2", BAD, 0, "1 to 4"},
    {&choice, "\x1B[2J", BAD, 0, "1 to 4"},
    {&choices, "1,3", SET, 5, NULL},
    {&choices, "1 3", SET, 5, NULL},
    {&choices, "3;1,", SET, 5, NULL},
    {&choices, "ward, front desk", SET, 5, NULL},
    {&choices, "front office, billing", SET, 2, NULL},
    {&choices, "4", SET, 8, NULL},
    {&choices, "[]", SET, 0, NULL},
    {&choices, "none", SET, 8, NULL},
    {&choices, "none,1", BAD, 0, "goes with no other answer"},
    {&choices, "1,9", BAD, 0, "several with commas"},
    {&scaled, "0", VALUE, 0, NULL},
    {&scaled, "4", VALUE, 4, NULL},
    {&scaled, "3", BAD, 0, "0 to 4"},
    {&scaled, "others", VALUE, 4, NULL},
    {&scaled, "I have", BAD, 0, "fits several"},
    {&scaled, "i have seen", VALUE, 1, NULL},
    {&yes_no, "y", VALUE, 1, NULL},
    {&yes_no, "N", VALUE, 0, NULL},
    {&yes_no, "yes", VALUE, 1, NULL},
    {&yes_no, "1", VALUE, 1, NULL},
    {&yes_no, "2", VALUE, 0, NULL},
    {&yes_no, "maybe", BAD, 0, "yes or no"},
    {&whole, "12", VALUE, 12, NULL},
    {&whole, "12.5", BAD, 0, "a whole number from 0 to 60"},
    {&whole, "61", BAD, 0, "from 0 to 60"},
    {&whole, "-1", BAD, 0, "from 0 to 60"},
    {&whole, "1e1", VALUE, 10, NULL},
    {&real, "0.5", REAL, 0.5, NULL},
    {&real, "2,5", BAD, 0, "write 2.5, with a point"},
    {&real, "0.4", BAD, 0, "from 0.5 to 60"},
    {&text, "some words", WORDS, 0, "some words"},
    {&text, "::help me", WORDS, 0, ":help me"},
    {&with_unit, "5 years", REAL, 5, NULL},
    {&with_unit, "2.5 YEARS OF WORK", REAL, 2.5, NULL},
    {&with_unit, "5y", REAL, 5, NULL},
    {&with_unit, "5 months", BAD, 0, "a number such as 2 or 2.5, from 0 to 50"},
    {&with_unit, "5 years or so", BAD, 0, "a number such as 2 or 2.5, from 0 to 50"},
    {&with_unit, "years", BAD, 0, "such as 2 or 2.5"},
    {&with_unit, "about three", BAD, 0, "such as 2 or 2.5"},
    {&with_unit, "51 years", BAD, 0, "type a number from 0 to 50"},
    {&with_unit, "1,5 years", BAD, 0, "write 1.5, with a point"},
    {&with_unit, "1,500", BAD, 0, "such as 2 or 2.5"},
    {&with_unit, ",", BAD, 0, "such as 2 or 2.5"},
    {&with_unit, "1,2,3", BAD, 0, "such as 2 or 2.5"},
    {&whole, "1,5", BAD, 0, "a whole number such as 2, from 0 to 60"},
    {&drinks, "1,500", BAD, 0, "write 1500, without a comma"},
    {&drinks, "5 years", BAD, 0, "such as 2, from"},
    {&since, "long ago", BAD, 0, "such as 1950, from"},
    {&text, "more than twenty characters", BAD, 0, "27 characters, at most 20 fit"},
    {&text, "\xFF", BAD, 0, "not UTF-8"},
    {&text, ":quit is what I said", WORDS, 0, ":quit is what I said"},
    {&text, ":st is short", WORDS, 0, ":st is short"},
    {&text, ":quit is what I said before", BAD, 0, "27 characters"},
    {&text, ":goto years", COMMAND, RUNG_COMMAND_GOTO, "years"},
    {&text, ":note to myself", COMMAND, RUNG_COMMAND_NOTE, "to myself"},
    {&choice, ":n two  words ", COMMAND, RUNG_COMMAND_NOTE, "two  words"},
    {&choice, ":note", COMMAND, RUNG_COMMAND_NOTE, ""},
    {&text, ":-) hello", NO_COMMAND, 0, "begins with a colon takes two."},
    {&text, ":quit", COMMAND, RUNG_COMMAND_QUIT, ""},
    {&choice, "?", COMMAND, RUNG_COMMAND_HELP, ""},
    {&choice, ":st", COMMAND, RUNG_COMMAND_STATUS, ""},
    {&choice, ":goto  years ", COMMAND, RUNG_COMMAND_GOTO, "years"},
    {&choice, ":QUIT", COMMAND, RUNG_COMMAND_QUIT, ""},
    {&choice, ":Goto Years", COMMAND, RUNG_COMMAND_GOTO, "Years"},
    {&choice, ":quit now", COMMAND, RUNG_COMMAND_QUIT, "now"},
    {&choice, ":s", NO_COMMAND, 0, "several commands"},
    {&choice, ":", NO_COMMAND, 0, ":help lists"},
    {&choice, ":quti", NO_COMMAND, 0, "There is no command :quti; did you mean :quit?"},
    {&choice, ":frobnicate", NO_COMMAND, 0, "There is no command :frobnicate; :help lists them."},
};

static void assert_line(rung_line line, size_t i)
{
    switch (cases[i].expected) {
    case VALUE:
        assert_int_equal(line.answer.value.i, (int64_t)cases[i].value);
        break;
    case SET:
        assert_int_equal(line.answer.value.set, (uint64_t)cases[i].value);
        break;
    case REAL:
        assert_true(line.answer.value.d == cases[i].value);
        break;
    case WORDS:
        assert_string_equal(line.answer.text, cases[i].words);
        break;
    case COMMAND:
        assert_int_equal(line.command, (int)cases[i].value);
        assert_true(rung_text_is(line.argument, cases[i].words));
        break;
    case BAD:
    case NO_COMMAND:
        assert_non_null(strstr(line.problem, cases[i].words));
        assert_null(strchr(line.problem, '\x1B'));
        break;
    default:
        break;
    }
}

static void read_all(void *ctx)
{
    static const rung_line_kind kinds[] = {
        [EMPTY] = RUNG_LINE_EMPTY,     [BAD] = RUNG_LINE_BAD,
        [COMMAND] = RUNG_LINE_COMMAND, [VALUE] = RUNG_LINE_ANSWER,
        [SET] = RUNG_LINE_ANSWER,      [REAL] = RUNG_LINE_ANSWER,
        [WORDS] = RUNG_LINE_ANSWER,    [NO_COMMAND] = RUNG_LINE_NO_COMMAND,
    };
    for (size_t i = 0; i < RUNG_COUNT(cases); i++) {
        rung_line line = rung_interview_read(ctx, cases[i].question, rung_text_of(cases[i].line));
        if (line.kind != kinds[cases[i].expected])
            fail_msg("case %zu, \"%s\": kind %d (%s)", i, cases[i].line, (int)line.kind,
                     line.problem ? line.problem : "");
        assert_line(line, i);
    }
}

static void lines_mean_what_the_table_says(void **state)
{
    (void)state;
    rung_arena arena = {0};
    assert_int_equal(rung_guard(&arena, read_all, &arena), RUNG_OK);
    rung_arena_release(&arena);
}

/* Questions of which the second is not asked. */
static const rung_question asked[] = {{.id = "target", .ask = "Which step?"},
                                      {.id = "hidden", .ask = "Anything hidden?"},
                                      {.id = "milk", .ask = "Which kinds of Milk do you steam?"},
                                      {.id = "milk-art", .ask = "Can you pour a pattern?"}};

static const struct {
    const char *where;
    size_t question, fits;
} places[] = {
    {"1", 0, 1},
    {"2", 2, 1}, /* the second of those asked */
    {"3", 3, 1},
    {"4", RUNG_NO_QUESTION, 0},
    {"0", RUNG_NO_QUESTION, 0},
    {"-1", RUNG_NO_QUESTION, 0},
    {"milk", 2, 1},
    {"hidden", 1, 1},
    {"hid", RUNG_NO_QUESTION, 0},
    {"tar", 0, 1},
    {"MILK-", 3, 1},
    {"mil", RUNG_NO_QUESTION, 2},
    {"pattern", 3, 1},
    {"PAT", 3, 1},
    {"which", RUNG_NO_QUESTION, 2},
    {"attern", RUNG_NO_QUESTION, 0},
    {"", RUNG_NO_QUESTION, 0},
};

static void questions_are_found_as_the_table_says(void **state)
{
    (void)state;
    static const rung_question_state states[] = {RUNG_ANSWERED, RUNG_NOT_ASKED, RUNG_UNANSWERED,
                                                 RUNG_UNANSWERED};
    static const uint32_t by_id[] = {1, 2, 3, 0};
    static const rung_questionnaire questionnaire = {
        .questions = asked, .question_count = 4, .by_id = by_id};
    rung_sheet sheet = {.questionnaire = &questionnaire, .states = states};
    for (size_t i = 0; i < RUNG_COUNT(places); i++) {
        size_t fits;
        size_t found = rung_interview_find(&sheet, rung_text_of(places[i].where), &fits);
        if (found != places[i].question || fits != places[i].fits)
            fail_msg("\"%s\": question %zu, %zu fit", places[i].where, found, fits);
    }
}

static void progress_counts_what_is_asked(void **state)
{
    (void)state;
    static const rung_question_state states[] = {RUNG_ANSWERED, RUNG_NOT_ASKED, RUNG_UNANSWERED,
                                                 RUNG_UNANSWERED, RUNG_UNDECIDED};
    static const bool skipped[] = {false, false, true, false, false};
    static const rung_questionnaire questionnaire = {.question_count = 5};
    rung_sheet sheet = {.questionnaire = &questionnaire, .states = states};

    assert_int_equal(rung_interview_next(&sheet, skipped), 3);
    assert_int_equal(rung_interview_back(&sheet, 3), 2);
    assert_int_equal(rung_interview_back(&sheet, 2), 0);
    assert_int_equal(rung_interview_back(&sheet, 0), RUNG_NO_QUESTION);
    assert_int_equal(rung_interview_back(&sheet, RUNG_NO_QUESTION), 3);
    rung_progress progress = rung_interview_progress(&sheet, skipped);
    assert_int_equal(progress.answered, 1);
    assert_int_equal(progress.skipped, 1);
    assert_int_equal(progress.open, 1);
    assert_int_equal(progress.undecided, 1);
}

/* Two sections of two and three questions. a: answered, o: open, -: not asked, ?: undecided. */
static const struct {
    const char *before, *after;
    int64_t more;
    size_t gone, come, question, section;
} shifts[] = {
    {"oo???", "ao???", 0, 0, 0, RUNG_NO_QUESTION, RUNG_NO_QUESTION},
    {"oo???", "ao-??", -1, 1, 0, 2, RUNG_NO_QUESTION},
    {"oo???", "aoo??", 0, 0, 1, 2, RUNG_NO_QUESTION},
    {"oo???", "ao---", -2, 3, 0, RUNG_NO_QUESTION, 1},
    {"oo???", "aoooo", 1, 0, 3, RUNG_NO_QUESTION, 1},
    {"oo???", "aooo-", 0, 1, 2, RUNG_NO_QUESTION, RUNG_NO_QUESTION},
    {"oo???", "ao--o", -1, 2, 1, RUNG_NO_QUESTION, RUNG_NO_QUESTION},
    {"aoaao", "ao--o", -2, 2, 0, RUNG_NO_QUESTION, RUNG_NO_QUESTION},
    {"aoaa-", "ao---", -2, 2, 0, RUNG_NO_QUESTION, 1},
    {"aoooo", "a----", -4, 4, 0, RUNG_NO_QUESTION, RUNG_NO_QUESTION},
    {"ao---", "aoaoo", 3, 0, 3, RUNG_NO_QUESTION, 1},
    {"ao---", "ao???", 2, 0, 0, RUNG_NO_QUESTION, RUNG_NO_QUESTION},
    {"ooooo", "a-o--", -3, 3, 0, RUNG_NO_QUESTION, RUNG_NO_QUESTION},
};

static void read_states(const char *letters, rung_question_state *out)
{
    static const char all[] = {[RUNG_ANSWERED] = 'a',
                               [RUNG_UNANSWERED] = 'o',
                               [RUNG_NOT_ASKED] = '-',
                               [RUNG_UNDECIDED] = '?'};
    for (size_t i = 0; letters[i]; i++)
        out[i] = (rung_question_state)((const char *)memchr(all, letters[i], sizeof all) - all);
}

static void changes_of_the_questions_are_as_the_table_says(void **state)
{
    (void)state;
    static const rung_section sections[] = {{.first = 0, .count = 2}, {.first = 2, .count = 3}};
    static const rung_question questions[] = {
        {.section = 0}, {.section = 0}, {.section = 1}, {.section = 1}, {.section = 1}};
    static const rung_questionnaire questionnaire = {
        .questions = questions, .question_count = 5, .sections = sections, .section_count = 2};
    rung_question_state before[5], after[5];
    rung_sheet sheet = {.questionnaire = &questionnaire, .states = after};
    for (size_t i = 0; i < RUNG_COUNT(shifts); i++) {
        read_states(shifts[i].before, before);
        read_states(shifts[i].after, after);
        rung_shift shift = rung_interview_shift(before, &sheet);
        if (shift.more != shifts[i].more || shift.gone != shifts[i].gone ||
            shift.come != shifts[i].come || shift.question != shifts[i].question ||
            shift.section != shifts[i].section)
            fail_msg("%s to %s: %lld more, %zu gone, %zu come", shifts[i].before, shifts[i].after,
                     (long long)shift.more, shift.gone, shift.come);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_mean_what_the_table_says),
        cmocka_unit_test(questions_are_found_as_the_table_says),
        cmocka_unit_test(progress_counts_what_is_asked),
        cmocka_unit_test(changes_of_the_questions_are_as_the_table_says),
    };
    return cmocka_run_group_tests_name("interview", tests, NULL, NULL);
}
