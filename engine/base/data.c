#include "base/base.h"

const char *rung_status_text(rung_status status)
{
    static const char *const texts[] = {
        [RUNG_OK] = "done",
        [RUNG_NO_MEMORY] = "out of memory",
        [RUNG_INVALID] = "the input is not valid",
        [RUNG_NOT_FOUND] = "there is no such thing",
        [RUNG_IO] = "reading or writing failed",
        [RUNG_FULL] = "no space left on the device",
        [RUNG_READ_ONLY] = "it may not be written",
        [RUNG_BUSY] = "another program is using it",
        [RUNG_CONFLICT] = "it was changed meanwhile",
        [RUNG_NOT_A_STORE] = "the file is not a store of rung",
        [RUNG_TOO_NEW] = "it was written by a newer version of rung",
        [RUNG_DAMAGED] = "it is damaged",
    };
    return (size_t)status < RUNG_COUNT(texts) ? texts[status] : "unknown status";
}

const rung_datum *rung_datum_get(const rung_datum *map, const char *key)
{
    if (!map || map->kind != RUNG_DATUM_MAP)
        return NULL;
    for (size_t i = 0; i < map->map.count; i++)
        if (rung_text_is(map->map.entries[i].key, key))
            return map->map.entries[i].value;
    return NULL;
}

const char *rung_datum_kind_name(rung_datum_kind kind)
{
    static const char *const names[] = {
        [RUNG_DATUM_NULL] = "nothing",       [RUNG_DATUM_BOOL] = "true or false",
        [RUNG_DATUM_INT] = "a whole number", [RUNG_DATUM_DOUBLE] = "a number",
        [RUNG_DATUM_STRING] = "text",        [RUNG_DATUM_LIST] = "a list",
        [RUNG_DATUM_MAP] = "a map of keys",
    };
    return (size_t)kind < RUNG_COUNT(names) ? names[kind] : "unknown";
}
