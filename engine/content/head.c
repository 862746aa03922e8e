/* What a file says it is. */
#include "content/allow.h"

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
