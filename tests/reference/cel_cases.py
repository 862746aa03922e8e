#!/usr/bin/env python3
"""Runs expression cases written by others (JSON lines: core, oracle, refuse, dynamic) against `rung eval --ndjson`,
or with --self against the reference's own evaluator, which has to be right before it may judge anything.

    cel_cases.py --dir DIR --self
    cel_cases.py --dir DIR --rung PATH/TO/rung

A case is met when the value, its type and (for a double) its exact text agree; `{"error": true}` when there is an error,
in reading or in evaluating. Cases that use `matches` are outside the language and must be refused, as must all of
refuse.jsonl, except math.least and math.greatest, which the language has. dynamic.jsonl may be refused.
"""
import argparse
import json
import math
import os
import subprocess
import sys

import cel

SPECIAL = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
sys.setrecursionlimit(20000)


def load(directory):
    cases = []
    for kind in ("core", "oracle", "refuse", "dynamic"):
        with open(os.path.join(directory, kind + ".jsonl"), encoding="utf-8") as lines:
            cases += [dict(json.loads(line), kind=kind) for line in lines if line.strip()]
    return cases


# ------------------------------------------------------------------------------------------------- who answers the cases

def by_reference(cases):
    return [one_by_reference(case) for case in cases]


def one_by_reference(case):
    try:
        env = {name: bound(b["type"], b["value"]) for name, b in (case.get("bindings") or {}).items()}
        value = cel.Expr(case["expr"])(env)
    except cel.CelError as error:
        return {"error": str(error)}
    return {"value": as_json(value), "type": type_name(value)}


def bound(kind, value):
    """A binding's JSON value as a value of the language; its type says which numbers are doubles."""
    if kind.startswith("list("):
        return tuple(bound(kind[5:-1], v) for v in value)
    if kind == "double":
        return SPECIAL[value] if isinstance(value, str) else float(value)
    if kind not in ("int", "bool", "string"):
        raise cel.CelError(f"no values of type {kind}")
    return value


def as_json(value):
    if isinstance(value, tuple):
        return [as_json(v) for v in value]
    if isinstance(value, float) and (math.isnan(value) or math.isinf(value)):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def type_name(value):
    if isinstance(value, tuple):
        return "list(" + "|".join(sorted({type_name(v) for v in value})) + ")"
    return {bool: "bool", int: "int", float: "double", str: "string"}[type(value)]


def by_rung(rung, cases):
    """One run for all cases. A line that is no JSON, or a missing line, fails its case and not the run."""
    lines = [json.dumps({"expr": c["expr"], "bindings": c.get("bindings") or {}}) for c in cases]
    run = subprocess.run([rung, "eval", "--ndjson"], input="\n".join(lines) + "\n", text=True, encoding="utf-8",
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if run.returncode < 0:
        print(f"rung was ended by signal {-run.returncode}")
    answers = []
    for line in run.stdout.split("\n")[:-1]:
        try:
            answers.append(json.loads(line))
        except ValueError:
            answers.append({"broken": line})
    if len(answers) != len(cases):
        print(f"{len(cases)} lines in, {len(answers)} lines out; standard error: {run.stderr[:500]}")
    return answers + [{"broken": "no line"}] * (len(cases) - len(answers))


# ----------------------------------------------------------------------------------------------------------- judgement

def fault(case, answer):
    """What is wrong with the answer, or None."""
    if ("error" in answer) == ("value" in answer):
        return "neither a value nor an error, or both"
    refused = "error" in answer
    if refused and not (isinstance(answer["error"], str) and answer["error"].strip()):
        return "an error without a message"
    if ".matches(" in case["expr"] or "regex" in case.get("tags", ()):
        return None if refused else "`matches` must be refused"
    if case["kind"] == "refuse":
        if refused:
            return None
        ours = case["why"] in ("out:method:least", "out:method:greatest")
        return wrong_value(case, answer, numeric=True) if ours else "must be refused"
    if case["expect"] == {"error": True}:
        return None if refused else "must be an error"
    if refused:
        may = case["kind"] == "dynamic" or "may-refuse-depth" in case.get("tags", ())
        return None if may else "must have a value"
    return wrong_value(case, answer)


def wrong_value(case, answer, numeric=False):
    if not same(case["expect"], answer["value"]):
        return "another value"
    if numeric:
        return None
    expected = case.get("expect_type")
    if expected and not type_agrees(expected, answer.get("type", "")):
        return "another type"
    if case.get("expect_text") and expected == "double" and text_of(answer["value"]) != case["expect_text"]:
        return "another text (sign of zero, special values)"
    return None


def same(expected, got):
    if isinstance(expected, list):
        return isinstance(got, list) and len(expected) == len(got) and all(map(same, expected, got))
    if isinstance(expected, (bool, str)) or isinstance(got, (bool, str)):
        return type(expected) is type(got) and expected == got
    return expected == got


def type_agrees(expected, got):
    """`list()` says nothing of the elements: any list type may stand for it, and `list` for any list."""
    if expected == "list()" or got in ("list", "list()"):
        return got.startswith("list") and expected.startswith("list")
    return expected == got


def text_of(value):
    return value if isinstance(value, str) else repr(float(value))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--dir", required=True, help="folder with core.jsonl, oracle.jsonl, refuse.jsonl, dynamic.jsonl")
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--rung", help="the command to test")
    who.add_argument("--self", action="store_true", help="test the reference's own evaluator")
    options = parser.parse_args()
    cases = load(options.dir)
    answers = by_reference(cases) if options.self else by_rung(options.rung, cases)
    failed = 0
    for case, answer in zip(cases, answers):
        wrong = fault(case, answer)
        if wrong:
            failed += 1
            print(f"{case['kind']} {case['id']}: {wrong}\n    {case['expr'][:200]!r}\n"
                  f"    expected {json.dumps(case.get('expect'))} {case.get('expect_type') or ''}, got {json.dumps(answer)}")
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
