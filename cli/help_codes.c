/* `rung help RG0123` and `rung help codes`: the catalogue of diagnostics, for people and programs.
 */
#include "commands.h"
#include "json/json.h"
#include "kinds.h"
#include "page.h"

#include <string.h>

/* --- A template for readers ------------------------------------------------------------------ */

/* Behind the '%' of a conversion: where it ends. */
static const char *behind_conversion(const char *at)
{
    at += strcspn(at, "diouxXcsfgp%");
    return *at ? at + 1 : at;
}

/* "there is no `…`" for "there is no `%.*s`". */
static const char *readable(rung_arena *arena, const char *format)
{
    const char *out = "";
    while (*format) {
        size_t plain = strcspn(format, "%");
        out = rung_format(arena, "%s%.*s", out, (int)plain, format);
        format += plain;
        if (!*format)
            break;
        out = rung_format(arena, "%s%s", out, format[1] == '%' ? "%" : "…");
        format = behind_conversion(format + 1);
    }
    /* Some are all conversion: what they say differs from call to call. */
    return strcmp(out, "…") == 0 ? "(the message says what it is)" : out;
}

/* --- One kind -------------------------------------------------------------------------------- */

/* Lines as they are: what is indented must stay so. */
static void write_lines(cli *run, const char *text)
{
    for (rung_text rest = rung_text_of(text); rest.size > 0;) {
        const char *end = memchr(rest.at, '\n', rest.size);
        rung_text line = {rest.at, end ? (size_t)(end - rest.at) : rest.size};
        rung_write(&run->out, RUNG_TEXT("    "));
        rung_write(&run->out, cli_shown(run, &run->arena, line));
        cli_blank(run);
        size_t used = line.size + (end != NULL);
        rest = (rung_text){rest.at + used, rest.size - used};
    }
}

static void write_example(cli *run, const rung_diagnostic_kind *kind)
{
    cli_heading(run, rung_format(&run->arena, "Wrong, in %s", kind->where));
    write_lines(run, kind->wrong);
    cli_heading(run, "Right");
    write_lines(run, kind->right);
}

static void write_allowing(cli *run, const rung_diagnostic_kind *kind)
{
    if (kind->severity != RUNG_WARNING)
        return;
    cli_heading(run, "If you mean it");
    cli_say(run, "Say so at the top of the file, with the reason. `at` names what it is about; "
                 "without it the whole file is meant.");
    write_lines(run, rung_format(&run->arena,
                                 "allow:\n  - {code: %s, at: [some_id], reason: Why it is meant.}",
                                 kind->code));
}

static void write_kind(cli *run, const rung_diagnostic_kind *kind)
{
    cli_item(run, CLI_BOLD,
             rung_format(&run->arena, "%s[%s]: ", rung_severity_name(kind->severity), kind->code),
             readable(&run->arena, kind->format));
    cli_blank(run);
    cli_say(run, "%s", kind->why);
    cli_blank(run);
    cli_say(run, "What to do: %s.", kind->mend);
    write_example(run, kind);
    write_allowing(run, kind);
}

/* --- JSON ------------------------------------------------------------------------------------ */

static void kind_members(cli *run, rung_json *json, const rung_diagnostic_kind *kind)
{
    const struct {
        const char *key, *value;
    } members[] = {
        {"code", kind->code},
        {"severity", rung_severity_name(kind->severity)},
        {"message", readable(&run->arena, kind->format)},
        {"mend", kind->mend},
        {"why", kind->why},
        {"where", kind->where},
        {"wrong", kind->wrong},
        {"right", kind->right},
    };
    rung_json_object(json);
    for (size_t i = 0; i < RUNG_COUNT(members); i++) {
        rung_json_key(json, members[i].key);
        rung_json_string(json, members[i].value);
    }
    rung_json_end_object(json);
}

/* --- The commands ---------------------------------------------------------------------------- */

static void write_json(cli *run, const rung_diagnostic_kind *one)
{
    rung_json json;
    rung_json_init(&json, &run->out, 2);
    if (one) {
        kind_members(run, &json, one);
    } else {
        rung_json_array(&json);
        for (size_t i = 0; i < cli_kind_count(); i++)
            kind_members(run, &json, cli_kind_at(i));
        rung_json_end_array(&json);
    }
    cli_blank(run);
}

static void write_list(cli *run)
{
    for (size_t i = 0; i < cli_kind_count(); i++) {
        const rung_diagnostic_kind *kind = cli_kind_at(i);
        const char *lead =
            rung_format(&run->arena, "%s  %-9s", kind->code, rung_severity_name(kind->severity));
        cli_item(run, CLI_NORMAL, lead, readable(&run->arena, kind->format));
    }
    cli_blank(run);
    cli_say(run, "\"rung help CODE\" explains one of them.");
}

/* The codes around a number that has none. */
static cli_status unknown_code(cli *run, const char *word)
{
    const rung_diagnostic_kind *below = NULL, *above = NULL;
    cli_near_kinds(rung_text_of(word), &below, &above);
    return cli_error(run, CLI_NOT_FOUND,
                     "there is no diagnostic %s: near it: %s%s%s; \"rung help codes\" lists all",
                     cli_brief(&run->arena, rung_text_of(word)), below ? below->code : "",
                     below && above ? ", " : "", above ? above->code : "");
}

bool cli_is_code_topic(const char *word)
{
    return strcmp(word, "codes") == 0 || strcmp(word, "diagnostics") == 0 ||
           cli_is_code(rung_text_of(word));
}

cli_status cli_help_code(cli *run, const char *word)
{
    bool json = cli_has(&run->line, CLI_OPTION_JSON), all = !cli_is_code(rung_text_of(word));
    const rung_diagnostic_kind *kind = all ? NULL : cli_find_kind(rung_text_of(word));
    if (!all && !kind)
        return unknown_code(run, word);
    if (json)
        write_json(run, kind);
    else if (kind)
        write_kind(run, kind);
    else
        write_list(run);
    return CLI_DONE;
}
