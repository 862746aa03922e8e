#include "plain_editor.h"

#include <unistd.h>

/* --- The terminal ---------------------------------------------------------------------------- */
void cli_plain_take(cli_plain_editor *editor)
{
    if (editor->taken || tcgetattr(editor->input->fd, &editor->before) != 0)
        return;
    struct termios mode = editor->before;
    editor->echo = (mode.c_lflag & ECHO) != 0;
    mode.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
    mode.c_iflag |= ICRNL;
    mode.c_cc[VMIN] = 1;
    mode.c_cc[VTIME] = 0;
    editor->taken = tcsetattr(editor->input->fd, TCSADRAIN, &mode) == 0;
}

void cli_plain_give_back(cli_plain_editor *editor)
{
    if (editor->taken)
        tcsetattr(editor->input->fd, TCSADRAIN, &editor->before);
    editor->taken = false;
}

/* --- The line -------------------------------------------------------------------------------- */
static void show(cli_plain_editor *editor, rung_text text)
{
    if (editor->echo)
        rung_write(editor->out, text);
}

void cli_plain_show(cli_plain_editor *editor)
{
    rung_write(editor->out, rung_text_of(editor->prompt));
    if (editor->size <= editor->limit)
        show(editor, (rung_text){editor->at, editor->size});
    editor->flush(editor->ctx);
}

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* Takes the last character away, on the screen as terminals do it. */
static void erase(cli_plain_editor *editor)
{
    if (editor->size == 0)
        return;
    size_t end = editor->size > editor->limit ? editor->limit : editor->size, start = end - 1;
    while (start > 0 && is_continuation(editor->at[start]))
        start--;
    size_t width = rung_text_width((rung_text){editor->at + start, end - start});
    for (size_t i = 0; i < width; i++)
        show(editor, RUNG_TEXT("\b \b"));
    editor->size = start;
    if (start == 0)
        editor->input->replaced = false;
}

static void erase_word(cli_plain_editor *editor)
{
    while (editor->size > 0 && editor->at[editor->size - 1] == ' ')
        erase(editor);
    while (editor->size > 0 && editor->at[editor->size - 1] != ' ')
        erase(editor);
}

static void add(cli_plain_editor *editor, int byte)
{
    if (editor->size < editor->limit) {
        editor->at[editor->size] = (char)byte;
        show(editor, (rung_text){editor->at + editor->size, 1});
    }
    editor->size += editor->size <= editor->limit;
}

/* False at the end of input. */
static bool take_key(cli_plain_editor *editor, int key)
{
    enum { CTRL_W = 0x17 };
    const cc_t *keys = editor->before.c_cc;
    if (key == keys[VEOF])
        return editor->size > 0;
    if (key == keys[VERASE] || key == '\b' || key == 0x7F) {
        erase(editor);
    } else if (key == keys[VKILL]) {
        while (editor->size > 0)
            erase(editor);
    } else if (key == CTRL_W) {
        erase_word(editor);
    } else if (key >= ' ' || key == '\t') {
        add(editor, key);
    } else { /* the key of an arrow, or something pasted that must not be shown */
        add(editor, '?');
        editor->input->replaced = true;
    }
    return true;
}

bool cli_plain_read(cli_plain_editor *editor)
{
    editor->size = 0;
    cli_plain_show(editor);
    for (;;) {
        int key = cli_input_next(editor->input);
        if (key == '\n') {
            show(editor, RUNG_TEXT("\n"));
            return true;
        }
        if (key < 0 || !take_key(editor, key))
            return false;
        if (!cli_input_has(editor->input))
            editor->flush(editor->ctx);
    }
}
