/* The table of commands. Help, parsing and the checks of what a command takes come from it. */
#include "commands.h"

#include "report/report.h"

#include <string.h>

const cli_command cli_home = {
    .name = "",
    .arguments = "",
    .summary = "where you stand: unfinished sessions, roles on offer, what to type next",
    .store = RUNG_STORE_READ,
    .run = cmd_home,
};

/* The order is that of the help. */
const cli_command cli_commands[] = {
    {
        .name = "roles",
        .arguments = "",
        .summary = "list the roles that can be assessed",
        .about = "Lists what \"rung take\" and \"rung show\" know.",
        .options = CLI_TAKES(JSON),
        .run = cmd_roles,
    },
    {
        .name = "show",
        .arguments = "ROLE",
        .least = 1,
        .most = 1,
        .summary = "describe a role: its ladder, pay, facts and requirements",
        .about = "Shows what a role is, what its rungs earn, and what each of them asks for. With "
                 "--questions it lists the ids that \"rung answer\" and answers files use.",
        .options = CLI_TAKES(QUESTIONS) | CLI_TAKES(JSON),
        .run = cmd_show,
    },
    {
        .name = "take",
        .arguments = "[ROLE]",
        .most = 1,
        .summary = "start a session and answer its questions",
        .about = "Asks one question at a time. Each answer is saved before the next question "
                 "appears, so you can stop whenever you like and go on with \"rung resume\".\n"
                 "\n"
                 "An answers file holds lines of \"question: value\" (YAML), or one JSON object. "
                 "With --no-input its answers are saved together, or none of them if one is "
                 "wrong.\n"
                 "\n"
                 "With --from what you answered to the same questions in an earlier session, also "
                 "one of another role, is shown with each of them: Enter accepts it, anything else "
                 "answers anew. Nothing is taken without that. A FILE is a resume as JSON "
                 "(jsonresume.org/schema); its name ends in .json or has a slash.\n"
                 "\n"
                 "With --quick the question comes next that narrows the score most, and it stops "
                 "as soon as nothing that is left can change the verdict: for most people after "
                 "about half of the questions. You may go on then, or later.",
        .store = RUNG_STORE_CREATE,
        .options = CLI_TAKES(NAME) | CLI_TAKES(ANSWERS) | CLI_TAKES(FROM) | CLI_TAKES(NO_INPUT) |
                   CLI_TAKES(QUICK) | CLI_TAKES(JSON),
        .run = cmd_take,
    },
    {
        .name = "resume",
        .arguments = "[SESSION]",
        .most = 1,
        .summary = "go on where a session stopped",
        .about = "Without SESSION it is the one used last. A finished session can be looked "
                 "through and changed. With --quick only what can change the verdict is asked; "
                 "see \"rung help take\".\n"
                 "\n"
                 "A session goes on with the questions it was started with. When newer ones are "
                 "there, --migrate moves it: answers stay where nothing changed; a question whose "
                 "words or answers changed is asked again; an answer whose question is gone is set "
                 "aside. The list is shown first. --migrate --undo moves back, and finds "
                 "everything as it was. Without a terminal it needs --yes, and stops behind the "
                 "move.",
        .store = RUNG_STORE_WRITE,
        .options = CLI_TAKES(FROM) | CLI_TAKES(QUICK) | CLI_TAKES(MIGRATE) | CLI_TAKES(UNDO) |
                   CLI_TAKES(YES),
        .run = cmd_resume,
    },
    {
        .name = "list",
        .arguments = "",
        .summary = "list your sessions",
        .about = "The score is a range while questions are open: the lowest and the highest that "
                 "the remaining answers can make it.",
        .options = CLI_TAKES(JSON),
        .run = cmd_list,
    },
    {
        .name = "answer",
        .arguments = "SESSION Q=VALUE...",
        .least = 2,
        .most = SIZE_MAX,
        .summary = "set or change answers without the interview",
        .about = "Q is the id of a question. VALUE is an option's id, a value of the scale, a "
                 "number, yes or no, or a text; several options stand with commas between. \"Q=\" "
                 "takes the answer back. All are saved together, or none if one is wrong.",
        .store = RUNG_STORE_WRITE,
        .options = CLI_TAKES(JSON),
        .run = cmd_answer,
    },
    {
        .name = "note",
        .arguments = "SESSION [Q=TEXT]",
        .least = 1,
        .most = 2,
        .summary = "list your private notes on questions, or write one",
        .about = "A note stands beside the answer to a question, whether there is one or not, and "
                 "in the report. No points depend on it. \"Q=\" removes it. In the interview it is "
                 ":note.",
        .store = RUNG_STORE_WRITE,
        .options = CLI_TAKES(JSON),
        .run = cmd_note,
    },
    {
        .name = "report",
        .arguments = "[SESSION]",
        .most = 1,
        .summary = "show what you have, what is missing, and how much each gap costs",
        .about =
            "Without SESSION it is the one used last. Works at any moment: what is not "
            "answered yet makes the score a range. --json is short for --format json.\n"
            "\n"
            "With -o the format follows from the end of FILE: .txt, .md, .html, .json, .csv or "
            ".pdf. FILE is written whole or not at all, and one that is there already stays as it "
            "is unless --force is given. An .html file is the one to mail and to read on a phone; "
            "nothing in it is loaded from elsewhere. A .pdf file is the one to print and to hand "
            "out: on A4 or Letter, as is usual in the country of LC_ALL, LC_PAPER or LANG.",
        .options = CLI_TAKES(FORMAT) | CLI_TAKES(OUTPUT) | CLI_TAKES(FORCE) | CLI_TAKES(OPEN) |
                   CLI_TAKES(REDACT) | CLI_TAKES(PAPER) | CLI_TAKES(JSON),
        .formats = RUNG_REPORT_FORMAT_NAMES,
        .run = cmd_report,
    },
    {
        .name = "plan",
        .arguments = "[SESSION]",
        .most = 1,
        .summary = "show the best way there: which steps, when, and for how much",
        .about =
            "Chooses from the steps that the role offers, and says when each begins, what it "
            "closes, what would be left without it, and how sure it is that no plan is better. "
            "Without SESSION it is the one used last. Steps count as long as they may take, and "
            "with the most that they may cost.\n"
            "\n"
            "  rung plan --by cost --months 12\n"
            "  rung plan --rung liaison --compare\n"
            "  rung plan --done foundation-course\n"
            "  rung plan -o plan.ics --start 2026-09-01\n"
            "\n"
            "--done records a step as done, --undone takes that back: the plan goes on from there. "
            "Answer the questions about it again, and the score follows.\n"
            "\n"
            "With -o the format follows from the end of FILE: .txt, .md, .json or .ics. An .ics "
            "file has one entry a step; a calendar that reads it twice has each of them once. "
            "--json is short for --format json.",
        .writes = CLI_TAKES(DONE) | CLI_TAKES(UNDONE),
        .options = CLI_TAKES(BY) | CLI_TAKES(GOAL) | CLI_TAKES(RUNG) | CLI_TAKES(TRACKS) |
                   CLI_TAKES(MONTHS) | CLI_TAKES(BUDGET) | CLI_TAKES(COMPARE) |
                   CLI_TAKES(FRONTIER) | CLI_TAKES(DONE) | CLI_TAKES(UNDONE) | CLI_TAKES(START) |
                   CLI_TAKES(FORMAT) | CLI_TAKES(OUTPUT) | CLI_TAKES(FORCE) | CLI_TAKES(OPEN) |
                   CLI_TAKES(JSON),
        .formats = RUNG_PLAN_FORMAT_NAMES,
        .run = cmd_plan,
    },
    {
        .name = "ladder",
        .arguments = "[SESSION]",
        .most = 1,
        .summary = "show all rungs side by side, and which one you are ready for",
        .about = "Without SESSION it is the one used last. Every rung is scored with the same "
                 "answers: its points, its verdict, which essentials are missing, and its pay. You "
                 "are ready for a rung when no open question can take the best verdict away.",
        .options = CLI_TAKES(JSON),
        .run = cmd_ladder,
    },
    {
        .name = "what-if",
        .arguments = "[SESSION] Q=VALUE...",
        .least = 1,
        .most = SIZE_MAX,
        .summary = "try other answers: what they would change; nothing is saved",
        .about = "Puts score, verdict and gaps side by side: with the answers as they are, and "
                 "with those given here. Q=VALUE is as for \"rung answer\", which saves what is "
                 "only tried here. Without SESSION it is the one used last; a session whose name "
                 "holds \"=\" goes by its id.",
        .options = CLI_TAKES(JSON),
        .run = cmd_what_if,
    },
    {
        .name = "compare",
        .arguments = "[SESSION] [SESSION]",
        .most = 2,
        .summary = "show what moved between two sessions, or since a day",
        .about =
            "Says how many points were gained or lost, and how many of them by other answers and "
            "how many because the requirements changed; which gaps closed and opened, and which "
            "answers changed. Two sessions must be of one role.\n"
            "\n"
            "One SESSION is compared with its own past: since it was begun, or with --since as it "
            "was at the end of that day. Without SESSION it is the one used last.\n"
            "\n"
            "An answer counts for the requirements of before as far as it still means the same "
            "there; what cannot be compared is said. Each score is for the aim of its time.",
        .options = CLI_TAKES(SINCE) | CLI_TAKES(JSON),
        .run = cmd_compare,
    },
    {
        .name = "explain",
        .arguments = "[SESSION] [REQUIREMENT]",
        .most = 2,
        .summary = "tell where points come from, and what a gap rests on",
        .about = "Without REQUIREMENT it shows the whole score as a sum: 100 and what each gap "
                 "takes off it, with the short names of the requirements. With one it shows where "
                 "you are and what is needed, the answers it rests on, how it is calculated, the "
                 "smallest change of answers that closes the gap, and where it comes from.\n"
                 "\n"
                 "--verdict shows what holds the verdict back, and the fewest requirements to lift "
                 "for a better one.\n"
                 "\n"
                 "Without SESSION it is the one used last. A single word is a requirement, if that "
                 "session has one by this name, and else a session.",
        .options = CLI_TAKES(VERDICT) | CLI_TAKES(RUNG) | CLI_TAKES(JSON),
        .run = cmd_explain,
    },
    {
        .name = "delete",
        .arguments = "SESSION",
        .least = 1,
        .most = 1,
        .summary = "delete a session for good",
        .about = "Its answers are really gone from the file. On a terminal it asks first, "
                 "unless --yes is given.",
        .store = RUNG_STORE_WRITE,
        .options = CLI_TAKES(YES),
        .run = cmd_delete,
    },
    {
        .name = "score",
        .arguments = "ROLE [FILE]",
        .least = 1,
        .most = 2,
        .summary = "score many answer sheets: JSON lines in, JSON lines out",
        .about = "Each line of FILE (or of standard input) is\n"
                 "  {\"id\": anything, \"answers\": {\"question\": value, ...}}\n"
                 "and gives one line with score, verdict and gaps, in the same order. A wrong line "
                 "gives {\"id\": ..., \"line\": N, \"error\": \"...\"}, the others are scored all "
                 "the same, and the exit status is 3.",
        .options = CLI_TAKES(FULL) | CLI_TAKES(JOBS),
        .run = cmd_score,
    },
    {
        .name = "check",
        .arguments = "[FILE...]",
        .most = SIZE_MAX,
        .summary = "check questionnaires and rules",
        .about =
            "Reports every mistake as FILE:LINE:COLUMN and runs the examples of the rules. "
            "Without FILE it checks all content that can be found. \"rung help CODE\" "
            "explains a message, as in \"rung help RG0304\".\n"
            "\n"
            "The exit status is 3 if there are errors. Warnings are what may be meant: a file "
            "allows them by its key \"allow\", and --strict counts them as errors.\n"
            "\n"
            "--format json writes one object a line on standard output, and nothing else: "
            "{\"file\", \"line\", \"column\", \"end-line\", \"end-column\", \"severity\", "
            "\"code\", \"message\", \"mend\", \"subject\", \"witness\"}. Lines and columns count "
            "from 1, columns in characters; the end is the place behind the last one. What a "
            "message does not have is left out. --json is short for it.\n"
            "\n"
            "--explain checks nothing: it lists which questions feed each requirement, and "
            "what uses each question. It takes ids of roles as well as files.",
        .options = CLI_TAKES(STRICT) | CLI_TAKES(EXPLAIN) | CLI_TAKES(FORMAT) | CLI_TAKES(JSON),
        .formats = "gcc|json",
        .run = cmd_check,
    },
    {
        .name = "eval",
        .arguments = "EXPRESSION [SESSION]",
        .most = 2,
        .summary = "try an expression",
        .about =
            "With SESSION the expression may use its answers. Where some are missing, the result "
            "is "
            "\"0 .. 4\", from the lowest to the highest value that they can make it. Below it "
            "stand the names and steps that it is made of, with their values and types, if "
            "--explain is given or somebody looks on. --json gives {\"value\": ..., \"type\": "
            "..., \"uses\": [...], \"steps\": [...]}, or \"low\" and \"high\" in place of "
            "\"value\".\n"
            "\n"
            "With --role nothing is answered: the result is all that the expression can be for "
            "that role.\n"
            "\n"
            "With --ndjson it reads lines of\n"
            "  {\"expr\": \"...\", \"bindings\": {\"name\": {\"type\": \"int\", \"value\": 1}}}\n"
            "and writes {\"value\": ..., \"type\": \"...\"} or {\"error\": \"...\"} for each. An "
            "error "
            "is a result here as any other: the exit status stays 0.",
        .options = CLI_TAKES(ROLE) | CLI_TAKES(EXPLAIN) | CLI_TAKES(NDJSON) | CLI_TAKES(JSON),
        .run = cmd_eval,
    },
    {
        .name = "new",
        .arguments = "ROLE",
        .least = 1,
        .most = 1,
        .summary = "write a questionnaire and rules for a new role, to begin with",
        .about = "ROLE is the id of the role: small letters, with hyphens between words, such as "
                 "sales-clerk. Two files are written, questionnaires/ROLE.yaml and "
                 "rules/ROLE.yaml; a file that is there already stays as it is. They lie in the "
                 "folder that --content or RUNG_CONTENT names, else in the one that you are in if "
                 "it has the folders questionnaires and rules, else in your own data folder.\n"
                 "\n"
                 "What they hold works as it is, and says how to change it. \"rung check\" finds "
                 "the mistakes.",
        .options = CLI_TAKES(TITLE) | CLI_TAKES(JSON),
        .run = cmd_new,
    },
    {
        .name = "schema",
        .arguments = "questionnaire|rules",
        .least = 1,
        .most = 1,
        .summary = "print the JSON Schema by which editors check content",
        .about = "Editors that speak YAML complete keys, explain them, and mark wrong ones while "
                 "you type. They find the schema by the first line of a file:\n"
                 "  # yaml-language-server: $schema=PATH\n"
                 "PATH is a file that holds what this command prints. \"rung check\" says what a "
                 "schema cannot: what ids and expressions mean.",
        .run = cmd_schema,
    },
    {
        .name = "help",
        .arguments = "[COMMAND|CODE]",
        .most = 1,
        .summary = "explain a command, or what \"rung check\" says",
        .about =
            "\"rung COMMAND --help\" is the same as \"rung help COMMAND\".\n"
            "\n"
            "CODE is what stands in brackets in a message of \"rung check\", such as RG0304: it "
            "tells what the message means, with an example. \"rung help codes\" lists all.",
        .options = CLI_TAKES(JSON),
        .run = cmd_help,
    },
    {
        .name = "version",
        .arguments = "",
        .summary = "show the version",
        .about = "\"rung --version\" is the same.",
        .run = cmd_version,
    },
};

const size_t cli_command_count = RUNG_COUNT(cli_commands);

const cli_command *cli_find_command(const char *name)
{
    for (size_t i = 0; i < cli_command_count; i++)
        if (strcmp(cli_commands[i].name, name) == 0)
            return &cli_commands[i];
    return NULL;
}
