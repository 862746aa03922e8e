#!/usr/bin/python3
"""Whole interviews at 40, 80 and 200 columns, in UTF-8 and C, in colour, plain, and on a dumb terminal;
with the window resized in the middle.

usage: whole.py RUNG CONTENT ROLE"""

import random
import re
import sys
import unicodedata

from person import Person
from terminal import SEQUENCE, Box, Failure, check

WIDEST = 100  # lines are no longer on a wider window
PROMPT_LINE = re.compile(r"^(Your answers? \(|Enter for your result|Number to change|Your note)")
OPTION = re.compile(r"^[ *] *-?\d+  ")


def width_of(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in line)


def check_lines(text, width):
    """None too wide; a line that goes on an option stands under its label, not under its number."""
    label = None
    for line in text.split("\n"):
        if PROMPT_LINE.match(line):
            label = None
            continue
        check(width_of(line) <= min(width, WIDEST), f"wider than {width}: {line!r}")
        option = OPTION.match(line)
        if option:
            label = option.end()
        elif label and line.startswith(" ") and not line.startswith(" " * label):
            raise Failure(f"does not hang under its label: {line!r}")
        elif not line.startswith(" "):
            label = None


def interview(box, role, width, then=None, *words, **more):
    """Returns all that was on the screen, without what the person typed."""
    person = Person(box, role, random.Random(7), width=width, **more).start("take", role, *words)
    screens, count = [person.terminal.text()], 0
    while person.at is not None:
        if then and count == 12:
            check_lines("".join(screens), width)
            person.terminal.resize(then)
            person.terminal.settle()
            person.line(":status")
            screens, width = [], then
        if count % 10 == 3:
            for words in ("?", ":why", ":status"):
                screens.append(person.line(words).split("\n", 1)[1])
        person.answer()
        screens.append(person.terminal.text().split("\n", 1)[1])
        count += 1
    screens.append(person.line(":review").split("\n", 1)[1])
    person.line("")
    person.terminal.send("\r")
    check(person.terminal.wait() == 0, "the result does not come", person.terminal)
    screens.append(person.terminal.text().split("\n", 1)[1])
    check("The full report: " in " ".join(screens[-1].split()), "no result", person.terminal)
    check_lines("".join(screens), width)
    person.terminal.close()
    person.check_store()
    raw = person.terminal.raw.decode()
    person.check_report(f"{box.home}/answers.json")
    return "".join(screens), raw


def all_ways(box, role):
    for width in (40, 80, 200):
        for locale in ("C.UTF-8", "C"):
            text, raw = interview(box, role, width, LC_ALL=locale)
            check("\x1b[1m" in raw, "no colour")
            if locale == "C":
                typed = re.sub(r"café|\?", "", text)
                check(typed.isascii(), "more than ASCII is shown: "
                      f"{[line for line in typed.splitlines() if not line.isascii()][:3]}")
            else:
                check("\u2588" in text and "\u00b7" in text, "no bar")


def resized(box, role):
    for before, after in ((80, 40), (40, 200), (200, 30)):
        interview(box, role, before, after)


def plain(box, role):
    """Lines that are only added to, nothing beyond ASCII, no bar, no hint that was not asked for."""
    ways = (("--plain",), {}), ((), {"ACCESSIBLE": "1"}), ((), {"TERM": "dumb"})
    shown = set()
    for words, more in ways:
        text, raw = interview(box, role, 80, None, *words, **more)
        raw = raw.replace("café", "")
        check(not SEQUENCE.search(raw.replace("\r\n", "\n")), "the cursor is moved")
        check(raw.isascii(), "more than ASCII is shown")
        check("##" not in text and "...." not in text, "a bar is shown")
        check(text.count(":quit") <= 1 + text.count(":help  "), "a hint nobody asked for")
        shown.add(re.sub(r"rung (?:resume|report|plan) \w+", "", text))
    check(len(shown) == 1, "the three ways to plain are not the same")


rung, content, role = sys.argv[1:4]
try:
    for test in (all_ways, resized, plain):
        with Box(rung, content) as box:
            test(box, role)
        print(f"ok      {test.__name__}", flush=True)
except Failure as problem:
    sys.exit(f"FAILED  {problem}")
