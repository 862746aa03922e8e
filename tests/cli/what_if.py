#!/usr/bin/python3
"""What `rung what-if` says is what a session with those answers says: what_if.py RUNG CONTENT...

Random people, random changes. The `before` of a trial is the session's own report, its `after` the
report of the session once `rung answer` has saved the same words, and the store is the same bytes
before and after the trial.
"""
import json
import os
import random
import sys
import tempfile

from box import Box, expect

RUNG, CONTENTS = sys.argv[1], sys.argv[2:]
PEOPLE = 6  # a role
TRIALS = 4  # a person


def value_of(question, dice):
    """A value of a question as `rung answer` takes it."""
    kind = question["type"]
    if kind in ("choice", "choices"):
        return dice.choice(question["options"])
    if kind == "scale":
        return str(dice.choice(question["values"]))
    if kind == "number":
        return str(dice.randint(0, 10))
    return dice.choice(["yes", "no"]) if kind == "yes-no" else "some words"


def side(report):
    """What a side of the trial and a report have in common."""
    return {key: report[key]
            for key in ("target", "score", "verdict", "gaps", "unanswered", "blocked-by")}


def requirements(report):
    return {one["id"]: one for one in report["requirements"]}


def check_changes(trial, before, after):
    """Each requirement whose gap moved is named, as both reports have it, and no other."""
    if before["blocked-by"] or after["blocked-by"]:
        return
    was, now = requirements(before), requirements(after)
    moved = set()
    for one in was.keys() | now.keys():
        gaps = [side[one]["gap"] if one in side else {"low": 0, "high": 0} for side in (was, now)]
        if any(abs(gaps[0][end] - gaps[1][end]) > 1e-9 for end in ("low", "high")):
            moved.add(one)
    expect("changes", {one["requirement"] for one in trial["changes"]}, moved)
    for one in trial["changes"]:
        expect("before", one["before"], was.get(one["requirement"]))
        expect("after", one["after"], now.get(one["requirement"]))
        closed = one["requirement"] in before["gaps"] and one["requirement"] not in after["gaps"]
        expect(one["requirement"], one["gap"] in ("closes", "drops"), closed)


def try_answers(box, questions, dice):
    words = [f"{q['id']}={value_of(q, dice) if dice.random() < 0.9 else ''}"
             for q in dice.sample(questions, dice.randint(1, min(4, len(questions))))]
    before, bytes_before = box.json("report"), box.bytes()
    trial = box.json("what-if", *words)
    expect("the store", box.bytes() == bytes_before, True)
    expect("before", trial["before"], side(before))
    box.run("answer", before["session"]["id"], *words)
    after = box.json("report")
    expect(f"after {words}", trial["after"], side(after))
    check_changes(trial, before, after)
    return len(trial["changes"])


def check_role(content, role, seed):
    dice = random.Random(f"{role} {seed}")
    changes = 0
    with tempfile.TemporaryDirectory() as folder:
        box = Box(RUNG, folder, content)
        questions = questions_of(box, role)
        for _ in range(PEOPLE):
            chance = dice.random()
            answers = {q["id"]: value_of(q, dice) for q in questions if dice.random() < chance}
            box.run("take", role, "--no-input")
            session = box.json("list")[0]["id"]
            if answers:
                box.run("answer", session, *(f"{q}={value}" for q, value in answers.items()))
            blocking = box.json("report")["blocked-by"]
            if blocking and dice.random() < 0.7:
                box.run("answer", session, *(f"{q['id']}={value_of(q, dice)}"
                                             for q in questions if q["id"] in blocking))
            changes += sum(try_answers(box, questions, dice) for _ in range(TRIALS))
    return changes


def questions_of(box, role):
    return json.loads(box.run("show", role, "--questions", "--json"))["questions"]


changed = 0
for folder in CONTENTS:
    for name in sorted(os.listdir(os.path.join(folder, "rules"))):
        changed += check_role(folder, os.path.splitext(name)[0], 1)
if changed < 20:
    sys.exit(f"only {changed} gaps moved: the trials try nothing")
print(f"{changed} gaps moved as they were said to")
