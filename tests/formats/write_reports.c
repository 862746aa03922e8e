/* Writes reports for the checks in other languages.
 *
 * usage: write_reports words FOLDER     for each line of standard input, words in hexadecimal, the
 *                                       report in which every text is these words, in every format:
 *                                       FOLDER/LINE.SUFFIX; and FOLDER/LINE.line, the words as one
 *                                       line in which nothing is obeyed
 *        write_reports random COUNT     rung-report/1 of COUNT random sheets of each shipped role,
 * a line each */
#include "report/fixture.h"

#include "report/escape.h"
#include "report/machine.h"

enum { LONGEST = 1 << 20 };

static char **arguments;

static const char *from_hex(rung_arena *arena, const char *hex)
{
    char *out = rung_alloc(arena, strlen(hex) / 2 + 1), *to = out;
    unsigned byte;
    for (; sscanf(hex, "%2x", &byte) == 1; hex += 2)
        *to++ = (char)byte;
    *to = '\0';
    return out;
}

static void put_file(rung_arena *arena, size_t line, const char *suffix, rung_text text)
{
    const char *path = rung_format(arena, "%s/%zu%s", arguments[2], line, suffix);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(text.at, 1, text.size, file) != text.size || fclose(file) != 0)
        fail_msg("cannot write %s", path);
}

static void write_all(struct fixture *fixture, size_t line, const char *words)
{
    rung_arena *arena = fixture->arena;
    const rung_scorecard *card = fixture->card;
    rung_scorecard hostile = fixture_poisoned(arena, card, words);
    size_t questions = card->role->questionnaire->question_count;
    const char **remarks = rung_new_array(arena, const char *, questions);
    rung_report_subject subject = {.id = words, .name = words, .updated = 1, .remarks = remarks};
    for (size_t q = 0; q < questions; q++)
        remarks[q] = words;
    fixture->card = &hostile;
    for (rung_report_format format = 0; format < RUNG_REPORT_FORMAT_COUNT; format++)
        if (!rung_report_is_binary(format))
            put_file(arena, line, rung_report_format_suffix(arena, format),
                     render_format(fixture, format, &subject));
    put_file(arena, line, ".line", rung_text_of(report_escape_line(arena, words)));
    fixture->card = card;
}

static void write_words(rung_arena *arena)
{
    static char line[LONGEST];
    struct fixture fixture;
    fixture_load_bakery(&fixture, arena);
    fixture_answer(&fixture, "post=baker dough=2 oven=1 years=3 nights=yes team=yes");
    for (size_t i = 0; fgets(line, sizeof line, stdin); i++)
        write_all(&fixture, i, from_hex(arena, line));
    fixture_free(&fixture);
}

static bool to_stdout(void *ctx, const char *bytes, size_t size)
{
    (void)ctx;
    return fwrite(bytes, 1, size, stdout) == size;
}

static void write_random(struct fixture *fixture)
{
    size_t questions = fixture->role->questionnaire->question_count;
    const char **remarks = rung_new_array(fixture->arena, const char *, questions);
    rung_report_subject subject = maria;
    rung_sink sink = {.write = to_stdout};
    remarks[0] = "a remark";
    subject.remarks = remarks;
    for (unsigned seed = 0; seed < (unsigned)atoi(arguments[2]); seed++) {
        fixture_answer_randomly(fixture, seed, seed % 101);
        report_write_json(fixture->arena, fixture->card, fixture->plan, &subject, 0, &sink);
        rung_write(&sink, RUNG_TEXT("\n"));
    }
}

static void write_randoms(rung_arena *arena)
{
    fixture_each_shipped(arena, write_random);
}

int main(int count, char **words)
{
    arguments = words;
    if (count != 3)
        return 2;
    with_arena(strcmp(words[1], "words") == 0 ? write_words : write_randoms);
    return 0;
}
