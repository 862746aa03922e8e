/* The rungs of a role. */
#include "content/role.h"

#include <math.h>
#include <stddef.h>

static void read_years(content_loader *loader, const content_key *key, const rung_datum *value,
                       void *at)
{
    rung_rung *rung = (rung_rung *)((char *)at - key->at);
    const rung_datum *list = value;
    if (list->list.count == 2) {
        rung->has_years =
            content_pair(loader, key->name, value, key->least, key->most, rung->years);
        return;
    }
    if (list->list.count != 1) {
        content_report(loader->diagnostics, BAD_YEARS, value->span);
        return;
    }
    rung->years[1] = INFINITY;
    rung->has_years = content_number_within(loader, key->name, list->list.items[0], key->least,
                                            key->most, &rung->years[0]);
}

static const content_key pay_keys[] = {
    {"median", RUNG_SHAPE_NUMBER, .at = offsetof(rung_rung, pay_median), .most = 1e12,
     .about = "A year's pay in the middle."},
    {"average", RUNG_SHAPE_NUMBER, .at = offsetof(rung_rung, pay_average), .most = 1e12,
     .about = "A year's pay on average."},
    {"currency", RUNG_SHAPE_TEXT, .at = offsetof(rung_rung, currency),
     .about = "If it is not the currency of the rules."},
};

static const content_table pay_table = {
    .noun = "pay",
    .keys = pay_keys,
    .count = RUNG_COUNT(pay_keys),
};

static const content_key rung_keys[] = {
    {"id", RUNG_SHAPE_ID, CONTENT_REQUIRED, .at = offsetof(rung_rung, id),
     .about = "Expressions, targets and answers name it."},
    {"title", RUNG_SHAPE_TEXT, CONTENT_REQUIRED, .at = offsetof(rung_rung, title),
     .about = "What the rung is called."},
    {"years", RUNG_SHAPE_RANGE, .at = offsetof(rung_rung, years), .read = read_years, .most = 100,
     .about = "Years in the field; `[10]`: ten and more."},
    {"pay", RUNG_SHAPE_MAP, .table = &pay_table, .about = "What it pays."},
    {"currency", RUNG_SHAPE_TEXT, .at = offsetof(rung_rung, currency),
     .about = "Of its pay, if it is not the currency of the rules."},
    {"focus", RUNG_SHAPE_TEXTS, .at = offsetof(rung_rung, focus),
     .count_at = offsetof(rung_rung, focus_count), .about = "What the work is about."},
    {"source", RUNG_SHAPE_TEXT, .at = offsetof(rung_rung, source),
     .about = "The section of the source document."},
};

static void begin_rung(void *into)
{
    rung_rung *rung = into;
    rung->pay_median = rung->pay_average = NAN;
}

static void finish_rung(content_loader *loader, const rung_datum *map, void *into)
{
    (void)loader;
    (void)map;
    rung_rung *rung = into;
    rung->has_pay = !isnan(rung->pay_median) || !isnan(rung->pay_average);
}

const content_table content_rung_table = {
    .noun = "a rung",
    .keys = rung_keys,
    .count = RUNG_COUNT(rung_keys),
    .size = sizeof(rung_rung),
    .kind = CONTENT_KIND_RUNG,
    .span_at = offsetof(rung_rung, span),
    .begin = begin_rung,
    .finish = finish_rung,
};
