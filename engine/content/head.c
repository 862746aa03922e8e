/* What a file says it is. */
#include "content/allow.h"

#include <string.h>

static const char *text_or_null(const rung_datum *map, const char *key)
{
    const rung_datum *datum = rung_datum_get(map, key);
    return datum && datum->kind == RUNG_DATUM_STRING ? datum->text.at : NULL;
}

rung_status rung_file_head_read(rung_arena *arena, const rung_source *source,
                                rung_diagnostics *diagnostics, rung_file_head *out)
{
    const rung_datum *root = rung_yaml_read(arena, source, diagnostics);
    if (!root)
        return RUNG_INVALID;
    content_loader loader = {.arena = arena, .diagnostics = diagnostics};
    const rung_datum *format = rung_datum_get(root, "format");
    /* What the file is about tells which one it is, where its format is misspelt. */
    bool questionnaire = rung_datum_get(root, "sections") != NULL;
    if (format && rung_text_is(format->text, CONTENT_RULES_FORMAT))
        questionnaire = false;
    else if (format && rung_text_is(format->text, CONTENT_QUESTIONNAIRE_FORMAT))
        questionnaire = true;
    if (!content_check_format(&loader, root,
                              questionnaire ? CONTENT_QUESTIONNAIRE_FORMAT : CONTENT_RULES_FORMAT))
        return RUNG_INVALID;

    out->kind = questionnaire ? RUNG_FILE_QUESTIONNAIRE : RUNG_FILE_RULES;
    out->id = text_or_null(root, "id");
    out->title = text_or_null(root, "title");
    out->questionnaire = questionnaire ? NULL : text_or_null(root, "questionnaire");
    out->allow = content_read_allow(arena, root, &out->allow_count);
    return RUNG_OK;
}

/* --- Without reading all of it --------------------------------------------------------------- */

static rung_text first_line(rung_text *rest)
{
    const char *end = memchr(rest->at, '\n', rest->size);
    rung_text line = {rest->at, end ? (size_t)(end - rest->at) : rest->size};
    size_t taken = line.size + (end ? 1 : 0);
    *rest = (rung_text){rest->at + taken, rest->size - taken};
    return line;
}

/* Only a plain id; whoever writes it in another way is read whole. */
static bool is_plain_id(rung_text text)
{
    for (size_t i = 0; i < text.size; i++) {
        char c = text.at[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
            return false;
    }
    return text.size > 0 && text.size <= RUNG_CONTENT_MAX_ID;
}

/* A line that begins so without a blank is a key of the whole file in any YAML that we accept, and
 * loading looks at it again. */
const char *rung_rules_questionnaire(rung_arena *arena, const rung_source *rules)
{
    const rung_text key = RUNG_TEXT("questionnaire: ");
    rung_text rest = rules->text;
    while (rest.size > 0) {
        rung_text line = first_line(&rest);
        if (line.size <= key.size || memcmp(line.at, key.at, key.size) != 0)
            continue;
        rung_text id = rung_text_trim((rung_text){line.at + key.size, line.size - key.size});
        return is_plain_id(id) ? rung_copy(arena, id) : NULL;
    }
    return NULL;
}
