#include "kinds.h"

#include "answers/answers.h"
#include "content/content.h"
#include "expr/expr.h"
#include "json/json.h"
#include "proof/proof.h"
#include "scoring/scoring.h"

const rung_diagnostic_kind cli_messages[] = {
#define KIND RUNG_KIND
#include "message_list.h"
#undef KIND
};
static const size_t message_count = RUNG_COUNT(cli_messages);

/* The stages' tables, in the order of their codes. */
static const struct {
    const rung_diagnostic_kind *kinds;
    const size_t *count;
} tables[] = {
    {rung_expr_messages, &rung_expr_message_count},
    {rung_content_messages, &rung_content_message_count},
    {rung_answers_messages, &rung_answers_message_count},
    {rung_scoring_messages, &rung_scoring_message_count},
    {rung_proof_messages, &rung_proof_message_count},
    {rung_json_messages, &rung_json_message_count},
    {cli_messages, &message_count},
};

size_t cli_kind_count(void)
{
    size_t count = 0;
    for (size_t i = 0; i < RUNG_COUNT(tables); i++)
        count += *tables[i].count;
    return count;
}

const rung_diagnostic_kind *cli_kind_at(size_t n)
{
    for (size_t i = 0; i < RUNG_COUNT(tables); i++) {
        if (n < *tables[i].count)
            return &tables[i].kinds[n];
        n -= *tables[i].count;
    }
    return NULL;
}

const rung_diagnostic_kind *const *cli_all_kinds(rung_arena *arena)
{
    size_t count = cli_kind_count();
    const rung_diagnostic_kind **kinds = rung_new_array(arena, const rung_diagnostic_kind *, count);
    for (size_t i = 0; i < count; i++)
        kinds[i] = cli_kind_at(i);
    return kinds;
}

enum { DIGITS = 4 }; /* of a code, behind "RG" */

/* The number that a word for a code holds; -1 if it is none. */
static int64_t number_of(rung_text word)
{
    int64_t number;
    if (word.size > 2 && (*word.at == 'R' || *word.at == 'r') &&
        (word.at[1] == 'G' || word.at[1] == 'g'))
        word = (rung_text){word.at + 2, word.size - 2};
    for (size_t i = 0; i < word.size; i++)
        if (word.at[i] < '0' || word.at[i] > '9')
            return -1;
    return word.size <= DIGITS && rung_parse_int(word, &number) ? number : -1;
}

bool cli_is_code(rung_text word)
{
    return number_of(word) >= 0;
}

const rung_diagnostic_kind *cli_find_kind(rung_text word)
{
    int64_t number = number_of(word);
    for (size_t i = 0; i < cli_kind_count(); i++)
        if (number >= 0 && number_of(rung_text_of(cli_kind_at(i)->code)) == number)
            return cli_kind_at(i);
    return NULL;
}

void cli_near_kinds(rung_text word, const rung_diagnostic_kind **below,
                    const rung_diagnostic_kind **above)
{
    int64_t wanted = number_of(word);
    *below = *above = NULL;
    for (size_t i = 0; i < cli_kind_count() && !*above; i++) {
        const rung_diagnostic_kind *kind = cli_kind_at(i);
        *(number_of(rung_text_of(kind->code)) < wanted ? below : above) = kind;
    }
}
