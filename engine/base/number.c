#include "base/base.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The C library writes and reads numbers with the point of the process's locale. It is found by
 * printing one number, which, unlike localeconv, is safe beside other threads. */
struct point {
    char text[8];
    size_t size;
};

static struct point locale_point(void)
{
    char sample[16];
    struct point point = {0};
    int size = snprintf(sample, sizeof sample, "%.1f", 1.5);
    if (size > 2 && (size_t)size - 2 < sizeof point.text) {
        point.size = (size_t)size - 2;
        memcpy(point.text, sample + 1, point.size);
    }
    return point;
}

/* Puts a point where the locale wrote its own; returns the new length. */
static size_t normalise_point(char *number, size_t size)
{
    struct point point = locale_point();
    char *at = point.size ? strstr(number, point.text) : NULL;
    if (!at)
        return size;
    *at = '.';
    memmove(at + 1, at + point.size, size - (size_t)(at - number) - point.size + 1);
    return size - point.size + 1;
}

static size_t write_special(double value, char *out)
{
    const char *word = isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    size_t size = strlen(word);
    memcpy(out, word, size + 1);
    return size;
}

size_t rung_number_format(double value, char out[RUNG_NUMBER_SIZE])
{
    if (!isfinite(value))
        return write_special(value, out);
    for (int digits = 15;; digits++) {
        size_t size = (size_t)snprintf(out, RUNG_NUMBER_SIZE, "%.*g", digits, value);
        if (digits == 17 || strtod(out, NULL) == value)
            return normalise_point(out, size);
    }
}

size_t rung_number_fixed(double value, int decimals, char out[RUNG_NUMBER_SIZE * 12])
{
    if (!isfinite(value))
        return write_special(value, out);
    /* Away from zero at halves of the decimal that the double stands for: 0.15 is 0.2. */
    double nudged = value + copysign(pow(10, -decimals) * 1e-9, value);
    size_t size = (size_t)snprintf(out, RUNG_NUMBER_SIZE * 12, "%.*f", decimals, nudged);
    if (size >= RUNG_NUMBER_SIZE * 12)
        size = RUNG_NUMBER_SIZE * 12 - 1;
    if (strspn(out, "-0.,") == size && out[0] == '-') {
        memmove(out, out + 1, size);
        size--;
    }
    return normalise_point(out, size);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool rung_parse_int(rung_text text, int64_t *out)
{
    size_t i = text.size && (text.at[0] == '-' || text.at[0] == '+');
    bool negative = i && text.at[0] == '-';
    uint64_t limit = negative ? (uint64_t)INT64_MAX + 1 : (uint64_t)INT64_MAX, value = 0;

    if (i == text.size)
        return false;
    for (; i < text.size; i++) {
        if (!is_digit(text.at[i]))
            return false;
        uint64_t digit = (uint64_t)(text.at[i] - '0');
        if (value > (limit - digit) / 10)
            return false;
        value = value * 10 + digit;
    }
    *out = negative ? (value ? -(int64_t)(value - 1) - 1 : 0) : (int64_t)value;
    return true;
}

static size_t skip_digits(rung_text text, size_t i)
{
    while (i < text.size && is_digit(text.at[i]))
        i++;
    return i;
}

/* [-+]? digits? ( . digits? )? ( [eE] [-+]? digits )?, with a digit before the exponent. */
static bool is_number(rung_text text)
{
    size_t i = text.size && (text.at[0] == '-' || text.at[0] == '+');
    size_t whole = skip_digits(text, i);
    bool any = whole > i;
    i = whole;
    if (i < text.size && text.at[i] == '.') {
        size_t part = skip_digits(text, i + 1);
        any = any || part > i + 1;
        i = part;
    }
    if (!any)
        return false;
    if (i < text.size && (text.at[i] == 'e' || text.at[i] == 'E')) {
        i++;
        i += i < text.size && (text.at[i] == '-' || text.at[i] == '+');
        size_t exponent = skip_digits(text, i);
        if (exponent == i)
            return false;
        i = exponent;
    }
    return i == text.size;
}

enum { PARSE_MAX = 512 }; /* bytes of a number that anybody writes on purpose */

bool rung_parse_double(rung_text text, double *out)
{
    char copy[PARSE_MAX + 16];
    if (text.size > PARSE_MAX || !is_number(text))
        return false;

    struct point point = locale_point();
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.at[i] == '.') {
            memcpy(copy + size, point.text, point.size);
            size += point.size;
        } else {
            copy[size++] = text.at[i];
        }
    }
    copy[size] = '\0';

    double value = strtod(copy, NULL);
    if (!isfinite(value))
        return false;
    *out = value;
    return true;
}

/* Days since 1970-01-01 to a date of the Gregorian calendar: H. Hinnant, "chrono-compatible
 * low-level date algorithms", civil_from_days. */
static void civil_from_days(int64_t days, int *year, int *month, int *day)
{
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t of_era = days - era * 146097;
    int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted_month = (5 * day_of_year + 2) / 153;
    *day = (int)(day_of_year - (153 * shifted_month + 2) / 5 + 1);
    *month = (int)(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
    *year = (int)(year_of_era + era * 400 + (*month <= 2));
}

void rung_time_format(int64_t milliseconds, char out[RUNG_TIME_SIZE])
{
    const int64_t first = -62135596800, last = 253402300799; /* years 1 to 9999 */
    int64_t seconds = milliseconds / 1000 - (milliseconds % 1000 < 0);
    if (seconds < first)
        seconds = first;
    if (seconds > last)
        seconds = last;

    int64_t days = seconds / 86400 - (seconds % 86400 < 0);
    int of_day = (int)(seconds - days * 86400), year, month, day;
    civil_from_days(days, &year, &month, &day);
    snprintf(out, RUNG_TIME_SIZE, "%04u-%02u-%02uT%02u:%02u:%02uZ", (unsigned)year % 10000,
             (unsigned)month % 100, (unsigned)day % 100, (unsigned)of_day / 3600 % 100,
             (unsigned)of_day / 60 % 60, (unsigned)of_day % 60);
}
