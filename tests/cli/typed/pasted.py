#!/usr/bin/python3
"""What gets pasted: refused or stored as it is; never executed, never echoed raw, and never taken for
answers to questions that nobody has seen.

usage: pasted.py RUNG CONTENT [NAME...]"""

import json
import time

from nasty import NASTY, RAW, bracketed, nothing_raw
from terminal import PROMPT, Terminal, check, main

def start(box, *words, **more):
    terminal = Terminal(box, "take", "barista", *words, **more)
    terminal.prompt()
    return terminal


def at_the_text(box, *words, **more):
    """A session of which only the text question is open."""
    path = f"{box.home}/nearly.yaml"
    with open(path, "w", encoding="utf-8") as file:
        file.write("target_rung: junior\nespresso: 3\nmilk: [none]\nyears: 0\nqueue: smile\n")
    return start(box, "--answers", path, *words, **more)


def last(box):
    return box.answers(box.sessions()[0]["id"])


def ten_lines_at_once(box):
    with start(box) as terminal:
        terminal.send("\r".join("1233112211") + "\r")
        terminal.see(r"More lines came before this was asked")
        terminal.see(PROMPT)
        check(last(box) == {"target_rung": "junior"}, f"taken: {last(box)}", terminal)
        # what is typed now counts again
        terminal.line("3")
        check(last(box) == {"target_rung": "junior", "espresso": "3"}, f"taken: {last(box)}")


def ten_lines_in_pieces(box):
    """As a slow line brings them: each piece is late, none is late by much."""
    with start(box) as terminal:
        terminal.send("1\r2\r")
        for piece in ("3\r", "1,2\r1", "\r4"):
            time.sleep(0.004)
            terminal.write(piece)
        terminal.see(r"More lines came")
        terminal.see(PROMPT)
        check(last(box) == {"target_rung": "junior"}, f"taken: {last(box)}", terminal)


def ten_lines_bracketed(box):
    """They stand in the line, and wait for Enter; and then they are no answer."""
    with start(box) as terminal:
        terminal.send(bracketed("1\n2\n3\n1\n2\n3\n1\n2\n3\n1\n"))
        time.sleep(0.2)
        terminal.read(0.1)
        check(last(box) == {}, f"taken: {last(box)}", terminal)
        terminal.send("\r")
        terminal.see(r"several lines at once\. One answer at a time")
        terminal.see(PROMPT)
        check(last(box) == {}, f"taken: {last(box)}", terminal)
        # one line with a line end behind it is what people copy from a list
        terminal.send(bracketed("senior\n"))
        terminal.line("")
        check(last(box) == {"target_rung": "senior"}, f"taken: {last(box)}", terminal)


def commands_in_a_bracketed_paste(box):
    with at_the_text(box) as terminal:
        terminal.send(bracketed(":quit\n:skip\nand so on"))
        terminal.send("\r")
        terminal.see(r"There is no command")
        check("remarks" not in last(box), "taken")


def a_text_of_several_lines(box):
    with at_the_text(box) as terminal:
        terminal.send(bracketed("first\nsecond"))
        terminal.line("")
        check(last(box)["remarks"] == "first\nsecond", f"stored: {last(box)}", terminal)


def lines_before_the_first_question(box):
    """Typed while the program starts: not one of them was meant for it."""
    with Terminal(box, "take", "barista") as terminal:
        terminal.write("1\r2\rrung list\r")
        terminal.see(PROMPT)
        time.sleep(0.1)
        terminal.read(0.1)
        check(last(box) == {}, f"taken: {last(box)}", terminal)


def lines_at_once_with_plain(box):
    for paste in (b"2\n3\n4\n", b"2\r3\r", bracketed("2\n3\n")):
        with start(box, "--plain") as terminal:
            terminal.send(paste)
            terminal.see(r"Several lines came at once\. None was taken")
            terminal.see(PROMPT)
            check(last(box) == {}, f"taken: {last(box)}", terminal)
            terminal.line("2")
            check(last(box) == {"target_rung": "senior"}, f"taken: {last(box)}", terminal)


def lines_at_once_in_a_plain_text(box):
    with at_the_text(box, "--plain") as terminal:
        terminal.send("first\nsecond\n")
        terminal.see(r"Several lines came at once")
        check("remarks" not in last(box), f"taken: {last(box)}", terminal)


PLAIN = ({"words": ("--plain",)}, {"TERM": "dumb"}, {"ACCESSIBLE": "1", "LC_ALL": "C"})


def plainly(box, where=start):
    for how in PLAIN:
        words = how.get("words", ())
        yield lambda: where(box, *words, **{k: v for k, v in how.items() if k != "words"})


def nasty_with_plain(box):
    """Nothing but what we show is on the screen; and the terminal is not asked to mark pastes."""
    for number, enter in enumerate(plainly(box, at_the_text)):
        for what, data in list(NASTY.items())[:: 1 if number == 0 else 4]:
            with enter() as terminal:
                terminal.send(data + b"\r")
                terminal.see(r"cannot be shown on a terminal")
                terminal.see(PROMPT)
                nothing_raw(terminal, what)
                check(b"\x1b" not in terminal.raw, f"{what}: an escape sequence", terminal)
                check("remarks" not in last(box), f"{what}: taken", terminal)


def nasty_with_plain_taken_back(box):
    """The keys of arrows are no answer, and no mistake once they are erased."""
    for enter in plainly(box):
        with enter() as terminal:
            terminal.send(b"\x1b[A" + b"\x7f" * 3 + b"1")
            terminal.line("")
            check(last(box) == {"target_rung": "junior"}, f"taken: {last(box)}", terminal)


def one_megabyte_with_plain(box):
    for enter in plainly(box):
        with enter() as terminal:
            terminal.send(b"x" * (1 << 20) + b"\r")
            terminal.see(r"That line is too long")
            terminal.see(PROMPT)
            check(len(terminal.raw) < 1 << 20, "a megabyte is shown")
            terminal.line("1")
            check(last(box) == {"target_rung": "junior"}, f"taken: {last(box)}", terminal)


def keys_with_plain(box):
    """Those of the terminal: a character, a word, the line; beyond ASCII, too. What is typed is seen."""
    with at_the_text(box, "--plain") as terminal:
        terminal.send("no\x15one caf\u00e9\u6f22\x7f\x7fe two\x17\x17cup \u00e9\b\x7f")
        terminal.settle()
        check("one caf\u00e9" in terminal.text(), "what is typed is not shown", terminal)
        terminal.write("\r")
        terminal.see(PROMPT)
        check(last(box)["remarks"] == "one cup", f"stored: {last(box)}", terminal)


def a_key_typed_early_is_not_lost_with_plain(box):
    with start(box, "--plain") as terminal:
        terminal.send("1\r3")
        terminal.see(r"pull an espresso[^$]*\): 3$")
        terminal.line("")
        check(last(box)["espresso"] == "3", f"taken: {last(box)}", terminal)


def a_key_typed_early_is_not_lost(box):
    with start(box) as terminal:
        terminal.send("1\r3")
        terminal.see(r"pull an espresso[^$]*\): 3$")
        terminal.line("")
        check(last(box)["espresso"] == "3", f"taken: {last(box)}", terminal)


def one_megabyte(box):
    for wrap, locale in ((bytes, "C.UTF-8"), (bracketed, "C")):
        with start(box, LC_ALL=locale) as terminal:
            terminal.send(wrap(b"x" * (1 << 20)))
            terminal.send("\r")
            terminal.see(r"That line is too long")
            terminal.see(PROMPT)
            check(len(terminal.raw) < 4 << 20, "a megabyte is shown again and again")
            terminal.line("1")
            check(last(box) == {"target_rung": "junior"}, f"taken: {last(box)}", terminal)


def nasty_at_a_choice(box):
    for locale in ("C.UTF-8", "C"):
        for what, data in NASTY.items():
            with start(box, LC_ALL=locale) as terminal:
                terminal.send(bracketed(data))
                terminal.line("")
                terminal.line(":status")  # whatever became of the line, it goes on
                nothing_raw(terminal, what)
                check(last(box) == {}, f"{what}: taken", terminal)


def nasty_typed(box):
    """Not marked as pasted: some of it is keys then."""
    for what, data in NASTY.items():
        with start(box) as terminal:
            terminal.send(data + b" \x01\x0b")  # to the start of the line, and all behind it away
            terminal.send("\r")
            terminal.see(PROMPT)
            terminal.line(":status")
            nothing_raw(terminal, what)
            check(last(box) == {}, f"{what}: taken", terminal)


def nasty_in_a_text(box):
    """Kept as it is, or refused; shown harmlessly either way."""
    for what, data in NASTY.items():
        with at_the_text(box) as terminal:
            terminal.send(bracketed(data))
            shown = terminal.line("")
            if "That was the last question" in shown:
                check(last(box)["remarks"].encode() == data, f"{what}: changed", terminal)
            else:
                check("remarks" not in last(box), f"{what}: taken", terminal)
            terminal.send(":review\r")
            terminal.see(PROMPT)
            nothing_raw(terminal, what)
            id_ = box.sessions()[0]["id"]
            status, out, _ = box.run("report", id_)
            check(status == 0, f"{what}: no report")
            for bytes_ in RAW:
                check(bytes_ not in out.encode(), f"{what}: in the report")
            json.loads(box.run("report", id_, "--json")[1])


main([ten_lines_at_once, ten_lines_in_pieces, ten_lines_bracketed, commands_in_a_bracketed_paste,
      a_text_of_several_lines, lines_before_the_first_question, lines_at_once_with_plain,
      lines_at_once_in_a_plain_text, a_key_typed_early_is_not_lost,
      a_key_typed_early_is_not_lost_with_plain, one_megabyte, one_megabyte_with_plain,
      nasty_at_a_choice, nasty_typed, nasty_in_a_text, nasty_with_plain,
      nasty_with_plain_taken_back, keys_with_plain])
