#include "records.h"

#include "interview_ui.h"

static void add_scores(cli *run, const rung_session *session, cli_record *out)
{
    const rung_role *role = rung_session_role(session);
    rung_arena *turn = cli_turn(run);
    const rung_sheet *sheet = rung_sheet_new(turn, rung_session_answers(session));
    const rung_scorecard *card = rung_scorecard_new(turn, role, sheet);
    const rung_verdict *low = &role->rules->verdicts[card->aim->verdict_low];
    const rung_verdict *high = &role->rules->verdicts[card->aim->verdict_high];
    out->progress = rung_interview_progress(sheet, rung_session_skipped(session));
    out->complete = card->complete;
    out->blocked = card->aim->blocked;
    out->score = card->aim->score;
    out->verdict_low = rung_copy(&run->arena, rung_text_of(low->id));
    out->verdict_high = rung_copy(&run->arena, rung_text_of(high->id));
    out->verdict_title_low = rung_copy(&run->arena, rung_text_of(low->title));
    out->verdict_title_high = rung_copy(&run->arena, rung_text_of(high->title));
}

cli_record cli_record_of(cli *run, const rung_session *session)
{
    cli_record out = {.info = *rung_session_info(session), .readable = true};
    out.info.name = rung_copy(&run->arena, rung_text_of(out.info.name));
    out.info.role = rung_copy(&run->arena, rung_text_of(out.info.role));
    out.title = rung_copy(&run->arena, rung_text_of(rung_session_role(session)->rules->title));
    add_scores(run, session, &out);
    return out;
}

cli_record cli_record_read(cli *run, const rung_session_record *info)
{
    rung_diagnostics diagnostics;
    rung_diagnostics_init(&diagnostics, &run->arena);
    cli_record out = {.info = *info};
    if (rung_session_open_known(&run->session, NULL, run->store, info->id, run->known,
                                &diagnostics) != RUNG_OK)
        return out;
    out = cli_record_of(run, run->session);
    rung_role_free(run->known);
    run->known = rung_role_share(rung_session_role(run->session));
    rung_session_close(run->session);
    run->session = NULL;
    return out;
}

cli_status cli_session_infos(cli *run, rung_session_record **out, size_t *count)
{
    *count = 0;
    cli_status opened = cli_store(run);
    if (opened != CLI_DONE || !run->store)
        return opened;
    rung_status status = rung_store_list(run->store, &run->arena, out, count);
    return status == RUNG_OK ? CLI_DONE : cli_store_error(run, "cannot list the sessions", status);
}

static void time_member(rung_json *json, const char *key, int64_t at)
{
    char text[RUNG_TIME_SIZE];
    rung_time_format(at, text);
    rung_json_key(json, key);
    rung_json_string(json, text);
}

static void string_member(rung_json *json, const char *key, const char *value)
{
    rung_json_key(json, key);
    rung_json_string(json, value);
}

static void count_member(rung_json *json, const char *key, size_t value)
{
    rung_json_key(json, key);
    rung_json_int(json, (int64_t)value);
}

static void state_members(rung_json *json, const cli_record *record)
{
    string_member(json, "title", record->title);
    count_member(json, "answered", record->progress.answered);
    count_member(json, "skipped", record->progress.skipped);
    count_member(json, "open", record->progress.open);
    count_member(json, "undecided", record->progress.undecided);
    rung_json_key(json, "complete");
    rung_json_bool(json, record->complete);
    rung_json_key(json, "score");
    rung_json_object(json);
    rung_json_key(json, "low");
    rung_json_double(json, record->score.low);
    rung_json_key(json, "high");
    rung_json_double(json, record->score.high);
    rung_json_end_object(json);
    rung_json_key(json, "verdict");
    rung_json_object(json);
    string_member(json, "low", record->verdict_low);
    string_member(json, "high", record->verdict_high);
    rung_json_end_object(json);
}

void cli_record_json(rung_json *json, const cli_record *record)
{
    rung_json_object(json);
    string_member(json, "id", record->info.id);
    string_member(json, "name", record->info.name);
    string_member(json, "role", record->info.role);
    time_member(json, "started", record->info.started);
    time_member(json, "updated", record->info.updated);
    rung_json_key(json, "readable");
    rung_json_bool(json, record->readable);
    if (record->readable)
        state_members(json, record);
    rung_json_end_object(json);
}

const char *cli_progress_text(cli *run, const cli_record *record)
{
    if (!record->readable)
        return "damaged";
    const rung_progress *progress = &record->progress;
    if (progress->open == 0 && progress->skipped == 0)
        return "done";
    if (progress->open == 0)
        return rung_format(&run->arena, "done, %zu skipped", progress->skipped);
    return rung_format(&run->arena, "%zu of %s", progress->answered,
                       cli_about_text(&run->arena, progress));
}

const char *cli_score_text(cli *run, const cli_record *record)
{
    if (!record->readable)
        return "";
    return record->blocked ? "not yet"
                           : rung_report_range(&run->arena, record->score, run->terminal.ascii);
}

const char *cli_score_of_text(cli *run, const cli_record *record)
{
    const char *score = cli_score_text(run, record);
    return record->blocked ? score : rung_format(&run->arena, "%s of 100", score);
}

const char *cli_when_text(cli *run, int64_t at)
{
    static const struct {
        int64_t seconds; /* of one */
        int64_t below;   /* used for times shorter ago than this */
        const char *name;
    } units[] = {{60, 3600, "minute"}, {3600, 86400, "hour"}, {86400, 86400 * 14, "day"}};
    int64_t ago = (cli_now() - at) / 1000;
    if (ago >= 0 && ago < 60)
        return "just now";
    for (size_t i = 0; ago > 0 && i < RUNG_COUNT(units); i++)
        if (ago < units[i].below) {
            int64_t n = ago / units[i].seconds;
            return rung_format(&run->arena, "%lld %s%s ago", (long long)n, units[i].name,
                               n == 1 ? "" : "s");
        }
    char text[RUNG_TIME_SIZE];
    rung_time_format(at, text);
    return rung_format(&run->arena, "%.10s", text);
}

rung_report_subject cli_subject(const cli *run)
{
    const rung_session_record *info = rung_session_info(run->session);
    return (rung_report_subject){.id = info->id,
                                 .name = info->name,
                                 .started = info->started,
                                 .updated = info->updated,
                                 .remarks = rung_session_notes(run->session)};
}

rung_text_style cli_text_style(const cli *run)
{
    const cli_terminal *terminal = &run->terminal;
    return (rung_text_style){.width = terminal->width,
                             .ascii = terminal->ascii,
                             .color = terminal->color,
                             .plain = terminal->plain};
}

const rung_scorecard *cli_scorecard(cli *run)
{
    const rung_sheet *sheet = rung_sheet_new(&run->arena, rung_session_answers(run->session));
    return rung_scorecard_new(&run->arena, rung_session_role(run->session), sheet);
}
