#!/usr/bin/python3
"""What `rung explain` says is so: explain.py RUNG PEOPLE SEED RULES...

RULES is a file, or a number: so many random small roles.

Random people. For each: the losses of the sum add up to 100 - score; every requirement of it is what the report says;
each step of each expression comes to what it says, by the reference's own evaluator, which tries all that is open; the
loss follows from the shares; and with the answers of a change, tried by `rung what-if`, the gap is closed.
"""
import json
import os
import random
import re
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [here, os.path.join(here, "..", "reference"), os.path.join(here, "..", "proof")]

import generate                     # noqa: E402
import reference                    # noqa: E402
import small                        # noqa: E402
from box import Box, expect      # noqa: E402
from reference import TINY          # noqa: E402


def near(what, found, expected):
    if abs(found - expected) > TINY:
        expect(what, found, expected)


# ------------------------------------------------------------------------------------------------------- expressions

def as_value(value):
    return tuple(value) if isinstance(value, list) else value


def expression_of(content, text):
    """Each text once and for good: the reference remembers expressions by what they are."""
    known = vars(content).setdefault("explained", {})
    if text not in known:
        known[text] = content.expr(text)
    return known[text]


def check_worth(sheet, rung, text, told, tally):
    """One expression by the reference, over all completions of what is open."""
    expr = expression_of(sheet.content, text)
    tried = sheet.outcomes((expr,), {"rung": rung}, reference.plain)
    if not tried.exact:
        return
    tally["expressions"] += 1
    if "error" in told:
        expect(text, (bool(tried.errors), tried.values), (True, set()))
    elif "value" in told:
        expect(text, ({*map(as_value, tried.values)}, tried.errors), ({as_value(told["value"])}, []))
    elif "low" in told:
        tally["ranges"] += 1
        if not tried.errors:
            expect(text, (told["low"], told["high"]), (min(tried.values), max(tried.values)))
        expect(text, told["can_fail"], bool(tried.errors))
    elif told["values"] is not None:
        expect(text, set(told["values"]), tried.values)


def check_expression(sheet, rung, expression, tally):
    if expression is None:
        return
    check_worth(sheet, rung, expression["expr"], expression, tally)
    for step in expression["steps"]:
        check_worth(sheet, rung, step["expr"], step, tally)
    known = {id: value for id, value in sheet.known.items() if isinstance(value, (int, float))}
    if all(name in known for name in expression_of(sheet.content, expression["expr"]).names) and "value" in expression:
        filled = expression_of(sheet.content, expression["filled"])    # numbers put in: it comes to the same without answers
        expect(expression["filled"], as_value(filled({})), as_value(expression["value"]))


# ------------------------------------------------------------------------------------------------------- requirements

def check_levels(told, tally):
    """attained to loss, from the figures alone."""
    row, trace = told["requirement"], told["trace"]
    whole = trace["attained"]
    if "value" in whole:
        level = min(4.0, max(0.0, whole["value"]))
        near(f"{row['id']}: low", row["attained"]["low"], level)
        near(f"{row['id']}: high", row["attained"]["high"], level)
    near("points", trace["points"], 100 * trace["dimension-share"] * trace["importance-share"])
    for end, other in (("low", "high"), ("high", "low")):
        share = min(1.0, row["attained"][end] / row["target"]) if row["target"] else 1.0
        near("fulfilment", trace["fulfilment"][end], share)
        near("loss", row["loss"][other], trace["points"] * (1 - share))
    tally["requirements"] += 1


def check_change(box, told, tally):
    """One in three is tried: a trial takes as long as all the rest."""
    change = told["change"]
    if not change or change["end"] != "found" or tally["requirements"] % 3:
        return
    words = [f"{one['question']}={one['after']}" for one in change["answers"]]
    after = box.json("what-if", *words)["after"]
    expect(f"{words}: blocked", after["blocked-by"], [])
    expect(f"{words} closes {told['id']}", told["id"] in after["gaps"], False)
    expect("steps", round(sum(one["steps"] for one in change["answers"]), 9), round(change["steps"], 9))
    tally["changes"] += 1


def check_requirement(box, sheet, row, rung, tally):
    told = box.json("explain", row["requirement"])
    expect("score", told["requirement"]["loss"], row["loss"])
    check_levels(told, tally)
    for key in ("attained", "when", "target", "need"):
        check_expression(sheet, rung, told["trace"][key], tally)
    near(row["requirement"], told["trace"]["points"], row["points"])
    check_change(box, told, tally)
    return told["requirement"]


def check_sum(told):
    """The losses add up, end by end."""
    for end, other in (("low", "high"), ("high", "low")):
        lost = sum(row["loss"][other] for area in told["dimensions"] for row in area["losses"])
        near("the sum", 100 - lost, told["score"][end])
    points = [row["points"] for area in told["dimensions"] for row in area["losses"]]
    near("the whole", sum(points), 100 if points else 0)


def check_printed(text):
    """The sum as people read it adds up to the tenth, in each of its columns."""
    sum_of = text.split("== The sum\n")[1].split("\n\n")[0]
    rows = [[float(number) for number in re.findall(r": (-?[\d.]+)(?:,|$)", line)] for line in sum_of.split("\n")]
    for column in zip(*rows):
        near(sum_of, sum(column[:-1]), column[-1])


def check_person(box, sheet, tally):
    report, told = box.json("report"), box.json("explain")
    for key in ("target", "score", "verdict", "verdict-by-score", "blocked-by"):
        expect(key, told[key], report[key])
    if report["blocked-by"]:
        expect("dimensions", told["dimensions"], [])
        return
    check_sum(told)
    if told["dimensions"]:
        check_printed(box.run("explain", "--plain"))
    rows = [row for area in told["dimensions"] for row in area["losses"]]
    found = [check_requirement(box, sheet, row, report["target"], tally) for row in rows]
    expect("requirements", sorted(found, key=lambda one: one["id"]),
           sorted(report["requirements"], key=lambda one: one["id"]))
    lift = box.json("explain", "--verdict")["lift"]
    expect("lift", lift is None, report["verdict"]["low"] == sheet.content.verdicts[0]["id"])


def check_role(rung, folder, role, people, seed, tally):
    content = reference.load_content(folder, role)
    for sheet in generate.sheets(content, people, seed):
        with tempfile.TemporaryDirectory() as place:
            box = Box(rung, place, folder)
            box.run("take", role, "--answers", "-", "--no-input", given=json.dumps(sheet["answers"]))
            check_person(box, reference.Sheet(content, sheet["answers"]), tally)


def check_made(rung, count, people, seed, tally):
    for number in range(count):
        with tempfile.TemporaryDirectory() as folder:
            made = small.make(seed * 1000 + number)
            made.write(folder)
            check_role(rung, folder, made.id, people, seed, tally)


def main():
    rung, people, seed, files = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
    tally = dict.fromkeys(("requirements", "expressions", "ranges", "changes"), 0)
    for path in files:
        if path.isdigit():
            check_made(rung, int(path), people, seed, tally)
            continue
        folder, name = os.path.split(os.path.dirname(path))[0] or ".", os.path.basename(path)
        check_role(rung, folder, os.path.splitext(name)[0], people, seed, tally)
    print(", ".join(f"{count} {what}" for what, count in tally.items()))
    if not all(tally.values()):
        sys.exit("something was not tried at all")


if __name__ == "__main__":
    main()
