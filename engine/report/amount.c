#include "report/amount.h"

#include "report/report.h"
#include "report/words.h"

#include <math.h>
#include <string.h>

static const struct {
    const char *code, *sign;
} currency_signs[] = {{"USD", "$"}, {"EUR", "€"}, {"GBP", "£"}};

static const char *copy_fixed(rung_arena *arena, double value, int decimals)
{
    char number[RUNG_NUMBER_SIZE * 12];
    size_t size = rung_number_fixed(value, decimals, number);
    while (decimals && number[size - 1] == '0')
        size--;
    if (decimals && number[size - 1] == '.')
        size--;
    return rung_copy(arena, (rung_text){number, size});
}

/* Cut to `decimals`, unless it is so near the next step that only rounding kept it off. */
static double cut(double value, int decimals)
{
    double scale = pow(10, decimals);
    return floor(value * scale + RUNG_EPSILON * scale) / scale;
}

static const double NEAR_NEXT = 0.95;

/* Full points, and a decimal only where a whole point would hide how near the next one is. */
static const char *whole_points(rung_arena *arena, double value)
{
    bool near_next = value - cut(value, 0) >= NEAR_NEXT;
    return copy_fixed(arena, cut(value, near_next), near_next);
}

const char *rung_report_range(rung_arena *arena, rung_range range, bool ascii)
{
    double low = cut(range.low, 0), high = cut(range.high, 0);
    if (low == high)
        return whole_points(arena, range.low);
    return rung_format(arena, ascii ? "%s-%s" : "%s–%s", copy_fixed(arena, low, 0),
                       copy_fixed(arena, high, 0));
}

static const char *exact_points(rung_arena *arena, double value)
{
    double rounded = round(value * 10) / 10;
    bool passes = floor(rounded) > cut(value, 0);
    return copy_fixed(arena, passes ? cut(value, 1) : rounded, 1);
}

const char *report_score(rung_arena *arena, rung_range score)
{
    const char *low = exact_points(arena, score.low), *high = exact_points(arena, score.high);
    return strcmp(low, high) == 0 ? low : report_fill(arena, WORD_RANGE, low, high);
}

enum { LEVEL_DECIMALS = 2 };

const char *report_level_number(rung_arena *arena, double level)
{
    return copy_fixed(arena, cut(level, LEVEL_DECIMALS), LEVEL_DECIMALS);
}

static double gap_of(double target, double level)
{
    return fmax(target - cut(level, LEVEL_DECIMALS), 0);
}

const char *report_gap_numbers(rung_arena *arena, double target, rung_range levels)
{
    rung_range gap = {gap_of(target, levels.high), gap_of(target, levels.low)};
    const char *low = copy_fixed(arena, gap.low, LEVEL_DECIMALS),
               *high = copy_fixed(arena, gap.high, LEVEL_DECIMALS);
    return strcmp(low, high) == 0 ? low : report_fill(arena, WORD_AMOUNT_TO, low, high);
}

const char *report_level_numbers(rung_arena *arena, rung_range levels)
{
    const char *low = report_level_number(arena, levels.low),
               *high = report_level_number(arena, levels.high);
    return strcmp(low, high) == 0 ? low : report_fill(arena, WORD_AMOUNT_TO, low, high);
}

const char *report_decimal(rung_arena *arena, double value)
{
    return copy_fixed(arena, value, 1);
}

static const char *points(rung_arena *arena, double value, int decimals)
{
    if (decimals == 1 && value > 0 && value < 0.05)
        return report_fill(arena, WORD_UNDER, report_fill_count_with(arena, WORD_POINTS, 2, "0.1"));
    const char *number = copy_fixed(arena, value, decimals);
    return report_fill_count_with(arena, WORD_POINTS, strcmp(number, "1") == 0 ? 1 : 2, number);
}

static const char *loss_with(rung_arena *arena, rung_range loss, int decimals)
{
    const char *low = copy_fixed(arena, loss.low, decimals);
    const char *high = copy_fixed(arena, loss.high, decimals);
    if (strcmp(low, high) == 0)
        return points(arena, loss.high, decimals);
    if (strcmp(low, "0") == 0)
        return report_fill(arena, WORD_POINTS_UP_TO, points(arena, loss.high, decimals));
    return report_fill(arena, WORD_POINTS_RANGE, low, high);
}

const char *report_loss(rung_arena *arena, rung_range loss)
{
    return loss_with(arena, loss, 1);
}

const char *report_loss_to_check(rung_arena *arena, rung_range loss)
{
    return loss_with(arena, loss, 2);
}

/* Whole units with a comma before every three figures. */
static const char *grouped(rung_arena *arena, double value)
{
    char number[RUNG_NUMBER_SIZE * 12];
    size_t size = rung_number_fixed(value, 0, number);
    char *out = rung_alloc(arena, size + size / 3 + 1), *to = out;
    for (size_t i = 0; i < size; i++) {
        if (i && (size - i) % 3 == 0 && number[i - 1] != '-')
            *to++ = ',';
        *to++ = number[i];
    }
    return out;
}

static const char *with_currency(rung_arena *arena, const char *number, const char *currency)
{
    if (!currency || !*currency)
        return number;
    for (size_t i = 0; i < RUNG_COUNT(currency_signs); i++)
        if (strcmp(currency, currency_signs[i].code) == 0)
            return report_fill(arena, WORD_MONEY_SIGN, currency_signs[i].sign, number);
    return report_fill(arena, WORD_MONEY_CODE, currency, number);
}

const char *report_money(rung_arena *arena, double value, const char *currency)
{
    return with_currency(arena, grouped(arena, value), currency);
}

const char *report_cost(rung_arena *arena, const double cost[2], const char *currency)
{
    if (cost[1] <= 0)
        return report_words(WORD_COST_NONE);
    if (cost[0] <= 0)
        return report_fill(arena, WORD_COST_UP_TO, report_money(arena, cost[1], currency));
    const char *low = grouped(arena, cost[0]), *high = grouped(arena, cost[1]);
    const char *range = strcmp(low, high) == 0 ? low : report_fill(arena, WORD_RANGE, low, high);
    return with_currency(arena, range, currency);
}

const char *report_months(rung_arena *arena, const int months[2])
{
    if (months[1] <= 0)
        return report_words(WORD_MONTHS_NONE);
    const char *high = rung_format(arena, "%d", months[1]);
    size_t count = (size_t)months[1];
    if (months[0] <= 0)
        return report_fill(arena, WORD_MONTHS_UP_TO,
                           report_fill_count_with(arena, WORD_MONTHS, count, high));
    const char *low = rung_format(arena, "%d", months[0]);
    const char *range = months[0] == months[1] ? high : report_fill(arena, WORD_RANGE, low, high);
    return report_fill_count_with(arena, WORD_MONTHS, count, range);
}

const char *report_years(rung_arena *arena, const double years[2])
{
    const char *low = report_decimal(arena, years[0]);
    if (isinf(years[1]))
        return report_fill(arena, WORD_YEARS_OPEN, low);
    const char *high = report_decimal(arena, years[1]);
    const char *range = strcmp(low, high) == 0 ? high : report_fill(arena, WORD_RANGE, low, high);
    return report_fill_count_with(arena, WORD_YEARS, strcmp(range, "1") == 0 ? 1 : 2, range);
}

const char *report_date(rung_arena *arena, int64_t milliseconds)
{
    char time[RUNG_TIME_SIZE]; /* 2026-05-01T09:30:00Z */
    rung_time_format(milliseconds, time);
    int month = (time[5] - '0') * 10 + time[6] - '0';
    const char *day = time[8] == '0' ? time + 9 : time + 8;
    return report_fill(arena, WORD_DATE,
                       rung_copy(arena, (rung_text){day, (size_t)(time + 10 - day)}),
                       report_month_word(month), rung_copy(arena, (rung_text){time, 4}));
}
