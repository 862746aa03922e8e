#include "line_input.h"

#include "base/base.h"

#include <poll.h>
#include <string.h>
#include <unistd.h>

void cli_input_init(cli_input *input, int fd, bool (*wait)(void *ctx), void *ctx)
{
    memset(input, 0, sizeof *input);
    input->fd = fd;
    input->wait = wait;
    input->ctx = ctx;
}

bool cli_input_has(const cli_input *input)
{
    return input->rest_at < input->rest_end || input->ahead_at < input->ahead_end || input->ended;
}

/* Reads behind what is in `ahead`; only where that is empty or something is there to read. */
static void fill(cli_input *input)
{
    ssize_t got =
        read(input->fd, input->ahead + input->ahead_end, CLI_MAX_AHEAD - input->ahead_end);
    input->ended = got <= 0;
    input->ahead_end += got > 0 ? (size_t)got : 0;
}

/* A byte at a time: Readline looks at the terminal to know whether more is coming, and shows a
 * pasted text in one go if it is. */
static int raw_byte(cli_input *input)
{
    unsigned char byte;
    if (input->ahead_at < input->ahead_end)
        return input->ahead[input->ahead_at++];
    if (input->ended || !input->wait(input->ctx))
        return -1;
    return read(input->fd, &byte, 1) == 1 ? byte : -1;
}

static void put_back(cli_input *input, int byte)
{
    if (input->ahead_at == 0) /* it did not come from there, so there is nothing in it */
        input->ahead_at = input->ahead_end = 1;
    input->ahead[--input->ahead_at] = (unsigned char)byte;
}

static size_t size_of_character(int first)
{
    return first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
}

/* The bytes behind the first of a character into `rest`; -1 if the wait was given up. */
static int read_rest(cli_input *input, int first)
{
    size_t size = size_of_character(first);
    input->rest[0] = (unsigned char)first;
    input->rest_at = 0;
    input->rest_end = 1;
    while (input->rest_end < size) {
        int byte = raw_byte(input);
        if (byte < 0)
            return -1;
        if ((byte & 0xC0) != 0x80) {
            put_back(input, byte);
            return 0;
        }
        input->rest[input->rest_end++] = (unsigned char)byte;
    }
    return 0;
}

static bool may_be_echoed(const cli_input *input)
{
    const char *at = (const char *)input->rest, *end = at + input->rest_end;
    int32_t code = rung_utf8_next(&at, end);
    return code >= 0 && at == end && !rung_char_unsafe(code);
}

int cli_input_next(cli_input *input)
{
    if (input->rest_at < input->rest_end)
        return input->rest[input->rest_at++];
    int byte = raw_byte(input);
    if (byte < 0 || (byte > 0 && byte < 0x80))
        return byte;
    if (read_rest(input, byte) < 0)
        return -1;
    if (!may_be_echoed(input)) {
        input->replaced = true;
        input->rest_at = input->rest_end = 0;
        return '?';
    }
    return input->rest[input->rest_at++];
}

/* --- What came too early --------------------------------------------------------------------- */
static bool is_there(int fd, int milliseconds)
{
    struct pollfd one = {.fd = fd, .events = POLLIN};
    return poll(&one, 1, milliseconds) > 0;
}

static bool has_line(const cli_input *input)
{
    const unsigned char *from = input->ahead + input->ahead_at;
    size_t size = input->ahead_end - input->ahead_at;
    return memchr(from, '\n', size) || memchr(from, '\r', size);
}

bool cli_input_drop_lines(cli_input *input, int patience)
{
    enum { PAUSE = 20 }; /* ms: pasted text comes in pieces */
    bool dropped = false;
    input->rest_at = input->rest_end = 0;
    memmove(input->ahead, input->ahead + input->ahead_at, input->ahead_end - input->ahead_at);
    input->ahead_end -= input->ahead_at;
    input->ahead_at = 0;
    while (!input->ended && is_there(input->fd, dropped ? PAUSE : patience)) {
        fill(input);
        dropped = dropped || has_line(input) || input->ahead_end == CLI_MAX_AHEAD;
        if (dropped)
            input->ahead_end = 0;
    }
    return dropped;
}
