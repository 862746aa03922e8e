#include "paper.h"

#include <stdlib.h>
#include <string.h>

/* Countries that print on Letter (Unicode CLDR, paperSize); all others take A4. */
static const char *const letter_countries[] = {"BZ", "CA", "CL", "CO", "CR", "DO", "GT", "MX",
                                               "NI", "PA", "PH", "PR", "SV", "US", "VE"};

static const char *paper_locale(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_PAPER", "LANG"};
    for (size_t i = 0; i < RUNG_COUNT(variables); i++) {
        const char *value = getenv(variables[i]);
        if (value && *value)
            return value;
    }
    return "";
}

/* "en_US.UTF-8": the country stands behind the language. */
static bool is_letter_country(const char *locale)
{
    const char *country = strchr(locale, '_');
    for (size_t i = 0; country && i < RUNG_COUNT(letter_countries); i++)
        if (strncmp(country + 1, letter_countries[i], 2) == 0 && strcspn(country + 1, ".@") == 2)
            return true;
    return false;
}

rung_paper cli_paper(const cli *run)
{
    const char *asked = run->line.values[CLI_OPTION_PAPER];
    bool letter = asked ? strcmp(asked, "letter") == 0 : is_letter_country(paper_locale());
    return letter ? RUNG_PAPER_LETTER : RUNG_PAPER_A4;
}
