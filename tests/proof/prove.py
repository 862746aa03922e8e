#!/usr/bin/env python3
"""What `rung check` proves, compared with brute force on small content.

    prove.py --rung PATH --files N --seed S         N random contents: no false claim, none missed, witnesses that show it
    prove.py --rung PATH --planted N --seed S       each fault planted N times into tidy content: found, and nothing else
    ... --keep DIR      where contents with a difference are kept, each cut down to what still differs
"""
import argparse
import collections
import concurrent.futures
import json
import os
import random
import subprocess
import sys
import tempfile
from typing import NamedTuple

import brute
import plant
import shrink
import small
from brute import TINY

BATCH = 50                      # contents in one run of `rung check`
SHOWN = 12                      # differences printed in full
UNPROVEN = "RG0799"
WITNESSED = {"RG0707", "RG0715", "RG0716", "RG0717"}
OF_ONE = {"RG0715", "RG0716", "RG0717"}         # said of one completion, not of all
OF_VERDICTS = {"RG0709", "RG0710"}


class Claim(NamedTuple):
    """One line of `rung check --format json`."""
    code: str
    subject: str
    part: object                # RG0718: the expression that stands at its place
    witness: object
    text: str                   # the line itself


# ------------------------------------------------------------------------------------------------------------ running

def check(rung, paths):
    """(claims, faults): by file name without its ending, the claims of the prover; and whatever else went wrong."""
    with tempfile.TemporaryDirectory() as home:
        env = {"HOME": home, "PATH": os.defpath, "LC_ALL": "C.UTF-8"}
        run = subprocess.run([rung, "check", "--format", "json", *paths], env=env, capture_output=True, text=True)
    claims, faults = collections.defaultdict(list), []
    if run.returncode not in (0, 3) or "Sanitizer" in run.stderr or "runtime error" in run.stderr:
        faults.append(f"status {run.returncode}: {run.stderr[-2000:]}")
    sources = {path: open(path, encoding="utf-8").read().split("\n") for path in paths}
    for line in run.stdout.splitlines():
        try:
            told = json.loads(line)
            id = os.path.basename(told["file"])[:-len(".yaml")]
            if told["code"].startswith("RG07"):
                claims[id].append(claim(told, sources, line))
            else:
                faults.append(f"content that should be valid: {line}")
        except (ValueError, KeyError, brute.cel.CelError) as error:
            faults.append(f"{error!r} in: {line[:500]}")
    return claims, faults


def claim(told, sources, line):
    part = None
    if told["code"] == "RG0718":
        source = sources[told["file"]][told["line"] - 1]
        text = source[told["column"] - 1:told["end-column"] - 1]
        part = brute.cel.Parser(text.replace('\\"', '"')).whole()     # the only escape that small.py writes
    return Claim(told["code"], told.get("subject"), part, told.get("witness"), line)


# ---------------------------------------------------------------------------------------------------------- comparison

def differences(document, claims):
    """What is wrong with the claims on a content, as (what, code, subject, more)."""
    whole = brute.Brute(*document.texts())
    said = {(c.code, c.subject, c.part) for c in claims}
    out = []
    if whole.exact:
        out += [("missed", *f) for f in whole.findings - said]
        out += [("false claim", *f) for f in said - whole.findings - whole.perhaps]
    else:
        out += inexact_differences(whole, said)
    for one in claims:
        fault = None if out else witness_fault(document, whole, one)
        if fault:
            out.append(("witness: " + fault, one.code, one.subject, one.witness))
    return sorted(out, key=str)


def inexact_differences(whole, said):
    """Where not all values of a number were tried: what is said of all completions must hold in those tried, and what
    holds in one of those must be said."""
    proven = not any(code == UNPROVEN for code, _, _ in said)
    merged = lambda found: {("RG0709" if f[0] in OF_VERDICTS else f[0], *f[1:]) for f in found}     # noqa: E731
    said, found = merged(said), merged(whole.findings)
    false = [f for f in said - found - whole.perhaps
             if f[0] not in OF_ONE | {UNPROVEN} and not is_constant(whole, *f) and not is_in_dead_section(whole, *f)]
    missed = [f for f in found - said if f[0] in OF_ONE] if proven else []
    return [("false claim", *f) for f in false] + [("missed", *f) for f in missed]


def is_in_dead_section(whole, code, subject, _):
    """Whether it is a question that nobody is asked, and the others of its section were not proven to be such."""
    return code == "RG0701" and whole.section_of.get(subject) in whole.dead


def is_constant(whole, code, subject, part):
    """Whether it is a part that never changed, wherever it stands."""
    return code == "RG0718" and any(whole.is_constant(p, part) for p in whole.programs if p.owner == subject)


def witness_fault(document, whole, claim):
    """What is wrong with the answers that are to show a claim, or None."""
    if claim.witness is None:
        return "missing" if claim.code in WITNESSED else None
    try:
        answers = {id: whole.question(id).read_answer(value) for id, value in claim.witness.items()}
    except (KeyError, ValueError, TypeError) as error:
        return f"no answers: {error}"
    new = [(id, value) for id, value in answers.items() if value not in whole.domains[id] and whole.question(id).type != "text"]
    if new:
        whole = brute.Brute(*document.texts(), extra=new)
    answers = {id: value for id, value in answers.items() if whole.question(id).type != "text"}
    shows = SHOWS.get(claim.code)
    return None if shows is None or shows(whole, claim, set(whole.consistent(answers))) else "does not show it"


def shows_the_most(whole, claim, rows):
    """At the first rung at which the requirement is never met: nothing attains more, or nothing lacks less. Where not all
    values were tried it is not known which rung is the first, and there may be no most: any that is not met will do."""
    requirement = next(r for r in whole.requirements if r.id == claim.subject)
    rungs = whole.witnessed["RG0707", claim.subject]
    return any(i in rows and t > 0 and (a >= most - TINY or t - a <= gap + TINY or not whole.exact)
               for rung, most, gap in (rungs[:1] if whole.exact else rungs)
               for i, (t, _, a, _) in whole.states_at(requirement, rung))


def shows_one(whole, claim, rows):
    return any(i in rows for _, i in whole.witnessed.get((claim.code, claim.subject), []))


def shows_a_group(whole, claim, rows):
    """All that the answers leave open is possible with the witness."""
    if claim[:3] in whole.perhaps:
        return len(rows) > 1
    return any(set(group) <= rows for _, group in whole.witnessed.get((claim.code, claim.subject), []))


SHOWS = {"RG0707": shows_the_most, "RG0715": shows_one, "RG0716": shows_one, "RG0717": shows_a_group}


# -------------------------------------------------------------------------------------------------------------- driver

class Job(NamedTuple):
    """A content, and what must be found in it: a set of (code, subject), or None for what brute force says."""
    document: small.Document
    expected: object
    name: str


def random_jobs(count, seed):
    return [Job(small.make(seed * 1_000_003 + n), None, "random") for n in range(count)]


def planted_jobs(count, seed):
    out = []
    for n in range(count):
        for f, fault in enumerate(plant.FAULTS):
            own = (seed * 1_000_003 + n) * 100 + f
            document = small.tidy(own)
            expected = plant.plant(fault, document, random.Random(own))
            out.append(Job(document, expected, f"{fault[0]} {fault[1].__name__}"))
    return out


def run_batch(rung, jobs):
    """(found, faults) of one run: how often each code was claimed, and (job, what is wrong)."""
    with tempfile.TemporaryDirectory(prefix="rung-proof-") as folder:
        paths = [path for job in jobs for path in job.document.write(folder)]
        claims, faults = check(rung, paths)
    out = [(None, [(fault,)]) for fault in faults]
    found = collections.Counter()
    for job in jobs:
        mine = claims[job.document.id]
        found.update(c.code for c in mine)
        wrong = differences(job.document, mine)
        if job.expected is not None and not wrong:
            said = {(c.code, c.subject) for c in mine}
            wrong = [("planted and missed", *f) for f in job.expected - said] + [("not planted", *f) for f in said - job.expected]
        if wrong:
            out.append((job, wrong))
    return found, out


def still(rung, what):
    """Whether a cut-down content has the same difference."""
    def test(document):
        with tempfile.TemporaryDirectory(prefix="rung-proof-") as folder:
            claims, faults = check(rung, document.write(folder))
        return not faults and any(w[:2] == what[:2] for w in differences(document, claims[document.id]))
    return test


def tell(options, job, wrong):
    if job is None:
        print(wrong[0][0])
        return
    print(f"{job.document.id} ({job.name})")
    for what in wrong[:6]:
        print("   ", *map(str, what))
    if options.keep:
        document = shrink.smallest(job.document, still(options.rung, wrong[0])) if job.expected is None else job.document
        document.write(options.keep)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rung", required=True)
    parser.add_argument("--files", type=int, default=0, help="how many random contents")
    parser.add_argument("--planted", type=int, default=0, help="how often each fault is planted")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep")
    options = parser.parse_args()
    batches = [(make, min(BATCH, count - at), options.seed * 10_007 + at // BATCH)
               for make, count in ((random_jobs, options.files), (planted_jobs, options.planted)) for at in range(0, count, BATCH)]
    found, wrong, tried = collections.Counter(), 0, 0
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        for more, count, faults in pool.map(work, *zip(*((options.rung, *batch) for batch in batches))):
            found.update(more)
            tried += count
            wrong += len(faults)
            for job, what in faults[:max(0, SHOWN - wrong + len(faults))]:
                tell(options, job, what)
    print(f"{tried} contents, {wrong} differ")
    print(", ".join(f"{code} {found[code]}" for code in sorted(found)))
    never = {fault[0] for fault in plant.FAULTS} - set(found)
    if never and tried >= 200:
        print("never claimed:", *sorted(never))
    return 1 if wrong or (never and tried >= 200) else 0


def work(rung, make, count, seed):
    jobs = make(count, seed)
    parts = [run_batch(rung, jobs[at:at + BATCH]) for at in range(0, len(jobs), BATCH)]
    return sum((found for found, _ in parts), collections.Counter()), len(jobs), [fault for _, out in parts for fault in out]


if __name__ == "__main__":
    sys.exit(main())
