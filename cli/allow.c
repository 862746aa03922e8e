#include "allow.h"

#include "kinds.h"

#include <string.h>

cli_allowing cli_allowing_of(rung_arena *arena, const rung_source *source,
                             const rung_file_head *head)
{
    return (cli_allowing){
        .source = source,
        .entries = head->allow,
        .count = head->allow_count,
        .used = rung_new_array(arena, bool, head->allow_count),
    };
}

void cli_check_allowing(const cli_allowing *file, rung_diagnostics *news)
{
    const rung_diagnostic_kind *const *kinds = file->count ? cli_all_kinds(news->arena) : NULL;
    for (size_t i = 0; i < file->count; i++)
        rung_check_allowance(&file->entries[i], kinds, cli_kind_count(), news);
}

/* Roles have copies of their sources, so files are told apart by name. */
static bool is_in(const rung_diagnostic *one, const cli_allowing *file)
{
    return one->span.source && strcmp(one->span.source->name, file->source->name) == 0;
}

static bool allows(cli_allowing *file, const rung_diagnostic *one)
{
    bool allowed = false;
    for (size_t i = 0; i < file->count; i++) {
        const rung_allowance *entry = &file->entries[i];
        if ((!entry->at && !is_in(one, file)) || !rung_is_allowed(entry, one))
            continue;
        allowed = true;
        file->used[i] = true;
    }
    return allowed;
}

void cli_take_out_allowed(cli_allowing *const *files, size_t count, rung_diagnostics *news)
{
    size_t kept = 0;
    for (size_t i = 0; i < news->list.count; i++) {
        const rung_diagnostic *one = &news->list.at[i];
        bool allowed = false;
        for (size_t f = 0; f < count; f++)
            allowed |= allows(files[f], one);
        news->warnings -= allowed;
        if (!allowed)
            news->list.at[kept++] = *one;
    }
    news->list.count = kept;
    news->last_kept = false;
}

void cli_report_unused(const cli_allowing *file, rung_diagnostics *news)
{
    for (size_t i = 0; file->complete && !file->failed && i < file->count; i++)
        if (!file->used[i])
            rung_report_unused(&file->entries[i], news);
}
