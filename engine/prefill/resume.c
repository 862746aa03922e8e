/* A resume, from data to items of its parts. */
#include "prefill/prefill_private.h"

#include <string.h>

typedef struct reading {
    rung_arena *arena;
    int now; /* the month after this one: where what goes on ends */
    prefill_items parts[RUNG_RESUME_PART_COUNT];
    RUNG_VEC(const char *) remarks;
    const char *problem;
} reading;

/* --- Values ---------------------------------------------------------------------------------- */

/* At most `most` bytes, cut between characters. */
static rung_text cut(rung_text text, size_t most)
{
    if (text.size <= most)
        return text;
    text.size = most;
    while (text.size > 0 && ((unsigned char)text.at[text.size] & 0xC0) == 0x80)
        text.size--;
    return text;
}

/* The text of a key; "" if there is none, or if it is something else. */
static const char *text_of(reading *r, const rung_datum *map, const char *key)
{
    const rung_datum *value = rung_datum_get(map, key);
    if (!value || value->kind != RUNG_DATUM_STRING)
        return "";
    return rung_copy(r->arena, cut(rung_text_trim(value->text), RUNG_RESUME_MAX_TEXT));
}

static const char *join(reading *r, const char *a, const char *joint, const char *b)
{
    return !*a ? b : !*b ? a : rung_format(r->arena, "%s%s%s", a, joint, b);
}

/* For a line on a screen. */
static const char *brief(reading *r, const char *text)
{
    enum { MOST = 80 };
    rung_text head = cut(rung_text_of(text), MOST);
    return head.size == strlen(text) ? text
                                     : rung_format(r->arena, "%s...", rung_copy(r->arena, head));
}

static void remark(reading *r, const char *words)
{
    enum { MOST = 20 }; /* nobody reads more */
    if (r->remarks.count < MOST)
        rung_push(r->arena, &r->remarks, words);
}

/* --- Dates ----------------------------------------------------------------------------------- */

/* False with a remark if it is none; `*month` stays if there is none. */
static bool read_date(reading *r, const rung_datum *map, const char *key, bool is_end,
                      const char *label, int *month)
{
    const char *text = text_of(r, map, key);
    if (!*text || (is_end && prefill_goes_on(text)) ||
        prefill_date(rung_text_of(text), is_end, month))
        return true;
    remark(r, rung_format(r->arena,
                          "The %s \"%s\" of \"%s\" is no date such as 2019-03: its time is not "
                          "counted.",
                          key, brief(r, text), label));
    return false;
}

static void read_span(reading *r, const rung_datum *map, prefill_item *item)
{
    int first = -1, end = -1;
    if (!read_date(r, map, "startDate", false, item->label, &first) ||
        !read_date(r, map, "endDate", true, item->label, &end) || first < 0)
        return;
    item->goes_on = end < 0 || end > r->now;
    if (item->goes_on)
        end = r->now;
    if (first >= r->now)
        remark(r, rung_format(r->arena, "\"%s\" begins in the future: its time is not counted.",
                              item->label));
    else if (end < first)
        remark(r, rung_format(r->arena, "\"%s\" ends before it begins: its time is not counted.",
                              item->label));
    else
        item->dated = true;
    item->span = (prefill_span){first, end};
    item->first_year = first / 12;
    /* A month that counts is the one before the end. */
    item->last_year = (end > first ? end - 1 : end) / 12;
    const char *written = text_of(r, map, "endDate");
    if (strlen(written) == 4 && !item->goes_on)
        item->last_year = end / 12;
}

/* --- Items of each part ---------------------------------------------------------------------- */

static prefill_item read_education(reading *r, const rung_datum *map)
{
    const char *kind = text_of(r, map, "studyType"), *area = text_of(r, map, "area");
    const char *place = text_of(r, map, "institution");
    prefill_item item = {.text = join(r, kind, " | ", area)};
    item.label = brief(r, join(r, join(r, kind, ", ", area), " at ", place));
    read_span(r, map, &item);
    return item;
}

static prefill_item read_certificate(reading *r, const rung_datum *map)
{
    const char *name = text_of(r, map, "name"), *issuer = text_of(r, map, "issuer");
    return (prefill_item){.text = join(r, name, " | ", issuer),
                          .label = brief(r, join(r, name, ", ", issuer))};
}

/* Voluntary work has an organization where paid work has a name. */
static prefill_item read_work(reading *r, const rung_datum *map)
{
    const char *position = text_of(r, map, "position"), *name = text_of(r, map, "name");
    const char *summary = text_of(r, map, "summary");
    if (!*name)
        name = text_of(r, map, "organization");
    prefill_item item = {.text = join(r, join(r, position, " | ", name), " | ", summary)};
    item.label = brief(r, join(r, position, " at ", name));
    read_span(r, map, &item);
    return item;
}

static const char *read_keywords(reading *r, const rung_datum *map)
{
    const rung_datum *list = rung_datum_get(map, "keywords");
    const char *out = "";
    for (size_t i = 0; list && list->kind == RUNG_DATUM_LIST && i < list->list.count &&
                       strlen(out) < RUNG_RESUME_MAX_TEXT;
         i++)
        if (list->list.items[i]->kind == RUNG_DATUM_STRING)
            out = join(r, out, " | ",
                       rung_copy(r->arena, cut(list->list.items[i]->text, RUNG_RESUME_MAX_TEXT)));
    return out;
}

static prefill_item read_skill(reading *r, const rung_datum *map)
{
    const char *name = text_of(r, map, "name"), *level = text_of(r, map, "level");
    return (prefill_item){.text = join(r, name, " | ", read_keywords(r, map)),
                          .label = brief(r, join(r, name, ", ", level))};
}

static prefill_item read_language(reading *r, const rung_datum *map)
{
    const char *language = text_of(r, map, "language"), *fluency = text_of(r, map, "fluency");
    return (prefill_item){.text = language, .label = brief(r, join(r, language, ", ", fluency))};
}

static const struct section {
    const char *key;
    rung_resume_part part;
    prefill_item (*read)(reading *r, const rung_datum *map);
} sections[] = {
    {"education", RUNG_RESUME_EDUCATION, read_education},
    {"certificates", RUNG_RESUME_CERTIFICATES, read_certificate},
    {"work", RUNG_RESUME_WORK, read_work},
    {"volunteer", RUNG_RESUME_WORK, read_work},
    {"skills", RUNG_RESUME_SKILLS, read_skill},
    {"languages", RUNG_RESUME_LANGUAGES, read_language},
};

static void read_section(reading *r, const struct section *section, const rung_datum *list)
{
    if (!list || list->kind == RUNG_DATUM_NULL)
        return;
    if (list->kind != RUNG_DATUM_LIST) {
        r->problem = rung_format(r->arena, "\"%s\" is %s, where a list is expected", section->key,
                                 rung_datum_kind_name(list->kind));
        return;
    }
    if (list->list.count > RUNG_RESUME_MAX_ITEMS) {
        r->problem = rung_format(r->arena, "\"%s\" has more than %d items", section->key,
                                 RUNG_RESUME_MAX_ITEMS);
        return;
    }
    for (size_t i = 0; i < list->list.count; i++) {
        const rung_datum *map = list->list.items[i];
        if (map->kind != RUNG_DATUM_MAP) {
            r->problem = rung_format(r->arena, "item %zu of \"%s\" is %s, where keys are expected",
                                     i + 1, section->key, rung_datum_kind_name(map->kind));
            return;
        }
        prefill_item item = section->read(r, map);
        if (*item.text)
            rung_push(r->arena, &r->parts[section->part].list, item);
    }
}

static void read_resume(reading *r, const rung_datum *resume)
{
    bool any = false;
    if (resume->kind != RUNG_DATUM_MAP) {
        r->problem = rung_format(r->arena, "it is %s, where an object is expected",
                                 rung_datum_kind_name(resume->kind));
        return;
    }
    for (size_t i = 0; i < RUNG_COUNT(sections) && !r->problem; i++) {
        const rung_datum *list = rung_datum_get(resume, sections[i].key);
        any = any || list;
        read_section(r, &sections[i], list);
    }
    if (!any)
        r->problem = "it has none of \"education\", \"certificates\", \"work\", \"volunteer\", "
                     "\"skills\" and \"languages\"";
}

rung_status rung_prefill_from_resume(rung_arena *arena, const rung_questionnaire *to,
                                     const rung_datum *resume, int64_t now, rung_resume *out)
{
    reading r = {.arena = arena, .now = prefill_month_of(now) + 1};
    read_resume(&r, resume);
    *out = (rung_resume){.problem = r.problem};
    if (r.problem)
        return RUNG_INVALID;
    rung_proposal *proposals = rung_new_array(arena, rung_proposal, to->question_count);
    for (size_t q = 0; q < to->question_count; q++)
        if (to->questions[q].resume)
            proposals[q] =
                prefill_propose(arena, &to->questions[q], &r.parts[to->questions[q].resume]);
    out->proposals = proposals;
    out->remarks = r.remarks.at;
    out->remark_count = r.remarks.count;
    return RUNG_OK;
}
