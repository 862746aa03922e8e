/* records: a session in one line, for lists: how far it is and where it stands. */
#ifndef CLI_RECORDS_H
#define CLI_RECORDS_H

#include "cli.h"
#include "interview/interview.h"
#include "json/json.h"
#include "report/report.h"

typedef struct cli_record {
    rung_session_record info;
    bool readable;     /* else only `info` is set: its content or its answers are damaged */
    const char *title; /* of the role */
    rung_progress progress;
    bool complete;
    bool blocked; /* it is too early for a score */
    rung_range score;
    const char *verdict_low, *verdict_high; /* ids */
    const char *verdict_title_low, *verdict_title_high;
} cli_record;

/* From an open session. Texts live in the run's arena. */
cli_record cli_record_of(cli *cli, const rung_session *session);
/* Opens the session for that. */
cli_record cli_record_read(cli *cli, const rung_session_record *info);
/* All sessions, the one used last first. */
cli_status cli_session_infos(cli *cli, rung_session_record **out, size_t *count);

void cli_record_json(rung_json *json, const cli_record *record);

/* "12 of about 52", "done". */
const char *cli_progress_text(cli *cli, const cli_record *record);
/* "3 hours ago", "2026-05-01". */
const char *cli_when_text(cli *cli, int64_t at);
/* "61–83"; "not yet". */
const char *cli_score_text(cli *cli, const cli_record *record);
/* "61–83 of 100"; "not yet". */
const char *cli_score_of_text(cli *cli, const cli_record *record);

/* --- Documents about the open session -------------------------------------------------------- */
rung_report_subject cli_subject(const cli *cli);
/* As the terminal is. */
rung_text_style cli_text_style(const cli *cli);
/* With the answers as they are. */
const rung_scorecard *cli_scorecard(cli *cli);

#endif
