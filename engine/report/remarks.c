/* What the person remarked on questions. Not to be mixed up with the notes of the rules, which are
 * advice (context.c). */
#include "report/build.h"
#include "report/machine.h"

static const char *remark_on(const rung_report_subject *subject, size_t question)
{
    return subject->remarks ? subject->remarks[question] : NULL;
}

void report_build_remarks(report_build *build)
{
    const rung_questionnaire *questionnaire = build->card->role->questionnaire;
    report_block *block = NULL;
    for (size_t q = 0; q < questionnaire->question_count; q++) {
        const char *remark = remark_on(build->subject, q);
        if (!remark)
            continue;
        if (!block) {
            report_add(build->document, REPORT_HEADING, report_words(WORD_REMARKS));
            report_add(build->document, REPORT_TEXT, report_words(WORD_REMARKS_INTRO));
            block = report_add(build->document, REPORT_ITEMS, NULL);
        }
        report_add_item(build->document, block, questionnaire->questions[q].ask)->text = remark;
    }
}

void report_write_remarks(rung_json *json, const rung_questionnaire *questionnaire,
                          const rung_report_subject *subject)
{
    if (!subject->remarks)
        return;
    report_begin_array(json, "remarks");
    for (size_t q = 0; q < questionnaire->question_count; q++) {
        if (!subject->remarks[q])
            continue;
        rung_json_object(json);
        report_field(json, "question", questionnaire->questions[q].id);
        report_field(json, "text", subject->remarks[q]);
        rung_json_end_object(json);
    }
    rung_json_end_array(json);
}
