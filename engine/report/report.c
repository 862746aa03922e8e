#include "report/build.h"
#include "report/text_render.h"

typedef void add_part(report_build *build);

/* In the order in which a person needs it: what is there, what is missing, what to do. */
static add_part *const parts[] = {
    report_add_title, report_add_story,     report_add_overview, report_add_ladder,
    report_add_areas, report_add_strengths, report_add_gaps,     report_add_next_steps,
    report_add_open,  report_add_context,   report_add_problems,
};

void rung_report_text(rung_arena *arena, const rung_scorecard *scorecard,
                      const rung_answers *answers, const rung_report_subject *subject,
                      const rung_text_style *style, rung_sink *sink)
{
    report_build *build = report_build_new(arena, scorecard, subject);
    for (size_t i = 0; i < RUNG_COUNT(parts); i++)
        parts[i](build);
    report_add_sources(build, answers);
    text_render(arena, build->document, style, sink);
}

void rung_report_summary(rung_arena *arena, const rung_scorecard *scorecard,
                         const rung_report_subject *subject, const rung_text_style *style,
                         rung_sink *sink)
{
    report_build *build = report_build_new(arena, scorecard, subject);
    report_add_story(build);
    report_add_first_gaps(build);
    text_render(arena, build->document, style, sink);
}
