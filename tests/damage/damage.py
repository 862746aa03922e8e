"""Shipped content, damaged: what is misspelt is found at its place with the right word beside it, and nothing that
was broken at random crashes, hangs, or is accepted while it means something impossible.

    damage.py typos  --rung RUNG --content DIR [--seed N] [--count N | --all]
    damage.py random --rung RUNG --content DIR [--seed N] [--count N]
"""
import argparse
import collections
import concurrent.futures
import itertools
import os
import random
import sys

import content
import sites as places
import slips
import wreck


def told(diagnostics):
    return "\n".join(f"    {d.file}:{d.line}:{d.column} {d.code} {d.message} | {d.mend}"
                     for d in diagnostics[:6])


# The options of the question that `target` reads are rungs, without naming them anywhere.
TARGET_IS_NO_RUNG = "RG0410"
NAMED_BY_THE_FILE = ("define:role", "define:questionnaire")
MOST_KEPT = 100  # diagnostics of a file; more are counted only


# ------------------------------------------------------------------------------------------------------------ typos

class Typos:
    """The shipped files in one way of writing, all their sites, and what a slip at one of them must give."""

    def __init__(self, rung, texts):
        self.bench = content.Bench(rung, texts)
        self.sites = [s for file, text in texts.items() for s in places.of(file, text)]
        whole = self.bench.run("check")
        if whole.status != 0:
            raise SystemExit(f"without any damage: {whole.err}")
        self.known = slips.known_words(self.sites)
        self.references = collections.defaultdict(list)
        for site in self.sites:
            if site.kind.startswith("refer:"):
                self.references[self.referred(site)].append(site)

    def referred(self, site):
        """What a reference refers to, as (kind, scope, word). Strings compared with `rung` name rungs."""
        kind = site.kind.split(":")[1]
        if kind == "option" and site.scope == "rung":
            return "rung", "", site.word
        return kind, site.scope if kind == "option" else "", site.word

    def try_slip(self, slip):
        """The faults that one slip shows."""
        site = slip.site
        text = self.bench.texts[site.file]
        damaged = text[:site.start] + slip.wrong + text[site.end:]
        run = self.bench.check(site.file, damaged)
        found, _ = content.diagnostics(run.err + run.out, self.bench.folder)
        fault = run.fault({0, 3})
        if fault:
            return [(fault, slip, "")]
        judge = (self.judge_file_id if site.kind in NAMED_BY_THE_FILE else
                 self.judge_definition if site.kind.startswith("define:") else self.judge_word)
        return [(what, slip, told(found)) for what in judge(slip, run, found, slips.Lines(damaged))]

    def judge_word(self, slip, run, found, lines):
        if run.status == 0:
            return ["accepted"]
        here = [d for d in found if slips.lies_at(d, lines, slip.site, len(slip.wrong))]
        if not here:
            return ["not reported at its place"]
        faults = []
        if not self.is_mended(here, slip):
            faults.append("the mend does not name the word")
        if len(found) > 1:
            faults.append("cascade")
        return faults

    def is_mended(self, here, slip):
        if slip.site.kind == "level":
            return True  # the message says which there are
        return any(slips.names(d, slip.site.word.strip(), slip.wrong.strip()) for d in here)

    def judge_file_id(self, slip, run, found, lines):
        """The file's name has the right id; the rules may name it as well."""
        kind = slip.site.kind.split(":")[1]
        refs = self.references[kind, "", slip.site.word]
        own = [d for d in found if not any(self.points_at(d, r, slip, lines) for r in refs)]
        return self.judge_word(slip, run, own, lines)

    def judge_definition(self, slip, run, found, lines):
        """An id that is misspelt where it is made: what names it is reported. Rules are read when the
        questionnaire is sound, and examples when the rules are, so later stages may wait."""
        site = slip.site
        kind = site.kind.split(":")[1]
        refs = self.references[kind, site.scope, site.word]
        if not refs:
            return ["refused, though nothing refers to it"] if run.status else []
        if run.status == 0:
            return ["accepted, though referred to"]
        missed = [r for r in refs if not self.is_reported(r, slip, found, lines)]
        faults = []
        if len(missed) == len(refs):
            faults.append("no reference is reported")
        elif self.has_holes(refs, missed) and len(found) < MOST_KEPT:
            faults.append(f"{len(missed)} of {len(refs)} references are not reported")
        stray = [d for d in found if d.code != TARGET_IS_NO_RUNG and
                 not any(self.points_at(d, r, slip, lines) for r in refs)]
        if stray:
            faults.append("cascade of a definition")
        return faults

    def has_holes(self, refs, missed):
        """Whether some references of one stage (a file's content, or its examples) are told and some are not."""
        def stage(site):
            return site.file, site.where.startswith("examples.answers")
        told_stages = {stage(r) for r in refs if r not in missed}
        return any(stage(r) in told_stages for r in missed)

    def points_at(self, diagnostic, reference, slip, lines):
        shift = len(slip.wrong) - len(slip.site.word)
        if reference.file != slip.site.file:
            lines = self.lines_of(reference.file)
        elif reference.start > slip.site.start:
            reference = reference._replace(start=reference.start + shift, first=reference.first + shift)
        return slips.lies_at(diagnostic, lines, reference, len(reference.word))

    def is_reported(self, reference, slip, found, lines):
        return any(self.points_at(d, reference, slip, lines) and
                   slips.names(d, slip.wrong, reference.word) for d in found)

    def lines_of(self, file):
        return slips.Lines(self.bench.texts[file])

    def sample(self, count, rng):
        """Sites from every kind and every place in the grammar in turn; all of them if count is None."""
        sites = [site for site in self.sites if slips.is_word(site)]
        if count is None:
            return sites
        groups = collections.defaultdict(list)
        for site in sites:
            groups[site.file, site.kind, site.where, site.style].append(site)
        order = sorted(groups)
        rng.shuffle(order)
        return [rng.choice(groups[order[i % len(order)]]) for i in range(count)]

    def slips(self, count, rng):
        made = (slips.slip_at(site, self.known, rng) for site in self.sample(count, rng))
        return [slip for slip in made if slip]


def typos_of(options, texts, count, seed, only=None):
    typos = Typos(options.rung, texts)
    if only:
        typos.sites = [site for site in typos.sites if only(site)]
    return typos, typos.slips(count, random.Random(seed))


# A job's faults are triples: what is wrong, how the content was damaged, what `rung` said.

def run_typos(options):
    """The shipped way of writing, then the expressions in literal blocks and quotes; each role for itself."""
    roles = content.load(options.content)
    count = None if options.all else options.count // len(roles)
    parts = []
    for texts in roles:
        other = {file: places.restyled(text, file) for file, text in texts.items()}
        parts += [typos_of(options, texts, count and count * 3 // 4, options.seed),
                  typos_of(options, other, count and count // 4, options.seed + 1, lambda site: site.style)]
    jobs = [(typos, slip) for typos, found in parts for slip in found]
    return [f"{slip.site.kind:18} {slip.site.where}" for _, slip in jobs], \
        spread(jobs, lambda job, bench: with_bench(job[0], bench).try_slip(job[1]), options)


def with_bench(typos, bench):
    """The same typos on a folder that no other worker writes to."""
    copy = object.__new__(Typos)
    copy.__dict__.update(typos.__dict__, bench=bench(typos.bench.texts))
    return copy


def describe_slip(slip):
    site = slip.site
    written = f", {site.style}" if site.style else ""
    return f"{site.file}, character {site.start}: {site.where} ({site.kind}{written}) " \
           f"`{site.word}` as `{slip.wrong}`"


# ----------------------------------------------------------------------------------------------------------- random

def run_random(options):
    """Variants of the roles in turn."""
    roles = content.load(options.content)
    jobs = [(texts, wreck.variant(texts, options.seed * 1_000_003 + i))
            for i, texts in zip(range(options.count), itertools.cycle(roles))]
    return [variant.how for _, variant in jobs], \
        spread(jobs, lambda job, bench: wreck.judge(job[1], bench(job[0])), options)


# ---------------------------------------------------------------------------------------------------------- running

def spread(jobs, work, options):
    """The faults of all jobs, worked off by as many threads as there are processors, each with benches of its own."""
    benches = {}

    def bench_for(worker):
        def bench(texts):
            key = worker, id(texts)
            if key not in benches:
                benches[key] = content.Bench(options.rung, texts)
            return benches[key]
        return bench

    def share(worker):
        return [fault for job in jobs[worker::options.jobs] for fault in work(job, bench_for(worker))]

    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        return [fault for part in pool.map(share, range(options.jobs)) for fault in part]


def show(name, tried, faults, options):
    kinds = collections.Counter(what.split("\n")[0][:60] for what, _, _ in faults)
    for what, how, said in faults[:options.show]:
        print(f"{what}\n  {describe_slip(how) if isinstance(how, slips.Slip) else how}\n{said}")
    print(f"{name}: {len(tried)} variants, seed {options.seed}, {len(faults)} faults")
    for what, count in kinds.most_common():
        print(f"  {count:5} {what}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("kind", choices=("typos", "random"))
    parser.add_argument("--rung", required=True)
    parser.add_argument("--content", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--all", action="store_true", help="typos: one at every word of the content")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--show", type=int, default=20, help="how many faults to show in full")
    options = parser.parse_args()
    tried, faults = (run_typos if options.kind == "typos" else run_random)(options)
    show(options.kind, tried, faults, options)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
