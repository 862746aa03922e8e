/* paper: what a report for paper is printed on. */
#ifndef CLI_PAPER_H
#define CLI_PAPER_H

#include "cli.h"
#include "report/report.h"

/* What --paper says, else what is usual where the locale comes from: of LC_ALL, LC_PAPER and LANG
 * the first that is set decides. */
rung_paper cli_paper(const cli *cli);

#endif
