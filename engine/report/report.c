#include "report/build.h"
#include "report/text_render.h"

typedef void add_part(report_build *build);

/* In the order in which a person needs it: what is there, what is missing, what to do. */
static add_part *const parts[] = {
    report_build_title,   report_build_story,    report_build_scale,     report_build_overview,
    report_build_ladder,  report_build_areas,    report_build_strengths, report_build_gaps,
    report_build_plan,    report_build_open,     report_build_ratings,   report_build_context,
    report_build_remarks, report_build_problems,
};

const report_document *report_build_whole(rung_arena *arena, const rung_report_request *request)
{
    report_build *build = report_build_new(arena, request->scorecard, request->subject);
    build->plan = request->plan;
    for (size_t i = 0; i < RUNG_COUNT(parts); i++)
        parts[i](build);
    report_build_sources(build, request->answers);
    return build->document;
}

rung_report_subject rung_report_redacted(const rung_report_subject *subject)
{
    return (rung_report_subject){
        .id = "",
        .name = "",
        .started = subject->started,
        .updated = subject->updated,
        .redacted = true,
    };
}

void rung_report_summary(rung_arena *arena, const rung_scorecard *scorecard, const rung_plan *plan,
                         const rung_report_subject *subject, const rung_text_style *style,
                         rung_sink *sink)
{
    report_build *build = report_build_new(arena, scorecard, subject);
    build->plan = plan;
    report_build_story(build);
    if (build->aim->blocked)
        report_build_overview(build);
    report_build_first_gaps(build);
    report_build_plan_story(build);
    report_render_text(arena, build->document, style, sink);
}
