/* What was loaded, as text: every number and index that names became. */
#ifndef TESTS_CONTENT_DESCRIBE_H
#define TESTS_CONTENT_DESCRIBE_H

#include "content/content.h"

void test_describe_questionnaire(const rung_questionnaire *questionnaire, rung_sink *sink);
void test_describe_role(const rung_role *role, rung_sink *sink);

#endif
