#!/usr/bin/python3
"""Notes and the review at a terminal: written, shown, kept; what is pasted into one; and a long
interview's answers page by page.

usage: notes.py RUNG CONTENT [NAME...]"""

import json
import random
import re
import signal

from nasty import NASTY, RAW, bracketed, nothing_raw
from person import Person, squeezed
from terminal import Terminal, check, main

ROLE = "patient-liaison"
WAYS = [(40, {}), (80, {}), (40, {"LC_ALL": "C"}), (80, {"ACCESSIBLE": "1"})]
MORE = re.compile(r'Type "more" for the next page \((\d+) more\)')
BECAME_OF_IT = re.compile(r"Noted|cannot be kept|cannot be\s+shown")
PAGES_END = "Number to change, or Enter to go on"


def person_of(box, width, count, **more):
    """Somebody who has answered the first questions, at a terminal of 24 lines."""
    person = Person(box, ROLE, random.Random(11), width=width, height=24, **more)
    person.start("take", ROLE)
    for _ in range(count):
        person.answer()
    return person


def check_widths(text, width):
    for line in text.split("\n")[1:-1]:  # the first is what was typed, the last the prompt
        check(len(line) <= width, f"wider than {width}: {line!r}")


def written_and_shown(box):
    for width, more in WAYS:
        person = person_of(box, width, 4, **more)
        question, text = person.at["id"], "in May, on the phone, and once more in June at the desk"
        shown = person.line(f":note {text}")
        check("Noted." in shown, "not said", person.terminal)
        check("Question" not in shown, "the question is shown again", person.terminal)
        check_widths(shown, width)
        check(box.notes(person.session) == {question: text}, "not kept", person.terminal)
        shown = person.line(":note")
        check(f"Your note: {text}" in squeezed(shown), "not shown", person.terminal)
        check_widths(shown, width)
        person.line("")
        check(box.notes(person.session) == {question: text}, "Enter changed it", person.terminal)
        person.line("second thoughts")  # at the question again: no note
        check(box.notes(person.session) == {question: text}, "a line was a note", person.terminal)
        person.terminal.close()


def kept_whatever_happens(box):
    """kill -9 behind the note; the session goes on with it, and shows it with its question."""
    for width, more in WAYS:
        person = person_of(box, width, 3, **more)
        number, question = 4, person.at["id"]
        person.line(":note stays")
        person.gone(signal.SIGKILL)
        check(box.notes(person.session) == {question: "stays"}, "lost")
        person.bar = 0
        person.resume()
        person.line(f":goto {number}")
        check("Your note: stays" in person.terminal.text(), "not shown", person.terminal)
        person.line(":note")
        person.line("changed")
        person.line(f":goto {number}")
        check("Your note: changed" in person.terminal.text(), "not changed", person.terminal)
        person.line(":note -")
        check("Your note is removed" in person.terminal.text(), "not said", person.terminal)
        check(box.notes(person.session) == {}, "not removed")
        person.terminal.close()


def completed_and_helped(box):
    with Terminal(box, "take", ROLE, width=40) as terminal:
        terminal.prompt()
        terminal.send(":no\t tabbed\r")
        terminal.see("Noted")
        terminal.prompt()
        check(":note TEXT" in terminal.line(":help"), "not in the help", terminal)
        check(list(box.notes(box.sessions()[0]["id"]).values()) == ["tabbed"], "not kept", terminal)


def what_is_asked_there(box):
    """Ctrl-C and Ctrl-D where the note is asked for keep all that was confirmed."""
    for key in ("\x03", "\x04"):
        person = person_of(box, 80, 2)
        person.line(":note")
        person.terminal.write("half a no" + ("\x15" if key == "\x04" else ""))
        person.terminal.write(key)
        check(person.terminal.wait() == 130, "another status", person.terminal)
        person.check_store()
        person.terminal.close()


def nasty_notes(box):
    """Pasted: kept as it is, or refused; shown harmlessly either way."""
    for width, more in ((40, {}), (80, {"LC_ALL": "C"})):
        with Terminal(box, "take", ROLE, width=width, **more) as terminal:
            terminal.prompt()
            for what, data in NASTY.items():
                terminal.send(b":note " + bracketed(data) + b"\r")
                terminal.see(BECAME_OF_IT)
                terminal.prompt()
                terminal.line(":note")
                terminal.line("")
                nothing_raw(terminal, what)
            raw = terminal.raw.decode()
            check("Noted" in raw and "cannot be shown on" in raw, "not both were seen")
            terminal.line(":review")
            terminal.settle()
            nothing_raw(terminal, "the review")


def nasty_notes_in_a_file(box):
    """Kept as they are, since nobody sees them on the way; harmless in all that is written."""
    lines = b"".join(b":note evil " + data + b"\n:review\n\n:note\n\n" for data in NASTY.values())
    shown = box.run("take", ROLE, given=lines)[1]
    session = box.sessions()[0]["id"]
    for data in NASTY.values():
        box.run("resume", session, given=b":note evil " + data + b"\n")
        for words in (("report", session), ("note", session)):
            shown += box.run(*words)[1]
        json.loads(box.run("report", session, "--json")[1])
    check(shown.count("evil") > len(NASTY), "nothing is shown")
    for bytes_ in RAW:
        check(bytes_ not in shown.encode(), f"{bytes_!r} is shown")


def too_long(box):
    """Longer than any line may be, and longer than a note may be."""
    with Terminal(box, "take", ROLE, width=40) as terminal:
        terminal.prompt()
        terminal.line(":note")
        terminal.send(bracketed(b"x" * (160 << 10)))
        terminal.send("\r")
        terminal.see("That line is too long")
        terminal.prompt()
        terminal.line("short")
        notes = box.notes(box.sessions()[0]["id"])
        check(list(notes.values()) == ["short"], f"kept: {notes}", terminal)
    with Terminal(box, "take", ROLE) as terminal:
        terminal.prompt()
        terminal.send(bracketed(":note " + "y" * 2001))
        terminal.write("\r")
        terminal.see(r"2001 characters, at most 2000 fit\.\n.*: :note y+$")
        check(box.notes(box.sessions()[0]["id"]) == {}, "kept", terminal)
        terminal.line("\x7f")  # it stands there to be mended: one less fits
        check("Noted" in terminal.text(), "not mended", terminal)


def pages(person, width):
    """All pages of the review: each fits the window, and together they hold every answer once."""
    shown, page = [], person.line(":review")
    while True:
        check(page.count("\n") < 24, f"a page of {page.count(chr(10))} lines", person.terminal)
        check_widths(page, width)
        shown += [int(n) for n in re.findall(r"^ {0,2}(\d+)  \S", page, re.MULTILINE)]
        more = MORE.search(squeezed(page))
        if not more:
            check(PAGES_END in page, "no end", person.terminal)
            return shown
        check(int(more.group(1)) == len(person.told) - len(shown), "another number is to come",
              person.terminal)
        page = person.line("more")


def reviewed(box):
    for width, more in WAYS:
        person = person_of(box, width, 6, **more)
        person.line(":note why so few?")
        person.finish()
        shown = pages(person, width)
        check(shown == list(range(1, len(person.told) + 1)), f"listed: {shown}", person.terminal)
        # a number leads there from any page, and a note is marked
        person.line(":review")
        check("(note)" in person.terminal.text() + person.line("more"), "no mark", person.terminal)
        person.line("7")
        check("Your note: why so few?" in person.terminal.text(), "not there", person.terminal)
        person.terminal.close()


def reviewed_in_another_window(box):
    """Taller in the middle: the next page holds what fits then."""
    person = person_of(box, 80, 30)
    first = person.line(":review")
    check(MORE.search(squeezed(first)), "all at once", person.terminal)
    person.terminal.resize(80, 200)
    person.terminal.settle()
    check(PAGES_END in person.line("more"), "not all that fits", person.terminal)
    person.terminal.close()


main([written_and_shown, kept_whatever_happens, completed_and_helped, what_is_asked_there,
      nasty_notes, nasty_notes_in_a_file, too_long, reviewed, reviewed_in_another_window])
