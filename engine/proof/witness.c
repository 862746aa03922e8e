/* Answers that show something, as `rung take --answers` reads them. */
#include "proof/proof_private.h"

#include <inttypes.h>

static const char *set_text(rung_arena *arena, const rung_question *question, uint64_t set)
{
    const char *list = "";
    for (size_t i = 0; i < question->option_count; i++)
        if (set & (uint64_t)1 << i)
            list =
                rung_format(arena, "%s%s\"%s\"", list, *list ? ", " : "", question->options[i].id);
    return rung_format(arena, "[%s]", list);
}

static const char *value_text(rung_arena *arena, const rung_question *question, rung_cell cell)
{
    char number[RUNG_NUMBER_SIZE];
    switch (question->type) {
    case RUNG_QUESTION_CHOICE:
        return rung_format(arena, "\"%s\"", question->options[cell.i].id);
    case RUNG_QUESTION_CHOICES:
        return set_text(arena, question, cell.set);
    case RUNG_QUESTION_YES_NO:
        return cell.i ? "true" : "false";
    case RUNG_QUESTION_NUMBER:
        if (!question->integer) {
            rung_number_format(cell.d, number);
            return rung_format(arena, "%s", number);
        }
        break;
    default:
        break;
    }
    return rung_format(arena, "%" PRId64, cell.i);
}

const char *proof_witness(struct proof *proof, const proof_person *person,
                          const rung_program *const *programs, size_t count)
{
    rung_buffer map;
    proof_list closure = proof_closure(proof, programs, count);
    rung_memory memory = rung_arena_memory(proof->arena);
    rung_buffer_init(&map, &memory);
    rung_write(&map.sink, RUNG_TEXT("{"));
    for (size_t i = 0, written = 0; i < closure.count; i++) {
        const rung_question *question = &proof->questionnaire->questions[closure.at[i]];
        if (!person->asked[closure.at[i]] || question->type == RUNG_QUESTION_TEXT)
            continue;
        const char *entry =
            rung_format(proof->arena, "%s\"%s\": %s", written++ ? ", " : "", question->id,
                        value_text(proof->arena, question, person->cells[closure.at[i]]));
        rung_write(&map.sink, rung_text_of(entry));
    }
    rung_write(&map.sink, RUNG_TEXT("}"));
    return rung_copy(proof->arena, rung_buffer_text(&map));
}
