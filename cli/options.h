/* options: the table of every option, and the parser that reads the command line by it. Help and
 * the checks of what a command takes come from the same rows. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/base.h"

/* id, long name, short name or 0, argument or NULL, what it does. An argument with '|' is the
 * closed set of its values. */
#define CLI_OPTION_ROWS(X)                                                                         \
    X(NAME, "name", 0, "NAME", "call the session NAME")                                            \
    X(ANSWERS, "answers", 0, "FILE", "take answers from a YAML or JSON file; - is standard input") \
    X(FROM, "from", 0, "SESSION", "propose the answers of SESSION, or of a resume (a .json file)") \
    X(NO_INPUT, "no-input", 0, NULL, "ask nothing: store the answers and stop")                    \
    X(QUICK, "quick", 0, NULL, "ask what narrows the result most, and stop at the verdict")        \
    X(FORMAT, "format", 0, "FORMAT", "how to write it; the first is the default")                  \
    X(OUTPUT, "output", 'o', "FILE", "write to FILE, whole or not at all")                         \
    X(FORCE, "force", 0, NULL, "replace FILE if it is there already")                              \
    X(OPEN, "open", 0, NULL, "show FILE when it is written")                                       \
    X(PAPER, "paper", 0, "a4|letter", "the paper of a PDF (default: as usual where you are)")      \
    X(REDACT, "redact", 0, NULL, "leave out the name, the session and your own notes")             \
    X(STRICT, "strict", 0, NULL, "count warnings as errors")                                       \
    X(FULL, "full", 0, NULL, "write whole reports instead of one short line each")                 \
    X(JOBS, "jobs", 'j', "N", "use at most N processors (for now one does the work)")              \
    X(QUESTIONS, "questions", 0, NULL, "list the questions, with what each of them takes")         \
    X(TITLE, "title", 0, "TEXT", "call the role TEXT (default: its id in capitals)")               \
    X(ROLE, "role", 0, "ROLE", "use the questions of ROLE, as if nothing were answered")           \
    X(EXPLAIN, "explain", 0, NULL, "show what each result rests on")                               \
    X(VERDICT, "verdict", 0, NULL, "explain what holds the verdict back")                          \
    X(RUNG, "rung", 0, "RUNG", "look at RUNG, not at the rung aimed at")                           \
    X(BY, "by", 0, "time|cost|steps", "what is to be least (default: time)")                       \
    X(GOAL, "goal", 0, "verdict|essentials",                                                       \
      "what to reach (default: verdict, the best there is)")                                       \
    X(TRACKS, "tracks", 0, "N", "take up at most N steps at a time (default: 2)")                  \
    X(MONTHS, "months", 0, "M", "only what takes at most M months")                                \
    X(BUDGET, "budget", 0, "B", "only what costs at most B in all")                                \
    X(COMPARE, "compare", 0, NULL, "put the quickest, cheapest and shortest plan side by side")    \
    X(FRONTIER, "frontier", 0, NULL, "list the plans that trade months against money")             \
    X(START, "start", 0, "DATE", "begin on that day, in a calendar (default: today)")              \
    X(DONE, "done", 0, "STEP", "record a step as done, by its short name")                         \
    X(UNDONE, "undone", 0, "STEP", "take that back")                                               \
    X(NDJSON, "ndjson", 0, NULL, "read {\"expr\": …} lines, write one result a line")              \
    X(SINCE, "since", 0, "DATE", "compare with the end of that day, or with a time (RFC 3339)")    \
    X(MIGRATE, "migrate", 0, NULL, "move the session to the newest content; asks first")           \
    X(UNDO, "undo", 0, NULL, "with --migrate: back to the content before the last move")           \
    X(YES, "yes", 'y', NULL, "do not ask first")                                                   \
    X(JSON, "json", 0, NULL, "write JSON, for programs")                                           \
    X(STORE, "store", 0, "PATH", "keep sessions in the file PATH")                                 \
    X(CONTENT, "content", 0, "DIR", "take roles from DIR only; may be repeated")                   \
    X(COLOR, "color", 0, "auto|always|never", "use colour (default: auto)")                        \
    X(PLAIN, "plain", 0, NULL, "plain lines of ASCII, for screen readers and logs")                \
    X(HELP, "help", 'h', NULL, "show help and stop")                                               \
    X(VERSION, "version", 'V', NULL, "show the version and stop")

typedef enum cli_option_id {
#define CLI_OPTION_ID(id, ...) CLI_OPTION_##id,
    CLI_OPTION_ROWS(CLI_OPTION_ID)
#undef CLI_OPTION_ID
        CLI_OPTION_COUNT
} cli_option_id;

typedef struct cli_option {
    const char *name;
    char letter;          /* or 0 */
    const char *argument; /* or NULL */
    const char *what;
} cli_option;

extern const cli_option cli_option_table[CLI_OPTION_COUNT];

/* Sets of options. */
typedef uint64_t cli_options;
_Static_assert(CLI_OPTION_COUNT <= 64, "a set of options has 64 bits");
#define CLI_TAKES(id) (UINT64_C(1) << CLI_OPTION_##id)
/* What every command takes. */
#define CLI_COMMON                                                                                 \
    (CLI_TAKES(STORE) | CLI_TAKES(CONTENT) | CLI_TAKES(COLOR) | CLI_TAKES(PLAIN) | CLI_TAKES(HELP))

/* The command line, sorted. Strings are those of argv. */
typedef struct cli_words {
    const char *values[CLI_OPTION_COUNT]; /* NULL: not given; "" for options without argument */
    cli_options given;                    /* set of options */
    RUNG_VEC(const char *) contents;      /* each --content, in order */
    RUNG_VEC(const char *) words;         /* the rest: the command and what it works on */
} cli_words;

/* Options stand before or after other words; "--" ends them; "-" alone, and '-' before a digit or
 * a bracket, is a word. Inside the arena's guard. NULL, or what is wrong with the line. */
const char *cli_parse(rung_arena *arena, int count, char *const *arguments, cli_words *out);

/* What a message repeats of somebody's word: its first 60 characters. */
const char *cli_brief(rung_arena *arena, rung_text word);

/* NULL if `value` is one of the words of `set` ("auto|always"), or what is wrong with it. */
const char *cli_refuse_value(rung_arena *arena, const char *name, const char *set,
                             const char *value);

/* True if the option was given. */
bool cli_has(const cli_words *words, cli_option_id id);

#endif
