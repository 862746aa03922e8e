#!/usr/bin/python3
"""However an interview is stopped, in the middle of a line: what was accepted is there, what was not is
not, and the terminal is as it was. With Readline and with --plain. And two terminals on one session.

usage: stopped.py RUNG CONTENT [NAME...]"""

import os
import pty
import signal
import termios
import time

from terminal import PROMPT, Terminal, check, main

WAYS = ((), ("--plain",))
MODES = slice(0, 4)  # of tcgetattr: what the speeds and keys are does not change


def fresh_modes():
    master, slave = pty.openpty()
    modes = termios.tcgetattr(slave)[MODES]
    os.close(master)
    os.close(slave)
    return modes


FRESH = fresh_modes()


def modes_of(terminal):
    return termios.tcgetattr(terminal.master)[MODES]


def last(box):
    return box.answers(box.sessions()[0]["id"])


def half_way(box, way, **more):
    """One answer is given, and half of the next is typed."""
    terminal = Terminal(box, "take", "barista", *way, **more)
    terminal.prompt()
    terminal.line("2")
    terminal.send("1")
    terminal.settle()
    return terminal


def ended(box, terminal, way, what, status=130):
    check(terminal.wait() == status, f"{what} {way}: ends with {terminal.status}", terminal)
    check("Saved. Go on with: " in terminal.text(), f"{what} {way}: not told", terminal)
    check(modes_of(terminal) == FRESH, f"{what} {way}: the terminal is not as it was")
    check(b"\x1b[?2004h" not in terminal.raw[-200:].split(b"\x1b[?2004l")[-1],
          f"{what} {way}: pastes are still marked")
    check(last(box) == {"target_rung": "senior"}, f"{what} {way}: {last(box)}")


def keys_that_stop(box):
    for way in WAYS:
        for width in (40, 80, 200):
            for locale in ("C.UTF-8", "C"):
                for keys in (b"\x03", b"\x7f\x04", b"\x7f:quit\r"):
                    with half_way(box, way, width=width, LC_ALL=locale) as terminal:
                        terminal.send(keys)
                        ended(box, terminal, way, keys, 0 if b":" in keys else 130)


def signals_that_stop(box):
    for way in WAYS:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with half_way(box, way) as terminal:
                terminal.kill(number)
                ended(box, terminal, way, number)


def killed(box):
    for way in WAYS:
        with half_way(box, way) as terminal:
            terminal.kill(signal.SIGKILL)
            check(terminal.wait() == -9, "is still there")
            check(last(box) == {"target_rung": "senior"}, f"killed {way}: {last(box)}")


def the_terminal_closed(box):
    for way in WAYS:
        with half_way(box, way) as terminal:
            terminal.close()
            # a second hang-up may come when the first has been seen to
            check(terminal.wait() in (1, 130, -signal.SIGHUP), f"closed {way}: ends with {terminal.status}")
            check(last(box) == {"target_rung": "senior"}, f"closed {way}: {last(box)}")


def stopped_and_back(box):
    """Ctrl-Z: the shell finds its terminal as it was; back again, what was typed is still there."""
    for way in WAYS:
        with half_way(box, way) as terminal:
            for keys in ("\x1a", None):
                terminal.write(keys) if keys else terminal.kill(signal.SIGTSTP)
                terminal.stopped()
                check(modes_of(terminal) == FRESH, f"{way}: the terminal is not the shell's")
                terminal.seen = len(terminal.raw)
                terminal.kill(signal.SIGCONT)
                terminal.see(r"Your answer \(\d-\d\): 1$")
                terminal.settle()
                check(modes_of(terminal) != FRESH, f"{way}: the terminal was not taken again")
            terminal.line("")
            check(last(box) == {"target_rung": "senior", "espresso": "1"}, f"{way}: {last(box)}")


def resized_half_way(box):
    """The prompt and what was typed are still there, and count."""
    for way in WAYS:
        with half_way(box, way) as terminal:
            for width in (40, 200, 20, 80):
                terminal.resize(width)
                terminal.settle()
            terminal.line("")
            check(last(box) == {"target_rung": "senior", "espresso": "1"}, f"{way}: {last(box)}")


def ignored_hangup(box):
    """Under nohup a hang-up is no reason to stop."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with half_way(box, ()) as terminal:
            terminal.kill(signal.SIGHUP)
            time.sleep(0.1)
            terminal.line("")
            check(last(box)["espresso"] == "1", f"taken: {last(box)}", terminal)
    finally:
        signal.signal(signal.SIGHUP, before)


def two_terminals(box):
    """Both open at once: neither loses an answer, and the later one is told and reads again."""
    for ways in (((), ()), ((), ("--plain",))):
        with Terminal(box, "take", "barista", *ways[0]) as one:
            one.prompt()
            id_ = box.sessions()[0]["id"]
            with Terminal(box, "resume", id_, *ways[1]) as two:
                two.prompt()
                one.line("2")
                told = {"target_rung": "senior"}
                shown = two.line("1")  # to the question that the other has answered
                check("changed from another window" in shown, "not told", two)
                check("How well do you pull" in shown, "does not go on with the next", two)
                check(box.answers(id_) == told, f"lost: {box.answers(id_)}")
                for n, (terminal, other) in enumerate(((two, one), (one, two))):
                    terminal.line(str(n + 2))
                    told["espresso"] = str(n + 2)
                    check(box.answers(id_) == told, f"lost: {box.answers(id_)}", terminal)
                    shown = other.line(":goto espresso")
                    if n == 0:
                        shown = other.line("1")
                        check("changed from another window" in shown, "not told", other)
                        shown = other.line(":goto espresso")
                    check(box.answers(id_) == told, f"changed: {box.answers(id_)}", other)


def two_terminals_at_the_same_moment(box):
    """Enter in both at once, again and again: one is taken, the person at the other is told."""
    with Terminal(box, "take", "barista") as one:
        one.prompt()
        one.line("2")
        id_ = box.sessions()[0]["id"]
        with Terminal(box, "resume", id_) as two:
            two.prompt()
            for turn in range(12):
                for terminal in (one, two):
                    terminal.line(":goto espresso")
                for terminal, value in ((one, "1"), (two, "3")):
                    terminal.send(value + "\r")
                told = {value: "changed from another window" not in terminal.see(PROMPT)
                        for terminal, value in ((one, "1"), (two, "3"))}
                stored = box.answers(id_)["espresso"]
                check(told == {"1": stored == "1", "3": stored == "3"},
                      f"turn {turn}: {stored} is stored, taken: {told}")


main([keys_that_stop, signals_that_stop, killed, the_terminal_closed, stopped_and_back,
      resized_half_way, ignored_hangup, two_terminals, two_terminals_at_the_same_moment])
