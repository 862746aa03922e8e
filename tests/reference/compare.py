#!/usr/bin/env python3
"""Compares what `rung score` says with the reference, field by field.

    compare.py --rung PATH --generated N --seed S [--sheets M]            N random contents, M sheets each
    compare.py --rung PATH --role ID --content DIR --sheets M --seed S    one content, M random sheets
    ... --keep DIR      where contents with a difference are kept (default: a new temporary folder)

Each content is scored twice, with --full and without. Numbers agree within 1e-9. Where a range has more than 4,096
completions only soundness is asked of it: it must contain what the reference found by trying; what follows from the
range is then computed from rung's own range and compared as strictly as the rest.
"""
import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

import generate
import reference

SHOWN = 10                      # differences printed in full
ROW_FIELDS = ("title", "dimension", "need", "importance", "target", "attained", "gap", "loss", "source")


# ------------------------------------------------------------------------------------------------------------ running

def run_score(rung, role, directory, lines, full):
    """The parsed output lines, and (exit status, standard error)."""
    with tempfile.TemporaryDirectory() as home:
        env = {k: v for k, v in os.environ.items() if not k.startswith("RUNG_")}
        env.update(HOME=home, XDG_DATA_HOME=os.path.join(home, "data"))
        run = subprocess.run([rung, "score", role] + ["--full"] * full + ["--content", directory], env=env,
                             input="".join(line + "\n" for line in lines).encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out = []
    for line in run.stdout.decode("utf-8", "replace").split("\n")[:-1]:
        try:
            out.append(json.loads(line))
        except ValueError:
            out.append({"not JSON": line})
    return out, run.returncode, run.stderr.decode("utf-8", "replace")


# ---------------------------------------------------------------------------------------------------------- comparison

def near(a, b):
    return is_number(a) and is_number(b) and abs(a - b) <= reference.TINY


def is_number(v):
    return isinstance(v, (int, float)) and not isinstance(v, bool)


class Differences(list):
    """(field, reference's value, rung's value)."""

    def same(self, field, expected, got):
        """Deep comparison; keys that only rung has are additions, and free."""
        if isinstance(expected, dict) and isinstance(got, dict):
            for key in expected:
                self.same(f"{field}.{key}", expected[key], got.get(key, "(missing)"))
        elif isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got):
            for i, (a, b) in enumerate(zip(expected, got)):
                self.same(f"{field}[{i}]", a, b)
        elif not (near(expected, got) or (type(expected) is type(got) and not is_number(got) and expected == got)):
            self.append((field, expected, got))

    def contains(self, field, inner, got, least, most):
        """A range that may be wider than what trying found, within its limits."""
        try:
            low, high = got["low"], got["high"]
            good = least - reference.TINY <= low <= inner[0] + reference.TINY and inner[1] - reference.TINY <= high <= most + reference.TINY
        except (KeyError, TypeError):
            good = False
        if not good:
            self.append((field + " (must contain)", list(inner), got))


def compare_full(content, answers, got):
    """The differences between rung's whole report and the reference's."""
    found = Differences()
    sheet = reference.Sheet(content, answers)
    inner = sheet.report()                                  # exact, or inside the truth where in doubt
    doubts = sheet.doubts
    if doubts["target"]:
        return found                                        # cannot say which rung is aimed at
    if doubts["deciding"]:
        # Whether a deciding question is asked was not tried to the end: rung may take it for open, and has then to
        # hold everything for possible.
        found.same("target", inner["target"], got.get("target"))
        found.contains("score", (inner["score"]["low"], inner["score"]["high"]), got.get("score"), 0, 100)
        compare_ladder(found, content, inner["ladder"], got.get("ladder"), doubts["rungs"])
        compare_losses(found, got)
        return found
    rows = {row.get("id"): row for row in got.get("requirements", []) if isinstance(row, dict)}
    for id, ends in doubts["attained"].items():
        if id in rows:
            found.contains(f"requirements.{id}.attained", ends, rows[id].get("attained"), 0, 4)
    if found:
        return found
    given = {id: (rows[id]["attained"]["low"], rows[id]["attained"]["high"]) for id in doubts["attained"] if id in rows}
    expected = sheet.report(given)
    for field in ("format", "role", "target", "score", "verdict", "verdict-by-score", "gaps"):
        found.same(field, expected[field], got.get(field))
    found.same("dimensions", [{k: d[k] for k in ("id", "title", "weight", "score")} for d in expected["dimensions"]], got.get("dimensions"))
    compare_requirements(found, expected["requirements"], got.get("requirements"))
    compare_ladder(found, content, inner["ladder"], got.get("ladder"), doubts["rungs"])
    compare_specialisations(found, inner["specialisations"], got.get("specialisations"), doubts["specialisations"])
    found.same("notes", ids_but(inner["notes"], doubts["notes"]), ids_but(got.get("notes"), doubts["notes"]))
    found.same("unanswered", [q for q in inner["unanswered"] if q not in doubts["unanswered"]],
               [q for q in got["unanswered"] if q not in doubts["unanswered"]])
    compare_problems(found, inner["problems"], got.get("problems"), any(doubts.values()))
    compare_losses(found, got)
    return found


def ids_but(notes, doubtful):
    return [n.get("id") for n in notes if n.get("id") not in doubtful] if isinstance(notes, list) else notes


def compare_requirements(found, expected, got):
    found.same("requirements' ids", [r["id"] for r in expected], [r.get("id") for r in got or []])
    for mine, theirs in zip(expected, got or []):
        for field in ROW_FIELDS + (("basis",) if mine["basis"] else ()):
            found.same(f"requirements.{mine['id']}.{field}", mine[field], theirs.get(field, "(missing)"))
        found.same(f"requirements.{mine['id']}.evidence", sorted(mine["evidence"]), sorted(theirs.get("evidence") or []))


def compare_ladder(found, content, expected, got, doubtful):
    worst_first = [v["id"] for v in reversed(content.verdicts)]
    found.same("ladder's rungs", [step["rung"] for step in expected], [step.get("rung") for step in got or []])
    for mine, theirs in zip(expected, got or []):
        field = f"ladder.{mine['rung']}"
        if mine["rung"] not in doubtful:
            found.same(field, mine, theirs)
            continue
        found.contains(field + ".score", (mine["score"]["low"], mine["score"]["high"]), theirs.get("score"), 0, 100)
        try:
            ends = {end: worst_first.index(theirs["verdict"][end]) for end in ("low", "high")}
        except (KeyError, TypeError, ValueError):
            ends = {}
        found.contains(field + ".verdict", [worst_first.index(mine["verdict"][end]) for end in ("low", "high")], ends, 0, len(worst_first))


def compare_specialisations(found, expected, got, doubtful):
    found.same("specialisations' ids", [s["id"] for s in expected], [s.get("id") for s in got or []])
    for mine, theirs in zip(expected, got or []):
        if mine["id"] in doubtful:
            found.contains(f"specialisations.{mine['id']}", (mine["fit"]["low"], mine["fit"]["high"]), theirs.get("fit"), 0, 100)
        else:
            found.same(f"specialisations.{mine['id']}", mine["fit"], theirs.get("fit"))


def compare_problems(found, expected, got, in_doubt):
    """Empty in one exactly when in the other; where not everything was tried, rung may see more."""
    if not isinstance(got, list) or (expected and not got) or (got and not expected and not in_doubt):
        found.append(("problems", expected, got))


def compare_losses(found, got):
    """Losses add up to 100 - score, in rung's own numbers."""
    if found or not got["requirements"]:
        return
    for end, other in (("low", "high"), ("high", "low")):
        total = sum(row["loss"][end] for row in got["requirements"])
        found.same(f"sum of loss.{end}", 100 - got["score"][other], total)


def compare_plain(full, plain):
    """The short line says the same as the full one."""
    found = Differences()
    for field in ("id", "target", "score", "verdict", "gaps"):
        found.same(f"short line: {field}", full.get(field), plain.get(field, "(missing)"))
    found.same("short line: dimensions", {d["id"]: d["score"] for d in full.get("dimensions", [])}, plain.get("dimensions"))
    return found


# -------------------------------------------------------------------------------------------------------------- driver

class Tally:
    def __init__(self):
        self.passed = self.failed = 0

    def differ(self, place, sheet, differences):
        self.failed += 1
        if self.failed <= SHOWN:
            print(f"{place}\n  sheet {json.dumps(sheet, ensure_ascii=False)}")
            for field, expected, got in differences[:6]:
                print(f"    {field}\n      reference {json.dumps(expected)}\n      rung      {json.dumps(got)}")


def compare_content(options, directory, role, sheets, tally):
    """Scores the sheets with both; True if all agreed. One bad line is put in the middle; it must not stop the run."""
    content = reference.load_content(directory, role)
    lines = [json.dumps(s, ensure_ascii=False) for s in sheets]
    bad_at = len(lines) // 2
    lines.insert(bad_at, generate.bad_lines(content, random.Random(options.seed)))
    before = tally.failed
    runs = [run_score(options.rung, role, directory, lines, full) for full in (True, False)]
    for name, (out, status, errors) in zip(("--full", "short"), runs):
        wrong = Differences()
        wrong.same(f"{name}: lines", len(lines), len(out))
        wrong.same(f"{name}: exit status with one bad line", 3, status)
        if len(out) > bad_at and not ("error" in out[bad_at] and out[bad_at].get("line") == bad_at + 1):
            wrong.append((f"{name}: line {bad_at + 1}", "an error with its line", out[bad_at]))
        if wrong:
            tally.differ(directory, lines[bad_at], wrong + [("standard error", "", errors[:2000])])
        if len(out) != len(lines):
            return False
        out.pop(bad_at)
    for sheet, full, plain in zip(sheets, runs[0][0], runs[1][0]):
        if "error" in full or "not JSON" in full:
            differences = [("the whole line", "a report", full)]
        else:
            differences = Differences([("id", sheet["id"], full.get("id"))] if full.get("id") != sheet["id"] else [])
            try:
                differences += compare_full(content, sheet["answers"], full)
                differences += compare_plain(full, plain)
            except (AttributeError, KeyError, TypeError) as error:
                differences.append(("the shape of the report", "as in the format", repr(error)))
        if differences:
            tally.differ(directory, sheet, differences)
        else:
            tally.passed += 1
    return tally.failed == before


def compare_generated(options, tally):
    keep = options.keep or tempfile.mkdtemp(prefix="rung-compare-")
    for number in range(options.generated):
        seed = options.seed * 1000003 + number
        directory = os.path.join(keep, f"seed-{seed}")
        role = generate.write_content(directory, seed)
        sheets = generate.sheets(reference.load_content(directory, role), options.sheets, seed)
        if compare_content(options, directory, role, sheets, tally):
            shutil.rmtree(directory)
    if not os.listdir(keep):
        os.rmdir(keep)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rung", required=True, help="the command to test")
    parser.add_argument("--generated", type=int, help="how many random contents")
    parser.add_argument("--role", help="or: one role ...")
    parser.add_argument("--content", help="... of this folder")
    parser.add_argument("--sheets", type=int, default=20, help="sheets for each content")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="folder for contents that differ")
    options = parser.parse_args()
    if bool(options.generated) == bool(options.role and options.content):
        parser.error("give --generated N, or --role ID --content DIR")
    tally = Tally()
    if options.generated:
        compare_generated(options, tally)
    else:
        sheets = generate.sheets(reference.load_content(options.content, options.role), options.sheets, options.seed)
        compare_content(options, options.content, options.role, sheets, tally)
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed or not tally.passed else 0


if __name__ == "__main__":
    sys.exit(main())
