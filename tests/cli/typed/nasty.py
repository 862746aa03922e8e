"""What nobody types and anybody may paste, and what of it a terminal must never be given."""

from terminal import check

NASTY = {
    "colour": b"\x1b[31mred",
    "clear the screen": b"\x1b[2J\x1b[H",
    "window title": b"\x1b]0;pwned\x07",
    "ask the terminal": b"\x1b[6n\x1b[c\x1bP$q\"p\x1b\\",
    "8-bit sequence": "\u009b31m".encode(),
    "bidi override": "safe \u202egnp.exe".encode(),
    "bidi isolate": "a \u2066b\u2069".encode(),
    "line separator": "a\u2028b".encode(),
    "invalid UTF-8": b"\xff\xfe \xc3( \xed\xa0\x80",
    "cut off in a character": b"x\xe2\x82",
    "NUL": b"a\x00b",
    "overlong": b"\xc0\xaf\xe0\x80\xaf",
}
RAW = [b"\x1b[31m", b"\x1b[2J", b"\x1b]0;", b"\x1b[6n", b"\x1b[c", b"\x1bP", b"\xc2\x9b",
       b"\xe2\x80\xae", b"\xe2\x81\xa6", b"\xe2\x80\xa8", b"\xff", b"\xfe", b"\xed\xa0", b"\x00",
       b"\xc0\xaf"]


def bracketed(data):
    return b"\x1b[200~" + (data.encode() if isinstance(data, str) else data) + b"\x1b[201~"


def nothing_raw(terminal, what):
    for bytes_ in RAW:
        check(bytes_ not in terminal.raw, f"{what}: {bytes_!r} was echoed")
