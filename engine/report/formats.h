/* formats: names of files and what they mean. */
#ifndef RUNG_REPORT_FORMATS_H
#define RUNG_REPORT_FORMATS_H

#include "base/base.h"

/* Whether a path has one of the suffixes (".md .markdown"), in capitals or not, and something
 * before it. */
bool report_path_ends_in(const char *path, const char *suffixes);

#endif
