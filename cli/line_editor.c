#include "line_editor.h"

#include "line_input.h"
#include "page.h"
#include "plain_editor.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/select.h>
#include <unistd.h>

#include <readline/readline.h>

static const int ending[] = {SIGINT, SIGTERM, SIGHUP};

static const char too_long[] = "That line is too long. Type a shorter one.";
static const char unsafe[] =
    "Some of that cannot be shown on a terminal (it stands there as ?), so "
    "nothing was taken. Type it again without.";
static const char several[] =
    "Several lines came at once. None was taken: one answer at a time, please.";

struct cli_editor {
    cli *run;
    enum { WITH_READLINE, ON_PLAIN_TERMINAL, FROM_LINES } way;
    cli_lines lines;
    cli_input input;
    cli_plain_editor plain;
    cli_completions completions;
    const char *offered; /* what the next line begins as, or NULL */
    const char *problem; /* why the line just read is not taken, or NULL */
    bool have_line, ended;
    size_t size;     /* of the line, which lies in the buffer of `lines` */
    sigset_t before; /* the signal mask as it was */
    struct sigaction old[RUNG_COUNT(ending)], old_suspend;
};

/* Readline calls back without a context, and signals come without one: there is one terminal, and
 * so there is one editor at a time. */
static cli_editor *current;
static volatile sig_atomic_t interrupted, suspended;

static void on_ending(int signal)
{
    (void)signal;
    interrupted = 1;
}

static void on_suspend(int signal)
{
    (void)signal;
    suspended = 1;
}

/* One that is ignored, as under nohup, stays so. */
static void catch_signal(int number, void (*handler)(int), struct sigaction *old, sigset_t *caught)
{
    struct sigaction action = {.sa_handler = handler};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, old);
    if (old->sa_handler == SIG_IGN)
        sigaction(number, old, NULL);
    else
        sigaddset(caught, number);
}

/* The signals are let in only while we wait for input: whatever is being saved is saved first. */
static void catch_signals(cli_editor *editor)
{
    sigset_t caught;
    sigemptyset(&caught);
    for (size_t i = 0; i < RUNG_COUNT(ending); i++)
        catch_signal(ending[i], on_ending, &editor->old[i], &caught);
    if (editor->way != FROM_LINES)
        catch_signal(SIGTSTP, on_suspend, &editor->old_suspend, &caught);
    sigprocmask(SIG_BLOCK, &caught, &editor->before);
}

static void release_signals(cli_editor *editor)
{
    for (size_t i = 0; i < RUNG_COUNT(ending); i++)
        sigaction(ending[i], &editor->old[i], NULL);
    if (editor->way != FROM_LINES)
        sigaction(SIGTSTP, &editor->old_suspend, NULL);
    sigprocmask(SIG_SETMASK, &editor->before, NULL);
}

/* Ctrl-Z: the terminal goes back to the shell as it was, and is taken again afterwards. */
static void suspend(cli_editor *editor)
{
    suspended = 0;
    if (editor->way == ON_PLAIN_TERMINAL) {
        cli_plain_give_back(&editor->plain);
        raise(SIGSTOP);
        cli_plain_take(&editor->plain);
        cli_plain_show(&editor->plain);
    } else {
        rl_deprep_terminal();
        raise(SIGSTOP);
        rl_prep_terminal(1);
        rl_forced_update_display();
    }
}

/* Waits for input; false if a signal came that ends the reading. */
static bool wait_for_input(void *ctx)
{
    cli_editor *editor = ctx;
    while (!interrupted) {
        fd_set ready;
        FD_ZERO(&ready);
        FD_SET(STDIN_FILENO, &ready);
        if (pselect(STDIN_FILENO + 1, &ready, NULL, NULL, NULL, &editor->before) > 0)
            return true;
        if (suspended)
            suspend(editor);
        else if (errno != EINTR)
            return false;
        if (editor->way == WITH_READLINE)
            rl_resize_terminal();
    }
    return false;
}

/* --- Completion ------------------------------------------------------------------------------ */
/* Commands are offered only where one is begun, and what may stand behind one only there. */
static int kind_of(const char *word)
{
    return *word != ':' ? 0 : strchr(word, ' ') ? 2 : 1;
}

static char *next_among(const char *const *words, size_t count, const char *start, int state)
{
    static size_t at;
    if (state == 0)
        at = 0;
    while (at < count) {
        const char *word = words[at++];
        bool fits = strncasecmp(word, start, strlen(start)) == 0;
        if (fits && kind_of(word) == kind_of(start))
            return strdup(word);
    }
    return NULL;
}

static char *next_word(const char *start, int state)
{
    return next_among(current->completions.words, current->completions.count, start, state);
}

static char *next_other(const char *start, int state)
{
    return next_among(current->completions.others, current->completions.other_count, start, state);
}

static char **complete(const char *word, int start, int end)
{
    (void)start;
    (void)end;
    rl_attempted_completion_over = 1; /* no file names */
    rl_completion_append_character = '\0';
    char **matches = rl_completion_matches(word, next_word);
    if (!matches)
        matches = rl_completion_matches(word, next_other);
    /* Where nothing was typed all is listed, and what it has in common is not put in. */
    if (matches && matches[1] && !*word)
        *matches[0] = '\0';
    return matches;
}

/* The whole line is one word, unless it is a list of them. A command is no list. */
static char *word_breaks(void)
{
    static char none[] = "", separators[] = ", ";
    bool command = rl_line_buffer && *rl_line_buffer == ':';
    return current->completions.several && !command ? separators : none;
}

void cli_editor_complete(cli_editor *editor, cli_completions completions)
{
    editor->completions = completions;
}

/* --- A line to be mended --------------------------------------------------------------------- */
void cli_editor_offer(cli_editor *editor, rung_text text)
{
    if (editor->way == WITH_READLINE)
        editor->offered = rung_copy(&editor->run->arena, text);
}

static int put_offered(void)
{
    if (current->offered)
        rl_insert_text(current->offered);
    current->offered = NULL;
    return 0;
}

/* --- Start and stop -------------------------------------------------------------------------- */
/* Between two lines the terminal stays as Readline wants it: else what comes meanwhile would be
 * echoed by the terminal itself, as it is. */
static void keep_prepared(void)
{
}

/* Of a line that is too long the rest is not taken in: showing it would take minutes. */
static int next_key(FILE *stream)
{
    (void)stream;
    int byte;
    do
        byte = cli_input_next(&current->input);
    while (rl_end > CLI_MAX_TYPED && byte >= ' ');
    return byte < 0 ? EOF : byte;
}

/* What makes no sense here: there is no history to search, and keys that a pasted text may hold
 * shall not leave the line for something else. */
static void forget_keys(void)
{
    static const char *const functions[] = {
        "reverse-search-history",
        "forward-search-history",
        "non-incremental-reverse-search-history",
        "non-incremental-forward-search-history",
        "vi-search",
        "vi-editing-mode",
        "emacs-editing-mode",
        "start-kbd-macro",
        "end-kbd-macro",
        "call-last-kbd-macro",
        "print-last-kbd-macro",
        "re-read-init-file",
        "dump-functions",
        "dump-macros",
        "dump-variables",
        "tilde-expand",
    };
    const Keymap maps[] = {emacs_standard_keymap, emacs_meta_keymap, emacs_ctlx_keymap,
                           vi_insertion_keymap, vi_movement_keymap};
    for (size_t i = 0; i < RUNG_COUNT(functions); i++)
        for (size_t map = 0; map < RUNG_COUNT(maps); map++)
            rl_unbind_function_in_map(rl_named_function(functions[i]), maps[map]);
}

static void set_up_readline(void)
{
    rl_readline_name = "rung";
    rl_catch_signals = 0;
    rl_initialize(); /* reads what people set for themselves, which must not come later */
    forget_keys();
    rl_attempted_completion_function = complete;
    rl_startup_hook = put_offered;
    rl_getc_function = next_key;
    rl_deprep_term_function = keep_prepared;
    rl_completion_word_break_hook = word_breaks;
    rl_completer_quote_characters = "";
    rl_variable_bind("completion-ignore-case", "on");
    rl_variable_bind("show-all-if-ambiguous", "on");
    rl_variable_bind("page-completions", "off");
    rl_variable_bind("enable-bracketed-paste", "on"); /* what is pasted waits for Enter */
    /* Letters beyond ASCII are letters, whatever the locale says. */
    rl_variable_bind("input-meta", "on");
    rl_variable_bind("output-meta", "on");
    rl_variable_bind("convert-meta", "off");
}

static void set_up_plain(cli_editor *editor)
{
    cli *run = editor->run;
    editor->plain = (cli_plain_editor){.input = &editor->input,
                                       .out = &run->out,
                                       .flush = cli_flush_before_wait,
                                       .ctx = run,
                                       .at = editor->lines.at,
                                       .limit = CLI_MAX_TYPED};
    cli_plain_take(&editor->plain);
}

cli_editor *cli_editor_start(cli *run)
{
    cli_editor *editor = rung_new(&run->arena, cli_editor);
    editor->run = run;
    editor->way = !run->terminal.in || !run->terminal.out ? FROM_LINES
                  : run->terminal.plain                   ? ON_PLAIN_TERMINAL
                                                          : WITH_READLINE;
    cli_lines_init(&editor->lines, &run->arena, STDIN_FILENO, CLI_MAX_TYPED);
    editor->lines.wait = wait_for_input;
    editor->lines.ctx = editor;
    cli_input_init(&editor->input, STDIN_FILENO, wait_for_input, editor);
    run->editor = current = editor;
    interrupted = suspended = 0;
    if (editor->way == WITH_READLINE)
        set_up_readline();
    if (editor->way == ON_PLAIN_TERMINAL)
        set_up_plain(editor);
    catch_signals(editor);
    return editor;
}

void cli_editor_stop(cli_editor *editor)
{
    if (!editor)
        return;
    if (editor->way == WITH_READLINE) {
        rl_eof_found = 0; /* its line end has been written */
        rl_deprep_terminal();
    }
    if (editor->way == ON_PLAIN_TERMINAL)
        cli_plain_give_back(&editor->plain);
    release_signals(editor);
    editor->run->editor = current = NULL;
}

/* --- Reading --------------------------------------------------------------------------------- */
/* NULL: end of input. */
static void got_line(char *line)
{
    rl_callback_handler_remove();
    current->have_line = true;
    current->ended = !line;
    current->size = line ? strlen(line) : 0;
    if (current->size <= CLI_MAX_TYPED)
        memcpy(current->lines.at, line ? line : "", current->size);
    free(line);
}

/* As far as what is there goes. */
static void take_keys(cli_editor *editor)
{
    do
        rl_callback_read_char();
    while (!editor->have_line && !interrupted && cli_input_has(&editor->input));
}

static cli_typed read_edited(cli_editor *editor, const char *prompt, rung_text *out)
{
    editor->have_line = false;
    editor->input.replaced = false;
    rl_callback_handler_install(prompt, got_line);
    while (!editor->have_line && (cli_input_has(&editor->input) || wait_for_input(editor)))
        take_keys(editor);
    if (!editor->have_line || interrupted) {
        rl_callback_handler_remove();
        return CLI_TYPED_INTERRUPTED;
    }
    *out = (rung_text){editor->lines.at, editor->size};
    editor->problem = editor->size > CLI_MAX_TYPED ? too_long
                      : editor->input.replaced     ? unsafe
                                                   : NULL;
    return editor->ended ? CLI_TYPED_END : CLI_TYPED_LINE;
}

/* Nothing marks here what is pasted; but then the next line comes at once. */
static cli_typed read_plain(cli_editor *editor, const char *prompt, rung_text *out)
{
    enum { AT_ONCE = 4 }; /* ms */
    editor->plain.prompt = prompt;
    editor->input.replaced = false;
    bool read = cli_plain_read(&editor->plain);
    if (interrupted)
        return CLI_TYPED_INTERRUPTED;
    if (!read)
        return CLI_TYPED_END;
    *out = (rung_text){editor->plain.at, editor->plain.size};
    editor->problem = cli_input_drop_lines(&editor->input, AT_ONCE) ? several
                      : out->size > CLI_MAX_TYPED                   ? too_long
                      : editor->input.replaced                      ? unsafe
                                                                    : NULL;
    return CLI_TYPED_LINE;
}

static cli_typed read_lines(cli_editor *editor, rung_text *out)
{
    switch (cli_lines_next(&editor->lines, out)) {
    case CLI_LINE_READ:
        return CLI_TYPED_LINE;
    case CLI_LINE_TOO_LONG:
        editor->problem = too_long;
        return CLI_TYPED_LINE;
    case CLI_LINE_STOPPED:
        return CLI_TYPED_INTERRUPTED;
    default:
        return CLI_TYPED_END;
    }
}

/* Lines that came before anybody could see what is asked now are no answers to it: several were
 * pasted at once. */
static void drop_early_lines(cli_editor *editor)
{
    if (editor->run->terminal.in && cli_input_drop_lines(&editor->input, 0))
        cli_say(editor->run, "More lines came before this was asked. They were not taken: one "
                             "answer at a time, please.");
}

static cli_typed read_once(cli_editor *editor, const char *prompt, rung_text *out)
{
    drop_early_lines(editor);
    if (!cli_flush(editor->run))
        return CLI_TYPED_END;
    switch (editor->way) {
    case WITH_READLINE:
        return read_edited(editor, prompt, out);
    case ON_PLAIN_TERMINAL:
        return read_plain(editor, prompt, out);
    default:
        return read_lines(editor, out);
    }
}

cli_typed cli_editor_read(cli_editor *editor, const char *prompt, rung_text *out)
{
    cli_typed typed;
    do {
        editor->problem = NULL;
        typed = read_once(editor, prompt, out);
        if (typed == CLI_TYPED_LINE && editor->problem)
            cli_say(editor->run, "%s", editor->problem);
    } while (typed == CLI_TYPED_LINE && editor->problem);
    bool ended = typed != CLI_TYPED_LINE;
    if (ended && editor->run->terminal.in && editor->run->terminal.out)
        rung_print(&editor->run->out, "\n");
    return typed;
}
