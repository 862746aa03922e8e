/* What the tests of content share: files, folders of cases, expected output. */
#ifndef TESTS_CONTENT_SUPPORT_H
#define TESTS_CONTENT_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/base.h"
#include "content/content.h"
#include "support/memory.h"

#define CASES       RUNG_TEST_DATA "/content"
#define FOREIGN     RUNG_SOURCE_DIR "/../shared/yaml" /* tests that need it skip where it is not */
#define PATH_LENGTH 1024

/* A file's bytes, from malloc; at NULL if there is none. */
rung_text test_read(const char *path);
void test_drop(rung_text bytes);

/* Calls for each entry of a folder, in order of their names; the number of them, 0 if there is no
 * such folder. */
size_t test_each(const char *folder, void (*visit)(const char *path, const char *name));

/* Fails if the text is not what the file holds. With RUNG_BLESS=1 in the environment the file is
 * written instead. */
void test_golden(const char *path, rung_text text);

/* One reading of a file or two, with all that it needs. */
typedef struct test_load {
    rung_arena arena; /* of the diagnostics, and of what is read alone */
    rung_diagnostics diagnostics;
    rung_source questionnaire, rules; /* names as messages shall show them */
    const rung_memory *memory;        /* of the role */
    rung_status status;
    rung_role *role;
    const rung_questionnaire *alone;
    const rung_datum *datum;
} test_load;

/* Reads both as a role, or what there is of them; `test_release` it. */
void test_load_role(test_load *load);
void test_load_questionnaire(test_load *load);
void test_load_yaml(test_load *load); /* `rules` as data */
void test_release(test_load *load);

/* The diagnostics as they are printed. */
void test_write_diagnostics(const test_load *load, rung_sink *sink);

#endif
