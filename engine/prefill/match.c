/* What the items of a resume say of a question. */
#include "prefill/prefill_private.h"

#include <string.h>

/* --- Words ----------------------------------------------------------------------------------- */

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Letters beyond ASCII are bytes that are compared as they are. */
static bool is_letter(char c)
{
    char small = lower(c);
    return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* "B.A." is "BA", "bachelor's" is "bachelors". */
static const char *skip_marks(const char *at)
{
    while (*at == '.' || *at == '\'')
        at++;
    return at;
}

static size_t letters_of(const char *word)
{
    size_t count = 0;
    for (; *word; word++)
        count += is_letter(*word);
    return count;
}

/* Whether `word` stands at the beginning of `at`. */
static bool begins(const char *at, const char *word)
{
    enum { SHORT = 3 };
    bool whole = letters_of(word) <= SHORT;
    for (word = skip_marks(word); *word; word = skip_marks(word + 1)) {
        at = skip_marks(at);
        if (!*at || lower(*at) != lower(*word))
            return false;
        at++;
    }
    return !whole || !is_letter(*skip_marks(at));
}

static bool has_word(const char *text, const char *word)
{
    bool inside = false;
    for (const char *at = text; *at; at++) {
        bool letter = is_letter(*at);
        if (letter && !inside && begins(at, word))
            return true;
        inside = letter || (inside && (*at == '.' || *at == '\''));
    }
    return false;
}

bool prefill_has_word(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (letters_of(words[i]) > 0 && has_word(text, words[i]))
            return true;
    return false;
}

/* --- Where it comes from --------------------------------------------------------------------- */

/* The items that a proposal rests on. */
typedef struct finding {
    const prefill_items *items;
    bool *used; /* one an item */
    size_t count;
} finding;

static bool find(finding *f, const char *const *words, size_t count)
{
    bool found = false;
    for (size_t i = 0; i < f->items->list.count; i++) {
        if (!prefill_has_word(f->items->list.at[i].text, words, count))
            continue;
        found = true;
        f->count += !f->used[i];
        f->used[i] = true;
    }
    return found;
}

static const char *item_words(rung_arena *arena, const prefill_item *item)
{
    if (!item->dated)
        return item->label;
    if (item->goes_on)
        return rung_format(arena, "%s since %d", item->label, item->first_year);
    if (item->first_year == item->last_year)
        return rung_format(arena, "%s %d", item->label, item->first_year);
    return rung_format(arena, "%s %d\xE2\x80\x93%d", item->label, item->first_year,
                       item->last_year);
}

static const char *origin(rung_arena *arena, const finding *f)
{
    enum { MOST = 3 };
    const char *out = "From your resume (";
    size_t told = 0;
    for (size_t i = 0; i < f->items->list.count; i++) {
        if (!f->used[i] || told == MOST)
            continue;
        out = rung_format(arena, "%s%s%s", out, told ? "; " : "",
                          item_words(arena, &f->items->list.at[i]));
        told++;
    }
    if (f->count > told)
        return rung_format(arena, "%s; and %zu more)", out, f->count - told);
    return rung_format(arena, "%s)", out);
}

/* --- By the type of the question ------------------------------------------------------------- */

static void choose(const rung_question *question, finding *f, rung_answer *answer)
{
    for (size_t i = 0; i < question->option_count; i++) {
        size_t o = question->resume_last ? question->option_count - 1 - i : i;
        if (find(f, question->options[o].resume, question->options[o].resume_count)) {
            *answer = (rung_answer){.given = true, .value = {.i = (int64_t)o}};
            return;
        }
    }
}

static void choose_all(const rung_question *question, finding *f, rung_answer *answer)
{
    uint64_t set = 0;
    for (size_t i = 0; i < question->option_count; i++)
        if (find(f, question->options[i].resume, question->options[i].resume_count))
            set |= UINT64_C(1) << i;
    *answer = (rung_answer){.given = set != 0, .value = {.set = set}};
}

/* Items whose time is not known are no ground for a number. */
static int months_of(rung_arena *arena, finding *f)
{
    prefill_span *spans = rung_new_array(arena, prefill_span, f->items->list.count);
    size_t count = 0;
    for (size_t i = 0; i < f->items->list.count; i++) {
        const prefill_item *item = &f->items->list.at[i];
        f->used[i] = f->used[i] && item->dated;
        if (f->used[i])
            spans[count++] = item->span;
    }
    f->count = count;
    return prefill_months(spans, count);
}

/* Rounded down: who worked more can say so. */
static void count_years(rung_arena *arena, const rung_question *question, finding *f,
                        rung_answer *answer)
{
    if (!find(f, question->resume_match, question->resume_match_count))
        return;
    int halves = months_of(arena, f) / 6;
    answer->given = question->integer ? halves >= 2 : halves >= 1;
    if (question->integer)
        answer->value.i = halves / 2;
    else
        answer->value.d = halves / 2.0;
}

static bool propose(rung_arena *arena, const rung_question *question, finding *f,
                    rung_answer *answer)
{
    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
        choose(question, f, answer);
        break;
    case RUNG_QUESTION_CHOICES:
        choose_all(question, f, answer);
        break;
    case RUNG_QUESTION_NUMBER:
        count_years(arena, question, f, answer);
        break;
    case RUNG_QUESTION_YES_NO:
        answer->given = find(f, question->resume_match, question->resume_match_count);
        answer->value.i = 1;
        break;
    case RUNG_QUESTION_SCALE:
        return find(f, question->resume_match, question->resume_match_count);
    default:
        break;
    }
    return answer->given && rung_answer_in_domain(question, *answer);
}

rung_proposal prefill_propose(rung_arena *arena, const rung_question *question,
                              const prefill_items *items)
{
    finding f = {.items = items, .used = rung_new_array(arena, bool, items->list.count)};
    rung_proposal proposal = {0};
    proposal.any = propose(arena, question, &f, &proposal.answer);
    if (proposal.any)
        proposal.origin = origin(arena, &f);
    return proposal.any ? proposal : (rung_proposal){0};
}
