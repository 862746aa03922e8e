/* A plan as a calendar (RFC 5545): one event a step, whole days, none of which makes anybody busy.
 * A program that imports it twice finds the same events by their ids. */
#include "report/amount.h"
#include "report/escape.h"
#include "report/plan_machine.h"
#include "report/words.h"

#include <string.h>

enum { LINE = 75 }; /* octets, without the line end */

/* --- Lines ----------------------------------------------------------------------------------- */
/* How much of the text stands on one line: no character is taken apart. */
static size_t that_fits(rung_text text, size_t room)
{
    if (text.size <= room)
        return text.size;
    while (room > 0 && ((unsigned char)text.at[room] & 0xc0) == 0x80)
        room--;
    return room;
}

static void put_line(rung_sink *sink, const char *line)
{
    rung_text rest = rung_text_of(line);
    for (size_t room = LINE;; room = LINE - 1) {
        size_t size = that_fits(rest, room);
        rung_write(sink, (rung_text){rest.at, size});
        rung_write(sink, RUNG_TEXT("\r\n"));
        rest = (rung_text){rest.at + size, rest.size - size};
        if (rest.size == 0)
            return;
        rung_write(sink, RUNG_TEXT(" "));
    }
}

/* A value of type TEXT: one line of it, in which nothing is obeyed. */
static const char *escaped(rung_arena *arena, const char *text)
{
    const char *line = report_escape_line(arena, text);
    char *out = rung_alloc(arena, 2 * strlen(line) + 1), *to = out;
    for (; *line; line++) {
        if (strchr("\\;,", *line))
            *to++ = '\\';
        *to++ = *line;
    }
    *to = '\0';
    return out;
}

/* --- Days ------------------------------------------------------------------------------------ */
typedef struct day {
    int year, month, day;
} day;

static day day_of(int64_t milliseconds)
{
    char time[RUNG_TIME_SIZE]; /* 2026-05-01T09:30:00Z */
    day out = {0};
    rung_time_format(milliseconds, time);
    for (size_t i = 0; i < 4; i++)
        out.year = out.year * 10 + time[i] - '0';
    out.month = (time[5] - '0') * 10 + time[6] - '0';
    out.day = (time[8] - '0') * 10 + time[9] - '0';
    return out;
}

static int days_in(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return lengths[month - 1] + (leap && month == 2);
}

/* The same day of a later month, or its last one. The last day there is has the year 9999. */
static day later(day from, int months)
{
    int64_t month = from.month - 1 + (int64_t)months, year = from.year + month / 12;
    if (year > 9999)
        return (day){9999, 12, 31};
    day out = {(int)year, (int)(month % 12) + 1, from.day};
    int last = days_in(out.year, out.month);
    out.day = out.day < last ? out.day : last;
    return out;
}

static day next_day(day at)
{
    if (at.day < days_in(at.year, at.month))
        return (day){at.year, at.month, at.day + 1};
    return at.month < 12 ? (day){at.year, at.month + 1, 1} : (day){at.year + 1, 1, 1};
}

static void put_day(rung_arena *arena, rung_sink *sink, const char *name, day at)
{
    put_line(sink,
             rung_format(arena, "%s;VALUE=DATE:%04d%02d%02d", name, at.year, at.month, at.day));
}

/* --- Events ---------------------------------------------------------------------------------- */
/* "20260501T093000Z" */
static const char *stamp(rung_arena *arena, int64_t milliseconds)
{
    char time[RUNG_TIME_SIZE], *to = time;
    rung_time_format(milliseconds, time);
    for (const char *at = time; *at && *at != '.'; at++)
        if (*at != '-' && *at != ':' && *at != 'Z')
            *to++ = *at;
    return rung_format(arena, "%.*sZ", (int)(to - time), time);
}

/* Seconds of the session's life: whatever was changed later counts as newer. */
static int64_t sequence(const rung_report_subject *subject)
{
    int64_t seconds = (subject->updated - subject->started) / 1000;
    return seconds < 0 ? 0 : seconds > INT32_MAX ? INT32_MAX : seconds;
}

/* What it takes, and how to go about it. */
static const char *description(rung_arena *arena, const rung_rules *rules,
                               const rung_plan_step *step)
{
    const rung_action *action = &rules->actions[step->action];
    const char *takes =
        escaped(arena, report_fill(arena, WORD_STEP_FACTS, report_months(arena, step->months),
                                   report_cost(arena, step->cost, rules->currency)));
    if (!action->text)
        return takes;
    return rung_format(arena, "%s\\n\\n%s", takes, escaped(arena, action->text));
}

static void put_days(rung_arena *arena, rung_sink *sink, int64_t start, const rung_plan_step *step)
{
    day first = later(day_of(start), step->start);
    day end = later(day_of(start), step->start + step->months[1]);
    bool same = first.year == end.year && first.month == end.month && first.day == end.day;
    put_day(arena, sink, "DTSTART", first);
    if (!same || first.year < 9999)
        put_day(arena, sink, "DTEND", same ? next_day(first) : end);
}

static void put_event(rung_arena *arena, rung_sink *sink, const rung_report_plan *facts,
                      const rung_plan_step *step)
{
    const rung_rules *rules = facts->card->role->rules;
    const rung_action *action = &rules->actions[step->action];
    const rung_report_subject *subject = facts->subject;
    const char *owner = *subject->id ? subject->id : rules->id;
    put_line(sink, "BEGIN:VEVENT");
    put_line(sink, rung_format(arena, "UID:%s.%s@rung", owner, action->id));
    put_line(sink, rung_format(arena, "DTSTAMP:%s", stamp(arena, subject->updated)));
    put_line(sink, rung_format(arena, "SEQUENCE:%lld", (long long)sequence(subject)));
    put_days(arena, sink, facts->start, step);
    put_line(sink, rung_format(arena, "SUMMARY:%s", escaped(arena, action->title)));
    put_line(sink, rung_format(arena, "DESCRIPTION:%s", description(arena, rules, step)));
    put_line(sink, rung_format(arena, "CATEGORIES:%s", escaped(arena, rules->title)));
    put_line(sink, "TRANSP:TRANSPARENT");
    put_line(sink, "END:VEVENT");
}

void report_write_calendar(rung_arena *arena, const rung_report_plan *facts, rung_sink *sink)
{
    put_line(sink, "BEGIN:VCALENDAR");
    put_line(sink, "VERSION:2.0");
    put_line(sink, "PRODID:-//rung//rung plan//EN");
    put_line(sink, "CALSCALE:GREGORIAN");
    for (size_t i = 0; i < facts->plan->step_count; i++)
        put_event(arena, sink, facts, &facts->plan->steps[i]);
    put_line(sink, "END:VCALENDAR");
}
