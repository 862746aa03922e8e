#!/usr/bin/env python3
"""Changes of answers and lifts of a verdict, compared with brute force on small content.

    force.py --changes PATH --cases N --seed S      N sheets; PATH is the program test_changes

A change must close the gap in the reference's score, be as large as it says, and no other may be smaller: every change
of fewer questions is tried, and every one of as many questions that comes before it. Where it says that none closes the
gap, all are tried. The same for lifts, over all sets of requirements and levels.
"""
import argparse
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile

sys.path[:0] = [os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", name) for name in ("proof", "reference")]

import generate                     # noqa: E402
import reference                    # noqa: E402
import small                        # noqa: E402
from reference import TINY          # noqa: E402

SHEETS = 10                         # of one content
MOST_TRIALS = 30000                 # for one requirement; what is larger is passed over, and counted


# ------------------------------------------------------------------------------------------------------------ answers

def values_of(q):
    """Every value, the most of a number that need not be whole by tenths."""
    if q.type == "number" and not q.integer:
        return [q.min + i / 10 for i in range(int(round((q.max - q.min) * 10)) + 1)]
    return list(q.domain)


def steps(q, before, after):
    """docs/format.md, section 7: how far the answer `after` is from `before`, None where there is none."""
    if q.type == "yes-no":
        return 1 if before is None or before != after else 0
    if q.type == "choices":
        return 1 + len(after) if before is None else len(set(before) ^ set(after))
    line = {"choice": q.options, "scale": getattr(q, "scale", None)}.get(q.type)
    place = line.index if line else (lambda value: value - q.min)
    return 1 + place(after) if before is None else abs(place(after) - place(before))


class Unknown(Exception):
    """The reference cannot say it exactly."""


class Requirement:
    """One requirement of one sheet, at the rung aimed at."""

    def __init__(self, sheet, raw, rung, target):
        content = sheet.content
        self.content, self.raw, self.rung, self.target = content, raw, rung, target
        self.stored = dict(sheet.answers)
        own = content.target.names | raw.decided_by()
        fixed = set().union(*(content.reach[n] for n in own - {"rung"}))
        for other in content.requirements:
            fixed |= set().union(*(content.reach[n] - {n} for n in other.decided_by()))
        read = raw.attained.names - {"rung"}
        matters = set().union(*(content.reach[n] for n in read)) - fixed
        self.questions = [q for q in content.questions.values() if q.id in matters and q.type != "text"]
        self.trials = 0

    def closes(self, changes):
        self.trials += 1
        if self.trials > MOST_TRIALS:
            raise Unknown
        answers = {id: list(v) if isinstance(v, tuple) else v for id, v in {**self.stored, **changes}.items()}
        sheet = reference.Sheet(self.content, answers)
        tried = sheet.outcomes((self.raw.attained,), {"rung": self.rung}, reference.clamped)
        if not tried.exact or not all(s.sure for s in sheet.states.values()):
            raise Unknown
        low = min(tried.values | ({0.0} if tried.errors else set()))
        return self.target - low < TINY

    def cost(self, changes):
        return sum(steps(self.content.questions[id], self.stored.get(id), value) for id, value in changes.items())

    def of_size(self, size):
        """Every change of so many questions."""
        for some in itertools.combinations(self.questions, size):
            others = [[v for v in values_of(q) if v != self.stored.get(q.id)] for q in some]
            for values in itertools.product(*others):
                yield dict(zip((q.id for q in some), values))

    def key(self, changes):
        """What orders changes: questions, steps, which questions, steps at each of them."""
        order = [self.content.order[id] for id in changes]
        each = [steps(self.content.questions[id], self.stored.get(id), v) for id, v in changes.items()]
        return len(changes), round(sum(each), 6), order, [round(e, 6) for e in each]

    def smaller(self, found):
        """A change that closes the gap and comes before `found`; None if there is none."""
        for size in range(1, len(found) + 1 if found is not None else len(self.questions) + 1):
            for changes in self.of_size(size):
                before = found is None or self.key(changes) < self.key(found)
                if before and self.closes(changes):
                    return changes
        return None


def check_change(requirement, told, complain):
    """0 if it could not be compared."""
    if told["end"] == "not-found" or (told["end"] == "found" and not told["smallest"]):
        return 0
    found = None
    try:
        if told["end"] == "found":
            found = {id: read(requirement.content.questions[id], word) for id, word in told["answers"].items()}
            found = {q.id: found[q.id] for q in requirement.questions if q.id in found}
            if len(found) != len(told["answers"]):
                complain("changes an answer that decides the aim", told)
            if not requirement.closes(found):
                complain("does not close the gap", told)
            if abs(requirement.cost(found) - told["steps"]) > TINY:
                complain(f"takes {requirement.cost(found)} steps", told)
        better = requirement.smaller(found)
    except Unknown:
        return 0
    if better is not None:
        complain(f"smaller is {better}, {requirement.cost(better)} steps", told)
    return 1


def read(q, word):
    """An answer as `rung answer` writes it."""
    if q.type == "choices":
        return q.in_order(word.split(",") if word else [])
    if q.type == "yes-no":
        return word == "yes"
    if q.type == "scale":
        return int(word)
    return q.as_number(float(word)) if q.type == "number" else word


# -------------------------------------------------------------------------------------------------------------- lifts

def levels_of(row):
    """Where a lift may take it: whole levels up to the target, and the target."""
    low, target = row["attained"]["low"], row["target"]
    return [n for n in range(int(low) + 1, 5) if n < target - TINY] + [target] if row["gap"]["high"] > 0 else []


def verdict_with(sheet, card, lifted):
    """(score, index of the verdict) with these levels in place of the lowest that are possible."""
    dimensions, worst = {}, 0.0
    for row in card["requirements"]:
        attained = lifted.get(row["id"], row["attained"]["low"])
        share = min(1.0, attained / row["target"]) if row["target"] else 1.0
        dimensions.setdefault(row["dimension"], []).append((row["importance"], share))
        gap = row["target"] - attained
        if row["need"] == "essential" and gap >= TINY:
            worst = max(worst, gap)
    score = weights = 0.0
    for raw in sheet.content.dimensions:
        mine = dimensions.get(raw["id"], [])
        if mine:
            weight = reference.number(raw["weight"])
            score += weight * 100 * sum(w * f for w, f in mine) / sum(w for w, _ in mine)
            weights += weight
    score = score / weights if weights else 100.0
    ids = [raw["id"] for raw in sheet.content.verdicts]
    return score, ids.index(sheet.verdict(score, worst))


def cheapest(sheet, card):
    """All lifts to a better verdict, tried by their size: the first in order, or None."""
    now = verdict_with(sheet, card, {})[1]
    rows = [row for row in card["requirements"] if levels_of(row)]
    for size in range(1, len(rows) + 1):
        found = []
        for some in itertools.combinations(range(len(rows)), size):
            for levels in itertools.product(*(levels_of(rows[i]) for i in some)):
                lifted = {rows[i]["id"]: level for i, level in zip(some, levels)}
                if verdict_with(sheet, card, lifted)[1] < now:
                    climbed = sum(level - rows[i]["attained"]["low"] for i, level in zip(some, levels))
                    found.append((round(climbed, 6), list(zip(some, levels)), lifted))
        if found:
            return min(found, key=lambda one: one[:2])[2]
    return None


def check_lift(sheet, card, told, complain):
    best = cheapest(sheet, card)
    score, verdict = verdict_with(sheet, card, told["lifts"])
    if not told["cheapest"]:
        complain("is not proven", told)
    if (told["lifts"] or None) != best:
        complain(f"cheapest is {best}", told)
    elif best and (verdict != told["then"] or abs(score - told["score"]) > 1e-6):
        complain(f"comes to verdict {verdict} with {score}", told)


# ---------------------------------------------------------------------------------------------------------------- run

class Tally:
    def __init__(self):
        self.cases = self.changes = self.none = self.lifts = self.passed_over = self.wrong = 0

    def complain(self, place, what, told):
        self.wrong += 1
        if self.wrong <= 10:
            print(f"{place}: {what}\n  told {json.dumps(told)}")


def check_sheet(content, answers, told, place, tally):
    sheet = reference.Sheet(content, answers)
    rung = sheet.report()["target"]
    card = sheet.score(rung) if rung else {"requirements": []}
    if told["rung"] is None:
        return
    for id, change in told["changes"].items():
        row = next(row for row in card["requirements"] if row["id"] == id)
        requirement = Requirement(sheet, content.by_id[id], rung, row["target"])
        compared = check_change(requirement, change, lambda what, said: tally.complain(f"{place} {id}", what, said))
        tally.changes += compared
        tally.passed_over += not compared
        tally.none += change["end"] == "none"
    if not sheet.doubts["rungs"]:
        check_lift(sheet, card, told["lift"], lambda what, said: tally.complain(f"{place} lift", what, said))
        tally.lifts += bool(told["lift"]["lifts"])


def check_content(program, folder, seed, tally, left):
    made = (small.make if seed % 2 else small.tidy)(seed)
    paths = made.write(folder)
    content = reference.load_content(folder, made.id)
    sheets = [sheet["answers"] for sheet in generate.sheets(content, min(SHEETS, left), seed)]
    run = subprocess.run([program, *paths, *map(json.dumps, sheets)], capture_output=True, text=True)
    if run.returncode != 0 or run.stderr:
        tally.complain(made.id, f"status {run.returncode}: {run.stderr[-1500:]}", None)
        return len(sheets)
    for number, (answers, line) in enumerate(zip(sheets, run.stdout.splitlines())):
        check_sheet(content, answers, json.loads(line), f"{made.id} {json.dumps(answers)}", tally)
    return len(sheets)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--changes", required=True)
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    tally, seeds = Tally(), random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        while tally.cases < options.cases:
            tally.cases += check_content(options.changes, folder, seeds.randrange(10 ** 9), tally, options.cases - tally.cases)
    print(f"{tally.cases} sheets: {tally.changes} changes compared, {tally.none} of none; {tally.lifts} lifts; "
          f"{tally.passed_over} passed over; {tally.wrong} wrong")
    if tally.wrong or not tally.changes or not tally.lifts or tally.passed_over > tally.changes / 4:
        sys.exit(1)


if __name__ == "__main__":
    main()
