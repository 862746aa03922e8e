#!/usr/bin/python3
"""kill -9 after every single answer of an interview: what was accepted is there, what was not is not.

usage: killed.py RUNG CONTENT ROLE [SEED]"""

import random
import sys

from person import Person
from terminal import Box, Failure, check


def after_each_answer(box, role, seed):
    """The next question is on the screen: the answer before it is on the disk. What was typed behind
    it without Enter is not."""
    person = Person(box, role, random.Random(seed)).start("take", role)
    killed = 0
    while person.at is not None:
        if person.answer():
            person.check_store()
        if person.at is not None:
            person.terminal.write(person.pick()[0])
        person.gone()
        person.check_store()
        killed += 1
        person.resume()
    check("That was the last question" in person.terminal.text(), "not at the end", person.terminal)
    person.gone()
    person.check_report(f"{box.home}/answers.json")
    return killed


def while_it_is_saved(box, role, seed):
    """Killed somewhere between Enter and the next question: the answer is there or it is not, and
    nothing else has changed."""
    person = Person(box, role, random.Random(seed)).start("take", role)
    there = lost = 0
    while person.at is not None and there + lost < 40:
        question = person.at["id"]
        typed, written = person.pick()
        person.terminal.write(typed + "\r")
        person.terminal.read(person.random.random() * 0.012)
        person.gone()
        stored = box.answers(person.session)
        if stored.get(question) == written:
            person.told[question] = written
            there += 1
        else:
            lost += 1
        person.check_store()
        person.resume()
    person.gone()
    return f"{there} there, {lost} not"


rung, content, role = sys.argv[1:4]
seed = sys.argv[4] if len(sys.argv) > 4 else "1"
try:
    for test in (after_each_answer, while_it_is_saved):
        with Box(rung, content) as box:
            print(f"ok      {test.__name__}: {test(box, role, seed)}", flush=True)
except Failure as problem:
    sys.exit(f"FAILED  {problem}")
